//! Every reason has its two texts in each language, with the arguments that the reason fills in.

use std::collections::BTreeSet;

const LOCALES: &[(&str, &str)] = &[
    ("en", include_str!("../../../../locales/en/checklist.ftl")),
    ("de", include_str!("../../../../locales/de/checklist.ftl")),
];

/// The text of the message, which stands on one line in these files.
fn message<'a>(locale: &'a str, id: &str) -> Option<&'a str> {
    locale.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "))
}

fn arguments(text: &str) -> BTreeSet<&str> {
    text.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).collect()
}

#[test]
fn every_code_has_what_is_wrong_and_what_to_do_in_both_languages() {
    let sources = [include_str!("../../src/problem.rs"), include_str!("../../src/profile.rs")].concat();
    let codes: Vec<&str> = sources
        .split('"')
        .filter(|word| word.starts_with("checklist-") || word.starts_with("profile-"))
        .filter(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
        .collect();
    assert!(codes.len() > 30, "the codes must be found in the sources, found {}", codes.len());
    for code in codes {
        for id in [code.to_string(), format!("{code}-do")] {
            let found: Vec<BTreeSet<&str>> = LOCALES
                .iter()
                .map(|(language, locale)| {
                    let text = message(locale, &id);
                    arguments(text.unwrap_or_else(|| panic!("{language}: the text {id} is missing")))
                })
                .collect();
            assert!(
                found.windows(2).all(|two| two[0] == two[1]),
                "{id}: the same arguments in each language"
            );
        }
    }
}
