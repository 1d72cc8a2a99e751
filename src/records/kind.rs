//! Kinds of act: data of the ontology, which a dossier may extend.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
use crate::derive::awaits_answer;
use crate::text::counted;
use crate::vocab::bil;
use crate::vocab::w3c::{rdf, rdfs};

/// A class of acts: one of the kinds, a group of them, or `bil:Act` itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Kind {
    /// Its class, such as `bil:Offer`.
    pub id: Id,
    /// Its label.
    pub label: Arc<str>,
    /// What follows the number 1, and other numbers: `offer`, `offers`.
    pub nouns: [Arc<str>; 2],
    /// Its group, such as `bil:Commitment`; groups have none.
    pub group: Option<Id>,
    /// Itself and all classes above it.
    pub broader: Vec<Id>,
    /// Whether it is an ask.
    is_ask: bool,
    /// How binding a commitment is, 1 to 7.
    pub strength: Option<i64>,
    /// Its position in a list of kinds.
    pub order: Option<i64>,
    /// The colour of its edges, as `#rrggbb`.
    pub colour: Option<Arc<str>>,
}

impl Kind {
    /// Whether it is equal to a class or below it.
    #[must_use]
    pub fn is_within(&self, class: Id) -> bool {
        self.broader.contains(&class)
    }

    /// Its noun after a number: `1 offer`, `2 offers`.
    #[must_use]
    pub fn counted(&self, number: usize) -> String {
        let [one, several] = &self.nouns;
        counted(number, one, several)
    }

    /// Whether its acts are open until another act answers them: an ask, a proposal, an offer or a pledge.
    pub(super) fn awaits_answer(&self) -> bool {
        let strength = self
            .strength
            .and_then(|strength| i32::try_from(strength).ok());
        awaits_answer(self.is_ask, strength.map(f64::from))
    }

    fn read(id: Id, act: Id, statements: &Statements) -> Self {
        let broader =
            Statements::closure([id], |class| statements.nodes(class, rdfs::SUB_CLASS_OF));
        let is_group = |class: Id| {
            let above = statements.nodes(class, rdfs::SUB_CLASS_OF);
            class != act && above.into_iter().any(|above| above == act)
        };
        let group = broader
            .iter()
            .copied()
            .find(|class| *class != id && is_group(*class));
        let label = statements.title(id);
        let noun = statements.text(id, bil::SINGULAR);
        let noun = noun.unwrap_or_else(|| label.to_lowercase().into());
        let plural = statements.text(id, bil::PLURAL);
        Self {
            id,
            nouns: [Arc::clone(&noun), plural.unwrap_or(noun)],
            label,
            group,
            is_ask: statements
                .id(bil::class::ASK)
                .is_some_and(|ask| broader.contains(&ask)),
            broader: broader.into_iter().collect(),
            strength: statements.number(id, bil::STRENGTH),
            order: statements.number(id, bil::ORDER),
            colour: statements.text(id, bil::COLOUR),
        }
    }
}

/// `bil:Act` and all classes below it.
pub fn kinds(statements: &Statements) -> BTreeMap<Id, Kind> {
    let act = statements.id(bil::class::ACT);
    let classes = Statements::closure(act, |class| statements.subjects(rdfs::SUB_CLASS_OF, class));
    let kinds = classes.into_iter().zip(std::iter::repeat(act));
    kinds
        .filter_map(|(class, act)| Some((class, Kind::read(class, act?, statements))))
        .collect()
}

/// The classes of a node among some, without those that are above another of them.
pub fn kinds_of(node: Id, kinds: &BTreeMap<Id, Kind>, statements: &Statements) -> Vec<Id> {
    let own: Vec<&Kind> = statements
        .nodes(node, rdf::TYPE)
        .filter_map(|class| kinds.get(&class))
        .collect();
    let is_above = |class: Id| {
        let mut others = own.iter().filter(|other| other.id != class);
        others.any(|other| other.is_within(class))
    };
    own.iter()
        .map(|kind| kind.id)
        .filter(|class| !is_above(*class))
        .collect()
}
