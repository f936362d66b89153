//! A report for programs of other people.

use evaluation::case::ReportKind;
use workbench::{
    Problem,
    exchange::{self, Format},
    reporting,
};

use crate::{
    Desk,
    args::{Export, FormatWord, KindWord},
    screen::Answer,
};

pub(crate) fn export(desk: &Desk<'_>, args: &Export) -> Result<Answer, Problem> {
    let format = match args.format {
        FormatWord::Cyclonedx => Format::Cyclonedx,
        FormatWord::Oscal => Format::Oscal,
        FormatWord::OscalPoam => Format::OscalPoam,
        FormatWord::Json => Format::Json,
    };
    let contents = match (&args.report, args.draft_of) {
        (Some(path), _) => exchange::read(path)?,
        (None, kind) => {
            let session = desk.open()?;
            let number = args.number.as_deref().unwrap_or_default();
            let kind = match kind {
                Some(KindWord::IndependentAssessment) => ReportKind::IndependentAssessment,
                Some(KindWord::CertificationBody) => ReportKind::CertificationBody,
                Some(KindWord::SelfDeclaration) | None => ReportKind::SelfDeclaration,
            };
            let contents = reporting::draft_contents(&session, kind, number)?;
            session.close()?;
            contents
        }
    };
    let written = exchange::export(&contents, desk.words, format, &args.to)?;
    let (path, rows) = (written.path.display().to_string(), written.rows.to_string());
    let mut lines = vec![
        desk.text("cli-said-exported", &[("path", &path), ("rows", &rows), ("sha256", &written.sha256)]),
        desk.text("cli-said-data", &[("sha256", &written.data)]),
    ];
    if written.draft {
        lines.push(desk.text("cli-said-exported-draft", &[]));
    }
    Ok(Answer::new(written, lines))
}
