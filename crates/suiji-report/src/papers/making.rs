//! Each kind of paper, in its forms.

use serde::Serialize;

use super::context::{Found, OneOf, Sheet, Visit, WithCharts};
use super::given::Papers;
use super::names;
use super::paper::{Form, Kind, Paper};
use super::pictures::Pictures;
use super::tables;
use crate::base::problem::Error;
use crate::base::texts::{self, Text};
use crate::docx;
use crate::facts::{Facts, PublicFacts, PublicOutcomes, ResultsFacts};
use crate::markup::{Block, Markup};
use crate::page;
use crate::picture::figure::Picture;
use crate::template::Template;

/// The papers that are being made.
pub(super) struct Making<'m, 'd> {
    pub(super) of: &'m Papers<'d>,
    pub(super) pictures: Vec<&'m Picture>,
    pub(super) papers: Vec<Paper>,
}

impl Making<'_, '_> {
    pub(super) fn kind(
        &mut self,
        kind: Kind,
        facts: &Facts,
        pictures: &Pictures,
    ) -> Result<(), Error> {
        let lang = self.of.lang;
        match kind {
            Kind::Minutes => {
                let minutes = WithCharts {
                    facts,
                    charts: pictures.of_minutes(facts),
                };
                let name = names::file(&texts::file_minutes(), lang);
                self.both(kind, Template::Minutes, &minutes, &name)?;
                let annex = WithCharts {
                    facts,
                    charts: pictures.of_annex(facts),
                };
                let name = names::file(&texts::file_annex(), lang);
                self.both(kind, Template::Annex, &annex, &name)
            }
            Kind::TaskSheet => {
                let sheets = facts.sheets.iter().map(|sheet| Sheet { sheet });
                let all = sheets.map(|one| OneOf::of(facts, one)).collect();
                self.each(kind, Template::TaskSheet, all, &texts::file_task_sheets())
            }
            Kind::Approval => {
                let visits = facts.visits.iter().map(|visit| Visit { visit });
                let all = visits.map(|one| OneOf::of(facts, one)).collect();
                self.each(kind, Template::Approval, all, &texts::file_approvals())
            }
            Kind::Notice => {
                let visits = facts.visits.iter().map(|visit| Visit { visit });
                let all = visits.map(|one| OneOf::of(facts, one)).collect();
                self.each(kind, Template::Notice, all, &texts::file_notices())
            }
            Kind::Announcement => {
                let public = PublicFacts::of(facts, &self.of.office);
                let name = names::file(&texts::file_announcement(), lang);
                self.both(kind, Template::Announcement, &public, &name)
            }
            Kind::Outcomes | Kind::Proposals | Kind::Summary => match &facts.results {
                Some(results) => self.of_results(kind, facts, results),
                None => Ok(()),
            },
            Kind::Picture => {
                let folder = texts::file_pictures();
                for picture in pictures.charts() {
                    let name = format!("{}/{}", folder.get(lang), picture.name);
                    self.push(
                        kind,
                        Form::Svg,
                        &name,
                        &picture.title,
                        picture.bytes.clone(),
                    );
                }
                Ok(())
            }
            Kind::Table => {
                let tables = tables::tables(facts, self.of.record, lang)?;
                self.papers.extend(tables);
                Ok(())
            }
            // Letters need an entity.
            _ => Ok(()),
        }
    }

    fn of_results(
        &mut self,
        kind: Kind,
        facts: &Facts,
        results: &ResultsFacts,
    ) -> Result<(), Error> {
        let lang = self.of.lang;
        let found = Found::of(facts, results);
        match kind {
            Kind::Outcomes => {
                let public = PublicOutcomes::of(facts, results, &self.of.office);
                let name = names::file(&texts::file_outcomes(), lang);
                self.both(kind, Template::Outcomes, &public, &name)
            }
            Kind::Proposals => {
                let name = names::file(&texts::file_proposals(), lang);
                self.both(kind, Template::Proposals, &found, &name)
            }
            _ => {
                let name = names::file(&texts::file_summary(), lang);
                self.both(kind, Template::Summary, &found, &name)?;
                let bytes = tables::summary(facts, results, self.of.record, lang)?;
                let title = texts::file_summary();
                self.push(kind, Form::Xlsx, &name, title.get(lang), bytes);
                Ok(())
            }
        }
    }

    /// One paper for each context, and one file with all of them for printing at
    /// once.
    fn each<C: Serialize>(
        &mut self,
        kind: Kind,
        template: Template,
        all: Vec<C>,
        name: &Text,
    ) -> Result<(), Error> {
        let lang = self.of.lang;
        let mut together = Markup {
            title: texts::title_all(name.clone()).get(lang).to_owned(),
            foot: None,
            blocks: Vec::new(),
        };
        let count = all.len();
        let first = self.papers.len();
        for (number, context) in (1..).zip(&all) {
            let markup = self.of.templates.render(template, lang, context)?;
            self.forms(kind, &markup, &names::numbered(name, number, count, lang))?;
            if number > 1 {
                together.blocks.push(Block::PageBreak);
            }
            together.blocks.extend(markup.blocks);
        }
        if count > 1 {
            let bytes = page::page_without_numbers(&together, &self.pictures, lang)?;
            let name = names::together(name, lang);
            self.push(kind, Form::Html, &name, &together.title, bytes);
            // The file with all papers comes before the single papers.
            self.papers[first..].rotate_right(1);
        }
        Ok(())
    }

    /// One paper in both forms.
    pub(super) fn both(
        &mut self,
        kind: Kind,
        template: Template,
        context: &impl Serialize,
        name: &str,
    ) -> Result<(), Error> {
        let markup = self.of.templates.render(template, self.of.lang, context)?;
        self.forms(kind, &markup, name)
    }

    fn forms(&mut self, kind: Kind, markup: &Markup, name: &str) -> Result<(), Error> {
        let lang = self.of.lang;
        let html = page::page(markup, &self.pictures, lang)?;
        let at = self.of.record.commitment().sealed_at();
        let docx = docx::document(markup, &self.pictures, at, lang)?;
        self.push(kind, Form::Html, name, &markup.title, html);
        self.push(kind, Form::Docx, name, &markup.title, docx);
        Ok(())
    }

    fn push(&mut self, kind: Kind, form: Form, name: &str, title: &str, bytes: Vec<u8>) {
        self.papers.push(Paper {
            kind,
            form,
            name: format!("{name}.{}", form.extension()),
            title: title.to_owned(),
            is_public: kind.is_public(),
            bytes,
        });
    }
}
