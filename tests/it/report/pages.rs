//! The timeline, and the page of one entity.

use crate::support::program::stdout;
use crate::support::scratch::{HERE, Scratch, THERE, bilateral, ran};

#[test]
fn timeline_of_an_item_goes_from_offer_to_contract() {
    let story = stdout(&["timeline", "cement"]);
    let places = [
        "13 November 2017, Minsk",
        "“We can supply you with steelwork, cement, and other construction materials”",
        "21 November 2024, Kaliningrad",
        "Agreement on 50,000 tonnes of cement",
        "(inferred: the same good, cement, in the same direction as offered in 2017",
    ]
    .map(|words| {
        story
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {story}"))
    });
    // The contract appears twice: below the offer as a later act, and at its own date.
    assert!(places[..3].is_sorted(), "{story}");
    assert_eq!(story.matches("Agreement on 50,000 tonnes").count(), 3);
    let unmarked = story
        .lines()
        .filter(|line| line.contains("follows up:") || line.contains("later:"))
        .filter(|line| !line.contains("(inferred: "));
    assert_eq!(unmarked.count(), 0, "{story}");
}

/// The section after the years.
const NOTES: &str = "Notes on inferred values";

#[test]
fn timeline_is_chronological_by_year() {
    let timeline = stdout(&["timeline", "--format", "md"]);
    let years = timeline.lines().filter_map(|line| line.strip_prefix("## "));
    let years = years.filter(|title| *title != NOTES);
    let years: Vec<&str> = years.collect();
    assert!(years.len() > 8, "{years:?}");
    assert!(years.is_sorted(), "{years:?}");
    assert_eq!(years.last(), Some(&"Undated"));
}

