//! From the state to the one data set that every report is made from.

use std::collections::BTreeMap;

use checklist::{Checklist, Object, Requirement};
use evaluation::{
    State,
    case::{OWN_CLASSES, ReportKind},
    component::{Claim, selected},
    conclude::{self, Conclusion},
    event::{AnyVerdict, EvidenceAdd, EvidenceWithhold, ReviewResult, Role, RowKey, VerdictSet},
    issuing,
    state::{Actor, Stages, Valued},
};
use report::contents::{self as out, Coded, Contents, EvidenceUse};
use trail::ChainId;

use crate::{conclusion, course};

mod handling;
mod process;
mod shapes;

/// What identifies one issue of a report.
#[derive(Clone, Debug)]
pub struct IssueOf {
    /// Which kind.
    pub kind: ReportKind,
    /// Its number.
    pub number: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// The number and revision it replaces.
    pub replaces: Option<String>,
    /// Date of issue, `2026-11-23`.
    pub date: String,
    /// Marked as a draft: not signed.
    pub draft: bool,
}

/// Who signs, in which place: the box on the page and the line of the signature.
#[derive(Clone, Debug)]
pub struct SigningPlace {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: &'static str,
    /// The person.
    pub actor: Actor,
}

/// Everything a report says, from what stands now.
#[must_use]
pub fn contents(
    state: &State,
    checklist: &Checklist,
    issue: &IssueOf,
    signers: &[SigningPlace],
    integrity: out::Integrity,
) -> Contents {
    Case { state, checklist, kind: issue.kind, evidence: EvidenceNumbers::of(state), stages: state.stages() }
        .contents(issue, signers, integrity)
}

/// The evidence register in the order of registration, each item with its number.
struct EvidenceNumbers {
    items: Vec<(String, Valued<EvidenceAdd>)>,
}

impl EvidenceNumbers {
    fn of(state: &State) -> Self {
        let mut items: Vec<Valued<EvidenceAdd>> = state.evidence();
        items
            .retain(|e| e.value.class == "vendor_workbook" || !OWN_CLASSES.contains(&e.value.class.as_str()));
        items.sort_by_key(|e| (e.chain, e.seq));
        let numbered = (1..).zip(items).map(|(n, item)| (format!("E-{n:03}"), item));
        Self { items: numbered.collect() }
    }

    fn uses(&self, evidence: &[String]) -> Vec<EvidenceUse> {
        let number =
            |sha: &String| self.items.iter().find(|(_, e)| e.value.sha256 == *sha).map(|(id, _)| id.clone());
        evidence.iter().filter_map(number).map(|id| EvidenceUse { id, place: None }).collect()
    }
}

struct Case<'a> {
    state: &'a State,
    checklist: &'a Checklist,
    kind: ReportKind,
    evidence: EvidenceNumbers,
    stages: Stages<'a>,
}

