//! The pictures of a draw.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::Lang;

use crate::base::problem::Error;
use crate::base::texts;
use crate::facts::Facts;
use crate::picture::figure::{Format, Picture};
use crate::picture::{code, loads, outcomes, sample, tickets};

/// The code of the record, and that of a letter.
const RECORD: &str = "code-record";
const LETTER: &str = "code-letter";
const LOADS: &str = "loads";
const BY_TASK: &str = "results-tasks";
const BY_CLASS: &str = "results-classes";

/// All pictures for papers. The name of a chart has the number of its task in the plan, because the id may be
/// any text.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pub(super) all: Vec<Picture>,
    samples: Vec<String>,
    tickets: Vec<String>,
    loads: Vec<String>,
}

/// The names of the charts in a paper.
#[derive(Debug, Serialize)]
pub(super) struct Charts<'p> {
    /// By task.
    tasks: BTreeMap<&'p str, Vec<&'p str>>,
    loads: &'p [String],
}

/// The names of the charts in the summary.
#[derive(Debug, Serialize)]
pub(super) struct SummaryCharts {
    tasks: &'static str,
    classes: &'static str,
}

impl Pictures {
    /// The charts of a draw, and the code of its record.
    pub(super) fn of(facts: &Facts, lang: Lang) -> Result<Self, Error> {
        let mut pictures = Self::code(facts, lang)?;
        for (number, task) in (1..).zip(&facts.tasks) {
            let name = format!("sample-{number}");
            pictures.all.push(sample(task, &name, lang)?);
            pictures.samples.push(name);
            let name = format!("tickets-{number}");
            pictures.all.push(tickets(task, &name, lang)?);
            pictures.tickets.push(name);
        }
        if !facts.inspectors.is_empty() {
            pictures.all.push(loads(&facts.inspectors, LOADS, lang)?);
            pictures.loads.push(LOADS.to_owned());
        }
        if let Some(results) = &facts.results {
            let tasks = results.tasks.iter().map(|of| (&*of.id, &of.counts));
            let classes = results.classes.iter().map(|of| (&*of.name, &of.counts));
            let (tasks, classes): (Vec<_>, Vec<_>) = (tasks.collect(), classes.collect());
            let (by_task, by_class) = (texts::results_by_task(), texts::results_by_class());
            let charts = [
                outcomes(&tasks, &by_task, BY_TASK, lang)?,
                outcomes(&classes, &by_class, BY_CLASS, lang)?,
            ];
            pictures.all.extend(charts);
        }
        Ok(pictures)
    }

    fn code(facts: &Facts, lang: Lang) -> Result<Self, Error> {
        let text = texts::code_record(facts.record.hash, &facts.record.digest.hex);
        let title = texts::code_record_title();
        let code = code(RECORD, title.get(lang), text.get(lang), Format::Png)?;
        Ok(Self {
            all: vec![code],
            ..Self::default()
        })
    }

    /// The codes of a letter.
    pub(super) fn of_letter(facts: &Facts, entity: &str, lang: Lang) -> Result<Self, Error> {
        let mut pictures = Self::code(facts, lang)?;
        let digest = &facts.record.digest.hex;
        let text = texts::code_letter(facts.record.hash, digest, entity);
        let title = texts::code_letter_title();
        let code = code(LETTER, title.get(lang), text.get(lang), Format::Png)?;
        pictures.all.push(code);
        Ok(pictures)
    }

    /// The charts of the minutes: the drawn entities of each class, and the loads.
    pub(super) fn of_minutes<'p>(&'p self, facts: &'p Facts) -> Charts<'p> {
        self.charts_of(facts, |sample, _| vec![sample])
    }

    /// The charts of the annex: those of the minutes, and the tickets.
    pub(super) fn of_annex<'p>(&'p self, facts: &'p Facts) -> Charts<'p> {
        self.charts_of(facts, |sample, tickets| vec![sample, tickets])
    }

    fn charts_of<'p>(
        &'p self,
        facts: &'p Facts,
        chosen: impl Fn(&'p str, &'p str) -> Vec<&'p str>,
    ) -> Charts<'p> {
        let names = self.samples.iter().zip(&self.tickets);
        let tasks = facts.tasks.iter().zip(names);
        Charts {
            tasks: tasks
                .map(|(task, (sample, tickets))| (&*task.id, chosen(sample, tickets)))
                .collect(),
            loads: &self.loads,
        }
    }

    /// The charts of the summary: the outcomes, by task and by class.
    pub(super) const fn of_summary() -> SummaryCharts {
        SummaryCharts {
            tasks: BY_TASK,
            classes: BY_CLASS,
        }
    }

    /// The charts as files.
    pub(super) fn charts(&self) -> impl Iterator<Item = &Picture> {
        let all = self.all.iter();
        all.filter(|picture| picture.format == Format::Svg)
    }
}
