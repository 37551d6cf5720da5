//! An entry in words.

use suiji::Lang;

use super::entry::Entry;
use super::event::Event;
use crate::base::texts::{self, Text};

impl Entry {
    /// The event in words.
    pub fn message(&self, lang: Lang) -> String {
        let event = in_words(&self.event);
        let entry = texts::entry(self.number, &self.at, event);
        entry.get(lang).to_owned()
    }
}

fn in_words(event: &Event) -> Text {
    match event {
        Event::Opened(of) => texts::entry_opened(&of.origin),
        Event::Sealed(of) => {
            let tasks: Vec<Text> = of.tasks.iter().map(|id| Text::of(|_| id.clone())).collect();
            let tasks = Text::joined(&tasks, &texts::list_separator());
            let mut text = texts::entry_sealed(of.commitment, tasks);
            for one in &of.supersedes {
                let (commitment, reason) = (one.commitment, &one.reason);
                text = texts::entry_supersedes(text, commitment, reason, &one.approved_by);
            }
            for one in &of.follows {
                text = texts::entry_follows(text, one);
            }
            adopted(text, of.adopted)
        }
        Event::Seen {
            source,
            contribution,
            ..
        } => texts::entry_seen(source + 1, contribution.text()),
        Event::Confirmed { source, .. } => texts::entry_confirmed(source + 1),
        Event::Declined { source, .. } => texts::entry_declined(source + 1),
        Event::Drawn {
            commitment,
            record,
            adopted: before,
            ..
        } => adopted(texts::entry_drawn(record, commitment), *before),
        Event::Amended {
            record,
            amendments,
            count,
        } => texts::entry_amended(record, count, amendments),
        Event::Published { record } => texts::entry_published(record),
        Event::Left {
            commitment,
            reason,
            approved_by,
        } => texts::entry_left(commitment, reason, approved_by),
    }
}

fn adopted(text: Text, adopted: bool) -> Text {
    match adopted {
        true => texts::entry_adopted(text),
        false => text,
    }
}
