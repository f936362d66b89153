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

/// A path of signatures from `signer` over certificates in the token to `ca`, all valid at `time`.
pub(super) fn leads_to(
    signer: &Certificate,
    others: &[&Certificate],
    ca: &Certificate,
    time: Duration,
) -> Result<(), StampProblem> {
    valid_at(ca, time)?;
    let mut at = signer;
    for below in 0..LONGEST {
        valid_at(at, time)?;
        understood(at)?;
        if issued(ca, at) {
            return may_issue(ca, below);
        }
        let issuer = others.iter().find(|one| **one != at && issued(one, at));
        let issuer = issuer.ok_or(StampProblem::Path)?;
        may_issue(issuer, below)?;
        at = issuer;
    }
    Err(StampProblem::Path)
}

/// Whether the certificate of `issuer` signed that of `subject`.
fn issued(issuer: &Certificate, subject: &Certificate) -> bool {
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
