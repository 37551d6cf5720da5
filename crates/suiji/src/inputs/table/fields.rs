//! A row before it is put into a table, or after: the unchecked fields of one JSON object.

use std::borrow::Cow;

use crate::json::Json;

/// The fields of a row, each set at most once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct RowFields<'a>(Json<'a>);

impl<'a> RowFields<'a> {
    pub(crate) fn new<const N: usize>(required: [(&'static str, Cow<'a, str>); N]) -> Self {
        let fields = required.map(|(key, value)| (key, Json::text(value)));
        Self(Json::object(fields))
    }

    /// Sets a field. It replaces an earlier value.
    pub(crate) fn set(mut self, key: &'static str, value: Json<'a>) -> Self {
        if let Json::Object(fields) = &mut self.0 {
            match fields.iter_mut().find(|(of, _)| of == key) {
                Some((_, old)) => *old = value,
                None => fields.push((key.into(), value)),
            }
        }
        self
    }

    pub(crate) fn set_text(self, key: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        self.set(key, Json::text(text))
    }

    pub(crate) fn set_texts<T: Into<Cow<'a, str>>>(
        self,
        key: &'static str,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        self.set(key, Json::list(texts.into_iter().map(Json::text)))
    }

    pub(crate) fn set_count(self, key: &'static str, count: u64) -> Self {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.set(key, Json::integer(count))
    }

    /// Sets an object of texts.
    pub(crate) fn set_entries<T: Into<Cow<'a, str>>>(
        self,
        key: &'static str,
        entries: impl IntoIterator<Item = (T, T)>,
    ) -> Self {
        self.set(key, Json::sorted_texts(entries))
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Json::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A field that every row has.
    pub(crate) fn required(&self, key: &str) -> &str {
        self.text(key).unwrap_or_default()
    }

    pub(crate) fn texts(&self, key: &str) -> Vec<&str> {
        match self.get(key) {
            Some(Json::List(items)) => items.iter().filter_map(as_text).collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn entries(&self, key: &str) -> Vec<(&str, &str)> {
        match self.get(key) {
            Some(Json::Object(fields)) => fields
                .iter()
                .filter_map(|(key, value)| Some((&**key, as_text(value)?)))
                .collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn count(&self, key: &str) -> Option<u64> {
        match self.get(key) {
            Some(Json::Int(count)) => u64::try_from(*count).ok(),
            _ => None,
        }
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        self.get(key) == Some(&Json::Bool(true))
    }

    pub(crate) const fn tree(&self) -> &Json<'a> {
        &self.0
    }

    fn get(&self, key: &str) -> Option<&Json<'a>> {
        match &self.0 {
            Json::Object(fields) => fields
                .iter()
                .find(|(of, _)| of == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}

impl From<Json<'static>> for RowFields<'static> {
    fn from(row: Json<'static>) -> Self {
        Self(row)
    }
}

fn as_text<'t>(value: &'t Json<'_>) -> Option<&'t str> {
    match value {
        Json::Text(text) => Some(text),
        _ => None,
    }
}
