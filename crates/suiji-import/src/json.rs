//! The result of an import as JSON, for programs. Every text is in both languages.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use suiji::Lang;
use suiji::error::ErrorKind;

use crate::ask::{Place, Question};
use crate::base::problem::{Error, Problem};
use crate::base::texts::Text;
use crate::import::Import;
use crate::log::{Entry, Log, SheetLog, Summary};
use crate::plan::{PlanImport, Understood};
use crate::value::rules::{Rule, Rules};

/// The number of bytes written at once.
const PIECE: usize = 1 << 16;

impl Import {
    /// The totals of each list and the open questions, as a JSON document. The key of each question has an id. A
    /// program answers with this id.
    ///
    /// ```
    /// use suiji_import::{Answers, Known, Options, Source, import};
    ///
    /// let source = || Source::from_bytes("名录.csv", "统一社会信用代码,企业名称,登记状态\nA-1,样例企业,停业\n");
    /// let first = import(vec![source()], Known::default(), &Answers::default(), &Options::default())?;
    /// assert!(first.to_json().contains(r#""id": "registry:value:status:停业""#));
    ///
    /// let answers = Answers::from_json(r#"{"answers": {"registry:value:status:停业": "inactive"}}"#.as_bytes())?;
    /// let second = import(vec![source()], Known::default(), &answers, &Options::default())?;
    /// assert_eq!(second.tables().len(), 1);
    /// # Ok::<(), suiji_import::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        let lists: Vec<Value> = self.summaries().iter().map(summary).collect();
        let json = json!({
            "lists": lists,
            "questions": questions(self.questions()),
            "more_questions": self.more_questions(),
        });
        format!("{json:#}\n")
    }
}

impl PlanImport {
    /// The understood values with their sources, and the open questions, as a JSON document.
    pub fn to_json(&self) -> String {
        let all: Vec<Value> = self.understood().iter().map(understood).collect();
        let json = json!({
            "understood": all,
            "questions": questions(self.questions()),
            "more_questions": self.more_questions(),
        });
        format!("{json:#}\n")
    }
}

impl Log {
    /// Writes the log as JSON Lines: `file`, `sheet`, `row`, `rows`, `column`, `before`, `after`, `rules`. Values are
    /// unchanged; the CSV log marks values that a spreadsheet would take for formulas.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json_lines(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = Vec::new();
        for entry in self.entries() {
            serde_json::to_writer(&mut lines, &change(&entry))?;
            lines.push(b'\n');
            if lines.len() > PIECE {
                out.write_all(&lines)?;
                lines.clear();
            }
        }
        out.write_all(&lines)
    }

    /// The log with these lines; none if they are not the lines of a log.
    pub fn from_json_lines(lines: &[u8]) -> Option<Self> {
        let mut log = Self::default();
        for line in lines
            .split(|byte| *byte == b'\n')
            .filter(|of| !of.is_empty())
        {
            let of: Value = serde_json::from_slice(line).ok()?;
            let text = |name: &str| of.get(name).and_then(Value::as_str);
            let number = |name: &str| u32::try_from(of.get(name)?.as_u64()?).ok();
            let mut rules = Rules::NONE;
            for word in of.get("rules")?.as_array()? {
                let word = word.as_str()?;
                rules.add(*Rule::ALL.iter().find(|rule| rule.as_str() == word)?);
            }
            let change = (text("before")?, text("after")?);
            let (column, row, rows) = (text("column")?, number("row")?, number("rows")?);
            let sheet = log.sheet(text("file")?, text("sheet")?);
            match rules.has(Rule::BlankRow) && column.is_empty() && change == ("", "") {
                true => sheet.note_blank_rows(row, rows),
                false => sheet.note_cell(row, column, change, rules),
            }
        }
        log.sheets.iter_mut().for_each(SheetLog::finish);
        Some(log)
    }
}

impl Error {
    /// The error as a JSON document, in the form of the errors of `suiji`.
    pub fn to_json(&self) -> String {
        let faults: Vec<Value> = self.problems().iter().map(Problem::to_fault).collect();
        let code = self.problems().first().map_or("", Problem::code);
        let kind = ErrorKind::File.as_str();
        let json = json!({"kind": kind, "code": code, "count": faults.len(), "faults": faults});
        format!("{json:#}")
    }
}

impl Problem {
    fn to_fault(&self) -> Value {
        let mut place = json!({"kind": ErrorKind::File.as_str()});
        if !self.file().is_empty() {
            place["path"] = self.file().into();
        }
        if let Some(row) = self.row() {
            place["row"] = row.into();
        }
        let message = json!({"zh": self.message(Lang::Zh), "en": self.message(Lang::En)});
        let mut fault = json!({"code": self.code(), "place": place, "message": message});
        if let Some(sheet) = self.sheet() {
            fault["details"] = json!({ "sheet": sheet });
        }
        fault
    }
}

fn summary(of: &Summary) -> Value {
    let counts = |all: &[(Rule, u64)]| {
        let all = all.iter();
        let all = all.map(|(rule, count)| (rule.as_str().to_owned(), (*count).into()));
        Value::Object(all.collect::<Map<String, Value>>())
    };
    json!({
        "list": of.list.as_str(),
        "read": of.read,
        "taken": of.taken,
        "left_out": counts(&of.left_out),
        "changed": counts(&of.changed),
        "columns_left_out": of.columns_left_out,
    })
}

