//! Names, sentences, links and titles of any words in a picture: the DOT can be read by a reader that forgives nothing,
//! and none of the words is anything but a word.

use std::collections::{BTreeMap, BTreeSet};

use bilateral::export::dot::{Picture, to_string};
use bilateral::model::EntityKind;
use bilateral::network::{
    ActFacts, Bundling, Facts, Network, NodeFacts, RelationFacts, Tie, bundle,
};
use oxigraph::model::NamedNode;

/// What stands between one text and the next.
const BETWEEN: &str = "\n---\n";
/// The longest text that Graphviz reads, in bytes.
const LONGEST: usize = 16_384;

pub(crate) fn judge(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let texts = Texts(text.split(BETWEEN).collect());
    let network = Network::from_ties(texts.ties(), texts.facts()).unwrap();
    for everything in [true, false] {
        let picture = texts.picture(everything);
        for network in [&network, &bundle(&network, Bundling::Pair)] {
            let dot = to_string(network, &picture);
            let names = Reader::of(&dot).graph();
            let nodes = network.nodes().count();
            assert!(names.len() >= nodes, "{nodes} nodes, {names:?}: {dot}");
        }
    }
}

/// The texts of which a picture is made; where there are too few, they are used again.
struct Texts<'a>(Vec<&'a str>);

impl Texts<'_> {
    fn text(&self, number: usize) -> String {
        self.0[number % self.0.len()].to_owned()
    }

    /// A name that ends with a text, or is one; another where it can be neither.
    fn name(&self, number: usize) -> NamedNode {
        let text = self.text(number);
        let ours = NamedNode::new(format!("https://w3id.org/bilateral/id/{text}"));
        let other = || NamedNode::new(format!("https://w3id.org/bilateral/id/{number}")).unwrap();
        NamedNode::new(text).or(ours).unwrap_or_else(|_| other())
    }

    fn ties(&self) -> Vec<Tie> {
        let tie = |[source, target, relation, act]: [usize; 4]| Tie {
            source: self.name(source),
            target: self.name(target),
            relation: self.name(relation),
            act: self.name(act),
            weight: None,
            date: Some(self.text(act)),
            layer: Some(self.text(relation)),
        };
        [[0, 1, 2, 3], [1, 0, 2, 3], [0, 4, 5, 6], [4, 4, 2, 7]]
            .map(tie)
            .into()
    }

    fn facts(&self) -> Facts {
        let node = |number, sort| {
            let facts = NodeFacts {
                label: self.text(number),
                sort: Some(sort),
                side: Some(self.name(number / 2)),
                note: Some(self.text(number + 1)),
                url: Some(self.text(number + 2)),
                date: Some(self.text(number + 3)),
            };
            (self.name(number), facts)
        };
        let relation = |number| {
            let facts = RelationFacts {
                label: self.text(number),
                singular: Some(self.text(number + 3)),
                plural: Some(self.text(number + 4)),
                meaning: Some(self.text(number + 5)),
                order: 1,
                strength: None,
                group: Some(self.name(number + 1)),
            };
            (self.name(number), facts)
        };
        let act = |number| {
            let facts = ActFacts {
                sentence: self.text(number + 1),
                audience: Vec::new(),
                quote: Some(self.text(number + 2)),
                url: Some(self.text(number + 3)),
                order: 1,
                inferred: [self.name(number)].into(),
            };
            (self.name(number), facts)
        };
        Facts {
            nodes: [
                node(0, EntityKind::State),
                node(1, EntityKind::Event),
                node(4, EntityKind::Good),
            ]
            .into(),
            relations: [2, 5].map(relation).into(),
            acts: [3, 6, 7].map(act).into(),
            ..Facts::default()
        }
    }

    fn picture(&self, everything: bool) -> Picture {
        Picture {
            title: self.text(8),
            caption: vec![self.text(9), self.text(10)],
            sides: vec![self.name(0), self.name(1)],
            palette: BTreeMap::from([(self.name(2), self.text(11))]),
            labels: everything,
            legend: everything,
            clusters: everything,
            ..Picture::default()
        }
    }
}

