//! Tests of what the crate does for others: one binary, a module for each room or concern.

mod dot;
mod export_rdf;
mod network;
mod query;
mod results;
mod small_graph;
mod source;
