//! Tests of `sheet`.

mod schema;
