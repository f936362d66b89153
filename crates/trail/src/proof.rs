//! Proofs in the Merkle tree of RFC 6962: that a leaf is in it, and that an older tree is its beginning.
//!
//! Making them follows RFC 6962 sections 2.1.1 and 2.1.2; checking them follows RFC 9162 sections 2.1.3.2 and
//! 2.1.4.2, which needs no recursion and no leaves. Indexes and sizes count leaves; every hash is a [`Digest`].

use crate::Digest;
use crate::merkle::Fold;
use alloc::vec::Vec;

/// The tree hash over these leaf hashes.
fn root_of(leaves: &[Digest]) -> Digest {
    let mut fold = Fold::new();
    leaves.iter().for_each(|leaf| fold.push(leaf));
    fold.root()
}

/// The largest power of two below `size`, which is at least 2.
fn split(size: usize) -> usize {
    size.saturating_sub(1).checked_ilog2().map_or(0, |bits| 1 << bits)
}

/// The inclusion proof of the leaf at `index` in the tree over `leaves`: the sibling of the leaf first, the child of
/// the root last. `None` if there is no such leaf.
#[must_use]
pub fn inclusion(leaves: &[Digest], index: usize) -> Option<Vec<Digest>> {
    leaves.get(index)?;
    let (mut from, mut rest, mut at) = (leaves, Vec::new(), index);
    while from.len() > 1 {
        let (left, right) = from.split_at_checked(split(from.len()))?;
        if at < left.len() {
            rest.push(root_of(right));
            from = left;
        } else {
            rest.push(root_of(left));
            at = at.saturating_sub(left.len());
            from = right;
        }
    }
    rest.reverse();
    Some(rest)
}

/// The consistency proof between the tree over the first `old` of these leaves and the tree over all of them. Empty
/// where both are the same or the old one is empty. `None` if there are fewer leaves than `old`.
#[must_use]
pub fn consistency(leaves: &[Digest], old: usize) -> Option<Vec<Digest>> {
    leaves.get(..old)?;
    let (mut from, mut at, mut rest) = (leaves, old, Vec::new());
    // Whether the old tree is still a complete subtree on the left edge, whose hash the verifier has.
    let mut whole = true;
    if old == 0 {
        return Some(rest);
    }
    while at != from.len() {
        let (left, right) = from.split_at_checked(split(from.len()))?;
        if at <= left.len() {
            rest.push(root_of(right));
            from = left;
        } else {
            rest.push(root_of(left));
            at = at.saturating_sub(left.len());
            from = right;
            whole = false;
        }
    }
    if !whole {
        rest.push(root_of(from));
    }
    rest.reverse();
    Some(rest)
}

/// The root that follows from a leaf hash, its index, the size of the tree and an inclusion proof. `None` if the
/// proof is too short, too long, or the index outside the tree.
#[must_use]
pub fn root_from_inclusion(leaf: &Digest, index: u64, size: u64, proof: &[Digest]) -> Option<Digest> {
    let mut last = size.checked_sub(1).filter(|last| index <= *last)?;
    let (mut at, mut root) = (index, *leaf);
    for sibling in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            root = Digest::node(sibling, &root);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            root = Digest::node(&root, sibling);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    (last == 0).then_some(root)
}

/// Whether the tree of `size` leaves with `root` begins with the tree of `old` leaves with `old_root`.
#[must_use]
pub fn is_consistent(old: u64, old_root: &Digest, size: u64, root: &Digest, proof: &[Digest]) -> bool {
    if old == 0 {
        return proof.is_empty() && *old_root == Fold::new().root();
    }
    if old == size {
        return proof.is_empty() && old_root == root;
    }
    follows(old, old_root, size, proof).is_some_and(|roots| roots == (*old_root, *root))
}

/// Old and new root as they follow from the proof, for sizes 0 < `old` < `size`.
fn follows(old: u64, old_root: &Digest, size: u64, proof: &[Digest]) -> Option<(Digest, Digest)> {
    let (mut at, mut last) = (old.checked_sub(1)?, size.checked_sub(1).filter(|_| old < size)?);
    let mut path = proof.iter();
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    // A complete old tree is its own first node, which the proof then leaves out.
    let first = if old.is_power_of_two() { *old_root } else { *path.next()? };
    let (mut before, mut now) = (first, first);
    for hash in path {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            before = Digest::node(hash, &before);
            now = Digest::node(hash, &now);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            now = Digest::node(&now, hash);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    (last == 0).then_some((before, now))
}
