//! x
fn main() {
    let d = bilateral::dossier::built_in().unwrap();
    match bilateral::rdf::load(&[d]) {
        Ok(g) => { for q in &g.quads { println!("{q} ."); } }
        Err(e) => { eprintln!("{}", bilateral::diagnostic::render(&e, false)); }
    }
}
