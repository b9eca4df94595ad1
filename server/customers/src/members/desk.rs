//! At the desk: a member is found by the whole of a number, and by nothing less.
//!
//! Each look is noted in the audit log, without what was typed; beyond [`MOST_LOOK_UPS`] an hour a person is refused, so that
//! nobody tries numbers one after another.

use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    db::{all, column, execute, one, value},
    tokens::random,
};
use chrono::{Days, Duration, NaiveDate, SecondsFormat};
use domain::{
    AccountId, Field, Problem, Right, UnitId, Why,
    audit::Event,
    customers::{
        follow_up::FollowUpReason,
        member::{
            DESK_DAYS, DeskAct, DeskForm, DeskMember, Found, MOST_LOOK_UPS, MemberSlip, MembersPage,
            member_number,
        },
        phone::phone_digits,
        related::phone_key,
    },
};
use organisation::{Tree, within};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};

use super::{
    COLUMNS, Stored,
    handle::{NONCE, address, handle, of_handle},
    leave::Leaving,
};
use crate::{cards::key::Key, follow_ups, stored_words};

/// Half of the lock under which the looks of one person are counted.
const LOCK: i32 = 0x6d65_6d62;

/// The desk's page; with a handle, the member whom this person has found today.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a handle that is not theirs or of yesterday.
pub async fn page(base: &Base, actor: Option<&Actor>, typed: Option<&str>) -> Result<MembersPage> {
    let (actor, _) = authorize(actor, Right::LookUpMember)?;
    let key = Key::of(base).await?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let units = tree.open_below(&actor.units_for(Right::HandleCase));
    let Some(typed) = typed else { return Ok(MembersPage { found: None, units }) };
    let today = organisation::find(&db).await?.local_day(base.now());
    let member = of_handle(&key, &db, typed, actor.account, today).await?;
    let shown =
        Desk { key: &key, db: &db, tree: &tree, account: actor.account, today }.shown(&member).await?;
    Ok(MembersPage { found: Some(Found::One(Box::new(shown))), units })
}

/// Looks a member up who wants to be recognised.
///
/// # Errors
/// `Invalid` without anything to look for; `TooManyAttempts` beyond the person's share of the hour.
pub async fn look_up(base: &Base, actor: Option<&Actor>, typed: &str) -> Result<MembersPage> {
    let (actor, _) = authorize(actor, Right::LookUpMember)?;
    let number = member_number(typed).map_err(|why| Problem::invalid(Field::Member, why))?;
    // What is no whole telephone number finds nobody by telephone.
    let phone = phone_digits(typed).and_then(|_| phone_key(typed));
    let key = Key::of(base).await?;
    let transaction = base.db.begin().await?;
    note(&transaction, base, actor.account).await?;
    let tree = Tree::load(&transaction).await?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let sql = format!(
        "SELECT {COLUMNS} FROM member WHERE recognise_on IS NOT NULL AND (number = $1 OR phone_key = $2) ORDER BY id LIMIT 2"
    );
    let mut members: Vec<Stored> = all(&transaction, &sql, [number.into(), phone.into()]).await?;
    let found = match (members.pop(), members.pop()) {
        (None, _) => Found::Nobody,
        (Some(_), Some(_)) => Found::Several,
        (Some(member), None) => {
            let desk = Desk { key: &key, db: &transaction, tree: &tree, account: actor.account, today };
            Found::One(Box::new(desk.shown(&member).await?))
        }
    };
    transaction.commit().await?;
    let units = tree.open_below(&actor.units_for(Right::HandleCase));
    Ok(MembersPage { found: Some(found), units })
}

/// Notes a look down, unless the person has had their share of the hour.
async fn note(db: &impl ConnectionTrait, base: &Base, account: AccountId) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        let whose = i32::try_from(i64::from(account)).unwrap_or(i32::MAX);
        execute(db, "SELECT pg_advisory_xact_lock($1, $2)", [LOCK.into(), whose.into()]).await?;
    }
    let sql = "SELECT at FROM audit WHERE account_id = $1 AND event = $2 ORDER BY id DESC LIMIT $3";
    let most = i64::try_from(MOST_LOOK_UPS).unwrap_or(i64::MAX);
    let values = [account.into(), Event::MemberLookedUp.name().into(), most.into()];
    let looks: Vec<String> = column(db, sql, values).await?;
    let hour = (base.now() - Duration::hours(1)).to_rfc3339_opts(SecondsFormat::Millis, true);
    if looks.len() >= MOST_LOOK_UPS && looks.last().is_some_and(|oldest| *oldest > hour) {
        return Err(Problem::TooManyAttempts.into());
    }
    audit::record(db, base.now(), &Entry::new(Event::MemberLookedUp, Some(account))).await?;
    Ok(())
}

/// What came of doing something for a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskDone {
    /// A follow-up is planned.
    Planned,
    /// There is a new address of the own page.
    Slip(MemberSlip),
    /// The member is gone.
    Left,
}

