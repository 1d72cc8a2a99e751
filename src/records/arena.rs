//! All records of a graph.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use oxigraph::model::{NamedNodeRef, Quad};

use super::act::Act;
use super::as_of::as_of;
use super::contents::Contents;
use super::entity::{self, Entity};
use super::event::Event;
use super::evidence::{Evidence, evidence};
use super::inference::{self, Inference};
use super::kind::{Kind, kinds};
use super::membership::Membership;
use super::statements::{DERIVED, Statements};
use super::terms::{Id, Literal, Value};
use super::text::Text;
use super::when::When;
use crate::model::{EntityKind, PartialDate, in_text};
use crate::vocab::w3c::rdf;
use crate::vocab::{bil, compact};

/// A graph as typed records.
#[derive(Debug)]
pub struct Records {
    statements: Arc<Statements>,
    kinds: Arc<BTreeMap<Id, Kind>>,
    /// Built at the first use: measures of a network need only statements.
    contents: OnceLock<Contents>,
}

impl Records {
    /// Reads quads in one pass. Their graphs do not matter; of derived statements only
    /// the outcomes are read, and which act each act counts as.
    ///
    /// Any RDF is accepted: a node without a label is named after the last part of its IRI; of several values for one
    /// field the first in order is read; cycles end; and everything without a field here is in
    /// [`statements`](Self::statements).
    #[must_use]
    pub fn from_quads<'q>(quads: impl IntoIterator<Item = &'q Quad>) -> Self {
        let statements = Statements::new(quads);
        Self {
            kinds: Arc::new(kinds(&statements)),
            statements: Arc::new(statements),
            contents: OnceLock::new(),
        }
    }

    /// What was on record on a day: without the texts published, the events held and the acts done after it, with the
    /// outcomes and the terms of office as they were known then. Ids are those of the whole; statements are not cut.
    ///
    /// A text without a date of publication has the date of the latest event or act that it reports. An act, an event or
    /// a text without any date is left out.
    #[must_use]
    pub fn as_of(&self, day: PartialDate) -> Self {
        Self {
            statements: Arc::clone(&self.statements),
            kinds: Arc::clone(&self.kinds),
            contents: OnceLock::from(as_of(self.contents(), &self.kinds, day)),
        }
    }

    fn contents(&self) -> &Contents {
        self.contents
            .get_or_init(|| Contents::read(&self.kinds, &self.statements))
    }

    /// The node with an IRI, if it occurs in the graph.
    #[must_use]
    pub fn id(&self, iri: NamedNodeRef<'_>) -> Option<Id> {
        self.statements.id(iri)
    }

    /// The IRI of a node, or the label of a blank node with `_:` before it.
    #[must_use]
    pub fn iri(&self, id: Id) -> &str {
        self.statements.terms().iri(id)
    }

    /// The IRI of a node that is not blank.
    #[must_use]
    pub fn named(&self, id: Id) -> Option<NamedNodeRef<'_>> {
        self.statements.terms().named(id)
    }

    /// The prefixed name of a node, such as `id:minsk`; where no standard prefix fits, its IRI.
    #[must_use]
    pub fn name(&self, id: Id) -> String {
        let iri = self.iri(id);
        compact(iri).unwrap_or_else(|| iri.to_owned())
    }

    /// The label of a node in English or without a language, else in any; without a label, the last part of its IRI.
    #[must_use]
    pub fn label(&self, id: Id) -> &str {
        self.statements.name(id)
    }

    /// The name of a node within a sentence, with the article where it takes one: `the United States`.
    #[must_use]
    pub fn in_text(&self, id: Id) -> String {
        let is_of = |kind| self.entity_kind(id) == Some(kind);
        self.first_text(id, bil::IN_TEXT)
            .map_or_else(|| in_text(self.label(id), is_of), |text| text.to_string())
    }

    /// The label of a node in English or without a language, else in any.
    #[must_use]
    pub fn own_label(&self, id: Id) -> Option<&Literal> {
        self.statements.label(id)
    }

    /// Every act, in reading order: by the day on which it was done or else made, then text by text.
    #[must_use]
    pub fn acts(&self) -> &[Act] {
        &self.contents().acts
    }

    /// One act.
    #[must_use]
    pub fn act(&self, id: Id) -> Option<&Act> {
        self.contents().act(id)
    }

    /// Every event, in order of time, those without a date first.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.contents().events
    }

    /// One event.
    #[must_use]
    pub fn event(&self, id: Id) -> Option<&Event> {
        self.contents().event(id)
    }

    /// The date of an act, or else of the event at which it was made.
    #[must_use]
    pub fn time<'a>(&'a self, act: &'a Act) -> Option<&'a When> {
        let event = || self.event(act.made_at?)?.when.as_ref();
        act.when.as_ref().or_else(event)
    }

    /// The sides of the event at which an act was made, other than those of its doers, in the order of their names.
    #[must_use]
    pub fn audience(&self, act: &Act) -> Vec<Id> {
        let doers: BTreeSet<Id> = act
            .by
            .iter()
            .flat_map(|doer| self.all_above(*doer))
            .collect();
        let event = act.made_at.and_then(|event| self.event(event));
        let sides = event.iter().flat_map(|event| &event.sides);
        let sides = sides.map(|side| side.actor);
        self.statements
            .by_name(sides.filter(|side| !doers.contains(side)))
    }

    /// The date of the latest event that each text reports.
    #[must_use]
    pub fn event_dates(&self) -> BTreeMap<Id, &When> {
        self.contents().event_dates()
    }

    /// Every text, in the order of the IRIs.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.contents().texts.values()
    }

    /// One text.
    #[must_use]
    pub fn text(&self, id: Id) -> Option<&Text> {
        self.contents().texts.get(&id)
    }

    /// The kinds of act, their groups, and `bil:Act` itself, in the order of the IRIs.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.values()
    }

    /// One kind or group.
    #[must_use]
    pub fn kind(&self, id: Id) -> Option<&Kind> {
        self.kinds.get(&id)
    }

    /// Whether an act is of a kind or of a group such as `bil:Commitment`.
    #[must_use]
    pub fn is_of(&self, act: &Act, class: NamedNodeRef<'_>) -> bool {
        let class = self.id(class);
        let mut kinds = act.kinds.iter().filter_map(|kind| self.kind(*kind));
        class.is_some_and(|class| kinds.any(|kind| kind.is_within(class)))
    }

    /// Every membership, in order of time, those without a beginning first.
    #[must_use]
    pub fn memberships(&self) -> &[Membership] {
        &self.contents().memberships
    }

    /// The inferences about a node, by property and value.
    #[must_use]
    pub fn inferences(&self, subject: Id) -> &[Inference] {
        inference::about(&self.contents().inferences, subject)
    }

    /// What the graph says about any node; `None` if it says nothing.
    #[must_use]
    pub fn entity(&self, id: Id) -> Option<Entity> {
        Entity::read(id, &self.statements)
    }

    /// The kind of a node, if it is one of ours.
    #[must_use]
    pub fn entity_kind(&self, id: Id) -> Option<EntityKind> {
        let classes: Vec<Id> = self.statements.nodes(id, rdf::TYPE).collect();
        entity::kind(&classes, &self.statements)
    }

    /// Every node that is a subject, in the order of the IRIs.
    pub fn subjects(&self) -> impl Iterator<Item = Id> {
        let terms = self.statements.terms();
        terms
            .nodes()
            .filter(|id| self.statements.of_subject(*id).next().is_some())
    }

    /// The statements about a node: property and value, in this order, without derived ones.
    pub fn statements(&self, subject: Id) -> impl Iterator<Item = (Id, Value)> {
        let own = self.statements.of_subject(subject);
        own.filter(|(property, _)| !self.is_derived(*property))
    }

    /// The statements with a node as object: property and subject, in this order, without derived ones.
    pub fn referrers(&self, object: Id) -> impl Iterator<Item = (Id, Id)> {
        let all = self.statements.of_object(object);
        all.filter(|(property, _)| !self.is_derived(*property))
    }

    /// The values of a property of a node, in order.
    pub fn values(&self, subject: Id, property: NamedNodeRef<'_>) -> impl Iterator<Item = Value> {
        self.statements.values(subject, property)
    }

    /// The nodes that have a node as value of a property, in order.
    pub fn subjects_with(&self, property: NamedNodeRef<'_>, value: Id) -> impl Iterator<Item = Id> {
        self.statements.subjects(property, value)
    }

    /// Every node with a value of a property.
    #[must_use]
    pub fn having(&self, property: NamedNodeRef<'_>) -> BTreeSet<Id> {
        self.statements.having(property)
    }

    /// The first text value of a node for a property: an IRI, or else the words of a literal.
    #[must_use]
    pub fn first_text(&self, subject: Id, property: NamedNodeRef<'_>) -> Option<Arc<str>> {
        self.statements.text(subject, property)
    }

    /// The passages of an act, an event or another node, text by text.
    #[must_use]
    pub fn evidence(&self, id: Id) -> Cow<'_, [Evidence]> {
        let of_act = self.act(id).map(|act| act.evidence.as_slice());
        let known = of_act.or_else(|| Some(self.event(id)?.evidence.as_slice()));
        known.map_or_else(
            || Cow::Owned(evidence(id, &self.contents().texts, &self.statements)),
            Cow::Borrowed,
        )
    }

    /// Nodes with everything that they lead to along one property, such as `skos:broader`.
    pub fn closure(
        &self,
        nodes: impl IntoIterator<Item = Id>,
        property: NamedNodeRef<'_>,
    ) -> BTreeSet<Id> {
        Statements::closure(nodes, |node| self.statements.nodes(node, property))
    }

    /// A node with everything narrower, such as the sub-sectors of a sector, and other IRIs of these.
    #[must_use]
    pub fn within(&self, id: Id) -> BTreeSet<Id> {
        entity::within(id, &self.statements)
    }

    /// What is directly above an actor: the whole of a part, the body of a member, the post of a person, the actor of a
    /// post.
    #[must_use]
    pub fn above(&self, id: Id) -> BTreeSet<Id> {
        entity::above(id, &self.statements)
    }

    /// An actor with everything above it, step by step.
    #[must_use]
    pub fn all_above(&self, id: Id) -> BTreeSet<Id> {
        Statements::closure([id], |node| self.above(node).into_iter())
    }

    /// Whether a property of an act is derived: its outcome, or the act that it counts as.
    fn is_derived(&self, property: Id) -> bool {
        let property = self.named(property);
        property.is_some_and(|property| DERIVED.contains(&property))
    }
}
