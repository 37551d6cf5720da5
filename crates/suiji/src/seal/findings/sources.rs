//! Findings about sources: whether anyone except the office contributes to the seed [V2].

use super::Finding;
use crate::base::error::ErrorKind;
use crate::base::texts::findings;
use crate::ceremony::Ceremony;
use crate::ceremony::source::{By, Source, SourceKind};

impl Ceremony {
    /// Reports that the office alone decides the seed, or that the other sources have few outcomes [V2].
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        sources(self.sources(), &mut found);
        found
    }
}

/// Finds whether all sources belong to the office, or the others have too few outcomes [V2].
pub(crate) fn sources(sources: &[Source], found: &mut Vec<Finding>) {
    if sources.iter().all(|source| source.by == By::Office) {
        found.push(Finding::new(ErrorKind::Ceremony, findings::only_office()));
    } else if let Some(product) = few_outcomes(sources) {
        found.push(Finding::new(
            ErrorKind::Ceremony,
            findings::few_outcomes(product),
        ));
    }
}

/// The product of the outcomes of all sources that do not belong to the office, if it is less than 2^40 [V2].
fn few_outcomes(sources: &[Source]) -> Option<u64> {
    const ENOUGH: u64 = 1 << 40;
    let others = sources.iter().filter(|source| source.by != By::Office);
    let outcomes = others.map(|source| match source.kind {
        SourceKind::Live { .. } => source.outcomes().unwrap_or(ENOUGH),
        // A committed source counts as 2^40 outcomes, a drand round as 2^128.
        SourceKind::Committed { .. } | SourceKind::Drand { .. } => ENOUGH,
    });
    let product = outcomes.fold(1, u64::saturating_mul);
    (product < ENOUGH).then_some(product)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ceremony::source::Part;

    fn live(by: By, part: Part) -> Source {
        Source::live(by, "随机源", [part]).unwrap()
    }

    fn dice(by: By, throws: u64) -> Source {
        live(by, Part::new(throws, 1, 6).unwrap())
    }

    /// Five balls of 25 have 53,130 outcomes.
    fn balls(by: By) -> Source {
        live(by, Part::distinct(5, 1, 25).unwrap())
    }

    fn codes_of(list: &[Source]) -> Vec<&'static str> {
        let mut findings = Vec::new();
        sources(list, &mut findings);
        findings.iter().map(Finding::code).collect()
    }

    #[test]
    fn outcomes_of_others_multiply_and_are_compared_with_2_to_the_40() {
        // [V2]
        let office =
            Source::committed(By::Office, "机关", crate::Digest::from_bytes([1; 32])).unwrap();
        let witness =
            Source::committed(By::Witness, "见证人", crate::Digest::from_bytes([2; 32])).unwrap();
        assert_eq!(
            codes_of(std::slice::from_ref(&office)),
            ["ceremony.only-office"]
        );
        assert_eq!(codes_of(&[office.clone(), witness]), [""; 0]);
        // 6^15 < 2^40 < 6^16.
        assert_eq!(
            codes_of(&[office.clone(), dice(By::Public, 15)]),
            ["ceremony.few-outcomes"]
        );
        assert_eq!(codes_of(&[dice(By::Public, 16)]), [""; 0]);
        assert_eq!(codes_of(&[balls(By::Public)]), ["ceremony.few-outcomes"]);
        // 53,130² is about 2^31.4, and with 6^4 more about 2^41.7.
        let two = [balls(By::Public), balls(By::Witness)];
        assert_eq!(codes_of(&two), ["ceremony.few-outcomes"]);
        let three = [two[0].clone(), two[1].clone(), dice(By::Witness, 4)];
        assert_eq!(codes_of(&three), [""; 0]);
        assert_eq!(codes_of(&[dice(By::Public, 1000)]), [""; 0]);
    }
}
