//! The programs in `examples/` compile, run, and print the expected output.

#[expect(dead_code, reason = "`main` is for `cargo run --example`")]
#[path = "../../examples/ask.rs"]
mod ask;
#[expect(dead_code, reason = "`main` is for `cargo run --example`")]
#[path = "../../examples/network.rs"]
mod network;
#[expect(dead_code, reason = "`main` is for `cargo run --example`")]
#[path = "../../examples/offers.rs"]
mod offers;

fn text(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap()
}

#[test]
fn loading_example_lists_every_offer_with_its_quote() {
    let mut out = Vec::new();
    offers::write_offers(&mut out).unwrap();
    let text = text(out);
    let materials = "2017-11-13  Belarus to Kaliningrad Oblast: \"If you need help";
    assert!(
        text.lines().any(|line| line.starts_with(materials)),
        "{text}"
    );
}

#[test]
fn query_example_counts_acts_by_kind() {
    let mut out = Vec::new();
    ask::write_answer(&mut out).unwrap();
    let text = text(out);
    assert!(text.lines().any(|line| line.ends_with("  Offer")), "{text}");
}

#[test]
fn network_example_draws_the_two_sides() {
    let mut out = Vec::new();
    network::write_network(&mut out).unwrap();
    let text = text(out);
    assert!(text.starts_with("digraph"), "{text}");
    for side in ["Belarus", "Kaliningrad Oblast"] {
        assert!(text.contains(side), "{text}");
    }
}
