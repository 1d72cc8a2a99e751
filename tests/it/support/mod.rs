//! The harness: the program and temporary dossiers, cases as folders, small and large networks.

pub mod cases;
pub mod copies;
pub mod drawn_edges;
pub mod large_networks;
pub mod norland_kestrel;
pub mod program;
pub mod rdf;
pub mod row_networks;
pub mod scratch;
pub mod sight;
pub mod small_graph;
pub mod small_networks;
