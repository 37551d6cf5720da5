//! Measures how often each long step reports progress, and how soon it returns when it is cancelled.
//!
//! Each step first runs to its end, which gives the longest time between two reports. (Its start and its end count as
//! reports.) Then it is cancelled at several times, and the time from cancelling to its return is measured. Usage:
//! `cancel [ROWS] [TRIALS]`, by default a million rows and 20 trials.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

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
    Entities, Entity, Failure, Load, Order, Texts, ceremony, contributions, one_task, secret, take,
};

/// A cancelled step may take this long to return.
const WAIT: Duration = Duration::from_millis(200);
/// There may be this much time between two reports.
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
    Trials { trials }.all(&Entities {
        count: rows,
        order: Order::Scattered,
        categories: true,
    })
}

struct Trials {
    trials: u32,
}

impl Trials {
    fn all(&self, entities: &Entities) -> Result<(), Failure> {
        self.reading(entities)?;
        let inputs = self.whole_registry(entities)?;
        for hash in [Hash::Sha256, Hash::Sm3] {
            for (name, ceremony) in [
                ("", ceremony(hash)?),
                (" blinded", ceremony(hash)?.with_secret(secret())),
            ] {
                self.case(&format!("{hash}{name}"), &inputs, &ceremony)?;
            }
        }
        let few = Entities {
            count: (entities.count / 50).max(1),
            order: Order::Scattered,
            categories: true,
        };
        for load in Load::ALL {
            let inputs = load.inputs(&few, (few.count / 10).max(10))?;
            let name = format!("teams {load:?}");
            self.case(&name, &inputs, &ceremony(Hash::Sha256)?)?;
        }
        Ok(())
    }

    fn reading(&self, entities: &Entities) -> Result<(), Failure> {
        self.step("registry from lines", |run| {
            Registry::from_json_lines_with(entities.lines(), run)
        })?;
        let (mut ids, mut names) = (Texts::default(), Texts::default());
        for entity in entities.iter() {
            ids.push(&entity.id)?;
            names.push(&entity.name)?;
        }
        self.step("registry from one chunk of columns", |run| {
            let rows = usize::try_from(entities.count).unwrap_or(usize::MAX);
            let columns = Columns::new(rows)
                .with("id", ids.column())
                .with("name", names.column());
            let mut builder = Registry::builder();
            builder.push_columns_with(&columns, run)?;
            builder.finish_with(run)
        })?;
        let lines = visits(entities);
        self.step("history from lines", |run| {
            History::from_json_lines_with(&*lines, run)
        })?;
        Ok(())
    }

    /// Inputs with one task that takes all entities, and with one visit for each entity.
    fn whole_registry(&self, entities: &Entities) -> Result<Inputs, Failure> {
        let registry = Registry::from_json_lines(entities.lines())?;
        let history = History::from_json_lines(&*visits(entities))?;
        let (registry, history) = (Arc::new(registry), Arc::new(history));
        let plan = Arc::new(one_task(take("100%")?, Scope::default())?);
        let roster = Arc::new(Roster::from_rows([])?);
        self.step("inputs", |run| {
            let (plan, roster) = (Arc::clone(&plan), Arc::clone(&roster));
            let (registry, history) = (Arc::clone(&registry), Arc::clone(&history));
            Inputs::new_with(plan, registry, roster, history, run)
        })
    }

    fn case(&self, name: &str, inputs: &Inputs, ceremony: &Ceremony) -> Result<(), Failure> {
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
        let contributions = contributions(&commitment)?;
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

    /// Writes and reads the record and its public form.
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
            PublicForm::of_with(record, None, run)
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

    /// Runs one step to its end, then cancels it once for each trial.
    fn step<T>(&self, name: &str, work: impl Fn(&Run) -> Result<T, Error>) -> Result<T, Failure> {
        let reports = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&reports);
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
        let reports = reports
            .lock()
            .unwrap_or_else(|poison| poison.into_inner())
            .clone();
        let silence = Silence::longest(start, &reports, end);
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
            reports.len(),
            silence.length.as_millis(),
            longest.as_millis(),
        );
        Ok(result)
    }
}

/// Extracts the error of the library from the error of the writer.
fn written(result: io::Result<()>) -> Result<(), Error> {
    result.map_err(|error| error.downcast().expect("a sink has no errors"))
}

/// Cancels the work some time `after` its start. Returns the time from then to its return.
fn cancelled_at<T>(after: Duration, work: &impl Fn(&Run) -> Result<T, Error>) -> Duration {
    let cancel = Instant::now() + after;
    let run = Run::default().on_progress(move |_| {
        if Instant::now() >= cancel {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    let result = work(&run);
    // This is zero if the work ended earlier.
    let waited = cancel.elapsed();
    drop(result);
    waited
}

/// A time without a report, with the reports before and after it.
struct Silence {
    length: Duration,
    before: Option<Progress>,
    after: Option<Progress>,
}

impl Silence {
    fn longest(start: Instant, reports: &[(Instant, Progress)], end: Instant) -> Self {
        let reports = reports.iter().map(|&(at, progress)| (at, Some(progress)));
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

/// One visit for each entity as JSON Lines. Every tenth is in the year of the plan.
fn visits(entities: &Entities) -> Vec<u8> {
    let line = |(entity, row): (Entity, u64)| {
        let year = if row.is_multiple_of(10) { 2024 } else { 2019 };
        format!(
            "{{\"entity\":\"{}\",\"task\":\"J1\",\"date\":\"{year}-05-06\"}}\n",
            entity.id
        )
        .into_bytes()
    };
    entities.iter().zip(0..).flat_map(line).collect()
}
