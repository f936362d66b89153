//! What holds for the texts of every language, and between languages.

mod german;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use source::{Source, sources};

#[test]
fn every_text_of_every_language_is_well_formed_and_there_once() {
    for (code, files) in LOCALES {
        let mut seen = BTreeSet::new();
        for file in *files {
            let parsed = FluentResource::try_new((*file).to_owned());
            assert!(parsed.is_ok(), "{code}: {:?}", parsed.err().map(|(_, problems)| problems));
            for id in message_ids(file) {
                assert!(
                    seen.insert(id.clone()),
                    "{code}: {id} is defined twice; the second would never be read"
                );
            }
        }
        assert!(seen.len() > 1000, "{code}: the search must find the texts, it found {}", seen.len());
    }
}

#[test]
fn every_text_of_one_language_is_in_every_other() {
    let ids: Vec<(&str, BTreeSet<String>)> =
        languages().map(|code| (code, Words::load(code).ids().iter().cloned().collect())).collect();
    assert!(ids.len() > 1, "there is more than one language to compare");
    for (code, own) in &ids {
        for (other, theirs) in &ids {
            let missing: Vec<&String> = own.difference(theirs).collect();
            assert!(missing.is_empty(), "{code} has these texts and {other} has not: {missing:?}");
        }
    }
}

#[test]
fn a_text_says_the_same_in_every_language() {
    let english = sources("en");
    for code in languages() {
        for (id, own) in sources(code) {
            let Some(model) = english.get(&id) else { continue };
            assert_eq!(
                own.arguments, model.arguments,
                "{code}: {id} must take the arguments that the program gives, and drop none"
            );
            // Languages differ in how they count, and in nothing else.
            let counting = ["zero", "one", "two", "few", "many", "other"];
            let cases = |source: &Source| -> BTreeSet<String> {
                source.variants.iter().filter(|case| !counting.contains(&case.as_str())).cloned().collect()
            };
            assert_eq!(cases(&own), cases(model), "{code}: {id} must tell the same cases apart");
            assert_eq!(
                own.codes, model.codes,
                "{code}: {id} must name the same commands, options, codes and documents"
            );
        }
    }
}

#[test]
fn arguments_found_in_the_source_are_those_that_fluent_asks_for() {
    for code in languages() {
        let words = Words::load(code);
        for (id, source) in sources(code) {
            if !source.variants.is_empty() {
                continue; // Fluent would only ask for what the default case needs.
            }
            let asked = source::placeholders(&words.raw(&id));
            assert_eq!(asked, source.arguments, "{code}: {id}: the scan and Fluent must agree");
        }
    }
}

#[test]
fn texts_of_the_reports_have_one_form_whatever_is_filled_in() {
    for code in languages() {
        for (id, source) in sources(code).iter().filter(|(id, _)| id.starts_with("report-")) {
            assert!(
                source.variants.is_empty(),
                "{code}: {id}: a report fills placeholders in itself and cannot choose between cases"
            );
        }
    }
}

#[test]
fn every_error_text_says_what_to_do() {
    for code in languages() {
        let words = Words::load(code);
        for id in words.ids() {
            let two_part =
                ["refusal-", "gate-", "problem-"].iter().any(|p| id.starts_with(p)) && !id.ends_with("-do");
            assert!(
                !two_part || words.has(&format!("{id}-do")),
                "{code}: {id} says what is wrong but not what to do"
            );
        }
    }
}

#[test]
fn the_second_part_of_an_error_never_stands_alone() {
    let mut checked = 0;
    for code in languages() {
        let words = Words::load(code);
        for (id, first) in words.ids().iter().filter_map(|id| Some((id, id.strip_suffix("-do")?))) {
            // The window has its own way forward for some problems that the command line knows as well.
            let first = first.strip_prefix("ui-").filter(|_| !words.has(first)).unwrap_or(first);
            assert!(words.has(first), "{code}: {id} says what to do about nothing: {first} is not there");
            checked += 1;
        }
    }
    assert!(checked > 500, "the search must find the second parts, it found {checked}");
}

#[test]
fn a_language_is_chosen_by_the_first_part_of_the_tag() {
    for tag in ["de", "de-DE", "de_AT.UTF-8", "de_CH@euro", "DE", "de.UTF-8", " de-LI "] {
        assert_eq!(best(tag), "de", "{tag:?} asks for German");
    }
    for tag in ["en", "en-GB", "en_US.UTF-8"] {
        assert_eq!(best(tag), "en", "{tag:?} asks for English");
    }
    for tag in ["", "C", "C.UTF-8", "POSIX", "fr-FR", "den", "d", "-de", "deu"] {
        assert_eq!(best(tag), "en", "there are no texts for {tag:?}, so English stands in");
    }
}

#[test]
fn texts_come_in_the_language_that_was_asked_for() {
    let said = |tag: &str| Words::load(tag).text("refusal-unknown-finding", &[("place", "F-9")]);
    assert_eq!(said("de_AT.UTF-8"), "Es gibt keine Feststellung F-9.", "German was asked for");
    assert_eq!(said("fr"), "There is no finding F-9.", "a language that is not here is answered in English");
}

#[test]
fn every_language_names_itself_in_its_reports() {
    for code in languages() {
        let named = Words::load(code).text("report-lang", &[]);
        assert_eq!(named, code, "readers, screen readers and hyphenation go by the language of the PDF");
    }
}

#[test]
fn arguments_are_filled_in_without_stray_marks() {
    let words = Words::load("en");
    let text = words.text("refusal-unknown-finding", &[("place", "F-9")]);
    assert_eq!(text, "There is no finding F-9.", "isolation marks would show up in terminals and PDFs");
    assert_eq!(words.text("no-such-text", &[]), "⟦no-such-text⟧", "a missing text must be visible");
}

#[test]
fn raw_texts_keep_their_placeholders() {
    let raw = Words::load("en").with_prefix("refusal-unknown-finding");
    assert_eq!(
        raw.get("refusal-unknown-finding").map(String::as_str),
        Some("There is no finding {$place}."),
        "the reader of the map fills them in"
    );
}

/// The sources of two languages side by side, by id.
fn pairs(one: &str, other: &str) -> Vec<(String, Source, Source)> {
    let mut theirs: BTreeMap<String, Source> = sources(other);
    let both = sources(one).into_iter().filter_map(|(id, own)| {
        let their = theirs.remove(&id)?;
        Some((id, own, their))
    });
    both.collect()
}
