//! The texts of readouts, in which places are counted in Unicode code points.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::SourceText;
use crate::dossier::Dossier;
use crate::model::sha256;

/// The distance in code points between two stored offsets.
const STRIDE: usize = 256;

/// The readouts whose words are in the dossiers, by slug.
pub struct Texts<'a> {
    texts: BTreeMap<&'a str, Text<'a>>,
}

/// The words of a readout.
pub struct Text<'a> {
    source: &'a Arc<SourceText>,
    /// The byte at which every [`STRIDE`]th code point begins.
    strides: Vec<usize>,
    length: usize,
}

impl<'a> Texts<'a> {
    pub fn of(dossiers: impl Iterator<Item = &'a Dossier>) -> Self {
        let readouts = dossiers.flat_map(|dossier| &dossier.readouts);
        let texts = readouts.filter_map(|readout| {
            let text = readout.text.as_ref()?;
            // A file that cannot be used is empty here, and is a finding of its own.
            (!text.text().is_empty()).then(|| (readout.slug.as_str(), Text::of(text)))
        });
        Self {
            texts: texts.collect(),
        }
    }

    pub fn of_readout(&self, slug: &str) -> Option<&Text<'a>> {
        self.texts.get(slug)
    }
}

impl<'a> Text<'a> {
    fn of(source: &'a Arc<SourceText>) -> Self {
        let offsets = source.text().char_indices().map(|(offset, _)| offset);
        Self {
            source,
            strides: offsets.step_by(STRIDE).collect(),
            length: source.text().chars().count(),
        }
    }

    pub fn name(&self) -> &str {
        self.source.name()
    }

    pub fn sha256(&self) -> String {
        sha256(self.words())
    }

    fn words(&self) -> &'a str {
        self.source.text()
    }

    /// The number of code points.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The slice between two code points; `None` if one is beyond the end, or the end before the start.
    pub fn slice(&self, place: &Range<usize>) -> Option<&'a str> {
        self.words().get(self.bytes(place)?)
    }

    /// The text before a slice, and after it.
    pub fn around(&self, place: &Range<usize>) -> Option<(&'a str, &'a str)> {
        let bytes = self.bytes(place)?;
        Some((
            self.words().get(..bytes.start)?,
            self.words().get(bytes.end..)?,
        ))
    }

    fn bytes(&self, place: &Range<usize>) -> Option<Range<usize>> {
        Some(self.byte(place.start)?..self.byte(place.end)?)
    }

    fn byte(&self, code_point: usize) -> Option<usize> {
        if code_point == self.length {
            return Some(self.words().len());
        }
        let stride = *self.strides.get(code_point / STRIDE)?;
        let rest = self.words().get(stride..)?;
        let (offset, _) = rest.char_indices().nth(code_point % STRIDE)?;
        Some(stride + offset)
    }

    /// The first place of some words, in code points, and whether there is another.
    pub fn find(&self, words: &str) -> Option<(Range<usize>, bool)> {
        let start = self.words().find(words)?;
        let (before, from) = self.words().split_at_checked(start)?;
        let first = before.chars().count();
        let after = from.get(words.chars().next()?.len_utf8()..)?;
        Some((first..first + words.chars().count(), after.contains(words)))
    }
}
