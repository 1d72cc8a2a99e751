//! `quote` of events and acts.

use super::Draft;
use crate::diagnostic::Code;
use crate::model::{Evidence, Voice};
use crate::sheet::read::Fields;
use crate::sheet::report::Located;

impl Draft<'_> {
    /// The passages of `quote`; those that cannot be anchored are noted.
    pub(crate) fn evidence(
        &mut self,
        fields: &Fields,
        otherwise: Voice,
        fixed: bool,
    ) -> Vec<Evidence> {
        let quotes = fields.list("quote");
        let Some(words) = &self.written.words else {
            if let Some(quote) = quotes.first() {
                let message = "a quote, but no readout.txt lies beside this sheet";
                let hint = "say it in your own words, as the `gist` of an act".to_owned();
                let range = quote.range.clone();
                self.report
                    .hinted(Code::NoWords, range, message, Some(hint));
            }
            return Vec::new();
        };
        if words.is_lost() {
            return Vec::new();
        }
        let texts: Vec<&str> = quotes.iter().map(|quote| quote.value.as_str()).collect();
        match words.find_all(&texts) {
            Ok(passages) => {
                let evidence = passages
                    .iter()
                    .map(|passage| words.evidence(passage, otherwise, fixed));
                let evidence: Vec<Evidence> = evidence.collect();
                for (evidence, quote) in evidence.iter().zip(quotes) {
                    self.hold_to_one_voice(evidence, quote);
                }
                evidence
            }
            Err(errors) => {
                for (index, error) in errors {
                    let range = quotes.get(index).map_or(0..0, |quote| quote.range.clone());
                    let (code, hint) = error.advice();
                    self.report.hinted(code, range, error.to_string(), hint);
                }
                Vec::new()
            }
        }
    }

    /// A passage is one node, and its voice sits on that: it cannot have two.
    fn hold_to_one_voice(&mut self, evidence: &Evidence, quote: &Located<String>) {
        let voice = *self.voices.entry(evidence.span).or_insert(evidence.voice);
        if voice != evidence.voice {
            let message = format!(
                "the voice of this passage is `{}` here, but `{}` elsewhere in this sheet",
                evidence.voice.word(),
                voice.word()
            );
            let hint = "give both the same `voice`".to_owned();
            let range = quote.range.clone();
            self.report
                .hinted(Code::Contradiction, range, message, Some(hint));
        }
    }
}
