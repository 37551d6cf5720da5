//! The minimum that the command has to do, as calls of the library.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;
use std::thread;

use suiji::{
    Ceremony, Commitment, Contributions, History, Inputs, Plan, Registry, Roster, Run, Sealed,
};
use suiji_benches::Failure;

pub(crate) fn seal(case: &Path) -> Result<(), Failure> {
    let ceremony = Ceremony::from_json(&fs::read(case.join("ceremony.json"))?)?;
    let sealed = suiji::seal_with(&inputs(case)?, &ceremony, &run())?;
    let commitment = sealed.commitment().to_json();
    Ok(fs::write(case.join("commitment.json"), commitment)?)
}

pub(crate) fn draw(case: &Path) -> Result<(), Failure> {
    let ceremony = Ceremony::from_json(&fs::read(case.join("ceremony.json"))?)?;
    let commitment = Commitment::from_json(&fs::read(case.join("commitment.json"))?)?;
    let sealed = Sealed::reopen_with(&inputs(case)?, &commitment, ceremony.secret(), &run())?;
    let contributions = Contributions::from_json(&fs::read(case.join("contributions.json"))?)?;
    let record = sealed.draw_with(&contributions, &run())?;
    Ok(fs::write(case.join("record.json"), record.to_json())?)
}

fn run() -> Run {
    Run::default().threads(thread::available_parallelism().map_or(1, usize::from))
}

fn inputs(case: &Path) -> Result<Inputs, Failure> {
    let lines = |name: &str| {
        let file = File::open(case.join(name));
        file.map(|file| BufReader::with_capacity(1 << 20, file))
    };
    let run = run();
    let plan = Plan::from_json(&fs::read(case.join("plan.json"))?)?;
    let registry = Registry::from_json_lines_with(lines("registry.jsonl")?, &run)?;
    let roster = Roster::from_json_lines_with(lines("roster.jsonl")?, &run)?;
    let history = History::from_json_lines_with(lines("history.jsonl")?, &run)?;
    Ok(Inputs::new(plan, registry, roster, history)?)
}
