//! The German texts: none was left in English, and none says more than it may (docs/wording.md).

use super::*;

/// Texts that are the same in both languages: names, terms of the field, and words that are German as much
/// as English. Abbreviations ("SL-C") need not be here.
const SAME: &[&str] = &[
    "Assay",
    "Checkpoint",
    "Dossier",
    "Enter",
    "Evaluator",
    "Export",
    "Filter",
    "Format",
    "Import",
    "Integration",
    "KiB",
    "MiB",
    "Name",
    "Organisation",
    "Passphrase",
    "Person",
    "Review",
    "Zoom",
    "Plan",
    "Register",
    "Revision",
    "Start",
    "Status",
    "Text",
    "Verb",
    "Version",
];

/// Texts that are one command or a list of codes to type.
const COMMANDS: &[&str] = &[
    "gate-field-missing-do",
    "gate-claim-missing-do",
    "import-roles-not-declared-do",
    "cli-people-admit-role",
    "cli-evidence-add-class",
    "cli-finding-move-state",
];

#[test]
fn no_german_text_was_left_in_english() {
    let mut left = Vec::new();
    for (id, german, english) in pairs("de", "en") {
        let words = german.words();
        let nothing_to_translate = !words.chars().any(char::is_lowercase)
            || SAME.contains(&words.as_str())
            || COMMANDS.contains(&id.as_str());
        if words == english.words() && !nothing_to_translate {
            left.push(format!("{id}: {words}"));
        }
    }
    assert!(left.is_empty(), "translate these, or add them to the short list if they are German: {left:#?}");
}

#[test]
fn texts_of_commands_are_commands_in_both_languages() {
    let pairs = pairs("de", "en");
    for id in COMMANDS {
        let (_, german, english) = pairs.iter().find(|(own, ..)| own == id).expect("an id that is there");
        assert_eq!(german.words(), english.words(), "{id} is translated; take it off the list");
    }
}

/// Reserved words with the texts that may hold them: a word by its stem, a text by its id, or by the
/// beginning of its id where a hyphen ends it.
const RESERVED: &[(&str, &[&str])] = &[
    (
        "zertifi",
        &[
            "verify-trust-unreadable-do",
            "verify-trust-unreadable",
            "verify-signature-revoked-do",
            "verify-signature-revoked",
            "verify-remark-signature-unknown",
            "verify-remark-signature-stamped",
            "verify-remark-revocation-old-list",
            "verify-remark-revocation-no-path",
            "verify-remark-revocation-no-list",
            "verify-ok-signature-trusted",
            "verify-ok-signature-stamped",
            "verify-ok-signature-not-revoked",
            "verify-limits-certificates",
            "ui-field-scheme-separate-decision-hint",
            "ui-case-section-scheme",
            "refusal-signed-incomplete-do",
            "document-key-too-large-do",
            "document-key-too-large",
            "cli-verify-trust",
            "cli-said-trusted",
            "cli-said-certificate-ended",
            "cli-identity-trust-file",
            "cli-identity-trust",
            "cli-identity-document-key-p12",
            "cli-identity-document-key-certificates",
            "cli-complete-certificates",
            "gate-certificate-without-decision-do",
            "cli-decide",
            "report-kind-certification_body",
            "report-section-certificate",
            "report-certificate-",
            "report-untrue-decision-outside-body",
            "report-untrue-decision-outside-body-do",
            "report-untrue-certificate-",
            "report-untrue-statement-without-decision",
            "report-untrue-statement-without-review",
            "report-validity-certification_body",
            // The state of a certificate that a body granted.
            "cli-certificate",
            "refusal-certificate-",
            "refusal-surveillance-after-expiry",
            "status-",
            "log-certificate-state",
            "ui-log-certificate-state",
            "report-limit-certificate_conditions",
            "report-limit-certificate_reduced_scope",
            "report-limit-certificate_suspended",
            "report-limit-certificate_withdrawn",
            "report-limit-certificate_expired",
            "report-limit-certificate_terminated",
            "report-limit-certificate_past_expiry",
            "report-limit-certificate_contested",
            // Public-key certificates, the technology.
            "cli-anchor-",
            "cli-verify-ca",
            "cli-said-authority",
            "anchor-reply-too-large",
            "anchor-reply-too-large-do",
            "stamp-needs-ca",
            "stamp-needs-ca-do",
            "signature-stamp-",
            "document-signature-",
            "signature-document-key-",
            "envelope-certificate",
            "envelope-certificate-do",
            "verify-limits-anchors",
            "bundle-page",
        ],
    ),
    (
        "konformitätserklärung",
        &[
            "report-statement-self_declaration-component_levels",
            "report-statement-self_declaration-component_requirements",
            "report-statement-self_declaration-process",
            "report-statement-self_declaration-provider",
        ],
    ),
    ("konformitätsvermutung", &["report-validity-presumption"]),
    ("akkredit", &["report-not-accredited", "report-accreditation"]),
    (
        "zeitstempel",
        &[
            "signing-seen-stamped",
            "cli-issue-stamp",
            "cli-sign-stamp",
            "cli-complete",
            "cli-complete-stamp",
            "cli-bundle-stamp",
            "cli-said-signed-",
            "complete-with-nothing-do",
            "verify-ok-pdf",
            "verify-remark-signature-claimed",
            "report-anchor-A2",
            "cli-anchor",
            "cli-anchor-",
            "cli-report-stamp",
            "cli-verify-ca",
            "cli-said-authority",
            "stamp-",
            "signature-stamp-",
            "document-signature-",
            "verify-ok-anchor-A2",
            "bundle-page",
            "ui-signing-",
            "ui-returned-",
        ],
    ),
    ("benotung", &["report-tuple-note"]),
    ("gemittelt", &["report-lowest-ml-is"]),
    ("sl-a", &["report-levels-intro", "report-validity-not-component"]),
    ("sl-t", &[]),
    ("prozent", &[]),
    ("score", &[]),
    ("punktzahl", &[]),
    ("durchschnitt", &[]),
    ("rating", &[]),
    ("note", &[]),
    ("manipulationssicher", &[]),
    ("fälschungssicher", &[]),
    ("revisionssicher", &[]),
    ("gerichtsfest", &[]),
    ("unveränderbar", &[]),
    ("unveränderlich", &[]),
    ("schwachstellenfrei", &[]),
    ("garantier", &[]),
    ("gütesiegel", &[]),
    ("prüfsiegel", &[]),
    ("prüfzeichen", &[]),
    ("genehmigt", &[]),
    ("tier", &[]),
];

