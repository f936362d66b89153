//! The document security store: certificates and revocation data for a reader without a network (EN 319 142-1, 5.4.2).

use lopdf::{Dictionary, Object, Stream};

use super::PdfProblem;
use super::check::holes;
use super::document::{Pdf, revisions};
use super::write::Update;
use crate::asn1;
use crate::cades::{Signed, token_certificates};

/// What is added for a reader without a network, each in DER as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValidationData {
    /// Certificates.
    pub certificates: Vec<Vec<u8>>,
    /// Revocation lists.
    pub crls: Vec<Vec<u8>>,
    /// Answers on single certificates (RFC 6960). They are carried for others and not evaluated here.
    pub ocsps: Vec<Vec<u8>>,
}

/// The file with an update that holds this, all certificates of its signatures and stamps, and what was there before.
///
/// # Errors
/// The file cannot be read, or nobody has signed it.
pub fn add_validation_data(pdf: &[u8], data: &ValidationData) -> Result<Vec<u8>, PdfProblem> {
    let _ = revisions(pdf)?;
    let read = Pdf::read(pdf)?;
    let mut certificates = certificates_needed(pdf)?;
    certificates.extend(data.certificates.iter().cloned());
    let mut catalog = read.catalog()?.clone();
    let mut store = read.inner(&catalog, b"DSS").cloned().unwrap_or_default();
    let mut update = Update::over(&read);
    store.set("Type", "DSS");
    for (key, values) in [("Certs", &certificates), ("CRLs", &data.crls), ("OCSPs", &data.ocsps)] {
        let mut all = read.array(&store, key.as_bytes()).to_vec();
        let mut there = streams(&read, &store, key.as_bytes());
        for value in values {
            if !there.contains(value) {
                all.push(Object::Reference(update.add(&compressed(value)?)));
                there.push(value.clone());
            }
        }
        if !all.is_empty() {
            store.set(key, all);
        }
    }
    let store = update.add(&store.into());
    catalog.set("DSS", store);
    update.set(read.root()?, &catalog.into());
    update.append(pdf, &read).map(|(bytes, _)| bytes)
}

/// The certificates in all signatures and time stamps of a file, in DER: for each that has an issuer among them, a
/// revocation list of that issuer is needed.
///
/// # Errors
/// The file cannot be read, or nobody has signed it.
pub fn certificates_needed(pdf: &[u8]) -> Result<Vec<Vec<u8>>, PdfProblem> {
    let read = Pdf::read(pdf)?;
    let mut all: Vec<Vec<u8>> = Vec::new();
    let holes = holes(&read, pdf);
    if holes.is_empty() {
        return Err(PdfProblem::NotPrepared);
    }
    for (der, signed) in holes {
        let Some((one, _)) = asn1::first(&der) else { continue };
        if let Ok(cms) = Signed::read(one) {
            all.extend(cms.certificates.iter().map(|certificate| certificate.to_vec()));
            if let Ok(Some(token)) = cms.token() {
                all.extend(token_certificates(token, cms.signature));
            }
        } else {
            all.extend(token_certificates(one, &signed));
        }
    }
    all.sort();
    all.dedup();
    Ok(all)
}

/// The contents of the streams in an array of the store.
pub(super) fn streams(read: &Pdf, store: &Dictionary, key: &[u8]) -> Vec<Vec<u8>> {
    let found = read.array(store, key).iter().filter_map(|one| read.resolve(one)?.as_stream().ok());
    found.filter_map(|stream| stream.get_plain_content_with_limit(LARGEST).ok()).collect()
}

/// No certificate or list that is used here is larger.
const LARGEST: usize = 16 * 1024 * 1024;

/// What a file's store holds: certificates and revocation lists.
pub(super) fn stored(read: &Pdf) -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let store = read.catalog().ok().and_then(|catalog| read.inner(catalog, b"DSS"));
    let store = store.cloned().unwrap_or_default();
    (streams(read, &store, b"Certs"), streams(read, &store, b"CRLs"))
}

fn compressed(value: &[u8]) -> Result<Object, PdfProblem> {
    let mut stream = Stream::new(Dictionary::new(), value.to_vec());
    stream.compress().map_err(|why| PdfProblem::Unreadable(why.to_string()))?;
    Ok(Object::Stream(stream))
}
