//! The age format, version 1 (C2SP `age.md`), as far as a recovery file needs it: X25519 recipients, one
//! chunk, armoured. What is sealed here, `age --decrypt` opens, and the other way round.

use base64ct::{Base64, Base64Unpadded, Encoding as _};
use bech32::{Bech32, Hrp};
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Key as AeadKey, Nonce};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize as _, Zeroizing};

use super::expand;

const VERSION: &str = "age-encryption.org/v1";
const STANZA: &str = "-> X25519 ";
const WRAP: &[u8] = b"age-encryption.org/v1/X25519";
pub(super) const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
pub(super) const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

/// More than any organisation names; it bounds the work a made-up file can ask of us.
pub(super) const MOST_RECIPIENTS: usize = 16;

const RECIPIENT: Hrp = Hrp::parse_unchecked("age");
const IDENTITY: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// Nonce of the only chunk: counter 0, and the mark that it is the last.
const LAST_CHUNK: [u8; 12] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

/// Whoever may open what is sealed: the public key `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Recipient([u8; 32]);

impl Recipient {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (hrp, bytes) = bech32::decode(text).ok()?;
        // The crate takes both checksums; age has the older one.
        let same = bech32::encode::<Bech32>(RECIPIENT, &bytes).ok()? == text;
        (hrp == RECIPIENT && same).then_some(())?;
        Some(Self(bytes.try_into().ok()?))
    }

    pub(super) fn text(&self) -> String {
        bech32::encode::<Bech32>(RECIPIENT, &self.0).unwrap_or_default()
    }
}

/// The private key `AGE-SECRET-KEY-1…`; wiped when it is let go.
pub(super) struct Identity(StaticSecret);

impl Identity {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (hrp, bytes) = bech32::decode(text).ok()?;
        let bytes = Zeroizing::new(bytes);
        (hrp == IDENTITY).then_some(())?;
        Some(Self(StaticSecret::from(<[u8; 32]>::try_from(bytes.as_slice()).ok()?)))
    }

    #[cfg(test)]
    pub(super) fn recipient(&self) -> Recipient {
        Recipient(PublicKey::from(&self.0).to_bytes())
    }
}

/// Seals `text` to all of `recipients`. Everything random comes from `seed`, which is used once.
pub(super) fn seal(text: &[u8], recipients: &[Recipient], seed: &[u8; 32]) -> Option<String> {
    let part = |name: &str| expand(seed, &[], name.as_bytes());
    let drawn = part("file key");
    let file_key = drawn.get(..16)?;
    let mut header = format!("{VERSION}\n");
    for (n, recipient) in recipients.iter().enumerate() {
        let ephemeral = StaticSecret::from(*part(&format!("ephemeral {n}")));
        let share = PublicKey::from(&ephemeral).to_bytes();
        let shared = ephemeral.diffie_hellman(&PublicKey::from(recipient.0));
        if !shared.was_contributory() {
            return None;
        }
        let wrapped = aead(&wrap_key(shared.as_bytes(), &share, &recipient.0))
            .encrypt(&Nonce::default(), file_key)
            .ok()?;
        header += STANZA;
        header += &Base64Unpadded::encode_string(&share);
        header.push('\n');
        header += &Base64Unpadded::encode_string(&wrapped);
        header.push('\n');
    }
    header += "---";
    let mut file = format!(
        "{header} {}\n",
        Base64Unpadded::encode_string(&mac(&header, file_key)?.finalize().into_bytes())
    );
    let nonce_of = part("nonce");
    let nonce = nonce_of.get(..16)?;
    let chunk = aead(&expand(file_key, nonce, b"payload")).encrypt(&Nonce::from(LAST_CHUNK), text).ok()?;
    let mut bytes = std::mem::take(&mut file).into_bytes();
    bytes.extend_from_slice(nonce);
    bytes.extend_from_slice(&chunk);
    Some(armour(&bytes))
}

/// Opens what was sealed to this identity. `None`: it was sealed to others, or was changed.
pub(super) fn open(armoured: &str, identity: &Identity) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = unarmour(armoured)?;
    let end = bytes.windows(5).position(|window| window == b"\n--- ")?.checked_add(4)?;
    let (header, rest) = bytes.split_at_checked(end)?;
    let header = std::str::from_utf8(header).ok()?;
    let (tag, payload) = rest.split_at_checked(rest.iter().position(|byte| *byte == b'\n')?)?;
    let tag = Base64Unpadded::decode_vec(std::str::from_utf8(tag.strip_prefix(b" ")?).ok()?).ok()?;
    let payload = payload.strip_prefix(b"\n")?;

    let mut lines = header.lines();
    (lines.next()? == VERSION).then_some(())?;
    let mut file_key = None;
    for _ in 0..MOST_RECIPIENTS {
        let line = lines.next()?;
        if line == "---" {
            break;
        }
        let share = line.strip_prefix("-> ")?;
        let body = lines.next()?;
        // Stanzas of other kinds are not for us; their bodies may have several lines.
        let Some(share) = share.strip_prefix("X25519 ") else {
            let mut last = body.len();
            while last == COLUMNS {
                last = lines.next()?.len();
            }
            continue;
        };
        file_key = file_key.or_else(|| unwrap(share, body, identity));
    }
    let file_key = file_key?;
    mac(header, &file_key)?.verify_slice(&tag).ok()?;
    let (nonce, chunk) = payload.split_at_checked(16)?;
    aead(&expand(&file_key, nonce, b"payload"))
        .decrypt(&Nonce::from(LAST_CHUNK), chunk)
        .ok()
        .map(Zeroizing::new)
}

