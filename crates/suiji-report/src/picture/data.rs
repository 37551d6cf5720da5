//! The numbers of a chart. A document has them instead of a picture, so that an office can edit the chart.

use super::ink::Ink;

/// The numbers of a chart.
#[derive(Clone, Debug)]
pub(crate) enum Data {
    Bars(Bars),
    Marks(Marks),
}

/// Horizontal bars.
#[derive(Clone, Debug)]
pub(crate) struct Bars {
    /// Whether the bars of a row follow each other on one line. Otherwise each has its own line.
    pub(crate) is_stacked: bool,
    /// The names of the rows, from the top.
    pub(crate) rows: Vec<String>,
    pub(crate) series: Vec<Series>,
}

/// The bars of one meaning.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) name: String,
    pub(crate) ink: Ink,
    /// A number for each row.
    pub(crate) values: Vec<u64>,
}

/// Marks on a line for each row. All lines have the same scale, from 0 to [`Marks::END`].
#[derive(Clone, Debug)]
pub(crate) struct Marks {
    /// The meaning of the scale.
    pub(crate) scale: String,
    /// The names of the lines, from the top.
    pub(crate) rows: Vec<String>,
    pub(crate) series: Vec<MarkSeries>,
}

/// The marks of one meaning.
#[derive(Clone, Debug)]
pub(crate) struct MarkSeries {
    pub(crate) name: String,
    pub(crate) ink: Ink,
    pub(crate) marks: Vec<Mark>,
}

/// A mark.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// The place of its line in the rows.
    pub(crate) row: usize,
    /// From 0 to [`Marks::END`].
    pub(crate) at: u64,
    /// The text at the mark.
    pub(crate) label: Option<String>,
}

impl Data {
    /// The names of its rows. A chart without rows cannot be drawn.
    pub(crate) fn rows(&self) -> &[String] {
        match self {
            Self::Bars(bars) => &bars.rows,
            Self::Marks(marks) => &marks.rows,
        }
    }
}

impl Bars {
    /// The same chart with a last row that says that there are more, if rows were left out.
    pub(crate) fn with_more(mut self, is_cut: bool) -> Self {
        if is_cut {
            self.rows.push("…".to_owned());
            self.series.iter_mut().for_each(|of| of.values.push(0));
        }
        self
    }
}

impl Series {
    pub(crate) fn new(name: &str, ink: Ink, values: impl Iterator<Item = u64>) -> Self {
        Self {
            name: name.to_owned(),
            ink,
            values: values.collect(),
        }
    }
}

impl Marks {
    /// The end of the scale.
    pub(crate) const END: u64 = 1_000_000;
}
