//! A root for reading aloud: 15 words of the 2048 of the English list of BIP-39, 11 bits each.
//!
//! 165 bits and not fewer: whoever writes the dossier chooses both of two versions, so a short code falls to a search
//! for any two that agree (2^(n/2)), not for one that agrees with a given one.

use bip39::Language;
use trail::Digest;

/// How many words stand for a root.
pub const WORDS: usize = 15;

/// The words of a root: word *i* is bits 11 *i* to 11 *i* + 10 of the root, counted from 0, the highest bit of the first
/// byte first, as a number into the list. Bits 165 to 255 are not in the words.
#[must_use]
pub fn words(root: &Digest) -> Vec<&'static str> {
    let bit = |n: usize| root.0.get(n / 8).map_or(0, |byte| usize::from(byte >> (7 - n % 8) & 1));
    let number = |word: usize| (0..11).fold(0, |sum, n| sum << 1 | bit(word * 11 + n));
    (0..WORDS).filter_map(|word| Language::English.word_list().get(number(word)).copied()).collect()
}

/// Reads words as they were noted down: any case, parted by anything that is not a letter, numbers in front of them
/// allowed. `None` unless they are 15 words of the list.
#[must_use]
pub fn read(text: &str) -> Option<Vec<&'static str>> {
    let said = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let known = |word: &str| {
        let number = Language::English.find_word(&word.to_lowercase())?;
        Language::English.word_list().get(usize::from(number)).copied()
    };
    let words: Vec<&'static str> = said.map(known).collect::<Option<_>>()?;
    (words.len() == WORDS).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_are_taken_from_the_front_highest_first() {
        assert_eq!(words(&Digest::ZERO), vec!["abandon"; 15], "eleven zero bits are the first word");
        assert_eq!(words(&Digest([0xff; 32])), vec!["zoo"; 15], "eleven one bits are the last");
        let mut root = Digest::ZERO;
        root.0[1] = 0x20;
        assert_eq!(words(&root)[0], "ability", "bit 10 is the lowest of the first word");
        root.0[1] = 0x10;
        assert_eq!(words(&root)[1], "length", "bit 11 is the highest of the second: 1024");
        root = Digest::ZERO;
        root.0[20] = 0x07;
        assert_eq!(words(&root), vec!["abandon"; 15], "bits 165 and after are not in the words");
        root.0[20] = 0x08;
        assert_eq!(words(&root)[14], "ability", "bit 164 is the lowest of the last word");
    }

    #[test]
    fn words_are_read_as_people_write_them() {
        let root = Digest::of(b"a root");
        let said = words(&root);
        let noted: Vec<String> =
            (1..).zip(&said).map(|(n, word)| format!("{n}. {}", word.to_uppercase())).collect();
        assert_eq!(read(&noted.join("\n")), Some(said.clone()), "numbers, capitals and lines do not matter");
        assert_eq!(read(&said[..14].join(" ")), None, "fourteen words are not a root");
        assert_eq!(
            read(&said.join(" ").replacen(said[3], "assay", 1)),
            None,
            "a word outside the list is a mistake"
        );
    }
}
