//! The read model: a graph as typed acts, events, texts, kinds and entities, with their evidence and inferences.
//!
//! [`Records`] are built in one pass over quads and need no store; pages, workbooks, charts and the network read
//! them. Nodes are [`Id`]s in the order of their IRIs, so that a list sorted by id is always in the same order. Texts
//! are shared: a clone copies no words.
//!
//! ```
//! use bilateral::records::Records;
//!
//! let dossier = bilateral::dossier::built_in()?;
//! let graph = bilateral::load::load(&[dossier], bilateral::model::InferencePolicy::All).unwrap();
//! let records = Records::from_quads(graph.quads.iter().chain(graph.derived()));
//! let offers = records
//!     .acts()
//!     .iter()
//!     .filter(|act| records.label(act.kind) == "Offer");
//! for offer in offers {
//!     println!("{}: {:?}", offer.sentence, offer.quote);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod act;
mod arena;
mod as_of;
mod boundary;
mod chain;
mod contents;
mod counting;
mod entity;
mod event;
mod evidence;
mod figure;
mod filter;
mod inference;
mod kind;
mod level;
mod membership;
mod presence;
mod statements;
mod terms;
mod text;
mod when;

pub use act::Act;
pub use arena::Records;
pub use boundary::Boundary;
pub use chain::FollowUp;
pub use counting::{Claim, claims, differ, echoes, is_echo, is_echo_of, meetings_once};
pub use entity::Entity;
pub use event::{Event, Side};
pub use evidence::Evidence;
pub use figure::Figure;
pub use filter::ActFilter;
pub use inference::Inference;
pub use kind::Kind;
pub use membership::Membership;
pub use presence::Participant;
pub use terms::{Id, Literal, Value};
pub use text::Text;
pub use when::{When, in_words};

pub use crate::derive::Outcome;
