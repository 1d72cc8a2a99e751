//! The requested format: the one that was typed, or the one of the file extension.

use std::path::Path;

use super::error::CliError;
use crate::export::{is_named, xlsx};

/// A format with its names: extensions and MIME types, the one to show first.
pub type Named<F> = (F, &'static [&'static str]);

/// The format that was typed or that the file extension names; the extension may be double (`nodes.csv`). `None`
/// without either.
pub fn find<F: Copy>(
    typed: Option<&str>,
    path: Option<&Path>,
    formats: &[Named<F>],
) -> Result<Option<F>, CliError> {
    let Some(name) = typed.or_else(|| extension(path)) else {
        return Ok(None);
    };
    let double = double_extension(path.filter(|_| typed.is_none()));
    let is_wanted = |names: &[&str]| {
        let is_double = double
            .as_deref()
            .is_some_and(|double| is_named(double, names));
        is_double || is_named(name, names)
    };
    let found = formats.iter().find(|(_, names)| is_wanted(names));
    found.map(|(format, _)| Some(*format)).ok_or_else(|| {
        let known = formats.iter().filter_map(|(_, names)| names.first());
        let known: Vec<&str> = known.copied().collect();
        let workbook = if is_named(name, xlsx::NAMES) {
            "; `bilateral export -o dossier.xlsx` writes a workbook"
        } else {
            ""
        };
        CliError::usage(format!(
            "unknown format `{name}`: choose one of {}{workbook}",
            known.join(", ")
        ))
    })
}

/// Like [`find`], but defaults to the first format.
pub fn choose<F: Copy>(
    typed: Option<&str>,
    path: Option<&Path>,
    formats: &[Named<F>],
) -> Result<F, CliError> {
    let found = find(typed, path, formats)?;
    let default = formats.first().map(|(format, _)| *format);
    found
        .or(default)
        .ok_or_else(|| CliError::usage("no format is known"))
}

/// The extension of the output file, if there is one.
fn extension(path: Option<&Path>) -> Option<&str> {
    path?.extension()?.to_str()
}

/// The last two extensions of a file: `nodes.csv`.
fn double_extension(path: Option<&Path>) -> Option<String> {
    let last = extension(path)?;
    let stem = Path::new(path?.file_stem()?);
    Some([extension(Some(stem))?, ".", last].concat())
}
