//! Statements by predicate, and the graph of derived statements.

use foldhash::HashMap;
use oxigraph::model::{
    Literal, LiteralRef, NamedNodeRef, NamedOrBlankNodeRef, Quad, QuadRef, TermRef,
};

use crate::rdf::node;
use crate::vocab::graph;

/// A node that can be linked.
pub type Node<'a> = NamedOrBlankNodeRef<'a>;

/// Statements by predicate, in the given order.
pub struct Statements<'a>(HashMap<NamedNodeRef<'a>, Vec<&'a Quad>>);

impl<'a> Statements<'a> {
    pub fn of(quads: &'a [Quad]) -> Self {
        let mut by_predicate: HashMap<NamedNodeRef<'a>, Vec<&'a Quad>> = HashMap::default();
        for quad in quads {
            let statements = by_predicate.entry(quad.predicate.as_ref()).or_default();
            statements.push(quad);
        }
        Self(by_predicate)
    }

    /// The subjects and objects of a predicate.
    pub fn pairs(
        &self,
        predicate: NamedNodeRef<'static>,
    ) -> impl Iterator<Item = (Node<'a>, TermRef<'a>)> + '_ {
        let statements = self.0.get(&predicate).into_iter().flatten();
        statements.map(|quad| (quad.subject.as_ref(), quad.object.as_ref()))
    }

    /// The subjects and objects of a predicate, without literals.
    pub fn links(
        &self,
        predicate: NamedNodeRef<'static>,
    ) -> impl Iterator<Item = (Node<'a>, Node<'a>)> + '_ {
        self.pairs(predicate)
            .filter_map(|(subject, object)| Some((subject, node(object)?)))
    }

    /// The subjects and objects of a predicate, without nodes.
    pub fn literals(
        &self,
        predicate: NamedNodeRef<'static>,
    ) -> impl Iterator<Item = (Node<'a>, LiteralRef<'a>)> + '_ {
        self.pairs(predicate)
            .filter_map(|(subject, object)| match object {
                TermRef::Literal(literal) => Some((subject, literal)),
                _ => None,
            })
    }
}

/// The derived statements.
#[derive(Default)]
pub struct DerivedGraph {
    pub quads: Vec<Quad>,
}

impl DerivedGraph {
    /// Adds a statement.
    pub fn add<'a>(
        &mut self,
        subject: Node<'a>,
        predicate: NamedNodeRef<'a>,
        object: impl Into<TermRef<'a>>,
    ) {
        let quad = QuadRef::new(subject, predicate, object, graph::DERIVED);
        self.quads.push(quad.into_owned());
    }

    /// Adds a statement for each object.
    pub fn add_all<'a>(
        &mut self,
        subject: Node<'a>,
        predicate: NamedNodeRef<'a>,
        objects: impl IntoIterator<Item = Node<'a>>,
    ) {
        for object in objects {
            self.add(subject, predicate, object);
        }
    }

    /// Adds a number.
    pub fn add_number(&mut self, subject: Node<'_>, predicate: NamedNodeRef<'_>, number: i64) {
        self.add(subject, predicate, Literal::from(number).as_ref());
    }
}
