//! The header of the C layer, made from its sources by cbindgen.

use std::error::Error;
use std::path::{Path, PathBuf};

/// The folder of the crate `suiji-c`.
fn crate_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The path of the header in the repository.
#[must_use]
pub fn path() -> PathBuf {
    crate_folder().join("include/suiji.h")
}

/// The header that is generated from the sources.
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
    use std::collections::BTreeSet;

    use super::*;

    /// The names of functions in a text.
    fn functions(text: &str) -> BTreeSet<&str> {
        let is_name = |character: char| character.is_ascii_lowercase() || character == '_';
        let words = text.split(|character| !is_name(character));
        let names = words.filter(|word| word.starts_with("suiji_"));
        // The type, and the name of the library.
        names
            .filter(|name| !["suiji_handle", "suiji_c"].contains(name))
            .collect()
    }

    #[test]
    fn the_guide_names_every_function() -> Result<(), Box<dyn Error>> {
        let guide = std::fs::read_to_string(crate_folder().join("README.md"))?;
        assert_eq!(functions(&guide), functions(&header()?));
        Ok(())
    }

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
