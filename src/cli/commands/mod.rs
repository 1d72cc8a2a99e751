//! One file for each command.

pub mod acts;
pub mod analyze;
pub mod brief;
pub mod check;
pub mod completions;
pub mod export;
pub mod graph;
pub mod locate;
pub mod new;
pub mod new_dossier;
pub mod new_readout;
pub mod path;
pub mod query;
pub mod schema;
pub mod show;
pub mod timeline;
