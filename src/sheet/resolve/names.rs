//! Names as a sheet writes them, resolved or noted as a mistake.

use oxigraph::model::NamedNode;

use crate::diagnostic::Code;
use crate::model::{EntityKind, Inference, MaybeInferred, NameError, NameIndex};
use crate::sheet::read::{Fields, RawInference};
use crate::sheet::report::{Located, Report};
use crate::sheet::words::{AnchorError, Words};

/// What to do about a name that is like no other.
const NEW_NAME: &str =
    "if it is new, say what it is: in an [[entity]] of a sheet, or in data/actors.ttl";

/// Resolves names of one sheet.
pub struct Names<'a> {
    pub(crate) name_index: &'a NameIndex,
    pub(crate) report: &'a mut Report,
}

impl<'a> Names<'a> {
    pub(crate) fn new(name_index: &'a NameIndex, report: &'a mut Report) -> Self {
        Self { name_index, report }
    }

    /// What one name stands for.
    pub(crate) fn one(
        &mut self,
        name: &Located<String>,
        sorts: &[EntityKind],
    ) -> Option<NamedNode> {
        match self.name_index.resolve(&name.value, sorts) {
            Ok(iri) => Some(iri),
            Err(error) => {
                let code = match error {
                    NameError::WrongSort { .. } => Code::WrongSort,
                    _ => Code::UnknownName,
                };
                let is_new = matches!(error, NameError::Unknown { .. }) && !error.suggests();
                let hint = is_new.then(|| NEW_NAME.to_owned());
                self.report
                    .hinted(code, name.range.clone(), error.to_string(), hint);
                None
            }
        }
    }

    /// What each name of a list stands for, in its order, none twice.
    pub(crate) fn many(
        &mut self,
        names: &[Located<String>],
        sorts: &[EntityKind],
    ) -> Vec<NamedNode> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            if let Some(iri) = self.one(name, sorts)
                && !found.contains(&iri)
            {
                found.push(iri);
            }
        }
        found
    }

    /// The name under a key, where it is there.
    pub(crate) fn key(
        &mut self,
        fields: &Fields,
        key: &str,
        sorts: &[EntityKind],
    ) -> Option<NamedNode> {
        self.one(&fields.located(key)?, sorts)
    }

    /// The name under a key, with the reason where it is inferred.
    pub(crate) fn given(
        &mut self,
        fields: &Fields,
        key: &str,
        sorts: &[EntityKind],
        words: Option<&Words>,
    ) -> Option<MaybeInferred<NamedNode>> {
        let value = self.key(fields, key, sorts)?;
        Some(given(value, fields, key, words, self.report))
    }
}

/// A value with the reason for it, where its key is given as inferred.
pub fn given<T>(
    value: T,
    fields: &Fields,
    key: &str,
    words: Option<&Words>,
    report: &mut Report,
) -> MaybeInferred<T> {
    let inference = fields
        .inference(key)
        .map(|raw| inference(raw, words, report));
    MaybeInferred { value, inference }
}

fn inference(raw: &RawInference, words: Option<&Words>, report: &mut Report) -> Inference {
    Inference {
        because: raw.because.clone(),
        printed: raw
            .printed
            .as_ref()
            .and_then(|printed| printed_words(printed, "printed", words, report)),
        source: raw.source.clone(),
    }
}

/// Words that must stand in the readout, once or more; the readout's own text is given.
pub fn printed_words(
    printed: &Located<String>,
    key: &str,
    words: Option<&Words>,
    report: &mut Report,
) -> Option<String> {
    let Some(words) = words else {
        let message = format!(
            "`{key}` holds words of the readout, but no readout.txt lies beside this sheet"
        );
        report.error(Code::NoWords, printed.range.clone(), message);
        return None;
    };
    if words.is_lost() {
        return None;
    }
    let error = match words.find_first(&printed.value) {
        Ok(found) => return Some(found),
        Err(error) => error,
    };
    let (_, hint) = error.advice();
    let (code, message) = if matches!(error, AnchorError::Cut { .. }) {
        (Code::WordsCut, format!("in `{key}`, {error}"))
    } else {
        let message = format!("the words of `{key}` do not stand in the readout");
        (Code::WordsNotFound, message)
    };
    report.hinted(code, printed.range.clone(), message, hint);
    None
}
