//! Long steps report how far they have come, and stop when they are told to.
#![expect(clippy::unwrap_used, reason = "tests")]

use core::ops::ControlFlow;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;
use suiji::{
    Column, Columns, Contributions, Error, Evidence, History, Inputs, Progress, PublicForm, Record,
    Registry, Roster, Run, Sealed,
};
use suiji_conformance::Small;

/// A case with enough rows that every long step takes several chunks.
struct Long {
    registry: String,
    roster: String,
    history: String,
    case: Small,
    sealed: Sealed,
    record: Record,
}

impl Long {
    fn new(firms: usize, teams: usize) -> Self {
        let mut case = Small::with_team().blinded();
        case.task(0)["quota"] = json!({"count": teams});
        case.task(0)["per_year"] = json!(1);
        let place = |n: usize| n * 7919 % firms;
        let registry: String = (0..firms)
            .map(|n| {
                format!(
                    "{}\n",
                    json!({"id": format!("F-{:06}", place(n)), "name": "样例", "class": "low"})
                )
            })
            .collect();
        let history: String = (0..firms / 2).map(|n| format!("{}\n", json!({"entity": format!("F-{:06}", place(n)), "task": "J9", "date": "2024-01-02"}))).collect();
        let roster: String = (0..60)
            .map(|n| {
                format!(
                    "{}\n",
                    json!({"id": format!("Z-{n:03}"), "name": "样例", "department": "局"})
                )
            })
            .collect();
        let run = Run::default();
        let inputs = inputs(&case, &registry, &roster, &history, &run).unwrap();
        let sealed = suiji::seal(&inputs, &case.read_ceremony().unwrap(), &run).unwrap();
        let record = sealed.draw(&given(&case), &run).unwrap();
        Self {
            registry,
            roster,
            history,
            case,
            sealed,
            record,
        }
    }

    fn evidence(&self) -> Evidence {
        let inputs = self.sealed.inputs();
        Evidence::default()
            .with_plan(inputs.plan().clone())
            .with_registry(inputs.registry().clone())
            .with_roster(inputs.roster().clone())
            .with_history(inputs.history().clone())
            .with_secret(self.case.read_ceremony().unwrap().secret().unwrap().clone())
    }

    fn public(&self) -> PublicForm {
        PublicForm::of(&self.record, &Run::default()).unwrap()
    }

    /// Every long call, by name.
    fn calls(&self) -> Vec<(&'static str, Call<'_>)> {
        let inputs_of = self.sealed.inputs();
        let id = self.record.draws()[0].selected()[0].id().clone();
        vec![
            (
                "registry",
                Box::new(|run| Registry::from_json_lines(self.registry.as_bytes(), run).map(drop)),
            ),
            (
                "roster",
                Box::new(|run| Roster::from_json_lines(self.roster.as_bytes(), run).map(drop)),
            ),
            (
                "history",
                Box::new(|run| History::from_json_lines(self.history.as_bytes(), run).map(drop)),
            ),
            ("columns", Box::new(columns)),
            ("inputs", Box::new(|run| again(inputs_of, run).map(drop))),
            (
                "findings",
                Box::new(|run| self.sealed.findings(run).map(drop)),
            ),
            (
                "seal",
                Box::new(|run| suiji::seal(inputs_of, &self.case.read_ceremony()?, run).map(drop)),
            ),
            (
                "reopen",
                Box::new(|run| {
                    Sealed::reopen(
                        inputs_of,
                        self.sealed.commitment(),
                        self.case.read_ceremony()?.secret(),
                        run,
                    )
                    .map(drop)
                }),
            ),
            (
                "draw",
                Box::new(|run| self.sealed.draw(&given(&self.case), run).map(drop)),
            ),
            (
                "verify",
                Box::new(|run| suiji::verify(&self.record, &self.evidence(), run).map(drop)),
            ),
            (
                "verify_public",
                Box::new(|run| {
                    suiji::verify_public(&self.public(), &self.evidence(), run).map(drop)
                }),
            ),
            (
                "receipt",
                Box::new(move |run| self.sealed.receipt(&self.record, &id, run).map(drop)),
            ),
            (
                "record read",
                Box::new(|run| Record::from_json(self.record.to_json().as_bytes(), run).map(drop)),
            ),
            (
                "record written",
                Box::new(|run| written(self.record.write_json(io::sink(), run))),
            ),
            (
                "record written canonically",
                Box::new(|run| written(self.record.write_canonical(io::sink(), run))),
            ),
            (
                "registry written",
                Box::new(|run| {
                    let registry = self.sealed.inputs().registry();
                    written(registry.write_json_lines(io::sink(), run))
                }),
            ),
            (
                "public form",
                Box::new(|run| PublicForm::of(&self.record, run).map(drop)),
            ),
            (
                "public form read",
                Box::new(|run| {
                    PublicForm::from_json(self.public().to_json().as_bytes(), run).map(drop)
                }),
            ),
            (
                "public form written",
                Box::new(|run| written(self.public().write_json(io::sink(), run))),
            ),
            (
                "canonical",
                // Long enough to be told of while it is parsed and while it is looked through.
                Box::new(|run| {
                    let zeros = format!("[{}0]", "0,".repeat(20_000));
                    suiji::canonical_json(zeros.as_bytes(), run).map(drop)
                }),
            ),
        ]
    }
}

/// The library's error in that of a writer.
fn written(result: io::Result<()>) -> Result<(), Error> {
    result.map_err(|error| error.downcast().unwrap())
}

