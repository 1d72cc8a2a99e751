//! From a folder, or from nothing, to a dossier.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{self, Bytes, Found};
use super::misplaced::{self, MANIFEST, MISPLACED_SHEET};
use super::text::{self, LARGEST_SHEET, LARGEST_TEXT};
use super::{Dossier, DossierError, RdfFile, ReadoutFiles};
use crate::diagnostic::{Finding, Place, SourceText};

/// The largest RDF file, in bytes.
const LARGEST_RDF: u64 = 512 << 20;
/// The SHACL shapes of the model, for tools that judge RDF by them: what is judged must not hold them.
const SHAPES: &str = "ontology/shapes.ttl";
/// Extensions of RDF files.
const RDF_EXTENSIONS: [&str; 6] = ["ttl", "nt", "nq", "trig", "rdf", "jsonld"];

/// Whether a folder is a dossier: it holds `data/dossier.toml`.
#[must_use]
pub fn is_dossier(folder: &Path) -> bool {
    folder.join("data").join("dossier.toml").is_file()
}

/// Reads the dossier in a folder, or each of the dossiers directly below it, in the order of their names.
///
/// # Errors
/// [`DossierError::Missing`] or [`DossierError::Within`] where there is none, [`DossierError::Io`] where the system
/// refuses a file.
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

