//! One event: the fixed envelope of a body, read in one pass and believed only if canonical.

use crate::json::{self, JsonProblem, JsonWhy, Scan, Value};
use crate::{ChainId, Digest, DossierId, EventId, PublicKey, hex};
use alloc::vec::Vec;
use core::fmt;

/// The longest body in bytes: the limit of a C2SP `tlog-tiles` entry. Anything larger is evidence.
pub const MAX_BODY: usize = 65_535;

/// The kind of a chain's first event, which carries the author's public key.
pub const OPEN_KIND: &str = "chain.open/1";

/// The longest kind, in characters.
const MAX_KIND: usize = 64;

/// The newest event of another chain that the author had seen and not yet named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parent {
    /// Whose chain.
    pub chain: ChainId,
    /// Which event.
    pub id: EventId,
    /// Its place in that chain.
    pub seq: u64,
}

/// An event as it was read: everything in its envelope, and the bytes it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// The author's chain.
    pub chain: ChainId,
    /// The dossier it belongs to.
    pub dossier: DossierId,
    /// What happened, `name/N`; kinds unknown to the reader are carried along unchanged.
    pub kind: &'a str,
    /// What the author had seen of other chains: sorted by chain and id, none twice.
    pub parents: Vec<Parent>,
    /// The payload's canonical JSON, always an object.
    pub payload: &'a [u8],
    /// The id of this chain's previous event; zeros for the first.
    pub prev: EventId,
    /// The place in the chain, counted from 0.
    pub seq: u64,
    /// The device's claim of the time, RFC 3339 in UTC with milliseconds. Never used to order.
    pub time: &'a str,
    /// SHA-256(0x00 ‖ body).
    pub id: EventId,
    /// The bytes as stored, signed and hashed.
    pub body: &'a [u8],
}

/// Why a body is not an event, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyProblem {
    /// Byte offset in the body, counted from 0.
    pub at: usize,
    /// What is wrong there.
    pub why: BodyWhy,
}

/// The ways in which a body can fail to be an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyWhy {
    /// More than [`MAX_BODY`] bytes.
    TooLong,
    /// Not canonical JSON.
    Json(JsonWhy),
    /// Canonical JSON, but at this field the envelope is missing, misspelled or has a wrong value.
    /// The name is `chain`, `dossier`, `kind`, `parents`, `payload`, `prev`, `seq`, `time`, `v`.
    Field(&'static str),
    /// Parents out of order, or one of them twice.
    ParentOrder,
    /// A parent in the event's own chain, where `prev` already says it.
    OwnParent,
    /// The envelope's version is not 1; a newer release may be able to read it.
    Version,
}

impl BodyWhy {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLong => "trail-body-too-long",
            Self::Json(why) => why.code(),
            Self::Field(_) => "trail-body-field",
            Self::ParentOrder => "trail-body-parent-order",
            Self::OwnParent => "trail-body-own-parent",
            Self::Version => "trail-body-version",
        }
    }
}

impl fmt::Display for BodyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at={}", self.why.code(), self.at)?;
        if let BodyWhy::Field(field) = self.why { write!(f, " field={field}") } else { Ok(()) }
    }
}

impl core::error::Error for BodyProblem {}

impl<'a> Event<'a> {
    /// Reads a body and computes its id. Only the canonical form is accepted, so a body that
    /// reads has exactly one meaning. Chain, keys and signature are not looked at here.
    ///
    /// # Errors
    /// The first place at which the body is not canonical JSON; if it is, the first field that is
    /// not as `docs/formats/trail.md` wants it.
    pub fn read(body: &'a [u8]) -> Result<Self, BodyProblem> {
        if body.len() > MAX_BODY {
            return Err(BodyProblem { at: MAX_BODY, why: BodyWhy::TooLong });
        }
        envelope(body).map_err(|problem| match json::check(body) {
            // Broken JSON explains a broken envelope, and is the plainer thing to say.
            Err(json) if !matches!(problem.why, BodyWhy::Json(_)) => json.into(),
            _ => problem,
        })
    }

    /// The payload as a value.
    ///
    /// # Errors
    /// None for an event that was read by [`Event::read`]; the fields are public, so an event
    /// put together by hand may fail.
    pub fn payload(&self) -> Result<Value, JsonProblem> {
        json::parse(self.payload)
    }

    /// The public key that a `chain.open/1` event carries as `payload.key`, in hexadecimal.
    #[must_use]
    pub fn opening_key(&self) -> Option<PublicKey> {
        if self.kind != OPEN_KIND {
            return None;
        }
        PublicKey::from_hex(self.payload().ok()?.get("key")?.as_text()?)
    }
}

impl From<JsonProblem> for BodyProblem {
    fn from(problem: JsonProblem) -> Self {
        Self { at: problem.at, why: BodyWhy::Json(problem.why) }
    }
}

fn envelope(body: &[u8]) -> Result<Event<'_>, BodyProblem> {
    let mut scan = Scan::of(body)?;
    let scan = &mut scan;
    let chain = hex_field(scan, b"{\"chain\":\"", "chain").map(ChainId)?;
    let dossier = text_field(scan, b",\"dossier\":\"", "dossier", DossierId::read)?;
    let kind = text_field(scan, b",\"kind\":\"", "kind", |text| checked(text, is_kind))?;
    let parents = parents(scan, chain)?;
    let payload = payload(scan)?;
    let prev = hex_field(scan, b",\"prev\":\"", "prev").map(Digest)?;
    let seq = int_field(scan, b",\"seq\":", "seq")?;
    let time = text_field(scan, b",\"time\":\"", "time", |text| checked(text, is_time))?;
    let at = scan.at();
    if int_field(scan, b",\"v\":", "v")? != 1 {
        return Err(BodyProblem { at, why: BodyWhy::Version });
    }
    expect(scan, b"}", "v")?;
    scan.end()?;
    Ok(Event { chain, dossier, kind, parents, payload, prev, seq, time, id: Digest::leaf(body), body })
}

