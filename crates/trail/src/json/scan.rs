//! One grammar for reading and for checking: the same walk builds a value or nothing.

use super::{JsonProblem, JsonWhy, MAX_DEPTH, MAX_INT, Value, is_key};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// What a walk makes of what it reads.
pub(crate) trait Build: Sized {
    type Elements: Default;
    type Fields: Default;
    fn null() -> Self;
    fn bool(bool: bool) -> Self;
    fn int(int: i64) -> Self;
    /// `raw` stands between the quotes and is known to be valid.
    fn text(raw: &[u8]) -> Self;
    fn element(list: &mut Self::Elements, value: Self);
    fn field(map: &mut Self::Fields, key: &[u8], value: Self);
    fn list(list: Self::Elements) -> Self;
    fn map(map: Self::Fields) -> Self;
}

/// Builds nothing: checking costs no memory.
impl Build for () {
    type Elements = ();
    type Fields = ();
    fn null() {}
    fn bool(_: bool) {}
    fn int(_: i64) {}
    fn text(_: &[u8]) {}
    fn element((): &mut (), (): ()) {}
    fn field((): &mut (), _: &[u8], (): ()) {}
    fn list((): ()) {}
    fn map((): ()) {}
}

impl Build for Value {
    type Elements = Vec<Value>;
    type Fields = BTreeMap<String, Value>;
    fn null() -> Self {
        Self::Null
    }
    fn bool(bool: bool) -> Self {
        Self::Bool(bool)
    }
    fn int(int: i64) -> Self {
        Self::Int(int)
    }
    fn text(raw: &[u8]) -> Self {
        Self::Text(unescape(raw))
    }
    fn element(list: &mut Self::Elements, value: Self) {
        list.push(value);
    }
    fn field(map: &mut Self::Fields, key: &[u8], value: Self) {
        map.insert(String::from_utf8_lossy(key).into_owned(), value);
    }
    fn list(list: Self::Elements) -> Self {
        Self::List(list)
    }
    fn map(map: Self::Fields) -> Self {
        Self::Map(map)
    }
}

/// A place in a text whose UTF-8 has been checked as a whole.
pub(crate) struct Scan<'a> {
    length: usize,
    pub(crate) rest: &'a [u8],
}

impl<'a> Scan<'a> {
    /// Reads one value that is all of `bytes`.
    pub(crate) fn whole<B: Build>(bytes: &'a [u8]) -> Result<B, JsonProblem> {
        let mut scan = Self::of(bytes)?;
        let value = scan.value(0)?;
        scan.end()?;
        Ok(value)
    }

