//! The one formula that is understood: `HYPERLINK`, because checklists keep titles and evidence in it.
//! Nothing is ever calculated.

/// The two constant arguments of a `HYPERLINK` formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it points, as written.
    pub target: String,
    /// The text it shows, when it is given.
    pub text: Option<String>,
}

/// Reads `HYPERLINK("target","text")`, with or without `=`, with `,` or `;` between; `None` for any
/// other formula and for one whose arguments are not constants.
pub fn link(formula: &str) -> Option<Link> {
    let body = formula.trim().trim_start_matches("of:").trim_start_matches('=').trim();
    let name = body.get(..9)?;
    if !name.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let inside = body.get(9..)?.trim_start().strip_prefix('(')?;
    let (target, rest) = constant(inside)?;
    let rest = rest.trim_start();
    if rest.starts_with(')') {
        return Some(Link { target, text: None });
    }
    let (text, rest) = constant(rest.strip_prefix([',', ';'])?)?;
    rest.trim_start().starts_with(')').then_some(Link { target, text: Some(text) })
}

/// A quoted constant and what follows it; a doubled quotation mark stands for one.
fn constant(from: &str) -> Option<(String, &str)> {
    let mut rest = from.trim_start().strip_prefix('"')?;
    let mut value = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        value.push_str(before);
        match after.strip_prefix('"') {
            Some(next) => {
                value.push('"');
                rest = next;
            }
            None => return Some((value, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constant_links_are_understood_and_nothing_else_is() {
        let full = link(r#"HYPERLINK("https://a.invalid/x", "Say ""A""")"#).unwrap();
        assert_eq!(full.target, "https://a.invalid/x", "the first argument is the target");
        assert_eq!(full.text.as_deref(), Some("Say \"A\""), "doubled marks are one mark");
        assert_eq!(link("of:=HYPERLINK(\"a\";\"b\")").unwrap().target, "a", "ODF writes a semicolon");
        assert_eq!(link("hyperlink(\"a\")").unwrap().text, None, "the text may be left out");
        for other in ["HYPERLINK(A1,\"x\")", "HYPERLINK(\"a\"&B2)", "SUM(A1)", "HYPERLINK(\"a", "é"] {
            assert_eq!(link(other), None, "{other} would need calculating");
        }
    }
}
