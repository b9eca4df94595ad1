//! What changes a document: each change is a version of its own and a row of the audit log.

use domain::{
    Lang, Problem, Right, Role, UnitId,
    audit::Event,
    insight::hse::{
        HseAbout, HseAboutForm, HseAct, HseActForm, HseFactor, HseMeetingForm, HseReadingForm, HseRow,
        HseRowForm, HseState,
    },
};
use sea_orm::ConnectionTrait;

use super::{Place, pack, pages, store};
use base::{Actor, Base, Result, audit, authorize, db::execute};
use organisation::{Tree, within};

/// The newest version as somebody saw it.
struct Newest {
    document: i64,
    n: i64,
    state: Option<HseState>,
    about: HseAbout,
    rows: Vec<HseRow>,
}

/// # Errors
/// `ChangedMeanwhile` when the newest version is not the one that was shown.
async fn newest(db: &impl ConnectionTrait, place: Place, shown: &str) -> Result<Newest> {
    let document = store::begin(db, place).await?;
    let last = store::versions(db, document).await?.into_iter().next();
    let n = last.as_ref().map_or(0, |own| own.n);
    if shown != n.to_string() {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let Some(last) = last else {
        return Ok(Newest { document, n, state: None, about: HseAbout::default(), rows: store::empty() });
    };
    let rows = store::rows(db, &[last.id]).await?.remove(&last.id).unwrap_or_else(store::empty);
    Ok(Newest { document, n, state: Some(last.state), about: last.about, rows })
}

async fn note(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    place: Place,
    event: Event,
    detail: &str,
) -> Result<()> {
    let detail = format!("4-3 {}, {detail}", place.quarter);
    let entry = audit::Entry {
        detail: &detail,
        unit: Some(place.unit),
        ..audit::Entry::new(event, Some(actor.account))
    };
    audit::record(db, base.now(), &entry).await
}

/// Writes what is said of a factor.
///
/// # Errors
/// `Invalid` names every refused field; `NotFound` for a unit that is not the person's and a text that is no quarter;
/// `ChangedMeanwhile` when somebody else wrote meanwhile.
pub async fn save_row(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    unit: UnitId,
    factor: HseFactor,
    form: &HseRowForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::WriteHse)?;
    let place = Place::of(quarter, unit)?;
    let transaction = base.db.begin().await?;
    within(&Tree::load(&transaction).await?, &tops, unit)?;
    let row = form.parse(factor)?;
    let mut own = newest(&transaction, place, &form.version).await?;
    own.rows.iter_mut().filter(|own| own.factor == factor).for_each(|own| *own = row.clone());
    save(base, &transaction, actor, place, own).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes what stands around the factors.
///
/// # Errors
/// As [`save_row`].
pub async fn save_about(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    unit: UnitId,
    form: &HseAboutForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::WriteHse)?;
    let place = Place::of(quarter, unit)?;
    let transaction = base.db.begin().await?;
    within(&Tree::load(&transaction).await?, &tops, unit)?;
    let about = form.parse()?;
    let own = newest(&transaction, place, &form.version).await?;
    save(base, &transaction, actor, place, Newest { about, ..own }).await?;
    transaction.commit().await?;
    Ok(())
}

async fn save(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    place: Place,
    own: Newest,
) -> Result<()> {
    let today = organisation::find(db).await?.local_day(base.now());
    let version = store::New {
        document: own.document,
        n: own.n + 1,
        state: HseState::Draft,
        pack: None,
        by: Role::Hr.name(),
        on: today,
        about: &own.about,
        rows: &own.rows,
    };
    version.insert(db).await?;
    note(base, db, actor, place, Event::HseChanged, &format!("version {}", own.n + 1)).await
}

