//! The vocabulary: every IRI in the code, each written once.
//!
//! *Returns* constants, and the table of standard prefixes with which IRIs are shortened and expanded.
//! *Never* reads the ontology: a test compares these constants with `ontology/bilateral.ttl`.

/// Declares the constants of one vocabulary and `TERMS`, the IRIs of all of them.
macro_rules! terms {
    ($prefix:literal $base:literal $($name:ident = $local:literal,)+) => {
        $(
            #[doc = concat!("`", $prefix, ":", $local, "`")]
            pub const $name: oxigraph::model::NamedNodeRef<'static> =
                oxigraph::model::NamedNodeRef::new_unchecked(concat!($base, $local));
        )+
        /// Every term of this list.
        pub const TERMS: &[oxigraph::model::NamedNodeRef<'static>] = &[$($name),+];
    };
}

pub mod bil;
pub mod currency;
mod namespace;
mod prefix;
pub mod w3c;

pub use namespace::{Namespace, graph, slug};
pub use prefix::{PREFIXES, Prefix, compact, expand, is_local_name, shorten};
