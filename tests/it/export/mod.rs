//! Tests of `export`.

mod dot;
mod exchange;
mod rdf;
mod results;
mod workbook;
