//! The use of each column: a field, a column of the office's own that is kept, or a column that is left out.

use std::collections::BTreeSet;

use suiji_tables::guess;

use super::find::{Found, Means, field, is_row_number};
use crate::ask::{
    About, Answers, BLANK, Check, Choice, EXTRA, Key, LEAVE_OUT, Place, Question, Questions,
};
use crate::base::fields::{Field, Holds};
use crate::base::list::List;
use crate::base::options::Extra;
use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};

/// A column of a sheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Column {
    /// The name, as in the file.
    pub(crate) name: String,
    pub(crate) used: Use,
}

/// The use of a column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Use {
    /// A field of the list, by its number. `by_name` if the field is an id and the column has names.
    Field {
        index: usize,
        by_name: bool,
    },
    /// A field whose value comes from this column if its first column is blank.
    Other {
        index: usize,
    },
    /// `extra` of this name.
    Extra(String),
    /// An open question asks for its use.
    Asked,
    /// The number of the row.
    RowNumber,
    LeftOut,
}

/// The uses of the columns.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pub(crate) all: Vec<Column>,
    /// The fields whose column is asked for.
    pub(crate) asked: BTreeSet<usize>,
}

/// The maximum number of columns that complete the first column of a field.
pub(crate) const OTHERS: usize = 2;

/// The answer that a field has several columns. The first one that is not blank counts.
const EACH: &str = "each";

