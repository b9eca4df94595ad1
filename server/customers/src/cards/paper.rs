//! Cards on paper. An envelope says how many it holds; each card is typed in, then again, best by somebody else; what differs
//! is decided; then all of them are taken in at once, or none.

use chrono::{Days, NaiveDate};
use domain::{
    Field, Lang, Problem, Right, Role, UnitId, Why,
    customers::{
        complaint::CONTACT_DAYS,
        paper::{PAPER_DAYS, PaperCard, PaperForm, PaperList, PaperPage, PaperRow, PaperStep},
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{complaints::logging::Logging, mentions, stored_words};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, column, execute, exists, join_ids, one, value},
};
use organisation::{Organisation, Tree, within};

/// Envelopes on one page.
const MOST: i64 = 100;

const COLUMNS: &str = "id, unit_id, counted, made_on, first_by,
    (SELECT COUNT(*) FROM paper_card WHERE batch_id = paper_batch.id) AS typed";

#[derive(FromQueryResult)]
struct Batch {
    id: i64,
    unit_id: UnitId,
    counted: i64,
    made_on: NaiveDate,
    first_by: i64,
    typed: i64,
}

impl Batch {
    async fn find(db: &impl ConnectionTrait, tree: &Tree, tops: &[UnitId], id: i64) -> Result<Self> {
        let sql = format!("SELECT {COLUMNS} FROM paper_batch WHERE id = $1 AND done_on IS NULL");
        let batch: Self = one(db, &sql, [id.into()]).await?.ok_or(Problem::NotFound)?;
        within(tree, tops, batch.unit_id)?;
        Ok(batch)
    }

    /// The same, kept from others until the transaction is over.
    async fn lock(db: &impl ConnectionTrait, tree: &Tree, tops: &[UnitId], id: i64) -> Result<Self> {
        execute(db, "UPDATE paper_batch SET counted = counted WHERE id = $1", [id.into()]).await?;
        Self::find(db, tree, tops, id).await
    }

    fn row(&self, tree: &Tree) -> PaperRow {
        PaperRow {
            id: self.id,
            unit: tree.get(self.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
            counted: self.counted,
            typed: self.typed,
            made_on: self.made_on,
        }
    }
}

#[derive(FromQueryResult)]
struct Stored {
    pass: i64,
    place: i64,
    kind: String,
    category: String,
    happened_on: NaiveDate,
    what: String,
    customer_name: String,
    phone: String,
}

/// The cards of an envelope as they were typed the first and the second time, by place.
struct Typed {
    first: Vec<PaperCard>,
    second: Vec<PaperCard>,
}

impl Typed {
    async fn load(db: &impl ConnectionTrait, batch: i64) -> Result<Self> {
        let sql =
            "SELECT pass, place, kind, category, happened_on, what, customer_name, phone FROM paper_card
                   WHERE batch_id = $1 ORDER BY pass, place";
        let rows: Vec<Stored> = all(db, sql, [batch.into()]).await?;
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for row in rows {
            let card = PaperCard {
                place: row.place,
                kind: stored_words::kind(&row.kind)?,
                category: stored_words::category(&row.category)?,
                happened_on: row.happened_on,
                what: row.what,
                name: row.customer_name,
                phone: row.phone,
            };
            if row.pass == 1 { first.push(card) } else { second.push(card) }
        }
        Ok(Self { first, second })
    }

    /// Where an envelope of so many stands.
    fn step(&self, counted: i64) -> PaperStep {
        let n = |cards: &[PaperCard]| i64::try_from(cards.len()).unwrap_or(i64::MAX);
        match (n(&self.first), self.first.get(self.second.len())) {
            (first, _) if first < counted => PaperStep::First(first + 1),
            (_, Some(next)) => PaperStep::Second(next.clone()),
            (_, None) => PaperStep::Compare(self.differing()),
        }
    }

    fn differing(&self) -> Vec<(PaperCard, PaperCard)> {
        let pairs = self.first.iter().zip(&self.second);
        pairs
            .filter(|(first, second)| !first.differs(second).is_empty())
            .map(|(first, second)| (first.clone(), second.clone()))
            .collect()
    }
}

/// Envelopes of the person's units that are not taken in.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>) -> Result<PaperList> {
    let (_, tops) = authorize(actor, Right::LogComplaint)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let units: Vec<UnitId> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
    let sql = format!(
        "SELECT {COLUMNS} FROM paper_batch WHERE done_on IS NULL AND unit_id IN ({}) ORDER BY id LIMIT {MOST}",
        join_ids(&units)
    );
    let rows: Vec<Batch> = all(&db, &sql, []).await?;
    Ok(PaperList { rows: rows.iter().map(|batch| batch.row(&tree)).collect(), units: tree.open_below(&tops) })
}

