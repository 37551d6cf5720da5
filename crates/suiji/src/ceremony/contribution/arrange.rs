//! Numbers in the order in which people enter them, converted to the canonical form of [S4b].

use super::fits::misfits;
use super::{Contribution, ContributionKind};
use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::texts::{self, codes};
use crate::ceremony::source::{Source, SourceKind};

impl Source {
    /// [S4b] Makes the contribution of a live source from its numbers, in the order in which they fell.
    ///
    /// The numbers of the first part come first, then those of the next part, and so on. The numbers of a part without
    /// replacement are sorted. The others keep their order.
    ///
    /// ```
    /// use suiji::Source;
    /// use suiji::ceremony::{By, ContributionKind, Part};
    ///
    /// let parts = [Part::distinct(6, 1, 33)?, Part::new(1, 1, 16)?];
    /// let lottery = Source::live(By::Public, "双色球第2024102期", parts)?;
    /// let contribution = lottery.arrange([14, 3, 9, 28, 21, 30, 11])?;
    /// let ContributionKind::Live { numbers } = contribution.kind() else { unreachable!() };
    /// assert_eq!(*numbers, [vec![3, 9, 14, 21, 28, 30], vec![11]]);
    /// # Ok::<(), suiji::Error>(())
    /// ```
    ///
    /// # Errors
    /// `contributions.length` for too few or too many numbers, `contributions.number-range` and
    /// `contributions.repeated-number` together, `contributions.kind` if the source is not live.
    pub fn arrange(&self, fallen: impl IntoIterator<Item = u64>) -> Result<Contribution, Error> {
        let place = |path: String| Place::new(ErrorKind::Contributions, path);
        let SourceKind::Live { parts } = &self.kind else {
            let problem = codes::contribution_kind(self.name(), self.kind.as_str(), "live");
            return Err(Error::new(problem.at(place("$.kind".to_owned()))));
        };
        let fallen: Vec<u64> = fallen.into_iter().collect();
        let expected = parts.iter().map(|part| part.count()).sum::<u64>();
        if fallen.len() as u64 != expected {
            let all = texts::NO_TEXT;
            let problem = codes::contribution_length(self.name(), all, expected, fallen.len());
            return Err(Error::new(problem.at(place("$.numbers".to_owned()))));
        }
        let mut rest = fallen.into_iter();
        let mut numbers = Vec::new();
        for part in parts {
            let count = usize::try_from(part.count()).unwrap_or(usize::MAX);
            let mut of_part: Vec<u64> = rest.by_ref().take(count).collect();
            if part.is_distinct() {
                of_part.sort_unstable();
            }
            numbers.push(of_part);
        }
        let mut faults = Faults::default();
        for (part, problem) in misfits(self.name(), parts, &numbers) {
            let part = part.map_or_else(String::new, |part| format!("[{part}]"));
            faults.push(problem.at(place(format!("$.numbers{part}"))));
        }
        faults.into_result(Contribution(ContributionKind::Live { numbers }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Fault;
    use crate::base::hash::Digest;
    use crate::ceremony::source::{By, Part};

    /// Two dice before and one digit after three balls.
    fn source() -> Source {
        let parts = [
            Part::new(2, 1, 6).unwrap(),
            Part::distinct(3, 10, 40).unwrap(),
            Part::new(1, 0, 9).unwrap(),
        ];
        Source::live(By::Witness, "现场摇号", parts).unwrap()
    }

    fn arranged(numbers: &[u64]) -> Vec<Vec<u64>> {
        match source().arrange(numbers.iter().copied()).unwrap().kind() {
            ContributionKind::Live { numbers } => numbers.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn codes_of(source: &Source, numbers: &[u64]) -> Vec<&'static str> {
        let error = source.arrange(numbers.iter().copied()).unwrap_err();
        error.faults().iter().map(Fault::code).collect()
    }

    #[test]
    fn only_what_is_drawn_without_return_is_sorted() {
        // [S4b]
        let expected = [vec![5, 2], vec![11, 30, 40], vec![0]];
        assert_eq!(arranged(&[5, 2, 40, 11, 30, 0]), expected);
        assert_eq!(arranged(&[5, 2, 11, 30, 40, 0]), expected);
    }

    #[test]
    fn numbers_that_cannot_be_arranged_are_refused() {
        for wrong in [&[][..], &[5, 2, 40, 11, 30], &[5, 2, 40, 11, 30, 0, 0]] {
            assert_eq!(codes_of(&source(), wrong), ["contributions.length"]);
        }
        let all = [
            "contributions.number-range",
            "contributions.repeated-number",
        ];
        assert_eq!(codes_of(&source(), &[5, 7, 11, 30, 11, 0]), all);
        let digest = Digest::from_bytes([1; 32]);
        let committed = Source::committed(By::Witness, "见证人", digest).unwrap();
        assert_eq!(codes_of(&committed, &[1]), ["contributions.kind"]);
    }
}
