//! Charts as data: the numbers and the words around them, which a renderer draws.

/// Bars, each a stack of the same parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BarChart {
    /// What the bars count.
    pub title: String,
    /// What is counted: of whom, since when.
    pub subtitle: String,
    /// The numbers in words, for readers who do not see the picture.
    pub description: String,
    /// The names of the parts, from the bottom of the stacks to their top.
    pub parts: Vec<String>,
    /// The bars, from left to right.
    pub bars: Vec<Bar>,
    /// Remarks below the picture.
    pub notes: Vec<String>,
}

/// A stack of parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bar {
    /// Its name, such as a year.
    pub label: String,
    /// The number for each part.
    pub counts: Vec<usize>,
}

impl Bar {
    /// A bar with a number for each part.
    #[must_use]
    pub const fn new(label: String, counts: Vec<usize>) -> Self {
        Self { label, counts }
    }

    /// The sum of its parts.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// A measure in time, from numbered sources.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct FigureChart {
    /// What is measured.
    pub title: String,
    /// Whose figures these are.
    pub subtitle: String,
    /// The numbers in words, for readers who do not see the picture.
    pub description: String,
    /// The figures with a period, one panel for each unit.
    pub panels: Vec<Panel>,
    /// The figures without a period, each as a line of text.
    pub undated: Vec<String>,
    /// The sources of the figures, the first with number 1.
    pub sources: Vec<String>,
}

impl FigureChart {
    /// The number of reported figures, with and without a period.
    #[must_use]
    pub fn total(&self) -> usize {
        let marks = self.panels.iter().flat_map(|panel| &panel.marks);
        marks.map(|mark| mark.sources.len()).sum::<usize>() + self.undated.len()
    }
}

/// The figures in one unit.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Panel {
    /// The unit; may be empty.
    pub unit: String,
    /// The figures in the order of their periods.
    pub marks: Vec<FigureMark>,
}

/// A figure for a period.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FigureMark {
    /// The beginning and the end of the period, in years: the end of 2017 is 2018.
    pub span: [f64; 2],
    /// The minimum and the maximum; the same number twice if it is exact or only one of them is known.
    pub range: [f64; 2],
    /// The meaning of the number.
    pub bound: Bound,
    /// The number in words: `at least 300`.
    pub label: String,
    /// The numbers of its sources, from 1.
    pub sources: Vec<usize>,
}

impl FigureMark {
    /// A figure for a period, without sources.
    #[must_use]
    pub const fn new(span: [f64; 2], range: [f64; 2], bound: Bound, label: String) -> Self {
        Self {
            span,
            range,
            bound,
            label,
            sources: Vec::new(),
        }
    }
}

/// How a number relates to the measured value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bound {
    /// It is the value.
    Exact,
    /// The value is this or more.
    AtLeast,
    /// The value is this or less.
    AtMost,
    /// The value is between two numbers.
    Between,
}
