//! Containers and signed statements, made with keys out of key stores; judged by other people's programs where there are
//! some, and taken apart and put together wrongly.

mod key_stores;

use std::io::{Cursor, Read as _, Write as _};
use std::process::Command;
use std::{fs, path::Path};

use key_stores::{PASSPHRASE, Pki};
use signature::asice::{self, ContainerProblem as Problem, Entry, Limits, Signature, Writer};
use signature::cades::{self, Revocation, Trust, When};
use signature::dsse::{self, EnvelopeProblem, Statement, Subject};
use signature::keys::{FileKey, SignerKey, certificates_in};
use signature::{DocumentKey, timestamp};
use trail::Digest;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const AT: u64 = 1_790_000_000;

fn pki() -> (tempfile::TempDir, Pki) {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    (folder, pki)
}

fn keys(pki: &Pki) -> [FileKey; 3] {
    let (own, chain) = (pki.read("evaluator.pem"), pki.read("chain.pem"));
    let store = |name| FileKey::from_pkcs12(&pki.read(name), PASSPHRASE.as_bytes()).expect("opens");
    let evaluator =
        FileKey::from_pkcs8(&pki.read("evaluator.key"), Some(PASSPHRASE.as_bytes()), &[&own, &chain]);
    [evaluator.expect("opens"), store("reviewer.p12"), store("decision.p12")]
}

const FILES: [(&str, &str, &[u8]); 3] = [
    ("Prüfbericht r2.pdf", "application/pdf", b"%PDF-1.7 \0\x01 not really"),
    ("ELB-2026-014 r2.json", "application/json", b"{\"a\":[1,2,3]}"),
    ("evidence/1 & 2.txt", "text/plain; charset=utf-8", b"a line\n"),
];

fn entries() -> Vec<Entry> {
    let entry = |&(name, media_type, bytes): &(&str, &str, &[u8])| Entry {
        name: name.into(),
        media_type: media_type.into(),
        sha256: Digest::of(bytes),
    };
    FILES.iter().map(entry).collect()
}

fn container(keys: &[&dyn DocumentKey]) -> Vec<u8> {
    let (files, root) = (entries(), Some(FILES[0].0));
    let mut writer = Writer::new(Cursor::new(Vec::new())).expect("begins");
    for (entry, (_, _, bytes)) in files.iter().zip(FILES) {
        writer.add(entry, bytes, bytes.len() as u64).expect("added");
    }
    for (number, key) in (1..).zip(keys) {
        let signature = Signature::over(number, &files, root, *key, Some(AT)).expect("signs");
        writer.sign(&signature).expect("added");
    }
    writer.finish().expect("ends").into_inner()
}

fn check(bytes: &[u8]) -> Result<asice::Container, Problem> {
    asice::check(Cursor::new(bytes), &Limits::default())
}

