//! The numbers of earlier files, such as `record.1.json`.

use std::fs;
use std::path::Path;

use crate::base::error::Error;

use crate::base::errors::{self, file_error};
use crate::texts::codes;

/// The name of an earlier file.
pub(crate) fn numbered(name: &str, number: u64) -> String {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    format!("{stem}.{number}.json")
}

/// The number in `found`, if it is the name of an earlier file of `name`.
pub(crate) fn number_of(found: &str, name: &str) -> Option<u64> {
    let stem = name.strip_suffix(".json")?;
    let number = found.strip_prefix(stem)?.strip_prefix('.')?;
    let number = number.strip_suffix(".json")?.parse().ok()?;
    (numbered(name, number) == found).then_some(number)
}

/// The numbers of the earlier files of `name`, the oldest first.
pub(crate) fn numbers(folder: &Path, name: &str) -> Result<Vec<u64>, Error> {
    let names = names(folder)?;
    let mut numbers: Vec<u64> = names
        .iter()
        .filter_map(|found| number_of(found, name))
        .collect();
    numbers.sort_unstable();
    Ok(numbers)
}

/// The first number that is greater than the numbers of all earlier files of these names.
pub(crate) fn next_number(folder: &Path, names_of_files: &[&str]) -> Result<u64, Error> {
    let mut next = 1;
    for found in names(folder)? {
        let number = names_of_files
            .iter()
            .find_map(|name| number_of(&found, name));
        let last = || file_error(&folder.join(&found), codes::exists());
        let after = number.map(|number| number.checked_add(1).ok_or_else(last));
        next = after.transpose()?.map_or(next, |after| after.max(next));
    }
    Ok(next)
}

/// The names in a folder, without those that are not Unicode: the command never writes such names.
fn names(folder: &Path) -> Result<Vec<String>, Error> {
    let unreadable = |error: std::io::Error| errors::unreadable(folder, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        names.extend(entry.map_err(unreadable)?.file_name().into_string().ok());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTIAL: &str = "contributions.partial.json";

    #[test]
    fn a_number_is_read_only_in_the_form_in_which_it_is_written() {
        assert_eq!(numbered(PARTIAL, 3), "contributions.partial.3.json");
        assert_eq!(number_of("contributions.partial.3.json", PARTIAL), Some(3));
        for other in [
            "contributions.partial.json",
            "contributions.partial.03.json",
            "contributions.partial.+3.json",
            "contributions.partial.3",
            "contributions.3.json",
            "contributions.partial.18446744073709551616.json",
        ] {
            assert_eq!(number_of(other, PARTIAL), None, "{other}");
        }
        assert_eq!(
            number_of("contributions.partial.3.json", "contributions.json"),
            None
        );
    }
}
