//! The report as OSCAL 1.2.1: assessment results, and a plan of action and milestones for what is open.
//!
//! Each row is an observation. It is a finding as well only where it is met or not met, for the format knows nothing
//! between "satisfied" and "not satisfied". Nonconformities are risks with their deadline. There is no OSCAL catalog of
//! IEC 62443, so requirement ids become tokens (`CR 1.1 RE(1)`: `cr-1.1-re-1`) with the id itself and our label beside them.

mod controls;
mod found;
mod model;
mod parties;

use model::{
    AssessmentResults, Attestation, BackMatter, Component, Components, DocumentId, Everything, Hash, Import,
    Item, Link, Metadata, Objective, Objectives, OfRisk, Part, Plan, PlanFile, Props, Resource, ResultOf,
    ResultsFile, Reviewed, Selection, State, SystemId,
};

use super::{file_of, ids::Ids, is_open, moment, named_by_hash, texts::Texts, texts::one_line};
use crate::contents::{Conclusion, Contents, Evidence, Object};
use crate::{RenderProblem, Words, phrase};
use controls::Controls;

/// The version of the format that is written; NIST's schema of 1.2.3 and compliance-trestle 5.2 read it.
const VERSION: &str = "1.2.1";

/// Assessment results, in canonical JSON. Same data set and words, same bytes.
///
/// # Errors
/// [`RenderProblem::Untrue`] when the data set contradicts itself, [`RenderProblem::MissingWord`] for a text that is not
/// there, [`RenderProblem::Json`] as in [`crate::json::write`].
pub fn results(contents: &Contents, words: &Words) -> Result<Vec<u8>, RenderProblem> {
    super::refuse_untrue(contents)?;
    let telling = Telling::of(contents, words)?;
    crate::json::canonical(&ResultsFile { results: telling.results()? })
}

/// The plan of action and milestones, in canonical JSON, or `None` where no finding is open: the format has no plan without
/// an item.
///
/// # Errors
/// As [`results`].
pub fn plan(contents: &Contents, words: &Words) -> Result<Option<Vec<u8>>, RenderProblem> {
    super::refuse_untrue(contents)?;
    if !contents.findings.iter().any(is_open) {
        return Ok(None);
    }
    let telling = Telling::of(contents, words)?;
    crate::json::canonical(&PlanFile { plan: telling.plan()? }).map(Some)
}

/// What is told, with which words, ids and tokens.
struct Telling<'a> {
    c: &'a Contents,
    t: Texts<'a>,
    ids: Ids,
    controls: Controls,
}

impl<'a> Telling<'a> {
    fn of(c: &'a Contents, words: &'a Words) -> Result<Self, RenderProblem> {
        Ok(Self { c, t: Texts(words), ids: Ids::of(c)?, controls: Controls::of(&c.rows) })
    }

    fn results(&self) -> Result<AssessmentResults, RenderProblem> {
        let mut resources = vec![self.plan_entry()?, self.data_set()?];
        resources.extend(self.c.evidence.iter().map(|item| self.evidence(item)));
        Ok(AssessmentResults {
            uuid: self.ids.id("oscal/assessment-results"),
            metadata: self.metadata(None)?,
            import_ap: Import {
                href: format!("#{}", self.ids.id("plan")),
                remarks: self.t.with("exchange-no-plan", &[("plan", &self.plan_name()?)])?,
            },
            local_definitions: self.objectives()?,
            results: vec![self.result()?],
            back_matter: BackMatter { resources },
        })
    }

    fn plan(&self) -> Result<Plan, RenderProblem> {
        let open = || self.c.findings.iter().filter(|finding| is_open(finding));
        let items = open().map(|finding| {
            Ok(Item {
                uuid: self.ids.id(&format!("item/{}", finding.id)),
                title: self.finding_title(finding)?,
                description: finding.statement.clone(),
                props: self.finding_props(finding),
                related_observations: self.observations_of(finding),
                related_risks: vec![OfRisk { risk_uuid: self.ids.id(&format!("risk/{}", finding.id)) }],
            })
        });
        let mut resources = vec![self.data_set()?];
        resources.extend(self.c.evidence.iter().map(|item| self.evidence(item)));
        Ok(Plan {
            uuid: self.ids.id("oscal/plan-of-action-and-milestones"),
            metadata: self.metadata(Some(self.t.get("exchange-poam")?))?,
            system_id: SystemId { identifier_type: "http://ietf.org/rfc/rfc4122", id: self.ids.id("object") },
            local_definitions: self.components(),
            observations: self.observations(|subject| open().any(|finding| subject.has(finding)))?,
            risks: open().map(|finding| self.risk(finding)).collect::<Result<_, _>>()?,
            poam_items: items.collect::<Result<_, _>>()?,
            back_matter: BackMatter { resources },
        })
    }

