//! Anchors: what someone or something outside the dossier says of a checkpoint (`anchor/1`).
//!
//! The format is `docs/formats/anchors.md`. What is checked here needs nothing but the payload and the key of the
//! chain that the checkpoint is of; that the checkpoint is a true beginning of that chain is for whoever has the
//! dossier to check.

use base64ct::{Base64, Encoding as _};
use core::fmt;
use trail::checkpoint::Checkpoint;
use trail::json::Value;
use trail::{ChainId, Digest, DossierId, PublicKey};

use crate::cosignature::{Witness, WitnessProblem, countersign_name};
use crate::note::Note;
use crate::timestamp::{self, Stamp, StampProblem};

/// The kind of the event.
pub const KIND: &str = "anchor/1";

/// Most bytes of a time-stamp reply and of a certificate that an event holds.
pub const MOST_REPLY: usize = 24 << 10;

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The signed note, whole: the checkpoint, its author's signature, and others'.
    pub note: String,
    /// Who or what stands for it.
    pub form: Form,
}

/// Who or what stands for a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A1: the assessed party signed it too.
    Countersignature {
        /// Name of the person, as recorded.
        name: String,
        /// Organisation, as recorded.
        organisation: String,
        /// The key it was made with.
        key: PublicKey,
    },
    /// A2: an authority says when it existed (RFC 3161).
    Timestamp {
        /// The reply in DER, as it came.
        reply: Vec<u8>,
        /// The certificate it is checked against, PEM.
        ca: String,
    },
    /// A3: a witness cosigned it.
    Cosignature {
        /// The witness's key, as its operator publishes it.
        vkey: String,
    },
}

/// What an anchor shows, after everything in it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// Whose chain it is of.
    pub chain: ChainId,
    /// By whom, and when where that is known.
    pub by: By,
}

/// By whom a checkpoint is anchored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// A1.
    Party {
        /// Name, as recorded by the author of the event.
        name: String,
        /// Organisation, likewise.
        organisation: String,
        /// The key.
        key: PublicKey,
    },
    /// A2.
    Authority(Box<Stamp>),
    /// A3.
    Witness {
        /// The witness.
        witness: Witness,
        /// Seconds since 1970, by its clock.
        time: u64,
    },
}

impl By {
    /// `A1`, `A2` or `A3`.
    #[must_use]
    pub const fn level(&self) -> &'static str {
        match self {
            Self::Party { .. } => "A1",
            Self::Authority(_) => "A2",
            Self::Witness { .. } => "A3",
        }
    }
}

/// What is wrong with an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnchorProblem {
    /// The payload is not that of an anchor.
    Payload,
    /// The note is not a signed checkpoint of this dossier.
    Note,
    /// The author of the chain did not sign the checkpoint.
    Author,
    /// The counter-signature is not there or does not hold.
    Countersignature,
    /// It is by the author's own key, which says nothing that the checkpoint does not say already.
    OwnKey,
    /// The time stamp does not hold.
    Stamp(StampProblem),
    /// The cosignature does not hold.
    Witness(WitnessProblem),
}

impl AnchorProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Payload => "signature-anchor-payload",
            Self::Note => "signature-anchor-note",
            Self::Author => "signature-anchor-author",
            Self::Countersignature => "signature-anchor-countersignature",
            Self::OwnKey => "signature-anchor-own-key",
            Self::Stamp(problem) => problem.code(),
            Self::Witness(problem) => problem.code(),
        }
    }

    /// What the message names, empty where it names nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Stamp(problem) => problem.detail(),
            _ => String::new(),
        }
    }
}

impl fmt::Display for AnchorProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.detail())
    }
}

impl core::error::Error for AnchorProblem {}

/// The chain that a checkpoint is of, by its origin; `None` if it is not of this dossier.
#[must_use]
pub fn chain_of(checkpoint: &Checkpoint, dossier: &DossierId) -> Option<ChainId> {
    let chain = checkpoint.origin.rsplit_once('/').and_then(|(_, chain)| ChainId::from_hex(chain))?;
    (Checkpoint::origin_for(dossier, &chain) == checkpoint.origin).then_some(chain)
}

