//! The report as attestations of CycloneDX 1.6.
//!
//! The requirement document is a standard with requirements (id and own label) and levels; each row is one line of the
//! attestation's map with the claim of the supplier, the findings against it and, only where it is met or not met, a
//! conformance of 1 or 0. Everything the format has no member for is a property `assay:…`.

mod model;
mod properties;

use model::{
    Address, Affirmation, Assessor, Attachment, Attestation, Bom, Claim, Component, Confidence, Conformance,
    Contact, Data, Declarations, Definitions, Evidence, Hash, Holding, Level, Mapping, Metadata,
    Organisation, Property, Reference, Requirement, Signatory, Standard, Targets, Tools,
};

use super::{
    counted, file_of, ids::Ids, is_open, key, met, moment, named_by_hash, not_by_itself, texts::Texts,
};
use crate::contents::{Contents, EvidenceUse, Finding, Object, RowEntry};
use crate::{RenderProblem, Words, phrase};
use std::collections::BTreeSet;

/// The reference of what is judged.
const TARGET: &str = "target";
/// The reference of the body that judges.
const ASSESSOR: &str = "assessor";
/// Highest security level and highest maturity level.
const LEVELS: u8 = 4;

/// The bytes of the file, in canonical JSON. Same data set and words, same bytes.
///
/// # Errors
/// [`RenderProblem::Untrue`] when the data set contradicts itself, [`RenderProblem::MissingWord`] for a text that is not
/// there, [`RenderProblem::Json`] as in [`crate::json::write`].
pub fn write(contents: &Contents, words: &Words) -> Result<Vec<u8>, RenderProblem> {
    super::refuse_untrue(contents)?;
    let telling = Telling { c: contents, t: Texts(words), ids: Ids::of(contents)? };
    crate::json::canonical(&telling.bom()?)
}

/// What is told, with which words and ids.
struct Telling<'a> {
    c: &'a Contents,
    t: Texts<'a>,
    ids: Ids,
}

