//! Facts about the nodes, relations and acts of a network, for pictures and exports.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use oxigraph::model::NamedNode;

use crate::model::{EntityKind, text_fragment};
use crate::records::{Evidence, Id, Records};
use crate::vocab::w3c::{dcterms, skos};
use crate::vocab::{bil, compact};

/// Facts by IRI. They may cover more entities than the network has, or fewer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Of nodes, and of the sides to which they belong.
    pub nodes: BTreeMap<NamedNode, NodeFacts>,
    /// Of relations.
    pub relations: BTreeMap<NamedNode, RelationFacts>,
    /// Of acts.
    pub acts: BTreeMap<NamedNode, ActFacts>,
    /// In which sectors acts are; those in none are left out.
    pub sectors: BTreeMap<NamedNode, BTreeSet<NamedNode>>,
    /// The sides of the relationship.
    pub sides: Vec<NamedNode>,
}

/// Facts about a node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NodeFacts {
    /// Its label.
    pub label: String,
    /// Its kind.
    pub sort: Option<EntityKind>,
    /// The side of the relationship to which it belongs.
    pub side: Option<NamedNode>,
    /// A sentence about it.
    pub note: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// When it took place, as exactly as known; most entities have no date.
    pub date: Option<String>,
}

/// Facts about a relation, usually a kind of act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RelationFacts {
    /// Its label.
    pub label: String,
    /// The noun for one, after a number; without it, the label in lower case.
    pub singular: Option<String>,
    /// The noun for several, after a number; without it, formed from the label.
    pub plural: Option<String>,
    /// What it means, in a few words.
    pub meaning: Option<String>,
    /// Its position in a list of relations.
    pub order: u32,
    /// How binding acts of this kind are, 1 to 7; kinds that bind no one have none.
    pub strength: Option<u32>,
    /// The group of kinds to which it belongs, if it is a kind of act.
    pub group: Option<NamedNode>,
}

/// Facts about an act, or about something else that carries a tie: an event, a membership.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActFacts {
    /// Who does what toward whom, as a generated sentence; or the name of the event or membership.
    pub sentence: String,
    /// The names of the sides that heard it without being its doers.
    pub audience: Vec<String>,
    /// The exact words of the readout; none if it is recorded without its words.
    pub quote: Option<String>,
    /// The words on the publisher's page, or the page itself.
    pub url: Option<String>,
    /// Its position among acts of the same date, for example where its quote begins.
    pub order: u32,
    /// Its values that are inferred, not read in the text, such as its target.
    pub inferred: BTreeSet<NamedNode>,
}

impl Facts {
    /// The facts in records about nodes, sides, relations with their groups, and acts; of acts without `details` only
    /// their sectors.
    pub(crate) fn read<'a>(
        nodes: impl Iterator<Item = &'a NamedNode>,
        relations: impl Iterator<Item = &'a NamedNode>,
        acts: impl Iterator<Item = &'a NamedNode> + Clone,
        details: bool,
        sides: &'a [NamedNode],
        records: &Records,
    ) -> Self {
        let mut facts = Self {
            relations: each(relations, records, RelationFacts::read),
            acts: each(acts.clone().filter(|_| details), records, ActFacts::read),
            sectors: each(acts, records, sectors),
            sides: sides.to_vec(),
            ..Self::default()
        };
        facts.add_nodes(nodes.chain(sides), records);
        let groups = facts.relations.values();
        let groups: Vec<NamedNode> = groups.filter_map(|facts| facts.group.clone()).collect();
        for (group, of_group) in each(&groups, records, RelationFacts::read) {
            facts.relations.entry(group).or_insert(of_group);
        }
        facts
    }

    /// Adds the facts in records about nodes, each assigned to one of the sides.
    pub(crate) fn add_nodes<'a>(
        &mut self,
        nodes: impl IntoIterator<Item = &'a NamedNode>,
        records: &Records,
    ) {
        let sides = self.sides.iter();
        let sides: Vec<Id> = sides.filter_map(|side| records.id(side.as_ref())).collect();
        let read = |id, records: &Records| NodeFacts::read(id, &sides, records);
        self.nodes.extend(each(nodes, records, read));
    }

    /// The label of a node; without facts, its prefixed name or its IRI.
    #[must_use]
    pub fn node_label(&self, node: &NamedNode) -> String {
        let label = self.nodes.get(node).map(|facts| facts.label.as_str());
        label_or_name(label, node)
    }

    /// The group of kinds of a relation; without a group, the relation itself.
    #[must_use]
    pub fn group<'a>(&'a self, relation: &'a NamedNode) -> &'a NamedNode {
        let group = self
            .relations
            .get(relation)
            .and_then(|facts| facts.group.as_ref());
        group.unwrap_or(relation)
    }

    /// The sort key of a relation: its position, then its IRI.
    #[must_use]
    pub fn rank<'a>(&self, relation: &'a NamedNode) -> (u32, &'a NamedNode) {
        let order = self.relations.get(relation).map(|facts| facts.order);
        (order.unwrap_or(u32::MAX), relation)
    }

    /// The noun for a relation after a number, in the singular or the plural: `offer`, `deliveries`.
    #[must_use]
    pub fn noun(&self, relation: &NamedNode, is_one: bool) -> String {
        let facts = self.relations.get(relation);
        let known = facts.and_then(|facts| {
            if is_one {
                &facts.singular
            } else {
                &facts.plural
            }
            .clone()
        });
        known.unwrap_or_else(|| {
            let noun = lower_case(&self.relation_label(relation));
            if is_one { noun } else { plural(&noun) }
        })
    }

    /// The label of a relation; without facts, its prefixed name or its IRI.
    #[must_use]
    pub fn relation_label(&self, relation: &NamedNode) -> String {
        let label = self
            .relations
            .get(relation)
            .map(|facts| facts.label.as_str());
        label_or_name(label, relation)
    }
}

