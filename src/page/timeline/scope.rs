//! What a timeline is about, and from when to when.

use oxigraph::model::NamedNode;

use crate::model::PartialDate;
use crate::page::when::When;

/// What a timeline tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The thing that plays a part in all of it, and its name; everything where there is none.
    pub thing: Option<(NamedNode, String)>,
    /// Nothing that ended before the first day of this date.
    pub since: Option<PartialDate>,
    /// Nothing that began after the last day of this date.
    pub until: Option<PartialDate>,
}

impl Scope {
    pub(super) fn title(&self) -> String {
        match &self.thing {
            Some((_, name)) => format!("Timeline: {name}"),
            None => "Timeline".to_owned(),
        }
    }

    /// Whether a time lies within; what is not dated does where there are no bounds.
    pub(super) fn holds(&self, when: Option<&When>) -> bool {
        let since = self.since.map(|date| date.first_day().to_string());
        let until = self.until.map(|date| date.last_day().to_string());
        match when {
            // Days of four digits a year compare as their texts do.
            Some(when) => {
                since.is_none_or(|since| when.last >= since)
                    && until.is_none_or(|until| when.first <= until)
            }
            None => since.is_none() && until.is_none(),
        }
    }
}
