//! Dossiers that no single person's work makes: one with a conflict, and large ones for measuring.
#![expect(clippy::print_stdout, reason = "says what it made")]

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use evaluation::{
    decide::{NewEvent, Request},
    event::{ClaimSet, RowKey, SourceCell, kind, to_payload},
};
use trail::Digest;
use workbench::{Home, Session, Signer, packs};

type Done = Result<String, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["conflict", home, dossier, row] => conflict(Path::new(home), Path::new(dossier), row),
        ["large", home, dossier, rows] => {
            large(Path::new(home), Path::new(dossier), rows.parse().unwrap_or(0))
        }
        _ => Err("prepare conflict HOME DOSSIER ROW | prepare large HOME DOSSIER ROWS".into()),
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn signer(home: &Path) -> Result<Signer, Box<dyn std::error::Error>> {
    let home = Home::choose(Some(PathBuf::from(home))).map_err(|p| p.code)?;
    home.unlock(&mut || Err(workbench::Problem::new("desk-identity-locked"))).map_err(|p| p.code.into())
}

/// Records the verdict that stands on the row a second time, as a colleague does who did not know of it: the new event
/// replaces nothing, so two values stand.
fn conflict(home: &Path, dossier: &Path, row: &str) -> Done {
    let mut session = Session::open(dossier, signer(home)?).map_err(|p| format!("{p:?}"))?;
    let key = RowKey::read(row);
    let mut verdict =
        session.state().row(&key).verdict.ok_or("the row has no verdict that could be contradicted")?.value;
    verdict.supersedes = Vec::new();
    verdict.verdict = evaluation::event::AnyVerdict::Inconclusive;
    verdict.rationale = "Seen differently on the second bench.".to_owned();
    let payload = to_payload(&verdict).map_err(|p| p.0)?;
    session.append(vec![NewEvent { kind: kind::VERDICT_SET, payload }]).map_err(|p| format!("{p:?}"))?;
    session.close().map_err(|p| format!("{p:?}"))?;
    Ok(format!("{row} has two verdicts now"))
}

/// A provider's evaluation with as many rows: every requirement for two roles and so many components, each with a claim.
fn large(home: &Path, path: &Path, rows: usize) -> Done {
    let pack = packs::find("2-4").map_err(|p| p.code)?;
    let checklist = packs::read(pack.bytes).map_err(|p| p.code)?;
    let per_component = checklist.requirements.len() * 2;
    let components: Vec<String> =
        (1..=rows.div_ceil(per_component)).map(|n| format!("Unit {n:03}")).collect();
    let mut session =
        Session::create(path, &pack, &format!("{rows} rows"), signer(home)?).map_err(|p| format!("{p:?}"))?;
    for (field, value) in [
        ("object.roles", serde_json::json!(["integration", "maintenance"])),
        ("object.components", serde_json::json!(components)),
        ("claim.ml", serde_json::json!(2)),
    ] {
        session
            .perform(Request::SetCase { field: field.to_owned(), value, reason: None })
            .map_err(|p| format!("{p:?}"))?;
    }
    let mut made = 0;
    for component in &components {
        let mut events = Vec::new();
        for requirement in &checklist.requirements {
            for role in ["integration", "maintenance"] {
                made += 1;
                let row = RowKey {
                    requirement: requirement.id.clone(),
                    role: Some(role.to_owned()),
                    component: Some(component.clone()),
                };
                events.push(claim(row, made)?);
            }
        }
        session.append(events).map_err(|p| format!("{p:?}"))?;
    }
    session.close().map_err(|p| format!("{p:?}"))?;
    Ok(format!("{made} rows"))
}

fn claim(row: RowKey, line: u32) -> Result<NewEvent, Box<dyn std::error::Error>> {
    let cell = |column: &str, text: String| SourceCell { cell: format!("{column}{line}"), text, whole: None };
    let claim = ClaimSet {
        id: cell("A", row.requirement.clone()),
        response: Some(cell("D", if line.is_multiple_of(7) { "Partly" } else { "Yes" }.to_owned())),
        meaning: Some(if line.is_multiple_of(7) { "partial" } else { "met" }.to_owned()),
        evidence: vec![cell("E", format!("Procedure QP-{:04}, section {}", line % 311, line % 9 + 1))],
        comment: Some(cell(
            "F",
            format!("Maintained by team {}, reviewed in cycle {}.", line % 13, line % 5),
        )),
        declared: None,
        notes: Vec::new(),
        file: Digest::of(b"large").to_string(),
        file_name: "answers.xlsx".to_owned(),
        sheet: "Answers".to_owned(),
        line,
        row,
        supersedes: Vec::new(),
    };
    Ok(NewEvent { kind: kind::CLAIM_SET, payload: to_payload(&claim).map_err(|p| p.0)? })
}
