//! A passage of a readout as RDF describes it, compared with the readout's own words.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use oxigraph::model::{Literal, NamedNodeRef, NamedOrBlankNodeRef, Term};

use super::graph_finding::{GraphFinding, Statement};
use super::text::Text;
use crate::diagnostic::Code;
use crate::vocab::Namespace;
use crate::vocab::w3c::oa;

/// Characters of a text that messages show.
const SHOWN: usize = 60;
/// What to do about words that differ.
const COPY_WORDS: &str = "copy the words of the readout letter by letter to oa:exact";

/// A passage as its selectors describe it.
pub struct Passage<'a> {
    name: NamedOrBlankNodeRef<'a>,
    /// The statements about it and its selectors; each value once, even if it is in several files.
    statements: Vec<Statement<'a>>,
}

impl<'a> Passage<'a> {
    pub fn new(
        name: NamedOrBlankNodeRef<'a>,
        statements: impl Iterator<Item = Statement<'a>>,
    ) -> Self {
        let mut seen = HashSet::new();
        let is_new = |(_, property, value): &Statement<'a>| seen.insert((*property, *value));
        Self {
            name,
            statements: statements.filter(is_new).collect(),
        }
    }

    fn with(&self, property: NamedNodeRef<'_>) -> impl DoubleEndedIterator<Item = Statement<'a>> {
        let statements = self.statements.iter().copied();
        statements.filter(move |(_, other, _)| other.as_ref() == property)
    }

    /// The text under a property; `None` if there is none, or several.
    fn only(&self, property: NamedNodeRef<'_>) -> Option<&'a str> {
        let mut statements = self.with(property);
        match (statements.next(), statements.next()) {
            (Some((_, _, value)), None) => Some(literal(value)?.value()),
            _ => None,
        }
    }

    /// Its beginning, and its words; `None` where either is missing, or not the only one.
    pub fn words(&self) -> Option<(usize, &'a str)> {
        Some((self.place()?.start, self.only(oa::EXACT)?))
    }

    /// Its place in code points; `None` where there is none, or several.
    fn place(&self) -> Option<Range<usize>> {
        let number = |property| self.only(property)?.parse::<usize>().ok();
        Some(number(oa::START)?..number(oa::END)?)
    }

    /// Compares it with the text of its readout.
    pub fn compare(&self, slug: &str, text: &Text<'_>, found: &mut Vec<GraphFinding>) {
        found.extend(self.of_other_readout(slug));
        let Some(place) = self.place() else {
            found.extend(self.placeless());
            // Without a place, the words need only be somewhere.
            let absent = self.differing(oa::EXACT, |exact| text.find(exact).is_some());
            found.extend(absent.map(|(statement, _)| {
                let message = format!("these words do not occur in {}", text.name());
                GraphFinding::new(Code::EvidenceDiffers, statement, message).hint(COPY_WORDS)
            }));
            return;
        };
        let words = text.slice(&place).filter(|words| !words.is_empty());
        let (Some(words), Some((before, after))) = (words, text.around(&place)) else {
            let end = self.with(oa::END).next();
            found.extend(end.map(|statement| beyond(statement, &place, text)));
            return;
        };
        let differing = self.differing(oa::EXACT, |exact| exact == words);
        found.extend(
            differing.map(|(statement, exact)| differs(statement, exact, words, &place, text)),
        );
        let prefixes = self.differing(oa::PREFIX, |words| before.ends_with(words));
        found.extend(prefixes.map(|(statement, _)| context_differs(statement, "before")));
        let suffixes = self.differing(oa::SUFFIX, |words| after.starts_with(words));
        found.extend(suffixes.map(|(statement, _)| context_differs(statement, "after")));
        found.extend(self.misnamed(&place));
    }

    /// The statements of a property whose text is not right.
    fn differing(
        &self,
        property: NamedNodeRef<'_>,
        is_right: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (Statement<'a>, &'a str)> {
        let texts = self
            .with(property)
            .filter_map(|statement| Some((statement, literal(statement.2)?.value())));
        texts.filter(move |(_, text)| !is_right(text))
    }

    /// A passage that has places, but not exactly one.
    fn placeless(&self) -> Option<GraphFinding> {
        let (starts, ends) = (self.with(oa::START), self.with(oa::END));
        let message = match (starts.count(), ends.count()) {
            (0, _) => "the passage has an end, but no beginning",
            (_, 0) => "the passage has a beginning, but no end",
            (1, 1) => "the position of the passage is not in whole numbers",
            _ => "the passage has several positions",
        };
        let hint = "write one oa:start and one oa:end, in code points counted from 0";
        let statement = self.with(oa::START).chain(self.with(oa::END)).next_back()?;
        Some(GraphFinding::new(Code::EvidencePlace, statement, message).hint(hint))
    }

    /// A passage whose IRI is in another readout.
    fn of_other_readout(&self, slug: &str) -> Option<GraphFinding> {
        let (other, _) = named(self.name).filter(|(named, _)| *named != slug)?;
        let properties = [oa::EXACT, oa::START, oa::END];
        let statement = properties
            .into_iter()
            .find_map(|one| self.with(one).next())?;
        let message = format!(
            "the IRI of the passage names the readout `{other}`, but its source is `{slug}`"
        );
        let hint = "name the same readout in its IRI and in oa:hasSource";
        Some(GraphFinding::new(Code::EvidencePlace, statement, message).hint(hint))
    }

    /// A passage whose IRI has another place.
    fn misnamed(&self, Range { start, end }: &Range<usize>) -> Option<GraphFinding> {
        let (_, named) =
            named(self.name).filter(|(_, named)| *named != format!("{start},{end}"))?;
        let message = format!(
            "the IRI of the passage ends in #char={named}, but its position is {start},{end}"
        );
        let hint = "write the same position in its IRI and in oa:start and oa:end";
        let statement = self.with(oa::START).next()?;
        Some(GraphFinding::new(Code::EvidencePlace, statement, message).hint(hint))
    }
}

/// Words before or after a passage that the readout does not have there.
fn context_differs(statement: Statement<'_>, side: &str) -> GraphFinding {
    let message = format!("the readout has other words {side} this passage");
    let hint = "copy the words letter by letter, or remove them";
    GraphFinding::new(Code::EvidenceContext, statement, message).hint(hint)
}

fn differs(
    statement: Statement<'_>,
    exact: &str,
    words: &str,
    Range { start, end }: &Range<usize>,
    text: &Text<'_>,
) -> GraphFinding {
    let words = shown(words);
    let message = format!("the readout has other words at {start} to {end}: {words}");
    let hint = match text.find(exact) {
        Some((Range { start, end }, false)) => Cow::Owned(format!(
            "these words occur at {start} to {end}, counted in code points"
        )),
        _ => Cow::Borrowed(COPY_WORDS),
    };
    GraphFinding::new(Code::EvidenceDiffers, statement, message).hint(hint)
}

fn beyond(
    statement: Statement<'_>,
    Range { start, end }: &Range<usize>,
    text: &Text<'_>,
) -> GraphFinding {
    let (name, length) = (text.name(), text.length());
    let message = format!("no words at {start} to {end}: {name} has {length} code points");
    let hint = "count Unicode code points from 0, the end exclusive; not bytes";
    GraphFinding::new(Code::EvidencePlace, statement, message).hint(hint)
}

/// The readout and the place, `START,END`, in the IRI of a passage
/// ([RFC 5147](https://www.rfc-editor.org/rfc/rfc5147)).
pub fn named(name: NamedOrBlankNodeRef<'_>) -> Option<(&str, &str)> {
    let NamedOrBlankNodeRef::NamedNode(name) = name else {
        return None;
    };
    let named = name.as_str().strip_prefix(Namespace::Readout.iri())?;
    named.split_once("#char=")
}

pub fn literal(term: &Term) -> Option<&Literal> {
    match term {
        Term::Literal(literal) => Some(literal),
        _ => None,
    }
}

/// The beginning of a text, between quotation marks.
pub fn shown(text: &str) -> String {
    let mut begin: String = text.chars().take(SHOWN).collect();
    if begin.len() < text.len() {
        begin.push('…');
    }
    format!("“{begin}”")
}
