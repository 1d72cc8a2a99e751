//! The table of nodes and literals: each text once, in an order that does not depend on the order of the quads.

use std::sync::Arc;

use foldhash::HashMap;
use oxigraph::model::{NamedNodeRef, TermRef};

/// A node of the graph. Ids are ordered like IRIs, blank nodes first, and are valid for one
/// [`Records`](super::Records).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub(super) u32);

/// A literal. Literals are ordered by text, then language, then datatype.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Literal {
    /// The lexical form, as it is in the file.
    pub text: Arc<str>,
    /// The language tag.
    pub language: Option<Arc<str>>,
    /// The IRI of the datatype.
    pub datatype: Arc<str>,
}

impl Literal {
    /// Whether it is in English or without a language.
    #[must_use]
    pub fn is_english(&self) -> bool {
        let tag = self.language.as_deref();
        tag.is_none_or(|tag| tag.eq_ignore_ascii_case("en"))
    }
}

/// The object of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// An IRI or a blank node.
    Node(Id),
    /// A literal.
    Literal(Literal),
}

impl Value {
    /// The node, if it is one.
    #[must_use]
    pub const fn node(&self) -> Option<Id> {
        match self {
            Self::Node(id) => Some(*id),
            Self::Literal(_) => None,
        }
    }
}

/// Numbers terms in the order of arrival.
#[derive(Debug, Default)]
pub struct Interner<'q> {
    numbers: HashMap<TermRef<'q>, u32>,
    terms: Vec<TermRef<'q>>,
}

impl<'q> Interner<'q> {
    /// The number of a term; equal terms have equal numbers.
    #[expect(
        clippy::expect_used,
        reason = "four thousand million terms do not fit into memory"
    )]
    pub fn number(&mut self, term: impl Into<TermRef<'q>>) -> u32 {
        let term = term.into();
        *self.numbers.entry(term).or_insert_with(|| {
            self.terms.push(term);
            u32::try_from(self.terms.len() - 1).expect("fewer terms than u32::MAX")
        })
    }

    /// The table of all terms, and the position of each number in it.
    pub fn finish(self) -> (Terms, Vec<u32>) {
        let mut order: Vec<(u32, TermRef<'q>)> = (0..).zip(self.terms).collect();
        order.sort_unstable_by(|(_, a), (_, b)| key(*a).cmp(&key(*b)));
        let mut places = vec![0; order.len()];
        let mut terms = Terms::default();
        let mut shared = Shared::default();
        for (place, (number, term)) in (0..).zip(order) {
            if let Some(of_number) = places.get_mut(number as usize) {
                *of_number = place;
            }
            terms.push(place, term, &mut shared);
        }
        (terms, places)
    }
}

/// Blank nodes, IRIs, literals: the order of SPARQL.
fn key(term: TermRef<'_>) -> (u8, &str, Option<&str>, &str) {
    match term {
        TermRef::BlankNode(node) => (0, node.as_str(), None, ""),
        TermRef::NamedNode(node) => (1, node.as_str(), None, ""),
        TermRef::Literal(literal) => (
            2,
            literal.value(),
            literal.language(),
            literal.datatype().as_str(),
        ),
    }
}

/// Language tags and datatypes: few texts with many uses.
#[derive(Debug, Default)]
struct Shared(HashMap<String, Arc<str>>);

impl Shared {
    fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.0.insert(text.to_owned(), Arc::clone(&new));
        new
    }
}

/// Every node and literal once: the nodes first, then the literals.
#[derive(Debug, Default)]
pub struct Terms {
    /// IRIs, and blank nodes as `_:label`.
    nodes: Vec<Arc<str>>,
    literals: Vec<Literal>,
    ids: HashMap<Arc<str>, Id>,
}

impl Terms {
    fn push(&mut self, place: u32, term: TermRef<'_>, shared: &mut Shared) {
        match term {
            TermRef::NamedNode(node) => self.push_node(Id(place), node.as_str().into()),
            TermRef::BlankNode(node) => self.push_node(Id(place), node.to_string().into()),
            TermRef::Literal(literal) => self.literals.push(Literal {
                text: literal.value().into(),
                language: literal.language().map(|tag| shared.text(tag)),
                datatype: shared.text(literal.datatype().as_str()),
            }),
        }
    }

    fn push_node(&mut self, id: Id, text: Arc<str>) {
        self.ids.insert(Arc::clone(&text), id);
        self.nodes.push(text);
    }

    /// The node with an IRI, if it occurs.
    pub fn id(&self, iri: &str) -> Option<Id> {
        self.ids.get(iri).copied()
    }

    /// The IRI of a node, or the label of a blank node with `_:` before it.
    #[expect(clippy::expect_used, reason = "an id comes from its own table")]
    pub fn iri(&self, id: Id) -> &Arc<str> {
        self.nodes.get(id.0 as usize).expect("an id of this table")
    }

    /// The IRI of a node that is not blank.
    pub fn named(&self, id: Id) -> Option<NamedNodeRef<'_>> {
        let iri = self.iri(id);
        (!iri.starts_with("_:")).then(|| NamedNodeRef::new_unchecked(iri))
    }

    /// The object of a row of the statements.
    pub fn value(&self, place: u32) -> Value {
        let literal = self.object_literal(place).cloned();
        literal.map_or(Value::Node(Id(place)), Value::Literal)
    }

    /// The object of a row of the statements, if it is a node.
    pub fn object_node(&self, place: u32) -> Option<Id> {
        ((place as usize) < self.nodes.len()).then_some(Id(place))
    }

    /// The object of a row of the statements, if it is a literal.
    pub fn object_literal(&self, place: u32) -> Option<&Literal> {
        let place = (place as usize).checked_sub(self.nodes.len())?;
        self.literals.get(place)
    }

    /// All nodes in their order.
    pub fn nodes(&self) -> impl Iterator<Item = Id> {
        (0..).zip(&self.nodes).map(|(place, _)| Id(place))
    }
}
