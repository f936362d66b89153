//! Comments of a sheet: notes (ECMA-376 part 1, 18.7) and conversations (MS-XLSX,
//! threaded comments).

use std::collections::BTreeMap;
use std::io::BufRead;

use super::super::archive::address;
use super::xml::{Node, attribute, walk};
use crate::workbook::{Comment, CommentKind};

/// A comment of a conversation, as its part states it.
pub(super) struct Threaded {
    id: String,
    parent: Option<String>,
    person: String,
    row: u32,
    column: u32,
    text: String,
}

/// The notes of a part, and how many have no place on the sheet.
pub(super) fn notes(part: impl BufRead) -> (Vec<Comment>, Result<usize, String>) {
    let mut authors: Vec<String> = Vec::new();
    let mut found = Vec::new();
    let mut open: Option<Comment> = None;
    let (mut in_author, mut in_text, mut phonetic, mut lost) = (false, false, 0_u32, 0);
    let result = walk(part, &mut |node| match node {
        Node::Start(element) => match element.local_name().as_ref() {
            "author" => {
                in_author = true;
                authors.push(String::new());
            }
            "comment" => {
                let author = attribute(element, "authorId").and_then(|n| n.parse::<usize>().ok());
                let author = author.and_then(|n| authors.get(n)).cloned().unwrap_or_default();
                let place = attribute(element, "ref").and_then(|place| address(&place));
                lost += usize::from(place.is_none());
                open = place.map(|(row, column)| {
                    let text = String::new();
                    Comment { row, column, kind: CommentKind::Note, author, text }
                });
            }
            "t" => in_text = true,
            "rPh" => phonetic += 1,
            _ => {}
        },
        Node::End("author") => in_author = false,
        Node::End("t") => in_text = false,
        Node::End("rPh") => phonetic = phonetic.saturating_sub(1),
        Node::End("comment") => found.extend(open.take()),
        Node::Text(text) => {
            if in_author {
                authors.iter_mut().last().into_iter().for_each(|author| author.push_str(text));
            } else if let Some(comment) = open.as_mut().filter(|_| in_text && phonetic == 0) {
                comment.text.push_str(text);
            }
        }
        Node::End(_) => {}
    });
    (found, result.map(|()| lost))
}

/// The comments of a part of conversations, and how many have no place on the sheet.
pub(super) fn threads(part: impl BufRead) -> (Vec<Threaded>, Result<usize, String>) {
    let mut found = Vec::new();
    let mut open: Option<Threaded> = None;
    let (mut in_text, mut lost) = (false, 0);
    let result = walk(part, &mut |node| match node {
        Node::Start(element) => match element.local_name().as_ref() {
            "threadedComment" => {
                let place = attribute(element, "ref").and_then(|place| address(&place));
                lost += usize::from(place.is_none());
                open = place.map(|(row, column)| Threaded {
                    id: attribute(element, "id").unwrap_or_default(),
                    parent: attribute(element, "parentId"),
                    person: attribute(element, "personId").unwrap_or_default(),
                    row,
                    column,
                    text: String::new(),
                });
            }
            "text" => in_text = true,
            _ => {}
        },
        Node::End("text") => in_text = false,
        Node::End("threadedComment") => found.extend(open.take()),
        Node::Text(text) => {
            if let Some(comment) = open.as_mut().filter(|_| in_text) {
                comment.text.push_str(text);
            }
        }
        Node::End(_) => {}
    });
    (found, result.map(|()| lost))
}

/// Display names by the id that conversations refer to.
pub(super) fn persons(part: impl BufRead) -> (BTreeMap<String, String>, Result<(), String>) {
    let mut found = BTreeMap::new();
    let result = walk(part, &mut |node| {
        if let Node::Start(element) = node
            && element.local_name().as_ref() == "person"
            && let (Some(id), Some(name)) = (attribute(element, "id"), attribute(element, "displayName"))
        {
            found.insert(id, name);
        }
    });
    (found, result)
}

/// One list of comments. For programs that know no conversations each one has a note with a copy of its
/// text, whose author is `tc=` and its id; that note is left out where the conversation itself is there.
pub(super) fn together(
    mut notes: Vec<Comment>,
    threads: Vec<Threaded>,
    persons: &BTreeMap<String, String>,
) -> Vec<Comment> {
    let roots: BTreeMap<&str, (u32, u32)> = threads
        .iter()
        .filter(|comment| comment.parent.is_none())
        .map(|comment| (comment.id.as_str(), (comment.row, comment.column)))
        .collect();
    notes.retain(|note| {
        let root = note.author.strip_prefix("tc=").and_then(|id| roots.get(id));
        root != Some(&(note.row, note.column))
    });
    notes.extend(threads.into_iter().map(|comment| Comment {
        row: comment.row,
        column: comment.column,
        kind: if comment.parent.is_some() { CommentKind::Reply } else { CommentKind::Thread },
        author: persons.get(&comment.person).cloned().unwrap_or_default(),
        text: comment.text,
    }));
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conversation_takes_the_place_of_its_copy_and_of_nothing_else() {
        let (notes, lost) = notes(
            &b"<comments><authors><author>A &amp; B</author><author>tc={1}</author>\
            <author>tc={9}</author></authors>\
            <commentList><comment ref='B2' authorId='0'><text><r><t>two </t></r>\
            <r><t>runs</t></r><rPh><t>x</t></rPh></text></comment>\
            <comment ref='C3' authorId='1'><text><t>[Threaded comment] copy</t></text></comment>\
            <comment ref='D4' authorId='2'><text><t>copy without its conversation</t></text></comment>\
            <comment ref='XFE1' authorId='0'><text><t>nowhere</t></text></comment>\
            <comment ref='E5' authorId='77'><text/></comment></commentList></comments>"[..],
        );
        assert_eq!(lost, Ok(1), "a comment without a place is counted");
        let (threads, lost) = threads(
            &b"<ThreadedComments><threadedComment ref='C3' personId='p' id='{1}'>\
            <text>Which release?</text></threadedComment>\
            <threadedComment ref='C3' personId='q' id='{2}' parentId='{1}'>\
            <text>4 &lt; 5</text></threadedComment></ThreadedComments>"[..],
        );
        assert_eq!(lost, Ok(0), "both have a place");
        let (persons, _) = persons(&b"<personList><person displayName='Ada' id='p'/></personList>"[..]);
        let all = together(notes, threads, &persons);
        let seen: Vec<_> = all.iter().map(|c| (c.row, c.kind, c.author.as_str(), c.text.as_str())).collect();
        assert_eq!(
            seen,
            [
                (2, CommentKind::Note, "A & B", "two runs"),
                (4, CommentKind::Note, "tc={9}", "copy without its conversation"),
                (5, CommentKind::Note, "", ""),
                (3, CommentKind::Thread, "Ada", "Which release?"),
                (3, CommentKind::Reply, "", "4 < 5"),
            ],
            "every comment once, with its author where the file names one"
        );
    }
}
