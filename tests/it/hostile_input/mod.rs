//! Input that tries to break the program: huge, deep, truncated, or full of markup and control characters.

mod labels;
mod rdf_files;
mod sheets;
mod unicode;
