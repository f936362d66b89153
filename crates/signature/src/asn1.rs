//! DER by its bytes (X.690): for what must go in, or be compared, exactly as it came.
//!
//! What is read into a structure and written again may differ from what was signed. So certificates, tokens and signed
//! attributes are cut out of their surroundings here, and put in as they are.

use der::{Decode as _, Encode as _, Header, Length, Reader as _, SliceReader};

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
/// `[0]` and `[1]`, constructed.
pub(crate) const CONTEXT_0: u8 = 0xa0;
pub(crate) const CONTEXT_1: u8 = 0xa1;

/// One value: tag, length, content.
pub(crate) fn wrap(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    // A length of more than 2^28 bytes has no encoding in `der`; nothing that is signed here comes near.
    let length = Length::try_from(content.len()).and_then(|length| length.to_der()).unwrap_or_default();
    out.extend(length);
    out.extend_from_slice(content);
    out
}

/// A sequence of values.
pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    wrap(SEQUENCE, &parts.concat())
}

/// The content of a SET OF: its values in ascending order of their bytes (X.690, 11.6), each once.
pub(crate) fn set_content(mut values: Vec<Vec<u8>>) -> Vec<u8> {
    values.sort();
    values.dedup();
    values.concat()
}

/// An object identifier by its dotted form, which is a constant of this crate.
pub(crate) fn oid(id: &der::oid::ObjectIdentifier) -> Vec<u8> {
    wrap(OID, id.as_bytes())
}

/// The first value, whole, and what follows it.
pub(crate) fn first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut reader = SliceReader::new(bytes).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let whole = (reader.position() + header.length).ok()?;
    bytes.split_at_checked(usize::try_from(whole).ok()?)
}

/// The content of the one value that `bytes` are, if its tag is this one.
pub(crate) fn content(tag: u8, bytes: &[u8]) -> Option<&[u8]> {
    let (whole, rest) = first(bytes)?;
    let mut reader = SliceReader::new(whole).ok()?;
    let _ = Header::decode(&mut reader).ok()?;
    let from = usize::try_from(reader.position()).ok()?;
    if rest.is_empty() && whole.first() == Some(&tag) { whole.get(from..) } else { None }
}

/// The values one after another.
pub(crate) fn values(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (one, rest) = first(bytes)?;
        all.push(one);
        bytes = rest;
    }
    Some(all)
}

/// The values in the one value that `bytes` are.
pub(crate) fn inside(tag: u8, bytes: &[u8]) -> Option<Vec<&[u8]>> {
    values(content(tag, bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped_can_be_opened() {
        for length in [0, 1, 127, 128, 255, 256, 70_000] {
            let inner = vec![7; length];
            let one = wrap(OCTET_STRING, &inner);
            assert_eq!(content(OCTET_STRING, &one), Some(inner.as_slice()), "content of {length} bytes");
            assert_eq!(content(INTEGER, &one), None, "another tag is not opened");
            let mut more = one.clone();
            more.push(0);
            assert_eq!(content(OCTET_STRING, &more), None, "nothing may follow");
            assert_eq!(first(&more), Some((one.as_slice(), [0].as_slice())), "what follows is told apart");
        }
    }

    #[test]
    fn no_bytes_make_it_fail_badly() {
        for bytes in
            [&[][..], &[0x30], &[0x30, 0x80], &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff], &[0x30, 0x81, 1, 0]]
        {
            assert_eq!(first(bytes), None, "{bytes:02x?} is no DER");
        }
    }

    #[test]
    fn a_set_has_one_order() {
        let (a, b) = (wrap(INTEGER, &[2]), wrap(INTEGER, &[1]));
        assert_eq!(set_content(vec![a.clone(), b.clone()]), [b, a].concat(), "ascending, as DER wants it");
    }
}
