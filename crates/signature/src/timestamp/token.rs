//! The token itself: signed data (RFC 5652) around the authority's statement.

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{Int, OctetStringRef};
use der::oid::ObjectIdentifier;
use der::{Any, Decode as _, Encode as _, Sequence};
use sha1::{Digest as _, Sha1};
use x509_cert::Certificate;
use x509_cert::attr::AttributeValue;
use x509_cert::ext::Extensions;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_tsp::{Accuracy, MessageImprint, TspVersion};

use super::{StampProblem, algorithm};

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
/// ESSCertID of RFC 2634 and ESSCertIDv2 of RFC 5816: which certificate the signer meant.
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// The authority's statement. As `x509_tsp::TstInfo`, but for the time, whose decimals that type refuses.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(super) struct Info {
    pub(super) version: TspVersion,
    pub(super) policy: ObjectIdentifier,
    pub(super) message_imprint: MessageImprint,
    pub(super) serial_number: Int,
    pub(super) gen_time: Any,
    #[asn1(optional = "true")]
    pub(super) accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    pub(super) ordering: bool,
    #[asn1(optional = "true")]
    pub(super) nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(super) tsa: Option<GeneralName>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) extensions: Option<Extensions>,
}

/// The beginning of a signing-certificate attribute, as far as it is used: the list of certificate ids.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
struct Named {
    certs: Vec<Any>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

/// A reply, taken apart; nothing of it is believed yet.
pub(super) struct Token {
    pub(super) info: Info,
    content: Vec<u8>,
    signed: SignedData,
}

impl Token {
    pub(super) fn of(reply: &[u8]) -> Result<Self, StampProblem> {
        let reply = super::reply(reply)?;
        let status = reply.status.status as u8;
        if status > 1 {
            return Err(StampProblem::Refused(status));
        }
        Self::from_content(&reply.time_stamp_token.ok_or(StampProblem::Form)?)
    }

    /// A token without the reply around it, as it stands in a signature.
    pub(super) fn from_content(token: &ContentInfo) -> Result<Self, StampProblem> {
        let form = |_| StampProblem::Form;
        if token.content_type != SIGNED_DATA {
            return Err(StampProblem::Form);
        }
        let signed: SignedData = token.content.decode_as().map_err(form)?;
        let inner = signed.encap_content_info.econtent.as_ref();
        let inner = inner.filter(|_| signed.encap_content_info.econtent_type == TST_INFO);
        let content: OctetStringRef<'_> = inner.ok_or(StampProblem::Form)?.decode_as().map_err(form)?;
        let content = content.as_bytes().to_vec();
        let info = Info::from_der(&content).map_err(form)?;
        Ok(Self { info, content, signed })
    }

    /// Whether the versions are those of a token, and the digest algorithm is announced (RFC 5652, 5.1 and 5.3).
    pub(super) fn is_regular(&self) -> bool {
        let [signer] = self.signed.signer_infos.0.as_slice() else { return false };
        let version = match signer.sid {
            SignerIdentifier::IssuerAndSerialNumber(_) => CmsVersion::V1,
            SignerIdentifier::SubjectKeyIdentifier(_) => CmsVersion::V3,
        };
        self.signed.version == CmsVersion::V3
            && signer.version == version
            && self.signed.digest_algorithms.iter().all(without_parameters)
            && self.signed.digest_algorithms.iter().any(|one| one.oid == signer.digest_alg.oid)
            && without_parameters(&signer.digest_alg)
    }

    /// The certificates that came along.
    pub(super) fn certificates(&self) -> Vec<&Certificate> {
        let all = self.signed.certificates.iter().flat_map(|set| set.0.iter());
        all.filter_map(|one| match one {
            CertificateChoices::Certificate(certificate) => Some(certificate),
            CertificateChoices::Other(_) => None,
        })
        .collect()
    }

    fn signer_info(&self) -> Result<&SignerInfo, StampProblem> {
        match self.signed.signer_infos.0.as_slice() {
            [only] => Ok(only),
            _ => Err(StampProblem::Signer),
        }
    }