fn expect(scan: &mut Scan<'_>, text: &[u8], field: &'static str) -> Result<(), BodyProblem> {
    let at = scan.at();
    if scan.eat(text) { Ok(()) } else { Err(BodyProblem { at, why: BodyWhy::Field(field) }) }
}

fn text_field<'a, T>(
    scan: &mut Scan<'a>,
    name: &[u8],
    field: &'static str,
    read: impl Fn(&'a [u8]) -> Option<T>,
) -> Result<T, BodyProblem> {
    expect(scan, name, field)?;
    let at = scan.at();
    scan.plain_text().and_then(read).ok_or(BodyProblem { at, why: BodyWhy::Field(field) })
}

/// `N` bytes as hexadecimal digits, whose length is known, so nothing has to be searched.
fn hex_field<const N: usize>(
    scan: &mut Scan<'_>,
    name: &[u8],
    field: &'static str,
) -> Result<[u8; N], BodyProblem> {
    text_field(scan, name, field, hex::bytes)
}

fn int_field(scan: &mut Scan<'_>, name: &[u8], field: &'static str) -> Result<u64, BodyProblem> {
    expect(scan, name, field)?;
    let at = scan.at();
    let int = scan.int().ok().and_then(|int| u64::try_from(int).ok());
    int.ok_or(BodyProblem { at, why: BodyWhy::Field(field) })
}

fn payload<'a>(scan: &mut Scan<'a>) -> Result<&'a [u8], BodyProblem> {
    expect(scan, b",\"payload\":", "payload")?;
    let from = scan.rest;
    if !from.starts_with(b"{") {
        return Err(BodyProblem { at: scan.at(), why: BodyWhy::Field("payload") });
    }
    // The payload stands inside the envelope's own object.
    scan.value::<()>(1)?;
    let length = from.len().saturating_sub(scan.rest.len());
    Ok(from.get(..length).unwrap_or_default())
}

fn parents(scan: &mut Scan<'_>, own: ChainId) -> Result<Vec<Parent>, BodyProblem> {
    expect(scan, b",\"parents\":[", "parents")?;
    let mut parents: Vec<Parent> = Vec::new();
    if scan.eat(b"]") {
        return Ok(parents);
    }
    loop {
        let at = scan.at();
        let chain = hex_field(scan, b"{\"chain\":\"", "parents").map(ChainId)?;
        let id = hex_field(scan, b",\"id\":\"", "parents").map(Digest)?;
        let seq = int_field(scan, b",\"seq\":", "parents")?;
        expect(scan, b"}", "parents")?;
        if chain == own {
            return Err(BodyProblem { at, why: BodyWhy::OwnParent });
        }
        if parents.last().is_some_and(|last| (last.chain, last.id) >= (chain, id)) {
            return Err(BodyProblem { at, why: BodyWhy::ParentOrder });
        }
        parents.push(Parent { chain, id, seq });
        if !scan.eat(b",") {
            break;
        }
    }
    expect(scan, b"]", "parents")?;
    Ok(parents)
}

fn checked(text: &[u8], is_right: impl Fn(&str) -> bool) -> Option<&str> {
    core::str::from_utf8(text).ok().filter(|text| is_right(text))
}

/// Whether `text` is a kind: words of `a`–`z`, `0`–`9`, `_` and `-` that begin with a letter,
/// joined by dots, then a slash and a version from 1 to 9999; at most 64 characters.
#[must_use]
pub fn is_kind(text: &str) -> bool {
    let Some((name, version)) = text.split_once('/') else {
        return false;
    };
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.bytes().all(|c| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
    };
    let is_version = matches!(version.as_bytes(), [b'1'..=b'9', rest @ ..]
        if rest.len() < 4 && rest.iter().all(u8::is_ascii_digit));
    text.len() <= MAX_KIND && is_version && name.split('.').all(is_word)
}

/// Whether `text` is a time like `2026-11-23T05:00:00.000Z`: RFC 3339, UTC, milliseconds, a day
/// that the calendar has, no leap second.
#[must_use]
pub fn is_time(text: &str) -> bool {
    let Some(digits) = time_digits(text.as_bytes()) else {
        return false;
    };
    let [y1, y2, y3, y4, mo1, mo2, d1, d2, h1, h2, mi1, mi2, s1, s2, ..] = digits;
    let two = |tens: u8, ones: u8| tens.wrapping_mul(10).wrapping_add(ones);
    let (century, year) = (two(y1, y2), two(y3, y4));
    let leap = if year == 0 { century } else { year } & 3 == 0;
    let days = match two(mo1, mo2) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&two(d1, d2)) && two(h1, h2) < 24 && two(mi1, mi2) < 60 && two(s1, s2) < 60
}

/// The 17 digits of a time, if everything between them is where it belongs.
fn time_digits(text: &[u8]) -> Option<[u8; 17]> {
    let text: &[u8; 24] = text.try_into().ok()?;
    let mut digits = [0; 17];
    let mut to = digits.iter_mut();
    for (have, want) in text.iter().zip(b"0000-00-00T00:00:00.000Z") {
        match want {
            b'0' if have.is_ascii_digit() => *to.next()? = have & 0x0f,
            b'0' => return None,
            _ => (have == want).then_some(())?,
        }
    }
    Some(digits)
}
