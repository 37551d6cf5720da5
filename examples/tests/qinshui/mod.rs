//! The case of `qinshui-2024/`, sealed and drawn.

use std::fs;
use std::path::Path;

use suiji::ceremony::PartialContributions;
use suiji::{
    Ceremony, Contribution, Contributions, Hash, History, Inputs, Plan, Record, Registry, Roster,
    Sealed, Secret,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/qinshui-2024");
pub(crate) fn read(file: &str) -> Vec<u8> {
    fs::read(Path::new(FOLDER).join(file)).expect("the file is there")
}

fn inputs() -> Inputs {
    let plan = Plan::from_json(&read("plan.json")).unwrap();
    let registry = Registry::from_json_lines(&*read("registry.jsonl")).unwrap();
    let roster = Roster::from_json_lines(&*read("roster.jsonl")).unwrap();
    let history = History::from_json_lines(&*read("history.jsonl")).unwrap();
    Inputs::new(plan, registry, roster, history).unwrap()
}

/// The case sealed and drawn, with this secret value of the office. The dice and balls are those of the example.
pub(crate) fn drawn(value: &str) -> (Inputs, Sealed, Record) {
    let inputs = inputs();
    let nonce = Secret::from_bytes([7; 32]);
    let commitment = Contribution::commitment(Hash::Sha256, &nonce, value);
    let ceremony = Ceremony::from_json(&read("ceremony.json")).unwrap();
    let ceremony = ceremony.with_commitment(0, commitment);
    let sealed = suiji::seal(&inputs, &ceremony).unwrap();
    let mut all = vec![Contribution::committed(nonce, value).unwrap()];
    let thrown = PartialContributions::from_json(&read("throws.json")).unwrap();
    for ((source, one), place) in thrown.iter().zip(1..) {
        assert_eq!(source, place);
        all.push(one.clone());
    }
    let contributions = Contributions::new(sealed.commitment().digest(), all);
    let record = sealed.draw(&contributions).unwrap();
    (inputs, sealed, record)
}

/// The secret of the blinded commitment.
pub(crate) fn secret() -> Secret {
    let ceremony = Ceremony::from_json(&read("ceremony.json")).unwrap();
    ceremony.secret().expect("the case is blinded").clone()
}