#[test]
fn span_includes_dates_that_overlap_it() {
    let years = |arguments: &[&str]| {
        let text = stdout(&[&["timeline", "--format", "md"], arguments].concat());
        let years = text.lines().filter_map(|line| line.strip_prefix("## "));
        let years = years.filter(|title| *title != NOTES);
        years.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(years(&["--since", "2024-11-21"]), ["2024", "2025"]);
    assert_eq!(years(&["--until", "2005"]), ["1994", "2005"]);
    assert_eq!(
        years(&["--since", "2023-06-05", "--until", "2023-06"]),
        ["2023"]
    );
}

#[test]
fn entity_page_shows_facts_and_roles() {
    let shown = stdout(&["show", "anton-alikhanov", "--format", "md"]);
    for words in [
        "# Anton Alikhanov\n",
        "Also called Антон Алиханов (ru), Антон Аліханаў (be)",
        "## Offices\n",
        "Governor of Kaliningrad Oblast",
        "  - inferred: end date ",
        "## Events\n",
        "### In the words of Anton Alikhanov (",
        "### Naming Anton Alikhanov (",
        "first official visit to Minsk Anton Alikhanov will have good impressions",
        "### Said by others at meetings with Anton Alikhanov (",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert_eq!(
        stdout(&["show", "Anton Alikhanov", "--format", "md"]),
        shown
    );
    assert_eq!(
        stdout(&["show", "id:anton-alikhanov", "--format", "md"]),
        shown
    );
}

#[test]
fn acts_readouts_and_kinds_have_pages() {
    let act = stdout(&["show", "2017-11-13-minsk.materials"]);
    assert_eq!(act, stdout(&["show", "act:2017-11-13-minsk.materials"]));
    assert!(act.contains("- status: open\n"), "{act}");
    assert!(
        act.contains("> Aleksandr Lukashenko (Belarus): “If you need help” […] “We can supply"),
        "{act}"
    );
    let readout = stdout(&["show", "doc:2024-11-21-kaskad"]);
    assert!(
        readout.contains("Reported in kaskad.tv: the council's 19th session (5)"),
        "{readout}"
    );
    let kind = stdout(&["show", "Refusal"]);
    assert!(kind.contains("Says no to an earlier act"), "{kind}");
}

#[test]
fn unknown_entity_suggests_nearest() {
    for command in ["show", "timeline"] {
        let printed = ran(&mut bilateral(&[command, "cemnt"])).fails(2);
        assert!(printed.contains("did you mean `cement`?"), "{printed}");
    }
    let printed = ran(&mut bilateral(&["timeline", "--since", "2017-13"])).fails(2);
    assert!(printed.contains("the calendar has no 2017-13"), "{printed}");
    let printed = ran(&mut bilateral(&["show", "cement", "--format", "csv"])).fails(2);
    assert!(printed.contains("one of txt, md, html, docx"), "{printed}");
}

#[test]
fn page_format_follows_the_extension() {
    let scratch = Scratch::base();
    scratch.run(&["timeline", "-o", "time.md"]).quietly();
    scratch.run(&["timeline", "-o", "time.txt"]).quietly();
    let read = |file: &str| std::fs::read_to_string(scratch.path(file)).unwrap();
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
        words.collect::<Vec<_>>()
    };
    assert!(read("time.md").starts_with("# Timeline\n"));
    assert!(read("time.txt").starts_with("Timeline\n========\n"));
    assert_eq!(words(&read("time.md")), words(&read("time.txt")));
}

#[test]
fn hostile_labels_stay_text_on_every_page() {
    let scratch = Scratch::base();
    let label = r"# x\n\u001b[31m <script>alert(1)</script> ](javascript:x) \u202e|*_";
    let actors = std::fs::read_to_string(scratch.path("data/actors.ttl")).unwrap();
    let actors = actors.replace("\"Kestrel Coast\"@en", &format!("\"{label}\"@en"));
    scratch.put("data/actors.ttl", actors);
    for page in [
        &["show", "kestrel-coast"][..],
        &["show", "kestrel-coast", "--format", "md"],
        &["timeline"],
        &["timeline", "kestrel-coast", "--format", "md"],
        &["brief"],
    ] {
        let text = scratch.run(page).quietly();
        let harmful = |c: char| matches!(c, '\u{1b}' | '\u{202e}');
        assert!(!text.contains(harmful), "{page:?}");
        if page.contains(&"md") || page.contains(&"brief") {
            assert!(!text.contains("<script>"), "{page:?}: {text}");
            assert!(
                !text.replace("\\](", "").contains("](javascript"),
                "{page:?}: {text}"
            );
        }
    }
}

#[test]
fn added_record_changes_only_its_own_lines() {
    let scratch = Scratch::base();
    let before = scratch.run(&["export", "--format", "trig"]).quietly();
    let record = "[document]\nsource = \"https://example.org/more\"\nissued_by = \"kestrel-coast\"\naccessed = 2020-03-01\n\n[[event]]\nid = \"2020-01-02-here\"\n\n[[act]]\nkind = \"Delivery\"\nby = \"norland\"\nmade_at = \"2020-01-02-here\"\ngist = \"Ten trams have come\"\n";
    scratch.put(format!("{THERE}/facts.toml"), record);
    let after = scratch.run(&["export", "--format", "trig"]).quietly();
    let own = after.find("\ndoc:2020-02-03-there {\n").unwrap();
    let end = own + after[own..].find("\n}\n").unwrap() + "\n}\n".len();
    assert_eq!([&after[..own], &after[end..]].concat(), before);

    std::fs::remove_dir_all(scratch.path(THERE)).unwrap();
    assert_eq!(
        scratch.run(&["export", "--format", "trig"]).quietly(),
        before
    );
    assert!(before.contains("doc:2020-01-02-here {"));
    assert!(scratch.path(HERE).exists());
}

#[test]
fn csv_has_a_byte_order_mark_and_no_formula() {
    let query =
        "SELECT ?x ?y { VALUES (?x ?y) { (\"=1+1\" -5) (\"@a\"@en \"-b\") (\"plain\" \"+c\") } }";
    let csv = stdout(&["query", query, "--format", "spreadsheet"]);
    assert_eq!(csv, "\u{feff}x,y\r\n'=1+1,-5\r\n'@a,'-b\r\nplain,'+c\r\n");
    let acts = stdout(&["acts", "--format", "spreadsheet"]);
    let plain = stdout(&["acts", "--format", "csv"]);
    assert_eq!(acts.strip_prefix('\u{feff}'), Some(plain.as_str()));
}

#[test]
fn amounts_are_phrases_with_thousands_separators() {
    let cement = stdout(&["show", "cement"]);
    assert!(
        cement.contains("- 50,000 t of cement to be delivered\n"),
        "{cement}"
    );
    let brief = stdout(&["brief", "--full"]);
    for words in [
        "16 tractors delivered (2025)",
        "- trade turnover: USD 145.4 million (2004), according to afn.by",
        "- trade turnover: USD 270.8 million (January–September 2018), according to RT",
    ] {
        assert!(brief.contains(words), "{words}: {brief}");
    }
}

#[test]
fn term_without_dates_says_so_and_an_unknown_date_explains_nothing() {
    let shown = stdout(&["show", "lukashenko", "--format", "md"]);
    let term = "- **dates not recorded** · Aleksandr Lukashenko, President of Belarus (one source)";
    assert!(shown.contains(term), "{shown}");
    let (_, notes) = shown.split_once("## Notes on inferred values").unwrap();
    let notes: Vec<&str> = notes
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    let reasons = notes.iter().map(|note| note.split_once(", ").unwrap().1);
    let unique: std::collections::BTreeSet<&str> = reasons.collect();
    assert_eq!(unique.len(), notes.len(), "{notes:#?}");
}

#[test]
fn pages_name_the_span_of_days_and_the_bounds_of_months() {
    let timeline = stdout(&["timeline"]);
    assert!(
        timeline.contains("- 14–16 August 2005, Belarus"),
        "{timeline}"
    );
    assert!(
        timeline.contains("- between October and December 2018 · Session"),
        "{timeline}"
    );
}
