//! From facts to markup: minijinja templates, one for each paper and language, ours or an office's.

use crate::base::problem::Error;

/// The templates: ours, and those of an office that replace them.
#[derive(Clone, Debug, Default)]
pub struct Templates {}

impl Templates {
    /// The names of all templates, such as `minutes.zh.html`.
    pub fn names() -> impl Iterator<Item = &'static str> {
        [].into_iter()
    }

    /// Replaces the template of this name.
    ///
    /// # Errors
    /// If there is no template of this name, or the text is not a template: the error names the line.
    pub fn with(self, _name: &str, _text: &str) -> Result<Self, Error> {
        Ok(self)
    }

    /// Our template of this name, as a beginning for an office's own.
    pub fn ours(_name: &str) -> Option<&'static str> {
        None
    }
}
