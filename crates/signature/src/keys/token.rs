//! Keys in a token: smart cards and security modules behind PKCS#11 (OASIS, version 2.40 and 3).
//!
//! This is the one place of the crate that reaches outside it: the module is a library of the token's maker, loaded by
//! the path that a person names, and it runs in this process.

mod found;
mod signing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::{Slot, TokenInfo};
use cryptoki::types::AuthPin;

use super::{DocumentKeyProblem, Facts, Tries};
use found::Found;
pub use signing::TokenKey;

/// Modules that were initialised: once for each process and path, since a second time is an error (PKCS#11, 5.4), and
/// never finalised, since a session may still be open somewhere.
static LOADED: Mutex<BTreeMap<PathBuf, Pkcs11>> = Mutex::new(BTreeMap::new());

/// A PKCS#11 module.
#[derive(Clone, Debug)]
pub struct Module(Pkcs11);

/// A token, as it names itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenFacts {
    /// The label it was given.
    pub label: String,
    /// Its serial number.
    pub serial: String,
    /// Its maker and model.
    pub model: String,
    /// Whether the PIN is entered on the reader, and not here.
    pub keypad: bool,
    /// Whether wrong PINs have locked it.
    pub locked: bool,
}

/// A private key in a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenKeyFacts {
    /// The label it was given.
    pub label: String,
    /// Its id, hexadecimal.
    pub id: String,
    /// What its certificate in the token says, where there is one.
    pub certificate: Option<Facts>,
}

pub(super) fn refused(error: &Error) -> DocumentKeyProblem {
    DocumentKeyProblem::Token(match error {
        // The name of the return code, by which the token's maker describes it.
        Error::Pkcs11(code, function) => format!("{function}: {code:?}"),
        other => other.to_string(),
    })
}

/// How a token is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Opening<'a> {
    /// The token's label or serial number; it need not be chosen where there is one alone.
    pub token: Option<&'a str>,
    /// The key's label, or its id in hexadecimal; the same.
    pub key: Option<&'a str>,
    /// The PIN; none where it is entered on the reader.
    pub pin: Option<&'a str>,
}

