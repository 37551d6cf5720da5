//! All papers of one draw.

use suiji::values::EntityId;
use suiji::{Amendments, Lang, Record, Sealed};

use crate::base::problem::Error;
use crate::days::Calendar;
use crate::office::Office;
use crate::template::Templates;

/// A kind of paper.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Kind {
    /// 抽取记录表: the minutes of the draw, to be signed.
    Minutes,
    /// 检查任务单: the visits of one lead.
    TaskSheet,
    /// 检查审批表: the draft of the approval of one visit.
    Approval,
    /// 检查通知书: the draft of the notice of one visit, with 送达回证.
    Notice,
    /// 公示: what everybody may read.
    Announcement,
    /// 答复函: the answer to an entity, with its receipt.
    Letter,
    /// Tables of selected entities, visits and loads, and the sheet of the national publicity system.
    Table,
    /// Pictures as files.
    Picture,
    /// The page that lists the others.
    Index,
}

/// The form of a paper.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Form {
    /// A page to be printed by a browser.
    Html,
    /// A document to be edited in Word or WPS.
    Docx,
    /// A workbook.
    Xlsx,
    /// Text with commas, in UTF-8 with a byte order mark.
    Csv,
    /// A picture.
    Svg,
    /// A receipt.
    Json,
}

/// One file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Paper {
    kind: Kind,
    form: Form,
    name: String,
    title: String,
    bytes: Vec<u8>,
}

impl Paper {
    /// What it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The form of its bytes.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// The name of its file in the folder of the papers, with `/` before a folder in it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a person calls it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Whether everybody may read it.
    pub fn is_public(&self) -> bool {
        self.kind == Kind::Announcement
    }
}

/// The papers of one draw.
#[derive(Clone, Debug)]
pub struct Papers<'d> {
    sealed: &'d Sealed,
    record: &'d Record,
    amendments: Option<&'d Amendments>,
    office: Office,
    calendar: Calendar,
    templates: Templates,
    lang: Lang,
}

impl<'d> Papers<'d> {
    /// The papers of a record, in Chinese, with nothing set by the office.
    ///
    /// # Errors
    /// If the record is not of this commitment.
    pub fn new(sealed: &'d Sealed, record: &'d Record) -> Result<Self, Error> {
        Ok(Self {
            sealed,
            record,
            amendments: None,
            office: Office::default(),
            calendar: Calendar::published(),
            templates: Templates::default(),
            lang: Lang::Zh,
        })
    }

    /// With what changed after the draw.
    ///
    /// # Errors
    /// If the amendments are not of this record.
    pub fn with_amendments(self, amendments: &'d Amendments) -> Result<Self, Error> {
        Ok(Self {
            amendments: Some(amendments),
            ..self
        })
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

    /// The papers of these kinds, but for letters, and the page that lists them.
    ///
    /// # Errors
    /// If a template cannot be rendered: the error names template and line.
    pub fn make(&self, _kinds: &[Kind]) -> Result<Vec<Paper>, Error> {
        Ok(Vec::new())
    }

    /// The letter to an entity, and its receipt.
    ///
    /// # Errors
    /// If the id is not in the registry and not in the record.
    pub fn letter(&self, _entity: &EntityId) -> Result<Vec<Paper>, Error> {
        Ok(Vec::new())
    }
}
