//! Tests of `derive`.

mod outcome;
mod statements;
