//! Which format is wanted: the one that was typed, or that the file's extension tells.

use std::path::Path;

use super::failure::UsageError;

/// The extension of the file that is to be written, if there is one.
pub(super) fn extension(path: Option<&Path>) -> Option<&str> {
    path?.extension()?.to_str()
}

/// The format that was typed, or that the file's extension tells; else the first of them.
///
/// Each format comes with its names, in small letters, the one to tell first.
pub(super) fn choose<F: Copy, const N: usize>(
    typed: Option<&str>,
    path: Option<&Path>,
    formats: [(F, &[&str]); N],
) -> Result<F, UsageError> {
    let name = typed.or_else(|| extension(path)).map(str::to_lowercase);
    let is_meant = |names: &[&str]| name.as_deref().is_none_or(|name| names.contains(&name));
    let meant = formats.iter().find(|(_, names)| is_meant(names));
    meant.map(|(format, _)| *format).ok_or_else(|| {
        let known = formats.iter().filter_map(|(_, names)| names.first());
        UsageError(format!(
            "unknown format `{}`: it is one of {}",
            name.unwrap_or_default(),
            known.copied().collect::<Vec<_>>().join(", ")
        ))
    })
}