#[test]
fn three_people_sign_one_container_and_openssl_agrees() {
    let (folder, pki) = pki();
    let keys = keys(&pki);
    let all: Vec<&dyn DocumentKey> = keys.iter().map(|key| key as &dyn DocumentKey).collect();
    let bytes = container(&all);
    assert_eq!(bytes, container(&all), "the same files, keys and time make the same bytes");
    assert_eq!(
        &bytes[30..69],
        b"mimetypeapplication/vnd.etsi.asic-e+zip",
        "what it is can be seen at a fixed place (EN 319 162-1, A.1)"
    );
    let found = check(&bytes).expect("whole");
    let names: Vec<_> = found.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, FILES.map(|(name, ..)| name), "the files come back by their names, in their order");
    assert_eq!(found.files, entries(), "with media types and digests");
    assert!(found.not_checked.is_empty(), "nothing else is in it");
    let roots = certificates_in(&pki.read("root.pem")).expect("read");
    let crls = [pki.read("root.crl"), pki.read("sub.crl")];
    let trust = Trust { anchors: &roots, certificates: &[], crls: &crls, now: AT };
    for (covering, who) in found.signatures.iter().zip(["Ada Example", "Rolf", "Bea Beispiel"]) {
        assert!(covering.left_out.is_empty() && covering.files.len() == 3, "{who} signed every file");
        let answer = covering.signature.answer(&trust);
        assert_eq!(answer.intact, Ok(()), "{who}: nothing was changed");
        let signer = answer.who.expect("a certificate");
        assert!(signer.subject.contains(who), "{who} signed in their place, not {}", signer.subject);
        let stranger = covering.signature.answer(&Trust { anchors: &[], ..trust });
        assert!(
            !stranger.who.expect("a certificate").chain.is_trusted(),
            "nobody is trusted who was not named"
        );
    }
    // The system's own programs unpack it, and openssl checks each signature over its manifest.
    fs::write(pki.path("bundle.asice"), &bytes).expect("written");
    let out = Command::new("python3")
        .current_dir(folder.path())
        .args(["-c", "import zipfile; z = zipfile.ZipFile('bundle.asice'); assert z.testzip() is None; z.extractall('out')"])
        .output()
        .expect("python3 is part of ./dev test");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    for (name, _, content) in FILES {
        assert_eq!(
            fs::read(folder.path().join("out").join(name)).expect("unpacked"),
            content,
            "{name} is as it was"
        );
    }
    for number in 1..=3 {
        let of = |name: &str, end: &str| format!("out/META-INF/{name}{number:03}.{end}");
        let (manifest, cms) = (of("ASiCManifest", "xml"), of("signature", "p7s"));
        let verify = [
            "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", &cms, "-content", &manifest,
            "-CAfile", "root.pem", "-purpose", "any", "-out", "signed",
        ];
        pki.openssl(&verify);
        let mut changed = fs::read(pki.path(&manifest)).expect("read");
        changed.push(b'\n');
        fs::write(pki.path(&manifest), changed).expect("written");
        assert!(
            !pki.try_openssl(&verify).status.success(),
            "openssl refuses a changed manifest of signer {number}"
        );
    }
}

#[test]
fn a_signer_and_a_time_stamp_come_later_and_touch_nothing_else() {
    let (_folder, pki) = pki();
    let [first, second, _] = keys(&pki);
    let one = container(&[&first]);
    let files = entries();
    let signature = Signature::over(2, &files[..2], None, &second, Some(AT)).expect("signs");
    let add = |from: &[u8], signature: &Signature| {
        asice::add_signature(Cursor::new(from), Cursor::new(Vec::new()), signature).map(Cursor::into_inner)
    };
    let two = add(&one, &signature).expect("added");
    assert!(two.starts_with(&one[..one.len() / 2]), "what lay in the archive lies where it lay");
    let found = check(&two).expect("whole");
    assert_eq!(found.signatures[1].left_out, [FILES[2].0], "what the second signer did not sign is named");

    let value = cades::signature_value(&signature.signature).expect("read");
    let reply = pki.stamp(&timestamp::request(&value, *b"assay-01").expect("a request"));
    let stamped = signature.with_time_stamp(&reply).expect("stamped");
    let three = add(&two, &stamped).expect("replaced");
    let found = check(&three).expect("whole");
    assert_eq!(found.signatures.len(), 2, "the time stamp is in the signature, not beside it");
    let roots = certificates_in(&pki.read("root.pem")).expect("read");
    let answer =
        found.signatures[1].signature.answer(&Trust { anchors: &roots, now: AT, ..Trust::default() });
    assert!(matches!(&answer.when, When::Stamped(stamp) if stamp.chain.is_trusted()), "{answer:?}");
    assert!(
        matches!(answer.revocation, Revocation::Unknown { .. }),
        "without lists nothing is known of revocation"
    );

    let other = Signature { number: 1, ..stamped.clone() };
    assert!(add(&two, &other).is_err(), "a signature takes no other's place");
    let fourth = Signature::over(4, &files, None, &second, Some(AT)).expect("signs");
    assert_eq!(add(&two, &fourth), Err(Problem::Number(4)), "numbers follow one another");
    let again = Signature::over(2, &files, None, &second, Some(AT)).expect("signs");
    assert_eq!(add(&two, &again), Err(Problem::Number(2)), "nor is a manifest replaced");
    let mut elsewhere = files;
    elsewhere[0].name = "elsewhere.pdf".into();
    let third = Signature::over(3, &elsewhere, None, &second, Some(AT)).expect("signs");
    assert_eq!(
        add(&two, &third),
        Err(Problem::Missing("elsewhere.pdf".into())),
        "nor a file signed that is not there"
    );
}

