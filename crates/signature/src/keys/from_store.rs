//! Key stores: PKCS#12 (RFC 7292), with password integrity and password privacy.

use cms::content_info::ContentInfo;
use cms::encrypted_data::EncryptedData;
use der::asn1::{OctetString, OctetStringRef};
use der::oid::ObjectIdentifier;
use der::{Any, Decode as _, Encode as _, Sequence};
use hmac::{Hmac, Mac as _};
use pkcs8::pkcs5::EncryptionScheme;
use pkcs12::cert_type::CertBag;
use pkcs12::kdf::{Pkcs12KeyType, derive_key};
use pkcs12::mac_data::MacData;
use pkcs12::pfx::Pfx;
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::from_file::{decrypted, sealed_with};
use super::software::Secret;
use super::{DocumentKeyProblem, FileKey};
use crate::key_file::{MOST_ROUNDS, is_affordable};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
/// What PKCS#12 (appendix C) and PKCS#5 v1.5 encrypt with: beneath these two arcs, but for PBES2 and its parts.
const OLD_ARCS: [&str; 2] = ["1.2.840.113549.1.12.1.", "1.2.840.113549.1.5."];
const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");

/// How deep bags may lie in bags.
const DEEPEST: usize = 4;
/// Most private keys and certificates that are opened.
const MOST: usize = 64;

/// A SafeBag (RFC 7292, 4.2). Unlike the library's, it does not insist on an order among attributes, which are not used.
#[derive(Sequence)]
struct Bag {
    id: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    value: Any,
    #[asn1(optional = "true")]
    attributes: Option<Any>,
}

/// What was found.
#[derive(Default)]
struct Found {
    keys: Vec<Secret>,
    certificates: Vec<Vec<u8>>,
}

impl FileKey {
    /// A key store in PKCS#12: its one private key, with the certificates in it.
    ///
    /// # Errors
    /// Why it cannot be opened, or used: [`DocumentKeyProblem::WrongPassphrase`] where the MAC does not hold.
    pub fn from_pkcs12(file: &[u8], passphrase: &[u8]) -> Result<Self, DocumentKeyProblem> {
        if file.starts_with(&[0x30, 0x80]) {
            return Err(DocumentKeyProblem::Ber);
        }
        let store = |_| DocumentKeyProblem::Store;
        let pfx = Pfx::from_der(file).map_err(store)?;
        if pfx.auth_safe.content_type != DATA {
            return Err(DocumentKeyProblem::Mac);
        }
        let content: OctetStringRef<'_> = pfx.auth_safe.content.decode_as().map_err(store)?;
        let content = content.as_bytes();
        mac_holds(pfx.mac_data.as_ref().ok_or(DocumentKeyProblem::Mac)?, content, passphrase)?;

        let mut found = Found::default();
        for part in Vec::<ContentInfo>::from_der(content).map_err(store)? {
            let bags = part_opened(&part, passphrase)?;
            found.take(&bags, passphrase, 0)?;
        }
        let number = found.keys.len();
        match (found.keys.pop(), number) {
            (None, _) => Err(DocumentKeyProblem::NoKey),
            (Some(secret), 1) => Self::new(secret, &found.certificates),
            _ => Err(DocumentKeyProblem::SeveralKeys(number)),
        }
    }
}

/// Whether the bytes begin as a key store does: a sequence that begins with the version 3.
pub(super) fn looks_like_one(bytes: &[u8]) -> bool {
    #[derive(Sequence)]
    struct Start {
        version: u8,
        safe: Any,
        #[asn1(optional = "true")]
        mac: Option<Any>,
    }
    bytes.starts_with(&[0x30, 0x80]) || Start::from_der(bytes).is_ok_and(|start| start.version == 3)
}

/// The MAC over the content, before anything in it is read.
fn mac_holds(mac: &MacData, content: &[u8], passphrase: &[u8]) -> Result<(), DocumentKeyProblem> {
    let rounds = u32::try_from(mac.iterations).map_err(|_| DocumentKeyProblem::Mac)?;
    if rounds == 0 {
        return Err(DocumentKeyProblem::Mac);
    }
    if rounds > MOST_ROUNDS {
        return Err(DocumentKeyProblem::TooCostly);
    }
    let text = core::str::from_utf8(passphrase).map_err(|_| DocumentKeyProblem::WrongPassphrase)?;
    // Whoever says "no passphrase" may have meant an empty one, or none at all: two different derivations.
    let mut spellings = vec![utf_16(text)];
    if text.is_empty() {
        spellings.push(Zeroizing::new(Vec::new()));
    }
    for spelling in spellings {
        if mac_holds_with(mac, content, &spelling)? {
            return Ok(());
        }
    }
    Err(DocumentKeyProblem::WrongPassphrase)
}

