//! Small inputs that could need much time or memory are drawn, or refused before sealing.

use suiji_conformance::costly::{Costly, all};
use suiji_conformance::count::counted;

fn code(case: &Costly) -> Option<String> {
    case.run().err().map(|error| error.code().to_owned())
}

#[test]
fn small_ones_of_each_kind_are_drawn_or_refused_for_what_they_are() {
    // None is too large for a limit. Only invalid cases are refused.
    let cases = all(10);
    for case in &cases {
        let found = code(case);
        // The contribution of one source is not enough for several sources.
        let several = case.ceremony["sources"]
            .as_array()
            .is_some_and(|all| all.len() > 1);
        let expected = case.refused.filter(|code| !code.starts_with("limit."));
        let expected = expected.or(several.then_some("contributions.count"));
        assert_eq!(found.as_deref(), expected, "{}", case.name);
    }
    counted(cases.len(), "kinds of costly inputs: drawn or refused");
}

#[test]
#[ignore = "long: all of them in full"]
fn all_of_a_megabyte_are_drawn_or_refused() {
    for case in all(1000) {
        assert!(case.bytes() < 1_100_000, "{}: {}", case.name, case.bytes());
        assert_eq!(code(&case).as_deref(), case.refused, "{}", case.name);
    }
}
