//! All packages have the version of the workspace.

use std::fs;

use suiji_conformance::rules::workspace;

/// The files that state the version, and the line that does.
const PLACES: [(&str, &str); 9] = [
    ("bindings/jvm/pom.xml", "  <version>@</version>"),
    ("bindings/jvm/benches/pom.xml", "  <version>@</version>"),
    ("bindings/jvm/benches/pom.xml", "      <version>@</version>"),
    ("bindings/kotlin/pom.xml", "  <version>@</version>"),
    ("examples/java/pom.xml", "      <version>@</version>"),
    ("examples/kotlin/pom.xml", "      <version>@</version>"),
    ("examples/spring/pom.xml", "      <version>@</version>"),
    ("bindings/web/npm/package.json", "  \"version\": \"@\","),
    (
        "Cargo.toml",
        "suiji = { version = \"@\", path = \"crates/suiji\" }",
    ),
];

#[test]
fn every_package_has_the_version_of_the_workspace() {
    let version = env!("CARGO_PKG_VERSION");
    for (file, line) in PLACES {
        let text = fs::read_to_string(workspace().join(file)).unwrap();
        let line = line.replace('@', version);
        assert!(text.lines().any(|of| of == line), "{file}: {line}");
    }
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let crates = manifest
        .lines()
        .filter(|line| line.contains("path = \"crates/"));
    let crates: Vec<&str> = crates.collect();
    assert_eq!(crates.len(), 7);
    for line in crates {
        assert!(line.contains(&format!("version = \"{version}\"")), "{line}");
    }
}
