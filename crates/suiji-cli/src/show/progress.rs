//! One line of progress at the terminal, while work is long.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use suiji::{Lang, Run, Stage};

/// Work that takes less shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The line of progress that stands at the terminal; empty where none does.
#[derive(Default)]
pub(crate) struct Progress(Arc<Mutex<String>>);

impl Progress {
    /// The run, with its progress on the standard error of the process.
    pub(crate) fn watch(&self, run: Run, lang: Lang) -> Run {
        let (begun, shown) = (Instant::now(), Arc::clone(&self.0));
        run.on_progress(move |progress| {
            if begun.elapsed() >= PATIENCE {
                let line = line(progress.stage, progress.done, progress.total, lang);
                let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                if *shown != line {
                    // Progress that cannot be shown must not stop the work.
                    let _ = write!(io::stderr(), "\r\x1b[2K{line}");
                    *shown = line;
                }
            }
            ControlFlow::Continue(())
        })
    }

    /// Clears the line, where one stands.
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
    let (zh, en) = match stage {
        Stage::Read => ("读取", "reading"),
        Stage::Sort => ("排序", "sorting"),
        Stage::Hash => ("计算摘要", "hashing"),
        Stage::Frame => ("生成抽样框", "making the frames"),
        Stage::Short => ("核对小组席位", "counting teams that cannot be filled"),
        Stage::Tickets => ("计算签号", "computing tickets"),
        Stage::Teams => ("编组", "staffing teams"),
        Stage::Balance => ("均衡工作量", "balancing loads"),
        Stage::Write => ("写出", "writing"),
        _ => ("计算", "working"),
    };
    let what = if lang == Lang::En { en } else { zh };
    match (done * 100).checked_div(total) {
        Some(percent) => format!("{what} {percent}%"),
        None => format!("{what} {done}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_the_percentage_or_the_count() {
        assert_eq!(line(Stage::Hash, 1, 3, Lang::En), "hashing 33%");
        assert_eq!(line(Stage::Read, 20_000, 0, Lang::Zh), "读取 20000");
    }
}
