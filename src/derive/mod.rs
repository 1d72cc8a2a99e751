//! Derived statements, computed once, so that no query needs property paths or the rules of outcomes: closures of
//! classes, sectors, items, topics and wholes, matches, what counts as one act, outcomes, publishers, currencies, and
//! numbers of days and years.
//!
//! *Takes* quads. *Returns* quads of the graph [`DERIVED`](crate::vocab::graph::DERIVED), whose properties are those of
//! [`bil::derived`] and occur nowhere else.
//! *Never* uses SPARQL, repeats an asserted property or adds an `rdf:type`, so that counts and rules are not affected.
//!
//! Cycles are allowed everywhere. The time is linear in the number of statements read and written.

mod classes;
mod counted;
mod cycles;
mod days;
mod figures;
mod follow_ups;
mod links;
mod matches;
mod outcome;
mod publishers;
mod statements;
mod wholes;

use oxigraph::model::{GraphNameRef, Quad};

use self::classes::Classes;
use self::follow_ups::FollowUps;
pub(crate) use self::outcome::awaits_answer;
pub use self::outcome::{ActOutcome, Outcome, outcomes};
use self::statements::{DerivedGraph, Statements};
use self::wholes::Wholes;
use crate::vocab::{bil, graph};

/// Computes the derived graph of some statements.
///
/// Derived statements in the input are neither used nor repeated.
#[must_use]
pub fn derive(quads: &[Quad]) -> Vec<Quad> {
    let statements = Statements::of(quads);
    let classes = Classes::of(&statements);
    let wholes = Wholes::of(&statements, &classes);
    let follow_ups = FollowUps::of(&statements, &classes);
    let mut derived = DerivedGraph::default();
    classes.write(&mut derived);
    wholes.write(&mut derived);
    publishers::write(&statements, &classes, &wholes, &mut derived);
    publishers::write_names(&statements, &classes, &mut derived);
    follow_ups.matches.write(&mut derived);
    counted::write(&statements, &classes, &follow_ups.matches, &mut derived);
    follow_ups.write(&classes, &mut derived);
    outcome::write(&statements, &classes, &follow_ups, &mut derived);
    figures::write(&statements, &mut derived);
    days::write(&statements, &mut derived);
    cycles::write(&statements, &mut derived);
    derived.quads
}

/// Whether only [`derive()`] makes such a statement: it is in the derived graph, or has a derived property.
#[must_use]
pub fn is_derived(quad: &Quad) -> bool {
    quad.graph_name.as_ref() == GraphNameRef::from(graph::DERIVED)
        || bil::derived::TERMS.contains(&quad.predicate.as_ref())
}
