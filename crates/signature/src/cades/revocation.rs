//! What revocation lists say of a path (RFC 5280, 6.3, for whole lists alone).

use core::time::Duration;

use der::Decode as _;
use x509_cert::Certificate;
use x509_cert::crl::CertificateList;

use super::{Revocation, WhyUnknown, certificate, time_text};
use crate::asn1;
use crate::timestamp::algorithm;

/// A revocation list with the bytes that are signed.
pub(crate) struct Crl {
    list: CertificateList,
    signed: Vec<u8>,
}

/// The lists that can be read and are understood whole: none with a critical extension.
pub(crate) fn all_lists<'a>(ders: impl IntoIterator<Item = &'a [u8]>) -> Vec<Crl> {
    ders.into_iter().filter_map(read).collect()
}

fn read(der: &[u8]) -> Option<Crl> {
    let list = CertificateList::from_der(der).ok()?;
    let signed = asn1::inside(asn1::SEQUENCE, der)?.first()?.to_vec();
    let entries = list.tbs_cert_list.revoked_certificates.iter().flatten();
    let of_entries = entries.filter_map(|entry| entry.crl_entry_extensions.as_ref());
    let mut extensions = list.tbs_cert_list.crl_extensions.iter().chain(of_entries).flatten();
    if extensions.any(|one| one.critical) { None } else { Some(Crl { list, signed }) }
}

impl Crl {
    /// Whether `issuer` signed it and may.
    fn is_by(&self, issuer: &Certificate) -> bool {
        let (by, tbs) = (&issuer.tbs_certificate, &self.list.tbs_cert_list);
        let Some(signature) = self.list.signature.as_bytes() else { return false };
        let algorithm = (&self.list.signature_algorithm, None);
        by.subject == tbs.issuer
            && self.list.signature_algorithm == tbs.signature
            && certificate::signs_lists(issuer)
            && algorithm::verify(&by.subject_public_key_info, algorithm, &self.signed, signature).is_ok()
    }

    fn issued(&self) -> Duration {
        self.list.tbs_cert_list.this_update.to_unix_duration()
    }

    fn revoked(&self, certificate: &Certificate) -> Option<Duration> {
        let mut entries = self.list.tbs_cert_list.revoked_certificates.iter().flatten();
        let found = entries.find(|entry| entry.serial_number == certificate.tbs_certificate.serial_number);
        found.map(|entry| entry.revocation_date.to_unix_duration())
    }
}

/// Of every certificate on a path but the trusted one at its end. `at` is the time of the signature; where it is `proven` by a
/// trusted stamp, a later revocation does not matter.
pub(super) fn of(path: &[&Certificate], lists: &[Crl], at: Duration, proven: bool) -> Revocation {
    let mut oldest: Option<Duration> = None;
    for pair in path.windows(2) {
        let [subject, issuer] = pair else { continue };
        let name = || subject.tbs_certificate.subject.to_string();
        let by_issuer = lists.iter().filter(|list| list.is_by(issuer));
        let Some(newest) = by_issuer.max_by_key(|list| list.issued()) else {
            return Revocation::Unknown { of: name(), why: WhyUnknown::NoList };
        };
        let good_at = match newest.revoked(subject) {
            Some(since) if !proven || since <= at => {
                return Revocation::Revoked { of: name(), since: time_text(since) };
            }
            Some(_) => at,
            None => newest.issued(),
        };
        let due = newest.list.tbs_cert_list.next_update.map(|next| next.to_unix_duration());
        if due.is_some_and(|due| due < at) {
            return Revocation::Unknown { of: name(), why: WhyUnknown::OldList };
        }
        oldest = Some(oldest.map_or(good_at, |oldest| oldest.min(good_at)));
    }
    // A path of one certificate is one that the reader trusts by itself: it can be revoked by nobody else.
    Revocation::Good { at: time_text(oldest.unwrap_or(at)) }
}
