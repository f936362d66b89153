//! Skims a sheet part while it is measured: its cells are most of it and are read elsewhere, so that of the cell data
//! only the start of each row is kept. What is left is small, and is still XML that says what stands around the cells.

/// The longest start of a row that is looked at; programs write some 200 bytes.
const ROW: usize = 16 << 10;
/// What stands around the cells of one sheet and is kept, in bytes; more is cut, and said to be no XML then.
const MOST: usize = 64 << 20;

/// Takes a part in pieces.
#[derive(Debug, Default)]
pub(super) struct Skim {
    /// Bytes that are not yet understood: a tag that goes on in the next piece.
    open: Vec<u8>,
    kept: Vec<u8>,
    state: State,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before or behind the cells: everything is kept.
    #[default]
    Around,
    /// Between the tags of the cell data.
    Cells,
    /// In a comment or in character data among the cells, up to its end mark.
    Until(&'static [u8]),
}

/// What a step needs.
enum Step {
    /// This many bytes are done with.
    Done(usize),
    /// The next piece.
    More,
}

impl Skim {
    /// Takes the next piece.
    pub(super) fn push(&mut self, piece: &[u8]) {
        self.open.extend_from_slice(piece);
        let open = std::mem::take(&mut self.open);
        let mut at = 0;
        while let Some(rest) = open.get(at..).filter(|rest| !rest.is_empty()) {
            match self.step(rest) {
                Step::Done(n) => at += n,
                Step::More => break,
            }
        }
        // The end of a piece is all that is carried over, so that nothing is looked at many times.
        self.open = open;
        self.open.drain(..at);
    }

    /// What was kept.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let open = std::mem::take(&mut self.open);
        if self.state == State::Around {
            self.keep(&open);
        }
        self.kept
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = MOST.saturating_sub(self.kept.len());
        self.kept.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
    }

    fn step(&mut self, rest: &[u8]) -> Step {
        match self.state {
            State::Until(mark) => match memchr::memmem::find(rest, mark) {
                Some(at) => {
                    self.state = State::Cells;
                    Step::Done(at + mark.len())
                }
                // The mark itself may be cut in two.
                None => match rest.len().saturating_sub(mark.len() - 1) {
                    0 => Step::More,
                    done => Step::Done(done),
                },
            },
            State::Around => match memchr::memchr(b'<', rest) {
                Some(0) => self.tag_around(rest),
                Some(at) => self.done_and_kept(rest, at),
                None => self.done_and_kept(rest, rest.len()),
            },
            State::Cells => self.cells(rest),
        }
    }

    fn done_and_kept(&mut self, rest: &[u8], n: usize) -> Step {
        self.keep(rest.get(..n).unwrap_or_default());
        Step::Done(n)
    }

    /// Everything is kept; the start of the cell data changes how the rest is read.
    fn tag_around(&mut self, rest: &[u8]) -> Step {
        if rest.len() < LONGEST_NAME && !rest.contains(&b'>') {
            return Step::More;
        }
        if name(rest) != b"sheetData" || rest.starts_with(b"</") {
            return self.done_and_kept(rest, 1);
        }
        match end_of_tag(rest) {
            Some(end) => {
                let is_empty = rest.get(..end).is_some_and(|tag| tag.ends_with(b"/>"));
                self.state = if is_empty { State::Around } else { State::Cells };
                self.done_and_kept(rest, end)
            }
            None if rest.len() < ROW => Step::More,
            None => self.done_and_kept(rest, 1),
        }
    }

    /// Of the cells only the starts of rows are kept, closed at once. Cells are nine tenths of the work, so that what is
    /// looked for are the few words that matter, and not every tag.
    fn cells(&mut self, rest: &[u8]) -> Step {
        let mark = memchr::memmem::find(rest, b"<!");
        let end = memchr::memmem::find(rest, b"sheetData");
        let limit = mark.into_iter().chain(end).min().unwrap_or(rest.len());
        let run = rest.get(..limit).unwrap_or_default();
        // Behind the last row that was kept: nothing before it is looked at again.
        let mut floor = 0;
        for word in memchr::memmem::find_iter(run, b"row") {
            let Some(start) = tag_before(run, word).filter(|start| *start >= floor) else { continue };
            let tag = rest.get(start..).unwrap_or_default();
            // The name may go on where the run ends.
            if tag.len() < LONGEST_NAME && !tag.contains(&b'>') {
                return done_to(start);
            }
            if name(tag) != b"row" || tag.starts_with(b"</") {
                continue;
            }
            match end_of_tag(tag) {
                Some(end) => {
                    let tag = tag.get(..end).unwrap_or_default();
                    let inner = tag.strip_suffix(b"/>").or_else(|| tag.strip_suffix(b">")).unwrap_or(tag);
                    self.keep(inner);
                    self.keep(b"/>");
                    floor = start + end;
                }
                None if tag.len() < ROW => return done_to(start),
                None => {}
            }
        }
        if floor > limit {
            return Step::Done(floor);
        }
        if limit == rest.len() {
            // A tag that goes on in the next piece is carried over.
            let from = rest.len().saturating_sub(LONGEST_NAME);
            let last = rest.get(from..).and_then(|tail| memchr::memrchr(b'<', tail));
            return done_to(last.map_or(rest.len(), |at| from + at).max(floor));
        }
        let found = rest.get(limit..).unwrap_or_default();
        if mark != Some(limit) {
            let start = tag_before(rest, limit);
            return match start.map(|start| (start, rest.get(start..).unwrap_or_default())) {
                Some((start, tag)) if tag.len() < LONGEST_NAME && !tag.contains(&b'>') => {
                    done_to(start.max(floor))
                }
                Some((start, tag)) if tag.starts_with(b"</") && name(tag) == b"sheetData" => {
                    self.state = State::Around;
                    Step::Done(start)
                }
                _ => Step::Done(limit + 1),
            };
        }
        for (begins, ends) in [(&b"<!--"[..], &b"-->"[..]), (b"<![CDATA[", b"]]>")] {
            if found.starts_with(begins) {
                self.state = State::Until(ends);
                return Step::Done(limit + begins.len());
            }
            if begins.starts_with(found) {
                return done_to(limit);
            }
        }
        Step::Done(limit + 2)
    }
}

