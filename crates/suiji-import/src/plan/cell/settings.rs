//! Settings of a draw that no office writes into its plan. One answer has all of them: `备选=2; 轮换=2023-01-01;
//! J1专长=汽车流通`.

use suiji::plan::SeatGroup;
use suiji::values::Date;

use crate::base::texts::{
    self, OF, OPTION_ENDS, OPTION_EQUALS, OPTION_RESERVES, OPTION_ROTATION, OPTION_SKILLS,
    SCOPE_JOINS, Text, narrow,
};

/// The settings of an answer. A setting without a task applies to all tasks that have no such setting of their own.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Settings {
    all: Vec<Setting>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
struct Setting {
    /// The id of the task; empty for all tasks.
    task: String,
    what: What,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum What {
    /// Reserves of each stratum.
    Reserves(u64),
    /// The first day of the inspections that count in a rotation of inspectors.
    Rotation(Date),
    /// Skills that the first seat of a team requires.
    Skills(Vec<String>),
}

/// The settings of an answer about tasks with these ids.
pub(crate) fn read(answer: &str, ids: &[String]) -> Option<Settings> {
    let pieces = answer.split(OPTION_ENDS).map(str::trim);
    let pieces = pieces.filter(|piece| !piece.is_empty());
    let all: Option<Vec<Setting>> = pieces.map(|piece| setting(piece, ids)).collect();
    all.filter(|all| !all.is_empty())
        .map(|all| Settings { all })
}

fn setting(piece: &str, ids: &[String]) -> Option<Setting> {
    let (key, value) = piece.split_once(OPTION_EQUALS)?;
    let (key, value) = (narrow(key.trim()).to_lowercase(), value.trim());
    let of = |words: &[&str]| {
        let mut words = words.iter();
        let before = words.find_map(|word| key.strip_suffix(word))?;
        Some(before.trim().trim_end_matches(OF).trim().to_owned())
    };
    let (task, what) = if let Some(task) = of(OPTION_RESERVES) {
        let number = narrow(value);
        let number = number.trim_end_matches(texts::ENTITY_UNITS[3]).trim();
        (task, What::Reserves(number.parse().ok()?))
    } else if let Some(task) = of(OPTION_ROTATION) {
        (task, What::Rotation(day(value)?))
    } else {
        let task = of(OPTION_SKILLS)?;
        let skills = value.split(SCOPE_JOINS).map(str::trim);
        let skills: Vec<String> = skills
            .filter(|skill| !skill.is_empty())
            .map(str::to_owned)
            .collect();
        if skills.is_empty() {
            return None;
        }
        (task, What::Skills(skills))
    };
    let task = match task.is_empty() {
        true => task,
        false => ids
            .iter()
            .find(|id| id.eq_ignore_ascii_case(&task))?
            .clone(),
    };
    Some(Setting { task, what })
}

/// A day such as 2023-01-01 or 2023.1.1.
fn day(text: &str) -> Option<Date> {
    let text = narrow(text);
    let parts: Vec<&str> = text.split(['-', '.', '/']).map(str::trim).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

impl Settings {
    /// The last setting of a task; without one, that of all tasks.
    fn of<T>(&self, task: &str, is: impl Fn(&What) -> Option<T>) -> Option<T> {
        let of = |id: &str| {
            let mut all = self.all.iter().rev().filter(|of| of.task == id);
            all.find_map(|of| is(&of.what))
        };
        of(task).or_else(|| of(""))
    }

    pub(crate) fn reserves(&self, task: &str) -> Option<u64> {
        self.of(task, |what| match what {
            What::Reserves(count) => Some(*count),
            _ => None,
        })
    }

    pub(crate) fn rotation(&self, task: &str) -> Option<Date> {
        self.of(task, |what| match what {
            What::Rotation(day) => Some(*day),
            _ => None,
        })
    }

    /// The seats of a task. The first seat requires the skills.
    pub(crate) fn seats(&self, task: &str, groups: Vec<SeatGroup>) -> Vec<SeatGroup> {
        let skills = self.of(task, |what| match what {
            What::Skills(skills) => Some(skills.clone()),
            _ => None,
        });
        let (Some(skills), Some((first, others))) = (skills, groups.split_first()) else {
            return groups;
        };
        let skills: Vec<&str> = skills.iter().map(String::as_str).collect();
        let group = |count: u64| {
            let group = SeatGroup::new(first.department(), count).with_expert(first.expert());
            match first.role() {
                Some(role) => group.with_role(role),
                None => group,
            }
        };
        let mut all = vec![group(1).with_skills(&skills)];
        if first.count() > 1 {
            let own: Vec<&str> = first.skills().iter().map(String::as_str).collect();
            all.push(group(first.count() - 1).with_skills(&own));
        }
        all.extend_from_slice(others);
        all
    }

    /// The settings in words.
    pub(crate) fn text(&self) -> Text {
        let all = self.all.iter().map(|of| {
            let what = match &of.what {
                What::Reserves(count) => texts::plan_reserves(count),
                What::Rotation(day) => texts::plan_rotation(day),
                What::Skills(skills) => {
                    let skills: Vec<Text> = skills.iter().map(Text::same).collect();
                    texts::plan_skills(Text::list(&skills))
                }
            };
            match of.task.is_empty() {
                true => what,
                false => texts::plan_of_task(&of.task, what),
            }
        });
        Text::list(&all.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids() -> Vec<String> {
        ["J1", "N1"].map(str::to_owned).into()
    }

    #[test]
    fn an_answer_sets_what_is_of_all_tasks_and_of_one() {
        let answer = "备选=2；轮换＝2023.1.1; j1专长：汽车流通，机动车; N1备选=0户";
        let settings = read(answer, &ids()).unwrap();
        assert_eq!(
            (settings.reserves("J1"), settings.reserves("N1")),
            (Some(2), Some(0))
        );
        let day: Date = "2023-01-01".parse().unwrap();
        assert_eq!(settings.rotation("N1"), Some(day));
        let groups = vec![
            SeatGroup::new("县工信局", 2).with_role("主办"),
            SeatGroup::new("县市场监管局", 1),
        ];
        let seats = settings.seats("J1", groups.clone());
        let expected = [
            SeatGroup::new("县工信局", 1)
                .with_role("主办")
                .with_skills(&["汽车流通", "机动车"]),
            SeatGroup::new("县工信局", 1).with_role("主办"),
            SeatGroup::new("县市场监管局", 1),
        ];
        assert_eq!(seats, expected);
        assert_eq!(settings.seats("N1", groups.clone()), groups);
        let english = read(
            "reserves=2; rotation_from=2023-01-01; J1 skills=汽车流通, 机动车; N1 reserves = 0",
            &ids(),
        );
        assert_eq!(english.unwrap(), settings);
    }

    #[test]
    fn what_is_not_understood_is_no_answer() {
        for answer in [
            "",
            "2",
            "备选=",
            "备选=-1",
            "备选=二",
            "轮换=2023",
            "J9备选=1",
            "J1专长=",
            "专家=1",
            "备选=1; x",
        ] {
            assert_eq!(read(answer, &ids()), None, "{answer}");
        }
    }
}