/// Opens an envelope; gives its id.
///
/// # Errors
/// `Invalid` for a unit that is not the person's and for a number that no envelope holds.
pub async fn open(base: &Base, actor: Option<&Actor>, form: &PaperForm) -> Result<i64> {
    let (actor, tops) = authorize(actor, Right::LogComplaint)?;
    let counted = form.counted()?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = form.unit.parse::<UnitId>().ok().filter(|unit| {
        tree.get(*unit).is_some_and(|unit| unit.closed_on.is_none()) && within(&tree, &tops, *unit).is_ok()
    });
    let unit = unit.ok_or(Problem::invalid(Field::Unit, Why::NotAChoice))?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let sql =
        "INSERT INTO paper_batch (unit_id, counted, made_on, first_by) VALUES ($1, $2, $3, $4) RETURNING id";
    let values = [unit.into(), counted.into(), today.into(), i64::from(actor.account).into()];
    let id: Option<i64> = value(&transaction, sql, values).await?;
    transaction.commit().await?;
    id.ok_or_else(|| Error::Internal("an envelope just written is gone".to_owned()))
}

/// An envelope where it stands.
///
/// # Errors
/// `NotFound` for one that is taken in, and for one of a unit that is not the person's.
pub async fn page(base: &Base, actor: Option<&Actor>, id: i64) -> Result<PaperPage> {
    let (actor, tops) = authorize(actor, Right::LogComplaint)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let batch = Batch::find(&db, &tree, &tops, id).await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let step = Typed::load(&db, id).await?.step(batch.counted);
    Ok(PaperPage { row: batch.row(&tree), step, is_own: batch.first_by == i64::from(actor.account), today })
}

/// Whether an envelope is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperDone {
    /// There is more to do.
    GoesOn,
    /// So many cards are taken in.
    TakenIn(i64),
    /// It was put away without counting.
    Discarded,
}

/// Does something with an envelope.
///
/// # Errors
/// `ChangedMeanwhile` when somebody else has typed the same card; `Invalid` for what the form lacks, for a count below what was
/// typed in, and for a difference that nobody decided; `NotFound` as for [`page`], and for a word that is no act.
pub async fn act(base: &Base, actor: Option<&Actor>, id: i64, form: &PaperForm) -> Result<PaperDone> {
    let (actor, tops) = authorize(actor, Right::LogComplaint)?;
    let organisation = organisation::find(&base.db.reader).await?;
    match form.act.as_str() {
        "card" => {
            let card = form.card(organisation.local_day(base.now()))?;
            keep(base, &tops, id, (form, &card)).await?;
            Ok(PaperDone::GoesOn)
        }
        "recount" => {
            recount(base, &tops, id, form.counted()?).await?;
            Ok(PaperDone::GoesOn)
        }
        "discard" => {
            let transaction = base.db.begin().await?;
            let tree = Tree::load(&transaction).await?;
            Batch::lock(&transaction, &tree, &tops, id).await?;
            forget_batch(&transaction, &id.to_string()).await?;
            transaction.commit().await?;
            Ok(PaperDone::Discarded)
        }
        "take_in" => {
            let role = actor.role_for(Right::LogComplaint).map_or("service", Role::name);
            take_in(base, (&tops, role), &organisation, id, form).await.map(PaperDone::TakenIn)
        }
        _ => Err(Problem::NotFound.into()),
    }
}

/// Keeps a card that was typed, where it is the next one.
async fn keep(base: &Base, tops: &[UnitId], id: i64, (form, card): (&PaperForm, &PaperCard)) -> Result<()> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let batch = Batch::lock(&transaction, &tree, tops, id).await?;
    let next = match Typed::load(&transaction, id).await?.step(batch.counted) {
        PaperStep::First(place) => Some((1, place)),
        PaperStep::Second(first) => Some((2, first.place)),
        PaperStep::Compare(_) => None,
    };
    let (pass, place) = next
        .filter(|next| form.pass.parse() == Ok(next.0) && card.place == next.1)
        .ok_or(Problem::ChangedMeanwhile)?;
    let sql = "INSERT INTO paper_card (batch_id, pass, place, kind, category, happened_on, what, customer_name, phone)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let values = [
        id.into(),
        pass.into(),
        place.into(),
        card.kind.name().into(),
        card.category.name().into(),
        card.happened_on.into(),
        card.what.as_str().into(),
        card.name.as_str().into(),
        card.phone.as_str().into(),
    ];
    execute(&transaction, sql, values).await?;
    transaction.commit().await?;
    Ok(())
}

