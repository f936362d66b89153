//! Tags and assigned evidence order the work and judge nothing.

use checklist::Object;
use evaluation::{
    case::ReportKind,
    conclude::conclude,
    decide::Request,
    event::{Role, RowKey, kind, to_payload},
    issuing,
};
use serde_json::json;

use crate::{
    desk::{Desk, TODAY, card, sha},
    prepared::{add, done, evaluated},
    state_properties::opened,
};

fn row() -> RowKey {
    RowKey::of("CR 1.1")
}

fn tag(tag: &str, value: &str) -> Request {
    Request::SetTag { rows: vec![row()], tag: tag.to_owned(), value: value.to_owned() }
}

fn link(name: &str, linked: bool) -> Request {
    Request::LinkEvidence { row: Some(row()), activity: None, evidence: vec![sha(name)], linked }
}

fn tags(desk: &Desk) -> Vec<(String, Vec<String>)> {
    desk.state.tags(&row()).into_iter().collect()
}

#[test]
fn a_tag_is_set_changed_and_taken_off() {
    let mut desk = opened();
    done(&mut desk, "lead", tag("place", "Hall 3"));
    done(&mut desk, "lead", tag("interviewee", "Operations"));
    done(&mut desk, "lead", tag("place", "Hall 4"));
    let both = [
        ("interviewee".to_owned(), vec!["Operations".to_owned()]),
        ("place".to_owned(), vec!["Hall 4".to_owned()]),
    ];
    assert_eq!(tags(&desk), both, "one value for each tag, the newer one");
    done(&mut desk, "lead", tag("place", " "));
    assert_eq!(tags(&desk), both[..1], "a blank value takes the tag off");
}

#[test]
fn two_values_of_a_tag_are_both_shown_and_are_no_conflict() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    for (person, value) in [("lead", "Hall 3"), ("evan", "Gate"), ("mallory", "Roof")] {
        let payload = json!({"row": row(), "tag": "place", "value": value, "supersedes": []});
        desk.write(person, kind::TAG_SET, to_payload(&payload).expect("a payload"));
    }
    let both = vec!["Gate".to_owned(), "Hall 3".to_owned()];
    assert_eq!(tags(&desk), [("place".to_owned(), both)], "both that count are shown");
    assert_eq!(desk.state.conflicts(), [], "and nobody has to settle it before a report");
    done(&mut desk, "evan", tag("place", "Gate"));
    assert_eq!(tags(&desk), [("place".to_owned(), vec!["Gate".to_owned()])], "who looks can settle it");
}

#[test]
fn of_two_competing_links_the_one_that_assigns_holds() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("clara", &[Role::ClientContact])));
    for (person, linked) in [("lead", false), ("clara", true)] {
        let payload = json!({"row": row(), "evidence": sha("a"), "linked": linked, "supersedes": []});
        desk.write(person, kind::EVIDENCE_LINK, to_payload(&payload).expect("a payload"));
    }
    assert_eq!(desk.state.links_of_row(&row()), [sha("a")], "a piece too many is seen, a missing one is not");
    assert_eq!(desk.state.conflicts(), [], "and it is no conflict");
}

#[test]
fn evidence_is_assigned_and_the_assignment_taken_away() {
    let mut desk = opened();
    done(&mut desk, "lead", add("test.pdf", "evaluator_test"));
    done(&mut desk, "lead", link("test.pdf", true));
    assert_eq!(desk.state.links_of_row(&row()), [sha("test.pdf")], "the row has it");
    assert_eq!(desk.state.links_of_row(&RowKey::of("CR 1.2")), Vec::<String>::new(), "no other row has");
    let activity = Request::LinkEvidence {
        row: None,
        activity: Some("CTX-1".to_owned()),
        evidence: vec![sha("test.pdf")],
        linked: true,
    };
    done(&mut desk, "lead", activity);
    assert_eq!(desk.state.links_of_activity("CTX-1"), [sha("test.pdf")], "the activity has it too");
    done(&mut desk, "lead", link("test.pdf", false));
    assert_eq!(desk.state.links_of_row(&row()), Vec::<String>::new(), "taken away from the row");
    assert_eq!(desk.state.links_of_activity("CTX-1").len(), 1, "and from nothing else");
}

#[test]
fn tags_and_links_change_neither_content_nor_rows_nor_conclusion() {
    let mut desk = evaluated(Object::Component, ReportKind::SelfDeclaration, &[]);
    let said = |desk: &Desk| {
        let conclusion = conclude(&desk.state, &desk.checklist);
        let gates =
            issuing::report(&desk.state, &desk.checklist, ReportKind::SelfDeclaration, &conclusion, TODAY);
        (desk.state.content_digest(), desk.state.touched_rows(), gates, format!("{conclusion:?}"))
    };
    let before = said(&desk);
    done(&mut desk, "lead", tag("assignee", "Lena"));
    done(&mut desk, "lead", link("test.pdf", true));
    assert_eq!(said(&desk), before, "a review over the case still covers it");
    assert_eq!(desk.state.unknown_kinds().len(), 0, "and both kinds are known");
}
