//! Drawing.

use suiji::{Contributions, PublicForm, Run, Secret};

use crate::failure::Failure;
use crate::object::Object;
use crate::values::optional;

/// Draws the entities and their teams.
///
/// # Errors
/// The faults of the contributions, and those of [`suiji::Sealed::draw`].
pub fn draw(sealed: &Object, contributions: &[u8], run: &Run) -> Result<Object, Failure> {
    let sealed = &sealed.sealed("sealed")?.0;
    let contributions = Contributions::from_json(contributions)?;
    let record = sealed.draw_with(&contributions, run)?;
    Ok(Object::Record(Box::new(record)))
}

/// The public form of a record. A blinded commitment needs its secret.
///
/// # Errors
/// The errors of [`PublicForm::of`].
pub fn public_form(record: &Object, secret: &[u8], run: &Run) -> Result<Object, Failure> {
    let record = record.record("record")?;
    let secret: Option<Secret> = optional("secret", secret)?;
    let form = PublicForm::of_with(record, secret.as_ref(), run)?;
    Ok(Object::PublicForm(Box::new(form)))
}
