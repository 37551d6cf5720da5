//! Keys, envelopes, tokens and policies as hostile inputs.

use std::fs;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use suiji_evidence::timestamp::{Token, Trusted};
use suiji_evidence::{Envelope, Policy, PrivateKey, PublicKey, Statement};

use crate::format::Format;
use crate::root;

/// A file of vectors.
fn vectors(name: &str) -> Value {
    let path = root().join("vectors/evidence").join(name);
    let bytes = fs::read(path).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// The texts under a name in a list of the vectors.
fn texts<'v>(vectors: &'v Value, list: &str, name: &'v str) -> impl Iterator<Item = &'v str> {
    let list = vectors[list].as_array().into_iter().flatten();
    list.filter_map(move |value| value[name].as_str())
}

/// Valid documents of the format.
pub(crate) fn seeds(format: Format) -> Vec<Vec<u8>> {
    let (envelopes, stamps) = (vectors("envelopes.json"), vectors("timestamps.json"));
    let keys = || texts(&envelopes, "keys", "public");
    match format {
        Format::Key => {
            let certificate = stamps["certificates"]["p256.root"].as_str();
            let all = keys()
                .chain(texts(&envelopes, "keys", "private"))
                .chain(certificate);
            all.map(|text| text.as_bytes().to_vec()).collect()
        }
        Format::Envelope => {
            let accepted = envelopes["accepted"].as_array().into_iter().flatten();
            accepted
                .map(|of| of["envelope"].to_string().into_bytes())
                .collect()
        }
        Format::Token => {
            let tokens = texts(&stamps, "accepted", "token");
            tokens
                .filter_map(|text| STANDARD.decode(text).ok())
                .collect()
        }
        _ => {
            let keys: Vec<Value> = (0..)
                .zip(keys())
                .map(|(number, key): (u32, _)| {
                    json!({"name": format!("样例{number}"), "role": "witness", "key": key})
                })
                .collect();
            let policy = json!({
                "spec": "suiji-policy-v1",
                "keys": keys,
                "authorities": [{"name": "样例机构", "certificates": stamps["certificates"]["p256.root"]}],
                "rules": [{"document": "commitment", "role": "witness", "at_least": 2},
                    {"document": "commitment", "timestamps": 1}],
            });
            vec![policy.to_string().into_bytes()]
        }
    }
}

/// The keys, tokens and policies with which inputs are verified.
struct Context {
    statement: Option<Statement>,
    trusted: Trusted,
    keys: Vec<PublicKey>,
}

/// Reads the bytes and, if they are valid, verifies the result. It must return.
pub(crate) fn read(format: Format, bytes: &[u8]) {
    static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
        let (envelopes, stamps) = (vectors("envelopes.json"), vectors("timestamps.json"));
        let keys = texts(&envelopes, "keys", "public");
        let roots = stamps["certificates"].as_object().into_iter().flatten();
        let roots = roots.filter_map(|(_, pem)| Trusted::from_bytes(pem.as_str()?.as_bytes()).ok());
        let digest = stamps["accepted"][0]["statement"]["commitment"].as_str();
        let digest = digest.and_then(|digest| digest.parse().ok());
        Context {
            statement: digest.map(|digest| Statement::new(suiji::Hash::Sha256, digest)),
            trusted: roots.fold(Trusted::default(), Trusted::and),
            keys: keys
                .filter_map(|pem| PublicKey::from_pem(pem.as_bytes()).ok())
                .collect(),
        }
    });
    let context = &*CONTEXT;
    match format {
        Format::Key => {
            let private = PrivateKey::from_pem(bytes);
            drop(private.map(|key| key.sign(bytes)));
            drop(PublicKey::from_pem(bytes).map(|key| key.to_pem()));
            drop(Trusted::from_bytes(bytes).map(|trusted| trusted.names()));
        }
        Format::Envelope => {
            if let Ok(mut envelope) = Envelope::from_json(bytes) {
                for key in &context.keys {
                    drop(envelope.verify(key));
                    drop(envelope.attach(key, bytes));
                }
                let read = Envelope::from_json(envelope.to_json().as_bytes());
                assert!(read.is_ok_and(|read| read == envelope), "{envelope:?}");
            }
        }
        Format::Token => {
            if let (Ok(token), Some(statement)) = (Token::from_bytes(bytes), &context.statement) {
                drop(token.verify(statement, &context.trusted));
            }
        }
        _ => drop(Policy::from_json(bytes).map(|policy| policy.rules().len())),
    }
}
