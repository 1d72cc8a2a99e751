//! Tests of `query`.

mod named;
mod shipped;
