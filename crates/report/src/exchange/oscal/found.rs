//! What was observed, found, and is at risk: rows, activities and nonconformities.

use std::collections::BTreeSet;

use super::Telling;
use super::controls::objective;
use super::model::{
    Actor, Finding, Observation, OfObservation, OfRisk, OnDate, Origin, Prop, Props, Relevant, Response,
    Risk, State, Subject, Target, Task, Timing,
};
use crate::RenderProblem;
use crate::contents::{ActivityEntry, EvidenceUse, Finding as Nonconformity, RowEntry};
use crate::exchange::texts::one_line;
use crate::exchange::{counted, is_open, key, met, moment, not_by_itself, reason};

/// What was judged: a row or an evaluation activity.
pub(super) enum Judged<'a> {
    Row(&'a RowEntry),
    Activity(&'a ActivityEntry),
}

impl Judged<'_> {
    /// Whether a nonconformity is on it.
    pub(super) fn has(&self, finding: &Nonconformity) -> bool {
        match self {
            Self::Row(row) => {
                let of_role = finding.role.is_none() || finding.role == row.role;
                row.findings.contains(&finding.id) || (row.id == finding.requirement && of_role)
            }
            Self::Activity(activity) => activity.id == finding.requirement,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Row(row) => format!("observation/{}", key(row)),
            Self::Activity(activity) => format!("observation-of-activity/{}", activity.id),
        }
    }
}

impl<'a> Telling<'a> {
    fn judged(&self) -> impl Iterator<Item = Judged<'a>> + use<'a> {
        let c = self.c;
        c.rows.iter().map(Judged::Row).chain(c.activities.iter().map(Judged::Activity))
    }

    /// Each row and each activity that is `wanted`, in the order of the report.
    pub(super) fn observations(
        &self,
        wanted: impl Fn(&Judged<'a>) -> bool,
    ) -> Result<Vec<Observation>, RenderProblem> {
        let all = self.judged().filter(wanted).map(|judged| match judged {
            Judged::Row(row) => self.row(row, judged.name()),
            Judged::Activity(activity) => self.activity(activity, judged.name()),
        });
        all.collect()
    }

    fn row(&self, row: &RowEntry, name: String) -> Result<Observation, RenderProblem> {
        let title = self.row_title(row)?;
        let why = if met(row).is_some() { row.rationale.as_str() } else { reason(row) };
        let mut props = self.row_props(row);
        props.maybe("date-recorded", row.date.is_none().then_some(false));
        Ok(Observation {
            uuid: self.ids.id(&name),
            description: if why.trim().is_empty() { title.clone() } else { why.to_owned() },
            title,
            props: props.0,
            methods: self.methods(&row.evidence),
            types: vec!["control-objective"],
            origins: self.origins(row.evaluator.as_deref()),
            subjects: self.subjects(),
            relevant_evidence: self.relevant(&row.evidence),
            collected: self.collected(row.date.as_deref()),
            remarks: match met(row) {
                Some(_) => String::new(),
                None => self.t.get("exchange-not-met-or-met")?,
            },
        })
    }

    fn activity(&self, activity: &ActivityEntry, name: String) -> Result<Observation, RenderProblem> {
        let verdict = activity.verdict.as_deref().unwrap_or("open");
        let said = self.t.code("activity", verdict)?;
        let title = one_line(&self.t.with("exchange-row", &[("id", &activity.id), ("verdict", &said)])?);
        let mut props = Props::default();
        props.put("activity-id", &activity.id);
        props.put("verdict", verdict);
        props.put("label", &activity.label);
        props.maybe("reference", activity.reference.as_deref());
        props.maybe("date-recorded", activity.date.is_none().then_some(false));
        Ok(Observation {
            uuid: self.ids.id(&name),
            description: if activity.rationale.trim().is_empty() {
                title.clone()
            } else {
                activity.rationale.clone()
            },
            title,
            props: props.0,
            methods: self.methods(&activity.evidence),
            types: vec!["discovery"],
            origins: self.origins(activity.evaluator.as_deref()),
            subjects: self.subjects(),
            relevant_evidence: self.relevant(&activity.evidence),
            collected: self.collected(activity.date.as_deref()),
            remarks: String::new(),
        })
    }

    fn row_title(&self, row: &RowEntry) -> Result<String, RenderProblem> {
        let verdict = self.t.code("verdict", row.verdict.code())?;
        Ok(one_line(&self.t.with("exchange-row", &[("id", &key(row)), ("verdict", &verdict)])?))
    }

    fn row_props(&self, row: &RowEntry) -> Props {
        let mut props = Props::default();
        props.put("requirement-id", &row.id);
        props.put("control-id", self.controls.token(&row.id));
        props.maybe("role", row.role.as_deref());
        props.maybe("component", row.component.as_deref());
        props.put("verdict", row.verdict.code());
        props.maybe("counts-as", row.counts_as.map(|verdict| verdict.code()));
        props.put("scope", &row.scope);
        props.put("applicability", &row.applicability);
        props.maybe("confirmed-by", row.confirmed_by.as_deref());
        props.maybe("fulfilment", row.fulfilment.as_deref());
        props.maybe("countermeasure", row.countermeasure.as_deref());
        props.maybe("declared-ml", row.declared_ml);
        props.maybe("evaluated-ml", row.evaluated_ml);
        props.maybe("confidence", row.confidence.as_deref());
        props.maybe("claim-answer", row.claim.as_ref().map(|claim| &claim.answer));
        props.maybe("claim-text", row.claim.as_ref().map(|claim| &claim.text));
        props.maybe("no-evidence-reason", row.no_evidence_reason.as_deref());
        for test in &row.tests {
            props.put("test", test);
        }
        for earlier in &row.earlier {
            let said = [earlier.verdict.code(), &earlier.date, &earlier.evaluator, &earlier.reason];
            props.put("earlier-verdict", said.join("; "));
        }
        props
    }

    /// What the classes of the evidence say; an evaluation without evidence has no method that could be named.
    fn methods(&self, uses: &[EvidenceUse]) -> Vec<&'static str> {
        let classes = uses.iter().filter_map(|one| self.c.evidence.iter().find(|item| item.id == one.id));
        let methods: BTreeSet<&'static str> = classes
            .map(|item| match item.class.as_str() {
                "interview" => "INTERVIEW",
                "requirement_test" | "security_test" | "evaluator_test" => "TEST",
                _ => "EXAMINE",
            })
            .collect();
        if methods.is_empty() { vec!["UNKNOWN"] } else { methods.into_iter().collect() }
    }

