//! Tests of `report`.

mod brief;
mod pages;