/// A word that stands for itself alone: "sicher" is reserved, "Sicherung" is not.
const RESERVED_WHOLE: &[(&str, &[&str])] =
    &[("sicher", &["report-validity-not-process", "report-validity-not-service_provider"])];

/// The window names the kinds of report and the fields of all of them; a name claims no result.
const NAMED_IN_THE_WINDOW: &[&str] =
    &["zertifizierungsstelle", "zertifikatsdaten", "zertifikatsnummer", "akkreditierung"];

#[test]
fn reserved_words_stand_only_where_they_may() {
    for (id, source) in sources("de") {
        assert!(!source.text.contains('%'), "{id}: results are counts and verdicts, never percentages");
        for word in spoken(&source) {
            if id.starts_with("ui-") && NAMED_IN_THE_WINDOW.contains(&word.as_str()) {
                continue;
            }
            let reserved = RESERVED.iter().filter(|(stem, _)| holds(&word, stem));
            let whole = RESERVED_WHOLE.iter().filter(|(all, _)| word == *all);
            for (reserved, allowed) in reserved.chain(whole) {
                assert!(
                    allowed.iter().any(|known| may(known, &id)),
                    "{id}: {word:?} is reserved ({reserved}); see docs/wording.md"
                );
            }
            // "Konformität mit den Anforderungen" names what is met; "konform" claims everything.
            let blanket = word.contains("konform") && !word.contains("konformität");
            assert!(!blanket, "{id}: {word:?} is a blanket claim; say which requirements are met");
        }
    }
}

#[test]
fn every_exception_for_a_reserved_word_is_used() {
    let sources = sources("de");
    for (word, allowed) in RESERVED.iter().chain(RESERVED_WHOLE) {
        for known in *allowed {
            let used = sources.iter().any(|(id, source)| {
                may(known, id) && spoken(source).iter().any(|spoken| holds(spoken, word))
            });
            assert!(used, "no text {known} holds {word:?}; take the exception off the list");
        }
    }
}

/// A long stem also counts within a compound; a short one would be found in words of another meaning,
/// such as "note" in "Knoten".
fn holds(word: &str, stem: &str) -> bool {
    word.starts_with(stem) || (stem.len() > 6 && word.contains(stem))
}

fn may(known: &str, id: &str) -> bool {
    known == id || (known.ends_with('-') && id.starts_with(known))
}

/// The words of a text in small letters, without arguments and codes.
fn spoken(source: &Source) -> Vec<String> {
    let words = source.words().to_lowercase();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let whole = words.split(|c: char| !is_part(c)).map(|word| word.trim_matches(['-', '.']));
    let whole = whole.filter(|word| {
        !word.is_empty() && !source.codes.iter().any(|code| code.trim_start_matches('-') == *word)
    });
    // Both a compound as a whole and its parts: "SL-A", but also "Tier" in "Tier-Modell".
    whole
        .flat_map(|word| std::iter::once(word).chain(word.split('-').filter(move |part| *part != word)))
        .map(str::to_owned)
        .collect()
}
