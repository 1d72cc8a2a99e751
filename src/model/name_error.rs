//! Why a name could not be resolved.

use crate::text::{one_of, with_article};

/// Why a name could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing of the wanted sort has this name.
    #[error("unknown {wanted} `{name}`{}", did_you_mean(.meant))]
    Unknown {
        /// The name as written.
        name: String,
        /// What would have been right here, for example `sector`.
        wanted: String,
        /// The known names that may have been meant.
        meant: Vec<String>,
    },
    /// The name is that of something else.
    #[error(
        "`{name}` is {}, but {} is needed here{}",
        with_article(.found), with_article(.wanted), did_you_mean(.meant)
    )]
    WrongSort {
        /// The name as written.
        name: String,
        /// What it is.
        found: String,
        /// What would have been right here.
        wanted: String,
        /// The names of the wanted sort that may have been meant.
        meant: Vec<String>,
    },
    /// Several entities have this name.
    #[error("`{name}` is ambiguous: it names {}", .candidates.join(" and "))]
    Ambiguous {
        /// The name as written.
        name: String,
        /// The IRIs that it may mean.
        candidates: Vec<String>,
    },
}

impl NameError {
    /// Whether it tells of a name that may have been meant.
    #[must_use]
    pub fn suggests(&self) -> bool {
        match self {
            Self::Unknown { meant, .. } | Self::WrongSort { meant, .. } => !meant.is_empty(),
            Self::Ambiguous { .. } => false,
        }
    }
}

fn did_you_mean(meant: &[String]) -> String {
    match one_of(meant.iter().map(String::as_str)) {
        Some(names) => format!("; did you mean {names}?"),
        None => String::new(),
    }
}
