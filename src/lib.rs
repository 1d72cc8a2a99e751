#![doc = include_str!("../README.md")]

pub mod diagnostic;
pub mod dossier;
pub mod model;
pub mod rdf;
pub mod sheet;
pub mod vocab;
