//! `suiji demo`: Qinshui's case from the sealing to the checks, each step with what it proves.

mod altered;
mod example;
mod steps;

use std::io;
use std::path::Path;

use serde_json::json;
use suiji::Run;

use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::case::{Case, RECORD};
use crate::show::session::{Session, Terminal};
use steps::Story;

pub(crate) fn demo(session: &mut Session<'_>, folder: Option<&Path>) -> Result<Done, Failure> {
    let folder = example::make(folder)?;
    let case = Case::open(&folder)?;
    if !session.json {
        return Ok(tell(&mut Story::new(session, &case))?.as_it_should());
    }
    // A program wants what came of it, not the story.
    let (mut input, mut out, mut err) = (io::empty(), io::sink(), io::sink());
    let voice = (session.lang, false);
    let mut silent = Session::new(&mut input, &mut out, &mut err, Terminal::default(), voice);
    let told = tell(&mut Story::new(&mut silent, &case))?;
    let record = documents::record(&case.path(RECORD), &Run::default())?;
    session.print_json(&json!({
        "case": folder.display().to_string(),
        "commitment": record.commitment().digest().to_string(),
        "record": record.digest().to_string(),
        "record_holds": told.record == Done::Well,
        "receipt_holds": told.receipt == Done::Well,
        "altered_record_holds": told.altered == Done::Well,
    }))?;
    Ok(told.as_it_should())
}

/// What the checks of the story came to.
struct Told {
    record: Done,
    receipt: Done,
    altered: Done,
}

impl Told {
    /// The demonstration succeeds where the true record holds and the altered one does not.
    fn as_it_should(&self) -> Done {
        let right = (Done::Well, Done::Well, Done::NotHolding);
        if (self.record, self.receipt, self.altered) == right {
            Done::Well
        } else {
            Done::NotHolding
        }
    }
}

fn tell(story: &mut Story<'_, '_>) -> Result<Told, Failure> {
    story.introduce()?;
    story.seal()?;
    story.draw()?;
    let record = story.verify()?;
    story.explain()?;
    let receipt = story.publish()?;
    let altered = story.alter()?;
    story.by_hand()?;
    story.conclude()?;
    Ok(Told {
        record,
        receipt,
        altered,
    })
}
