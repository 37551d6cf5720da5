//! Whether contributions match their sources [R1, R3, R4].

use super::{Contribution, ContributionKind};
use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::hash::Hash;
use crate::base::texts::{self, Problem, Text, codes};
use crate::ceremony::drand::{self, Wrong};
use crate::ceremony::source::{Part, Source, SourceKind};

/// [R1, S4b] Returns all faults if a contribution does not match its source.
pub(crate) fn check_one(
    hash: Hash,
    index: usize,
    source: &Source,
    contribution: &Contribution,
) -> Vec<Fault> {
    let name = source.name();
    let fault = |problem: Problem, field: &str| {
        let path = format!("$.contributions[{index}]{field}");
        problem.at(Place::new(ErrorKind::Contributions, path))
    };
    match (&source.kind, &contribution.0) {
        (SourceKind::Committed { commitment }, ContributionKind::Committed { nonce, value }) => {
            let opens = |hash| *commitment == Some(Contribution::commitment(hash, nonce, value));
            let wrong = (!opens(hash)).then(|| {
                let why = match hash.other() {
                    other if opens(other) => texts::other_hash(other, hash),
                    _ => texts::NO_TEXT.into(),
                };
                fault(codes::contribution_open(name, &why), "")
            });
            wrong.into_iter().collect()
        }
        (SourceKind::Live { parts }, ContributionKind::Live { numbers }) => {
            let problems = misfits(name, parts, numbers);
            problems
                .into_iter()
                .map(|(part, problem)| match part {
                    Some(part) => fault(problem, &format!(".numbers[{part}]")),
                    None => fault(problem, ".numbers"),
                })
                .collect()
        }
        (SourceKind::Drand { round }, ContributionKind::Drand { signature }) => {
            let problem = wrong_signature(name, *round, signature);
            let wrong = problem.map(|problem| fault(problem, ".signature"));
            wrong.into_iter().collect()
        }
        (kind, _) => {
            let (expected, found) = (kind.as_str(), contribution.kind().as_str());
            vec![fault(
                codes::contribution_kind(name, expected, found),
                ".kind",
            )]
        }
    }
}

/// [R1] Returns what is wrong with the signature of a drand round.
pub(super) fn wrong_signature(source: &str, round: u64, signature: &[u8; 48]) -> Option<Problem> {
    let wrong = drand::check(round, signature).err()?;
    Some(match wrong {
        Wrong::Point => codes::drand_point(source),
        Wrong::Round => codes::drand_signature(source, round),
    })
}

/// [S4b] Returns what is wrong with the numbers of a live source. Each fault has the place of its part.
pub(super) fn misfits(
    source: &str,
    parts: &[Part],
    numbers: &[Vec<u64>],
) -> Vec<(Option<usize>, Problem)> {
    if parts.len() != numbers.len() {
        let problem = codes::contribution_parts(source, parts.len(), numbers.len());
        return vec![(None, problem)];
    }
    let mut problems = Vec::new();
    for (place, (part, fallen)) in parts.iter().zip(numbers).enumerate() {
        // If there is only one part, messages do not mention parts.
        let named = match parts.len() {
            1 => texts::NO_TEXT.into(),
            _ => texts::part_of(place + 1),
        };
        let of_part = misfits_of_part(source, &named, *part, fallen);
        problems.extend(of_part.into_iter().map(|problem| (Some(place), problem)));
    }
    problems
}

fn misfits_of_part(source: &str, named: &Text, part: Part, fallen: &[u64]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (from, to) = (part.from(), part.to());
    if fallen.len() as u64 != part.count() {
        let problem = codes::contribution_length(source, named, part.count(), fallen.len());
        problems.push(problem);
    }
    if let Some(found) = fallen.iter().find(|found| !(from..=to).contains(found)) {
        problems.push(codes::contribution_range(source, named, from, to, found));
    }
    if part.is_distinct() {
        problems.extend(out_of_order(source, named, fallen));
    }
    problems
}

