//! Signing an issued report: who signs, whose turn it is, and what is written and recorded when one does.

use signature::report::ReportKind as NoteKind;
use words::Words;
use zeroize::Zeroizing;

use super::{Desk, report::newest, types::*};
use crate::{
    Problem,
    document_key::{self, KeyPlace},
    reporting,
    signing::{self, Evidence, Hand, OnDisk, Place, SignedNow},
    stamping::{Authority, Stamping},
};

pub(super) fn places(desk: &Desk, asked: ChosenFile) -> Result<PlacesView, Problem> {
    view(desk, &OnDisk::read(&desk.files.path(&asked.file)?)?)
}

fn view(desk: &Desk, report: &OnDisk) -> Result<PlacesView, Problem> {
    let key = desk.home.document_key()?;
    let mine = desk.home.card().map(|card| card.key).unwrap_or_default();
    let places = signing::places(report)?;
    let turns = turns(&places, &mine, key.is_some());
    let statement = report.statement();
    Ok(PlacesView {
        number: statement.number.clone(),
        revision: statement.revision,
        kind: kind(statement.kind).to_owned(),
        places: places.into_iter().zip(turns).map(|(place, turn)| shown(place, &mine, turn)).collect(),
        key: key.map(|place| DocumentKeyView {
            kind: match &place {
                KeyPlace::KeyFile { .. } => "file",
                KeyPlace::KeyStore { .. } => "store",
                KeyPlace::Token { .. } => "token",
            }
            .to_owned(),
            shown: place.shown(),
        }),
        stamp: authority(desk)?.is_some(),
        recorded_here: records(desk, report).is_ok(),
    })
}

/// The note writes kinds with hyphens, the dossier with underscores.
const fn kind(kind: NoteKind) -> &'static str {
    use evaluation::case::ReportKind;
    match kind {
        NoteKind::SelfDeclaration => ReportKind::SelfDeclaration.code(),
        NoteKind::IndependentAssessment => ReportKind::IndependentAssessment.code(),
        NoteKind::CertificationBody => ReportKind::CertificationBody.code(),
    }
}

fn shown(place: Place, mine: &str, turn: bool) -> PlaceView {
    PlaceView {
        me: place.key == mine,
        place: place.place,
        name: place.name,
        noted: place.noted,
        signed: place.signed.map(|by| SignedView { subject: by.subject, level: by.level, time: by.time }),
        turn,
    }
}

/// Which places this key can sign now. In the PDF everyone before has signed; the note has no order.
fn turns(places: &[Place], mine: &str, with_key: bool) -> Vec<bool> {
    let mut all_before = true;
    let turn = |place: &Place| {
        let missing = !place.noted || (with_key && place.signed.is_none());
        let turn = place.key == mine && missing && (all_before || !with_key);
        all_before &= place.signed.is_some();
        turn
    };
    places.iter().map(turn).collect()
}

/// The first who must sign before this key can.
fn its_turn(places: &[Place], mine: &str) -> Result<(), Problem> {
    match places.iter().find(|place| place.signed.is_none()) {
        Some(first) if first.key != mine && places.iter().any(|p| p.key == mine && p.signed.is_none()) => {
            Err(Problem::new("sign-not-your-turn").with("name", &first.name).with("place", &first.place))
        }
        _ => Ok(()),
    }
}

fn authority(desk: &Desk) -> Result<Option<Authority>, Problem> {
    match Stamping::of(&desk.home).authority() {
        Ok(authority) => Ok(Some(authority)),
        Err(problem) if problem.code == "stamp-no-authority" => Ok(None),
        Err(problem) => Err(problem),
    }
}

