//! The Merkle tree hash of RFC 6962 section 2.1, folded in O(log n) memory.

use crate::Digest;
use alloc::vec::Vec;

/// The tree over all leaves pushed so far: the roots of its complete subtrees, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    size: u64,
    complete: Vec<Digest>,
}

impl Fold {
    /// A tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a leaf by its leaf hash, which for an event is its id.
    pub fn push(&mut self, leaf_hash: &Digest) {
        let mut node = *leaf_hash;
        let mut size = self.size;
        // Each low one bit of the size is a complete subtree that the new leaf fills up.
        while size & 1 == 1 {
            if let Some(left) = self.complete.pop() {
                node = Digest::node(&left, &node);
            }
            size >>= 1;
        }
        self.complete.push(node);
        self.size = self.size.saturating_add(1);
    }

    /// How many leaves were pushed.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The tree hash; of no leaves it is the SHA-256 of nothing.
    #[must_use]
    pub fn root(&self) -> Digest {
        let right_to_left = self.complete.iter().rev().copied();
        right_to_left.reduce(|right, left| Digest::node(&left, &right)).unwrap_or_else(|| Digest::of(&[]))
    }
}
