//! Names of files in a container, and how a manifest spells them.

use super::ContainerProblem;
use crate::report::fits_a_line;

/// Longest name, in bytes.
const LONGEST: usize = 1024;

/// Where manifests and signatures lie.
pub(super) const META_INF: &str = "META-INF/";

/// Whether a file of that name may be in a container: the same file on every system, inside the folder it is unpacked
/// into, and none of the container's own parts.
pub(super) fn checked(name: &str) -> Result<(), ContainerProblem> {
    let parts_fit = name.split('/').all(|part| {
        fits_a_line(part)
            && part != "."
            && part != ".."
            && !part.ends_with('.')
            && !part.contains(['\\', ':'])
    });
    let lower = name.to_lowercase();
    let is_ours = lower == "mimetype" || lower == "meta-inf" || lower.starts_with("meta-inf/");
    if name.len() <= LONGEST && parts_fit && !is_ours {
        Ok(())
    } else {
        Err(ContainerProblem::Name(name.to_owned()))
    }
}

/// A name as a relative reference (RFC 3986).
pub(super) fn to_uri(name: &str) -> String {
    let mut uri = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// The name that a reference stands for, `None` where it stands for none.
pub(super) fn from_uri(uri: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = uri.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        let digits =
            core::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{checked, from_uri, to_uri};

    #[test]
    fn names_that_would_lead_elsewhere_are_refused() {
        for name in ["a.pdf", "evidence/1/a b.txt", "Prüfbericht.pdf", "x..y", "META-INFO/x", "mimetypes"] {
            assert_eq!(checked(name), Ok(()), "{name:?} is a plain name");
            assert_eq!(
                from_uri(&to_uri(name)).as_deref(),
                Some(name),
                "{name:?} is read back from its reference"
            );
        }
        let long = "x".repeat(1025);
        for name in [
            "",
            "/a",
            "a/",
            "a//b",
            "..",
            "../a",
            "a/../b",
            "./a",
            "a/.",
            "C:a",
            "a\\b",
            "a\nb",
            "a\u{202e}b",
            " a",
            "a ",
            "a.",
            "mimetype",
            "MimeType",
            "META-INF",
            "META-INF/x",
            "meta-inf/x",
            &long,
        ] {
            assert!(checked(name).is_err(), "{name:?} must be refused");
        }
        for uri in ["%", "%2", "%GG", "%+1", "%FF"] {
            assert_eq!(from_uri(uri), None, "{uri} stands for no name");
        }
    }
}
