//! Time stamps of an authority (RFC 3161): making a request, and checking the reply.
//!
//! Nothing here knows which authority deserves trust: the reply is checked against one certificate that the caller
//! names. Revocation is not looked up, since that needs a network; who relies on a stamp long after asks the authority.

pub(crate) mod algorithm;
pub(crate) mod chain;
mod embedded;
mod problem;
mod token;

use core::time::Duration;

use der::asn1::{Int, OctetString};
use der::oid::ObjectIdentifier;
use der::{Any, DateTime, Decode as _, Encode as _};
use sha2::{Digest as _, Sha256};
use trail::Digest;
use x509_cert::spki::AlgorithmIdentifier;
use x509_tsp::{MessageImprint, TimeStampReq, TimeStampResp, TspVersion};

pub(crate) use embedded::{Embedded, token_of};
pub use problem::StampProblem;

/// SHA-256, the one digest that we ask an authority to stamp.
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");

/// What an authority says, after everything was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time, RFC 3339 in UTC, with the authority's own decimals.
    pub time: String,
    /// The authority, as its certificate names it (RFC 4514).
    pub authority: String,
    /// The serial number of the token, hexadecimal.
    pub serial: String,
    /// The policy it was made under, dotted decimal.
    pub policy: String,
    /// The certificate it was checked against, as it names itself.
    pub ca: String,
    /// SHA-256 of that certificate in DER, its fingerprint.
    pub ca_sha256: Digest,
}

/// A request for a stamp on `data` (RFC 3161, 2.4.1): its SHA-256, a nonce, and the wish for the authority's
/// certificates. Of the nonce the highest two bits are set to 01, so that it is a positive number of fixed length.
///
/// # Errors
/// The request has no encoding, which no nonce brings about.
pub fn request(data: &[u8], nonce: [u8; 8]) -> Result<Vec<u8>, StampProblem> {
    let [first, rest @ ..] = nonce;
    let mut bytes = vec![first & 0x3f | 0x40];
    bytes.extend(rest);
    let asked = TimeStampReq {
        version: TspVersion::V1,
        message_imprint: imprint(data)?,
        req_policy: None,
        nonce: Some(Int::new(&bytes).map_err(|_| StampProblem::Form)?),
        cert_req: true,
        extensions: None,
    };
    asked.to_der().map_err(|_| StampProblem::Form)
}

/// The nonce of a request, as it must come back.
///
/// # Errors
/// It is no request, or has none.
pub fn nonce_of(request: &[u8]) -> Result<Vec<u8>, StampProblem> {
    let asked = TimeStampReq::from_der(request).map_err(|_| StampProblem::Form)?;
    asked.nonce.map(|nonce| nonce.as_bytes().to_vec()).ok_or(StampProblem::Form)
}

/// The nonce of a reply, unchecked: which of several requests it answers.
///
/// # Errors
/// It is no reply, or the authority refused.
pub fn nonce_answered(reply: &[u8]) -> Result<Option<Vec<u8>>, StampProblem> {
    let read = token::Token::of(reply)?;
    Ok(read.info.nonce.map(|nonce| nonce.as_bytes().to_vec()))
}

/// Whether a text is the certificate of an authority in PEM.
///
/// # Errors
/// It is not.
pub fn check_authority(pem: &str) -> Result<(), StampProblem> {
    chain::authority(pem).map(|_| ())
}

fn imprint(data: &[u8]) -> Result<MessageImprint, StampProblem> {
    let hashed = OctetString::new(Sha256::digest(data).to_vec()).map_err(|_| StampProblem::Form)?;
    let parameters = Any::from_der(&[0x05, 0x00]).map_err(|_| StampProblem::Form)?;
    let hash_algorithm = AlgorithmIdentifier { oid: SHA_256, parameters: Some(parameters) };
    Ok(MessageImprint { hash_algorithm, hashed_message: hashed })
}

/// Checks a reply (RFC 3161, 2.4.2): granted; over `data`; with `nonce` where one is given; one signer, whose
/// certificate is in the token, named by it, and made for time-stamping alone; its signature; and its path to `ca`, a
/// certificate in PEM, at the time that is stamped.
///
/// # Errors
/// The first thing that is not so.
pub fn check(reply: &[u8], data: &[u8], nonce: Option<&[u8]>, ca: &str) -> Result<Stamp, StampProblem> {
    let ca = chain::authority(ca)?;
    let read = token::Token::of(reply)?;
    if read.info.message_imprint.hash_algorithm.oid != SHA_256
        || read.info.message_imprint.hashed_message.as_bytes() != Sha256::digest(data).as_slice()
    {
        return Err(StampProblem::Imprint);
    }
    if let Some(nonce) = nonce
        && read.info.nonce.as_ref().map(Int::as_bytes) != Some(nonce)
    {
        return Err(StampProblem::Nonce);
    }
    let (time, seconds) = time_of(read.info.gen_time.value())?;
    let signer = read.signer()?;
    read.signature_holds(signer)?;
    chain::leads_to(signer, &read.certificates(), &ca, seconds)?;
    chain::stamps_only(signer)?;
    let der = ca.to_der().map_err(|_| StampProblem::Authority)?;
    Ok(Stamp {
        time,
        authority: signer.tbs_certificate.subject.to_string(),
        serial: read.info.serial_number.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect(),
        policy: read.info.policy.to_string(),
        ca: ca.tbs_certificate.subject.to_string(),
        ca_sha256: Digest::of(&der),
    })
}

/// A GeneralizedTime of RFC 3161, whose seconds may have decimals: as RFC 3339, and in seconds since 1970.
fn time_of(value: &[u8]) -> Result<(String, Duration), StampProblem> {
    let text = core::str::from_utf8(value).ok().and_then(|text| text.strip_suffix('Z'));
    let text = text.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    let (whole, decimals) =
        text.map(|text| text.split_once('.').unwrap_or((text, ""))).ok_or(StampProblem::Form)?;
    let part = |from: usize, to: usize| whole.get(from..to).ok_or(StampProblem::Form);
    let (year, month, day, hour, minute, second) =
        (part(0, 4)?, part(4, 6)?, part(6, 8)?, part(8, 10)?, part(10, 12)?, part(12, 14)?);
    if whole.len() != 14 || decimals.contains('.') {
        return Err(StampProblem::Form);
    }
    let small = |text: &str| text.parse::<u8>().map_err(|_| StampProblem::Form);
    let years: u16 = year.parse().map_err(|_| StampProblem::Form)?;
    let at = DateTime::new(years, small(month)?, small(day)?, small(hour)?, small(minute)?, small(second)?)
        .map_err(|_| StampProblem::Form)?;
    let dot = if decimals.is_empty() { "" } else { "." };
    Ok((format!("{year}-{month}-{day}T{hour}:{minute}:{second}{dot}{decimals}Z"), at.unix_duration()))
}

/// A reply as it comes from the wire: the answer, if it is a whole one.
fn reply(bytes: &[u8]) -> Result<TimeStampResp<'_>, StampProblem> {
    TimeStampResp::from_der(bytes).map_err(|_| StampProblem::Form)
}
