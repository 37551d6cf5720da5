//! Reads a policy. An office writes it by hand, so all faults are reported at once.

use serde_json::Value;

use super::rules::{Authority, Party, Policy, Role, Rule};
use crate::base::problem::Error;
use crate::base::strict::{self, Faults, Fields};
use crate::base::texts::{self, codes};
use crate::envelope::Document;
use crate::key::PublicKey;
use crate::timestamp::Trusted;

/// The `spec` of a policy.
const SPEC: &str = "suiji-policy-v1";

const DOCUMENTS: [(&str, Document); 3] = [
    (Document::Commitment.as_str(), Document::Commitment),
    (Document::Record.as_str(), Document::Record),
    (Document::Amendments.as_str(), Document::Amendments),
];

impl Policy {
    /// [P7] Reads a policy. All faults are reported.
    ///
    /// # Errors
    /// `policy.form`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        read(bytes)
    }
}

/// Reads a policy.
fn read(bytes: &[u8]) -> Result<Policy, Error> {
    let document = strict::document(bytes).map_err(codes::policy_form)?;
    let mut faults = Faults::default();
    let known = ["spec", "keys", "authorities", "rules"];
    let Some(fields) = Fields::of(&document, "", &known, &mut faults) else {
        return Err(faults.into_error(codes::policy_form));
    };
    fields.word("spec", &[(SPEC, ())], &mut faults);
    let parties = parties(&fields, &mut faults);
    let authorities = authorities(&fields, &mut faults);
    let mut rules = Vec::new();
    for (path, item) in fields.list("rules", &mut faults) {
        let Some(rule) = rule(&path, item, &mut faults) else {
            continue;
        };
        check(&path, rule, (&parties, &authorities), &mut faults);
        if rules.iter().any(|of| is_same(*of, rule)) {
            faults.push(&path, texts::rule_twice());
        }
        rules.push(rule);
    }
    if fields.has("rules") && rules.is_empty() && faults.is_empty() {
        faults.push("rules", texts::no_rules());
    }
    match faults.is_empty() {
        true => Ok(Policy {
            parties,
            authorities,
            rules,
        }),
        false => Err(faults.into_error(codes::policy_form)),
    }
}

fn parties(fields: &Fields<'_>, faults: &mut Faults) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    for (path, item) in fields.list("keys", faults) {
        let Some(fields) = Fields::of(item, &path, &["name", "role", "key"], faults) else {
            continue;
        };
        let name = fields.text("name", faults);
        let role = fields.word("role", &Role::ALL, faults);
        let key = fields.text("key", faults);
        let key = key.and_then(|pem| match PublicKey::from_pem(pem.as_bytes()) {
            Ok(key) => Some(key),
            Err(error) => {
                faults.push_error(&fields.path("key"), &error);
                None
            }
        });
        let (Some(name), Some(role), Some(key)) = (name, role, key) else {
            continue;
        };
        if parties.iter().any(|party| party.name == name) {
            faults.push(&fields.path("name"), texts::name_twice(name));
        }
        if let Some(other) = parties.iter().find(|party| party.key == key) {
            faults.push(&fields.path("key"), texts::key_of_another(&*other.name));
        }
        let name = name.to_owned();
        parties.push(Party { name, role, key });
    }
    parties
}

fn authorities(fields: &Fields<'_>, faults: &mut Faults) -> Vec<Authority> {
    let mut authorities: Vec<Authority> = Vec::new();
    if !fields.has("authorities") {
        return authorities;
    }
    for (path, item) in fields.list("authorities", faults) {
        let Some(fields) = Fields::of(item, &path, &["name", "certificates"], faults) else {
            continue;
        };
        let name = fields.text("name", faults);
        let certificates = fields.text("certificates", faults);
        let trusted = certificates.and_then(|pem| match Trusted::from_bytes(pem.as_bytes()) {
            Ok(trusted) => Some(trusted),
            Err(error) => {
                faults.push_error(&fields.path("certificates"), &error);
                None
            }
        });
        let (Some(name), Some(trusted)) = (name, trusted) else {
            continue;
        };
        if authorities.iter().any(|authority| authority.name == name) {
            faults.push(&fields.path("name"), texts::name_twice(name));
        }
        let name = name.to_owned();
        authorities.push(Authority { name, trusted });
    }
    authorities
}

/// A rule about signatures has a role. A rule about timestamps has their number in
/// `timestamps`.
fn rule(path: &str, item: &Value, faults: &mut Faults) -> Option<Rule> {
    let of_timestamps = item.get("timestamps").is_some();
    let known: &[&str] = match of_timestamps {
        true => &["document", "timestamps"],
        false => &["document", "role", "at_least"],
    };
    let fields = Fields::of(item, path, known, faults)?;
    let document = fields.word("document", &DOCUMENTS, faults);
    if of_timestamps {
        let at_least = fields.count("timestamps", faults);
        let (document, at_least) = (document?, at_least?);
        return Some(Rule::Timestamps { document, at_least });
    }
    let role = fields.word("role", &Role::ALL, faults);
    let at_least = fields.count("at_least", faults);
    Some(Rule::Signatures {
        document: document?,
        role: role?,
        at_least: at_least?,
    })
}

/// A rule that cannot be met is a fault.
fn check(
    path: &str,
    rule: Rule,
    (parties, authorities): (&[Party], &[Authority]),
    faults: &mut Faults,
) {
    let most = match rule {
        Rule::Signatures { role, .. } => parties.iter().filter(|of| of.role == role).count(),
        Rule::Timestamps { .. } => authorities.len(),
    };
    if rule.at_least() > most {
        faults.push(path, texts::rule_too_many(rule.at_least(), most));
    }
}

/// Whether two rules are about the same signatures or timestamps.
fn is_same(a: Rule, b: Rule) -> bool {
    let role = |rule| match rule {
        Rule::Signatures { role, .. } => Some(role),
        Rule::Timestamps { .. } => None,
    };
    a.document() == b.document() && role(a) == role(b)
}
