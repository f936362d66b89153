//! Ids that follow from the data set.

use sha1::{Digest as _, Sha1};

use crate::contents::Contents;
use crate::{RenderProblem, json};

/// The namespace of URLs (RFC 9562, 6.6).
const URLS: [u8; 16] =
    [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];

/// What stands before the SHA-256 of the data set in the name of its own namespace. A name, not a place to visit.
const BEFORE: &str = "https://assay.invalid/ns/report/";

/// The namespace of one data set.
pub(super) struct Ids {
    /// SHA-256 of the data set in lower-case hexadecimal.
    pub(super) data: String,
    space: [u8; 16],
}

impl Ids {
    pub(super) fn of(contents: &Contents) -> Result<Self, RenderProblem> {
        let data = json::digest(contents)?.to_string();
        let space = version_5(&URLS, &format!("{BEFORE}{data}"));
        Ok(Self { data, space })
    }

    /// The id of what has this name in this data set.
    pub(super) fn id(&self, name: &str) -> String {
        written(&version_5(&self.space, name))
    }
}

/// A UUID from a namespace and a name (RFC 9562, 5.5). SHA-1 is what the format prescribes; nothing rests on it but that
/// different things in one file have different ids.
fn version_5(space: &[u8; 16], name: &str) -> [u8; 16] {
    let hash = Sha1::new().chain_update(space).chain_update(name.as_bytes()).finalize();
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(hash) {
        *to = from;
    }
    let [.., version, _, variant, _, _, _, _, _, _, _] = &mut id;
    *version = *version & 0x0f | 0x50;
    *variant = *variant & 0x3f | 0x80;
    id
}

/// 8-4-4-4-12 lower-case hexadecimal characters.
fn written(id: &[u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (n, byte) in id.iter().enumerate() {
        if matches!(n, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_that_others_make() {
        // RFC 9562, appendix A.4, and the example in the documentation of Python's module `uuid`.
        let dns =
            [0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
        let cases = [
            ("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            ("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d"),
        ];
        for (name, id) in cases {
            assert_eq!(written(&version_5(&dns, name)), id, "{name} has the id that the RFC gives it");
        }
    }
}
