//! An [identifier issuer](https://www.w3.org/TR/rdf-canon/#dfn-identifier-issuer): labels in the order of requests.

use std::collections::HashMap;

/// Issues a label for each node, starting with `<prefix>0`.
#[derive(Debug, Clone)]
pub struct Issuer {
    prefix: &'static str,
    numbers: HashMap<usize, usize>,
    order: Vec<usize>,
}

impl Issuer {
    pub(crate) fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            numbers: HashMap::new(),
            order: Vec::new(),
        }
    }

    /// The label of a node; a new one if it has none yet.
    pub(crate) fn issue(&mut self, node: usize) -> String {
        let next = self.order.len();
        let number = *self.numbers.entry(node).or_insert(next);
        if number == next {
            self.order.push(node);
        }
        self.written(number)
    }

    /// The label that a node has.
    pub(crate) fn label(&self, node: usize) -> Option<String> {
        self.numbers.get(&node).map(|number| self.written(*number))
    }

    /// The nodes with a label, in the order of issue.
    pub(crate) fn order(&self) -> &[usize] {
        &self.order
    }

    fn written(&self, number: usize) -> String {
        format!("_:{}{number}", self.prefix)
    }
}
