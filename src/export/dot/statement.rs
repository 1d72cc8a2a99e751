//! The statements of a DOT file, laid out.

use std::fmt;
use std::io::{self, Write};

use super::quoted::{Quoted, keyword};

/// The indentation of a statement for each graph that it is nested in.
const INDENT: usize = 4;

/// The attributes of a statement, in order.
#[derive(Debug, Clone, Default)]
pub struct Attributes(Vec<(&'static str, Quoted)>);

impl Attributes {
    /// Attributes with values that need no escapes: `shape=box style=filled`.
    pub fn fixed(attributes: &'static str) -> Self {
        let pairs = attributes.split_whitespace();
        let pairs = pairs.filter_map(|pair| pair.split_once('='));
        Self(pairs.map(|(name, value)| (name, keyword(value))).collect())
    }

    pub fn with(mut self, name: &'static str, value: Quoted) -> Self {
        self.0.push((name, value));
        self
    }

    pub fn maybe(self, name: &'static str, value: Option<Quoted>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub fn and(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }
}

impl fmt::Display for Attributes {
    /// ` [label="…", shape="box"]`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = " [";
        for (name, value) in &self.0 {
            write!(f, "{separator}{name}={value}")?;
            separator = ", ";
        }
        f.write_str("]")
    }
}

/// Writes the body of a graph, statement by statement, so that a large picture takes no more memory.
pub struct Body<'a> {
    out: &'a mut dyn Write,
    depth: usize,
}

impl<'a> Body<'a> {
    /// Writes a directed graph.
    pub fn digraph(
        out: &'a mut dyn Write,
        name: &Quoted,
        fill: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut body = Self { out, depth: 0 };
        body.block(format_args!("digraph {name}"), fill)
    }

    /// Writes the attributes of the `graph`, or the defaults of every later `node` or `edge` in it.
    pub fn defaults(&mut self, of: &str, attributes: &Attributes) -> io::Result<()> {
        self.line(format_args!("{of}{attributes}"))
    }

    pub fn node(&mut self, name: &Quoted, attributes: &Attributes) -> io::Result<()> {
        self.line(format_args!("{name}{attributes}"))
    }

    pub fn edge(
        &mut self,
        source: &Quoted,
        target: &Quoted,
        attributes: &Attributes,
    ) -> io::Result<()> {
        self.line(format_args!("{source} -> {target}{attributes}"))
    }

    /// Writes a subgraph; Graphviz frames those whose name begins with `cluster`.
    pub fn subgraph(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.block(format_args!("subgraph \"{name}\""), fill)
    }

    fn block(
        &mut self,
        head: fmt::Arguments<'_>,
        fill: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.line(format_args!("{head} {{"))?;
        self.depth += 1;
        fill(self)?;
        self.depth -= 1;
        self.line(format_args!("}}"))
    }

    /// Writes a line with one call, because the writer may not be buffered.
    fn line(&mut self, statement: fmt::Arguments<'_>) -> io::Result<()> {
        let indent = INDENT * self.depth;
        let line = format!("{:indent$}{statement}\n", "");
        self.out.write_all(line.as_bytes())
    }
}
