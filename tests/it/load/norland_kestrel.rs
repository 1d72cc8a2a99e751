//! The dossier `tests/dossiers/norland-kestrel` uses everything that a sheet can contain, and the graph has it. A new kind,
//! key or choice needs a case in it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;

use bilateral::load::Graph;
use bilateral::model::EntityKind;
use bilateral::sheet::keys::{self, Key, Shape, TableKeys};
use bilateral::vocab::w3c::{oa, rdf as rdf_terms};
use bilateral::vocab::{bil, slug};
use oxigraph::model::{NamedOrBlankNode, Term};
use toml::de::{DeTable, DeValue};

use crate::support::copies::original;
use crate::support::norland_kestrel::graph;
use crate::support::scratch::{bilateral, ran};

/// The text of every `facts.toml`.
fn sheets() -> Vec<String> {
    let folders = fs::read_dir(original().join("data")).unwrap();
    let sheets = folders.map(|entry| entry.unwrap().path().join("facts.toml"));
    let sheets = sheets.filter(|path| path.exists());
    sheets
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn dossier_loads_without_messages() {
    let folder = original();
    for command in ["brief", "acts --kind Ask", "graph", "export --format trig"] {
        let command: Vec<&str> = command.split(' ').collect();
        let arguments = [&["-C", folder.to_str().unwrap()], &command[..]].concat();
        assert!(!ran(&mut bilateral(&arguments)).quietly().is_empty());
    }
}

#[test]
fn dossier_uses_every_kind_of_act_and_entity() {
    let graph = graph();
    let types = graph
        .quads
        .iter()
        .filter(|quad| quad.predicate == rdf_terms::TYPE);
    let used: HashSet<&Term> = types.map(|quad| &quad.object).collect();
    for kind in graph.name_index.kinds() {
        assert!(
            used.contains(&Term::from(kind.iri.clone())),
            "no {}",
            kind.name()
        );
    }
    assert_eq!(graph.name_index.kinds().count(), 21);

    let declared = Occurrences::of_all().words;
    for sort in EntityKind::ALL
        .iter()
        .filter(|sort| **sort != EntityKind::Event)
    {
        assert!(
            declared.contains(&("entity.kind".to_owned(), sort.word().to_owned())),
            "no {sort:?}"
        );
    }
}

#[test]
fn dossier_uses_every_key_and_choice() {
    let occurrences = Occurrences::of_all();
    let tables = [&keys::DOCUMENT, &keys::EVENT, &keys::ENTITY, &keys::ACT];
    let below = [
        (&keys::FIGURE, "act.figures"),
        (&keys::PARTICIPANT, "event.sides"),
        (&keys::INFERRED, "inferred"),
    ];
    let tables = tables
        .into_iter()
        .map(|table| (table, table.name))
        .chain(below);
    let mut missing = Vec::new();
    for (table, name) in tables {
        for key in table.keys {
            let place = format!("{name}.{}", key.name);
            if !occurrences.keys.contains(&place) {
                missing.push(place.clone());
            }
            if key.inferable && !occurrences.inferred.contains(&place) {
                missing.push(format!("{place}.is"));
            }
            let Shape::Choice(words) = key.shape else {
                continue;
            };
            let typed = |word: &&&str| {
                !occurrences
                    .words
                    .contains(&(place.clone(), (**word).to_owned()))
            };
            missing.extend(
                words
                    .iter()
                    .filter(typed)
                    .map(|word| format!("{place} = {word}")),
            );
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    let manifest = fs::read_to_string(original().join("data/dossier.toml")).unwrap();
    for key in keys::DOSSIER.keys {
        assert!(
            manifest.lines().any(|line| line.starts_with(key.name)),
            "no {}",
            key.name
        );
    }
}

/// What the sheets hold: keys as `table.key`, which of them are given as inferred, and the texts below them.
#[derive(Default)]
struct Occurrences {
    keys: BTreeSet<String>,
    inferred: BTreeSet<String>,
    words: BTreeSet<(String, String)>,
}

impl Occurrences {
    fn of_all() -> Self {
        let mut occurrences = Self::default();
        for sheet in sheets() {
            for (name, tables) in DeTable::parse(&sheet).unwrap().get_ref() {
                let schema = keys::SHEET
                    .iter()
                    .find(|table| table.name == name.get_ref())
                    .unwrap();
                for table in tables_of(tables.get_ref()) {
                    occurrences.table(table, schema);
                }
            }
        }
        occurrences
    }

    fn table(&mut self, table: &DeTable<'_>, schema: &TableKeys) {
        for (name, value) in table {
            let key = schema
                .keys
                .iter()
                .find(|key| key.name == name.get_ref())
                .unwrap();
            let place = format!("{}.{}", schema.name, key.name);
            self.value(&place, key, value.get_ref());
            self.keys.insert(place);
        }
    }

    fn value(&mut self, place: &str, key: &Key, value: &DeValue<'_>) {
        match value {
            DeValue::String(text) => {
                self.words.insert((place.to_owned(), text.to_string()));
            }
            DeValue::Table(parts) if key.inferable => {
                self.inferred.insert(place.to_owned());
                self.keys.extend(
                    parts
                        .keys()
                        .map(|part| format!("inferred.{}", part.get_ref())),
                );
                self.value(place, key, parts["is"].get_ref());
            }
            DeValue::Table(sides) => {
                let people = sides.values().flat_map(|side| tables_of(side.get_ref()));
                self.below(place, people.collect());
            }
            DeValue::Array(_) => self.below(place, tables_of(value)),
            _ => {}
        }
    }

    fn below(&mut self, place: &str, tables: Vec<&DeTable<'_>>) {
        for (name, value) in tables.into_iter().flatten() {
            let place = format!("{place}.{}", name.get_ref());
            if let DeValue::String(text) = value.get_ref() {
                self.words.insert((place.clone(), text.to_string()));
            }
            self.keys.insert(place);
        }
    }
}

/// The tables of a list, or the value itself if it is a table.
fn tables_of<'toml, 'text>(value: &'toml DeValue<'text>) -> Vec<&'toml DeTable<'text>> {
    match value {
        DeValue::Table(table) => vec![table],
        DeValue::Array(items) => items
            .iter()
            .flat_map(|item| tables_of(item.get_ref()))
            .collect(),
        _ => Vec::new(),
    }
}

/// What the graph says of a passage.
#[derive(Default)]
struct Passage {
    exact: String,
    prefix: String,
    suffix: String,
    start: usize,
    end: usize,
}

/// Every passage, by the slug of its readout and its range as its IRI has it.
fn passages(graph: &Graph) -> BTreeMap<(String, String), Passage> {
    let mut passages: BTreeMap<(String, String), Passage> = BTreeMap::new();
    for quad in &graph.quads {
        let (NamedOrBlankNode::NamedNode(selector), Term::Literal(value)) =
            (&quad.subject, &quad.object)
        else {
            continue;
        };
        let Some((readout, range)) = selector.as_str().split_once('#') else {
            continue;
        };
        let Some((_, range)) = range.split_once('=') else {
            continue;
        };
        let slug = readout.rsplit('/').next().unwrap();
        let passage = passages
            .entry((slug.to_owned(), range.to_owned()))
            .or_default();
        let value = value.value();
        if quad.predicate == oa::EXACT {
            value.clone_into(&mut passage.exact);
        } else if quad.predicate == oa::PREFIX {
            value.clone_into(&mut passage.prefix);
        } else if quad.predicate == oa::SUFFIX {
            value.clone_into(&mut passage.suffix);
        } else if quad.predicate == oa::START {
            passage.start = value.parse().unwrap();
        } else if quad.predicate == oa::END {
            passage.end = value.parse().unwrap();
        }
    }
    passages
}

/// The code points of a readout, decoded here from its bytes.
fn code_points(slug: &str) -> Vec<char> {
    let bytes = fs::read(original().join("data").join(slug).join("readout.txt")).unwrap();
    let mut points = Vec::new();
    let mut bytes = bytes.into_iter();
    while let Some(first) = bytes.next() {
        let (more, bits) = match first {
            0..0x80 => (0, first),
            0xC0..0xE0 => (1, first & 0x1F),
            0xE0..0xF0 => (2, first & 0x0F),
            _ => (3, first & 0x07),
        };
        let point = (0..more).fold(u32::from(bits), |point, _| {
            point << 6 | u32::from(bytes.next().unwrap() & 0x3F)
        });
        points.push(char::from_u32(point).unwrap());
    }
    points
}

#[test]
fn every_passage_equals_independently_decoded_slice() {
    let passages = passages(&graph());
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for ((slug, range), passage) in &passages {
        let points = code_points(slug);
        let slice = |from: usize, to: usize| points[from..to].iter().collect::<String>();
        let (start, end) = (passage.start, passage.end);
        assert_eq!(range, &format!("{start},{end}"));
        assert_eq!(slice(start, end), passage.exact, "{slug}");
        assert_eq!(
            slice(start.saturating_sub(32), start),
            passage.prefix,
            "{slug}"
        );
        assert_eq!(
            slice(end, points.len().min(end + 32)),
            passage.suffix,
            "{slug}"
        );
        let features = [
            ("a line end of Windows", passage.exact.contains("\r\n")),
            (
                "a line end",
                passage.exact.contains('\n') && !passage.exact.contains('\r'),
            ),
            ("a no-break space", passage.exact.contains('\u{a0}')),
            ("an accent of its own", passage.exact.contains('\u{301}')),
            ("a curly mark", passage.exact.contains('’')),
            ("a dash", passage.exact.contains('–')),
            ("a picture before it", points[..start].contains(&'🚋')),
            ("an accent before it", points[..start].contains(&'\u{301}')),
        ];
        seen.extend(
            features
                .iter()
                .filter(|(_, is_there)| *is_there)
                .map(|(name, _)| *name),
        );
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
    assert!(passages.len() > 50, "where are the passages?");
}

#[test]
fn ambiguous_passage_is_located_by_the_next() {
    let graph = graph();
    let engineers = graph.quads.iter().filter(|quad| {
        let NamedOrBlankNode::NamedNode(act) = &quad.subject else {
            return false;
        };
        quad.predicate == bil::EVIDENCE && slug(act.as_ref()) == "2024-03-04-port-elin.engineers"
    });
    let ranges = engineers.map(|quad| quad.object.to_string());
    let starts: Vec<usize> = ranges
        .map(|iri| iri.split(['=', ',']).nth(1).unwrap().parse().unwrap())
        .collect();
    let text: String = code_points("2024-03-04-port-elin").into_iter().collect();
    let places: Vec<usize> = text
        .match_indices("If you need engineers")
        .map(|(byte, _)| text[..byte].chars().count())
        .collect();
    assert_eq!(places.len(), 2);
    assert!(
        starts.contains(&places[1]) && !starts.contains(&places[0]),
        "{starts:?}, {places:?}"
    );
}
