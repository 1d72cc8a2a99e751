//! `acts`: its filters and columns.

use serde_json::Value;

use crate::support::program::stdout;
use crate::support::scratch::{HERE, Scratch};

/// The column of a table in JSON.
fn cells(table: &str, column: &str) -> Vec<String> {
    let json: Value = serde_json::from_str(table).unwrap();
    let rows = json["results"]["bindings"].as_array().unwrap();
    let cell = |row: &Value| row[column]["value"].as_str().unwrap_or_default().to_owned();
    rows.iter().map(cell).collect()
}

fn acts(arguments: &[&str]) -> String {
    stdout(&[&["acts", "--format", "json"], arguments].concat())
}

#[test]
fn acts_are_filtered_by_subject_event_speaker_source_and_outcome() {
    let speakers = cells(&acts(&["--speaker", "alikhanov"]), "speaker");
    assert!(!speakers.is_empty());
    assert!(speakers.iter().all(|who| who.contains("Anton Alikhanov")));

    let sources = cells(&acts(&["--source", "2017-11-13-tvr"]), "act");
    assert!(!sources.is_empty());
    assert!(sources.iter().all(|act| act.contains("/2017-11-13-tvr.")));
    assert_eq!(
        acts(&["--source", "doc:2017-11-13-tvr"]),
        acts(&["--source", "2017-11-13-tvr"])
    );

    let meetings = cells(&acts(&["--event", "2017-11-13-minsk"]), "meeting");
    assert!(!meetings.is_empty());
    let meeting = "Meeting of Belarus and Kaliningrad Oblast, 13 November 2017";
    assert!(
        meetings.iter().all(|label| label == meeting),
        "{meetings:?}"
    );

    let materials = cells(&acts(&["--about", "construction-materials"]), "items");
    assert!(materials.iter().any(|items| items.contains("cement")));

    let open = acts(&["--open", "--by", "belarus"]);
    assert!(cells(&open, "status").iter().all(|status| status == "open"));
    assert_eq!(open, acts(&["--status", "open", "--by", "belarus"]));
}

#[test]
fn unknown_source_suggests_nearest() {
    let scratch = Scratch::base();
    let printed = scratch
        .run(&["acts", "--source", "2020-01-02-her"])
        .fails(2);
    let words = "--source: unknown readout `2020-01-02-her`; did you mean `2020-01-02-here`?";
    assert!(printed.contains(words), "{printed}");
    let printed = scratch.run(&["acts", "--event", "mira-holt"]).fails(2);
    assert!(printed.contains("an event is needed"), "{printed}");
}

#[test]
fn row_has_speaker_days_meeting_publisher_address_amount_and_deadline() {
    let scratch = Scratch::base();
    scratch.add("due = \"2021-05\"\nfigures = [{ of = \"trams\", value = 40, unit = \"vehicles\" }]\nspeaker = \"mira-holt\"\n");
    let json = scratch.run(&["acts", "--format", "json"]).quietly();
    for (column, value) in [
        ("date", "2020-01-02"),
        ("first_day", "2020-01-02"),
        ("last_day", "2020-01-02"),
        ("kind", "Offer"),
        ("who", "Norland"),
        ("whom", "Kestrel Coast"),
        ("speaker", "Mira Holt"),
        ("amount", "trams 40 vehicles"),
        ("due", "2021-05"),
        ("publisher", "example.org"),
        ("address", "https://example.org/talks"),
    ] {
        assert_eq!(cells(&json, column), [value], "{column}");
    }
}

#[test]
fn acts_without_a_date_are_counted_when_dates_hide_them() {
    let scratch = Scratch::base();
    let sheet = std::fs::read_to_string(scratch.path(format!("{HERE}/facts.toml"))).unwrap();
    scratch.put(
        format!("{HERE}/facts.toml"),
        sheet.replace("date                = 2020-01-02\n", ""),
    );
    let hidden = scratch.run(&["acts", "--since", "2019", "--format", "csv"]);
    assert_eq!(hidden.stdout.lines().count(), 1, "{}", hidden.stdout);
    assert_eq!(
        hidden.stderr,
        "0 results\nno act is in this period; outside it: 1\n\
         acts without a date, left out by --since or --until: 1\n"
    );
    scratch.run(&["acts", "--format", "csv"]).quietly();
    let other = scratch.run(&["acts", "--since", "2019", "--kind", "Refusal"]);
    assert_eq!(
        other.stderr,
        "0 results\nno act matches these options: drop two or more of them\n"
    );
}

