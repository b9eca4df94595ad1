//! Documents of a pack, and their files: each taking-out is a row of the log.

use std::io::Cursor;

use chrono::{DateTime, Utc};
use domain::{
    AccountId, Lang, Period, Problem, Right, UnitId,
    audit::Event,
    insight::{pack::Pack, pack_checks::PacksState},
    letters::LETTERS,
};
use report::review::tables::{self, Edition, Form};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};

use super::{Shown, pages::Asked, quarter, quarters, shown};
use base::{
    Actor, Base, Error, Result,
    access::authorize_any,
    audit,
    db::{execute, insert, one},
    tokens::hex,
};
use organisation::{whole, within};

/// What a document shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The whole organisation.
    Organisation,
    /// A unit.
    Unit,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Unit => "unit",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Organisation, Self::Unit].into_iter().find(|kind| kind.name() == name)
    }
}

/// What a document looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    /// The pack.
    Pack,
    /// The sheet for a meeting.
    Sheet,
    /// Documentation under § 4-3.
    Hse,
}

impl Paper {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Pack => "pack",
            Self::Sheet => "sheet",
            Self::Hse => "hse",
        }
    }

    /// The letter that ids of it begin with.
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Pack => 'G',
            Self::Sheet => 'S',
            Self::Hse => 'D',
        }
    }

    pub(super) const ALL: [Self; 3] = [Self::Pack, Self::Sheet, Self::Hse];
}

/// A document: what it shows, of which quarter and version.
#[derive(Clone, Debug)]
pub(super) struct Document {
    kind: Kind,
    paper: Paper,
    /// The unit; the topmost for the organisation.
    unit: UnitId,
    quarter: Period,
    version: Option<i64>,
}

impl Document {
    /// A document of a pack. `unit`: the unit it is of, where it is not of the whole organisation.
    ///
    /// # Errors
    /// When the pack is of no quarter or has no topmost unit, which none is stored with.
    pub(super) fn of(own: &Shown, kind: Kind, unit: Option<UnitId>) -> Result<Self> {
        let root = || own.pack.root().and_then(|row| row.unit.parse().ok());
        let unit = unit.or_else(root).ok_or(Problem::NotFound)?;
        let version = own.approved.map(|(version, _)| version);
        Ok(Self { kind, paper: Paper::Pack, unit, quarter: quarter(&own.pack.quarter)?, version })
    }

    /// The sheet of the same unit.
    pub(super) fn sheet(self) -> Self {
        Self { paper: Paper::Sheet, ..self }
    }

    /// Its id in a language: the same for the same figures, whoever takes it out and when.
    pub(super) fn id(&self, model_hash: &str, lang: Lang) -> String {
        let version = self.version.map_or_else(|| "draft".to_owned(), |version| version.to_string());
        let about = [
            self.kind.name(),
            &self.unit.to_string(),
            &self.quarter.to_string(),
            lang.tag(),
            &version,
            model_hash,
        ]
        .join("\n");
        // Packs had ids before there were sheets.
        let about = if self.paper == Paper::Pack { about } else { format!("{}\n{about}", self.paper.name()) };
        let digest = Sha256::digest(about.as_bytes());
        let mut rest = digest.first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
        let mut signs = String::new();
        for place in 0..8 {
            if place == 4 {
                signs.push('-');
            }
            // The remainder is smaller than the number of signs.
            let sign = usize::try_from(rest % LETTERS.len() as u64).unwrap_or(0);
            signs.push(char::from(LETTERS[sign]));
            rest /= LETTERS.len() as u64;
        }
        format!("{}-{signs}", self.paper.letter())
    }

    fn row(&self, model_hash: &str, lang: Lang) -> [Value; 7] {
        [
            self.id(model_hash, lang).into(),
            self.kind.name().into(),
            self.unit.into(),
            self.quarter.start().into(),
            self.version.into(),
            lang.tag().into(),
            self.paper.name().into(),
        ]
    }
}

const DOCUMENT: &str = "review_document (id, kind, unit_id, quarter, version, lang, form)";

/// Notes the documents of a version: the organisation's pack, each unit's and its sheet, in both languages. So the id on a sheet that
/// was printed from the browser is known too.
///
/// # Errors
/// When the database refuses.
pub(super) async fn note_all(db: &impl ConnectionTrait, own: &Shown) -> Result<()> {
    let mut rows = Vec::new();
    for lang in [Lang::Nb, Lang::En] {
        rows.push(Document::of(own, Kind::Organisation, None)?.row(&own.hash, lang));
        for place in &own.pack.places {
            let unit = place.unit.parse().map_err(|_| Error::stored("review_pack.model", &place.unit))?;
            let document = Document::of(own, Kind::Unit, Some(unit))?;
            rows.push(document.row(&own.hash, lang));
            rows.push(document.sheet().row(&own.hash, lang));
        }
    }
    insert(db, DOCUMENT, rows).await?;
    Ok(())
}

