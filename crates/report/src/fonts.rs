//! The fonts inside the program, and what they cannot draw.
//!
//! A character that none of them has would make PDF/A impossible, so it is found beforehand and
//! drawn as its code point, `⟨U+1F600⟩`. The same is done to characters that draw nothing or turn
//! the reading direction, since they can make a page say something other than the data says.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::Font;

/// The text font of the reports, by which a visible signature is drawn as well.
pub const TEXT_FONT: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");

/// Font families in the order in which they are asked for a character. The template names the same.
pub(crate) const FILES: [&[u8]; 5] = [
    TEXT_FONT,
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// The fonts, read once.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());

/// A character that is shown by its code point, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Replaced {
    /// Path of the field in the JSON, for example `rows[3].rationale`.
    pub field: String,
    /// The character.
    pub character: char,
}

impl Replaced {
    /// What is drawn for the character, for example `⟨U+1F600⟩`.
    #[must_use]
    pub fn shown(&self) -> String {
        shown(self.character)
    }
}

/// Replaces every character that cannot be shown honestly, and says where each kind stood.
pub(crate) fn drawable(value: &mut Value) -> Vec<Replaced> {
    let mut replaced = Vec::new();
    walk(value, String::new(), &mut replaced);
    replaced.sort();
    replaced.dedup();
    replaced
}

/// The same for one text.
pub(crate) fn drawable_text(text: &str, field: &str, replaced: &mut Vec<Replaced>) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if can_draw(character) {
            out.push(character);
        } else {
            out.push_str(&shown(character));
            replaced.push(Replaced { field: field.to_owned(), character });
        }
    }
    out
}

fn walk(value: &mut Value, field: String, replaced: &mut Vec<Replaced>) {
    match value {
        Value::String(text) => *text = drawable_text(text, &field, replaced),
        Value::Array(list) => {
            for (n, item) in list.iter_mut().enumerate() {
                walk(item, format!("{field}[{n}]"), replaced);
            }
        }
        Value::Object(map) => {
            for (key, item) in map.iter_mut() {
                let dot = if field.is_empty() { "" } else { "." };
                walk(item, format!("{field}{dot}{key}"), replaced);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn can_draw(character: char) -> bool {
    match character {
        '\n' | '\t' | ' ' | '\u{a0}' => true,
        '\r' => true, // read as part of a line end; draws nothing and hides nothing
        _ if character.is_control() || misleads(character) => false,
        _ => FONTS.iter().any(|font| font.info().coverage.contains(u32::from(character))),
    }
}

/// Zero-width and direction-changing characters (Unicode general category Cf and the like).
fn misleads(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn shown(character: char) -> String {
    format!("⟨U+{:04X}⟩", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_font_file_is_read() {
        assert_eq!(FONTS.len(), FILES.len(), "each embedded file holds one font");
    }

    #[test]
    fn the_replacement_itself_can_be_drawn() {
        for c in shown('😀').chars() {
            assert!(can_draw(c), "{c:?} appears in every replacement and must have a glyph");
        }
    }

    #[test]
    fn an_emoji_is_reported_with_its_field_and_shown_by_code_point() {
        let mut data = json!({"rows": [{"rationale": "ok"}, {"rationale": "good 😀 漢"}]});
        let replaced = drawable(&mut data);
        assert_eq!(data["rows"][1]["rationale"], "good ⟨U+1F600⟩ ⟨U+6F22⟩");
        assert_eq!(
            replaced,
            [
                Replaced { field: "rows[1].rationale".into(), character: '漢' },
                Replaced { field: "rows[1].rationale".into(), character: '😀' },
            ],
            "both characters are named with the field they stand in"
        );
    }

    #[test]
    fn a_text_cannot_turn_its_own_reading_direction() {
        let mut data = json!("level \u{202e}4 LS\u{202c}");
        let replaced = drawable(&mut data);
        assert_eq!(
            data, "level ⟨U+202E⟩4 LS⟨U+202C⟩",
            "a reader must see the override instead of being misled by it"
        );
        assert_eq!(replaced.len(), 2, "both characters are reported");
    }

    #[test]
    fn european_letters_and_common_signs_are_drawn_as_they_are() {
        let text = "Größe, œuvre, Łódź, Ελλάδα, Київ — “quoted” → ≥ 3 µs × 2 °C ✓";
        let mut data = json!(text);
        assert_eq!(drawable(&mut data), [], "all of these have glyphs");
        assert_eq!(data, text, "and stay as they were");
    }
}
