#![doc = include_str!("../README.md")]

pub mod diagnostic;
pub mod model;
pub mod vocab;
