//! [Hash N-Degree Quads](https://www.w3.org/TR/rdf-canon/#hash-nd-quads): distinguishes blank nodes with equal
//! statements by the paths that start from them through other blank nodes.
//!
//! Its time is exponential in the worst case, and such a [poisoned
//! dataset](https://www.w3.org/TR/rdf-canon/#dataset-poisoning) is easy to make, so its steps are limited.

use std::collections::{BTreeMap, HashMap};

use super::dataset::Dataset;
use crate::model::sha256;

/// Steps allowed for any dataset: a few seconds. A step is about as much work as writing a label.
const STEPS: usize = 8_000_000;
/// Additional steps allowed for each blank node, so that a large dataset alone never reaches the limit.
const STEPS_OF_NODE: usize = 400;
/// The cost of hashing one mention of a node, in steps.
const STEPS_OF_HASH: usize = 10;
/// The maximum number of blank nodes on a path, which the stack of any thread can hold.
const LONGEST_PATH: usize = 200;

/// The blank nodes cannot be distinguished within the limits.
#[derive(Debug)]
pub struct TooIntricate;

/// A search for paths.
pub struct Paths<'a> {
    dataset: &'a Dataset<'a>,
    /// The labels of the nodes that are already distinguished.
    pub canonical: Issuer,
    steps_left: usize,
}

/// The labels issued on a path, and the path or its hash.
type Labelled = (Issuer, String);

impl<'a> Paths<'a> {
    pub fn new(dataset: &'a Dataset<'a>, canonical: Issuer) -> Self {
        Self {
            dataset,
            canonical,
            steps_left: STEPS.saturating_add(dataset.len().saturating_mul(STEPS_OF_NODE)),
        }
    }

    /// The hash of all paths from a node, and the nodes on them in order.
    pub fn from(&mut self, node: usize) -> Result<Labelled, TooIntricate> {
        let mut issuer = Issuer::new("b");
        issuer.issue(node);
        self.onward(node, issuer, 0)
    }

    fn step(&mut self, steps: usize) -> Result<(), TooIntricate> {
        let left = self.steps_left.checked_sub(steps);
        self.steps_left = left.ok_or(TooIntricate)?;
        Ok(())
    }

    fn onward(
        &mut self,
        node: usize,
        mut issuer: Issuer,
        length: usize,
    ) -> Result<Labelled, TooIntricate> {
        if length == LONGEST_PATH {
            return Err(TooIntricate);
        }
        let mut data = String::new();
        for (hash, related) in self.related(node, &issuer)? {
            data.push_str(&hash);
            let path;
            (issuer, path) = self.least_path(related, issuer, length)?;
            data.push_str(&path);
        }
        Ok((issuer, sha256(&data)))
    }

    /// The blank nodes that share a statement with this one, once for each occurrence, by [Hash Related Blank
    /// Node](https://www.w3.org/TR/rdf-canon/#hash-related-blank-node).
    fn related(
        &mut self,
        node: usize,
        issuer: &Issuer,
    ) -> Result<BTreeMap<String, Vec<usize>>, TooIntricate> {
        let dataset = self.dataset;
        let mut related: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for statement in dataset.statements(node) {
            for (position, other) in statement.positions().filter(|(_, other)| *other != node) {
                self.step(STEPS_OF_HASH)?;
                let mut input = position.to_owned();
                if position != "g" {
                    input.push_str(statement.predicate());
                }
                match self.canonical.label(other).or_else(|| issuer.label(other)) {
                    Some(label) => input.push_str(&label),
                    None => input.push_str(dataset.first_degree(other)),
                }
                related.entry(sha256(&input)).or_default().push(other);
            }
        }
        Ok(related)
    }

    /// The least path through some nodes, over all their orders.
    fn least_path(
        &mut self,
        mut nodes: Vec<usize>,
        issuer: Issuer,
        length: usize,
    ) -> Result<Labelled, TooIntricate> {
        nodes.sort_unstable();
        let mut order = nodes.clone();
        let mut least = (Issuer::new(""), String::new());
        while next_permutation(&mut order) {
            self.step(order.len() + issuer.order().len())?;
            let path = self.path(&order, issuer.clone(), &least.1, length)?;
            least = path.unwrap_or(least);
        }
        // The first order is last, because it can then take the issuer without a copy: usually there is no other order.
        let path = self.path(&nodes, issuer, &least.1, length)?;
        Ok(path.unwrap_or(least))
    }