type Call<'l> = Box<dyn Fn(&Run) -> Result<(), Error> + 'l>;

/// The same inputs, put together once more.
fn again(inputs: &Inputs, run: &Run) -> Result<Inputs, Error> {
    Inputs::new(
        inputs.plan().clone(),
        inputs.registry().clone(),
        inputs.roster().clone(),
        inputs.history().clone(),
        run,
    )
}

fn inputs(
    case: &Small,
    registry: &str,
    roster: &str,
    history: &str,
    run: &Run,
) -> Result<Inputs, Error> {
    Inputs::new(
        case.read_plan()?,
        Registry::from_json_lines(registry.as_bytes(), run)?,
        Roster::from_json_lines(roster.as_bytes(), run)?,
        History::from_json_lines(history.as_bytes(), run)?,
        run,
    )
}

fn given(case: &Small) -> Contributions {
    Contributions::from_json(case.contributions.to_string().as_bytes()).unwrap()
}

fn columns(run: &Run) -> Result<(), Error> {
    let rows = 5000;
    let ids: String = (0..rows).map(|n| format!("F-{n:04}")).collect();
    let offsets: Vec<i32> = (0..=rows).map(|n| n * 6).collect();
    let columns = Columns::new(usize::try_from(rows).unwrap())
        .with("id", Column::utf8(&offsets, ids.as_bytes()))
        .with("name", Column::utf8(&offsets, ids.as_bytes()));
    let mut builder = Registry::builder();
    builder.push_columns(&columns, run)?;
    builder.finish(run).map(drop)
}

/// What a call reports.
fn told(call: &Call<'_>, threads: usize) -> Vec<Progress> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let into = Arc::clone(&told);
    let run = Run::default()
        .threads(threads)
        .on_progress(move |progress| {
            into.lock().unwrap().push(progress);
            ControlFlow::Continue(())
        });
    call(&run).unwrap();
    let told = told.lock().unwrap();
    told.clone()
}

#[test]
fn every_long_call_reports_at_least_every_hundredth_or_chunk() {
    let long = Long::new(20_000, 500);
    for (name, call) in long.calls() {
        let told = told(&call, 1);
        assert!(!told.is_empty(), "{name} says nothing");
        for pair in told
            .windows(2)
            .filter(|pair| pair[0].stage == pair[1].stage && pair[0].total == pair[1].total)
        {
            if pair[0].total == 0 || pair[1].done <= pair[0].done {
                // Reading, whose total is not known; or another step of the same kind and size.
                continue;
            }
            // Chunks of at most 4,096 rows take some milliseconds.
            let most = (pair[1].total / 100).max(4096);
            assert!(pair[1].done - pair[0].done <= most, "{name}: {pair:?}");
        }
        for progress in &told {
            assert!(
                progress.total == 0 || progress.done <= progress.total,
                "{name}: {progress:?}"
            );
        }
    }
    // Teams are told one by one as long as they are fewer than a hundred.
    let few = Long::new(200, 50);
    let teams = told(&few.calls()[8].1, 1)
        .into_iter()
        .filter(|progress| progress.stage == suiji::Stage::Teams);
    assert!(
        teams
            .map(|progress| progress.done)
            .collect::<std::collections::BTreeSet<_>>()
            .len()
            >= 50
    );
}

#[test]
fn threads_report_on_the_calling_thread() {
    let long = Long::new(20_000, 100);
    let caller = std::thread::current().id();
    for (name, call) in long.calls() {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        let run = Run::default().threads(4).on_progress(move |_| {
            counted.fetch_add(1, Ordering::Relaxed);
            if std::thread::current().id() == caller {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });
        assert!(call(&run).is_ok(), "{name}");
        assert!(count.load(Ordering::Relaxed) > 0, "{name}");
    }
}

/// Runs a call that is told to stop at the report of that number.
fn stopped(call: &Call<'_>, at: usize, threads: usize) -> Result<(), Error> {
    let count = AtomicUsize::new(0);
    let run = Run::default().threads(threads).on_progress(move |_| {
        if count.fetch_add(1, Ordering::Relaxed) == at {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    call(&run)
}

#[test]
fn stopping_at_any_report_cancels_every_long_call() {
    let long = Long::new(6_000, 60);
    for (name, call) in long.calls() {
        let reports = told(&call, 1).len();
        // All of them where they are few, else the first and last and every so many.
        let step = (reports / 60).max(1);
        for at in (0..reports).filter(|at| at % step == 0 || at + 3 > reports) {
            let error = stopped(&call, at, 1).expect_err(name);
            assert_eq!(
                (error.code(), error.kind()),
                ("cancelled", suiji::ErrorKind::Cancelled),
                "{name} at {at} of {reports}"
            );
            assert_eq!(error.fault_count(), 1);
        }
        assert!(stopped(&call, reports, 1).is_ok(), "{name}");
        assert_eq!(stopped(&call, 0, 4).expect_err(name).code(), "cancelled");
    }
}

#[test]
fn a_cancelled_call_leaves_nothing_behind() {
    let long = Long::new(6_000, 60);
    for (_, call) in long.calls() {
        assert!(stopped(&call, 1, 1).is_err() || told(&call, 1).len() < 2);
    }
    let again = long
        .sealed
        .draw(&given(&long.case), &Run::default())
        .unwrap();
    assert_eq!(again, long.record);
}
