//! How long a caller who cancels waits, and how often he hears of progress, at every long step.
//!
//! Each step runs once to the end, which gives the longest silence between two reports (the beginning and
//! the return count as reports); then it is cancelled at times spread over its length, and the time from
//! the wish to the return is taken. `cancel [ROWS] [TRIALS]`, a million and 20 where not given.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

use core::ops::ControlFlow;
use core::time::Duration;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use std::{env, io};

use suiji::plan::Scope;
use suiji::run::Progress;
use suiji::tables::Columns;
use suiji::{
    Ceremony, Error, Evidence, Hash, History, Inputs, PublicForm, Record, Registry, Roster, Run,
    Sealed, canonical_json_with,
};
use suiji_benches::{
    Failure, Firm, Firms, Load, Order, Texts, ceremony, contributions, one_task, secret, take,
};

/// The longest that a cancelled step may take to return, and the longest silence of one that reports less
/// than each 1 %.
const WAIT: Duration = Duration::from_millis(200);
const SILENCE: Duration = Duration::from_millis(100);

fn main() -> Result<(), Failure> {
    let mut arguments = env::args().skip(1);
    let rows = arguments
        .next()
        .map_or(Ok(1_000_000), |rows| rows.parse())?;
    let trials = arguments.next().map_or(Ok(20), |trials| trials.parse())?;
    println!(
        "{:34} {:>9} {:>8} {:>9} {:>26} {:>10}",
        "step", "whole", "reports", "silence", "between", "cancelled"
    );
    Trials { trials }.all(&Firms {
        count: rows,
        order: Order::Scattered,
        categories: true,
    })
}

struct Trials {
    trials: u32,
}

impl Trials {
    fn all(&self, firms: &Firms) -> Result<(), Failure> {
        self.reading(firms)?;
        let inputs = self.whole_registry(firms)?;
        for hash in [Hash::Sha256, Hash::Sm3] {
            for (name, ceremony) in [
                ("", ceremony(hash)?),
                (" blinded", ceremony(hash)?.with_secret(secret())),
            ] {
                self.sheet(&format!("{hash}{name}"), &inputs, &ceremony)?;
            }
        }
        let few = Firms {
            count: (firms.count / 50).max(1),
            order: Order::Scattered,
            categories: true,
        };
        for load in Load::ALL {
            let inputs = load.inputs(&few, (few.count / 10).max(10))?;
            let name = format!("teams {load:?}");
            self.sheet(&name, &inputs, &ceremony(Hash::Sha256)?)?;
        }
        Ok(())
    }

    fn reading(&self, firms: &Firms) -> Result<(), Failure> {
        self.step("registry from lines", |run| {
            Registry::from_json_lines_with(firms.lines(), run)
        })?;
        let (mut ids, mut names) = (Texts::default(), Texts::default());
        for firm in firms.iter() {
            ids.push(&firm.id)?;
            names.push(&firm.name)?;
        }
        self.step("registry from one chunk of columns", |run| {
            let rows = usize::try_from(firms.count).unwrap_or(usize::MAX);
            let columns = Columns::new(rows)
                .with("id", ids.column())
                .with("name", names.column());
            let mut builder = Registry::builder();
            builder.push_columns_with(&columns, run)?;
            builder.finish_with(run)
        })?;
        let lines = visits(firms);
        self.step("history from lines", |run| {
            History::from_json_lines_with(&*lines, run)
        })?;
        Ok(())
    }

    /// All firms in one task that takes them all, and as many visits as firms.
    fn whole_registry(&self, firms: &Firms) -> Result<Inputs, Failure> {
        let registry = Registry::from_json_lines(firms.lines())?;
        let history = History::from_json_lines(&*visits(firms))?;
        let (registry, history) = (Arc::new(registry), Arc::new(history));
        let plan = Arc::new(one_task(take("100%")?, Scope::default())?);
        let roster = Arc::new(Roster::from_rows([])?);
        self.step("inputs", |run| {
            let (plan, roster) = (Arc::clone(&plan), Arc::clone(&roster));
            let (registry, history) = (Arc::clone(&registry), Arc::clone(&history));
            Inputs::new_with(plan, registry, roster, history, run)
        })
    }

    fn sheet(&self, name: &str, inputs: &Inputs, ceremony: &Ceremony) -> Result<(), Failure> {
        let sealed = self.step(&format!("{name}: seal"), |run| {
            suiji::seal_with(inputs, ceremony, run)
        })?;
        let commitment = sealed.commitment().clone();
        self.step(&format!("{name}: findings"), |run| {
            sealed.findings_with(run)
        })?;
        self.step(&format!("{name}: reopen"), |run| {
            Sealed::reopen_with(inputs, &commitment, ceremony.secret(), run)
        })?;
        let contributions = contributions()?;
        let record = self.step(&format!("{name}: draw"), |run| {
            sealed.draw_with(&contributions, run)
        })?;
        let evidence = match ceremony.secret() {
            Some(secret) => Evidence::of(inputs).with_secret(secret.clone()),
            None => Evidence::of(inputs),
        };
        self.step(&format!("{name}: verify"), |run| {
            suiji::verify_with(&record, &evidence, run)
        })?;
        if commitment.hash() == Hash::Sha256 && ceremony.secret().is_none() {
            self.documents(name, &record)?;
        }
        Ok(())
    }