    /// The path through some nodes in this order; `None` as soon as it is not less than the least one so far.
    fn path(
        &mut self,
        nodes: &[usize],
        mut issuer: Issuer,
        least: &str,
        length: usize,
    ) -> Result<Option<Labelled>, TooIntricate> {
        let is_greater =
            |path: &str| !least.is_empty() && path.len() >= least.len() && path > least;
        let mut path = String::new();
        let mut unvisited = Vec::new();
        for node in nodes {
            if let Some(label) = self.canonical.label(*node) {
                path.push_str(&label);
            } else {
                if issuer.label(*node).is_none() {
                    unvisited.push(*node);
                }
                path.push_str(&issuer.issue(*node));
            }
            if is_greater(&path) {
                return Ok(None);
            }
        }
        for node in unvisited {
            path.push_str(&issuer.issue(node));
            let (onward, hash) = self.onward(node, issuer, length + 1)?;
            issuer = onward;
            for piece in ["<", &hash, ">"] {
                path.push_str(piece);
            }
            if is_greater(&path) {
                return Ok(None);
            }
        }
        let is_less = least.is_empty() || *path < *least;
        Ok(is_less.then_some((issuer, path)))
    }
}

/// Permutes a list into its next order; returns `false` after the last one. A list that is sorted at first goes through
/// all its distinct orders, each once.
fn next_permutation(list: &mut [usize]) -> bool {
    let descends = list
        .windows(2)
        .rposition(|pair| pair.is_sorted_by(|a, b| a < b));
    let Some(pivot) = descends else { return false };
    let Some((value, tail)) = list.get_mut(pivot..).and_then(<[usize]>::split_first_mut) else {
        return false;
    };
    if let Some(greater) = tail.iter_mut().rfind(|other| **other > *value) {
        std::mem::swap(value, greater);
    }
    tail.reverse();
    true
}

/// An [identifier issuer](https://www.w3.org/TR/rdf-canon/#dfn-identifier-issuer): a label for each node in the order of
/// requests, starting with `<prefix>0`.
#[derive(Debug, Clone)]
pub struct Issuer {
    prefix: &'static str,
    numbers: HashMap<usize, usize>,
    order: Vec<usize>,
}

impl Issuer {
    pub fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            numbers: HashMap::new(),
            order: Vec::new(),
        }
    }

    /// The label of a node; a new one if it has none yet.
    pub fn issue(&mut self, node: usize) -> String {
        let next = self.order.len();
        let number = *self.numbers.entry(node).or_insert(next);
        if number == next {
            self.order.push(node);
        }
        self.written(number)
    }

    /// The label that a node has.
    pub fn label(&self, node: usize) -> Option<String> {
        self.numbers.get(&node).map(|number| self.written(*number))
    }

    /// The nodes with a label, in the order of issue.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    fn written(&self, number: usize) -> String {
        format!("_:{}{number}", self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::next_permutation;

    fn orders(mut list: Vec<usize>) -> Vec<Vec<usize>> {
        let mut orders = vec![list.clone()];
        while next_permutation(&mut list) {
            orders.push(list.clone());
        }
        orders
    }

    #[test]
    fn a_sorted_list_goes_through_each_order_once() {
        assert_eq!(orders(vec![]).len(), 1);
        assert_eq!(orders(vec![7]), [[7]]);
        assert_eq!(orders(vec![1, 2]), [[1, 2], [2, 1]]);
        assert_eq!(orders(vec![1, 1, 2]), [[1, 1, 2], [1, 2, 1], [2, 1, 1]]);
        let mut all = orders(vec![0, 1, 2, 3, 4]);
        assert_eq!(all.len(), 120);
        all.dedup();
        assert!(all.is_sorted());
        assert_eq!(all.len(), 120);
    }
}