impl Module {
    /// The module at that path, loaded and initialised at the first time.
    ///
    /// # Errors
    /// [`DocumentKeyProblem::Module`]: it is not there, or is no PKCS#11 module, or does not start.
    pub fn load(path: &Path) -> Result<Self, DocumentKeyProblem> {
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = loaded.get(path) {
            return Ok(Self(known.clone()));
        }
        let unusable = |error: Error| DocumentKeyProblem::Module(error.to_string());
        let module = Pkcs11::new(path).map_err(unusable)?;
        match module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            // The same library by another path.
            Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
            Err(error) => return Err(unusable(error)),
        }
        loaded.insert(path.to_path_buf(), module.clone());
        Ok(Self(module))
    }

    /// The tokens that are there now.
    ///
    /// # Errors
    /// The module refuses.
    pub fn tokens(&self) -> Result<Vec<TokenFacts>, DocumentKeyProblem> {
        Ok(self.all()?.into_iter().map(|(_, info)| told(&info)).collect())
    }

    /// The private keys of a token. Most tokens show them only after the PIN.
    ///
    /// # Errors
    /// No such token, or it refuses, the PIN among other things.
    pub fn keys(&self, opening: &Opening<'_>) -> Result<Vec<TokenKeyFacts>, DocumentKeyProblem> {
        let (slot, _) = self.chosen(opening.token)?;
        let (session, _) = self.entered(slot, opening.pin)?;
        Ok(Found::all(&session)?.iter().map(Found::told).collect())
    }

    /// A key to sign documents with, with its certificates: those in the token, and those in the given files.
    ///
    /// # Errors
    /// No such token or key, or no certificate that fits; or the token refuses, the PIN among other things.
    pub fn key(&self, opening: &Opening<'_>, certificates: &[&[u8]]) -> Result<TokenKey, DocumentKeyProblem> {
        let (slot, _) = self.chosen(opening.token)?;
        let (session, pin) = self.entered(slot, opening.pin)?;
        let found = Found::chosen(Found::all(&session)?, opening.key)?;
        let mut given = Vec::new();
        for file in certificates {
            given.extend(super::certificates_in(file)?);
        }
        let mechanisms = self.0.get_mechanism_list(slot).map_err(|e| refused(&e))?;
        TokenKey::new(session, found, &given, &mechanisms, pin)
    }

    fn all(&self) -> Result<Vec<(Slot, TokenInfo)>, DocumentKeyProblem> {
        let slots = self.0.get_slots_with_initialized_token().map_err(|e| refused(&e))?;
        let told = |slot| self.0.get_token_info(slot).map(|info| (slot, info));
        slots.into_iter().map(told).collect::<Result<_, _>>().map_err(|e| refused(&e))
    }

    fn chosen(&self, name: Option<&str>) -> Result<(Slot, TokenInfo), DocumentKeyProblem> {
        let mut all = self.all()?;
        let labels = all.iter().map(|(_, info)| info.label().to_owned()).collect::<Vec<_>>().join("; ");
        all.retain(|(_, info)| name.is_none_or(|name| info.label() == name || info.serial_number() == name));
        match (all.pop(), all.is_empty()) {
            (None, _) => Err(DocumentKeyProblem::NoToken(labels)),
            (Some(only), true) => Ok(only),
            _ => Err(DocumentKeyProblem::SeveralTokens(labels)),
        }
    }

    /// A session in which the PIN was accepted, just now.
    fn entered(
        &self,
        slot: Slot,
        pin: Option<&str>,
    ) -> Result<(Session, Option<AuthPin>), DocumentKeyProblem> {
        let info = self.0.get_token_info(slot).map_err(|e| refused(&e))?;
        let session = self.0.open_ro_session(slot).map_err(|e| refused(&e))?;
        let pin = pin.map(|pin| AuthPin::new(pin.into()));
        if pin.is_none() && !info.protected_authentication_path() {
            return if info.login_required() {
                Err(DocumentKeyProblem::NeedsPin)
            } else {
                Ok((session, None))
            };
        }
        if info.user_pin_locked() {
            return Err(DocumentKeyProblem::PinLocked);
        }
        let entered = match session.login(UserType::User, pin.as_ref()) {
            // Somebody's right PIN must not let a wrong one pass.
            Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {
                session.logout().and_then(|()| session.login(UserType::User, pin.as_ref()))
            }
            other => other,
        };
        match entered {
            Ok(()) => Ok((session, pin)),
            Err(error) => Err(self.not_entered(slot, &error)),
        }
    }

    fn not_entered(&self, slot: Slot, error: &Error) -> DocumentKeyProblem {
        let Error::Pkcs11(code, _) = error else { return refused(error) };
        match code {
            RvError::PinLocked => DocumentKeyProblem::PinLocked,
            RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange => {
                match self.0.get_token_info(slot) {
                    Ok(info) if info.user_pin_locked() => DocumentKeyProblem::PinLocked,
                    Ok(info) if info.user_pin_final_try() => DocumentKeyProblem::WrongPin(Tries::Last),
                    Ok(info) if info.user_pin_count_low() => DocumentKeyProblem::WrongPin(Tries::Fewer),
                    _ => DocumentKeyProblem::WrongPin(Tries::Unknown),
                }
            }
            _ => refused(error),
        }
    }
}

fn told(info: &TokenInfo) -> TokenFacts {
    TokenFacts {
        label: info.label().to_owned(),
        serial: info.serial_number().to_owned(),
        model: format!("{} {}", info.manufacturer_id(), info.model()).trim().to_owned(),
        keypad: info.protected_authentication_path(),
        locked: info.user_pin_locked(),
    }
}
