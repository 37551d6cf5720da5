//! Long steps report how far they have come, and stop when they are told to.
#![expect(clippy::unwrap_used, reason = "tests")]

mod long;

use core::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;
use suiji::run::{Progress, Stage};
use suiji::{Error, Run};
use suiji_conformance::Small;

use long::{Call, Long, given};

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
        // Who works through rows that are known comes to the last of them.
        for (index, last) in told.iter().enumerate() {
            let goes_on = told
                .get(index + 1)
                .is_some_and(|next| next.stage == last.stage && next.done > last.done);
            assert!(goes_on || last.done + 4096 > last.total, "{name}: {last:?}");
        }
        for progress in &told {
            let unknown = matches!(progress.stage, Stage::Read | Stage::Write);
            assert!(
                unknown || progress.done <= progress.total,
                "{name}: {progress:?}"
            );
        }
    }
    // Teams are told one by one as long as they are fewer than a hundred.
    let few = Long::new(200, 50);
    let teams = told(&few.calls()[8].1, 1)
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
fn what_is_read_and_written_is_counted_though_its_end_is_unknown() {
    let long = Long::new(30_000, 10);
    let told_of = |name: &str, stage: Stage| -> Vec<u64> {
        let calls = long.calls();
        let (_, call) = calls.iter().find(|(of, _)| *of == name).unwrap();
        let told = told(call, 1).into_iter();
        told.filter(|progress| progress.stage == stage)
            .map(|progress| progress.done)
            .collect()
    };
    // An array and its 20,001 zeros, parsed and then looked through.
    let read = told_of("canonical", Stage::Read);
    let every: Vec<u64> = (0..=9).map(|n| n * 4096).collect();
    assert_eq!(read, every);
    // Each piece is told of before it is written, and the first is not the last.
    let written = told_of("registry written", Stage::Write);
    assert!(written.is_sorted() && written[0] == 0);
    assert!(*written.last().unwrap() > 0);
}

#[test]
fn the_rows_of_the_history_are_counted_too() {
    // Half as many as firms, of which the frame tells as well.
    let long = Long::new(20_000, 10);
    let calls = long.calls();
    let (_, seal) = calls.iter().find(|(name, _)| *name == "seal").unwrap();
    let of_history =
        |progress: &Progress| progress.stage == Stage::Frame && progress.total == 10_000;
    let mut told = told(seal, 1);
    told.retain(of_history);
    assert_eq!(told.last().map(|progress| progress.done), Some(10_000));
    assert!(told.len() >= 100);
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
                ("cancelled", suiji::error::ErrorKind::Cancelled),
                "{name} at {at} of {reports}"
            );
            assert_eq!(error.fault_count(), 1);
        }
        assert!(stopped(&call, reports, 1).is_ok(), "{name}");
        assert_eq!(stopped(&call, 0, 4).expect_err(name).code(), "cancelled");
    }
}

#[test]
fn a_cancelled_call_says_nothing_else() {
    // With faults of its own, and with several tasks, each of which would be told to stop.
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
        for error in [stopped(&seal, 0, 1), seal(&always)].map(Result::unwrap_err) {
            assert_eq!((error.code(), error.fault_count()), ("cancelled", 1));
        }
    }
}

#[test]
fn a_cancelled_call_leaves_nothing_behind() {
    let long = Long::new(6_000, 60);
    for (_, call) in long.calls() {
        assert!(stopped(&call, 1, 1).is_err() || told(&call, 1).len() < 2);
    }
    let again = long.sealed.draw(&given(&long.case)).unwrap();
    assert_eq!(again, long.record);
}
