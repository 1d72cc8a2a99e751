//! Names and words in a picture.

#![no_main]

#[path = "../judges/dot.rs"]
mod dot;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dot::judge(bytes));
