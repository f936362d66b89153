//! What lies in a token: private keys, with the public halves and certificates of the same id.

use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::Session;
use der::Decode as _;
use der::asn1::OctetStringRef;
use der::oid::ObjectIdentifier;

use super::{TokenKeyFacts, refused};
use crate::keys::{DocumentKeyProblem, SignerKey, facts};

/// A private key, and what lies beside it.
pub(super) struct Found {
    pub(super) handle: ObjectHandle,
    pub(super) always_asks: bool,
    /// The public half, as far as the token shows it.
    pub(super) public: Option<SignerKey>,
    /// Certificates of the same id first, then every other one in the token.
    pub(super) certificates: Vec<Vec<u8>>,
    /// How many of them have the same id.
    pub(super) own: usize,
    label: String,
    id: Vec<u8>,
}

impl Found {
    /// Every private key that can sign.
    pub(super) fn all(session: &Session) -> Result<Vec<Self>, DocumentKeyProblem> {
        let of = [Attribute::Class(ObjectClass::PRIVATE_KEY), Attribute::Sign(true)];
        let handles = session.find_objects(&of).map_err(|e| refused(&e))?;
        handles.into_iter().map(|handle| Self::of(session, handle)).collect()
    }

    fn of(session: &Session, handle: ObjectHandle) -> Result<Self, DocumentKeyProblem> {
        let wanted = [
            AttributeType::Label,
            AttributeType::Id,
            AttributeType::AlwaysAuthenticate,
            AttributeType::Modulus,
            AttributeType::PublicExponent,
        ];
        let mut found = Self {
            handle,
            always_asks: false,
            public: None,
            certificates: Vec::new(),
            own: 0,
            label: String::new(),
            id: Vec::new(),
        };
        let (mut modulus, mut exponent) = (None, None);
        for attribute in session.get_attributes(handle, &wanted).map_err(|e| refused(&e))? {
            match attribute {
                Attribute::Label(label) => found.label = String::from_utf8_lossy(&label).trim().to_owned(),
                Attribute::Id(id) => found.id = id,
                Attribute::AlwaysAuthenticate(always) => found.always_asks = always,
                Attribute::Modulus(bytes) => modulus = Some(bytes),
                Attribute::PublicExponent(bytes) => exponent = Some(bytes),
                _ => {}
            }
        }
        found.public = match (modulus, exponent) {
            (Some(modulus), Some(exponent)) if !exponent.is_empty() => {
                Some(SignerKey::from_rsa(&modulus, &exponent)?)
            }
            _ => public_beside(session, &found.id)?,
        };
        found.add_certificates(session)?;
        Ok(found)
    }

    fn add_certificates(&mut self, session: &Session) -> Result<(), DocumentKeyProblem> {
        let of = [Attribute::Class(ObjectClass::CERTIFICATE)];
        let mut others = Vec::new();
        for handle in session.find_objects(&of).map_err(|e| refused(&e))? {
            let wanted = [AttributeType::Id, AttributeType::Value];
            let (mut is_own, mut value) = (false, None);
            for attribute in session.get_attributes(handle, &wanted).map_err(|e| refused(&e))? {
                match attribute {
                    Attribute::Id(id) => is_own = id == self.id && !id.is_empty(),
                    Attribute::Value(bytes) => value = Some(bytes),
                    _ => {}
                }
            }
            match value {
                Some(bytes) if is_own => self.certificates.push(bytes),
                Some(bytes) if !bytes.is_empty() => others.push(bytes),
                _ => {}
            }
        }
        self.own = self.certificates.len();
        self.certificates.extend(others);
        Ok(())
    }

    /// The one of that label or id; the only one where none is named.
    pub(super) fn chosen(mut all: Vec<Self>, name: Option<&str>) -> Result<Self, DocumentKeyProblem> {
        let names = all.iter().map(|one| format!("{} ({})", one.label, one.id_text()));
        let names = names.collect::<Vec<_>>().join("; ");
        all.retain(|one| {
            name.is_none_or(|name| one.label == name || one.id_text().eq_ignore_ascii_case(name))
        });
        match (all.pop(), all.is_empty()) {
            (None, _) => Err(DocumentKeyProblem::NoTokenKey(names)),
            (Some(only), true) => Ok(only),
            _ => Err(DocumentKeyProblem::SeveralTokenKeys(names)),
        }
    }

    pub(super) fn told(&self) -> TokenKeyFacts {
        let own = self.certificates.iter().take(self.own).find_map(|der| facts(der).ok());
        TokenKeyFacts { label: self.label.clone(), id: self.id_text(), certificate: own }
    }

    fn id_text(&self) -> String {
        self.id.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The public key object of that id: private EC keys do not show their own point.
fn public_beside(session: &Session, id: &[u8]) -> Result<Option<SignerKey>, DocumentKeyProblem> {
    let of = [Attribute::Class(ObjectClass::PUBLIC_KEY), Attribute::Id(id.to_vec())];
    let handles = session.find_objects(&of).map_err(|e| refused(&e))?;
    let Some(handle) = handles.first().filter(|_| !id.is_empty()) else { return Ok(None) };
    let wanted = [AttributeType::EcParams, AttributeType::EcPoint];
    let (mut curve, mut point) = (None, None);
    for attribute in session.get_attributes(*handle, &wanted).map_err(|e| refused(&e))? {
        match attribute {
            Attribute::EcParams(der) => curve = ObjectIdentifier::from_der(&der).ok(),
            Attribute::EcPoint(bytes) => point = Some(bytes),
            _ => {}
        }
    }
    let (Some(curve), Some(point)) = (curve, point) else { return Ok(None) };
    // PKCS#11 wants the point in an OCTET STRING; some tokens give it as it is.
    let bare = OctetStringRef::from_der(&point).map_or(point.as_slice(), |octets| octets.as_bytes());
    SignerKey::on_curve(curve, bare).map(Some)
}