impl Telling<'_> {
    fn bom(&self) -> Result<Bom, RenderProblem> {
        Ok(Bom {
            schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
            bom_format: "CycloneDX",
            spec_version: "1.6",
            serial_number: format!("urn:uuid:{}", self.ids.id("cyclonedx")),
            version: 1,
            metadata: Metadata {
                timestamp: moment(&self.c.report.issued_on),
                tools: Tools { components: vec![program(&self.c.integrity.app_version)] },
                authors: self.evaluators(),
                manufacturer: self.issuer(),
            },
            definitions: Definitions { standards: vec![self.standard()?] },
            declarations: Declarations {
                assessors: vec![Assessor {
                    bom_ref: ASSESSOR,
                    third_party: self.c.independence.party == "third",
                    organization: self.issuer(),
                }],
                attestations: vec![self.attestation()?],
                claims: self.claims()?,
                evidence: self.evidence()?,
                targets: self.targets(),
                affirmation: self.affirmation()?,
            },
            properties: properties::of(self)?,
        })
    }

    fn issuer(&self) -> Organisation {
        Organisation {
            bom_ref: None,
            name: self.c.issuer.name.clone(),
            address: address(&self.c.issuer.address),
            contact: self.evaluators(),
        }
    }

    fn evaluators(&self) -> Vec<Contact> {
        let evaluates = |role: &String| matches!(role.as_str(), "lead" | "evaluator");
        let people = self.c.people.iter().filter(|person| person.roles.iter().any(evaluates));
        people.map(|person| Contact { name: person.name.clone() }).collect()
    }

    fn standard(&self) -> Result<Standard, RenderProblem> {
        let mut seen = BTreeSet::new();
        let rows: Vec<&RowEntry> = self.c.rows.iter().filter(|row| seen.insert(row.id.as_str())).collect();
        let requirements = rows.iter().map(|row| Requirement {
            bom_ref: requirement(&row.id),
            identifier: row.id.clone(),
            title: row.label.clone(),
            parent: base(&row.id)
                .into_iter()
                .find(|id| seen.contains(id.as_str()))
                .map(|id| requirement(&id)),
            properties: requirement_properties(row),
        });
        let mut version = self.c.basis.edition.clone();
        for amendment in &self.c.basis.amendments {
            version.push_str(&format!(" + {amendment}"));
        }
        Ok(Standard {
            bom_ref: "standard".to_owned(),
            name: self.c.basis.document.clone(),
            version,
            description: self.t.get("own-labels")?,
            owner: "IEC",
            requirements: requirements.collect(),
            levels: self.levels(&rows)?,
        })
    }

    /// SL-C 1 to 4 with the rows that 4-2 selects for each, or ML 1 to 4, which every row can have.
    fn levels(&self, rows: &[&RowEntry]) -> Result<Vec<Level>, RenderProblem> {
        let component = matches!(self.c.object, Object::Component(_));
        (1..=LEVELS)
            .map(|n| {
                let selected = rows.iter().filter(|row| row.selected_from.is_some_and(|from| from <= n));
                let (code, text) = if component { ("SL-C", "exchange-sl") } else { ("ML", "exchange-ml") };
                Ok(Level {
                    bom_ref: format!("level:{n}"),
                    identifier: format!("{code} {n}"),
                    title: self.t.with(text, &[("n", &n.to_string())])?,
                    requirements: if component {
                        selected.map(|row| requirement(&row.id)).collect()
                    } else {
                        Vec::new()
                    },
                })
            })
            .collect()
    }

    fn attestation(&self) -> Result<Attestation, RenderProblem> {
        Ok(Attestation {
            summary: self.summary()?,
            assessor: ASSESSOR,
            map: self.c.rows.iter().map(|row| self.mapping(row)).collect::<Result<_, _>>()?,
        })
    }

    fn summary(&self) -> Result<String, RenderProblem> {
        let head = &self.c.report;
        let mut args = vec![("number", head.number.as_str()), ("sha256", self.ids.data.as_str())];
        let (kind, revision) = (self.t.code("kind", head.kind.code())?, head.revision.to_string());
        args.extend([("kind", kind.as_str()), ("revision", revision.as_str())]);
        let mut text = self.t.with("exchange-rendering", &args)?;
        if head.draft {
            text = format!("{text} {}", self.t.get("draft-unsigned")?);
        }
        Ok(text)
    }

    fn mapping(&self, row: &RowEntry) -> Result<Mapping, RenderProblem> {
        let open =
            self.c.findings.iter().filter(|finding| is_open(finding) && row.findings.contains(&finding.id));
        Ok(Mapping {
            requirement: requirement(&row.id),
            claims: vec![claim(row)],
            counter_claims: open.map(finding_ref).collect(),
            conformance: met(row).map(|met| self.conformance(row, met)).transpose()?,
            confidence: match row.confidence.as_deref() {
                Some(code) if !code.is_empty() => {
                    Some(Confidence { rationale: self.t.code("confidence", code)? })
                }
                _ => None,
            },
        })
    }

    /// What is not met by the component itself says so first, so that no reader takes it for the component's own.
    fn conformance(&self, row: &RowEntry, met: bool) -> Result<Conformance, RenderProblem> {
        let mut rationale = Vec::new();
        if let Some(id) = not_by_itself(self.c, row) {
            rationale.push(self.t.get(id)?);
        }
        if counted(row) != row.verdict {
            let counted = self.t.code("verdict", counted(row).code())?;
            rationale.push(self.t.with("exchange-counted", &[("verdict", &counted)])?);
        }
        rationale.extend((!row.rationale.is_empty()).then(|| row.rationale.clone()));
        Ok(Conformance {
            score: u8::from(met),
            rationale: rationale.join(" "),
            mitigation_strategies: row.countermeasure.iter().map(|_| countermeasure(row)).collect(),
        })
    }

    fn claims(&self) -> Result<Vec<Claim>, RenderProblem> {
        let rows = self.c.rows.iter().map(|row| self.claim_of(row));
        let findings = self.c.findings.iter().map(|finding| {
            Ok(Claim {
                bom_ref: finding_ref(finding),
                target: TARGET.to_owned(),
                predicate: finding.statement.clone(),
                reasoning: finding.objective_evidence.clone().unwrap_or_default(),
                evidence: uses(&finding.evidence),
            })
        });
        rows.chain(findings).collect()
    }

    /// The supplier's own answer, never a verdict; where there is none, that there is none.
    fn claim_of(&self, row: &RowEntry) -> Result<Claim, RenderProblem> {
        let (predicate, reasoning) = match &row.claim {
            Some(said) => {
                let args = [("requirement", row.id.as_str()), ("answer", said.answer.as_str())];
                (self.t.with("exchange-claim", &args)?, said.text.clone())
            }
            None => (self.t.with("exchange-no-claim", &[("requirement", &row.id)])?, String::new()),
        };
        Ok(Claim {
            bom_ref: claim(row),
            target: TARGET.to_owned(),
            predicate,
            reasoning,
            evidence: uses(&row.evidence),
        })
    }

    fn evidence(&self) -> Result<Vec<Evidence>, RenderProblem> {
        let register = self.c.evidence.iter().map(|item| {
            Ok(Evidence {
                bom_ref: evidence(&item.id),
                description: item.title.clone(),
                data: vec![Data {
                    name: file_of(item).to_owned(),
                    contents: Holding::Url(named_by_hash(&item.sha256)),
                    classification: item.confidentiality.clone(),
                }],
                created: item.date.as_deref().filter(|day| !day.is_empty()).map(moment),
            })
        });
        let countermeasures = self.c.rows.iter().filter_map(|row| {
            let text = row.countermeasure.clone()?;
            Some(self.t.with("exchange-countermeasure", &[("requirement", &row.id)]).map(|description| {
                Evidence {
                    bom_ref: countermeasure(row),
                    data: vec![Data {
                        name: description.clone(),
                        contents: Holding::Attachment(Attachment {
                            content_type: "text/plain",
                            content: text,
                        }),
                        classification: String::new(),
                    }],
                    description,
                    created: None,
                }
            }))
        });
        register.chain(countermeasures).collect()
    }

    fn targets(&self) -> Targets {
        let mut client = Organisation {
            bom_ref: Some(TARGET.to_owned()),
            name: self.c.object.name().to_owned(),
            address: address(&self.c.client.address),
            contact: Vec::new(),
        };
        let Object::Component(object) = &self.c.object else {
            return Targets { organizations: vec![client], components: Vec::new() };
        };
        client.bom_ref = None;
        client.name = object.supplier.clone().unwrap_or_else(|| self.c.client.name.clone());
        if object.supplier.is_some() {
            client.address = None;
        }
        let versions = [&object.hardware, &object.firmware, &object.software];
        let software = !object.types.is_empty() && object.types.iter().all(|code| code == "SAR");
        let files = object
            .file_hashes
            .iter()
            .map(|file| Component { hashes: vec![sha256(&file.sha256)], ..component("file", &file.file) });
        let types = object.types.iter().map(|code| property("assay:component:type", code));
        Targets {
            organizations: Vec::new(),
            components: vec![Component {
                bom_ref: Some(TARGET.to_owned()),
                supplier: Some(client),
                version: versions.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", "),
                description: object.description.clone(),
                components: files.collect(),
                properties: types
                    .chain(
                        (!object.identifier.is_empty())
                            .then(|| property("assay:component:identifier", &object.identifier)),
                    )
                    .collect(),
                ..component(if software { "application" } else { "device" }, &object.name)
            }],
        }
    }

    /// The report's own statement with what limits it. Nobody affirms a draft.
    fn affirmation(&self) -> Result<Affirmation, RenderProblem> {
        let statement = format!("statement-{}-{}", self.c.report.kind.code(), self.c.statement.code);
        let mut text = vec![self.t.filled(&statement, &phrase::arguments(self.c))?];
        for limit in phrase::limits(self.c) {
            text.push(self.t.filled(&format!("limit-{}", limit.code), &limit.args)?);
        }
        let signers = self.c.report.signatures.iter().filter(|_| !self.c.report.draft);
        let signatories = signers.map(|signer| {
            Ok(Signatory {
                name: signer.name.clone(),
                role: self.t.code("sign", &signer.place)?,
                organization: Organisation {
                    bom_ref: None,
                    name: signer.organisation.clone(),
                    address: None,
                    contact: Vec::new(),
                },
                external_reference: Reference {
                    kind: "attestation",
                    url: named_by_hash(&self.ids.data),
                    comment: self.t.get("exchange-signature")?,
                    hashes: vec![sha256(&self.ids.data)],
                },
            })
        });
        Ok(Affirmation { statement: text.join(" "), signatories: signatories.collect::<Result<_, _>>()? })
    }
}

