//! Tests of `check`.

mod cases;
mod evidence;
mod rules;
