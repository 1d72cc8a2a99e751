//! Evidence that is not what it says it is: words that the readout has not, or has elsewhere.
//!
//! Sheets are anchored anew each time they are read. What RDF files say in the words of
//! [Web Annotation](https://www.w3.org/TR/annotation-model/#selectors) is held against the readout here, so that an
//! export that was edited by hand, or made from another text, does not pass.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, Quad, Term};

use super::Suspect;
use super::text::{Text, Texts};
use crate::diagnostic::Severity;
use crate::rdf::Survey;
use crate::vocab::w3c::oa;
use crate::vocab::{Namespace, bil};

/// What stands between the passages of a quote.
const BETWEEN: &str = " […] ";
/// Characters of a text that messages show.
const SHOWN: usize = 60;

/// A statement.
type Told<'a> = (NamedOrBlankNodeRef<'a>, &'a NamedNode, &'a Term);

/// Holds the evidence of the RDF files against the readouts: how many passages there are, and what differs.
pub(super) fn check(survey: &Survey<'_>, texts: &Texts<'_>) -> (usize, Vec<Suspect>) {
    let mut passages = 0;
    let mut found = Vec::new();
    for (_, quads) in survey.rdf_files() {
        let file = File::of(quads);
        passages += file.passages(texts, &mut found);
        file.quotes(&mut found);
        file.readouts(texts, &mut found);
    }
    (passages, found)
}

/// What one file says of passages, of the acts that rest on them and of readouts.
#[derive(Default)]
struct File<'a> {
    /// In the order in which they first occur.
    nodes: Vec<(NamedOrBlankNodeRef<'a>, Node<'a>)>,
    numbers: HashMap<NamedOrBlankNodeRef<'a>, usize>,
}

/// What is said of one node; of a selector its words and place, of a passage its selectors and readout.
#[derive(Default)]
struct Node<'a> {
    source: Vec<Told<'a>>,
    selectors: Vec<NamedOrBlankNodeRef<'a>>,
    exact: Vec<Told<'a>>,
    prefix: Vec<Told<'a>>,
    suffix: Vec<Told<'a>>,
    start: Vec<Told<'a>>,
    end: Vec<Told<'a>>,
    evidence: Vec<NamedOrBlankNodeRef<'a>>,
    quote: Vec<Told<'a>>,
    sha256: Vec<Told<'a>>,
}

/// The properties by which a passage is told.
const OF_EVIDENCE: [NamedNodeRef<'_>; 10] = [
    oa::HAS_SOURCE,
    oa::HAS_SELECTOR,
    oa::EXACT,
    oa::PREFIX,
    oa::SUFFIX,
    oa::START,
    oa::END,
    bil::EVIDENCE,
    bil::QUOTE,
    bil::SHA256,
];

impl<'a> Node<'a> {
    fn add(&mut self, told: Told<'a>) {
        let (_, property, value) = told;
        match property.as_ref() {
            oa::HAS_SOURCE => self.source.push(told),
            oa::HAS_SELECTOR => self.selectors.extend(as_node(value)),
            oa::EXACT => self.exact.push(told),
            oa::PREFIX => self.prefix.push(told),
            oa::SUFFIX => self.suffix.push(told),
            oa::START => self.start.push(told),
            oa::END => self.end.push(told),
            bil::EVIDENCE => self.evidence.extend(as_node(value)),
            bil::QUOTE => self.quote.push(told),
            bil::SHA256 => self.sha256.push(told),
            _ => {}
        }
    }
}

impl<'a> File<'a> {
    fn of(quads: &'a [Quad]) -> Self {
        let mut file = Self::default();
        for quad in quads {
            file.quad(quad);
        }
        file
    }

    fn quad(&mut self, quad: &'a Quad) {
        let subject = quad.subject.as_ref();
        let told = (subject, &quad.predicate, &quad.object);
        if !OF_EVIDENCE.contains(&quad.predicate.as_ref()) {
            return;
        }
        let next = self.nodes.len();
        let number = *self.numbers.entry(subject).or_insert(next);
        if number == next {
            self.nodes.push((subject, Node::default()));
        }
        if let Some((_, node)) = self.nodes.get_mut(number) {
            node.add(told);
        }
    }

