//! `office.json`: the settings of an office that are not in the draw.

use serde::{Deserialize, Serialize};
use suiji::values::Time;

use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::days::Span;

/// The settings of an office. All are optional. A missing setting is left blank on the papers, to be filled in by hand.
///
/// ```
/// use suiji_report::Office;
///
/// let office = Office::from_json(r#"{"place": "三楼会议室", "columns": ["住所"]}"#.as_bytes());
/// assert!(office.is_ok());
/// let office = Office::from_json(br#"{"plaice": ""}"#).unwrap_err();
/// assert_eq!(office.code(), "report.office");
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Office {
    pub(crate) name: Option<String>,
    pub(crate) place: Option<String>,
    #[serde(deserialize_with = "time")]
    pub(crate) drawn_at: Option<Time>,
    pub(crate) host: Option<String>,
    pub(crate) operator: Option<String>,
    pub(crate) recorder: Option<String>,
    pub(crate) witnesses: Vec<Witness>,
    pub(crate) contact: Contact,
    pub(crate) numbers: Numbers,
    /// The columns of `extra` of the registry that papers about visits show, in this order.
    pub(crate) columns: Vec<String>,
    /// The column of `extra` with the address at which an entity is visited.
    pub(crate) address: Option<String>,
    pub(crate) announcement: Announcement,
    pub(crate) deadlines: Deadlines,
    pub(crate) results_published_at: Option<String>,
}

/// A person who watches the draw, and signs.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Witness {
    pub(crate) role: String,
    pub(crate) name: Option<String>,
    pub(crate) organisation: Option<String>,
}

/// The contact for questions of an entity.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Contact {
    pub(crate) person: Option<String>,
    pub(crate) telephone: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) postcode: Option<String>,
}

/// The numbers of notices and approvals: a text in which `{n}` is the number.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Numbers {
    pub(crate) notice: Option<String>,
    pub(crate) approval: Option<String>,
    pub(crate) first: u64,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            notice: None,
            approval: None,
            first: 1,
        }
    }
}

/// The data about inspectors in the announcement.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Inspectors {
    #[default]
    None,
    Numbers,
    Names,
    NamesAndNumbers,
}

/// The settings of the announcement.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Announcement {
    pub(crate) inspectors: Inspectors,
}

/// The deadlines of an office. A deadline that is not set is not on the papers. Only the publication has a national
/// rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Deadlines {
    /// The time after the draw in which the lead is notified and collects the task.
    pub(crate) notify: Option<Length>,
    /// The time after the inspection in which the lead reports.
    pub(crate) report: Option<Length>,
    /// The time after the inspection in which the result is published.
    pub(crate) publish: Option<Length>,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            notify: None,
            report: None,
            publish: Some(Length::WorkingDays(20)),
        }
    }
}

/// A length of time, with exactly one of the two fields.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Length {
    Days(u64),
    WorkingDays(u64),
}

impl From<Length> for Span {
    fn from(length: Length) -> Self {
        match length {
            Length::Days(count) => Self::Days(count),
            Length::WorkingDays(count) => Self::WorkingDays(count),
        }
    }
}

fn time<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    let time = text.map(|text| text.parse::<Time>());
    time.transpose().map_err(serde::de::Error::custom)
}

impl Office {
    /// The settings of a file.
    ///
    /// # Errors
    /// If the file is not JSON of this form. The error names line and field.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        // Some editors on Windows begin a file with a byte order mark.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let office = serde_json::from_slice::<Fields>(bytes);
        let office = office.map_err(codes::office)?;
        Ok(office.0)
    }

    /// The time when the draw began, if it is set.
    pub const fn drawn_at(&self) -> Option<&Time> {
        self.drawn_at.as_ref()
    }

    /// The time after the inspection in which the lead reports; `None` if it is not set.
    pub fn report_within(&self) -> Option<Span> {
        self.deadlines.report.map(Span::from)
    }

    /// The time after the inspection in which the result is published. By the national rule it is 20 working days.
    /// `None` if the office has set that there is no deadline.
    pub fn publish_within(&self) -> Option<Span> {
        self.deadlines.publish.map(Span::from)
    }
}

/// Accepts only objects. Serde would also accept a list of values in the order of the fields.
struct Fields(Office);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> serde::de::Visitor<'de> for Object {
            type Value = Office;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Office, A::Error> {
                Office::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            }
        }

        from.deserialize_map(Object).map(Self)
    }
}
