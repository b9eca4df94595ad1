//! Sessions: begun, recognised, ended.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use domain::{AccountId, PersonId, Problem, Role, UnitId, access::Proof, audit::Event};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::password::NO_PASSWORD;
use crate::{accounts, stored_words};
use base::{
    Actor, Base, Error, Result,
    access::{Grant, Session},
    audit::{self, Entry},
    db::{all, execute, exists, one, value},
    tokens::{self, hex, random},
};

/// A session ends this long after sign-in, used or not.
pub const ABSOLUTE: Duration = Duration::hours(12);
/// The same of a device that is signed in to answer.
pub const ABSOLUTE_FOR_ANSWERS: Duration = Duration::days(90);
/// How far the clocks of two instances may differ.
const AHEAD: Duration = Duration::minutes(5);
/// A session that waits for a code ends this soon.
const CODE_PATIENCE: Duration = Duration::minutes(10);
/// How long somebody who showed that it is them need not do so again.
const FRESH: Duration = Duration::minutes(10);
/// How often a session's last use is written down; finer would cost a write per page.
const SEEN_STEP: Duration = Duration::minutes(1);
/// How long a request may wait for that.
const TOUCH_PATIENCE: std::time::Duration = std::time::Duration::from_millis(200);

/// The token that a cookie carries: 256 random bits as hexadecimal. Only its hash is stored.
pub struct SessionToken {
    text: String,
    /// How long the browser keeps it; until it is closed when nothing is said.
    lasts: Option<Duration>,
}

impl SessionToken {
    /// The text for the cookie.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Seconds for which the browser keeps it; none for until it is closed.
    pub fn seconds(&self) -> Option<u32> {
        self.lasts.and_then(|lasts| u32::try_from(lasts.num_seconds()).ok())
    }

    /// A fresh one, also of a device that is signed in to answer.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn new(is_for_answers: bool) -> Result<Self> {
        Ok(Self { text: hex(&random::<32>()?), lasts: is_for_answers.then_some(ABSOLUTE_FOR_ANSWERS) })
    }
}

/// How much of a sign-in is done when a session begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// All of it.
    Full,
    /// All of it, at a provider, which asked for what the organisation wants asked.
    ByProvider,
    /// The password; the code of the second factor is still to come.
    NeedsCode,
    /// None of it: a printed code or a mailed link, with which a device may answer and little else.
    Answers,
}

/// What a session waits for before it opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitsFor {
    /// The code of the second factor.
    Code,
    /// A second factor, which the person's role needs and which is not set up yet.
    Factor,
}

/// Somebody half-way through signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Account.
    pub account: AccountId,
    /// Name for the header.
    pub name: String,
    /// What is missing.
    pub waits_for: WaitsFor,
    /// SHA-256 of the session's token.
    pub token_hash: Vec<u8>,
}

/// Who is behind a cookie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// Somebody signed in.
    Full(Actor),
    /// Somebody half-way through.
    Waiting(Waiting),
}

/// Begins a full session of an account whose person has shown who they are at a provider. `agent` is
/// what the browser calls itself.
///
/// # Errors
/// When the database refuses.
pub async fn begin_session(base: &Base, account: AccountId, agent: &str) -> Result<SessionToken> {
    let now = base.now();
    let transaction = base.db.begin().await?;
    let token = begin(&transaction, account, &super::device(agent), now, SessionState::ByProvider).await?;
    note(&transaction, now, Event::SignedIn, account).await?;
    transaction.commit().await?;
    Ok(token)
}

/// Writes a sign-in or sign-out down, for an account that has more than the role of an employee. Who is
/// only an employee signs in to check in: their rows would say who has answered, and when.
pub(super) async fn note(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    event: Event,
    account: AccountId,
) -> Result<()> {
    if is_more_than_employee(db, account).await? {
        audit::record(db, now, &Entry::new(event, Some(account))).await?;
    }
    Ok(())
}

/// Writes down how somebody came by their sign-in: a first password, a reset, a first visit through a provider. Of
/// whoever has more than the role of an employee it says who and when; of others the day alone, because they come
/// to answer.
pub(crate) async fn note_way_in(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    account: AccountId,
    entry: Entry<'_>,
) -> Result<()> {
    if is_more_than_employee(db, account).await? {
        return audit::record(db, now, &entry).await;
    }
    audit::record(db, of_day(now), &Entry { by: None, unit: None, subject: None, ..entry }).await
}

/// The beginning of a day: all that is written down of when somebody came who only checks in.
pub(crate) fn of_day(now: DateTime<Utc>) -> DateTime<Utc> {
    now.date_naive().and_time(NaiveTime::MIN).and_utc()
}

/// Whether an account holds a role besides that of an employee.
pub(crate) async fn is_more_than_employee(db: &impl ConnectionTrait, account: AccountId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM role_grant WHERE account_id = $1 AND role <> 'employee' LIMIT 1";
    Ok(exists(db, sql, [account.into()]).await?)
}