    fn node(&self, name: NamedOrBlankNodeRef<'_>) -> Option<&Node<'a>> {
        let (_, node) = self.nodes.get(*self.numbers.get(&name)?)?;
        Some(node)
    }

    /// Looks at each passage of a readout of ours.
    fn passages(&self, texts: &Texts<'_>, found: &mut Vec<Suspect>) -> usize {
        let mut unknown: BTreeMap<&str, Told<'a>> = BTreeMap::new();
        let mut passages = 0;
        for (name, node) in &self.nodes {
            for told in &node.source {
                let Some(slug) = readout(told.2) else {
                    continue;
                };
                let Some(text) = texts.of_readout(slug) else {
                    unknown.entry(slug).or_insert(*told);
                    continue;
                };
                passages += 1;
                let passage = self.passage(*name, node);
                passage.hold_against(text, found);
            }
        }
        found.extend(
            unknown
                .into_iter()
                .map(|(slug, told)| unverifiable(slug, told)),
        );
        passages
    }

    /// The words and places that the selectors of a passage give.
    fn passage(&self, name: NamedOrBlankNodeRef<'a>, node: &Node<'a>) -> Passage<'a> {
        let mut passage = Passage {
            name,
            exact: Vec::new(),
            prefix: Vec::new(),
            suffix: Vec::new(),
            start: Vec::new(),
            end: Vec::new(),
        };
        for selector in node.selectors.iter().filter_map(|name| self.node(*name)) {
            passage.exact.extend(&selector.exact);
            passage.prefix.extend(&selector.prefix);
            passage.suffix.extend(&selector.suffix);
            passage.start.extend(&selector.start);
            passage.end.extend(&selector.end);
        }
        passage
    }

    /// Compares the quote of each act with the words of its passages.
    fn quotes(&self, found: &mut Vec<Suspect>) {
        for (_, node) in &self.nodes {
            let mut words: Vec<(usize, &str)> = Vec::new();
            for name in &node.evidence {
                let Some(evidence) = self.node(*name) else {
                    continue;
                };
                let passage = self.passage(*name, evidence);
                if let (Some(place), [told]) = (passage.place(), &*passage.exact) {
                    words.extend(literal(told.2).map(|exact| (place.start, exact.value())));
                }
            }
            if words.is_empty() || words.len() < node.evidence.len() {
                continue;
            }
            words.sort_unstable();
            let words: Vec<&str> = words.into_iter().map(|(_, words)| words).collect();
            let joined = words.join(BETWEEN);
            for told in &node.quote {
                if literal(told.2).is_some_and(|quote| quote.value() != joined) {
                    let message = "the quote is not what its passages say".to_owned();
                    let hint = format!("they say {}", shown(&joined));
                    found.push(Suspect::error("quote-differs", *told, message).hint(hint));
                }
            }
        }
    }

    /// Compares the SHA-256 of each readout with the text that is here.
    fn readouts(&self, texts: &Texts<'_>, found: &mut Vec<Suspect>) {
        for (name, node) in &self.nodes {
            let slug = match name {
                NamedOrBlankNodeRef::NamedNode(name) => slug_of(*name),
                NamedOrBlankNodeRef::BlankNode(_) => None,
            };
            let Some(text) = slug.and_then(|slug| texts.of_readout(slug)) else {
                continue;
            };
            for told in &node.sha256 {
                let sha256 = text.sha256();
                if literal(told.2).is_some_and(|given| given.value() != sha256) {
                    let message = "the readout is not the one of which this was made".to_owned();
                    let hint = format!("the SHA-256 of {} is {sha256}", text.name());
                    found.push(Suspect::error("readout-edited", *told, message).hint(hint));
                }
            }
        }
    }
}

/// A passage as its selectors tell of it.
struct Passage<'a> {
    name: NamedOrBlankNodeRef<'a>,
    exact: Vec<Told<'a>>,
    prefix: Vec<Told<'a>>,
    suffix: Vec<Told<'a>>,
    start: Vec<Told<'a>>,
    end: Vec<Told<'a>>,
}

impl<'a> Passage<'a> {
    /// Its place in code points; `None` where there is none, or several.
    fn place(&self) -> Option<Range<usize>> {
        let number = |told: &[Told<'a>]| match told {
            [told] => literal(told.2)?.value().parse::<usize>().ok(),
            _ => None,
        };
        Some(number(&self.start)?..number(&self.end)?)
    }

