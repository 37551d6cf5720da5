//! A problem in words, with its place.

use std::fmt;

use suiji::Lang;

use super::Localized;
use super::problem::Problem;
use super::table as texts;

impl Problem {
    /// The problem, and its place.
    pub fn message(&self, lang: Lang) -> String {
        let mut place = Vec::new();
        if !self.file.is_empty() {
            place.push(self.file.clone());
        }
        if !self.sheet.is_empty() {
            place.push(texts::sheet(&self.sheet).localized(lang));
        }
        if let Some(row) = self.row {
            place.push(texts::row(row).localized(lang));
        }
        match place.is_empty() {
            true => self.text.get(lang).to_owned(),
            false => {
                texts::at(place.join(texts::between().get(lang)), self.text.clone()).localized(lang)
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}
