//! Takes the times of the lines of a table, and the memory that each needs.

use std::time::Duration;

use suiji_benches::{Failure, Group, Line, Unit, peak_bytes, reset_peak, resident_bytes, timed};

/// What a line measures.
#[derive(Clone, Copy)]
pub(crate) struct Of {
    pub(crate) group: Group,
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
}

/// The lines of a table while they are measured.
pub(crate) struct Recorder {
    size: u64,
    repeats: u64,
    peak: u64,
    lines: Vec<Line>,
}

impl Recorder {
    /// A small frame is measured several times in a row, so that a round has at least half of `entities`.
    pub(crate) fn new(size: u64, entities: u64) -> Self {
        Self {
            size,
            repeats: (entities / size.max(1)).max(1),
            peak: 0,
            lines: Vec::new(),
        }
    }

    /// The lines, and the peak of the memory of the process.
    pub(crate) fn finish(self) -> (Vec<Line>, u64) {
        (self.lines, self.peak)
    }

    /// Measures some work; returns its last result.
    pub(crate) fn time<T>(&mut self, of: Of, mut work: impl FnMut() -> T) -> Result<T, Failure> {
        self.time_prepared(of, || (), |()| work())
    }

    /// Measures `work`, but not `prepare`, which makes its input.
    pub(crate) fn time_prepared<I, T>(
        &mut self,
        of: Of,
        prepare: impl FnMut() -> I,
        work: impl FnMut(I) -> T,
    ) -> Result<T, Failure> {
        let (result, time, bytes) = self.measure(prepare, work)?;
        self.add(of, (Unit::Entity, self.size), time, bytes);
        Ok(result)
    }

    /// Measures work that makes this number of receipts.
    pub(crate) fn time_receipts<T>(
        &mut self,
        of: Of,
        receipts: u64,
        mut work: impl FnMut() -> T,
    ) -> Result<T, Failure> {
        let (result, time, bytes) = self.measure(|| (), |()| work())?;
        self.add(of, (Unit::Receipt, receipts), time, bytes);
        Ok(result)
    }

    /// Whether the library refuses that step. None if it was not tried.
    pub(crate) fn is_refused(&self, of: Of) -> Option<bool> {
        let line = self.lines.iter().find(|line| line.id == of.id)?;
        Some(line.picoseconds.is_empty())
    }

    /// Adds a line for a step that the library refuses for a frame of this size.
    pub(crate) fn refused(&mut self, of: Of, code: &str) {
        let note = format!("refused: {code}");
        self.line(of, Unit::Entity).note = Some(note);
    }

    /// The last result, the average time, and the memory at the peak.
    fn measure<I, T>(
        &mut self,
        mut prepare: impl FnMut() -> I,
        mut work: impl FnMut(I) -> T,
    ) -> Result<(T, Duration, Option<u64>), Failure> {
        let mut total = Duration::ZERO;
        for _ in 1..self.repeats {
            let input = prepare();
            let (result, time) = timed(|| work(input));
            total += time;
            drop(result);
        }
        let input = prepare();
        self.peak = self.peak.max(peak_bytes()?);
        let fresh = reset_peak().is_ok();
        let before = resident_bytes()?;
        let (result, time) = timed(|| work(input));
        total += time;
        let peak = peak_bytes()?;
        self.peak = self.peak.max(peak);
        let average = total / u32::try_from(self.repeats)?;
        Ok((
            result,
            average,
            fresh.then_some(peak.saturating_sub(before)),
        ))
    }

    fn add(&mut self, of: Of, (unit, count): (Unit, u64), time: Duration, bytes: Option<u64>) {
        let count = count.max(1);
        let each = time.as_nanos() * 1000 / u128::from(count);
        let line = self.line(of, unit);
        line.picoseconds
            .push(u64::try_from(each).unwrap_or(u64::MAX));
        line.bytes = line.bytes.max(bytes.map(|bytes| bytes / count));
    }

    /// The line of that id. The first time it is added.
    fn line(&mut self, of: Of, unit: Unit) -> &mut Line {
        let known = self.lines.iter().position(|line| line.id == of.id);
        let at = known.unwrap_or_else(|| {
            self.lines.push(Line {
                group: of.group,
                id: of.id.to_owned(),
                name: of.name.to_owned(),
                unit,
                picoseconds: Vec::new(),
                bytes: None,
                yardstick: None,
                note: None,
            });
            self.lines.len() - 1
        });
        &mut self.lines[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: Of = Of {
        group: Group::Step,
        id: "step",
        name: "a step",
    };

    #[test]
    fn a_small_frame_is_measured_several_times() {
        let mut recorder = Recorder::new(1000, 100_000);
        let mut calls = 0;
        recorder.time(OF, || calls += 1).unwrap();
        recorder.time(OF, || calls += 1).unwrap();
        assert_eq!(calls, 200);
        let (lines, _) = recorder.finish();
        assert_eq!((lines.len(), lines[0].picoseconds.len()), (1, 2));
        assert_eq!(Recorder::new(10_000_000, 100_000).repeats, 1);
    }

    #[test]
    fn a_refused_step_has_a_note_and_no_time() {
        let mut recorder = Recorder::new(1000, 1);
        assert_eq!(recorder.is_refused(OF), None);
        recorder.refused(OF, "limit.record");
        assert_eq!(recorder.is_refused(OF), Some(true));
        let (lines, _) = recorder.finish();
        assert_eq!(lines[0].note.as_deref(), Some("refused: limit.record"));
        assert!(lines[0].picoseconds.is_empty());
    }
}