fn program(version: &str) -> Component {
    Component { version: version.to_owned(), ..component("application", "Assay") }
}

fn component(kind: &'static str, name: &str) -> Component {
    Component {
        kind,
        bom_ref: None,
        supplier: None,
        name: name.to_owned(),
        version: String::new(),
        description: String::new(),
        hashes: Vec::new(),
        components: Vec::new(),
        properties: Vec::new(),
    }
}

fn address(text: &str) -> Option<Address> {
    (!text.is_empty()).then(|| Address { street_address: text.to_owned() })
}

fn sha256(hex: &str) -> Hash {
    Hash { alg: "SHA-256", content: hex.to_owned() }
}

fn property(name: &str, value: &str) -> Property {
    Property { name: name.to_owned(), value: value.to_owned() }
}

fn requirement_properties(row: &RowEntry) -> Vec<Property> {
    let mut all = vec![property("assay:requirement:group", &row.group)];
    all.extend(row.unsure.then(|| property("assay:requirement:unsure", "true")));
    all
}

/// The ids that the base of an enhancement may have: `CR 1.1` of `CR 1.1 RE(2)`, `SP.01.01 BR` of `SP.01.01 RE(1)`.
fn base(id: &str) -> Vec<String> {
    match id.rsplit_once(" RE") {
        Some((base, _)) => vec![base.to_owned(), format!("{base} BR")],
        None => Vec::new(),
    }
}

fn requirement(id: &str) -> String {
    format!("requirement:{id}")
}

fn claim(row: &RowEntry) -> String {
    format!("claim:{}", key(row))
}

fn countermeasure(row: &RowEntry) -> String {
    format!("countermeasure:{}", key(row))
}

fn finding_ref(finding: &Finding) -> String {
    format!("finding:{}", finding.id)
}

fn evidence(id: &str) -> String {
    format!("evidence:{id}")
}

/// The pieces of evidence, each once.
fn uses(list: &[EvidenceUse]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    list.iter().filter(|one| seen.insert(one.id.as_str())).map(|one| evidence(&one.id)).collect()
}
