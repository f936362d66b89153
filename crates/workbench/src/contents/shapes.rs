//! What only some reports have, from the case.

use evaluation::case::ReportKind;
use report::contents as out;

use super::Case;

impl Case<'_> {
    /// The sub-type of an independent assessment; none in the other kinds and while none is recorded.
    pub(super) fn assessment(&self) -> Option<out::Assessment> {
        let subtype = self.optional("report.subtype")?;
        (self.kind == ReportKind::IndependentAssessment).then(|| out::Assessment {
            subtype,
            contract: self.optional("assessment.contract"),
            acceptance: self.optional("assessment.acceptance"),
            decision_rule: self.optional("report.decision_rule"),
            equipment: self.texts("assessment.equipment"),
            subcontracted: self.texts("assessment.subcontracted"),
            opinions: self.texts("assessment.opinions"),
        })
    }

    /// The file behind a declaration (ISO/IEC 17050-2).
    pub(super) fn supporting_file(&self) -> Option<out::SupportingFile> {
        (self.kind == ReportKind::SelfDeclaration).then(|| out::SupportingFile {
            responsible: self.text("declaration.responsible"),
            change_control: self.text("declaration.change_control"),
            access: self.text("declaration.access"),
            bodies: self.texts("declaration.bodies"),
            reviewed_by: self.optional("declaration.reviewed_by"),
        })
    }

    /// The items tested; absent while nothing is recorded of them.
    pub(super) fn item(&self) -> Option<out::TestedItem> {
        let item = out::TestedItem {
            identification: self.text("item.identification"),
            condition: self.text("item.condition"),
            received: self.text("item.received"),
            tested_from: self.text("item.tested_from"),
            tested_to: self.text("item.tested_to"),
        };
        (item != out::TestedItem::default()).then_some(item)
    }

    /// The analysis of vulnerabilities in its parts; absent while nothing is recorded of them.
    pub(super) fn vulnerabilities(&self) -> Option<out::VulnerabilityAnalysis> {
        let analysis = out::VulnerabilityAnalysis {
            metric: self.optional("vulnerability.metric"),
            threshold: self.optional("vulnerability.threshold"),
            issues: self.texts("vulnerability.issues"),
            residual: self.optional("vulnerability.residual"),
            searched_on: self.optional("vulnerability.searched_on"),
        };
        (analysis != out::VulnerabilityAnalysis::default()).then_some(analysis)
    }
}
