//! The documents of a case to its record, in one function: the first example of the READMEs, letter for letter.
//!
//! It is called on a folder: `cargo run -p suiji-examples --example one_call -- tests/vectors/cases/01`.

use suiji::*;

fn draw(case: [&[u8]; 5], throw: impl FnOnce(Digest) -> Vec<u8>) -> Result<Record, Error> {
    let [plan, firms, officers, history, ceremony] = case;
    let run = Run::default();
    let inputs = Inputs::from_json(plan, firms, officers, history, &run)?;
    let sealed = seal(&inputs, &Ceremony::from_json(ceremony)?, &run)?;
    let thrown = throw(sealed.commitment().digest()); // read out, before anything is thrown
    let record = sealed.draw(&Contributions::from_json(&thrown)?, &run)?;
    verify(&record, &Evidence::of(&inputs), &run)?.require()?;
    Ok(record)
}

#[expect(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "what is read out, and the record"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args_os().nth(1).unwrap_or_default());
    let read = |name: &str| std::fs::read(folder.join(name));
    let thrown = read("contributions.json")?;
    let read_out = |digest: Digest| {
        eprintln!("read out: {}", digest.to_groups());
        thrown
    };
    let record = draw(
        [
            &read("plan.json")?,
            &read("registry.jsonl")?,
            &read("roster.jsonl")?,
            &read("history.jsonl")?,
            &read("ceremony.json")?,
        ],
        read_out,
    )?;
    println!("{}", record.to_json());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_read_out_and_the_record_is_the_right_one() {
        let case = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/cases/01/");
        let read = |name: &str| std::fs::read(case.to_owned() + name).unwrap();
        let (mut heard, thrown) = (None, read("contributions.json"));
        let throw = |digest| {
            heard = Some(digest);
            thrown
        };
        let record = draw(
            [
                &read("plan.json"),
                &read("registry.jsonl"),
                &read("roster.jsonl"),
                &read("history.jsonl"),
                &read("ceremony.json"),
            ],
            throw,
        );
        let right = Record::from_json(&read("expected/record.json"), &Run::default()).unwrap();
        assert_eq!(record.unwrap(), right);
        assert_eq!(heard, Some(right.commitment().digest()));
    }
}
