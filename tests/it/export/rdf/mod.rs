//! Tests of `export::rdf`.

mod canonical;
mod syntaxes;
