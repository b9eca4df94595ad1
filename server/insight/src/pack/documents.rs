//! Documents of a pack, and their files: each taking-out is a row of the log.

use domain::{AccountId, Lang, Period, Problem, Right, audit::Event, letters::LETTERS};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};

use super::{Shown, Which, quarter, quarters, shown};
use base::{
    Actor, Base, Error, Result, audit, authorize,
    db::{execute, insert, one},
    tokens::hex,
};
use organisation::whole;

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

/// A document: what it shows, of which quarter and version.
#[derive(Clone, Debug)]
pub(super) struct Document {
    kind: Kind,
    /// The unit; the topmost for the organisation.
    unit: i64,
    quarter: Period,
    version: Option<i64>,
}

impl Document {
    /// A document of a pack. `unit`: the unit it is of, where it is not of the whole organisation.
    ///
    /// # Errors
    /// When the pack is of no quarter or has no topmost unit, which none is stored with.
    pub(super) fn of(own: &Shown, kind: Kind, unit: Option<i64>) -> Result<Self> {
        let root = || own.pack.root().and_then(|row| row.unit.parse().ok());
        let unit = unit.or_else(root).ok_or(Problem::NotFound)?;
        let version = own.approved.map(|(version, _)| version);
        Ok(Self { kind, unit, quarter: quarter(&own.pack.quarter)?, version })
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
        format!("G-{signs}")
    }

    fn row(&self, model_hash: &str, lang: Lang) -> [Value; 6] {
        [
            self.id(model_hash, lang).into(),
            self.kind.name().into(),
            self.unit.into(),
            self.quarter.start().into(),
            self.version.into(),
            lang.tag().into(),
        ]
    }
}

const DOCUMENT: &str = "review_document (id, kind, unit_id, quarter, version, lang)";

/// Notes the documents of a version: the organisation's and each unit's, in both languages. So the id on a sheet that
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
            rows.push(Document::of(own, Kind::Unit, Some(unit))?.row(&own.hash, lang));
        }
    }
    insert(db, DOCUMENT, rows).await?;
    Ok(())
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
}

impl Format {
    /// Reads the ending of a file name.
    pub fn from_name(name: &str) -> Option<Self> {
        (name == "json").then_some(Self::Json)
    }

    /// Media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
        }
    }
}

/// The organisation's pack as a file, logged with who, when, format, size and hash. The same version gives the same
/// bytes.
///
/// # Errors
/// `Forbidden` for whoever's role is not for the whole organisation; `NotFound` for a text that is no quarter, a
/// quarter without a released round and a version that there is not.
pub async fn file(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    which: Which,
    format: Format,
    lang: Lang,
) -> Result<Taken> {
    let (actor, tops) = authorize(actor, Right::ExportReview)?;
    let wanted = quarter(name)?;
    let db = base.db.snapshot().await?;
    whole(&db, &tops).await?;
    if !quarters(&db).await?.contains(&wanted) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(&db).await?;
    let own = shown(&db, &organisation, wanted, which, true).await?;
    drop(db);
    let bytes = match format {
        Format::Json => super::versions::written(&own.pack)?.0.into_bytes(),
    };
    let document = Document::of(&own, Kind::Organisation, None)?;
    log(base, actor.account, &document, &own, format.ending(), lang, &bytes).await?;
    let state = match own.approved {
        Some((version, _)) => format!("v{version}"),
        None if lang == Lang::Nb => "kladd".to_owned(),
        None => "draft".to_owned(),
    };
    Ok(Taken { name: format!("trivsel-{wanted}-{state}.{}", format.ending()), bytes })
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

/// Writes down that a file was taken out.
///
/// # Errors
/// When the database refuses.
pub(super) async fn log(
    base: &Base,
    by: AccountId,
    document: &Document,
    own: &Shown,
    ending: &str,
    lang: Lang,
    bytes: &[u8],
) -> Result<()> {
    let id = document.id(&own.hash, lang);
    let transaction = base.db.begin().await?;
    let sql = format!("INSERT INTO {DOCUMENT} VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING");
    execute(&transaction, &sql, document.row(&own.hash, lang)).await?;
    refuse_other(&transaction, &id, document).await?;
    let what = format!("review {} {ending}", document.quarter);
    execute(
        &transaction,
        "INSERT INTO export_log (account_id, what, at, sha256, document_id, bytes) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            by.into(),
            what.as_str().into(),
            base.now().into(),
            hex(&Sha256::digest(bytes)).into(),
            id.as_str().into(),
            i64::try_from(bytes.len()).unwrap_or(i64::MAX).into(),
        ],
    )
    .await?;
    let detail = format!("{what}, {id}");
    let entry = audit::Entry { detail: &detail, ..audit::Entry::new(Event::Exported, Some(by)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// Two documents with one id are as good as impossible; a log that mixes them up would be worse than a file less.
async fn refuse_other(db: &impl ConnectionTrait, id: &str, document: &Document) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Stored {
        kind: String,
        unit_id: i64,
        version: Option<i64>,
    }
    let sql = "SELECT kind, unit_id, version FROM review_document WHERE id = $1";
    let stored: Option<Stored> = one(db, sql, [id.into()]).await?;
    let is_it = stored.is_some_and(|own| {
        (own.kind.as_str(), own.unit_id, own.version)
            == (document.kind.name(), document.unit, document.version)
    });
    if is_it { Ok(()) } else { Err(Error::Internal(format!("the id {id} is that of another document"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(version: Option<i64>) -> Document {
        Document { kind: Kind::Organisation, unit: 1, quarter: Period::parse("2026Q3").unwrap(), version }
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
            Document { unit: 2, ..document(Some(2)) }.id("ab", Lang::Nb),
        ] {
            assert_ne!(other, id);
        }
    }
}
