//! Why a name does not name an entity or kind of the right sort.

use crate::text::{listed, one_of, with_article};

/// Why a name could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// No entity or kind of act has this name.
    #[error("unknown {expected} `{name}`{}", did_you_mean(.suggestions))]
    Unknown {
        /// The name as written.
        name: String,
        /// What is expected, for example `sector`.
        expected: String,
        /// Known names that may be meant.
        suggestions: Vec<String>,
    },
    /// An entity of another kind has this name.
    #[error(
        "`{name}` is {}, but {} is needed here{}",
        with_article(.actual), with_article(.expected), did_you_mean(.suggestions)
    )]
    WrongKind {
        /// The name as written.
        name: String,
        /// The kind of the entity.
        actual: String,
        /// What is expected.
        expected: String,
        /// Names of entities of the right kind that may be meant.
        suggestions: Vec<String>,
    },
    /// Several entities have this name.
    #[error("`{name}` is ambiguous: it names {}; use one of these", all(.candidates))]
    Ambiguous {
        /// The name as written.
        name: String,
        /// The prefixed names of the entities.
        candidates: Vec<String>,
    },
}

impl NameError {
    /// Whether the error suggests a name that may be meant.
    #[must_use]
    pub fn suggests(&self) -> bool {
        match self {
            Self::Unknown { suggestions, .. } | Self::WrongKind { suggestions, .. } => {
                !suggestions.is_empty()
            }
            Self::Ambiguous { .. } => false,
        }
    }
}

fn all(names: &[String]) -> String {
    listed(names.iter().map(String::as_str)).unwrap_or_default()
}

fn did_you_mean(suggestions: &[String]) -> String {
    match one_of(suggestions.iter().map(String::as_str)) {
        Some(names) => format!("; did you mean {names}?"),
        None => String::new(),
    }
}
