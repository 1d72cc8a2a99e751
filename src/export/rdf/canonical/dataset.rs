//! The blank nodes of a dataset and their statements, serialized once.

use std::collections::{HashMap, HashSet};

use oxigraph::model::{GraphNameRef, Quad, TermRef};

use crate::model::sha256;

/// A statement with at least one blank node: its subject, predicate and object, and its graph unless that is the
/// default graph.
#[derive(Debug)]
pub struct Statement(Vec<Part>);

/// A blank node by its number, or any other term as in N-Quads.
#[derive(Debug)]
enum Part {
    Blank(usize),
    Other(String),
}

/// All blank nodes, numbered, with their statements.
#[derive(Debug)]
pub struct Dataset<'a> {
    numbers: HashMap<&'a str, usize>,
    statements: Vec<Statement>,
    /// The statements of each node.
    of_node: Vec<Vec<usize>>,
    /// The hash of these statements for each node.
    first_degree: Vec<String>,
}

impl<'a> Dataset<'a> {
    pub fn new(quads: &'a [Quad]) -> Self {
        let mut dataset = Self {
            numbers: HashMap::new(),
            statements: Vec::new(),
            of_node: Vec::new(),
            first_degree: Vec::new(),
        };
        let mut seen = HashSet::new();
        for quad in quads.iter().filter(|quad| Self::has_blank_node(quad)) {
            if seen.insert(quad) {
                let statement = dataset.statement(quad);
                for node in statement.nodes() {
                    let next = dataset.statements.len();
                    // A node that occurs twice in a statement has it once.
                    if let Some(statements) = dataset.of_node.get_mut(node)
                        && statements.last() != Some(&next)
                    {
                        statements.push(next);
                    }
                }
                dataset.statements.push(statement);
            }
        }
        dataset.first_degree = (0..dataset.len())
            .map(|node| dataset.hash_first_degree(node))
            .collect();
        dataset
    }

    pub fn has_blank_node(quad: &Quad) -> bool {
        quad.subject.is_blank_node()
            || quad.object.is_blank_node()
            || quad.graph_name.is_blank_node()
    }

    /// The number of blank nodes.
    pub fn len(&self) -> usize {
        self.of_node.len()
    }

    /// The statements of a node.
    pub fn statements(&self, node: usize) -> impl Iterator<Item = &Statement> {
        let numbers = self.of_node.get(node).into_iter().flatten();
        numbers.filter_map(|number| self.statements.get(*number))
    }

    /// The result of [Hash First Degree Quads](https://www.w3.org/TR/rdf-canon/#hash-1d-quads).
    pub fn first_degree(&self, node: usize) -> &str {
        self.first_degree.get(node).map_or("", String::as_str)
    }

    /// Each statement with a blank node as a line of N-Quads, with these labels.
    pub fn lines(&self, label: impl Fn(usize) -> String) -> impl Iterator<Item = String> {
        self.statements
            .iter()
            .map(move |statement| statement.line(&label))
    }

    fn hash_first_degree(&self, node: usize) -> String {
        let label = |other| if other == node { "_:a" } else { "_:z" }.to_owned();
        let mut lines: Vec<String> = self
            .statements(node)
            .map(|statement| statement.line(&label))
            .collect();
        lines.sort_unstable();
        sha256(&lines.concat())
    }

    fn statement(&mut self, quad: &'a Quad) -> Statement {
        let mut parts = vec![
            self.part((&quad.subject).into()),
            self.part((&quad.predicate).into()),
            self.part((&quad.object).into()),
        ];
        match quad.graph_name.as_ref() {
            GraphNameRef::DefaultGraph => {}
            GraphNameRef::BlankNode(node) => parts.push(self.part(node.into())),
            GraphNameRef::NamedNode(node) => parts.push(self.part(node.into())),
        }
        Statement(parts)
    }

    fn part(&mut self, term: TermRef<'a>) -> Part {
        match term {
            TermRef::BlankNode(node) => self.blank(node.as_str()),
            other => Part::Other(other.to_string()),
        }
    }

    fn blank(&mut self, label: &'a str) -> Part {
        let next = self.numbers.len();
        let number = *self.numbers.entry(label).or_insert(next);
        if number == next {
            self.of_node.push(Vec::new());
        }
        Part::Blank(number)
    }
}

impl Statement {
    /// The blank nodes, each with the letter of its position.
    pub fn positions(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let parts = ["s", "p", "o", "g"].into_iter().zip(&self.0);
        parts.filter_map(|(position, part)| match part {
            Part::Blank(node) => Some((position, *node)),
            Part::Other(_) => None,
        })
    }

    /// The predicate as in N-Quads.
    pub fn predicate(&self) -> &str {
        match self.0.get(1) {
            Some(Part::Other(predicate)) => predicate,
            _ => "",
        }
    }

    fn nodes(&self) -> impl Iterator<Item = usize> {
        self.positions().map(|(_, node)| node)
    }

    fn line(&self, label: &impl Fn(usize) -> String) -> String {
        let mut line = String::new();
        for part in &self.0 {
            match part {
                Part::Blank(node) => line.push_str(&label(*node)),
                Part::Other(term) => line.push_str(term),
            }
            line.push(' ');
        }
        line + ".\n"
    }
}
