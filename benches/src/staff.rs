//! An invented roster of any size.

use suiji::{Error, Inspector, Roster};

use crate::Firms;

/// Inspectors of two departments, two of three in the first; each is recused from two of the firms.
///
/// # Errors
/// Those of the library, which would be a fault of this generator.
pub fn inspectors(count: u64, cap: Option<u64>, firms: &Firms) -> Result<Roster, Error> {
    let rows = (0..count).map(|number| {
        let department = if number % 3 == 2 {
            "县市场监管局"
        } else {
            "县工信局"
        };
        let recused = [0, 1].map(|at| firms.firm((number * 2 + at) * 7 % firms.count).id);
        let id = format!("1405210{number:05}");
        let row = Inspector::new(id, format!("检查员{number}"), department).with_recusals(recused);
        match cap {
            Some(cap) => row.with_max_load(cap),
            None => row,
        }
    });
    Roster::from_rows(rows)
}