#[test]
fn what_may_not_be_written_is_not() {
    let (_folder, pki) = pki();
    let [key, ..] = keys(&pki);
    let files = entries();
    let over = |files: &[Entry], root| Signature::over(1, files, root, &key, None).map(|_| ());
    let named = |name: &str| vec![Entry { name: name.into(), ..files[0].clone() }];
    assert_eq!(over(&named("../a"), None), Err(Problem::Name("../a".into())), "a path out of the folder");
    let twice = [files.clone(), named("PRÜFBERICHT R2.PDF")].concat();
    assert_eq!(
        over(&twice, None),
        Err(Problem::Twice("PRÜFBERICHT R2.PDF".into())),
        "one file on some systems"
    );
    assert_eq!(
        over(&files, Some("gone")),
        Err(Problem::Missing("gone".into())),
        "a report that is not among the files"
    );
    assert!(over(&[], None).is_err(), "a signature over nothing");
    assert_eq!(
        Signature::over(1000, &files, None, &key, None),
        Err(Problem::Number(1000)),
        "numbers have three digits"
    );

    let writer = || Writer::new(Cursor::new(Vec::new())).expect("begins");
    assert_eq!(
        writer().finish().map(|_| ()),
        Err(Problem::NoSignature),
        "a container without a signature is a zip"
    );
    let changed = writer().add(&files[0], &b"other"[..], 5);
    assert_eq!(changed, Err(Problem::Changed(files[0].name.clone())), "other bytes than the entry names");
    let longer = writer().add(&files[0], FILES[0].2, 3);
    assert_eq!(longer, Err(Problem::Changed(files[0].name.clone())), "more bytes than were announced");
    let signature = Signature::over(1, &files, None, &key, None).expect("signs");
    assert_eq!(
        writer().sign(&signature),
        Err(Problem::Missing(files[0].name.clone())),
        "signed, but not added"
    );
}

/// The parts of an archive, to be changed and put together again.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>, CompressionMethod)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("read");
            (part.name().expect("a name").into_owned(), content, part.compression())
        })
        .collect()
}

