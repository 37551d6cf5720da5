//! Charts and codes.

use suiji::Lang;

use super::data::Data;
use super::figure::{Format, Picture};
use super::*;
use crate::trial::Trial;

fn svg(picture: &Picture) -> String {
    assert_eq!(picture.format, Format::Svg);
    let text = String::from_utf8(picture.bytes.clone()).unwrap();
    // The picture is one well-formed element.
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    text
}

#[test]
fn the_sample_is_shown_against_the_frame_of_each_class() {
    let facts = Trial::new().facts(Lang::Zh);
    let task = &facts.tasks[0];
    let picture = sample(task, "sample-1", Lang::Zh).unwrap();
    let text = svg(&picture);
    for stratum in &task.strata {
        assert!(text.contains(&stratum.name), "{}", stratum.name);
        let label = format!("{}/{}（", stratum.take, stratum.size);
        assert!(text.contains(&label), "{label}");
    }
    assert_eq!((picture.width, &*picture.name), (1600, "sample-1"));
    let Some(Data::Bars(bars)) = &picture.data else {
        panic!("a chart has numbers");
    };
    let takes: Vec<u64> = task.strata.iter().map(|of| of.take).collect();
    assert_eq!(bars.series[0].values, takes);
    assert!(
        bars.rows
            .iter()
            .zip(&task.strata)
            .all(|(row, of)| *row == of.name)
    );
    let english = Trial::new().facts(Lang::En);
    let english = svg(&sample(&english.tasks[0], "s", Lang::En).unwrap());
    assert!(english.contains("frame") && !english.contains("抽中"));
}

#[test]
fn a_bar_has_the_parts_of_what_was_found() {
    let facts = Trial::new().inspected().facts(Lang::Zh);
    let results = facts.results.unwrap();
    let rows: Vec<_> = results
        .tasks
        .iter()
        .map(|of| (&*of.id, &of.counts))
        .collect();
    let title = crate::base::texts::results_by_task();
    let text = svg(&outcomes(&rows, &title, "results-tasks", Lang::Zh).unwrap());
    // J1 has 23 entities: six of each outcome except the last, and one that is open.
    assert!(text.contains("22/23（95.7%）"), "{text}");
    // The background, the four marks of the legend, and four parts of each task.
    let parts = text.matches("<rect").count();
    assert_eq!(parts, 5 + 4 * rows.len());
    // More tasks than the chart has rows.
    let many = vec![rows[0]; 61];
    let picture = outcomes(&many, &title, "results-tasks", Lang::Zh).unwrap();
    let Some(Data::Bars(bars)) = picture.data else {
        panic!("a chart has numbers");
    };
    assert_eq!((bars.rows.len(), &*bars.rows[60]), (61, "…"));
    assert_eq!(bars.series[0].values[59..], [rows[0].1.clear, 0]);
}

#[test]
fn tickets_are_on_one_line_with_the_cutoff() {
    let facts = Trial::new().facts(Lang::Zh);
    let task = &facts.tasks[0];
    let text = svg(&tickets(task, "tickets-1", Lang::Zh).unwrap());
    let drawn = task.selected.len() + task.reserves.len();
    // The background, and the three marks of the legend.
    assert_eq!(text.matches("<rect").count(), drawn + 4);
    for cutoff in task.strata.iter().filter_map(|of| of.cutoff.as_deref()) {
        assert!(text.contains(&cutoff[..8]), "{cutoff}");
    }
}

#[test]
fn loads_name_inspectors_or_count_them() {
    let mut facts = Trial::new().amended().facts(Lang::Zh);
    let text = svg(&loads(&facts.inspectors, "loads", Lang::Zh).unwrap());
    for inspector in &facts.inspectors {
        assert!(text.contains(&inspector.name), "{}", inspector.name);
    }
    assert!(text.contains("（不在岗）"));
    let first = facts.inspectors[0].clone();
    facts.inspectors = vec![first; 300];
    facts.inspectors[0].load_before = u64::MAX;
    let text = svg(&loads(&facts.inspectors, "loads", Lang::Zh).unwrap());
    assert!(text.contains("共 300 人") && text.contains("299人") && text.contains("30户及以上"));
    let empty = loads(&[], "loads", Lang::En).unwrap();
    assert!(svg(&empty).contains("<title>") && empty.data.is_none());
}

