//! A verified timestamp, and its comparison with other times.

use serde_json::json;
use suiji::values::Time;

use super::info::Moment;

/// A verified timestamp: the authority that stamped the document, and the time [P5].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stamp {
    pub(super) authority: String,
    pub(super) trusted: String,
    pub(super) moment: Moment,
    pub(super) accuracy: Option<i64>,
    pub(super) serial: String,
    pub(super) policy: String,
    pub(super) algorithm: &'static str,
}

/// The position of a timestamp relative to another time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Place {
    /// The stamp is earlier, by at least this number of whole seconds.
    Before(u64),
    /// The stamp is later, by at least this number of whole seconds.
    After(u64),
    /// The difference is within the accuracy of the stamp.
    Unclear,
}

const SECOND: i64 = 1_000_000;

impl Stamp {
    /// The subject of the certificate of the authority.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The subject of the trusted certificate that vouches for the authority. It may be the authority's own.
    pub fn trusted(&self) -> &str {
        &self.trusted
    }

    /// The time when the authority stamped the digest, in UTC, to the second.
    pub const fn time(&self) -> &Time {
        &self.moment.time
    }

    /// The accuracy of the time in microseconds, if the authority states it.
    pub const fn accuracy(&self) -> Option<i64> {
        self.accuracy
    }

    /// The serial number of the token, in hex.
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// The policy of the authority, as an object identifier.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The algorithm of the authority's signature, such as `RSA`.
    pub const fn algorithm(&self) -> &'static str {
        self.algorithm
    }

    /// The stamp as an indented JSON document (`stamp.schema.json`).
    pub fn to_json(&self) -> String {
        let mut json = json!({
            "authority": self.authority,
            "trusted": self.trusted,
            "time": self.time().as_str(),
            "serial": self.serial,
            "policy": self.policy,
            "algorithm": self.algorithm,
        });
        if let Some(accuracy) = self.accuracy {
            json["accuracy"] = accuracy.into();
        }
        format!("{json:#}\n")
    }

    /// [P5] Whether the stamp is before or after a time, in seconds since 1970. If the authority states no
    /// accuracy, the stamp counts as exact.
    pub fn place(&self, unix: i64) -> Place {
        let accuracy = self.accuracy.unwrap_or_default();
        let stamp = self.moment.time.unix_seconds();
        let stamp = stamp
            .saturating_mul(SECOND)
            .saturating_add(self.moment.micros);
        let other = unix.saturating_mul(SECOND);
        let until = other.saturating_sub(stamp.saturating_add(accuracy));
        let since = stamp.saturating_sub(accuracy).saturating_sub(other);
        let seconds = |micros: i64| u64::try_from(micros / SECOND).unwrap_or_default();
        match (until > 0, since >= 0) {
            (true, _) => Place::Before(seconds(until)),
            (false, true) => Place::After(seconds(since)),
            (false, false) => Place::Unclear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_before_a_time_only_if_its_accuracy_leaves_no_doubt() {
        // [P5]
        let stamp = |micros, accuracy| Stamp {
            authority: String::new(),
            trusted: String::new(),
            moment: Moment {
                time: "2024-09-02T01:00:00+00:00".parse().unwrap(),
                micros,
            },
            accuracy,
            serial: String::new(),
            policy: String::new(),
            algorithm: "RSA",
        };
        let at = 1_725_238_800;
        assert_eq!(stamp(0, None).place(at), Place::After(0));
        assert_eq!(stamp(0, None).place(at + 1), Place::Before(1));
        assert_eq!(stamp(500_000, None).place(at + 1), Place::Before(0));
        assert_eq!(stamp(0, Some(1_000_000)).place(at + 1), Place::Unclear);
        assert_eq!(stamp(0, Some(1_000_000)).place(at + 2), Place::Before(1));
        assert_eq!(stamp(0, Some(1_000_000)).place(at - 1), Place::After(0));
        assert_eq!(stamp(0, Some(1_000_001)).place(at - 1), Place::Unclear);
    }
}
