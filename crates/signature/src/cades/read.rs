//! Signed data taken apart, every part the bytes it came in; nothing of it is believed yet.

use der::Decode as _;
use der::oid::ObjectIdentifier;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::{DATA, SIGNED_DATA, SignatureProblem, TIME_STAMP_TOKEN};
use crate::asn1::{self, CONTEXT_0, CONTEXT_1, INTEGER, OCTET_STRING, SEQUENCE, SET};

/// An attribute (RFC 5652, 5.3).
pub(crate) struct Attribute<'a> {
    pub(super) id: ObjectIdentifier,
    pub(super) values: Vec<&'a [u8]>,
    /// The attribute as it stands.
    pub(super) whole: &'a [u8],
}

/// Detached signed data of one signer.
pub(crate) struct Signed<'a> {
    /// Certificates and what else stands among them, as they came.
    pub(crate) certificates: Vec<&'a [u8]>,
    /// Issuer and serial number of the signer's certificate.
    pub(super) signer: &'a [u8],
    pub(super) digest_algorithm: AlgorithmIdentifierOwned,
    /// The signed attributes as a set, which is what is signed (RFC 5652, 5.4).
    pub(super) signed_set: Vec<u8>,
    pub(super) signed_attributes: Vec<Attribute<'a>>,
    pub(super) signature_algorithm: AlgorithmIdentifierOwned,
    pub(crate) signature: &'a [u8],
    pub(super) unsigned_attributes: Vec<Attribute<'a>>,
    /// What stands before the signers.
    pub(super) parts: Vec<&'a [u8]>,
    /// What stands before the unsigned attributes.
    pub(super) signer_parts: Vec<&'a [u8]>,
}

impl<'a> Signed<'a> {
    /// # Errors
    /// [`SignatureProblem::Form`] where it is no detached signed data, [`SignatureProblem::Signer`] where there is not one signer.
    pub(crate) fn read(cms: &'a [u8]) -> Result<Self, SignatureProblem> {
        let form = SignatureProblem::Form;
        let (parts, certificates, signers) = signed_data(cms).ok_or(form.clone())?;
        let [signer] = signers.as_slice() else { return Err(SignatureProblem::Signer) };
        let mut all = asn1::inside(SEQUENCE, signer).ok_or(form.clone())?;
        let unsigned = match all.as_slice() {
            [_, _, _, _, _, _, last] => Some(*last),
            [_, _, _, _, _, _] => None,
            _ => return Err(form),
        };
        all.truncate(6);
        let [version, signer, digest_algorithm, signed, signature_algorithm, signature] = all.as_slice()
        else {
            return Err(form);
        };
        // Version 1 goes with issuer and serial number (RFC 5652, 5.3); the digest algorithm stands before the signers too.
        let announced = parts.get(1).and_then(|set| asn1::inside(SET, set)).ok_or(form.clone())?;
        if *version != [INTEGER, 1, 1] || !announced.contains(digest_algorithm) {
            return Err(form);
        }
        let algorithm = |bytes| AlgorithmIdentifierOwned::from_der(bytes).map_err(|_| SignatureProblem::Form);
        let set = asn1::content(CONTEXT_0, signed).ok_or(form.clone())?;
        Ok(Self {
            certificates,
            signer,
            digest_algorithm: algorithm(digest_algorithm)?,
            signed_set: asn1::wrap(SET, set),
            signed_attributes: attributes(set).ok_or(form.clone())?,
            signature_algorithm: algorithm(signature_algorithm)?,
            signature: asn1::content(OCTET_STRING, signature).ok_or(form.clone())?,
            unsigned_attributes: match unsigned {
                None => Vec::new(),
                Some(set) => asn1::content(CONTEXT_1, set).and_then(attributes).ok_or(form)?,
            },
            parts,
            signer_parts: all,
        })
    }

    /// The value of a signed attribute that must be there once, with one value.
    pub(super) fn attribute(&self, id: &ObjectIdentifier) -> Result<&'a [u8], SignatureProblem> {
        one(&self.signed_attributes, id)?.ok_or(SignatureProblem::Attribute)
    }

    /// The same for one that may be missing.
    pub(super) fn optional(&self, id: &ObjectIdentifier) -> Result<Option<&'a [u8]>, SignatureProblem> {
        one(&self.signed_attributes, id)
    }

    /// The time-stamp token beside the signature.
    pub(crate) fn token(&self) -> Result<Option<&'a [u8]>, SignatureProblem> {
        one(&self.unsigned_attributes, &TIME_STAMP_TOKEN)
    }
}

fn one<'a>(all: &[Attribute<'a>], id: &ObjectIdentifier) -> Result<Option<&'a [u8]>, SignatureProblem> {
    let mut found = all.iter().filter(|one| one.id == *id);
    match (found.next().map(|one| one.values.as_slice()), found.next()) {
        (None, _) => Ok(None),
        (Some([value]), None) => Ok(Some(value)),
        _ => Err(SignatureProblem::Attribute),
    }
}

type Parts<'a> = (Vec<&'a [u8]>, Vec<&'a [u8]>, Vec<&'a [u8]>);

/// What stands before the signers, the certificates, and the signers.
fn signed_data(cms: &[u8]) -> Option<Parts<'_>> {
    let outer = asn1::inside(SEQUENCE, cms)?;
    let [kind, content] = outer.as_slice() else { return None };
    if *kind != asn1::oid(&SIGNED_DATA).as_slice() {
        return None;
    }
    let mut parts = asn1::inside(SEQUENCE, asn1::content(CONTEXT_0, content)?)?;
    let signers = asn1::inside(SET, parts.pop()?)?;
    // No content inside: version, digest algorithms, the content's type alone, certificates, revocation lists.
    let [version, _, content, more @ ..] = parts.as_slice() else { return None };
    if *version != [INTEGER, 1, 1] || *content != asn1::sequence(&[&asn1::oid(&DATA)]).as_slice() {
        return None;
    }
    let certificates = match more {
        [] => Vec::new(),
        [first, ..] if first.first() == Some(&CONTEXT_0) => asn1::inside(CONTEXT_0, first)?,
        [first] if first.first() == Some(&CONTEXT_1) => Vec::new(),
        _ => return None,
    };
    Some((parts, certificates, signers))
}

fn attributes(set: &[u8]) -> Option<Vec<Attribute<'_>>> {
    let read = |whole| {
        let parts = asn1::inside(SEQUENCE, whole)?;
        let [id, values] = parts.as_slice() else { return None };
        let id = ObjectIdentifier::from_der(id).ok()?;
        Some(Attribute { id, values: asn1::inside(SET, values)?, whole })
    };
    asn1::values(set)?.into_iter().map(read).collect()
}
