//! A line of progress at the terminal while a long run works.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use suiji::run::Stage;
use suiji::{Lang, Run};

use crate::texts::{self, Localized};

/// A shorter run shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The line of progress that is shown; empty if there is none.
#[derive(Default)]
pub(crate) struct Progress(Arc<Mutex<String>>);

impl Progress {
    /// The run, which then shows its progress on the standard error of the process.
    pub(crate) fn watch(&self, run: Run, lang: Lang) -> Run {
        let (begun, shown) = (Instant::now(), Arc::clone(&self.0));
        run.on_progress(move |progress| {
            if begun.elapsed() >= PATIENCE {
                let line = line(progress.stage, progress.done, progress.total, lang);
                let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                if *shown != line {
                    // An error of the terminal must not stop the work.
                    let _ = write!(io::stderr(), "\r\x1b[2K{line}");
                    *shown = line;
                }
            }
            ControlFlow::Continue(())
        })
    }

    /// Clears the line, if there is one.
    pub(crate) fn clear(&self, err: &mut dyn Write) -> io::Result<()> {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !shown.is_empty() {
            write!(err, "\r\x1b[2K")?;
            shown.clear();
        }
        Ok(())
    }
}

fn line(stage: Stage, done: u64, total: u64, lang: Lang) -> String {
    let work = match stage {
        Stage::Read => texts::progress_read(),
        Stage::Sort => texts::progress_sort(),
        Stage::Hash => texts::progress_hash(),
        Stage::Frame => texts::progress_frame(),
        Stage::Short => texts::progress_short(),
        Stage::Tickets => texts::progress_tickets(),
        Stage::Teams => texts::progress_teams(),
        Stage::Balance => texts::progress_balance(),
        Stage::Write => texts::progress_write(),
        _ => texts::progress_other(),
    };
    let work = work.text(lang);
    match (done * 100).checked_div(total) {
        Some(percent) => format!("{work} {percent}%"),
        None => format!("{work} {done}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_the_percentage_or_the_count() {
        assert_eq!(line(Stage::Hash, 1, 3, Lang::En), "computing digests 33%");
        assert_eq!(line(Stage::Read, 20_000, 0, Lang::Zh), "读取 20000");
    }
}
