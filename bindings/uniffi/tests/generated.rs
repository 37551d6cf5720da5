//! The generated Python code runs vectors, and the header that Swift imports compiles as C.
//!
//! `bindings/kotlin` runs draws, refusals and amendments through Kotlin. Swift code is not compiled here.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The library that was built for this test, in the same folder as the test program.
fn library() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let folder = program.parent().unwrap();
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    folder.join(format!("{prefix}suiji_uniffi{suffix}"))
}

fn generate(language: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(language);
    suiji_bindgen::generate(
        language,
        library().to_str().unwrap(),
        folder.to_str().unwrap(),
    )
    .unwrap();
    folder
}

fn run(command: &mut Command) {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
}

#[test]
fn generated_python_draws_and_refuses() {
    let folder = generate("python");
    let name = library().file_name().unwrap().to_owned();
    std::fs::copy(library(), folder.join(name)).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/generated.py");
    let vectors = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors");
    run(Command::new("python3")
        .arg(script)
        .arg(vectors)
        .env("PYTHONPATH", folder)
        .env("PYTHONDONTWRITEBYTECODE", "1"));
}

#[test]
fn generated_swift_header_is_valid_c() {
    let header = generate("swift").join("suijiFFI.h");
    let clang_only = ["-D_Nullable=", "-D_Nonnull="];
    run(Command::new("cc")
        .args(["-fsyntax-only", "-Wall", "-Werror"])
        .args(clang_only)
        .arg("-include")
        .arg(header)
        .args(["-xc", "/dev/null"]));
}
