//! Tests of what the crate does for others: one binary, a module for each room or concern.

mod dot;
mod export_rdf;
mod golden;
mod invariants;
mod network;
mod program;
mod query;
mod questions;
mod readme;
mod results;
mod small_graph;
mod source;
