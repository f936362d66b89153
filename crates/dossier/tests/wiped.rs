//! Keys and passphrases are gone from memory once they were let go. Alone in its program, so that no other
//! test has any.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;

use common::*;
use dossier::{Access, Dossier, Key, Locked, Opening};
use zeroize::{Zeroize as _, Zeroizing};

/// How often `needle`, which is given with each byte inverted so that it does not find itself, stands in
/// the writable memory of this program.
fn in_memory(inverted: &[u8]) -> usize {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let mut found = 0;
    let mut part = vec![0; 1 << 20];
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|mode| mode.starts_with("rw")))
    {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let (mut from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
        let buffer = part.as_ptr() as u64..part.as_ptr() as u64 + part.len() as u64;
        while from < to {
            let length = usize::try_from(to - from).unwrap().min(part.len());
            // What was read before must not be found again as the content of the buffer.
            let Ok(read) = memory.read_at(&mut part[..length], from) else { break };
            for (at, window) in part[..read].windows(inverted.len()).enumerate() {
                let is_own = buffer.contains(&(from + at as u64));
                if !is_own && window.iter().zip(inverted).all(|(byte, not)| *byte == !*not) {
                    found += 1;
                }
            }
            from += (read.max(1) as u64).saturating_sub(if read == part.len() { 128 } else { 0 });
        }
    }
    found
}

#[test]
fn keys_and_passphrases_are_wiped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let not = |bytes: &[u8]| -> Vec<u8> { bytes.iter().map(|byte| !byte).collect() };
    let passphrase_inverted = not(b"a passphrase that is nowhere else");
    let (raw_inverted, hex_inverted);
    {
        let mut passphrase = String::from_utf8(not(&passphrase_inverted)).unwrap();
        let key = Key::derive(&passphrase, [3; 16]).unwrap();
        let file = dossier::key::recovery::key_file(&key);
        let hex = file.lines().last().unwrap().strip_prefix("key ").unwrap();
        hex_inverted = not(hex.as_bytes());
        let raw: Zeroizing<Vec<u8>> = Zeroizing::new(
            (0..32).map(|n| u8::from_str_radix(hex.get(2 * n..2 * n + 2).unwrap(), 16).unwrap()).collect(),
        );
        raw_inverted = not(&raw);
        let locked = Locked::with(&path, Some(&key));
        let opening = Opening { dossier: id(), card: card("A. Example"), time: TIME };
        Dossier::create(locked, &opening, &Pen(1)).unwrap().close().unwrap();
        Dossier::open(locked, Access::Write).unwrap().close().unwrap();
        let dossier = Dossier::open(locked, Access::ReadOnly).unwrap();
        assert!(in_memory(&raw_inverted) > 0, "the search finds the key while it is in use");
        assert!(in_memory(&passphrase_inverted) > 0, "and the passphrase");
        assert!(in_memory(&hex_inverted) > 0, "and the key as a text");
        passphrase.zeroize();
        drop(dossier);
    }
    assert_eq!(in_memory(&passphrase_inverted), 0, "nothing of the passphrase is left");
    assert_eq!(in_memory(&raw_inverted), 0, "nor of the key");
    assert_eq!(in_memory(&hex_inverted), 0, "nor of its text, which SQLCipher was given");
}
