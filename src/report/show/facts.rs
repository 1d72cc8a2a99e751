//! The statements of the graph about an entity, and those that point to it.

use oxigraph::model::NamedNodeRef;

use crate::document::{Block, Inlines, Item};
use crate::model::text_fragment;
use crate::records::{Entity, Id, Records, Value, in_words};
use crate::report::event_lines::linked;
use crate::report::inferred::Inferred;
use crate::text::framed;
use crate::vocab::slug;
use crate::vocab::w3c::{org, owl, prov, rdf, rdfs, sem, skos};
use crate::vocab::{bil, shorten};

/// Properties that other parts of the page show, or that only programs need.
const STATED_ELSEWHERE: [NamedNodeRef<'static>; 17] = [
    bil::QUOTE,
    bil::GIST,
    bil::STATUS,
    bil::FOLLOWS_UP,
    bil::FIGURE,
    bil::REPORTED_IN,
    prov::ALTERNATE_OF,
    rdf::TYPE,
    rdfs::LABEL,
    skos::PREF_LABEL,
    skos::ALT_LABEL,
    skos::IN_SCHEME,
    sem::HAS_EARLIEST_BEGIN_TIME_STAMP,
    sem::HAS_LATEST_END_TIME_STAMP,
    bil::EVIDENCE,
    bil::COLOUR,
    bil::ORDER,
];

/// Properties that point to an entity and are shown.
const REFERRERS: [NamedNodeRef<'static>; 7] = [
    bil::PART_OF,
    bil::MEMBER_OF,
    org::HOLDS,
    org::POST_IN,
    skos::BROADER,
    owl::SAME_AS,
    rdfs::SUB_CLASS_OF,
];

/// The title; class, IRI and other names; then fact by fact.
pub fn blocks(records: &Records, entity: &Entity) -> Vec<Block> {
    let mut names = entity.labels.iter().filter(|label| label.is_english());
    let title = names.next_back().map(|name| in_words(&name.text));
    let mut items = facts(records, entity.id);
    items.extend(referrers(records, entity.id));
    vec![
        Block::heading(1, title.unwrap_or_else(|| records.name(entity.id))),
        Block::paragraph(identity(records, entity)),
        Block::List(items),
    ]
}

/// `Region, id:kaliningrad-oblast. Also called Калининградская область (ru).`
fn identity(records: &Records, entity: &Entity) -> String {
    // Classes of other vocabularies add little for readers who see ours.
    let classes = entity.classes.iter();
    let mut classes: Vec<&str> = classes
        .filter_map(|class| english_label(records, *class))
        .collect();
    classes.sort_unstable();
    if classes.is_empty() {
        classes.push("Thing");
    }
    let foreign = entity.labels.iter().filter(|label| !label.is_english());
    let names = foreign.chain(&entity.other_names).map(|name| {
        let language = name.language.as_deref().filter(|_| !name.is_english());
        in_words(&name.text) + &framed(" (", language.unwrap_or_default(), ")")
    });
    let names: Vec<String> = names.collect();
    let names = framed(" Also called ", &names.join(", "), ".");
    format!(
        "{}, {}.{names}",
        classes.join(", "),
        records.name(entity.id)
    )
}

fn facts(records: &Records, id: Id) -> Vec<Item> {
    let elsewhere = STATED_ELSEWHERE.map(|property| records.id(property));
    let mut statements: Vec<(Id, Option<&str>, Value)> = records
        .statements(id)
        .filter(|(property, _)| !elsewhere.contains(&Some(*property)))
        .map(|(property, value)| {
            let label = value.node().and_then(|node| english_label(records, node));
            (property, label, value)
        })
        .collect();
    statements.sort();
    let items = statements.iter().map(|(property, _, value)| {
        let line = Inlines::from(format!("{}:", property_words(records, *property)));
        Item::new(line.then(value_words(records, value)))
            .with_list(reasons(records, id, *property, value))
    });
    items.collect()
}

/// Why a value is believed, if it is inferred.
fn reasons(records: &Records, id: Id, property: Id, value: &Value) -> Vec<Item> {
    let inferences = records.inferences(id).iter();
    let own = inferences.filter(|one| one.property == property && one.value == *value);
    own.map(|one| {
        let reason = Inferred::of(one, records).reason();
        Item::new(Inlines::from("inferred").then(reason))
    })
    .collect()
}

/// A value with a space before it: its name, its words, or a link if it is a page.
fn value_words(records: &Records, value: &Value) -> Inlines {
    let blank = Inlines::from(" ");
    let node = match value {
        Value::Literal(literal) => return blank.text(in_words(&literal.text)),
        Value::Node(node) => *node,
    };
    if english_label(records, node).is_some() {
        return blank.then(linked(records, node));
    }
    let iri = records.iri(node);
    match text_fragment(iri, []).filter(|_| shorten(iri).is_none()) {
        Some(page) => Inlines::new().note(Some(page)),
        None => blank.text(records.name(node)),
    }
}

/// `Kaliningrad Oblast: part of this`.
fn referrers(records: &Records, id: Id) -> Vec<Item> {
    let told = REFERRERS.map(|property| records.id(property));
    let mut referrers: Vec<(Id, String, Id)> = records
        .referrers(id)
        .filter(|(property, _)| told.contains(&Some(*property)))
        .filter_map(|(property, other)| {
            let label = english_label(records, other)?.to_lowercase();
            Some((property, label, other))
        })
        .collect();
    referrers.sort();
    let items = referrers.into_iter().map(|(property, _, other)| {
        let property = property_words(records, property);
        Item::new(linked(records, other).text(format!(": {property} this")))
    });
    items.collect()
}

/// The label in English or without a language.
fn english_label(records: &Records, id: Id) -> Option<&str> {
    let label = records.own_label(id).filter(|label| label.is_english());
    label.map(|label| &*label.text)
}

/// The label of a property, else the last part of its IRI as words: `scopeNote` becomes `scope note`.
fn property_words(records: &Records, property: Id) -> String {
    if let Some(label) = english_label(records, property) {
        return label.to_owned();
    }
    let mut words = String::new();
    for character in records
        .named(property)
        .map(slug)
        .unwrap_or_default()
        .chars()
    {
        if character.is_uppercase() {
            words.push(' ');
        }
        words.extend(character.to_lowercase());
    }
    words
}
