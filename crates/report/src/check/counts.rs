//! Totals must be reproducible from the rows that stand beside them.

use super::Found;
use crate::contents::{
    ComponentConclusion, Conclusion, Contents, Counts, ProviderConclusion, RowEntry, RowVerdict, Tuple,
};
use std::collections::BTreeMap;

pub(super) fn check(c: &Contents, found: &mut Found) {
    match &c.conclusion {
        Conclusion::Component(conclusion) => component(c, conclusion, found),
        Conclusion::ServiceProvider(conclusion) => provider(c, conclusion, found),
    }
}

fn component(c: &Contents, conclusion: &ComponentConclusion, found: &mut Found) {
    levels(c, conclusion, found);
    tuples(&conclusion.tuples, found);
    for line in &conclusion.counts {
        let sum = [
            line.fulfilled_by_component,
            line.fulfilled_by_integration,
            line.not_fulfilled,
            line.not_applicable,
            line.inconclusive,
            line.not_evaluated,
        ];
        found.expect(
            sum.iter().map(|n| u64::from(*n)).sum::<u64>() == u64::from(line.specified),
            "count-sum",
            line.group.as_str(),
        );
        let rows: Vec<&RowEntry> =
            c.rows.iter().filter(|row| row.group == line.group && row.scope == "selected").collect();
        // Families (SAR, EDR …) and the total are other cuts through the same rows: their sums are
        // checked above, and the groups, which hold every row once, are checked against the rows.
        if c.rows.iter().any(|row| row.group == line.group) {
            let counted = count(&line.group, &rows);
            found.expect(counted == *line, "count-rows", line.group.as_str());
        }
    }
}

fn levels(c: &Contents, conclusion: &ComponentConclusion, found: &mut Found) {
    let declared = &c.claim.declared_levels;
    let shape = declared.is_empty() || declared.len() == 7;
    found.expect(shape, "level-vector", "claim.declared_levels");
    let concluded = conclusion.levels.is_empty() || conclusion.levels.len() == 7;
    found.expect(concluded, "level-vector", "conclusion.component.levels");
    for (n, level) in (1u8..).zip(&conclusion.levels) {
        let place = format!("FR {}", level.fr);
        found.expect(level.fr == n, "level-order", place.as_str());
        let said = declared.get(usize::from(n).saturating_sub(1));
        let same = said.is_none_or(|said| *said == level.declared);
        found.expect(same, "level-declared", place.as_str());
        let capped = [level.native, level.with_integration]
            .iter()
            .flatten()
            .all(|reached| *reached <= level.declared && *reached <= 4);
        found.expect(capped, "level-above-claim", place.as_str());
        let ordered = level.native <= level.with_integration;
        found.expect(ordered, "level-integration-lower", place.as_str());
    }
    let confirmed =
        matches!(conclusion.outcome.as_str(), "confirmed" | "confirmed_with_integration" | "below_declared");
    if !confirmed {
        let none = conclusion.levels.iter().all(|l| l.native.is_none());
        found.expect(none, "level-without-conclusion", conclusion.outcome.as_str());
    }
}

fn provider(c: &Contents, conclusion: &ProviderConclusion, found: &mut Found) {
    tuples(&conclusion.tuples, found);
    tuples(&conclusion.role_tuples, found);
    let mut verdicts: BTreeMap<String, u32> = BTreeMap::new();
    let mut distribution = [0u32; 4];
    let mut lowest = None;
    for row in &c.rows {
        let n = verdicts.entry(row.verdict.code().to_owned()).or_default();
        *n = n.saturating_add(1);
        let (RowVerdict::Pass, Some(ml)) = (row.verdict, row.evaluated_ml) else {
            continue;
        };
        let slot = distribution.get_mut(usize::from(ml).saturating_sub(1));
        if let Some(slot) = slot {
            *slot = slot.saturating_add(1);
        }
        lowest = Some(lowest.map_or(ml, |least: u8| least.min(ml)));
    }
    let said = conclusion.row_counts.iter().filter(|(_, n)| **n > 0);
    let same = said.eq(verdicts.iter());
    found.expect(same, "count-rows", "conclusion.service_provider.row_counts");
    found.expect(
        conclusion.ml_distribution == distribution,
        "ml-distribution",
        "conclusion.service_provider.ml_distribution",
    );
    found.expect(conclusion.lowest_ml == lowest, "lowest-ml", "conclusion.service_provider.lowest_ml");
}

/// ra + nar + fail + N/E = TR in every line, and the lines add up to the line `total`.
fn tuples(lines: &[Tuple], found: &mut Found) {
    let parts = |t: &Tuple| [t.ra, t.nar, t.fail, t.ne(), t.tr].map(u64::from);
    let mut sums = [0u64; 5];
    for line in lines {
        let [ra, nar, fail, ne, tr] = parts(line);
        let adds_up = ra.saturating_add(nar).saturating_add(fail).saturating_add(ne) == tr;
        found.expect(adds_up, "tuple-sum", line.group.as_str());
        if line.group == "total" && line.role.is_none() {
            found.expect(parts(line) == sums, "tuple-total", line.group.as_str());
        } else {
            for (sum, part) in sums.iter_mut().zip(parts(line)) {
                *sum = sum.saturating_add(part);
            }
        }
    }
}

fn count(group: &str, rows: &[&RowEntry]) -> Counts {
    let of = |wanted: &dyn Fn(&RowEntry) -> bool| {
        u32::try_from(rows.iter().filter(|row| wanted(row)).count()).unwrap_or(u32::MAX)
    };
    let effective = |row: &RowEntry| row.counts_as.unwrap_or(row.verdict);
    let verdict = |wanted: RowVerdict| of(&|row| effective(row) == wanted);
    let native = |row: &RowEntry| row.fulfilment.as_deref() == Some("by_component");
    // An enhancement stands on its base: where the base needs integration, so does the enhancement.
    let base_is_native = |row: &RowEntry| {
        let base = row.id.split_once(" RE(").map(|(base, _)| base);
        rows.iter().find(|other| Some(other.id.as_str()) == base).is_none_or(|base| native(base))
    };
    let by_integration = of(&|row| {
        let alone = native(row) && base_is_native(row);
        effective(row) == RowVerdict::Fulfilled && !alone && group != "CCSC"
    });
    Counts {
        group: group.to_owned(),
        specified: of(&|_| true),
        fulfilled_by_component: verdict(RowVerdict::Fulfilled).saturating_sub(by_integration),
        fulfilled_by_integration: by_integration,
        not_fulfilled: verdict(RowVerdict::NotFulfilled),
        not_applicable: verdict(RowVerdict::NotApplicable),
        inconclusive: verdict(RowVerdict::Inconclusive),
        not_evaluated: verdict(RowVerdict::NotEvaluated),
    }
}
