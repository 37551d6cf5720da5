//! Risk classes, and the words and letters that offices write for them.

use suiji::Plan;

use super::rules::{Rule, Rules};
use super::text::tidy;
use super::{Ask, Cleaned};
use crate::ask::Choice;
use crate::base::texts::{self, CLASS_AFFIXES, CLASS_SYNONYMS, Text, UNRATED, fold, is_one_of};
use crate::sheet::block::Cell;

/// The classes of a plan, the highest risk first.
#[derive(Clone, Debug)]
pub(crate) struct Classes {
    classes: Vec<(String, String)>,
}

/// The meaning of the letters in a file, by its answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Letters {
    /// A is the highest risk.
    FromHigh,
    /// A is the lowest risk.
    FromLow,
}

impl Letters {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::FromHigh => "a_is_high",
            Self::FromLow => "a_is_low",
        }
    }
}

impl Classes {
    /// The classes of a plan; without a plan, the default classes.
    pub(crate) fn of(plan: Option<&Plan>) -> Self {
        let default = ["high", "elevated", "general", "low"];
        let classes = match plan {
            Some(plan) => {
                let classes = plan.classes().iter();
                classes
                    .map(|class| (class.id().to_string(), class.name().to_owned()))
                    .collect()
            }
            None => {
                let names = CLASS_SYNONYMS.iter().map(|(name, _)| (*name).to_owned());
                default.into_iter().map(str::to_owned).zip(names).collect()
            }
        };
        Self { classes }
    }

    /// The name of a class.
    pub(crate) fn name(&self, id: &str) -> Option<&str> {
        let class = self.classes.iter().find(|(of, _)| of == id);
        class.map(|(_, name)| name.as_str())
    }

    /// The class of a cell.
    pub(super) fn clean(&self, cell: Cell<'_>, letters: Option<Letters>) -> Cleaned {
        let mut rules = Rules::NONE;
        let text = tidy(cell.text, false, &mut rules);
        if text.is_empty() || self.classes.iter().any(|(id, _)| *id == text) {
            return Cleaned::Value(text.into_owned(), rules);
        }
        let word = fold(&text);
        if is_one_of(&word, UNRATED) {
            rules.add(Rule::Unrated);
            return Cleaned::Value(String::new(), rules);
        }
        if let Some(id) = self.of_word(&word) {
            rules.add(Rule::ClassWord);
            return Cleaned::Value(id.to_owned(), rules);
        }
        if let Some(id) = self.of_word_and_letter(&word) {
            rules.add(Rule::ClassWord);
            return Cleaned::Value(id.to_owned(), rules);
        }
        if let Some(index) = self.letter(&word) {
            let last = self.classes.len().saturating_sub(1);
            let class = match letters {
                Some(Letters::FromHigh) => self.classes.get(index),
                Some(Letters::FromLow) => self.classes.get(last - index),
                None => return Cleaned::Ask(Ask::of_letters(self.letter_choices())),
            };
            if let Some((id, _)) = class {
                rules.add(Rule::ClassLetter);
                return Cleaned::Value(id.clone(), rules);
            }
        }
        let choices = self.classes.iter();
        let choices = choices.map(|(id, name)| Choice::new(id, Text::same(name)));
        Cleaned::Ask(Ask::of_value(texts::why_unknown_class()).with(choices.collect()))
    }

    /// The class with this id, name or other usual word.
    fn of_word(&self, word: &str) -> Option<&str> {
        let bare = without_affixes(word);
        let is = |(id, name): &(String, String)| {
            let name = fold(name);
            fold(id) == word
                || name == word
                || (!bare.is_empty() && without_affixes(&name) == bare)
                || synonyms(&name)
                    .iter()
                    .any(|other| *other == word || *other == bare)
        };
        let mut all = self.classes.iter().filter(|class| is(class));
        let (id, _) = all.next()?;
        all.next().is_none().then_some(id)
    }

    /// The class of a word beside a letter, as in `A(low)`. The word decides.
    fn of_word_and_letter(&self, word: &str) -> Option<&str> {
        let at = word.find(|c: char| c.is_ascii_alphanumeric())?;
        let (before, rest) = word.split_at(at);
        let (letter, after) = rest.split_at(1);
        let is_letter = letter.bytes().all(|byte| byte.is_ascii_lowercase());
        let rest = [before, after].concat();
        let is_word = !rest.is_ascii();
        (is_letter && is_word)
            .then(|| self.of_word(&rest))
            .flatten()
    }

