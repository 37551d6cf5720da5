//! Makes and checks receipts, and describes them in words.

use serde_json::{Value, json};
use suiji::error::{ErrorKind, Fault, Faults, Place, codes};
use suiji::receipt::Statement;
use suiji::values::EntityId;
use suiji::{Error, Lang, Plan, Receipt, Run};

use crate::failure::Failure;
use crate::object::{Bytes, Object};
use crate::values::{json as parsed, list, text};

/// The receipt of one entity.
///
/// # Errors
/// `id.form`, and the errors of [`suiji::Sealed::receipt`].
pub fn receipt(
    sealed: &Object,
    record: &Object,
    entity: &[u8],
    run: &Run,
) -> Result<Object, Failure> {
    let (sealed, record) = (&sealed.sealed("sealed")?.0, record.record("record")?);
    let entity: EntityId = text("entity", entity)?.parse()?;
    let receipt = sealed.receipt_with(record, &entity, run)?;
    Ok(Object::bytes(receipt.to_json()))
}

/// The receipts of these entities (a JSON list of ids), in this order. Each line has one receipt in canonical form.
///
/// # Errors
/// `id.form` for each invalid id. The errors of [`suiji::Sealed::receipts`] and [`suiji::receipt::Receipts::each`].
/// `cancelled`.
pub fn receipts(
    sealed: &Object,
    record: &Object,
    entities: &[u8],
    run: &Run,
) -> Result<Object, Failure> {
    let (sealed, record) = (&sealed.sealed("sealed")?.0, record.record("record")?);
    let ids: Vec<String> = parsed("entities", entities)?;
    let ids = entity_ids(&ids)?;
    let receipts = sealed.receipts_with(record, run)?;
    let mut lines = Vec::new();
    for receipt in receipts.each(&ids)? {
        // This asks the run before each receipt.
        let line = suiji::canonical_json_with(receipt.to_json().as_bytes(), run)?;
        lines.extend(line);
        lines.push(b'\n');
    }
    Ok(Object::bytes(lines))
}

/// Checked ids, or the faults of all invalid ids.
fn entity_ids(ids: &[String]) -> Result<Vec<EntityId>, Error> {
    let (mut faults, mut checked) = (Faults::default(), Vec::with_capacity(ids.len()));
    for (at, id) in ids.iter().enumerate() {
        match id.parse() {
            Ok(id) => checked.push(id),
            Err(_) => {
                let place = Place::new(ErrorKind::Receipt, format!("$[{at}]"));
                faults.push(Fault::new(codes::ID_FORM, place, &[("found", id)]));
            }
        }
    }
    faults.into_result(checked)
}

/// Checks a receipt against the public form. With the plan, it checks more.
///
/// # Errors
/// The faults of receipt and plan.
pub fn check_receipt(receipt: &[u8], public_form: &Object, plan: &[u8]) -> Result<Object, Failure> {
    let form = public_form.public_form("public_form")?;
    let (receipt, plan) = (Receipt::from_json(receipt)?, read_plan(plan)?);
    Ok(report(&receipt.check(form, plan.as_ref())))
}

/// The statements of a receipt in words, as a JSON list.
///
/// # Errors
/// The faults of receipt and plan.
pub fn statements(receipt: &[u8], plan: &[u8]) -> Result<Object, Failure> {
    let (receipt, plan) = (Receipt::from_json(receipt)?, read_plan(plan)?);
    let statements = receipt.tasks().iter();
    let statements = statements.map(|of| statement(of, plan.as_ref()).to_string());
    Ok(Object::bytes(list(statements)))
}

/// An optional plan.
fn read_plan(plan: &[u8]) -> Result<Option<Plan>, Error> {
    match plan {
        [] => Ok(None),
        plan => Plan::from_json(plan).map(Some),
    }
}

/// The form of `schema/statement.schema.json`.
fn statement(of: &Statement, plan: Option<&Plan>) -> Value {
    let mut statement = json!({
        "task": of.task(),
        "state": of.state().as_str(),
        "message": {"zh": of.message(Lang::Zh, plan), "en": of.message(Lang::En, plan)},
    });
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            statement[key] = value;
        }
    };
    set("stratum", of.stratum().map(Value::from));
    set(
        "ticket",
        of.ticket().map(|ticket| ticket.to_string().into()),
    );
    set(
        "probability",
        of.probability()
            .map(|of| json!({"numer": of.numer(), "denom": of.denom()})),
    );
    set("reserve", of.reserve().map(Value::from));
    set("reason", of.reason().map(Value::from));
    let members = Some(of.members()).filter(|members| !members.is_empty());
    set("members", members.map(Value::from));
    let vacant = Some(of.vacant()).filter(|vacant| !vacant.is_empty());
    set("vacant", vacant.map(Value::from));
    statement
}

/// A report. If it does not hold, it has the failure of `require`.
pub(super) fn report(of: &suiji::Report) -> Object {
    let refusal = of.require().err().map(Failure::from);
    Object::Report(Bytes::new(of.to_json()), refusal)
}
