//! The register of the series.

use serde::Serialize;
use ts_rs::TS;

/// The register of the IEC 62443 series.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SeriesView {
    /// As of which date.
    pub as_of: String,
    /// Sources.
    pub sources: Vec<String>,
    /// Tiers with their documents.
    pub tiers: Vec<TierView>,
    /// The three phases of the lifecycle, each with where it leads.
    pub phases: Vec<PhaseView>,
}

/// A phase of the lifecycle and what belongs to it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PhaseView {
    /// `assess`, `develop` or `maintain`.
    pub code: String,
    /// Documents used in it.
    pub documents: u32,
    /// Checklists that serve one of them.
    pub checklists: Vec<super::PackInfo>,
    /// Dossiers opened before that evaluate against one of them.
    pub dossiers: Vec<super::Recent>,
}

/// A tier of the series.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TierView {
    /// Number.
    pub number: u8,
    /// Label.
    pub label: String,
    /// Its documents.
    pub documents: Vec<DocumentView>,
}

/// A document of the series: what an overview states and what is really there.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DocumentView {
    /// Id, `62443-4-2`.
    pub id: String,
    /// Title in the overview.
    pub overview_title: String,
    /// Type in the overview.
    pub overview_type: String,
    /// Status in the overview.
    pub overview_status: String,
    /// Lifecycle phase in the overview.
    pub overview_phase: Option<String>,
    /// Real designation.
    pub designation: Option<String>,
    /// Real title.
    pub title: Option<String>,
    /// Note on the title.
    pub title_note: Option<String>,
    /// Real type.
    pub document_type: Option<String>,
    /// Real status.
    pub status: String,
    /// Edition.
    pub edition: Option<String>,
    /// Lifecycle phase.
    pub phase: Option<String>,
    /// Where overview and reality differ: `title`, `type`, `status`, `lifecycle_phase`.
    pub differs: Vec<String>,
    /// `component`, `system`, `organisation` or another code.
    pub certification_scope: String,
    /// What a conformity assessment against it certifies.
    pub certifies: Option<String>,
    /// Whether and how it can be assessed.
    pub assessable: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// Why.
    pub confidence_note: Option<String>,
    /// Codes of the phases in which it is used.
    pub phases: Vec<String>,
    /// Checklists in Assay that serve it.
    pub checklists: Vec<String>,
}
