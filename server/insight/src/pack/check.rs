//! Whether a file is one that was taken out, and who took out which files of a document.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    AccountId, Lang, Period, Problem, Resolution, Right, UnitId, format,
    insight::pack_checks::{CheckPage, Checked, KnownFile, PacksState, TakenRow},
    letters::LETTERS,
    text::tv,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use super::documents::{Kind, Paper};
use base::{
    Actor, Base, Error, Result,
    access::authorize_any,
    buckets::{self, Share},
    db::{all, one},
    tokens::hex,
};
use organisation::{Tree, whole, within};

/// Files that somebody may ask about from one network address.
const BY_ADDRESS: Share = Share {
    name: "review-files",
    most: 10,
    within: Duration::minutes(1),
    refusal: || Problem::TooManyAttempts,
};

/// Counts a question about a file.
///
/// # Errors
/// `TooManyAttempts` after ten from the same address within a minute.
pub fn take_turn(base: &Base, address: &str) -> Result<()> {
    // Those of whom no address is known have one share together.
    buckets::take(base, &BY_ADDRESS, if address.is_empty() { "unknown" } else { address })
}

/// What the log says of a file with the packs of all units.
const PACKS: &str = " packs ";

/// What was meant by an id as somebody typed it; none when it cannot be one.
fn meant(typed: &str) -> Option<String> {
    let mut signs = typed.trim().chars().filter(|sign| sign.is_ascii_alphanumeric());
    let kind = signs.next()?.to_ascii_uppercase();
    let signs: String = signs.map(|sign| sign.to_ascii_uppercase()).collect();
    let is_id = Paper::ALL.iter().any(|paper| paper.letter() == kind)
        && signs.len() == 8
        && signs.bytes().all(|sign| LETTERS.contains(&sign));
    is_id.then(|| format!("{kind}-{}-{}", &signs[..4], &signs[4..]))
}

#[derive(FromQueryResult)]
struct Document {
    kind: String,
    form: String,
    unit_id: UnitId,
    quarter: NaiveDate,
    version: Option<i64>,
}

impl Document {
    /// The document in words. `is_all`: the file holds the packs of all units.
    fn name(&self, tree: &Tree, is_all: bool, lang: Lang) -> Result<String> {
        let kind =
            Kind::from_name(&self.kind).ok_or_else(|| Error::stored("review_document.kind", &self.kind))?;
        let quarter = Period::containing(self.quarter, Resolution::Quarter);
        let is_pack = self.form == Paper::Pack.name();
        let unit = tree.get(self.unit_id).map(|unit| unit.name.clone()).unwrap_or_default();
        let values = [
            (
                "kind",
                if is_all {
                    "packs"
                } else if is_pack {
                    kind.name()
                } else {
                    self.form.as_str()
                }
                .into(),
            ),
            ("unit", unit.into()),
            ("quarter", format::period(lang, quarter).into()),
        ];
        Ok(tv(lang, "review-document", &values))
    }
}

/// The page of a document's id. Whoever may see the document reads who took out which files of it; anybody else
/// learns nothing, not even whether there is one.
///
/// # Errors
/// When the database refuses.
pub async fn page(base: &Base, actor: Option<&Actor>, typed: &str, lang: Lang) -> Result<CheckPage> {
    // A page for anybody: without a right it has nothing to show.
    let allowed = authorize_any(actor, &[Right::ViewReview, Right::ViewFigures]).ok();
    let empty = CheckPage { id: typed.to_owned(), document: None, taken: None, checked: Checked::Nothing };
    let (Some(id), Some(actor)) = (meant(typed), allowed) else { return Ok(empty) };
    let db = base.db.snapshot().await?;
    let sql = "SELECT kind, form, unit_id, quarter, version FROM review_document WHERE id = $1";
    let Some(document) = one::<Document>(&db, sql, [id.as_str().into()]).await? else { return Ok(empty) };
    let tree = organisation::tree(base, &db).await?;
    if !may_see(&db, &tree, actor, &document).await {
        return Ok(empty);
    }
    Ok(CheckPage {
        document: Some(document.name(&tree, false, lang)?),
        taken: Some(taken(&db, actor, &id, &document, lang).await?),
        id,
        ..empty
    })
}

/// Whoever sees the review of all sees any document; a unit's figures open the approved document of the unit.
async fn may_see(db: &impl ConnectionTrait, tree: &Tree, actor: &Actor, document: &Document) -> bool {
    let review = actor.units_for(Right::ViewReview);
    if whole(db, &review).await.is_ok() {
        return true;
    }
    document.kind == Kind::Unit.name()
        && (within(tree, &review, document.unit_id).is_ok()
            || (document.version.is_some()
                && within(tree, &actor.units_for(Right::ViewFigures), document.unit_id).is_ok()))
}

