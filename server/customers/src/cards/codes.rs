//! Codes of places: made, revoked, found; what stands on a poster.

use domain::{
    Field, Lang, Problem, Right, UnitId, Why,
    audit::Event,
    customers::{
        card::{CODE_LETTERS, LONGEST_PLACE},
        code::{CardCode, CodesForm, CodesPage},
        complaint::{LONGEST_CONTACT, optional},
        poster::{Poster, PosterSize, PosterText},
    },
    letters::typed_letters,
    text::t,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{complaints::random_letters, hours::is_open};
use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    db::{all, column, execute, join_ids, one},
    qr::picture_of,
};
use organisation::{Tree, kept};

/// Codes that a unit can have at the same time.
const MOST: usize = 50;

/// Where an address leads.
pub(crate) struct Place {
    /// Id of the code; 0 for the form of the whole organisation.
    pub(crate) code_id: i64,
    pub(crate) code: Option<String>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) place: String,
}

#[derive(FromQueryResult)]
struct StoredCode {
    id: i64,
    unit_id: UnitId,
    code: String,
    place: String,
}

/// Where a code leads; without one, to the form of the whole organisation.
///
/// # Errors
/// `NotFound` for a code that was revoked or never was one, and for one of a unit that is closed.
pub(crate) async fn find(db: &impl ConnectionTrait, tree: &Tree, code: Option<&str>) -> Result<Place> {
    let Some(code) = code else {
        return Ok(Place { code_id: 0, code: None, unit: None, place: String::new() });
    };
    let sql = "SELECT id, unit_id, code, place FROM card_code WHERE code = $1 AND revoked_on IS NULL";
    let found: Option<StoredCode> = one(db, sql, [typed_letters(code).into()]).await?;
    let found = found.filter(|found| tree.get(found.unit_id).is_some_and(|unit| unit.closed_on.is_none()));
    let StoredCode { id, unit_id, code, place } = found.ok_or(Problem::NotFound)?;
    Ok(Place { code_id: id, code: Some(code), unit: Some(unit_id), place })
}

/// Units that a customer can choose: those that have a code, by name.
pub(super) async fn units(db: &impl ConnectionTrait, tree: &Tree) -> Result<Vec<(UnitId, String)>> {
    let sql = "SELECT DISTINCT unit_id FROM card_code WHERE revoked_on IS NULL";
    let ids: Vec<UnitId> = column(db, sql, []).await?;
    let open = |id: UnitId| tree.get(id).filter(|unit| unit.closed_on.is_none());
    let mut units: Vec<_> = ids.into_iter().filter_map(|id| Some((id, open(id)?.name.clone()))).collect();
    units.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(units)
}

#[derive(FromQueryResult)]
struct StoredPhone {
    unit_id: UnitId,
    phone: String,
}

/// The number that customers of a unit may call, with the unit that keeps it.
pub(super) async fn phone(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: Option<UnitId>,
) -> Result<Option<(UnitId, String)>> {
    let chain = match unit {
        Some(unit) => tree.ancestors(unit),
        None => tree.root().into_iter().collect(),
    };
    if chain.is_empty() {
        return Ok(None);
    }
    let sql = format!("SELECT unit_id, phone FROM unit_phone WHERE unit_id IN ({})", join_ids(&chain));
    let rows: Vec<StoredPhone> = all(db, &sql, []).await?;
    let of = |unit: &UnitId| rows.iter().find(|row| row.unit_id == *unit);
    Ok(chain.iter().find_map(of).map(|row| (row.unit_id, row.phone.clone())))
}

#[derive(FromQueryResult)]
struct Listed {
    id: i64,
    code: String,
    place: String,
    made_on: chrono::NaiveDate,
    cards: i64,
}

/// The codes of a unit; of the topmost of the person's when none is named. `public_url` is where the site is reached.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is closed or not the person's.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    public_url: &str,
) -> Result<CodesPage> {
    let (_, tops) = authorize(actor, Right::KeepVoice)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, unit)?;
    let unit = place.unit.id;
    is_open(&tree, &tops, unit)?;
    let sql = "SELECT id, code, place, made_on,
                   (SELECT COUNT(*) FROM complaint WHERE complaint.card_code_id = card_code.id) AS cards
               FROM card_code WHERE unit_id = $1 AND revoked_on IS NULL ORDER BY id DESC";
    let rows: Vec<Listed> = all(&db, sql, [unit.into()]).await?;
    let codes = rows.into_iter().map(|row| {
        let address = address(public_url, &row.code);
        Ok(CardCode {
            picture: picture_of(&address)?,
            id: row.id,
            code: row.code,
            place: row.place,
            made_on: row.made_on,
            cards: row.cards,
            address,
        })
    });
    let codes = codes.collect::<Result<Vec<_>>>()?;
    let phone = phone(&db, &tree, Some(unit)).await?;
    Ok(CodesPage {
        place,
        codes,
        has_own_phone: phone.as_ref().is_some_and(|(keeper, _)| *keeper == unit),
        phone: phone.map(|(_, phone)| phone).unwrap_or_default(),
        changes: kept::last(&db, &organisation, Event::CardCodesChanged, Some(unit)).await?,
    })
}

