//! The four inputs, shared with other handles.

use std::sync::Arc;

use suiji::error::Faults;
use suiji::{Error, Evidence, History, Inputs, Plan, Registry, Roster, Run};

use crate::codes::{SUIJI_CSV, SUIJI_JSON_LINES};
use crate::failure::Failure;

/// The four inputs, each shared, in the form of the core.
#[derive(Clone, Debug)]
pub struct Held {
    pub(crate) plan: Arc<Plan>,
    pub(crate) registry: Arc<Registry>,
    pub(crate) roster: Arc<Roster>,
    pub(crate) history: Arc<History>,
    pub(crate) core: Inputs,
}

impl Held {
    pub(crate) fn new(
        plan: Arc<Plan>,
        registry: Arc<Registry>,
        roster: Arc<Roster>,
        history: Arc<History>,
        run: &Run,
    ) -> Result<Self, Error> {
        let core = Inputs::new_with(
            Arc::clone(&plan),
            Arc::clone(&registry),
            Arc::clone(&roster),
            Arc::clone(&history),
            run,
        )?;
        Ok(Self {
            plan,
            registry,
            roster,
            history,
            core,
        })
    }

    /// Reads all four. Their faults are reported together.
    pub(crate) fn read(form: i32, documents: [&[u8]; 4], run: &Run) -> Result<Self, Failure> {
        let [plan, registry, roster, history] = documents;
        let mut faults = Faults::default();
        let plan = kept(Plan::from_json(plan).map_err(Failure::from), &mut faults)?;
        let registry = kept(self::registry(form, registry, run), &mut faults)?;
        let roster = kept(self::roster(form, roster, run), &mut faults)?;
        let history = kept(self::history(form, history, run), &mut faults)?;
        let all = plan.zip(registry).zip(roster.zip(history));
        // If an input could not be read, a fault was added.
        let all = faults.into_result(all)?;
        let ((plan, registry), (roster, history)) = all.ok_or_else(Failure::panic)?;
        let (plan, registry) = (Arc::new(plan), Arc::new(registry));
        Ok(Self::new(
            plan,
            registry,
            Arc::new(roster),
            Arc::new(history),
            run,
        )?)
    }

    /// Adds the four to the evidence of a verification.
    pub(crate) fn to(&self, evidence: Evidence) -> Evidence {
        evidence
            .with_plan(Arc::clone(&self.plan))
            .with_registry(Arc::clone(&self.registry))
            .with_roster(Arc::clone(&self.roster))
            .with_history(Arc::clone(&self.history))
    }
}

/// The value that was read. If it is invalid, none, and its faults are added. An error that is not about the input
/// ends the call.
fn kept<T>(read: Result<T, Failure>, faults: &mut Faults) -> Result<Option<T>, Failure> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(failure) => match failure.refusal() {
            Some(error) => {
                faults.extend(error);
                Ok(None)
            }
            None => Err(failure),
        },
    }
}

/// Reads a table in this form.
macro_rules! tables {
    ($($name:ident: $table:ident, $csv:path;)+) => {$(
        pub(crate) fn $name(form: i32, data: &[u8], run: &Run) -> Result<$table, Failure> {
            match form {
                SUIJI_JSON_LINES => Ok($table::from_json_lines_with(data, run)?),
                SUIJI_CSV => Ok($csv(data, run)?),
                _ => Err(Failure::unknown_number("form", form.into())),
            }
        }
    )+};
}

tables! {
    registry: Registry, suiji_tables::registry_from_csv;
    roster: Roster, suiji_tables::roster_from_csv;
    history: History, suiji_tables::history_from_csv;
}
