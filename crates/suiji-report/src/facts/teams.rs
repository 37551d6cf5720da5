//! Teams: the holder of each seat.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::amend::{AmendedTeam, Change};
use suiji::plan::SeatGroup;
use suiji::record::DrawnTeam;
use suiji::values::InspectorId;

use super::material::Material;
use super::named::Named;

/// A seat of a team.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatFacts {
    /// The number of the seat, counted from 1.
    pub(crate) seat: usize,
    /// The inspector; none if the seat is vacant.
    pub(crate) inspector: Option<Named>,
    pub(crate) department: Option<String>,
    /// The role in the plan, if the plan gives one.
    pub(crate) role: Option<String>,
    /// 主办人员: the holder of the first seat.
    pub(crate) is_lead: bool,
    /// The inspector whom this one replaces after an amendment.
    pub(crate) replaces: Option<Named>,
}

/// The seats of a team before any substitution, by task and entity.
#[derive(Debug)]
pub(super) struct Originals<'m>(BTreeMap<(&'m str, &'m str), Vec<Option<&'m str>>>);

impl<'m> Originals<'m> {
    /// The seats of drawn teams, and of teams that were given to reserves.
    pub(super) fn of(material: &Material<'m>) -> Self {
        let mut all = BTreeMap::new();
        for draw in material.record.draws() {
            for team in draw.teams() {
                let key = (draw.task().as_str(), team.entity().as_str());
                all.insert(key, drawn(team));
            }
        }
        let amendments = material.amendments.into_iter();
        for amendment in amendments.flat_map(|of| of.list()) {
            if let Change::Reserve {
                task,
                reserve,
                members,
                vacant,
                ..
            } = amendment.change()
            {
                let key = (task.as_str(), reserve.as_str());
                all.insert(key, seats(members, vacant));
            }
        }
        Self(all)
    }

    /// The current seats of a team. Each holder has the inspector whom they
    /// replace.
    pub(super) fn amended(
        &self,
        material: &Material<'_>,
        task: &str,
        team: &AmendedTeam<'_>,
    ) -> Vec<SeatFacts> {
        // A team that joins another team has the seats of that team.
        let task_of_team = team.joins().map_or(task, |joins| joins.as_str());
        let original = self.0.get(&(task_of_team, team.entity()));
        let holders: Vec<Option<&str>> = team
            .seats()
            .iter()
            .map(|holder| holder.map(InspectorId::as_str))
            .collect();
        let mut seats = seat_facts(material, task_of_team, &holders);
        for (place, seat) in seats.iter_mut().enumerate() {
            let before = original.and_then(|original| original.get(place).copied().flatten());
            let now = holders.get(place).copied().flatten();
            seat.replaces = before
                .filter(|before| Some(*before) != now)
                .map(|before| material.inspector(before));
        }
        seats
    }
}

/// The seats of a drawn team.
pub(super) fn drawn(team: &DrawnTeam) -> Vec<Option<&str>> {
    seats(team.members(), team.vacant())
}

fn seats<'t>(members: &'t [InspectorId], vacant: &[u64]) -> Vec<Option<&'t str>> {
    let count = members.len() + vacant.len();
    let mut members = members.iter().map(InspectorId::as_str);
    let holder = |seat: u64| match vacant.contains(&seat) {
        true => None,
        false => members.next(),
    };
    (0..).take(count).map(holder).collect()
}

/// The seats of a task with these holders.
pub(super) fn seat_facts(
    material: &Material<'_>,
    task: &str,
    holders: &[Option<&str>],
) -> Vec<SeatFacts> {
    let found = material.inputs().plan().task(task);
    let groups = found.and_then(|task| task.team()).map(|team| team.seats());
    let mut roles = groups.unwrap_or_default().iter().flat_map(|group| {
        let count = usize::try_from(group.count()).unwrap_or(usize::MAX);
        std::iter::repeat_n(group, count)
    });
    let seat = |(place, holder): (usize, &Option<&str>)| {
        let group = roles.next();
        SeatFacts {
            seat: place + 1,
            inspector: holder.map(|id| material.inspector(id)),
            department: match holder {
                Some(id) => material.department(id),
                None => group.map(|group| group.department().to_owned()),
            },
            role: group.and_then(SeatGroup::role).map(str::to_owned),
            is_lead: place == 0,
            replaces: None,
        }
    };
    holders.iter().enumerate().map(seat).collect()
}
