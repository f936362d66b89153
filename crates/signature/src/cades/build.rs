//! Making signed data. Everything is written here by its bytes, so that what came from elsewhere stays what it was.

use core::time::Duration;

use der::asn1::{GeneralizedTime, UtcTime};
use der::oid::ObjectIdentifier;
use der::{DateTime, Encode as _};
use sha2::{Digest as _, Sha256, Sha384};

use super::read::Signed;
use super::{
    CONTENT_TYPE, DATA, MESSAGE_DIGEST, SHA_256, SHA_384, SIGNED_DATA, SIGNING_CERTIFICATE_V2, SIGNING_TIME,
    SignatureProblem, TIME_STAMP_TOKEN, certificate, oid,
};
use crate::asn1::{self, CONTEXT_0, CONTEXT_1, INTEGER, OCTET_STRING, SEQUENCE, SET};
use crate::timestamp::{Embedded, token_of};
use crate::{Algorithm, DocumentKey};

const ECDSA_WITH_SHA_256: ObjectIdentifier = oid("1.2.840.10045.4.3.2");
const ECDSA_WITH_SHA_384: ObjectIdentifier = oid("1.2.840.10045.4.3.3");
const RSA_WITH_SHA_256: ObjectIdentifier = oid("1.2.840.113549.1.1.11");

/// The digest that goes with a key's way of signing, over parts that stand one after another.
#[must_use]
pub fn digest(algorithm: Algorithm, parts: &[&[u8]]) -> Vec<u8> {
    fn over<D: sha2::Digest>(parts: &[&[u8]]) -> Vec<u8> {
        let mut hash = D::new();
        parts.iter().for_each(|part| hash.update(part));
        hash.finalize().to_vec()
    }
    match algorithm {
        Algorithm::EcdsaP256 | Algorithm::RsaPkcs1 => over::<Sha256>(parts),
        Algorithm::EcdsaP384 => over::<Sha384>(parts),
    }
}

/// Detached signed data in DER over content with that [`digest`]. `signing_time` (seconds since 1970) is what the signer's
/// computer says; a signature inside a PDF has it elsewhere and none here.
///
/// # Errors
/// The key has no certificate that can be read, or does not sign.
pub fn sign(
    key: &dyn DocumentKey,
    digest: &[u8],
    signing_time: Option<u64>,
) -> Result<Vec<u8>, SignatureProblem> {
    let own = key.certificates().first().ok_or(SignatureProblem::Certificate)?;
    let (issuer, serial) = certificate::issuer_and_serial(own).ok_or(SignatureProblem::Certificate)?;
    let mut attributes = vec![
        attribute(&CONTENT_TYPE, &asn1::oid(&DATA)),
        attribute(&MESSAGE_DIGEST, &asn1::wrap(OCTET_STRING, digest)),
        attribute(&SIGNING_CERTIFICATE_V2, &signing_certificate(own)),
    ];
    if let Some(at) = signing_time {
        attributes.push(attribute(&SIGNING_TIME, &time(at)?));
    }
    let attributes = asn1::set_content(attributes);
    let signature = key.sign(&asn1::wrap(SET, &attributes)).map_err(SignatureProblem::Key)?;
    let (digest_algorithm, signature_algorithm) = algorithms(key.algorithm());
    let signer = asn1::sequence(&[
        &version_1(),
        &asn1::sequence(&[issuer, serial]),
        &digest_algorithm,
        &asn1::wrap(CONTEXT_0, &attributes),
        &signature_algorithm,
        &asn1::wrap(OCTET_STRING, &signature),
    ]);
    let certificates = asn1::set_content(key.certificates().to_vec());
    let signed = asn1::sequence(&[
        &version_1(),
        &asn1::wrap(SET, &digest_algorithm),
        &asn1::sequence(&[&asn1::oid(&DATA)]),
        &asn1::wrap(CONTEXT_0, &certificates),
        &asn1::wrap(SET, &signer),
    ]);
    Ok(asn1::sequence(&[&asn1::oid(&SIGNED_DATA), &asn1::wrap(CONTEXT_0, &signed)]))
}

