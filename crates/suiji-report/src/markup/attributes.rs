//! The attributes of an element.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::space::one_line;
use crate::base::texts::{self, Text};

/// The attributes of an element, each once.
#[derive(Debug)]
pub(super) struct Attributes {
    element: String,
    all: Vec<(String, String)>,
}

impl Attributes {
    /// The attributes. Only `allowed` ones are accepted.
    pub(super) fn of(of: &BytesStart<'_>, allowed: &[&str]) -> Result<Self, Text> {
        let element = of.name().as_ref().to_owned();
        let mut all = Vec::new();
        for attribute in of.attributes() {
            let attribute = attribute.map_err(texts::not_well_formed)?;
            let name = attribute.key.as_ref().to_owned();
            if !allowed.contains(&&*name) {
                let allowed = allowed.join(", ");
                return Err(match allowed.is_empty() {
                    true => texts::no_attributes(element, name),
                    false => texts::other_attribute(element, name, allowed),
                });
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(texts::not_well_formed)?;
            all.push((name, one_line(&value)));
        }
        Ok(Self { element, all })
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let mut all = self.all.iter();
        all.find(|(of, _)| of == name).map(|(_, value)| &**value)
    }

    /// A number of at most `most`.
    pub(super) fn number(&self, name: &str, most: u32) -> Result<Option<u32>, Text> {
        let Some(value) = self.text(name) else {
            return Ok(None);
        };
        match value.parse::<u32>() {
            Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
            _ => Err(texts::not_a_number(&self.element, name, most, value)),
        }
    }

    /// Numbers with blanks between them.
    pub(super) fn numbers(&self, name: &str, most: u32) -> Result<Vec<u32>, Text> {
        let values = self.text(name).unwrap_or_default().split_whitespace();
        let number = |value: &str| match value.parse::<u32>() {
            Ok(number) if (1..=most).contains(&number) => Ok(number),
            _ => Err(texts::not_a_number(&self.element, name, most, value)),
        };
        values.map(number).collect()
    }

    /// One of some words, with its meaning.
    pub(super) fn word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, Text> {
        let Some(value) = self.text(name) else {
            return Ok(None);
        };
        let mut meanings = words.iter();
        match meanings.find(|(word, _)| *word == value) {
            Some((_, meaning)) => Ok(Some(*meaning)),
            None => {
                let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                Err(texts::other_word(
                    &self.element,
                    name,
                    words.join(", "),
                    value,
                ))
            }
        }
    }
}
