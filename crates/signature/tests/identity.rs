//! Key files, notes and reports from the signer's side.

use proptest::prelude::*;
use signature::note::{Note, NoteProblem, NoteSignature};
use signature::report::{self, ReportFile, ReportKind, ReportStatement, Signed, Signer, StatementWhy};
use signature::{Identity, KeyProblem, verify_event};
use trail::checkpoint::Checkpoint;
use trail::{ChainId, Digest, DossierId};

const SALT: [u8; 16] = [1; 16];
const IV: [u8; 16] = [2; 16];

fn ada() -> Identity {
    Identity::new([1; 32])
}

fn bea() -> Identity {
    Identity::new([2; 32])
}

#[test]
fn a_key_file_opens_with_its_passphrase_and_no_other() {
    let pem = ada().to_pem(Some(b"correct horse"), &SALT, &IV).expect("a key file");
    assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), "{}", *pem);
    let opened = Identity::from_pem(&pem, Some(b"correct horse")).expect("opens");
    assert_eq!(opened.public_key(), ada().public_key(), "with the same key in it");
    for (passphrase, problem) in [
        (None, KeyProblem::NeedsPassphrase),
        (Some(&b""[..]), KeyProblem::WrongPassphrase),
        (Some(b"correct horsf"), KeyProblem::WrongPassphrase),
    ] {
        assert_eq!(Identity::from_pem(&pem, passphrase).unwrap_err(), problem, "{passphrase:?}");
    }
    let empty = ada().to_pem(Some(b""), &SALT, &IV).map(|_| ());
    assert_eq!(empty, Err(KeyProblem::EmptyPassphrase), "an empty passphrase protects nothing");
}

#[test]
fn a_plain_key_file_opens_without_or_with_a_passphrase() {
    let pem = ada().to_pem(None, &SALT, &IV).expect("a key file");
    for passphrase in [None, Some(&b"not needed"[..])] {
        let opened = Identity::from_pem(&pem, passphrase).expect("opens");
        assert_eq!(opened.public_key(), ada().public_key(), "with the same key in it");
    }
}

#[test]
fn what_is_no_key_file_is_refused() {
    let pem = ada().to_pem(None, &SALT, &IV).expect("a key file");
    let cases = [
        String::new(),
        "secret".to_owned(),
        pem.replace("PRIVATE", "PUBLIC"),
        pem.replace("PRIVATE KEY", "OPENSSH PRIVATE KEY"),
        pem.replace("-----END PRIVATE KEY-----\n", ""),
        pem.replacen('M', "!", 1),
        pem.replace("MC4C", "MC4D"),
    ];
    for case in cases {
        let problem = Identity::from_pem(&case, None).unwrap_err();
        assert_eq!(problem, KeyProblem::NotAKey, "{case}");
    }
}

#[test]
fn a_key_file_that_asks_for_gigabytes_is_refused_before_it_gets_them() {
    // PBES2 with scrypt, N = 2^40, r = 8, p = 1.
    let costly = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n\
        MIGXMFMGCSqGSIb3DQEFDTBGMCUGCSsGAQQB2kcECzAYBAgBAQEBAQEBAQIGAQAA\n\
        AAAAAgEIAgEBMB0GCWCGSAFlAwQBKgQQAgICAgICAgICAgICAgICAgRAAAAAAAAA\n\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n\
        AAAAAAAAAAAAAA==\n\
        -----END ENCRYPTED PRIVATE KEY-----\n";
    let problem = Identity::from_pem(costly, Some(b"x")).unwrap_err();
    assert_eq!(problem, KeyProblem::TooCostly, "the file may not choose our memory");
}

#[test]
fn the_secret_is_never_shown() {
    let secret = std::array::from_fn(|i| 0xa0 ^ i as u8);
    let shown = format!("{:?}", Identity::new(secret));
    assert!(!shown.contains(&Digest(secret).to_string()), "{shown}");
    assert!(shown.contains(&Identity::new(secret).public_key().to_string()), "{shown}");
}

#[test]
fn nothing_that_could_pass_for_an_event_is_signed_as_a_note() {
    let text = "assay-event-sig/v1\nand thirty-two bytes of an id..\n";
    let problem = ada().sign_note("a.example/1", text).unwrap_err();
    assert_eq!(problem, NoteProblem::LooksLikeEvent, "or a note could be cut into an event");
    for (name, text, problem) in [
        ("", "text\n", NoteProblem::Name),
        ("a b", "text\n", NoteProblem::Name),
        ("a+b", "text\n", NoteProblem::Name),
        ("a\u{a0}b", "text\n", NoteProblem::Name),
        ("a\nb", "text\n", NoteProblem::Name),
        ("a", "text", NoteProblem::Text),
        ("a", "", NoteProblem::Text),
        ("a", "te\rxt\n", NoteProblem::Text),
        ("a", "te\0xt\n", NoteProblem::Text),
    ] {
        assert_eq!(ada().sign_note(name, text).unwrap_err(), problem, "{name:?} {text:?}");
    }
}

