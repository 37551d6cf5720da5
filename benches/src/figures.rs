//! The figures of one run of `table`, and what is computed from them. Times are integers, in picoseconds.

use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

use crate::{Failure, Machine};

/// The lines whose sum is the yardstick of a frame: the hashes that the specification requires, one message at a time,
/// and the selection.
pub const KERNELS: [&str; 4] = ["plain_rows", "plain_frame", "plain_tickets", "smallest"];

/// Everything that one run measured.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Figures {
    /// Where it ran.
    pub machine: Machine,
    /// How often each line was measured.
    pub rounds: u64,
    /// A frame for each size and hash.
    pub frames: Vec<Frame>,
}

/// What was measured with one frame and one hash.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Frame {
    /// How many entities the frame has. It is all of the registry.
    pub size: u64,
    /// `sha256` or `sm3`.
    pub hash: String,
    /// The average length of a row as canonical JSON.
    pub row_bytes: u64,
    /// The peak of the memory of the process.
    pub peak_bytes: u64,
    /// What was measured.
    pub lines: Vec<Line>,
}

/// One line of the table.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Line {
    /// The part of the table.
    pub group: Group,
    /// A name for programs.
    pub id: String,
    /// A name for readers.
    pub name: String,
    /// What the times are divided by.
    pub unit: Unit,
    /// The time for each unit in each round. None if the step was refused; the note has the reason.
    pub picoseconds: Vec<u64>,
    /// The memory at the peak of the step for each unit, without the memory before the step.
    pub bytes: Option<u64>,
    /// The sum of the kernels, if it was measured again together with this line.
    pub yardstick: Option<u64>,
    /// What a reader must know to compare it.
    pub note: Option<String>,
}

/// A part of the table.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "unpublished")]
pub enum Group {
    /// Our steps.
    Step,
    /// The kernels, one message at a time.
    Kernel,
    /// The same hashes, several messages side by side.
    Lanes,
    /// Other programs.
    Peer,
}

/// What a time is divided by.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "unpublished")]
pub enum Unit {
    /// The entities of the frame.
    Entity,
    /// The receipts made.
    Receipt,
}

impl Figures {
    /// Reads the file that [`Figures::write`] wrote.
    ///
    /// # Errors
    /// If the file cannot be read, or is another one.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let text =
            fs::read(path).map_err(|error| io::Error::other(format!("{path:?}: {error}")))?;
        Ok(serde_json::from_slice(&text)?)
    }

    /// Writes the figures as JSON.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(fs::write(path, text)?)
    }
}

impl Line {
    /// The median of the rounds. None if the step was refused.
    pub fn median(&self) -> Option<u64> {
        median(self.picoseconds.clone())
    }

    /// The difference between the slowest and the fastest round, in hundredths of the median.
    pub fn spread(&self) -> Option<u64> {
        let (least, greatest) = (
            self.picoseconds.iter().min()?,
            self.picoseconds.iter().max()?,
        );
        Some((greatest - least) * 100 / self.median()?.max(1))
    }
}

impl Frame {
    /// The line with that id.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The sum of some lines in each round. None if one of them is missing or was refused.
    pub fn sum(&self, ids: &[&str]) -> Option<Vec<u64>> {
        let mut sum: Option<Vec<u64>> = None;
        for id in ids {
            let times = &self.line(id)?.picoseconds;
            sum = match sum {
                None => Some(times.clone()),
                Some(sum) if sum.len() == times.len() => {
                    Some(sum.iter().zip(times).map(|(a, b)| a + b).collect())
                }
                Some(_) => None,
            };
            sum.as_ref()?;
        }
        sum.filter(|times| !times.is_empty())
    }

    /// The median of the sum of some lines.
    pub fn median(&self, ids: &[&str]) -> Option<u64> {
        median(self.sum(ids)?)
    }

    /// The ratio of two sums of lines in thousandths: the median of the ratios of the rounds, so that a machine that
    /// becomes slower during the run hardly changes it.
    pub fn ratio(&self, of: &[&str], to: &[&str]) -> Option<u64> {
        let (of, to) = (self.sum(of)?, self.sum(to)?);
        if of.len() != to.len() {
            return Some(median(of)? * 1000 / median(to)?.max(1));
        }
        median(
            of.iter()
                .zip(&to)
                .map(|(of, to)| of * 1000 / to.max(&1))
                .collect(),
        )
    }

