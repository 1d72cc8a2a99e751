//! Names of formats.

/// Whether a name that the user typed is one of a format's: an extension, with or without its dot, or a MIME type.
/// Letter case and MIME parameters are ignored.
#[must_use]
pub fn is_named(typed: &str, names: &[&str]) -> bool {
    let essence = typed.split(';').next().unwrap_or(typed).trim();
    let bare = essence.strip_prefix('.').unwrap_or(essence);
    names.iter().any(|name| name.eq_ignore_ascii_case(bare))
}
