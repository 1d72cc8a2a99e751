//! What a sheet says about an entity of its own.

use oxigraph::model::NamedNode;

use super::EntityKind;

/// An actor, a post, a place, an instrument, an item, a sector or a topic, as a sheet declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its IRI in the namespace of its sort.
    pub iri: NamedNode,
    /// What it is.
    pub sort: EntityKind,
    /// Its English label.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it is part of: for a person the body, for a post the actor, for an item or sector the broader one.
    pub part_of: Option<NamedNode>,
    /// The post that a person holds.
    pub post: Option<Post>,
}

/// A post, as an entity or as mere text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    /// A post that has an IRI.
    Known(NamedNode),
    /// The words for a post.
    Text(String),
}
