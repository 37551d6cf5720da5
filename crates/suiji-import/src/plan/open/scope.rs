//! The words of a scope. Each is a category of entities, or a question asks about it.

use std::collections::BTreeSet;
use std::sync::Arc;

use suiji::Registry;
use suiji::plan::Scope;

use super::asking::{Asking, Open};
use super::nearest::nearest;
use crate::ask::{Check, Choice, LEAVE_OUT, Place, is_number_of_choice};
use crate::base::limits;
use crate::base::texts::{self, SCOPE_ENDS, SCOPE_JOINS, Text};

/// The maximum number of words in a scope. A longer scope is not understood.
const WORDS: usize = 200;

/// The answer that a scope has no condition.
const ALL: &str = "all";
/// The answer that a word is itself a category.
const AS_WRITTEN: &str = "as_written";
/// The prefixes of answers that name districts or industries.
const DISTRICT: &str = "district=";
const INDUSTRY: &str = "industry=";

/// The categories of entities.
#[derive(Debug)]
pub(crate) enum Categories {
    /// The categories of the registry.
    OfRegistry(Arc<BTreeSet<String>>),
    /// The categories that the plan itself names, if there is no registry.
    OfPlan(BTreeSet<String>),
}

impl Categories {
    pub(crate) fn new(registry: Option<&Registry>, objects: &[String]) -> Self {
        match registry {
            Some(registry) => {
                let mut all = BTreeSet::new();
                for entity in registry.iter() {
                    for category in entity.categories() {
                        if !all.contains(category) {
                            all.insert(category.to_owned());
                        }
                    }
                }
                Self::OfRegistry(Arc::new(all))
            }
            None => Self::OfPlan(objects.iter().cloned().collect()),
        }
    }

    fn all(&self) -> &BTreeSet<String> {
        match self {
            Self::OfRegistry(all) => all,
            Self::OfPlan(all) => all,
        }
    }

    /// Whether a word can be used unchanged. Without a list, no word can be compared.
    fn has(&self, word: &str) -> bool {
        self.all().contains(word) || matches!(self, Self::OfPlan(all) if all.is_empty())
    }

    /// Refuses a category that no row of the registry has.
    fn check(&self) -> Check {
        let all = match self {
            Self::OfRegistry(all) => Some(Arc::clone(all)),
            Self::OfPlan(_) => None,
        };
        Check::new(move |answer| match meaning(answer, "") {
            Some(Word::Category(_)) if is_number_of_choice(answer) => Err(texts::refused_number()),
            Some(Word::Category(of)) if all.as_ref().is_some_and(|all| !all.contains(&of)) => {
                Err(texts::refused_category(of))
            }
            _ => Ok(()),
        })
    }

    fn why(&self) -> Text {
        match self {
            Self::OfRegistry(_) => texts::why_plan_scope(),
            Self::OfPlan(_) => texts::why_plan_object(),
        }
    }
}

/// The meaning of a word.
enum Word {
    Category(String),
    District(String),
    Industry(String),
    All,
    Nothing,
}