impl Case<'_> {
    fn text(&self, field: &str) -> String {
        self.optional(field).unwrap_or_default()
    }

    fn optional(&self, field: &str) -> Option<String> {
        self.state.case_for(self.kind, field)?.as_str().map(str::to_owned)
    }

    fn texts(&self, field: &str) -> Vec<String> {
        let value = self.state.case_for(self.kind, field);
        let list = value.as_ref().and_then(|v| v.as_array());
        list.into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    }

    fn exclusions(&self, field: &str) -> Vec<out::Exclusion> {
        let value = self.state.case_for(self.kind, field).unwrap_or_default();
        let part = |v: &serde_json::Value, key: &str| {
            v.get(key).and_then(|t| t.as_str()).unwrap_or_default().to_owned()
        };
        let list = value.as_array().into_iter().flatten();
        list.map(|v| out::Exclusion { what: part(v, "what"), reason: part(v, "reason") }).collect()
    }

    fn name(&self, chain: ChainId) -> String {
        self.state.actor(chain).map(|a| a.name).unwrap_or_default()
    }

    fn contents(&self, issue: &IssueOf, signers: &[SigningPlace], integrity: out::Integrity) -> Contents {
        let drawn = conclude::conclude(self.state, self.checklist);
        let body = self.kind == ReportKind::CertificationBody;
        // A certificate that is suspended or has ended carries no statement, whatever was decided once.
        let limit = course::certificate_limit(self.state, &issue.date).filter(|_| body);
        let barred = limit.as_ref().is_some_and(|(_, barred)| *barred);
        let positive = issuing::positive_decision(self.state) && !barred;
        let (rows, findings) = (self.rows(), self.findings(&issue.date));
        let decision = if body { self.decision() } else { None };
        Contents {
            schema: out::SCHEMA.to_owned(),
            report: self.head(issue, signers),
            issuer: out::Issuer {
                name: self.text("issuer.name"),
                address: self.text("issuer.address"),
                contact: self.text("issuer.contact"),
                accreditation: self.optional("issuer.accreditation"),
            },
            client: self.client(),
            object: self.object(),
            basis: self.basis(),
            claim: self.claim(),
            people: self.people(),
            independence: out::Independence {
                party: self.text("independence.party"),
                inspection_type: self.optional("independence.inspection_type"),
                relationship: self.text("independence.relationship"),
                conflict_review: self.optional("independence.conflict_review"),
                testers: self.optional("independence.testers"),
            },
            conduct: self.conduct(),
            statement: self.statement(&drawn, positive, limit, &rows, &findings),
            conclusion: conclusion::told(self.state, self.checklist, &drawn),
            rows,
            activities: self.activities(),
            findings,
            evidence: self.register(),
            conflicts: self.conflicts(),
            contributions: self.contributions(),
            assessment: self.assessment(),
            supporting_file: self.supporting_file(),
            review: if self.kind == ReportKind::SelfDeclaration { None } else { self.review() },
            certificate: (body && positive).then(|| self.certificate(&issue.date)),
            decision,
            validity: out::Validity {
                until: self.optional("report.valid_until"),
                limits: self.optional("report.limits").into_iter().collect(),
                retention: self.optional("report.retention"),
            },
            integrity,
        }
    }

    fn head(&self, issue: &IssueOf, signers: &[SigningPlace]) -> out::Head {
        out::Head {
            kind: match self.kind {
                ReportKind::SelfDeclaration => out::Kind::SelfDeclaration,
                ReportKind::IndependentAssessment => out::Kind::IndependentAssessment,
                ReportKind::CertificationBody => out::Kind::CertificationBody,
            },
            number: issue.number.clone(),
            revision: issue.revision,
            replaces: issue.replaces.clone(),
            issued_on: issue.date.clone(),
            place: self.text("report.place"),
            draft: issue.draft,
            confidentiality: self.text("report.confidentiality"),
            distribution: self.texts("report.distribution"),
            relied_on: self.texts("report.relied_on"),
            remarks: self.optional("report.remarks"),
            dossier: self.state.dossier().to_string(),
            changes: self.optional("report.changes"),
            ownership: self.optional("report.ownership"),
            signatures: signers
                .iter()
                .map(|s| out::SignatureBox {
                    place: s.place.to_owned(),
                    name: s.actor.name.clone(),
                    function: s.actor.function.clone(),
                    organisation: s.actor.organisation.clone(),
                    key: Some(s.actor.key.clone()),
                })
                .collect(),
        }
    }

    /// In a declaration the issuer declares its own object (ISO/IEC 17050-1).
    fn client(&self) -> out::Organisation {
        let prefix = if self.kind == ReportKind::SelfDeclaration { "issuer" } else { "client" };
        out::Organisation {
            name: self.text(&format!("{prefix}.name")),
            address: self.text(&format!("{prefix}.address")),
            contact: self.text(&format!("{prefix}.contact")),
            representative: self.optional("client.representative"),
        }
    }

    fn object(&self) -> out::Object {
        match self.checklist.object {
            Object::Component => out::Object::Component(out::Component {
                name: self.text("object.name"),
                identifier: self.text("object.identifier"),
                label: self.optional("object.label"),
                hardware: self.texts("object.hardware"),
                firmware: self.texts("object.firmware"),
                software: self.texts("object.software"),
                file_hashes: self.file_hashes(),
                types: self.texts("object.types"),
                description: self.text("object.description"),
                supplier: self.optional("object.supplier"),
                security_context: self.text("object.security_context"),
                intended_use: self.optional("object.intended_use"),
                essential_functions: self.texts("object.essential_functions"),
                excluded_functions: self.exclusions("object.excluded_functions"),
                configuration: self.text("object.configuration"),
                samples: self.optional("object.samples"),
                batch: self.optional("object.batch"),
                supplier_sites: self.texts("object.supplier_sites"),
                item: self.item(),
                lifecycle_process: self.optional("object.lifecycle_process"),
            }),
            Object::Process => out::Object::Process(out::Process {
                legal_entity: self.text("object.legal_entity"),
                program: self.text("object.program"),
                units: self.texts("object.units"),
                sites: self.texts("object.sites"),
                products: self.texts("object.products"),
                subcontractors: self.texts("object.subcontractors"),
                exclusions: self.exclusions("object.exclusions"),
            }),
            Object::ServiceProvider => out::Object::ServiceProvider(out::Provider {
                legal_entity: self.text("object.legal_entity"),
                program: self.text("object.program"),
                units: self.texts("object.units"),
                sites: self.texts("object.sites"),
                services: self.texts("object.services"),
                roles: self.texts("object.roles"),
                components: self.texts("object.components"),
                solution_kinds: self.texts("object.solution_kinds"),
                subcontractors: self.texts("object.subcontractors"),
                exclusions: self.exclusions("object.exclusions"),
            }),
        }
    }

    /// Each entry is `name sha256`; an entry of another form is kept under its own text.
    fn file_hashes(&self) -> Vec<out::FileHash> {
        let split = |text: String| match text.rsplit_once(' ') {
            Some((file, sha256)) => out::FileHash { file: file.trim().to_owned(), sha256: sha256.to_owned() },
            None => out::FileHash { file: text, sha256: String::new() },
        };
        self.texts("object.file_hashes").into_iter().map(split).collect()
    }

    fn basis(&self) -> out::Basis {
        let own = self.checklist.digest.to_string();
        let profile = self.state.profile().map(|p| p.value).filter(|p| p.checklist_sha256 == own);
        out::Basis {
            document: self.checklist.document.clone(),
            edition: self.checklist.edition.clone(),
            amendments: self.checklist.amendments.clone(),
            method: self.checklist.method.clone(),
            pack: self.checklist.id.clone(),
            unproven: self.checklist.unproven,
            pack_sha256: self.checklist.digest.to_string(),
            profile: profile.as_ref().map(|p| format!("{}, {} ({})", p.title, p.version, p.profile)),
            profile_sha256: profile.as_ref().map(|p| p.sha256.clone()),
            profile_conforms: profile.as_ref().map(|p| p.conforms),
            deviations: self.texts("conduct.plan_deviations"),
        }
    }

    fn claim(&self) -> out::Claim {
        let set = |field: &str| self.state.value::<evaluation::event::CaseSet>("case", field);
        let recorded = ["claim.levels", "claim.requirements", "claim.ml"].into_iter().find_map(set);
        out::Claim {
            declared_levels: self.state.declared_levels().map(Vec::from).unwrap_or_default(),
            requirements: self.texts("claim.requirements"),
            declared_ml: self.state.case("claim.ml").and_then(|v| v.as_u64()?.try_into().ok()),
            recorded_on: recorded.as_ref().map(|r| day(&r.time)),
            remark: recorded.and_then(|r| r.value.reason),
        }
    }

    fn people(&self) -> Vec<out::Person> {
        let mut people = Vec::new();
        for mut actor in self.state.actors() {
            // Of a revoked key what was recorded before stands, so its holder is among the people.
            if actor.revoked_behind.is_some() && !actor.roles_before.is_empty() {
                actor.roles.clone_from(&actor.roles_before);
            } else if !actor.admitted {
                continue;
            }
            let records = self.state.records(actor.chain);
            let (declaration, areas) = (self.declaration(&records), self.areas(&records));
            people.push(out::Person {
                roles: self.roles_in_report(&actor),
                name: actor.name,
                organisation: actor.organisation,
                function: Some(actor.function).filter(|f| !f.is_empty()),
                key: Some(actor.key),
                // What was recorded part by part is told part by part; else what the card says.
                competence: records.competence_on_card.filter(|_| areas.is_empty()),
                impartiality: records.impartiality_on_card.filter(|_| declaration.is_none()),
                declaration,
                areas,
            });
        }
        people.sort_by(|a, b| (&a.roles, &a.name).cmp(&(&b.roles, &b.name)));
        people
    }

    /// The person's roles in this kind of report, in the order of the table of roles.
    fn roles_in_report(&self, actor: &Actor) -> Vec<String> {
        let told = |role: &Role| match role {
            // An evaluator who leads is told as the lead alone.
            Role::Evaluator if actor.roles.contains(&Role::Lead) => None,
            Role::Reviewer if self.kind == ReportKind::IndependentAssessment => Some("approver"),
            Role::ClientContact if self.kind == ReportKind::SelfDeclaration => Some("signatory"),
            other => Some(other.code()),
        };
        actor.roles.iter().filter_map(told).map(str::to_owned).collect()
    }

    fn conduct(&self) -> out::Conduct {
        let sampling = self.sampling();
        out::Conduct {
            objectives: self.text("conduct.objectives"),
            plan: self.optional("conduct.plan"),
            plan_deviations: self.texts("conduct.plan_deviations"),
            from: self.optional("conduct.from"),
            to: self.optional("conduct.to"),
            places: self.texts("conduct.places"),
            on_site_and_remote: self.optional("conduct.on_site_and_remote"),
            person_days: self.optional("conduct.person_days"),
            meetings: self.texts("conduct.meetings"),
            diverging_opinions: {
                let recorded = self.texts("conduct.diverging_opinions");
                recorded.into_iter().chain(course::disputes(self.state)).collect()
            },
            testing: self.texts("conduct.testing"),
            vulnerabilities: self.vulnerabilities(),
            sampling,
        }
    }

    /// A positive statement needs a positive conclusion and, in a body's report, its positive decision.
    fn statement(
        &self,
        drawn: &Conclusion,
        decided: bool,
        certificate: Option<(Coded, bool)>,
        rows: &[out::RowEntry],
        findings: &[out::Finding],
    ) -> out::Statement {
        let given = drawn.is_positive() && (self.kind != ReportKind::CertificationBody || decided);
        let object = match self.checklist.object {
            Object::Component => "component",
            Object::ServiceProvider => "provider",
            Object::Process => "process",
        };
        let code = match (given, self.checklist.object) {
            (true, Object::Component) if self.texts("claim.requirements").is_empty() => {
                "component_levels".to_owned()
            }
            (true, Object::Component) => "component_requirements".to_owned(),
            (true, Object::ServiceProvider | Object::Process) => object.to_owned(),
            (false, _) if drawn.is_negative() => format!("{object}_negative"),
            (false, _) => format!("{object}_none"),
        };
        let mut limited_by = conclusion::limits(drawn, rows, findings);
        // Where the certificate rules the statement out, that is the reason; else there is another one.
        let barred = certificate.as_ref().is_some_and(|(_, barred)| *barred);
        limited_by.splice(0..0, certificate.map(|(limit, _)| limit));
        if !given && drawn.is_positive() && !barred {
            let code = if self.state.decision().is_some() { "decision_refused" } else { "no_decision" };
            limited_by.insert(0, Coded { code: code.to_owned(), args: BTreeMap::new() });
        }
        out::Statement { given, code, args: self.statement_args(), limited_by }
    }

    fn statement_args(&self) -> BTreeMap<String, String> {
        let object = match self.checklist.object {
            Object::Component => self.text("object.name"),
            Object::ServiceProvider | Object::Process => self.text("object.legal_entity"),
        };
        let pairs = [
            ("object", object),
            ("identifier", self.text("object.identifier")),
            ("issuer", self.text("issuer.name")),
            ("client", self.text("client.name")),
            ("document", self.checklist.document.clone()),
            ("edition", self.checklist.edition.clone()),
            ("method", self.checklist.method.clone()),
            ("roles", self.texts("object.roles").join(", ")),
        ];
        pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
    }

    fn rows(&self) -> Vec<out::RowEntry> {
        let findings = self.state.findings();
        let mut of_row: BTreeMap<RowKey, Vec<String>> = BTreeMap::new();
        for finding in findings {
            if let Some(row) = finding.raised.value.row {
                of_row.entry(row).or_default().push(finding.raised.value.finding);
            }
        }
        let entry = |key: RowKey, requirement: &Requirement, scope: &str| {
            let numbers = of_row.get(&key).cloned().unwrap_or_default();
            self.row(&key, requirement, scope, numbers)
        };
        match self.checklist.object {
            Object::Component => {
                let types = conclude::component_types(self.state);
                let claim = conclude::claim(self.state);
                let chosen = selected(self.checklist, &types, &claim);
                let scope = |r: &Requirement| {
                    if chosen.iter().any(|c| c.id == r.id) {
                        "selected"
                    } else if !r.applies_to.iter().any(|t| types.contains(t)) {
                        "other_type"
                    } else if matches!(claim, Claim::Requirements(_)) {
                        "not_listed"
                    } else {
                        "above_claim"
                    }
                };
                self.checklist.requirements.iter().map(|r| entry(RowKey::of(&r.id), r, scope(r))).collect()
            }
            Object::ServiceProvider | Object::Process => conclude::provider_rows(self.state, self.checklist)
                .into_iter()
                .filter_map(|key| {
                    let requirement = self.checklist.requirement(&key.requirement)?;
                    let verdict = self.state.row(&key).verdict.map(|v| v.value.verdict);
                    let excluded = self.state.excluded_by_profile(&key.requirement).is_some();
                    let out = excluded || verdict == Some(AnyVerdict::NotEvaluated);
                    let scope = if out { "out_of_scope" } else { "selected" };
                    Some(entry(key, requirement, scope))
                })
                .collect(),
        }
    }

    fn row(
        &self,
        key: &RowKey,
        requirement: &Requirement,
        scope: &str,
        findings: Vec<String>,
    ) -> out::RowEntry {
        let row = self.state.row(key);
        let set = row.verdict.as_ref();
        let verdict = set.map(|v| &v.value);
        let provider = !self.checklist.object.has_security_levels();
        let excluded = self.state.excluded_by_profile(&key.requirement);
        let open = if provider && excluded.is_none() {
            out::RowVerdict::Open
        } else {
            out::RowVerdict::NotEvaluated
        };
        let applicability = row.applicability.as_ref();
        let ruled_out = applicability.is_some_and(|a| !a.value.applicable);
        let by_profile =
            excluded.map(|(title, why)| [Some(title), why].into_iter().flatten().collect::<Vec<_>>());
        let scope_reason = by_profile
            .filter(|_| matches!(scope, "out_of_scope" | "not_listed"))
            .map(|parts| parts.join(": "))
            .or_else(|| (scope == "out_of_scope").then(|| verdict.map(|v| v.rationale.clone())).flatten());
        out::RowEntry {
            id: key.requirement.clone(),
            role: key.role.clone(),
            component: key.component.clone(),
            label: requirement.label.clone(),
            unsure: requirement.confidence == checklist::Confidence::Low,
            group: requirement.group.clone(),
            selected_from: requirement.selected_from,
            scope: scope.to_owned(),
            scope_reason,
            applicability: match applicability {
                Some(_) if ruled_out => "not_applicable",
                Some(_) => "applicable",
                None if verdict.is_some() => "applicable",
                None => "not_decided",
            }
            .to_owned(),
            justification: applicability.filter(|_| ruled_out).map(|a| a.value.justification.clone()),
            confirmed_by: applicability
                .filter(|a| ruled_out && a.value.confirmed)
                .map(|a| self.name(a.chain)),
            claim: self.claim_text(&row.claims),
            fulfilment: row.fulfilment.as_ref().map(|f| code_of(&f.value.mode)),
            countermeasure: row.fulfilment.as_ref().and_then(|f| {
                let measure = f.value.countermeasure.clone()?;
                Some(match &f.value.documented_in {
                    Some(place) => format!("{measure} ({place})"),
                    None => measure,
                })
            }),
            // What else is recorded may speak against the verdict; the row is open then, as in the conclusion.
            verdict: row.verdict_that_holds().map_or(open, |v| told(v.verdict)),
            counts_as: self.counts_as(requirement, row.verdict_that_holds().map(|v| v.verdict)),
            declared_ml: if provider { conclude::declared_ml(self.state, key) } else { None },
            evaluated_ml: verdict.and_then(|v| v.ml),
            // For a row outside the scope the rationale is the scope's reason, and is told there.
            rationale: verdict.filter(|_| scope != "out_of_scope").map(rationale).unwrap_or_default(),
            evidence: verdict.map(|v| self.evidence.uses(&v.evidence)).unwrap_or_default(),
            no_evidence_reason: verdict.and_then(|v| v.no_evidence_reason.clone()),
            findings,
            tests: Vec::new(),
            evaluator: set.map(|v| self.name(v.chain)),
            date: set.map(|v| day(&v.time)),
            // The evaluator's own confidence is not recorded; the pack's is about the pack.
            confidence: None,
            earlier: self.earlier(key, set),
            progress: Some(self.stages.of(key).code().to_owned()),
            lock: self.lock(key),
        }
    }

    /// An enhancement does not count without its base (6-2): what it counts as, where that is not its own verdict.
    fn counts_as(&self, requirement: &Requirement, own: Option<AnyVerdict>) -> Option<out::RowVerdict> {
        let parent = requirement.parent.as_ref().filter(|_| self.checklist.object == Object::Component)?;
        let base = self.state.row(&RowKey::of(parent)).verdict_that_holds().map(|v| v.verdict);
        match (own, base) {
            (own, Some(AnyVerdict::NotApplicable)) if own != Some(AnyVerdict::NotApplicable) => {
                Some(out::RowVerdict::NotApplicable)
            }
            (Some(AnyVerdict::Fulfilled), base) if base != Some(AnyVerdict::Fulfilled) => {
                Some(base.map_or(out::RowVerdict::NotEvaluated, told))
            }
            _ => None,
        }
    }

    /// Verdicts that were replaced: a fail that became a pass stays visible.
    fn earlier(&self, key: &RowKey, standing: Option<&Valued<VerdictSet>>) -> Vec<out::EarlierVerdict> {
        let history = self.state.verdict_history(key);
        let replaced = history.into_iter().filter(|v| standing.is_none_or(|s| s.id != v.id));
        replaced
            .map(|v| out::EarlierVerdict {
                verdict: told(v.value.verdict),
                evaluator: self.name(v.chain),
                date: day(&v.time),
                reason: v.value.rationale,
            })
            .collect()
    }

    /// What the vendor says. Where the vendor's file says several things, all of them.
    fn claim_text(&self, claims: &[Valued<evaluation::event::ClaimSet>]) -> Option<out::ClaimText> {
        let first = claims.first()?;
        let join = |texts: Vec<String>| texts.join(" / ");
        let answers = claims.iter().filter_map(|c| Some(c.value.response.as_ref()?.text.clone())).collect();
        let comments = claims.iter().filter_map(|c| Some(c.value.comment.as_ref()?.text.clone())).collect();
        let cell = |c: &Valued<evaluation::event::ClaimSet>| {
            c.value.response.as_ref().map_or_else(|| c.value.id.cell.clone(), |r| r.cell.clone())
        };
        Some(out::ClaimText {
            answer: join(answers),
            text: join(comments),
            origin: Some(out::Origin {
                file: first.value.file_name.clone(),
                sha256: first.value.file.clone(),
                sheet: first.value.sheet.clone(),
                cell: join(claims.iter().map(cell).collect()),
            }),
        })
    }

    fn activities(&self) -> Vec<out::ActivityEntry> {
        let entry = |activity: &checklist::Activity| {
            let set = self.state.activity(&activity.id);
            out::ActivityEntry {
                id: activity.id.clone(),
                group: format!("{} ({})", activity.group, activity.clause),
                verb: code_of(&activity.verb),
                label: activity.label.clone(),
                reference: activity.reference.clone(),
                verdict: set.as_ref().map(|s| code_of(&s.value.verdict)),
                rationale: set.as_ref().map(|s| s.value.rationale.clone()).unwrap_or_default(),
                evidence: set.as_ref().map(|s| self.evidence.uses(&s.value.evidence)).unwrap_or_default(),
                evaluator: set.as_ref().map(|s| self.name(s.chain)),
                date: set.map(|s| day(&s.time)),
            }
        };
        self.checklist.activities.iter().map(entry).collect()
    }

    fn findings(&self, today: &str) -> Vec<out::Finding> {
        let entry = |finding: evaluation::state::Finding| {
            let raised = &finding.raised;
            let about = raised.value.row.as_ref();
            out::Finding {
                id: raised.value.finding.clone(),
                requirement: about
                    .map(|r| r.requirement.clone())
                    .or_else(|| raised.value.activity.clone())
                    .unwrap_or_default(),
                role: about.and_then(|r| r.role.clone()),
                statement: raised.value.statement.clone(),
                objective_evidence: None,
                evidence: self.evidence.uses(&raised.value.evidence),
                raised_by: Some(self.name(raised.chain)),
                raised_on: Some(day(&raised.time)),
                ..self.handled(&finding, today)
            }
        };
        self.state.findings().into_iter().map(entry).collect()
    }

    fn register(&self) -> Vec<out::Evidence> {
        let entry = |(id, item): &(String, Valued<EvidenceAdd>)| {
            let e = &item.value;
            let withheld =
                self.state.value::<EvidenceWithhold>(&format!("evidence:{}", e.sha256), "withheld");
            out::Evidence {
                id: id.clone(),
                title: e.title.clone(),
                file: Some(e.name.clone()),
                revision: e.revision.clone().or_else(|| e.version.clone()),
                class: e.class.clone(),
                producer: e.producer.clone(),
                date: e.date.clone(),
                received: Some(day(&item.time)),
                media_type: e.media_type.clone(),
                size: e.size,
                sha256: e.sha256.clone(),
                confidentiality: e.confidentiality.clone(),
                withheld: withheld.map(|w| w.value.reason),
            }
        };
        self.evidence.items.iter().map(entry).collect()
    }

    fn conflicts(&self) -> Vec<out::Conflict> {
        let entry = |c: evaluation::state::Conflict| out::Conflict {
            subject: c.subject,
            field: c.field,
            values: c.events.iter().map(ToString::to_string).collect(),
        };
        self.state.conflicts().into_iter().map(entry).collect()
    }

    fn review(&self) -> Option<out::Review> {
        let review = self.state.review()?;
        let result = match review.value.result {
            ReviewResult::Accepted => "accepted",
            ReviewResult::Returned => "returned",
        };
        Some(out::Review {
            reviewer: self.name(review.chain),
            date: day(&review.time),
            result: result.to_owned(),
            points: vec![review.value.points],
            raised: self.points(),
        })
    }

    fn decision(&self) -> Option<out::Decision> {
        let decision = self.state.decision()?;
        Some(out::Decision {
            decider: self.name(decision.chain),
            date: day(&decision.time),
            result: decision.value.result.code().to_owned(),
            reasons: decision.value.reasons,
            conditions: decision.value.conditions,
            recommendation: self.optional("report.recommendation"),
        })
    }

    fn certificate(&self, today: &str) -> out::CertificateData {
        out::CertificateData {
            number: self.text("certificate.number"),
            scheme: self.text("certificate.scheme"),
            scope: course::reduced_scope(self.state, today).unwrap_or_else(|| self.text("certificate.scope")),
            effective: self.text("certificate.effective"),
            expiry: self.optional("certificate.expiry"),
            surveillance: self.optional("certificate.surveillance"),
            conditions_of_use: self.optional("certificate.conditions_of_use"),
            agreement: self.optional("certificate.agreement"),
            states: self.certificate_states(),
            visits: self.visits(),
        }
    }
}

/// The rationale, with the reason for a Pass below the declared level, which belongs to it.
fn rationale(verdict: &VerdictSet) -> String {
    match &verdict.lowered_claim {
        Some(reason) => format!("{} {reason}", verdict.rationale),
        None => verdict.rationale.clone(),
    }
}

fn told(verdict: AnyVerdict) -> out::RowVerdict {
    match verdict {
        AnyVerdict::Fulfilled => out::RowVerdict::Fulfilled,
        AnyVerdict::NotFulfilled => out::RowVerdict::NotFulfilled,
        AnyVerdict::Inconclusive => out::RowVerdict::Inconclusive,
        AnyVerdict::Pass => out::RowVerdict::Pass,
        AnyVerdict::Fail => out::RowVerdict::Fail,
        AnyVerdict::NotApplicable => out::RowVerdict::NotApplicable,
        AnyVerdict::NotEvaluated => out::RowVerdict::NotEvaluated,
    }
}

/// The code under which a value is written in JSON.
fn code_of<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn day(time: &str) -> String {
    time.chars().take(10).collect()
}
