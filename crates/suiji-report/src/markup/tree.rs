//! The tree: a paper, its blocks, and the text in them.

/// A paper.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Markup {
    /// The title of the paper, for the browser window and the properties of a document.
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

/// The kind of a paragraph, by its `class`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Style {
    /// Text. The first line is indented by two characters.
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
    /// The widths of the columns in per cent; without widths, all are equal.
    pub(crate) widths: Vec<u32>,
    /// The rows that are repeated on each page.
    pub(crate) head: Vec<Row>,
    pub(crate) groups: Vec<Group>,
}

/// The kind of a table, by its `class`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Layout {
    /// Rows of a list, with lines.
    #[default]
    List,
    /// `form`: a form to fill in, with higher rows.
    Form,
    /// `plain`: without lines, for texts side by side.
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
    /// The minimum height in millimetres.
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

/// The alignment of the text in a cell.
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
    /// `blank`: a line to write on, with its length in characters.
    Blank(u32),
    /// `img`: the picture of this name.
    Image(String),
}
