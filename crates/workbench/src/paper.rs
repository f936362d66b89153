//! The paper form of a seal: the root of the newest checkpoint as a code to scan, as words to read aloud, and in full.

use std::{ffi::OsStr, path::Path, time::Duration};

use qrcodegen::{QrCode, QrCodeEcc};
use report::paper::Paper;
use words::Words;

use crate::{Problem, Session, clock};

/// How long drawing one page may take.
const DRAWING: Duration = Duration::from_secs(60);

/// A seal ready for paper.
#[derive(Clone, Debug)]
pub struct Sheet(Paper);

/// The newest checkpoint of this identity's chain. `purpose` is `opening`, `day-end`, `closing-meeting` or `checkpoint`.
///
/// # Errors
/// The identity has no chain in this dossier.
pub fn sheet(session: &Session, purpose: &str) -> Result<Sheet, Problem> {
    let (checkpoint, note) = session.checkpoint_note()?;
    let code = QrCode::encode_text(&note, QrCodeEcc::Medium)
        .map_err(|e| Problem::new("internal").with("why", format!("{e:?}")))?;
    let row = |y| (0..code.size()).map(|x| if code.get_module(x, y) { '1' } else { '0' }).collect();
    let by = session.signer().map(|signer| format!("{}, {}", signer.card.name, signer.card.organisation));
    Ok(Sheet(Paper {
        title: session.state().opening().map(|o| o.value.title).unwrap_or_default(),
        purpose: purpose.to_owned(),
        date: clock::today(),
        by: by.unwrap_or_default(),
        dossier: session.dossier().id().to_string(),
        chain: session.chain()?.to_string(),
        size: checkpoint.size,
        root: checkpoint.root.to_string(),
        words: signature::spoken::words(&checkpoint.root).into_iter().map(str::to_owned).collect(),
        qr: (0..code.size()).map(row).collect(),
    }))
}

impl Sheet {
    /// The page in words, for a terminal or a text file.
    ///
    /// # Errors
    /// Never in practice: the code has rows.
    pub fn lines(&self, words: &Words) -> Result<Vec<String>, Problem> {
        let paper = &self.0;
        let text = |id: &str| words.text(&format!("seal-paper-{id}"), &[]);
        let purpose = text(&format!("purpose-{}", paper.purpose));
        let size = paper.size.to_string();
        let mut lines = vec![text("title"), paper.title.clone(), String::new()];
        for (id, value) in [
            ("purpose", &purpose),
            ("date", &paper.date),
            ("by", &paper.by),
            ("dossier", &paper.dossier),
            ("chain", &paper.chain),
            ("size", &size),
            ("root", &paper.root),
        ] {
            lines.push(format!("{}: {value}", text(id)));
        }
        lines.push(format!("{}:", text("words")));
        let numbered: Vec<String> =
            (1..).zip(&paper.words).map(|(n, word)| format!("{n:>2}. {word:<10}")).collect();
        lines.extend(numbered.chunks(5).map(|five| five.concat().trim_end().to_owned()));
        lines.push(String::new());
        lines.extend(blocks(&paper.qr));
        Ok(lines)
    }

    /// The page as a PDF, drawn in a child process.
    ///
    /// # Errors
    /// It could not be drawn.
    pub fn draw(&self, words: &Words, program: &Path) -> Result<Vec<u8>, Problem> {
        let texts = words.with_prefix("seal-paper-");
        let purpose = words.text(&format!("seal-paper-purpose-{}", self.0.purpose), &[]);
        let paper = Paper { purpose, ..self.0.clone() };
        let leading = [OsStr::new(report::child::COMMAND)];
        report::child::draw_paper(program, &leading, &paper, &texts, DRAWING)
            .map_err(|p| Problem::new(format!("report-problem-{}", p.code())).with("detail", p.detail()))
    }
}

/// A code in half blocks, two rows of modules to a line, with the quiet margin that readers need. Dark on light is
/// drawn as light on dark would be seen: a terminal's ground is dark, so the light modules are the drawn ones.
fn blocks(qr: &[String]) -> Vec<String> {
    let width = qr.len().saturating_add(8);
    let is_light = |y: usize, x: usize| {
        let row = y.checked_sub(4).and_then(|y| qr.get(y));
        row.zip(x.checked_sub(4)).and_then(|(row, x)| row.as_bytes().get(x)) != Some(&b'1')
    };
    let cell = |y: usize, x: usize| match (is_light(y, x), is_light(y.saturating_add(1), x)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    (0..width).step_by(2).map(|y| (0..width).map(|x| cell(y, x)).collect()).collect()
}
