//! One value for each node, indexed by node.

use std::ops::{Index, IndexMut};

/// Values in the order of the nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct PerNode<T>(Vec<T>);

impl<T: Clone> PerNode<T> {
    /// The same value for each of some nodes.
    pub fn all(nodes: usize, value: T) -> Self {
        Self(vec![value; nodes])
    }

    /// Sets the value of each node.
    pub fn fill(&mut self, value: T) {
        self.0.fill(value);
    }
}

impl<T> PerNode<T> {
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }
}

impl<T> From<Vec<T>> for PerNode<T> {
    fn from(values: Vec<T>) -> Self {
        Self(values)
    }
}

impl<T> FromIterator<T> for PerNode<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T> Index<u32> for PerNode<T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "the nodes of a projection are 0, 1, 2 …, and measures hold a value for each"
    )]
    fn index(&self, node: u32) -> &T {
        &self.0[node as usize]
    }
}

impl<T> IndexMut<u32> for PerNode<T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "the nodes of a projection are 0, 1, 2 …, and measures hold a value for each"
    )]
    fn index_mut(&mut self, node: u32) -> &mut T {
        &mut self.0[node as usize]
    }
}
