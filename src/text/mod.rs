//! Text as data: escaping for each syntax, lists in sentences, similar names, invisible characters.
//!
//! *Takes* and *returns* strings. *Never* knows what they are about.

pub mod csv;
pub mod markdown;
mod names;
mod spelling;
mod toml;
pub mod unicode;
mod wording;
pub mod xml;

pub use self::names::{did_you_mean, enumerated, listed, nearest, one_of};
pub use self::spelling::{folded, holds_beginning, holds_words, is_same_name};
pub use self::toml::{toml_key, toml_list, toml_string};
pub use self::unicode::visible;
pub use self::wording::{capitalised, counted, flat, framed, rounded, shortened, with_article};
