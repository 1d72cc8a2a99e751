//! `quote` and `voice` of events and acts.

use super::draft::Draft;
use crate::diagnostic::Code;
use crate::model::{Evidence, Voice};
use crate::sheet::findings::Located;
use crate::sheet::quotes::anchor;
use crate::sheet::read::Fields;

impl Draft<'_> {
    /// What sort of text the readout is.
    pub(crate) fn form(&self) -> &str {
        let form = self.parsed.fields.document.text("form");
        form.unwrap_or("readout")
    }

    /// The voice of an act's or event's passages, and whether it holds for those between quotation marks, too.
    pub(crate) fn voice(&self, fields: &Fields) -> (Voice, bool) {
        let word = fields.text("voice");
        let typed = Voice::WORDS.iter().find(|(name, _)| Some(*name) == word);
        match (typed, self.form()) {
            (Some((_, voice)), _) => (*voice, true),
            (None, "transcript") => (Voice::Direct, true),
            (None, "joint") => (Voice::Text, true),
            (None, _) => (Voice::Paraphrase, false),
        }
    }

    /// The passages of `quote`; none if one of them is refused.
    pub(crate) fn evidence(&mut self, fields: &Fields) -> Vec<Evidence> {
        let quotes = fields.list("quote");
        let Some(readout) = &self.parsed.readout else {
            if let Some(quote) = quotes.first() {
                let message = "a quote, but no readout.txt lies beside this sheet";
                self.findings
                    .error(Code::NoWords, &quote.range, message)
                    .help("say it in your own words, as the `gist` of an act");
            }
            return Vec::new();
        };
        if readout.is_lost() {
            return Vec::new();
        }
        let (voice, is_fixed) = self.voice(fields);
        let texts: Vec<&str> = quotes.iter().map(|quote| quote.value.as_str()).collect();
        match anchor(readout, &texts) {
            Ok(passages) => {
                let evidence = |passage| readout.evidence(passage, voice, is_fixed);
                let evidence: Vec<Evidence> = passages.iter().map(evidence).collect();
                for (evidence, quote) in evidence.iter().zip(quotes) {
                    self.require_one_voice(evidence, quote);
                }
                evidence
            }
            Err(errors) => {
                for (index, error) in errors {
                    let range = quotes.get(index).map_or(0..0, |quote| quote.range.clone());
                    let (code, help) = error.advice();
                    self.findings
                        .error(code, &range, error.to_string())
                        .maybe_help(help);
                }
                Vec::new()
            }
        }
    }

    /// Refuses a second voice for a passage: it is one node of the graph, and the voice is a property of that.
    fn require_one_voice(&mut self, evidence: &Evidence, quote: &Located<String>) {
        let voice = *self.voices.entry(evidence.span).or_insert(evidence.voice);
        if voice != evidence.voice {
            let message = format!(
                "the voice of this passage is `{}` here, but `{}` elsewhere in this sheet",
                evidence.voice.word(),
                voice.word()
            );
            self.findings
                .error(Code::Contradiction, &quote.range, message)
                .help("give both the same `voice`");
        }
    }
}
