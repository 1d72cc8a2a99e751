//! Annotated readouts of diplomatic meetings as a knowledge graph: who said what to whom, in which exact words.
//!
//! ```
//! use bilateral::load;
//! use bilateral::model::InferencePolicy;
//! use bilateral::source::{Answer, Source};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let dossier = bilateral::dossier::built_in()?;
//!     let mut graph = load::load(&[dossier], InferencePolicy::All)?;
//!     let source = Source::local(graph.take_quads())?;
//!     let offers = "SELECT ?words { ?act a bil:Offer ; bil:quote ?words } ORDER BY ?words";
//!     if let Answer::Solutions(rows) = source.run(offers)? {
//!         let rows = rows.collect::<Result<Vec<_>, _>>()?;
//!         assert_eq!(rows.len(), 5);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! The default feature `cli` adds the command line; `default-features = false` leaves it out.
//!
//! # Architecture
//!
//! `src/README.md` draws the flow of data and lists the files to touch for a change. In short: [`dossier`] finds and reads files,
//! [`sheet`] and [`rdf`] turn them into quads, [`load`] puts these into one graph or returns all findings, [`derive`](mod@derive)
//! adds what follows from them. [`source`] answers SPARQL, [`records`] is the typed reading model; [`network`], [`report`] and
//! [`check`] read them, and [`export`] writes.
//!
//! What holds everywhere:
//!
//! - The parsed quads are the truth. The store normalises literals, so it is only an index of them.
//! - A triple is in one graph: the facts of a readout in its own, those of actors and events in one reference graph, the
//!   ontology in another.
//! - What follows from the quads, such as outcomes, is computed from them ([`derive`](mod@derive)) and is in a graph of its own.
//! - A quote is an exact slice of the readout, counted in code points, or it is refused.
//! - What is inferred is a plain triple with a [`bil:Inference`](vocab::bil) next to it that says why;
//!   [`InferencePolicy::Asserted`](model::InferencePolicy) leaves out both.
//! - Same input, same bytes: no clock, no random names, no order that hangs on hashing.
//! - Only `cli` prints and knows the user's paths, only `dossier` reads a dossier's files, only `source` knows the
//!   store, only `network` knows petgraph. Nothing listens, nothing is fetched.
//! - A mistake in an input file is a [`Finding`](diagnostic::Finding) with its place, never an early end:
//!   all mistakes of all files are reported at once.

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod derive;
pub mod diagnostic;
pub mod document;
pub mod dossier;
pub mod export;
pub mod load;
pub mod model;
pub mod network;
pub mod query;
pub mod rdf;
pub mod records;
pub mod report;
pub mod sheet;
pub mod source;
pub mod text;
pub mod vocab;

/// RDF terms, quads and SPARQL: the types of Oxigraph that this crate's functions take and return.
pub use oxigraph;