/// The document's id of what was written under § 4-3.
pub(crate) fn hse_id(unit: UnitId, quarter: Period, n: i64, content: &str, lang: Lang) -> String {
    let document = Document { kind: Kind::Unit, paper: Paper::Hse, unit, quarter, version: Some(n) };
    document.id(&hex(&Sha256::digest(content.as_bytes())), lang)
}

/// Notes an approved document under § 4-3, so that the id on it is known.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_hse(
    db: &impl ConnectionTrait,
    unit: UnitId,
    quarter: Period,
    n: i64,
    content: &str,
    lang: Lang,
) -> Result<()> {
    let document = Document { kind: Kind::Unit, paper: Paper::Hse, unit, quarter, version: Some(n) };
    let hash = hex(&Sha256::digest(content.as_bytes()));
    Ok(insert(db, DOCUMENT, vec![document.row(&hash, lang)]).await?)
}

/// A file that was made, with what it is called.
pub struct Taken {
    /// Its name, in ASCII.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Which file of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The stored model itself.
    Json,
    /// A workbook.
    Workbook,
    /// CSV files in an archive.
    Csv,
}

impl Format {
    /// Reads the ending of a file name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Json, Self::Workbook, Self::Csv].into_iter().find(|format| format.ending() == name)
    }

    /// Media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "application/zip",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Workbook => "xlsx",
            Self::Csv => "zip",
        }
    }

    /// Whether its words are those of a language.
    const fn has_words(self) -> bool {
        !matches!(self, Self::Json)
    }
}

/// The model in a format.
///
/// # Errors
/// When it cannot be written: a table that is longer than a sheet.
fn made(pack: &Pack, edition: &Edition, format: Format, lang: Lang) -> Result<Vec<u8>> {
    let failed = |error: export::ExportError| Error::Internal(error.to_string());
    match format {
        Format::Json => Ok(super::versions::written(pack)?.0.into_bytes()),
        Format::Workbook => {
            export::workbook(tables::book(pack, edition, Form::Workbook, lang)).map_err(failed)
        }
        Format::Csv => {
            let book = tables::book(pack, edition, Form::Archive, lang);
            let written = export::archive(book, tables::dialect(lang), Cursor::new(Vec::new()));
            Ok(written.map_err(failed)?.into_inner())
        }
    }
}

/// Any of these opens a file: a unit's workbook, the right to agree on actions for it too.
const fn rights(unit: Option<UnitId>, format: Format) -> &'static [Right] {
    match (unit, format) {
        (Some(_), Format::Workbook) => &[Right::ExportReview, Right::ManageActions],
        _ => &[Right::ExportReview],
    }
}

/// The pack as a file, of the whole organisation or of a unit and what is below it, logged with who, when, format, size
/// and hash. The same version gives the same bytes. Whoever agrees on actions for a unit takes out the workbook of what
/// was approved.
///
/// # Errors
/// `Forbidden` for whoever's role is not for the whole organisation and who names no unit, and for other files than a
/// workbook without the review's right; `NotFound` for a unit that is unknown or not the person's, a text that is no
/// quarter, a quarter without a released round, a version that there is not and a draft that the person may not see.
pub async fn file(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    unit: Option<UnitId>,
    format: Format,
    asked: Asked<'_>,
) -> Result<Taken> {
    let rights = rights(unit, format);
    let actor = authorize_any(actor, rights)?;
    let tops = actor.units_for(Right::ExportReview);
    let wanted = quarter(name)?;
    let db = base.db.snapshot().await?;
    let may_draft = match unit {
        Some(unit) => {
            let tree = organisation::tree(base, &db).await?;
            let may_draft = within(&tree, &tops, unit).is_ok();
            if !may_draft {
                let own = rights.iter().flat_map(|right| actor.units_for(*right)).collect::<Vec<_>>();
                within(&tree, &own, unit)?;
            }
            may_draft
        }
        None => {
            whole(&db, &tops).await?;
            true
        }
    };
    if !quarters(&db).await?.contains(&wanted) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(&db).await?;
    let own = shown(&db, &organisation, wanted, asked.which, may_draft).await?;
    drop(db);
    let (kind, lang) = (if unit.is_some() { Kind::Unit } else { Kind::Organisation }, asked.lang);
    let document = Document::of(&own, kind, unit)?;
    let part = match unit {
        Some(unit) => Some(own.pack.below(&unit.to_string()).ok_or(Problem::NotFound)?),
        None => None,
    };
    let edition = Edition {
        version: own.approved.map(|(version, _)| version),
        approved_on: own.approved.map(|(_, on)| on.to_string()),
        id: document.id(&own.hash, lang),
        look_up: format!("{}/e", asked.site.trim_end_matches('/')),
    };
    // Making a workbook takes a processor for seconds.
    let making = tokio::task::spawn_blocking(move || {
        let bytes = made(part.as_ref().unwrap_or(&own.pack), &edition, format, lang);
        (own, bytes)
    });
    let (own, bytes) = making.await.map_err(|error| Error::Internal(error.to_string()))?;
    let bytes = bytes?;
    log(base, actor.account, (&document, &own.hash), format.ending(), lang, &bytes).await?;
    let state = match own.approved {
        Some((version, _)) => format!("v{version}"),
        None if lang == Lang::Nb => "kladd".to_owned(),
        None => "draft".to_owned(),
    };
    let part = unit.map(|unit| format!("-{unit}")).unwrap_or_default();
    let words = if format.has_words() { format!("-{}", lang.tag()) } else { String::new() };
    Ok(Taken { name: format!("trivsel-{wanted}{part}-{state}{words}.{}", format.ending()), bytes })
}

