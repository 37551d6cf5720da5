//! The listing of the library's public API, made from the output of rustdoc.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Rust version whose rustdoc writes the JSON that `public-api` reads: the format changes with the toolchain.
const TOOLCHAIN: &str = "1.95.0";

/// The folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The listing of the current code.
pub(crate) fn current() -> Result<String, Box<dyn Error>> {
    // A separate folder: stable rustdoc writes JSON only with RUSTC_BOOTSTRAP, which would make every other build in
    // the same folder start again.
    let target = workspace().join("target/public-api");
    let status = Command::new("rustup")
        .current_dir(workspace())
        .args(["run", TOOLCHAIN, "cargo", "rustdoc"])
        .args(["--quiet", "--offline", "--package", "suiji", "--lib"])
        .arg("--target-dir")
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .arg("--cap-lints=allow")
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove("RUSTDOCFLAGS")
        .status()
        .map_err(|error| format!("cannot run rustup: {error}"))?;
    if !status.success() {
        let install = format!("rustup toolchain install {TOOLCHAIN} --profile minimal");
        return Err(
            format!("rustdoc of Rust {TOOLCHAIN} failed; if it is missing: {install}").into(),
        );
    }
    let read = |derived: bool| -> Result<Vec<String>, public_api::Error> {
        let api = public_api::Builder::from_rustdoc_json(target.join("doc/suiji.json"))
            .omit_blanket_impls(true)
            .omit_auto_trait_impls(true)
            .omit_auto_derived_impls(!derived)
            .build()?;
        Ok(api.items().map(ToString::to_string).collect())
    };
    // For a derived trait, only the line that says so, without its methods.
    let written: BTreeSet<String> = read(false)?.into_iter().collect();
    let lines = read(true)?
        .into_iter()
        .filter(|line| line.starts_with("impl") || written.contains(line));
    Ok(lines.map(|line| line + "\n").collect())
}
