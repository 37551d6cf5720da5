//! Long calls report progress and can be cancelled.
#![expect(clippy::unwrap_used, reason = "tests")]

mod calls;

use core::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;
use suiji::run::{Progress, Stage};
use suiji::{Error, Run};
use suiji_conformance::Small;

use calls::{Call, LargeCase, contributions};

/// The reports of a call.
fn reports(call: &Call<'_>, threads: usize) -> Vec<Progress> {
    let reports = Arc::new(Mutex::new(Vec::new()));
    let into = Arc::clone(&reports);
    let run = Run::default()
        .threads(threads)
        .on_progress(move |progress| {
            into.lock().unwrap().push(progress);
            ControlFlow::Continue(())
        });
    call(&run).unwrap();
    let reports = reports.lock().unwrap();
    reports.clone()
}

#[test]
fn every_long_call_reports_each_percent_or_chunk() {
    let case = LargeCase::new(20_000, 500);
    for (name, call) in case.calls() {
        let reports = reports(&call, 1);
        assert!(!reports.is_empty(), "{name}: no reports");
        for pair in reports
            .windows(2)
            .filter(|pair| pair[0].stage == pair[1].stage && pair[0].total == pair[1].total)
        {
            if pair[0].total == 0 || pair[1].done <= pair[0].done {
                // A step of reading, which has no total, or another step of the same kind and size.
                continue;
            }
            // A chunk of at most 4,096 rows takes a few milliseconds.
            let most = (pair[1].total / 100).max(4096);
            assert!(pair[1].done - pair[0].done <= most, "{name}: {pair:?}");
        }
        // A step with a known total reports its end.
        for (index, last) in reports.iter().enumerate() {
            let continues = reports
                .get(index + 1)
                .is_some_and(|next| next.stage == last.stage && next.done > last.done);
            assert!(
                continues || last.done + 4096 > last.total,
                "{name}: {last:?}"
            );
        }
        for progress in &reports {
            let unknown = matches!(progress.stage, Stage::Read | Stage::Write);
            assert!(
                unknown || progress.done <= progress.total,
                "{name}: {progress:?}"
            );
        }
    }
    // Up to a hundred teams are reported one by one.
    let few = LargeCase::new(200, 50);
    let teams = reports(&few.calls()[8].1, 1)
        .into_iter()
        .filter(|progress| progress.stage == Stage::Teams);
    assert!(
        teams
            .map(|progress| progress.done)
            .collect::<std::collections::BTreeSet<_>>()
            .len()
            >= 50
    );
}

#[test]
fn reading_and_writing_report_bytes_without_a_total() {
    let case = LargeCase::new(30_000, 10);
    let counts = |name: &str, stage: Stage| -> Vec<u64> {
        let calls = case.calls();
        let (_, call) = calls.iter().find(|(of, _)| *of == name).unwrap();
        let reports = reports(call, 1).into_iter();
        reports
            .filter(|progress| progress.stage == stage)
            .map(|progress| progress.done)
            .collect()
    };
    // An array of 20,001 zeros, parsed and then checked.
    let read = counts("canonical", Stage::Read);
    let every: Vec<u64> = (0..=9).map(|n| n * 4096).collect();
    assert_eq!(read, every);
    // Each part is reported before it is written, and there is more than one.
    let written = counts("write registry", Stage::Write);
    assert!(written.is_sorted() && written[0] == 0);
    assert!(*written.last().unwrap() > 0);
}

#[test]
fn rows_of_the_history_are_reported_too() {
    // The history has half as many rows as the registry, which is reported in the same stage.
    let case = LargeCase::new(20_000, 10);
    let calls = case.calls();
    let (_, seal) = calls.iter().find(|(name, _)| *name == "seal").unwrap();
    let of_history =
        |progress: &Progress| progress.stage == Stage::Frame && progress.total == 10_000;
    let mut reports = reports(seal, 1);
    reports.retain(of_history);
    assert_eq!(reports.last().map(|progress| progress.done), Some(10_000));
    assert!(reports.len() >= 100);
}

#[test]
fn progress_is_reported_on_the_calling_thread() {
    let case = LargeCase::new(20_000, 100);
    let caller = std::thread::current().id();
    for (name, call) in case.calls() {
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

/// Runs a call that is cancelled at this report.
fn cancelled(call: &Call<'_>, at: usize, threads: usize) -> Result<(), Error> {
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
fn every_long_call_can_be_cancelled_at_any_report() {
    let case = LargeCase::new(6_000, 60);
    for (name, call) in case.calls() {
        let count = reports(&call, 1).len();
        // Every report if there are few. Otherwise the first ones, the last ones and some in between.
        let step = (count / 60).max(1);
        for at in (0..count).filter(|at| at % step == 0 || at + 3 > count) {
            let error = cancelled(&call, at, 1).expect_err(name);
            assert_eq!(
                (error.code(), error.kind()),
                ("cancelled", suiji::error::ErrorKind::Cancelled),
                "{name} at {at} of {count}"
            );
            assert_eq!(error.fault_count(), 1);
        }
        assert!(cancelled(&call, count, 1).is_ok(), "{name}");
        assert_eq!(cancelled(&call, 0, 4).expect_err(name).code(), "cancelled");
    }
}

#[test]
fn a_cancelled_call_has_no_other_faults() {
    // The ceremony has a fault, and there are several tasks. Each of them could be cancelled.
    let mut case = Small::plain();
    let mut second = case.plan["tasks"][0].clone();
    second["id"] = json!("J2");
    case.plan["tasks"].as_array_mut().unwrap().push(second);
    let timed = case.read_ceremony().unwrap();
    case.ceremony.as_object_mut().unwrap().remove("sealed_at");
    let inputs = case.inputs().unwrap();
    for ceremony in [timed, case.read_ceremony().unwrap()] {
        let seal: Call<'_> = Box::new(|run| suiji::seal_with(&inputs, &ceremony, run).map(drop));
        let always = Run::default().on_progress(|_| ControlFlow::Break(()));
        for error in [cancelled(&seal, 0, 1), seal(&always)].map(Result::unwrap_err) {
            assert_eq!((error.code(), error.fault_count()), ("cancelled", 1));
        }
    }
}

#[test]
fn a_cancelled_call_changes_nothing() {
    let case = LargeCase::new(6_000, 60);
    for (_, call) in case.calls() {
        assert!(cancelled(&call, 1, 1).is_err() || reports(&call, 1).len() < 2);
    }
    let record = case
        .sealed
        .draw(&contributions(&case.case, &case.sealed))
        .unwrap();
    assert_eq!(record, case.record);
}