#[test]
fn hostile_names_stay_text() {
    let mut facts = Trial::new().facts(Lang::Zh);
    let hostile = "</title><script>alert(1)</script>&\"'";
    facts.inspectors[0].name = "<b>&\"'".to_owned();
    facts.inspectors[0].load_before = 1;
    facts.inspectors[0].max_load = Some(u64::MAX);
    facts.tasks[0].name = hostile.repeat(50);
    facts.tasks[0].strata[0].name = hostile.to_owned();
    facts.tasks[0].strata[0].size = u64::MAX;
    facts.tasks[0].selected[0].ticket = "é".repeat(20);
    for picture in [
        sample(&facts.tasks[0], "a", Lang::Zh),
        tickets(&facts.tasks[0], "b", Lang::Zh),
        loads(&facts.inspectors, "c", Lang::Zh),
    ] {
        let text = svg(&picture.unwrap());
        assert!(!text.contains("<script") && !text.contains("<b>"));
    }
}

/// The text in a picture of a code.
fn decoded(width: usize, height: usize, is_white: impl Fn(usize, usize) -> bool) -> String {
    let grey = |x, y| if is_white(x, y) { 255 } else { 0 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

const TEXT: &str =
    "suiji-v1 record sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

#[test]
fn a_code_as_png_is_read_by_another_decoder() {
    let picture = code("code-record", "a", TEXT, Format::Png).unwrap();
    let decoder = png::Decoder::new(std::io::Cursor::new(&picture.bytes));
    let mut reader = decoder.read_info().unwrap();
    let (width, height) = reader.info().size();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let line = reader.next_frame(&mut data).unwrap().line_size;
    let (width, height) = (width as usize, height as usize);
    let white = |x: usize, y: usize| data[y * line + x / 8] >> (7 - x % 8) & 1 == 1;
    assert_eq!(decoded(width, height, white), TEXT);
    assert_eq!(picture.width, picture.height);
}

#[test]
fn a_code_as_svg_has_the_same_modules() {
    let picture = code("code-record", "a", TEXT, Format::Svg).unwrap();
    let text = svg(&picture);
    let path = text
        .split(" d=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let side: usize = text
        .split("width=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let mut dark = vec![false; side * side];
    for run in path.split('M').skip(1) {
        let (place, rest) = run.split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let run: usize = rest.split('v').next().unwrap().parse().unwrap();
        dark[y * side + x..y * side + x + run].fill(true);
    }
    let white = |x: usize, y: usize| !dark[y / 4 * side + x / 4];
    assert_eq!(decoded(side * 4, side * 4, white), TEXT);
}

#[test]
fn a_text_that_no_code_can_hold_is_refused() {
    let long = "a".repeat(5_000);
    let error = code("code-record", "a", &long, Format::Png).unwrap_err();
    assert_eq!(error.code(), "report.document");
}

/// Writes pictures as files, for looking at them: `SUIJI_PICTURES=FOLDER cargo test -p suiji-report pictures_as_files
/// -- --ignored`.
#[test]
#[ignore = "writes files to be looked at"]
fn pictures_as_files() {
    let folder = std::path::PathBuf::from(std::env::var_os("SUIJI_PICTURES").unwrap());
    let facts = Trial::new().amended().facts(Lang::Zh);
    let mut all = vec![loads(&facts.inspectors, "loads", Lang::Zh).unwrap()];
    for (number, task) in (1..).zip(&facts.tasks) {
        all.push(sample(task, &format!("sample-{number}"), Lang::Zh).unwrap());
        all.push(tickets(task, &format!("tickets-{number}"), Lang::Zh).unwrap());
    }
    all.push(code("code", "a", TEXT, Format::Svg).unwrap());
    for picture in all {
        std::fs::write(folder.join(format!("{}.svg", picture.name)), picture.bytes).unwrap();
    }
    let png = code("code", "a", TEXT, Format::Png).unwrap();
    std::fs::write(folder.join("code.png"), png.bytes).unwrap();
}
