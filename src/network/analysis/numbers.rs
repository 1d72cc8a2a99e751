//! A measure of nodes as bare numbers, by which a picture is coloured or sized.

use super::measure::Computation;
use super::{Measure, Subject, Value};
use crate::network::measures::Undefined;

/// The number of each node, in their order; 1 for yes, 0 for no. `None` for a measure that is not of nodes.
///
/// # Errors
/// [`Undefined`] where the measure is undefined on this network.
pub fn numbers(measure: &Measure, of: &Subject<'_>) -> Option<Result<Vec<f64>, Undefined>> {
    let (Computation::Nodes(find) | Computation::NumberedNodes(find)) = measure.way else {
        return None;
    };
    let numbers = |values: Vec<Value>| values.iter().filter_map(Value::size).collect();
    Some(find(of).map(numbers))
}
