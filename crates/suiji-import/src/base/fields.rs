//! The fields of each list, in the order in which they are written.

use suiji_tables::names::{self, Names};

use super::list::List;
use super::texts::{self, Text};

/// The kind of a field's content. It decides how a cell is cleaned.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Holds {
    EntityId,
    InspectorId,
    Name,
    /// The name of a person. Blanks in it have no meaning.
    Person,
    Department,
    Class,
    District,
    Industry,
    Status,
    Date,
    /// The last day of a certificate; a certificate may have no last day.
    LastDay,
    Exempt,
    Flag,
    Count,
    VisitKind,
    /// A task, by id or name.
    Task,
    /// The tasks that one visit serves, by id or name.
    Tasks,
    /// An entity, by id or name.
    Entity,
    /// Outcomes or measures of an inspection.
    Coded(Coded),
    /// A remark, which may continue in other rows.
    Note,
    /// A list of texts, or of ids given by id or name.
    List(Members),
}

/// The kind of the codes in a cell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Coded {
    Outcomes,
    Measures,
}

/// The kind of the members of a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Members {
    Categories,
    Skills,
    Departments,
    Tasks,
    Entities,
    Inspectors,
}

/// A field of a list.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    pub(crate) required: bool,
}

const fn required(name: &'static str, holds: Holds) -> Field {
    Field {
        name,
        holds,
        required: true,
    }
}

const fn optional(name: &'static str, holds: Holds) -> Field {
    Field {
        name,
        holds,
        required: false,
    }
}

const REGISTRY: &[Field] = &[
    required("id", Holds::EntityId),
    required("name", Holds::Name),
    optional("class", Holds::Class),
    optional("categories", Holds::List(Members::Categories)),
    optional("district", Holds::District),
    optional("industry", Holds::Industry),
    optional("status", Holds::Status),
    optional("established", Holds::Date),
    optional("exempt", Holds::Exempt),
    optional("exempt_from", Holds::List(Members::Tasks)),
];

const ROSTER: &[Field] = &[
    required("id", Holds::InspectorId),
    required("name", Holds::Person),
    required("department", Holds::Department),
    optional("district", Holds::District),
    optional("skills", Holds::List(Members::Skills)),
    optional("lead", Holds::Flag),
    optional("expert", Holds::Flag),
    optional("max_load", Holds::Count),
    optional("load", Holds::Count),
    optional("valid_to", Holds::LastDay),
    optional("recuse", Holds::List(Members::Entities)),
];

const HISTORY: &[Field] = &[
    required("entity", Holds::Entity),
    required("task", Holds::Task),
    required("date", Holds::Date),
    optional("kind", Holds::VisitKind),
    optional("by", Holds::List(Members::Departments)),
    optional("inspectors", Holds::List(Members::Inspectors)),
];

const RESULTS: &[Field] = &[
    required("entity", Holds::Entity),
    required("task", Holds::Tasks),
    required("date", Holds::Date),
    optional("inspectors", Holds::List(Members::Inspectors)),
    required("outcomes", Holds::Coded(Coded::Outcomes)),
    optional("measures", Holds::Coded(Coded::Measures)),
    optional("note", Holds::Note),
    optional("published", Holds::Date),
];

impl List {
    /// The fields, in the order in which they are written.
    pub(crate) const fn fields(self) -> &'static [Field] {
        match self {
            Self::Registry => REGISTRY,
            Self::Roster => ROSTER,
            Self::History => HISTORY,
            Self::Results => RESULTS,
            Self::Plan => &[],
        }
    }

    /// The number of first fields that together identify a row.
    pub(crate) const fn key(self) -> usize {
        match self {
            Self::Registry | Self::Roster => 1,
            Self::History => 4,
            Self::Results => 3,
            Self::Plan => 0,
        }
    }

    /// Whether rows can have the office's own columns.
    pub(crate) const fn has_extra(self) -> bool {
        matches!(self, Self::Registry | Self::Roster)
    }

    /// The names under which columns are found.
    pub(crate) const fn names(self) -> &'static [Names] {
        match self {
            Self::Registry => names::REGISTRY,
            Self::Roster => names::ROSTER,
            Self::History => names::HISTORY,
            Self::Results => names::RESULTS,
            Self::Plan => &[],
        }
    }

    /// The name of a field.
    pub(crate) fn field_name(self, name: &str) -> Text {
        match (self, name) {
            (Self::Registry, "id") => texts::entity_id(),
            (Self::Registry, "name") => texts::entity_name(),
            (Self::Roster, "id") => texts::inspector_id(),
            (Self::Roster, "name") => texts::inspector_name(),
            (_, "class") => texts::class(),
            (_, "categories") => texts::categories(),
            (_, "district") => texts::district(),
            (_, "industry") => texts::industry(),
            (_, "status") => texts::status(),
            (_, "established") => texts::established(),
            (_, "exempt") => texts::exempt(),
            (_, "exempt_from") => texts::exempt_from(),
            (_, "department") => texts::department(),
            (_, "skills") => texts::skills(),
            (_, "lead") => texts::lead(),
            (_, "expert") => texts::expert(),
            (_, "max_load") => texts::max_load(),
            (_, "load") => texts::load(),
            (_, "valid_to") => texts::valid_to(),
            (_, "recuse") => texts::recuse(),
            (_, "entity") => texts::visited(),
            (_, "task") => texts::task(),
            (_, "date") => texts::date(),
            (_, "kind") => texts::visit_kind(),
            (_, "by") => texts::by(),
            (_, "inspectors") => texts::inspectors(),
            (_, "outcomes") => texts::outcomes(),
            (_, "measures") => texts::measures(),
            (_, "note") => texts::note(),
            (_, "published") => texts::published(),
            _ => Text::same(name),
        }
    }

    pub(crate) fn field(self, name: &str) -> Option<usize> {
        self.fields().iter().position(|field| field.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_those_that_sealing_reads() {
        use suiji::Run;
        let header = |list: List| {
            let names: Vec<&str> = list.fields().iter().map(|field| field.name).collect();
            names.join(",") + "\n"
        };
        let run = Run::default();
        let csv = header(List::Registry);
        suiji_tables::registry_from_csv(csv.as_bytes(), &run).unwrap();
        let csv = header(List::Roster);
        suiji_tables::roster_from_csv(csv.as_bytes(), &run).unwrap();
        let csv = header(List::History);
        suiji_tables::history_from_csv(csv.as_bytes(), &run).unwrap();
        for list in List::TABLES {
            let named = list.names().iter().map(|of| of.field);
            assert!(named.clone().all(|name| list.field(name).is_some()));
            let fields = list.fields().iter();
            assert!(
                fields
                    .into_iter()
                    .all(|field| named.clone().any(|name| name == field.name))
            );
        }
    }
}
