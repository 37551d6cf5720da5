//! One function from the files of a case to its record. It is the first example of the READMEs, word for word.
//!
//! Run it with the folder of a case: `cargo run -p suiji-examples --example one_call -- tests/vectors/cases/01`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use suiji::{Ceremony, Contributions, Digest, Evidence, Inputs, Record};

fn draw(case: &Path, ask: impl FnOnce(Digest) -> Contributions) -> Result<Record, Box<dyn Error>> {
    let file = |name| fs::read(case.join(name));
    let (plan, registry) = (file("plan.json")?, file("registry.jsonl")?);
    let (roster, history) = (file("roster.jsonl")?, file("history.jsonl")?);
    let inputs = Inputs::from_json(&plan, &*registry, &*roster, &*history)?; // with the faults of all four
    let ceremony = Ceremony::from_json(&file("ceremony.json")?)?;
    let sealed = suiji::seal(&inputs, &ceremony)?;
    let contributions = ask(sealed.commitment().digest()); // read it out before the dice are thrown
    let record = sealed.draw(&contributions)?;

    suiji::verify(&record, &Evidence::of(&inputs)).require()?;
    Ok(record)
}

#[expect(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "prints the digest and the record"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let case = PathBuf::from(std::env::args_os().nth(1).unwrap_or_default());
    let contributions = Contributions::from_json(&fs::read(case.join("contributions.json"))?)?;
    let read_out = |digest: Digest| {
        eprintln!("read out: {}", digest.to_groups());
        contributions
    };
    println!("{}", draw(&case, read_out)?.to_json());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_read_out_and_the_record_is_as_expected() {
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/cases/01");
        let read = |name: &str| fs::read(case.join(name)).unwrap();
        let contributions = Contributions::from_json(&read("contributions.json")).unwrap();
        let mut heard = None;
        let ask = |digest| {
            heard = Some(digest);
            contributions
        };
        let record = draw(&case, ask).unwrap();
        let expected = Record::from_json(&read("expected/record.json")).unwrap();
        assert_eq!(record, expected);
        assert_eq!(heard, Some(expected.commitment().digest()));
    }
}
