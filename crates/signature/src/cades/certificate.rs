//! Certificates of signers: what is taken from them, and what they may do.

use der::Decode as _;
use der::oid::ObjectIdentifier;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{ExtendedKeyUsage, KeyUsage};

use super::oid;
use crate::asn1::{self, CONTEXT_0, SEQUENCE};

/// Purposes that a certificate for signing documents may have: document signing (RFC 9336), e-mail protection and any
/// (RFC 5280, 4.2.1.12), and two that vendors use for documents.
const PURPOSES: [ObjectIdentifier; 5] = [
    oid("1.3.6.1.5.5.7.3.36"),
    oid("1.3.6.1.5.5.7.3.4"),
    oid("2.5.29.37.0"),
    oid("1.2.840.113583.1.1.5"),
    oid("1.3.6.1.4.1.311.10.3.12"),
];

/// The bytes of issuer and serial number.
pub(super) fn issuer_and_serial(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let certificate = asn1::inside(SEQUENCE, der)?;
    let mut fields = asn1::inside(SEQUENCE, certificate.first()?)?.into_iter().peekable();
    let _version = fields.next_if(|field| field.first() == Some(&CONTEXT_0));
    let (serial, _algorithm, issuer) = (fields.next()?, fields.next()?, fields.next()?);
    Some((issuer, serial))
}

/// Whether it may sign documents: by its key usage (RFC 5280, 4.2.1.3) and its extended key usage, where it has them.
pub(super) fn signs_documents(certificate: &Certificate) -> bool {
    let Ok(usage) = certificate.tbs_certificate.get::<KeyUsage>() else { return false };
    let Ok(purposes) = certificate.tbs_certificate.get::<ExtendedKeyUsage>() else { return false };
    usage.is_none_or(|(_, usage)| usage.digital_signature() || usage.non_repudiation())
        && purposes.is_none_or(|(_, list)| list.0.iter().any(|one| PURPOSES.contains(one)))
}

/// Whether it may sign revocation lists.
pub(super) fn signs_lists(certificate: &Certificate) -> bool {
    let usage = certificate.tbs_certificate.get::<KeyUsage>();
    usage.is_ok_and(|usage| usage.is_none_or(|(_, usage)| usage.crl_sign()))
}

/// The ones that can be read.
pub(crate) fn all_certificates<'a>(ders: impl IntoIterator<Item = &'a [u8]>) -> Vec<Certificate> {
    ders.into_iter().filter_map(|der| Certificate::from_der(der).ok()).collect()
}

/// All of a list, in the same order.
pub(crate) fn certificates_of(ders: &[Vec<u8>]) -> Vec<Certificate> {
    all_certificates(ders.iter().map(Vec::as_slice))
}
