//! The recovery file beside an encrypted dossier: its key, sealed to the organisation.
//!
//! One block for each key that the dossier may have at the moment; the reader takes the one whose salt is
//! that of the file. Whoever knows the passphrase loses nothing with this file.

use std::path::{Path, PathBuf};

use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::age::{self, BEGIN, END, Identity, MOST_RECIPIENTS};
use super::{Key, SALT, from_hex, push_hex};

const FIRST_LINE: &str = "assay-recovery/v1";
const KEY_FILE: &str = "assay-dossier-key/v1";
const MAC_PURPOSE: &str = "assay-recovery/v1 mac";

/// The most bytes a recovery file has; a larger one is not read.
pub const MOST_BYTES: u64 = 1 << 16;

/// Whoever can open an encrypted dossier beside those who know its passphrase: a public key of age, `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(age::Recipient);

/// What is wrong with a key, a recovery file or a key file. The message is `recovery-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryProblem {
    /// Not a public key of age (`age1…`).
    NotARecipient,
    /// More recipients than a recovery file may name, or none.
    RecipientCount,
    /// Not a private key of age (`AGE-SECRET-KEY-1…`).
    NotAnIdentity,
    /// Not a recovery file, or a damaged one.
    NotARecoveryFile,
    /// It holds no key for this dossier: the dossier is plain or its passphrase was changed elsewhere.
    OtherDossier,
    /// It was sealed to others than this identity, or was changed.
    NotForThisIdentity,
    /// Not a key file, or one for another dossier.
    NotAKeyFile,
    /// Its list of recipients was not written by someone who could open the dossier.
    Forged,
}

impl RecoveryProblem {
    /// The stable code, which is also the message id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotARecipient => "recovery-not-a-recipient",
            Self::RecipientCount => "recovery-recipient-count",
            Self::NotAnIdentity => "recovery-not-an-identity",
            Self::NotARecoveryFile => "recovery-not-a-recovery-file",
            Self::OtherDossier => "recovery-other-dossier",
            Self::NotForThisIdentity => "recovery-not-for-this-identity",
            Self::NotAKeyFile => "recovery-not-a-key-file",
            Self::Forged => "recovery-forged",
        }
    }
}

impl Recipient {
    /// Reads `age1…`.
    ///
    /// # Errors
    /// It is something else.
    pub fn parse(text: &str) -> Result<Self, RecoveryProblem> {
        age::Recipient::parse(text).map(Self).ok_or(RecoveryProblem::NotARecipient)
    }

    /// All recipients of a file as `age --recipients-file` reads it: one a line, `#` begins a comment.
    ///
    /// # Errors
    /// A line is no recipient, or there are none or too many.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, RecoveryProblem> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let all = lines.map(Self::parse).collect::<Result<Vec<_>, _>>()?;
        if (1..=MOST_RECIPIENTS).contains(&all.len()) {
            Ok(all)
        } else {
            Err(RecoveryProblem::RecipientCount)
        }
    }

    /// `age1…`.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text()
    }
}

impl std::fmt::Debug for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// Where the recovery file of a dossier lies: `<dossier>.recovery`.
#[must_use]
pub fn path_for(dossier: &Path) -> PathBuf {
    let mut name = dossier.as_os_str().to_owned();
    name.push(".recovery");
    name.into()
}

/// One block: this key, sealed to these recipients. `seed` is random and used for nothing else.
///
/// # Errors
/// There are no recipients, too many, or one that is no key.
pub fn block(key: &Key, recipients: &[Recipient], seed: &[u8; 32]) -> Result<String, RecoveryProblem> {
    if !(1..=MOST_RECIPIENTS).contains(&recipients.len()) {
        return Err(RecoveryProblem::RecipientCount);
    }
    let all: Vec<age::Recipient> = recipients.iter().map(|recipient| recipient.0.clone()).collect();
    let sealed = age::seal(key_file(key).as_bytes(), &all, seed).ok_or(RecoveryProblem::NotARecipient)?;
    let mut head = format!("{FIRST_LINE}\nsalt ");
    push_hex(&mut head, key.salt());
    head.push('\n');
    for recipient in recipients {
        head = head + "to " + &recipient.text() + "\n";
    }
    let mut text = head.clone() + "mac ";
    push_hex(
        &mut text,
        &mac(key, &head, &sealed).ok_or(RecoveryProblem::NotARecoveryFile)?.finalize().into_bytes(),
    );
    Ok(text + "\n" + &sealed)
}

