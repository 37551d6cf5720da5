//! Writes the sources for one language: `suiji-bindgen kotlin LIBRARY FOLDER`.
//!
//! It is a separate crate, because building the generator takes five times as long as building
//! the library.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [language, library, folder] = arguments.as_slice() else {
        return Err("usage: suiji-bindgen kotlin|swift|python LIBRARY FOLDER".into());
    };
    suiji_bindgen::generate(language, library, folder)
}
