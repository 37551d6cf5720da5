//! One function from the files of a case to its record. It is the first example of the READMEs, word for word.
//!
//! Run it with the folder of a case: `cargo run -p suiji-examples --example one_call -- tests/vectors/cases/01`.

use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use suiji::{Ceremony, Contributions, Digest, Evidence, History, Inputs, Plan};
use suiji::{Record, Registry, Roster};

fn draw(case: &Path, ask: impl FnOnce(Digest) -> Contributions) -> Result<Record, Box<dyn Error>> {
    let json = |name| fs::read(case.join(name));
    let lines = |name| File::open(case.join(name)).map(BufReader::new);
    let plan = Plan::from_json(&json("plan.json")?)?;
    let registry = Registry::from_json_lines(lines("registry.jsonl")?)?;
    let roster = Roster::from_json_lines(lines("roster.jsonl")?)?;
    let history = History::from_json_lines(lines("history.jsonl")?)?;
    let inputs = Inputs::new(plan, registry, roster, history)?;

    let ceremony = Ceremony::from_json(&json("ceremony.json")?)?;
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