#[test]
fn a_note_takes_a_hundred_signatures_and_no_more() {
    let mut note = Note::new("text\n").unwrap();
    let line = NoteSignature { name: "a".into(), key_id: [0; 4], bytes: vec![1] };
    for _ in 0..100 {
        note.push(line.clone()).expect("up to a hundred");
    }
    assert_eq!(note.push(line), Err(NoteProblem::TooMany), "a flood of lines is no note");
}

fn statement() -> ReportStatement {
    let dossier = DossierId([7; 16]);
    let chain = ChainId::of(&dossier, &ada().public_key());
    let signer = |name: &str, function: &str, by: Identity| Signer {
        name: name.into(),
        function: function.into(),
        key: by.public_key(),
    };
    let file = |name: &str| ReportFile { name: name.into(), sha256: Digest::of(name.as_bytes()), size: 1234 };
    ReportStatement {
        dossier,
        number: "ELB-2026-014".into(),
        kind: ReportKind::IndependentAssessment,
        revision: 1,
        data: Digest::of(b"data"),
        files: vec![file("report.pdf"), file("report.json"), file("report.xlsx")],
        checkpoint: Checkpoint {
            origin: Checkpoint::origin_for(&dossier, &chain),
            size: 99,
            root: Digest::of(b"root"),
        },
        signers: vec![signer("Ada Example", "evaluator", ada()), signer("Bea", "reviewer", bea())],
    }
}

#[test]
fn two_people_sign_a_report_one_after_the_other() {
    let text = statement().to_text().expect("a statement");
    let one = ada().sign_report("evaluator", &text).expect("the first signs the statement");
    let checked = report::check(&one).expect("a signed report");
    assert_eq!(checked.signers[0].1, Signed::Yes, "the first has signed");
    assert_eq!(checked.signers[1].1, Signed::Missing, "the second has not");
    assert!(!checked.is_signed_by_all(), "so it is not signed by all");
    let two = bea().sign_report("reviewer", &one).expect("the second adds a line");
    let checked = report::check(&two).expect("a signed report");
    assert!(checked.is_signed_by_all(), "now it is");
    assert_eq!(checked.statement, statement(), "and says what it said");
    assert!(two.starts_with(&one), "the first signature stays as it was");
    let stranger = Identity::new([3; 32]).sign_report("reviewer", &two);
    assert!(stranger.is_err(), "who is not listed does not sign");
    assert!(ada().sign_report("reviewer", &two).is_err(), "nor in another's function");
}

#[test]
fn a_statement_with_a_hidden_line_or_a_double_is_not_written() {
    type Change = fn(&mut ReportStatement);
    let cases: [(&str, Change); 10] = [
        ("number with a newline", |s| s.number = "1\nkind certification-body".into()),
        ("empty number", |s| s.number.clear()),
        ("revision 0", |s| s.revision = 0),
        ("no file", |s| s.files.clear()),
        ("file twice", |s| s.files[1].name = s.files[0].name.clone()),
        ("file name with a line", |s| s.files[0].name = "a\nfile b".into()),
        ("no signer", |s| s.signers.clear()),
        ("signer twice", |s| s.signers[1] = s.signers[0].clone()),
        ("function of two words", |s| s.signers[0].function = "lead evaluator".into()),
        ("origin with a space", |s| s.checkpoint.origin = "dossier x".into()),
    ];
    for (name, change) in cases {
        let mut changed = statement();
        change(&mut changed);
        assert!(changed.to_text().is_err(), "{name} must not be written");
    }
    let mut shifted = statement();
    shifted.signers[0].function = "lead evaluator".into();
    let why = shifted.to_text().unwrap_err().why;
    assert_eq!(why, StatementWhy::Unwritable, "it would read back as another function and name");
}

proptest! {
    #[test]
    fn a_signed_note_reads_back_and_a_changed_byte_is_noticed(
        text in "[ -~äß€\n]{0,40}", place in any::<prop::sample::Index>(), byte in 0_u8..128,
    ) {
        let text = format!("{text}\n");
        let signed = ada().sign_note("a.example/log", &text).expect("the text is allowed");
        let note = Note::parse(&signed).expect("it reads back");
        prop_assert_eq!(note.text(), text.as_str(), "the text as it was");
        prop_assert!(note.verify("a.example/log", &ada().public_key()), "and it holds");
        prop_assert!(!note.verify("a.example/log", &bea().public_key()), "for this key only");
        let mut changed = signed.clone().into_bytes();
        let place = place.index(changed.len());
        changed[place] = byte;
        let same = changed == signed.as_bytes();
        let holds = String::from_utf8(changed).ok().and_then(|text| Note::parse(&text).ok())
            .is_some_and(|note| note.verify("a.example/log", &ada().public_key()));
        prop_assert_eq!(holds, same, "byte {} of {:?} became {}", place, signed, byte);
    }

    #[test]
    fn a_flipped_bit_of_an_event_signature_is_noticed(id in any::<[u8; 32]>(), bit in 0_usize..512) {
        let id = Digest(id);
        let mut signature = ada().sign_event(&id);
        prop_assert!(verify_event(&ada().public_key(), &id, &signature), "it holds as made");
        signature.0[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!verify_event(&ada().public_key(), &id, &signature), "bit {}", bit);
    }
}
