//! Which file of the crate imports which: read from the source, so that a test can refuse cycles.
//!
//! A file imports another if it names an item that is defined there, in `use` or in a path in its code. A `pub use` is
//! followed to the file that defines the item; a private `use` is not. `mod x;` and re-exports are no imports unless the
//! file uses the name in its own code. Methods are not resolved: an `impl` in another file than its type goes unseen.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A path from the root of the crate, `["rdf", "parse", "Parsed"]`, or one as it is written.
type Names = Vec<String>;
/// For each file the files that it imports, with the paths by which it does.
pub type Imports = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;
type Modules<'a> = BTreeMap<Names, &'a File>;

/// Reads the imports of some files: their paths below `src`, and their texts.
pub fn imports(files: &[(String, String)]) -> Imports {
    let files: Vec<File> = files
        .iter()
        .map(|(path, text)| File::new(path, text))
        .collect();
    let modules: Modules<'_> = files
        .iter()
        .map(|file| (file.module.clone(), file))
        .collect();
    let mut imports = Imports::new();
    for file in files.iter().filter(|file| !file.module.is_empty()) {
        let targets = imports.entry(file.path.clone()).or_default();
        for path in file.uses(&modules) {
            let (target, _) = resolve(&modules, &path);
            if target.path != file.path {
                let paths = targets.entry(target.path.clone()).or_default();
                paths.insert(path.join("::"));
            }
        }
    }
    imports
}

/// The groups of files that import each other, directly or through others.
pub fn cycles(imports: &Imports) -> Vec<Vec<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (file.as_str(), reachable(imports, file)))
        .collect();
    let mut cycles = BTreeSet::new();
    for (file, targets) in &reached {
        let back = targets.iter().filter(|target| {
            let from_target = reached.get(*target);
            from_target.is_some_and(|targets| targets.contains(file))
        });
        let cycle: Vec<&str> = back.copied().collect();
        if !cycle.is_empty() {
            cycles.insert(cycle);
        }
    }
    cycles.into_iter().collect()
}

fn reachable<'a>(imports: &'a Imports, file: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        for target in imports.get(file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(target.as_str()) {
                open.push(target);
            }
        }
    }
    reached
}

/// The file that defines what a path names, and whether that is a module.
fn resolve<'a>(modules: &Modules<'a>, path: &[String]) -> (&'a File, bool) {
    let mut length = 0;
    while length < path.len() && modules.contains_key(&path[..=length]) {
        length += 1;
    }
    let file = modules[&path[..length]];
    let Some((name, rest)) = path[length..].split_first() else {
        return (file, true);
    };
    match file.reexports.get(name) {
        Some(target) => resolve(modules, &[target, rest].concat()),
        None => (file, false),
    }
}

