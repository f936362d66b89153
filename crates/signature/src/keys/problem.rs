//! Why a key cannot sign documents.

use core::fmt;

/// What a token tells of the tries that are left after a wrong PIN (PKCS#11, `CKF_USER_PIN_*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tries {
    /// Nothing.
    Unknown,
    /// A wrong PIN was entered at least once since the last right one.
    Fewer,
    /// The next wrong one locks the token.
    Last,
}

/// Why a key file, key store or token cannot be used for documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentKeyProblem {
    /// Neither a private key in PKCS#8 nor a key store.
    NotAKey,
    /// A key file of an older form; its PEM label.
    OlderForm(String),
    /// The key is encrypted and no passphrase was given.
    NeedsPassphrase,
    /// The passphrase does not open it, or it is damaged: the two look the same.
    WrongPassphrase,
    /// It is encrypted by a method that is not supported.
    UnsupportedEncryption,
    /// A key store encrypted with 3DES, RC2 or RC4, or by PKCS#5 v1.5.
    OldEncryption,
    /// Opening it would take unreasonably much memory or time.
    TooCostly,
    /// The key store is written in BER, with indefinite lengths.
    Ber,
    /// The key store cannot be read: cut off, or of another form.
    Store,
    /// The key store has no MAC, or one that is not supported.
    Mac,
    /// No private key is in the key store.
    NoKey,
    /// Several private keys are in it; how many.
    SeveralKeys(usize),
    /// The key file carries a public key that does not belong to its private key.
    PublicKeyMismatch,
    /// An algorithm, curve or key size that is not supported; which.
    Algorithm(String),
    /// A certificate cannot be read.
    NotACertificate,
    /// No certificate was given or found.
    NoCertificate,
    /// No certificate is over this private key; whose they are.
    Mismatch(String),
    /// The PKCS#11 module cannot be loaded; what the system says.
    Module(String),
    /// No such token; the labels of those that are there.
    NoToken(String),
    /// Several tokens are there and none was chosen; their labels.
    SeveralTokens(String),
    /// No such key in the token; the labels of those that are there.
    NoTokenKey(String),
    /// Several keys are in the token and none was chosen; their labels.
    SeveralTokenKeys(String),
    /// The token wants a PIN.
    NeedsPin,
    /// The PIN is not the token's.
    WrongPin(Tries),
    /// The token is locked by wrong PINs.
    PinLocked,
    /// The token refuses something else; its return code.
    Token(String),
}

impl DocumentKeyProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAKey => "signature-document-key-not-a-key",
            Self::OlderForm(_) => "signature-document-key-older-form",
            Self::NeedsPassphrase => "signature-document-key-needs-passphrase",
            Self::WrongPassphrase => "signature-document-key-wrong-passphrase",
            Self::UnsupportedEncryption => "signature-document-key-unsupported-encryption",
            Self::OldEncryption => "signature-document-key-old-encryption",
            Self::TooCostly => "signature-document-key-too-costly",
            Self::Ber => "signature-document-key-ber",
            Self::Store => "signature-document-key-store",
            Self::Mac => "signature-document-key-mac",
            Self::NoKey => "signature-document-key-no-key",
            Self::SeveralKeys(_) => "signature-document-key-several-keys",
            Self::PublicKeyMismatch => "signature-document-key-public-key-mismatch",
            Self::Algorithm(_) => "signature-document-key-algorithm",
            Self::NotACertificate => "signature-document-key-not-a-certificate",
            Self::NoCertificate => "signature-document-key-no-certificate",
            Self::Mismatch(_) => "signature-document-key-mismatch",
            Self::Module(_) => "signature-document-key-module",
            Self::NoToken(_) => "signature-document-key-no-token",
            Self::SeveralTokens(_) => "signature-document-key-several-tokens",
            Self::NoTokenKey(_) => "signature-document-key-no-token-key",
            Self::SeveralTokenKeys(_) => "signature-document-key-several-token-keys",
            Self::NeedsPin => "signature-document-key-needs-pin",
            Self::WrongPin(Tries::Unknown) => "signature-document-key-wrong-pin",
            Self::WrongPin(Tries::Fewer) => "signature-document-key-wrong-pin-fewer",
            Self::WrongPin(Tries::Last) => "signature-document-key-wrong-pin-last",
            Self::PinLocked => "signature-document-key-pin-locked",
            Self::Token(_) => "signature-document-key-token",
        }
    }

    /// What the message names (`{ $detail }`), empty where it names nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::OlderForm(what)
            | Self::Algorithm(what)
            | Self::Mismatch(what)
            | Self::Module(what)
            | Self::NoToken(what)
            | Self::SeveralTokens(what)
            | Self::NoTokenKey(what)
            | Self::SeveralTokenKeys(what)
            | Self::Token(what) => what.clone(),
            Self::SeveralKeys(number) => number.to_string(),
            _ => String::new(),
        }
    }
}

impl fmt::Display for DocumentKeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail() {
            detail if detail.is_empty() => f.write_str(self.code()),
            detail => write!(f, "{} {detail}", self.code()),
        }
    }
}

impl core::error::Error for DocumentKeyProblem {}
