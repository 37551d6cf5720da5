//! The compiled part of the Python package `suiji`. It converts Python types to those of the core and back.
//!
//! There are no rules here. `python/suiji/_native.pyi` has the types of Python.

mod amendments;
mod capsules;
mod ceremony;
mod command;
mod commitment;
mod contributions;
mod document;
mod drawn;
mod earlier;
mod errors;
mod evidence;
mod import;
mod inputs;
mod json;
mod objects;
mod papers;
mod part;
mod plan;
mod public_form;
mod receipt;
mod record;
mod report;
mod results;
mod rows;
mod run;
mod sample;
mod sealed;
mod source;
mod state;
mod status;
mod summary;
mod tables;
mod texts;
mod values;
mod verify;

/// The compiled part of the package `suiji`.
#[pyo3::pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::ceremony::Ceremony;
    #[pymodule_export]
    use crate::command::run_command;
    #[pymodule_export]
    use crate::commitment::Commitment;
    #[pymodule_export]
    use crate::contributions::{Contribution, Contributions};
    #[pymodule_export]
    use crate::evidence::{
        evidence_attach, evidence_audit, evidence_envelope, evidence_key, evidence_ledger,
        evidence_notes, evidence_policy, evidence_request, evidence_sign, evidence_signed,
        evidence_stamp, evidence_statement, evidence_to_sign, evidence_verify,
    };
    #[pymodule_export]
    use crate::import::{ImportLog, import_plan, import_table};
    #[pymodule_export]
    use crate::inputs::findings;
    #[pymodule_export]
    use crate::json::canonical_json;
    #[pymodule_export]
    use crate::objects::{Amendments, Record, Sealed};
    #[pymodule_export]
    use crate::part::Part;
    #[pymodule_export]
    use crate::plan::Plan;
    #[pymodule_export]
    use crate::public_form::PublicForm;
    #[pymodule_export]
    use crate::receipt::Receipt;
    #[pymodule_export]
    use crate::record::{Draw, DrawnTable, TeamTable};
    #[pymodule_export]
    use crate::report::Report;
    #[pymodule_export]
    use crate::results::{Results, measure_codes, outcome_codes};
    #[pymodule_export]
    use crate::sample::SampleTable;
    #[pymodule_export]
    use crate::sealed::seal;
    #[pymodule_export]
    use crate::source::Source;
    #[pymodule_export]
    use crate::state::AmendedState;
    #[pymodule_export]
    use crate::tables::{History, Registry, Roster};
    #[pymodule_export]
    use crate::verify::{verify, verify_public};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
