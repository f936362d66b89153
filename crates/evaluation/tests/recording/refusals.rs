//! `fixtures/vectors/refusals.json`: for every rule at least one request that it refuses.

use std::collections::BTreeMap;

use checklist::Object;
use evaluation::{case::ReportKind, conclude::conclude, event::to_payload, issuing};
use serde::Deserialize;

use crate::{
    asked::Asked,
    desk::{Desk, TIME, TODAY, chain},
    prepared::prepared,
};

/// A person and what is asked in that person's name.
type Step = (String, Asked);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vectors {
    #[expect(dead_code, reason = "for whoever reads the file")]
    about: String,
    stages: BTreeMap<String, Vec<Step>>,
    pub(crate) vectors: Vec<Vector>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vector {
    pub(crate) name: String,
    object: Object,
    /// Stages that are gone through first.
    #[serde(default)]
    stages: Vec<String>,
    /// Or a case with everything a report of this kind needs, but these fields.
    prepared: Option<(ReportKind, Vec<String>)>,
    /// Steps that must not be refused.
    #[serde(default)]
    setup: Vec<Step>,
    /// Events of another program: person, kind, payload.
    #[serde(default)]
    foreign: Vec<(String, String, serde_json::Value)>,
    /// When they say they were recorded, where that matters.
    foreign_at: Option<String>,
    /// Steps after those events that must not be refused.
    #[serde(default)]
    then: Vec<Step>,
    /// The request.
    ask: Option<Step>,
    /// Or the report that is asked for.
    report: Option<ReportKind>,
    /// Rule and place of the refusal, or of one of the gates.
    pub(crate) refused: Option<(String, String)>,
    /// The kinds of the events that follow.
    events: Option<Vec<String>>,
}

pub(crate) fn vectors() -> Vectors {
    let bytes = include_bytes!("../../../../fixtures/vectors/refusals.json");
    serde_json::from_slice(bytes).expect("fixtures/vectors/refusals.json must be readable")
}

impl Vector {
    fn desk(&self, stages: &BTreeMap<String, Vec<Step>>) -> Desk {
        let mut desk = match &self.prepared {
            Some((kind, without)) => {
                let without: Vec<&str> = without.iter().map(String::as_str).collect();
                prepared(self.object, *kind, &without)
            }
            None => Desk::of(self.object),
        };
        let of_stages =
            self.stages.iter().flat_map(|s| stages.get(s).unwrap_or_else(|| panic!("no stage {s}")));
        let go = |desk: &mut Desk, (person, asked): &Step| {
            let done = desk.ask(person, asked.clone().into());
            done.unwrap_or_else(|r| panic!("{}: {asked:?} is set-up, not refused: {r:?}", self.name));
        };
        of_stages.chain(&self.setup).for_each(|step| go(&mut desk, step));
        for (person, kind, payload) in &self.foreign {
            let payload = to_payload(&with_chains(payload)).expect("a payload that the trail can hold");
            desk.write_at(person, kind, payload, self.foreign_at.as_deref().unwrap_or(TIME));
        }
        self.then.iter().for_each(|step| go(&mut desk, step));
        desk
    }

    fn run(&self, stages: &BTreeMap<String, Vec<Step>>) -> Result<(), String> {
        let desk = self.desk(stages);
        match (&self.ask, self.report) {
            (Some((person, asked)), None) => {
                match (desk.decide(person, asked.clone().into()), &self.refused) {
                    (Err(refusal), Some((rule, place))) => {
                        if refusal.rule == rule && refusal.place == named(place) {
                            Ok(())
                        } else {
                            Err(format!("refused by {} at {}", refusal.rule, refusal.place))
                        }
                    }
                    (Ok(events), None) => {
                        let kinds: Vec<&str> = events.iter().map(|e| e.kind).collect();
                        let expected = self.events.as_ref().ok_or("no expectation")?;
                        if kinds == *expected { Ok(()) } else { Err(format!("recorded {kinds:?}")) }
                    }
                    (Err(refusal), None) => Err(format!("refused: {refusal:?}")),
                    (Ok(events), Some(_)) => Err(format!("not refused: {events:?}")),
                }
            }
            (None, Some(kind)) => {
                let conclusion = conclude(&desk.state, &desk.checklist);
                let gates = issuing::report(&desk.state, &desk.checklist, kind, &conclusion, TODAY);
                let found = match &self.refused {
                    Some((rule, place)) => {
                        gates.iter().any(|g| (g.rule, g.place.as_str()) == (rule.as_str(), place))
                    }
                    None => gates.is_empty(),
                };
                if found { Ok(()) } else { Err(format!("gates: {gates:?}")) }
            }
            _ => Err("a vector asks for one thing".to_owned()),
        }
    }
}

/// `@evan` stands for the chain of evan's key.
fn named(text: &str) -> String {
    text.strip_prefix('@').map_or_else(|| text.to_owned(), |person| chain(person).to_string())
}

fn with_chains(payload: &serde_json::Value) -> serde_json::Value {
    match payload {
        serde_json::Value::String(text) => named(text).into(),
        serde_json::Value::Object(map) => map.iter().map(|(k, v)| (k.clone(), with_chains(v))).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_vector_ends_as_it_says() {
    let Vectors { stages, vectors, .. } = vectors();
    let wrong: Vec<String> =
        vectors.iter().filter_map(|v| Some(format!("{}: {}", v.name, v.run(&stages).err()?))).collect();
    assert!(wrong.is_empty(), "each request must end as its vector declares:\n{}", wrong.join("\n"));
}

#[test]
fn vectors_have_names_of_their_own() {
    let vectors = vectors().vectors;
    let mut names: Vec<&str> = vectors.iter().map(|v| v.name.as_str()).collect();
    names.sort_unstable();
    let before = names.len();
    names.dedup();
    assert_eq!(before, names.len(), "a failing vector must be found by its name");
    let refusing = vectors.iter().filter(|v| v.refused.is_some()).count();
    assert!(refusing * 2 > before, "most vectors must be refusals");
}