/// Reads DOT as we write it: every name and every value is between quotation marks, except the label of the header.
struct Reader<'a> {
    rest: &'a str,
    names: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn of(dot: &'a str) -> Self {
        Self {
            rest: dot,
            names: BTreeSet::new(),
        }
    }

    /// Reads a whole graph and gives the names of its nodes, of which there are no two alike.
    fn graph(mut self) -> BTreeSet<String> {
        assert_eq!(self.word(), "digraph");
        self.name();
        self.body();
        assert_eq!(self.rest.trim_start(), "");
        self.names
    }

    fn body(&mut self) {
        self.symbol("{");
        while !self.takes("}") {
            self.statement();
        }
    }

    fn statement(&mut self) {
        if !self.is_next("\"") {
            match self.word() {
                "subgraph" => {
                    self.name();
                    self.body();
                }
                "graph" | "node" | "edge" => self.attributes(),
                "rank" => {
                    self.symbol("=");
                    self.quoted();
                }
                word => panic!("`{word}` before {}", self.rest),
            }
            return;
        }
        let name = self.name();
        let is_edge = self.takes("->");
        if is_edge {
            self.name();
        }
        if self.is_next("[") {
            self.attributes();
            assert!(
                is_edge || self.names.insert(name.clone()),
                "two nodes are called {name}"
            );
        }
        self.takes(";");
    }

    fn attributes(&mut self) {
        self.symbol("[");
        loop {
            assert!(!self.word().is_empty(), "{}", self.rest);
            self.symbol("=");
            if self.is_next("<") {
                self.markup();
            } else {
                self.quoted();
            }
            if !self.takes(",") {
                break;
            }
        }
        self.symbol("]");
    }

    /// What is never shown: it has nothing that Graphviz reads as anything else.
    fn name(&mut self) -> String {
        let name = self.text(|_, _| true);
        assert!(!name.contains('\\'), "{name}");
        name
    }

    /// A value, in which nothing is left to chance: an ampersand, too, may begin something.
    fn quoted(&mut self) -> String {
        self.text(|c, rest| c != '&' || rest.starts_with("amp;"))
    }

    /// An HTML-like label: balanced tags of tables and fonts, and texts of which every special character is escaped.
    fn markup(&mut self) {
        self.symbol("<");
        let start = self.rest.len();
        let mut open: Vec<&str> = Vec::new();
        while !open.is_empty() || start == self.rest.len() {
            match self.character() {
                '<' => self.tag(&mut open),
                '&' => {
                    let (entity, _) = self.rest.split_once(';').unwrap();
                    assert!(
                        ["amp", "lt", "gt", "quot", "#92"].contains(&entity),
                        "{entity}"
                    );
                }
                c => assert!(
                    !matches!(c, '>' | '\\') && !commands(c),
                    "U+{:04X}",
                    u32::from(c)
                ),
            }
        }
        assert!(start - self.rest.len() <= LONGEST);
        self.symbol(">");
    }

    fn tag(&mut self, open: &mut Vec<&'a str>) {
        let (tag, rest) = self.rest.split_once('>').unwrap();
        self.rest = rest;
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.ends_with('/') => assert_eq!(name, "BR"),
            None => {
                assert!(["TABLE", "TR", "TD", "FONT"].contains(&name), "{tag}");
                open.push(name);
            }
        }
    }

    fn text(&mut self, is_plain: impl Fn(char, &str) -> bool) -> String {
        self.symbol("\"");
        let mut text = String::new();
        loop {
            let c = self.character();
            match c {
                '"' => break,
                '\\' => {
                    let escaped = self.character();
                    assert!(
                        matches!(escaped, '"' | '\\' | 'n' | 'l'),
                        "\\{escaped} in {text}"
                    );
                    text.extend([c, escaped]);
                    continue;
                }
                c => assert!(
                    is_plain(c, self.rest) && !commands(c),
                    "U+{:04X} in {text}",
                    u32::from(c)
                ),
            }
            text.push(c);
        }
        assert!(text.len() <= LONGEST, "{} bytes", text.len());
        text
    }

    fn character(&mut self) -> char {
        let c = self.rest.chars().next().unwrap();
        self.rest = &self.rest[c.len_utf8()..];
        c
    }

    fn word(&mut self) -> &'a str {
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find(|c: char| !c.is_ascii_lowercase() && c != 'U' && c != 'R' && c != 'L');
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    fn is_next(&mut self, symbol: &str) -> bool {
        self.rest = self.rest.trim_start();
        self.rest.starts_with(symbol)
    }

    fn takes(&mut self, symbol: &str) -> bool {
        let is_next = self.is_next(symbol);
        if is_next {
            self.rest = &self.rest[symbol.len()..];
        }
        is_next
    }

    fn symbol(&mut self, symbol: &str) {
        assert!(self.takes(symbol), "no {symbol} before {}", self.rest);
    }
}

/// Whether a character does something instead of being shown: to a terminal, or to the direction of writing.
fn commands(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}
