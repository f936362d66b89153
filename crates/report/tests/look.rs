//! Profiles and templates of an organisation: what is taken, what is refused and at which place.

mod sample;

use report::look::{Logo, Look, LookProblem, Profile, Templates};
use report::pdf::{self, Rendering};
use report::{Kind, RenderProblem};

const SVG: &[u8] = br##"<?xml version="1.0" encoding="UTF-8"?><!-- hill --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><linearGradient id="g"><stop offset="0" stop-color="#1f3a5f"/></linearGradient></defs><path d="M0 20 L20 0 L40 20 Z" fill="url(#g)"/></svg>"##;

fn profile_text(member: &str, value: &str) -> String {
    let mut profile = serde_json::json!({
        "schema": "assay-report-profile/1", "issuer": "Prüfstelle Isarwinkel GmbH",
        "letterhead": ["Am Mühlbach 7", "83661 Lenggries"], "accent": "#214d3b",
        "footer": "Prüfstelle Isarwinkel GmbH, Lenggries",
        "logo": {"file": "logo.svg", "alt": "A mountain", "width_mm": 40},
    });
    if !member.is_empty() {
        let value: serde_json::Value = serde_json::from_str(value).expect("JSON");
        *profile.pointer_mut(member).expect("a member") = value;
    }
    profile.to_string()
}

fn profile() -> Profile {
    Profile::read(profile_text("", "").as_bytes(), |_| Ok(SVG.to_vec())).expect("a sound profile")
}

fn codes(problems: &[LookProblem]) -> Vec<&str> {
    problems.iter().map(|p| p.code.as_str()).collect()
}

#[test]
fn a_profile_puts_logo_letterhead_and_footer_on_the_report_and_the_page_says_so() {
    let look = Look { profile: Some(profile()), templates: None };
    let mut contents = sample::small_component(Kind::CertificationBody);
    contents.integrity.layout = look.layout();
    let faults = pdf::faults(&contents, &sample::words(), Rendering::Full, &look).expect("drawn");
    assert_eq!(faults, [], "logo and letterhead leave the cover well set");
    let drawn = pdf::render_in(&contents, &sample::words(), Rendering::Full, &look)
        .expect("PDF/A and PDF/UA with a logo");
    let plain =
        pdf::render(&sample::small_component(Kind::CertificationBody), &sample::words(), Rendering::Full);
    assert!(drawn.bytes != plain.expect("drawn").bytes, "the look is to be seen");
    let again = pdf::render_in(&contents, &sample::words(), Rendering::Full, &look).expect("drawn");
    assert!(drawn.bytes == again.bytes, "and gives the same bytes each time");
}

#[test]
fn a_report_is_drawn_only_in_the_look_that_its_data_set_names() {
    let look = Look { profile: Some(profile()), templates: None };
    let contents = sample::small_component(Kind::CertificationBody);
    let problem = pdf::render_in(&contents, &sample::words(), Rendering::Full, &look).expect_err("not named");
    assert!(matches!(&problem, RenderProblem::Look(all) if codes(all) == ["other"]), "{problem}");
    let mut named = contents;
    named.integrity.layout = look.layout();
    let problem = pdf::render(&named, &sample::words(), Rendering::Full).expect_err("named, and not there");
    assert!(matches!(&problem, RenderProblem::Look(all) if codes(all) == ["other"]), "{problem}");
}

#[test]
fn a_profile_of_another_organisation_is_refused() {
    let look = Look { profile: Some(profile()), templates: None };
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    contents.integrity.layout = look.layout();
    let problem =
        pdf::render_in(&contents, &sample::words(), Rendering::Full, &look).expect_err("the vendor issues");
    assert!(matches!(&problem, RenderProblem::Look(all) if codes(all) == ["issuer"]), "{problem}");
}

#[test]
fn reserved_words_in_a_profile_are_refused_by_kind() {
    let cases = [
        ("/footer", "\"Certified quality since 1990\"", Kind::IndependentAssessment, true),
        ("/footer", "\"A certification body since 1990\"", Kind::CertificationBody, false),
        ("/footer", "\"DAkkS accredited laboratory\"", Kind::CertificationBody, true),
        ("/logo/alt", "\"Prüfzeichen\"", Kind::CertificationBody, true),
        ("/footer", "\"Lenggries\"", Kind::IndependentAssessment, false),
    ];
    for (member, value, kind, refused) in cases {
        let text = profile_text(member, value);
        let profile = Profile::read(text.as_bytes(), |_| Ok(SVG.to_vec())).expect("well formed");
        let look = Look { profile: Some(profile), templates: None };
        let mut contents = sample::small_component(kind);
        contents.integrity.layout = look.layout();
        let drawn = pdf::render_in(&contents, &sample::words(), Rendering::Full, &look);
        let found = matches!(&drawn, Err(RenderProblem::Look(all)) if codes(all) == ["reserved-word"]);
        assert_eq!(found, refused, "{value} in a report of {kind:?}: {:?}", drawn.err());
    }
}

