//! The page that verifies: its digest, and whether a file is that page.

use std::fs;
use std::path::Path;

use crate::support::{Case, suiji};

/// The digest that the command prints.
fn digest() -> String {
    let printed = suiji(&["verify-page"]).ends(0).out;
    let (digest, name) = printed.split_once("  ").unwrap();
    assert_eq!(name, "suiji-verify.html\n");
    assert!(digest.parse::<suiji::Digest>().is_ok(), "{printed}");
    // After a change of the page: node bindings/web/page/digest.mjs --write
    assert!(!digest.starts_with("00000000"), "the digest is missing");
    digest.to_owned()
}

#[test]
fn the_readme_quotes_the_digest_that_the_command_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("bindings/web/README.md")).unwrap();
    assert!(readme.contains(&digest()), "{}", digest());
}

#[test]
fn another_file_is_not_the_page() {
    let case = Case::new();
    case.write("page.html", "<!doctype html>");
    let page = case.arg("page.html");
    let found = suiji::Hash::Sha256.digest(b"<!doctype html>").to_string();
    let checked = suiji(&["verify-page", "--check", &page, "--lang", "en"]).ends(1);
    for part in ["is not the page of suiji", &page, &found, &digest()] {
        assert!(checked.out.contains(part), "{part}: {}", checked.out);
    }
    let json = suiji(&["verify-page", "--check", &page, "--json"]).ends(1);
    let json = json.json();
    assert_eq!(json["matches"], false);
    assert_eq!(json["found"], found);
    assert_eq!(json["expected"], digest());
    suiji(&["verify-page", "--check", &case.arg("none.html")]).refused("case.missing-file");
}
