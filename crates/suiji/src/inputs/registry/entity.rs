//! One row of the registry [I3].

use std::borrow::Cow;

use super::store::{NewRow, Store};
use crate::base::codes;
use crate::inputs::plan::is_district;
use crate::inputs::table;
use crate::json::Json;
use crate::json::reader::{Path, Reader};

pub(super) const FIELDS: &[&str] = &[
    "id",
    "name",
    "class",
    "categories",
    "district",
    "industry",
    "status",
    "established",
    "extra",
];

/// An entity (检查对象) as a row to be put into a [`super::Registry`], which checks it.
///
/// ```
/// use suiji::{Entity, Registry};
///
/// let entity = Entity::new("91140521MA0KAAAA1B", "样例企业")
///     .with_class("low")
///     .with_categories(["汽车销售企业"])
///     .with_district("140521");
/// assert_eq!(Registry::from_rows([entity])?.len(), 1);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entity<'a>(Json<'a>);

impl<'a> Entity<'a> {
    /// An entity with its id (normally the unified social credit code) and name.
    pub fn new(id: impl Into<Cow<'a, str>>, name: impl Into<Cow<'a, str>>) -> Self {
        Self(Json::object([
            ("id", Json::text(id)),
            ("name", Json::text(name)),
        ]))
    }

    /// Its risk class; without one it is unrated.
    #[must_use]
    pub fn with_class(self, class: impl Into<Cow<'a, str>>) -> Self {
        self.with("class", Json::text(class))
    }

    /// Its categories, a set.
    #[must_use]
    pub fn with_categories<T: Into<Cow<'a, str>>>(
        self,
        categories: impl IntoIterator<Item = T>,
    ) -> Self {
        self.with(
            "categories",
            Json::list(categories.into_iter().map(Json::text)),
        )
    }

    /// Its division code (GB/T 2260), 2 to 12 digits.
    #[must_use]
    pub fn with_district(self, district: impl Into<Cow<'a, str>>) -> Self {
        self.with("district", Json::text(district))
    }

    /// Its GB/T 4754 code.
    #[must_use]
    pub fn with_industry(self, industry: impl Into<Cow<'a, str>>) -> Self {
        self.with("industry", Json::text(industry))
    }

    /// It has been closed: it is in no frame.
    #[must_use]
    pub fn inactive(self) -> Self {
        self.with("status", Json::text("inactive"))
    }

    /// The day on which it was established, `YYYY-MM-DD`.
    #[must_use]
    pub fn with_established(self, date: impl Into<Cow<'a, str>>) -> Self {
        self.with("established", Json::text(date))
    }

    /// Other columns that the office keeps.
    #[must_use]
    pub fn with_extra<T: Into<Cow<'a, str>>>(
        self,
        extra: impl IntoIterator<Item = (T, T)>,
    ) -> Self {
        self.with("extra", Json::sorted_texts(extra))
    }

    fn with(mut self, key: &'static str, value: Json<'a>) -> Self {
        if let Json::Object(fields) = &mut self.0 {
            fields.push((key.into(), value));
        }
        self
    }
}

impl<'a> Entity<'a> {
    pub(crate) fn tree(&self) -> &Json<'a> {
        &self.0
    }
}

/// [I3] Reads and checks a row of the registry, and puts it into the store.
pub(super) fn read(
    store: &mut Store,
    reader: &mut Reader<'_>,
    row: &Json<'_>,
    path: &Path<'_>,
    number: u64,
) -> Option<()> {
    let fields = reader.object(row, path, FIELDS)?;
    let id = reader.required(fields, path, "id", Reader::id);
    let name = reader.required(fields, path, "name", Reader::text);
    let class = reader.optional(fields, path, "class", Reader::id);
    let categories = reader.list(fields, path, "categories", Reader::text);
    let categories =
        categories.and_then(|members| table::sort_set(reader, members, &path.key("categories")));
    let district = reader.optional(fields, path, "district", read_district);
    let industry = reader.optional(fields, path, "industry", Reader::text);
    let inactive = reader.optional(fields, path, "status", |reader, value, path| {
        let choices = [("active", false), ("inactive", true)];
        let inactive = reader.choice(value, path, &choices)?;
        let kept = inactive || reader.dropped(codes::WRITTEN_DEFAULT, path);
        kept.then_some(inactive)
    });
    let established = reader.optional(fields, path, "established", Reader::date);
    let extra = reader.extra(fields, path);
    store.push(&NewRow {
        id: id?,
        name: name?,
        class: class?,
        categories: categories?,
        district: district?,
        industry: industry?,
        inactive: inactive?.unwrap_or(false),
        established: established?,
        extra: extra?,
        number,
    });
    Some(())
}

/// A division code of 2 to 12 digits [I3].
pub(crate) fn read_district<'t>(
    reader: &mut Reader<'_>,
    value: &'t Json<'_>,
    path: &Path<'_>,
) -> Option<&'t str> {
    let code = reader.string(value, path)?;
    let right = is_district(code, 2);
    if !right {
        reader.fault(
            codes::DISTRICT_FORM,
            path,
            &[("found", code), ("from", "2")],
        );
    }
    right.then_some(code)
}
