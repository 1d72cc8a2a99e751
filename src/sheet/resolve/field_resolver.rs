//! Resolves the fields of one table: names, words of the readout, reasons of inferred values.

use crate::diagnostic::Code;
use std::ops::Range;

use oxigraph::model::NamedNode;

use crate::model::{
    EntityKind, Inference, MaybeInferred, NameError, NameIndex, PartialDate, Period,
};
use crate::sheet::findings::{Findings, Help, Located};
use crate::sheet::quotes::{AnchorError, ReadoutText};
use crate::sheet::read::Fields;

/// The help for a name that is like no other.
const NEW_NAME: &str =
    "if it is new, say what it is: in an [[entity]] of a sheet, or in data/actors.ttl";

/// Resolves the fields of one table; what cannot be resolved becomes a finding.
pub struct FieldResolver<'a> {
    pub(crate) fields: &'a Fields,
    pub(crate) index: &'a NameIndex,
    pub(crate) readout: Option<&'a ReadoutText>,
    pub(crate) findings: &'a mut Findings,
}

impl FieldResolver<'_> {
    /// A resolver for a table within this one.
    pub(crate) fn within<'b>(&'b mut self, fields: &'b Fields) -> FieldResolver<'b> {
        FieldResolver {
            fields,
            index: self.index,
            readout: self.readout,
            findings: self.findings,
        }
    }

    pub(crate) fn error(
        &mut self,
        code: Code,
        range: &Range<usize>,
        message: impl Into<String>,
    ) -> Help<'_> {
        self.findings.error(code, range, message)
    }

    pub(crate) fn resolve(
        &mut self,
        name: &Located<String>,
        kinds: &[EntityKind],
    ) -> Option<NamedNode> {
        let error = match self.index.resolve(&name.value, kinds) {
            Ok(iri) => return Some(iri),
            Err(error) => error,
        };
        let (code, is_new) = match error {
            NameError::WrongKind { .. } => (Code::WrongSort, false),
            _ => (Code::UnknownName, !error.suggests()),
        };
        self.error(code, &name.range, error.to_string())
            .maybe_help(is_new.then_some(NEW_NAME));
        None
    }

    /// The entity that a key names.
    pub(crate) fn name(&mut self, key: &str, kinds: &[EntityKind]) -> Option<NamedNode> {
        self.resolve(self.fields.located(key)?, kinds)
    }

    /// The entity that a key names, with the reason if it is inferred.
    pub(crate) fn inferable_name(
        &mut self,
        key: &str,
        kinds: &[EntityKind],
    ) -> Option<MaybeInferred<NamedNode>> {
        let iri = self.name(key, kinds)?;
        Some(self.maybe_inferred(key, iri))
    }

    /// The entities that a key lists, in its order, none twice.
    pub(crate) fn names(&mut self, key: &str, kinds: &[EntityKind]) -> Vec<NamedNode> {
        let names = self.fields.list(key);
        let mut iris = Vec::with_capacity(names.len());
        for name in names {
            if let Some(iri) = self.resolve(name, kinds)
                && !iris.contains(&iri)
            {
                iris.push(iri);
            }
        }
        iris
    }

    /// The value of a key, with the reason if it is inferred.
    pub(crate) fn maybe_inferred<T>(&mut self, key: &str, value: T) -> MaybeInferred<T> {
        let inference = self.fields.inference(key).map(|raw| Inference {
            because: raw.because.clone(),
            printed: raw
                .printed
                .as_ref()
                .and_then(|words| self.find("printed", words)),
            source: raw.source.clone(),
        });
        MaybeInferred { value, inference }
    }

    pub(crate) fn date(&mut self, key: &str) -> Option<MaybeInferred<PartialDate>> {
        let date = *self.fields.date(key)?;
        Some(self.maybe_inferred(key, date))
    }

    pub(crate) fn period(&mut self, key: &str) -> Option<MaybeInferred<Period>> {
        let period = *self.fields.period(key)?;
        Some(self.maybe_inferred(key, period))
    }

    /// The readout's own text for the words under a key.
    pub(crate) fn words(&mut self, key: &str) -> Option<String> {
        self.find(key, self.fields.located(key)?)
    }

    /// The readout's own text for words that it has once or more often.
    fn find(&mut self, key: &str, words: &Located<String>) -> Option<String> {
        let range = &words.range;
        let Some(readout) = self.readout else {
            let message = format!(
                "`{key}` holds words of the readout, but no readout.txt lies beside this sheet"
            );
            self.error(Code::NoWords, range, message);
            return None;
        };
        if readout.is_lost() {
            return None;
        }
        let error = match readout.find(&words.value) {
            Ok(passages) => {
                return passages
                    .first()
                    .map(|first| readout.exact(first).to_owned());
            }
            Err(error) => error,
        };
        let (_, help) = error.advice();
        let finding = if let AnchorError::Cut { .. } = error {
            let message = format!("in `{key}`, {error}");
            self.error(Code::WordsCut, range, message)
        } else {
            let message = format!("the words of `{key}` do not stand in the readout");
            self.error(Code::WordsNotFound, range, message)
        };
        finding.maybe_help(help);
        None
    }
}
