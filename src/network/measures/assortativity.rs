//! Assortativity: whether like has to do with like.

use std::collections::BTreeMap;

use super::Undefined;
use crate::network::Projection;

/// How far ties stay among nodes of the same category, from −1 (they never do) over 0 (as if by chance) to 1 (always).
///
/// *Definition:* where `e(i, j)` is the share of ties from category `i` to category `j`, `a(i)` of those from `i` and `b(i)`
/// of those to `i`: `(Σ e(i, i) − Σ a(i) b(i)) / (1 − Σ a(i) b(i))`. Ties with an end of no category are left out.
/// *Source:* M. E. J. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003).
///
/// # Arguments
/// * `graph`: its weights are set aside; where direction is, each tie counts both ways.
/// * `categories`: that of each node, in their order; `None` for a node of no category.
///
/// # Returns
/// A coefficient of at most 1.
///
/// # Errors
/// Undefined where no tie has a category at both ends, and where all that have are from one category to the same.
///
/// # Complexity
/// Time **O(|V| + |E| log |C|)**, space **O(|C|)**, where **|V|** is the number of nodes, **|E|** of ties and **|C|** of
/// categories.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::assortativity;
///
/// let graph = Projection::from_ties(4, [(0, 1, 1.0), (2, 3, 1.0)])?;
/// let sides = [Some("north"), Some("north"), Some("south"), Some("south")];
/// assert_eq!(assortativity(&graph, &sides), Ok(1.0));
/// assert!(assortativity::<&str>(&Projection::from_ties(0, [])?, &[]).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of ties are far below 2⁵³"
)]
pub fn assortativity<C: Ord>(
    graph: &Projection,
    categories: &[Option<C>],
) -> Result<f64, Undefined> {
    let category = |node: u32| categories.get(node as usize).and_then(Option::as_ref);
    let (mut ties, mut within) = (0_u128, 0_u128);
    let mut ends: BTreeMap<&C, [u128; 2]> = BTreeMap::new();
    for node in graph.nodes() {
        let Some(from) = category(node) else { continue };
        for to in graph
            .successors(node)
            .iter()
            .filter_map(|&next| category(next))
        {
            ties += 1;
            within += u128::from(from == to);
            let [leaving, _] = ends.entry(from).or_default();
            *leaving += 1;
            let [_, arriving] = ends.entry(to).or_default();
            *arriving += 1;
        }
    }
    if ties == 0 {
        return Err(Undefined::since("no tie has a category at both ends"));
    }
    // In whole numbers, so that it is exact whether the denominator is 0.
    let by_chance: u128 = ends
        .values()
        .map(|[leaving, arriving]| leaving * arriving)
        .sum();
    let all = ties * ties;
    if by_chance == all {
        return Err(Undefined::since("all ties are within one category"));
    }
    Ok(((within * ties) as f64 - by_chance as f64) / (all - by_chance) as f64)
}
