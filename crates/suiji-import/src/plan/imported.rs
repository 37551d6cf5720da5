//! The result of importing a plan.

use suiji::Plan;

use super::build::{self, LeftOut};
use super::document;
use super::open::{Asking, Understood};
use crate::ask::{Answers, Question, unanswered};
use crate::base::problem::Error;
use crate::known::Known;
use crate::log::{Log, SheetLog};
use crate::sheet::source::Source;
use crate::value::rules::{Rule, Rules};

/// The result of importing a plan: the plan, how each text was understood, and the open questions.
#[derive(Debug)]
pub struct PlanImport {
    plan: Option<Plan>,
    understood: Vec<Understood>,
    log: Log,
    questions: Vec<Question>,
    more_questions: u64,
}

impl PlanImport {
    /// The plan, if no question is open.
    pub const fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref()
    }

    /// Every text of the document that was used, with its value, and every answer that was used.
    pub fn understood(&self) -> &[Understood] {
        &self.understood
    }

    /// The same as a log, with the rows that are not tasks.
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// The open questions: the first 1,000.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The number of further questions.
    pub const fn more_questions(&self) -> u64 {
        self.more_questions
    }

    /// `Ok` if no question is open.
    ///
    /// # Errors
    /// `import.question` for each of the first questions, `import.questions` for the rest.
    pub fn check_answered(&self) -> Result<(), Error> {
        unanswered(&self.questions, self.more_questions)
    }
}

/// Imports a plan: its document, and the files of its annexes if it has any. `known` has the categories and departments
/// that questions offer. `answers` has the answers to earlier questions. The same files and answers always give the
/// same plan.
///
/// ```
/// use suiji_import::{Answers, Known, Source, import_plan};
///
/// let text = "样例县工信局2024年度内部双随机抽查工作计划\n\
///     序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例/数量\t抽查检查时间\n\
///     1\t对汽车销售企业的抽查\t经营活动的检查\t汽车销售企业\t不低于20% 1次/年\t9月-11月\n";
/// let answers = r#"{"answers": [
///     {"list": "plan", "about": "value", "field": "team", "value": "internal", "answer": "县工信局 2"},
///     {"list": "plan", "about": "constant", "field": "lead_required", "answer": "yes"},
///     {"list": "plan", "about": "constant", "field": "settings", "answer": "blank"}]}"#;
/// let answers = Answers::from_json(answers.as_bytes())?;
/// let imported = import_plan(vec![Source::from_bytes("计划.txt", text)], Known::default(), &answers)?;
/// let plan = imported.plan().expect("no question is open");
/// assert_eq!(plan.tasks()[0].window().unwrap().to().to_string(), "2024-11-30");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A file is not a plan, exceeds a limit ([`limits`](crate::limits)), or has rows with unknown columns. A text that is
/// not understood leads to a question, not an error.
pub fn import_plan(
    sources: Vec<Source>,
    mut known: Known<'_>,
    answers: &Answers,
) -> Result<PlanImport, Error> {
    let mut documents = Vec::new();
    let mut problems = Vec::new();
    for source in sources {
        match document::read(source) {
            Ok(document) => documents.push(document),
            Err(problem) => problems.push(problem),
        }
    }
    Error::unless_none(problems)?;
    let mut asking = Asking::new(answers);
    let (plan, left_out) = build::build(&documents, &mut known, &mut asking)?;
    let Asking {
        questions, notes, ..
    } = asking;
    Ok(PlanImport {
        plan,
        log: log(&notes, &left_out),
        understood: notes,
        more_questions: questions.more,
        questions: questions.into_all(),
    })
}

/// The log, one sheet for each table.
fn log(notes: &[Understood], left_out: &[LeftOut]) -> Log {
    let mut log = Log::default();
    for of in notes {
        let mut rules = Rules::of(Rule::Plan);
        if of.answered {
            rules.add(Rule::Answer);
        }
        let sheet = log.sheet(&of.place.file, &of.place.sheet);
        let change = (of.before.as_str(), of.after.as_str());
        sheet.note_cell(of.place.row, &of.place.column, change, rules);
        sheet.note_means(of.means.clone());
    }
    for (place, text) in left_out {
        let sheet = log.sheet(&place.file, &place.sheet);
        sheet.note_row(place.row, text, Rule::RemarkRow);
    }
    log.sheets.iter_mut().for_each(SheetLog::finish);
    log
}
