//! Finds the rule that refuses a case, as far as JSON values show. It does not find faults in the JSON syntax, wrong
//! types, unknown fields, text that is not in NFC, and wrong drand signatures.

mod ceremony;
mod forms;
mod ids;
mod inputs;

use serde_json::Value;

use super::{Given, list, number, sheet, text};
use crate::Small;
pub(super) use forms::is_text;
pub(super) use ids::is_id;

/// A rule, and whether a case follows it. A rule may rely on those before it.
type Rule = (&'static str, fn(&Small) -> bool);

const SEALING: [Rule; 20] = [
    ("C2c", forms::nothing_is_empty),
    ("C3", forms::texts),
    ("C1", forms::hex),
    ("C6", forms::ratios),
    ("C7", forms::times),
    ("C4", ids::forms),
    ("I1", inputs::plan),
    ("I2", inputs::tasks),
    ("I6", inputs::rows),
    ("I5", inputs::history),
    ("C4", ids::letter_case),
    ("S3c", ceremony::earlier),
    ("S4a", ceremony::sources),
    ("S4b", ceremony::parts),
    ("S4c", ceremony::commitments),
    ("F3", inputs::frames),
    ("F4.1", |case| inputs::allocation(case) != Some("F4.1")),
    ("F4.2", |case| inputs::allocation(case) != Some("F4.2")),
    ("F4.3", |case| inputs::allocation(case) != Some("F4.3")),
    ("T1", inputs::seats),
];

const CONTRIBUTIONS: [Rule; 4] = [
    ("C1", |case| {
        list(&case.contributions).iter().all(forms::is_contribution)
    }),
    ("R3", ceremony::count),
    ("R1", ceremony::openings),
    ("S4b", ceremony::numbers),
];

fn broken(rules: &[Rule], case: &Small) -> Option<&'static str> {
    let broken = rules.iter().find(|(_, follows)| !follows(case));
    broken.map(|(rule, _)| *rule)
}

/// [S5] The first rule for which sealing a case is refused. The contributions are ignored.
pub(super) fn before_the_seed(case: &Small) -> Option<&'static str> {
    broken(&SEALING, case)
}

/// The first rule that refuses a case or, if it is given, the document of its contributions [R4].
pub fn refusal(case: &Small, document: Option<&Value>) -> Option<&'static str> {
    before_the_seed(case)
        .or_else(|| broken(&CONTRIBUTIONS, case))
        .or_else(|| {
            let given = Given::of(case);
            let digest = sheet::seal(&given, &case.ceremony).digest(&given);
            let other = |document: &Value| document["commitment"] != digest.to_string();
            document.is_some_and(other).then_some("R4")
        })
}

/// Whether all of these are different.
fn is_unique<T: Ord>(all: impl IntoIterator<Item = T>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    all.into_iter().all(|one| seen.insert(one))
}
