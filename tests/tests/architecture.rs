//! ARCHITECTURE.md: its table is current, every name in it exists, and the rooms are in the order in which data flows.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;

use suiji_conformance::architecture::{
    COMMAND, COMMAND_LINE, Decisions, EVIDENCE, IMPORT, LIBRARY, REPORT, file, unknown_names,
    with_table,
};
use suiji_conformance::circles::Imports;
use suiji_conformance::rules::{in_order, spec, workspace};
use suiji_conformance::sources::{Source, of_crate, rooms};

fn document() -> String {
    fs::read_to_string(file()).unwrap()
}

#[test]
fn the_table_is_current() {
    let document = document();
    let expected = with_table(&document).unwrap();
    assert!(
        document == expected,
        "the table of ARCHITECTURE.md is not current: run {COMMAND}"
    );
}

#[test]
fn every_rule_is_decided_in_one_room() {
    let decisions = Decisions::of_library().unwrap();
    for rule in in_order(&spec()) {
        let places = decisions
            .decided
            .iter()
            .filter(|((of, _), _)| *of == rule)
            .flat_map(|(_, places)| places);
        let rooms: BTreeSet<&str> = places.map(|place| &*place.room).collect();
        assert_eq!(
            rooms.len(),
            1,
            "[{rule}] is decided in {rooms:?}: the documentation of the functions that decide it, all in one room, \
             begins with [{rule}]"
        );
    }
}

#[test]
fn every_name_exists() {
    let unknown = unknown_names(&document());
    assert!(
        unknown.is_empty(),
        "names in ARCHITECTURE.md that do not exist:\n{}",
        unknown.join("\n")
    );
}

#[test]
fn unknown_names_are_found() {
    let known = "[T2] `staff/eligible.rs` `may_sit()`, `crates/suiji/SPEC.md`, `Sealed`, `supersedes`, `cargo run`";
    assert_eq!(unknown_names(known), [""; 0]);
    // The ids are written in this way because the test of citations also reads this file.
    let no_rule = format!("[T{}]", 9);
    for (wrong, what) in [
        ("`staff/nobody.rs`", "staff/nobody.rs"),
        ("`staff/eligible.rs` `allows()`", "allows()"),
        ("`staff/district.rs` `Board::allows()`", "Board::allows()"),
        ("`draw/mod.rs` then `verify/mod.rs` `seed()`", "seed()"),
        ("`Seal`", "Seal"),
        ("`superseded_by`", "superseded_by"),
        (&*no_rule, &*no_rule),
    ] {
        let text = format!("First.\n{wrong}\n");
        assert_eq!(unknown_names(&text), [format!("{what} in line 2")]);
    }
}

#[test]
fn rooms_are_listed_in_their_order() {
    let document = document();
    for folder in [LIBRARY, IMPORT, REPORT, EVIDENCE, COMMAND_LINE] {
        let heading = format!("\n### The rooms of `{folder}`\n");
        let (_, section) = document.split_once(&heading).unwrap();
        let mut rest = section.split("\n#").next().unwrap();
        for room in rooms(folder).unwrap() {
            let names = [format!("`{room}/`"), format!("`{room}.rs`")];
            let found = names.iter().find_map(|name| rest.split_once(&**name));
            assert!(
                found.is_some(),
                "{room} of {folder}: missing or in the wrong place"
            );
            rest = found.unwrap().1;
        }
    }
}

#[test]
fn a_room_imports_from_earlier_rooms_only() {
    for folder in [LIBRARY, IMPORT, REPORT, EVIDENCE, COMMAND_LINE] {
        let order = rooms(folder).unwrap();
        let place = |room: &str| order.iter().position(|of| of == room);
        let sources = of_crate(folder).unwrap();
        assert!(sources.len() > 9, "{folder}: {} files", sources.len());
        let imports = Imports::of(&sources);
        for source in sources.iter().filter(|source| source.file != "lib.rs") {
            let own = place(source.room()).unwrap();
            let rooms = imports.rooms(&source.module);
            let later: Vec<&&str> = rooms
                .iter()
                .filter(|room| place(room).is_some_and(|room| room > own))
                .collect();
            assert!(later.is_empty(), "{} imports from {later:?}", source.file);
        }
    }
}

/// All crates of the workspace with a library.
fn crates() -> Vec<String> {
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members = manifest.split_once("members = [").unwrap().1;
    let members = members.split(']').next().unwrap();
    let folders = members.split('"').skip(1).step_by(2);
    let sources = folders.map(|folder| format!("{folder}/src"));
    let libraries = sources.filter(|folder| workspace().join(folder).join("lib.rs").exists());
    libraries.collect()
}

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let crates = crates();
    assert!(crates.len() > 7, "{crates:?}");
    let circles = crates.iter().flat_map(|folder| {
        let circles = Imports::of(&of_crate(folder).unwrap()).circles();
        circles
            .into_iter()
            .map(move |circle| format!("{folder}: {circle}"))
    });
    assert_eq!(circles.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn circles_are_found() {
    let source = |module: &str, text: &str| Source {
        file: format!("{module}.rs"),
        text: text.to_owned(),
        functions: Vec::new(),
        module: module
            .split('/')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        parsed: syn::parse_file(text).unwrap(),
    };
    let circles = |a: &str, b: &str| {
        let sources = [
            source("", "mod a; mod b; pub use b::B; pub use a::deep::A;"),
            source("a", "mod deep;"),
            source("a/deep", a),
            source("b", b),
        ];
        Imports::of(&sources).circles()
    };
    let found = [": a → b → a"];
    assert_eq!(circles("use crate::b::B;", "use crate::a::deep::A;"), found);
    assert_eq!(
        circles("use super::super::b::B;", "fn f() { super::a::deep::f() }"),
        found
    );
    assert_eq!(circles("use crate::{B, c::C};", "use crate::A;"), found);
    assert_eq!(
        circles("pub use crate::B;", "use std::a; use crate::A;"),
        found
    );
    assert_eq!(circles("use crate::B;", "use std::a;"), [""; 0]);
    assert_eq!(
        circles("use crate::B;", "#[cfg(test)] mod tests { use crate::A; }"),
        [""; 0]
    );
}