    /// The ratio of a line to the sum of the kernels in thousandths.
    pub fn against_kernels(&self, line: &Line) -> Option<u64> {
        match (line.unit, line.yardstick) {
            (Unit::Receipt, _) => None,
            (Unit::Entity, Some(yardstick)) => Some(line.median()? * 1000 / yardstick.max(1)),
            (Unit::Entity, None) => self.ratio(&[&line.id], &KERNELS),
        }
    }
}

/// Of two in the middle, the greater one.
fn median(mut times: Vec<u64>) -> Option<u64> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

/// A number of thousandths with so many decimal places, at most three. Further digits are cut off.
pub fn decimal(thousandths: u64, places: usize) -> String {
    let digits = format!("{:03}", thousandths % 1000);
    let whole = grouped(thousandths / 1000);
    match digits.get(..places.min(3)) {
        Some(digits) if !digits.is_empty() => format!("{whole}.{digits}"),
        _ => whole,
    }
}

/// A number with a comma after each thousand.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, picoseconds: &[u64]) -> Line {
        Line {
            group: Group::Kernel,
            id: id.to_owned(),
            name: id.to_owned(),
            unit: Unit::Entity,
            picoseconds: picoseconds.to_vec(),
            bytes: None,
            yardstick: None,
            note: None,
        }
    }

    fn frame(lines: Vec<Line>) -> Frame {
        Frame {
            size: 1000,
            hash: "sha256".to_owned(),
            row_bytes: 100,
            peak_bytes: 0,
            lines,
        }
    }

    #[test]
    fn the_ratio_is_the_median_of_the_rounds() {
        // The machine is half as fast in the third round. The ratios are 2, 3 and 2.5.
        let frame = frame(vec![
            line("a", &[100, 200, 300]),
            line("b", &[100, 100, 200]),
            line("c", &[100, 100, 200]),
        ]);
        assert_eq!(frame.sum(&["a", "b"]), Some(vec![200, 300, 500]));
        assert_eq!(frame.median(&["a", "b"]), Some(300));
        assert_eq!(frame.ratio(&["a", "b"], &["c"]), Some(2500));
        assert_eq!(frame.ratio(&["a"], &["missing"]), None);
    }

    #[test]
    fn a_step_that_was_refused_has_no_ratio() {
        let mut frame = frame(vec![line("refused", &[])]);
        frame
            .lines
            .extend(KERNELS.map(|kernel| line(kernel, &[10, 20, 30])));
        assert_eq!(frame.against_kernels(&frame.lines[0]), None);
        assert_eq!(frame.sum(&KERNELS), Some(vec![40, 80, 120]));
        // A peer has its own yardstick.
        let mut peer = line("peer", &[50, 60, 1000]);
        peer.yardstick = Some(120);
        assert_eq!(frame.against_kernels(&peer), Some(500));
    }

    #[test]
    fn the_spread_is_in_hundredths_of_the_median() {
        assert_eq!(line("a", &[90, 100, 115]).spread(), Some(25));
        assert_eq!(line("a", &[]).spread(), None);
    }

    #[test]
    fn numbers_are_written_with_commas_and_places() {
        assert_eq!(decimal(1_234_567, 1), "1,234.5");
        assert_eq!(decimal(2_050, 2), "2.05");
        assert_eq!(decimal(999, 0), "0");
        assert_eq!(grouped(1_000_000), "1,000,000");
        assert_eq!(grouped(999), "999");
    }

    #[test]
    fn figures_are_read_as_they_were_written() {
        let figures = Figures {
            machine: Machine::this(),
            rounds: 3,
            frames: vec![frame(vec![line("a", &[1, 2, 3])])],
        };
        let text = serde_json::to_string(&figures).unwrap();
        let read: Figures = serde_json::from_str(&text).unwrap();
        assert_eq!(read.machine, figures.machine);
        assert_eq!(read.frames[0].lines[0].picoseconds, [1, 2, 3]);
        assert!(text.contains(r#""group":"kernel""#) && text.contains(r#""unit":"entity""#));
    }
}
