//! The statements of a receipt as texts for people.

use super::{State, Statement};
use crate::base::lang::Lang;
use crate::base::texts::{self, Localized, Seat, Text};
use crate::inputs::plan::{Class, Limit, Plan};

impl Statement {
    /// The statement as a text for people. With the plan, risk classes have their names.
    pub fn message(&self, lang: Lang, plan: Option<&Plan>) -> String {
        let stratum = self.stratum_in_words(plan);
        let sentence = match self.state {
            State::Selected => texts::selected(stratum, self.team_in_words()),
            State::Reserve => texts::reserve(self.reserve.unwrap_or(0), stratum),
            State::NotSelected => texts::not_selected(stratum),
            State::Excluded => match self.reason() {
                Some(limit) if limit != Limit::EXEMPT => texts::excluded(limit),
                _ => texts::EXCLUDED_EXEMPT.into(),
            },
            State::Inactive => texts::INACTIVE.into(),
            State::OutOfScope => texts::OUT_OF_SCOPE.into(),
            State::Absent => texts::ABSENT.into(),
        };
        let message = texts::about_task(&self.task, sentence);
        message.text(lang).to_owned()
    }

    fn stratum_in_words(&self, plan: Option<&Plan>) -> Text {
        let Some(framed) = &self.framed else {
            return texts::NO_TEXT.into();
        };
        let classes = plan.map(Plan::classes).unwrap_or_default();
        let mut classes = classes.iter();
        let class = classes.find(|class| class.id().as_str() == framed.stratum);
        let name = class.map_or(&*framed.stratum, Class::name);
        let cutoff = framed.cutoff.map(|cutoff| cutoff.to_string());
        let cutoff = cutoff.as_deref().unwrap_or("-");
        texts::stratum(name, framed.probability, framed.ticket, cutoff)
    }

    fn team_in_words(&self) -> Text {
        let seats: Vec<Seat> = self.vacant.iter().copied().map(Seat).collect();
        let mut parts = Vec::new();
        if !self.members.is_empty() {
            parts.push(texts::inspectors(joined(&self.members)));
        }
        if !seats.is_empty() {
            parts.push(texts::vacant_seats(joined(&seats)));
        }
        if parts.is_empty() {
            return texts::NO_TEXT.into();
        }
        texts::team(Text::joined(&parts, &texts::SEMICOLON))
    }
}

fn joined(items: &[impl Localized]) -> Text {
    Text::joined(items, &texts::COMMA)
}