/// Begins a session.
pub async fn begin(
    db: &impl ConnectionTrait,
    account: AccountId,
    device: &str,
    now: DateTime<Utc>,
    state: SessionState,
) -> Result<SessionToken> {
    let is_for_answers = state == SessionState::Answers;
    let token = SessionToken::new(is_for_answers)?;
    let over = [(now - ABSOLUTE).into(), (now + AHEAD).into(), (now - ABSOLUTE_FOR_ANSWERS).into()];
    let sql = "DELETE FROM session WHERE created_at < $3 OR created_at > $2 OR (created_at < $1 AND NOT is_for_answers)";
    execute(db, sql, over).await?;
    // Of who comes to answer the day alone is written down.
    let begun = if is_for_answers { of_day(now) } else { now };
    execute(
        db,
        "INSERT INTO session
             (token_hash, account_id, created_at, seen_at, proven_at, device, state, is_by_provider, is_for_answers)
         VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)",
        [
            tokens::token_hash(token.as_str()).into(),
            account.into(),
            begun.into(),
            (!is_for_answers).then_some(now).into(),
            device.into(),
            if state == SessionState::NeedsCode { "needs_code" } else { "full" }.into(),
            (state == SessionState::ByProvider).into(),
            is_for_answers.into(),
        ],
    )
    .await?;
    Ok(token)
}

/// What a session hands on to the one that takes its place.
#[derive(FromQueryResult)]
struct RunningSession {
    device: String,
    is_by_provider: bool,
    is_for_answers: bool,
    proven_at: Option<DateTime<Utc>>,
}

