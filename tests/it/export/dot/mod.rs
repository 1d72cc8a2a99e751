//! Tests of `export::dot`.

mod graphviz;
mod palette;
mod picture;
