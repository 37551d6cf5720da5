//! One row of the registry [I3].

use std::borrow::Cow;

use super::store::{NewRow, Store};
use crate::base::id::is_id;
use crate::base::texts::codes;
use crate::inputs::plan::is_district;
use crate::inputs::table::{self, RowFields};
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
    "exempt",
    "exempt_from",
    "extra",
];

/// An entity (检查对象) as a row for a [`super::Registry`], which checks it.
///
/// ```
/// use suiji::Registry;
/// use suiji::tables::Entity;
///
/// let entity = Entity::new("91140521MA0KAAAA1B", "样例企业")
///     .with_class("low")
///     .with_categories(["汽车销售企业"])
///     .with_district("140521");
/// assert_eq!(Registry::from_rows([entity])?.len(), 1);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entity<'a>(pub(crate) RowFields<'a>);

/// Whether an entity can be drawn at all [F1].
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Status {
    /// In business.
    #[default]
    Active,
    /// Closed. It is in no frame.
    Inactive,
}

impl Status {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
        }
    }
}

impl<'a> Entity<'a> {
    /// An entity with its id (normally the unified social credit code) and name.
    pub fn new(id: impl Into<Cow<'a, str>>, name: impl Into<Cow<'a, str>>) -> Self {
        Self(RowFields::new([("id", id.into()), ("name", name.into())]))
    }

    /// Sets the risk class. Without it, the entity is unrated.
    #[must_use]
    pub fn with_class(self, class: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("class", class))
    }

    /// Sets the categories. Their order does not matter.
    #[must_use]
    pub fn with_categories<T: Into<Cow<'a, str>>>(
        self,
        categories: impl IntoIterator<Item = T>,
    ) -> Self {
        Self(self.0.set_texts("categories", categories))
    }

    /// Sets the division code (GB/T 2260), 2 to 12 digits.
    #[must_use]
    pub fn with_district(self, district: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("district", district))
    }

    /// Sets the GB/T 4754 code.
    #[must_use]
    pub fn with_industry(self, industry: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("industry", industry))
    }

    /// Sets whether the entity is active.
    #[must_use]
    pub fn with_status(self, status: Status) -> Self {
        Self(self.0.set_text("status", status.as_str()))
    }

    /// Sets the day on which the entity was established, `YYYY-MM-DD`.
    #[must_use]
    pub fn with_established(self, date: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("established", date))
    }

    /// Exempts the entity from the draw (免检). The text is the reason.
    #[must_use]
    pub fn with_exempt(self, why: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("exempt", why))
    }

    /// Limits the exemption to these tasks, given by their ids in any order. Otherwise the entity is exempt from all
    /// tasks.
    #[must_use]
    pub fn with_exempt_from<T: Into<Cow<'a, str>>>(
        self,
        tasks: impl IntoIterator<Item = T>,
    ) -> Self {
        Self(self.0.set_texts("exempt_from", tasks))
    }

    /// Sets other columns that the office keeps.
    #[must_use]
    pub fn with_extra<T: Into<Cow<'a, str>>>(
        self,
        extra: impl IntoIterator<Item = (T, T)>,
    ) -> Self {
        Self(self.0.set_entries("extra", extra))
    }

    /// The id.
    pub fn id(&self) -> &str {
        self.0.required("id")
    }

    /// The name.
    pub fn name(&self) -> &str {
        self.0.required("name")
    }

    /// The risk class.
    pub fn class(&self) -> Option<&str> {
        self.0.text("class")
    }

    /// The categories.
    pub fn categories(&self) -> Vec<&str> {
        self.0.texts("categories")
    }

    /// The division code.
    pub fn district(&self) -> Option<&str> {
        self.0.text("district")
    }

    /// The GB/T 4754 code.
    pub fn industry(&self) -> Option<&str> {
        self.0.text("industry")
    }

    /// Whether the entity is active.
    pub fn status(&self) -> Status {
        match self.0.text("status") {
            Some("inactive") => Status::Inactive,
            _ => Status::Active,
        }
    }

    /// The day on which the entity was established.
    pub fn established(&self) -> Option<&str> {
        self.0.text("established")
    }

    /// The reason why the entity is exempt.
    pub fn exempt(&self) -> Option<&str> {
        self.0.text("exempt")
    }

    /// The tasks from which the entity is exempt. If there are none, it is exempt from all tasks.
    pub fn exempt_from(&self) -> Vec<&str> {
        self.0.texts("exempt_from")
    }

    /// Other columns that the office keeps, as keys and values.
    pub fn extra(&self) -> Vec<(&str, &str)> {
        self.0.entries("extra")
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
    let class = reader.optional(fields, path, "class", read_class);
    let categories = reader.list(fields, path, "categories", Reader::text);
    let categories =
        categories.and_then(|members| table::sort_set(reader, members, &path.key("categories")));
    let district = reader.optional(fields, path, "district", read_district);
    let industry = reader.optional(fields, path, "industry", Reader::text);
    let inactive = reader.optional(fields, path, "status", |reader, value, path| {
        let choices = [("active", false), ("inactive", true)];
        let inactive = reader.choice(value, path, &choices)?;
        let kept = inactive || reader.dropped(codes::written_default(), path);
        kept.then_some(inactive)
    });
    let established = reader.optional(fields, path, "established", Reader::date);
    let exempt = reader.optional(fields, path, "exempt", Reader::text);
    let exempt_from = reader.filled_list(fields, path, "exempt_from", Reader::id);
    let exempt_from = exempt_from.and_then(|tasks| {
        table::sort_set(reader, tasks.unwrap_or_default(), &path.key("exempt_from"))
    });
    if fields.has("exempt_from") && !fields.has("exempt") {
        reader.fault(codes::exempt_missing(), &path.key("exempt_from"));
        return None;
    }
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
        exempt: exempt?,
        exempt_from: exempt_from?,
        extra: extra?,
        number,
    });
    Some(())
}

/// [I6] Reads a class. A text that does not have the form of an id cannot be a class of a plan.
fn read_class<'t>(
    reader: &mut Reader<'_>,
    value: &'t Json<'_>,
    path: &Path<'_>,
) -> Option<&'t str> {
    let class = reader.string(value, path)?;
    let right = is_id(class);
    if !right {
        reader.fault(codes::entity_class(class), path);
    }
    right.then_some(class)
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
        reader.fault(codes::district_form(2, code), path);
    }
    right.then_some(code)
}
