//! The inputs of a draw, and their findings.

use std::sync::Arc;

use suiji::values::Time;
use suiji::{Plan, Run};

use crate::codes::{SUIJI_INPUTS, SUIJI_SEALED};
use crate::failure::Failure;
use crate::inputs::Held;
use crate::object::Object;
use crate::values::{list, optional};

/// Checks a plan and three tables against each other. Without a roster or history, an empty one is used.
///
/// # Errors
/// The faults of the plan. If there are none, those of [`suiji::Inputs::new`].
pub fn inputs_new(
    plan: &[u8],
    registry: &Object,
    roster: Option<&Object>,
    history: Option<&Object>,
    run: &Run,
) -> Result<Object, Failure> {
    let registry = Arc::clone(registry.registry("registry")?);
    let roster = roster.map(|roster| roster.roster("roster").map(Arc::clone));
    let history = history.map(|history| history.history("history").map(Arc::clone));
    let (roster, history) = (roster.transpose()?, history.transpose()?);
    let held = Held::new(
        Plan::from_json(plan)?.into(),
        registry,
        roster.unwrap_or_default(),
        history.unwrap_or_default(),
        run,
    )?;
    Ok(Object::Inputs(held))
}

/// Reads plan, registry, roster and history, in that order, and checks them against each other.
///
/// # Errors
/// The faults of all four together. If there are none, those of [`suiji::Inputs::new`].
pub fn inputs_read(form: i32, documents: [&[u8]; 4], run: &Run) -> Result<Object, Failure> {
    Held::read(form, documents, run).map(Object::Inputs)
}

/// The findings about inputs or sealed inputs, as a JSON list.
///
/// # Errors
/// `cancelled`. The time of sealing is not valid, or it is given with sealed inputs, which have their
/// own.
pub fn findings(object: &Object, sealed_at: &[u8], run: &Run) -> Result<Object, Failure> {
    let findings = match object {
        Object::Inputs(inputs) => {
            let sealed_at: Option<Time> = optional("sealed_at", sealed_at)?;
            inputs.core.findings_with(sealed_at.as_ref(), run)?
        }
        Object::Sealed(sealed) if sealed_at.is_empty() => sealed.0.findings_with(run)?,
        _ => {
            let expected = match sealed_at {
                [] => &[SUIJI_INPUTS, SUIJI_SEALED][..],
                _ => &[SUIJI_INPUTS],
            };
            return Err(Failure::wrong_kind(
                "inputs_or_sealed",
                expected,
                object.kind(),
            ));
        }
    };
    Ok(Object::bytes(list(
        findings.iter().map(suiji::seal::Finding::to_json),
    )))
}
