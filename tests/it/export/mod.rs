//! Tests of `export`.

mod chart;
mod dot;
mod exchange;
mod rdf;
mod results;
mod workbook;
