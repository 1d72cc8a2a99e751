//! Tests of `network`.

mod graph;
mod measures;
mod paths;
