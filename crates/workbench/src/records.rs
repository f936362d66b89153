//! The records of a person as one line of a report: the person's own words, dates and event ids, nothing that would need
//! a language.

use evaluation::State;
use trail::ChainId;

/// Areas, basis and last day of the competence recorded, else what the card says.
pub(crate) fn competence(state: &State, chain: ChainId) -> Option<String> {
    let records = state.records(chain);
    let Some(record) = records.competence else { return records.competence_on_card };
    let areas: Vec<&str> = record.value.areas.iter().map(|area| area.name.as_str()).collect();
    Some(format!("{}; {} ({})", areas.join(", "), record.value.basis, record.value.valid_until))
}

/// Day and event of the declaration with what it explains, else what the card says.
pub(crate) fn impartiality(state: &State, chain: ChainId) -> Option<String> {
    let records = state.records(chain);
    let Some(declared) = records.declaration else { return records.impartiality_on_card };
    let day: String = declared.time.chars().take(10).collect();
    let event: String = declared.id.to_string().chars().take(16).collect();
    let ties = declared.value.points.declared().filter_map(|(_, tie)| tie.explanation.clone());
    let said: Vec<String> = ties.chain(declared.value.text.clone()).collect();
    let said = if said.is_empty() { String::new() } else { format!(": {}", said.join("; ")) };
    Some(format!("{day}, {event}{said}"))
}
