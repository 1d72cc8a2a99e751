//! Tests of `records`.

mod filter;
mod round_trip;