    /// The certificate of the one signer.
    pub(super) fn signer(&self) -> Result<&Certificate, StampProblem> {
        let info = self.signer_info()?;
        let is_meant = |certificate: &Certificate| match &info.sid {
            SignerIdentifier::IssuerAndSerialNumber(named) => {
                certificate.tbs_certificate.issuer == named.issuer
                    && certificate.tbs_certificate.serial_number == named.serial_number
            }
            SignerIdentifier::SubjectKeyIdentifier(named) => certificate
                .tbs_certificate
                .get::<SubjectKeyIdentifier>()
                .is_ok_and(|found| found.is_some_and(|(_, id)| id == *named)),
        };
        self.certificates().into_iter().find(|one| is_meant(one)).ok_or(StampProblem::Signer)
    }

    /// The signature over the signed attributes, which name type and digest of the statement and the certificate.
    pub(super) fn signature_holds(&self, signer: &Certificate) -> Result<(), StampProblem> {
        let info = self.signer_info()?;
        let attributes = info.signed_attrs.as_ref().ok_or(StampProblem::Signature)?;
        let content_type: ObjectIdentifier =
            self.attribute(CONTENT_TYPE)?.decode_as().map_err(|_| StampProblem::Form)?;
        let digest: OctetStringRef<'_> =
            self.attribute(MESSAGE_DIGEST)?.decode_as().map_err(|_| StampProblem::Form)?;
        let computed = algorithm::hash(&info.digest_alg.oid, &self.content)?;
        if content_type != TST_INFO || digest.as_bytes() != computed.as_slice() {
            return Err(StampProblem::Signature);
        }
        self.certificate_is_named(signer)?;
        let message = attributes.to_der().map_err(|_| StampProblem::Form)?;
        let key = &signer.tbs_certificate.subject_public_key_info;
        let of = (&info.signature_algorithm, Some(&info.digest_alg.oid));
        algorithm::verify(key, of, &message, info.signature.as_bytes())
    }

    /// The one value of an attribute that must be there once.
    fn attribute(&self, oid: ObjectIdentifier) -> Result<&AttributeValue, StampProblem> {
        let attributes = self.signer_info()?.signed_attrs.as_ref().ok_or(StampProblem::Signature)?;
        let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
        match (found.next().map(|one| one.values.as_slice()), found.next()) {
            (Some([value]), None) => Ok(value),
            _ => Err(StampProblem::Signature),
        }
    }

    /// The signed attributes must name the certificate by its digest, or a token could be passed off under another
    /// certificate of the same key.
    fn certificate_is_named(&self, signer: &Certificate) -> Result<(), StampProblem> {
        let der = signer.to_der().map_err(|_| StampProblem::Form)?;
        let named = |oid| -> Result<Vec<u8>, StampProblem> {
            let named: Named = self.attribute(oid)?.decode_as().map_err(|_| StampProblem::Form)?;
            named.certs.first().map(|first| first.value().to_vec()).ok_or(StampProblem::Signer)
        };
        let computed = if let Ok(first) = named(SIGNING_CERTIFICATE_V2) {
            let (hash, digest) = newer(&first).ok_or(StampProblem::Form)?;
            (algorithm::hash(&hash, &der)?, digest)
        } else {
            let first = named(SIGNING_CERTIFICATE)?;
            (Sha1::digest(&der).to_vec(), older(&first).ok_or(StampProblem::Form)?)
        };
        if computed.0 == computed.1 { Ok(()) } else { Err(StampProblem::Signer) }
    }
}

/// Digest algorithms have none, or NULL (RFC 5754, section 2).
fn without_parameters(algorithm: &AlgorithmIdentifierOwned) -> bool {
    algorithm.parameters.as_ref().is_none_or(Any::is_null)
}

/// Digest and algorithm of an ESSCertIDv2: the algorithm is SHA-256 where it is left out.
fn newer(value: &[u8]) -> Option<(ObjectIdentifier, Vec<u8>)> {
    let mut reader = der::SliceReader::new(value).ok()?;
    let first = Any::decode(&mut reader).ok()?;
    match first.decode_as::<AlgorithmIdentifierOwned>() {
        Ok(algorithm) => {
            let digest = Any::decode(&mut reader).ok()?;
            Some((algorithm.oid, digest.value().to_vec()))
        }
        Err(_) => Some((super::SHA_256, first.value().to_vec())),
    }
}

/// Digest of an ESSCertID, which is SHA-1.
fn older(value: &[u8]) -> Option<Vec<u8>> {
    let mut reader = der::SliceReader::new(value).ok()?;
    Some(Any::decode(&mut reader).ok()?.value().to_vec())
}
