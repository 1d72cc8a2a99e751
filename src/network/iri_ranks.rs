//! Ties in order: to compare long IRIs again and again is slow, so each gets its place among all.

use std::collections::HashMap;

use oxigraph::model::NamedNode;

use super::Tie;

/// The places of source, target and relation of each tie among all IRIs, in their alphabetical order.
pub struct IriRanks {
    of_ties: Vec<[usize; 3]>,
    /// Each IRI, and whether it is a node.
    names: Vec<(NamedNode, bool)>,
}

impl IriRanks {
    pub(crate) fn of(ties: &[Tie]) -> Self {
        // Only looked up, never gone through.
        let mut numbers: HashMap<&NamedNode, usize> = HashMap::new();
        let mut names: Vec<(&NamedNode, bool)> = Vec::new();
        let mut number = |name, is_node: bool| {
            let number = *numbers.entry(name).or_insert(names.len());
            match names.get_mut(number) {
                Some((_, known)) => *known |= is_node,
                None => names.push((name, is_node)),
            }
            number
        };
        let numbered: Vec<[usize; 3]> = ties
            .iter()
            .map(|tie| {
                let ends = [number(&tie.source, true), number(&tie.target, true)];
                let [source, target] = ends;
                [source, target, number(&tie.relation, false)]
            })
            .collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|number| names.get(*number));
        let mut places = vec![0; names.len()];
        for (place, number) in order.iter().enumerate() {
            if let Some(of_name) = places.get_mut(*number) {
                *of_name = place;
            }
        }
        let place = |number: usize| places.get(number).copied().unwrap_or_default();
        let sorted = order.iter().filter_map(|number| names.get(*number));
        Self {
            of_ties: numbered.into_iter().map(|tie| tie.map(place)).collect(),
            names: sorted
                .map(|(name, is_node)| ((*name).clone(), *is_node))
                .collect(),
        }
    }

    /// The nodes, ascending, with their places.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (usize, NamedNode)> {
        let nodes = self
            .names
            .iter()
            .enumerate()
            .filter(|(_, (_, is_node))| *is_node);
        nodes.map(|(place, (name, _))| (place, name.clone()))
    }

    /// The ties with the same source, target and relation together, ascending: the places of the ends, the relation, and
    /// the ties in the order in which they came.
    pub(crate) fn bundles(
        self,
        ties: Vec<Tie>,
    ) -> impl Iterator<Item = ([usize; 2], NamedNode, Vec<Tie>)> {
        let mut sorted: Vec<([usize; 3], Tie)> = self.of_ties.into_iter().zip(ties).collect();
        sorted.sort_by_key(|(places, _)| *places);
        let mut sorted = sorted.into_iter().peekable();
        std::iter::from_fn(move || {
            let (places, first) = sorted.next()?;
            let relation = first.relation.clone();
            let mut bundle = vec![first];
            while let Some((_, tie)) = sorted.next_if(|(next, _)| *next == places) {
                bundle.push(tie);
            }
            let [source, target, _] = places;
            Some(([source, target], relation, bundle))
        })
    }
}
