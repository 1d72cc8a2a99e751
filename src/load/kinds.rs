//! Kinds of act that lack a property: queries join on these properties, and would leave out the acts of the kind.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{LiteralRef, NamedNodeRef, NamedOrBlankNode, TermRef};

use crate::diagnostic::{Code, Finding, Place};
use crate::model::{ActKind, NameIndex, Slot, words};
use crate::rdf::{Origins, Parsed};
use crate::vocab::w3c::rdfs;
use crate::vocab::{bil, slug};

/// The slots of a phrase.
const SLOTS: &str = "the slots are {to}, {to's}, {what}, {items}, {instrument}, {kind} and entities such as \
    {topic:support}, each a word of its own and at most once; no two phrases have the same slots";

/// Property and value of each statement about one class, each once.
type Statements<'a> = Vec<(NamedNodeRef<'a>, TermRef<'a>)>;

/// A finding, and the property at whose place it belongs.
type AtProperty = (NamedNodeRef<'static>, Finding);

/// Finds what kinds of act, and their groups, lack or have twice.
pub fn check(parsed: &Parsed<'_>, name_index: &NameIndex, findings: &mut Vec<Finding>) {
    let mut classes: BTreeMap<NamedNodeRef<'_>, Statements<'_>> = BTreeMap::new();
    for kind in name_index.kinds() {
        classes.entry(kind.group.as_ref()).or_default();
        classes.entry(kind.iri.as_ref()).or_default();
    }
    for quad in &parsed.quads {
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject
            && let Some(statements) = classes.get_mut(&subject.as_ref())
        {
            let statement = (quad.predicate.as_ref(), quad.object.as_ref());
            if !statements.contains(&statement) {
                statements.push(statement);
            }
        }
    }
    let found = classes.iter().flat_map(|(class, statements)| {
        let found = match name_index.kind(&class.into_owned()) {
            Some(kind) => of_kind(kind, statements),
            None => Vec::from_iter(label("the group of kinds", *class, statements)),
        };
        found.into_iter().map(|found| (*class, found))
    });
    let found: Vec<(NamedNodeRef<'_>, AtProperty)> = found.collect();
    let subjects = found.iter().map(|(class, _)| (*class).into()).collect();
    let origins = Origins::of(&parsed.files, &subjects);
    findings.extend(
        found
            .into_iter()
            .map(|(class, (property, finding))| Finding {
                place: Some(place(&origins, class, property)),
                ..finding
            }),
    );
}

/// The place where a kind has this property, else where its superclass is stated.
fn place(origins: &Origins, kind: NamedNodeRef<'_>, property: NamedNodeRef<'_>) -> Place {
    let under = |property| origins.property(kind.into(), property);
    let place = under(property).or_else(|| under(rdfs::SUB_CLASS_OF));
    place.map_or_else(|| Place::file("the ontology"), Place::clone)
}

fn incomplete(property: NamedNodeRef<'static>, message: String, hint: &'static str) -> AtProperty {
    let finding = Finding::unplaced(Code::KindIncomplete, message);
    (property, finding.hint(hint))
}

fn of_kind(kind: &ActKind, statements: &Statements<'_>) -> Vec<AtProperty> {
    let mut found = Vec::new();
    found.extend(label("the kind of act", kind.iri.as_ref(), statements));
    found.extend(phrases(kind, statements));
    if numbers(bil::ORDER, statements).is_empty() {
        let message = format!("the kind of act `{}` has no order", kind.name());
        let hint = "add its place in lists as a whole number, such as bil:order 99";
        found.push(incomplete(bil::ORDER, message, hint));
    }
    let strengths = numbers(bil::STRENGTH, statements);
    if kind.group == bil::class::COMMITMENT && !matches!(*strengths, [1..=7]) {
        let message = format!(
            "the kind of commitment `{}` has no strength from 1 to 7",
            kind.name()
        );
        let hint = "add how binding it is, from bil:strength 1, an assurance, to bil:strength 7, a delivery";
        found.push(incomplete(bil::STRENGTH, message, hint));
    }
    found
}

/// The name that pages and answers show.
fn label(what: &str, iri: NamedNodeRef<'_>, statements: &Statements<'_>) -> Option<AtProperty> {
    let is_english = |language: Option<&str>| {
        language.is_some_and(|language| language.eq_ignore_ascii_case("en"))
    };
    let (many, hint) = match texts(rdfs::LABEL, is_english, statements).len() {
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

/// The predicates of generated labels.
fn phrases(kind: &ActKind, statements: &Statements<'_>) -> Vec<AtProperty> {
    let texts = |property| texts(property, is_english_or_untagged, statements);
    let single = texts(bil::PHRASE);
    if single.is_empty() || single.iter().any(|phrase| phrase.trim().is_empty()) {
        let message = format!("the kind of act `{}` has no English phrase", kind.name());
        let hint = "add the predicate of its labels, such as bil:phrase \"makes a proposal to {to} on {what}\"@en";
        return vec![incomplete(bil::PHRASE, message, hint)];
    }
    let joint = texts(bil::JOINT_PHRASE);
    let of_property = [(bil::PHRASE, single), (bil::JOINT_PHRASE, joint)];
    let found = of_property.into_iter().flat_map(|(property, phrases)| {
        let mistakes = phrases.iter().flat_map(|phrase| slots(kind, phrase));
        let mistakes: Vec<String> = mistakes.chain(same_slots(kind, &phrases)).collect();
        mistakes.into_iter().map(move |message| {
            let finding = Finding::unplaced(Code::KindPhrase, message).hint(SLOTS);
            (property, finding)
        })
    });
    found.collect()
}

/// What is wrong with the slots of a phrase.
fn slots(kind: &ActKind, phrase: &str) -> Vec<String> {
    let name = kind.name();
    let (mut mistakes, mut seen) = (Vec::new(), Vec::new());
    for word in words(phrase).filter(|word| word.contains(['{', '}'])) {
        if Slot::of(word).is_none() {
            mistakes.push(format!(
                "`{word}` in the phrase of the kind of act `{name}` is not a slot"
            ));
        } else if seen.contains(&word) {
            mistakes.push(format!(
                "the phrase of the kind of act `{name}` has the slot {word} twice"
            ));
        }
        seen.push(word);
    }
    mistakes
}

/// Phrases with the same slots: nothing says which of them to use.
fn same_slots(kind: &ActKind, phrases: &[&str]) -> Vec<String> {
    let slots = |phrase: &str| {
        let slots: BTreeSet<Slot> = words(phrase).filter_map(Slot::of).collect();
        slots
    };
    let mut mistakes = Vec::new();
    for (place, phrase) in phrases.iter().enumerate() {
        let mut earlier = phrases.iter().take(place);
        if let Some(other) = earlier.find(|other| slots(other) == slots(phrase)) {
            let name = kind.name();
            mistakes.push(format!(
                "the phrases `{other}` and `{phrase}` of the kind of act `{name}` have the same slots"
            ));
        }
    }
    mistakes
}

/// A text that is in English, or says nothing of its language.
pub fn is_english_or_untagged(language: Option<&str>) -> bool {
    language.is_none_or(|language| language.eq_ignore_ascii_case("en"))
}

/// The texts under a property in a language that fits.
fn texts<'a>(
    property: NamedNodeRef<'_>,
    fits: impl Fn(Option<&str>) -> bool,
    statements: &Statements<'a>,
) -> Vec<&'a str> {
    let literals = statements
        .iter()
        .filter_map(|(predicate, object)| match object {
            TermRef::Literal(literal) if *predicate == property => Some(*literal),
            _ => None,
        });
    literals
        .filter(|literal| fits(literal.language()))
        .map(LiteralRef::value)
        .collect()
}

/// The whole numbers under a property.
fn numbers(property: NamedNodeRef<'_>, statements: &Statements<'_>) -> Vec<i64> {
    let texts = texts(property, |language| language.is_none(), statements).into_iter();
    texts.filter_map(|text| text.parse().ok()).collect()
}
