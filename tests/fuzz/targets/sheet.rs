//! Fact sheets of any bytes.

#![no_main]

#[path = "../judges/sheet.rs"]
mod sheet;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sheet::judge(bytes));
