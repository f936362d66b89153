//! A token inside a signature: what is known of it without trusting anyone.

use core::time::Duration;

use cms::content_info::ContentInfo;
use der::Decode as _;
use x509_cert::Certificate;

use super::token::Token;
use super::{StampProblem, algorithm, chain, time_of};
use crate::asn1;

/// The token of a reply, byte for byte.
///
/// # Errors
/// It is no reply, or the authority refused.
pub(crate) fn token_of(reply: &[u8]) -> Result<&[u8], StampProblem> {
    let _ = Token::of(reply)?;
    match asn1::inside(asn1::SEQUENCE, reply).as_deref() {
        Some([_, token]) => Ok(token),
        _ => Err(StampProblem::Form),
    }
}

/// A token whose signature holds and that is about the data at hand. Whether its authority deserves trust is another
/// question.
pub(crate) struct Embedded {
    token: Token,
    /// The time, RFC 3339 in UTC.
    pub(crate) time: String,
    /// The same since 1970.
    pub(crate) at: Duration,
}

impl Embedded {
    /// # Errors
    /// It is no token, is about other data, has not one signer with a certificate made for time-stamping, or its
    /// signature does not hold.
    pub(crate) fn read(token: &[u8], data: &[u8]) -> Result<Self, StampProblem> {
        let content = ContentInfo::from_der(token).map_err(|_| StampProblem::Form)?;
        let token = Token::from_content(&content)?;
        if !token.is_regular() {
            return Err(StampProblem::Form);
        }
        let imprint = &token.info.message_imprint;
        let hashed = algorithm::hash(&imprint.hash_algorithm.oid, data)?;
        if imprint.hashed_message.as_bytes() != hashed.as_slice() {
            return Err(StampProblem::Imprint);
        }
        let (time, at) = time_of(token.info.gen_time.value())?;
        let signer = token.signer()?;
        token.signature_holds(signer)?;
        chain::stamps_only(signer)?;
        Ok(Self { token, time, at })
    }

    /// The authority's certificate.
    ///
    /// # Errors
    /// None once it was read.
    pub(crate) fn signer(&self) -> Result<&Certificate, StampProblem> {
        self.token.signer()
    }

    /// The certificates that came along.
    pub(crate) fn certificates(&self) -> Vec<&Certificate> {
        self.token.certificates()
    }
}
