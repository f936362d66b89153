//! Signed data of documents: made with keys that openssl holds, checked by openssl and by us, and refused where it should be.

mod pki;

use std::fs;

use pki::{Pki, Who, now, openssl};
use signature::cades::{self, Answer, Chain, Revocation, SignatureProblem, Trust, When, WhyUnknown};
use signature::timestamp::{self, StampProblem};

const CONTENT: &[u8] = b"what is signed";

fn made() -> (tempfile::TempDir, Pki) {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    (folder, pki)
}

fn signed(pki: &Pki, who: Who, at: Option<u64>) -> Vec<u8> {
    let key = pki.signer(who);
    let digest = cades::digest(signature::DocumentKey::algorithm(&key), &[CONTENT]);
    cades::sign(&key, &digest, at).expect("the key signs")
}

fn checked(pki: &Pki, cms: &[u8], content: &[u8]) -> Answer {
    let (anchors, crls) = (pki.root(), pki.crls());
    cades::check(
        cms,
        &[content],
        None,
        &Trust { anchors: &anchors, certificates: &[], crls: &crls, now: now() },
    )
}

#[test]
fn openssl_and_we_accept_what_each_kind_of_key_signed() {
    let (folder, pki) = made();
    for who in [Who::Evaluator, Who::Reviewer, Who::Decision] {
        let cms = signed(&pki, who, Some(now()));
        fs::write(folder.path().join("s.p7s"), &cms).unwrap();
        fs::write(folder.path().join("content"), CONTENT).unwrap();
        let verify =
            "cms -verify -binary -inform DER -in s.p7s -content content -CAfile root.crt -purpose any -cades";
        let out = openssl(folder.path(), &verify.split(' ').collect::<Vec<_>>());
        assert!(
            out.status.success(),
            "{who:?}: openssl accepts it: {}",
            String::from_utf8_lossy(&out.stderr)
        );
        fs::write(folder.path().join("content"), b"something else").unwrap();
        let out = openssl(folder.path(), &verify.split(' ').collect::<Vec<_>>());
        assert!(!out.status.success(), "{who:?}: and refuses other content");
        let answer = checked(&pki, &cms, CONTENT);
        assert_eq!(answer.intact, Ok(()), "{who:?}: nothing was changed");
        let signer = answer.who.expect("a certificate");
        assert!(signer.chain.is_trusted(), "{who:?}: the certificate leads to the root: {:?}", signer.chain);
        assert!(signer.subject.contains(who.name()), "{who:?}: and is the signer's: {}", signer.subject);
        assert!(matches!(answer.when, When::Claimed(_)), "the time is the signer's word: {:?}", answer.when);
        assert!(
            matches!(answer.revocation, Revocation::Good { .. }),
            "both lists are there: {:?}",
            answer.revocation
        );
        let other = checked(&pki, &cms, b"something else");
        assert_eq!(other.intact, Err(SignatureProblem::Digest), "{who:?}: other content has another digest");
    }
}

#[test]
fn a_time_stamp_goes_in_as_it_came_and_says_when() {
    let (_folder, pki) = made();
    let cms = signed(&pki, Who::Reviewer, None);
    let value = cades::signature_value(&cms).unwrap();
    let reply = pki.stamp(&value);
    let root = String::from_utf8(fs::read(pki.folder().join("root.crt")).unwrap()).unwrap();
    timestamp::check(&reply, &value, None, &root).expect("the reply is a stamp over the signature");
    let stamped = cades::with_time_stamp(&cms, &reply).unwrap();
    let token = &reply[9..];
    let found = stamped.windows(token.len()).filter(|window| *window == token).count();
    assert_eq!(found, 1, "the token stands in it byte for byte");
    let answer = checked(&pki, &stamped, CONTENT);
    assert_eq!(answer.intact, Ok(()), "the signature holds as before");
    let When::Stamped(stamp) = answer.when else { panic!("it is stamped: {:?}", answer.when) };
    assert!(stamp.chain.is_trusted(), "by an authority below the root: {:?}", stamp.chain);
    assert!(
        matches!(stamp.revocation, Revocation::Good { .. }),
        "which nobody revoked: {:?}",
        stamp.revocation
    );
    let again = cades::with_time_stamp(&stamped, &reply);
    assert_eq!(again, Err(SignatureProblem::Attribute), "a second stamp would be ambiguous");
    let other = cades::with_time_stamp(&cms, &pki.stamp(b"other"));
    assert_eq!(other, Err(SignatureProblem::Stamp(StampProblem::Imprint)), "a stamp over something else");
    let answer = checked(&pki, &cms, CONTENT);
    assert_eq!(answer.when, When::None, "without stamp and signing time nobody says when");
}

