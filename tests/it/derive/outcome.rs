//! The outcome of an act, the same in every question and page.

use std::collections::BTreeMap;
use std::fs;

use crate::support::program::repository;
use crate::support::scratch::{HERE, Scratch, THERE};

/// Acts of the first readout, each with an `id`; a record without a readout answers them.
const ASKED: &str = r#"
[[act]]
id    = "spare-parts"
kind  = "Offer"
quote = "we can sell you spare parts, if you need them."

[[act]]
id    = "crossing"
kind  = "Request"
by    = "kestrel-coast"
quote = "Jonas Reed asked Norland to open the river crossing by May."

[[act]]
id    = "engineers"
kind  = "Offer"
by    = "kestrel-coast"
quote = "If you need help, we’ll send engineers"

[[act]]
id    = "call"
kind  = "Invitation"
by    = "kestrel-coast"
quote = "If you need help, call us."

[[act]]
id    = "worries"
kind  = "Concern"
to    = "river-league"
quote = "the River League worries her"
"#;

/// The head of the record, and an act of it.
fn record(acts: &[&str]) -> String {
    let head = "[document]\nsource = \"https://example.org/answers\"\nissued_by = \"kestrel-coast\"\naccessed = 2020-03-01\n";
    let acts = acts.iter().map(|act| format!("\n[[act]]\n{act}\n"));
    head.to_owned() + "\n[[event]]\ndate = 2020-02-03\n" + &acts.collect::<String>()
}

fn dossier(answers: &[&str]) -> Scratch {
    let scratch = Scratch::base();
    scratch.add(ASKED);
    scratch.put(format!("{THERE}/facts.toml"), record(answers));
    scratch
}

