//! A liar's program: records that are right in all but what he chooses.

use serde_json::{Value, json};
use suiji::{Digest, Hash, Record};
use suiji_conformance::Small;

/// Someone who makes a record of one task without a team by hand, to whatever sheet and contributions he likes.
pub(super) struct Liar {
    sheet: Value,
    contributions: Value,
    /// The seed, and the keys that the specification calls K and O.
    seed: Digest,
    key: Digest,
    order: Digest,
}

impl Liar {
    pub(super) fn new(sheet: Value, contributions: Value) -> Self {
        let jcs = |value| serde_json_canonicalizer::to_vec(value).unwrap();
        let digest = Hash::Sha256.digest(&jcs(&sheet));
        let seed = Hash::Sha256.derive("seed", &[digest.as_bytes(), &jcs(&contributions)]);
        let of = |label| Hash::Sha256.derive(label, &[seed.as_bytes(), b"task", b"J1"]);
        Self {
            seed,
            key: of("draw"),
            order: of("order"),
            sheet,
            contributions,
        }
    }

    /// One who works from the honest sheet.
    pub(super) fn of(case: &Small) -> Self {
        let sheet = case.seal().unwrap().commitment().to_json();
        Self::new(super::parsed(&sheet), case.contributions.clone())
    }

    fn ticket(&self, id: &str) -> Digest {
        Hash::Sha256.digest(&[self.key.as_bytes(), id.as_bytes()].concat())
    }

    /// The firms in the order of their true tickets.
    pub(super) fn by_ticket(&self, firms: &[Value]) -> Vec<Value> {
        let mut firms = firms.to_vec();
        firms.sort_by_key(|firm| self.ticket(firm["id"].as_str().unwrap()));
        firms
    }

    /// The first of each class, in the order of true tickets.
    pub(super) fn honest_choice(&self, firms: &[Value], takes: &[(&str, usize)]) -> Vec<Value> {
        let mut chosen = Vec::new();
        for (class, take) in takes {
            let ranked = self.by_ticket(firms);
            let of_class = ranked.into_iter().filter(|firm| firm["class"] == *class);
            chosen.extend(of_class.take(*take));
        }
        chosen
    }

    /// A record of these firms, with their true tickets, in the true order of visits.
    pub(super) fn record(&self, chosen: &[Value]) -> Record {
        let mut chosen = chosen.to_vec();
        chosen.sort_by_key(|firm| {
            let id = firm["id"].as_str().unwrap();
            Hash::Sha256.digest(&[self.order.as_bytes(), id.as_bytes()].concat())
        });
        let selected = chosen.iter().map(|firm| {
            let ticket = self.ticket(firm["id"].as_str().unwrap()).to_string();
            json!({"id": firm["id"], "stratum": firm["class"], "ticket": ticket})
        });
        let record = json!({
            "spec": "suiji-v1", "commitment": self.sheet, "contributions": self.contributions,
            "seed": self.seed.to_string(),
            "draws": [{"task": "J1", "key": self.key.to_string(), "selected": selected.collect::<Vec<_>>()}],
        });
        Record::from_json(record.to_string().as_bytes()).unwrap()
    }
}
