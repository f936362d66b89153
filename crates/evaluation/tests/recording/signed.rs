//! Signed files of issued reports: facts about bytes outside the trail.

use evaluation::{
    decide::Request,
    event::{IssuedFile, ReportIssue, ReportSign, Role, SignedBy, current, from_payload, kind, to_payload},
};

use crate::{
    desk::{Desk, card, sha},
    state_properties::opened,
};

fn signed() -> ReportSign {
    ReportSign {
        number: "R-1".to_owned(),
        revision: 1,
        file: IssuedFile { name: "r-signed.pdf".to_owned(), sha256: sha("r-signed.pdf"), size: 9 },
        signatures: vec![SignedBy {
            place: "evaluator".to_owned(),
            signature: sha("cms"),
            subject: "CN=Ada Example".to_owned(),
            certificate: sha("certificate"),
            level: "B-T".to_owned(),
            time: Some("2026-06-01T10:00:00Z".to_owned()),
        }],
    }
}

fn issued() -> Desk {
    let mut desk = opened();
    let issue = ReportIssue {
        number: "R-1".to_owned(),
        revision: 1,
        report_kind: "self_declaration".to_owned(),
        data: sha("data"),
        files: vec![IssuedFile { name: "r.pdf".to_owned(), sha256: sha("r.pdf"), size: 5 }],
    };
    desk.write("lead", kind::REPORT_ISSUE, to_payload(&issue).expect("a payload"));
    desk
}

fn refused(desk: &mut Desk, who: &str, change: impl FnOnce(&mut ReportSign)) -> &'static str {
    let mut asked = signed();
    change(&mut asked);
    desk.ask(who, Request::RecordSigned(asked)).expect_err("this must be refused").rule
}

#[test]
fn the_payload_comes_back_unchanged_and_is_about_the_file() {
    let payload = to_payload(&signed()).expect("a payload");
    assert_eq!(from_payload::<ReportSign>(&payload).ok(), Some(signed()), "what was written is read");
    let set = current(kind::REPORT_SIGN, &payload).expect("it sets a field");
    assert_eq!((set.subject, set.field.as_str()), (format!("signed:{}", sha("r-signed.pdf")), "file"));
    assert!(!evaluation::event::is_retractable(kind::REPORT_SIGN), "what was signed is not taken back");
}

#[test]
fn a_signed_file_is_recorded_once_and_listed() {
    let mut desk = issued();
    let content = desk.state.content_digest();
    desk.ask("lead", Request::RecordSigned(signed())).expect("it is of an issued report");
    let listed: Vec<ReportSign> = desk.state.signed_files().into_iter().map(|s| s.value).collect();
    assert_eq!(listed, [signed()], "with all its signatures");
    assert_eq!(desk.state.content_digest(), content, "a signature changes nothing that a review covers");
    assert_eq!(refused(&mut desk, "lead", |_| ()), "signed-recorded", "the same bytes say nothing new");
}

#[test]
fn what_does_not_hold_together_is_refused_with_its_rule() {
    let mut desk = issued();
    assert_eq!(refused(&mut desk, "mallory", |_| ()), "not-admitted", "a stranger records nothing");
    assert_eq!(refused(&mut desk, "lead", |s| s.revision = 2), "signed-not-issued", "no such revision");
    assert_eq!(refused(&mut desk, "lead", |s| s.number = "R-2".to_owned()), "signed-not-issued");
    type Change = fn(&mut ReportSign);
    let incomplete: [(&str, Change); 7] = [
        ("no signature", |s| s.signatures.clear()),
        ("an unknown place", |s| s.signatures[0].place = "observer".to_owned()),
        ("an unknown level", |s| s.signatures[0].level = "B-X".to_owned()),
        ("no digest of the file", |s| s.file.sha256 = "0".to_owned()),
        ("no digest of the certificate", |s| s.signatures[0].certificate = String::new()),
        ("a stamped level without a time", |s| s.signatures[0].time = None),
        ("a time without a stamp", |s| s.signatures[0].level = "B-B".to_owned()),
    ];
    for (what, change) in incomplete {
        assert_eq!(refused(&mut desk, "lead", change), "signed-incomplete", "{what}");
    }
    assert!(desk.state.signed_files().is_empty(), "and nothing was recorded");
}

#[test]
fn recorded_on_two_copies_it_is_one_fact_and_no_conflict() {
    let mut desk = issued();
    desk.ask("lead", Request::Enroll(card("evan", &[Role::Evaluator]))).expect("admitted");
    for who in ["lead", "evan"] {
        desk.write(who, kind::REPORT_SIGN, to_payload(&signed()).expect("a payload"));
    }
    assert_eq!(desk.state.conflicts(), [], "two people saw the same bytes");
    assert_eq!(desk.state.signed_files().len(), 1, "which is one signed file");
}
