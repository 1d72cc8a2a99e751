//! Figures: how much of what, for which time.

use std::fmt;

use crate::report::when::in_words;
use crate::source::Row;

/// A figure that an act gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is measured.
    pub(crate) of: String,
    value: Option<String>,
    least: Option<String>,
    most: Option<String>,
    unit: Option<String>,
    /// For which time, as recorded: it sorts as time does.
    pub(crate) period: Option<String>,
    item: Option<String>,
}

impl Figure {
    /// Out of a row of `figures.rq`.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let text = |column| row.text(column).map(str::to_owned);
        Some(Self {
            of: text("of")?,
            value: text("value"),
            least: text("least"),
            most: text("most"),
            unit: text("unit"),
            period: text("period"),
            item: text("item"),
        })
    }

    fn amount(&self) -> String {
        match (&self.value, &self.least, &self.most) {
            (Some(value), ..) => value.clone(),
            (None, Some(least), Some(most)) => format!("{least} to {most}"),
            (None, Some(least), None) => format!("at least {least}"),
            (None, None, Some(most)) => format!("at most {most}"),
            (None, None, None) => String::new(),
        }
    }

    fn period_in_words(&self) -> Option<String> {
        let period = self.period.as_deref()?;
        Some(match period.split_once('/') {
            Some((from, to)) => format!("{} to {}", in_words(from), in_words(to)),
            None => in_words(period),
        })
    }
}

/// `trade turnover, 2016: 190 USD million`.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.of)?;
        if let Some(item) = &self.item {
            write!(f, " ({item})")?;
        }
        if let Some(period) = self.period_in_words() {
            write!(f, ", {period}")?;
        }
        write!(f, ": {}", self.amount())?;
        match &self.unit {
            Some(unit) => write!(f, " {unit}"),
            None => Ok(()),
        }
    }
}
