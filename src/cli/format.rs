//! Which format is wanted: the one that was typed, or that the file's extension tells.

use std::path::Path;

use super::failure::UsageError;

/// The extension of the file that is to be written, if there is one.
pub fn extension(path: Option<&Path>) -> Option<&str> {
    path?.extension()?.to_str()
}

/// The last two extensions of a file: `nodes.csv`.
fn double_extension(path: Option<&Path>) -> Option<String> {
    let last = extension(path)?;
    let stem = Path::new(path?.file_stem()?);
    Some([extension(Some(stem))?, ".", last].concat().to_lowercase())
}

/// The format that was typed, or that the file's extension tells, which may be a double one; else the first of them.
///
/// Each format comes with its names, in small letters, the one to tell first.
pub fn choose<F: Copy>(
    typed: Option<&str>,
    path: Option<&Path>,
    formats: &[(F, &[&str])],
) -> Result<F, UsageError> {
    let name = typed.or_else(|| extension(path)).map(str::to_lowercase);
    let double = double_extension(path.filter(|_| typed.is_none()));
    let is_meant = |names: &[&str]| {
        let is_double = double.as_deref().is_some_and(|name| names.contains(&name));
        is_double || name.as_deref().is_none_or(|name| names.contains(&name))
    };
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
