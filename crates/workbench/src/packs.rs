//! The checklists that ship with the program.

use std::sync::OnceLock;

use checklist::{
    Checklist, Confidence,
    guidance::{Guidance, RowGuidance},
};

use crate::Problem;

/// One shipped pack: its id, the short name used on the command line, its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// Checklist id.
    pub id: &'static str,
    /// Part of the series it evaluates against.
    pub part: &'static str,
    /// The pack file.
    pub bytes: &'static [u8],
    /// The guidance for its rows; `None` where that of another edition serves.
    pub guidance: Option<&'static [u8]>,
}

/// All shipped packs.
pub const PACKS: [Pack; 4] = [
    Pack {
        id: "iec-62443-4-2-2019",
        part: "4-2",
        bytes: include_bytes!("../../../checklists/iec-62443-4-2-2019/pack.json"),
        guidance: Some(include_bytes!("../../../checklists/iec-62443-4-2-2019/guidance.json")),
    },
    Pack {
        id: "iec-62443-2-4-2023",
        part: "2-4",
        bytes: include_bytes!("../../../checklists/iec-62443-2-4-2023/pack.json"),
        guidance: Some(include_bytes!("../../../checklists/iec-62443-2-4-2023/guidance.json")),
    },
    Pack {
        id: "iec-62443-2-4-2015",
        part: "2-4 edition 1",
        bytes: include_bytes!("../../../checklists/iec-62443-2-4-2015/pack.json"),
        guidance: None,
    },
    Pack {
        id: "iec-62443-4-1-2018",
        part: "4-1",
        bytes: include_bytes!("../../../checklists/iec-62443-4-1-2018/pack.json"),
        guidance: Some(include_bytes!("../../../checklists/iec-62443-4-1-2018/guidance.json")),
    },
];

/// The standards register that ships with the program.
pub const SERIES: &[u8] = include_bytes!("../../../checklists/series.json");

/// The pack of that id, or of that part of the series.
///
/// # Errors
/// `pack-unknown`, with the names there are.
pub fn find(name: &str) -> Result<Pack, Problem> {
    let known = || PACKS.iter().map(|p| format!("{} ({})", p.part, p.id)).collect::<Vec<_>>().join(", ");
    PACKS
        .into_iter()
        .find(|p| p.id == name || p.part == name)
        .ok_or_else(|| Problem::new("pack-unknown").with("name", name).with("known", known()))
}

/// Reads a pack's bytes.
///
/// # Errors
/// `pack-damaged` with the first place and reason; the loader's other problems follow in `more`.
pub fn read(bytes: &[u8]) -> Result<Checklist, Problem> {
    Checklist::parse(bytes).map_err(|problems| {
        let problems = problems.iter().map(|p| Problem::new("pack-damaged").with("why", p)).collect();
        Problem::all(problems).unwrap_or_else(|| Problem::new("pack-damaged").with("why", ""))
    })
}

/// The shipped guidance for a row, and how sure it is there. Guidance is written for one edition of a document. Where the
/// row is another one there, the reading is shown for what it is worth, as unsure. Read once for each pack and kept.
#[must_use]
pub fn guidance(checklist: &Checklist, row: &str) -> Option<(&'static RowGuidance, Confidence)> {
    static READ: OnceLock<Vec<(Checklist, Guidance)>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let whole = |pack: Pack| {
            let checklist = Checklist::parse(pack.bytes).ok()?;
            let guidance = Guidance::parse(pack.guidance?, &checklist).ok()?;
            Some((checklist, guidance))
        };
        PACKS.into_iter().filter_map(whole).collect()
    });
    let own = checklist.requirement(row)?;
    let (shipped, guidance) = read.iter().find(|(shipped, _)| shipped.document == checklist.document)?;
    let found = guidance.row(row)?;
    let same = shipped.requirement(row)?.digest == own.digest;
    Some((found, if same { found.confidence } else { Confidence::Low }))
}
