//! The verdicts of a policy [P8].

use serde_json::{Value, json};
use suiji::Lang;

use super::presented::Presented;
use super::rules::{Party, Policy, Role, Rule};
use crate::base::problem::Error;
use crate::base::texts::{self, Text};
use crate::envelope::{Document, Envelope};
use crate::key::KeyId;
use crate::timestamp::{Place, Stamp};

/// The state of a rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RuleState {
    /// Enough keys signed, or enough authorities stamped.
    Met,
    /// Too few did.
    NotMet,
    /// The document does not exist or was not provided.
    NoDocument,
}

/// A rule, and the keys or authorities that meet it.
#[derive(Clone, Debug)]
pub struct RuleVerdict {
    rule: Rule,
    state: RuleState,
    names: Vec<String>,
}

/// The state of a key for a document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyState {
    /// The key signed this document.
    Signed,
    /// The key has not signed.
    NotSigned,
    /// The signature is not valid.
    Invalid,
    /// The key signed another document of the same kind.
    OtherDocument,
}

/// A key, and whether it signed a document.
#[derive(Clone, Debug)]
pub struct KeyVerdict {
    name: String,
    role: Role,
    key: KeyId,
    document: Document,
    state: KeyState,
}

/// A timestamp, and the facts that it proves.
#[derive(Clone, Debug)]
pub struct StampVerdict {
    document: Document,
    /// The authority, by its name in the policy.
    name: Option<String>,
    stamp: Result<Stamp, Error>,
    sealed: Option<Place>,
    values: Vec<(Text, Place)>,
}

/// The verdicts of a policy about a draw.
#[derive(Clone, Debug)]
pub struct PolicyReport {
    rules: Vec<RuleVerdict>,
    keys: Vec<KeyVerdict>,
    stamps: Vec<StampVerdict>,
    strangers: Vec<(Document, KeyId)>,
}

impl Presented {
    /// [P8] A verdict for each rule of a policy, for each key and for each timestamp.
    pub fn verify(&self, policy: &Policy) -> PolicyReport {
        verify(self, policy)
    }
}

/// [P8] Makes the verdicts about the provided documents and evidence.
fn verify(presented: &Presented, policy: &Policy) -> PolicyReport {
    let keys = keys(presented, policy);
    let stamps = stamps(presented, policy);
    let rules = policy.rules.iter().map(|&rule| {
        let mut names: Vec<String> = match rule {
            Rule::Signatures { document, role, .. } => keys
                .iter()
                .filter(|of| of.document == document && of.role == role)
                .filter(|of| of.state == KeyState::Signed)
                .map(|of| of.name.clone())
                .collect(),
            Rule::Timestamps { document, .. } => {
                let counted = stamps
                    .iter()
                    .filter(|of| of.document == document && of.counts());
                counted.filter_map(|of| of.name.clone()).collect()
            }
        };
        names.sort_unstable();
        names.dedup();
        let state = match presented.statement(rule.document()) {
            None => RuleState::NoDocument,
            Some(_) if names.len() >= rule.at_least() => RuleState::Met,
            Some(_) => RuleState::NotMet,
        };
        RuleVerdict { rule, state, names }
    });
    PolicyReport {
        rules: rules.collect(),
        strangers: strangers(presented, policy),
        keys,
        stamps,
    }
}

/// Each key with the documents that a rule requires its role to sign, and those that it signed.
fn keys(presented: &Presented, policy: &Policy) -> Vec<KeyVerdict> {
    let mut verdicts = Vec::new();
    for document in Document::ALL {
        let of_rules = |role: Role| {
            policy.rules.iter().any(|rule| {
                matches!(rule, Rule::Signatures { document: of, role: by, .. } if *of == document && *by == role)
            })
        };
        let has_document = presented.statement(document).is_some();
        for party in &policy.parties {
            let state = state(presented, document, party);
            if state != KeyState::NotSigned || has_document && of_rules(party.role) {
                verdicts.push(KeyVerdict {
                    name: party.name.clone(),
                    role: party.role,
                    key: party.key.id(),
                    document,
                    state,
                });
            }
        }
    }
    verdicts
}

/// [P8] The state of a key for a document. Of several envelopes, the strongest statement counts.
fn state(presented: &Presented, document: Document, party: &Party) -> KeyState {
    let of_document = |envelope: &&Envelope| envelope.document() == document;
    let envelopes = presented.envelopes.iter().filter(of_document);
    let mut state = KeyState::NotSigned;
    for envelope in envelopes.filter(|of| of.signature_of(party.key.id()).is_some()) {
        let is_this = presented.statement(document) == Some(envelope.statement());
        match (envelope.verify(&party.key), is_this) {
            (Ok(()), true) => return KeyState::Signed,
            (Ok(()), false) => state = KeyState::OtherDocument,
            (Err(_), _) if state == KeyState::NotSigned => state = KeyState::Invalid,
            (Err(_), _) => {}
        }
    }
    state
}