    fn origins(&self, evaluator: Option<&str>) -> Vec<Origin> {
        let known = evaluator.and_then(|name| self.known(name));
        known
            .map(|uuid| Origin { actors: vec![Actor { kind: "party", actor_uuid: uuid }] })
            .into_iter()
            .collect()
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject { subject_uuid: self.ids.id("object"), kind: "component" }]
    }

    fn relevant(&self, uses: &[EvidenceUse]) -> Vec<Relevant> {
        let uses = uses.iter().map(|one| Relevant {
            href: format!("#{}", self.ids.id(&format!("evidence/{}", one.id))),
            description: match one.place.as_deref().map(one_line).filter(|place| !place.is_empty()) {
                Some(place) => format!("{}: {place}", one.id),
                None => one.id.clone(),
            },
        });
        uses.collect()
    }

    /// The format wants a moment: the day of the verdict, else the last day of the evaluation, else that of issue.
    fn collected(&self, day: Option<&str>) -> String {
        let days = [day, self.c.conduct.to.as_deref()].into_iter().flatten().find(|day| !day.is_empty());
        moment(days.unwrap_or(&self.c.report.issued_on))
    }

    /// The rows that are met or not met.
    pub(super) fn findings(&self) -> Result<Vec<Finding>, RenderProblem> {
        let rows = self.c.rows.iter().filter_map(|row| met(row).map(|met| self.finding(row, met)));
        rows.collect()
    }

    fn finding(&self, row: &RowEntry, met: bool) -> Result<Finding, RenderProblem> {
        let title = self.row_title(row)?;
        let risks = self.c.findings.iter().filter(|one| Judged::Row(row).has(one));
        // What is not met by the component itself must not be taken for its own.
        let other = not_by_itself(self.c, row);
        let mut remarks: Vec<String> = other.map(|id| self.t.get(id)).transpose()?.into_iter().collect();
        if counted(row) != row.verdict {
            let verdict = self.t.code("verdict", counted(row).code())?;
            remarks.push(self.t.with("exchange-counted", &[("verdict", &verdict)])?);
        }
        Ok(Finding {
            uuid: self.ids.id(&format!("finding/{}", key(row))),
            description: if row.rationale.trim().is_empty() { title.clone() } else { row.rationale.clone() },
            title,
            props: self.row_props(row).0,
            target: Target {
                kind: "objective-id",
                target_id: objective(self.controls.token(&row.id)),
                title: self.named(&row.label)?,
                status: State {
                    state: if met { "satisfied" } else { "not-satisfied" },
                    reason: Some(match (met, other) {
                        (true, None) => "pass",
                        (true, Some(_)) => "other",
                        (false, _) => "fail",
                    }),
                    remarks: remarks.join(" "),
                },
            },
            related_observations: vec![OfObservation {
                observation_uuid: self.ids.id(&Judged::Row(row).name()),
            }],
            related_risks: risks
                .map(|one| OfRisk { risk_uuid: self.ids.id(&format!("risk/{}", one.id)) })
                .collect(),
        })
    }

    /// The observations that a nonconformity rests on.
    pub(super) fn observations_of(&self, finding: &Nonconformity) -> Vec<OfObservation> {
        let on = self.judged().filter(|judged| judged.has(finding));
        on.map(|judged| OfObservation { observation_uuid: self.ids.id(&judged.name()) }).collect()
    }

    pub(super) fn finding_title(&self, finding: &Nonconformity) -> Result<String, RenderProblem> {
        Ok(one_line(&format!("{}: {}", finding.id, self.t.code("grade", &finding.grade)?)))
    }

    pub(super) fn finding_props(&self, finding: &Nonconformity) -> Vec<Prop> {
        let mut props = Props::default();
        props.put("finding-id", &finding.id);
        props.put("grade", &finding.grade);
        props.put("state", &finding.state);
        props.put("requirement-id", &finding.requirement);
        props.maybe("role", finding.role.as_deref());
        props.maybe("raised-by", finding.raised_by.as_deref());
        props.maybe("raised-on", finding.raised_on.as_deref());
        props.maybe("due", finding.due.as_deref());
        props.maybe("verification", finding.verification.as_deref());
        for one in self.relevant(&finding.evidence) {
            props.put("evidence", one.description);
        }
        props.0
    }

    /// A nonconformity with its plan and deadline. A closed one is there too, as closed.
    pub(super) fn risk(&self, finding: &Nonconformity) -> Result<Risk, RenderProblem> {
        let title = self.finding_title(finding)?;
        let due = finding.due.as_deref().filter(|day| !day.is_empty());
        let objective = finding.objective_evidence.as_deref().unwrap_or_default();
        let reason = if finding.grade_reason.is_empty() { &title } else { &finding.grade_reason };
        Ok(Risk {
            uuid: self.ids.id(&format!("risk/{}", finding.id)),
            description: [finding.statement.as_str(), objective].join("\n\n").trim().to_owned(),
            statement: reason.clone(),
            props: self.finding_props(finding),
            status: match finding.state.as_str() {
                _ if !is_open(finding) => "closed",
                "plan_proposed" | "plan_accepted" | "implemented" => "remediating",
                _ => "open",
            },
            deadline: due.map(moment),
            remediations: self.remediation(finding, &title, due)?,
            related_observations: self.observations_of(finding),
            title,
        })
    }

    fn remediation(
        &self,
        finding: &Nonconformity,
        title: &str,
        due: Option<&str>,
    ) -> Result<Vec<Response>, RenderProblem> {
        let Some(plan) = finding.plan.clone().filter(|plan| !plan.is_empty()) else { return Ok(Vec::new()) };
        let milestone = self.t.get("exchange-milestone")?;
        let task = due.map(|day| Task {
            uuid: self.ids.id(&format!("milestone/{}", finding.id)),
            kind: "milestone",
            title: milestone,
            timing: Timing { on_date: OnDate { date: moment(day) } },
        });
        Ok(vec![Response {
            uuid: self.ids.id(&format!("remediation/{}", finding.id)),
            lifecycle: if is_open(finding) { "planned" } else { "completed" },
            title: title.to_owned(),
            description: plan,
            tasks: task.into_iter().collect(),
        }])
    }
}
