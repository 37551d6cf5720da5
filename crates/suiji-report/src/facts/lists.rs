//! Entities and inspectors, in the form of papers.

use serde::Serialize;
use suiji::ceremony::Root;
use suiji::tables::Entity;

use super::material::Material;
use crate::base::texts;

/// The lists of the draw: the number of rows, and the digest.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListFacts {
    pub(crate) registry: ListRoot,
    pub(crate) roster: ListRoot,
    pub(crate) history: ListRoot,
    /// The registry by class, in the order of the plan, then the entities without a class. Empty if the plan has no
    /// classes.
    pub(crate) classes: Vec<ClassCount>,
}

/// The entities of a class.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ClassCount {
    pub(crate) class: Option<String>,
    pub(crate) name: String,
    pub(crate) count: u64,
}

/// A list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListRoot {
    pub(crate) rows: u64,
    pub(crate) digest: String,
}

impl ListFacts {
    pub(super) fn of(material: &Material<'_>) -> Self {
        let of = |root: Root| ListRoot {
            rows: root.size(),
            digest: root.root().to_string(),
        };
        let commitment = material.sealed.commitment();
        Self {
            registry: of(commitment.registry()),
            roster: of(commitment.roster()),
            history: of(commitment.history()),
            classes: classes(material),
        }
    }
}

fn classes(material: &Material<'_>) -> Vec<ClassCount> {
    let (plan, registry) = (material.inputs().plan(), material.inputs().registry());
    let classes = plan.classes().iter().map(|class| class.id().as_str());
    let classes: Vec<&str> = classes.collect();
    if classes.is_empty() {
        return Vec::new();
    }
    let (mut counts, mut without) = (vec![0; classes.len()], 0);
    for entity in registry.iter() {
        let class = entity.class();
        let place = classes.iter().position(|of| Some(*of) == class);
        match place.and_then(|place| counts.get_mut(place)) {
            Some(count) => *count += 1,
            None => without += 1,
        }
    }
    let counted = classes.iter().zip(counts).map(|(class, count)| ClassCount {
        class: Some((*class).to_owned()),
        name: material.class(class),
        count,
    });
    let without = (without > 0).then(|| ClassCount {
        class: None,
        name: texts::without_class().get(material.lang).to_owned(),
        count: without,
    });
    counted.chain(without).collect()
}

/// An entity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EntityFacts {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) district: Option<String>,
    pub(crate) industry: Option<String>,
    pub(crate) categories: Vec<String>,
    /// The address, if the office names the column that has it.
    pub(crate) address: Option<String>,
    /// The columns of `extra` that the office chose, in its order. A missing value is empty.
    pub(crate) columns: Vec<Column>,
}

/// A column of `extra`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) value: String,
}

impl EntityFacts {
    pub(super) fn of(material: &Material<'_>, id: &str) -> Self {
        let row = material.inputs().registry().entity(id);
        let extra = row.as_ref().map(Entity::extra).unwrap_or_default();
        let value = |name: &String| {
            let found = extra.iter().find(|(of, _)| of == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let column = |name: &String| Column {
            name: name.clone(),
            value: value(name).unwrap_or_default(),
        };
        let address = material.office.address.as_ref();
        let text = |of: for<'r> fn(&'r Entity<'static>) -> Option<&'r str>| {
            let text = row.as_ref().and_then(of);
            text.map(str::to_owned)
        };
        let categories = row.as_ref().map(Entity::categories).unwrap_or_default();
        Self {
            id: id.to_owned(),
            name: row.as_ref().map_or("", |row| row.name()).to_owned(),
            district: text(|row| row.district()),
            industry: text(|row| row.industry()),
            categories: categories.into_iter().map(str::to_owned).collect(),
            address: address.and_then(value).filter(|text| !text.is_empty()),
            columns: material.office.columns.iter().map(column).collect(),
        }
    }
}

/// An inspector, and the work from this draw.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InspectorFacts {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) department: String,
    /// Visits that were assigned before this draw.
    pub(crate) load_before: u64,
    /// Seats that the inspector now holds in this draw.
    pub(crate) seats: u64,
    /// Visits that the inspector now makes in this draw. Tasks that share a visit count
    /// once.
    pub(crate) visits: u64,
    /// Visits that the inspector now leads.
    pub(crate) leads: u64,
    /// The maximum number of visits of the inspector.
    pub(crate) max_load: Option<u64>,
    pub(crate) is_away: bool,
}
