//! The command line, one file per command or concern.

mod acts;
mod analyze;
mod arguments;
mod chart;
mod check;
mod export;
mod find;
mod graph;
mod graph_page;
mod interrupt;
mod kill;
mod locate;
mod names;
mod new;
mod output;
mod path;
mod query;
