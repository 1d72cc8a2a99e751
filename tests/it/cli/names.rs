//! Names as people type them: in any spelling, and people and sides by a part of the name.

use crate::support::program::stdout;
use crate::support::scratch::Scratch;

/// The first line of the page on an entity of the built-in dossier.
fn title(name: &str) -> String {
    let page = stdout(&["show", name]);
    page.lines().next().unwrap().to_owned()
}

#[test]
fn surname_letter_case_blanks_and_script_do_not_matter() {
    for (typed, label) in [
        ("lukashenko", "Aleksandr Lukashenko"),
        (" Lukashenko ", "Aleksandr Lukashenko"),
        ("LUKASHENKA", "Aleksandr Lukashenko"),
        ("Лукашенко", "Aleksandr Lukashenko"),
        ("лукашэнка", "Aleksandr Lukashenko"),
        ("alexander  lukashenko", "Aleksandr Lukashenko"),
        ("alikhanov", "Anton Alikhanov"),
        ("Алиханов", "Anton Alikhanov"),
        ("антон алиханов", "Anton Alikhanov"),
        ("Калининград", "Kaliningrad"),
        ("калининградская область", "Kaliningrad Oblast"),
        ("Kaliningrad-Oblast", "Kaliningrad Oblast"),
        ("Беларусь", "Belarus"),
        ("минск", "Minsk"),
    ] {
        assert_eq!(title(typed), label, "{typed}");
    }
}

#[test]
fn side_is_named_by_a_word_where_an_actor_is_needed() {
    let acts = |name: &str| stdout(&["acts", "--by", name, "--format", "csv"]);
    let expected = acts("kaliningrad-oblast");
    for name in ["Kaliningrad", "kaliningrad", "Калининград"] {
        assert_eq!(acts(name), expected, "{name}");
    }
    let query = |by: &str| stdout(&["query", "commitments", by, "--format", "csv"]);
    assert_eq!(query("by=lukashenko"), query("by=aleksandr-lukashenko"));
}

#[test]
fn ambiguous_name_lists_its_candidates() {
    let scratch = Scratch::base();
    scratch.add(
        "\n[[entity]]\nid = \"ada-holt\"\nkind = \"Person\"\nname = \"Ada Holt\"\n\
         [[entity]]\nid = \"lamp\"\nkind = \"Good\"\nname = \"Light\"\n\
         [[entity]]\nid = \"light\"\nkind = \"Good\"\nname = \"Bulb\"\n\
         [[entity]]\nid = \"glow\"\nkind = \"Topic\"\nname = \"light!\"\n\
         [[entity]]\nid = \"shine\"\nkind = \"Good\"\nname = \"LIGHT\"\n",
    );
    let printed = scratch.run(&["show", "Holt"]).fails(2);
    let words = "`Holt` is ambiguous: it names `id:ada-holt` and `id:mira-holt`; use one of these";
    assert!(printed.contains(words), "{printed}");
    let printed = scratch.run(&["acts", "--item", "Light"]).fails(2);
    let words = "`Light` is ambiguous: it names `item:lamp` and `item:shine`; use one of these";
    assert!(printed.contains(words), "{printed}");
    // The slug and the whole name are not ambiguous.
    scratch.run(&["show", "light"]).quietly();
    scratch.run(&["show", "mira holt"]).quietly();
}

#[test]
fn people_and_sides_rank_before_events() {
    let scratch = Scratch::base();
    scratch.add(
        "\n[[event]]\nid = \"holt-visit\"\nname = \"Mira Holt\"\nstatus = \"planned\"\ndate = \"2021\"\nsides.norland = [\"jonas-reed\"]\n",
    );
    let page = scratch.run(&["show", "mira holt"]).quietly();
    assert!(page.contains("id:mira-holt"), "{page}");
    // As a suggestion, too: an event with the shorter slug is last.
    let printed = scratch.run(&["show", "of kestrel"]).fails(2);
    assert!(
        printed.contains("did you mean `governor-of-kestrel-coast`"),
        "{printed}"
    );
}

#[test]
fn part_of_another_name_is_not_guessed() {
    for name in ["league", "port", "fair", "-", ""] {
        let printed = Scratch::base().run(&["show", name]).fails(2);
        assert!(printed.contains("unknown entity"), "{printed}");
    }
}
