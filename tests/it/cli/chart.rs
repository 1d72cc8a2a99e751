//! `bilateral chart`.

use std::fs;
use std::process::Command;

use crate::support::program::{binary, run, run_in, stdout};

#[test]
fn measures_are_listed_with_the_number_of_their_figures() {
    let list = stdout(&["chart", "figure"]);
    assert!(list.contains("  11  trade turnover\n"), "{list}");
}

#[test]
fn measure_is_found_in_any_letter_case_and_by_a_part_that_only_it_has() {
    let whole = stdout(&["chart", "figure", "trade turnover"]);
    assert!(whole.starts_with("<svg ") && whole.ends_with("</svg>\n"));
    assert_eq!(stdout(&["chart", "figure", "Trade Turnover"]), whole);
    let share = stdout(&["chart", "figure", "share of Belarus"]);
    assert!(
        share.contains("Share of Belarus in the foreign trade"),
        "{share}"
    );
}

#[test]
fn unknown_measure_shows_the_nearest() {
    let output = run(Command::new(binary()).args(["chart", "figure", "trade turnovr"]));
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr);
    let expected = "unknown measure `trade turnovr`; did you mean `trade turnover`?";
    assert!(message.contains(expected), "{message}");
}

#[test]
fn part_of_several_measures_suggests_those_that_begin_with_it_and_have_most_figures() {
    let output = run(Command::new(binary()).args(["chart", "figure", "trade"]));
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(
        message.contains("unknown measure `trade`; did you mean `trade turnover`, "),
        "{message}"
    );
}

#[test]
fn dossier_without_figures_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let new = ["new", "dossier", "talks", "--sides", "norland", "sundra"];
    assert!(
        run_in(folder.path(), Command::new(binary()).args(new))
            .status
            .success()
    );
    let chart = ["-C", "talks", "chart", "figure"];
    let output = run_in(folder.path(), Command::new(binary()).args(chart));
    assert!(output.status.success() && output.stdout.is_empty());
    let note = String::from_utf8_lossy(&output.stderr);
    assert!(note.contains("0 results: no figure is recorded"), "{note}");
}

#[test]
fn figures_outside_the_dates_are_counted() {
    let arguments = ["chart", "figure", "trade turnover", "--since", "2016"];
    let output = run(Command::new(binary()).args(arguments));
    assert!(output.stdout.starts_with(b"<svg "));
    let note = String::from_utf8_lossy(&output.stderr);
    assert!(
        note.contains("figures outside these dates or without a period, left out: "),
        "{note}"
    );
}

#[test]
fn chart_without_data_is_a_note() {
    for arguments in [
        &["chart", "commitments", "--since", "2100"][..],
        &["chart", "figure", "trade turnover", "--since", "2100"],
    ] {
        let output = run(Command::new(binary()).args(arguments));
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stdout.is_empty());
        let note = String::from_utf8_lossy(&output.stderr);
        assert!(note.contains("0 results: no "), "{note}");
    }
}

#[test]
fn filter_is_named_below_the_title() {
    let arguments = ["chart", "commitments", "--by", "belarus", "--since", "2017"];
    let svg = stdout(&arguments);
    assert!(svg.contains("by Belarus, since 2017"), "{svg}");
    assert!(!svg.contains("2014"), "{svg}");
}

#[test]
fn chart_is_written_to_a_file_with_the_extension_svg_only() {
    let folder = tempfile::tempdir().unwrap();
    let chart = |file: &str| {
        let mut command = Command::new(binary());
        run_in(
            folder.path(),
            command.args(["chart", "commitments", "-o", file]),
        )
    };
    assert!(chart("commitments.svg").status.success());
    let written = fs::read_to_string(folder.path().join("commitments.svg")).unwrap();
    assert_eq!(written, stdout(&["chart", "commitments"]));
    let refused = chart("commitments.png");
    assert_eq!(refused.status.code(), Some(2));
    let message = String::from_utf8_lossy(&refused.stderr);
    assert!(
        message.contains("unknown format `png`: choose one of svg"),
        "{message}"
    );
}