pub(super) fn sign(desk: &Desk, asked: SignAsk) -> Result<SignDone, Problem> {
    let path = desk.files.path(&asked.file)?;
    let secret = asked.secret.map(Zeroizing::new);
    let signer = desk.signer()?;
    let report = OnDisk::read(&path)?;
    let Some(place) = desk.home.document_key()? else {
        let unsigned = reporting::sign(&signer, &path)?;
        let now = view(desk, &OnDisk::read(&path)?)?;
        return Ok(done(SignedNow::default(), unsigned, now));
    };
    let before = signing::places(&report)?;
    let mine = signer.card.key.clone();
    its_turn(&before, &mine)?;
    // What can be refused comes first: a wrong passphrase leaves everything as it was.
    let authority = if asked.stamp { Some(Stamping::of(&desk.home).authority()?) } else { None };
    let needed = || Problem::new("signature-document-key-needs-passphrase").with("path", place.shown());
    let key = document_key::open(&place, &mut || secret.clone().ok_or_else(needed))?;
    let words = Words::load(&asked.language);
    let hand = Hand { signer: &signer, key: key.as_ref(), stamp: authority.as_ref(), words: &words };
    let note_open = before.iter().any(|place| place.key == mine && !place.noted);
    let signed = match signing::sign(&report, &hand) {
        // The PDF was signed before, and the note was not.
        Err(problem) if problem.code == "sign-nothing-open" && note_open => SignedNow::default(),
        other => other?,
    };
    // From here on the signature stands; what fails now is told beside it.
    let mut later = Vec::new();
    let unsigned = reporting::sign(&signer, &path).unwrap_or_else(|problem| {
        later.push(Trouble::from(problem));
        Vec::new()
    });
    let report = OnDisk::read(&path)?;
    let now = view(desk, &report)?;
    let mut done = done(signed, unsigned, now);
    if done.now.places.iter().all(|place| place.signed.is_some()) {
        match signing::bundle(&report, None, Evidence::Listed, &hand) {
            Ok(path) => done.files.push(path.display().to_string()),
            Err(problem) => later.push(Trouble::from(problem)),
        }
    }
    match record(desk, &report) {
        Ok(changed) => done.changed = Some(changed),
        Err(problem) => later.push(Trouble::from(problem)),
    }
    done.later = later;
    Ok(done)
}

fn done(signed: SignedNow, unsigned: Vec<String>, now: PlacesView) -> SignDone {
    SignDone {
        unsigned,
        places: signed.places,
        now,
        files: signed.files.iter().map(|path| path.display().to_string()).collect(),
        stamped: signed.stamped,
        ended: signed.certificate_ended,
        later: Vec::new(),
        changed: None,
    }
}

/// Whether the open dossier issued this report and can record what is signed.
fn records(desk: &Desk, report: &OnDisk) -> Result<(), Problem> {
    let elsewhere = || Problem::new("sign-not-recorded").with("number", &report.statement().number);
    desk.recording(|open| {
        let statement = report.statement();
        let data = statement.data.to_string();
        let issued = open.id() == statement.dossier
            && open.session.state().reports().iter().any(|one| one.value.data == data);
        if issued { Ok(()) } else { Err(elsewhere()) }
    })
}

fn record(desk: &Desk, report: &OnDisk) -> Result<Changed, Problem> {
    records(desk, report)?;
    desk.recording(|open| {
        signing::record(&mut open.session, report)?;
        // What was signed stands in the trail for good and can't be taken back.
        let newest = newest(open);
        open.changed(&newest, Some(Default::default()), Vec::new())
    })
}

#[cfg(test)]
mod tests {
    use evaluation::event::SignedBy;

    use super::*;

    fn place(place: &str, key: &str, noted: bool, signed: bool) -> Place {
        let by = SignedBy {
            place: place.to_owned(),
            signature: String::new(),
            subject: String::new(),
            certificate: String::new(),
            level: "B-B".to_owned(),
            time: None,
        };
        Place {
            place: place.to_owned(),
            name: format!("Name of {key}"),
            key: key.to_owned(),
            noted,
            signed: signed.then_some(by),
        }
    }

    #[test]
    fn only_the_own_place_whose_turn_it_is_can_be_signed() {
        let places = [
            place("evaluator", "e", true, false),
            place("reviewer", "r", false, false),
            place("decision_maker", "d", false, false),
        ];
        assert_eq!(turns(&places, "e", true), [true, false, false], "the PDF lacks the first, noted or not");
        assert_eq!(turns(&places, "r", true), [false; 3], "the evaluator signs before");
        assert_eq!(turns(&places, "r", false), [false, true, false], "the note alone has no order");
        assert_eq!(turns(&places, "x", true), [false; 3], "who is not listed signs nowhere");
        assert_eq!(turns(&places, "", true), [false; 3], "an installation without an identity neither");
        let code = its_turn(&places, "r").expect_err("out of turn").code;
        assert_eq!(code, "sign-not-your-turn", "nothing is opened or written out of turn");
        assert_eq!(its_turn(&places, "e"), Ok(()), "the first may");
    }

    #[test]
    fn who_has_signed_both_has_nothing_left_and_who_lacks_the_note_has() {
        let both = [place("evaluator", "e", true, true), place("reviewer", "r", false, false)];
        assert_eq!(turns(&both, "e", true), [false, false], "both are there");
        assert_eq!(turns(&both, "r", true), [false, true], "then it is the next one's turn");
        let pdf_only = [place("evaluator", "e", false, true)];
        assert_eq!(turns(&pdf_only, "e", true), [true], "the note is still missing");
        assert_eq!(its_turn(&both, "e"), Ok(()), "having signed is not being out of turn");
    }
}