impl Anchor {
    /// The payload of `anchor/1`.
    #[must_use]
    pub fn to_payload(&self) -> Value {
        let text = |text: &str| Value::Text(text.to_owned());
        let mut fields = vec![("note", text(&self.note))];
        match &self.form {
            Form::Countersignature { name, organisation, key } => {
                fields.push(("form", text("countersignature")));
                fields.push(("name", text(name)));
                fields.push(("organisation", text(organisation)));
                fields.push(("key", text(&key.to_string())));
            }
            Form::Timestamp { reply, ca } => {
                fields.push(("form", text("timestamp")));
                fields.push(("reply", text(&Base64::encode_string(reply))));
                fields.push(("ca", text(ca)));
            }
            Form::Cosignature { vkey } => {
                fields.push(("form", text("cosignature")));
                fields.push(("vkey", text(vkey)));
            }
        }
        Value::map(fields)
    }

    /// Reads a payload of `anchor/1`.
    ///
    /// # Errors
    /// It has other fields than one of the three forms, or they are not in their form.
    pub fn read(payload: &Value) -> Result<Self, AnchorProblem> {
        let fields = payload.as_map().ok_or(AnchorProblem::Payload)?;
        let text = |name: &str| {
            payload.get(name).and_then(Value::as_text).map(str::to_owned).ok_or(AnchorProblem::Payload)
        };
        let (form, count) = match text("form")?.as_str() {
            "countersignature" => {
                let key = PublicKey::from_hex(&text("key")?).ok_or(AnchorProblem::Payload)?;
                (Form::Countersignature { name: text("name")?, organisation: text("organisation")?, key }, 5)
            }
            "timestamp" => {
                let reply = Base64::decode_vec(&text("reply")?).map_err(|_| AnchorProblem::Payload)?;
                (Form::Timestamp { reply, ca: text("ca")? }, 4)
            }
            "cosignature" => (Form::Cosignature { vkey: text("vkey")? }, 3),
            _ => return Err(AnchorProblem::Payload),
        };
        if fields.len() == count {
            Ok(Self { note: text("note")?, form })
        } else {
            Err(AnchorProblem::Payload)
        }
    }

    /// Checks note, author and form. `key_of` gives the key of a chain of this dossier.
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn check(
        &self,
        dossier: &DossierId,
        key_of: &dyn Fn(&ChainId) -> Option<PublicKey>,
    ) -> Result<Shown, AnchorProblem> {
        let note = Note::parse(&self.note).map_err(|_| AnchorProblem::Note)?;
        let checkpoint = Checkpoint::parse(note.text()).map_err(|_| AnchorProblem::Note)?;
        let chain = chain_of(&checkpoint, dossier).ok_or(AnchorProblem::Note)?;
        let author = key_of(&chain).ok_or(AnchorProblem::Note)?;
        if !note.verify(&checkpoint.origin, &author) {
            return Err(AnchorProblem::Author);
        }
        let by = match &self.form {
            Form::Countersignature { name, organisation, key } => {
                if *key == author {
                    return Err(AnchorProblem::OwnKey);
                }
                if !note.verify(&countersign_name(key), key) {
                    return Err(AnchorProblem::Countersignature);
                }
                By::Party { name: name.clone(), organisation: organisation.clone(), key: *key }
            }
            Form::Timestamp { reply, ca } => {
                let stamp =
                    timestamp::check(reply, self.note.as_bytes(), None, ca).map_err(AnchorProblem::Stamp)?;
                By::Authority(Box::new(stamp))
            }
            Form::Cosignature { vkey } => {
                let witness = Witness::parse(vkey).map_err(AnchorProblem::Witness)?;
                if witness.key == author {
                    return Err(AnchorProblem::OwnKey);
                }
                let time = witness.check(&note).map_err(AnchorProblem::Witness)?;
                By::Witness { witness, time }
            }
        };
        Ok(Shown { checkpoint, chain, by })
    }

    /// SHA-256 of the note's bytes, for naming it shortly.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self.note.as_bytes())
    }
}
