//! Lower-case hexadecimal text: the only form in which bytes stand in a body.

use alloc::string::String;
use core::fmt::{self, Write as _};

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// The value of each byte as a lower-case hexadecimal digit; 0xff for every other byte.
const VALUES: [u8; 256] = {
    let mut values = [0xff; 256];
    let mut digit = 0_u8;
    while digit < 16 {
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated by the compiler, which would refuse an overrun"
        )]
        {
            values[DIGITS[digit as usize] as usize] = digit;
            digit += 1;
        }
    }
    values
};

fn value(digit: u8) -> u8 {
    VALUES.get(usize::from(digit)).copied().unwrap_or(0xff)
}

/// Fills `into` from lower-case hexadecimal text of exactly twice its length.
pub(crate) fn read(text: &[u8], into: &mut [u8]) -> Option<()> {
    let (pairs, rest) = text.as_chunks::<2>();
    if pairs.len() != into.len() || !rest.is_empty() {
        return None;
    }
    let mut seen = 0;
    for (byte, [high, low]) in into.iter_mut().zip(pairs) {
        let (high, low) = (value(*high), value(*low));
        seen |= high | low;
        *byte = high << 4 | low & 0x0f;
    }
    (seen < 16).then_some(())
}

/// Reads `N` bytes from exactly `2 N` lower-case hexadecimal digits.
pub(crate) fn bytes<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    read(text, &mut bytes).map(|()| bytes)
}

fn digits(byte: u8) -> [char; 2] {
    [byte >> 4, byte & 0x0f].map(|half| char::from_digit(half.into(), 16).unwrap_or('?'))
}

/// Appends two digits per byte.
pub(crate) fn push(text: &mut String, bytes: &[u8]) {
    text.extend(bytes.iter().flat_map(|byte| digits(*byte)));
}

/// Writes two digits per byte.
pub(crate) fn format(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().flat_map(|byte| digits(*byte)).try_for_each(|digit| f.write_char(digit))
}

/// Gives a newtype over bytes its text form: `Display` and `Debug` write lower-case hexadecimal
/// digits, `from_hex` reads exactly that.
macro_rules! shown_as_hex {
    ($name:ident, $bytes:literal, $digits:literal) => {
        impl $name {
            #[doc = concat!("Reads ", $digits, " lower-case hexadecimal digits; anything else is `None`.")]
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                $crate::hex::bytes::<$bytes>(text.as_bytes()).map(Self)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::hex::format(&self.0, f)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::hex::format(&self.0, f)
            }
        }
    };
}
pub(crate) use shown_as_hex;
