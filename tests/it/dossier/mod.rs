//! Tests of `dossier`.

mod files;