#[test]
fn a_profile_that_cannot_be_used_is_refused_with_its_member() {
    let long = format!("\"{}\"", "x".repeat(91));
    let cases = [
        ("/schema", "\"assay-report-profile/9\"", "schema"),
        ("/accent", "\"#ffe08a\"", "contrast"),
        ("/accent", "\"red\"", "colour"),
        ("/footer", long.as_str(), "line"),
        ("/footer", "\"a\\u0007b\"", "line"),
        ("/letterhead", "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]", "lines"),
        ("/logo/file", "\"../logo.svg\"", "logo-name"),
        ("/logo/alt", "\"\"", "logo-alt"),
        ("/logo/width_mm", "200", "logo-width"),
        ("/logo/width_mm", "\"wide\"", "json"),
    ];
    for (member, value, code) in cases {
        let text = profile_text(member, value);
        let refused = Profile::read(text.as_bytes(), |_| Ok(SVG.to_vec())).expect_err("refused");
        assert_eq!(codes(&refused), [code], "{member} = {value}");
    }
    let gone =
        Profile::read(profile_text("", "").as_bytes(), |_| Err("no such file".into())).expect_err("refused");
    assert_eq!(codes(&gone), ["logo-missing"], "a logo that is named must be there");
    assert_eq!(codes(&Profile::read(&vec![b' '; 20_000], |_| Ok(Vec::new())).expect_err("large")), ["size"]);
}

#[test]
fn a_logo_is_a_picture_and_nothing_else() {
    let svg = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>").into_bytes();
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 0xff, 0xff, 0, 0, 0, 1]);
    let cmyk = b"\xff\xd8\xff\xc0\x00\x14\x08\x00\x10\x00\x10\x04".to_vec();
    let cases = [
        (svg("<script>alert(1)</script>"), "logo-svg"),
        (svg("<text>certified</text>"), "logo-svg"),
        (svg("<image href=\"data:image/png;base64,AA\"/>"), "logo-svg"),
        (svg("<use href=\"other.svg#a\"/>"), "logo-svg"),
        (svg("<use xlink:href = 'http://x.invalid/a'/>"), "logo-svg"),
        (svg("<path style=\"fill:url(http://x.invalid/a)\"/>"), "logo-svg"),
        (svg("<style>@import 'x'</style>"), "logo-svg"),
        (svg("<s:foreignObject/>"), "logo-svg"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".to_vec(), "logo-svg"),
        (b"GIF89a".to_vec(), "logo-svg"),
        (b"\xff\xfe\x00".to_vec(), "logo-kind"),
        (vec![b' '; 300_000], "logo-size"),
        (png, "logo-pixels"),
        (b"\x89PNG\r\n\x1a\nshort".to_vec(), "logo-kind"),
        (cmyk, "logo-kind"),
        (b"\xff\xd8\xff".to_vec(), "logo-kind"),
    ];
    for (bytes, code) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        let problem = Logo::read(bytes, "A mountain", 40).expect_err(&shown);
        assert_eq!(problem.code, code, "{shown:?}");
    }
    Logo::read(SVG.to_vec(), "A mountain", 40).expect("shapes and a gradient");
}

/// The program's own templates as an organisation would copy them, with one file changed.
fn own(file: &str, change: impl Fn(&str) -> String) -> Vec<(String, Vec<u8>)> {
    ["report", "parts", "sections", "conclusion", "process", "annexes", "summary"]
        .map(|name| {
            let name = format!("{name}.typ");
            let path = sample::project(&format!("crates/report/templates/{name}"));
            let text = std::fs::read_to_string(path).expect("the program's template");
            let text = if name == file { change(&text) } else { text };
            (name, text.into_bytes())
        })
        .to_vec()
}

fn languages() -> [report::Words; 2] {
    ["en", "de"].map(sample::words_in)
}

#[test]
fn templates_that_only_look_different_are_taken_and_named_on_the_page() {
    let files = own("parts.typ", |text| text.replace("#17212b", "#000000"));
    let templates = Templates::read(files).expect("sound");
    templates.probe(&languages()).unwrap_or_else(|problem| panic!("all kinds are drawn: {problem}"));
    let look = Look { profile: None, templates: Some(templates) };
    let mut contents = sample::small_provider(Kind::CertificationBody);
    contents.integrity.layout = look.layout();
    pdf::render_in(&contents, &sample::words(), Rendering::Full, &look).expect("drawn");
    let digest = look.layout().and_then(|l| l.templates_sha256).expect("a digest");
    assert_eq!(digest.len(), 64, "the digest that the page shows, checked among the mandatory texts");
}

