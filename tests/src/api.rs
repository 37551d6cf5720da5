//! The listing of the library's public API, from what rustdoc knows of it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use crate::rules::workspace;

/// The command that rewrites the listing.
pub const COMMAND: &str = "cargo run -p suiji-conformance --bin api";

/// The checked-in listing.
pub fn listing_file() -> PathBuf {
    workspace().join("crates/suiji/api.txt")
}

/// The listing of the code as it stands.
///
/// # Errors
/// Where rustdoc fails, or writes a form that the reader does not know: it changes with the toolchain.
pub fn listing() -> Result<String, Box<dyn std::error::Error>> {
    // A folder of its own: RUSTC_BOOTSTRAP, without which a stable rustdoc writes no JSON, would have
    // every other build there start afresh.
    let target = workspace().join("target/public-api");
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(workspace())
        .args([
            "rustdoc",
            "--quiet",
            "--offline",
            "--package",
            "suiji",
            "--lib",
            "--target-dir",
        ])
        .arg(&target)
        .args([
            "--",
            "-Zunstable-options",
            "--output-format=json",
            "--cap-lints=allow",
        ])
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove("RUSTDOCFLAGS")
        .status()?;
    if !status.success() {
        return Err("rustdoc failed".into());
    }
    let read = |derived: bool| -> Result<Vec<String>, public_api::Error> {
        let api = public_api::Builder::from_rustdoc_json(target.join("doc/suiji.json"))
            .omit_blanket_impls(true)
            .omit_auto_trait_impls(true)
            .omit_auto_derived_impls(!derived)
            .build()?;
        Ok(api.items().map(ToString::to_string).collect())
    };
    // Of a derived trait the line that says so, and not its methods.
    let written: BTreeSet<String> = read(false)?.into_iter().collect();
    let lines = read(true)?
        .into_iter()
        .filter(|line| line.starts_with("impl") || written.contains(line));
    Ok(lines.map(|line| line + "\n").collect())
}
