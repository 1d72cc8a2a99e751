//! Fact sheets: what a person recorded from a readout, read whole, with every mistake reported at once.
//!
//! *Takes* the texts of a dossier and an index of the names that its RDF files define.
//! *Returns* typed [`Sheet`](crate::model::Sheet)s with resolved names and anchored quotes, and
//! [`Finding`](crate::diagnostic::Finding)s with their places.
//! *Never* opens a file and never makes a triple.
//!
//! One direction: [`keys`] defines what a sheet may contain, `read` makes typed fields of it ([`ParsedSheets`]),
//! `quotes` finds quotes in the readout, `resolve` resolves names and fills in defaults ([`ResolvedSheets`]).

mod findings;
pub mod keys;
mod locate;
mod quotes;
mod read;
mod resolve;
mod source_map;

pub use self::keys::{is_slug, is_text, is_url};
pub use self::locate::{Found, Match, locate, mentions};
pub use self::read::{ParsedSheets, parse};
pub use self::resolve::{ResolvedSheets, resolve};
pub use self::source_map::SourceMap;
