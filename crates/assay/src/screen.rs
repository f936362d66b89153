//! What a job answers, for a person and as JSON.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::Value;
use words::Words;
use workbench::Problem;

/// The answer of a job.
pub(crate) struct Answer {
    /// For `--json`.
    pub(crate) data: Value,
    /// For a person, line by line.
    pub(crate) lines: Vec<String>,
    /// The job was done but what it looked at did not hold (exit code 1).
    pub(crate) failed: bool,
}

impl Answer {
    pub(crate) fn new(data: impl serde::Serialize, lines: Vec<String>) -> Self {
        Self { data: serde_json::to_value(data).unwrap_or_default(), lines, failed: false }
    }

    pub(crate) fn print(self, json: bool) -> String {
        if json {
            format!("{:#}\n", self.data)
        } else {
            // Names and texts come from vendors and colleagues: a terminal shows them and obeys none.
            self.lines.iter().map(|line| format!("{}\n", words::visible(line))).collect()
        }
    }
}

/// A problem in its two parts, with everything found in the same go.
pub(crate) fn problem(problem: &Problem, words: &Words, json: bool) -> String {
    if json {
        let one = |p: &Problem| {
            serde_json::json!({
                "code": p.code, "args": p.args, "text": p.text(words), "do": p.way_forward(words),
            })
        };
        let more: Vec<Value> = problem.more.iter().map(one).collect();
        return format!("{:#}\n", serde_json::json!({ "problem": one(problem), "more": more }));
    }
    let all = std::iter::once(problem).chain(&problem.more);
    let shown = |text: String| words::visible(&text).into_owned();
    all.map(|p| format!("{}\n    {}\n", shown(p.text(words)), shown(p.way_forward(words)))).collect()
}

/// A bar on standard error while something long goes on; nothing where that is no terminal.
pub(crate) fn bar(title: String) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent}%") {
        bar.set_style(style);
    }
    bar.set_message(words::visible_line(&title).into_owned());
    bar
}

/// Columns padded to the widest cell of each, the last one as it is.
pub(crate) fn table(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |n: usize| rows.iter().filter_map(|r| r.get(n)).map(|c| c.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.iter()
        .map(|row| {
            let last = row.len().saturating_sub(1);
            let cells =
                row.iter().zip(&widths).enumerate().map(|(n, (cell, width))| {
                    if n == last { cell.clone() } else { format!("{cell:<width$}  ") }
                });
            cells.collect::<String>().trim_end().to_owned()
        })
        .collect()
}

/// The first `most` characters, with a sign where more follow.
pub(crate) fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
