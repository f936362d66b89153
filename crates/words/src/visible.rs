//! Text from elsewhere, so shown that it can't pretend to be something else.

use std::borrow::Cow;

/// Whether a character is not seen itself but changes how others are shown: control characters, which a terminal
/// obeys; marks that turn the direction of writing around, with which `annex\u{202e}fdp.exe` reads as
/// `annexexe.pdf`; line and paragraph separators; the byte order mark (Unicode, chapter 23, and UAX #9).
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text with unseen characters ([`is_unseen`]) written out as `\u{202e}`; line ends and tabs stay. For terminals.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    written_out(text, |c| is_unseen(c) && !matches!(c, '\n' | '\t'))
}

/// As [`visible`], line ends and tabs too: what comes from a file can't make up a line of its own.
#[must_use]
pub fn visible_line(text: &str) -> Cow<'_, str> {
    written_out(text, is_unseen)
}

fn written_out(text: &str, which: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&which) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if which(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_written_out_and_the_rest_stays() {
        for (text, shown) in [
            ("Prüfbericht 日本 😀 \u{200d}", "Prüfbericht 日本 😀 \u{200d}"),
            ("a\nb\tc", "a\nb\tc"),
            ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
            ("annex\u{202e}fdp.exe", "annex\\u{202e}fdp.exe"),
            ("a\rb\u{85}c\u{2028}d", "a\\u{d}b\\u{85}c\\u{2028}d"),
        ] {
            assert_eq!(visible(text), shown, "a terminal must show what is there and obey none of it");
        }
        assert_eq!(
            visible_line("x\nok: fine"),
            "x\\u{a}ok: fine",
            "a text from a file makes no line of its own"
        );
    }
}
