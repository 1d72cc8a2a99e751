//! A passage of a readout as RDF tells of it, held against the readout's own words.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use oxigraph::model::{Literal, NamedNode, NamedOrBlankNodeRef, Term};

use super::Suspect;
use super::text::Text;
use crate::vocab::Namespace;

/// Characters of a text that messages show.
const SHOWN: usize = 60;

/// A statement.
pub type Told<'a> = (NamedOrBlankNodeRef<'a>, &'a NamedNode, &'a Term);

/// A passage as its selectors tell of it.
pub struct Passage<'a> {
    name: NamedOrBlankNodeRef<'a>,
    pub(crate) exact: Vec<Told<'a>>,
    pub(crate) prefix: Vec<Told<'a>>,
    pub(crate) suffix: Vec<Told<'a>>,
    pub(crate) start: Vec<Told<'a>>,
    pub(crate) end: Vec<Told<'a>>,
}

impl<'a> Passage<'a> {
    pub(crate) fn new(name: NamedOrBlankNodeRef<'a>) -> Self {
        Self {
            name,
            exact: Vec::new(),
            prefix: Vec::new(),
            suffix: Vec::new(),
            start: Vec::new(),
            end: Vec::new(),
        }
    }

    /// The same with each value once, in however many files it stands.
    pub(crate) fn once_each(mut self) -> Self {
        for told in [
            &mut self.exact,
            &mut self.prefix,
            &mut self.suffix,
            &mut self.start,
            &mut self.end,
        ] {
            let mut seen = HashSet::new();
            told.retain(|(_, _, value)| seen.insert(*value));
        }
        self
    }

    /// Its place in code points; `None` where there is none, or several.
    pub(crate) fn place(&self) -> Option<Range<usize>> {
        let number = |told: &[Told<'a>]| match told {
            [told] => literal(told.2)?.value().parse::<usize>().ok(),
            _ => None,
        };
        Some(number(&self.start)?..number(&self.end)?)
    }

    /// Holds it against the text of the readout from which it comes.
    pub(crate) fn hold_against(&self, slug: &str, text: &Text<'_>, found: &mut Vec<Suspect>) {
        found.extend(self.of_other_readout(slug));
        let Some(place) = self.place() else {
            found.extend(self.placeless());
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

    /// A passage that tells of places, but not of one.
    fn placeless(&self) -> Option<Suspect> {
        let told = self.start.iter().chain(&self.end).last()?;
        let message = match (self.start.len(), self.end.len()) {
            (0, _) => "the passage has an end, but no beginning",
            (_, 0) => "the passage has a beginning, but no end",
            (1, 1) => "the place of the passage is not told in whole numbers",
            _ => "the passage has several places",
        };
        Some(
            Suspect::error("evidence-place", *told, message.to_owned())
                .hint("give it one oa:start and one oa:end, in code points counted from 0"),
        )
    }

    /// A passage whose own name is that of another readout.
    fn of_other_readout(&self, slug: &str) -> Option<Suspect> {
        let (other, _) = named(self.name).filter(|(named, _)| *named != slug)?;
        let told = [&self.exact, &self.start, &self.end];
        let told = told.into_iter().flatten().next()?;
        let message =
            format!("the passage has its name of the readout `{other}`, but is one of `{slug}`");
        Some(
            Suspect::error("evidence-place", *told, message)
                .hint("its name and its oa:hasSource tell the same readout"),
        )
    }

    /// A passage whose own name tells another place.
    fn misnamed(&self, place: &Range<usize>) -> Option<Suspect> {
        let (_, named) = named(self.name)?;
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

/// The readout and the place, `START,END`, that the name of a passage tells
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
