//! The steps of a draw: what each does, what it needs, and whether it is done in a case.

use crate::base::error::Error;
use crate::case::{AMENDMENTS, CEREMONY, COMMITMENT, Case, PAPERS, PLAN, RECORD, RESULTS, samples};
use crate::disk::files;
use crate::texts::{self, Text};

/// A step of a draw.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step {
    Plan,
    Lists,
    Ceremony,
    Check,
    Seal,
    Draw,
    Verify,
    Papers,
    Amend,
    Results,
    Status,
}

impl Step {
    /// All steps, in the order of the work.
    pub(super) const ALL: [Self; 11] = [
        Self::Plan,
        Self::Lists,
        Self::Ceremony,
        Self::Check,
        Self::Seal,
        Self::Draw,
        Self::Verify,
        Self::Papers,
        Self::Amend,
        Self::Results,
        Self::Status,
    ];

    /// The number by which a person chooses it.
    pub(super) fn number(self) -> usize {
        let before = Self::ALL.iter().take_while(|step| **step != self);
        before.count() + 1
    }

    pub(super) fn title(self) -> Text {
        match self {
            Self::Plan => texts::guide_plan(),
            Self::Lists => texts::guide_lists(),
            Self::Ceremony => texts::guide_ceremony(),
            Self::Check => texts::guide_check(),
            Self::Seal => texts::guide_seal(),
            Self::Draw => texts::guide_draw(),
            Self::Verify => texts::guide_verify(),
            Self::Papers => texts::guide_papers(),
            Self::Amend => texts::guide_amend(),
            Self::Results => texts::guide_results(),
            Self::Status => texts::guide_status(),
        }
    }

    /// What the step does and what it needs.
    pub(super) fn meaning(self) -> Text {
        match self {
            Self::Plan => texts::guide_plan_means(),
            Self::Lists => texts::guide_lists_means(),
            Self::Ceremony => texts::guide_ceremony_means(),
            Self::Check => texts::guide_check_means(),
            Self::Seal => texts::guide_seal_means(),
            Self::Draw => texts::guide_draw_means(),
            Self::Verify => texts::guide_verify_means(),
            Self::Papers => texts::guide_papers_means(),
            Self::Amend => texts::guide_amend_means(),
            Self::Results => texts::guide_results_means(),
            Self::Status => texts::guide_status_means(),
        }
    }

    /// Whether the step prepares what is sealed.
    pub(super) const fn is_before_sealing(self) -> bool {
        matches!(self, Self::Plan | Self::Lists | Self::Ceremony)
    }

    /// Whether the step is required. An amendment is needed only if something changes after
    /// the draw.
    pub(super) const fn leads_on(self) -> bool {
        !matches!(self, Self::Amend | Self::Verify | Self::Status)
    }

    /// Whether the step is done, according to the files of the case. A check and a
    /// verification leave no files.
    pub(super) fn is_done(self, case: &Case) -> Result<bool, Error> {
        let has = |name: &str| files::exists(&case.path(name));
        // A list in JSON Lines is never a sample.
        let replaced = |name: &str| samples::is_sample(case, name).map(|sample| !sample);
        match self {
            Self::Plan => Ok(has(PLAN)? && replaced(PLAN)?),
            Self::Lists => Ok(replaced("registry.csv")? && replaced("roster.csv")?),
            Self::Ceremony => Ok(has(CEREMONY)? && replaced(CEREMONY)?),
            Self::Seal => has(COMMITMENT),
            Self::Draw => has(RECORD),
            Self::Papers => has(PAPERS),
            Self::Amend => has(AMENDMENTS),
            Self::Results => has(RESULTS),
            Self::Check | Self::Verify | Self::Status => Ok(false),
        }
    }

    /// The step that must be done first; none if this step can be done now.
    pub(super) fn needs(self, case: &Case) -> Result<Option<Text>, Error> {
        let before = match self {
            Self::Draw => Self::Seal,
            Self::Verify | Self::Papers | Self::Amend | Self::Results | Self::Status => Self::Draw,
            Self::Plan | Self::Lists | Self::Ceremony | Self::Check | Self::Seal => {
                return Ok(None);
            }
        };
        Ok((!before.is_done(case)?).then(|| texts::guide_first(before.number(), before.title())))
    }
}
