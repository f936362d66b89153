//! Checking the proof of one entry, and words that were read from paper.

use std::path::Path;

use dossier::verify::Report;
use dossier::{Access, Dossier};
use signature::proof::Proof;
use signature::spoken;
use trail::ChainId;
use trail::json::Value;
use trail::merkle::Fold;

use crate::answer::{Answer, Said};
use crate::dossiers::read_text;
use crate::reports::hash;

/// A `.tlog-proof`, and the evidence that its entry names where that is given.
pub(crate) fn answer(path: &Path, evidence: Option<&Path>) -> Answer {
    check(path, evidence).unwrap_or_else(|answer| answer)
}

fn check(path: &Path, evidence: Option<&Path>) -> Result<Answer, Answer> {
    let wrong = |code: &str| Answer::wrong("verify-proof", path).with("why", code);
    let text = read_text(path)?;
    let proof = Proof::parse(&text).map_err(|problem| wrong(problem.code()))?;
    let (event, checkpoint, _) = proof.check().map_err(|problem| wrong(problem.code()))?;
    let payload = event.payload().map_err(|_| wrong("signature-proof-extra"))?;
    let mut checked = vec![
        Said::new("verify-ok-proof-event")
            .with("kind", event.kind)
            .with("id", event.id)
            .with("seq", event.seq)
            .with("chain", event.chain)
            .with("time", event.time)
            .with("dossier", event.dossier),
        Said::new("verify-ok-proof-key").with("key", proof.key),
        Said::new("verify-ok-proof-note").with("size", checkpoint.size).with("root", checkpoint.root),
    ];
    let named = payload.get("sha256").and_then(Value::as_text);
    match (named, evidence) {
        (Some(named), Some(file)) => {
            let (found, size) = hash(file).map_err(|problem| Answer::unreadable(file, &problem))?;
            if found.to_string() != named {
                return Err(Answer::wrong("verify-proof-evidence", file)
                    .with("named", named)
                    .with("found", found));
            }
            checked.push(Said::new("verify-ok-proof-evidence").with("sha256", named).with("size", size));
        }
        (Some(named), None) => checked.push(Said::new("verify-ok-proof-names").with("sha256", named)),
        (None, Some(file)) => return Err(Answer::wrong("verify-proof-no-evidence", file)),
        (None, None) => {}
    }
    Ok(Answer::Ok { checked, remarks: Vec::new(), limits: vec![Said::new("verify-limits-proof")] })
}

/// Whether words stand for the root of one of the dossier's chains, at `size` or at any size.
pub(crate) fn words(path: &Path, report: &Report, said: &str, size: Option<u64>) -> Result<Said, Answer> {
    let wrong = |code: &str| Answer::wrong(code, path);
    let words = spoken::read(said).ok_or_else(|| wrong("verify-words-unreadable"))?;
    let mut trees: Vec<(ChainId, Fold)> = report
        .chains
        .iter()
        .filter(|head| head.forked_at.is_none())
        .map(|head| (head.chain, Fold::new()))
        .collect();
    let dossier = Dossier::open(path, Access::ReadOnly)?;
    let mut found = None;
    dossier.each_event(0..u64::MAX, &mut |stored| {
        let chain = stored.event().ok().map(|event| event.chain);
        let tree = trees.iter_mut().find(|(of, _)| Some(*of) == chain);
        if let (None, Some((chain, tree))) = (&found, tree) {
            tree.push(&stored.id);
            let is_wanted = size.is_none_or(|size| tree.size() == size);
            if is_wanted && spoken::words(&tree.root()) == words {
                found = Some((*chain, tree.size(), tree.root()));
            }
        }
        Ok(())
    })?;
    match found {
        Some((chain, size, root)) => {
            Ok(Said::new("verify-ok-words").with("size", size).with("chain", chain).with("root", root))
        }
        None => {
            Err(wrong("verify-words-differ")
                .with("size", size.map_or_else(|| "–".to_owned(), |n| n.to_string())))
        }
    }
}
