//! The path from the certificate of an authority to a trusted one.

use super::certificate::Cert;
use crate::base::problem::Problem;
use crate::base::texts::{Text, codes};

/// The maximum number of issuers in a path, and of signatures that are checked to find one.
const DEPTH: usize = 8;
const CHECKS: usize = 64;

/// [P6] Finds a path from a certificate to a trusted one that is valid at that time, in seconds since 1970.
/// Returns the trusted certificate.
pub(super) fn find<'c>(
    of: &'c Cert,
    sent: &'c [Cert],
    trusted: &'c [Cert],
    at: i64,
) -> Result<&'c Cert, Problem> {
    if let Some(found) = trusted.iter().find(|cert| cert.as_der() == of.as_der()) {
        return Ok(found);
    }
    let mut search = Search {
        sent,
        trusted,
        at,
        checks: 0,
        flaw: None,
    };
    let found = search.issuer(of, 0);
    found.ok_or_else(|| match search.flaw {
        Some((name, flaw)) => codes::timestamp_certificate(name, flaw),
        None => codes::timestamp_chain(of.subject(), of.issuer()),
    })
}

struct Search<'c> {
    sent: &'c [Cert],
    trusted: &'c [Cert],
    at: i64,
    checks: usize,
    /// The first certificate that has the issuer's name but is not the issuer.
    flaw: Option<(String, Text)>,
}

impl<'c> Search<'c> {
    /// The trusted certificate at the end of a path, if there is one.
    fn issuer(&mut self, of: &'c Cert, between: usize) -> Option<&'c Cert> {
        if between >= DEPTH {
            return None;
        }
        let (trusted, sent) = (self.trusted, self.sent);
        for (issuer, is_end) in trusted
            .iter()
            .map(|cert| (cert, true))
            .chain(sent.iter().map(|cert| (cert, false)))
        {
            if !of.names(issuer) || self.checks >= CHECKS {
                continue;
            }
            let flaw = issuer
                .flaw_at(self.at)
                .or_else(|| issuer.flaw_as_issuer(between));
            if let Some(flaw) = flaw {
                self.flaw.get_or_insert((issuer.subject(), flaw));
                continue;
            }
            self.checks += 1;
            if of.check_signature(issuer).is_err() {
                continue;
            }
            if is_end {
                return Some(issuer);
            }
            if let Some(end) = self.issuer(issuer, between + 1) {
                return Some(end);
            }
        }
        None
    }
}