fn zipped(parts: &[(String, Vec<u8>, CompressionMethod)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content, method) in parts {
        let options = SimpleFileOptions::default().compression_method(*method);
        if let Some(folder) = name.strip_suffix('/') {
            zip.add_directory(folder, options).expect("begun");
            continue;
        }
        zip.start_file(name.as_str(), options).expect("begun");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("ended").into_inner()
}

#[test]
fn a_container_that_was_tampered_with_is_refused_with_the_place() {
    let (_folder, pki) = pki();
    let [key, second, _] = keys(&pki);
    let good = container(&[&key, &second]);
    let whole = parts(&good);
    assert!(check(&zipped(&whole)).is_ok(), "put together again it is still one");
    type Parts = Vec<(String, Vec<u8>, CompressionMethod)>;
    let (stored, deflated) = (CompressionMethod::Stored, CompressionMethod::Deflated);
    let pdf = FILES[0].0.to_owned();
    let extra = |name: &str| (name.to_owned(), b"x".to_vec(), stored);
    let at = |name: &str| whole.iter().position(|part| part.0.ends_with(name)).expect("there");
    let manifest = String::from_utf8(whole[at("ASiCManifest001.xml")].1.clone()).expect("text");
    let with_manifest = |from: &str, to: &str| -> Parts {
        assert!(manifest.contains(from), "the case changes something: {from}");
        let mut all = whole.clone();
        all[at("ASiCManifest001.xml")].1 = manifest.replacen(from, to, 1).into_bytes();
        all
    };
    let without =
        |name: &str| -> Parts { whole.iter().filter(|part| !part.0.ends_with(name)).cloned().collect() };
    let first = "META-INF/ASiCManifest001.xml".to_owned();
    let bad = Problem::Manifest(first.clone());
    let mut cases: Vec<(&str, Parts, Problem)> = vec![
        (
            "a file no manifest names",
            [whole.clone(), vec![extra("more.txt")]].concat(),
            Problem::NotCovered("more.txt".into()),
        ),
        (
            "a file of that name in a folder",
            [whole.clone(), vec![extra(&format!("x/{pdf}"))]].concat(),
            Problem::NotCovered(format!("x/{pdf}")),
        ),
        ("a signed file taken out", without(&pdf), Problem::Missing(pdf.clone())),
        (
            "a manifest taken out",
            without("ASiCManifest002.xml"),
            Problem::Alone("META-INF/signature002.p7s".into()),
        ),
        ("a signature taken out", without("signature001.p7s"), Problem::Alone(first)),
        ("no media type", without("mimetype"), Problem::MediaType),
        ("the media type not first", [&whole[1..], &whole[..1]].concat(), Problem::MediaType),
        (
            "a name but for case",
            [whole.clone(), vec![extra("PRÜFBERICHT R2.pdf")]].concat(),
            Problem::Twice("PRÜFBERICHT R2.pdf".into()),
        ),
        (
            "a path upwards",
            [whole.clone(), vec![extra("a/../../b")]].concat(),
            Problem::Name("a/../../b".into()),
        ),
        (
            "an absolute path",
            [whole.clone(), vec![extra("/etc/passwd")]].concat(),
            Problem::Name("/etc/passwd".into()),
        ),
        ("a drive", [whole.clone(), vec![extra("C:\\x")]].concat(), Problem::Name("C:\\x".into())),
        (
            "a folder inside META-INF",
            [whole.clone(), vec![extra("META-INF/a/b")]].concat(),
            Problem::Name("META-INF/a/b".into()),
        ),
        (
            "META-INF by another case",
            [whole.clone(), vec![extra("meta-inf/x")]].concat(),
            Problem::Name("meta-inf/x".into()),
        ),
        ("another digest", with_manifest("<ds:DigestValue>", "<ds:DigestValue>AAAA"), bad.clone()),
        (
            "SHA-1",
            with_manifest(
                "http://www.w3.org/2001/04/xmlenc#sha256",
                "http://www.w3.org/2000/09/xmldsig#sha1",
            ),
            Problem::Algorithm("http://www.w3.org/2000/09/xmldsig#sha1".into()),
        ),
        (
            "a DTD",
            with_manifest("<asic:ASiCManifest", "<!DOCTYPE x [<!ENTITY e \"y\">]><asic:ASiCManifest"),
            bad.clone(),
        ),
        ("an unknown entity", with_manifest("MimeType=\"application/pdf\"", "MimeType=\"&e;\""), bad.clone()),
        ("another namespace", with_manifest("02918/v1.2.1#", "02918/v1.1.1#"), bad.clone()),
        ("two roots", with_manifest("</asic:ASiCManifest>", "</asic:ASiCManifest><a/>"), bad.clone()),
        ("cut off", with_manifest("</asic:ASiCManifest>", ""), bad.clone()),
        (
            "a critical extension",
            with_manifest(
                "</asic:ASiCManifest>",
                "<asic:ASiCManifestExtensions><asic:Extension Critical=\"true\"/></asic:ASiCManifestExtensions></asic:ASiCManifest>",
            ),
            bad.clone(),
        ),
        (
            "a signature of another manifest",
            with_manifest("signature001", "signature009"),
            Problem::Alone("META-INF/ASiCManifest001.xml".into()),
        ),
        (
            "a media type with more behind",
            {
                let mut all = whole.clone();
                all[0].1.push(b'\n');
                all
            },
            Problem::MediaType,
        ),
        (
            "a packed media type",
            {
                let mut all = whole.clone();
                all[0].2 = deflated;
                all
            },
            Problem::MediaType,
        ),
        (
            "a changed file",
            {
                let mut all = whole.clone();
                all[1].1[5] ^= 1;
                all
            },
            Problem::Changed(pdf.clone()),
        ),
        (
            "nothing but files",
            whole.iter().filter(|part| !part.0.starts_with("META")).cloned().collect(),
            Problem::NoSignature,
        ),
    ];
    cases.push((
        "a file renamed",
        {
            let mut all = whole.clone();
            all[1].0 = "other.pdf".into();
            all
        },
        Problem::Missing(pdf),
    ));
    for (what, parts, problem) in cases {
        assert_eq!(
            check(&zipped(&parts)).map(|_| ()),
            Err(problem),
            "{what} must be refused, with the place"
        );
    }
    let folder = zipped(&[whole.clone(), vec![("evidence/".into(), Vec::new(), stored)]].concat());
    assert!(check(&folder).is_ok(), "an empty folder is no file");
    let other =
        check(&zipped(&[whole.clone(), vec![extra("META-INF/manifest.xml")]].concat())).expect("read");
    assert_eq!(
        other.not_checked,
        ["META-INF/manifest.xml"],
        "what is not understood is named, not passed over"
    );

    // A changed manifest is whole in form; it is the signature that does not hold.
    let renamed = check(&zipped(&with_manifest(" Rootfile=\"true\"", ""))).expect("its form is whole");
    let roots = certificates_in(&pki.read("root.pem")).expect("read");
    let trust = Trust { anchors: &roots, now: AT, ..Trust::default() };
    let answer = renamed.signatures[0].signature.answer(&trust);
    assert_eq!(
        answer.intact,
        Err(cades::SignatureProblem::Digest),
        "the signature is over the manifest's bytes"
    );
    assert_eq!(renamed.signatures[1].signature.answer(&trust).intact, Ok(()), "the other one's still holds");

    for (what, bytes) in [
        ("bytes in front", [b"MZ", &good[..]].concat()),
        ("bytes behind", [&good[..], b"x"].concat()),
        ("a second archive behind", [&good[..], &zipped(&parts(&good))].concat()),
        ("cut off", good[..good.len() - 9].to_vec()),
        ("nothing", Vec::new()),
        ("no archive", b"PK but not really an archive at all".to_vec()),
    ] {
        assert!(check(&bytes).is_err(), "{what} must be refused");
    }
    // Every byte is a part's, the directory's or its end's; what may differ says nothing (a date, the rights of a file).
    let told = check(&good).expect("whole");
    for at in (0..good.len()).step_by(11) {
        let mut changed = good.clone();
        changed[at] ^= 0x10;
        if let Ok(found) = check(&changed) {
            let holds = found.signatures.iter().all(|one| one.signature.answer(&trust).intact.is_ok());
            assert!(
                !holds || (found.files == told.files && found.signatures.len() == 2),
                "byte {at} changed: what is said of the files must not differ while the signatures hold"
            );
        }
    }
}

#[test]
fn what_unpacks_without_end_is_refused_before_it_does() {
    let (_folder, pki) = pki();
    let [key, ..] = keys(&pki);
    let zeros = vec![0; 8 << 20];
    let file =
        Entry { name: "zeros.txt".into(), media_type: "text/plain".into(), sha256: Digest::of(&zeros) };
    let signature = Signature::over(1, std::slice::from_ref(&file), None, &key, None).expect("signs");
    let mut writer = Writer::new(Cursor::new(Vec::new())).expect("begins");
    writer.add(&file, &zeros[..], zeros.len() as u64).expect("added");
    writer.sign(&signature).expect("added");
    let bytes = writer.finish().expect("ends").into_inner();
    assert!(bytes.len() < 1 << 16, "it is small as long as it is packed: {}", bytes.len());
    let limits = |unpacked| asice::check(Cursor::new(&bytes), &Limits { unpacked }).map(|_| ());
    assert_eq!(limits(8 << 20), Ok(()), "within the limit it is read");
    assert_eq!(limits((8 << 20) - 1), Err(Problem::Size("zeros.txt".into())), "beyond it is not");
    // The directory and the part itself both say that it is smaller than it is.
    let mut lying = bytes.clone();
    let says = (8u32 << 20).to_le_bytes();
    while let Some(at) = lying.windows(4).position(|window| window == says) {
        lying[at..at + 4].copy_from_slice(&5u32.to_le_bytes());
    }
    assert!(
        asice::check(Cursor::new(&lying), &Limits::default()).is_err(),
        "a part that unpacks to more than it says"
    );
    let mut big = parts(&container(&[&key]));
    big.push(("META-INF/ASiCManifest002.xml".into(), vec![b' '; 5 << 20], CompressionMethod::Deflated));
    assert_eq!(
        check(&zipped(&big)).map(|_| ()),
        Err(Problem::Size("META-INF/ASiCManifest002.xml".into())),
        "a manifest without end"
    );
    let many: Vec<_> = (0..10_001).map(|n| (format!("{n}"), Vec::new(), CompressionMethod::Stored)).collect();
    assert_eq!(check(&zipped(&many)).map(|_| ()), Err(Problem::TooMany), "parts without end");
}

#[test]
fn a_detached_signature_over_any_file_is_what_openssl_verifies() {
    let (_folder, pki) = pki();
    let bytes: Vec<u8> =
        b"PK\x03\x04".iter().copied().chain((0..50_000u32).map(|n| (n % 251) as u8)).collect();
    fs::write(pki.path("result.xlsx"), &bytes).expect("written");
    let mut changed = bytes.clone();
    changed[40_000] ^= 1;
    fs::write(pki.path("changed.xlsx"), &changed).expect("written");
    for (key, name) in keys(&pki).iter().zip(["evaluator", "reviewer", "decision"]) {
        let digest = cades::digest(key.algorithm(), &[&bytes]);
        let signature = cades::sign(key, &digest, Some(AT)).expect("signs");
        fs::write(pki.path("result.p7s"), &signature).expect("written");
        let verify = |file: &str| {
            let args = [
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "result.p7s",
                "-content",
                file,
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-out",
                "signed",
            ];
            pki.try_openssl(&args).status.success()
        };
        assert!(verify("result.xlsx"), "{name}: openssl takes the signature over the workbook");
        assert!(!verify("changed.xlsx"), "{name}: and refuses one changed bit");
    }
}

const OSCAL: &[u8] = b"{ \"assessment-results\": { \"uuid\": \"a\", \"metadata\": { \"title\": \"Pr\xc3\xbcfung\", \"n\": 3 } } }\n";

#[test]
fn a_statement_holds_under_its_key_and_covers_its_file() {
    let (_folder, pki) = pki();
    for key in keys(&pki) {
        let own = SignerKey::from_info(&spki(&pki, &key)).expect("its public key");
        let envelope =
            dsse::sign(&Statement::oscal("result.json", OSCAL).expect("JSON"), &key).expect("signs");
        let statement = dsse::verify(envelope.as_bytes(), &own).expect("it holds");
        assert_eq!(statement.covers("result.json", OSCAL), Ok(()), "the file is the signed one");
        let spaced = String::from_utf8(OSCAL.to_vec()).expect("text").replace(": ", " :\n");
        assert_eq!(
            statement.covers("result.json", spaced.as_bytes()),
            Ok(()),
            "white space means nothing in JSON"
        );
        let other = String::from_utf8(OSCAL.to_vec()).expect("text").replace('3', "4");
        assert_eq!(
            statement.covers("result.json", other.as_bytes()),
            Err(EnvelopeProblem::Changed("result.json".into()))
        );
        assert_eq!(statement.covers("else.json", OSCAL), Err(EnvelopeProblem::Subject("result.json".into())));
        let stranger = SignerKey::from_info(&pki.openssl(&["x509", "-in", "other.pem", "-pubkey", "-noout"]));
        assert!(stranger.is_err(), "a public key in PEM is none in DER");
        for at in (0..envelope.len()).step_by(7) {
            let mut changed = envelope.clone().into_bytes();
            changed[at] ^= 1;
            // The key id is a hint and no more.
            let same = dsse::verify(&changed, &own).is_ok_and(|found| found == statement);
            assert!(same || dsse::verify(&changed, &own).is_err(), "byte {at} must not change what is said");
        }
        let bundle = Statement {
            subjects: FILES
                .iter()
                .map(|(name, _, bytes)| Subject { name: (*name).into(), sha256: Digest::of(bytes) })
                .collect(),
            predicate_type: dsse::BUNDLE_PREDICATE.into(),
            predicate: serde_json::json!({ "report": "ELB-2026-014" }),
        };
        let envelope = dsse::sign(&bundle, &key).expect("signs");
        let read = dsse::verify(envelope.as_bytes(), &own).expect("it holds");
        assert_eq!(read, bundle, "what was said comes back");
        assert_eq!(read.covers(FILES[0].0, FILES[0].2), Ok(()), "other files by their bytes");
    }
    assert!(
        matches!(Statement::oscal("a", b"{\"a\":1.5}"), Err(EnvelopeProblem::Json(_))),
        "fractions have no one form"
    );
}

fn spki(pki: &Pki, key: &dyn DocumentKey) -> Vec<u8> {
    let pem = dsse::public_key_pem(key.certificates().first().expect("its own")).expect("its certificate");
    fs::write(pki.path("own.pub.pem"), pem).expect("written");
    pki.openssl(&["pkey", "-pubin", "-in", "own.pub.pem", "-outform", "DER"])
}

/// The Python of `./dev test`, with other people's tools; without it, this says so and shows nothing.
fn tool(name: &str) -> Option<std::path::PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../out/venv/bin").join(name);
    let there = path.exists();
    if !there {
        eprintln!("{name} is not in out/venv: nothing was shown here");
    }
    there.then_some(path)
}

