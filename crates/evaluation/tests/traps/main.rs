//! What an expert notices at once: one test for each trap that a pack or a rule can fall into, named after it.
//!
//! 32 traps are about service providers ([`provider`]), 44 about components ([`component`]). Each has a test
//! here. Where screens, reports, the trail or the import can fall into the same trap, that part is answered elsewhere:
//!
//! | Trap, and the part of it | Where it is answered |
//! |---|---|
//! | provider 1, component 4: no percentage in any text | `pages.rs` of report, `german.rs` of words |
//! | provider 13, component 17: spellings of ids in a workbook | evidence `ids/tests.rs`, `fixtures/vectors/ids.csv` |
//! | provider 14, component 40: a dossier brings its pinned pack along | `pinned` of workbench `session.rs` |
//! | provider 16, component 36: what an overview says beside what is so | `ui/src/series`, checklist `series.rs` |
//! | provider 21: the sampling statement in the report | report template `sections.typ`, section sampling |
//! | provider 22: who captured a file | the author of the event, `docs/formats/events.md` |
//! | provider 23: withheld bytes are said to be withheld, and why | dossier `recording.rs` |
//! | provider 25: a suggested id is never applied | evidence `slips_of_the_pen_are_suggested_…` |
//! | provider 27, component 35: reserved words in what we print; no logo | report `pages.rs`, `docs/wording.md` |
//! | provider 28: cut tail, full rewrite, canonical encoding | dossier `tampering.rs`, trail, `checkpoint.md` |
//! | provider 29: a name in a box is no signature | `pages.rs` of report, crate signature |
//! | provider 29: a computer's clock is a claim | trail `linking.rs`, `verify-limits` of the locales |
//! | provider 30: totals and digests of an issued report | `refusals.rs` of report, `sections.typ` |
//! | provider 31: no statement that a plant is secure | `report-validity-not-service_provider` of the locales |
//! | component 1, 3: seven levels, declared and capped, in the report | report `levels_are_seven_declared_and_capped` |
//! | component 2: no SL-T or SL-A as a result | `docs/wording.md` |
//! | component 42: the next revision of a report names the one before | workbench `reporting.rs` |
//! | component 43: earlier verdicts on screen and in the report | `ui/src/evaluation/History.svelte` |
//!
//! Not answered yet:
//!
//! | Trap | What is missing |
//! |---|---|
//! | provider 22 | an evidence entry has no section and does not say whether it is the original or a copy |
//! | provider 23 | a withheld file has no link to the redacted version that takes its place |
//! | component 23 | the pack asks for a comment on a high level of FR 5 without network role, no rule does |
//! | component 27 | nothing compares an item's version with the evaluated one, or warns of one file for all rows |
//! | component 41 | no field for the decision rule of ISO/IEC 17025 |
//! | component 43 | after a new build no rule says which rows have to be run again; review and decision lapse |

mod component;
mod desk;
mod provider;