/// Shares a draft, or approves what was shared.
///
/// # Errors
/// `NotFound` for a unit that is not the person's; `ChangedMeanwhile` when the newest version is not the one that was
/// shown, or not in the state before; `Forbidden` while something stands in the way, which the page names.
pub async fn step(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    unit: UnitId,
    act: HseAct,
    form: &HseActForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::WriteHse)?;
    let place = Place::of(quarter, unit)?;
    let transaction = base.db.begin().await?;
    within(&Tree::load(&transaction).await?, &tops, unit)?;
    let organisation = organisation::find(&transaction).await?;
    let today = organisation.local_day(base.now());
    let own = newest(&transaction, place, &form.version).await?;
    let (from, to, event) = match act {
        HseAct::Share => (HseState::Draft, HseState::Shared, Event::HseShared),
        HseAct::Approve => (HseState::Shared, HseState::Approved, Event::HseApproved),
    };
    if own.state != Some(from) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let approved = pack::versions::newest(&transaction, place.quarter).await?;
    let mut pack = None;
    if act == HseAct::Approve {
        let last = store::versions(&transaction, own.document).await?.into_iter().next();
        let last = last.ok_or(Problem::ChangedMeanwhile)?;
        let readings = store::readings(&transaction, last.id).await?;
        let has_meeting = !store::meetings(&transaction, own.document).await?.is_empty();
        let was_read = pages::was_read(&last, &readings, today);
        if !pages::gaps(&own.rows, has_meeting, approved.is_some(), was_read).is_empty() {
            return Err(Problem::Forbidden.into());
        }
        pack = approved;
        for lang in [Lang::Nb, Lang::En] {
            let content = pages::content(&own.rows, &own.about);
            pack::documents::note_hse(&transaction, unit, place.quarter, own.n + 1, &content, lang).await?;
        }
    }
    let version = store::New {
        document: own.document,
        n: own.n + 1,
        state: to,
        pack,
        by: Role::Hr.name(),
        on: today,
        about: &own.about,
        rows: &own.rows,
    };
    version.insert(&transaction).await?;
    note(base, &transaction, actor, place, event, &format!("version {}", own.n + 1)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes down that the document was discussed.
///
/// # Errors
/// As [`save_row`].
pub async fn add_meeting(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    unit: UnitId,
    form: &HseMeetingForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::WriteHse)?;
    let place = Place::of(quarter, unit)?;
    let transaction = base.db.begin().await?;
    within(&Tree::load(&transaction).await?, &tops, unit)?;
    let meeting = form.parse(organisation::find(&transaction).await?.local_day(base.now()))?;
    let document = store::begin(&transaction, place).await?;
    let sql =
        "INSERT INTO hse_meeting (document_id, held_on, forum, present, remark) VALUES ($1, $2, $3, $4, $5)";
    let values = [
        document.into(),
        meeting.held_on.into(),
        meeting.forum.name().into(),
        meeting.present.into(),
        meeting.remark.into(),
    ];
    execute(&transaction, sql, values).await?;
    note(base, &transaction, actor, place, Event::HseDiscussed, meeting.forum.name()).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes down that somebody has read what was shared, and what they remark.
///
/// # Errors
/// `NotFound` for a unit that is not the person's; `ChangedMeanwhile` when what was read is not the newest version, or
/// is not shared.
pub async fn read(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    unit: UnitId,
    form: &HseReadingForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::RemarkHse)?;
    let place = Place::of(quarter, unit)?;
    let transaction = base.db.begin().await?;
    within(&Tree::load(&transaction).await?, &tops, unit)?;
    let remark = form.parse()?;
    let document = store::document(&transaction, place).await?.ok_or(Problem::NotFound)?;
    let last = store::versions(&transaction, document).await?.into_iter().next().ok_or(Problem::NotFound)?;
    if last.state != HseState::Shared || form.version != last.n.to_string() {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let role = actor.role_for(Right::RemarkHse).map_or("", Role::name);
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let sql = "INSERT INTO hse_reading (version_id, role, read_on, remark) VALUES ($1, $2, $3, $4)";
    execute(&transaction, sql, [last.id.into(), role.into(), today.into(), remark.into()]).await?;
    note(base, &transaction, actor, place, Event::HseRead, &format!("version {}, {role}", last.n)).await?;
    transaction.commit().await?;
    Ok(())
}
