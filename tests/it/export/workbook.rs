//! The workbook of `export`. `tests/peers/workbook.py` reads it with another implementation.

use std::fs;

use bilateral::document::{Cell, NamedTable, Table};
use bilateral::export::xlsx;

use crate::support::scratch::Scratch;

/// A workbook with one column and its losses.
fn losses(cells: Vec<Cell>) -> xlsx::Losses {
    let table = Table {
        columns: vec!["column".to_owned()],
        rows: cells.into_iter().map(|cell| vec![cell]).collect(),
    };
    xlsx::workbook("A and B", &[NamedTable::new("Sheet", table)])
        .unwrap()
        .1
}

#[test]
fn workbook_has_the_same_bytes_each_time_and_is_a_zip_archive() {
    let scratch = Scratch::base();
    for name in ["a.xlsx", "b.xlsx"] {
        assert_eq!(scratch.run(&["export", "-o", name]).quietly(), "");
    }
    let bytes = fs::read(scratch.path("a.xlsx")).unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04"));
    assert_eq!(bytes, fs::read(scratch.path("b.xlsx")).unwrap());
}

#[test]
fn workbook_refuses_options_for_statements() {
    let scratch = Scratch::base();
    for option in [
        &["--canonical"][..],
        &["--derived"],
        &["--graph", "ontology"],
    ] {
        let ran = scratch.run(&[&["export", "-o", "a.xlsx"], option].concat());
        let name = option.first().unwrap();
        assert_eq!(ran.code, 2, "{}", ran.stderr);
        assert!(
            ran.stderr.contains(&format!("{name} is an option for RDF")),
            "{}",
            ran.stderr
        );
        assert!(!scratch.path("a.xlsx").exists());
    }
}

#[test]
fn values_that_excel_cannot_hold_are_counted() {
    let link = |address: String| Cell::Link {
        text: "words".to_owned(),
        address,
    };
    let long = format!("https://a.example/{}", "x".repeat(2_080));
    let none = losses(vec![
        Cell::Text("x".repeat(32_767)),
        Cell::Numeral("1.234567890123456789012345".to_owned()),
        Cell::Date("0001-01-01".to_owned()),
        Cell::Date("2017-11".to_owned()),
        link("https://a.example/".to_owned()),
        link("javascript:alert(1)".to_owned()),
        Cell::Absent,
    ]);
    assert_eq!((none.cut_texts, none.plain_addresses), (0, 0));
    // U+1F600 is two code units for Excel.
    let lost = losses(vec![
        Cell::Text("x".repeat(32_768)),
        Cell::Text("\u{1F600}".repeat(16_384)),
        link(long),
    ]);
    assert_eq!((lost.cut_texts, lost.plain_addresses), (2, 1));
}

#[test]
fn sheet_with_more_links_than_excel_holds_keeps_their_text() {
    let links = (0..65_531).map(|number| Cell::Link {
        text: number.to_string(),
        address: format!("https://a.example/{number}"),
    });
    assert_eq!(losses(links.collect()).plain_addresses, 1);
}

#[test]
fn sheet_with_more_rows_than_excel_holds_is_refused() {
    let table = Table {
        columns: vec!["column".to_owned()],
        rows: vec![vec![Cell::Absent]; 1_048_576],
    };
    let error = xlsx::workbook("A and B", &[NamedTable::new("Acts", table)]).unwrap_err();
    assert!(error.to_string().contains("1048576 rows"), "{error}");
}