    /// Starts at the first byte, once all bytes are known to be UTF-8.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self, JsonProblem> {
        match core::str::from_utf8(bytes) {
            Ok(_) => Ok(Self { length: bytes.len(), rest: bytes }),
            Err(e) => Err(JsonProblem { at: e.valid_up_to(), why: JsonWhy::NotUtf8 }),
        }
    }

    /// How far the scan has come, in bytes.
    pub(crate) fn at(&self) -> usize {
        self.length.saturating_sub(self.rest.len())
    }

    /// Nothing may follow.
    pub(crate) fn end(&self) -> Result<(), JsonProblem> {
        match self.rest.first() {
            None => Ok(()),
            Some(b' ' | b'\t' | b'\n' | b'\r') => Err(self.fail(JsonWhy::Whitespace)),
            Some(_) => Err(self.fail(JsonWhy::Trailing)),
        }
    }

    /// Steps over exactly `text`, or stays and says no.
    pub(crate) fn eat(&mut self, text: &[u8]) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// What stands before the next quote, if no escape and no control character does; steps over
    /// the quote.
    pub(crate) fn plain_text(&mut self) -> Option<&'a [u8]> {
        let from = self.rest;
        let [b'"', rest @ ..] = skip_plain(from) else {
            return None;
        };
        let before_quote = from.len().saturating_sub(rest.len()).saturating_sub(1);
        self.rest = rest;
        from.get(..before_quote)
    }

    fn fail(&self, why: JsonWhy) -> JsonProblem {
        JsonProblem { at: self.at(), why }
    }

    /// What is wrong with the next byte, when none of the allowed ones stands there.
    fn surprise(&self) -> JsonProblem {
        self.fail(match self.rest.first() {
            None => JsonWhy::End,
            Some(b' ' | b'\t' | b'\n' | b'\r') => JsonWhy::Whitespace,
            Some(_) => JsonWhy::Unexpected,
        })
    }

    fn byte(&mut self, byte: u8) -> Result<(), JsonProblem> {
        match self.rest {
            [first, rest @ ..] if *first == byte => {
                self.rest = rest;
                Ok(())
            }
            _ => Err(self.surprise()),
        }
    }

    /// Reads one value; `depth` is how many lists and objects it stands in.
    pub(crate) fn value<B: Build>(&mut self, depth: u8) -> Result<B, JsonProblem> {
        match self.rest {
            [b'"', rest @ ..] => {
                self.rest = rest;
                Ok(B::text(self.string()?.raw))
            }
            [b'{', rest @ ..] => self.inside(rest, depth, Self::map),
            [b'[', rest @ ..] => self.inside(rest, depth, Self::list),
            [b'-' | b'+' | b'0'..=b'9', ..] => Ok(B::int(self.int()?)),
            [b't', b'r', b'u', b'e', rest @ ..] => Ok(self.word(rest, B::bool(true))),
            [b'f', b'a', b'l', b's', b'e', rest @ ..] => Ok(self.word(rest, B::bool(false))),
            [b'n', b'u', b'l', b'l', rest @ ..] => Ok(self.word(rest, B::null())),
            _ => Err(self.surprise()),
        }
    }

    fn word<B>(&mut self, rest: &'a [u8], value: B) -> B {
        self.rest = rest;
        value
    }

    fn inside<B>(
        &mut self,
        rest: &'a [u8],
        depth: u8,
        read: impl Fn(&mut Self, u8) -> Result<B, JsonProblem>,
    ) -> Result<B, JsonProblem> {
        if depth >= MAX_DEPTH {
            return Err(self.fail(JsonWhy::Depth));
        }
        self.rest = rest;
        read(self, depth.saturating_add(1))
    }

    fn list<B: Build>(&mut self, depth: u8) -> Result<B, JsonProblem> {
        let mut list = B::Elements::default();
        if !self.eat(b"]") {
            loop {
                B::element(&mut list, self.value(depth)?);
                if !self.eat(b",") {
                    break;
                }
            }
            self.byte(b']')?;
        }
        Ok(B::list(list))
    }

    fn map<B: Build>(&mut self, depth: u8) -> Result<B, JsonProblem> {
        let mut map = B::Fields::default();
        if self.eat(b"}") {
            return Ok(B::map(map));
        }
        let mut last: Option<&[u8]> = None;
        loop {
            let key = self.key(last)?;
            self.byte(b':')?;
            B::field(&mut map, key, self.value(depth)?);
            last = Some(key);
            if !self.eat(b",") {
                break;
            }
        }
        self.byte(b'}')?;
        Ok(B::map(map))
    }

    /// A key, which must stand after the `last` one in byte order.
    fn key(&mut self, last: Option<&[u8]>) -> Result<&'a [u8], JsonProblem> {
        let start = self.at();
        let fail = |why| JsonProblem { at: start, why };
        self.byte(b'"')?;
        let string = self.string()?;
        if string.escaped || !is_key(string.raw) {
            return Err(fail(JsonWhy::KeyCharacter));
        }
        match last.map(|last| last.cmp(string.raw)) {
            None | Some(Ordering::Less) => Ok(string.raw),
            Some(Ordering::Equal) => Err(fail(JsonWhy::DuplicateKey)),
            Some(Ordering::Greater) => Err(fail(JsonWhy::KeyOrder)),
        }
    }

    /// An integer in its shortest decimal form, at most ±(2^53-1).
    pub(crate) fn int(&mut self) -> Result<i64, JsonProblem> {
        let start = self.at();
        let fail = |why| JsonProblem { at: start, why };
        let negative = self.eat(b"-");
        let (digits, rest) = split_digits(self.rest);
        match (digits, rest) {
            ([], []) => return Err(self.fail(JsonWhy::End)),
            (_, [b'.' | b'e' | b'E', ..]) => return Err(fail(JsonWhy::Float)),
            ([], _) | ([b'0', _, ..], _) => return Err(fail(JsonWhy::NumberForm)),
            ([b'0'], _) if negative => return Err(fail(JsonWhy::NumberForm)),
            _ => {}
        }
        let mut int = 0_i64;
        for digit in digits {
            int = int.saturating_mul(10).saturating_add(i64::from(digit & 0x0f));
        }
        if int > MAX_INT {
            return Err(fail(JsonWhy::NumberRange));
        }
        self.rest = rest;
        Ok(if negative { int.saturating_neg() } else { int })
    }

    /// A string up to and including its closing quote; the opening one has been read.
    fn string(&mut self) -> Result<RawString<'a>, JsonProblem> {
        let from = self.rest;
        let mut escaped = false;
        loop {
            self.rest = skip_plain(self.rest);
            match self.rest {
                [b'"', rest @ ..] => {
                    let length = from.len().saturating_sub(self.rest.len());
                    self.rest = rest;
                    return Ok(RawString { raw: from.get(..length).unwrap_or_default(), escaped });
                }
                [b'\\', b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't', rest @ ..] => {
                    escaped = true;
                    self.rest = rest;
                }
                [b'\\', b'u', b'0', b'0', high, low, rest @ ..] if is_control(*high, *low) => {
                    escaped = true;
                    self.rest = rest;
                }
                [] => return Err(self.fail(JsonWhy::End)),
                [b'\\', ..] => return Err(self.fail(JsonWhy::Escape)),
                [..] => return Err(self.fail(JsonWhy::Control)),
            }
        }
    }
}

