//! The body of the fuzz target `draw`: a complete draw from inputs that bytes choose, with all checks of its results.

use suiji::verify::Verdict;
use suiji::{Evidence, PublicForm, Record, Run, Sealed, Secret};

use crate::{generated, trace};

/// The outcome of a draw.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// The inputs were refused with a code.
    Refused,
    /// A record was made, and all checks of it passed.
    Held,
}

/// Seals, draws, verifies, publishes, makes receipts and reopens. The library must accept everything that it makes. The
/// trace must give the same record.
///
/// # Panics
/// If a check fails.
pub fn draw(bytes: &[u8]) -> Outcome {
    let case = generated::chosen(bytes);
    let (sealed, record) = match case.draw() {
        Ok(drawn) => drawn,
        Err(error) => {
            assert!(!error.code().is_empty());
            let refusal = trace::refusal(&case, None);
            assert!(refusal.is_some(), "{error}");
            return Outcome::Refused;
        }
    };
    let canonical = record.canonical();
    let expected = trace::jcs(&trace::trace(&case).record);
    assert_eq!(String::from_utf8_lossy(&canonical), expected);
    let read = Record::from_json(&canonical);
    assert_eq!(read.as_ref(), Ok(&record));
    let ceremony = case.read_ceremony().expect("the draw has read it");
    assert_holds(&sealed, &record, ceremony.secret());
    Outcome::Held
}

fn assert_holds(sealed: &Sealed, record: &Record, secret: Option<&Secret>) {
    const MADE: &str = "the library made it";
    let run = Run::default();
    let inputs = sealed.inputs();
    let mut evidence = Evidence::of(inputs);
    if let Some(secret) = secret {
        evidence = evidence.with_secret(secret.clone());
    }
    let report = suiji::verify_with(record, &evidence, &run).expect(MADE);
    assert_eq!(report.verdict(), Verdict::Holds, "{}", report.to_json());
    let form = PublicForm::of_with(record, secret, &run).expect(MADE);
    let report = suiji::verify_public_with(&form, &evidence, &run).expect(MADE);
    assert_eq!(report.verdict(), Verdict::Holds, "{}", report.to_json());
    for id in inputs.registry().ids() {
        let id = id.parse().expect(MADE);
        let receipt = sealed.receipt_with(record, &id, &run).expect(MADE);
        let report = receipt.check(&form, Some(inputs.plan()));
        assert_ne!(report.verdict(), Verdict::Fails, "{}", report.to_json());
    }
    Sealed::reopen_with(inputs, sealed.commitment(), secret, &run).expect(MADE);
}