fn unwrap(share: &str, body: &str, identity: &Identity) -> Option<Zeroizing<Vec<u8>>> {
    let share: [u8; 32] = Base64Unpadded::decode_vec(share).ok()?.try_into().ok()?;
    let wrapped: [u8; 32] = Base64Unpadded::decode_vec(body).ok()?.try_into().ok()?;
    let shared = identity.0.diffie_hellman(&PublicKey::from(share));
    let own = PublicKey::from(&identity.0).to_bytes();
    let key = wrap_key(shared.as_bytes(), &share, &own);
    let file_key = aead(&key).decrypt(&Nonce::default(), wrapped.as_slice()).ok().map(Zeroizing::new);
    file_key.filter(|_| shared.was_contributory())
}

fn wrap_key(shared: &[u8; 32], share: &[u8; 32], recipient: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    let mut salt = [0; 64];
    let (first, second) = salt.split_at_mut(32);
    first.copy_from_slice(share);
    second.copy_from_slice(recipient);
    let key = expand(shared, &salt, WRAP);
    salt.zeroize();
    key
}

fn aead(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(AeadKey::from_slice(key))
}

/// The MAC over the header up to and including its three dashes.
fn mac(header: &str, file_key: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac =
        <Hmac<Sha256> as hmac::Mac>::new_from_slice(expand(file_key, &[], b"header").as_slice()).ok()?;
    mac.update(header.as_bytes());
    Some(mac)
}

fn armour(bytes: &[u8]) -> String {
    let text = Base64::encode_string(bytes);
    let mut armoured = format!("{BEGIN}\n");
    let mut rest = text.as_str();
    while let Some((line, then)) =
        rest.split_at_checked(COLUMNS.min(rest.len())).filter(|(line, _)| !line.is_empty())
    {
        armoured += line;
        armoured.push('\n');
        rest = then;
    }
    armoured + END + "\n"
}

/// Strict, as the specification wants it: full lines, the last one shorter or as long, nothing else.
fn unarmour(text: &str) -> Option<Vec<u8>> {
    let inner = text.trim().strip_prefix(BEGIN)?.strip_suffix(END)?;
    let lines: Vec<&str> = inner.lines().skip(1).collect();
    let (last, full) = lines.split_last()?;
    (full.iter().all(|line| line.len() == COLUMNS) && (1..=COLUMNS).contains(&last.len())).then_some(())?;
    Base64::decode_vec(&lines.concat()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "AGE-SECRET-KEY-18AX26YYJE0D4TNN7S5MMVFWM0P9Z5YC49RNCNPXZV622GFY5YN0QF5HWER";
    const PUBLIC: &str = "age1ea6a25sczny7nuta2ayck46gltgzwc8s0wsmlqk54eclgprjkp2sarxf8t";
    const MADE_BY_AGE: &str = include_str!("../../tests/recovery/made-by-age.txt");

    #[test]
    fn what_the_program_age_sealed_opens() {
        let identity = Identity::parse(SECRET).unwrap();
        assert_eq!(identity.recipient().text(), PUBLIC, "age-keygen printed these two together");
        let opened = open(MADE_BY_AGE, &identity).unwrap();
        assert_eq!(
            opened.as_slice(),
            b"sealed by age 1.1\n",
            "age 1.1 of Debian sealed this text to the key"
        );
    }

    #[test]
    fn no_byte_of_it_can_be_another() {
        let identity = Identity::parse(SECRET).unwrap();
        let sealed = seal(b"a key", &[identity.recipient()], &[7; 32]).unwrap();
        assert_eq!(open(&sealed, &identity).unwrap().as_slice(), b"a key", "what was sealed opens");
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            // The last newline is outside of the armour.
            let opened = open(&changed, &identity);
            assert!(opened.is_none() || at + 1 == sealed.len(), "byte {at} was changed and nobody noticed");
        }
    }

    #[test]
    fn it_opens_for_each_recipient_and_nobody_else() {
        let person = |n: u8| Identity(StaticSecret::from([n; 32]));
        let two = [person(1).recipient(), person(2).recipient()];
        let sealed = seal(b"a key", &two, &[7; 32]).unwrap();
        for n in [1, 2] {
            assert!(open(&sealed, &person(n)).is_some(), "recipient {n} was named");
        }
        assert!(open(&sealed, &person(3)).is_none(), "the third was not");
    }

    #[test]
    fn keys_in_any_other_form_are_refused() {
        for wrong in ["", "age1", &PUBLIC.to_uppercase(), PUBLIC.trim_end_matches('t'), SECRET] {
            assert!(Recipient::parse(wrong).is_none(), "{wrong} is not a public key of age");
        }
        assert!(Identity::parse(PUBLIC).is_none(), "a public key opens nothing");
        let low = bech32::encode::<Bech32>(RECIPIENT, &[0; 32]).unwrap();
        let low = Recipient::parse(&low).unwrap();
        assert!(
            seal(b"a key", &[low], &[7; 32]).is_none(),
            "a point of low order would make the secret known"
        );
    }
}
