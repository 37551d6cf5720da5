//! Makes amendments from requests [M1].

use super::check::{check_chain, walk};
use super::decide::{Decider, Known};
use super::document::{Amendment, Amendments};
use super::request::Request;
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::run::Run;
use crate::base::texts::{Problem, codes};
use crate::record::Record;
use crate::seal::Sealed;

impl Sealed {
    /// Adds an amendment for each request to the existing ones. What it changes follows from the record, the inputs and
    /// the seed [M1–M5].
    ///
    /// # Errors
    /// `receipt.other-record` if the record does not belong to this commitment; `amendments.*` for earlier amendments
    /// or requests that do not fit. Nothing is amended then.
    pub fn amend(
        &self,
        record: &Record,
        earlier: Option<&Amendments>,
        requests: &[Request],
    ) -> Result<Amendments, Error> {
        self.amend_with(record, earlier, requests, &Run::default())
    }

    /// [`Self::amend`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::amend`], and `cancelled`.
    pub fn amend_with(
        &self,
        record: &Record,
        earlier: Option<&Amendments>,
        requests: &[Request],
        run: &Run,
    ) -> Result<Amendments, Error> {
        if record.commitment != self.commitment {
            return Err(Error::of_value(codes::record_other()));
        }
        let mut amendments = match earlier {
            Some(earlier) => earlier.clone(),
            None => Amendments {
                record: record.digest(),
                list: Vec::new(),
            },
        };
        let known = Known::new(&self.inputs);
        let mut decider = Decider::new(&known, record, run)?;
        let mut state = walk(record, &amendments).map_err(|(index, problem)| {
            at(
                index.map_or("$".to_owned(), |index| format!("$.amendments[{index}]")),
                problem,
            )
        })?;
        for (index, request) in requests.iter().enumerate() {
            let place = || format!("$[{index}]");
            let change = decider.decide(&state, &request.event, run)?;
            let change = change.map_err(|problem| at(place(), problem))?;
            let last = amendments.list.last();
            let hash = self.commitment.hash;
            let amendment = Amendment {
                previous: last.map_or(record.digest(), |last| last.digest(hash)),
                at: request.at.clone(),
                approved_by: request.approved_by.clone(),
                reason: request.reason.clone(),
                change,
            };
            let fits = check_chain(record.digest(), &record.commitment, last, &amendment);
            let fits = fits.and_then(|()| state.check(&amendment.change));
            fits.map_err(|problem| at(place(), problem))?;
            state.apply(&amendment.change);
            amendments.list.push(amendment);
        }
        Ok(amendments)
    }
}

fn at(path: String, problem: Problem) -> Error {
    Error::new(problem.at(Place::new(ErrorKind::Amendments, path)))
}
