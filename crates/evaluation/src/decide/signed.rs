//! Recording what was signed outside the trail.

use alloc::{vec, vec::Vec};

use trail::Digest;

use super::{Context, NewEvent, Refusal, event};
use crate::event::{ReportSign, SIGNATURE_LEVELS, SIGNING_PLACES, kind};

impl Context<'_> {
    /// A signed file belongs to a report that was issued, and says of each signature whose it is. The signatures
    /// themselves were checked by whoever asks: here there are no bytes.
    pub(super) fn record_signed(&self, signed: ReportSign) -> Result<Vec<NewEvent>, Refusal> {
        let name = &signed.file.name;
        self.needs_admission(name)?;
        let issued = self.state.reports();
        let known =
            issued.iter().any(|r| r.value.number == signed.number && r.value.revision == signed.revision);
        if !known {
            return Err(Refusal::new("signed-not-issued", name)
                .with("number", &signed.number)
                .with("revision", signed.revision));
        }
        let digest = |text: &str| Digest::from_hex(text).is_some();
        let whole = digest(&signed.file.sha256)
            && !signed.signatures.is_empty()
            && signed.signatures.iter().all(|one| {
                SIGNING_PLACES.contains(&one.place.as_str())
                    && SIGNATURE_LEVELS.contains(&one.level.as_str())
                    && digest(&one.signature)
                    && digest(&one.certificate)
                    && (one.level == "B-B") == one.time.is_none()
            });
        if !whole {
            return Err(Refusal::new("signed-incomplete", name));
        }
        if self.state.signed_files().iter().any(|one| one.value.file.sha256 == signed.file.sha256) {
            return Err(Refusal::new("signed-recorded", name));
        }
        Ok(vec![event(kind::REPORT_SIGN, &signed)?])
    }
}
