//! Work that is done from each node of a graph in turn, by several threads, with the same bits whatever their number.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

/// Nodes that one thread takes at a time. Sums are rounded block by block, so this is part of the result.
const BLOCK: u32 = 32;

/// The sum of what each node adds, in blocks of nodes that are summed in their order.
///
/// `worker` makes what a thread needs: a function that adds what a node as source contributes to each node. A thread that
/// is done with a block waits until all blocks before it are added, so no more than one for each thread is kept.
pub fn sum<W: FnMut(u32, &mut [f64])>(
    nodes: Range<u32>,
    threads: NonZeroUsize,
    worker: impl Fn() -> W + Sync,
) -> Vec<f64> {
    let length = nodes.len();
    let total = Mutex::new((0_u32, vec![0.0; length]));
    let turn = Condvar::new();
    let next = AtomicU32::new(0);
    let blocks = nodes.end.div_ceil(BLOCK);
    let work = || {
        let mut add = worker();
        let mut own = vec![0.0; length];
        loop {
            let block = next.fetch_add(1, Ordering::Relaxed);
            if block >= blocks {
                return;
            }
            own.fill(0.0);
            let first = block * BLOCK;
            for source in first..first.saturating_add(BLOCK).min(nodes.end) {
                add(source, &mut own);
            }
            let Ok(mut held) = total
                .lock()
                .and_then(|held| turn.wait_while(held, |held| held.0 != block))
            else {
                return;
            };
            for (sum, value) in held.1.iter_mut().zip(&own) {
                *sum += value;
            }
            held.0 += 1;
            turn.notify_all();
        }
    };
    in_threads(threads.get().min(blocks as usize), &work);
    total.into_inner().map(|(_, sums)| sums).unwrap_or_default()
}

/// What each node gives, in the order of the nodes.
pub fn map<T: Send + Clone + Default, W: FnMut(u32) -> T>(
    nodes: Range<u32>,
    threads: NonZeroUsize,
    worker: impl Fn() -> W + Sync,
) -> Vec<T> {
    let mut values = vec![T::default(); nodes.len()];
    let blocks = values
        .chunks_mut(BLOCK as usize)
        .zip((0..nodes.end).step_by(BLOCK as usize));
    let blocks = Mutex::new(blocks);
    let work = || {
        let mut of = worker();
        loop {
            let Some((block, first)) = blocks.lock().ok().and_then(|mut blocks| blocks.next())
            else {
                return;
            };
            for (value, source) in block.iter_mut().zip(first..) {
                *value = of(source);
            }
        }
    };
    in_threads(
        threads.get().min(nodes.len().div_ceil(BLOCK as usize)),
        &work,
    );
    values
}

/// Does the same in so many threads, this one among them.
fn in_threads(threads: usize, work: &(impl Fn() + Sync)) {
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
}
