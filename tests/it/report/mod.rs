//! Tests of `report`.

mod pages;
