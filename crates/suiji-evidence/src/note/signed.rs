//! A note: its text and its signatures.

use core::fmt;
use core::str;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::key::{KeyId, Signer, Verifier, check_name};
use crate::base::problem::Error;
use crate::base::texts::{self, codes};

/// The maximum size of a note in bytes.
const BYTES: usize = 1 << 20;

/// The maximum number of signatures of a note.
const SIGNATURES: usize = 100;

/// The prefix of a signature line: an em dash and a blank.
const DASH: &str = "\u{2014} ";

/// A text with signatures, each by a named key.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// A line of a note: the key that signed, and the signature.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Signature {
    name: String,
    id: KeyId,
    bytes: Vec<u8>,
}

impl Signature {
    /// The name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id of the key.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// The signature itself.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The signers of a note: known keys, and keys that were not checked.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Signed {
    known: Vec<String>,
    unknown: Vec<String>,
}

impl Signed {
    /// The names of the known keys. Their signatures are valid.
    pub fn known(&self) -> &[String] {
        &self.known
    }

    /// The names on the other lines.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }
}

impl Note {
    /// A note without signatures yet.
    ///
    /// # Errors
    /// `note.form` if the text does not end with a line end, or has control characters.
    pub fn new(text: &str) -> Result<Self, Error> {
        check_text(text)?;
        match text.ends_with('\n') {
            true => Ok(Self {
                text: text.to_owned(),
                signatures: Vec::new(),
            }),
            false => Err(codes::note_form(texts::no_line_end()).into()),
        }
    }

    /// Reads a note. It must have 1 to 100 signatures.
    ///
    /// # Errors
    /// `note.form` for anything else, `note.name` for a name with blanks or a plus sign.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > BYTES {
            return Err(codes::note_form(texts::too_long(BYTES)).into());
        }
        let form = |problem| Error::from(codes::note_form(problem));
        let all = str::from_utf8(bytes).map_err(|_| form(texts::not_utf8()))?;
        check_text(all)?;
        // The last blank line counts, because the text may have others.
        let at = all
            .rfind("\n\n")
            .ok_or_else(|| form(texts::no_signatures()))?;
        let (text, lines) = (&all[..=at], &all[at + 2..]);
        let lines = lines
            .strip_suffix('\n')
            .ok_or_else(|| form(texts::no_line_end()))?;
        let lines: Vec<&str> = lines.split('\n').collect();
        if lines.len() > SIGNATURES {
            return Err(form(texts::too_many_signatures(SIGNATURES)));
        }
        let signatures: Result<_, Error> = lines.into_iter().map(read_line).collect();
        Ok(Self {
            text: text.to_owned(),
            signatures: signatures?,
        })
    }

    /// The text, with its line end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in order.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// Adds a signature.
    ///
    /// # Errors
    /// `note.form` if there are already 100. The error of the key if it cannot sign.
    pub fn sign(&mut self, signer: &dyn Signer) -> Result<(), Error> {
        if self.signatures.len() >= SIGNATURES {
            return Err(codes::note_form(texts::too_many_signatures(SIGNATURES)).into());
        }
        check_name(signer.name())?;
        self.signatures.push(Signature {
            name: signer.name().to_owned(),
            id: signer.id(),
            bytes: signer.sign(self.text.as_bytes())?,
        });
        Ok(())
    }

    /// Verifies the lines of known keys. Other lines are ignored.
    ///
    /// # Errors
    /// `note.signature` if the signature of a known key is wrong. `note.unsigned` if no line is from a known key.
    /// `note.ambiguous` if two known keys have the same name and id.
    pub fn verify(&self, keys: &[&dyn Verifier]) -> Result<Signed, Error> {
        let mut signed = Signed::default();
        let mut seen: Vec<(&str, KeyId)> = Vec::new();
        for line in &self.signatures {
            let of = (&*line.name, line.id);
            // A second line of one key is ignored.
            if seen.contains(&of) {
                continue;
            }
            seen.push(of);
            let mut known = keys.iter().filter(|key| (key.name(), key.id()) == of);
            match (known.next(), known.next()) {
                (None, _) => signed.unknown.push(line.name.clone()),
                (Some(_), Some(_)) => return Err(codes::note_ambiguous(&line.name).into()),
                (Some(key), None) => {
                    key.verify(self.text.as_bytes(), &line.bytes)?;
                    signed.known.push(line.name.clone());
                }
            }
        }
        match signed.known.is_empty() {
            true => Err(codes::note_unsigned().into()),
            false => Ok(signed),
        }
    }
}

impl fmt::Display for Note {
    /// The note as text. Without signatures it is only the signed text, which is not a valid note yet.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        if !self.signatures.is_empty() {
            f.write_str("\n")?;
        }
        for line in &self.signatures {
            let bytes = [line.id.as_bytes().as_slice(), &line.bytes].concat();
            writeln!(f, "{DASH}{} {}", line.name, STANDARD.encode(bytes))?;
        }
        Ok(())
    }
}

fn check_text(text: &str) -> Result<(), Error> {
    match text.chars().any(|c| c < ' ' && c != '\n') {
        true => Err(codes::note_form(texts::control_character()).into()),
        false => Ok(()),
    }
}

fn read_line(line: &str) -> Result<Signature, Error> {
    let form = || Error::from(codes::note_form(texts::not_a_signature_line()));
    let rest = line.strip_prefix(DASH).ok_or_else(form)?;
    let (name, signature) = rest.split_once(' ').ok_or_else(form)?;
    check_name(name)?;
    let bytes = STANDARD.decode(signature).map_err(|_| form())?;
    let (id, bytes) = bytes.split_first_chunk().ok_or_else(form)?;
    if bytes.is_empty() {
        return Err(form());
    }
    Ok(Signature {
        name: name.to_owned(),
        id: KeyId::from_bytes(*id),
        bytes: bytes.to_vec(),
    })
}
