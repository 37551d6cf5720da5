//! The generator, used by the program and by the tests.

use std::error::Error;

use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate as write};

const ROOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/bindgen.toml");

/// Writes into `folder` the sources with which `language` calls the built `library`.
///
/// # Errors
/// The language is unknown, or the library or folder cannot be read or written.
pub fn generate(language: &str, library: &str, folder: &str) -> Result<(), Box<dyn Error>> {
    let language = match language {
        "kotlin" => TargetLanguage::Kotlin,
        "swift" => TargetLanguage::Swift,
        "python" => TargetLanguage::Python,
        _ => return Err(format!("expected kotlin, swift or python, found {language}").into()),
    };
    write(GenerateOptions {
        languages: vec![language],
        source: library.into(),
        out_dir: folder.into(),
        config_override: Some(ROOTS.into()),
        ..GenerateOptions::default()
    })?;
    Ok(())
}
