//! The statements of a DOT file, laid out.

use std::io::{self, Write};

use super::quoted::{Quoted, keyword};

/// The indentation of a statement for each graph that it is nested in.
const INDENT: &[u8] = b"    ";

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

/// Writes the body of a graph.
pub struct Body<'a> {
    out: &'a mut dyn Write,
    depth: usize,
    /// A buffer for the current statement, reused so that a large picture takes no more memory.
    line: String,
}

impl<'a> Body<'a> {
    /// Writes a directed graph.
    pub fn digraph(
        out: &'a mut dyn Write,
        name: &Quoted,
        fill: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let (depth, line) = (0, String::new());
        let mut body = Self { out, depth, line };
        body.open(&["digraph ", &name.to_string()])?;
        fill(&mut body)?;
        body.close()
    }

    /// Writes the attributes of the `graph`, or the defaults of every later `node` or `edge` in it.
    pub fn defaults(&mut self, of: &str, attributes: &Attributes) -> io::Result<()> {
        self.line.push_str(of);
        self.end(attributes)
    }

    pub fn node(&mut self, name: &Quoted, attributes: &Attributes) -> io::Result<()> {
        name.add_to(&mut self.line);
        self.end(attributes)
    }

    pub fn edge(
        &mut self,
        source: &Quoted,
        target: &Quoted,
        attributes: &Attributes,
    ) -> io::Result<()> {
        source.add_to(&mut self.line);
        self.line.push_str(" -> ");
        target.add_to(&mut self.line);
        self.end(attributes)
    }

    /// Writes a subgraph; Graphviz frames those whose name begins with `cluster`.
    pub fn subgraph(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.open(&["subgraph \"", name, "\""])?;
        fill(self)?;
        self.close()
    }

    fn open(&mut self, words: &[&str]) -> io::Result<()> {
        self.line.extend(words.iter().copied());
        self.line.push_str(" {");
        self.end_line()?;
        self.depth += 1;
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.depth -= 1;
        self.line.push('}');
        self.end_line()
    }

    /// Ends a statement: ` [label="…", shape="box"]`.
    fn end(&mut self, attributes: &Attributes) -> io::Result<()> {
        self.line.push_str(" [");
        let mut separator = "";
        for (name, value) in &attributes.0 {
            self.line.extend([separator, name, "="]);
            value.add_to(&mut self.line);
            separator = ", ";
        }
        self.line.push(']');
        self.end_line()
    }

    fn end_line(&mut self) -> io::Result<()> {
        self.line.push('\n');
        for _ in 0..self.depth {
            self.out.write_all(INDENT)?;
        }
        self.out.write_all(self.line.as_bytes())?;
        self.line.clear();
        Ok(())
    }
}
