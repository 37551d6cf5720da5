//! A receipt's statements as sentences for people.

use super::{State, Statement};
use crate::base::lang::Lang;
use crate::frame::Reason;
use crate::inputs::plan::{Class, Plan};

impl Statement {
    /// What it says of the task, as one sentence; with the plan, risk classes have their names.
    pub fn message(&self, lang: Lang, plan: Option<&Plan>) -> String {
        let task = &self.task;
        let words = Words {
            statement: self,
            lang,
            plan,
        };
        match lang {
            Lang::Zh => format!("任务 {task}：{}", words.in_chinese()),
            Lang::En => format!("task {task}: {}", words.in_english()),
        }
    }
}

/// A statement on its way to a sentence.
struct Words<'w> {
    statement: &'w Statement,
    lang: Lang,
    plan: Option<&'w Plan>,
}

impl Words<'_> {
    fn in_chinese(&self) -> String {
        match self.statement.state {
            State::Selected => format!("抽中{}{}", self.stratum_in(), self.team_in()),
            State::Reserve => {
                format!(
                    "未抽中，为本层第 {} 备选{}",
                    self.statement.reserve.unwrap_or(0),
                    self.stratum_in()
                )
            }
            State::NotSelected => format!("在抽样框内，未抽中{}", self.stratum_in()),
            State::Excluded => match self.statement.reason() {
                Some(Reason::AnnualCap) => {
                    "未列入抽样框：本年度检查次数已达上限（annual_cap）".to_owned()
                }
                _ => "未列入抽样框：本年度该任务的检查次数已满（per_year）".to_owned(),
            },
            State::Inactive => "未列入抽样框：名录库中状态为停用（inactive）".to_owned(),
            State::OutOfScope => "未列入抽样框：不在任务范围内".to_owned(),
            State::Absent => "名录库中没有该对象".to_owned(),
        }
    }

    fn in_english(&self) -> String {
        match self.statement.state {
            State::Selected => format!("selected{}{}", self.stratum_in(), self.team_in()),
            State::Reserve => {
                format!(
                    "not selected, reserve {} of its stratum{}",
                    self.statement.reserve.unwrap_or(0),
                    self.stratum_in()
                )
            }
            State::NotSelected => {
                format!("in the frame, not selected{}", self.stratum_in())
            }
            State::Excluded => match self.statement.reason() {
                Some(Reason::AnnualCap) => {
                    "excluded: it has had the year's most visits (annual_cap)".to_owned()
                }
                _ => "excluded: it has had the task's visits of the year (per_year)".to_owned(),
            },
            State::Inactive => "not in the frame: inactive in the registry".to_owned(),
            State::OutOfScope => "not in the frame: the task is not about it".to_owned(),
            State::Absent => "the registry has no such entity".to_owned(),
        }
    }

    fn stratum_in(&self) -> String {
        let Some(framed) = &self.statement.framed else {
            return String::new();
        };
        let (probability, ticket) = (framed.probability, framed.ticket);
        let classes = self.plan.map(Plan::classes).unwrap_or_default();
        let class = classes
            .iter()
            .find(|class| class.id().as_str() == framed.stratum);
        let stratum = class.map_or(&*framed.stratum, Class::name);
        let cutoff = framed
            .cutoff
            .map_or_else(|| "-".to_owned(), |cutoff| cutoff.to_string());
        match self.lang {
            Lang::Zh => {
                format!("；层 {stratum}，入样概率 {probability}\n  签号 {ticket}\n  末位 {cutoff}")
            }
            Lang::En => format!(
                "; stratum {stratum}, inclusion probability {probability}\n  ticket {ticket}\n  cutoff {cutoff}"
            ),
        }
    }

    fn team_in(&self) -> String {
        let members = self.statement.members.join(", ");
        let vacant: Vec<String> = self.statement.vacant.iter().map(u64::to_string).collect();
        let parts = match self.lang {
            Lang::Zh => [("检查人员 ", members), ("空缺席位 ", vacant.join(", "))],
            Lang::En => [("officers ", members), ("vacant seats ", vacant.join(", "))],
        };
        let there = parts.iter().filter(|(_, list)| !list.is_empty());
        let told: Vec<String> = there.map(|(what, list)| format!("{what}{list}")).collect();
        if told.is_empty() {
            return String::new();
        }
        let between = match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        };
        format!("\n  {}", told.join(between))
    }
}
