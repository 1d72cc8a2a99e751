//! A passage of a readout as RDF describes it, compared with the readout's own words.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use oxigraph::model::{Literal, NamedOrBlankNodeRef, Term};

use super::graph_finding::{GraphFinding, Statement};
use super::text::Text;
use crate::diagnostic::Code;
use crate::vocab::Namespace;
use crate::vocab::w3c::oa;

/// Characters of a text that messages show.
const SHOWN: usize = 60;

/// A passage as its selectors describe it.
pub struct Passage<'a> {
    name: NamedOrBlankNodeRef<'a>,
    exact: Vec<Statement<'a>>,
    prefix: Vec<Statement<'a>>,
    suffix: Vec<Statement<'a>>,
    start: Vec<Statement<'a>>,
    end: Vec<Statement<'a>>,
}

impl<'a> Passage<'a> {
    /// A passage of the statements about it and its selectors; each value counts once, even if it is in several files.
    pub fn new(
        name: NamedOrBlankNodeRef<'a>,
        statements: impl Iterator<Item = Statement<'a>>,
    ) -> Self {
        let mut passage = Self {
            name,
            exact: Vec::new(),
            prefix: Vec::new(),
            suffix: Vec::new(),
            start: Vec::new(),
            end: Vec::new(),
        };
        let mut seen = HashSet::new();
        for statement in statements {
            let (_, property, value) = statement;
            let statements = match property.as_ref() {
                oa::EXACT => &mut passage.exact,
                oa::PREFIX => &mut passage.prefix,
                oa::SUFFIX => &mut passage.suffix,
                oa::START => &mut passage.start,
                oa::END => &mut passage.end,
                _ => continue,
            };
            if seen.insert((property, value)) {
                statements.push(statement);
            }
        }
        passage
    }

    /// Its beginning, and its words; `None` where either is missing, or not the only one.
    pub fn words(&self) -> Option<(usize, &'a str)> {
        match (self.place(), &*self.exact) {
            (Some(place), [statement]) => Some((place.start, literal(statement.2)?.value())),
            _ => None,
        }
    }

    /// Its place in code points; `None` where there is none, or several.
    fn place(&self) -> Option<Range<usize>> {
        let number = |statement: &[Statement<'a>]| match statement {
            [statement] => literal(statement.2)?.value().parse::<usize>().ok(),
            _ => None,
        };
        Some(number(&self.start)?..number(&self.end)?)
    }

    /// Compares it with the text of its readout.
    pub fn compare(&self, slug: &str, text: &Text<'_>, found: &mut Vec<GraphFinding>) {
        found.extend(self.of_other_readout(slug));
        let Some(place) = self.place() else {
            found.extend(self.placeless());
            self.words_anywhere(text, found);
            return;
        };
        let words = text.slice(&place).filter(|words| !words.is_empty());
        let Some(words) = words else {
            found.extend(
                self.end
                    .first()
                    .map(|statement| beyond(*statement, &place, text)),
            );
            return;
        };
        for statement in &self.exact {
            if literal(statement.2).is_some_and(|exact| exact.value() != words) {
                found.push(differs(*statement, words, &place, text));
            }
        }
        let Some((before, after)) = text.around(&place) else {
            return;
        };
        other_words(
            &self.prefix,
            "before",
            |statement| before.ends_with(statement),
            found,
        );
        other_words(
            &self.suffix,
            "behind",
            |statement| after.starts_with(statement),
            found,
        );
        found.extend(self.misnamed(&place));
    }

    /// Without a place, the words need only be somewhere.
    fn words_anywhere(&self, text: &Text<'_>, found: &mut Vec<GraphFinding>) {
        for statement in &self.exact {
            if literal(statement.2).is_some_and(|exact| text.find(exact.value()).is_none()) {
                let message = format!("these words do not stand in {}", text.name());
                found.push(
                    GraphFinding::new(Code::EvidenceDiffers, *statement, message).hint(EXACT),
                );
            }
        }
    }

    /// A passage that has places, but not exactly one.
    fn placeless(&self) -> Option<GraphFinding> {
        let statement = self.start.iter().chain(&self.end).last()?;
        let message = match (self.start.len(), self.end.len()) {
            (0, _) => "the passage has an end, but no beginning",
            (_, 0) => "the passage has a beginning, but no end",
            (1, 1) => "the place of the passage is not told in whole numbers",
            _ => "the passage has several places",
        };
        Some(
            GraphFinding::new(Code::EvidencePlace, *statement, message)
                .hint("give it one oa:start and one oa:end, in code points counted from 0"),
        )
    }

    /// A passage whose IRI is in another readout.
    fn of_other_readout(&self, slug: &str) -> Option<GraphFinding> {
        let (other, _) = named(self.name).filter(|(named, _)| *named != slug)?;
        let statement = [&self.exact, &self.start, &self.end];
        let statement = statement.into_iter().flatten().next()?;
        let message =
            format!("the passage has its name of the readout `{other}`, but is one of `{slug}`");
        Some(
            GraphFinding::new(Code::EvidencePlace, *statement, message)
                .hint("its name and its oa:hasSource tell the same readout"),
        )
    }

    /// A passage whose IRI has another place.
    fn misnamed(&self, place: &Range<usize>) -> Option<GraphFinding> {
        let (_, named) = named(self.name)?;
        let statement = self.start.first()?;
        (named != format!("{},{}", place.start, place.end)).then(|| {
            let message = format!(
                "the passage is called #char={named}, but stands at {},{}",
                place.start, place.end
            );
            GraphFinding::new(Code::EvidencePlace, *statement, message)
                .hint("its name and its oa:start and oa:end tell the same place")
        })
    }
}

/// Finds words before or after a passage that the readout does not have there.
fn other_words(
    statement: &[Statement<'_>],
    side: &str,
    is_there: impl Fn(&str) -> bool,
    found: &mut Vec<GraphFinding>,
) {
    for statement in statement {
        if literal(statement.2).is_some_and(|words| !is_there(words.value())) {
            let message = format!("the readout has other words {side} this passage");
            let hint = "write what stands there, letter by letter, or leave it out";
            found.push(GraphFinding::new(Code::EvidenceContext, *statement, message).hint(hint));
        }
    }
}

/// What to do about words that differ.
const EXACT: &str = "oa:exact has the words of the readout, letter by letter";

fn differs(
    statement: Statement<'_>,
    words: &str,
    place: &Range<usize>,
    text: &Text<'_>,
) -> GraphFinding {
    let message = format!(
        "the readout has other words at {} to {}: {}",
        place.start,
        place.end,
        shown(words)
    );
    let elsewhere = literal(statement.2).and_then(|exact| text.find(exact.value()));
    let hint = match elsewhere {
        Some((place, false)) => Cow::Owned(format!(
            "the words told here stand at {} to {}, counted in code points",
            place.start, place.end
        )),
        _ => Cow::Borrowed(EXACT),
    };
    GraphFinding::new(Code::EvidenceDiffers, statement, message).hint(hint)
}

fn beyond(statement: Statement<'_>, place: &Range<usize>, text: &Text<'_>) -> GraphFinding {
    let message = format!(
        "there are no words at {} to {}: {} has {} code points",
        place.start,
        place.end,
        text.name(),
        text.length()
    );
    GraphFinding::new(Code::EvidencePlace, statement, message)
        .hint("count Unicode code points from 0, the end exclusive; not bytes")
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