/// What must be refused when a report is drawn: file, what is replaced, by what, and the code.
const DRAWN: &[(&str, &str, &str, &str)] = &[
    // A statement that nobody can read, wherever it stands.
    (
        "parts.typ",
        "#let statement-text = filled(\"statement-\" + data.kind + \"-\" + c.statement.code, data.arguments)",
        "#let statement-text = text(size: 1pt, filled(\"statement-\" + data.kind + \"-\" + c.statement.code, data.arguments))",
        "template-missing",
    ),
    // The large mark behind a draft is for the eye; the word at the head of each page is what must be there.
    ("report.typ", "#let draft-mark = if c.report.draft {", "#let draft-mark = if false {", ""),
    (
        "report.typ",
        "w(\"draft\")) } else { c.report.issued_on }",
        "\"\") } else { c.report.issued_on }",
        "template-page",
    ),
    (
        "report.typ",
        "w(\"page-of\", page:",
        "str(counter(page).get().first()) + w(\"dossier\", page:",
        "template-page",
    ),
    ("annexes.typ", "  id(row.id),\n  t(row.label),", "  t(row.label),", "template-missing"),
    ("sections.typ", "w(\"validity-presumption\"),", "", "template-missing"),
    ("sections.typ", "..layout-facts(),", "", "template-missing"),
    ("sections.typ", "height: 29mm", "height: 9mm", "template-box-size"),
    ("sections.typ", "label(\"sig-\" + place)", "label(\"sug-\" + place)", "template-boxes"),
    (
        "sections.typ",
        "(w(\"root\"), digest(p.root)),",
        "(w(\"root\"), text(fill: white, p.root)),",
        "template-missing",
    ),
];

#[test]
fn a_template_that_hides_what_must_be_seen_is_refused() {
    for (file, from, to, code) in DRAWN {
        let files = own(file, |text| {
            assert!(text.contains(from), "{file} holds {from:?}; the case would test nothing");
            text.replace(from, to)
        });
        let templates = Templates::read(files).expect("as text it is sound");
        let look = Look { profile: None, templates: Some(templates) };
        let mut codes_found = Vec::new();
        for draft in [true, false] {
            let mut contents = sample::small_component(Kind::CertificationBody);
            contents.report.draft = draft;
            contents.integrity.layout = look.layout();
            match pdf::render_in(&contents, &sample::words(), Rendering::Full, &look) {
                Err(RenderProblem::Look(all)) => codes_found.extend(all.into_iter().map(|p| p.code)),
                Ok(_) => {}
                Err(other) => panic!("{file}: {other}"),
            }
        }
        let refused = codes_found.iter().any(|found| found == code);
        assert_eq!(refused, !code.is_empty(), "{file}, {from:?} -> {to:?}: {codes_found:?}");
    }
}

#[test]
fn a_template_that_cannot_be_used_is_refused_with_file_and_line() {
    let cases = [
        ("extra.typ", "= A", "template-name", "extra.typ"),
        ("parts.typ", "#let a = 1\n#let b = (", "template-syntax", "parts.typ:2"),
        ("parts.typ", "\n#import \"@preview/cetz:0.4.0\"", "template-import", "parts.typ:2"),
        ("parts.typ", "\n\n#include \"../secret.typ\"", "template-import", "parts.typ:3"),
        ("parts.typ", "#let x = eval(\"1\")", "template-code", "parts.typ:1"),
        ("parts.typ", "#plugin(\"a.wasm\")", "template-code", "parts.typ:1"),
    ];
    for (name, text, code, place) in cases {
        let problems = Templates::read([(name.to_owned(), text.as_bytes().to_vec())]).expect_err("refused");
        assert!(problems.iter().any(|p| p.code == code && p.place == place), "{name} {text:?}: {problems:?}");
    }
    let none = Templates::read([]).expect_err("an empty folder");
    assert_eq!(codes(&none), ["template-none"], "is said to be empty");
    let large = Templates::read([("parts.typ".to_owned(), vec![b'a'; 300_000])]).expect_err("too large");
    assert_eq!(codes(&large), ["template-size"], "and read no further");
    let bytes = Templates::read([("parts.typ".to_owned(), vec![0xff])]).expect_err("no text");
    assert_eq!(codes(&bytes), ["template-utf8"], "a template is text");
}

#[test]
fn code_cannot_be_reached_by_another_name_and_no_file_can_be_read() {
    let cases = [
        "#let x = dictionary(std).at(\"ev\" + \"al\")(\"1\")",
        "#let x = dictionary(std).at(\"plu\" + \"gin\")(bytes((0,)))",
        "#let x = read(\"/etc/passwd\")",
        "#let x = json(\"/../x.json\")",
        "#let x = read(\"report.typ\")",
    ];
    for line in cases {
        let files = own("parts.typ", |text| format!("{line}\n{text}"));
        let templates = Templates::read(files).expect("as text it is sound");
        let look = Look { profile: None, templates: Some(templates) };
        let mut contents = sample::small_component(Kind::SelfDeclaration);
        contents.integrity.layout = look.layout();
        let problem = pdf::render_in(&contents, &sample::words(), Rendering::Full, &look).expect_err(line);
        let RenderProblem::Typesetting(messages) = &problem else { panic!("{line}: {problem}") };
        assert!(messages[0].starts_with("parts.typ:1: "), "{line}: the place is told: {messages:?}");
    }
}