/// The bytes of the signature, which a time stamp is asked for.
///
/// # Errors
/// It is not signed data of one signer.
pub fn signature_value(cms: &[u8]) -> Result<Vec<u8>, SignatureProblem> {
    Signed::read(cms).map(|signed| signed.signature.to_vec())
}

/// The signed data with the token of an authority's reply beside its signature, byte for byte. Whether the authority is trusted
/// is for the caller to check ([`crate::timestamp::check`]).
///
/// # Errors
/// It is no signed data, has a time stamp already, or the reply has none over this signature.
pub fn with_time_stamp(cms: &[u8], reply: &[u8]) -> Result<Vec<u8>, SignatureProblem> {
    let signed = Signed::read(cms)?;
    if signed.token()?.is_some() {
        return Err(SignatureProblem::Attribute);
    }
    let token = token_of(reply).map_err(SignatureProblem::Stamp)?;
    let _ = Embedded::read(token, signed.signature).map_err(SignatureProblem::Stamp)?;
    let mut unsigned: Vec<Vec<u8>> =
        signed.unsigned_attributes.iter().map(|one| one.whole.to_vec()).collect();
    unsigned.push(attribute(&TIME_STAMP_TOKEN, token));
    let unsigned = asn1::wrap(CONTEXT_1, &asn1::set_content(unsigned));
    let mut signer = signed.signer_parts.clone();
    signer.push(&unsigned);
    let signers = asn1::wrap(SET, &asn1::sequence(&signer));
    let mut parts = signed.parts.clone();
    parts.push(&signers);
    Ok(asn1::sequence(&[&asn1::oid(&SIGNED_DATA), &asn1::wrap(CONTEXT_0, &asn1::sequence(&parts))]))
}

fn version_1() -> Vec<u8> {
    asn1::wrap(INTEGER, &[1])
}

fn attribute(id: &ObjectIdentifier, value: &[u8]) -> Vec<u8> {
    asn1::sequence(&[&asn1::oid(id), &asn1::wrap(SET, value)])
}

/// SigningCertificateV2 with one ESSCertIDv2, whose algorithm is the default, SHA-256.
fn signing_certificate(own: &[u8]) -> Vec<u8> {
    let id = asn1::sequence(&[&asn1::wrap(OCTET_STRING, &Sha256::digest(own))]);
    asn1::sequence(&[&asn1::wrap(SEQUENCE, &id)])
}

/// UTCTime until 2049, GeneralizedTime from then on (RFC 5652, 11.3).
fn time(at: u64) -> Result<Vec<u8>, SignatureProblem> {
    let at = DateTime::from_unix_duration(Duration::from_secs(at)).map_err(|_| SignatureProblem::Form)?;
    let encoded = match UtcTime::from_date_time(at) {
        Ok(utc) => utc.to_der(),
        Err(_) => GeneralizedTime::from_date_time(at).to_der(),
    };
    encoded.map_err(|_| SignatureProblem::Form)
}

/// Digest and signature algorithm (RFC 5754, RFC 5758): no parameters but for RSA, whose are NULL.
fn algorithms(of: Algorithm) -> (Vec<u8>, Vec<u8>) {
    let plain = |id| asn1::sequence(&[&asn1::oid(id)]);
    match of {
        Algorithm::EcdsaP256 => (plain(&SHA_256), plain(&ECDSA_WITH_SHA_256)),
        Algorithm::EcdsaP384 => (plain(&SHA_384), plain(&ECDSA_WITH_SHA_384)),
        Algorithm::RsaPkcs1 => {
            (plain(&SHA_256), asn1::sequence(&[&asn1::oid(&RSA_WITH_SHA_256), &[0x05, 0x00]]))
        }
    }
}
