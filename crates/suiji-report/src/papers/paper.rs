//! Papers, their kinds and forms.

/// A kind of paper.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Kind {
    /// 抽取记录表: the minutes of the draw, for signing, and their annex, which is not public.
    Minutes,
    /// 检查任务单: the visits of one lead.
    TaskSheet,
    /// 检查审批表: the draft of the approval of one visit.
    Approval,
    /// 检查通知书: the draft of the notice of one visit, with 送达回证.
    Notice,
    /// 公示: the drawn entities, for the public.
    Announcement,
    /// 检查结果公示: the results of the inspections, for the public.
    Outcomes,
    /// 列入经营异常名录建议表: the entities that are proposed for the list because of their results.
    Proposals,
    /// 抽查工作总结: the summary of the year, with its tables.
    Summary,
    /// 答复函: the answer to an entity, with its receipt.
    Letter,
    /// Tables of selected entities, visits and loads, and the sheet of the national publicity system.
    Table,
    /// Pictures as files.
    Picture,
    /// The page that lists the other papers.
    Index,
}

impl Kind {
    /// The kinds that can be requested, in the order of an office's work. A letter is requested for an entity.
    pub const ALL: [Self; 10] = [
        Self::Minutes,
        Self::TaskSheet,
        Self::Approval,
        Self::Notice,
        Self::Announcement,
        Self::Outcomes,
        Self::Proposals,
        Self::Summary,
        Self::Table,
        Self::Picture,
    ];

    /// The word for the kind on the command line and in other languages, such as `task_sheet`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::TaskSheet => "task_sheet",
            Self::Approval => "approval",
            Self::Notice => "notice",
            Self::Announcement => "announcement",
            Self::Outcomes => "outcomes",
            Self::Proposals => "proposals",
            Self::Summary => "summary",
            Self::Letter => "letter",
            Self::Table => "table",
            Self::Picture => "picture",
            Self::Index => "index",
        }
    }

    /// Whether it is made from the results of inspections. Such a paper does not exist before the first
    /// result.
    pub const fn is_of_results(self) -> bool {
        matches!(self, Self::Outcomes | Self::Proposals | Self::Summary)
    }

    /// Whether it is public.
    pub(super) const fn is_public(self) -> bool {
        matches!(self, Self::Announcement | Self::Outcomes)
    }

    /// The kind with this word, if a paper of this kind can be requested.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// The form of a paper.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Form {
    /// A page that a browser prints, also as PDF.
    Html,
    /// A document for editing in Word or WPS.
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

impl Form {
    /// The extension of such files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Json => "json",
        }
    }
}

/// One file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Paper {
    pub(super) kind: Kind,
    pub(super) form: Form,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) is_public: bool,
    pub(super) bytes: Vec<u8>,
}

impl Paper {
    /// The kind.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The form of the file.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// The name of its file in the folder of the papers. It contains a `/` if the file is in a subfolder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The title, for people.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file, without copying it.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Whether it is public. All other papers are for the office, the inspectors or one entity.
    pub const fn is_public(&self) -> bool {
        self.is_public
    }
}
