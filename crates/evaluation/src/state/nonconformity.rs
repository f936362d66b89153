//! What stands about nonconformities beside their state: the course, the plan, the escalation, the time limits.

use alloc::{collections::BTreeSet, string::String, vec::Vec};

use serde::de::DeserializeOwned;

use super::{Entry, Finding, State, Valued};
use crate::{
    code::codes,
    day::Day,
    event::{FindingEscalate, FindingMove, FindingState},
    verdict::Grade,
};

codes! {
    /// Which time limit passed.
    pub enum Limit {
        /// The client's answer.
        Answer = "answer",
        /// The action that the plan promised.
        Action = "action",
        /// The closure.
        Closure = "closure",
        /// The verification of a major; the practice stage is repeated (ISO/IEC 17021-1, 9.5.3.2, recalled).
        Major = "major",
        /// The surveillance visit that looks at it.
        Surveillance = "surveillance",
    }
}

/// A time limit of a finding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Due {
    /// The finding.
    pub finding: String,
    /// Which limit.
    pub limit: Limit,
    /// The last day that is in time, ISO 8601.
    pub until: String,
}

/// Days of grace where the case says nothing (one certification body; configurable, `docs/formats/events.md`).
const ANSWER_DAYS: u32 = 30;
const CLOSE_DAYS: u32 = 90;
const MAJOR_MONTHS: u32 = 6;

impl State {
    /// The course of a finding: its standing move, what that one supersedes, and so on, first move first. Empty while
    /// there is none or several compete.
    #[must_use]
    pub fn finding_course(&self, finding: &str) -> Vec<Valued<FindingMove>> {
        self.course(&alloc::format!("finding:{finding}"), "state")
    }

    /// What stands on the field, what that supersedes, and so on, oldest first: an order without a clock.
    pub(super) fn course<T: DeserializeOwned>(&self, subject: &str, field: &str) -> Vec<Valued<T>> {
        let entries = self.entries(subject, field);
        let mut course = Vec::new();
        let mut seen = BTreeSet::new();
        let mut at: Option<&Entry> = match self.standing(entries).as_slice() {
            [only] => Some(only),
            _ => None,
        };
        while let Some(entry) = at.filter(|entry| seen.insert(entry.id)) {
            course.extend(entry.decoded());
            // Entries are in a fixed order; of several that were settled by one move the last is followed.
            let before = |e: &&Entry| entry.supersedes.contains(&e.id) && self.has_effect(e);
            at = entries.iter().rev().find(before);
        }
        course.reverse();
        course
    }

    pub(super) fn plan_is_accepted(&self, finding: &str) -> bool {
        let course = self.finding_course(finding);
        let mut states = course.iter().rev().map(|m| m.value.state);
        states.find(|s| *s != FindingState::Implemented) == Some(FindingState::PlanAccepted)
    }

    /// The escalation that stands; of several one, so that the finding is major also while they compete.
    pub(super) fn escalation(&self, subject: &str) -> Option<Valued<FindingEscalate>> {
        self.values(subject, "grade").into_iter().next()
    }

    fn limit(&self, field: &str, otherwise: u32) -> u32 {
        self.case(field).and_then(|v| v.as_u64()?.try_into().ok()).unwrap_or(otherwise)
    }

    /// Every time limit of every open nonconformity.
    #[must_use]
    pub fn limits(&self) -> Vec<Due> {
        let open = |f: &Finding| f.state.is_open() && f.grade != Grade::Observation;
        self.findings().iter().filter(|f| open(f)).flat_map(|f| self.limits_of(f)).collect()
    }

    /// The limits that have passed on this day (`2026-11-23`). The last day of a limit is still in time.
    #[must_use]
    pub fn overdue(&self, today: &str) -> Vec<Due> {
        // Dates of this form compare as text.
        self.limits().into_iter().filter(|due| due.until.as_str() < today).collect()
    }

    fn limits_of(&self, finding: &Finding) -> Vec<Due> {
        let number = &finding.raised.value.finding;
        let mut limits = Vec::new();
        let mut add = |limit: Limit, until: Option<String>| {
            limits.extend(until.map(|until| Due { finding: number.clone(), limit, until }));
        };
        let raised = Day::of_time(&finding.raised.time);
        let moved = finding.moved.as_ref().and_then(|m| Day::of_time(&m.time));
        let answer_days = self.limit("findings.answer_days", ANSWER_DAYS);
        let since = match finding.state {
            FindingState::Raised | FindingState::Accepted => raised,
            FindingState::Upheld | FindingState::PlanRejected | FindingState::NotEffective => moved,
            _ => None,
        };
        add(Limit::Answer, since.and_then(|day| day.plus_days(answer_days)).map(|day| day.text()));
        if finding.state == FindingState::PlanAccepted {
            add(Limit::Action, finding.moved.as_ref().and_then(|m| m.value.due.clone()));
        }
        let major = finding.grade == Grade::Major;
        if major || !finding.plan_accepted {
            let days = self.limit("findings.close_days", CLOSE_DAYS);
            add(Limit::Closure, raised.and_then(|day| day.plus_days(days)).map(|day| day.text()));
        }
        if major {
            add(Limit::Major, self.major_limit(finding).map(|day| day.text()));
        } else {
            add(Limit::Surveillance, self.visit_of(number));
        }
        limits
    }

    /// The last day on which the correction of a major can be verified without repeating the practice stage; `None`
    /// where the last day of the evaluation is not recorded.
    fn major_limit(&self, finding: &Finding) -> Option<Day> {
        let conducted = self.case("conduct.to").and_then(|v| Day::read(v.as_str()?))?;
        let later = [Some(&finding.raised.time), finding.escalated.as_ref().map(|e| &e.time)];
        let later = later.into_iter().flatten().filter_map(|time| Day::of_time(time));
        let months = self.limit("findings.major_months", MAJOR_MONTHS);
        later.chain([conducted]).max()?.plus_months(months)
    }

    /// Major nonconformities whose correction was verified after the limit, each with the limit.
    #[must_use]
    pub fn verified_late(&self) -> Vec<Due> {
        let late = |finding: Finding| {
            let closed = finding.moved.as_ref().and_then(|m| Day::of_time(&m.time))?;
            let until = self.major_limit(&finding).filter(|until| closed > *until)?;
            Some(Due { finding: finding.raised.value.finding, limit: Limit::Major, until: until.text() })
        };
        let closed = |f: &Finding| f.grade == Grade::Major && f.state == FindingState::Closed;
        self.findings().into_iter().filter(closed).filter_map(late).collect()
    }

    /// The day of the first planned visit that looks at the finding.
    fn visit_of(&self, finding: &str) -> Option<String> {
        let plan = self.surveillance_plan()?.value;
        let looks = |v: &&crate::event::SurveillanceVisit| v.findings.iter().any(|f| f == finding);
        plan.visits.iter().find(looks).map(|visit| visit.due.clone())
    }

    /// Numbers of the open minor nonconformities.
    #[must_use]
    pub fn open_minors(&self) -> Vec<String> {
        let open = |f: &Finding| f.state.is_open() && f.grade == Grade::Minor;
        self.findings().into_iter().filter(open).map(|f| f.raised.value.finding).collect()
    }
}
