use crate::base::run::Run;
use crate::inputs::{history::History, plan::Plan, registry::Registry};
use crate::{base::error::Faults, frame};
use std::time::Instant;
#[test]
fn perf() {
    let n = 1_000_000usize;
    let mut reg = String::new();
    let mut his = String::new();
    for i in 0..n {
        let ex = if i % 50 == 0 {
            r#","exempt":"白名单","exempt_from":["T3"]"#
        } else {
            ""
        };
        reg.push_str(&format!("{{\"id\":\"91140521MA{i:08}\",\"name\":\"样例（{i}）公司\",\"class\":\"{}\",\"district\":\"14{:04}\",\"categories\":[\"a{}\",\"b\"]{ex}}}\n", ["low","high","general"][i%3], i % 9000, i%40));
    }
    for i in 0..n {
        his.push_str(&format!("{{\"entity\":\"91140521MA{:08}\",\"task\":\"T{}\",\"date\":\"2024-{:02}-11\",\"by\":[\"县局{}\"],\"inspectors\":[\"Z-{}\",\"Z-{}\"]}}\n", (i * 7 % n) / 4 * 2, i % 12, i % 12 + 1, i % 30, i % 400, 400 + i % 300));
    }
    let run = Run::default();
    let t = Instant::now();
    let registry = Registry::from_json_lines_with(reg.as_bytes(), &run).unwrap();
    println!("registry {:?}", t.elapsed());
    let t = Instant::now();
    let history = History::from_json_lines_with(his.as_bytes(), &run)
        .map_err(|e| e.to_string().chars().take(500).collect::<String>())
        .unwrap();
    println!("history {:?}", t.elapsed());
    let tasks: Vec<_> = (0..12).map(|i| serde_json::json!({"id": format!("T{i}"), "name":"x", "quota":{"count":10}, "limits":[{"id":format!("l{i}"),"visits":1,"by":["县局3","县局7"]},{"id":"once","visits":1}]})).collect();
    let plan = serde_json::json!({"title":"a","authority":"b","year":2024,"tasks":tasks,"limits":[{"id":"a","visits":2},{"id":"b","visits":1,"from":"2023-01-01","classes":["low"]},{"id":"c","visits":3,"by":["县局1","县局2"]}]});
    let plan = Plan::from_json(plan.to_string().as_bytes()).unwrap();
    let t = Instant::now();
    let frames = frame::frames(&plan, &registry, &history, &run).unwrap();
    println!("12 frames {:?} {:?}", t.elapsed(), frames[3].reasons);
    let t = Instant::now();
    let f = frame::Framing::new(&plan, &registry, &history, &run).unwrap();
    println!("counting {:?}", t.elapsed());
    drop(f);
    let t = Instant::now();
    let mut faults = Faults::default();
    history
        .check_dates("2024-12-31".parse().unwrap(), &mut faults, &run)
        .unwrap();
    println!("dates {:?}", t.elapsed());
    let t = Instant::now();
    crate::inputs::check_case(&plan, &registry, None, &history, &mut faults, &run).unwrap();
    println!("case {:?}", t.elapsed());
    // hostile: 300,000 classes, 64 limits with many by, prefixes
    let classes: Vec<_> = (0..300_000)
        .map(|i| serde_json::json!({"id": format!("c{i}"), "name":"x"}))
        .collect();
    let plan = serde_json::json!({"title":"a","authority":"b","year":2024,"classes":classes,"tasks":[{"id":"T","name":"x","quota":{"count":1}}]}).to_string();
    let t = Instant::now();
    println!(
        "{} {:?}",
        Plan::from_json(plan.as_bytes()).unwrap_err().fault_count(),
        t.elapsed()
    );
    let limits: Vec<_> = (0..64).map(|i| serde_json::json!({"id": format!("c{i}"), "visits":1, "by": (0..3000).map(|k| format!("县局{k}")).collect::<Vec<_>>()})).collect();
    let districts: Vec<_> = (0..1_000_00).map(|i| format!("{}", 100000 + i)).collect();
    let plan = serde_json::json!({"title":"a","authority":"b","year":2024,"limits":limits,"tasks":[{"id":"T","name":"x","quota":{"count":1}, "scope":{"districts":districts}}]}).to_string();
    let t = Instant::now();
    let plan = Plan::from_json(plan.as_bytes()).unwrap();
    println!("read {:?}", t.elapsed());
    let t = Instant::now();
    let frames = frame::frames(&plan, &registry, &history, &run);
    println!(
        "64 limits {:?} {:?}",
        t.elapsed(),
        frames.map(|f| f[0].rows.len()).map_err(|e| e.to_string())
    );
}
