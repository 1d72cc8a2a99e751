//! The permutations of a list.

/// Permutes a list into its next order; returns `false` after the last one. A list that is sorted at first goes through
/// all its distinct orders, each once.
pub fn next(list: &mut [usize]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::next;

    fn orders(mut list: Vec<usize>) -> Vec<Vec<usize>> {
        let mut orders = vec![list.clone()];
        while next(&mut list) {
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