/// Does something for a member whom this person has found today. `public_url` is where the site is reached.
///
/// # Errors
/// `NotFound` as for [`page`], and for a word that is no act; `Forbidden` for who may not; `Invalid` for what the form lacks.
pub async fn act(base: &Base, actor: Option<&Actor>, form: &DeskForm, public_url: &str) -> Result<DeskDone> {
    let (actor, _) = authorize(actor, Right::LookUpMember)?;
    let act = DeskAct::from_name(&form.act).ok_or(Problem::NotFound)?;
    let (actor, tops) = match act {
        DeskAct::FollowUp => authorize(Some(actor), Right::HandleCase)?,
        DeskAct::Reissue | DeskAct::Leave => authorize(Some(actor), Right::KeepMembers)?,
    };
    let key = Key::of(base).await?;
    let transaction = base.db.begin().await?;
    let organisation = organisation::find(&transaction).await?;
    let tree = Tree::load(&transaction).await?;
    let today = organisation.local_day(base.now());
    let member = of_handle(&key, &transaction, &form.handle, actor.account, today).await?;
    let done = match act {
        DeskAct::FollowUp => {
            plan(&transaction, &tree, &tops, &member, form, today).await?;
            DeskDone::Planned
        }
        DeskAct::Reissue => {
            let nonce = random::<NONCE>()?;
            let sql = "UPDATE member SET nonce = $2 WHERE id = $1";
            execute(&transaction, sql, [member.id.into(), nonce.to_vec().into()]).await?;
            let entry = Entry::new(Event::MemberReissued, Some(actor.account));
            audit::record(&transaction, base.now(), &entry).await?;
            let lang = member.lang()?;
            let address = address(&key, &nonce, public_url, lang.tag())?;
            DeskDone::Slip(MemberSlip { name: member.name, address, lang, is_anew: true })
        }
        DeskAct::Leave => {
            if form.sure.is_empty() {
                return Err(Problem::invalid(Field::Sure, Why::Missing).into());
            }
            let leaving =
                Leaving { base, db: &transaction, key: &key, tree: &tree, organisation: &organisation };
            leaving.let_go(&member).await?;
            let entry = Entry::new(Event::MemberLeft, Some(actor.account));
            audit::record(&transaction, base.now(), &entry).await?;
            DeskDone::Left
        }
    };
    transaction.commit().await?;
    Ok(done)
}

/// Plans a follow-up of a member who has said yes to it.
async fn plan(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    member: &Stored,
    form: &DeskForm,
    today: NaiveDate,
) -> Result<()> {
    let new = form.follow_up()?;
    let Some(consent) = member.follow()? else { return Err(Problem::NotFound.into()) };
    let is_open = tree.get(new.unit).is_some_and(|unit| unit.closed_on.is_none());
    if !is_open || within(tree, tops, new.unit).is_err() {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let sql = "INSERT INTO follow_up (unit_id, reason, about, customer_name, phone, email, lang, consent_on, consent_how,
                   consent_version, nonce, due_on, member_id)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let values = [
        new.unit.into(),
        FollowUpReason::Purchase.name().into(),
        new.about.into(),
        member.name.as_str().into(),
        member.phone.as_str().into(),
        member.email.as_str().into(),
        member.lang.as_str().into(),
        consent.on.into(),
        consent.how.name().into(),
        consent.version.into(),
        random::<{ follow_ups::NONCE }>()?.to_vec().into(),
        (today + Days::new(new.bought.days())).into(),
        member.id.into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// What a member is shown with.
struct Desk<'a, C> {
    key: &'a Key,
    db: &'a C,
    tree: &'a Tree,
    account: AccountId,
    today: NaiveDate,
}

#[derive(FromQueryResult)]
struct Been {
    unit_id: UnitId,
    visits: i64,
    last: NaiveDate,
}

#[derive(FromQueryResult)]
struct Case {
    kind: String,
    stage: String,
}

impl<C: ConnectionTrait> Desk<'_, C> {
    async fn shown(&self, member: &Stored) -> Result<DeskMember> {
        let since = self.today.checked_sub_days(Days::new(DESK_DAYS)).unwrap_or(self.today);
        let sql = "SELECT unit_id, COUNT(*) AS visits, MAX(day) AS last FROM visit WHERE member_id = $1 AND day > $2
                   GROUP BY unit_id ORDER BY COUNT(*) DESC, unit_id";
        let been: Vec<Been> = all(self.db, sql, [member.id.into(), since.into()]).await?;
        let mostly =
            been.first().filter(|first| first.visits > 1).and_then(|first| self.tree.get(first.unit_id));
        let last: Option<Option<NaiveDate>> =
            value(self.db, "SELECT MAX(day) AS last FROM visit WHERE member_id = $1", [member.id.into()])
                .await?;
        let sql = "SELECT kind, stage FROM complaint WHERE member_id = $1 ORDER BY id DESC LIMIT 1";
        let case: Option<Case> = one(self.db, sql, [member.id.into()]).await?;
        let case = match case {
            Some(case) => Some((stored_words::kind(&case.kind)?, stored_words::stage(&case.stage)?)),
            None => None,
        };
        Ok(DeskMember {
            handle: handle(self.key, &member.nonce, self.account, self.today)?,
            name: member.name.clone(),
            lang: member.lang()?,
            visits: been.iter().map(|been| been.visits).sum(),
            last_on: been.iter().map(|been| been.last).max().or(last.flatten()),
            mostly: mostly.map(|unit| unit.name.clone()),
            case,
            wants_follow_up: member.follow_on.is_some(),
        })
    }
}
