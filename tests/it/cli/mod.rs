//! The command line, one file per command or concern.

mod analyze;
mod arguments;
mod chart;
mod check;
mod export;
mod graph;
mod interrupt;
mod kill;
mod locate;
mod new;
mod output;
mod path;
mod query;
