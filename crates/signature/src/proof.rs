//! One event for someone who has nothing else: C2SP `tlog-proof`, with body and signature as its extra data.

use base64ct::{Base64, Encoding as _};
use core::fmt;
use trail::checkpoint::Checkpoint;
use trail::json::{self, Value};
use trail::{ChainId, Digest, Event, PublicKey, Signature, base64, proof};

use crate::note::Note;
use crate::verify::verify_event;

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// A proof, read: what it says is a claim until [`Proof::check`] says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The event's body, the bytes that were hashed and signed.
    pub body: Vec<u8>,
    /// The author's signature over its id.
    pub signature: Signature,
    /// The key of the chain.
    pub key: PublicKey,
    /// The event's place in its chain, counted from 0.
    pub index: u64,
    /// The inclusion proof, the event's sibling first.
    pub hashes: Vec<Digest>,
    /// The signed checkpoint, whole.
    pub note: String,
}

/// Why a text is not a proof that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofProblem {
    /// This line, counted from 1, is not as the format wants it.
    Line(usize),
    /// The extra data is not body, key and signature of an event.
    Extra,
    /// The note is not a checkpoint of the event's own chain.
    Note,
    /// The key is not that of the chain.
    Key,
    /// The event's place is not the index.
    Index,
    /// The author's signature on the event is wrong.
    Signature,
    /// The author's signature on the checkpoint is wrong.
    NoteSignature,
    /// The checkpoint's root does not follow from the event.
    Root,
}

impl ProofProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Line(_) => "signature-proof-line",
            Self::Extra => "signature-proof-extra",
            Self::Note => "signature-proof-note",
            Self::Key => "signature-proof-key",
            Self::Index => "signature-proof-index",
            Self::Signature => "signature-proof-signature",
            Self::NoteSignature => "signature-proof-note-signature",
            Self::Root => "signature-proof-root",
        }
    }
}

impl fmt::Display for ProofProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        if let Self::Line(line) = self { write!(f, " line={line}") } else { Ok(()) }
    }
}

impl core::error::Error for ProofProblem {}

impl Proof {
    /// The proof as it is written to a file. The extra data is canonical JSON of `body` (text), `key` and `sig` (hex).
    ///
    /// # Errors
    /// The body is not UTF-8.
    pub fn to_text(&self) -> Result<String, ProofProblem> {
        let body = core::str::from_utf8(&self.body).map_err(|_| ProofProblem::Extra)?;
        let text = |text: &str| Value::Text(text.to_owned());
        let extra = Value::map([
            ("body", text(body)),
            ("key", text(&self.key.to_string())),
            ("sig", text(&self.signature.to_string())),
        ]);
        let extra = json::write(&extra).map_err(|_| ProofProblem::Extra)?;
        let mut proof = format!(
            "{FIRST_LINE}\nextra {}\nindex {}\n",
            Base64::encode_string(extra.as_bytes()),
            self.index
        );
        for hash in &self.hashes {
            proof += &base64::of(hash);
            proof.push('\n');
        }
        proof.push('\n');
        proof += &self.note;
        Ok(proof)
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// The first line that is not in its form, or extra data that is not an event's.
    pub fn parse(text: &str) -> Result<Self, ProofProblem> {
        let (head, note) = text.split_once("\n\n").ok_or(ProofProblem::Line(1))?;
        let mut lines = head.split('\n');
        if lines.next() != Some(FIRST_LINE) {
            return Err(ProofProblem::Line(1));
        }
        let extra = lines.next().and_then(|line| line.strip_prefix("extra ")).ok_or(ProofProblem::Line(2))?;
        let extra = Base64::decode_vec(extra).map_err(|_| ProofProblem::Line(2))?;
        let digits =
            lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(ProofProblem::Line(3))?;
        let index: u64 = digits.parse().map_err(|_| ProofProblem::Line(3))?;
        if index.to_string() != digits {
            return Err(ProofProblem::Line(3));
        }
        let hashes: Option<Vec<Digest>> = lines.map(base64::read).collect();
        let extra = json::parse(&extra).map_err(|_| ProofProblem::Extra)?;
        let field = |name: &str| extra.get(name).and_then(Value::as_text).ok_or(ProofProblem::Extra);
        let proof = Self {
            body: field("body")?.as_bytes().to_vec(),
            signature: Signature::from_hex(field("sig")?).ok_or(ProofProblem::Extra)?,
            key: PublicKey::from_hex(field("key")?).ok_or(ProofProblem::Extra)?,
            index,
            hashes: hashes.ok_or(ProofProblem::Line(4))?,
            note: note.to_owned(),
        };
        // One form: what stands beside the event in the extra data would pass for something that was checked.
        if proof.to_text().as_deref() == Ok(text) { Ok(proof) } else { Err(ProofProblem::Extra) }
    }

    /// Checks everything that can be checked without anything else: event, chain and key belong together; the author
    /// signed event and checkpoint; and the event is in the tree that the checkpoint states. Whose key it is, is not
    /// in it. Returns the event and the checkpoint.
    ///
    /// # Errors
    /// The first of these that is not so.
    pub fn check(&self) -> Result<(Event<'_>, Checkpoint, Note), ProofProblem> {
        let event = Event::read(&self.body).map_err(|_| ProofProblem::Extra)?;
        let note = Note::parse(&self.note).map_err(|_| ProofProblem::Note)?;
        let checkpoint = Checkpoint::parse(note.text()).map_err(|_| ProofProblem::Note)?;
        if checkpoint.origin != Checkpoint::origin_for(&event.dossier, &event.chain) {
            return Err(ProofProblem::Note);
        }
        if ChainId::of(&event.dossier, &self.key) != event.chain {
            return Err(ProofProblem::Key);
        }
        if event.seq != self.index {
            return Err(ProofProblem::Index);
        }
        if !verify_event(&self.key, &event.id, &self.signature) {
            return Err(ProofProblem::Signature);
        }
        if !note.verify(&checkpoint.origin, &self.key) {
            return Err(ProofProblem::NoteSignature);
        }
        let root = proof::root_from_inclusion(&event.id, self.index, checkpoint.size, &self.hashes);
        if root != Some(checkpoint.root) {
            return Err(ProofProblem::Root);
        }
        Ok((event, checkpoint, note))
    }
}
