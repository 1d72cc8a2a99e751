//! Values for the parameters of queries.

#![no_main]

#[path = "../judges/parameter.rs"]
mod parameter;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| parameter::judge(bytes));
