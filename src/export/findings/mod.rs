//! What a check found, written for programs: JSON, and SARIF for code hosts; and the page on which codes are explained.

mod json;
mod page;
mod region;
mod sarif;

pub use json::to_json;
pub use page::{explained, page};
pub use sarif::to_sarif;