/// Ends all sessions of an account but begins the one that asks anew, under another token: whoever
/// knew the old one knows nothing.
///
/// # Errors
/// `SignInNeeded` when the session has ended meanwhile.
pub async fn renew(
    db: &impl ConnectionTrait,
    account: AccountId,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<SessionToken> {
    let old: RunningSession = one(
        db,
        "SELECT device, is_by_provider, is_for_answers, proven_at FROM session WHERE token_hash = $1 AND account_id = $2",
        [token_hash.to_vec().into(), account.into()],
    )
    .await?
    .ok_or(Problem::SignInNeeded)?;
    let state = match () {
        () if old.is_for_answers => SessionState::Answers,
        () if old.is_by_provider => SessionState::ByProvider,
        () => SessionState::Full,
    };
    accounts::end_sessions(db, account, None).await?;
    let token = begin(db, account, &old.device, now, state).await?;
    // A new token proves nothing new: what was asked for last still counts from then.
    execute(
        db,
        "UPDATE session SET proven_at = $1 WHERE token_hash = $2",
        [old.proven_at.into(), tokens::token_hash(token.as_str()).into()],
    )
    .await?;
    Ok(token)
}

/// The person behind a cookie, if the session still runs and is complete.
///
/// # Errors
/// When the database refuses.
pub async fn actor(base: &Base, token: &str) -> Result<Option<Actor>> {
    Ok(match visitor(base, token).await? {
        Some(Visitor::Full(actor)) => Some(actor),
        _ => None,
    })
}

/// A session with what has to be known of its account.
#[derive(FromQueryResult)]
struct HeldSession {
    id: AccountId,
    person_id: Option<PersonId>,
    name: String,
    has_second_factor: bool,
    password_hash: String,
    created_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    proven_at: Option<DateTime<Utc>>,
    state: String,
    is_by_provider: bool,
    is_for_answers: bool,
}

impl HeldSession {
    /// Whether the code of the second factor is still to come.
    fn needs_code(&self) -> Result<bool> {
        match self.state.as_str() {
            "full" => Ok(false),
            "needs_code" => Ok(true),
            state => Err(Error::stored("session.state", state)),
        }
    }

    /// What has to be asked before a sensitive act.
    fn proof(&self, now: DateTime<Utc>) -> Proof {
        if self.proven_at.is_some_and(|at| now - at < FRESH) {
            Proof::Fresh
        } else if self.has_second_factor {
            Proof::Code
        } else if self.password_hash != NO_PASSWORD {
            Proof::Password
        } else {
            Proof::SignIn
        }
    }
}

/// The person behind a cookie, if the session still runs, also when something is missing from it.
///
/// # Errors
/// When the database refuses.
pub async fn visitor(base: &Base, token: &str) -> Result<Option<Visitor>> {
    find_visitor(base, token, true).await
}

/// The same where the session's last use is not written down: it would say when somebody answered.
///
/// # Errors
/// When the database refuses.
pub async fn passing_visitor(base: &Base, token: &str) -> Result<Option<Visitor>> {
    find_visitor(base, token, false).await
}

async fn find_visitor(base: &Base, token: &str, is_noted: bool) -> Result<Option<Visitor>> {
    let now = base.now();
    let hash = tokens::token_hash(token);
    // A locked account, or that of somebody who left, has no session, whatever stands in the table.
    let held: Option<HeldSession> = one(
        &base.db.reader,
        "SELECT account.id, account.person_id, account.name, account.has_second_factor, account.password_hash,
             session.created_at, session.seen_at, session.proven_at, session.state, session.is_by_provider,
             session.is_for_answers
         FROM session JOIN account ON account.id = session.account_id
         WHERE session.token_hash = $1 AND account.state = 'active'",
        [hash.clone().into()],
    )
    .await?;
    let Some(held) = held else { return Ok(None) };
    let (account, created_at) = (held.id, held.created_at);
    // Begun while the clock was ahead: it would outlast all others by as much.
    if created_at > now + AHEAD {
        return Ok(None);
    }
    if held.needs_code()? {
        let waiting = Waiting { account, name: held.name, waits_for: WaitsFor::Code, token_hash: hash };
        return Ok((now - created_at < CODE_PATIENCE).then_some(Visitor::Waiting(waiting)));
    }
    let mut grants = grants(base, account).await?;
    if held.is_for_answers {
        // Whoever has been given another role since still only answers with it.
        grants.retain(|grant| grant.role == Role::Employee);
        let is_over = now - created_at >= ABSOLUTE_FOR_ANSWERS;
        let session = Some(Session { token_hash: hash, proof: held.proof(now), is_for_answers: true });
        let actor = Actor { account, person: held.person_id, name: held.name, grants, session };
        return Ok((!is_over).then_some(Visitor::Full(actor)));
    }
    // The strictest of a person's roles decides how long the session may idle.
    let idle = grants.iter().map(|grant| grant.role.idle_minutes()).min().unwrap_or(30);
    if now - created_at >= ABSOLUTE || now - held.seen_at >= Duration::minutes(idle) {
        return Ok(None);
    }
    if is_noted {
        touch(base, &hash, held.seen_at, now).await;
    }
    let needs_factor = !held.has_second_factor
        && !held.is_by_provider
        && grants.iter().any(|g| g.role.needs_second_factor());
    // Everybody has to be able to look at the demo.
    if needs_factor && !organisation::find(&base.db.reader).await?.is_synthetic {
        let waiting = Waiting { account, name: held.name, waits_for: WaitsFor::Factor, token_hash: hash };
        return Ok(Some(Visitor::Waiting(waiting)));
    }
    let session = Some(Session { token_hash: hash, proof: held.proof(now), is_for_answers: false });
    Ok(Some(Visitor::Full(Actor { account, person: held.person_id, name: held.name, grants, session })))
}

async fn touch(base: &Base, hash: &[u8], seen_at: DateTime<Utc>, now: DateTime<Utc>) {
    if now - seen_at < SEEN_STEP {
        return;
    }
    let values = [now.into(), hash.to_vec().into()];
    let touch = execute(base.db.writer(), "UPDATE session SET seen_at = $1 WHERE token_hash = $2", values);
    // Nobody waits for this: while something long is being written, the next request tries again.
    if !matches!(tokio::time::timeout(TOUCH_PATIENCE, touch).await, Ok(Ok(_))) {
        tracing::debug!("a session's last use was not written down");
    }
}

/// A role as it is stored.
#[derive(FromQueryResult)]
struct StoredGrant {
    role: String,
    unit_id: UnitId,
}

/// The roles of an account that is open: those it was given, and that of an employee for whoever has a
/// place on a roster, in the unit where that is or will be.
pub async fn grants(base: &Base, account: AccountId) -> Result<Vec<Grant>> {
    let today = organisation::today(base).await?;
    let given: Vec<StoredGrant> = all(
        &base.db.reader,
        "SELECT role, unit_id FROM role_grant JOIN account ON account.id = role_grant.account_id
         WHERE account_id = $1 AND account.state = 'active' AND role <> 'employee'
         UNION ALL
         SELECT 'employee', unit_id FROM (
             SELECT roster.unit_id FROM roster JOIN account ON account.person_id = roster.person_id
             WHERE account.id = $1 AND account.state = 'active' AND (roster.to_on IS NULL OR roster.to_on >= $2)
             ORDER BY roster.from_on LIMIT 1) AS place
         ORDER BY 1, 2",
        [account.into(), today.into()],
    )
    .await?;
    given
        .into_iter()
        .map(|given| Ok(Grant { role: stored_words::role(&given.role)?, unit: given.unit_id }))
        .collect()
}

/// Ends the session of a cookie; says whose it was, where that is still known.
///
/// # Errors
/// When the database refuses.
pub async fn sign_out(base: &Base, token: &str) -> Result<Option<AccountId>> {
    let transaction = base.db.begin().await?;
    let ended: Option<AccountId> = value(
        &transaction,
        "DELETE FROM session WHERE token_hash = $1 RETURNING account_id",
        [tokens::token_hash(token).into()],
    )
    .await?;
    if let Some(account) = ended {
        note(&transaction, base.now(), Event::SignedOut, account).await?;
    }
    transaction.commit().await?;
    Ok(ended)
}