/// Makes or revokes a code of a unit, or changes the number that its customers may call.
///
/// # Errors
/// `NotFound` for a unit or code that is not the person's; `Invalid` for what the form lacks.
pub async fn change(base: &Base, actor: Option<&Actor>, unit: UnitId, form: &CodesForm) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::KeepVoice)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    is_open(&tree, &tops, unit)?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = match form.act.as_str() {
        "make" => {
            let place = optional(&line(&form.place), LONGEST_PLACE)
                .map_err(|why| Problem::invalid(Field::Place, why))?;
            let sql = "SELECT place FROM card_code WHERE unit_id = $1 AND revoked_on IS NULL";
            let there: Vec<String> = column(&transaction, sql, [unit.into()]).await?;
            if there.len() >= MOST {
                return Err(Problem::invalid(Field::Place, Why::TooMany).into());
            }
            if there.contains(&place) {
                return Err(Problem::invalid(Field::Place, Why::Taken).into());
            }
            let code = random_letters(CODE_LETTERS)?;
            let sql = "INSERT INTO card_code (unit_id, code, place, made_on) VALUES ($1, $2, $3, $4)";
            execute(
                &transaction,
                sql,
                [unit.into(), code.as_str().into(), place.as_str().into(), today.into()],
            )
            .await?;
            format!("+ {code} {place}").trim_end().to_owned()
        }
        "revoke" => {
            let id: i64 = form.card_code.parse().map_err(|_| Problem::NotFound)?;
            let sql =
                "UPDATE card_code SET revoked_on = $3 WHERE id = $1 AND unit_id = $2 AND revoked_on IS NULL
                       RETURNING id, unit_id, code, place";
            let gone: Option<StoredCode> =
                one(&transaction, sql, [id.into(), unit.into(), today.into()]).await?;
            let gone = gone.ok_or(Problem::NotFound)?;
            format!("− {} {}", gone.code, gone.place).trim_end().to_owned()
        }
        "phone" => {
            let phone = optional(&line(&form.phone), LONGEST_CONTACT)
                .map_err(|why| Problem::invalid(Field::Phone, why))?;
            if phone.is_empty() {
                execute(&transaction, "DELETE FROM unit_phone WHERE unit_id = $1", [unit.into()]).await?;
            } else {
                let sql = "INSERT INTO unit_phone (unit_id, phone) VALUES ($1, $2)
                           ON CONFLICT (unit_id) DO UPDATE SET phone = excluded.phone";
                execute(&transaction, sql, [unit.into(), phone.as_str().into()]).await?;
            }
            format!("phone {}", if phone.is_empty() { "–" } else { &phone })
        }
        _ => return Err(Problem::NotFound.into()),
    };
    let entry =
        Entry { unit: Some(unit), detail: &said, ..Entry::new(Event::CardCodesChanged, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// The address of a code.
fn address(public_url: &str, code: &str) -> String {
    format!("{}/card/{code}", public_url.trim_end_matches('/'))
}

/// What stands on a poster of a code: of the one that is named, else of the unit's newest.
///
/// # Errors
/// `NotFound` for a unit that is not the person's or has no such code.
pub async fn poster(
    base: &Base,
    actor: Option<&Actor>,
    unit: UnitId,
    code: Option<&str>,
    size: PosterSize,
    public_url: &str,
) -> Result<Poster> {
    authorize(actor, Right::KeepVoice)?;
    let page = page(base, actor, Some(unit), public_url).await?;
    let chosen = match code {
        Some(code) => page.codes.iter().find(|known| known.code == typed_letters(code)),
        None => page.codes.first(),
    };
    let chosen = chosen.ok_or(Problem::NotFound)?;
    let organisation = organisation::find(&base.db.reader).await?;
    let said = |lang: Lang| PosterText {
        lang: lang.tag().to_owned(),
        title: t(lang, "poster-title"),
        how: t(lang, "poster-how"),
        promise: t(lang, "poster-promise"),
    };
    let unit = match chosen.place.as_str() {
        "" => page.place.unit.name.clone(),
        place => format!("{} · {place}", page.place.unit.name),
    };
    Ok(Poster {
        size,
        organisation: organisation.name,
        unit,
        // A scheme helps no telephone's owner who types it.
        address: chosen
            .address
            .split_once("://")
            .map_or(chosen.address.as_str(), |(_, rest)| rest)
            .to_owned(),
        texts: [Lang::Nb, Lang::En].map(said),
        picture: t(Lang::Nb, "poster-picture"),
        qr: picture_of(&chosen.address)?,
    })
}