    /// The position of a letter that means a class.
    fn letter(&self, word: &str) -> Option<usize> {
        let bare = without_affixes(word);
        let mut chars = bare.chars();
        let letter = chars.next().filter(char::is_ascii_lowercase)?;
        let index = usize::try_from(u32::from(letter) - u32::from('a')).ok()?;
        (chars.next().is_none() && index < self.classes.len()).then_some(index)
    }

    fn letter_choices(&self) -> Vec<Choice> {
        let names = || self.classes.iter().map(|(_, name)| name.as_str());
        let pairs = |names: &mut dyn Iterator<Item = &str>| {
            let pairs: Vec<String> = ('A'..='I')
                .zip(names)
                .map(|(letter, name)| format!("{letter}={name}"))
                .collect();
            Text::same(pairs.join(" "))
        };
        vec![
            Choice::new(Letters::FromLow.as_str(), pairs(&mut names().rev())),
            Choice::new(Letters::FromHigh.as_str(), pairs(&mut names())),
        ]
    }
}

fn synonyms(name: &str) -> &'static [&'static str] {
    let found = CLASS_SYNONYMS.iter().find(|(of, _)| *of == name);
    found.map_or(&[], |(_, others)| others)
}

/// The word without usual additions; unchanged if nothing else would be left.
fn without_affixes(word: &str) -> &str {
    let mut bare = word;
    loop {
        let shorter = CLASS_AFFIXES.iter().find_map(|affix| {
            let shorter = bare
                .strip_suffix(affix)
                .or_else(|| bare.strip_prefix(affix))?;
            (!shorter.is_empty()).then_some(shorter)
        });
        match shorter {
            Some(shorter) => bare = shorter,
            None => return bare,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::About;
    use crate::sheet::block::Kind;

    fn clean(classes: &Classes, text: &str, letters: Option<Letters>) -> Option<(String, String)> {
        let kind = Kind::Text;
        match classes.clean(Cell { text, kind }, letters) {
            Cleaned::Value(text, rules) => Some((text, rules.words())),
            _ => None,
        }
    }

    #[test]
    fn words_for_the_usual_classes() {
        let classes = Classes::of(None);
        for (word, id) in [
            ("high", "high"),
            ("高风险", "high"),
            ("高", "high"),
            ("高风险企业", "high"),
            ("信用风险高", "high"),
            ("较高", "elevated"),
            ("中高风险", "elevated"),
            ("一般风险", "general"),
            ("中", "general"),
            (" 低 ", "low"),
            ("低风险等级", "low"),
            ("LOW", "low"),
            ("低风险（A）", "low"),
            ("D类-高", "high"),
            ("信用风险低(A类)", "low"),
            ("B（一般）", "general"),
        ] {
            assert_eq!(clean(&classes, word, None).unwrap().0, id, "{word}");
        }
        for word in ["较低", "5", "优", "F", "ABC", "低高"] {
            assert_eq!(clean(&classes, word, None), None, "{word}");
        }
        let unrated = clean(&classes, "未评级", None).unwrap();
        assert_eq!(unrated, (String::new(), "unrated".to_owned()));
    }

    #[test]
    fn a_letter_means_what_is_answered_for_the_file() {
        let classes = Classes::of(None);
        let kind = Kind::Text;
        let asked = classes.clean(Cell { text: "D", kind }, None);
        assert!(
            matches!(asked, Cleaned::Ask(ask) if ask.about == About::Letters && ask.choices.len() == 2)
        );
        for (letter, from_high, from_low) in [
            ("A", "high", "low"),
            ("b级", "elevated", "general"),
            ("Ｄ类", "low", "high"),
        ] {
            let of = |letters| clean(&classes, letter, Some(letters)).unwrap().0;
            assert_eq!(
                (of(Letters::FromHigh), of(Letters::FromLow)),
                (from_high.to_owned(), from_low.to_owned())
            );
        }
    }

    #[test]
    fn a_plan_with_classes_of_its_own_has_its_own_words() {
        let json = r#"{"title":"t","authority":"a","year":2026,"classes":[{"id":"D","name":"D类"},{"id":"A","name":"A类"}],
            "tasks":[{"id":"T","name":"t","kind":"internal","targeting":"untargeted","items":["i"],"quota":{"count":1}}]}"#;
        let plan = Plan::from_json(json.as_bytes()).unwrap();
        let classes = Classes::of(Some(&plan));
        assert_eq!(clean(&classes, "D", None).unwrap().0, "D");
        assert_eq!(clean(&classes, "a类", None).unwrap().0, "A");
        assert_eq!(clean(&classes, "高", None), None);
    }
}
