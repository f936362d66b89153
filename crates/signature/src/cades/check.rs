//! Checking signed data: from its bytes to the four answers.

use core::time::Duration;

use cms::cert::IssuerAndSerialNumber;
use der::oid::ObjectIdentifier;
use der::{Decode as _, Encode as _};
use trail::Digest;
use x509_cert::Certificate;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_cert::time::Time;

use super::read::Signed;
use super::revocation::{self, Crl, all_lists};
use super::{
    Answer, CONTENT_TYPE, Chain, DATA, DocumentSigner, MESSAGE_DIGEST, Revocation, SHA_256,
    SIGNING_CERTIFICATE_V2, SIGNING_TIME, SignatureProblem, TimeStamp, Trust, When, WhyUnknown,
    all_certificates, certificate, certificates_of, time_text,
};
use crate::asn1::{self, OCTET_STRING, SEQUENCE};
use crate::timestamp::{Embedded, StampProblem, algorithm, chain};

/// Checks detached signed data over the content that `parts` are, one after another. `claimed` (seconds since 1970) is a
/// time that stands elsewhere, as in a PDF; without one, the signed attribute is used.
#[must_use]
pub fn check(cms: &[u8], parts: &[&[u8]], claimed: Option<u64>, trust: &Trust<'_>) -> Answer {
    let signed = match Signed::read(cms) {
        Ok(signed) => signed,
        Err(problem) => return Answer::refused(problem),
    };
    let (own, der) = match own_certificate(&signed) {
        Ok(found) => found,
        Err(problem) => return Answer::refused(problem),
    };
    let world = World::new(trust, &signed.certificates);
    let mut intact = holds(&signed, (&own, der), parts);
    let claimed = claimed.map(Duration::from_secs).or_else(|| time_signed(&signed));
    let mut when = claimed.map_or(When::None, |at| When::Claimed(time_text(at)));
    let (mut at, mut proven) = (claimed.unwrap_or(Duration::from_secs(trust.now)), false);
    match signed.token() {
        Ok(None) => {}
        Ok(Some(token)) => match world.stamp(token, signed.signature) {
            Ok(stamp) => {
                if stamp.chain.is_trusted() {
                    (at, proven) = (Duration::from_secs(stamp.at), true);
                }
                when = When::Stamped(Box::new(stamp));
            }
            Err(problem) => intact = intact.and(Err(SignatureProblem::Stamp(problem))),
        },
        Err(problem) => intact = intact.and(Err(problem)),
    }
    let (chain, revocation) = world.judge(&own, &[], (at, proven), certificate::signs_documents(&own));
    Answer { intact, who: Some(signer(&own, der, chain)), when, revocation }
}

/// A time stamp over `data`, judged as the reader trusts.
pub(crate) fn stamp_over(
    token: &[u8],
    data: &[u8],
    trust: &Trust<'_>,
) -> Result<TimeStamp, SignatureProblem> {
    World::new(trust, &[]).stamp(token, data).map_err(SignatureProblem::Stamp)
}

/// The certificates in a time-stamp token, in DER.
pub(crate) fn token_certificates(token: &[u8], data: &[u8]) -> Vec<Vec<u8>> {
    let Ok(read) = Embedded::read(token, data) else { return Vec::new() };
    read.certificates().into_iter().filter_map(|one| one.to_der().ok()).collect()
}

/// What the reader brings along, read once.
struct World {
    anchors: Vec<Certificate>,
    others: Vec<Certificate>,
    lists: Vec<Crl>,
}

impl World {
    fn new(trust: &Trust<'_>, more: &[&[u8]]) -> Self {
        let beside = trust.certificates.iter().map(Vec::as_slice);
        Self {
            anchors: certificates_of(trust.anchors),
            others: all_certificates(more.iter().copied().chain(beside)),
            lists: all_lists(trust.crls.iter().map(Vec::as_slice)),
        }
    }

    /// Whether a certificate leads to a trusted one, and what is known of revocation on the way.
    fn judge(
        &self,
        own: &Certificate,
        more: &[&Certificate],
        (at, proven): (Duration, bool),
        usage: bool,
    ) -> (Chain, Revocation) {
        let unknown = Revocation::Unknown { of: String::new(), why: WhyUnknown::NoPath };
        let others: Vec<&Certificate> = more.iter().copied().chain(&self.others).collect();
        let path = match chain::path(own, &others, &self.anchors, at) {
            Ok(path) => path,
            Err(problem) => return (Chain::NotKnown(problem.into()), unknown),
        };
        let revocation = revocation::of(&path, &self.lists, at, proven);
        let chain = match path.last().filter(|_| usage).and_then(|anchor| named(anchor)) {
            Some((anchor, sha256)) => Chain::Trusted { anchor, sha256 },
            None => Chain::NotKnown(SignatureProblem::Usage),
        };
        (chain, revocation)
    }

