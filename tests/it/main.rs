//! Tests of what the crate does for others: one binary, a module for each room or concern.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what fails in a helper function should fail the test at once, too"
)]

mod act_filters;
mod analyze;
mod architecture;
mod authoring;
mod bad_files;
mod bad_output;
mod bad_query;
mod bad_usage;
mod break_it;
mod brief;
mod canonical;
mod cases;
mod characters;
mod checking;
mod checks;
mod connections;
mod copies;
mod derive;
mod document;
mod dossiers;
mod dot;
mod examples;
mod exchange;
mod export_rdf;
mod foreign;
mod forged;
mod fuzz_seeds;
mod golden;
mod graphviz;
mod hostile;
mod imports;
mod interrupts;
mod invariants;
mod killed;
mod large_networks;
mod locating;
mod measures;
mod network;
mod outcomes;
mod pages;
mod palette;
mod paths;
mod pictures;
mod program;
mod property;
mod query;
mod questions;
mod readme;
mod records;
mod results;
mod row_networks;
mod rules;
mod schema;
mod second;
mod several;
mod small_graph;
mod small_networks;
mod source;
mod vocabulary;
mod ways_out;
mod words;
mod workbook;
