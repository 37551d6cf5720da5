//! Writes `bindings/c/include/suiji.h`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    std::fs::write(suiji_c_header::path(), suiji_c_header::header()?)?;
    Ok(())
}
