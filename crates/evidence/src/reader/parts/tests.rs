use proptest::prelude::*;

use super::*;
use crate::workbook::CommentKind;

#[test]
fn an_open_document_tells_what_stands_around_its_cells() {
    let xml = r##"<office:document-content><table:content-validations>
        <table:content-validation table:name="val1" table:condition="of:cell-content-is-in-list(&quot;Yes&quot;;&quot;No&quot;)">
            <table:error-message table:message-type="stop" table:display="true"/></table:content-validation>
        <table:content-validation table:name="val2" table:condition="of:cell-content-is-in-list([$Lists.$A$1:.$A$2])"/>
        <table:content-validation table:name="val3" table:condition="of:cell-content-is-in-list(ANSWERS)"/>
        <table:content-validation table:name="val4" table:condition="of:cell-content-is-whole-number() and cell-content()&gt;1"/>
        </table:content-validations>
        <table:table table:name="S"><table:table-column/>
            <table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>
        <table:table-header-rows><table:table-row><table:table-cell/>
            </table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell table:content-validation-name="val1"/></table:table-row>
        <table:table-row table:visibility="filter"><table:covered-table-cell/><table:table-cell>
            <office:annotation><dc:creator>Ada</dc:creator><dc:date>2026</dc:date>
            <text:p>one<text:s text:c="2"/>two</text:p><text:p>three<text:line-break/>four</text:p>
            </office:annotation><text:p>shown</text:p></table:table-cell>
            <table:table-cell table:content-validation-name="val1"/>
            <table:table-cell table:content-validation-name="val2"><draw:frame><table:table table:name="inner">
            <table:table-row table:visibility="collapse"/></table:table></draw:frame></table:table-cell>
            <table:table-cell table:content-validation-name="val3"/>
            <table:table-cell table:content-validation-name="val4"/></table:table-row>
        <table:table-row table:number-rows-repeated="4000000000" table:visibility="collapse">
            <table:table-cell table:content-validation-name="val1"/></table:table-row>
        </table:table><table:table table:name="Lists"/></office:document-content>"##;
    let (sheets, result) = ods::read(xml.as_bytes());
    assert_eq!(result, Ok(()), "the content is whole");
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["S", "Lists"], "a table inside a cell is no sheet");
    let around = &sheets[0].1;
    assert_eq!(around.hidden_columns, [(2, 3).into()], "a repeated hidden column");
    assert_eq!(around.hidden_rows, [(5, 1_048_576).into()], "filtered and collapsed, never beyond the sheet");
    let comment = &around.comments[0];
    assert_eq!((comment.row, comment.column), (5, 2), "covered cells and repeated rows count");
    assert_eq!((comment.kind, comment.author.as_str()), (CommentKind::Note, "Ada"), "who wrote it");
    assert_eq!(comment.text, "one  two\nthree\nfour", "its paragraphs, without its date and the cell's text");
    let seen: Vec<_> = around.lists.iter().map(|l| (l.formula.as_str(), l.enforced, l.areas.len())).collect();
    assert_eq!(
        seen,
        [("\"Yes\";\"No\"", true, 2), ("[$Lists.$A$1:.$A$2]", false, 1)],
        "rows that follow each other are one area"
    );
    assert_eq!(around.lists[0].areas[0].bottom, 5, "repeated rows and the next one");
    let unread: Vec<&str> = around.notices.iter().map(|notice| notice.detail.as_str()).collect();
    assert_eq!(unread, ["ANSWERS"], "a list behind a name is named, another rule is no list");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_make_a_part_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = sheet::read(&bytes[..]);
        let _ = comments::notes(&bytes[..]);
        let _ = comments::threads(&bytes[..]);
        let _ = ods::read(&bytes[..]);
        let _ = contents(&bytes[..]);
    }

    #[test]
    fn no_order_of_elements_makes_a_part_reader_panic(
        nodes in proptest::collection::vec((0_usize..28, 0_usize..10, any::<bool>()), 0..40)
    ) {
        let names = [
            "row", "col", "mergeCell", "dataValidation", "formula1", "sqref", "x:list", "author", "comment", "t",
            "rPh", "threadedComment", "text", "table:table", "table:table-row", "table:table-cell",
            "table:table-column", "table:covered-table-cell", "office:annotation", "text:p", "text:s",
            "dc:creator", "table:content-validation", "table:error-message", "definedName", "sheet", "c", "v",
        ];
        let attributes = [
            "", r#" r="5" hidden="1""#, r#" min="9" max="3" hidden="1""#, r#" ref="B2:A1" id="x" authorId="0""#,
            r#" ref="ZZZZ99999999999""#, r#" type="list" sqref="A1:B2 C:C 3:4 x""#,
            r#" table:name="a" name="a" r:id="b" table:condition="cell-content-is-in-list(&quot;)""#,
            r#" table:number-rows-repeated="4294967295" table:number-columns-repeated="4294967295" table:visibility="collapse""#,
            r#" table:content-validation-name="a" table:number-columns-repeated="0""#,
            r#" text:c="99999999999" localSheetId="-1""#,
        ];
        let mut xml = String::from("<root>");
        for (name, with, open) in nodes {
            let (name, with) = (names[name], attributes[with]);
            xml.push_str(&if open { format!("<{name}{with}>a") } else { format!("<{name}{with}/>&lt;</{name}>") });
        }
        let (around, _) = sheet::read(xml.as_bytes());
        let inside = |area: &crate::Area| area.top >= 1 && area.top <= area.bottom && area.bottom <= 1_048_576;
        prop_assert!(around.rules.iter().flat_map(|rule| &rule.areas).all(inside), "areas lie on the sheet");
        let _ = comments::notes(xml.as_bytes());
        let _ = comments::threads(xml.as_bytes());
        let _ = contents(xml.as_bytes());
        let (sheets, _) = ods::read(xml.as_bytes());
        for (_, around) in sheets {
            prop_assert!(around.lists.iter().flat_map(|list| &list.areas).all(inside), "areas lie on the sheet");
        }
    }
}
