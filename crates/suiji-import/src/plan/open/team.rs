//! Asks about teams, which no plan describes: who visits, and who leads.

use suiji::Lang;
use suiji::plan::{SeatGroup, TaskKind, Team};

use super::asking::{Asking, Open};
use crate::ask::{BLANK, Check, Choice, Place};
use crate::base::texts::{self, Text};
use crate::plan::cell::{seats, settings, settings::Settings};

/// The departments that take part in a task.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Parties {
    pub(crate) kind: Option<TaskKind>,
    pub(crate) initiator: Option<String>,
    pub(crate) partners: Vec<String>,
}

impl Parties {
    /// The word under which an answer is saved.
    fn word(&self) -> String {
        let all = self.initiator.iter().chain(&self.partners);
        let all: Vec<&str> = all.map(String::as_str).collect();
        match (all.is_empty(), self.kind) {
            (false, _) => all.join("+"),
            (true, Some(TaskKind::Internal)) => "internal".to_owned(),
            (true, Some(TaskKind::Joint)) => "joint".to_owned(),
            (true, _) => String::new(),
        }
    }

    fn text(&self) -> Text {
        match (&self.initiator, self.kind) {
            (None, Some(TaskKind::Internal)) => texts::plan_internal(),
            (None, Some(TaskKind::Joint)) => texts::plan_joint(),
            _ => Text::same(self.word()),
        }
    }

    /// The teams that a question offers. The law requires at least two inspectors.
    fn choices(&self, departments: &[String]) -> Vec<Vec<SeatGroup>> {
        let partners = || self.partners.iter().map(|of| SeatGroup::new(of, 1));
        match &self.initiator {
            Some(initiator) if !self.partners.is_empty() => {
                let with = |count| {
                    let own = [SeatGroup::new(initiator, count)];
                    own.into_iter().chain(partners()).collect()
                };
                vec![with(2), with(1)]
            }
            Some(initiator) => vec![vec![SeatGroup::new(initiator, 2)]],
            None => departments
                .iter()
                .map(|of| vec![SeatGroup::new(of, 2)])
                .collect(),
        }
    }
}

/// The departments of which a team may consist.
#[derive(Debug)]
pub(crate) struct Departments {
    /// The departments that a question offers.
    pub(crate) offered: Vec<String>,
    /// The departments of the roster; none without a roster.
    pub(crate) of_roster: Vec<String>,
}

impl Departments {
    /// Refuses a team with a department that is not on the roster.
    fn check(&self) -> Check {
        let all = self.of_roster.clone();
        Check::new(move |answer| {
            let groups = seats::read(answer).unwrap_or_default();
            let of = groups.iter().map(SeatGroup::department);
            let mut unknown = of.filter(|of| !all.is_empty() && !all.iter().any(|all| all == of));
            match unknown.next() {
                Some(of) => Err(texts::refused_department(of, names(&all))),
                None => Ok(()),
            }
        })
    }
}

fn names(all: &[String]) -> Text {
    let all: Vec<Text> = all.iter().map(Text::same).collect();
    Text::list(&all)
}

/// The seats of a task's team; `Some(None)` if only entities are drawn.
pub(crate) fn seats(
    asking: &mut Asking<'_>,
    (place, task, name): (&Place, &str, &str),
    parties: &Parties,
    departments: &Departments,
) -> Option<Option<Vec<SeatGroup>>> {
    let mut choices: Vec<Choice> = parties
        .choices(&departments.offered)
        .iter()
        .map(|groups| {
            Choice::new(
                &seats::words(groups),
                texts::plan_seats(seats::words(groups)),
            )
        })
        .collect();
    choices.push(Choice::new(BLANK, texts::plan_no_team()));
    let word = parties.word();
    let why = texts::why_plan_team();
    let open = Open::value("team", &word, Text::default(), Text::default());
    let open = open.asking(texts::ask_field_of(texts::plan_team(), why, parties.text()));
    let open = open.checked(departments.check());
    let groups = asking.settle(
        place,
        open.with(choices).or_of_task(name),
        |answer| match answer {
            BLANK => Some(None),
            _ => seats::read(answer).map(Some),
        },
    )?;
    let after = match groups.as_deref() {
        Some(groups) => (seats::words(groups), Text::same(seats::words(groups))),
        None => (BLANK.to_owned(), texts::plan_no_team()),
    };
    // Readers do not know the words that answers use.
    let before = parties.text().get(Lang::Zh).to_owned();
    asking.note((place, task), texts::plan_team(), (&before, after), true);
    Some(groups)
}

