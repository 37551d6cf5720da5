//! The tree: a paper, its blocks, and the text in them.

/// A paper.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Markup {
    /// What the paper is, for the window of a browser and the properties of a document.
    pub(crate) title: String,
    /// A text for the foot of each page, before the number of the page.
    pub(crate) foot: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Block {
    /// `h1` to `h3`.
    Heading(u8, Vec<Inline>),
    /// `p`.
    Paragraph(Paragraph),
    /// `table`.
    Table(Table),
    /// `keep`: blocks that stay on one page if they fit.
    Keep(Vec<Self>),
    /// `page-break`.
    PageBreak,
}

/// A paragraph.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) style: Style,
    pub(crate) text: Vec<Inline>,
}

/// What a paragraph is, by its `class`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Style {
    /// Text: its first line is indented by two characters.
    #[default]
    Body,
    /// `to`: the addressee, without indentation.
    Addressee,
    /// `number`: the number of a paper, centred under the title.
    Number,
    /// `note`: small, without indentation.
    Note,
    /// `sign`: signature and date, at the right.
    Sign,
    /// `digest`: a digest in groups.
    Digest,
    /// `picture`: centred.
    Picture,
}

/// A table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Table {
    pub(crate) form: Layout,
    /// The widths of the columns in percent; equal if there are none.
    pub(crate) widths: Vec<u32>,
    /// The rows that are repeated on each page.
    pub(crate) head: Vec<Row>,
    pub(crate) groups: Vec<Group>,
}

/// What a table is, by its `class`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Layout {
    /// Rows of a list, with lines.
    #[default]
    List,
    /// `form`: a form to be filled in, whose rows are higher.
    Form,
    /// `plain`: without lines, for what stands side by side.
    Plain,
}

/// Rows of a table: `tbody`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Group {
    /// `class="keep"`: the rows stay on one page if they fit.
    pub(crate) keep: bool,
    pub(crate) rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Row {
    /// The least height in millimetres.
    pub(crate) height: Option<u32>,
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Cell {
    /// `th`.
    pub(crate) is_head: bool,
    pub(crate) align: Align,
    pub(crate) columns: u32,
    /// The paragraphs: one, if the cell has only text.
    pub(crate) paragraphs: Vec<Paragraph>,
}

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

/// A piece of text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Inline {
    Text(String),
    /// `strong`.
    Strong(String),
    /// `br`.
    Break,
    /// `blank`: a line to write on, this many characters long.
    Blank(u32),
    /// `img`: the picture of this name.
    Image(String),
}
