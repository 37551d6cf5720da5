//! Making papers.

use suiji::amend::State;
use suiji::values::EntityId;
use suiji::{Amendments, Lang, Record, Results, Sealed};

use super::context::{Found, OneOf, Sheet, Visit};
use super::index;
use super::making::Making;
use super::names;
use super::paper::{Form, Kind, Paper};
use super::pictures::Pictures;
use crate::base::problem::Error;
use crate::base::texts::{self, Text, codes};
use crate::days::Calendar;
use crate::export::Profile;
use crate::facts::{Facts, LetterFacts, Material, PublicFacts, PublicOutcomes};
use crate::office::Office;
use crate::template::{Template, Templates};

/// The papers of one draw.
///
/// ```no_run
/// # fn papers(sealed: &suiji::Sealed, record: &suiji::Record) -> Result<(), suiji_report::Error> {
/// use suiji_report::{Kind, Papers};
///
/// for paper in Papers::new(sealed, record)?.make(&Kind::ALL)? {
///     println!("{} {}", paper.name(), paper.bytes().len());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Papers<'d> {
    sealed: &'d Sealed,
    pub(super) record: &'d Record,
    amendments: Option<&'d Amendments>,
    results: Option<&'d Results>,
    state: State<'d>,
    pub(super) office: Office,
    calendar: Calendar,
    pub(super) templates: Templates,
    pub(super) lang: Lang,
}

impl<'d> Papers<'d> {
    /// The papers of a record, in Chinese, with nothing set by the office.
    ///
    /// # Errors
    /// `report.other-record` if the record was not drawn from this commitment.
    pub fn new(sealed: &'d Sealed, record: &'d Record) -> Result<Self, Error> {
        if sealed.commitment() != record.commitment() {
            return Err(codes::other_record().into());
        }
        let state = record.state().map_err(of_library)?;
        Ok(Self {
            sealed,
            record,
            amendments: None,
            results: None,
            state,
            office: Office::default(),
            calendar: Calendar::published(),
            templates: Templates::default(),
            lang: Lang::Zh,
        })
    }

    /// With what changed after the draw.
    ///
    /// # Errors
    /// `report.draw` if the amendments are not of this record, or do not fit it.
    pub fn with_amendments(self, amendments: &'d Amendments) -> Result<Self, Error> {
        let state = amendments.state(self.record).map_err(of_library)?;
        let amendments = Some(amendments);
        Ok(Self {
            amendments,
            state,
            ..self
        })
    }

    /// With what the inspections found. Inspections that [`Results::check`] refuses are left out.
    ///
    /// # Errors
    /// `report.draw` if the results are not of this record.
    pub fn with_results(self, results: &'d Results) -> Result<Self, Error> {
        results
            .status(self.record, self.amendments)
            .map_err(of_library)?;
        let results = Some(results);
        Ok(Self { results, ..self })
    }

    /// With the settings of the office.
    pub fn with_office(self, office: Office) -> Self {
        Self { office, ..self }
    }

    /// With more years of holidays.
    pub fn with_calendar(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// With templates of the office.
    pub fn with_templates(self, templates: Templates) -> Self {
        Self { templates, ..self }
    }

    /// In this language.
    pub fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    fn material(&self) -> Material<'_> {
        Material {
            sealed: self.sealed,
            record: self.record,
            amendments: self.amendments,
            results: self.results,
            state: &self.state,
            office: &self.office,
            calendar: &self.calendar,
            lang: self.lang,
        }
    }

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
    /// `report.profile` if the mapping file has no word for a value, or names a column that the registry has not;
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

    /// What the template of a kind may use, as JSON: for a sheet or a visit, that of the first. TEMPLATES.md describes the
    /// fields. None for kinds that are not made from templates, and for letters.
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
    /// `report.draw` if the receipt cannot be made; as [`make`](Self::make) for the template.
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

/// The problem of a record or of amendments.
fn of_library(error: suiji::Error) -> Error {
    codes::draw(Text::of(|lang| error.message(lang))).into()
}