    fn hold_against(&self, text: &Text<'_>, found: &mut Vec<Suspect>) {
        let Some(place) = self.place() else {
            self.words_anywhere(text, found);
            return;
        };
        let words = text.slice(&place).filter(|words| !words.is_empty());
        let Some(words) = words else {
            found.extend(self.end.first().map(|told| beyond(*told, &place, text)));
            return;
        };
        for told in &self.exact {
            if literal(told.2).is_some_and(|exact| exact.value() != words) {
                found.push(differs(*told, words, &place, text));
            }
        }
        let Some((before, after)) = text.around(&place) else {
            return;
        };
        other_words(&self.prefix, "before", |told| before.ends_with(told), found);
        other_words(
            &self.suffix,
            "behind",
            |told| after.starts_with(told),
            found,
        );
        found.extend(self.misnamed(&place));
    }

    /// Without a place, the words need only be somewhere.
    fn words_anywhere(&self, text: &Text<'_>, found: &mut Vec<Suspect>) {
        for told in &self.exact {
            if literal(told.2).is_some_and(|exact| text.find(exact.value()).is_none()) {
                let message = format!("these words do not stand in {}", text.name());
                found.push(Suspect::error("evidence-differs", *told, message).hint(EXACT));
            }
        }
    }

    /// A passage whose own name tells another place (RFC 5147).
    fn misnamed(&self, place: &Range<usize>) -> Option<Suspect> {
        let NamedOrBlankNodeRef::NamedNode(name) = self.name else {
            return None;
        };
        let (_, named) = name.as_str().split_once("#char=")?;
        let told = self.start.first()?;
        (named != format!("{},{}", place.start, place.end)).then(|| {
            let message = format!(
                "the passage is called #char={named}, but stands at {},{}",
                place.start, place.end
            );
            Suspect::error("evidence-place", *told, message)
                .hint("its name and its oa:start and oa:end tell the same place")
        })
    }
}

/// Notes what should stand beside a passage and does not.
fn other_words(
    told: &[Told<'_>],
    side: &str,
    stands_there: impl Fn(&str) -> bool,
    found: &mut Vec<Suspect>,
) {
    for told in told {
        if literal(told.2).is_some_and(|words| !stands_there(words.value())) {
            let message = format!("the readout has other words {side} this passage");
            let hint = "write what stands there, letter by letter, or leave it out";
            found.push(Suspect::error("evidence-context", *told, message).hint(hint));
        }
    }
}

/// What to do about words that differ.
const EXACT: &str = "oa:exact has the words of the readout, letter by letter";

fn differs(told: Told<'_>, words: &str, place: &Range<usize>, text: &Text<'_>) -> Suspect {
    let message = format!(
        "the readout has other words at {} to {}: {}",
        place.start,
        place.end,
        shown(words)
    );
    let elsewhere = literal(told.2).and_then(|exact| text.find(exact.value()));
    let hint = match elsewhere {
        Some((place, false)) => Cow::Owned(format!(
            "the words told here stand at {} to {}, counted in code points",
            place.start, place.end
        )),
        _ => Cow::Borrowed(EXACT),
    };
    Suspect::error("evidence-differs", told, message).hint(hint)
}

fn beyond(told: Told<'_>, place: &Range<usize>, text: &Text<'_>) -> Suspect {
    let message = format!(
        "there are no words at {} to {}: {} has {} code points",
        place.start,
        place.end,
        text.name(),
        text.length()
    );
    Suspect::error("evidence-place", told, message)
        .hint("count Unicode code points from 0, the end exclusive; not bytes")
}

fn unverifiable(slug: &str, told: Told<'_>) -> Suspect {
    let message = format!("the words of `{slug}` are not here: its passages were not compared");
    let hint = "check it beside the dossier that holds the readout: -C DIR";
    Suspect {
        severity: Severity::Info,
        ..Suspect::error("evidence-unverifiable", told, message).hint(hint)
    }
}

/// The slug of the readout that a term names.
fn readout(term: &Term) -> Option<&str> {
    match term {
        Term::NamedNode(node) => slug_of(node.as_ref()),
        _ => None,
    }
}

fn slug_of(node: NamedNodeRef<'_>) -> Option<&str> {
    node.as_str().strip_prefix(Namespace::Readout.iri())
}

fn as_node(term: &Term) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        Term::NamedNode(node) => Some(node.as_ref().into()),
        Term::BlankNode(node) => Some(node.as_ref().into()),
        Term::Literal(_) => None,
    }
}

fn literal(term: &Term) -> Option<&Literal> {
    match term {
        Term::Literal(literal) => Some(literal),
        _ => None,
    }
}

/// The beginning of a text, between quotation marks.
fn shown(text: &str) -> String {
    let mut begin: String = text.chars().take(SHOWN).collect();
    if begin.len() < text.len() {
        begin.push('…');
    }
    format!("“{begin}”")
}
