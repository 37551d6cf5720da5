//! Forged records, which are consistent in everything except the chosen entities.

use serde_json::{Value, json};
use suiji::{Digest, Hash, Record};
use suiji_conformance::Small;

/// Makes records of one task without teams, from any commitment and contributions.
pub(super) struct Forger {
    commitment: Value,
    contributions: Value,
    /// The seed, and the keys K and O of the specification.
    seed: Digest,
    key: Digest,
    order: Digest,
}

impl Forger {
    pub(super) fn new(commitment: Value, contributions: Value) -> Self {
        let jcs = |value| serde_json_canonicalizer::to_vec(value).unwrap();
        let digest = Hash::Sha256.digest(&jcs(&commitment));
        let seed = Hash::Sha256.derive("seed", &[digest.as_bytes(), &jcs(&contributions)]);
        Self::with_seed(commitment, contributions, seed)
    }

    /// A forger with a seed that does not follow from commitment and contributions.
    pub(super) fn with_seed(commitment: Value, contributions: Value, seed: Digest) -> Self {
        let (kind, name) = match commitment["tasks"][0]["coordination"].as_str() {
            Some(group) => ("coordination", group.to_owned()),
            None => ("task", "J1".to_owned()),
        };
        let of = |label| {
            let parts = [seed.as_bytes(), kind.as_bytes(), name.as_bytes()];
            Hash::Sha256.derive(label, &parts)
        };
        Self {
            seed,
            key: of("draw"),
            order: of("order"),
            commitment,
            contributions,
        }
    }

    /// A forger with the true commitment of a case.
    pub(super) fn of(case: &Small) -> Self {
        let commitment = case.seal().unwrap().commitment().to_json();
        Self::new(super::parsed(&commitment), case.contributions.clone())
    }

    fn ticket(&self, id: &str) -> Digest {
        Hash::Sha256.digest(&[self.key.as_bytes(), id.as_bytes()].concat())
    }

    /// The entities in the order of their true tickets.
    pub(super) fn by_ticket(&self, entities: &[Value]) -> Vec<Value> {
        let mut entities = entities.to_vec();
        entities.sort_by_key(|entity| self.ticket(entity["id"].as_str().unwrap()));
        entities
    }

    /// The correct selection: the first of each class by true tickets.
    pub(super) fn true_selection(&self, entities: &[Value], takes: &[(&str, usize)]) -> Vec<Value> {
        let mut chosen = Vec::new();
        for (class, take) in takes {
            let ranked = self.by_ticket(entities);
            let of_class = ranked
                .into_iter()
                .filter(|entity| entity["class"] == *class);
            chosen.extend(of_class.take(*take));
        }
        chosen
    }

    /// A record that selects these entities, with their true tickets and order of visits.
    pub(super) fn record(&self, chosen: &[Value]) -> Record {
        let mut chosen = chosen.to_vec();
        chosen.sort_by_key(|entity| {
            let id = entity["id"].as_str().unwrap();
            Hash::Sha256.digest(&[self.order.as_bytes(), id.as_bytes()].concat())
        });
        let selected = chosen.iter().map(|entity| {
            let ticket = self.ticket(entity["id"].as_str().unwrap()).to_string();
            json!({"id": entity["id"], "stratum": entity["class"], "ticket": ticket})
        });
        let record = json!({
            "spec": "suiji-v1", "commitment": self.commitment, "contributions": self.contributions,
            "seed": self.seed.to_string(),
            "draws": [{"task": "J1", "key": self.key.to_string(), "selected": selected.collect::<Vec<_>>()}],
        });
        Record::from_json(record.to_string().as_bytes()).unwrap()
    }
}
