//! The key table: every table and key of `facts.toml` and `dossier.toml`, defined once.
//!
//! It is the source of the reader's checks, suggestions and messages, the JSON Schema of both files and the commented
//! templates that `new` writes.

mod key;
mod schema;
mod shape;
mod tables;
pub mod template;

pub use key::{Key, Required, TableKeys};
pub use schema::{dossier as dossier_schema, facts as facts_schema};
pub use shape::{Shape, is_refused, is_slug, is_text, is_url};
pub use tables::{ACT, DOCUMENT, DOSSIER, ENTITY, EVENT, FIGURE, INFERRED, PARTICIPANT, SHEET};
