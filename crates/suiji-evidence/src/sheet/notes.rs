//! The notes of a witness.

use core::str;

use serde_json::{Value, json};
use suiji::Digest;

use crate::base::problem::Error;
use crate::base::texts::{self, codes};
use crate::ledger::Head;

/// The maximum size of notes.
const BYTES: usize = 1 << 20;

/// The subject of a line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Label {
    Commitment,
    Values,
    Record,
    Ledger,
}

/// The words at the beginning of a line, in the two languages of the sheet.
const LABELS: [(&str, Label); 12] = [
    ("commitment", Label::Commitment),
    ("封存单摘要", Label::Commitment),
    ("封存单", Label::Commitment),
    ("values", Label::Values),
    ("value", Label::Values),
    ("取值", Label::Values),
    ("record", Label::Record),
    ("抽取记录摘要", Label::Record),
    ("抽取记录", Label::Record),
    ("ledger", Label::Ledger),
    ("登记簿簿首", Label::Ledger),
    ("登记簿", Label::Ledger),
];

/// The lines of a witness: the digest of the commitment, the values, the digest of the record, and heads of the ledger.
/// Each of them may be missing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Notes {
    commitment: Option<Digest>,
    values: Vec<String>,
    record: Option<Digest>,
    heads: Vec<Head>,
}

impl Notes {
    /// [W1] Reads notes: each line begins with what it is about and a colon. A line without such a word continues the
    /// line before it. So a long digest may take several lines.
    ///
    /// # Errors
    /// `sheet.line` for a line with an unknown word, `sheet.digest` for an incomplete digest, `sheet.twice` for two
    /// digests of one kind. `ledger.head` for a head that cannot be read, `sheet.empty` if there is no line.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let text = str::from_utf8(bytes).map_err(|_| codes::sheet_line())?;
        if bytes.len() > BYTES {
            return Err(codes::sheet_line().into());
        }
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut parts: Vec<(usize, Label, Vec<&str>)> = Vec::new();
        let mut problems = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            match (labelled(line), parts.last_mut()) {
                _ if line.is_empty() => {}
                (Some((label, rest)), _) => parts.push((number, label, vec![rest])),
                (None, Some((.., lines))) => lines.push(line),
                (None, None) => problems.push(codes::sheet_line().at_line(Some(number))),
            }
        }
        let mut notes = Self::default();
        for (number, label, lines) in parts {
            if let Err(error) = notes.add(label, &lines) {
                let found = error.problems().iter().cloned();
                problems.extend(found.map(|problem| problem.at_line(Some(number))));
            }
        }
        if problems.is_empty() && notes == Self::default() {
            problems.push(codes::sheet_empty());
        }
        Error::unless_none(problems)?;
        Ok(notes)
    }

    fn add(&mut self, label: Label, lines: &[&str]) -> Result<(), Error> {
        match label {
            Label::Commitment => once(&mut self.commitment, digest(lines)?),
            Label::Record => once(&mut self.record, digest(lines)?),
            Label::Ledger => {
                self.heads.push(Head::read(lines.join(" ").as_bytes())?);
                Ok(())
            }
            Label::Values => {
                let lines = lines.iter().filter(|line| !line.is_empty());
                self.values.extend(lines.map(|line| (*line).to_owned()));
                Ok(())
            }
        }
    }

    /// The digest of the commitment that was read out before the draw.
    pub const fn commitment(&self) -> Option<Digest> {
        self.commitment
    }

    /// The values, one per line.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// The digest of the record.
    pub const fn record(&self) -> Option<Digest> {
        self.record
    }

    /// The heads of the ledger.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// The notes as an indented JSON document (`notes.schema.json`).
    pub fn to_json(&self) -> String {
        let head = |head: &Head| {
            let mut json = json!({"size": head.size(), "root": head.root().to_string()});
            if let Some(origin) = head.origin() {
                json["origin"] = origin.into();
            }
            json
        };
        let heads: Value = self.heads.iter().map(head).collect();
        let mut json = json!({"values": self.values, "heads": heads});
        for (name, digest) in [("commitment", self.commitment), ("record", self.record)] {
            if let Some(digest) = digest {
                json[name] = digest.to_string().into();
            }
        }
        format!("{json:#}\n")
    }
}

/// The subject of a line, and the rest of the line.
fn labelled(line: &str) -> Option<(Label, &str)> {
    let (word, rest) = line.split_once([':', '：'])?;
    let word = word.trim().to_lowercase();
    let (_, label) = LABELS.iter().find(|(of, _)| *of == word)?;
    Some((*label, rest.trim()))
}

fn digest(lines: &[&str]) -> Result<Digest, Error> {
    let digits: String = lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    let digest = digits.to_ascii_lowercase().parse();
    digest.map_err(|_| codes::sheet_digest(texts::shown(&digits)).into())
}

fn once(place: &mut Option<Digest>, digest: Digest) -> Result<(), Error> {
    match place.replace(digest) {
        Some(first) if first != digest => Err(codes::sheet_twice(first, digest).into()),
        _ => Ok(()),
    }
}