impl NodeFacts {
    fn read(id: Id, sides: &[Id], records: &Records) -> Option<Self> {
        // A side belongs to itself, even if it is part of another.
        let own = sides.iter().find(|side| **side == id).copied();
        let side = own.or_else(|| {
            let above = records.all_above(id);
            above.into_iter().find(|above| sides.contains(above))
        });
        let date = records.first_text(id, bil::DATE);
        Some(Self {
            label: records.own_label(id)?.text.to_string(),
            sort: records.entity_kind(id),
            side: side.and_then(|side| named(side, records)),
            date: date.map(|date| date.to_string()),
            ..Self::default()
        })
    }
}

impl RelationFacts {
    fn read(id: Id, records: &Records) -> Option<Self> {
        let kind = records.kind(id);
        let order = kind.and_then(|kind| kind.order?.try_into().ok());
        let text = |property| Some(records.first_text(id, property)?.to_string());
        Some(Self {
            label: records.own_label(id)?.text.to_string(),
            singular: text(bil::SINGULAR),
            plural: text(bil::PLURAL),
            meaning: text(skos::DEFINITION),
            order: order.unwrap_or(u32::MAX),
            strength: kind.and_then(|kind| kind.strength?.try_into().ok()),
            group: kind.and_then(|kind| named(kind.group?, records)),
        })
    }
}

impl ActFacts {
    fn read(id: Id, records: &Records) -> Option<Self> {
        let evidence = records.evidence(id);
        let address = |passage: &Evidence| records.text(passage.text?)?.address.clone();
        // A link opens one page, so passages of other texts than the first are left out.
        let first = evidence.iter().find_map(address);
        let on_page: Vec<&Evidence> = evidence
            .iter()
            .filter(|passage| first.is_some() && address(passage) == first)
            .collect();
        let mut passages: Vec<&str> = Vec::new();
        for passage in &on_page {
            if !passages.contains(&&*passage.exact) {
                passages.push(&passage.exact);
            }
        }
        let start = on_page.first().and_then(|passage| passage.start);
        // Only acts have a quote; the words of an event are its passages.
        let words = || (!passages.is_empty()).then(|| passages.join(" […] "));
        let quote = records.first_text(id, bil::QUOTE);
        let page = first.or_else(|| page(id, records));
        Some(Self {
            sentence: records.own_label(id)?.text.to_string(),
            audience: audience(id, records),
            quote: quote.map(|quote| quote.to_string()).or_else(words),
            url: page.and_then(|page| text_fragment(&page, passages.iter().copied())),
            order: start
                .and_then(|start| start.try_into().ok())
                .unwrap_or(u32::MAX),
            inferred: inferred(id, records),
        })
    }
}

/// The nodes among the inferred values of an act.
fn inferred(id: Id, records: &Records) -> BTreeSet<NamedNode> {
    let inferences = records.inferences(id).iter();
    let nodes = inferences.filter_map(|inference| named(inference.value.node()?, records));
    nodes.collect()
}

/// The names of the audience of an act; nothing else has one.
fn audience(id: Id, records: &Records) -> Vec<String> {
    let act = records.act(id);
    let sides = act.map(|act| records.audience(act)).unwrap_or_default();
    let names = sides.into_iter().map(|side| records.label(side).to_owned());
    names.collect()
}

/// The page that reports something without its words: the text that reports it, or a page that it names.
fn page(id: Id, records: &Records) -> Option<Arc<str>> {
    let reports = records.values(id, bil::REPORTED_IN);
    let reports = reports.filter_map(|text| records.text(text.node()?)?.address.clone());
    reports
        .min()
        .or_else(|| records.first_text(id, dcterms::SOURCE))
}

/// The sectors of an act; `None` if it is in none.
fn sectors(id: Id, records: &Records) -> Option<BTreeSet<NamedNode>> {
    let sectors = records.values(id, bil::SECTOR);
    let sectors = sectors.filter_map(|sector| named(sector.node()?, records));
    let sectors: BTreeSet<NamedNode> = sectors.collect();
    (!sectors.is_empty()).then_some(sectors)
}

/// Reads each of some nodes that records know.
fn each<'a, T>(
    nodes: impl IntoIterator<Item = &'a NamedNode>,
    records: &Records,
    read: impl Fn(Id, &Records) -> Option<T>,
) -> BTreeMap<NamedNode, T> {
    let ids = nodes
        .into_iter()
        .filter_map(|node| records.id(node.as_ref()));
    let ids: BTreeSet<Id> = ids.collect();
    let facts = ids.into_iter();
    facts
        .filter_map(|id| Some((named(id, records)?, read(id, records)?)))
        .collect()
}

fn named(id: Id, records: &Records) -> Option<NamedNode> {
    records.named(id).map(NamedNode::from)
}

/// A label within a sentence: `offer` for `Offer`, but `NATO` as it is.
fn lower_case(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            let rest = label.chars().skip(1);
            first.to_lowercase().chain(rest).collect()
        }
        _ => label.to_owned(),
    }
}

/// The regular plural of an English noun.
fn plural(noun: &str) -> String {
    let before_y = noun.strip_suffix('y');
    match before_y.filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => [stem, "ies"].concat(),
        None if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => {
            [noun, "es"].concat()
        }
        None => [noun, "s"].concat(),
    }
}

fn label_or_name(label: Option<&str>, iri: &NamedNode) -> String {
    let spelled_out = label.filter(|label| !label.trim().is_empty());
    let label = spelled_out
        .map(str::to_owned)
        .or_else(|| compact(iri.as_str()));
    label.unwrap_or_else(|| iri.as_str().to_owned())
}
