//! Drawing the sample and looking at it.

use evaluation::event::{Judged, SamplingDraw};
use serde_json::json;
use workbench::{
    Problem,
    sampling::{self, Reading, Wanted},
};

use crate::{
    Desk,
    args::{SampleDraw, SampleJob},
    screen::{Answer, short, table},
};

pub(crate) fn sample(desk: &Desk<'_>, job: &SampleJob) -> Result<Answer, Problem> {
    match job {
        SampleJob::Draw(args) => draw(desk, args),
        SampleJob::List => list(desk),
    }
}

/// `ITEM: REASON`; what has no reason is refused by the rules.
fn judged(texts: &[String]) -> Vec<Judged> {
    let split = |text: &String| {
        let (item, reason) = text.split_once(':').unwrap_or((text, ""));
        Judged { item: item.trim().to_owned(), reason: reason.trim().to_owned() }
    };
    texts.iter().map(split).collect()
}

fn draw(desk: &Desk<'_>, args: &SampleDraw) -> Result<Answer, Problem> {
    let only = match args.only.as_ref().map(|text| (text, text.split_once('='))) {
        None => None,
        Some((_, Some((column, value)))) => Some((column.trim().to_owned(), value.trim().to_owned())),
        Some((text, None)) => return Err(Problem::new("sampling-only-form").with("text", text)),
    };
    let reading =
        Reading { sheet: args.sheet.clone(), names: args.names.clone(), only, no_headings: args.no_headings };
    let mut session = desk.open()?;
    let population = sampling::population(&session, &desk.program()?, &args.population, &reading)?;
    let wanted = Wanted {
        stratum: args.stratum.clone(),
        n: args.n,
        seed: args.seed.clone(),
        left_out: judged(&args.leave_out),
        added: judged(&args.add),
        reason: args.reason.clone(),
    };
    let drawn = sampling::draw(&mut session, population, wanted)?;
    session.close()?;
    let entry = drawn.recorded.entry.to_string();
    let mut lines = told(desk, &drawn.draw);
    let [initial, surveillance, recertification] = drawn.suggested.map(|n| n.to_string());
    let args = [
        ("initial", initial.as_str()),
        ("surveillance", &surveillance),
        ("recertification", &recertification),
    ];
    lines.push(desk.text("cli-said-sample-suggested", &args));
    lines.push(desk.text("cli-said-sample-saved", &[("stratum", &drawn.draw.stratum), ("entry", &entry)]));
    Ok(Answer::new(drawn, lines))
}

fn told(desk: &Desk<'_>, draw: &SamplingDraw) -> Vec<String> {
    let (n, items) = (draw.n.to_string(), draw.population.len().to_string());
    let args = [
        ("stratum", draw.stratum.as_str()),
        ("n", &n),
        ("items", &items),
        ("seed", &draw.seed),
        ("source", &draw.source),
    ];
    let mut lines = vec![desk.text("cli-said-sample", &args)];
    let values = |name: &str| {
        let item = draw.population.iter().find(|i| i.item == name);
        item.map(|i| i.values.join(", ")).unwrap_or_default()
    };
    let chosen = draw
        .chosen
        .iter()
        .map(|item| vec![desk.text("cli-sample-drawn", &[]), item.clone(), short(&values(item), 80)]);
    let judged = |list: &[Judged], id: &str| {
        let row = |j: &Judged| vec![desk.text(id, &[]), j.item.clone(), short(&j.reason, 80)];
        list.iter().map(row).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<String>> = chosen
        .chain(judged(&draw.added, "cli-sample-added"))
        .chain(judged(&draw.left_out, "cli-sample-left-out"))
        .collect();
    lines.extend(table(&rows));
    lines
}

fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let (mut lines, mut data) = (Vec::new(), Vec::new());
    for draw in session.state().draws() {
        let ever = session.state().draws_ever(&draw.value.stratum);
        lines.extend(told(desk, &draw.value));
        if ever > 1 {
            let reason = draw.value.reason.clone().unwrap_or_default();
            let ever = ever.to_string();
            lines.push(desk.text("cli-said-sample-again", &[("count", &ever), ("reason", &reason)]));
        }
        data.push(json!({ "draw": draw.value, "drawn": ever }));
    }
    if lines.is_empty() {
        lines.push(desk.text("cli-said-no-sample", &[]));
    }
    Ok(Answer::new(data, lines))
}
