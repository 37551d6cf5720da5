//! `suiji check-receipt`: checks a receipt against the public form, and against the plan if it is
//! provided.

use std::path::Path;

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Plan, PublicForm, Receipt};

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::show::boxes::Boxes;
use crate::show::report::{self, Detail};
use crate::show::session::Session;
use crate::show::statements;

pub(crate) fn check_receipt(
    session: &mut Session<'_>,
    receipt: &Path,
    public: &Path,
    plan: Option<&Path>,
    detail: Detail,
) -> Result<Exit, Failure> {
    let receipt = documents::read(
        receipt,
        limits::COMMITMENT_BYTES,
        ErrorKind::Receipt,
        Receipt::from_json,
    )?;
    let form = documents::read(
        public,
        limits::RECORD_BYTES,
        ErrorKind::PublicForm,
        |bytes| PublicForm::from_json_with(bytes, &session.run()),
    )?;
    let plan = plan
        .map(|path| documents::read(path, limits::PLAN_BYTES, ErrorKind::Plan, Plan::from_json))
        .transpose()?;
    let report = receipt.check(&form, plan.as_ref());
    if !session.json {
        statements::print(session, &receipt, plan.as_ref(), None)?;
        session.print("\n")?;
    }
    Ok(report::print(
        session,
        &report,
        (&Boxes::new(&report), None),
        (form.commitment(), detail),
    )?)
}
