//! Tests of `load`.

mod built_in;
mod cases;
mod norland_kestrel;
mod properties;
mod several_dossiers;
