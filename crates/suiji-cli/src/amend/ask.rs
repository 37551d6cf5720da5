//! Asks a person what happened after the draw.

use std::str::FromStr;

use suiji::amend::{Seat, State};
use suiji::{Record, Sealed};

use super::event::{What, vacant_seats};
use crate::base::error::Error;
use crate::base::failure::Failure;
use crate::show::choice::{answer, choice};
use crate::show::draws::seat_text;
use crate::show::session::Session;
use crate::texts::{self, Text, codes};

/// What happened.
pub(super) fn what(
    session: &mut Session<'_>,
    sealed: &Sealed,
    record: &Record,
    state: &State<'_>,
) -> Result<What, Failure> {
    let kinds = [
        texts::kind_away(),
        texts::kind_back(),
        texts::kind_leaves(),
        texts::kind_closed(),
        texts::kind_by_hand(),
    ];
    match choice(session, texts::ask_what(), &kinds)? {
        0 => Ok(What::Away {
            inspectors: ids(session, texts::ask_inspectors())?,
            done: ids(session, texts::ask_done())?,
        }),
        1 => Ok(What::Back {
            inspectors: ids(session, texts::ask_inspectors())?,
        }),
        2 => Ok(What::Leaves {
            inspector: id(session, texts::ask_inspector())?,
            entities: ids(session, texts::ask_entities())?,
        }),
        3 => Ok(What::Closed {
            entity: id(session, texts::ask_entity())?,
            task: None,
        }),
        _ => by_hand(session, sealed, record, state),
    }
}

/// A vacant seat, chosen from a list, and the inspector who takes it.
fn by_hand(
    session: &mut Session<'_>,
    sealed: &Sealed,
    record: &Record,
    state: &State<'_>,
) -> Result<What, Failure> {
    let seats = vacant_seats(record, state);
    if seats.is_empty() {
        return Err(Error::new(codes::nothing_vacant()).into());
    }
    let lines: Vec<Text> = seats.iter().map(|seat| described(sealed, seat)).collect();
    let chosen = choice(session, texts::ask_seat(), &lines)?;
    let seat = &seats[chosen];
    Ok(What::ByHand {
        inspector: id(session, texts::ask_inspector())?,
        entity: seat.entity().clone(),
        task: Some(seat.task().clone()),
        seat: Some(seat.number()),
    })
}

fn described(sealed: &Sealed, seat: &Seat) -> Text {
    let id = seat.entity().as_str();
    let name = sealed.inputs().registry().name(id).unwrap_or_default();
    texts::seat_of(seat.task(), id, name, seat_text(seat.number()))
}

/// One id.
fn id<T: FromStr<Err = suiji::Error>>(
    session: &mut Session<'_>,
    question: Text,
) -> Result<T, Failure> {
    loop {
        match answer(session, question.clone())?.parse() {
            Ok(id) => return Ok(id),
            Err(error) => refuse(session, &error)?,
        }
    }
}

/// Ids, separated by blanks or commas. The list may be empty.
fn ids<T: FromStr<Err = suiji::Error>>(
    session: &mut Session<'_>,
    question: Text,
) -> Result<Vec<T>, Failure> {
    loop {
        let text = answer(session, question.clone())?;
        let words = text.split(|c: char| c.is_whitespace() || texts::BETWEEN_IDS.contains(c));
        let words = words.filter(|word| !word.is_empty());
        match words.map(str::parse).collect::<Result<Vec<T>, _>>() {
            Ok(ids) => return Ok(ids),
            Err(error) => refuse(session, &error)?,
        }
    }
}

fn refuse(session: &mut Session<'_>, error: &suiji::Error) -> Result<(), Failure> {
    let problem = error.message(session.lang);
    Ok(session.note(texts::ask_again(problem))?)
}