/// The folder where it is a dossier, else those directly below it that are.
fn roots(folder: &Path) -> Result<Vec<PathBuf>, DossierError> {
    if is_dossier(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    let mut roots = below(folder)?;
    roots.retain(|path| is_dossier(path));
    if roots.is_empty() {
        return Err(missing(folder));
    }
    Ok(roots)
}

/// The dossier in which a file or folder lies, at any depth.
#[must_use]
pub fn around(path: &Path) -> Option<PathBuf> {
    let whole = path.canonicalize().ok()?;
    // As it was typed, as far as that reaches.
    let above = path.ancestors().skip(1).chain(whole.ancestors().skip(1));
    let mut above = above.map(|path| match path {
        empty if empty == Path::new("") => Path::new("."),
        path => path,
    });
    above.find(|path| is_dossier(path)).map(Path::to_owned)
}

/// Whether a path lies where the files of a dossier do: what else lies in its folder is not read.
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

/// Says that a folder is no dossier, and which dossier it lies in, where it does.
fn missing(folder: &Path) -> DossierError {
    match around(folder) {
        Some(dossier) => DossierError::Within {
            folder: folder.to_owned(),
            dossier,
        },
        None => DossierError::Missing(folder.to_owned()),
    }
}

/// Reads the example that the binary carries.
///
/// # Errors
/// Those of [`open`] but for `Missing`; a test holds that there are none.
pub fn built_in() -> Result<Dossier, DossierError> {
    read(None)
}

fn below(folder: &Path) -> Result<Vec<PathBuf>, DossierError> {
    if !folder.is_dir() {
        return Err(missing(folder));
    }
    let entries = folder
        .read_dir()
        .map_err(|source| files::io(folder, source))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<PathBuf>, _>>()
        .map_err(|source| files::io(folder, source))?;
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
    let [ontology, answers, views, checks] = [
        files("ontology")?,
        files("queries/answers")?,
        files("queries/views")?,
        files("queries/checks")?,
    ];
    Ok(Dossier {
        ontology: reader.rdf(&without_shapes(ontology)),
        answers: reader.queries(&answers),
        views: reader.queries(&views),
        checks: reader.queries(&checks),
        ..Dossier::default()
    })
}

/// The embedded ontology and queries alone.
pub fn embedded(reader: &mut Reader) -> Result<Dossier, DossierError> {
    shared(|_| Ok(Vec::new()), reader)
}

/// The embedded files of a folder, with the dossier's own added, those of the same name replaced.
fn overlay(folder: &str, own: Vec<Found>) -> Vec<Found> {
    let files = files::embedded(folder).into_iter().chain(own);
    let by_path: BTreeMap<String, Found> = files.map(|file| (file.path.clone(), file)).collect();
    by_path.into_values().collect()
}

/// The files of the ontology that are data: all but the shapes.
fn without_shapes(mut files: Vec<Found>) -> Vec<Found> {
    files.retain(|file| file.path != SHAPES);
    files
}

/// Bytes without the byte order mark that some editors put in front of UTF-8.
fn without_mark(bytes: Cow<'static, [u8]>) -> Cow<'static, [u8]> {
    match bytes.strip_prefix("\u{feff}".as_bytes()) {
        Some(rest) => Cow::Owned(rest.to_vec()),
        None => bytes,
    }
}

/// Reads files and remembers which of them cannot be used, so that all are told at once.
#[derive(Default)]
pub struct Reader {
    unusable: Vec<Finding>,
    lacks_names: bool,
}

impl Reader {
    /// Notes each link that leads out of the dossier, and each folder that could not be looked into.
    fn outside(&mut self, files: &[Found]) {
        for file in files.iter().filter(|file| file.is_outside()) {
            let message = "this is a link that leads out of the dossier";
            let refused = Finding::error("file-outside", Place::file(&file.name), message);
            self.unusable.push(refused.hint("put the file itself here"));
            self.lacks_names = true;
        }
        for file in files {
            let Some(why) = file.unlisted() else { continue };
            let message = format!("the folder cannot be looked into: {why}");
            let place = Place::file(&file.name);
            let refused = Finding::error("file-unreadable", place, message);
            self.unusable.push(refused);
            self.lacks_names = true;
        }
    }

    /// Hands over what cannot be used.
    pub(crate) fn finish(self, dossier: &mut Dossier) {
        dossier.unusable = self.unusable;
        dossier.lacks_names = self.lacks_names;
    }

    pub(crate) fn readouts(&mut self, data: &[Found]) -> Vec<ReadoutFiles> {
        let mut readouts = Vec::new();
        let sheets = data.iter().filter(|file| file.path != MISPLACED_SHEET);
        for sheet in sheets.filter(|file| file.path.ends_with("/facts.toml")) {
            let folder = sheet.path.trim_end_matches("facts.toml");
            let Some(slug) = folder.split('/').rev().nth(1) else {
                continue;
            };
            let text = data
                .iter()
                .find(|file| file.path.strip_prefix(folder) == Some("readout.txt"));
            let text = text.map(|text| {
                let lost = || Arc::new(SourceText::new(&text.name, ""));
                self.text(text).unwrap_or_else(lost)
            });
            match self.text_within(sheet, LARGEST_SHEET) {
                Some(facts) => readouts.push(ReadoutFiles {
                    slug: slug.to_owned(),
                    facts,
                    text,
                }),
                None => self.lacks_names = true,
            }
        }
        readouts
    }

    pub(crate) fn rdf(&mut self, found: &[Found]) -> Vec<RdfFile> {
        let mut files = Vec::new();
        for file in found {
            let extension = file.extension();
            if !RDF_EXTENSIONS.contains(&extension.as_str()) {
                continue;
            }
            match self.utf8(file, LARGEST_RDF) {
                Some(bytes) => files.push(RdfFile {
                    name: file.name.clone(),
                    extension,
                    bytes: without_mark(bytes),
                }),
                None => self.lacks_names = true,
            }
        }
        files
    }

    fn queries(&mut self, found: &[Found]) -> Vec<Arc<SourceText>> {
        let mut queries = Vec::new();
        for file in found.iter().filter(|file| file.extension() == "rq") {
            if let Some(text) = self.text(file) {
                let query = text.text().trim_start_matches('\u{feff}');
                queries.push(Arc::new(SourceText::new(text.name(), query)));
            }
        }
        queries
    }

    fn text(&mut self, file: &Found) -> Option<Arc<SourceText>> {
        self.text_within(file, LARGEST_TEXT)
    }

    /// A text file that is neither empty nor too large, and is UTF-8.
    fn text_within(&mut self, file: &Found, limit: u64) -> Option<Arc<SourceText>> {
        let bytes = self.bytes(file, limit)?;
        match text::written(&file.name, bytes.into_owned()) {
            Ok(text) => return Some(Arc::new(text)),
            Err(finding) if finding.code == "file-empty" => {
                self.unusable.push(finding.hint(remedy(file.base_name())));
            }
            Err(finding) => self.unusable.push(finding),
        }
        None
    }

    /// The bytes of a file that are UTF-8, as all syntaxes of RDF are that are read: a parser would tell of the first
    /// that is not without its place.
    fn utf8(&mut self, file: &Found, limit: u64) -> Option<Cow<'static, [u8]>> {
        let bytes = self.bytes(file, limit)?;
        if str::from_utf8(&bytes).is_ok() {
            return Some(bytes);
        }
        let finding = SourceText::from_utf8(&file.name, bytes.into_owned());
        self.unusable.extend(finding.err());
        None
    }

    /// The bytes of a file that is one, and no larger than the limit.
    fn bytes(&mut self, file: &Found, limit: u64) -> Option<Cow<'static, [u8]>> {
        let refused = |code, message: &str| Finding::error(code, Place::file(&file.name), message);
        let finding = match file.read(limit) {
            Ok(Bytes::All(bytes)) => return Some(bytes),
            Ok(Bytes::TooMany) => text::too_large(&file.name, limit).hint(match limit {
                LARGEST_RDF => "spread its statements over several files",
                LARGEST_SHEET => "record part of it beside a readout of its own",
                _ => text::ONE_TEXT,
            }),
            Ok(Bytes::NoFile) => refused(
                "file-irregular",
                "a file is needed here, not a folder, a pipe or a device",
            ),
            // Told by `outside`, as are links to whole folders.
            Ok(Bytes::Outside) => return None,
            Err(error) => refused(
                "file-unreadable",
                &format!("the file cannot be read: {error}"),
            ),
        };
        self.unusable.push(finding);
        None
    }
}

/// What an empty file of this name should hold, or what to do without it.
fn remedy(name: &str) -> &'static str {
    match name {
        "readout.txt" => {
            "paste the published text; delete the file if its words may not be kept here"
        }
        "facts.toml" => "begin it with [document], source and issued_by",
        "dossier.toml" => "give it a title and two sides",
        _ => "write the query, or delete the file",
    }
}
