//! Kinds of act: data of the ontology, which a dossier may extend.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
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
    /// Its group, such as `bil:Commitment`; groups have none.
    pub group: Option<Id>,
    /// Itself and all classes above it.
    pub broader: Vec<Id>,
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
        Self {
            id,
            label: statements.title(id),
            group,
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
