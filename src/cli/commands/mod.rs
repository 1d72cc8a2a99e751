//! One command a file.

pub(super) mod acts;
pub(super) mod brief;
pub(super) mod completions;
pub(super) mod export;
pub(super) mod graph;
pub(super) mod query;
pub(super) mod show;
pub(super) mod timeline;
