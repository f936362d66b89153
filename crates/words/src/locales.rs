//! The files of each language, in the same order.

/// The texts that ship with the program: language, then the files of its locale. The first is the
/// language that stands in for one that is not here.
pub(crate) const LOCALES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            include_str!("../../../locales/en.ftl"),
            include_str!("../../../locales/en/anchors.ftl"),
            include_str!("../../../locales/en/checklist.ftl"),
            include_str!("../../../locales/en/evaluation-rules.ftl"),
            include_str!("../../../locales/en/cli.ftl"),
            include_str!("../../../locales/en/desktop.ftl"),
            include_str!("../../../locales/en/document-keys.ftl"),
            include_str!("../../../locales/en/document-signatures.ftl"),
            include_str!("../../../locales/en/encryption.ftl"),
            include_str!("../../../locales/en/evidence.ftl"),
            include_str!("../../../locales/en/files.ftl"),
            include_str!("../../../locales/en/report.ftl"),
            include_str!("../../../locales/en/signature.ftl"),
            include_str!("../../../locales/en/team.ftl"),
            include_str!("../../../locales/en/trail.ftl"),
            include_str!("../../../locales/en/verify.ftl"),
            include_str!("../../../locales/en/workbench.ftl"),
        ],
    ),
    (
        "de",
        &[
            include_str!("../../../locales/de.ftl"),
            include_str!("../../../locales/de/anchors.ftl"),
            include_str!("../../../locales/de/checklist.ftl"),
            include_str!("../../../locales/de/evaluation-rules.ftl"),
            include_str!("../../../locales/de/cli.ftl"),
            include_str!("../../../locales/de/desktop.ftl"),
            include_str!("../../../locales/de/document-keys.ftl"),
            include_str!("../../../locales/de/document-signatures.ftl"),
            include_str!("../../../locales/de/encryption.ftl"),
            include_str!("../../../locales/de/evidence.ftl"),
            include_str!("../../../locales/de/files.ftl"),
            include_str!("../../../locales/de/report.ftl"),
            include_str!("../../../locales/de/signature.ftl"),
            include_str!("../../../locales/de/team.ftl"),
            include_str!("../../../locales/de/trail.ftl"),
            include_str!("../../../locales/de/verify.ftl"),
            include_str!("../../../locales/de/workbench.ftl"),
        ],
    ),
];
