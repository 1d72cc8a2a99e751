//! From fields to the model: resolves names, anchors quotes and fills in defaults.

mod act;
mod cycles;
mod declare;
mod document;
mod draft;
pub mod entity;
pub mod event;
mod evidence;
mod field_resolver;
mod figure;
mod links;
mod merged_event;
mod parties;
mod sheets;

pub use sheets::{ResolvedSheets, resolve};
