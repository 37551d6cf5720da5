//! Open questions as an error, for programs that cannot ask.

use super::question::Question;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};

/// The maximum number of questions that an error names.
const NAMED: usize = 20;

/// An error, if a question is open.
pub(crate) fn unanswered(questions: &[Question], more: u64) -> Result<(), Error> {
    let mut problems: Vec<Problem> = questions.iter().take(NAMED).map(of_one).collect();
    let rest = questions.len().saturating_sub(NAMED) as u64 + more;
    if rest > 0 {
        problems.push(codes::more_questions(rest));
    }
    Error::unless_none(problems)
}

fn of_one(question: &Question) -> Problem {
    let mut answers: Vec<Text> = question
        .choices
        .iter()
        .map(|choice| texts::answer_means(&choice.answer, choice.means.clone()))
        .collect();
    if question.is_free {
        answers.push(texts::answer_free());
    }
    let id = question.key.id();
    let problem = codes::question(question.text.clone(), id, Text::list(&answers));
    let Some(place) = question.places.first() else {
        return problem;
    };
    let problem = match place.row {
        0 => problem,
        row => problem.at_row(row),
    };
    problem.in_sheet(&place.sheet).in_file(&place.file)
}