/// A passphrase as RFC 7292 (appendix B.1) has it: big-endian UTF-16 with two zero bytes behind.
fn utf_16(text: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(text.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect())
}

fn mac_holds_with(mac: &MacData, content: &[u8], passphrase: &[u8]) -> Result<bool, DocumentKeyProblem> {
    let (salt, rounds) = (mac.mac_salt.as_bytes(), mac.iterations);
    let expected = mac.mac.digest.as_bytes();
    macro_rules! with {
        ($hash:ty, $length:literal) => {{
            let key = derive_key::<$hash>(passphrase, salt, Pkcs12KeyType::Mac, rounds, $length);
            let key = Zeroizing::new(key);
            let mut mac = <Hmac<$hash>>::new_from_slice(&key).map_err(|_| DocumentKeyProblem::Mac)?;
            mac.update(content);
            Ok(mac.verify_slice(expected).is_ok())
        }};
    }
    match mac.mac.algorithm.oid.to_string().as_str() {
        "1.3.14.3.2.26" => with!(Sha1, 20),
        "2.16.840.1.101.3.4.2.1" => with!(Sha256, 32),
        "2.16.840.1.101.3.4.2.2" => with!(Sha384, 48),
        "2.16.840.1.101.3.4.2.3" => with!(Sha512, 64),
        _ => Err(DocumentKeyProblem::Mac),
    }
}

/// The bags of one part, in DER.
fn part_opened(part: &ContentInfo, passphrase: &[u8]) -> Result<Zeroizing<Vec<u8>>, DocumentKeyProblem> {
    let store = |_| DocumentKeyProblem::Store;
    match part.content_type {
        DATA => {
            let bytes: OctetString = part.content.decode_as().map_err(store)?;
            Ok(Zeroizing::new(bytes.into_bytes()))
        }
        ENCRYPTED_DATA => {
            let sealed: EncryptedData = part.content.decode_as().map_err(store)?;
            let sealed = sealed.enc_content_info;
            refuse_old(&sealed.content_enc_alg.oid)?;
            let algorithm = sealed.content_enc_alg.to_der().map_err(store)?;
            let scheme = EncryptionScheme::try_from(algorithm.as_slice())
                .map_err(|_| DocumentKeyProblem::UnsupportedEncryption)?;
            let affordable = scheme.pbes2().is_some_and(|pbes2| is_affordable(&pbes2.kdf));
            if !affordable {
                return Err(DocumentKeyProblem::TooCostly);
            }
            let bytes = sealed.encrypted_content.ok_or(DocumentKeyProblem::Store)?;
            let opened = scheme.decrypt(passphrase, bytes.as_bytes());
            opened.map(Zeroizing::new).map_err(|_| DocumentKeyProblem::UnsupportedEncryption)
        }
        _ => Err(DocumentKeyProblem::UnsupportedEncryption),
    }
}

fn refuse_old(oid: &ObjectIdentifier) -> Result<(), DocumentKeyProblem> {
    let text = oid.to_string();
    if *oid != PBES2 && OLD_ARCS.iter().any(|arc| text.starts_with(arc)) {
        return Err(DocumentKeyProblem::OldEncryption);
    }
    Ok(())
}

impl Found {
    /// Every bag of a list, those that lie in others too.
    fn take(&mut self, bags: &[u8], passphrase: &[u8], depth: usize) -> Result<(), DocumentKeyProblem> {
        let store = |_| DocumentKeyProblem::Store;
        if depth > DEEPEST {
            return Err(DocumentKeyProblem::Store);
        }
        for bag in Vec::<Bag>::from_der(bags).map_err(store)? {
            if self.keys.len() > MOST || self.certificates.len() > MOST {
                return Err(DocumentKeyProblem::Store);
            }
            let value = Zeroizing::new(bag.value.to_der().map_err(store)?);
            match bag.id {
                pkcs12::PKCS_12_KEY_BAG_OID => self.keys.push(Secret::from_der(&value)?),
                pkcs12::PKCS_12_PKCS8_KEY_BAG_OID => {
                    refuse_old(&sealed_with(&value).ok_or(DocumentKeyProblem::Store)?)?;
                    self.keys.push(decrypted(&value, Some(passphrase))?);
                }
                pkcs12::PKCS_12_CERT_BAG_OID => {
                    let bag = CertBag::from_der(&value).map_err(store)?;
                    if bag.cert_id == pkcs12::PKCS_12_X509_CERT_OID {
                        self.certificates.push(bag.cert_value.into_bytes());
                    }
                }
                pkcs12::PKCS_12_SAFE_CONTENTS_BAG_OID => {
                    self.take(&value, passphrase, depth.saturating_add(1))?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