    fn stamp(&self, token: &[u8], data: &[u8]) -> Result<TimeStamp, StampProblem> {
        let read = Embedded::read(token, data)?;
        let own = read.signer()?;
        let (chain, revocation) = self.judge(own, &read.certificates(), (read.at, true), true);
        let (authority, sha256) = named(own).ok_or(StampProblem::Form)?;
        let at = read.at.as_secs();
        Ok(TimeStamp { time: read.time.clone(), at, authority, sha256, chain, revocation })
    }
}

fn named(certificate: &Certificate) -> Option<(String, Digest)> {
    let der = certificate.to_der().ok()?;
    Some((certificate.tbs_certificate.subject.to_string(), Digest::of(&der)))
}

fn signer(own: &Certificate, der: &[u8], chain: Chain) -> DocumentSigner {
    let tbs = &own.tbs_certificate;
    DocumentSigner {
        subject: tbs.subject.to_string(),
        issuer: tbs.issuer.to_string(),
        serial: tbs.serial_number.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect(),
        sha256: Digest::of(der),
        chain,
    }
}

/// The certificate that the signer names, and its bytes. Only issuer and serial number are understood.
fn own_certificate<'a>(signed: &Signed<'a>) -> Result<(Certificate, &'a [u8]), SignatureProblem> {
    let meant = IssuerAndSerialNumber::from_der(signed.signer).map_err(|_| SignatureProblem::Signer)?;
    let all = signed.certificates.iter().filter_map(|der| Some((Certificate::from_der(der).ok()?, *der)));
    let mut found = all.filter(|(one, _)| {
        let tbs = &one.tbs_certificate;
        tbs.issuer == meant.issuer && tbs.serial_number == meant.serial_number
    });
    found.next().ok_or(SignatureProblem::Signer)
}

fn time_signed(signed: &Signed<'_>) -> Option<Duration> {
    let value = signed.optional(&SIGNING_TIME).ok()??;
    Time::from_der(value).ok().map(Time::to_unix_duration)
}

/// Whether everything that was signed is as it was.
fn holds(
    signed: &Signed<'_>,
    (own, own_der): (&Certificate, &[u8]),
    parts: &[&[u8]],
) -> Result<(), SignatureProblem> {
    if signed.attribute(&CONTENT_TYPE)? != asn1::oid(&DATA).as_slice() {
        return Err(SignatureProblem::Attribute);
    }
    let digest = asn1::content(OCTET_STRING, signed.attribute(&MESSAGE_DIGEST)?);
    let digest = digest.ok_or(SignatureProblem::Form)?;
    if algorithm::hash(&signed.digest_algorithm.oid, &parts.concat())? != digest {
        return Err(SignatureProblem::Digest);
    }
    let (hash, named) = certificate_named(signed.attribute(&SIGNING_CERTIFICATE_V2)?)?;
    if algorithm::hash(&hash, own_der)? != named {
        return Err(SignatureProblem::Named);
    }
    let key = &own.tbs_certificate.subject_public_key_info;
    let of = (&signed.signature_algorithm, Some(&signed.digest_algorithm.oid));
    Ok(algorithm::verify(key, of, &signed.signed_set, signed.signature)?)
}

/// Algorithm and digest of the first ESSCertIDv2; the algorithm is SHA-256 where it is left out (RFC 5035, section 4).
fn certificate_named(value: &[u8]) -> Result<(ObjectIdentifier, &[u8]), SignatureProblem> {
    let read = || {
        let all = asn1::inside(SEQUENCE, value)?;
        let ids = asn1::inside(SEQUENCE, all.first()?)?;
        let parts = asn1::inside(SEQUENCE, ids.first()?)?;
        let (first, second) = (*parts.first()?, parts.get(1).copied());
        match AlgorithmIdentifierOwned::from_der(first) {
            Ok(algorithm) => Some((algorithm.oid, asn1::content(OCTET_STRING, second?)?)),
            Err(_) => Some((SHA_256, asn1::content(OCTET_STRING, first)?)),
        }
    };
    read().ok_or(SignatureProblem::Named)
}
