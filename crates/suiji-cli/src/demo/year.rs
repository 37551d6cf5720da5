//! The steps of the demonstration after the draw, to the end of the year.

use suiji::Run;
use suiji::values::{EntityId, InspectorId};

use super::example;
use super::inspected;
use super::next_year;
use super::steps::Steps;
use crate::amend::{self, What};
use crate::base::failure::Failure;
use crate::case::{amended, documents};
use crate::check;
use crate::disk::writing::{self, Access};
use crate::explain;
use crate::papers;
use crate::plan_diff;
use crate::results;
use crate::show::shell::quoted;
use crate::texts::{self, Localized, Text};

/// The time when the changes were approved.
const AT: [&str; 2] = ["2024-09-20T09:00:00+08:00", "2024-09-21T09:00:00+08:00"];
/// The file with results that the office writes.
const RESULTS: &str = "office-files/results.json";

impl Steps<'_, '_> {
    /// One inspector falls ill, and one firm has closed.
    pub(super) fn amend(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_amend())?;
        let record = documents::record(&self.record, &Run::default())?;
        if let Some(inspector) = example::ill(&record) {
            self.ill(inspector)?;
        }
        if let Some(entity) = example::closed(&record) {
            self.closed(entity)?;
        }
        Ok(self.comment(texts::demo_amended())?)
    }

    fn ill(&mut self, inspector: InspectorId) -> Result<(), Failure> {
        let (folder, [at, _]) = (self.folder.clone(), AT);
        let (reason, approved_by) = self.approved(&texts::demo_ill());
        self.command(format_args!(
            "suiji amend {folder} --away {inspector} --reason {reason} --approved-by {approved_by} --at {at}"
        ))?;
        let what = What::Away {
            inspectors: vec![inspector],
            done: Vec::new(),
        };
        self.change(what, (&reason, &approved_by), at)
    }

    fn closed(&mut self, entity: EntityId) -> Result<(), Failure> {
        let (folder, [_, at]) = (self.folder.clone(), AT);
        let (reason, approved_by) = self.approved(&texts::demo_closed());
        self.command(format_args!(
            "suiji amend {folder} --closed {entity} --reason {reason} --approved-by {approved_by} --at {at}"
        ))?;
        let what = What::Closed { entity, task: None };
        self.change(what, (&reason, &approved_by), at)
    }

    /// A reason, and the person who approved it.
    fn approved(&self, reason: &Text) -> (String, String) {
        let lang = self.session.lang;
        (reason.text(lang), texts::demo_approved_by().text(lang))
    }

    fn change(
        &mut self,
        what: What,
        (reason, approved_by): (&str, &str),
        at: &str,
    ) -> Result<(), Failure> {
        let options = amend::Options {
            what: Some(what),
            reason: Some(reason),
            approved_by: Some(approved_by),
            at: Some(at.parse()?),
            yes: true,
            ..amend::Options::default()
        };
        amend::amend(self.session, self.case, &options)?;
        Ok(())
    }

    /// The results of the inspections, as a file of the office.
    pub(super) fn results(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_results())?;
        let record = documents::record(&self.record, &Run::default())?;
        let amendments = amended::of_record(self.case, record.commitment(), record.digest())?;
        let note = texts::demo_note().text(self.session.lang);
        let found = inspected::results(&record, amendments.as_ref(), &note)?;
        let file = self.case.path(RESULTS);
        writing::create(&file, found.to_json().as_bytes(), Access::Shared)?;
        let folder = self.folder.clone();
        self.command(format_args!("suiji results {folder} {folder}/{RESULTS}"))?;
        results::results(self.session, self.case, (&[&file], None))?;
        self.comment(texts::demo_results_read())?;
        let mut inspections = found.inspections().iter();
        let with_measure = inspections.find(|of| of.measures().next().is_some());
        match with_measure {
            Some(inspection) => self.course(inspection.entity()),
            None => Ok(()),
        }
    }

    /// Everything that happened to one entity.
    fn course(&mut self, entity: &EntityId) -> Result<(), Failure> {
        let (path, folder) = (self.record.clone(), self.folder.clone());
        self.command(format_args!(
            "suiji explain {} {entity} --case {folder}",
            path.display()
        ))?;
        explain::explain(self.session, &path, entity, self.case, None)?;
        Ok(self.comment(texts::demo_course())?)
    }

    pub(super) fn papers(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_papers())?;
        let folder = self.folder.clone();
        let entity: EntityId = self.receipt()?.entity().parse()?;
        self.command(format_args!(
            "suiji papers {folder} --all --entity {entity}"
        ))?;
        let options = papers::Options {
            entities: vec![entity],
            all: true,
            ..papers::Options::default()
        };
        papers::papers(self.session, self.case, &options)?;
        Ok(self.comment(texts::demo_papers_made())?)
    }

    /// The history of the next year contains the visits of this year.
    pub(super) fn next_year(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_next_year())?;
        let (next, visits) = next_year::make(self.case)?;
        let folder = quoted(next.folder());
        self.session.say(texts::demo_next_made(&folder, visits))?;
        let earlier = self.folder.clone();
        self.command(format_args!("suiji plan-diff {earlier} {folder}"))?;
        plan_diff::plan_diff(self.session, self.case.folder(), next.folder())?;
        self.comment(texts::demo_next_plan())?;
        self.command(format_args!("suiji check {folder}"))?;
        let options = check::Options {
            page: None,
            all_tasks: false,
        };
        check::check(self.session, &next, &options)?;
        Ok(self.comment(texts::demo_next_checked())?)
    }
}