/// Signatures of keys that are not in the policy. They do not count.
fn strangers(presented: &Presented, policy: &Policy) -> Vec<(Document, KeyId)> {
    let known = |id: &KeyId| policy.parties.iter().any(|party| party.key.id() == *id);
    let mut all = Vec::new();
    for envelope in &presented.envelopes {
        let ids = envelope.keys().filter(|id| !known(id));
        all.extend(ids.map(|id| (envelope.document(), id)));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn stamps(presented: &Presented, policy: &Policy) -> Vec<StampVerdict> {
    let tokens = presented.tokens.iter();
    tokens
        .filter_map(|(document, token)| {
            let statement = presented.statement(*document)?;
            let (mut name, mut found) = (None, None);
            for authority in &policy.authorities {
                match token.verify(statement, &authority.trusted) {
                    Ok(stamp) => {
                        (name, found) = (Some(authority.name.clone()), Some(Ok(stamp)));
                        break;
                    }
                    Err(error) => {
                        found.get_or_insert(Err(error));
                    }
                }
            }
            // Without an authority, only errors that need no authority can be found.
            let stamp = found.unwrap_or_else(|| token.verify(statement, &Default::default()));
            let verified = stamp.as_ref().ok();
            let sealed = presented.sealed_at.unix_seconds();
            let place = |(what, unix): &(Text, i64)| Some((what.clone(), verified?.place(*unix)));
            Some(StampVerdict {
                document: *document,
                sealed: verified.map(|stamp| stamp.place(sealed)),
                values: presented.values.iter().filter_map(place).collect(),
                name,
                stamp,
            })
        })
        .collect()
}

impl RuleVerdict {
    /// The rule.
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// The state.
    pub const fn state(&self) -> RuleState {
        self.state
    }

    /// The names, from the policy, of those who signed or stamped.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The verdict in words.
    pub fn message(&self, lang: Lang) -> String {
        let rule = self.rule.text();
        let names = names(&self.names);
        let text = match self.state {
            RuleState::Met => texts::rule_met(rule, self.names.len(), names),
            RuleState::NotMet if self.names.is_empty() => texts::rule_met_by_nobody(rule),
            RuleState::NotMet => texts::rule_not_met(rule, self.names.len(), names),
            RuleState::NoDocument => texts::rule_no_document(rule),
        };
        text.get(lang).to_owned()
    }
}

impl KeyVerdict {
    /// The name of the key's owner.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The role of the owner.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The id of the key.
    pub const fn key(&self) -> KeyId {
        self.key
    }

    /// The document that the key signed or should have signed.
    pub const fn document(&self) -> Document {
        self.document
    }

    /// The state.
    pub const fn state(&self) -> KeyState {
        self.state
    }

    /// The verdict in words.
    pub fn message(&self, lang: Lang) -> String {
        let (role, name, document) = (self.role.text(), &*self.name, self.document.text());
        let text = match self.state {
            KeyState::Signed => texts::key_signed(role, name, document),
            KeyState::NotSigned => texts::key_not_signed(role, name, document),
            KeyState::Invalid => texts::key_invalid(role, name, document),
            KeyState::OtherDocument => texts::key_other_document(role, name, document),
        };
        text.get(lang).to_owned()
    }
}

impl KeyState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::NotSigned => "not_signed",
            Self::Invalid => "invalid",
            Self::OtherDocument => "other_document",
        }
    }
}

impl RuleState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NoDocument => "no_document",
        }
    }
}

impl StampVerdict {
    /// The stamped document.
    pub const fn document(&self) -> Document {
        self.document
    }

    /// The authority, by its name in the policy.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The verified timestamp.
    ///
    /// # Errors
    /// The problems of the token.
    pub const fn stamp(&self) -> Result<&Stamp, &Error> {
        self.stamp.as_ref()
    }

    /// [P8] Whether it counts: it is verified and, for a commitment, earlier than any known value.
    fn counts(&self) -> bool {
        let is_before = |(_, place): &(Text, Place)| matches!(place, Place::Before(_));
        let in_time = self.document != Document::Commitment || self.values.iter().all(is_before);
        self.stamp.is_ok() && self.name.is_some() && in_time
    }

    /// The proved facts, line by line.
    pub fn messages(&self, lang: Lang) -> Vec<String> {
        let document = self.document.text();
        let stamp = match &self.stamp {
            Ok(stamp) => stamp,
            Err(error) => {
                let problem = Text::of(|lang| error.message(lang));
                return vec![texts::stamp_invalid(document, problem).get(lang).to_owned()];
            }
        };
        let name = self.name.as_deref().unwrap_or(stamp.authority());
        let mut lines = vec![texts::stamp_at(
            document,
            name,
            stamp.time().as_str(),
            stamp.authority(),
        )];
        if let Some(place) = self.sealed {
            lines.push(sealed(place));
        }
        if self.document == Document::Commitment {
            let of_value = |(what, place): &(Text, Place)| value(what, *place);
            lines.extend(self.values.iter().map(of_value));
            if self.values.is_empty() {
                lines.push(texts::stamp_no_value());
            }
        }
        lines.iter().map(|text| text.get(lang).to_owned()).collect()
    }
}

