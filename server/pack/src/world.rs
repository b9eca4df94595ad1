//! Where a document is set: the templates and typefaces that are built in, and nothing else. No file, no package, no
//! clock.

use std::sync::LazyLock;

use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The typefaces: each a part of a family, since the families were cut by script for the web.
const FONTS: [&[u8]; 10] = [
    include_bytes!("../fonts/inter-latin.ttf"),
    include_bytes!("../fonts/inter-latin-ext.ttf"),
    include_bytes!("../fonts/inter-cyrillic.ttf"),
    include_bytes!("../fonts/inter-cyrillic-ext.ttf"),
    include_bytes!("../fonts/inter-greek.ttf"),
    include_bytes!("../fonts/inter-greek-ext.ttf"),
    include_bytes!("../fonts/inter-vietnamese.ttf"),
    include_bytes!("../fonts/serif-latin.ttf"),
    include_bytes!("../fonts/serif-latin-ext.ttf"),
    include_bytes!("../fonts/noto-sans-arabic.ttf"),
];

/// A template, by what it sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Template {
    /// A unit's pack.
    Unit,
    /// The organisation's pack.
    Organisation,
    /// A poster.
    Poster,
    /// Slips with codes.
    Slips,
}

/// Name and text of every template; the last one is what the others share.
pub(crate) const TEMPLATES: [(&str, &str); 5] = [
    ("unit.typ", include_str!("../templates/unit.typ")),
    ("organisation.typ", include_str!("../templates/organisation.typ")),
    ("poster.typ", include_str!("../templates/poster.typ")),
    ("slips.typ", include_str!("../templates/slips.typ")),
    ("parts.typ", include_str!("../templates/parts.typ")),
];

impl Template {
    const fn name(self) -> &'static str {
        TEMPLATES[self as usize].0
    }
}

/// What never changes, made once.
struct Built {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
}

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    let sources = TEMPLATES
        .into_iter()
        .filter_map(|(name, text)| Some(Source::new(id(name)?, text.to_owned())))
        .collect();
    Built { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, sources }
});

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// The typefaces as they are asked which signs they have.
pub(crate) fn fonts() -> &'static [Font] {
    &BUILT.fonts
}

/// One document's world: a template and the one value that it is given.
pub(crate) struct Desk {
    library: LazyHash<Library>,
    main: FileId,
}

impl Desk {
    /// None when the template is not built in, which every one is.
    pub(crate) fn new(template: Template, data: Dict) -> Option<Self> {
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(data).with_features(features).build();
        Some(Self { library: LazyHash::new(library), main: id(template.name())? })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BUILT.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        BUILT.sources.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        BUILT.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
