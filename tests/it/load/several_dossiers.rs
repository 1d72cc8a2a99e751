//! Several dossiers loaded together: one graph in any order, without duplicates, and contradictions are reported.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use bilateral::dossier;
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::source::{Answer, Source};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;

use crate::support::copies::{self, original, renamed};
use crate::support::program::{files_below, read, repository};
use crate::support::scratch::{Ran, Scratch, bilateral, ran};

/// How many copies are read in a test, and how many of them where pages are written; the benchmark reads more.
const COPIES: usize = 40;
const FEW_COPIES: usize = 10;

/// Runs the program on the dossiers in some folders.
fn run(folders: &[&Path], arguments: &[&str]) -> Ran {
    let mut all = Vec::new();
    for folder in folders {
        all.extend(["-C", folder.to_str().unwrap()]);
    }
    ran(&mut bilateral(&[&all, arguments].concat()))
}

fn quads(export: &str) -> Vec<Quad> {
    let parser = RdfParser::from_format(RdfFormat::NQuads).for_slice(export.as_bytes());
    parser.map(Result::unwrap).collect()
}

/// Two dossiers of one readout each, which say something of the River League.
fn pair_of_dossiers(first: &str, second: &str) -> Scratch {
    let scratch = Scratch::empty();
    for (name, entity) in [("first", first), ("second", second)] {
        let text = read("tests/cases/base/readout.txt");
        let facts = read("tests/cases/base/facts.toml");
        let mut actors = read("tests/cases/base/actors.ttl");
        let mut sheet = facts;
        if entity.starts_with("\n[[") {
            sheet.push_str(entity);
            actors = actors.replace(
                "id:river-league a bil:Organization ;\n    rdfs:label \"River League\"@en .",
                "",
            );
        } else {
            actors = actors.replace("\"River League\"", entity);
        }
        scratch.put(format!("{name}/data/actors.ttl"), actors);
        scratch.put(
            format!("{name}/data/dossier.toml"),
            read("tests/cases/base/dossier.toml"),
        );
        scratch.put(format!("{name}/data/2020-01-02-{name}/facts.toml"), sheet);
        scratch.put(format!("{name}/data/2020-01-02-{name}/readout.txt"), text);
    }
    scratch
}

#[test]
fn two_dossiers_make_one_graph_without_duplicates() {
    let export = run(&[&original(), repository()], &["export", "--format", "nq"]).quietly();
    let quads = quads(&export);
    let triples: HashSet<_> = quads
        .iter()
        .map(|quad| (&quad.subject, &quad.predicate, &quad.object))
        .collect();
    assert_eq!(triples.len(), quads.len());

    let readouts = |folder: &str| {
        files_below(folder)
            .iter()
            .filter(|file| file.ends_with("facts.toml"))
            .count()
    };
    let here = readouts("data") + readouts("tests/dossiers/norland-kestrel/data");
    let names: BTreeSet<_> = quads
        .iter()
        .map(|quad| quad.graph_name.to_string())
        .collect();
    assert_eq!(
        names.len(),
        here + 2,
        "a graph each, the ontology and the reference graph: {names:?}"
    );
}

#[test]
fn folder_of_dossiers_loads_each() {
    let scratch = Scratch::empty();
    for file in files_below("data") {
        scratch.put(
            format!("built-in/data/{file}"),
            std::fs::read(repository().join("data").join(&file)).unwrap(),
        );
    }
    for file in files_below("tests/dossiers/norland-kestrel") {
        scratch.put(
            format!("second/{file}"),
            std::fs::read(original().join(&file)).unwrap(),
        );
    }
    let together = run(&[&scratch.path("")], &["export", "--format", "trig"]).quietly();
    let named = run(
        &[&original(), repository()],
        &["export", "--format", "trig"],
    )
    .quietly();
    assert_eq!(together, named);
}

