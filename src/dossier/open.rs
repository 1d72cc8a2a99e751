//! Finds dossiers and opens them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use oxigraph::model::NamedNode;

use super::files::{self, Found};
use super::misplaced::{self, MANIFEST};
use super::read::Reader;
use super::{Dossier, DossierError};

/// The SHACL shapes of the model, for tools that validate RDF: the data must not contain them.
const SHAPES: &str = "ontology/shapes.ttl";

/// Whether a folder is a dossier: it has `data/dossier.toml`.
#[must_use]
pub fn is_dossier(folder: &Path) -> bool {
    folder.join("data").join("dossier.toml").is_file()
}

/// Reads the dossier in a folder, or each of the dossiers directly below it, in the order of their names.
///
/// # Errors
/// [`DossierError::Missing`], [`DossierError::File`] or [`DossierError::Within`] if it has none, [`DossierError::Io`] if the system refuses a
/// file.
pub fn open(folder: &Path) -> Result<Vec<Dossier>, DossierError> {
    open_all(&[folder])
}

/// Reads the dossiers in several folders; one that is found twice is read once.
///
/// # Errors
/// As [`open`].
pub fn open_all(folders: &[impl AsRef<Path>]) -> Result<Vec<Dossier>, DossierError> {
    let mut known = BTreeSet::new();
    let mut dossiers = Vec::new();
    for folder in folders {
        for root in roots(folder.as_ref())? {
            let place = root.canonicalize().unwrap_or_else(|_| root.clone());
            if known.insert(place) {
                dossiers.push(read(Some(&root))?);
            }
        }
    }
    Ok(dossiers)
}

/// The folder if it is a dossier, or the one above if it is the `data` of a dossier.
#[must_use]
pub fn root_at(folder: &Path) -> Option<PathBuf> {
    if is_dossier(folder) {
        return Some(folder.to_owned());
    }
    above_data(folder).filter(|above| is_dossier(above))
}

/// The dossier at a folder, else those directly below it.
fn roots(folder: &Path) -> Result<Vec<PathBuf>, DossierError> {
    if let Some(root) = root_at(folder) {
        return Ok(vec![root]);
    }
    let mut roots = below(folder)?;
    roots.retain(|path| is_dossier(path));
    if roots.is_empty() {
        return Err(missing(folder));
    }
    Ok(roots)
}

/// The folder above one that is called `data`.
fn above_data(folder: &Path) -> Option<PathBuf> {
    let is_data = |path: &Path| path.file_name().is_some_and(|name| name == "data");
    match folder.parent().filter(|_| is_data(folder)) {
        Some(empty) if empty == Path::new("") => Some(PathBuf::from(".")),
        Some(parent) => Some(parent.to_owned()),
        // `.` in the folder itself.
        None => is_data(&folder.canonicalize().ok()?).then(|| folder.join("..")),
    }
}

/// The dossier that contains a file or folder, at any depth.
#[must_use]
pub fn find_root(path: &Path) -> Option<PathBuf> {
    let whole = path.canonicalize().ok()?;
    // As it was typed, as far as that reaches.
    let above = path.ancestors().skip(1).chain(whole.ancestors().skip(1));
    let mut above = above.map(|path| match path {
        empty if empty == Path::new("") => Path::new("."),
        path => path,
    });
    above.find(|path| is_dossier(path)).map(Path::to_owned)
}

/// Whether a path is in one of the folders of a dossier that are read.
#[must_use]
pub fn is_within(path: &Path, root: &Path) -> bool {
    let (Ok(path), Ok(root)) = (path.canonicalize(), root.canonicalize()) else {
        return false;
    };
    let folders = ["data", "ontology", "queries"];
    folders
        .iter()
        .any(|folder| path.starts_with(root.join(folder)))
}

/// The error for a path that is not a dossier, with the dossier around it if one exists.
fn missing(folder: &Path) -> DossierError {
    match find_root(folder) {
        Some(dossier) => DossierError::Within {
            folder: folder.to_owned(),
            dossier,
        },
        None if folder.is_file() => DossierError::File(folder.to_owned()),
        None => DossierError::Missing(folder.to_owned()),
    }
}

