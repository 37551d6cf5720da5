//! The sheet of each lead (检查任务单), and the work of each inspector.

use std::collections::BTreeMap;

use serde::Serialize;

use super::deadlines::DeadlineFacts;
use super::lists::InspectorFacts;
use super::material::Material;
use super::named::Named;
use super::visits::VisitFacts;

/// The sheet of one lead.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SheetFacts {
    pub(crate) number: usize,
    /// The lead; none for visits whose first seat is vacant.
    pub(crate) lead: Option<Named>,
    pub(crate) department: Option<String>,
    /// The visits of the lead, in order.
    pub(crate) visits: Vec<VisitFacts>,
    /// The deadline for notifying the lead.
    pub(crate) notify: Option<DeadlineFacts>,
}

/// The sheets, in the order of each lead's first visit. Visits without a lead come last.
pub(super) fn sheets(material: &Material<'_>, visits: &[VisitFacts]) -> Vec<SheetFacts> {
    let mut sheets: Vec<SheetFacts> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut without = Vec::new();
    let drawn_at = material.office.drawn_at.as_ref().map(|time| time.date());
    let notify = material.office.deadlines.notify;
    let notify = notify.map(|length| DeadlineFacts::new(material, "notify", length, drawn_at));
    let sheet = |lead: Option<Named>, department: Option<String>, visits| SheetFacts {
        number: 0,
        lead,
        department,
        visits,
        notify: notify.clone(),
    };
    for visit in visits {
        let lead = visit.lead();
        let Some((seat, lead)) = lead.and_then(|seat| Some((seat, seat.inspector.as_ref()?)))
        else {
            if !visit.team.is_empty() {
                without.push(visit.clone());
            }
            continue;
        };
        let place = *places.entry(&lead.id).or_insert_with(|| {
            sheets.push(sheet(
                Some(lead.clone()),
                seat.department.clone(),
                Vec::new(),
            ));
            sheets.len() - 1
        });
        sheets[place].visits.push(visit.clone());
    }
    if !without.is_empty() {
        sheets.push(sheet(None, None, without));
    }
    for (number, sheet) in (1..).zip(&mut sheets) {
        sheet.number = number;
    }
    sheets
}

/// The inspectors who hold a seat now, or held one in the draw, by id.
pub(super) fn inspectors(material: &Material<'_>, visits: &[VisitFacts]) -> Vec<InspectorFacts> {
    let mut all: BTreeMap<String, InspectorFacts> = BTreeMap::new();
    let drawn = material.record.draws().iter().flat_map(|draw| draw.teams());
    for member in drawn.flat_map(|team| team.members()) {
        let id = member.as_str();
        all.entry(id.to_owned())
            .or_insert_with(|| inspector(material, id));
    }
    for visit in visits {
        for seat in &visit.team {
            let Some(named) = &seat.inspector else {
                continue;
            };
            let entry = all.entry(named.id.clone());
            let facts = entry.or_insert_with(|| inspector(material, &named.id));
            facts.visits += 1;
            facts.leads += u64::from(seat.is_lead);
        }
    }
    all.into_values().collect()
}

fn inspector(material: &Material<'_>, id: &str) -> InspectorFacts {
    let row = material.inputs().roster().inspector(id);
    let named = material.inspector(id);
    let plan_max = material.inputs().plan().max_load();
    InspectorFacts {
        id: named.id,
        name: named.name,
        department: material.department(id).unwrap_or_default(),
        load_before: row.as_ref().map_or(0, |row| row.load()),
        seats: material.state.seats_held(id),
        visits: 0,
        leads: 0,
        max_load: row.as_ref().and_then(|row| row.max_load()).or(plan_max),
        is_away: material.state.away().any(|away| away.as_str() == id),
    }
}
