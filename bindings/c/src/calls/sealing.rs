//! Sealing and reopening.

use serde_json::json;
use suiji::error::Faults;
use suiji::{Ceremony, Commitment, Run, Sealed, Secret};

use crate::failure::Failure;
use crate::inputs::Held;
use crate::object::Object;
use crate::values::{documents, list, optional, text};

/// Seals the inputs. `earlier` is a JSON list of earlier commitments.
///
/// # Errors
/// The faults of ceremony and earlier commitments, and those of [`suiji::seal`].
pub fn seal(
    inputs: &Object,
    ceremony: &[u8],
    earlier: &[u8],
    run: &Run,
) -> Result<Object, Failure> {
    let inputs = inputs.inputs("inputs")?;
    let (mut faults, mut read) = (Faults::default(), Vec::new());
    for earlier in documents("earlier", earlier)? {
        match Commitment::from_json(earlier) {
            Ok(commitment) => read.push(commitment),
            Err(error) => faults.extend(&error),
        }
    }
    let earlier = faults.into_result(read)?;
    let ceremony = Ceremony::from_json(ceremony)?.with_earlier(earlier);
    Ok(sealed(
        suiji::seal_with(&inputs.core, &ceremony, run)?,
        inputs,
    ))
}

/// Reopens a commitment with the sealed inputs.
///
/// # Errors
/// The faults of the commitment, and those of [`Sealed::reopen`].
pub fn reopen(
    inputs: &Object,
    commitment: &[u8],
    secret: &[u8],
    run: &Run,
) -> Result<Object, Failure> {
    let inputs = inputs.inputs("inputs")?;
    let commitment = Commitment::from_json(commitment)?;
    let secret: Option<Secret> = optional("secret", secret)?;
    let core = Sealed::reopen_with(&inputs.core, &commitment, secret.as_ref(), run)?;
    Ok(sealed(core, inputs))
}

fn sealed(core: Sealed, inputs: &Held) -> Object {
    Object::Sealed(Box::new((core, inputs.clone())))
}

/// Compares inputs with the sealed inputs, row by row.
///
/// # Errors
/// The errors of [`Sealed::check_inputs`]: the rows of each table that differ.
/// `cancelled`.
pub fn check_inputs(sealed: &Object, inputs: &Object, run: &Run) -> Result<(), Failure> {
    let (sealed, inputs) = (&sealed.sealed("sealed")?.0, inputs.inputs("inputs")?);
    Ok(sealed.check_inputs_with(&inputs.core, run)?)
}

/// The numbers of entities from the registry to the frame of each task, as a JSON
/// list.
///
/// # Errors
/// `cancelled`.
pub fn summaries(sealed: &Object, run: &Run) -> Result<Object, Failure> {
    let summaries = sealed.sealed("sealed")?.0.summaries_with(run)?;
    let summaries = summaries.iter().map(suiji::seal::TaskSummary::to_json);
    Ok(Object::bytes(list(summaries)))
}

/// What to expect of the draw, as a JSON document.
///
/// # Errors
/// `cancelled`.
pub fn outlook(sealed: &Object, run: &Run) -> Result<Object, Failure> {
    let outlook = sealed.sealed("sealed")?.0.outlook_with(run)?;
    Ok(Object::bytes(outlook.to_json()))
}

/// The entities in the frame of a task that cannot get a full team, as a JSON list.
///
/// # Errors
/// Misuse if the plan has no such task.
pub fn short_teams(sealed: &Object, task: &[u8]) -> Result<Object, Failure> {
    let sealed = &sealed.sealed("sealed")?.0;
    let task = text("task", task)?;
    let mut tasks = sealed.commitment().tasks().iter();
    if !tasks.any(|of| of.id().as_str() == task) {
        return Err(Failure::no_such_task(task));
    }
    let short = sealed.short_teams(task);
    let short = short.map(|short| json!({"entity": short.entity(), "seats": short.seats()}));
    Ok(Object::bytes(list(short.map(|short| short.to_string()))))
}