/// The envelope holds another number than stood on it.
async fn recount(base: &Base, tops: &[UnitId], id: i64, counted: i64) -> Result<()> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    Batch::lock(&transaction, &tree, tops, id).await?;
    let sql = "SELECT COUNT(*) AS n FROM paper_card WHERE batch_id = $1 AND pass = 1";
    let typed: i64 = value(&transaction, sql, [id.into()]).await?.unwrap_or(0);
    if counted < typed {
        return Err(Problem::invalid(Field::Counted, Why::OutOfRange).into());
    }
    execute(&transaction, "UPDATE paper_batch SET counted = $2 WHERE id = $1", [id.into(), counted.into()])
        .await?;
    transaction.commit().await?;
    Ok(())
}

/// A card that is taken in, with what a name in it is sealed under.
struct Ready {
    new: domain::customers::complaint::NewComplaint,
    key: Option<mentions::Key>,
}

/// Takes all cards in at once.
async fn take_in(
    base: &Base,
    (tops, role): (&[UnitId], &str),
    organisation: &Organisation,
    id: i64,
    form: &PaperForm,
) -> Result<i64> {
    let tree = organisation::tree(base, &base.db.reader).await?;
    let today = organisation.local_day(base.now());
    let batch = Batch::find(&base.db.reader, &tree, tops, id).await?;
    let typed = Typed::load(&base.db.reader, id).await?;
    if !matches!(typed.step(batch.counted), PaperStep::Compare(_)) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let mut ready = Vec::with_capacity(typed.first.len());
    for (first, second) in typed.first.iter().zip(&typed.second) {
        let card = match (first.differs(second).is_empty(), form.right(first.place)) {
            (true, _) | (false, Some(true)) => first,
            (false, Some(false)) => second,
            (false, None) => return Err(Problem::invalid(Field::Answer, Why::Missing).into()),
        };
        let mut new = card.at_unit(batch.unit_id, today + Days::new(CONTACT_DAYS));
        mentions::leave_out(base, &tree, today, &mut new, Lang::Nb).await?;
        ready.push(Ready { new, key: None });
    }
    // Before the transaction: a store of keys may be a table of the same database.
    for one in &mut ready {
        if !one.new.about_whom.is_empty() {
            one.key = Some(mentions::Key::fresh(base).await?);
        }
    }
    let differed = i64::try_from(typed.differing().len()).unwrap_or(i64::MAX);
    let written = async {
        let transaction = base.db.begin().await?;
        let locked = Batch::lock(&transaction, &tree, tops, id).await?;
        // Somebody may have found another card in the envelope meanwhile.
        if locked.counted != batch.counted || locked.typed != batch.typed {
            return Err(Error::from(Problem::ChangedMeanwhile));
        }
        for Ready { new, key } in &ready {
            let logging =
                Logging { base, organisation, tree: &tree, role, new, key: key.as_ref(), repeat_of: None };
            logging.write_within(&transaction, None).await?;
        }
        execute(&transaction, "DELETE FROM paper_card WHERE batch_id = $1", [id.into()]).await?;
        let sql = "UPDATE paper_batch SET done_on = $2, differed = $3 WHERE id = $1";
        execute(&transaction, sql, [id.into(), today.into(), differed.into()]).await?;
        transaction.commit().await?;
        Ok(batch.counted)
    }
    .await;
    if written.is_err() {
        for key in ready.into_iter().filter_map(|one| one.key) {
            key.give_up(base).await?;
        }
    }
    written
}

async fn forget_batch(db: &impl ConnectionTrait, ids: &str) -> Result<()> {
    execute(db, &format!("DELETE FROM paper_card WHERE batch_id IN ({ids})"), []).await?;
    execute(db, &format!("DELETE FROM paper_batch WHERE id IN ({ids})"), []).await?;
    Ok(())
}

/// Forgets envelopes that nobody went on with.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let today = organisation::find(db).await?.local_day(base.now());
    let before = today.checked_sub_days(Days::new(PAPER_DAYS)).unwrap_or(today);
    let sql = "SELECT 1 AS one FROM paper_batch WHERE done_on IS NULL AND made_on < $1 LIMIT 1";
    if !exists(db, sql, [before.into()]).await? {
        return Ok(());
    }
    let transaction = base.db.begin().await?;
    let sql = "SELECT id FROM paper_batch WHERE done_on IS NULL AND made_on < $1";
    let ids: Vec<i64> = column(&transaction, sql, [before.into()]).await?;
    forget_batch(&transaction, &join_ids(&ids)).await?;
    transaction.commit().await?;
    Ok(())
}
