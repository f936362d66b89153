//! Walks through an XML part from start to end. Entities of its own are never expanded.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

/// What a part consists of; an empty element is a start and an end.
pub(super) enum Node<'a> {
    Start(&'a BytesStart<'a>),
    End(&'a str),
    Text(&'a str),
}

/// Hands each node on, named by its local name: producers choose the prefixes they like.
///
/// # Errors
/// The first thing that is no XML, in the parser's words. What came before it was handed on.
pub(super) fn walk(part: impl BufRead, on: &mut dyn FnMut(Node<'_>)) -> Result<(), String> {
    let mut reader = quick_xml::Reader::from_reader(part);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| error.to_string())? {
            Event::Start(element) => on(Node::Start(&element)),
            Event::End(element) => on(Node::End(element.local_name().as_ref())),
            Event::Text(text) => on(Node::Text(&text.xml10_content())),
            Event::CData(text) => on(Node::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let written = format!("&{};", &*reference);
                // An entity that is not predefined stays as it is written.
                on(Node::Text(&quick_xml::escape::unescape(&written).unwrap_or((&written).into())));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(match quick_xml::escape::unescape(&found.value) {
        Ok(value) => value.into_owned(),
        Err(_) => found.value.into_owned(),
    })
}

/// Whether an attribute says yes (XML Schema, boolean).
pub(super) fn is_on(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}