/// The key as a text, which is what is sealed, and what a key file holds.
#[must_use]
pub fn key_file(key: &Key) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(160));
    text.push_str(KEY_FILE);
    text.push_str("\nsalt ");
    push_hex(&mut text, key.salt());
    text.push_str("\nkey ");
    push_hex(&mut text, key.raw());
    text.push('\n');
    text
}

/// Reads a key file.
///
/// # Errors
/// It is something else.
pub fn read_key_file(text: &str) -> Result<Key, RecoveryProblem> {
    let read = || {
        let rest = text.strip_prefix(KEY_FILE)?.strip_prefix("\nsalt ")?;
        let (salt, rest) = rest.split_once("\nkey ")?;
        let mut raw = Box::new(Zeroizing::new([0; 32]));
        raw.copy_from_slice(from_hex::<32>(rest.strip_suffix('\n').unwrap_or(rest))?.as_slice());
        Some(Key { salt: *from_hex(salt)?, raw })
    };
    let key = read().ok_or(RecoveryProblem::NotAKeyFile);
    super::wipe_stack();
    key
}

/// A recovery file that was read; nothing of it is believed yet.
pub struct Recovery<'a>(Vec<Block<'a>>);

struct Block<'a> {
    salt: [u8; SALT],
    recipients: Vec<Recipient>,
    head: &'a str,
    mac: [u8; 32],
    sealed: &'a str,
    whole: &'a str,
}

impl<'a> Recovery<'a> {
    /// Reads all blocks.
    ///
    /// # Errors
    /// Anything in it is not a block.
    pub fn read(text: &'a str) -> Result<Self, RecoveryProblem> {
        let mut blocks = Vec::new();
        let mut rest = text;
        while !rest.trim().is_empty() {
            let (block, then) = Block::read(rest).ok_or(RecoveryProblem::NotARecoveryFile)?;
            blocks.push(block);
            rest = then;
        }
        if blocks.is_empty() { Err(RecoveryProblem::NotARecoveryFile) } else { Ok(Self(blocks)) }
    }

    /// Opens the block for the dossier with this salt by a private key of age. `identities` is a file as
    /// `age-keygen` writes it: one `AGE-SECRET-KEY-1…` a line, `#` begins a comment.
    ///
    /// # Errors
    /// The file holds no identity, the dossier has no block, or none of the identities opens it.
    pub fn open(&self, salt: &[u8; SALT], identities: &str) -> Result<Key, RecoveryProblem> {
        let lines =
            identities.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let all = lines.map(|line| Identity::parse(line).ok_or(RecoveryProblem::NotAnIdentity));
        let all = all.collect::<Result<Vec<_>, _>>()?;
        if all.is_empty() {
            return Err(RecoveryProblem::NotAnIdentity);
        }
        let block = self.block(salt)?;
        let opened = all.iter().find_map(|identity| age::open(block.sealed, identity));
        let opened = opened.ok_or(RecoveryProblem::NotForThisIdentity)?;
        let text = std::str::from_utf8(&opened).map_err(|_| RecoveryProblem::NotAKeyFile)?;
        let key = read_key_file(text)?;
        if key.salt() != salt {
            return Err(RecoveryProblem::OtherDossier);
        }
        Ok(key)
    }

    /// To whom the block for this key was sealed, if somebody who had the key wrote it. Without this
    /// check a stranger with access to the folder could put a key of their own there and be handed the
    /// next one.
    ///
    /// # Errors
    /// There is no such block, or it is forged.
    pub fn recipients(&self, key: &Key) -> Result<&[Recipient], RecoveryProblem> {
        let block = self.block(key.salt())?;
        let mac = mac(key, block.head, block.sealed).ok_or(RecoveryProblem::Forged)?;
        mac.verify_slice(&block.mac).map_err(|_| RecoveryProblem::Forged)?;
        Ok(&block.recipients)
    }

    /// The text of the block for this salt.
    #[must_use]
    pub fn text_of(&self, salt: &[u8; SALT]) -> Option<&'a str> {
        self.block(salt).ok().map(|block| block.whole)
    }

    fn block(&self, salt: &[u8; SALT]) -> Result<&Block<'a>, RecoveryProblem> {
        self.0.iter().find(|block| block.salt == *salt).ok_or(RecoveryProblem::OtherDossier)
    }
}

