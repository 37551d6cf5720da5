//! The header of the C layer, made from its sources by cbindgen.

use std::error::Error;
use std::path::{Path, PathBuf};

/// The folder of the crate `suiji-c`.
fn crate_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where the header is checked in.
#[must_use]
pub fn path() -> PathBuf {
    crate_folder().join("include/suiji.h")
}

/// The header, as the sources give it.
///
/// # Errors
/// If the sources or the configuration cannot be read.
pub fn header() -> Result<String, Box<dyn Error>> {
    let folder = crate_folder();
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml"))?;
    let bindings = cbindgen::Builder::new()
        .with_src(folder.join("src/lib.rs"))
        .with_config(config)
        .generate()?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    Ok(String::from_utf8(header)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_current() -> Result<(), Box<dyn Error>> {
        let checked_in = std::fs::read_to_string(path())?;
        assert!(
            checked_in == header()?,
            "bindings/c/include/suiji.h is not current: run `cargo run -p suiji-c-header`"
        );
        Ok(())
    }
}
