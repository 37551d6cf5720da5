//! Makes papers.

use suiji::values::EntityId;

use super::context::{Found, OneOf, Sheet, Visit};
use super::given::{Papers, of_library};
use super::index;
use super::making::Making;
use super::names;
use super::paper::{Form, Kind, Paper};
use super::pictures::Pictures;
use crate::base::problem::Error;
use crate::base::texts;
use crate::export::Profile;
use crate::facts::{Facts, LetterFacts, Material, PublicFacts, PublicOutcomes};
use crate::office::Office;
use crate::template::Template;

impl Papers<'_> {
    /// The papers of these kinds, in the order of [`Kind::ALL`]. Without results there are no papers of results
    /// ([`Kind::is_of_results`]).
    ///
    /// # Errors
    /// `report.template` or `report.markup` if a template cannot be rendered, with template and line.
    pub fn make(&self, kinds: &[Kind]) -> Result<Vec<Paper>, Error> {
        let facts = Facts::of(&self.material());
        let pictures = Pictures::of(&facts, self.lang)?;
        let mut making = Making {
            of: self,
            pictures: pictures.all.iter().collect(),
            papers: Vec::new(),
        };
        for kind in Kind::ALL {
            if kinds.contains(&kind) {
                making.kind(kind, &facts, &pictures)?;
            }
        }
        Ok(making.papers)
    }

    /// The table of the draw in the form of another platform.
    ///
    /// # Errors
    /// `report.profile` if the mapping file has no word for a value, or names a column that is not in the registry;
    /// `report.cell` or `report.document` if a workbook cannot hold the table.
    pub fn export(&self, profile: &Profile) -> Result<Vec<u8>, Error> {
        profile.check_extra(self.sealed.inputs().registry())?;
        let office = Office {
            columns: profile.extra(),
            ..self.office.clone()
        };
        let material = Material {
            office: &office,
            ..self.material()
        };
        let facts = Facts::of(&material);
        profile.export(&facts, self.record.commitment().sealed_at())
    }

    /// The context of a kind's template, as JSON. For task sheets and visits, it is that of the first one. TEMPLATES.md
    /// describes the fields. None for letters, and for kinds without a template.
    pub fn context(&self, kind: Kind) -> Option<String> {
        let facts = Facts::of(&self.material());
        let context = match kind {
            Kind::Minutes => serde_json::to_string_pretty(&facts),
            Kind::TaskSheet => {
                let sheet = facts.sheets.first()?;
                serde_json::to_string_pretty(&OneOf::of(&facts, Sheet { sheet }))
            }
            Kind::Approval | Kind::Notice => {
                let visit = facts.visits.first()?;
                serde_json::to_string_pretty(&OneOf::of(&facts, Visit { visit }))
            }
            Kind::Announcement => {
                serde_json::to_string_pretty(&PublicFacts::of(&facts, &self.office))
            }
            Kind::Outcomes => {
                let results = facts.results.as_ref()?;
                serde_json::to_string_pretty(&PublicOutcomes::of(&facts, results, &self.office))
            }
            Kind::Proposals | Kind::Summary => {
                let results = facts.results.as_ref()?;
                serde_json::to_string_pretty(&Found::of(&facts, results))
            }
            _ => return None,
        };
        context.ok()
    }

    /// The page that lists papers, with links to them: `index.html` of their folder.
    pub fn index(&self, papers: &[Paper]) -> Paper {
        let plan = self.sealed.inputs().plan();
        let amendments = self.amendments.map_or(0, |of| of.list().len());
        let note = match amendments {
            0 => texts::index_record(self.record.digest()),
            count => texts::index_amended(self.record.digest(), count),
        };
        index::index(papers, &texts::index_title(plan.title()), &note, self.lang)
    }

    /// The letter to an entity, and its receipt.
    ///
    /// # Errors
    /// `report.draw` if the receipt cannot be made. For the template, the errors of [`make`](Self::make).
    pub fn letter(&self, entity: &EntityId) -> Result<Vec<Paper>, Error> {
        let material = self.material();
        let receipt = self.sealed.receipt(self.record, entity);
        let receipt = receipt.map_err(of_library)?;
        let lang = self.lang;
        let receipt_name = names::of_entity(&texts::file_receipt(), entity.as_str(), lang);
        let file = format!("{receipt_name}.{}", Form::Json.extension());
        let facts = Facts::of(&material);
        let letter = LetterFacts::of(&material, &receipt, &facts.visits, &file);
        let pictures = Pictures::of_letter(&facts, entity.as_str(), lang)?;
        let mut making = Making {
            of: self,
            pictures: pictures.all.iter().collect(),
            papers: Vec::new(),
        };
        let name = names::of_entity(&texts::file_letter(), entity.as_str(), lang);
        making.both(Kind::Letter, Template::Letter, &letter, &name)?;
        making.papers.push(Paper {
            kind: Kind::Letter,
            form: Form::Json,
            name: file,
            title: texts::file_receipt().get(lang).to_owned(),
            is_public: false,
            bytes: receipt.to_json().into_bytes(),
        });
        Ok(making.papers)
    }
}
