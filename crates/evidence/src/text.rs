//! One spelling for texts that are compared; the raw text is always kept beside it.

use unicode_normalization::UnicodeNormalization;

/// Text as it is compared and shown: NFC, every kind of blank a plain blank, zero-width marks gone,
/// runs of blanks collapsed, lines and the whole trimmed. Line breaks stay.
pub fn normalise(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for line in raw.nfc().collect::<String>().replace("\r\n", "\n").split(['\n', '\r']) {
        let start = out.len();
        for word in line.split(is_blank).filter(|word| !word.is_empty()) {
            if out.len() > start {
                out.push(' ');
            }
            out.push_str(word);
        }
        out.push('\n');
    }
    out.trim_matches('\n').to_owned()
}

/// The key under which an answer or a heading is looked up: NFKC, lower case, one line, blanks collapsed,
/// without a closing full stop or colon.
pub(crate) fn key(raw: &str) -> String {
    let lower: String = raw.nfkc().flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(lower.len());
    for word in lower.split(|c: char| is_blank(c) || c == '\n' || c == '\r').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.trim_end_matches([':', '.', '*', ' ']).to_owned()
}

/// Whether nothing a person could read stands in the text.
pub(crate) fn is_empty(raw: &str) -> bool {
    raw.chars().all(|c| is_blank(c) || c == '\n' || c == '\r')
}

/// Blanks and marks of no width: both separate words and show nothing.
pub(crate) fn is_blank(c: char) -> bool {
    (c.is_whitespace() && c != '\n' && c != '\r')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_stay_and_every_other_blank_collapses() {
        assert_eq!(
            normalise("\u{a0}Yes,\t by\u{2003}design \r\n\r\n see  A.pdf\u{200b}"),
            "Yes, by design\n\nsee A.pdf",
            "a multi-line answer is one answer, but its blanks carry no meaning"
        );
        assert_eq!(key(" Verdict\u{a0}: "), "verdict", "headings carry stray blanks and colons");
        assert!(is_empty(" \u{a0}\n\u{200b}"), "a cell of invisible marks is blank");
    }
}
