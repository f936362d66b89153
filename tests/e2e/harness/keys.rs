//! Names of keys as the keyboard map prints them, and the characters that WebDriver has for them.

/// The character of a key: `Enter`, `ArrowDown`, `F1`, `Control`, or the one character that it types.
pub(crate) fn character(name: &str) -> char {
    const NAMED: &[(&str, char)] = &[
        ("Control", '\u{E009}'),
        ("Shift", '\u{E008}'),
        ("Alt", '\u{E00A}'),
        ("Meta", '\u{E03D}'),
        ("Enter", '\u{E007}'),
        ("Escape", '\u{E00C}'),
        ("Tab", '\u{E004}'),
        ("Space", ' '),
        ("Backspace", '\u{E003}'),
        ("Delete", '\u{E017}'),
        ("Home", '\u{E011}'),
        ("End", '\u{E010}'),
        ("PageUp", '\u{E00E}'),
        ("PageDown", '\u{E00F}'),
        ("ArrowLeft", '\u{E012}'),
        ("ArrowUp", '\u{E013}'),
        ("ArrowRight", '\u{E014}'),
        ("ArrowDown", '\u{E015}'),
        ("F1", '\u{E031}'),
        ("F2", '\u{E032}'),
        ("F6", '\u{E036}'),
    ];
    if let Some((_, character)) = NAMED.iter().find(|(n, _)| *n == name) {
        return *character;
    }
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) => one,
        _ => panic!("{name:?} is no key that the tests know"),
    }
}

/// `Control+Shift+k` as the characters to hold and the one to press. `+` alone is the plus key.
pub(crate) fn chord(keys: &str) -> (Vec<char>, char) {
    let (held, last) = match keys.rsplit_once('+') {
        Some((held, last)) if !last.is_empty() => (held, last),
        _ => ("", keys),
    };
    (held.split('+').filter(|k| !k.is_empty()).map(character).collect(), character(last))
}
