//! What was drawn, as a person reads it: the selected with their teams, the reserves, the vacant seats.

use std::io;

use suiji::{Draw, Drawn, Inputs, InspectorId, Record, TeamDrawn};

use super::layout::{Align, table, table_with};
use super::session::Session;
use crate::case::RECORD;
use crate::texts::{self, Text};

/// A list of so many is shown whole: a county's draw fits a screen or two.
const WHOLE: usize = 50;
/// Of a longer one so many: it is read in the record.
const FIRST: usize = 20;
/// Somebody must fill every vacant seat, so that more of them are named.
const FIRST_VACANT: usize = 100;

/// How much of the selected and the reserves is shown; the vacant seats are in any case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shown {
    /// What a room full of witnesses can read.
    Screens,
    /// So many of the selected alone.
    First(usize),
}

impl Shown {
    /// How many of a list.
    const fn of(self, list: usize) -> usize {
        match self {
            Self::Screens if list <= WHOLE => list,
            Self::Screens => FIRST,
            Self::First(count) => count,
        }
    }
}

pub(crate) fn print(
    session: &mut Session<'_>,
    inputs: &Inputs,
    record: &Record,
    shown: Shown,
) -> io::Result<()> {
    for (draw, task) in record.draws().iter().zip(inputs.plan().tasks()) {
        let (id, name, count) = (draw.task(), task.name(), draw.selected().len());
        session.say(texts::task_selected(id, name, count))?;
        print_selected(session, inputs, draw, shown)?;
        if shown == Shown::Screens {
            print_reserves(session, inputs, draw)?;
        }
        print_vacant(session, inputs, draw)?;
        session.print("\n")?;
    }
    Ok(())
}

fn print_selected(
    session: &mut Session<'_>,
    inputs: &Inputs,
    draw: &Draw,
    shown: Shown,
) -> io::Result<()> {
    let row = |(place, drawn): (usize, &Drawn)| {
        let mut row = vec![(place + 1).to_string()];
        row.extend(entity(inputs, drawn));
        row
    };
    let rows: Vec<Vec<String>> = draw
        .selected()
        .iter()
        .take(shown.of(draw.selected().len()))
        .enumerate()
        .map(row)
        .collect();
    let team = |place: usize| draw.teams().get(place).map(|team| members(inputs, team));
    let team = |place| team(place).filter(|members| !members.is_empty());
    session.print(&table_with("  ", &[Align::Right], &rows, team))?;
    print_more(session, draw.selected().len() - rows.len())
}

fn print_more(session: &mut Session<'_>, more: usize) -> io::Result<()> {
    if more == 0 {
        return Ok(());
    }
    session.say(texts::more_selected(more, RECORD))
}

/// Id, name and stratum.
fn entity(inputs: &Inputs, drawn: &Drawn) -> [String; 3] {
    let id = drawn.id().as_str();
    let name = inputs.registry().name(id).unwrap_or_default();
    [
        id.to_owned(),
        name.to_owned(),
        stratum(inputs, drawn.stratum()).to_owned(),
    ]
}

/// The name of a class; the one stratum of a task without classes has none.
fn stratum<'i>(inputs: &'i Inputs, id: &'i str) -> &'i str {
    let class = inputs
        .plan()
        .classes()
        .iter()
        .find(|class| class.id().as_str() == id);
    class.map_or("", |class| class.name())
}

fn members(inputs: &Inputs, team: &TeamDrawn) -> String {
    names(inputs, team.members().iter().map(InspectorId::as_str))
}

/// The members of a team by name and department, each department told once.
pub(crate) fn names<'i>(inputs: &'i Inputs, members: impl Iterator<Item = &'i str>) -> String {
    let mut text = String::new();
    let mut last = "";
    for id in members {
        let (name, department) = inputs.roster().name(id).unwrap_or((id, ""));
        if department == last {
            text.push('、');
        } else {
            text.push_str(if last.is_empty() { "" } else { " " });
            text.push_str(department);
            text.push('：');
        }
        text.push_str(name);
        last = department;
    }
    text
}

fn print_reserves(session: &mut Session<'_>, inputs: &Inputs, draw: &Draw) -> io::Result<()> {
    if draw.reserves().is_empty() {
        return Ok(());
    }
    session.say(texts::reserves_heading())?;
    let mut place = 0;
    let mut last = "";
    let shown = Shown::Screens.of(draw.reserves().len());
    let rows = draw.reserves().iter().take(shown).map(|drawn| {
        place = if drawn.stratum() == last {
            place + 1
        } else {
            1
        };
        last = drawn.stratum();
        let [id, name, stratum] = entity(inputs, drawn);
        vec![format!("{stratum}{place}"), id, name]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    session.print(&table("    ", &[], &rows))?;
    print_more(session, draw.reserves().len() - rows.len())
}

/// Vacant seats are filled by hand, in a document that cites the record [T4].
fn print_vacant(session: &mut Session<'_>, inputs: &Inputs, draw: &Draw) -> io::Result<()> {
    let mut teams = draw.teams().iter().filter(|team| !team.vacant().is_empty());
    for team in teams.by_ref().take(FIRST_VACANT) {
        let id = team.entity().as_str();
        let name = inputs.registry().name(id).unwrap_or_default();
        let seat = |&seat: &u64| match seat {
            0 => texts::lead_seat(seat),
            _ => Text::of(|_| seat.to_string()),
        };
        let seats: Vec<Text> = team.vacant().iter().map(seat).collect();
        let seats = Text::joined(&seats, &texts::list_separator());
        session.say(texts::vacant_seats(seats, id, name))?;
    }
    match teams.count() {
        0 => Ok(()),
        more => session.say(texts::more_vacant(more, RECORD)),
    }
}
