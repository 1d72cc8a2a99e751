//! What the named questions answer on the built-in dossier.

use std::collections::BTreeSet;

use bilateral::vocab::PREFIXES;

use crate::support::program::stdout;
use crate::support::scratch::Scratch;

/// The rows of an answer as CSV, without the line of names.
fn rows(arguments: &[&str]) -> Vec<String> {
    let csv = stdout(&[arguments, &["--format", "csv"]].concat());
    csv.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn interval_keeps_its_end_in_every_question() {
    let meetings = rows(&["query", "meetings"]);
    for date in ["2024-09-21/2024-12-31,", "2018-10/2018-12,"] {
        assert!(meetings.iter().any(|row| row.starts_with(date)), "{date}");
    }
    let acts = "SELECT ?act { ?act bil:date ?date ; bil:endDate ?end ; bil:reportedIn ?readout }";
    let intervals: BTreeSet<String> = rows(&["query", acts]).into_iter().collect();
    assert!(!intervals.is_empty());
    for name in [
        "commitments",
        "items",
        "mentions",
        "one-sided",
        "stances",
        "third-parties",
    ] {
        for row in
            rows(&["query", name, "--set", "of=belarus"][..if name == "mentions" { 4 } else { 2 }])
        {
            let mut cells = row.split(',');
            let act = cells.find(|cell| cell.starts_with("https://w3id.org/bilateral/act/"));
            let act = act.unwrap();
            assert!(
                !intervals.contains(act) || row.contains('/'),
                "{name}: {row}"
            );
        }
    }
}

#[test]
fn speaker_counts_as_doer_in_every_question() {
    let by = ["--by", "lukashenko", "--kind", "Commitment"];
    let acts = rows(&[&["acts"], &by[..]].concat()).len();
    assert!(acts > 0);
    assert_eq!(rows(&["query", "commitments", "by=lukashenko"]).len(), acts);
    for name in [
        "conditions",
        "items",
        "kinds",
        "ladder",
        "open",
        "outcomes",
        "sectors",
        "sectors-over-time",
        "stances",
    ] {
        assert!(
            !rows(&["query", name, "by=lukashenko"]).is_empty(),
            "{name}"
        );
    }
}

#[test]
fn officeholders_on_a_date_show_no_later_date() {
    let holders = rows(&["query", "officeholders", "on=2020-01-01"]);
    assert!(holders.iter().any(|row| {
        row.starts_with("Governor of Kaliningrad Oblast,Anton Alikhanov,2017-09-29,,2019-11-25")
    }));
    for row in holders {
        let dates: Vec<&str> = row.split(',').skip(2).take(3).collect();
        assert!(dates.iter().all(|date| *date < "2020-01-02"), "{row}");
    }
    let all = rows(&["query", "officeholders"]);
    let boos = "Governor of Kaliningrad Oblast,Georgy Boos,,,2009-02,";
    assert!(all.iter().any(|row| row.starts_with(boos)), "{all:#?}");
}

#[test]
fn post_has_the_holder_of_its_term_or_else_who_was_last_named() {
    let holders = |on: &str| -> Vec<String> {
        let rows = rows(&["query", "officeholders", on]);
        let cells = |row: String| row.split(',').take(5).collect::<Vec<_>>().join(",");
        rows.into_iter().map(cells).collect()
    };
    assert_eq!(
        holders("on=2025-06-01"),
        [
            "President of Belarus,Aleksandr Lukashenko,,,2023-06-05",
            "Deputy Prime Minister of Belarus,Yuri Shuleiko,,,2024-11-21",
            "Governor of Kaliningrad Oblast,Alexei Besprozvannykh,2024-09-20,,2024-09-21/2024-12-31",
            "Chairman of the Mogilev Regional Executive Committee,Anatoly Isachenko,,,2024-09-21/2024-12-31",
            "President of Russia,Vladimir Putin,,,2022-05-20",
            "Minister of Industry and Trade of Russia,Anton Alikhanov,2024-05,,",
        ]
    );
    let earlier = holders("on=2015-01-01");
    let governors: Vec<&String> = earlier
        .iter()
        .filter(|row| row.starts_with("Governor"))
        .collect();
    assert_eq!(
        governors,
        ["Governor of Kaliningrad Oblast,Nikolai Tsukanov,,,2014-12-01"]
    );
}

#[test]
fn questions_on_acts_end_with_speaker_publisher_and_address() {
    for question in [
        "asks",
        "commitments",
        "conditions",
        "evidence",
        "news on=2025-06-08",
        "one-sided",
        "open",
        "outcomes",
        "stances",
        "taken-up",
    ] {
        let csv = stdout(
            &["query", "--format", "csv"]
                .into_iter()
                .chain(question.split(' '))
                .collect::<Vec<_>>(),
        );
        let mut lines = csv.lines();
        let columns = lines.next().unwrap_or_default();
        assert!(
            columns.ends_with(",publisher,address"),
            "{question}: {columns}"
        );
        assert!(columns.contains(",speaker,"), "{question}: {columns}");
        let has_source = |row: &str| {
            let cells: Vec<&str> = row.rsplit(',').take(2).collect();
            matches!(*cells, [address, publisher] if address.starts_with("http") && !publisher.is_empty())
        };
        assert!(lines.any(has_source), "{question}");
    }
}

#[test]
fn goods_have_a_code_and_services_are_not_mapped() {
    let codes = rows(&["query", "codes", "scheme=HS"]);
    for (good, code) in [
        ("potatoes", "0701"),
        ("lifts", "8428"),
        ("pulp", "47"),
        ("soybean meal", "2304"),
    ] {
        let row = format!("HS 2017,{good},{code},");
        assert!(codes.iter().any(|it| it.starts_with(&row)), "{row}");
    }
    let port = codes.iter().find(|row| row.contains(",port services,"));
    assert!(port.unwrap().contains("Not mapped. "), "{port:?}");
}

#[test]
fn sides_of_other_meetings_are_no_third_parties() {
    let parties = rows(&["query", "third-parties"]);
    assert!(parties.iter().any(|row| row.starts_with("Russia,")));
    assert!(
        !parties.iter().any(|row| row.starts_with("Belarus,")),
        "{parties:#?}"
    );
}

#[test]
fn news_start_at_a_meeting_with_a_certain_date() {
    let vague = rows(&["query", "news", "since=2018-council-session"]);
    assert!(vague.iter().all(|row| row.starts_with("2018-10/2018-12,")));
    let news = rows(&["query", "news", "on=2025-06-08"]);
    assert!(
        news.iter().all(|row| row.starts_with("2024-11-21,")),
        "{news:#?}"
    );
    assert!(!news.is_empty());
}

#[test]
fn kinds_dates_and_figures_of_two_texts_are_compared() {
    let matches = rows(&["query", "matches"]);
    let trade = "Belarus TV: trade was USD 360 million in 2018";
    let row = matches
        .iter()
        .find(|row| row.contains(trade))
        .expect("two texts");
    assert!(row.contains(",date,RBC; Belarus TV,"), "{row}");
    let offer = |row: &&String| row.contains("offers the oblast transport help for the World Cup");
    let offer = matches.iter().find(offer).expect("an offer and a pledge");
    assert!(offer.contains(",kind,Belarus; Belarus TV,"), "{offer}");

    let figure = |act: &str, number| {
        format!(
            "id:{act} bil:figure id:f-{act} . id:f-{act} schema:name \"trade\" ; schema:value {number} .\n"
        )
    };
    let act = |act: &str, other: &str| {
        format!(
            "id:{act} a bil:Statement ; rdfs:label \"{act}\"@en ; bil:reportedIn id:t-{act} ; prov:alternateOf id:{other} .\n\
                 id:t-{act} prov:wasAttributedTo id:i-{act} . id:i-{act} rdfs:label \"issuer {act}\"@en .\n"
        )
    };
    let prefixes = PREFIXES
        .iter()
        .map(|prefix| format!("@prefix {}: <{}> .\n", prefix.name, prefix.iri));
    let texts = prefixes.collect::<String>() + &act("one", "other") + &act("other", "one");
    for (numbers, says) in [([360, 360], ""), ([360, 370], "figures")] {
        let scratch = Scratch::base();
        let more = figure("one", numbers[0]) + &figure("other", numbers[1]);
        scratch.put("data/more.ttl", format!("{texts}{more}"));
        let csv = scratch
            .run(&["query", "matches", "--format", "csv"])
            .quietly();
        assert!(
            csv.contains(&format!(",{says},issuer one; issuer other,")),
            "{csv}"
        );
    }
}

#[test]
fn sector_shows_its_strongest_commitment() {
    let of = |sector: &str| {
        let rows = rows(&["query", "sectors", "--set", "by=belarus"]);
        let row = rows.into_iter().find(|row| row.starts_with(sector));
        row.expect("the sector was spoken of")
    };
    let count = |pattern: &str| {
        let pattern = format!("?act bil:by id:belarus ; bil:sector sector:construction {pattern}");
        let query = format!("SELECT (COUNT(DISTINCT ?act) AS ?acts) {{ {pattern} }}");
        rows(&["query", &query]).concat()
    };
    let (acts, commitments) = (count(""), count("; a/bil:strength ?strength"));
    let strongest = "SELECT (MAX(?strength) AS ?strongest) { ?act bil:by id:belarus ; bil:sector sector:construction ; a/bil:strength ?strength }";
    let strongest = rows(&["query", strongest]).concat();
    let expected = format!("construction,{acts},{commitments},{strongest},");
    let construction = of("construction,");
    assert!(
        construction.starts_with(&expected),
        "{construction}: {expected}"
    );
    let all = rows(&["query", "sectors"]);
    assert!(all.iter().any(|row| row.contains(",0,,")), "{all:#?}");
}

#[test]
fn overlapping_values_do_not_duplicate_acts() {
    let both = ["acts", "--kind", "Commitment", "--kind", "Offer"];
    assert_eq!(rows(&both), rows(&["acts", "--kind", "Commitment"]));

    let by = ["acts", "--by", "belarus", "--by", "aleksandr-lukashenko"];
    assert_eq!(rows(&by), rows(&["acts", "--by", "belarus"]));

    let set = [
        "query",
        "commitments",
        "--set",
        "by=belarus",
        "--set",
        "by=aleksandr-lukashenko",
    ];
    let by_belarus = ["query", "commitments", "--set", "by=belarus"];
    assert_eq!(rows(&set), rows(&by_belarus));
}