    /// The record to a file and back, and its public form.
    fn documents(&self, name: &str, record: &Record) -> Result<(), Failure> {
        self.step(&format!("{name}: record written"), |run| {
            written(record.write_json_with(io::sink(), run))
        })?;
        let text = record.to_json();
        self.step(&format!("{name}: record read"), |run| {
            Record::from_json_with(text.as_bytes(), run)
        })?;
        self.step(&format!("{name}: canonical text"), |run| {
            canonical_json_with(text.as_bytes(), run)
        })?;
        let form = self.step(&format!("{name}: public form"), |run| {
            PublicForm::of_with(record, run)
        })?;
        self.step(&format!("{name}: public form written"), |run| {
            written(form.write_json_with(io::sink(), run))
        })?;
        let text = form.to_json();
        self.step(&format!("{name}: public form read"), |run| {
            PublicForm::from_json_with(text.as_bytes(), run)
        })?;
        Ok(())
    }

    /// Runs one step to the end, then cancels it time and again.
    fn step<T>(&self, name: &str, work: impl Fn(&Run) -> Result<T, Error>) -> Result<T, Failure> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&heard);
        let run = Run::default().on_progress(move |progress| {
            listener
                .lock()
                .unwrap_or_else(|poison| poison.into_inner())
                .push((Instant::now(), progress));
            ControlFlow::Continue(())
        });
        let start = Instant::now();
        let result = work(&run)?;
        let end = Instant::now();
        let heard = heard
            .lock()
            .unwrap_or_else(|poison| poison.into_inner())
            .clone();
        let silence = Silence::longest(start, &heard, end);
        let mut longest = Duration::ZERO;
        for trial in 1..=self.trials {
            longest = longest.max(cancelled_at(
                (end - start) * trial / (self.trials + 1),
                &work,
            ));
        }
        let (whole, between) = (end - start, silence.between());
        let fault = if longest > WAIT { "  TOO LONG" } else { "" };
        let quiet = if silence.too_long() {
            "  TOO QUIET"
        } else {
            ""
        };
        println!(
            "{name:34} {:>6} ms {:>8} {:>6} ms {between:>26} {:>7} ms{quiet}{fault}",
            whole.as_millis(),
            heard.len(),
            silence.length.as_millis(),
            longest.as_millis(),
        );
        Ok(result)
    }
}

/// The library's error in that of a writer.
fn written(result: io::Result<()>) -> Result<(), Error> {
    result.map_err(|error| error.downcast().expect("nothing else fails in a sink"))
}

/// The time from the wish to cancel, `after` the beginning, to the return.
fn cancelled_at<T>(after: Duration, work: &impl Fn(&Run) -> Result<T, Error>) -> Duration {
    let wish = Instant::now() + after;
    let run = Run::default().on_progress(move |_| {
        if Instant::now() >= wish {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    let result = work(&run);
    // A step that came to its end before the wish has kept nobody waiting.
    let waited = wish.elapsed();
    drop(result);
    waited
}

/// A time without a report, and those that it lies between.
struct Silence {
    length: Duration,
    before: Option<Progress>,
    after: Option<Progress>,
}

impl Silence {
    fn longest(start: Instant, heard: &[(Instant, Progress)], end: Instant) -> Self {
        let reports = heard.iter().map(|&(at, progress)| (at, Some(progress)));
        let all: Vec<_> = [(start, None)]
            .into_iter()
            .chain(reports)
            .chain([(end, None)])
            .collect();
        let silences = all.windows(2).map(|pair| Self {
            length: pair[1].0 - pair[0].0,
            before: pair[0].1,
            after: pair[1].1,
        });
        silences
            .max_by_key(|silence| silence.length)
            .unwrap_or(Self {
                length: Duration::ZERO,
                before: None,
                after: None,
            })
    }

    fn too_long(&self) -> bool {
        self.length > SILENCE
    }

    fn between(&self) -> String {
        let name = |progress: Option<Progress>, edge: &str| match progress {
            Some(Progress { stage, done, .. }) => format!("{stage:?} {done}"),
            None => edge.to_owned(),
        };
        format!(
            "{}..{}",
            name(self.before, "start"),
            name(self.after, "end")
        )
    }
}

/// A visit of every firm as JSON Lines: of every tenth in the plan's year, of the others long ago.
fn visits(firms: &Firms) -> Vec<u8> {
    let line = |(firm, place): (Firm, u64)| {
        let year = if place.is_multiple_of(10) { 2024 } else { 2019 };
        format!(
            "{{\"entity\":\"{}\",\"task\":\"J1\",\"date\":\"{year}-05-06\"}}\n",
            firm.id
        )
        .into_bytes()
    };
    firms.iter().zip(0..).flat_map(line).collect()
}
