//! One entry of a ledger: its number, the time, the root of all entries before it, and the event [L2].

use core::str;

use serde_json::{Value, json};
use suiji::ceremony::PartialContributions;
use suiji::values::Time;
use suiji::{Contribution, Digest};

use super::event::{Event, Opening, SealedEvent, Supersession};
use super::fields::{Fields, digest};
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};

/// The version of the format, in the first entry.
const SPEC: &str = "suiji-ledger-v1";

/// An entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    pub(super) number: u64,
    pub(super) at: Time,
    pub(super) before: Digest,
    pub(super) event: Event,
}

impl Entry {
    /// Its number, from 0.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// The time when it was written, by the clock of the office.
    pub const fn at(&self) -> &Time {
        &self.at
    }

    /// The root of the tree over all entries before it.
    pub const fn before(&self) -> Digest {
        self.before
    }

    /// The event.
    pub const fn event(&self) -> &Event {
        &self.event
    }

    /// [L2] The line of the entry, without its line end: canonical JSON, which is the leaf of the tree.
    pub(super) fn line(&self) -> Result<String, Error> {
        let mut json = fields(&self.event);
        json["number"] = self.number.into();
        json["at"] = self.at.as_str().into();
        json["before"] = self.before.to_string().into();
        let unwritable =
            |error: suiji::Error| codes::ledger_form(Text::of(|lang| error.message(lang)));
        let line = suiji::canonical_json(json.to_string().as_bytes()).map_err(unwritable)?;
        Ok(String::from_utf8_lossy(&line).into_owned())
    }

    /// [L2] Reads a line, which must be canonical JSON and have no other fields.
    pub(super) fn read(line: &[u8]) -> Result<Self, Problem> {
        let form = |error: suiji::Error| codes::ledger_form(Text::of(|lang| error.message(lang)));
        if suiji::canonical_json(line).map_err(form)? != line {
            return Err(codes::ledger_form(texts::not_canonical()));
        }
        let value: Result<Value, _> = serde_json::from_slice(line);
        let mut fields = Fields::of(value.unwrap_or_default())?;
        let entry = Self {
            number: fields.number("number")?,
            at: fields.parsed("at")?,
            before: fields.parsed("before")?,
            event: event(&mut fields)?,
        };
        fields.finish()?;
        Ok(entry)
    }
}

/// [L3] The fields of an event.
fn fields(event: &Event) -> Value {
    match event {
        Event::Opened(of) => {
            let (hash, origin) = (of.hash.as_str(), &of.origin);
            let mut json = json!({"kind": "opened", "spec": SPEC, "hash": hash, "origin": origin});
            if let Some(key) = &of.key {
                json["key"] = key.to_string().into();
            }
            json
        }
        Event::Sealed(of) => sealed(of),
        Event::Seen {
            commitment,
            source,
            contribution,
        } => {
            let list = PartialContributions::new([(*source, contribution.clone())]);
            let one = list_of(&list).pop().unwrap_or_default();
            json!({"kind": "seen", "commitment": commitment.to_string(), "contribution": one})
        }
        Event::Confirmed { commitment, source } => {
            json!({"kind": "confirmed", "commitment": commitment.to_string(), "source": source})
        }
        Event::Declined { commitment, source } => {
            json!({"kind": "declined", "commitment": commitment.to_string(), "source": source})
        }
        Event::Drawn {
            commitment,
            record,
            contributions,
            adopted,
        } => {
            let (commitment, record) = (commitment.to_string(), record.to_string());
            let mut json = json!({"kind": "drawn", "commitment": commitment, "record": record});
            json["contributions"] = list_of(contributions).into();
            adopt(json, *adopted)
        }
        Event::Amended {
            record,
            amendments,
            count,
        } => {
            let (record, amendments) = (record.to_string(), amendments.to_string());
            json!({"kind": "amended", "record": record, "amendments": amendments, "count": count})
        }
        Event::Published { record } => json!({"kind": "published", "record": record.to_string()}),
        Event::Left {
            commitment,
            reason,
            approved_by,
        } => json!({
            "kind": "left",
            "commitment": commitment.to_string(),
            "reason": reason,
            "approved_by": approved_by,
        }),
    }
}

fn sealed(of: &SealedEvent) -> Value {
    let mut json = json!({
        "kind": "sealed",
        "commitment": of.commitment.to_string(),
        "authority": of.authority,
        "year": of.year,
        "tasks": of.tasks,
    });
    if !of.follows.is_empty() {
        json["follows"] = of.follows.iter().map(Digest::to_string).collect();
    }
    let supersedes = of.supersedes.iter().map(|one| {
        json!({
            "commitment": one.commitment.to_string(),
            "reason": one.reason,
            "approved_by": one.approved_by,
        })
    });
    if !of.supersedes.is_empty() {
        json["supersedes"] = supersedes.collect();
    }
    adopt(json, of.adopted)
}

fn adopt(mut json: Value, adopted: bool) -> Value {
    if adopted {
        json["adopted"] = true.into();
    }
    json
}

fn list_of(contributions: &PartialContributions) -> Vec<Value> {
    serde_json::from_str(&contributions.to_json()).unwrap_or_default()
}

/// [L3] The event of an entry.
fn event(fields: &mut Fields) -> Result<Event, Problem> {
    let kind = fields.text("kind")?;
    Ok(match &*kind {
        "opened" => {
            let spec = fields.text("spec")?;
            if spec != SPEC {
                return Err(codes::ledger_spec(texts::shown(&spec), SPEC));
            }
            Event::Opened(Opening {
                hash: fields.parsed("hash")?,
                origin: fields.text("origin")?,
                key: fields.optional("key")?,
            })
        }
        "sealed" => Event::Sealed(SealedEvent {
            commitment: fields.parsed("commitment")?,
            authority: fields.text("authority")?,
            year: fields.number("year")?,
            tasks: fields.full_list("tasks", |id| id.as_str().map(str::to_owned))?,
            follows: fields.list("follows", digest)?,
            supersedes: fields.list("supersedes", supersession)?,
            adopted: fields.flag("adopted")?,
        }),
        "seen" => {
            let (source, contribution): (u64, Contribution) =
                fields.contribution("contribution")?;
            Event::Seen {
                commitment: fields.parsed("commitment")?,
                source,
                contribution,
            }
        }
        "confirmed" => Event::Confirmed {
            commitment: fields.parsed("commitment")?,
            source: fields.number("source")?,
        },
        "declined" => Event::Declined {
            commitment: fields.parsed("commitment")?,
            source: fields.number("source")?,
        },
        "drawn" => Event::Drawn {
            commitment: fields.parsed("commitment")?,
            record: fields.parsed("record")?,
            contributions: fields.contributions("contributions")?,
            adopted: fields.flag("adopted")?,
        },
        "amended" => Event::Amended {
            record: fields.parsed("record")?,
            amendments: fields.parsed("amendments")?,
            count: fields.number("count")?,
        },
        "published" => Event::Published {
            record: fields.parsed("record")?,
        },
        "left" => Event::Left {
            commitment: fields.parsed("commitment")?,
            reason: fields.text("reason")?,
            approved_by: fields.text("approved_by")?,
        },
        _ => return Err(codes::ledger_form(texts::unknown_kind(texts::shown(&kind)))),
    })
}

fn supersession(value: Value) -> Option<Supersession> {
    let mut fields = Fields::of(value).ok()?;
    let read = Supersession {
        commitment: fields.parsed("commitment").ok()?,
        reason: fields.text("reason").ok()?,
        approved_by: fields.text("approved_by").ok()?,
    };
    fields.finish().ok()?;
    Some(read)
}
