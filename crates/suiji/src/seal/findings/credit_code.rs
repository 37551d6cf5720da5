//! Finds ids that are not unified social credit codes (GB 32100), if most ids are. These contain the codes of GB 11714
//! [I3].

use std::collections::{BTreeMap, BTreeSet};

use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::run::{Cancelled, Stage};
use crate::base::texts::findings;

/// The characters of GB 32100, in the order of their values: no I, O, S, V or Z.
const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The length of a code, with its check character.
const LENGTH: usize = 18;

/// The kind of an id.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Standing {
    /// A credit code.
    Right,
    /// It has the length of a credit code, but a wrong character or check character.
    WrongCharacter,
    /// Any other number.
    Other,
}

/// Finds ids that differ from the credit codes that most rows have [I3].
pub(super) fn ids(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let named = bodies(search)?;
    let registry = search.inputs.registry();
    let mut step = search.run.step(Stage::Compare, registry.rows().len());
    let (mut wrong, mut other) = (Vec::new(), Vec::new());
    for (id, row) in registry.ids().zip(registry.rows()) {
        step.advance(1)?;
        match standing(id) {
            Standing::Right => {}
            Standing::WrongCharacter => wrong.push((id, row.number())),
            Standing::Other if named.contains(&row.number()) => {}
            Standing::Other => other.push((id, row.number())),
        }
    }
    // If most ids are other numbers, the office does not use credit codes.
    if other.len().saturating_mul(2) > registry.rows().len() {
        return Ok(());
    }
    for (found, notice) in [
        (other, findings::not_credit_code as fn(_) -> _),
        (wrong, findings::check_character),
    ] {
        let notice = notice(some(found.iter().map(|(id, _)| *id)));
        let rows = found.into_iter().map(|(_, row)| row).collect();
        search.add_rows(ErrorKind::Registry, "id", notice, rows);
    }
    Ok(())
}

/// An organisation code: the 9th to the 17th character of the credit code of the same body.
type Organization = [u8; 9];

/// Finds organisation codes in a registry that also has the credit code that contains them: one body with two ids [I3].
/// Returns their rows.
fn bodies(search: &mut Search<'_>) -> Result<BTreeSet<u64>, Cancelled> {
    let registry = search.inputs.registry();
    let active = || {
        registry
            .ids()
            .zip(registry.rows())
            .filter(|(_, row)| !row.inactive)
    };
    let mut step = search.run.step(Stage::Compare, registry.rows().len());
    let mut older: BTreeMap<Organization, (&str, u64)> = BTreeMap::new();
    for (id, row) in active() {
        step.advance(1)?;
        if let Some(code) = organization(id) {
            older.insert(code, (id, row.number()));
        }
    }
    if older.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut step = search.run.step(Stage::Compare, registry.rows().len());
    let (mut ids, mut rows) = (Vec::new(), Vec::new());
    for (id, row) in active() {
        step.advance(1)?;
        let code = id.as_bytes().get(8..17).filter(|_| id.len() == LENGTH);
        let code = code.and_then(|code| Organization::try_from(code).ok());
        if let Some((old, number)) = code.and_then(|code| older.get(&code)) {
            ids.extend([*old, id]);
            rows.extend([*number, row.number()]);
        }
    }
    rows.sort_unstable();
    let named = rows.iter().copied().collect();
    search.add_rows(
        ErrorKind::Registry,
        "id",
        findings::same_body(some(ids)),
        rows,
    );
    Ok(named)
}

/// The id as an organisation code, with or without the hyphen before its last character. `None` if it is not one.
fn organization(id: &str) -> Option<Organization> {
    let code = match id.as_bytes() {
        [first @ .., b'-', last] if first.len() == 8 => [first, &[*last]].concat(),
        code => code.to_vec(),
    };
    let is_code = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    Organization::try_from(code)
        .ok()
        .filter(|code| code.iter().all(is_code))
}

fn standing(id: &str) -> Standing {
    let alphanumeric = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    let bytes = id.as_bytes();
    if bytes.len() != LENGTH || !bytes.iter().all(alphanumeric) {
        return Standing::Other;
    }
    let values: Option<Vec<usize>> = bytes.iter().map(|byte| value(*byte)).collect();
    match values {
        Some(values) if is_checked(&values) => Standing::Right,
        _ => Standing::WrongCharacter,
    }
}

fn value(character: u8) -> Option<usize> {
    CHARACTERS.iter().position(|of| *of == character)
}

/// The last value is chosen so that the sum, weighted with the powers of 3, is a multiple of 31.
fn is_checked(values: &[usize]) -> bool {
    let (mut weight, mut sum) = (1_usize, 0_usize);
    for value in &values[..LENGTH - 1] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    (sum + values[LENGTH - 1]).is_multiple_of(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_characters_are_those_of_gb_32100() {
        // Computed by hand: 9·1 + 1·3 + 1·9 … for the first one. The others differ in one character.
        for right in [
            "91140521MA00000018",
            "91140521MA0000002B",
            "91140521MA0000004H",
        ] {
            assert_eq!(standing(right), Standing::Right, "{right}");
        }
        for wrong in [
            "91140521MA00000010",
            "9114O521MA0000002B",
            "9I140521MA0000003E",
            "91140521SAMPLE0001",
        ] {
            assert_eq!(standing(wrong), Standing::WrongCharacter, "{wrong}");
        }
        for other in [
            "Total",
            "91140521MA0000004",
            "140521600012345",
            "91140521ma00000018",
        ] {
            assert_eq!(standing(other), Standing::Other, "{other}");
        }
    }
}
