//! The generator, for the program and for the tests.

use std::error::Error;

use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate as write};

const ROOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/bindgen.toml");

/// Writes what `language` needs to call the built `library` into `folder`.
///
/// # Errors
/// Where there is no such language, library or folder.
pub fn generate(language: &str, library: &str, folder: &str) -> Result<(), Box<dyn Error>> {
    let language = match language {
        "kotlin" => TargetLanguage::Kotlin,
        "swift" => TargetLanguage::Swift,
        "python" => TargetLanguage::Python,
        _ => return Err(format!("{language} is not kotlin, swift or python").into()),
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