/// What a file is called, in ASCII.
pub(super) fn file_name(own: &Shown, document: &Document, lang: Lang, ending: &str) -> String {
    let unit = match document.kind {
        Kind::Organisation => String::new(),
        Kind::Unit => format!("unit-{}-", document.unit),
    };
    let state = match own.approved {
        Some((version, _)) => format!("v{version}"),
        None if lang == Lang::Nb => "kladd".to_owned(),
        None => "draft".to_owned(),
    };
    format!("trivsel-{}-{unit}{state}-{}.{ending}", document.quarter, lang.tag())
}

/// A file as the log has it.
pub(super) struct File<'a> {
    /// What kind of file; the last word is its ending.
    pub(super) ending: &'a str,
    /// How the making of it ended.
    pub(super) state: PacksState,
    pub(super) sha256: &'a str,
    pub(super) bytes: i64,
}

/// Writes down that a file was taken out.
///
/// # Errors
/// When the database refuses.
pub(super) async fn log(
    base: &Base,
    by: AccountId,
    (document, model_hash): (&Document, &str),
    ending: &str,
    lang: Lang,
    bytes: &[u8],
) -> Result<()> {
    let (transaction, now) = (base.db.begin().await?, base.now());
    let sha256 = hex(&Sha256::digest(bytes));
    let bytes = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let file = File { ending, state: PacksState::Complete, sha256: &sha256, bytes };
    let what = note(&transaction, now, by, (document, model_hash, lang), &file).await?;
    let detail = format!("{what}, {}", document.id(model_hash, lang));
    let entry = audit::Entry { detail: &detail, ..audit::Entry::new(Event::Exported, Some(by)) };
    audit::record(&transaction, now, &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// A row of the log, with its document; gives what it says the file is.
///
/// # Errors
/// When the database refuses.
pub(super) async fn note(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: AccountId,
    (document, model_hash, lang): (&Document, &str, Lang),
    file: &File<'_>,
) -> Result<String> {
    let id = document.id(model_hash, lang);
    let sql =
        format!("INSERT INTO {DOCUMENT} VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING");
    execute(db, &sql, document.row(model_hash, lang)).await?;
    refuse_other(db, &id, document).await?;
    let what = format!("review {} {}", document.quarter, file.ending);
    let sql = "INSERT INTO export_log (account_id, what, at, sha256, document_id, bytes, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        by.into(),
        what.as_str().into(),
        now.into(),
        file.sha256.into(),
        id.into(),
        file.bytes.into(),
        file.state.name().into(),
    ];
    execute(db, sql, values).await?;
    Ok(what)
}

/// Two documents with one id are as good as impossible; a log that mixes them up would be worse than a file less.
async fn refuse_other(db: &impl ConnectionTrait, id: &str, document: &Document) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Stored {
        kind: String,
        form: String,
        unit_id: UnitId,
        version: Option<i64>,
    }
    let sql = "SELECT kind, form, unit_id, version FROM review_document WHERE id = $1";
    let stored: Option<Stored> = one(db, sql, [id.into()]).await?;
    let is_it = stored.is_some_and(|own| {
        (own.kind.as_str(), own.form.as_str(), own.unit_id, own.version)
            == (document.kind.name(), document.paper.name(), document.unit, document.version)
    });
    if is_it { Ok(()) } else { Err(Error::Internal(format!("the id {id} is that of another document"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(version: Option<i64>) -> Document {
        Document {
            kind: Kind::Organisation,
            paper: Paper::Pack,
            unit: UnitId::new(1),
            quarter: Period::parse("2026Q3").unwrap(),
            version,
        }
    }

    #[test]
    fn an_id_is_that_of_the_figures_the_version_and_the_language() {
        let id = document(Some(2)).id("ab", Lang::Nb);
        assert_eq!(id, document(Some(2)).id("ab", Lang::Nb));
        assert!(id.starts_with("G-") && id.len() == 11 && id.as_bytes()[6] == b'-', "{id}");
        assert!(id.bytes().skip(2).all(|sign| sign == b'-' || LETTERS.contains(&sign)), "{id}");
        for other in [
            document(Some(2)).id("ab", Lang::En),
            document(Some(2)).id("ac", Lang::Nb),
            document(Some(3)).id("ab", Lang::Nb),
            document(None).id("ab", Lang::Nb),
            Document { kind: Kind::Unit, ..document(Some(2)) }.id("ab", Lang::Nb),
            Document { unit: UnitId::new(2), ..document(Some(2)) }.id("ab", Lang::Nb),
        ] {
            assert_ne!(other, id);
        }
    }
}