#[test]
fn order_of_dossiers_changes_no_byte_of_an_export() {
    for format in ["ttl", "trig", "nq"] {
        let export = |folders: &[&Path]| run(folders, &["export", "--format", format]);
        let (one, other) = (original(), repository());
        assert_eq!(export(&[&one, other]), export(&[other, &one]), "{format}");
    }
}

#[test]
fn order_of_dossiers_changes_no_blank_node() {
    let scratch = pair_of_dossiers("\"River League\"", "\"River League\"");
    for (name, title) in [("first", "One"), ("second", "Two")] {
        scratch.put(
            format!("{name}/data/more.ttl"),
            format!("<https://example.org/{name}> <https://example.org/p> [] ."),
        );
        let manifest =
            read("tests/cases/base/dossier.toml").replace("Norland and Kestrel Coast", title);
        scratch.put(format!("{name}/data/dossier.toml"), manifest);
    }
    let export = |folders: [&str; 2]| {
        scratch
            .run(&[
                "-C", folders[0], "-C", folders[1], "export", "--format", "nq",
            ])
            .quietly()
    };
    assert_eq!(export(["first", "second"]), export(["second", "first"]));
}

#[test]
fn brief_covers_only_the_named_pair() {
    let (one, other) = (original(), repository());
    let brief = |sides: &[&str]| run(&[&one, other], &[&["brief"], sides].concat()).quietly();
    let second = read("tests/golden/norland-kestrel/brief.md");
    assert_eq!(
        without_coverage(&brief(&["belarus", "kaliningrad-oblast"])),
        without_coverage(&read("tests/golden/brief.md"))
    );
    let of_second = brief(&["norland", "Kestrel Coast"]);
    assert_eq!(without_coverage(&of_second), without_coverage(&second));
    assert!(
        of_second.contains("59 of 222 acts, those of Norland and Kestrel Coast"),
        "{of_second}"
    );
    assert_eq!(brief(&[]), of_second, "the sides of the first dossier");
}

/// A brief without the numbers of all acts read: the line on coverage, and how many acts a command lists.
fn without_coverage(brief: &str) -> Vec<String> {
    let lines = brief.lines().filter(|line| !line.starts_with("As of "));
    let listed = |line: &str| {
        let Some((before, command)) = line.split_once(", among the ") else {
            return line.to_owned();
        };
        let (_, command) = command.split_once(" of ").unwrap_or_default();
        format!("{before}, among those of {command}")
    };
    lines.map(listed).collect()
}

#[test]
fn readout_slug_in_two_dossiers_is_refused() {
    let scratch = pair_of_dossiers("\"River League\"", "\"River League\"");
    let text = read("tests/cases/base/facts.toml");
    scratch.put("second/data/2020-01-02-first/facts.toml", text);
    scratch.put(
        "second/data/2020-01-02-first/readout.txt",
        read("tests/cases/base/readout.txt"),
    );
    let printed = scratch
        .run(&["-C", "first", "-C", "second", "export"])
        .fails(3);
    assert!(
        printed.contains("error[slug-twice]: two readouts have the slug `2020-01-02-first`"),
        "{printed}"
    );
    for place in [
        "first/data/2020-01-02-first/facts.toml",
        "second/data/2020-01-02-first/facts.toml",
    ] {
        assert!(printed.contains(place), "{printed}");
    }
}

#[test]
fn actor_with_equal_facts_in_two_dossiers_is_one_node() {
    let entity =
        "\n[[entity]]\nid = \"river-league\"\nkind = \"Organization\"\nname = \"River League\"\n";
    for said in ["\"River League\"", entity] {
        let scratch = pair_of_dossiers(said, said);
        let export = scratch
            .run(&["-C", ".", "export", "--format", "nq"])
            .quietly();
        let lines = export
            .lines()
            .filter(|line| line.starts_with("<https://w3id.org/bilateral/id/river-league>"));
        assert_eq!(lines.count(), 2, "a class and a name");
    }
}