    fn metadata(&self, title: Option<String>) -> Result<Metadata, RenderProblem> {
        let head = &self.c.report;
        let kind = self.t.code("kind", head.kind.code())?;
        let of_report = format!("{kind} {}: {}", head.number, self.c.object.name());
        let title = title.map_or_else(|| of_report.clone(), |title| format!("{title} ({of_report})"));
        let revision = head.revision.to_string();
        let args = [
            ("kind", kind.as_str()),
            ("number", head.number.as_str()),
            ("revision", revision.as_str()),
            ("sha256", self.ids.data.as_str()),
        ];
        let mut remarks = vec![self.t.with("exchange-rendering", &args)?, self.t.get("own-labels")?];
        if head.draft {
            remarks.push(self.t.get("draft-unsigned")?);
        }
        let mut props = Props::default();
        props.put("data-set-schema", &self.c.schema);
        props.put("data-set-sha256", &self.ids.data);
        props.put("report-kind", head.kind.code());
        props.put("report-draft", head.draft);
        props.maybe("report-replaces", head.replaces.as_deref());
        props.put("report-confidentiality", &head.confidentiality);
        props.put("dossier", &head.dossier);
        props.put("party", &self.c.independence.party);
        props.maybe("inspection-type", self.c.independence.inspection_type.as_deref());
        props.put("program-version", &self.c.integrity.app_version);
        for anchor in &self.c.integrity.anchors {
            props.put("anchor", anchor);
        }
        Ok(Metadata {
            title: one_line(&title),
            last_modified: moment(&head.issued_on),
            version: revision,
            oscal_version: VERSION,
            document_ids: vec![DocumentId { identifier: self.named(&head.number)? }],
            props: props.0,
            roles: self.roles()?,
            parties: self.parties()?,
            responsible_parties: self.responsible(),
            remarks: remarks.join(" "),
        })
    }

    /// One line of text, or that nothing is recorded: the schema wants a name.
    fn named(&self, text: &str) -> Result<String, RenderProblem> {
        let line = one_line(text);
        if line.is_empty() { self.t.get("not-recorded") } else { Ok(line) }
    }

    fn plan_name(&self) -> Result<String, RenderProblem> {
        self.named(self.c.conduct.plan.as_deref().unwrap_or_default())
    }

    fn plan_entry(&self) -> Result<Resource, RenderProblem> {
        Ok(Resource {
            uuid: self.ids.id("plan"),
            title: self.t.get("exchange-plan")?,
            description: self.plan_name()?,
            props: Vec::new(),
            rlinks: Vec::new(),
        })
    }

    fn data_set(&self) -> Result<Resource, RenderProblem> {
        Ok(Resource {
            uuid: self.ids.id("data-set"),
            title: self.t.get("exchange-data-set")?,
            description: String::new(),
            props: Vec::new(),
            rlinks: vec![link(&self.ids.data, "application/json")],
        })
    }

    fn evidence(&self, item: &Evidence) -> Resource {
        let mut props = Props::default();
        props.put("evidence-id", &item.id);
        props.put("file", file_of(item));
        props.maybe("revision", item.revision.as_deref());
        props.put("class", &item.class);
        props.put("producer", &item.producer);
        props.maybe("date", item.date.as_deref());
        props.maybe("received", item.received.as_deref());
        props.put("size", item.size);
        props.put("confidentiality", &item.confidentiality);
        props.maybe("withheld", item.withheld.as_deref());
        let title =
            [&item.title, &item.id].into_iter().map(|text| one_line(text)).find(|text| !text.is_empty());
        Resource {
            uuid: self.ids.id(&format!("evidence/{}", item.id)),
            title: title.unwrap_or_default(),
            description: String::new(),
            props: props.0,
            rlinks: vec![link(&item.sha256, &one_line(&item.media_type))],
        }
    }

    fn objectives(&self) -> Result<Objectives, RenderProblem> {
        let requirements = self.controls.each(&self.c.rows).map(|(row, control)| {
            let mut props = Props::default();
            props.put("requirement-id", &row.id);
            props.put("group", &row.group);
            props.maybe("selected-from", row.selected_from);
            props.maybe("unsure", row.unsure.then_some(true));
            Objective {
                control_id: control.to_owned(),
                props: props.0,
                parts: vec![Part {
                    id: Some(controls::objective(control)),
                    name: "assessment-objective",
                    ns: None,
                    title: one_line(&row.label),
                    prose: String::new(),
                }],
            }
        });
        Ok(Objectives { objectives_and_methods: requirements.collect(), remarks: self.t.get("own-labels")? })
    }

    fn result(&self) -> Result<ResultOf, RenderProblem> {
        let recorded = |day: &Option<String>| day.as_deref().filter(|day| !day.is_empty()).map(moment);
        let start = recorded(&self.c.conduct.from);
        let mut props = self.conclusion();
        props.maybe("start-recorded", start.is_none().then_some(false));
        let title = format!("{}: {}", phrase::document(self.c), self.c.object.name());
        Ok(ResultOf {
            uuid: self.ids.id("result"),
            title: one_line(&title),
            description: self.outcome()?,
            start: start.unwrap_or_else(|| moment(&self.c.report.issued_on)),
            end: recorded(&self.c.conduct.to),
            props: props.0,
            local_definitions: self.components(),
            reviewed_controls: Reviewed { control_selections: vec![self.reviewed()?] },
            attestations: vec![self.attestation()?],
            observations: self.observations(|_| true)?,
            risks: self.c.findings.iter().map(|finding| self.risk(finding)).collect::<Result<_, _>>()?,
            findings: self.findings()?,
        })
    }

