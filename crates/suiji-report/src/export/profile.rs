//! A mapping file.

use std::collections::BTreeMap;

use super::fields::Field;
use super::lines::Rows;
use crate::base::problem::Error;
use crate::base::texts::{self, codes};

/// The mapping files of this version, by name.
const OURS: [(&str, &[u8]); 2] = [
    ("publicity", include_bytes!("profiles/publicity.json")),
    ("zhejiang", include_bytes!("profiles/zhejiang.json")),
];

/// The form of an exported table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Format {
    /// Text with commas, in UTF-8 with a byte order mark.
    Csv,
    /// A workbook.
    Xlsx,
    /// A list of objects.
    Json,
}

impl Format {
    /// The word for the format in a mapping file, and the extension of such a file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }
}

/// The form of dates.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum DateForm {
    #[default]
    Dashes,
    Slashes,
    Digits,
    Chinese,
}

/// The contents of a column.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// A field. If the mapping file has words, each value has a word of the platform.
    Field(&'static Field, Option<BTreeMap<String, String>>),
    /// A column of `extra` in the registry.
    Extra(String),
    /// The same text in each row; empty if the column is filled in by hand.
    Fixed(String),
}

/// A column that a platform expects.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) name: String,
    pub(super) source: Source,
}

/// The columns that a platform expects, with their names and words.
///
/// ```
/// use suiji_report::Profile;
///
/// let file = r#"{
///     "profile": "样例平台", "follows": "样例平台导入说明", "missing": [],
///     "public": false, "rows": "visits", "format": "json", "date": "YYYYMMDD", "separator": "、",
///     "columns": [{"name": "code", "field": "entity.id"}, {"name": "people", "field": "visit.inspectors"}]
/// }"#;
/// let profile = Profile::from_json(file.as_bytes())?;
/// assert_eq!(profile.name(), "样例平台");
///
/// let error = Profile::from_json(br#"{"profile": ""}"#).unwrap_err();
/// assert_eq!(error.code(), "report.profile");
/// # Ok::<(), suiji_report::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Profile {
    pub(super) name: String,
    pub(super) follows: String,
    pub(super) missing: Vec<String>,
    pub(super) is_public: bool,
    pub(super) rows: Rows,
    pub(super) format: Format,
    pub(super) date: DateForm,
    pub(super) separator: String,
    pub(super) columns: Vec<Wanted>,
}

impl Profile {
    /// The names of the profiles of this version: `publicity`, the fields that the national publicity system shows, and
    /// `zhejiang`, the fields of one province's system.
    pub fn known() -> impl Iterator<Item = &'static str> {
        OURS.iter().map(|(name, _)| *name)
    }

    /// A profile of this version.
    ///
    /// # Errors
    /// `report.unknown-profile` if there is no profile with this name.
    pub fn named(name: &str) -> Result<Self, Error> {
        let Some((_, bytes)) = OURS.iter().find(|(known, _)| *known == name) else {
            let names: Vec<&str> = Self::known().collect();
            return Err(codes::unknown_profile(name, names.join(", ")).into());
        };
        Self::from_json(bytes)
    }

    /// The name of the profile.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The source of the profile.
    pub fn follows(&self) -> &str {
        &self.follows
    }

    /// The fields that were not available, or must be filled in by hand.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// The form of the table.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Whether the table may be published. If so, it has no class, no column of the registry and no reserve.
    pub const fn is_public(&self) -> bool {
        self.is_public
    }

    /// The columns of `extra` in the registry that are in the table.
    pub(crate) fn extra(&self) -> Vec<String> {
        let columns = self.columns.iter();
        let extra = columns.filter_map(|column| match &column.source {
            Source::Extra(name) => Some(name.clone()),
            _ => None,
        });
        extra.collect()
    }

    /// The profile in words: its name, its source, and the fields that were not available.
    pub fn about(&self) -> texts::Text {
        let missing: Vec<texts::Text> = self
            .missing
            .iter()
            .map(|text| texts::Text::of(|_| text.clone()))
            .collect();
        match missing.is_empty() {
            true => texts::profile_about(&self.name, &self.follows),
            false => {
                let missing = texts::Text::joined(&missing, &texts::profile_separator());
                texts::profile_about_missing(&self.name, &self.follows, missing)
            }
        }
    }
}