impl<'a> Block<'a> {
    fn read(text: &'a str) -> Option<(Self, &'a str)> {
        let (head, rest) = text.split_at_checked(text.find("\nmac ")?.checked_add(1)?)?;
        let (mac, rest) = rest.strip_prefix("mac ")?.split_once('\n')?;
        rest.starts_with(BEGIN).then_some(())?;
        let end = rest.find(END)?.checked_add(END.len())?.checked_add(1)?;
        let (sealed, then) = rest.split_at_checked(end)?;
        let whole = text.get(..text.len().checked_sub(then.len())?)?;

        let mut lines = head.lines();
        (lines.next()? == FIRST_LINE).then_some(())?;
        let salt = *from_hex(lines.next()?.strip_prefix("salt ")?)?;
        let recipients = lines.map(|line| Recipient::parse(line.strip_prefix("to ")?).ok());
        let recipients = recipients.collect::<Option<Vec<_>>>()?;
        (1..=MOST_RECIPIENTS).contains(&recipients.len()).then_some(())?;
        Some((Self { salt, recipients, head, mac: *from_hex(mac)?, sealed, whole }, then))
    }
}

fn mac(key: &Key, head: &str, sealed: &str) -> Option<Hmac<Sha256>> {
    let mut mac =
        <Hmac<Sha256> as hmac::Mac>::new_from_slice(key.for_purpose(MAC_PURPOSE).as_slice()).ok()?;
    mac.update(head.as_bytes());
    mac.update(sealed.as_bytes());
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "AGE-SECRET-KEY-18AX26YYJE0D4TNN7S5MMVFWM0P9Z5YC49RNCNPXZV622GFY5YN0QF5HWER";
    const PUBLIC: &str = "age1ea6a25sczny7nuta2ayck46gltgzwc8s0wsmlqk54eclgprjkp2sarxf8t";

    fn key(n: u8) -> Key {
        Key::from_raw([n; SALT], [n ^ 0x55; 32])
    }

    fn ours() -> Vec<Recipient> {
        Recipient::parse_all(&format!("# the office\n{PUBLIC}\n")).unwrap()
    }

    #[test]
    fn the_block_of_the_right_dossier_is_opened() {
        let text = block(&key(1), &ours(), &[1; 32]).unwrap() + &block(&key(2), &ours(), &[2; 32]).unwrap();
        let recovery = Recovery::read(&text).unwrap();
        for n in [1, 2] {
            let opened = recovery.open(&[n; SALT], &format!("# created: …\n{SECRET}\n")).unwrap();
            assert_eq!(opened.raw(), key(n).raw(), "during a change of passphrase both keys are there");
            assert_eq!(recovery.recipients(&key(n)).unwrap(), ours(), "and both name whom they are for");
        }
        assert_eq!(recovery.open(&[3; SALT], SECRET).err(), Some(RecoveryProblem::OtherDossier));
    }

    #[test]
    fn a_block_with_a_recipient_put_in_is_forged() {
        let thief = age::Identity::parse(
            &bech32::encode_upper::<bech32::Bech32>(
                bech32::Hrp::parse_unchecked("age-secret-key-"),
                &[9; 32],
            )
            .unwrap(),
        );
        let thief = Recipient(thief.unwrap().recipient());
        let text = block(&key(1), &ours(), &[1; 32]).unwrap();
        let added = text.replacen("mac ", &format!("to {}\nmac ", thief.text()), 1);
        let own = block(&Key::from_raw([1; SALT], [0; 32]), &[thief], &[3; 32]).unwrap();
        for forged in [added, own] {
            let recovery = Recovery::read(&forged).unwrap();
            assert_eq!(
                recovery.recipients(&key(1)).err(),
                Some(RecoveryProblem::Forged),
                "whoever does not have the key cannot say to whom the next one goes"
            );
        }
    }

    #[test]
    fn what_is_not_a_recovery_file_is_refused() {
        let good = block(&key(1), &ours(), &[1; 32]).unwrap();
        let too_many = good.replacen("mac ", &format!("{}mac ", format!("to {PUBLIC}\n").repeat(16)), 1);
        let wrong = [
            String::new(),
            "assay-recovery/v1\n".to_owned(),
            good.replace("v1\nsalt", "v2\nsalt"),
            good.replace(&format!("to {PUBLIC}\n"), ""),
            good.replace("END AGE", "END"),
            good.clone() + "more",
            "more\n".to_owned() + &good,
            too_many,
        ];
        for text in wrong {
            assert!(Recovery::read(&text).is_err(), "read all the same: {text}");
        }
        assert!(Recovery::read(&good).is_ok(), "and the one they were made from is read");
    }

    #[test]
    fn a_key_file_is_read_back() {
        let text = key_file(&key(5));
        assert_eq!(read_key_file(&text).unwrap().raw(), key(5).raw());
        for wrong in
            [String::new(), text.replace("v1", "v2"), text.replace("key ", "key 0"), text.to_string() + "\n"]
        {
            assert!(read_key_file(&wrong).is_err(), "read all the same: {wrong}");
        }
    }
}
