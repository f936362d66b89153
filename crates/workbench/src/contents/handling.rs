//! How findings were handled, how the sample was drawn and what became of a certificate, part by part.

use evaluation::{
    event::{FindingMove, FindingState, Judged, SamplingDraw, SurveillanceVisit},
    state::{Finding, Valued},
};
use report::contents as out;

use super::{Case, code_of, day};
use crate::course;

impl Case<'_> {
    /// What was recorded about the handling of a finding, on top of its statement; `today` is the day of issue.
    pub(super) fn handled(&self, finding: &Finding, today: &str) -> out::Finding {
        let number = &finding.raised.value.finding;
        let course = self.state.finding_course(number);
        let overdue = self.state.overdue(today).into_iter().filter(|due| due.finding == *number);
        out::Finding {
            grade: code_of(&finding.grade),
            grade_reason: finding.raised.value.grade_reason.clone(),
            state: finding.state.code().to_owned(),
            plan: course::plan(&course),
            due: finding.moved.as_ref().and_then(|m| m.value.due.clone()),
            verification: course::verification(&course, |chain| self.name(chain)),
            overdue_since: overdue.map(|due| due.until).min(),
            answer: self.answer(&course),
            checks: course.iter().filter_map(|step| self.check(step)).collect(),
            grades: self.grades(finding),
            repeats: finding.raised.value.repeats.clone(),
            ..out::Finding::default()
        }
    }

    fn answer(&self, course: &[Valued<FindingMove>]) -> Option<out::FindingAnswer> {
        let newest = course.iter().rev().find(|step| step.value.answer.is_some())?;
        let answer = newest.value.answer.clone()?;
        Some(out::FindingAnswer {
            on: Some(day(&newest.time)),
            by: Some(self.name(newest.chain)),
            correction: answer.containment,
            extent: answer.extent,
            root_cause: answer.root_cause,
            corrective_action: answer.action,
            owner: answer.owner,
            evidence: self.evidence.uses(&newest.value.evidence),
        })
    }

    /// A verification whose way is recorded; one without is told in `verification`.
    fn check(&self, step: &Valued<FindingMove>) -> Option<out::FindingCheck> {
        let result = match step.value.state {
            FindingState::Closed => "effective",
            FindingState::NotEffective => "not_effective",
            _ => return None,
        };
        Some(out::FindingCheck {
            on: day(&step.time),
            by: self.name(step.chain),
            method: code_of(&step.value.method?),
            result: result.to_owned(),
            note: Some(step.value.note.clone()),
            evidence: self.evidence.uses(&step.value.evidence),
        })
    }

    fn grades(&self, finding: &Finding) -> Vec<out::GradeChange> {
        let changed = finding.escalated.iter().map(|escalated| out::GradeChange {
            from: code_of(&finding.raised.value.grade),
            to: code_of(&finding.grade),
            on: day(&escalated.time),
            by: self.name(escalated.chain),
            reason: escalated.value.reason.clone(),
        });
        changed.collect()
    }

    /// The sample as the case tells it and as it was drawn; `None` while neither is recorded.
    pub(super) fn sampling(&self) -> Option<out::Sampling> {
        let drawn = course::sampling(self.state);
        let (population, method) = (self.text("sampling.population"), self.text("sampling.method"));
        if self.checklist.object.has_security_levels() || (population.is_empty() && drawn.is_none()) {
            return None;
        }
        let drawn = drawn.unwrap_or_default();
        let both = |own: String, drawn: String| {
            let parts = [own, drawn].into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" · ")
        };
        let own = self.texts("sampling.sample");
        let (draw, sample) = match self.state.draws().as_slice() {
            // One draw and nothing else is shown item by item, so that it can be drawn again from the page.
            [only] if own.is_empty() => {
                let sample = only.value.sample().into_iter().map(str::to_owned).collect();
                (Some(self.draw(only)), sample)
            }
            _ => (None, own.into_iter().chain(drawn.sample).collect()),
        };
        Some(out::Sampling {
            population: both(population, drawn.population),
            population_size: drawn.population_size,
            method: both(method, drawn.method),
            sample,
            draw,
        })
    }

    fn draw(&self, draw: &Valued<SamplingDraw>) -> out::Draw {
        let value = &draw.value;
        let reason = |list: &[Judged], item: &str| {
            list.iter().find(|judged| judged.item == item).map(|judged| judged.reason.clone())
        };
        let item = |of: &evaluation::event::PopulationItem| {
            let (added, left_out) = (reason(&value.added, &of.item), reason(&value.left_out, &of.item));
            let chosen = if value.chosen.contains(&of.item) {
                "by_rule"
            } else if added.is_some() {
                "added"
            } else if left_out.is_some() {
                "left_out"
            } else {
                "not_chosen"
            };
            let told = of.values.iter().filter(|v| !v.is_empty()).cloned().collect::<Vec<_>>().join(", ");
            out::DrawItem {
                id: of.item.clone(),
                note: Some(told).filter(|told| !told.is_empty()),
                chosen: chosen.to_owned(),
                reason: added.or(left_out),
            }
        };
        out::Draw {
            on: day(&draw.time),
            by: self.name(draw.chain),
            seed: value.seed.clone(),
            rule: "sha256_lowest".to_owned(),
            wanted: value.n,
            source: self.evidence.uses(std::slice::from_ref(&value.source)).pop().map(|used| used.id),
            items: value.population.iter().map(item).collect(),
        }
    }

    /// The states of the certificate, oldest first.
    pub(super) fn certificate_states(&self) -> Vec<out::CertificateState> {
        let told = |set: Valued<evaluation::event::CertificateSet>| out::CertificateState {
            state: code_of(&set.value.state),
            date: set.value.date,
            reason: set.value.reason,
            directory_text: Some(set.value.directory),
            scope: set.value.scope,
            by: Some(self.name(set.chain)),
        };
        self.state.certificate_course().into_iter().map(told).collect()
    }

    /// Visits as planned, each with what was recorded of it in the order of the days; visits that nobody planned come last.
    pub(super) fn visits(&self) -> Vec<out::Visit> {
        let planned = self.state.surveillance_plan().map(|plan| plan.value.visits).unwrap_or_default();
        let mut held = self.state.surveillance_records().into_iter().map(|record| record.value);
        let topics = |visit: &SurveillanceVisit| {
            let rows = visit.rows.join(", ");
            let rows = Some(rows).filter(|rows| !rows.is_empty());
            visit.findings.iter().chain(&visit.other).cloned().chain(rows).collect()
        };
        let mut visits = Vec::new();
        for visit in &planned {
            let record = held.next();
            visits.push(out::Visit {
                due: visit.due.clone(),
                topics: topics(visit),
                held_on: record.as_ref().map(|r| r.date.clone()),
                result: record.map(|r| r.summary),
            });
        }
        visits.extend(held.map(|record| out::Visit {
            due: record.date.clone(),
            topics: record.findings,
            held_on: Some(record.date),
            result: Some(record.summary),
        }));
        visits
    }
}