#[test]
fn option_that_leaves_no_act_is_named() {
    let scratch = Scratch::base();
    for (arguments, words) in [
        (["--kind", "Refusal"], "matching acts: 1 without --kind\n"),
        (["--to", "norland"], "matching acts: 1 without --to\n"),
    ] {
        let ran = scratch.run(&[&["acts"], &arguments[..]].concat());
        assert_eq!(ran.stderr, format!("0 results\n{words}"));
    }
}

#[test]
fn formats_for_people_have_seven_columns_and_others_all() {
    let scratch = Scratch::base();
    let header = |arguments: &[&str]| {
        let text = scratch.run(&[&["acts"], arguments].concat()).quietly();
        let line = text
            .lines()
            .next()
            .unwrap()
            .replace([',', '\t', '|', '?'], " ");
        line.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let shown = ["date", "kind", "who", "whom", "sentence", "status"];
    for format in ["plain", "md"] {
        assert_eq!(header(&["--format", format])[..6], shown, "{format}");
        assert!(header(&["--format", format]).len() <= 7, "{format}");
        assert_eq!(header(&["--format", format, "--all-columns"]).len(), 21);
    }
    for format in ["csv", "tsv"] {
        assert_eq!(header(&["--format", format]).len(), 21, "{format}");
    }
}

#[test]
fn inferred_values_have_the_names_of_sheet_keys() {
    let known = [
        "by",
        "to",
        "date",
        "end_date",
        "status",
        "follows_up",
        "replaces",
        "matches",
        "speaker",
        "place",
    ];
    let inferred = cells(&acts(&[]), "inferred");
    let keys = inferred.iter().flat_map(|keys| keys.split("; "));
    let mut keys = keys.filter(|key| !key.is_empty()).peekable();
    assert!(keys.peek().is_some());
    assert!(keys.all(|key| known.contains(&key)), "{inferred:?}");
}

#[test]
fn lists_are_joined_with_semicolons_and_measures_name_their_item_once() {
    let table = acts(&["--source", "2025-10-01-mail-ru", "--item", "tractors"]);
    assert_eq!(cells(&table, "items"), ["farm machinery; tractors"]);
    let expected = "combine harvesters delivered 1 of farm machinery (2025); other machines delivered 11 machines (2025); tractors delivered 16 (2025)";
    assert_eq!(cells(&table, "amount"), [expected]);
}

#[test]
fn publisher_that_is_no_party_is_no_doer() {
    let table = acts(&["--source", "2025-10-01-mail-ru"]);
    let (who, publishers) = (cells(&table, "who"), cells(&table, "publisher"));
    assert!(
        publishers.iter().all(|name| name == "news.mail.ru"),
        "{publishers:?}"
    );
    assert!(who.iter().any(String::is_empty), "{who:?}");
    assert!(
        !cells(&acts(&[]), "who")
            .iter()
            .any(|who| who.contains("Wikipedia"))
    );
}

#[test]
fn white_space_of_quotes_is_folded_where_spreadsheets_read_them() {
    let scratch = Scratch::base();
    let path = scratch.path(format!("{HERE}/readout.txt"));
    let readout = std::fs::read_to_string(&path).unwrap();
    scratch.put(
        format!("{HERE}/readout.txt"),
        readout.replace("forty trams", "forty\n   trams"),
    );
    let quote = |format| scratch.run(&["acts", "--format", format]).quietly();
    for format in ["csv", "tsv", "spreadsheet", "plain"] {
        let text = quote(format);
        assert!(
            !text.contains("forty\n") && !text.contains("forty\\n"),
            "{format}: {text}"
        );
    }
    assert!(quote("csv").contains("forty trams"), "{}", quote("csv"));
    assert!(
        quote("json").contains("forty\\n   trams"),
        "{}",
        quote("json")
    );
}
