//! From a folder, or from nothing, to a dossier.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;
use std::sync::Arc;

use super::files::{self, Found};
use super::{Dossier, DossierError, QueryFile, RdfFile, ReadoutFiles};
use crate::diagnostic::{Diagnostic, Place, SourceText};

/// The largest readout, fact sheet, manifest or query, in bytes: a hundred times the longest communiqué known to us.
const LARGEST_TEXT: u64 = 8 << 20;
/// The largest RDF file, in bytes.
const LARGEST_RDF: u64 = 512 << 20;
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
/// [`DossierError::Missing`] where there is none, [`DossierError::Io`] where the system refuses a file,
/// [`DossierError::Unusable`] with every file that is empty, too large or not UTF-8.
pub fn open(folder: &Path) -> Result<Vec<Dossier>, DossierError> {
    if is_dossier(folder) {
        return Ok(vec![read(Some(folder))?]);
    }
    let dossiers = below(folder)?
        .iter()
        .filter(|path| is_dossier(path))
        .map(|path| read(Some(path)))
        .collect::<Result<Vec<_>, _>>()?;
    if dossiers.is_empty() {
        return Err(DossierError::Missing(folder.to_owned()));
    }
    Ok(dossiers)
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
        return Err(DossierError::Missing(folder.to_owned()));
    }
    let entries = folder
        .read_dir()
        .map_err(|source| files::io(folder, source))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
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
    let manifest = data.iter().find(|file| file.path == "data/dossier.toml");
    let manifest = match manifest {
        Some(file) => reader.text(file)?,
        None => None,
    };
    let dossier = Dossier {
        manifest: manifest.unwrap_or_else(|| Arc::new(SourceText::new("data/dossier.toml", ""))),
        readouts: reader.readouts(&data)?,
        reference: reader.rdf(&data)?,
        ontology: reader.rdf(&overlay("ontology/", tree("ontology")?))?,
        answers: reader.queries(&overlay("queries/answers/", tree("queries/answers")?))?,
        views: reader.queries(&overlay("queries/views/", tree("queries/views")?))?,
    };
    if reader.unusable.is_empty() {
        Ok(dossier)
    } else {
        Err(DossierError::Unusable(reader.unusable))
    }
}

/// The embedded files of a folder, with the dossier's own added, those of the same name replaced.
fn overlay(folder: &str, own: Vec<Found>) -> Vec<Found> {
    let files = files::embedded(folder).into_iter().chain(own);
    let by_path: BTreeMap<String, Found> = files.map(|file| (file.path.clone(), file)).collect();
    by_path.into_values().collect()
}

/// Reads files and remembers which of them cannot be used, so that all are told at once.
#[derive(Default)]
struct Reader {
    unusable: Vec<Diagnostic>,
}

impl Reader {
    fn readouts(&mut self, data: &[Found]) -> Result<Vec<ReadoutFiles>, DossierError> {
        let mut readouts = Vec::new();
        for sheet in data
            .iter()
            .filter(|file| file.path.ends_with("/facts.toml"))
        {
            let folder = sheet.path.trim_end_matches("facts.toml");
            let Some(slug) = folder.split('/').rev().nth(1) else {
                continue;
            };
            let text = data
                .iter()
                .find(|file| file.path.strip_prefix(folder) == Some("readout.txt"));
            let text = match text {
                Some(text) => self.text(text)?,
                None => None,
            };
            if let Some(facts) = self.text(sheet)? {
                readouts.push(ReadoutFiles {
                    slug: slug.to_owned(),
                    facts,
                    text,
                });
            }
        }
        Ok(readouts)
    }

    fn rdf(&mut self, found: &[Found]) -> Result<Vec<RdfFile>, DossierError> {
        let mut files = Vec::new();
        for file in found {
            let extension = file.extension();
            if !RDF_EXTENSIONS.contains(&extension.as_str()) {
                continue;
            }
            match file.read(LARGEST_RDF)? {
                Some(bytes) => files.push(RdfFile {
                    name: file.name.clone(),
                    extension,
                    bytes,
                }),
                None => self.too_large(file, LARGEST_RDF),
            }
        }
        Ok(files)
    }

    fn queries(&mut self, found: &[Found]) -> Result<Vec<QueryFile>, DossierError> {
        let mut queries = Vec::new();
        for file in found.iter().filter(|file| file.extension() == "rq") {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            if let Some(text) = self.text(file)? {
                queries.push(QueryFile {
                    stem: name.trim_end_matches(".rq").to_owned(),
                    text,
                });
            }
        }
        Ok(queries)
    }

    /// A text file that is neither empty nor too large, and is UTF-8.
    fn text(&mut self, file: &Found) -> Result<Option<Arc<SourceText>>, DossierError> {
        let Some(bytes) = file.read(LARGEST_TEXT)? else {
            self.too_large(file, LARGEST_TEXT);
            return Ok(None);
        };
        match String::from_utf8(bytes.into_owned()) {
            Ok(text) if text.trim().is_empty() => {
                self.refuse("file-empty", Place::file(&file.name), "the file is empty");
            }
            Ok(text) => return Ok(Some(Arc::new(SourceText::new(&file.name, text)))),
            Err(error) => self.not_utf8(file, &error),
        }
        Ok(None)
    }

    fn not_utf8(&mut self, file: &Found, error: &FromUtf8Error) {
        let valid = error.utf8_error().valid_up_to();
        // As text, so that the place has a line and a column; what is no UTF-8 becomes U+FFFD.
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let source = Arc::new(SourceText::new(&file.name, text));
        let message = format!("byte {valid} is not UTF-8; save the file as UTF-8");
        self.refuse("file-not-utf8", Place::new(&source, valid..valid), message);
    }

    fn too_large(&mut self, file: &Found, limit: u64) {
        let message = format!("the file is larger than {} MiB", limit >> 20);
        self.refuse("file-too-large", Place::file(&file.name), message);
    }

    fn refuse(&mut self, code: &'static str, place: Place, message: impl Into<String>) {
        self.unusable.push(Diagnostic::error(code, place, message));
    }
}
