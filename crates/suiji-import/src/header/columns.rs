//! What each column is: a field, a column of the office's own that is kept, or one that is left out.

use std::collections::BTreeSet;

use suiji_tables::guess;

use super::find::{Found, Means, field, is_row_number};
use crate::ask::{
    About, Answers, Check, Choice, EXTRA, Key, LEAVE_OUT, Place, Question, Questions,
};
use crate::base::list::List;
use crate::base::options::Extra;
use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};

/// A column of a sheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Column {
    /// Its name, as the file has it.
    pub(crate) name: String,
    pub(crate) used: Use,
}

/// What a column is used for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Use {
    /// A field of the list, by its number; given by name where the field is an id.
    Field {
        index: usize,
        by_name: bool,
    },
    /// `extra` of this name.
    Extra(String),
    /// The number of the row.
    RowNumber,
    LeftOut,
}

/// Decides what each column is, and asks if that is not clear.
pub(crate) fn decide(
    found: &Found,
    extra: &Extra,
    answers: &Answers,
    questions: &mut Questions,
    place: &Place,
) -> Vec<Column> {
    let layout = layout(&found.names);
    let mut deciding = Deciding {
        list: found.list,
        layout: &layout,
        extra,
        answers,
        questions,
        place,
    };
    let mut columns: Vec<Column> = found
        .names
        .iter()
        .map(|name| Column {
            name: name.clone(),
            used: deciding.kept(name),
        })
        .collect();
    let means: Vec<Option<Means>> = found
        .names
        .iter()
        .map(|name| deciding.means(name))
        .collect();
    deciding.choose(&mut columns, &means);
    deciding.ask_probable(&mut columns, &means);
    leave_out_repeated(&mut columns);
    columns
}

/// Two columns cannot both be kept under one name.
fn leave_out_repeated(columns: &mut [Column]) {
    let mut names = BTreeSet::new();
    for column in columns {
        if let Use::Extra(name) = &column.used
            && !names.insert(name.clone())
        {
            column.used = Use::LeftOut;
        }
    }
}

/// The columns of a file, by which the same list of another year is known.
pub(crate) fn layout(names: &[String]) -> String {
    names.join("|")
}

struct Deciding<'d> {
    list: List,
    layout: &'d str,
    extra: &'d Extra,
    answers: &'d Answers,
    questions: &'d mut Questions,
    place: &'d Place,
}