/// What one file says about names.
#[derive(Default)]
struct File {
    path: String,
    module: Names,
    children: BTreeSet<String>,
    /// The paths of `pub use` and of `use`, by their local names.
    reexports: BTreeMap<String, Names>,
    imports: BTreeMap<String, Names>,
    /// The paths in its code, each with the number of inline modules around it.
    paths: Vec<(Names, usize)>,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        let names = Path::new(path).with_extension("");
        let names = names.iter().map(|name| name.to_str().unwrap().to_owned());
        let is_module = |name: &String| !matches!(name.as_str(), "mod" | "lib" | "main");
        let mut file = Self {
            path: path.to_owned(),
            module: names.filter(is_module).collect(),
            ..Self::default()
        };
        file.read(&without_tests(&tokens(text)));
        file
    }

    /// The paths from the root of everything that the code uses.
    fn uses(&self, modules: &Modules<'_>) -> Vec<Names> {
        let mut uses = Vec::new();
        let mut heads = BTreeSet::new();
        for (path, inline) in &self.paths {
            let (head, rest) = path.split_first().unwrap();
            let target = self.reexports.get(head);
            if rest.is_empty() {
                uses.extend(target.cloned());
                continue;
            }
            let local = || Some([target.or(self.imports.get(head))?, rest].concat());
            uses.extend(self.absolute(path, *inline).or_else(local));
            heads.insert(head);
        }
        // An import of a module is seen in the paths that begin with it.
        let imports = self.imports.iter();
        let imports =
            imports.filter(|(name, path)| !heads.contains(name) || !resolve(modules, path).1);
        uses.extend(imports.map(|(_, path)| path.clone()));
        uses
    }

    /// A path from the root; `None` for one that begins with an import or with another crate.
    fn absolute(&self, path: &[String], inline: usize) -> Option<Names> {
        let head = path.first()?.as_str();
        let supers = path.iter().take_while(|name| *name == "super").count();
        let own = self
            .module
            .len()
            .saturating_sub(supers.saturating_sub(inline));
        let rest = match head {
            "crate" => return Some(path[1..].to_vec()),
            "self" => &path[1..],
            "super" => &path[supers..],
            child if self.children.contains(child) => path,
            _ => return None,
        };
        Some([&self.module[..own], rest].concat())
    }

    fn read(&mut self, tokens: &[String]) {
        let (mut at, mut depth) = (0, 0);
        let mut inline = Vec::new();
        while at < tokens.len() {
            let next = tokens.get(at + 1).map_or("", String::as_str);
            match tokens[at].as_str() {
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    inline.pop_if(|opened| *opened == depth);
                }
                "mod" if tokens.get(at + 2).is_some_and(|token| token == ";") => {
                    self.children.insert(next.to_owned());
                }
                "mod" => inline.push(depth),
                "use" if next != "<" => {
                    at = self.use_item(tokens, at, inline.len());
                    continue;
                }
                token if is_name(token) => {
                    let is_member = at > 0 && matches!(tokens[at - 1].as_str(), "." | "fn");
                    let mut path = vec![token.to_owned()];
                    while tokens.get(at + 1).is_some_and(|token| token == "::")
                        && tokens.get(at + 2).is_some_and(|token| is_name(token))
                    {
                        at += 2;
                        path.push(tokens[at].clone());
                    }
                    // A name in lower case that is not called is a variable.
                    let is_variable = path.len() == 1
                        && !token.starts_with(char::is_uppercase)
                        && tokens.get(at + 1).is_none_or(|token| token != "(");
                    if !is_member && !is_variable {
                        self.paths.push((path, inline.len()));
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads a `use`; returns the place behind it.
    fn use_item(&mut self, tokens: &[String], at: usize, inline: usize) -> usize {
        let before = tokens[..at].last();
        let is_public = before.is_some_and(|token| token == "pub" || token == ")");
        let (tree, end) = use_tree(tokens, at + 1, &[]);
        for (name, path) in tree {
            if let Some(path) = self.absolute(&path, inline) {
                let names = if is_public {
                    &mut self.reexports
                } else {
                    &mut self.imports
                };
                names.insert(name, path);
            }
        }
        end
    }
}

/// The paths of a use tree by their local names, and the place behind it.
fn use_tree(tokens: &[String], mut at: usize, prefix: &[String]) -> (Vec<(String, Names)>, usize) {
    let mut path = prefix.to_vec();
    loop {
        match tokens[at].as_str() {
            "{" => {
                let mut found = Vec::new();
                at += 1;
                while tokens[at] != "}" {
                    let (branch, end) = use_tree(tokens, at, &path);
                    found.extend(branch);
                    at = end + usize::from(tokens[end] == ",");
                }
                return (found, at + 1);
            }
            "::" => {}
            name => path.push(name.to_owned()),
        }
        at += 1;
        if tokens[at] != "::" && tokens[at - 1] != "::" {
            path.pop_if(|name| name == "self");
            let name = path.last().cloned().unwrap_or_default();
            return match tokens[at].as_str() {
                "as" => (vec![(tokens[at + 1].clone(), path)], at + 2),
                _ => (vec![(name, path)], at),
            };
        }
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The tokens outside of test modules.
fn without_tests(tokens: &[String]) -> Names {
    const TESTS: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Names::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].starts_with(&TESTS.map(str::to_owned)) {
            let (mut depth, mut last) = (0, String::new());
            at += TESTS.len();
            while depth > 0 || !matches!(last.as_str(), ";" | "}") {
                last.clone_from(&tokens[at]);
                depth += i32::from(last == "{") - i32::from(last == "}");
                at += 1;
            }
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Names, `::` and single characters; comments, texts and blanks are left out.
fn tokens(text: &str) -> Names {
    let mut tokens = Names::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_raw = |hashes: usize| {
            rest[1..].trim_start_matches('#').starts_with('"')
                && rest[1..].starts_with(&"#".repeat(hashes))
        };
        let name = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == 'r' && is_raw(0) {
            let hashes = rest[1..].find('"').unwrap();
            let end = format!("\"{}", "#".repeat(hashes));
            let begin = hashes + 2;
            begin + rest[begin..].find(&end).unwrap() + end.len()
        } else if first == '"' {
            closing(rest, '"')
        } else if first == '\'' {
            let is_character = rest[1..].starts_with('\\') || rest.chars().nth(2) == Some('\'');
            if is_character { closing(rest, '\'') } else { 1 }
        } else if name > 0 {
            tokens.push(rest[..name].to_owned());
            name
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a literal that ends with its next quotation mark that is not escaped.
fn closing(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = text[1..].find(|c: char| {
        let ends = c == mark && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.unwrap() + 2
}