impl PolicyReport {
    /// The verdict of each rule, in the order of the policy.
    pub fn rules(&self) -> &[RuleVerdict] {
        &self.rules
    }

    /// The verdict of each key for each document.
    pub fn keys(&self) -> &[KeyVerdict] {
        &self.keys
    }

    /// The verdict of each timestamp.
    pub fn stamps(&self) -> &[StampVerdict] {
        &self.stamps
    }

    /// Keys that signed but are not in the policy.
    pub fn strangers(&self) -> &[(Document, KeyId)] {
        &self.strangers
    }

    /// Whether all rules are met. [`RuleState::NotMet`] if any rule is not met. A rule about a document that does not
    /// exist does not count.
    pub fn verdict(&self) -> RuleState {
        match self.rules.iter().any(|of| of.state == RuleState::NotMet) {
            true => RuleState::NotMet,
            false => RuleState::Met,
        }
    }

    /// Facts that signatures and timestamps cannot prove.
    pub fn trusted(&self, lang: Lang) -> Vec<String> {
        let mut lines = vec![
            texts::trust_keys(),
            texts::trust_signing_time(),
            texts::trust_policy(),
        ];
        if self.stamps.iter().any(|of| of.stamp.is_ok()) {
            lines.push(texts::trust_revocation());
        }
        lines.iter().map(|text| text.get(lang).to_owned()).collect()
    }

    /// The report as an indented JSON document.
    pub fn to_json(&self) -> String {
        let rules: Value = self.rules.iter().map(rule_to_json).collect();
        let keys: Value = self.keys.iter().map(key_to_json).collect();
        let stamps: Value = self.stamps.iter().map(stamp_to_json).collect();
        let stranger = |(document, key): &(Document, KeyId)| json!({"document": document.as_str(), "key": key.to_string()});
        let strangers: Value = self.strangers.iter().map(stranger).collect();
        let trust = |lang| self.trusted(lang);
        let json = json!({
            "verdict": self.verdict().as_str(),
            "rules": rules,
            "keys": keys,
            "timestamps": stamps,
            "strangers": strangers,
            "on_trust": {"zh": trust(Lang::Zh), "en": trust(Lang::En)},
        });
        format!("{json:#}\n")
    }
}

/// Names in one line.
fn names(names: &[String]) -> Text {
    let names: Vec<Text> = names
        .iter()
        .map(|name| Text::of(|_| name.clone()))
        .collect();
    Text::joined(&names, &texts::name_separator())
}

/// A timestamp, compared with the time of sealing.
fn sealed(place: Place) -> Text {
    match place {
        Place::After(seconds) => texts::stamp_after_sealing(seconds),
        Place::Before(seconds) => texts::stamp_before_sealing(seconds),
        Place::Unclear => texts::stamp_unclear_sealing(),
    }
}

/// A timestamp, compared with the time when a value became known.
fn value(what: &Text, place: Place) -> Text {
    let what = what.clone();
    match place {
        Place::Before(seconds) => texts::stamp_before_value(what, seconds),
        Place::After(seconds) => texts::stamp_after_value(what, seconds),
        Place::Unclear => texts::stamp_unclear_value(what),
    }
}

fn rule_to_json(verdict: &RuleVerdict) -> Value {
    let mut json = json!({
        "document": verdict.rule.document().as_str(),
        "at_least": verdict.rule.at_least(),
        "state": verdict.state.as_str(),
        "names": verdict.names,
    });
    match verdict.rule {
        Rule::Signatures { role, .. } => json["role"] = role.as_str().into(),
        Rule::Timestamps { .. } => json["timestamps"] = true.into(),
    }
    json["message"] = in_both(|lang| verdict.message(lang));
    json
}

fn key_to_json(verdict: &KeyVerdict) -> Value {
    json!({
        "name": verdict.name,
        "role": verdict.role.as_str(),
        "key": verdict.key.to_string(),
        "document": verdict.document.as_str(),
        "state": verdict.state.as_str(),
        "message": in_both(|lang| verdict.message(lang)),
    })
}

fn stamp_to_json(verdict: &StampVerdict) -> Value {
    let mut json = json!({
        "document": verdict.document.as_str(),
        "counts": verdict.counts(),
        "message": in_both(|lang| verdict.messages(lang).join("\n")),
    });
    if let Some(name) = &verdict.name {
        json["name"] = name.as_str().into();
    }
    match &verdict.stamp {
        Ok(stamp) => {
            json["time"] = stamp.time().as_str().into();
            json["authority"] = stamp.authority().into();
            json["serial"] = stamp.serial().into();
        }
        Err(error) => {
            let codes: Vec<&str> = error.problems().iter().map(|of| of.code()).collect();
            json["codes"] = codes.into();
        }
    }
    json
}

fn in_both(message: impl Fn(Lang) -> String) -> Value {
    json!({"zh": message(Lang::Zh), "en": message(Lang::En)})
}
