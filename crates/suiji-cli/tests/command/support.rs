//! A case folder for each test, and the command run in this process.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suiji::error::Code;
use suiji::error::{ErrorKind, Fault, Place};
use suiji::{Contribution, Digest, Hash, Lang, Secret};
use suiji_cli::Terminal;
use tempfile::TempDir;

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Asserts the exit code; on failure, shows output and errors.
    #[track_caller]
    pub(crate) fn ends(self, code: u8) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    /// Asserts that the run was refused with this code, without output.
    #[track_caller]
    pub(crate) fn refused(self, code: &str) -> Self {
        assert!(self.err.contains(&format!("[{code}]")), "{}", self.err);
        assert_eq!(self.out, "");
        self.ends(2)
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// Runs the command with answers on its input.
pub(crate) fn answering(args: &[&str], answers: &str) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args: Vec<OsString> = args.iter().map(OsString::from).collect();
    let code = suiji_cli::run(
        args,
        &mut answers.as_bytes(),
        &mut out,
        &mut err,
        Terminal::default(),
    );
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran {
        code,
        out: text(out),
        err: text(err),
    }
}

/// Runs the command with nothing on its input.
pub(crate) fn suiji(args: &[&str]) -> Ran {
    answering(args, "")
}

/// The value of the dice in these tests.
pub(crate) const DICE: &str = "35214662315416325164";
/// The numbers of dice in a contribution.
pub(crate) fn numbers(faces: &str) -> Value {
    let faces = faces.chars().map(|face| face.to_digit(10).unwrap());
    json!([faces.collect::<Vec<u32>>()])
}

/// The answers if dice are the only source that is asked for.
pub(crate) const ANSWERS: &str = "35214662315416325164\ny\n";

/// A case as `suiji new` creates it, in its own folder.
pub(crate) struct Case {
    holder: TempDir,
}

impl Case {
    pub(crate) fn new() -> Self {
        let case = Self {
            holder: tempfile::tempdir().unwrap(),
        };
        suiji(&["new", &case.dir()]).ends(0);
        case
    }

    /// A sealed case.
    pub(crate) fn sealed() -> Self {
        let case = Self::new();
        case.seal(&[]).ends(0);
        case
    }

    /// A case with a record.
    pub(crate) fn drawn() -> Self {
        let case = Self::sealed();
        case.draw(ANSWERS).ends(0);
        case
    }

    /// The folder, as an argument.
    pub(crate) fn dir(&self) -> String {
        self.path("")
            .display()
            .to_string()
            .trim_end_matches('/')
            .to_owned()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.holder.path().join("case").join(name)
    }

    /// A file, as an argument.
    pub(crate) fn arg(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    #[track_caller]
    pub(crate) fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&self.bytes(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Changes a JSON file.
    pub(crate) fn edit(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let mut value = self.json(name);
        change(&mut value);
        self.write(name, value.to_string());
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    /// Names and contents of all files. Tests compare them to check that nothing changed.
    pub(crate) fn contents(&self) -> Vec<(String, Vec<u8>)> {
        contents(&self.path(""))
    }

    pub(crate) fn seal(&self, args: &[&str]) -> Ran {
        suiji(&[&["seal", &self.dir(), "--lang", "en"], args].concat())
    }

    pub(crate) fn draw(&self, answers: &str) -> Ran {
        answering(&["draw", &self.dir(), "--yes", "--lang", "en"], answers)
    }

    /// The contributions in `contributions.json`.
    #[track_caller]
    pub(crate) fn contributions(&self) -> Value {
        self.json("contributions.json")["contributions"].clone()
    }

    /// The record published to a file, with the secret of the case.
    #[track_caller]
    pub(crate) fn publish(&self, name: &str) -> String {
        let (record, public, dir) = (self.arg("record.json"), self.arg(name), self.dir());
        suiji(&["publish", &record, "--case", &dir, "--out", &public]).ends(0);
        public
    }

    pub(crate) fn verify(&self, record: &str) -> Ran {
        suiji(&[
            "verify",
            &self.arg(record),
            "--case",
            &self.dir(),
            "--lang",
            "en",
        ])
    }

    /// The digest of a commitment of the case.
    pub(crate) fn digest(&self, name: &str) -> String {
        suiji::Commitment::from_json(&self.bytes(name))
            .unwrap()
            .digest()
            .to_string()
    }
}

/// Names and contents of the files in a folder and its subfolders, sorted.
pub(crate) fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // The hidden files that are locked on Windows stay.
        if cfg!(windows) && path.display().to_string().ends_with(".lock") {
            continue;
        }
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            all.extend(
                contents(&path)
                    .into_iter()
                    .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            all.push((
                path.file_name().unwrap().to_str().unwrap().to_owned(),
                fs::read(&path).unwrap(),
            ));
        }
    }
    all.sort();
    all
}

/// The nonce of a witness, in hex.
pub(crate) fn nonce(byte: u8) -> String {
    Secret::from_bytes([byte; 32]).reveal()
}

/// The committed source of a witness who chose `value` before the sealing.
pub(crate) fn witness(name: &str, byte: u8, value: &str) -> Value {
    let commitment: Digest =
        Contribution::commitment(Hash::Sha256, &Secret::from_bytes([byte; 32]), value);
    json!({"kind": "committed", "by": "witness", "name": name, "commitment": commitment.to_string()})
}

/// A live source: dice thrown by a witness.
pub(crate) fn dice(name: &str) -> Value {
    json!({"kind": "live", "by": "witness", "name": name, "parts": [{"count": 20, "from": 1, "to": 6}]})
}

/// A sealed case whose sources are, in order: dice, a witness, the office, a second witness.
pub(crate) fn with_witnesses() -> Case {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([
            dice("骰子"),
            witness("企业代表甲", 7, "三六五"),
            {"kind": "committed", "by": "office", "name": "机关"},
            witness("企业代表乙", 8, "value"),
        ]);
    });
    case.seal(&[]).ends(0);
    case
}

/// The answers of a witness who opens a committed value.
pub(crate) fn opening(byte: u8, value: &str) -> String {
    format!("{}\n{value}\ny\n", nonce(byte))
}

/// The text of a fault of the library, in English.
pub(crate) fn problem(code: &'static Code, details: &[(&'static str, &str)]) -> String {
    let place = Place::new(ErrorKind::Value, "");
    Fault::new(code, place, details).problem(Lang::En)
}

/// The mode bits of a file.
#[cfg(unix)]
pub(crate) fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}
