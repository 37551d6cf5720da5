//! All limits of an import. The message of each error contains the limit that was exceeded.

/// Bytes of a file: 1 GiB.
pub const FILE_BYTES: u64 = 1 << 30;

/// Bytes of a workbook in the old format (XLS), which is read as a whole: 64 MiB.
pub const XLS_BYTES: u64 = 64 << 20;

/// Bytes of the texts of all cells of such a workbook: 256 MiB.
pub const XLS_TEXT: u64 = 256 << 20;

/// Bytes of one part of a workbook, decompressed: 2 GiB.
pub const PART_BYTES: u64 = 2 << 30;

/// Bytes of all parts of a workbook, decompressed: 4 GiB.
pub const TOTAL_BYTES: u64 = 4 << 30;

/// Bytes of the table of texts of a workbook, decompressed: 512 MiB.
pub const STRINGS_BYTES: u64 = 512 << 20;

/// Texts in the table of texts of a workbook: 2^23.
pub const STRINGS: usize = 1 << 23;

/// Bytes of the formats of a workbook, decompressed: 16 MiB.
pub const STYLES_BYTES: u64 = 16 << 20;

/// Formats of cells of a workbook: 2^17.
pub const STYLES: usize = 1 << 17;

/// Bytes between two marks of XML in the formats of a workbook: 2 KiB.
pub const STYLE_TEXT: usize = 2 << 10;

/// Bytes of a part of a workbook that is neither a sheet nor texts nor formats, decompressed: 64 MiB.
pub const OTHER_BYTES: u64 = 64 << 20;

/// Bytes between two marks of XML in such a part: 16 MiB.
pub const OTHER_TEXT: usize = 16 << 20;

/// The maximum ratio of a part's size to its compressed size, beyond [`EXPANSION_FREE`].
pub const EXPANSION: u64 = 200;

/// Decompressed bytes up to which the ratio of a part is not limited: 16 MiB.
pub const EXPANSION_FREE: u64 = 16 << 20;

/// Parts of a workbook.
pub const PARTS: usize = 10_000;

/// Bytes between two marks of XML, such as the text of a cell: 1 MiB.
pub const XML_TEXT: usize = 1 << 20;

/// Bytes of the text of a cell of a workbook: 128 KiB. A spreadsheet keeps 32,767 characters.
pub const CELL_BYTES: usize = 128 << 10;

/// Bytes of the texts of all cells of a workbook: 1 GiB. Beyond [`TEXT_FREE`], also at most [`EXPANSION`] times
/// the size of the file.
pub const TEXT_BYTES: u64 = 1 << 30;

/// Bytes that the texts of all cells may always have, even in a small file: 64 MiB.
pub const TEXT_FREE: u64 = 64 << 20;

/// Bytes of one row, as text: 1 MiB.
pub const ROW_BYTES: usize = 1 << 20;

/// Columns of a list.
pub const COLUMNS: usize = 1_000;

/// Rows of a file: 2^24.
pub const ROWS: u32 = 1 << 24;

/// Cells of the sheets of an XLS or ODS workbook, including blank cells between others: 2^22.
pub const CELLS: u64 = 1 << 22;

/// Rows at the top of a sheet that may contain the header.
pub const HEADER_ROWS: usize = 50;

/// Sheets of a workbook.
pub const SHEETS: usize = 256;

/// Merged areas of a workbook: 2^20.
pub const MERGED: usize = 1 << 20;

/// Formulas of a sheet whose results were not saved: 2^17.
pub const FORMULAS: usize = 1 << 17;

/// Bytes of the values of merged areas, repeated in all their cells: 256 MiB.
pub const FILLED_BYTES: usize = 256 << 20;

/// Different questions that an import asks at once. Further ones are only counted.
pub const QUESTIONS: usize = 1_000;

/// Bytes of the questions that are asked at once: 16 MiB. Further questions are only counted.
pub const QUESTION_BYTES: usize = 16 << 20;

/// Bytes of a list that is merged from several rows: 32 KiB.
pub const MERGED_BYTES: usize = 32 << 10;

/// Places that a question names.
pub const PLACES: usize = 10;

/// Line ends in one cell of a text file. If there are more, a quotation mark is not closed.
pub const CELL_LINES: usize = 100;

/// Bytes of the text of a plan, decompressed: 16 MiB.
pub const PLAN_BYTES: u64 = 16 << 20;

/// Cells of the tables of a plan: 2^17.
pub const PLAN_CELLS: usize = 1 << 17;

/// Paragraphs of a plan: 2^16.
pub const PLAN_PARAGRAPHS: usize = 1 << 16;

/// Bytes of one paragraph or cell of a plan: 64 KiB.
pub const PLAN_TEXT: usize = 1 << 16;

/// Bytes of a file of answers: 16 MiB.
pub const ANSWERS_BYTES: usize = 16 << 20;