#[test]
fn trestle_accepts_the_envelope_and_refuses_a_changed_copy() {
    let Some(trestle) = tool("trestle") else { return };
    let (_folder, pki) = pki();
    fs::write(pki.path("result.json"), OSCAL).expect("written");
    for (key, name) in keys(&pki).iter().zip(["P-256", "RSA", "P-384"]) {
        let envelope =
            dsse::sign(&Statement::oscal("result.json", OSCAL).expect("JSON"), key).expect("signs");
        fs::write(pki.path("result.dsse.json"), envelope).expect("written");
        spki(&pki, key);
        let verify = |file: &str, more: &[&str]| {
            let mut command = Command::new(&trestle);
            command.args([
                "verify",
                "-f",
                file,
                "--signature",
                "result.dsse.json",
                "--public-key",
                "own.pub.pem",
                "--beta",
            ]);
            command.args(more).current_dir(&pki.folder).output().expect("trestle runs")
        };
        let out = verify("result.json", &[]);
        assert!(out.status.success(), "{name}: trestle accepts it: {}", String::from_utf8_lossy(&out.stdout));
        fs::write(pki.path("changed.json"), String::from_utf8_lossy(OSCAL).replace('3', "4"))
            .expect("written");
        let out = verify("changed.json", &["--subject-name", "result.json"]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
        assert!(
            !out.status.success() && said.contains("digest does not match"),
            "{name}: trestle refuses a changed copy for that reason: {said}"
        );
    }
}

#[test]
fn pyhanko_judges_the_detached_signature_valid_and_a_changed_file_invalid() {
    let Some(pyhanko) = tool("pyhanko") else { return };
    let (_folder, pki) = pki();
    fs::write(pki.path("result.xlsx"), b"PK\x03\x04 a workbook").expect("written");
    for (key, name) in keys(&pki).iter().zip(["P-256", "RSA", "P-384"]) {
        let digest = cades::digest(key.algorithm(), &[b"PK\x03\x04 a workbook"]);
        let signature = cades::sign(key, &digest, None).expect("signs");
        fs::write(pki.path("result.p7s"), &signature).expect("written");
        let validate = |file: &str| {
            let args = [
                "sign",
                "validate",
                "--pretty-print",
                "--detached",
                "result.p7s",
                "--trust",
                "root.pem",
                "--trust-replace",
                file,
            ];
            let out =
                Command::new(&pyhanko).args(args).current_dir(&pki.folder).output().expect("pyhanko runs");
            String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)
        };
        let said = validate("result.xlsx");
        assert!(said.contains("VALID") && !said.contains("INVALID"), "{name}: {said}");
        fs::write(pki.path("changed.xlsx"), b"PK\x03\x04 A workbook").expect("written");
        assert!(validate("changed.xlsx").contains("INVALID"), "{name}: a changed file is none");
    }
}
