//! From the signer's certificate to the one that was named (RFC 5280, section 6, as far as a token needs it).
//!
//! Names and key identifiers are compared by their bytes, policies are not evaluated, revocation is not looked up.

use core::time::Duration;

use der::oid::{AssociatedOid as _, ObjectIdentifier};
use der::{DecodePem as _, Encode as _};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};

use super::{StampProblem, algorithm};

const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");

/// More certificates than any path of an authority has.
const LONGEST: usize = 8;

/// The certificate that the caller names as the authority to lead to.
pub(super) fn authority(pem: &str) -> Result<Certificate, StampProblem> {
    let ca = Certificate::from_pem(pem.trim_start()).map_err(|_| StampProblem::Authority)?;
    if may_issue(&ca, 0).is_err() { Err(StampProblem::Authority) } else { Ok(ca) }
}

/// How many certificates may be tried as issuers before a search is given up: a hostile file could hold many that lead to
/// each other.
const MOST_TRIES: usize = 200;

/// A path of signatures from `signer` over certificates in the token to `ca`, all valid at `time`.
pub(super) fn leads_to(
    signer: &Certificate,
    others: &[&Certificate],
    ca: &Certificate,
    time: Duration,
) -> Result<(), StampProblem> {
    valid_at(ca, time)?;
    path(signer, others, core::slice::from_ref(ca), time).map(|_| ())
}

/// The certificates from `signer` over `others` to one of `anchors`, both ends included: each signed by the next, all valid at
/// `time`.
pub(crate) fn path<'a>(
    signer: &'a Certificate,
    others: &[&'a Certificate],
    anchors: &'a [Certificate],
    time: Duration,
) -> Result<Vec<&'a Certificate>, StampProblem> {
    let mut search = Search { others, anchors, time, found: vec![signer], tries: 0 };
    search.climb(signer)?;
    Ok(search.found)
}

struct Search<'a, 'b> {
    others: &'b [&'a Certificate],
    anchors: &'a [Certificate],
    time: Duration,
    found: Vec<&'a Certificate>,
    tries: usize,
}

impl<'a> Search<'a, '_> {
    /// From the last certificate that was found upwards.
    fn climb(&mut self, at: &'a Certificate) -> Result<(), StampProblem> {
        valid_at(at, self.time)?;
        understood(at)?;
        let below = self.found.len().saturating_sub(1);
        if self.anchors.contains(at) {
            return Ok(());
        }
        if let Some(anchor) = self.anchors.iter().find(|anchor| issued(anchor, at)) {
            valid_at(anchor, self.time)?;
            may_issue(anchor, below)?;
            self.found.push(anchor);
            return Ok(());
        }
        let mut problem = StampProblem::Path;
        for &issuer in self.others {
            self.tries = self.tries.saturating_add(1);
            if self.found.len() >= LONGEST || self.tries > MOST_TRIES {
                return Err(problem);
            }
            if self.found.contains(&issuer) || !issued(issuer, at) {
                continue;
            }
            self.found.push(issuer);
            match may_issue(issuer, below).and_then(|()| self.climb(issuer)) {
                Ok(()) => return Ok(()),
                Err(other) => problem = other,
            }
            self.found.pop();
        }
        Err(problem)
    }
}

/// Whether the certificate of `issuer` signed that of `subject`.
pub(crate) fn issued(issuer: &Certificate, subject: &Certificate) -> bool {
    let (by, of) = (&issuer.tbs_certificate, &subject.tbs_certificate);
    let Some(signature) = subject.signature.as_bytes() else { return false };
    by.subject == of.issuer
        && subject.signature_algorithm == of.signature
        && of.to_der().is_ok_and(|message| {
            let algorithm = (&subject.signature_algorithm, None);
            algorithm::verify(&by.subject_public_key_info, algorithm, &message, signature).is_ok()
        })
}

/// An issuer must be an authority, with room for as many certificates below it, and its key made for that.
fn may_issue(certificate: &Certificate, below: usize) -> Result<(), StampProblem> {
    understood(certificate)?;
    let path = |_| StampProblem::Path;
    let basic = certificate.tbs_certificate.get::<BasicConstraints>().map_err(path)?;
    let usage = certificate.tbs_certificate.get::<KeyUsage>().map_err(path)?;
    let room = basic.is_some_and(|(_, basic)| {
        basic.ca && basic.path_len_constraint.is_none_or(|most| below <= usize::from(most))
    });
    let signs = usage.is_none_or(|(_, usage)| usage.key_cert_sign());
    if room && signs { Ok(()) } else { Err(StampProblem::Path) }
}

fn valid_at(certificate: &Certificate, time: Duration) -> Result<(), StampProblem> {
    let validity = certificate.tbs_certificate.validity;
    let (from, to) = (validity.not_before.to_unix_duration(), validity.not_after.to_unix_duration());
    // Whole seconds: the stamp's own decimals do not matter for a limit of whole seconds.
    if (from..=to).contains(&time) {
        Ok(())
    } else {
        Err(StampProblem::Validity(certificate.tbs_certificate.subject.to_string()))
    }
}

/// A critical extension that is not checked here could say that the certificate must not be used so.
fn understood(certificate: &Certificate) -> Result<(), StampProblem> {
    let known = [BasicConstraints::OID, KeyUsage::OID, ExtendedKeyUsage::OID];
    let extensions = certificate.tbs_certificate.extensions.iter().flatten();
    match extensions.into_iter().find(|one| one.critical && !known.contains(&one.extn_id)) {
        Some(unknown) => Err(StampProblem::Extension(unknown.extn_id.to_string())),
        None => Ok(()),
    }
}

/// RFC 3161, 2.3: one extended key usage, time-stamping, marked critical; and a key that may sign.
pub(super) fn stamps_only(certificate: &Certificate) -> Result<(), StampProblem> {
    let usage = |_| StampProblem::Usage;
    let extended = certificate.tbs_certificate.get::<ExtendedKeyUsage>().map_err(usage)?;
    let plain = certificate.tbs_certificate.get::<KeyUsage>().map_err(usage)?;
    let signs = plain.is_none_or(|(_, plain)| plain.digital_signature() || plain.non_repudiation());
    match extended {
        Some((true, ExtendedKeyUsage(list))) if list == [TIME_STAMPING] && signs => Ok(()),
        _ => Err(StampProblem::Usage),
    }
}