/// Decides the use of each column, and asks if it is not clear. `needed` has the fields that the plan needs, `given`
/// the fields that need no column.
pub(crate) fn decide(
    found: &Found,
    (extra, needed, given): (&Extra, &BTreeSet<&'static str>, &[&str]),
    answers: &Answers,
    questions: &mut Questions,
    place: &Place,
) -> Columns {
    let layout = layout(&found.names);
    let mut deciding = Deciding {
        list: found.list,
        layout: &layout,
        extra,
        needed,
        given,
        answers,
        questions,
        place,
        asked: BTreeSet::new(),
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
    deciding.ask_missing(&mut columns, &means);
    deciding.ask_probable(&mut columns, &means);
    leave_out_repeated(&mut columns);
    Columns {
        asked: deciding.asked,
        all: columns,
    }
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

/// The columns of a file. They identify the same list of another year.
pub(crate) fn layout(names: &[String]) -> String {
    names.join("|")
}

struct Deciding<'d> {
    list: List,
    layout: &'d str,
    extra: &'d Extra,
    needed: &'d BTreeSet<&'static str>,
    given: &'d [&'d str],
    answers: &'d Answers,
    questions: &'d mut Questions,
    place: &'d Place,
    asked: BTreeSet<usize>,
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

    /// The use of a column that is not a field.
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
                // The name may mean an office within the department, so a question asks.
                let sure = |means: &Means| !(means.weak && of.holds == Holds::Department);
                let of_field = all().filter(|(_, means)| {
                    means.index == index && means.by_name == by_name && sure(means)
                });
                let (weak, strong): (Vec<_>, Vec<_>) = of_field.partition(|(_, means)| means.weak);
                let candidates: Vec<usize> = match (strong.is_empty(), weak.is_empty()) {
                    (false, _) => strong.iter().map(|(at, _)| *at).collect(),
                    // A weak name counts only if the field has no other column.
                    (true, false) => weak.iter().map(|(at, _)| *at).collect(),
                    _ => continue,
                };
                let chosen = self.chosen((index, of), &candidates, columns);
                if chosen.is_empty() {
                    ask_about(columns, &candidates);
                }
                for (number, at) in chosen.into_iter().enumerate() {
                    if let Some(column) = columns.get_mut(at) {
                        column.used = match number {
                            0 => Use::Field { index, by_name },
                            _ => Use::Other { index },
                        };
                    }
                }
            }
        }
    }

    /// The columns of a field: one, or several. The first one that is not blank counts.
    fn chosen(
        &mut self,
        (index, field): (usize, &'static Field),
        candidates: &[usize],
        columns: &[Column],
    ) -> Vec<usize> {
        let name = |at: &usize| columns.get(*at).map(|column| column.name.as_str());
        if let [only] = candidates {
            return vec![*only];
        }
        let is_id = matches!(
            field.holds,
            Holds::EntityId | Holds::InspectorId | Holds::Entity
        );
        let each = is_id && candidates.len() <= OTHERS + 1;
        let key = self.key(About::Columns, field.name, "");
        let answered = self.answers.get(&key);
        if each && answered == Some(EACH) {
            return candidates.to_vec();
        }
        let chosen = answered.and_then(|answer| {
            let mut all = candidates.iter().filter(|at| name(at) == Some(answer));
            all.next()
        });
        if let Some(at) = chosen {
            return vec![*at];
        }
        let names: Vec<Text> = candidates.iter().filter_map(name).map(Text::same).collect();
        let choices = candidates.iter().filter_map(name);
        let mut choices: Vec<Choice> = choices
            .map(|name| Choice::new(name, Text::same(name)))
            .collect();
        if each {
            let means = texts::each_column(Text::list(&names));
            choices.insert(0, Choice::new(EACH, means));
        }
        let refused = answered.map(str::to_owned);
        let text = texts::ask_columns(self.list.field_name(field.name), Text::list(&names));
        self.asked.insert(index);
        self.questions
            .ask(self.place.clone(), question(key, text, choices, refused));
        Vec::new()
    }

    /// Asks for the column of a missing field, if the list must have it or the plan needs it.
    fn ask_missing(&mut self, columns: &mut [Column], means: &[Option<Means>]) {
        for (index, of) in self.list.fields().iter().enumerate() {
            let has = |column: &Column| matches!(column.used, Use::Field { index: at, .. } if at == index);
            let required = of.required && !self.given.contains(&of.name);
            let wanted = required || self.needed.contains(of.name);
            if !wanted || self.asked.contains(&index) || columns.iter().any(has) {
                continue;
            }
            let key = self.key(About::Columns, of.name, "");
            let answered = self.answers.get(&key);
            if answered == Some(BLANK) && !required {
                continue;
            }
            let free = |column: &Column, means: &Option<Means>| {
                let about = self.key(About::Column, "", &column.name);
                let unused = matches!(column.used, Use::LeftOut | Use::Extra(_) | Use::Asked);
                unused
                    && means.is_none()
                    && !column.name.is_empty()
                    && self.answers.get(&about).is_none()
            };
            let pairs = columns.iter().zip(means);
            let mut all: Vec<String> = pairs
                .filter(|(column, means)| free(column, means))
                .map(|(column, _)| column.name.clone())
                .collect();
            if let Some(name) = answered.filter(|name| all.iter().any(|of| of == name)) {
                let mut columns = columns.iter_mut();
                if let Some(column) = columns.find(|column| column.name == name) {
                    let by_name = false;
                    column.used = Use::Field { index, by_name };
                }
                continue;
            }
            if all.is_empty() {
                continue;
            }
            let asked = (0..).zip(columns.iter()).zip(means);
            let asked = asked.filter(|((_, column), means)| free(column, means));
            let asked: Vec<usize> = asked.map(|((at, _), _)| at).collect();
            // The most probable one comes first.
            let taken = BTreeSet::new();
            all.sort_by_key(|name| guess(name, self.list.names(), &taken) != Some(of.name));
            all.dedup();
            let choices = all.iter().map(|name| Choice::new(name, Text::same(name)));
            let mut choices: Vec<Choice> = choices.collect();
            if !required {
                choices.push(Choice::new(BLANK, texts::no_such_column()));
            }
            let refused = answered.map(str::to_owned);
            let text = texts::ask_which(self.list.field_name(of.name));
            self.asked.insert(index);
            self.questions
                .ask(self.place.clone(), question(key, text, choices, refused));
            ask_about(columns, &asked);
        }
    }

    /// Asks about columns whose name resembles a field without a column.
    fn ask_probable(&mut self, columns: &mut [Column], means: &[Option<Means>]) {
        let fields = self.list.fields();
        let mut taken: BTreeSet<&str> = columns
            .iter()
            .filter_map(|column| match column.used {
                Use::Field { index, .. } => fields.get(index).map(|field| field.name),
                _ => None,
            })
            .collect();
        let asked = self.asked.iter().filter_map(|index| fields.get(*index));
        taken.extend(asked.map(|field| field.name));
        for (column, means) in columns.iter_mut().zip(means) {
            let office = means.is_some_and(|means| {
                let field = fields.get(means.index);
                means.weak && field.is_some_and(|field| field.holds == Holds::Department)
            });
            let known = means.is_some() && !office;
            let unused = matches!(column.used, Use::LeftOut | Use::Asked);
            if !unused || known || column.name.is_empty() {
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
            if office {
                self.asked.extend(self.list.field(field));
            }
            let place = Place {
                column: column.name.clone(),
                ..self.place.clone()
            };
            self.questions
                .ask(place, question(key, text, choices, refused));
            column.used = Use::Asked;
        }
    }
}

/// Marks the columns that a question is about.
fn ask_about(columns: &mut [Column], asked: &[usize]) {
    for at in asked {
        if let Some(column) = columns.get_mut(*at) {
            column.used = Use::Asked;
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

/// Refuses a header without a column that the list must have. `given` has the fields that need no column.
pub(crate) fn check_required(
    found: &Found,
    given: &[&str],
    columns: &Columns,
) -> Result<(), Problem> {
    let fields = found.list.fields();
    let has = |index: usize| {
        let is =
            |column: &Column| matches!(column.used, Use::Field { index: of, .. } if of == index);
        columns.asked.contains(&index) || columns.all.iter().any(is)
    };
    let missing: Vec<Text> = fields
        .iter()
        .enumerate()
        .filter(|(index, field)| field.required && !given.contains(&field.name) && !has(*index))
        .map(|(_, field)| found.list.field_name(field.name))
        .collect();
    match missing.is_empty() {
        true => Ok(()),
        false => {
            let named: Vec<Text> = columns
                .all
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
