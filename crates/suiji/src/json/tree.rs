//! A JSON value as [C2a] allows it.

use std::borrow::Cow;

use crate::base::limits;
use crate::base::texts::{self, Words};

/// A JSON value as [C2a] allows it; `Null` and `Number` represent values that it forbids.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Json<'a> {
    Null,
    /// A number that is not an integer in ±(2^53−1).
    Number,
    Bool(bool),
    Int(i64),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    /// Fields in the order in which they are written. After parsing, they are sorted by key.
    Object(Vec<(Cow<'a, str>, Self)>),
}

impl<'a> Json<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Json::Text(text.into())
    }

    /// [C2a] An integer, if it is within ±(2^53−1).
    pub(crate) fn integer(number: i64) -> Self {
        let allowed = (-limits::INTEGER..=limits::INTEGER).contains(&number);
        if allowed {
            Json::Int(number)
        } else {
            Json::Number
        }
    }

    /// A count. Counts in documents are at most 2^53 − 1, because there are fewer rows.
    pub(crate) fn count(count: u64) -> Self {
        Json::Int(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(crate) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Json::List(items.into_iter().collect())
    }

    pub(crate) fn texts<'t: 'a>(items: &'t [String]) -> Self {
        Json::list(items.iter().map(|item| Json::text(item.as_str())))
    }

    pub(crate) fn object<K: Into<Cow<'a, str>>>(
        fields: impl IntoIterator<Item = (K, Self)>,
    ) -> Self {
        Json::Object(
            fields
                .into_iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
        )
    }

    /// An object of texts, its keys sorted as after parsing.
    pub(crate) fn sorted_texts<T: Into<Cow<'a, str>>>(
        entries: impl IntoIterator<Item = (T, T)>,
    ) -> Self {
        let entries = entries
            .into_iter()
            .map(|(key, value)| (key.into(), Json::text(value)));
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        Json::Object(entries)
    }

    /// The same tree with sorted keys, as after parsing.
    pub(crate) fn sorted(self) -> Self {
        match self {
            Json::Object(mut fields) => {
                fields.sort_by(|(a, _), (b, _)| a.cmp(b));
                Json::Object(
                    fields
                        .into_iter()
                        .map(|(key, value)| (key, value.sorted()))
                        .collect(),
                )
            }
            Json::List(items) => Json::list(items.into_iter().map(Self::sorted)),
            other => other,
        }
    }

    /// The same tree, with no borrowed texts.
    pub(crate) fn into_owned(self) -> Json<'static> {
        match self {
            Json::Null => Json::Null,
            Json::Number => Json::Number,
            Json::Bool(flag) => Json::Bool(flag),
            Json::Int(number) => Json::Int(number),
            Json::Text(text) => Json::text(text.into_owned()),
            Json::List(items) => Json::list(items.into_iter().map(Json::into_owned)),
            Json::Object(fields) => Json::object(
                fields
                    .into_iter()
                    .map(|(key, value)| (key.into_owned(), value.into_owned())),
            ),
        }
    }

    /// The same object with its fields in the order of `keys`, which is that of files.
    pub(crate) fn in_order(self, keys: &[&str]) -> Self {
        match self {
            Json::Object(mut fields) => {
                fields.sort_by_key(|(key, _)| keys.iter().position(|of| of == key));
                Json::Object(fields)
            }
            other => other,
        }
    }

    /// Whether [C2c] leaves it out as an optional field.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Json::List(items) => items.is_empty(),
            Json::Object(fields) => fields.is_empty(),
            _ => false,
        }
    }

    /// The kind of value, in words.
    pub(crate) const fn kind(&self) -> Words {
        match self {
            Json::Null => texts::NULL,
            Json::Number => texts::NO_INTEGER,
            Json::Bool(_) => texts::A_FLAG,
            Json::Int(_) => texts::AN_INTEGER,
            Json::Text(_) => texts::A_TEXT,
            Json::List(_) => texts::AN_ARRAY,
            Json::Object(_) => texts::AN_OBJECT,
        }
    }
}

/// Builds an object field by field, without the fields that [C2c] leaves out.
#[derive(Debug, Default)]
pub(crate) struct ObjectBuilder<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> ObjectBuilder<'a> {
    /// A field that is always present.
    pub(crate) fn with(mut self, key: &'a str, value: Json<'a>) -> Self {
        self.0.push((key.into(), value));
        self
    }

    /// [C2c] Adds an optional field. It is left out if it has no value or an empty one.
    pub(crate) fn maybe(self, key: &'a str, value: Option<Json<'a>>) -> Self {
        match value {
            Some(value) if !value.is_empty() => self.with(key, value),
            _ => self,
        }
    }

    /// A flag whose default is false.
    pub(crate) fn flag(self, key: &'a str, flag: bool) -> Self {
        self.maybe(key, flag.then_some(Json::Bool(true)))
    }

    pub(crate) fn build(self) -> Json<'a> {
        Json::Object(self.0)
    }
}
