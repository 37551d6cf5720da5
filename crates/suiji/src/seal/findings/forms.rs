//! Finds codes of districts and industries that are not written as in GB/T 2260 and GB/T 4754 [I3].

use std::collections::BTreeMap;

use super::columns::{Column, rows};
use super::values::is_left_over;
use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::place::wide;
use crate::base::run::Cancelled;
use crate::base::texts::{Text, findings, quoted};

pub(super) fn forms(search: &mut Search<'_>) -> Result<(), Cancelled> {
    districts(search)?;
    industries(search)
}

/// Whether GB/T 2260 has codes of that length, for a province, city, county, town or village.
const fn is_district(code: &str) -> bool {
    matches!(code.len(), 2 | 4 | 6 | 9 | 12)
}

fn districts(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let districts = &registry.store().districts;
    let odd = districts.map(|code| code.is_some_and(|code| !is_district(code)));
    if odd.contains(&true) {
        let codes = some(districts.values().filter(|code| !is_district(code)));
        let found = rows(registry, search.run, |row| odd[wide(row.district)])?;
        let notice = findings::district_length(codes);
        search.add_rows(ErrorKind::Registry, "district", notice, found);
    }
    let members = search.inputs.roster().members();
    let odd = members.iter().filter_map(|member| {
        let code = member.district.as_deref()?;
        (!is_district(code)).then_some((code, member.number))
    });
    let (codes, found): (Vec<&str>, Vec<u64>) = odd.unzip();
    let notice = findings::district_length(some(codes));
    search.add_rows(ErrorKind::Roster, "district", notice, found);
    Ok(())
}

/// How an industry is written.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Form {
    /// `5265`, or the beginning of it.
    Digits,
    /// `F5265`, or `F`.
    Letter,
    /// Neither of these: a name, other digits, a decimal.
    Other,
}

fn form(industry: &str) -> Form {
    let digits = |text: &str| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let letter = industry
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_uppercase);
    match industry.get(1..) {
        _ if digits(industry) && industry.len() > 1 => Form::Digits,
        Some(rest) if letter && digits(rest) => Form::Letter,
        _ => Form::Other,
    }
}

/// Finds industries that are not written in the form of the scopes. If the scopes have none, in the form of most rows.
fn industries(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let values = Column::Industry.values(registry, search.run)?;
    let mut rows_of: BTreeMap<Form, u64> = BTreeMap::new();
    for (value, rows) in &values {
        *rows_of.entry(form(value)).or_default() += rows;
    }
    let tasks = search.inputs.plan().tasks.iter();
    let scoped = tasks
        .flat_map(|task| &task.scope.industries)
        .map(|value| form(value))
        .find(|form| *form != Form::Other);
    let codes = rows_of.iter().filter(|(form, _)| **form != Form::Other);
    let most = codes.max_by_key(|(_, rows)| **rows).map(|(form, _)| *form);
    // If no row has a code, the office uses names.
    let Some(usual) = scoped.or(most) else {
        return Ok(());
    };
    // The result of a failed formula has its own finding.
    let is_odd = |value: &&str| form(value) != usual && !is_left_over(value);
    let common = values.iter().filter(|(value, _)| form(value) == usual);
    let common = common.max_by_key(|(_, rows)| **rows);
    let common = common.map_or_else(|| "5265".to_owned(), |(value, _)| (*value).to_owned());
    let odd = values.keys().filter(|value| is_odd(value)).copied();
    let shown: Text = some(odd.map(super::spelled::spelled).map(quoted));
    let found = Column::Industry.rows(registry, search.run, |value| is_odd(&value))?;
    let notice = findings::industry_form(shown, common);
    search.add_rows(ErrorKind::Registry, "industry", notice, found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn industries_are_told_apart_by_their_form() {
        for (industry, expected) in [
            ("5265", Form::Digits),
            ("52", Form::Digits),
            ("F5265", Form::Letter),
            ("F", Form::Letter),
            ("5", Form::Other),
            ("52651", Form::Other),
            ("5265.0", Form::Other),
            ("５２６５", Form::Other),
            ("f5265", Form::Other),
            ("机动车燃油零售", Form::Other),
        ] {
            assert_eq!(form(industry), expected, "{industry}");
        }
    }
}
