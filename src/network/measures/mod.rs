//! Measures: what can be counted of a network, each by its textbook definition.
//!
//! Every measure of nodes and networks is a function of a [`Projection`](super::Projection). None ever gives a value that
//! is no number: what is not defined on a graph is [`Undefined`], with the reason.

mod articulation;
mod assortativity;
mod betweenness;
mod closeness;
mod clustering;
mod community;
mod components;
mod core_number;
mod degree;
mod density;
mod diameter;
mod each_source;
mod harmonic;
mod hops;
mod lengths;
mod modularity;
mod pagerank;
mod reciprocity;
mod strength;
mod transitivity;
mod triangles;
mod undefined;
mod weighted_betweenness;

pub use articulation::articulation_points;
pub use assortativity::assortativity;
pub use betweenness::betweenness;
pub use closeness::closeness;
pub use clustering::clustering;
pub use community::communities;
pub use components::{strong_components, weak_components};
pub use core_number::core_number;
pub use degree::{degree, in_degree, out_degree};
pub use density::density;
pub use diameter::diameter;
pub use harmonic::harmonic;
pub use modularity::modularity;
pub use pagerank::pagerank;
pub use reciprocity::reciprocity;
pub use strength::{in_strength, out_strength, strength};
pub use transitivity::transitivity;
pub use undefined::Undefined;
pub use weighted_betweenness::weighted_betweenness;
