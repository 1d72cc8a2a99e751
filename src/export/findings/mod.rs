//! The findings of a check: as JSON, as SARIF for code hosts, and the page that explains all codes.

mod json;
mod page;
mod region;
mod sarif;

pub use json::to_json;
pub use page::{explained, page};
pub use sarif::to_sarif;
