//! Writes the case that is sealed and drawn.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;

use suiji::plan::Scope;
use suiji::{Commitment, Hash};
use suiji_benches::{Failure, ceremony, contributions, one_task, take};

use crate::Arguments;

/// Writes a case that can be sealed.
pub(crate) fn write(case: &Path, arguments: &Arguments) -> Result<(), Failure> {
    fs::create_dir_all(case)?;
    let plan = one_task(take(&arguments.take)?, Scope::default())?;
    fs::write(case.join("plan.json"), plan.to_json())?;
    let ceremony = ceremony(Hash::Sha256)?.to_json_with_secret();
    fs::write(case.join("ceremony.json"), ceremony)?;
    let inspector = |number: u32| {
        format!("{{\"id\":\"14052{number:05}\",\"name\":\"检查员\",\"department\":\"县工信局\"}}\n")
    };
    let roster: String = (0..100).map(inspector).collect();
    fs::write(case.join("roster.jsonl"), roster)?;
    fs::write(case.join("history.jsonl"), "")?;
    let mut registry = BufWriter::new(File::create(case.join("registry.jsonl"))?);
    std::io::copy(&mut arguments.entities.lines(), &mut registry)?;
    Ok(registry.flush()?)
}

/// Adds the contributions to a sealed case, so that `draw` does not ask for any.
pub(crate) fn contribute(case: &Path) -> Result<(), Failure> {
    let commitment = Commitment::from_json(&fs::read(case.join("commitment.json"))?)?;
    let contributions = contributions(&commitment)?.to_json();
    Ok(fs::write(case.join("contributions.json"), contributions)?)
}