#[test]
fn contradicting_actors_of_two_dossiers_are_refused() {
    let entity = |kind: &str, name: &str| {
        format!("\n[[entity]]\nid = \"river-league\"\nkind = \"{kind}\"\nname = \"{name}\"\n")
    };
    let league = entity("Organization", "River League");
    for other in [
        entity("Organization", "League of the River"),
        entity("State", "River League"),
    ] {
        let scratch = pair_of_dossiers(&league, &other);
        let printed = scratch.run(&["-C", ".", "export"]).fails(3);
        assert!(printed.contains("error[contradiction]"), "{printed}");
        assert!(
            printed.contains("first/data/2020-01-02-first/facts.toml:1"),
            "{printed}"
        );
        assert!(
            printed.contains("second/data/2020-01-02-second/facts.toml:1"),
            "{printed}"
        );
    }
}

#[test]
fn contradicting_rdf_files_of_two_dossiers_are_refused() {
    let scratch = pair_of_dossiers("\"River League\"", "\"League of the River\"");
    let printed = scratch.run(&["-C", ".", "export"]).fails(3);
    let message = "`river-league` is called `League of the River` here, but `River League` in first/data/actors.ttl";
    assert!(printed.contains(message), "{printed}");
    assert!(printed.contains("--> second/data/actors.ttl:"), "{printed}");

    let scratch = pair_of_dossiers("\"River League\"", "\"River League\"");
    let actors = read("tests/cases/base/actors.ttl")
        .replace("id:sundra a bil:State", "id:sundra a bil:Region");
    scratch.put("second/data/actors.ttl", actors);
    let printed = scratch.run(&["-C", ".", "export"]).fails(3);
    assert!(
        printed.contains("`sundra` is a region here, but a state in first/data/actors.ttl:"),
        "{printed}"
    );
}

#[test]
fn label_in_another_language_is_no_contradiction() {
    let scratch = pair_of_dossiers("\"River League\"", "\"Flussbund\"@de, \"River League\"");
    let export = scratch
        .run(&["-C", ".", "export", "--format", "trig"])
        .quietly();
    assert!(
        export.contains("\"Flussbund\"@de, \"River League\"@en"),
        "{export}"
    );
}

/// An index of a dossier, or of all dossiers in a folder.
fn source(folder: &Path) -> Source {
    let graph = load::load(&dossier::open(folder).unwrap(), InferencePolicy::All);
    Source::local(graph.unwrap_or_else(|error| panic!("{error}")).take_quads()).unwrap()
}

/// The number of acts of each kind.
fn kinds(source: &Source) -> BTreeMap<String, usize> {
    let query = "SELECT ?kind (COUNT(DISTINCT ?act) AS ?acts) WHERE { ?act bil:reportedIn ?text ; a ?kind } GROUP BY ?kind";
    let Answer::Solutions(rows) = source.run(query).unwrap() else {
        panic!("no rows")
    };
    rows.map(Result::unwrap)
        .map(|row| {
            (
                row.text("kind").unwrap().to_owned(),
                row.text("acts").unwrap().parse().unwrap(),
            )
        })
        .collect()
}

#[test]
fn answers_of_many_copies_are_multiples() {
    let folder = tempfile::tempdir().unwrap();
    copies::write(folder.path(), COPIES);
    let times = |(kind, acts): (String, usize)| (kind, acts * COPIES);
    let expected = kinds(&source(&original())).into_iter().map(times).collect();
    assert_eq!(kinds(&source(folder.path())), expected);
}

#[test]
fn brief_of_one_of_many_copies_equals_the_original() {
    let folder = tempfile::tempdir().unwrap();
    copies::write(folder.path(), FEW_COPIES);
    let original = read("tests/golden/norland-kestrel/brief.md");
    for number in [1, FEW_COPIES - 1] {
        let sides = ["norland", "kestrel-coast"].map(|side| renamed(side, number));
        let copy = run(&[folder.path()], &["brief", &sides[0], &sides[1]]).quietly();
        let original = renamed(&original, number);
        assert_eq!(
            without_coverage(&copy),
            without_coverage(&original),
            "copy {number}"
        );
    }
}