/// Files of a document, whichever language they were taken out in: one of them is in none. Who did it is for those
/// who read the log; others read their own rows.
async fn taken(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: &str,
    document: &Document,
    lang: Lang,
) -> Result<Vec<TakenRow>> {
    #[derive(FromQueryResult)]
    struct Row {
        account_id: AccountId,
        who: String,
        at: DateTime<Utc>,
        what: String,
        sha256: String,
        bytes: Option<i64>,
        state: String,
    }
    let sql = "SELECT export_log.account_id, account.name AS who, export_log.at, export_log.what, export_log.sha256,
             export_log.bytes, export_log.state
         FROM export_log JOIN account ON account.id = export_log.account_id
         WHERE export_log.document_id IN (SELECT id FROM review_document
             WHERE id = $1 OR (kind = $2 AND unit_id = $3 AND quarter = $4 AND version = $5 AND form = $6))
         ORDER BY export_log.id DESC LIMIT 200";
    let values = [
        id.into(),
        document.kind.as_str().into(),
        document.unit_id.into(),
        document.quarter.into(),
        document.version.into(),
        document.form.as_str().into(),
    ];
    let rows: Vec<Row> = all(db, sql, values).await?;
    let reads_all = !actor.units_for(Right::ViewReview).is_empty();
    let timezone = organisation::find(db).await?.timezone;
    let shown = rows.into_iter().filter(|row| reads_all || row.account_id == actor.account);
    Ok(shown
        .map(|row| TakenRow {
            who: row.who,
            at: format::long_date(lang, row.at.with_timezone(&timezone).date_naive()),
            format: row.what.rsplit(' ').next().unwrap_or_default().to_uppercase(),
            bytes: row.bytes.unwrap_or(0),
            is_whole: row.state == PacksState::Complete.name(),
            sha256: row.sha256,
        })
        .collect())
}

/// The SHA-256 of a file that arrives piece by piece and is kept nowhere.
#[derive(Default)]
pub struct FileHash(Sha256);

impl FileHash {
    /// The next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// In hexadecimal.
    pub fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

/// Whether a text is a SHA-256 in hexadecimal; spaces and case do not count.
pub fn hash_of(typed: &str) -> Option<String> {
    let hash: String =
        typed.chars().filter(|sign| !sign.is_whitespace()).map(|sign| sign.to_ascii_lowercase()).collect();
    let is_hash = hash.len() == 64 && hash.bytes().all(|sign| sign.is_ascii_hexdigit());
    is_hash.then_some(hash)
}

/// Whether a file with this SHA-256 was taken out, of which document, and whether that still holds. Never who did it.
///
/// # Errors
/// When the database refuses.
pub async fn check(base: &Base, sha256: &str, lang: Lang) -> Result<Checked> {
    let db = base.db.snapshot().await?;
    let sql = "SELECT export_log.what, export_log.at, review_document.kind, review_document.form, review_document.unit_id,
             review_document.quarter, review_document.version, review_pack.approved_on,
             (SELECT MAX(newer.version) FROM review_pack AS newer WHERE newer.quarter = review_document.quarter) AS newest
         FROM export_log LEFT JOIN review_document ON review_document.id = export_log.document_id
         LEFT JOIN review_pack ON review_pack.quarter = review_document.quarter
             AND review_pack.version = review_document.version
         WHERE export_log.sha256 = $1 AND export_log.what LIKE 'review %' AND export_log.state = 'complete'
         ORDER BY COALESCE(review_document.version, 0) DESC, export_log.id LIMIT 1";
    // A draft that was approved as it was has the bytes of the approved one: that is what is said of it.
    let found: Option<TakenOut> = one(&db, sql, [sha256.into()]).await?;
    // Read either way: yes and no take the same time.
    let tree = organisation::tree(base, &db).await?;
    let timezone = organisation::find(&db).await?.timezone;
    let Some(row) = found else { return Ok(Checked::Unknown) };
    let taken_on = format::long_date(lang, row.at.with_timezone(&timezone).date_naive());
    let ((Some(kind), Some(unit_id)), Some(quarter)) = ((row.kind, row.unit_id), row.quarter) else {
        // Released figures alone, which cannot change: no draft, and no version either.
        let quarter = row.what.split(' ').nth(1).and_then(|name| Period::parse(&name.to_uppercase()).ok());
        let name = quarter.map(|quarter| format::period(lang, quarter)).unwrap_or_default();
        let document = tv(lang, "review-document", &[("kind", "figures".into()), ("quarter", name.into())]);
        let known = KnownFile { document, approved: None, is_draft: false, taken_on, replaced_by: None };
        return Ok(Checked::Known(known));
    };
    let form = row.form.unwrap_or_default();
    let document = Document { kind, form, unit_id, quarter, version: row.version };
    let approved = row.version.zip(row.approved_on);
    let replaced_by = row.newest.filter(|newest| row.version.is_none_or(|version| version < *newest));
    Ok(Checked::Known(KnownFile {
        document: document.name(&tree, row.what.contains(PACKS), lang)?,
        is_draft: approved.is_none(),
        approved: approved.map(|(version, on)| (version, format::long_date(lang, on))),
        taken_on,
        replaced_by,
    }))
}

/// A file in the log, with its document where it has one.
#[derive(FromQueryResult)]
struct TakenOut {
    what: String,
    at: DateTime<Utc>,
    kind: Option<String>,
    form: Option<String>,
    unit_id: Option<UnitId>,
    quarter: Option<NaiveDate>,
    version: Option<i64>,
    approved_on: Option<NaiveDate>,
    newest: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_people_type_it() {
        assert_eq!(meant("s-7k2m-4xqd").as_deref(), Some("S-7K2M-4XQD"));
        for typed in ["G-7K2M-4XQD", " g 7k2m 4xqd ", "G7K2M4XQD"] {
            assert_eq!(meant(typed).as_deref(), Some("G-7K2M-4XQD"), "{typed}");
        }
        for typed in ["", "G", "G-7K2M-4XQ", "G-7K2M-4XQ0", "K-7K2M-4XQD", "G-7K2M-4XQD-2", "Å-7K2M-4XQD"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_hash_is_sixty_four_digits() {
        let hash = "AB".repeat(32);
        assert_eq!(hash_of(&format!(" {} {}\n", &hash[..10], &hash[10..])), Some("ab".repeat(32)));
        assert_eq!(hash_of(&hash[1..]), None);
        assert_eq!(hash_of(&"g".repeat(64)), None);
    }
}
