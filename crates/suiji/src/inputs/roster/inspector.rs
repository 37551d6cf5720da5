//! One row of the roster [I4].

use std::borrow::Cow;

use crate::inputs::table::RowFields;
use crate::json::Json;

/// An inspector (执法检查人员) as a row for a [`super::Roster`], which checks it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inspector<'a>(pub(super) RowFields<'a>);

impl<'a> Inspector<'a> {
    /// An inspector with the id (normally the number of the enforcement certificate), name and department.
    pub fn new(
        id: impl Into<Cow<'a, str>>,
        name: impl Into<Cow<'a, str>>,
        department: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self(RowFields::new([
            ("id", id.into()),
            ("name", name.into()),
            ("department", department.into()),
        ]))
    }

    /// Sets the division code.
    #[must_use]
    pub fn with_district(self, district: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("district", district))
    }

    /// Sets the skills. Their order does not matter.
    #[must_use]
    pub fn with_skills<T: Into<Cow<'a, str>>>(self, skills: impl IntoIterator<Item = T>) -> Self {
        Self(self.0.set_texts("skills", skills))
    }

    /// Sets whether the inspector may lead a team (主办人员).
    #[must_use]
    pub fn with_lead(self, lead: bool) -> Self {
        Self(self.0.set("lead", Json::Bool(lead)))
    }

    /// Sets whether the inspector is an expert. Experts are not enforcement staff.
    #[must_use]
    pub fn with_expert(self, expert: bool) -> Self {
        Self(self.0.set("expert", Json::Bool(expert)))
    }

    /// Sets the load at which the inspector gets no further seat, at least 1.
    #[must_use]
    pub fn with_max_load(self, load: u64) -> Self {
        Self(self.0.set_count("max_load", load))
    }

    /// Sets the number of open cases at the time of sealing. The load begins with this number.
    #[must_use]
    pub fn with_load(self, cases: u64) -> Self {
        Self(self.0.set_count("load", cases))
    }

    /// Sets the last day of the certificate, `YYYY-MM-DD`.
    #[must_use]
    pub fn with_valid_to(self, date: impl Into<Cow<'a, str>>) -> Self {
        Self(self.0.set_text("valid_to", date))
    }

    /// Sets the entities that the inspector must not inspect (回避). Their order does not matter.
    #[must_use]
    pub fn with_recuse<T: Into<Cow<'a, str>>>(self, entities: impl IntoIterator<Item = T>) -> Self {
        Self(self.0.set_texts("recuse", entities))
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

    /// The department.
    pub fn department(&self) -> &str {
        self.0.required("department")
    }

    /// The division code.
    pub fn district(&self) -> Option<&str> {
        self.0.text("district")
    }

    /// The skills.
    pub fn skills(&self) -> Vec<&str> {
        self.0.texts("skills")
    }

    /// Whether the inspector may lead a team.
    pub fn lead(&self) -> bool {
        self.0.flag("lead")
    }

    /// Whether the inspector is an expert.
    pub fn expert(&self) -> bool {
        self.0.flag("expert")
    }

    /// The load at which the inspector gets no further seat.
    pub fn max_load(&self) -> Option<u64> {
        self.0.count("max_load")
    }

    /// The number of open cases at the time of sealing.
    pub fn load(&self) -> u64 {
        self.0.count("load").unwrap_or_default()
    }

    /// The last day of the certificate.
    pub fn valid_to(&self) -> Option<&str> {
        self.0.text("valid_to")
    }

    /// The entities that the inspector must not inspect.
    pub fn recuse(&self) -> Vec<&str> {
        self.0.texts("recuse")
    }

    /// Other columns that the office keeps, as keys and values.
    pub fn extra(&self) -> Vec<(&str, &str)> {
        self.0.entries("extra")
    }
}
