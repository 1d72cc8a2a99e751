//! Resolves the fields of one table: names, words of the readout, reasons of inferred values.

use oxigraph::model::NamedNode;

use crate::diagnostic::Code;
use crate::model::{EntityKind, MaybeInferred, NameError, NameIndex, PartialDate, Period, Reason};
use crate::sheet::findings::{Findings, Help, Located};
use crate::sheet::quotes::{AnchorError, ReadoutText};
use crate::sheet::read::Fields;

/// The help for a name that is like no other.
const NEW_NAME: &str =
    "if it is new, describe it in an [[entity]] of a sheet or in data/actors.ttl";

/// Resolves the fields of one table; what cannot be resolved becomes a finding.
pub struct FieldResolver<'a> {
    pub fields: &'a Fields,
    pub index: &'a NameIndex,
    pub readout: Option<&'a ReadoutText>,
    pub findings: &'a mut Findings,
}

impl FieldResolver<'_> {
    /// A resolver for a table within this one.
    pub fn within<'b>(&'b mut self, fields: &'b Fields) -> FieldResolver<'b> {
        FieldResolver {
            fields,
            index: self.index,
            readout: self.readout,
            findings: self.findings,
        }
    }

    /// Adds a mistake in the value of a key.
    pub fn refuse(&mut self, key: &str, code: Code, message: impl Into<String>) -> Help<'_> {
        let range = self.fields.range_of(key);
        self.findings.error(code, range, message)
    }

    pub fn resolve(&mut self, name: &Located<String>, kinds: &[EntityKind]) -> Option<NamedNode> {
        let error = match self.index.resolve(&name.value, kinds) {
            Ok(iri) => return Some(iri),
            Err(error) => error,
        };
        let (code, is_new) = match error {
            NameError::WrongKind { .. } => (Code::WrongSort, false),
            _ => (Code::UnknownName, !error.suggests()),
        };
        self.findings
            .error(code, &name.range, error.to_string())
            .maybe_help(is_new.then_some(NEW_NAME));
        None
    }

    /// The entity that a key names.
    pub fn name(&mut self, key: &str, kinds: &[EntityKind]) -> Option<NamedNode> {
        self.resolve(self.fields.located(key)?, kinds)
    }

    /// The entity that a key names, with the reason if it is inferred.
    pub fn inferable_name(
        &mut self,
        key: &str,
        kinds: &[EntityKind],
    ) -> Option<MaybeInferred<NamedNode>> {
        let iri = self.name(key, kinds)?;
        Some(self.maybe_inferred(key, iri))
    }

    /// The entities that a key lists, in its order, none twice.
    pub fn names(&mut self, key: &str, kinds: &[EntityKind]) -> Vec<NamedNode> {
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
    pub fn maybe_inferred<T>(&mut self, key: &str, value: T) -> MaybeInferred<T> {
        let inference = self.fields.inference(key).map(|raw| {
            let printed = raw.printed.as_ref();
            Reason {
                because: raw.because.clone(),
                printed: printed.and_then(|words| self.find("printed", words)),
                source: raw.source.clone(),
            }
        });
        MaybeInferred { value, inference }
    }

    pub fn date(&mut self, key: &str) -> Option<MaybeInferred<PartialDate>> {
        let date = *self.fields.date(key)?;
        Some(self.maybe_inferred(key, date))
    }

    pub fn period(&mut self, key: &str) -> Option<MaybeInferred<Period>> {
        let period = *self.fields.period(key)?;
        Some(self.maybe_inferred(key, period))
    }

    /// The readout's own text for the words under a key.
    pub fn words(&mut self, key: &str) -> Option<String> {
        self.find(key, self.fields.located(key)?)
    }

    /// The readout's own text for words that it has once or more often.
    fn find(&mut self, key: &str, words: &Located<String>) -> Option<String> {
        let Some(readout) = self.readout else {
            let message = format!("`{key}` quotes the readout, but this folder has no readout.txt");
            self.findings.error(Code::NoWords, &words.range, message);
            return None;
        };
        if readout.is_lost() {
            return None;
        }
        let error = match readout.find(&words.value) {
            Ok(passages) => return Some(readout.exact(passages.first()?).to_owned()),
            Err(error) => error,
        };
        let (code, message) = if let AnchorError::Cut { .. } = error {
            (Code::WordsCut, format!("in `{key}`, {error}"))
        } else {
            let message = format!("the words of `{key}` do not occur in the readout");
            (Code::WordsNotFound, message)
        };
        let (_, help) = error.advice();
        self.findings
            .error(code, &words.range, message)
            .maybe_help(help);
        None
    }
}
