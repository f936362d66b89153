//! How much a workbook may ask of this machine.

use serde::{Deserialize, Serialize};

/// The limits a workbook must stay within; the defaults leave room for every harmless file seen
/// (see `docs/formats/import.md`, "Limits").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Size of the file itself, in bytes.
    pub file_bytes: u64,
    /// All parts of an archive together after unpacking, in bytes.
    pub unpacked_bytes: u64,
    /// Unpacked : packed of one part; applied to parts that unpack to more than 1 MiB.
    pub part_ratio: u64,
    /// Sheets of a workbook, hidden ones included.
    pub sheets: usize,
    /// Non-empty cells of a workbook, counted while reading; stated dimensions are not believed.
    pub cells: u64,
    /// Length of one cell's text in UTF-16 units, as spreadsheet programs count (32,767 is their own maximum).
    pub cell_text: usize,
    /// All texts of a workbook together, in bytes of UTF-8.
    pub text_bytes: u64,
    /// Address space of the reader process, in bytes.
    pub memory_bytes: u64,
    /// Wall-clock time of the reader process, in seconds; its CPU time is held to the same number.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 256 << 20,
            unpacked_bytes: 256 << 20,
            part_ratio: 200,
            sheets: 100,
            cells: 2_000_000,
            cell_text: 32_767,
            text_bytes: 512 << 20,
            memory_bytes: 2 << 30,
            seconds: 120,
        }
    }
}
