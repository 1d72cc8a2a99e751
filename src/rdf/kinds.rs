//! Whether the kinds of act are whole: queries join on what is said of a kind, and would leave its acts out in silence.

use std::collections::BTreeMap;

use oxigraph::model::{LiteralRef, NamedNodeRef, NamedOrBlankNode, TermRef};

use super::Origins;
use super::parse::Parsed;
use crate::diagnostic::{Finding, Place};
use crate::model::{ActKind, NameIndex, slug};
use crate::vocab::bil;
use crate::vocab::w3c::rdfs;

/// The slots of a phrase.
const SLOTS: [&str; 2] = ["{to}", "{what}"];

/// What is said of one thing: property and value, each once.
type Said<'a> = Vec<(NamedNodeRef<'a>, TermRef<'a>)>;

/// Finds what kinds of act, and their groups, lack or say twice.
pub fn check(parsed: &Parsed<'_>, name_index: &NameIndex, found: &mut Vec<Finding>) {
    let mut said: BTreeMap<NamedNodeRef<'_>, Said<'_>> = BTreeMap::new();
    for kind in name_index.kinds() {
        said.entry(kind.group.as_ref()).or_default();
        said.entry(kind.iri.as_ref()).or_default();
    }
    for quad in &parsed.quads {
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject
            && let Some(said) = said.get_mut(&subject.as_ref())
        {
            let pair = (quad.predicate.as_ref(), quad.object.as_ref());
            if !said.contains(&pair) {
                said.push(pair);
            }
        }
    }
    let mistakes = said.iter().flat_map(|(iri, said)| {
        let mistakes = match name_index.kind(&iri.into_owned()) {
            Some(kind) => of_kind(kind, said),
            None => label("the group of kinds", *iri, said)
                .into_iter()
                .collect(),
        };
        mistakes.into_iter().map(|mistake| (*iri, mistake))
    });
    let mistakes: Vec<(NamedNodeRef<'_>, Mistake)> = mistakes.collect();
    let subjects = mistakes.iter().map(|(iri, _)| (*iri).into()).collect();
    let origins = Origins::of(&parsed.files, &subjects);
    for (iri, mistake) in mistakes {
        let place = place(&origins, iri, mistake.property);
        let finding = Finding::error(mistake.code, place, mistake.message);
        found.push(finding.hint(mistake.hint));
    }
}

/// The place where a kind has this property, else where it is made one.
fn place(origins: &Origins, kind: NamedNodeRef<'_>, property: NamedNodeRef<'_>) -> Place {
    let under = |property| origins.told(kind.into(), property);
    let place = under(property).or_else(|| under(rdfs::SUB_CLASS_OF));
    place.map_or_else(|| Place::file("the ontology"), Place::clone)
}

/// What is wrong with a kind, and the property under which it would be right.
struct Mistake {
    code: &'static str,
    property: NamedNodeRef<'static>,
    message: String,
    hint: &'static str,
}

fn incomplete(property: NamedNodeRef<'static>, message: String, hint: &'static str) -> Mistake {
    Mistake {
        code: "kind-incomplete",
        property,
        message,
        hint,
    }
}

fn of_kind(kind: &ActKind, said: &Said<'_>) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    mistakes.extend(label("the kind of act", kind.iri.as_ref(), said));
    mistakes.extend(phrase(kind, said));
    if numbers(bil::ORDER, said).is_empty() {
        let message = format!("the kind of act `{}` has no order", kind.name());
        let hint = "add its place in lists as a whole number, such as bil:order 99";
        mistakes.push(incomplete(bil::ORDER, message, hint));
    }
    let strengths = numbers(bil::STRENGTH, said);
    if kind.group == bil::class::COMMITMENT && !matches!(*strengths, [1..=7]) {
        let message = format!(
            "the kind of commitment `{}` has no strength from 1 to 7",
            kind.name()
        );
        let hint = "add how binding it is, from bil:strength 1, an assurance, to bil:strength 7, a delivery";
        mistakes.push(incomplete(bil::STRENGTH, message, hint));
    }
    mistakes
}

/// The name that pages and answers show.
fn label(what: &str, iri: NamedNodeRef<'_>, said: &Said<'_>) -> Option<Mistake> {
    let is_english = |language: Option<&str>| {
        language.is_some_and(|language| language.eq_ignore_ascii_case("en"))
    };
    let (many, hint) = match texts(rdfs::LABEL, is_english, said).len() {
        1 => return None,
        0 => (
            "no",
            "add its English name as rdfs:label, with the tag @en: acts are listed by it",
        ),
        _ => ("more than one", "keep one rdfs:label with the tag @en"),
    };
    let message = format!("{what} `{}` has {many} English label", slug(iri));
    Some(incomplete(rdfs::LABEL, message, hint))
}

/// The predicate of generated sentences.
fn phrase(kind: &ActKind, said: &Said<'_>) -> Vec<Mistake> {
    let phrases = texts(bil::PHRASE, is_phrase_language, said);
    let (many, hint) = match *phrases {
        [phrase] if !phrase.trim().is_empty() => return slots(kind, phrase),
        [] | [_] => (
            "no",
            "add the predicate of its sentences, such as bil:phrase \"makes a proposal to {to} on {what}\"@en",
        ),
        _ => ("more than one", "keep one bil:phrase"),
    };
    let message = format!(
        "the kind of act `{}` has {many} English phrase",
        kind.name()
    );
    vec![incomplete(bil::PHRASE, message, hint)]
}

/// What is wrong with the slots of a phrase.
fn slots(kind: &ActKind, phrase: &str) -> Vec<Mistake> {
    let mistake = |message| Mistake {
        code: "kind-phrase",
        property: bil::PHRASE,
        message,
        hint: "the slots are {to} and {what}, each a word of its own, and each there at most once",
    };
    let words = || phrase.split_whitespace();
    let unknown = words().filter(|word| word.contains(['{', '}']) && !SLOTS.contains(word));
    let unknown = unknown.map(|word| {
        let name = kind.name();
        format!("`{word}` in the phrase of the kind of act `{name}` is no slot")
    });
    let twice = SLOTS
        .into_iter()
        .filter(|slot| words().filter(|word| word == slot).count() > 1);
    let twice = twice.map(|slot| {
        let name = kind.name();
        format!("the phrase of the kind of act `{name}` has the slot {slot} twice")
    });
    unknown.chain(twice).map(mistake).collect()
}

/// A phrase is English, or says nothing of its language.
pub fn is_phrase_language(language: Option<&str>) -> bool {
    language.is_none_or(|language| language.eq_ignore_ascii_case("en"))
}

/// The texts under a property in a language that fits.
fn texts<'a>(
    property: NamedNodeRef<'_>,
    fits: impl Fn(Option<&str>) -> bool,
    said: &Said<'a>,
) -> Vec<&'a str> {
    let literals = said.iter().filter_map(|(predicate, object)| match object {
        TermRef::Literal(literal) if *predicate == property => Some(*literal),
        _ => None,
    });
    literals
        .filter(|literal| fits(literal.language()))
        .map(LiteralRef::value)
        .collect()
}

/// The whole numbers under a property.
fn numbers(property: NamedNodeRef<'_>, said: &Said<'_>) -> Vec<i64> {
    let texts = texts(property, |language| language.is_none(), said).into_iter();
    texts.filter_map(|text| text.parse().ok()).collect()
}