    fn outcome(&self) -> Result<String, RenderProblem> {
        let outcome = match &self.c.conclusion {
            Conclusion::Component(found) => &found.outcome,
            Conclusion::ServiceProvider(found) => &found.outcome,
        };
        let text = self.t.code("outcome", outcome)?;
        if text.is_empty() { self.t.get("not-recorded") } else { Ok(text) }
    }

    /// The levels and counts of the conclusion, none of which the format has a member for.
    fn conclusion(&self) -> Props {
        let mut props = Props::default();
        props.put("document", phrase::document(self.c));
        props.put("method", &self.c.basis.method);
        props.put("pack", &self.c.basis.pack);
        props.put("pack-sha256", &self.c.basis.pack_sha256);
        props.put("statement-given", self.c.statement.given);
        match &self.c.conclusion {
            Conclusion::Component(found) => {
                props.put("outcome", &found.outcome);
                for level in &found.levels {
                    let none = |value: Option<u8>| value.map_or("none".to_owned(), |n| n.to_string());
                    props.put(&format!("fr{}-declared", level.fr), level.declared);
                    props.put(&format!("fr{}-native", level.fr), none(level.native));
                    props.put(&format!("fr{}-with-integration", level.fr), none(level.with_integration));
                }
            }
            Conclusion::ServiceProvider(found) => {
                props.put("outcome", &found.outcome);
                props.maybe("lowest-ml", found.lowest_ml);
                for (level, n) in (1..).zip(found.ml_distribution) {
                    props.put(&format!("rows-at-ml-{level}"), n);
                }
                for (verdict, n) in &found.row_counts {
                    props.put(&format!("rows-{verdict}"), n);
                }
            }
        }
        props
    }

    /// The component, or the organisation with its service or process.
    fn components(&self) -> Components {
        let mut props = Props::default();
        let (kind, title, description) = match &self.c.object {
            Object::Component(object) => {
                props.put("identifier", &object.identifier);
                let versions = [("hardware", &object.hardware), ("firmware", &object.firmware)];
                for (name, list) in versions.into_iter().chain([("software", &object.software)]) {
                    list.iter().for_each(|version| props.put(name, version));
                }
                object.types.iter().for_each(|code| props.put("component-type", code));
                for file in &object.file_hashes {
                    props.put("file-sha256", format!("{} {}", file.sha256, file.file));
                }
                let software = !object.types.is_empty() && object.types.iter().all(|code| code == "SAR");
                (if software { "software" } else { "hardware" }, &object.name, &object.description)
            }
            Object::ServiceProvider(provider) => {
                provider.roles.iter().for_each(|role| props.put("role", role));
                provider.services.iter().for_each(|service| props.put("service", service));
                provider.sites.iter().for_each(|site| props.put("site", site));
                ("service", &provider.legal_entity, &provider.program)
            }
            Object::Process(process) => {
                process.products.iter().for_each(|product| props.put("product", product));
                process.sites.iter().for_each(|site| props.put("site", site));
                ("process-procedure", &process.legal_entity, &process.program)
            }
        };
        let title = one_line(title);
        Components {
            components: vec![Component {
                uuid: self.ids.id("object"),
                kind,
                description: if description.is_empty() { title.clone() } else { description.clone() },
                title: if title.is_empty() { self.c.object.code().to_owned() } else { title },
                props: props.0,
                status: State { state: "other", reason: None, remarks: self.c.object.code().to_owned() },
            }],
        }
    }

    fn reviewed(&self) -> Result<Selection, RenderProblem> {
        let selected = self.controls.in_scope(&self.c.rows);
        let none = selected.is_empty();
        Ok(Selection {
            description: self.t.get("exchange-reviewed")?,
            include_all: none.then_some(Everything {}),
            exclude_controls: if none { self.controls.all(&self.c.rows) } else { Vec::new() },
            include_controls: selected,
        })
    }

    /// The report's own statement with what limits it.
    fn attestation(&self) -> Result<Attestation, RenderProblem> {
        let statement = format!("statement-{}-{}", self.c.report.kind.code(), self.c.statement.code);
        let part = |name, prose| Part { id: None, name, ns: Some(model::OURS), title: String::new(), prose };
        let mut parts = vec![part("statement", self.t.filled(&statement, &phrase::arguments(self.c))?)];
        for limit in phrase::limits(self.c) {
            parts.push(part("limit", self.t.filled(&format!("limit-{}", limit.code), &limit.args)?));
        }
        let responsible_parties = if self.c.report.draft { Vec::new() } else { self.signers() };
        Ok(Attestation { responsible_parties, parts })
    }
}

fn link(sha256: &str, media_type: &str) -> Link {
    Link {
        href: named_by_hash(sha256),
        media_type: media_type.to_owned(),
        hashes: vec![Hash { algorithm: "SHA-256", value: sha256.to_owned() }],
    }
}
