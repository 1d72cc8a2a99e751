//! The files of a dossier, each with the name under which the user knows it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::SourceText;

/// A readout's folder.
#[derive(Debug, Clone)]
pub struct ReadoutFiles {
    /// The folder's name, which is the readout's slug.
    pub slug: String,
    /// `facts.toml`.
    pub facts: Arc<SourceText>,
    /// `readout.txt`, unedited; `None` where the words may not be stored, empty where the file cannot be used.
    pub text: Option<Arc<SourceText>>,
}

/// A file of triples or quads.
#[derive(Debug, Clone)]
pub struct RdfFile {
    /// The name shown in messages.
    pub name: String,
    /// What stands after the last dot of its name, in lower case.
    pub extension: String,
    /// Its bytes as they are.
    pub bytes: Cow<'static, [u8]>,
}
