//! The seeds of the fuzz targets pass the checks of those targets.

use std::{fs, panic};

use crate::support::program::{files_below, repository};

#[path = "../fuzz/judges/anchor.rs"]
mod anchor;
#[path = "../fuzz/judges/dot.rs"]
mod dot;
#[path = "../fuzz/judges/parameter.rs"]
mod parameter;
#[path = "../fuzz/judges/sheet.rs"]
mod sheet;

#[track_caller]
fn each_seed(target: &str, judge: fn(&[u8])) {
    let folder = format!("tests/fuzz/seeds/{target}");
    let seeds = files_below(&folder);
    assert!(seeds.len() >= 3, "{seeds:?}");
    for seed in seeds {
        let bytes = fs::read(repository().join(&folder).join(&seed)).unwrap();
        let judged = panic::catch_unwind(|| judge(&bytes));
        assert!(judged.is_ok(), "the judge refuses {seed}");
    }
}

#[test]
fn seeds_of_sheets_pass() {
    each_seed("sheet", sheet::judge);
}

#[test]
fn seeds_of_quotes_pass() {
    each_seed("anchor", anchor::judge);
}

#[test]
fn seeds_of_values_pass() {
    each_seed("parameter", parameter::judge);
}

#[test]
fn seeds_of_pictures_pass() {
    each_seed("dot", dot::judge);
}
