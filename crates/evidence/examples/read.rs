//! For `./dev bench`: reads a workbook the way the product does, or only walks over its cells with the libraries the
//! reader stands on, so that the whole processes can be timed side by side.
//! Usage: `read product|walk FILE`; both print the number of cells, the product its own peak memory in KiB as well.

use std::error::Error;
use std::io::BufReader;
use std::path::Path;
use std::process::ExitCode;

use calamine::{DataRef, Reader, Xlsx};
use evidence::Limits;
use evidence::child::{self, Continue};

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let mode = args.next().unwrap_or_default();
    if mode == "read-workbook" {
        return child::serve(args);
    }
    let done = match (mode.to_str(), args.next()) {
        (Some("product"), Some(file)) => product(Path::new(&file)),
        (Some("walk"), Some(file)) => walk(Path::new(&file)),
        _ => Err("read product|walk FILE".into()),
    };
    match done {
        Ok(cells) => {
            say(&format!("{cells} cells {} KiB", peak()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the result of the program")]
fn say(line: &str) {
    println!("{line}");
}

/// The reader in a process of its own, and its lines back into a workbook.
fn product(file: &Path) -> Result<usize, Box<dyn Error>> {
    let program = std::env::current_exe()?;
    let book = child::read(&program, &["read-workbook"], file, &Limits::default(), &mut |_| Continue::Yes)?;
    Ok(book.sheets.iter().map(evidence::Sheet::cell_count).sum())
}

/// Every cell once, kept nowhere.
fn walk(file: &Path) -> Result<usize, Box<dyn Error>> {
    let mut count = 0;
    if file.extension().is_some_and(|name| name == "csv") {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(file)?;
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record)? {
            count += record.iter().filter(|field| !field.is_empty()).count();
        }
        return Ok(count);
    }
    let mut book: Xlsx<BufReader<std::fs::File>> = calamine::open_workbook(file)?;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = cells.next_cell()? {
            count += usize::from(*cell.get_value() != DataRef::Empty);
        }
    }
    Ok(count)
}

/// The most memory this process held, without its reader, as Linux tells it; 0 elsewhere.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