/// Done up to here, where that is anything.
fn done_to(at: usize) -> Step {
    if at > 0 { Step::Done(at) } else { Step::More }
}

/// Where the tag begins whose name, with its prefix, ends in the word at this place.
fn tag_before(bytes: &[u8], word: usize) -> Option<usize> {
    let before = bytes.get(..word)?;
    let from = word.saturating_sub(LONGEST_NAME);
    let start = from + memchr::memrchr(b'<', before.get(from..)?)?;
    let between = before.get(start + 1..)?.strip_prefix(b"/").unwrap_or(before.get(start + 1..)?);
    let is_prefix = between.is_empty()
        || between.ends_with(b":")
            && between.iter().all(|b| !b.is_ascii_whitespace() && !matches!(b, b'>' | b'/' | b'"'));
    is_prefix.then_some(start)
}

/// Longer than any name that matters with its prefix: below it a name may go on in the next piece.
const LONGEST_NAME: usize = 64;

/// The local name of the tag that begins here.
fn name(tag: &[u8]) -> &[u8] {
    let from = tag.iter().position(|byte| !matches!(byte, b'<' | b'/')).unwrap_or(tag.len());
    let rest = tag.get(from..).unwrap_or_default();
    let end = rest
        .iter()
        .take(LONGEST_NAME)
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
        .unwrap_or(rest.len().min(LONGEST_NAME));
    let whole = rest.get(..end).unwrap_or_default();
    match whole.iter().position(|byte| *byte == b':') {
        Some(colon) => whole.get(colon + 1..).unwrap_or_default(),
        None => whole,
    }
}

/// Behind the end of the tag that begins here; a `>` in an attribute ends nothing (XML 1.0, 3.1).
fn end_of_tag(tag: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.iter().enumerate().take(ROW) {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn skimmed(part: &[u8], pieces: usize) -> String {
        let mut skim = Skim::default();
        for piece in part.chunks(pieces.max(1)) {
            skim.push(piece);
        }
        String::from_utf8(skim.finish()).unwrap()
    }

    #[test]
    fn cells_go_and_everything_around_them_stays() {
        let part = br#"<worksheet><cols><col min="2" hidden="1"/></cols><x:sheetData a="b>c"><x:row r="1" hidden="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>
            <!-- <row r="8"/> --><row/><row r='3' ht='0'/><c><is><t><![CDATA[<row r="9"> </sheetData>]]></t></is></c><rowBreaks/></x:sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#;
        let kept = r#"<worksheet><cols><col min="2" hidden="1"/></cols><x:sheetData a="b>c"><x:row r="1" hidden="1"/><row/><row r='3' ht='0'/></x:sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#;
        for pieces in [1, 2, 3, 7, 64, 10_000] {
            assert_eq!(skimmed(part, pieces), kept, "however the part is cut, here into {pieces} bytes");
        }
        let empty = b"<worksheet><sheetData/><mergeCells/></worksheet>";
        assert_eq!(skimmed(empty, 5), String::from_utf8_lossy(empty), "a sheet without cells stays as it is");
        assert_eq!(
            skimmed(b"<worksheet><sheetData><row", 4),
            "<worksheet><sheetData>",
            "a part that breaks off"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn it_ends_on_any_part_and_cutting_makes_no_difference(
            tokens in proptest::collection::vec(0_usize..22, 0..60),
            pieces in 1_usize..20,
        ) {
            const TOKENS: [&[u8]; 22] = [
                b"<row", b"<x:row", b"</row>", b" r=\"5\"", b" a='>'", b">", b"/>", b"<c", b"<", b"\"", b"row", b"sheetData",
                b"</sheetData>", b"</x:sheetData ", b"<sheetData>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!", b" ",
                b"<yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy:row",
            ];
            let mut part = b"<sheetData>".to_vec();
            for token in tokens {
                part.extend(TOKENS[token]);
            }
            let whole = { let mut skim = Skim::default(); skim.push(&part); skim.finish() };
            let cut = { let mut skim = Skim::default(); part.chunks(pieces).for_each(|piece| skim.push(piece)); skim.finish() };
            prop_assert!(whole.len() <= 2 * part.len(), "nothing is made up");
            prop_assert_eq!(whole, cut, "the pieces in which a part is unpacked are chance");
        }
    }
}
