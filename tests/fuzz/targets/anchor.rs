//! Readouts and quotes of any words.

#![no_main]

#[path = "../judges/anchor.rs"]
mod anchor;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| anchor::judge(bytes));