#[test]
fn who_and_revocation_are_answered_apart() {
    let (_folder, pki) = made();
    let chain = |answer: &Answer| answer.who.clone().expect("a certificate").chain;
    let server = checked(&pki, &signed(&pki, Who::Server, Some(now())), CONTENT);
    assert_eq!(server.intact, Ok(()), "a certificate for servers makes no signature untrue");
    assert_eq!(chain(&server), Chain::NotKnown(SignatureProblem::Usage), "but is not for documents");
    let expired = checked(&pki, &signed(&pki, Who::Expired, Some(now())), CONTENT);
    assert!(matches!(chain(&expired), Chain::NotKnown(SignatureProblem::Validity(_))), "{expired:?}");
    let claimed = checked(&pki, &signed(&pki, Who::Expired, Some(1_590_000_000)), CONTENT);
    assert!(chain(&claimed).is_trusted(), "valid at the time it claims, in 2020: {claimed:?}");
    assert_eq!(claimed.when, When::Claimed("2020-05-20T18:40:00Z".into()), "and says that this is a claim");
    let cms = signed(&pki, Who::Evaluator, Some(now()));
    let stranger = cades::check(&cms, &[CONTENT], None, &Trust { now: now(), ..Trust::default() });
    assert_eq!(stranger.intact, Ok(()), "whom one trusts does not matter to what was changed");
    assert_eq!(chain(&stranger), Chain::NotKnown(SignatureProblem::Path), "no one is trusted by default");
    let unknown = Revocation::Unknown { of: String::new(), why: WhyUnknown::NoPath };
    assert_eq!(stranger.revocation, unknown, "so nobody's list counts");
    let anchors = pki.root();
    let trust = Trust { anchors: &anchors, now: now(), ..Trust::default() };
    let without = cades::check(&cms, &[CONTENT], None, &trust);
    assert!(
        matches!(without.revocation, Revocation::Unknown { why: WhyUnknown::NoList, .. }),
        "no list, no answer: {:?}",
        without.revocation
    );
}

#[test]
fn a_revoked_certificate_was_good_before_if_a_stamp_shows_it() {
    let (_folder, pki) = made();
    let cms = signed(&pki, Who::Evaluator, Some(now() - 3600));
    let stamped = cades::with_time_stamp(&cms, &pki.stamp(&cades::signature_value(&cms).unwrap())).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    pki.revoke(Who::Evaluator);
    let claimed = checked(&pki, &cms, CONTENT);
    assert!(
        matches!(claimed.revocation, Revocation::Revoked { .. }),
        "a claimed time shows nothing: {claimed:?}"
    );
    let shown = checked(&pki, &stamped, CONTENT);
    assert!(matches!(shown.revocation, Revocation::Good { .. }), "stamped before it was revoked: {shown:?}");
    let late = signed(&pki, Who::Evaluator, None);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let late = cades::with_time_stamp(&late, &pki.stamp(&cades::signature_value(&late).unwrap())).unwrap();
    let late = checked(&pki, &late, CONTENT);
    assert!(matches!(late.revocation, Revocation::Revoked { .. }), "stamped after it was revoked: {late:?}");
}

#[test]
fn no_changed_byte_goes_unnoticed_and_none_makes_it_fail_badly() {
    let (_folder, pki) = made();
    let cms = signed(&pki, Who::Evaluator, Some(now()));
    let cms = cades::with_time_stamp(&cms, &pki.stamp(&cades::signature_value(&cms).unwrap())).unwrap();
    let (anchors, crls) = (pki.root(), pki.crls());
    let trust = Trust { anchors: &anchors, certificates: &[], crls: &crls, now: now() };
    let whole = cades::check(&cms, &[CONTENT], None, &trust);
    // The root is in the signed data and in the reader's hands: the copies in there may be anything.
    let root = &anchors[0];
    let copies = cms.windows(root.len()).enumerate().filter(|(_, window)| window == root);
    let copies: Vec<usize> = copies.map(|(from, _)| from).collect();
    let mut same = Vec::new();
    for at in 0..cms.len() {
        let mut changed = cms.clone();
        changed[at] ^= 0x04;
        let answer = cades::check(&changed, &[CONTENT], None, &trust);
        if answer == whole && !copies.iter().any(|from| (*from..from + root.len()).contains(&at)) {
            same.push(at);
        }
        let _ = cades::check(&cms[..at], &[CONTENT], None, &trust);
    }
    assert_eq!(same, Vec::<usize>::new(), "these bytes were changed, and the answer is the same");
}
