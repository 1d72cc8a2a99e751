//! Integration tests in one binary: a module per module of `src/`, and a few that concern all of them.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failure in a helper should fail the test at once"
)]

mod architecture;
mod check;
mod cli;
mod derive;
mod document;
mod dossier;
mod examples;
mod export;
mod fuzz_seeds;
mod golden;
mod hostile_input;
mod labels;
mod load;
mod network;
mod query;
mod readme;
mod records;
mod report;
mod sheet;
mod source;
mod support;
mod transcripts;
mod vocab;
mod words;