/// What stands between the quotes of a string.
struct RawString<'a> {
    raw: &'a [u8],
    escaped: bool,
}

/// Whether `\u00` and these two digits are the canonical escape: lower-case, a control character,
/// and none of the five that have a letter of their own.
fn is_control(high: u8, low: u8) -> bool {
    match high {
        b'0' => matches!(low, b'0'..=b'7' | b'b' | b'e' | b'f'),
        b'1' => matches!(low, b'0'..=b'9' | b'a'..=b'f'),
        _ => false,
    }
}

fn split_digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, &[]))
}

/// Steps to the first quote, backslash or control character, eight bytes at a time.
fn skip_plain(mut text: &[u8]) -> &[u8] {
    while let Some((eight, tail)) = text.split_first_chunk::<8>() {
        let stops = stops(u64::from_le_bytes(*eight));
        if stops != 0 {
            let skip = usize::try_from(stops.trailing_zeros() >> 3).unwrap_or(0);
            return text.get(skip..).unwrap_or_default();
        }
        text = tail;
    }
    let stop = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    let end = text.iter().position(stop).unwrap_or(text.len());
    text.get(end..).unwrap_or_default()
}

/// The high bit of each byte that ends a plain run. A borrow can set a false bit only above a
/// true one, so the lowest set bit is always right.
const fn stops(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word
    }
    const fn each(byte: u8) -> u64 {
        ONES.wrapping_mul(byte as u64)
    }
    let control = word.wrapping_sub(each(0x20)) & !word;
    (zeros(word ^ each(b'"')) | zeros(word ^ each(b'\\')) | control) & HIGHS
}

/// The text of a valid raw string.
fn unescape(raw: &[u8]) -> String {
    let raw = String::from_utf8_lossy(raw);
    if !raw.contains('\\') {
        return raw.into_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut parts = raw.as_ref();
    while let Some((plain, escape)) = parts.split_once('\\') {
        text.push_str(plain);
        let mut letters = escape.chars();
        match letters.next() {
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => {
                let digits: String = letters.by_ref().take(4).collect();
                let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                text.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            other => text.extend(other),
        }
        parts = letters.as_str();
    }
    text.push_str(parts);
    text
}
