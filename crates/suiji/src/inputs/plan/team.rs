//! The team of a task [I2, T1].

use crate::base::date::Date;

/// The team of a task: its seats and their requirements [I2].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Team {
    pub(crate) seats: Vec<SeatGroup>,
    pub(crate) lead_required: bool,
    pub(crate) district: Option<DistrictRule>,
    pub(crate) rotation_from: Option<Date>,
}

/// Seats with the same requirements.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SeatGroup {
    pub(crate) department: String,
    pub(crate) count: u64,
    pub(crate) role: Option<String>,
    pub(crate) skills: Vec<String>,
    pub(crate) expert: bool,
}

/// How the district of an inspector must relate to that of the entity [T2].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum DistrictRule {
    /// One is a prefix of the other.
    Same,
    /// Neither is a prefix of the other.
    Other,
}

impl Team {
    /// A team of these seats, in order. The first seat is for the lead (主办人员).
    pub fn new(seats: Vec<SeatGroup>) -> Self {
        Self {
            seats,
            lead_required: false,
            district: None,
            rotation_from: None,
        }
    }

    /// Sets whether the first seat requires an inspector who may lead.
    #[must_use]
    pub fn with_lead_required(self, lead_required: bool) -> Self {
        Self {
            lead_required,
            ..self
        }
    }

    /// Sets the rule on districts.
    #[must_use]
    pub fn with_district(self, rule: DistrictRule) -> Self {
        Self {
            district: Some(rule),
            ..self
        }
    }

    /// Sets the day from which visits count: an inspector who visited the entity on this day or later does not visit it
    /// again.
    #[must_use]
    pub fn with_rotation_from(self, date: Date) -> Self {
        Self {
            rotation_from: Some(date),
            ..self
        }
    }

    /// The seats, in groups.
    pub fn seats(&self) -> &[SeatGroup] {
        &self.seats
    }

    /// Whether the first seat requires an inspector who may lead.
    pub const fn lead_required(&self) -> bool {
        self.lead_required
    }

    /// The rule on districts.
    pub const fn district(&self) -> Option<DistrictRule> {
        self.district
    }

    /// The day from which earlier visits keep an inspector from the entity [T2].
    pub const fn rotation_from(&self) -> Option<Date> {
        self.rotation_from
    }

    /// The total number of seats [T1].
    pub(crate) fn seat_count(&self) -> u64 {
        self.seats.iter().map(|group| group.count).sum()
    }

    /// [T1] The seats written out, at most 20 in a checked plan.
    pub(crate) fn written_out(&self) -> impl Iterator<Item = &SeatGroup> {
        self.seats
            .iter()
            .flat_map(|group| (0..group.count).map(move |_| group))
    }
}

impl SeatGroup {
    /// `count` seats for inspectors of a department.
    pub fn new(department: &str, count: u64) -> Self {
        Self {
            department: department.to_owned(),
            count,
            role: None,
            skills: Vec::new(),
            expert: false,
        }
    }

    /// What the inspectors in these seats do. It has no effect on the draw.
    #[must_use]
    pub fn with_role(self, role: &str) -> Self {
        Self {
            role: Some(role.to_owned()),
            ..self
        }
    }

    /// Sets the skills. An inspector needs all of them.
    #[must_use]
    pub fn with_skills(self, skills: &[&str]) -> Self {
        Self {
            skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
            ..self
        }
    }

    /// Sets whether the seats are for experts. Experts are not enforcement staff.
    #[must_use]
    pub fn with_expert(self, expert: bool) -> Self {
        Self { expert, ..self }
    }

    /// The department.
    pub fn department(&self) -> &str {
        &self.department
    }

    /// How many seats.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// What the inspectors in these seats do.
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }

    /// The skills. An inspector needs all of them.
    pub fn skills(&self) -> &[String] {
        &self.skills
    }

    /// Whether the seats are for experts.
    pub const fn expert(&self) -> bool {
        self.expert
    }
}
