//! The statements of a DOT file, laid out.

use std::fmt;

use super::quoted::Quoted;

/// What a statement says of its thing, in the order in which it is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Attributes(Vec<(&'static str, Quoted)>);

impl Attributes {
    pub(super) fn with(mut self, name: &'static str, value: Quoted) -> Self {
        self.0.push((name, value));
        self
    }

    pub(super) fn maybe(self, name: &'static str, value: Option<Quoted>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(super) fn and(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }
}

/// `[label="…", shape="box"]`
impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        let mut separator = "";
        for (name, value) in &self.0 {
            write!(f, "{separator}{name}={value}")?;
            separator = ", ";
        }
        f.write_str("]")
    }
}

/// What stands between the braces of a graph.
#[derive(Debug, Default)]
pub(super) struct Body(Vec<String>);

impl Body {
    /// Adds what holds for the `graph` itself, or for every `node` or `edge` that follows in it.
    pub(super) fn defaults(&mut self, of: &'static str, attributes: &Attributes) {
        self.0.push(format!("{of} {attributes}"));
    }

    pub(super) fn node(&mut self, name: &Quoted, attributes: &Attributes) {
        self.0.push(format!("{name} {attributes}"));
    }

    pub(super) fn edge(&mut self, source: &Quoted, target: &Quoted, attributes: &Attributes) {
        self.0.push(format!("{source} -> {target} {attributes}"));
    }

    /// Adds a graph within the graph; Graphviz frames those whose name begins with `cluster`.
    pub(super) fn subgraph(&mut self, name: &str, body: Self) {
        self.0.push(format!("subgraph \"{name}\" {{"));
        self.0
            .extend(body.0.into_iter().map(|line| format!("    {line}")));
        self.0.push("}".to_owned());
    }

    pub(super) fn into_digraph(self, name: &Quoted) -> String {
        let lines = self.0.into_iter().map(|line| format!("    {line}\n"));
        let mut text = format!("digraph {name} {{\n");
        text.extend(lines);
        text.push_str("}\n");
        text
    }
}
