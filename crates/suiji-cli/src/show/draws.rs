//! The draws: the selected entities with their teams, the reserves, and the vacant seats.

use std::io;

use suiji::record::{Draw, DrawnEntity, DrawnTeam};
use suiji::values::InspectorId;
use suiji::{Inputs, Lang, Record};

use super::layout::{Align, table, table_with};
use super::session::Session;
use crate::case::RECORD;
use crate::texts::{self, Localized, Text};

/// A list up to this length is shown completely. The draw of a county fits on one or two screens.
const COMPLETE: usize = 50;
/// The number of items shown of a longer list. The record has the rest.
const FIRST: usize = 20;
/// More of the vacant seats are shown, because somebody must fill each of them.
const FIRST_VACANT: usize = 100;

/// How many of the selected entities and the reserves are shown. Vacant seats are always shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Extent {
    /// A number that witnesses can read in a meeting.
    Normal,
    /// This number of selected entities, and no reserves.
    First(usize),
}

/// The parts of a draw to show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Shown {
    pub(crate) extent: Extent,
    /// Whether risk classes are shown, also by the order of the reserves. In a public meeting they must not be
    /// visible.
    pub(crate) classes: bool,
}

impl Extent {
    /// The number of items to show of a list of this length.
    const fn of(self, length: usize) -> usize {
        match self {
            Self::Normal if length <= COMPLETE => length,
            Self::Normal => FIRST,
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
        if shown.extent == Extent::Normal {
            match shown.classes {
                true => print_reserves(session, inputs, draw)?,
                false => print_reserve_count(session, draw)?,
            }
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
    let row = |(index, drawn): (usize, &DrawnEntity)| {
        let mut row = vec![(index + 1).to_string()];
        let columns = if shown.classes { 3 } else { 2 };
        row.extend(entity(inputs, drawn).into_iter().take(columns));
        row
    };
    let rows: Vec<Vec<String>> = draw
        .selected()
        .iter()
        .take(shown.extent.of(draw.selected().len()))
        .enumerate()
        .map(row)
        .collect();
    let lang = session.lang;
    let team = |index: usize| draw.teams().get(index).map(|team| members(inputs, team));
    let team = |index| team(index).map(|members| members.text(lang));
    let team = |index| team(index).filter(|members| !members.is_empty());
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
fn entity(inputs: &Inputs, drawn: &DrawnEntity) -> [String; 3] {
    let id = drawn.id().as_str();
    let name = inputs.registry().name(id).unwrap_or_default();
    [
        id.to_owned(),
        name.to_owned(),
        stratum(inputs, drawn.stratum()).to_owned(),
    ]
}

/// The name of a risk class; empty for the only stratum of a task without classes.
fn stratum<'i>(inputs: &'i Inputs, id: &'i str) -> &'i str {
    let class = inputs
        .plan()
        .classes()
        .iter()
        .find(|class| class.id().as_str() == id);
    class.map_or("", |class| class.name())
}

fn members(inputs: &Inputs, team: &DrawnTeam) -> Text {
    names(inputs, team.members().iter().map(InspectorId::as_str))
}

/// The names of inspectors, after the name of their department. If consecutive inspectors have the same
/// department, it is named once.
pub(crate) fn names<'i>(inputs: &'i Inputs, members: impl Iterator<Item = &'i str>) -> Text {
    let mut departments: Vec<(&str, Vec<&str>)> = Vec::new();
    for id in members {
        let (name, department) = inputs.roster().name(id).unwrap_or((id, ""));
        match departments.last_mut() {
            Some((last, names)) if *last == department => names.push(name),
            _ => departments.push((department, vec![name])),
        }
    }
    let named = |(department, names): &(&str, Vec<&str>)| {
        let names = Text::joined(names, &texts::list_separator());
        texts::of_department(department, names)
    };
    let departments: Vec<Text> = departments.iter().map(named).collect();
    Text::joined(&departments, &texts::department_separator())
}

/// Prints only the number of reserves, because their order shows the risk classes.
fn print_reserve_count(session: &mut Session<'_>, draw: &Draw) -> io::Result<()> {
    match draw.reserves().len() {
        0 => Ok(()),
        count => session.say(texts::reserve_count(count, RECORD)),
    }
}

fn print_reserves(session: &mut Session<'_>, inputs: &Inputs, draw: &Draw) -> io::Result<()> {
    if draw.reserves().is_empty() {
        return Ok(());
    }
    session.say(texts::reserves_heading())?;
    let mut number = 0;
    let mut last = "";
    let shown = Extent::Normal.of(draw.reserves().len());
    let rows = draw.reserves().iter().take(shown).map(|drawn| {
        number = if drawn.stratum() == last {
            number + 1
        } else {
            1
        };
        last = drawn.stratum();
        let [id, name, stratum] = entity(inputs, drawn);
        vec![format!("{stratum}{number}"), id, name]
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
        let seats: Vec<Text> = team.vacant().iter().map(|seat| seat_text(*seat)).collect();
        let seats = Text::joined(&seats, &texts::list_separator());
        session.say(texts::vacant_seats(seats, id, name))?;
    }
    match teams.count() {
        0 => Ok(()),
        more => session.say(texts::more_vacant(more, RECORD)),
    }
}

/// A seat. In Chinese its number counts from 1, as in the findings of the library.
pub(crate) fn seat_text(seat: u64) -> Text {
    let number = Text::of(|lang| match lang {
        Lang::En => seat.to_string(),
        _ => (seat + 1).to_string(),
    });
    match seat {
        0 => texts::lead_seat(number),
        _ => texts::seat(number),
    }
}
