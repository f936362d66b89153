//! `docs/formats/events.md` says what the code does, and its examples can be read.

use checklist::Object;
use evaluation::{
    case::{EVIDENCE_CLASSES, FIELDS, ReportKind, Shape},
    current,
    decide::Request,
    event::{FindingState, Role, TAGS, is_retractable, kind, retracted, to_payload},
};

use crate::{desk::card, prepared::done};

const EVENTS: &str = include_str!("../../../../docs/formats/events.md");

/// The cells of the table's line that begins with this code.
fn line(code: &str) -> Option<Vec<String>> {
    let start = format!("| `{code}` |");
    let line = EVENTS.lines().find(|line| line.starts_with(&start))?;
    Some(line.split('|').map(|cell| cell.trim().to_owned()).collect())
}

#[test]
fn the_table_of_case_fields_is_the_one_in_the_code() {
    for field in FIELDS {
        let needs: Vec<&str> = ReportKind::ALL
            .into_iter()
            .zip(["1", "2", "3"])
            .filter(|(kind, _)| field.objects.iter().any(|object| field.is_needed(*kind, *object)))
            .map(|(_, digit)| digit)
            .collect();
        let needs = if needs.is_empty() { "–".to_owned() } else { needs.join(" ") };
        let shape = match field.shape {
            Shape::Text => "text".to_owned(),
            Shape::Texts => "texts".to_owned(),
            Shape::TextsOrNone => "texts or none".to_owned(),
            Shape::Exclusions => "exclusions".to_owned(),
            Shape::OneOf(codes) => {
                let codes: Vec<String> = codes.iter().map(|c| format!("`{c}`")).collect();
                format!("one of {}", codes.join(", "))
            }
            Shape::ComponentTypes => "types".to_owned(),
            Shape::ProviderRoles => "roles".to_owned(),
            Shape::Levels => "levels".to_owned(),
            Shape::MaturityLevel => "ml".to_owned(),
            Shape::Date => "date".to_owned(),
            Shape::Number => "number".to_owned(),
        };
        let expected = [
            "",
            &format!("`{}`", field.name),
            &format!("{shape}{}", if field.issuers_words { " *" } else { "" }),
            match field.objects {
                [_, _, _] => "all",
                [Object::ServiceProvider, Object::Process] => "2-4, 4-1",
                [Object::Component] => "4-2",
                [Object::ServiceProvider] => "2-4",
                [Object::Process] => "4-1",
                other => panic!("{}: {other:?} has no name in the table", field.name),
            },
            &needs,
            "",
        ]
        .map(str::to_owned);
        assert_eq!(
            line(field.name).as_deref(),
            Some(&expected[..]),
            "{} must be described as it is",
            field.name
        );
    }
}

#[test]
fn roles_classes_and_states_are_all_described() {
    for role in Role::ALL {
        assert!(line(role.code()).is_some(), "the role {} is missing", role.code());
    }
    for (class, _) in EVIDENCE_CLASSES {
        assert!(EVENTS.contains(&format!("`{class}`")), "the class {class} is missing");
    }
    let mut open = vec![FindingState::Raised];
    let mut seen = Vec::new();
    while let Some(state) = open.pop() {
        if seen.contains(&state) || state.next().is_empty() {
            continue;
        }
        seen.push(state);
        open.extend(state.next());
        let next: Vec<String> = state.next().iter().map(|s| format!("`{}`", s.code())).collect();
        let by_client = FindingState::CLIENTS.contains(&state);
        let expected = [
            "",
            &format!("`{}`", state.code()),
            "yes",
            if by_client { "yes" } else { "" },
            &next.join(", "),
            "",
        ]
        .map(str::to_owned);
        assert_eq!(
            line(state.code()).as_deref(),
            Some(&expected[..]),
            "the state {} must be described as it is",
            state.code()
        );
    }
    assert_eq!(seen.len(), 9, "every state that has a next one");
}

#[test]
fn the_kinds_that_can_be_taken_back_and_the_tags_are_those_in_the_code() {
    let kinds = EVENTS.lines().skip_while(|line| !line.starts_with("| can be taken back")).nth(2);
    let cells: Vec<Vec<&str>> = kinds
        .expect("the table of kinds")
        .trim_matches('|')
        .split('|')
        .map(|cell| cell.split('`').skip(1).step_by(2).collect())
        .collect();
    let [taken, stays] = cells.as_slice() else { panic!("two columns: {cells:?}") };
    for (names, expected) in [(taken, true), (stays, false)] {
        for name in names {
            assert_eq!(is_retractable(&format!("{name}/1")), expected, "{name} must be as the table says");
        }
    }
    assert_eq!((taken.len(), stays.len()), (14, 29), "and the table must name every kind");
    assert!(!is_retractable("verdict.set/2") && is_retractable(kind::RETRACT), "kinds have a version");
    for tag in TAGS {
        assert!(EVENTS.contains(&format!("`{tag}`")), "the tag {tag} is missing");
    }
}

#[test]
fn every_example_is_a_payload_of_its_kind() {
    let mut kinds: Vec<String> = Vec::new();
    let mut examples = 0;
    for part in EVENTS.split("\n### ").skip(1) {
        let (title, rest) = part.split_once('\n').expect("a title");
        kinds.extend(title.split('`').filter(|word| word.ends_with("/1")).map(str::to_owned));
        let Some(block) = rest.split("```json\n").nth(1) else {
            continue;
        };
        let block = block.split("```").next().expect("the end of the example");
        let stream = serde_json::Deserializer::from_str(block).into_iter::<serde_json::Value>();
        let of_title: Vec<&str> = title.split('`').filter(|w| w.ends_with("/1")).collect();
        for (value, kind) in stream.zip(of_title) {
            let payload = to_payload(&value.expect("an example that is JSON")).expect("a payload");
            let says = current(kind, &payload).is_some() || retracted(kind, &payload).is_some();
            assert!(says, "the example of {kind} must set its field, or name what it takes back");
            assert!(reads(kind, &payload), "the example of {kind} must have its fields");
            examples += 1;
        }
    }
    assert!(kinds.len() >= 20, "every kind has its place: {kinds:?}");
    assert!(examples >= 18, "nearly every kind has an example: {examples}");
}

/// Whether the state can read the payload.
fn reads(kind: &str, payload: &trail::json::Value) -> bool {
    let mut desk = crate::state_properties::opened();
    // Some kinds count from a decision maker alone.
    done(&mut desk, "lead", Request::Enroll(card("dora", &[Role::DecisionMaker])));
    desk.write("lead", kind, payload.clone());
    desk.write("dora", kind, payload.clone());
    desk.state.unreadable().is_empty() && desk.state.unknown_kinds().is_empty()
}
