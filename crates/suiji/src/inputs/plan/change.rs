//! A difference between two plans, in words and as JSON.

use crate::base::lang::Lang;
use crate::base::texts::{self, Localized, PLAN_FIELDS, PLAN_WORDS, Text};
use crate::json::{Json, in_both};

/// The kind of a change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PlanChangeKind {
    /// A task was added.
    TaskAdded,
    /// A task was removed.
    TaskRemoved,
    /// A value, or members of a list, were added.
    Added,
    /// A value, or members of a list, were removed.
    Removed,
    /// A value was replaced.
    Changed,
    /// The members are the same, but in another order.
    Order,
}

impl PlanChangeKind {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TaskAdded => "task_added",
            Self::TaskRemoved => "task_removed",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Order => "order",
        }
    }
}

/// What a change is about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Subject {
    Plan,
    /// A task, by id and name.
    Task(String, String),
}

impl Subject {
    pub(super) fn of_task(id: &str, task: &Json<'_>) -> Self {
        let name = object(task).iter().find(|(key, _)| key == "name");
        let name = name.map_or("", |(_, name)| plain(name));
        Self::Task(id.to_owned(), name.to_owned())
    }
}

/// A difference between two plans, made by [`Plan::changes`](super::Plan::changes).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PlanChange {
    of: Subject,
    kind: PlanChangeKind,
    path: String,
    before: Option<Json<'static>>,
    after: Option<Json<'static>>,
    message: Text,
}

impl PlanChange {
    pub(super) fn new(
        of: Subject,
        kind: PlanChangeKind,
        path: &str,
        (before, after): (Option<Json<'static>>, Option<Json<'static>>),
        names: &[(String, String)],
    ) -> Self {
        let words = Wording { names };
        let message = words.message(&of, kind, path, (before.as_ref(), after.as_ref()));
        Self {
            of,
            kind,
            path: path.to_owned(),
            before,
            after,
            message,
        }
    }

    /// Its kind.
    pub const fn kind(&self) -> PlanChangeKind {
        self.kind
    }

    /// The id of the task, or `None` if the change is about the plan as a whole.
    pub fn task(&self) -> Option<&str> {
        match &self.of {
            Subject::Plan => None,
            Subject::Task(id, _) => Some(id),
        }
    }

    /// The field by its path, such as `scope.categories`. It is empty if a task was added or removed.
    pub fn field(&self) -> &str {
        &self.path
    }

    /// The change in words.
    pub fn message(&self, lang: Lang) -> &str {
        self.message.text(lang)
    }

    /// The change as a JSON document, for a program that shows it.
    pub fn to_json(&self) -> String {
        let mut fields = vec![("kind", Json::text(self.kind.as_str()))];
        if let Subject::Task(id, name) = &self.of {
            fields.push(("task", Json::text(id.as_str())));
            fields.push(("name", Json::text(name.as_str())));
        }
        if !self.path.is_empty() {
            fields.push(("field", Json::text(self.path.as_str())));
        }
        let values = [("before", &self.before), ("after", &self.after)];
        let values = values.into_iter();
        fields.extend(values.filter_map(|(key, value)| Some((key, value.clone()?))));
        fields.push((
            "message",
            in_both(|lang| self.message.text(lang).to_owned()),
        ));
        Json::object(fields).to_pretty()
    }
}

/// How fields and values are worded.
struct Wording<'n> {
    /// The ids and names of classes.
    names: &'n [(String, String)],
}