fn change(of: &Entry<'_>) -> Value {
    json!({
        "file": of.file,
        "sheet": of.sheet,
        "row": of.row,
        "rows": of.rows,
        "column": of.column,
        "before": of.before,
        "after": of.after,
        "rules": of.rules.iter().map(Rule::as_str).collect::<Vec<_>>(),
    })
}

fn questions(all: &[Question]) -> Value {
    all.iter().map(question).collect()
}

fn question(of: &Question) -> Value {
    let choices = of
        .choices
        .iter()
        .map(|choice| json!({"answer": choice.answer, "means": both(&choice.means)}));
    let mut json = json!({
        "id": of.key.id(),
        "list": of.key.list.as_str(),
        "about": of.key.about.as_str(),
        "field": of.key.field,
        "value": of.key.value,
        "of": of.key.of,
        "message": both(&of.text),
        "choices": choices.collect::<Vec<_>>(),
        "any_value": of.is_free,
        "places": of.places.iter().map(place).collect::<Vec<_>>(),
        "count": of.count,
    });
    if let Some(refused) = &of.refused {
        json["refused"] = refused.as_str().into();
        if let Err(why) = of.check(refused) {
            let why = [Lang::Zh, Lang::En].map(|lang| why.problem(lang).to_owned());
            json["why_refused"] = json!({"zh": why[0], "en": why[1]});
        }
    }
    json
}

fn understood(of: &Understood) -> Value {
    json!({
        "task": of.task,
        "field": both(&of.field),
        "before": of.before,
        "after": of.after,
        "means": both(&of.means),
        "answered": of.answered,
        "place": place(&of.place),
    })
}

fn place(of: &Place) -> Value {
    json!({"file": of.file, "sheet": of.sheet, "row": of.row, "column": of.column})
}

fn both(text: &Text) -> Value {
    json!({"zh": text.get(Lang::Zh), "en": text.get(Lang::En)})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Answers;
    use crate::base::options::Options;
    use crate::import::import;
    use crate::known::Known;
    use crate::sheet::source::Source;

    const LIST: &str = "名录,,\n统一社会信用代码,企业名称,登记状态\nA-1, 样例一,停业\n\n\nA-2,样例二,在业\nA-3,样例三,停业\n";

    fn imported(answers: &str) -> Import {
        let source = Source::from_bytes("a.csv", LIST);
        let answers = Answers::from_json(answers.as_bytes()).unwrap();
        import(
            vec![source],
            Known::default(),
            &answers,
            &Options::default(),
        )
        .unwrap()
    }

    #[test]
    fn a_question_has_an_id_and_is_answered_by_it() {
        let open = imported(r#"{"answers": {}}"#);
        let json: Value = serde_json::from_str(&open.to_json()).unwrap();
        let question = &json["questions"][0];
        assert_eq!(question["id"], "registry:value:status:停业");
        assert_eq!(
            (&question["count"], &question["places"][0]["row"]),
            (&json!(2), &json!(3))
        );
        assert_eq!(json["lists"][0]["read"], 5);
        let error = open.check_answered().unwrap_err();
        assert_eq!(error.problems()[0].code(), "import.question");
        let message = error.message(Lang::Zh);
        assert!(message.contains("registry:value:status:停业"), "{message}");
        let fault: Value = serde_json::from_str(&error.to_json()).unwrap();
        assert_eq!(
            fault["faults"][0]["place"],
            json!({"kind": "file", "path": "a.csv", "row": 3})
        );
        let done = imported(r#"{"answers": {"registry:value:status:停业": "inactive"}}"#);
        assert!(done.check_answered().is_ok());
        let json: Value = serde_json::from_str(&done.to_json()).unwrap();
        assert_eq!(json["lists"][0]["taken"], 3);
        assert_eq!(json["lists"][0]["left_out"], json!({"blank-row": 2}));
    }

    #[test]
    fn an_error_names_the_first_questions_and_counts_the_rest() {
        let many: String = (0..25)
            .map(|number| format!("A-{number},样例,其他{number}\n"))
            .collect();
        let source = Source::from_bytes(
            "a.csv",
            format!("统一社会信用代码,企业名称,登记状态\n{many}"),
        );
        let (known, answers) = (Known::default(), Answers::default());
        let open = import(vec![source], known, &answers, &Options::default()).unwrap();
        let error = open.check_answered().unwrap_err();
        assert_eq!(
            (error.problems().len(), error.problems()[20].code()),
            (21, "import.questions")
        );
        assert!(
            error
                .message(Lang::En)
                .ends_with("5 more questions are open"),
            "{error}"
        );
    }

    #[test]
    fn a_log_is_read_as_it_is_written() {
        let done = imported(r#"{"answers": {"registry:value:status:停业": "inactive"}}"#);
        let mut lines = Vec::new();
        done.log().write_json_lines(&mut lines).unwrap();
        let again = Log::from_json_lines(&lines).unwrap();
        assert!(&again == done.log() && again.len() == 6, "{again:?}");
        let written = [done.log(), &again].map(|log| {
            let mut csv = Vec::new();
            log.write_csv(&mut csv).unwrap();
            csv
        });
        assert_eq!(written[0], written[1]);
        let third = again.get(2).unwrap();
        assert_eq!(
            (third.row, third.column, third.after),
            (3, "登记状态", "inactive")
        );
        assert_eq!(again.get(6), None);
        for wrong in [
            "x",
            "{}",
            r#"{"file":"a","sheet":"","row":1,"rows":1,"column":"","before":"","after":"","rules":["x"]}"#,
        ] {
            assert!(Log::from_json_lines(wrong.as_bytes()).is_none(), "{wrong}");
        }
    }
}
