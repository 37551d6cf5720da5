//! From inputs that bytes choose to a record, and on to all that is made of it: the body of the fuzz target `draw`.

use suiji::verify::Verdict;
use suiji::{Evidence, PublicForm, Record, Run, Sealed, Secret};

use crate::{generated, trace};

/// How far the inputs came.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum End {
    /// They were refused, with a code.
    Refused,
    /// A record was made, and all that follows held.
    Held,
}

/// Seals, draws, verifies, publishes, gives receipts, reopens: what the library makes it must accept, and the
/// specification walked through word by word must give the same record.
///
/// # Panics
/// Where anything does not hold.
pub fn draw(bytes: &[u8]) -> End {
    let case = generated::chosen(bytes);
    let (sealed, record) = match case.draw() {
        Ok(drawn) => drawn,
        Err(error) => {
            assert!(!error.code().is_empty());
            return End::Refused;
        }
    };
    let canonical = record.canonical();
    let walked = trace::jcs(&trace::walk(&case).record);
    assert_eq!(String::from_utf8_lossy(&canonical), walked);
    let read = Record::from_json(&canonical);
    assert_eq!(read.as_ref(), Ok(&record));
    let ceremony = case.read_ceremony().expect("it was read before");
    held(&sealed, &record, ceremony.secret());
    End::Held
}

fn held(sealed: &Sealed, record: &Record, secret: Option<&Secret>) {
    const MADE: &str = "the library made it";
    let run = Run::default();
    let inputs = sealed.inputs();
    let mut evidence = Evidence::of(inputs);
    if let Some(secret) = secret {
        evidence = evidence.with_secret(secret.clone());
    }
    let report = suiji::verify_with(record, &evidence, &run).expect(MADE);
    assert_eq!(report.verdict(), Verdict::Holds, "{}", report.to_json());
    let form = PublicForm::of_with(record, &run).expect(MADE);
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