/// Whether the first seat requires an inspector who can lead.
pub(crate) fn lead(asking: &mut Asking<'_>, place: &Place) -> Option<bool> {
    const YES: &str = "yes";
    const NO: &str = "no";
    let choices = vec![
        Choice::new(YES, texts::plan_lead_required()),
        Choice::new(NO, texts::plan_lead_any()),
    ];
    let open = Open::once("lead_required", texts::plan_lead(), texts::why_plan_lead());
    let lead = asking.settle(place, open.with(choices).closed(), |answer| match answer {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    })?;
    let after = match lead {
        true => (YES.to_owned(), texts::plan_lead_required()),
        false => (NO.to_owned(), texts::plan_lead_any()),
    };
    asking.note((place, ""), texts::plan_lead(), ("", after), true);
    Some(lead)
}

/// The team with these seats, for the task with this id.
pub(crate) fn team(
    groups: Vec<SeatGroup>,
    lead: bool,
    (task, settings): (&str, &Settings),
) -> Team {
    let team = Team::new(settings.seats(task, groups)).with_lead_required(lead);
    match settings.rotation(task) {
        Some(day) => team.with_rotation_from(day),
        None => team,
    }
}

/// Asks one question about settings of a draw that no document contains.
pub(crate) fn settings(asking: &mut Asking<'_>, place: &Place, ids: &[String]) -> Option<Settings> {
    let first = ids.first().map_or("", String::as_str);
    let why = texts::why_plan_settings(first);
    let open = Open::once("settings", texts::plan_settings(), why);
    let choices = vec![Choice::new(BLANK, texts::plan_no_settings())];
    let known = ids.to_vec();
    let settings = asking.settle(place, open.with(choices), move |answer| match answer {
        BLANK => Some(Settings::default()),
        _ => settings::read(answer, &known),
    })?;
    let means = match settings == Settings::default() {
        true => texts::plan_no_settings(),
        false => settings.text(),
    };
    let words = means.get(Lang::Zh).to_owned();
    asking.note(
        (place, ""),
        texts::plan_settings(),
        ("", (words, means)),
        true,
    );
    Some(settings)
}

/// Whether tasks of several annexes with the same scope share their draw.
pub(crate) fn coordination(
    asking: &mut Asking<'_>,
    place: &Place,
    groups: &[Vec<String>],
) -> Option<bool> {
    const SHARED: &str = "shared";
    let names: Vec<Text> = groups
        .iter()
        .map(|group| Text::same(group.join("+")))
        .collect();
    let choices = vec![
        Choice::new(SHARED, texts::plan_shared()),
        Choice::new(BLANK, texts::plan_not_shared()),
    ];
    let why = texts::why_plan_coordination(Text::list(&names));
    let open = Open::once("coordination", texts::plan_coordination(), why);
    let shared = asking.settle(place, open.with(choices).closed(), |answer| match answer {
        SHARED => Some(true),
        BLANK => Some(false),
        _ => None,
    })?;
    let after = match shared {
        true => (SHARED.to_owned(), texts::plan_shared()),
        false => (BLANK.to_owned(), texts::plan_not_shared()),
    };
    asking.note((place, ""), texts::plan_coordination(), ("", after), true);
    Some(shared)
}
