//! What stands about a certificate after it was granted.

use alloc::vec::Vec;

use super::{State, Valued};
use crate::event::{CertificateSet, SurveillancePlan, SurveillanceRecord};

impl State {
    /// States of the certificate that stand; several where they compete.
    #[must_use]
    pub fn certificate_states(&self) -> Vec<Valued<CertificateSet>> {
        self.values("certificate", "state")
    }

    /// The states of the certificate one after the other: the standing one, what it supersedes, and so on, first one
    /// first. Empty while there is none or several compete.
    #[must_use]
    pub fn certificate_course(&self) -> Vec<Valued<CertificateSet>> {
        self.course("certificate", "state")
    }

    /// The plan of surveillance.
    #[must_use]
    pub fn surveillance_plan(&self) -> Option<Valued<SurveillancePlan>> {
        self.value("surveillance", "plan")
    }

    /// Surveillances that took place, by date.
    #[must_use]
    pub fn surveillance_records(&self) -> Vec<Valued<SurveillanceRecord>> {
        let dates = self.of_prefix("surveillance:");
        dates.filter_map(|date| self.value(&alloc::format!("surveillance:{date}"), "record")).collect()
    }
}