impl Wording<'_> {
    fn message(
        &self,
        of: &Subject,
        kind: PlanChangeKind,
        path: &str,
        (before, after): (Option<&Json<'_>>, Option<&Json<'_>>),
    ) -> Text {
        let value = |of: Option<&Json<'_>>| Text::of(|lang| self.value(path, of, lang));
        let field = self.field(path);
        let what = match of {
            Subject::Plan => texts::change_of_plan(field),
            Subject::Task(id, name) => texts::change_of_task(id, name, field),
        };
        match (kind, of) {
            (PlanChangeKind::TaskAdded, Subject::Task(id, name)) => {
                let terms = Text::of(|lang| self.terms(after, lang));
                texts::change_task_added(id, name, terms)
            }
            (PlanChangeKind::TaskRemoved, Subject::Task(id, name)) => {
                texts::change_task_removed(id, name)
            }
            (PlanChangeKind::Added, _) => texts::change_set(what, value(after)),
            (PlanChangeKind::Removed, _) => texts::change_dropped(what, value(before)),
            (PlanChangeKind::Order, _) => texts::change_order(what, value(after)),
            _ => texts::change_value(what, value(before), value(after)),
        }
    }

    /// The name of a field. If a part of the path has no name of its own, such as a class, it follows in brackets.
    fn field(&self, path: &str) -> Text {
        let mut known = path;
        loop {
            let named = PLAN_FIELDS.iter().find(|(of, _)| *of == known);
            if let Some((_, words)) = named {
                let name = Text::of(|lang| words.text(lang).to_owned());
                let rest = path.get(known.len() + 1..).unwrap_or_default();
                return match rest.is_empty() {
                    true => name,
                    false => texts::field_of(name, self.class(rest)),
                };
            }
            match known.rsplit_once('.') {
                Some((before, _)) => known = before,
                None => return Text::of(|_| path.to_owned()),
            }
        }
    }

    fn class<'t>(&'t self, id: &'t str) -> &'t str {
        let mut names = self.names.iter();
        names.find(|(of, _)| of == id).map_or(id, |(_, name)| name)
    }

    /// All terms of a task except its id and name.
    fn terms(&self, task: Option<&Json<'_>>, lang: Lang) -> String {
        let fields = task.map(object).unwrap_or_default().iter();
        let fields = fields.filter(|(key, _)| key != "id" && key != "name");
        let terms = fields.flat_map(|(key, value)| self.leaves(key, value, lang));
        terms.collect::<Vec<_>>().join(texts::SEMICOLON.text(lang))
    }

    /// A field and its value. If there are no words for an object as a whole, each of its fields.
    fn leaves(&self, path: &str, value: &Json<'_>, lang: Lang) -> Vec<String> {
        let has_name = PLAN_FIELDS.iter().any(|(of, _)| *of == path);
        match value {
            Json::Object(fields) if !has_name || path == "extra" || path.starts_with("risk.") => {
                let of_field = |(key, value): &(_, Json<'_>)| {
                    let key: &std::borrow::Cow<'_, str> = key;
                    self.leaves(&format!("{path}.{key}"), value, lang)
                };
                fields.iter().flat_map(of_field).collect()
            }
            value => {
                let words = Text::of(|lang| self.value(path, Some(value), lang));
                vec![
                    texts::field_value(self.field(path), words)
                        .text(lang)
                        .to_owned(),
                ]
            }
        }
    }

    fn value(&self, path: &str, value: Option<&Json<'_>>, lang: Lang) -> String {
        match value {
            None => String::new(),
            Some(Json::Text(text)) => {
                let mut words = PLAN_WORDS.iter();
                let word = words.find(|(of, word, _)| *of == path && *word == text);
                match word {
                    Some((.., words)) => words.text(lang).to_owned(),
                    None if path == "risk.unrated_as" => self.class(text).to_owned(),
                    None => text.to_string(),
                }
            }
            Some(Json::Int(number)) => number.to_string(),
            Some(Json::Bool(flag)) => if *flag { texts::YES } else { texts::NO }
                .text(lang)
                .to_owned(),
            Some(Json::List(all)) => {
                let all: Vec<String> = all
                    .iter()
                    .map(|of| self.value(path, Some(of), lang))
                    .collect();
                all.join(texts::COMMA.text(lang))
            }
            Some(Json::Object(fields)) => self.object(path, fields, lang),
            Some(Json::Null | Json::Number) => String::new(),
        }
    }

    fn object(&self, path: &str, fields: &Fields<'_>, lang: Lang) -> String {
        let of = |key: &str| fields.iter().find(|(of, _)| of == key).map(|(_, of)| of);
        let text = |key: &str| self.value(path, of(key), lang);
        let first = match path {
            "quota" => return quota(fields, &text).text(lang).to_owned(),
            "window" => {
                return texts::from_to(text("from"), text("to"))
                    .text(lang)
                    .to_owned();
            }
            "mode" => {
                let mode = texts::mode_of(text("drawn_by"), text("inspected_by"));
                return mode.text(lang).to_owned();
            }
            "team.seats" => (
                texts::seats_of(text("department"), text("count")),
                ["department", "count"],
            ),
            _ if path.starts_with("classes.") => return text("name"),
            _ => (texts::limit_of(text("visits")), ["visits", "id"]),
        };
        let (first, said) = first;
        let rest = fields
            .iter()
            .filter(|(key, _)| !said.contains(&key.as_ref()));
        let rest = rest.map(|(key, value)| {
            let value = match (key.as_ref(), value) {
                ("classes", Json::List(all)) => {
                    let names = all.iter().map(|id| self.class(plain(id)));
                    names.collect::<Vec<_>>().join(texts::COMMA.text(lang))
                }
                (_, value) => self.value(key, Some(value), lang),
            };
            texts::field_value(self.field(key), value)
                .text(lang)
                .to_owned()
        });
        let all: Vec<String> = [first.text(lang).to_owned()]
            .into_iter()
            .chain(rest)
            .collect();
        all.join(texts::SEMICOLON.text(lang))
    }
}

type Fields<'a> = [(std::borrow::Cow<'a, str>, Json<'a>)];

fn object<'j, 'a>(value: &'j Json<'a>) -> &'j Fields<'a> {
    match value {
        Json::Object(fields) => fields,
        _ => &[],
    }
}

fn plain<'j>(value: &'j Json<'_>) -> &'j str {
    match value {
        Json::Text(text) => text,
        _ => "",
    }
}

fn quota(fields: &Fields<'_>, text: &dyn Fn(&str) -> String) -> Text {
    let has = |key: &str| fields.iter().any(|(of, _)| of == key);
    match () {
        () if has("count") => texts::quota_count(text("count")),
        () if has("min") => texts::quota_at_least_min(text("at_least"), text("min")),
        () if has("at_least") => texts::quota_at_least(text("at_least")),
        () if has("max") => texts::quota_at_most_max(text("at_most"), text("max")),
        () if has("at_most") => texts::quota_at_most(text("at_most")),
        () => texts::quota_exactly(text("exactly")),
    }
}
