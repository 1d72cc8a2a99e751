//! One command a file.

pub(super) mod acts;
pub(super) mod analyze;
pub(super) mod brief;
pub(super) mod check;
pub(super) mod completions;
pub(super) mod export;
pub(super) mod graph;
pub(super) mod locate;
pub(super) mod new_dossier;
pub(super) mod new_readout;
pub(super) mod path;
pub(super) mod query;
pub(super) mod schema;
pub(super) mod show;
pub(super) mod timeline;
