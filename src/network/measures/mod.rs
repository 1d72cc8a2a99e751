//! Measures: functions of a [`Projection`](super::Projection) by their textbook definitions, in five families.
//!
//! A projection has no self-loops and no parallel edges, so no measure has to define what it does with them. No measure
//! returns a value that is not a number, except where it says so; if it is not defined on a graph, it returns
//! [`Undefined`] with the reason.
#![doc = include_str!("catalogue.md")]

mod betweenness;
mod cohesion;
mod community;
mod degree;
mod distance;

pub use crate::network::error::Undefined;
pub use betweenness::{betweenness, weighted_betweenness};
pub use cohesion::{
    articulation_points, clustering, density, reciprocity, strong_components, transitivity,
    weak_components,
};
pub use community::{assortativity, communities, modularity};
pub use degree::{
    core_number, degree, in_degree, in_strength, out_degree, out_strength, pagerank, strength,
};
pub use distance::{closeness, diameter, harmonic};