/// The rows of an answer, each as its columns by name.
fn rows(scratch: &Scratch, command: &[&str]) -> Vec<BTreeMap<String, String>> {
    let run = scratch.run(&[command, &["--format", "json"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let rows = answer["results"]["bindings"].as_array().unwrap();
    let columns = |row: &serde_json::Value| {
        let cells = row.as_object().unwrap().iter();
        let text = |cell: &serde_json::Value| cell["value"].as_str().unwrap().to_owned();
        cells
            .map(|(name, cell)| (name.clone(), text(cell)))
            .collect()
    };
    rows.iter().map(columns).collect()
}

/// The acts that pass some filters.
fn listed(scratch: &Scratch, filters: &[&str]) -> Vec<BTreeMap<String, String>> {
    rows(scratch, &[&["acts"], filters].concat())
}

/// The status of each act of the first readout that has one, by its `id`.
fn statuses(scratch: &Scratch) -> BTreeMap<String, String> {
    let acts = listed(scratch, &[]).into_iter();
    acts.filter_map(|act| {
        let (_, id) = act["act"].split_once("2020-01-02-here.")?;
        Some((id.to_owned(), act.get("status")?.clone()))
    })
    .collect()
}

#[track_caller]
fn becomes(answers: &[&str], act: &str, status: &str) {
    let found = statuses(&dossier(answers));
    assert_eq!(
        found.get(act).map(String::as_str),
        Some(status),
        "{found:?}"
    );
}

const YES: &str = "id = \"yes\"\nkind = \"Acceptance\"\nfollows_up = \"2020-01-02-here.spare-parts\"\ngist = \"Kestrel Coast takes the parts\"";

#[test]
fn only_asks_and_definite_commitments_are_open() {
    let found = statuses(&dossier(&[]));
    let waiting: Vec<&str> = found.keys().map(String::as_str).collect();
    assert!(found.values().all(|status| status == "open"), "{found:?}");
    // The offer of the base has no id.
    assert_eq!(waiting.len(), 5, "{waiting:?}");
    assert!(!waiting.contains(&"worries"));
}

#[test]
fn answer_closes_only_the_act_it_follows() {
    becomes(&[YES], "spare-parts", "accepted");
    becomes(&[YES], "crossing", "open");
    let no = "kind = \"Refusal\"\nfollows_up = \"2020-01-02-here.crossing\"\nby = \"norland\"\ngist = \"Norland keeps the crossing shut\"";
    becomes(&[YES, no], "crossing", "declined");
}

#[test]
fn later_of_two_answers_counts() {
    let no = "kind = \"Refusal\"\ndate = 2020-02-04\nfollows_up = \"2020-01-02-here.spare-parts\"\ngist = \"Kestrel Coast wants no parts\"";
    becomes(&[YES, no], "spare-parts", "declined");
    let no = no.replace("2020-02-04", "2020-01-30");
    becomes(&[YES, &no], "spare-parts", "accepted");
}

#[test]
fn delivery_fulfils_along_a_chain_of_follow_ups() {
    let delivery = "kind = \"Delivery\"\nby = \"norland\"\nfollows_up = \"yes\"\ngist = \"The parts have come\"";
    becomes(&[YES, delivery], "spare-parts", "fulfilled");
    let at_once = delivery.replace("\"yes\"", "\"2020-01-02-here.spare-parts\"");
    becomes(&[&at_once], "spare-parts", "fulfilled");
}

#[test]
fn inferred_follow_up_closes_nothing_but_is_listed() {
    let inferred = "kind = \"Delivery\"\nby = \"norland\"\nfollows_up.is = \"2020-01-02-here.spare-parts\"\nfollows_up.because = \"parts of the same make\"\ngist = \"Parts have come\"";
    let scratch = dossier(&[inferred]);
    assert_eq!(statuses(&scratch)["spare-parts"], "open");
    let brief = scratch.run(&["brief", "--full"]).quietly();
    let printed = "  - later: **Delivery**: Parts have come (inferred: parts of the same make)";
    assert!(brief.lines().any(|line| line == printed), "{brief}");

    let chain = "kind = \"Delivery\"\nby = \"norland\"\nfollows_up.is = \"yes\"\nfollows_up.because = \"parts of the same make\"\ngist = \"Parts have come\"";
    becomes(&[YES, chain], "spare-parts", "accepted");
}

#[test]
fn replacement_closes_the_replaced_act() {
    let again = "kind = \"Offer\"\nby = \"norland\"\nreplaces = \"2020-01-02-here.spare-parts\"\ngist = \"Norland offers better parts\"";
    becomes(&[again], "spare-parts", "replaced");
}

#[test]
fn typed_status_overrides_later_acts() {
    let scratch = dossier(&[YES]);
    let typed = "kind  = \"Offer\"\nstatus.is = \"lapsed\"\nstatus.because = \"the plant was closed\"\nquote = \"we can sell";
    let sheet = fs::read_to_string(scratch.path(format!("{HERE}/facts.toml"))).unwrap();
    let sheet = sheet.replace("kind  = \"Offer\"\nquote = \"we can sell", typed);
    scratch.put(format!("{HERE}/facts.toml"), sheet);
    assert_eq!(statuses(&scratch)["spare-parts"], "lapsed");
}

#[test]
fn answer_to_one_of_two_matched_acts_answers_both() {
    let told_again = "id = \"parts-again\"\nkind = \"Offer\"\nby = \"norland\"\nmatches = \"2020-01-02-here.spare-parts\"\ngist = \"Norland offers parts\"";
    let yes = "kind = \"Acceptance\"\nfollows_up = \"parts-again\"\ngist = \"Kestrel Coast takes the parts\"";
    becomes(&[told_again, yes], "spare-parts", "accepted");
    let delivery = "kind = \"Delivery\"\nby = \"norland\"\nfollows_up = \"parts-again\"\ngist = \"The parts have come\"";
    becomes(&[told_again, delivery], "spare-parts", "fulfilled");
}

#[test]
fn matched_acts_share_typed_status_and_replacement() {
    let told_again = "id = \"parts-again\"\nkind = \"Offer\"\nby = \"norland\"\nmatches = \"2020-01-02-here.spare-parts\"\ngist = \"Norland offers parts\"";
    let lapsed = told_again.to_owned()
        + "\nstatus.is = \"lapsed\"\nstatus.because = \"the plant was closed\"";
    becomes(&[&lapsed], "spare-parts", "lapsed");
    let better = "kind = \"Offer\"\nby = \"norland\"\nreplaces = \"parts-again\"\ngist = \"Norland offers better parts\"";
    becomes(&[told_again, better], "spare-parts", "replaced");
}

#[test]
fn acts_can_be_filtered_by_outcome() {
    let scratch = dossier(&[YES]);
    let acts = |status: &str| listed(&scratch, &["--status", status]).len();
    assert_eq!((acts("accepted"), acts("open"), acts("lapsed")), (1, 4, 0));
    let both = ["--status", "accepted", "--status", "open"];
    assert_eq!(listed(&scratch, &both).len(), 5);
    let wrong = scratch.run(&["acts", "--status", "opne"]).fails(2);
    assert!(wrong.contains("open"), "{wrong}");
}

#[test]
fn no_shipped_query_has_an_unbounded_path() {
    let folders = ["queries/answers", "queries/checks", "queries/views"];
    let files = folders.map(|folder| fs::read_dir(repository().join(folder)).unwrap());
    let files = files.into_iter().flatten().map(|file| file.unwrap().path());
    let queries: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|extension| extension == "rq"))
        .collect();
    assert!(queries.len() > 80, "{}", queries.len());
    for file in queries {
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            // `*` and `+` right behind a name or a parenthesis; arithmetic has blanks around them.
            let is_path = line.as_bytes().windows(2).any(|pair| {
                matches!(pair[1], b'*' | b'+')
                    && (pair[0].is_ascii_alphanumeric() || pair[0] == b')')
            });
            let is_pattern = line.contains("REGEX");
            assert!(!is_path || is_pattern, "{}: {line}", file.display());
        }
    }
}

#[test]
fn only_asks_and_commitments_have_a_derived_status() {
    let yes_again = "kind = \"Delivery\"\nby = \"norland\"\nfollows_up = \"yes\"\ngist = \"The parts have come\"";
    let scratch = dossier(&[YES, yes_again]);
    let acts = listed(&scratch, &["--kind", "Acceptance"]);
    assert_eq!(acts.len(), 1);
    assert_eq!(acts[0].get("status"), None, "{acts:?}");
}

#[test]
fn acts_open_on_a_date_are_not_later() {
    let scratch = dossier(&[]);
    let open = |on: &str| rows(&scratch, &["query", "open", "--set", on]).len();
    assert_eq!((open("on=2020-01-01"), open("on=2020-01-02")), (0, 5));
}

#[test]
fn inferred_link_on_the_way_is_marked() {
    let asserted = "kind = \"Agreement\"\nby = [\"norland\", \"kestrel-coast\"]\nfollows_up = \"yes\"\ngist = \"The two agree on the parts\"";
    let taken_up = |answers: &[&str]| {
        let rows = rows(&dossier(answers), &["query", "taken-up"]);
        let inferred = rows.iter().map(|row| row["inferred"].clone());
        inferred.collect::<Vec<String>>()
    };
    assert_eq!(taken_up(&[YES, asserted]), ["false"]);
    let inferred = YES.replace(
        "follows_up = \"2020-01-02-here.spare-parts\"",
        "follows_up.is = \"2020-01-02-here.spare-parts\"\nfollows_up.because = \"no other offer of parts is known\"",
    );
    assert_eq!(taken_up(&[&inferred, asserted]), ["true"]);
}