impl Deciding<'_> {
    fn key(&self, about: About, field: &str, value: &str) -> Key {
        let of = if about == About::Columns {
            self.layout
        } else {
            ""
        };
        Key::new(self.list, about, field, value, of)
    }

    /// What happens to a column that is not a field.
    fn kept(&self, name: &str) -> Use {
        let answer = self.answers.get(&self.key(About::Column, "", name));
        if is_row_number(name) && answer.is_none() {
            return Use::RowNumber;
        }
        let own = name.strip_prefix("extra.");
        let wanted = self.extra.has(name) || answer == Some(EXTRA) || own.is_some();
        let kept = own.unwrap_or(name);
        match wanted && self.list.has_extra() && !kept.is_empty() {
            true => Use::Extra(kept.to_owned()),
            false => Use::LeftOut,
        }
    }

    /// The field that a column means, by an answer or by its name.
    fn means(&self, name: &str) -> Option<Means> {
        match self.answers.get(&self.key(About::Column, "", name)) {
            None => field(name, self.list),
            Some(answer) => self.list.field(answer).map(|index| Means {
                index,
                by_name: false,
                weak: false,
            }),
        }
    }

    /// Gives each field its column. If several columns have the same name, an answer chooses one.
    fn choose(&mut self, columns: &mut [Column], means: &[Option<Means>]) {
        for (index, of) in self.list.fields().iter().enumerate() {
            for by_name in [false, true] {
                let all = || (0..).zip(means).filter_map(|(at, of)| Some((at, (*of)?)));
                let of_field =
                    all().filter(|(_, means)| means.index == index && means.by_name == by_name);
                let (weak, strong): (Vec<_>, Vec<_>) = of_field.partition(|(_, means)| means.weak);
                let candidates: Vec<usize> = match (strong.is_empty(), weak.is_empty()) {
                    (false, _) => strong.iter().map(|(at, _)| *at).collect(),
                    // A weak name counts only if the field has no other column.
                    (true, false) => weak.iter().map(|(at, _)| *at).collect(),
                    _ => continue,
                };
                if let Some(at) = self.one(of.name, &candidates, columns)
                    && let Some(column) = columns.get_mut(at)
                {
                    column.used = Use::Field { index, by_name };
                }
            }
        }
    }

    fn one(
        &mut self,
        field: &'static str,
        candidates: &[usize],
        columns: &[Column],
    ) -> Option<usize> {
        let name = |at: &usize| columns.get(*at).map(|column| column.name.as_str());
        if let [only] = candidates {
            return Some(*only);
        }
        let key = self.key(About::Columns, field, "");
        let answered = self.answers.get(&key);
        let chosen = answered.and_then(|answer| {
            let mut all = candidates.iter().filter(|at| name(at) == Some(answer));
            all.next()
        });
        if let Some(at) = chosen {
            return Some(*at);
        }
        let names: Vec<Text> = candidates.iter().filter_map(name).map(Text::same).collect();
        let choices = candidates.iter().filter_map(name);
        let choices = choices
            .map(|name| Choice::new(name, Text::same(name)))
            .collect();
        let refused = answered.map(str::to_owned);
        let text = texts::ask_columns(self.list.field_name(field), Text::list(&names));
        self.questions
            .ask(self.place.clone(), question(key, text, choices, refused));
        None
    }

    /// Asks about columns whose name resembles that of a field which has no column.
    fn ask_probable(&mut self, columns: &mut [Column], means: &[Option<Means>]) {
        let fields = self.list.fields();
        let taken: BTreeSet<&str> = columns
            .iter()
            .filter_map(|column| match column.used {
                Use::Field { index, .. } => fields.get(index).map(|field| field.name),
                _ => None,
            })
            .collect();
        for (column, means) in columns.iter_mut().zip(means) {
            if column.used != Use::LeftOut || means.is_some() || column.name.is_empty() {
                continue;
            }
            let key = self.key(About::Column, "", &column.name);
            let Some(field) = guess(&column.name, self.list.names(), &taken) else {
                continue;
            };
            let answered = self.answers.get(&key);
            if answered == Some(LEAVE_OUT) || answered == Some(EXTRA) {
                continue;
            }
            let name = self.list.field_name(field);
            let mut choices = vec![
                Choice::new(field, name.clone()),
                Choice::new(LEAVE_OUT, texts::leave_out_column()),
            ];
            if self.list.has_extra() {
                choices.push(Choice::new(EXTRA, texts::keep_column()));
            }
            let refused = answered.map(str::to_owned);
            let text = texts::ask_column(&column.name, name);
            let place = Place {
                column: column.name.clone(),
                ..self.place.clone()
            };
            self.questions
                .ask(place, question(key, text, choices, refused));
        }
    }
}

fn question(key: Key, text: Text, choices: Vec<Choice>, refused: Option<String>) -> Question {
    Question {
        key,
        text,
        choices,
        is_free: false,
        refused,
        places: Vec::new(),
        count: 0,
        check: Check::choices(),
    }
}

/// Refuses a header without a column that the list must have. If the department is missing, it is asked for: it may be
/// the same for all.
pub(crate) fn check_required(found: &Found, columns: &[Column]) -> Result<(), Problem> {
    let fields = found.list.fields();
    let has = |index: usize| {
        let is =
            |column: &Column| matches!(column.used, Use::Field { index: of, .. } if of == index);
        columns.iter().any(is)
    };
    let missing: Vec<Text> = fields
        .iter()
        .enumerate()
        .filter(|(index, field)| field.required && field.name != "department" && !has(*index))
        .map(|(_, field)| found.list.field_name(field.name))
        .collect();
    match missing.is_empty() {
        true => Ok(()),
        false => {
            let named: Vec<Text> = columns
                .iter()
                .filter(|column| !column.name.is_empty())
                .map(|column| Text::same(&column.name))
                .collect();
            Err(
                codes::missing_column(found.list.name(), Text::list(&missing), Text::list(&named))
                    .at_row(found.rows.1),
            )
        }
    }
}
