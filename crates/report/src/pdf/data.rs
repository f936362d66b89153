//! What the template reads: contents, words, and a few values that both are joined by.

use super::Rendering;
use crate::contents::Contents;
use crate::look::Look;
use crate::{RenderProblem, Replaced, Words, fonts, phrase};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use trail::Digest;

/// The JSON that the template reads, and the characters that are shown by their code point.
pub(super) fn of(
    contents: &Contents,
    words: &Words,
    sha256: Digest,
    rendering: Rendering,
    look: &Look,
) -> Result<(Vec<u8>, Vec<Replaced>), RenderProblem> {
    let broken = |e: serde_json::Error| RenderProblem::Json(e.to_string());
    let mut shown = serde_json::to_value(contents).map_err(broken)?;
    let replaced = fonts::drawable(&mut shown);
    let mut unseen = Vec::new();
    let mut drawn = |texts: BTreeMap<String, String>| -> BTreeMap<String, String> {
        texts
            .into_iter()
            .map(|(key, text)| {
                let text = fonts::drawable_text(&text, &key, &mut unseen);
                (key, text)
            })
            .collect()
    };
    let limits: Vec<Value> = phrase::limits(contents)
        .into_iter()
        .map(|limit| json!({"code": limit.code, "args": drawn(limit.args)}))
        .collect();
    let arguments = drawn(phrase::arguments(contents));
    let mut look = look.shown();
    let _ = fonts::drawable(&mut look);
    let mut pieces = Map::new();
    for value in [&shown, &look] {
        collect(value, &mut pieces);
    }
    let all: Value = json!({
        "contents": shown,
        "words": drawn(words.clone()),
        "arguments": arguments,
        "limits": limits,
        "pieces": pieces,
        "document": phrase::document(contents),
        "kind": contents.report.kind.code(),
        "object": contents.object.code(),
        "rendering": rendering.code(),
        "signers": contents.report.kind.signers(),
        "data_sha256": sha256.to_string(),
        "attachment": rendering.attachment(),
        "look": look,
    });
    Ok((serde_json::to_vec(&all).map_err(broken)?, replaced))
}

/// Notes every text that has lines or words too long for a column, as lines of pieces between which a line may break.
/// Most texts have neither and are set as they are, which is what makes a large report quick.
fn collect(value: &Value, pieces: &mut Map<String, Value>) {
    match value {
        Value::String(text) => {
            if needs_pieces(text) && !pieces.contains_key(text) {
                let normal = text.replace("\r\n", "\n").replace('\r', "\n");
                let lines: Vec<Vec<String>> = normal.split('\n').map(line_pieces).collect();
                pieces.insert(text.clone(), json!(lines));
            }
        }
        Value::Array(list) => list.iter().for_each(|item| collect(item, pieces)),
        Value::Object(map) => map.values().for_each(|item| collect(item, pieces)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The longest word that every column of the template holds.
const LONGEST: usize = 22;
/// How long a piece of a longer word is at most.
const PIECE: usize = 16;

fn needs_pieces(text: &str) -> bool {
    text.contains(['\n', '\r']) || text.split(char::is_whitespace).any(|word| longer(word, LONGEST))
}

fn longer(word: &str, most: usize) -> bool {
    word.len() >= most && word.chars().count() >= most
}

/// The line in pieces; a break is possible only inside a long word, after its punctuation and at the latest after
/// [`PIECE`] letters.
fn line_pieces(line: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut rest = line;
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if longer(word, LONGEST) {
            break_up(word, &mut pieces)
        } else {
            push(&mut pieces, word)
        }
        let gap = after.find(|c: char| !c.is_whitespace()).unwrap_or(after.len());
        let (space, next) = after.split_at_checked(gap).unwrap_or((after, ""));
        push(&mut pieces, space);
        rest = next;
    }
    pieces
}

fn push(pieces: &mut [String], text: &str) {
    if let Some(last) = pieces.last_mut() {
        last.push_str(text);
    }
}

fn break_up(word: &str, pieces: &mut Vec<String>) {
    let is_joint = |c: char| "/\\_.:,;=+-".contains(c);
    let (mut letters, mut after_joint) = (0, false);
    for letter in word.chars() {
        if (after_joint && !is_joint(letter)) || letters == PIECE {
            pieces.push(String::new());
            letters = 0;
        }
        after_joint = is_joint(letter);
        letters = letters.saturating_add(1);
        if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_put_together_are_the_text_again() {
        let long = "C:\\Projects\\PLC200\\Docs\\Traceability_Matrix_final_v7.xlsx";
        for text in [
            "",
            "short words only",
            long,
            "Donaudampfschifffahrtsgesellschaftskapitän stands  here ",
            "--------------------------------",
        ] {
            assert_eq!(line_pieces(text).concat(), text, "no letter is lost or added");
        }
    }

    #[test]
    fn no_piece_of_a_long_word_is_longer_than_a_column_holds() {
        for piece in line_pieces(&"ß".repeat(300)) {
            assert!(piece.chars().count() <= PIECE, "{piece:?} could stand out of its cell");
        }
    }

    #[test]
    fn ordinary_text_needs_no_pieces() {
        assert!(!needs_pieces("The retention time of security events is set."), "it is set as it is");
        assert!(needs_pieces("a\nb"), "a line end is one");
    }
}
