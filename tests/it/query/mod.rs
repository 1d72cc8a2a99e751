//! Tests of `query`.

mod named;
mod questions;
mod shipped;