/// The SHACL shapes of the model, in Turtle.
#[must_use]
pub fn shapes() -> &'static [u8] {
    files::embedded_file(SHAPES)
}

/// Reads the example that is embedded in the binary.
///
/// # Errors
/// Those of [`open`] except `Missing`; a test shows that there are none.
pub fn built_in() -> Result<Dossier, DossierError> {
    read(None)
}

/// Reads an RDF file, or a fact sheet with its readout, that is in no dossier: as a dossier that holds nothing else, with
/// the embedded ontology and queries. Relative IRIs are resolved against `base`, by default the file's own IRI.
///
/// # Errors
/// [`DossierError::Io`] if the file does not exist.
pub fn open_file(file: &Path, base: Option<&NamedNode>) -> Result<Dossier, DossierError> {
    let found = files::with_neighbours(file)?;
    let base = base.map_or_else(|| files::iri(file), |base| Ok(base.clone()))?;
    let mut reader = Reader::default();
    let mut dossier = Dossier {
        readouts: reader.readouts(&found),
        reference: reader.rdf(&found),
        ..shared(|_| Ok(Vec::new()), &mut reader)?
    };
    for file in &mut dossier.reference {
        file.base = Some(base.clone());
    }
    reader.finish(&mut dossier);
    Ok(dossier)
}

fn below(folder: &Path) -> Result<Vec<PathBuf>, DossierError> {
    if !folder.is_dir() {
        return Err(missing(folder));
    }
    let list = || -> io::Result<Vec<PathBuf>> {
        let entries = folder.read_dir()?;
        entries.map(|entry| Ok(entry?.path())).collect()
    };
    let mut paths = list().map_err(|source| files::io(folder, source))?;
    // A hidden one may be a dossier that was begun and not finished.
    paths.retain(|path| !files::is_passed_over(path));
    paths.sort();
    Ok(paths)
}

/// Reads one dossier: its data, and the embedded ontology and queries with the dossier's own laid over them.
fn read(root: Option<&Path>) -> Result<Dossier, DossierError> {
    let tree = |folder: &str| match root {
        Some(root) => files::on_disk(root, folder),
        None => Ok(files::embedded(&format!("{folder}/"))),
    };
    let mut reader = Reader::default();
    let data = tree("data")?;
    reader.outside(&data);
    let manifest = data.iter().find(|file| file.path == MANIFEST);
    let mut dossier = Dossier {
        manifest: manifest.and_then(|file| reader.text(file)),
        readouts: reader.readouts(&data),
        reference: reader.rdf(&data),
        ..shared(tree, &mut reader)?
    };
    reader.unusable.extend(misplaced::files(&data));
    let sheetless = misplaced::sheetless(&data);
    reader.lacks_names |= !sheetless.is_empty();
    reader.unusable.extend(sheetless);
    reader.finish(&mut dossier);
    Ok(dossier)
}

/// What every dossier has: the embedded ontology and queries, with those of a tree laid over them.
fn shared(
    tree: impl Fn(&str) -> Result<Vec<Found>, DossierError>,
    reader: &mut Reader,
) -> Result<Dossier, DossierError> {
    let mut files = |folder: &str| {
        let own = tree(folder)?;
        reader.outside(&own);
        Ok(overlay(&format!("{folder}/"), own))
    };
    let mut ontology = files("ontology")?;
    ontology.retain(|file| file.path != SHAPES);
    let queries = [
        files("queries/answers")?,
        files("queries/views")?,
        files("queries/checks")?,
    ];
    let ontology = reader.rdf(&ontology);
    let [answers, views, checks] = queries.map(|files| reader.queries(&files));
    Ok(Dossier {
        ontology,
        answers,
        views,
        checks,
        ..Dossier::default()
    })
}

/// The embedded files of a folder, with the dossier's own added, those of the same name replaced.
fn overlay(folder: &str, own: Vec<Found>) -> Vec<Found> {
    let files = files::embedded(folder).into_iter().chain(own);
    let by_path: BTreeMap<String, Found> = files.map(|file| (file.path.clone(), file)).collect();
    by_path.into_values().collect()
}
