//! The vectors, a commitment, and keys.

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use suiji::Commitment;
use suiji_evidence::timestamp::{Token, Trusted};
use suiji_evidence::{Envelope, Policy, PrivateKey, PublicKey, Statement};

/// The commitment of the worked example in annex E of SPEC.md.
pub(crate) fn commitment() -> Commitment {
    let spec = fs::read_to_string(root().join("../suiji/SPEC.md")).unwrap();
    let line = spec
        .lines()
        .find_map(|line| line.strip_prefix("commitment='"));
    let json = line.unwrap().strip_suffix('\'').unwrap();
    Commitment::from_json(json.as_bytes()).unwrap()
}

/// The record of the same example.
pub(crate) fn record() -> suiji::Record {
    let spec = fs::read_to_string(root().join("../suiji/SPEC.md")).unwrap();
    let line = spec.lines().find_map(|line| line.strip_prefix("record='"));
    let json = line.unwrap().strip_suffix('\'').unwrap();
    suiji::Record::from_json(json.as_bytes()).unwrap()
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of vectors.
pub(crate) fn vectors(name: &str) -> Value {
    let path = root().join("../../tests/vectors/evidence").join(name);
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The elements of a list in the vectors. There must be at least `at_least`.
pub(crate) fn list<'v>(vectors: &'v Value, name: &str, at_least: usize) -> &'v [Value] {
    let list = vectors[name].as_array().unwrap();
    assert!(list.len() >= at_least, "{name}: {}", list.len());
    list
}

pub(crate) fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name]
        .as_str()
        .unwrap_or_else(|| unreachable!("{name} of {value}"))
}

pub(crate) fn hex(text: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

/// A key of the vectors of envelopes.
pub(crate) fn public(vectors: &Value, name: &str) -> PublicKey {
    PublicKey::from_pem(text(key(vectors, name), "public").as_bytes()).unwrap()
}

pub(crate) fn private(vectors: &Value, name: &str) -> PrivateKey {
    PrivateKey::from_pem(text(key(vectors, name), "private").as_bytes()).unwrap()
}

fn key<'v>(vectors: &'v Value, name: &str) -> &'v Value {
    let mut keys = vectors["keys"].as_array().unwrap().iter();
    keys.find(|key| key["name"] == name).unwrap()
}

pub(crate) const OFFICE: &str = "样例县市场监管局";
pub(crate) const WITNESS: &str = "样例见证人";

/// An envelope of the vectors: a JSON value, or a text.
pub(crate) fn envelope(value: &Value) -> Result<Envelope, suiji_evidence::Error> {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    Envelope::from_json(text.as_bytes())
}

/// A statement about a commitment in the vectors.
pub(crate) fn statement(value: &Value) -> Statement {
    let hash = text(value, "hash").parse().unwrap();
    Statement::new(hash, text(value, "commitment").parse().unwrap())
}

/// The bytes of a token of the vectors.
pub(crate) fn token(value: &Value) -> Vec<u8> {
    STANDARD.decode(text(value, "token")).unwrap()
}

/// The trusted certificates that a vector names.
pub(crate) fn trusted(vectors: &Value, value: &Value) -> Trusted {
    let names = value["trusted"].as_array().unwrap().iter();
    let pems = names.map(|name| text(&vectors["certificates"], name.as_str().unwrap()));
    let files = pems.map(|pem| Trusted::from_bytes(pem.as_bytes()).unwrap());
    files.fold(Trusted::default(), Trusted::and)
}

/// A token of the vectors, by its description.
pub(crate) fn token_about(vectors: &Value, about: &str) -> Token {
    let accepted = vectors["accepted"].as_array().unwrap().iter();
    let all = accepted.chain(vectors["refused"].as_array().unwrap());
    let found = all
        .into_iter()
        .find(|value| value["about"] == about)
        .unwrap();
    Token::from_bytes(&token(found)).unwrap()
}

/// A policy with keys (name, role, public key) and rules.
pub(crate) fn policy(keys: &[(&str, &str, &PublicKey)], rules: Value) -> Policy {
    let key = |(name, role, key): &(&str, &str, &PublicKey)| json!({"name": name, "role": role, "key": key.to_pem()});
    let keys: Vec<Value> = keys.iter().map(key).collect();
    let stamps = vectors("timestamps.json");
    let authorities = ["rsa", "p256"].map(|name| {
        let pem = text(&stamps["certificates"], &format!("{name}.root")).to_owned();
        json!({"name": format!("{name} 机构"), "certificates": pem})
    });
    let json = json!({"spec": "suiji-policy-v1", "keys": keys, "authorities": authorities, "rules": rules});
    Policy::from_json(json.to_string().as_bytes()).unwrap()
}
