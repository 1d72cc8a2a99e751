#![doc = include_str!("../README.md")]

#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostic;
pub mod dossier;
pub mod export;
pub mod model;
pub mod network;
pub mod page;
pub mod query;
pub mod rdf;
pub mod sheet;
pub mod source;
pub mod vocab;
