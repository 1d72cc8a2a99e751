//! Tests of `records`.

mod as_of;
mod filter;
mod round_trip;
