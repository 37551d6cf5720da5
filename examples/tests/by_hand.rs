//! The recipe in two pages of docs for checking a draw by hand needs only published files, and stops if one is missing or
//! wrong.
#![expect(clippy::unwrap_used, reason = "tests")]

mod qinshui;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use suiji::values::EntityId;
use suiji::{Evidence, PublicForm};

const PAGES: [(&str, &str); 2] = [
    ("docs/by-hand.md", "# Check a draw by hand"),
    ("docs/by-hand.zh-CN.md", "# 手工核对一次抽取"),
];

/// The published files of one draw, and a receipt.
struct Published {
    folder: PathBuf,
    commitment: String,
    entity: EntityId,
}

impl Published {
    /// Writes the files of the example. The entity is the first or the last of J1's frame, by ticket.
    fn new(name: &str, selected: bool) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let (_, sealed, record) = qinshui::drawn("样例");
        let draw = record.draw("J1").unwrap();
        let drawn = if selected {
            draw.selected()
        } else {
            draw.reserves()
        };
        let entity = drawn[0].id().clone();
        let form = PublicForm::of(&record, Some(&qinshui::secret())).unwrap();
        assert!(
            suiji::verify_public(&form, &Evidence::default())
                .require()
                .is_err(),
            "inputs are not published"
        );
        fs::write(folder.join("public.json"), form.to_json()).unwrap();
        let receipt = sealed.receipt(&record, &entity).unwrap();
        fs::write(folder.join("receipt.json"), receipt.to_json()).unwrap();
        let commitment = record.commitment().digest().to_groups();
        Self {
            folder,
            commitment,
            entity,
        }
    }

    /// Changes a document with a function.
    fn alter(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let path = self.folder.join(file);
        let mut tree: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut tree);
        fs::write(path, tree.to_string()).unwrap();
    }

    /// Runs the recipe of a page.
    fn by_hand(&self, page: (&str, &str), noted: &str) -> Output {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let text = fs::read_to_string(root.join(page.0)).unwrap();
        let (_, section) = text.split_once(page.1).unwrap();
        let (_, block) = section.split_once("```sh\n").unwrap();
        let (block, _) = block.split_once("```").unwrap();
        let script = self.folder.join("by-hand.sh");
        fs::write(&script, block).unwrap();
        let mut command = Command::new("bash");
        command.arg("-e").arg(&script).current_dir(&self.folder);
        command.envs([
            ("public", "public.json"),
            ("receipt", "receipt.json"),
            ("task", "J1"),
            ("noted", noted),
        ]);
        command.output().unwrap()
    }

    /// The recipe of each page stops with a message.
    fn stops(&self, noted: &str, what: &str) {
        for page in PAGES {
            let output = self.by_hand(page, noted);
            assert!(!output.status.success(), "{}: {what}", page.0);
            assert!(!output.stderr.is_empty(), "{}: {what}", page.0);
        }
    }
}

#[test]
fn published_files_are_enough() {
    for (name, selected) in [("selected", true), ("not-selected", false)] {
        let published = Published::new(name, selected);
        for page in PAGES {
            let output = published.by_hand(page, &published.commitment);
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(
                output.status.success(),
                "{}: {}",
                page.0,
                String::from_utf8_lossy(&output.stderr)
            );
            let last = text.lines().last().unwrap();
            assert!(last.starts_with(published.entity.as_str()), "{last}");
            assert!(last.ends_with(&selected.to_string()), "{last}");
        }
    }
}

#[test]
fn a_missing_file_or_a_false_value_stops_it() {
    let zeros = "0".repeat(64);
    let published = Published::new("altered", true);
    published.stops(&zeros, "another commitment was noted");
    let restore = ["public.json", "receipt.json"]
        .map(|file| (file, fs::read(published.folder.join(file)).unwrap()));
    let altered = |what: &str, file: &str, change: &dyn Fn(&mut Value)| {
        published.alter(file, change);
        published.stops("", what);
        for (file, bytes) in &restore {
            fs::write(published.folder.join(file), bytes).unwrap();
        }
    };
    altered("seed", "public.json", &|form| {
        form["seed"] = zeros.clone().into()
    });
    altered("a throw", "public.json", &|form| {
        form["contributions"][1]["numbers"][0][0] = 4.into()
    });
    altered("a take", "public.json", &|form| {
        form["commitment"]["tasks"][0]["strata"][0]["take"] = 1.into()
    });
    altered("ticket", "receipt.json", &|receipt| {
        receipt["tasks"][0]["ticket"] = zeros.clone().into()
    });
    altered("cutoff", "receipt.json", &|receipt| {
        receipt["tasks"][0]["cutoff"] = "f".repeat(64).into()
    });
    altered("salt", "receipt.json", &|receipt| {
        receipt["registry"].as_object_mut().unwrap().remove("salt");
    });
    altered("list", "public.json", &|form| {
        form["draws"][0]["selected"] = Value::Array(Vec::new())
    });
    for file in ["public.json", "receipt.json"] {
        fs::remove_file(published.folder.join(file)).unwrap();
        published.stops("", file);
        for (file, bytes) in &restore {
            fs::write(published.folder.join(file), bytes).unwrap();
        }
    }
}
