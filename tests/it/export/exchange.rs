//! Exchange formats of networks: each is complete, and all agree.

use std::collections::BTreeMap;

use bilateral::export::ExportError;
use bilateral::export::exchange::{About, ExchangeFormat, write};
use bilateral::model::EntityKind;
use bilateral::network::{Bundling, Facts, Network, Tie, bundle};
use serde_json::Value;

use crate::support::large_networks;
use crate::support::program::stdout;
use crate::support::scratch::Scratch;
use crate::support::small_networks::{act, facts, id, kind, node, offer, rows, tie};

fn written(network: &Network, format: ExchangeFormat) -> String {
    let about = About {
        title: "A & B".to_owned(),
        caption: vec!["One.".to_owned(), "Two.".to_owned()],
    };
    let mut text = Vec::new();
    write(network, &about, format, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

fn json(network: &Network) -> Value {
    serde_json::from_str(&written(network, ExchangeFormat::NodeLink)).unwrap()
}

fn small(rows: Vec<Tie>, facts: Facts) -> Network {
    let network = Network::from_ties(rows, facts).unwrap();
    bundle(&network, Bundling::Kind)
}

fn dated(row: Tie, date: &str) -> Tie {
    Tie {
        date: Some(date.to_owned()),
        ..row
    }
}

#[test]
fn nodes_and_edges_carry_all_facts() {
    let found = json(&small(rows(), facts()));
    assert_eq!(found["directed"], true);
    assert_eq!(found["multigraph"], true);
    assert_eq!(found["graph"]["title"], "A & B");
    let belarus = serde_json::json!({
        "id": "id:belarus",
        "label": "Belarus",
        "iri": "https://w3id.org/bilateral/id/belarus",
        "class": "State",
        "side": "id:belarus",
    });
    assert_eq!(found["nodes"][0], belarus);
    let edge = serde_json::json!({
        "source": "id:belarus",
        "target": "id:kaliningrad",
        "key": "e0",
        "label": "Offer",
        "relation": "bil:Offer",
        "weight": 2.0,
        "mutual": false,
        "kinds": [{"label": "Offer", "relation": "bil:Offer", "weight": 2.0}],
        "acts": [
            {
                "id": "act:r.1",
                "sentence": "Belarus offers Kaliningrad Oblast steelwork",
                "quote": "We can supply you with steelwork",
                "link": "https://example.org/#:~:text=We%20can",
            },
            {
                "id": "act:r.2",
                "sentence": "Belarus offers Kaliningrad Oblast steelwork",
                "quote": "If you need help",
                "link": "javascript:alert(1)",
            },
        ],
    });
    assert_eq!(found["edges"][0], edge);
}

#[test]
fn joint_act_is_an_edge_each_way() {
    let rows = vec![
        tie("belarus", "Offer", "kaliningrad", "1"),
        tie("kaliningrad", "Offer", "belarus", "1"),
        tie("belarus", "Offer", "kaliningrad", "2"),
    ];
    let network = small(rows, facts());
    let found = json(&network);
    let edges: Vec<[&str; 3]> = found["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| ["key", "source", "target"].map(|name| edge[name].as_str().unwrap()))
        .collect();
    let expected = [
        ["e0", "id:belarus", "id:kaliningrad"],
        ["e1", "id:belarus", "id:kaliningrad"],
        ["e1-back", "id:kaliningrad", "id:belarus"],
    ];
    assert_eq!(edges, expected);
    assert_eq!(found["edges"][0]["mutual"], false);
    assert_eq!(found["edges"][1]["mutual"], true);
    // Gephi adds up parallel edges of one kind.
    let gexf = written(&network, ExchangeFormat::Gexf);
    assert!(gexf.contains("label=\"Offer\" kind=\"Offer\""), "{gexf}");
    assert!(
        gexf.contains("label=\"Offer\" kind=\"Offer, together\""),
        "{gexf}"
    );
}

#[test]
fn gexf_edge_lasts_as_long_as_its_acts() {
    let gexf = |dates: &[&str]| {
        let rows = dates.iter().zip(["1", "2", "3", "4"]);
        let rows = rows.map(|(date, act)| dated(tie("belarus", "Offer", "kaliningrad", act), date));
        written(&small(rows.collect(), facts()), ExchangeFormat::Gexf)
    };
    let one_day = gexf(&["2017-11-13"]);
    assert!(
        one_day.contains(" start=\"2017-11-13\" end=\"2017-11-14\">"),
        "{one_day}"
    );
    let year = gexf(&["2017"]);
    assert!(
        year.contains(" start=\"2017-01-01\" end=\"2017-12-31\">"),
        "{year}"
    );
    let apart = gexf(&["2019", "2017-11-13", "2017-11-14", "sometime"]);
    let spells = "        <spells>\n          <spell start=\"2017-11-13\" end=\"2017-11-15\"/>\n          \
                  <spell start=\"2019-01-01\" end=\"2019-12-31\"/>\n        </spells>\n";
    assert!(apart.contains(spells), "{apart}");
    assert!(!apart.contains(" start=\"2017-11-13\" end=\"2017-11-15\">"));
    let never = written(&small(rows(), facts()), ExchangeFormat::Gexf);
    assert!(!never.contains(" start="), "{never}");
}

#[test]
fn csv_has_a_row_per_node_and_edge() {
    let mut facts = facts();
    let label = "Belarus, \"White\"\r\nRus";
    facts
        .nodes
        .insert(id("belarus"), node(label, EntityKind::State, None));
    let network = small(vec![tie("belarus", "Offer", "kaliningrad", "1")], facts);
    assert_eq!(
        written(&network, ExchangeFormat::NodeList),
        "id,label,iri,class,side,date,note,link\r\n\
         id:belarus,\"Belarus, \"\"White\"\"\r\nRus\",https://w3id.org/bilateral/id/belarus,State,,,,\r\n\
         id:kaliningrad,Kaliningrad Oblast,https://w3id.org/bilateral/id/kaliningrad,Region,id:kaliningrad,,,\r\n"
    );
    assert_eq!(
        written(&network, ExchangeFormat::EdgeList),
        "source,target,id,label,relation,weight,mutual,kinds,first_date,last_date,layers,acts,audience,sentences,quotes,dates,links\r\n\
         id:belarus,id:kaliningrad,e0,Offer,bil:Offer,1.0,false,Offer: 1.0,,,,act:r.1,,\
         Belarus offers Kaliningrad Oblast steelwork,We can supply you with steelwork,,https://example.org/#:~:text=We%20can\r\n"
    );
}

#[test]
fn columns_of_several_acts_are_aligned() {
    let mut facts = facts();
    let words = "We can\nsupply  you\u{2028}with steel";
    facts.acts.insert(act("1"), offer(words, ""));
    facts.acts.remove(&act("2"));
    let rows = ["2", "3", "1"].map(|name| tie("belarus", "Offer", "kaliningrad", name));
    let [second, third, first] = rows;
    let rows = vec![
        dated(first, "2017-11"),
        dated(second, "2018"),
        dated(third, "2019"),
    ];
    let graphml = written(&small(rows, facts), ExchangeFormat::GraphMl);
    for data in [
        "<data key=\"edge-acts\">act:r.1\nact:r.2\nact:r.3</data>",
        "<data key=\"edge-quotes\">We can supply you with steel\n\n</data>",
        "<data key=\"edge-dates\">2017-11\n2018\n2019</data>",
        "<data key=\"edge-first_date\">2017-11</data>",
        "<data key=\"edge-last_date\">2019</data>",
        "<data key=\"edge-weight\">3.0</data>",
    ] {
        assert!(graphml.contains(data), "no {data} in {graphml}");
    }
    assert!(!graphml.contains("edge-links\">\n"), "{graphml}");
}

#[test]
fn hostile_texts_are_escaped_in_every_exchange_format() {
    let text = "\"]]> <!-- <script>&amp;\u{202e}x\u{200d}\t' --> 😀";
    let mut facts = facts();
    facts
        .nodes
        .insert(id("belarus"), node(text, EntityKind::State, None));
    facts.acts.insert(act("1"), offer(text, text));
    let network = small(vec![tie("belarus", "Offer", "kaliningrad", "1")], facts);
    let found = json(&network);
    assert_eq!(found["nodes"][0]["label"], text);
    assert_eq!(found["edges"][0]["acts"][0]["quote"], text);
    let escaped = "]]&gt; &lt;!-- &lt;script&gt;&amp;amp;&#x202E;x&#x200D;";
    for format in [ExchangeFormat::GraphMl, ExchangeFormat::Gexf] {
        let written = written(&network, format);
        assert!(written.contains(escaped), "{written}");
        assert!(
            !written.contains("<script") && !written.contains("<!--"),
            "{written}"
        );
    }
}

#[test]
fn characters_invalid_in_xml_are_refused_before_writing() {
    for place in 0..4 {
        let mut facts = facts();
        let text = "a\u{1b}b".to_owned();
        match place {
            0 => facts.nodes.get_mut(&id("belarus")).unwrap().label = text,
            1 => facts.acts.get_mut(&act("1")).unwrap().quote = Some(text),
            2 => facts.relations.get_mut(&kind("Offer")).unwrap().label = text,
            _ => facts.nodes.get_mut(&id("belarus")).unwrap().note = Some(text),
        }
        let network = small(rows(), facts);
        for format in ExchangeFormat::ALL {
            let mut out = Vec::new();
            let result = write(&network, &About::default(), format, &mut out);
            if matches!(format, ExchangeFormat::GraphMl | ExchangeFormat::Gexf) {
                let error = result.unwrap_err();
                assert!(matches!(error, ExportError::NotCarried { .. }));
                let printed = error.to_string();
                assert!(
                    printed.contains("U+001B") && printed.contains("node-link JSON and CSV can"),
                    "{printed}"
                );
                assert!(out.is_empty());
            } else {
                result.unwrap();
            }
        }
    }
}

#[test]
fn empty_network_is_written() {
    let network = Network::default();
    let found = json(&network);
    assert_eq!(found["nodes"].as_array().unwrap().len(), 0);
    assert_eq!(found["edges"].as_array().unwrap().len(), 0);
    assert!(written(&network, ExchangeFormat::GraphMl).ends_with("  </graph>\n</graphml>\n"));
    assert_eq!(
        written(&network, ExchangeFormat::NodeList).lines().count(),
        1
    );
    assert_eq!(
        written(&network, ExchangeFormat::EdgeList).lines().count(),
        1
    );
}

#[test]
fn large_network_is_complete_with_numeric_weights() {
    let network = large_networks::network(500, 5_000);
    let edges = network.edges().count();
    let count = |format, words: &str| written(&network, format).matches(words).count();
    assert_eq!(count(ExchangeFormat::GraphMl, "<edge "), edges);
    assert_eq!(count(ExchangeFormat::Gexf, "<edge "), edges);
    assert_eq!(json(&network)["edges"].as_array().unwrap().len(), edges);
    assert_eq!(
        written(&network, ExchangeFormat::NodeList).lines().count(),
        501
    );

    let heavy = Tie {
        weight: Some(1e300),
        ..tie("belarus", "Offer", "kaliningrad", "1")
    };
    let found = written(&small(vec![heavy], facts()), ExchangeFormat::GraphMl);
    assert!(
        found.contains("<data key=\"edge-weight\">1e300</data>"),
        "{found}"
    );
}

#[test]
fn format_follows_the_extension() {
    let scratch = Scratch::base();
    for (file, begins) in [
        (
            "a.graphml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml ",
        ),
        (
            "a.gexf",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf ",
        ),
        ("a.json", "{\"directed\":true,\"multigraph\":true,"),
        ("a.nodes.csv", "id,label,"),
        ("A.Edges.CSV", "source,target,id,"),
        ("a.b.dot", "digraph "),
    ] {
        assert_eq!(scratch.run(&["graph", "-o", file]).quietly(), "");
        let text = std::fs::read_to_string(scratch.path(file)).unwrap();
        assert!(text.starts_with(begins), "{file}: {text}");
    }
    let formats = "choose one of dot, svg, graphml, gexf, json, nodes.csv, edges.csv\n";
    for arguments in [["graph", "-o", "a.csv"], ["graph", "--format", "csv"]] {
        let printed = scratch.run(&arguments).fails(2);
        assert_eq!(printed, format!("error: unknown format `csv`: {formats}"));
    }
    for (option, by) in [("--color-by", "side"), ("--size-by", "degree")] {
        let printed = scratch.run(&["graph", option, by, "-o", "a.gexf"]).fails(2);
        let expected = format!("error: {option} applies only to dot and svg, not to GEXF\n");
        assert_eq!(printed, expected);
    }
}

#[test]
fn ties_are_by_kind_unless_merged() {
    let labels = |more: &[&str]| -> BTreeMap<String, usize> {
        let text = stdout(&[&["graph", "--format", "json"], more].concat());
        let found: Value = serde_json::from_str(&text).unwrap();
        let mut labels = BTreeMap::new();
        for edge in found["edges"].as_array().unwrap() {
            let label = edge["label"].as_str().unwrap().to_owned();
            *labels.entry(label).or_default() += 1;
        }
        labels
    };
    assert!(labels(&[]).contains_key("Offer"));
    let groups = labels(&["--group", "group"]);
    assert!(groups.contains_key("Commitment") && !groups.contains_key("Offer"));
    let kinds = labels(&["--kind", "Offer"]);
    assert_eq!(kinds.keys().collect::<Vec<_>>(), ["Offer"]);
}
