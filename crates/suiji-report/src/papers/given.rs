//! The data for the papers of a draw.

use suiji::amend::State;
use suiji::{Amendments, Lang, Record, Results, Sealed};

use crate::base::problem::Error;
use crate::base::texts::{Text, codes};
use crate::days::Calendar;
use crate::facts::Material;
use crate::office::Office;
use crate::template::Templates;

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
    pub(super) sealed: &'d Sealed,
    pub(super) record: &'d Record,
    pub(super) amendments: Option<&'d Amendments>,
    results: Option<&'d Results>,
    state: State<'d>,
    pub(super) office: Office,
    calendar: Calendar,
    pub(super) templates: Templates,
    pub(super) lang: Lang,
}

impl<'d> Papers<'d> {
    /// The papers of a record, in Chinese, without settings of an office.
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

    /// Adds the changes after the draw.
    ///
    /// # Errors
    /// `report.draw` if the amendments are not of this record or contradict it.
    pub fn with_amendments(self, amendments: &'d Amendments) -> Result<Self, Error> {
        let state = amendments.state(self.record).map_err(of_library)?;
        let amendments = Some(amendments);
        Ok(Self {
            amendments,
            state,
            ..self
        })
    }

    /// Adds the results of the inspections. Inspections that [`Results::check`] refuses are left
    /// out.
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

    /// Adds the settings of the office.
    pub fn with_office(self, office: Office) -> Self {
        Self { office, ..self }
    }

    /// Adds years of holidays.
    pub fn with_calendar(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// Adds templates of the office.
    pub fn with_templates(self, templates: Templates) -> Self {
        Self { templates, ..self }
    }

    /// Sets the language.
    pub fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    pub(super) fn material(&self) -> Material<'_> {
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
}

/// The problem of a record or of amendments.
pub(super) fn of_library(error: suiji::Error) -> Error {
    codes::draw(Text::of(|lang| error.message(lang))).into()
}