/// [S4b] Balls of one drum are different and listed in ascending order.
fn out_of_order(source: &str, named: &Text, fallen: &[u64]) -> Option<Problem> {
    let mut sorted = fallen.to_vec();
    sorted.sort_unstable();
    if let Some(twice) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Some(codes::contribution_twice(source, named, twice[0]));
    }
    let pair = fallen.windows(2).find(|pair| pair[0] > pair[1])?;
    Some(codes::contribution_ascending(
        source, named, pair[0], pair[1],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::hash::{Digest, Secret};
    use crate::base::lang::Lang;
    use crate::ceremony::source::By;

    /// 双色球: six balls of one drum, and one of another.
    fn lottery() -> Source {
        let parts = [
            Part::distinct(6, 1, 33).unwrap(),
            Part::new(1, 1, 16).unwrap(),
        ];
        Source::live(By::Public, "双色球", parts).unwrap()
    }

    fn dice() -> Source {
        Source::live(By::Witness, "骰子", [Part::new(3, 1, 6).unwrap()]).unwrap()
    }

    fn faults(source: &Source, numbers: &[&[u64]]) -> Vec<(String, String)> {
        let numbers = numbers.iter().map(|part| part.iter().copied());
        let given = Contribution::live(numbers).unwrap();
        let faults = check_one(Hash::Sha256, 4, source, &given);
        let told = |fault: &Fault| (fault.code().to_owned(), fault.place().path().to_owned());
        faults.iter().map(told).collect()
    }

    fn codes(source: &Source, numbers: &[&[u64]]) -> Vec<String> {
        let faults = faults(source, numbers);
        faults.into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn numbers_are_of_their_parts() {
        // [S4b, R1]
        let lottery = lottery();
        let none: [&str; 0] = [];
        assert_eq!(codes(&lottery, &[&[3, 9, 14, 21, 28, 30], &[11]]), none);
        assert_eq!(codes(&lottery, &[&[1, 2, 3, 4, 5, 33], &[16]]), none);
        let one = |numbers: &[&[u64]]| {
            let faults = faults(&lottery, numbers);
            assert_eq!(faults.len(), 1, "{faults:?}");
            faults.into_iter().next().unwrap()
        };
        let told = |code: &str, path: &str| (code.to_owned(), format!("$.contributions[4]{path}"));
        assert_eq!(
            one(&[&[3, 9, 14, 21, 28, 30]]),
            told("contributions.parts", ".numbers")
        );
        assert_eq!(
            one(&[&[3, 9, 14, 21, 28], &[11]]),
            told("contributions.length", ".numbers[0]")
        );
        assert_eq!(
            one(&[&[3, 9, 14, 21, 28, 30], &[11, 12]]),
            told("contributions.length", ".numbers[1]")
        );
        assert_eq!(
            one(&[&[3, 9, 14, 21, 28, 30], &[0]]),
            told("contributions.number-range", ".numbers[1]")
        );
        assert_eq!(
            one(&[&[3, 9, 14, 21, 28, 34], &[11]]),
            told("contributions.number-range", ".numbers[0]")
        );
        assert_eq!(
            one(&[&[9, 3, 14, 21, 28, 30], &[11]]),
            told("contributions.not-ascending", ".numbers[0]")
        );
        assert_eq!(
            one(&[&[3, 3, 14, 21, 28, 30], &[11]]),
            told("contributions.repeated-number", ".numbers[0]")
        );
    }

    #[test]
    fn all_faults_of_a_contribution_are_found() {
        // [S5]
        let found = codes(&lottery(), &[&[40, 3], &[17, 1]]);
        let expected = [
            "contributions.length",
            "contributions.number-range",
            "contributions.not-ascending",
            "contributions.length",
            "contributions.number-range",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn dice_fall_in_any_order_and_may_repeat() {
        // [S4b]
        assert!(faults(&dice(), &[&[6, 1, 6]]).is_empty());
        assert_eq!(
            codes(&dice(), &[&[6, 1, 7]]),
            ["contributions.number-range"]
        );
    }

    #[test]
    fn a_part_is_named_only_where_there_are_several() {
        let message = |source: &Source, numbers: &[&[u64]], lang| {
            let numbers = numbers.iter().map(|part| part.iter().copied());
            let given = Contribution::live(numbers).unwrap();
            check_one(Hash::Sha256, 0, source, &given)[0].problem(lang)
        };
        let two = message(&lottery(), &[&[1, 2, 3, 4, 5, 6], &[17]], Lang::Zh);
        assert_eq!(two, "随机源“双色球”第 2 组的号码应为 1 至 16，现有 17");
        let one = message(&dice(), &[&[6, 1]], Lang::En);
        assert_eq!(one, "source “骰子”: expected 3 numbers, found 2");
    }

    #[test]
    fn kinds_and_openings_match() {
        // [R1]
        let code = |source: &Source, given: &Contribution| {
            let faults = check_one(Hash::Sm3, 0, source, given);
            faults.first().map_or("", Fault::code)
        };
        let nonce = Secret::from_bytes([7; 32]);
        let right = Contribution::committed(nonce.clone(), "三六五").unwrap();
        let wrong = Contribution::committed(nonce.clone(), "三六四").unwrap();
        let commitment = Contribution::commitment(Hash::Sm3, &nonce, "三六五");
        let source = Source::committed(By::Witness, "见证人", commitment).unwrap();
        assert_eq!(code(&source, &right), "");
        assert_eq!(code(&source, &wrong), "contributions.not-opening");
        assert_eq!(code(&dice(), &right), "contributions.kind");
        let other = Source::committed(By::Office, "机关", Digest::from_bytes([1; 32])).unwrap();
        assert_eq!(code(&other, &right), "contributions.not-opening");
    }

    #[test]
    fn an_opening_with_the_other_hash_is_told() {
        // [R1]
        let nonce = Secret::from_bytes([7; 32]);
        let opening = Contribution::committed(nonce.clone(), "三六五").unwrap();
        let commitment = Contribution::commitment(Hash::Sha256, &nonce, "三六五");
        let source = Source::committed(By::Office, "机关", commitment).unwrap();
        let message =
            |given: &Contribution, lang| check_one(Hash::Sm3, 0, &source, given)[0].problem(lang);
        assert_eq!(
            message(&opening, Lang::En),
            "nonce and value of source “机关” do not match its commitment (made with sha256; the hash of the commitment is sm3): \
             check what was entered"
        );
        assert_eq!(
            message(&opening, Lang::Zh),
            "随机源“机关”的随机数（nonce）和取值（value）与承诺值不匹配（承诺值用的是 sha256，封存单用的是 sm3），请核对是否录入有误"
        );
        let wrong = Contribution::committed(nonce, "三六四").unwrap();
        assert_eq!(
            message(&wrong, Lang::En),
            "nonce and value of source “机关” do not match its commitment: check what was entered"
        );
    }
}
