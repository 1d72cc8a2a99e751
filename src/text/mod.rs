//! Text as data: escaping for each syntax, lists in sentences, similar names, invisible characters.
//!
//! *Takes* and *returns* strings. *Never* knows what they are about.

pub mod csv;
pub mod line;
pub mod lists;
pub mod markdown;
pub mod number;
pub mod shorten;
pub mod similar;
pub mod toml;
pub mod unicode;
pub mod visible;
pub mod xml;

pub use self::line::flat;
pub use self::lists::{capitalised, enumerated, framed, listed, one_of, with_article};
pub use self::number::{counted, rounded};
pub use self::shorten::shortened;
pub use self::similar::{did_you_mean, holds_words, nearest};
pub use self::toml::{toml_key, toml_list, toml_string};
pub use self::visible::visible;
