//! The values of sources, as a person reads them.

use suiji::Contribution;
use suiji::ceremony::ContributionKind;

/// The value of a contribution: what was chosen, or the numbers that fell, with ` + ` between the parts.
pub(crate) fn text(contribution: &Contribution) -> String {
    match contribution.kind() {
        ContributionKind::Committed { value, .. } => value.clone(),
        ContributionKind::Live { numbers } => {
            let parts: Vec<String> = numbers.iter().map(|part| part_text(part)).collect();
            parts.join(" + ")
        }
        ContributionKind::Drand { signature } => {
            signature.iter().map(|byte| format!("{byte:02x}")).collect()
        }
        _ => String::new(),
    }
}

/// The numbers of a part, with blanks between them.
fn part_text(numbers: &[u64]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    numbers.join(" ")
}