/// The scope that a cell describes.
pub(crate) fn read(
    asking: &mut Asking<'_>,
    (place, task, name): (&Place, &str, &str),
    text: &str,
    categories: &Categories,
) -> Option<Scope> {
    let words = text
        .split(SCOPE_JOINS)
        .map(|word| word.trim_matches(SCOPE_ENDS));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.len() > WORDS {
        words.clear();
    }
    let mut scope = Scope::default();
    let mut is_all = false;
    let mut is_settled = true;
    let mut answered = false;
    for word in words {
        let meaning = match categories.has(word) {
            true => Some(Word::Category(word.to_owned())),
            false => {
                answered = true;
                let near = near(asking, word, categories);
                let open = open(word, &near, categories).or_of_task(name);
                let open = open.checked(categories.check());
                let word = word.to_owned();
                asking.settle(place, open, move |answer| meaning(answer, &word))
            }
        };
        match meaning {
            Some(Word::Category(of)) => add(&mut scope.categories, of),
            Some(Word::District(of)) => add(&mut scope.districts, of),
            Some(Word::Industry(of)) => add(&mut scope.industries, of),
            Some(Word::All) => is_all = true,
            Some(Word::Nothing) => {}
            None => is_settled = false,
        }
    }
    if !is_settled {
        return None;
    }
    if is_all {
        scope = Scope::default();
    } else if scope == Scope::default() {
        // No condition is left. A draw without a condition would be from all entities.
        let open = Open::row(
            "scope",
            name,
            texts::plan_scope(),
            texts::why_plan_no_scope(),
        );
        let open = open.with(vec![Choice::new(ALL, texts::plan_no_condition())]);
        let open = open.checked(categories.check());
        scope = asking.settle(place, open, |answer| match meaning(answer, "")? {
            Word::Category(of) => Some(with(|scope| scope.categories.push(of))),
            Word::District(of) => Some(with(|scope| scope.districts.push(of))),
            Word::Industry(of) => Some(with(|scope| scope.industries.push(of))),
            Word::All => Some(Scope::default()),
            Word::Nothing => None,
        })?;
        answered = true;
    }
    asking.note(
        (place, task),
        texts::plan_scope(),
        (text, words_of(&scope)),
        answered,
    );
    Some(scope)
}

fn with(change: impl FnOnce(&mut Scope)) -> Scope {
    let mut scope = Scope::default();
    change(&mut scope);
    scope
}

fn add(all: &mut Vec<String>, of: String) {
    if !all.contains(&of) {
        all.push(of);
    }
}

/// The categories that are similar to a word. None if too many questions are open, because then this one is
/// not asked.
fn near(asking: &mut Asking<'_>, word: &str, categories: &Categories) -> Vec<String> {
    if let Some(near) = asking.near.get(word) {
        return near.clone();
    }
    if asking.near.len() >= limits::QUESTIONS {
        return Vec::new();
    }
    let near = nearest(word, categories.all().iter().map(String::as_str));
    let near: Vec<String> = near.into_iter().map(str::to_owned).collect();
    asking.near.insert(word.to_owned(), near.clone());
    near
}

fn open(word: &str, near: &[String], categories: &Categories) -> Open {
    let choices = near.iter().map(|near| Choice::new(near, Text::same(near)));
    let mut choices: Vec<Choice> = choices.collect();
    choices.push(Choice::new(AS_WRITTEN, texts::plan_as_written(word)));
    choices.push(Choice::new(ALL, texts::plan_no_condition()));
    choices.push(Choice::new(LEAVE_OUT, texts::plan_no_word()));
    Open::value("scope", word, texts::plan_scope(), categories.why()).with(choices)
}

fn meaning(answer: &str, word: &str) -> Option<Word> {
    let digits = |text: &str| {
        let right =
            (1..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        right.then(|| text.to_owned())
    };
    if let Some(code) = answer.strip_prefix(DISTRICT) {
        return digits(code).map(Word::District);
    }
    if let Some(code) = answer.strip_prefix(INDUSTRY) {
        let code = code.trim().to_owned();
        return (!code.is_empty()).then_some(Word::Industry(code));
    }
    match answer {
        ALL => Some(Word::All),
        LEAVE_OUT => Some(Word::Nothing),
        AS_WRITTEN if !word.is_empty() => Some(Word::Category(word.to_owned())),
        "" | AS_WRITTEN => None,
        category => Some(Word::Category(category.to_owned())),
    }
}

fn words_of(scope: &Scope) -> (String, Text) {
    let mut words: Vec<String> = scope.categories.clone();
    words.extend(scope.districts.iter().map(|of| format!("{DISTRICT}{of}")));
    words.extend(scope.industries.iter().map(|of| format!("{INDUSTRY}{of}")));
    match words.is_empty() {
        true => (ALL.to_owned(), texts::plan_no_condition()),
        false => (words.join(";"), Text::same(words.join(";"))),
    }
}
