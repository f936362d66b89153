//! How ids are written. An id with a slip of the pen would be a row that no answer ever matches.

use super::{COMPONENT_FAMILIES, PROCESS_FAMILIES, Parts, Problems};
use crate::{Object, PackWhy};
use alloc::format;

/// Every row and heading has an id as the standard prints it.
pub(super) fn hold(parts: &Parts, problems: &mut Problems) {
    let rows = parts.requirements.items.iter().map(|p| (&p.path, &p.item.id));
    let headings = parts.headings.items.iter().map(|p| (&p.path, &p.item.id));
    for (path, id) in rows.chain(headings) {
        let right = match parts.object {
            Some(Object::Component) => is_component_id(id),
            Some(Object::ServiceProvider) => is_provider_id(id),
            Some(Object::Process) => is_process_id(id),
            None => true,
        };
        if !right {
            problems.add(format!("{path}.id"), Some(id), PackWhy::WrongShape { expected: "id" });
        }
    }
}

/// `CCSC 1`, `CR 1.10`, `NDR 5.2 RE(3)`.
fn is_component_id(id: &str) -> bool {
    let (base, enhancement) = split_enhancement(id);
    let Some((family, number)) = base.split_once(' ') else {
        return false;
    };
    let numbered = match number.split_once('.') {
        Some((fr, n)) => family != "CCSC" && is_number(fr) && is_number(n),
        None => family == "CCSC" && is_number(number),
    };
    COMPONENT_FAMILIES.contains(&family) && numbered && enhancement.is_none_or(is_number)
}

/// `SP.01.05 BR`, `SP.03.10 RE(4)`.
fn is_provider_id(id: &str) -> bool {
    let (base, enhancement) = split_enhancement(id);
    let (number, right) = match enhancement {
        Some(n) => (base, is_number(n)),
        None => match base.strip_suffix(" BR") {
            Some(number) => (number, true),
            None => return false,
        },
    };
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    let area_and_row = number.strip_prefix("SP.").and_then(|rest| rest.split_once('.'));
    right && area_and_row.is_some_and(|(area, row)| two_digits(area) && two_digits(row))
}

/// `SM-1`, `SVV-5`.
fn is_process_id(id: &str) -> bool {
    id.split_once('-').is_some_and(|(practice, n)| PROCESS_FAMILIES.contains(&practice) && is_number(n))
}

/// What stands before ` RE(` and the number in the brackets, if there is one.
fn split_enhancement(id: &str) -> (&str, Option<&str>) {
    let enhancement = id
        .split_once(" RE(")
        .and_then(|(base, rest)| rest.strip_suffix(')').map(|number| (base, Some(number))));
    enhancement.unwrap_or((id, None))
}

/// Digits without a leading zero.
fn is_number(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_as_the_standard_prints_them() {
        for good in ["CCSC 4", "CR 1.10", "CR 2.1 RE(4)", "NDR 5.2 RE(3)"] {
            assert!(is_component_id(good), "{good} is an id of 4-2");
        }
        for bad in [
            "CR 1",
            "CR 1.1(1)",
            "CR 1.1 RE(0)",
            "CR 1.1 RE1",
            "CR 1.01",
            "CR1.1",
            "CCSC 1.1",
            "SR 1.1",
            "CR 1.1 RE(1",
            "CR 1.1  RE(1)",
            "",
        ] {
            assert!(!is_component_id(bad), "{bad} is no id of 4-2");
        }
        for good in ["SP.01.05 BR", "SP.03.10 RE(4)"] {
            assert!(is_provider_id(good), "{good} is an id of 2-4");
        }
        for bad in
            ["SP.01.05", "SP.1.5 BR", "SP.01.05 BRR", "SP.01.05 RE(01)", "SP.01.05 BR RE(1)", "CR 1.1", ""]
        {
            assert!(!is_provider_id(bad), "{bad} is no id of 2-4");
        }
        for good in ["SM-1", "SM-13", "SVV-5", "SR-2"] {
            assert!(is_process_id(good), "{good} is an id of 4-1");
        }
        // 3-3 writes `SR 1.1` and NIST SP 800-53 has an SR-1 of its own, but never one of these.
        for bad in ["SR 1.1", "SM-01", "SM1", "SM-", "SP-1", "SM-1 RE(1)", ""] {
            assert!(!is_process_id(bad), "{bad} is no id of 4-1");
        }
    }
}
