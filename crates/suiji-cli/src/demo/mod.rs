//! `suiji demo`: the case of Qinshui, from the files of its office to the end of the year. Each step is explained.

mod altered;
mod example;
mod inspected;
mod ledger;
mod next_year;
mod signing;
mod steps;
mod year;

use std::io;
use std::path::Path;

use serde_json::json;
use suiji::Run;

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::case::{Case, RECORD};
use crate::show::session::{Session, Terminal};
use steps::Steps;

pub(crate) fn demo(session: &mut Session<'_>, folder: Option<&Path>) -> Result<Exit, Failure> {
    let folder = example::make(folder)?;
    let case = Case::open(&folder)?;
    if !session.json {
        return Ok(run(&mut Steps::new(session, &case))?.exit());
    }
    // A program needs only the results.
    let (mut input, mut out, mut err) = (io::empty(), io::sink(), io::sink());
    let output = (session.lang, false);
    let mut silent = Session::new(&mut input, &mut out, &mut err, Terminal::default(), output);
    let results = run(&mut Steps::new(&mut silent, &case))?;
    let record = documents::record(&case.path(RECORD), &Run::default())?;
    session.print_json(&json!({
        "case": folder.display().to_string(),
        "commitment": record.commitment().digest().to_string(),
        "record": record.digest().to_string(),
        "record_holds": results.record == Exit::Success,
        "receipt_holds": results.receipt == Exit::Success,
        "altered_record_holds": results.altered == Exit::Success,
    }))?;
    Ok(results.exit())
}

/// The results of the checks.
struct Results {
    record: Exit,
    receipt: Exit,
    altered: Exit,
}

impl Results {
    /// The demonstration succeeds if record and receipt pass, and the altered record fails.
    fn exit(&self) -> Exit {
        let expected = (Exit::Success, Exit::Success, Exit::NotVerified);
        if (self.record, self.receipt, self.altered) == expected {
            Exit::Success
        } else {
            Exit::NotVerified
        }
    }
}

fn run(steps: &mut Steps<'_, '_>) -> Result<Results, Failure> {
    steps.introduce()?;
    steps.import()?;
    steps.open_ledger()?;
    steps.seal()?;
    steps.draw()?;
    let record = steps.verify()?;
    steps.explain()?;
    let receipt = steps.publish()?;
    let altered = steps.alter()?;
    steps.by_hand()?;
    steps.amend()?;
    steps.results()?;
    steps.papers()?;
    steps.next_year()?;
    steps.ledger()?;
    steps.sign()?;
    steps.conclude()?;
    Ok(Results {
        record,
        receipt,
        altered,
    })
}
