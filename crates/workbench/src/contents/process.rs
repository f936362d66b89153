//! The people behind a report: what they declared, what they are competent in, what experts contributed, which points the
//! review raised and which rows are locked.

use evaluation::{
    event::{ImpartialityPoint, RowKey},
    state::{PersonRecords, Point, PointState},
};
use report::contents as out;

use super::{Case, day};

impl Case<'_> {
    /// The declaration of a person, with what a quality manager made of just that one.
    pub(super) fn declaration(&self, records: &PersonRecords) -> Option<out::Impartiality> {
        let declared = records.declaration.as_ref()?;
        let point = |point: &ImpartialityPoint| {
            let tie = declared.value.points.of(*point);
            out::ImpartialityPoint {
                code: point.code().to_owned(),
                yes: tie.tie,
                explanation: tie.explanation.clone(),
            }
        };
        // Several that contradict each other are nobody's result.
        let of_this = declared.id.to_string();
        let mut judged = records.clearances.iter().filter(|c| c.value.declaration.as_ref() == Some(&of_this));
        let review = judged.next().filter(|_| judged.next().is_none());
        Some(out::Impartiality {
            declared_on: day(&declared.time),
            points: ImpartialityPoint::ALL.iter().map(point).collect(),
            remark: declared.value.text.clone(),
            reviewed_by: review.map(|r| self.name(r.chain)),
            reviewed_on: review.map(|r| day(&r.time)),
            result: review.map(|r| r.value.result.code().to_owned()),
            reasons: review.map(|r| r.value.reasons.clone()),
        })
    }

    /// The areas of a person's competence; empty where there is only a text on the card.
    pub(super) fn areas(&self, records: &PersonRecords) -> Vec<out::CompetenceArea> {
        let Some(record) = &records.competence else { return Vec::new() };
        let area = |area: &evaluation::event::Area| out::CompetenceArea {
            area: area.name.clone(),
            basis: record.value.basis.clone(),
            until: Some(record.value.valid_until.clone()),
            recorded_by: Some(self.name(record.chain)),
        };
        record.value.areas.iter().map(area).collect()
    }

    /// What experts signed, by number.
    pub(super) fn contributions(&self) -> Vec<out::Contribution> {
        let told = |one: evaluation::state::Valued<evaluation::event::ContributionSign>| {
            let rows = one.value.rows.iter().map(RowKey::to_string);
            out::Contribution {
                expert: self.name(one.chain),
                date: day(&one.time),
                subjects: rows.chain(one.value.activities.iter().cloned()).collect(),
                text: one.value.text.clone(),
            }
        };
        self.state.contributions().into_iter().map(told).collect()
    }

    /// The points of the review; of two that were given one number on two copies each is told.
    pub(super) fn points(&self) -> Vec<out::ReviewPoint> {
        self.state.points().iter().flat_map(|point| self.point(point)).collect()
    }

    fn point(&self, point: &Point) -> Vec<out::ReviewPoint> {
        let state = match point.state {
            PointState::Raised | PointState::Answered => "open",
            PointState::NotSettled => "not_settled",
            PointState::Settled => "settled",
            PointState::Withdrawn => "withdrawn",
        };
        let ended = matches!(point.state, PointState::Settled | PointState::Withdrawn);
        let closed = point.closed.last().filter(|_| ended);
        let answers = || point.answers.iter();
        let joined = |list: Vec<String>| Some(list.join(" · ")).filter(|text| !text.is_empty());
        let told = |raised: &evaluation::state::Valued<evaluation::event::ReviewPoint>| {
            let value = &raised.value;
            let row = value.row.as_ref().map(RowKey::to_string);
            out::ReviewPoint {
                id: point.number.clone(),
                subject: row
                    .or_else(|| value.activity.clone())
                    .or_else(|| value.finding.clone())
                    .unwrap_or_default(),
                text: value.text.clone(),
                raised_on: day(&raised.time),
                answer: joined(answers().map(|a| a.value.text.clone()).collect()),
                answered_by: joined(answers().map(|a| self.name(a.chain)).collect()),
                state: state.to_owned(),
                closed_on: closed.map(|c| day(&c.time)),
            }
        };
        point.raised.iter().map(told).collect()
    }

    /// Who locked the row, where it is locked; of several locks the first by its claimed time.
    pub(super) fn lock(&self, row: &RowKey) -> Option<out::Lock> {
        let mut locks = self.state.locks_on(row);
        locks.sort_by(|a, b| (&a.time, &a.id).cmp(&(&b.time, &b.id)));
        locks.first().map(|lock| out::Lock { by: self.name(lock.chain), on: day(&lock.time) })
    }
}
