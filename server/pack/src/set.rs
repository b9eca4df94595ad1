//! Sets a document and writes it as PDF.

use std::{fmt, sync::LazyLock};

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use serde_json::Value;
use typst::{
    diag::SourceDiagnostic,
    foundations::{Dict, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::{Desk, Template};

/// Why a document was not set.
#[derive(Debug)]
pub enum PackError {
    /// The data is none that a template can be given.
    Data(serde_json::Error),
    /// The template and the data do not fit, or the file would not be one for archives and screen readers.
    Setting(String),
    /// There is no thread to set it on.
    Thread(&'static ThreadPoolBuildError),
}

impl fmt::Display for PackError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(error) => write!(formatter, "the data of a document: {error}"),
            Self::Setting(lines) => write!(formatter, "setting a document: {lines}"),
            Self::Thread(error) => write!(formatter, "a thread to set documents on: {error}"),
        }
    }
}

impl std::error::Error for PackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Data(error) => Some(error),
            Self::Setting(_) => None,
            Self::Thread(error) => Some(error),
        }
    }
}

impl From<serde_json::Error> for PackError {
    fn from(error: serde_json::Error) -> Self {
        Self::Data(error)
    }
}

/// The one thread that documents are set on, one after the other: the web keeps the others.
static THREAD: LazyLock<Result<ThreadPool, ThreadPoolBuildError>> =
    LazyLock::new(|| ThreadPoolBuilder::new().num_threads(1).thread_name(|_| "setting".to_owned()).build());

/// What a file has to be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    /// For screen readers: PDF/UA-1.
    Read,
    /// For them and for archives, with the file that it was made from: PDF/A-3a too.
    Archive,
}

impl Standard {
    const fn all(self) -> &'static [PdfStandard] {
        match self {
            Self::Read => &[PdfStandard::Ua_1],
            Self::Archive => &[PdfStandard::Ua_1, PdfStandard::A_3a],
        }
    }
}

/// Sets a document. Waits while another one is set.
pub(crate) fn pdf(
    template: Template,
    data: Value,
    id: &str,
    standard: Standard,
) -> Result<Vec<u8>, PackError> {
    let data: Dict = serde_json::from_value(data)?;
    let thread = THREAD.as_ref().map_err(PackError::Thread)?;
    thread.install(|| {
        let made = on_thread(template, data, id, standard);
        // What Typst remembers of a document is of no use for the next one, and would be kept for ever.
        comemo::evict(0);
        made
    })
}

fn on_thread(template: Template, data: Dict, id: &str, standard: Standard) -> Result<Vec<u8>, PackError> {
    let missing = || PackError::Setting("a template is missing".to_owned());
    let desk = Desk::new(template, data).ok_or_else(missing)?;
    let document: PagedDocument = typst::compile(&desk).output.map_err(|errors| failed(&errors))?;
    let standards =
        PdfStandards::new(standard.all()).map_err(|error| PackError::Setting(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(id.to_owned()),
        creator: Smart::Custom(Some(format!("Trivsel {}", env!("CARGO_PKG_VERSION")))),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| failed(&errors))
}

fn failed(errors: &[SourceDiagnostic]) -> PackError {
    let lines: Vec<String> = errors
        .iter()
        .map(|error| {
            let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
            format!("{} {}", error.message, hints.join(" "))
        })
        .collect();
    PackError::Setting(lines.join("; "))
}
