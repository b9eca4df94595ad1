//! The page of a case, and the pages of what can be done with it.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    Field, Problem, Right, UnitId,
    customers::{
        case::{
            Act, ActPage, Apology, CasePage, ClockShown, ClockState, EventShown, Issue, MOST_EXTENSION,
            REOPEN_DAYS, RemedyDone, UNDO_MINUTES, USUAL_EXTENSION,
        },
        complaint::Contact,
        inbox::CaseRow,
        words::{CaseOutcome, ClockKind, EventKind, How, Kind, Outcome, Remedy},
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use worktime::Calendar;

use super::{
    actions,
    clocks::{self, Moved},
    events::{Event, ITSELF},
    list::time_left,
    owner_names,
    record::Record,
    related, runs,
    state::{undoable, undone},
    typed_reference,
};
use crate::{calendars, files};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, join_ids, one, value},
};
use organisation::{Organisation, Tree};

/// A case with what happened to it. `seen` is the version that a refused form carried.
///
/// # Errors
/// `NotFound` for an unknown reference and for a case of somebody else's unit, alike.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    reference: &str,
    seen: Option<i64>,
) -> Result<CasePage> {
    let (actor, tops) = authorize(actor, Right::ViewCases)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let record = find(&db, &tree, &tops, reference).await?;
    show(&db, &tree, base.now(), &record, actor, seen).await
}

/// The page of something that can be done with a case. It is there also when the case does not allow it any more: what
/// somebody has written is then not lost. `by` is the number of working days that a refused form carried.
///
/// # Errors
/// As [`page`]; `NotFound` also for an act without a page.
pub async fn act_page(
    base: &Base,
    actor: Option<&Actor>,
    reference: &str,
    act: &str,
    seen: Option<i64>,
    by: Option<i64>,
) -> Result<ActPage> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let act = Act::from_name(act).filter(|act| act.has_page()).ok_or(Problem::NotFound)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let record = find(&db, &tree, &tops, reference).await?;
    let page = show(&db, &tree, base.now(), &record, actor, seen).await?;
    let is_possible = page.acts.contains(&act);
    let by = by.filter(|by| (1..=MOST_EXTENSION).contains(by)).unwrap_or(USUAL_EXTENSION);
    let due_on = match act.moves_the_day() {
        true => {
            let organisation = organisation::find(&db).await?;
            let calendar = calendars::of(&db, &tree, &organisation, record.received_by()).await?.calendar;
            match clocks::moved(&record.promises(&calendar), act, by, base.now())? {
                Moved::Until(due) => due.map(|due| due.with_timezone(&calendar.timezone()).date_naive()),
                Moved::Refused => None,
            }
        }
        false => {
            let due = page.clocks.iter().find(|clock| clock.kind == ClockKind::Answer);
            due.and_then(|clock| clock.due.as_deref()?.get(..10)?.parse::<NaiveDate>().ok())
        }
    };
    Ok(ActPage {
        by,
        act,
        is_possible,
        units: tree.open_below(&tops),
        holder: record.holder(),
        unit: record.unit,
        due_on,
        page,
    })
}

/// References are typed in either case; the old ones are numbers.
async fn find(db: &impl ConnectionTrait, tree: &Tree, tops: &[UnitId], reference: &str) -> Result<Record> {
    Record::find(db, tree, tops, &typed_reference(reference)).await
}

async fn show(
    db: &impl ConnectionTrait,
    tree: &Tree,
    now: DateTime<Utc>,
    record: &Record,
    actor: &Actor,
    seen: Option<i64>,
) -> Result<CasePage> {
    let organisation = organisation::find(db).await?;
    let calendar = calendars::of(db, tree, &organisation, record.received_by()).await?.calendar;
    let state = record.state();
    let standing = domain::customers::case::Standing { stage: record.stage, ..state.standing(record.kind) };
    let may_handle = record.within(tree, &actor.units_for(Right::HandleCase)).is_ok();
    let undo = undoable(&record.events, now - Duration::minutes(UNDO_MINUTES));
    let done = state.closed_at.or(state.answered_at).unwrap_or(record.received_at);
    let is_repeated_anew = Act::Reopen.is_possible(standing) && now - done > Duration::days(REOPEN_DAYS);
    let is_mine = record.assignee == Some(actor.account.into());
    let is_possible = |act: &Act| match act {
        Act::Undo => undo.is_some(),
        Act::Take => !is_mine && act.is_possible(standing),
        Act::LetGo => record.assignee.is_some() && act.is_possible(standing),
        Act::Reopen => act.is_possible(standing) && !is_repeated_anew,
        act => act.is_possible(standing),
    };
    let runs = match record.kind {
        Kind::Complaint if !record.events.is_empty() => {
            let reckoned = clocks::runs(&record.promises(&calendar))?;
            runs::with_ended(&runs::stored(db, record.id).await?, reckoned)
        }
        _ => Vec::new(),
    };
    let texts = texts(db, record).await?;
    let others = others(db, record).await?;
    let shown = Shown {
        organisation: &organisation,
        tree,
        undone: undone(&record.events),
        kinds: record.events.iter().map(|event| (event.version, event.kind)).collect(),
        texts,
        others,
    };
    let issues = issues(db, record).await?;
    let owner = match record.assignee {
        Some(account) => owner_names(db, &[account]).await?.remove(&account),
        None => None,
    };
    let next = clocks::next(&runs);
    let left = time_left(&calendar, record.kind, record.stage, state.is_paused, next, now);
    let meanwhile = seen.map(|seen| since(&record.events, seen).map(|event| shown.event(event)).collect());
    let local = |at: DateTime<Utc>| organisation.local_minute(at);
    let tops = actor.units_for(Right::ViewCases);
    let ties = related::of_case(db, tree, &tops, record).await?;
    let proposed = match may_handle {
        true => related::proposed(db, tree, &tops, record, &ties).await?,
        false => Vec::new(),
    };
    Ok(CasePage {
        related: ties,
        proposed,
        is_repeated_anew: is_repeated_anew && may_handle,
        received_at: local(record.received_at),
        put_right: record.put_right.clone(),
        contact: contact(db, record.id).await?,
        files: files::shown(db, &organisation, record.id).await?,
        lang: record.lang,
        holder: name(tree, record.holder()),
        is_mine,
        outcome: CaseOutcome::of(&issues.iter().map(|issue| issue.outcome).collect::<Vec<_>>()),
        issues,
        end_reason: state.end_reason,
        mention: state.mention,
        actions: actions::of_case(db, record.id, organisation.local_day(now)).await?,
        erased_on: value(
            db,
            "SELECT erased_on FROM complaint WHERE id = $1 AND erased_on IS NOT NULL",
            [record.id.into()],
        )
        .await?,
        apology: apology(db, record.id).await?,
        remedy: remedy(db, record.id).await?,
        clocks: shown_clocks(&runs, &calendar, tree, now),
        events: record.events.iter().map(|event| shown.event(event)).collect(),
        meanwhile: meanwhile.unwrap_or_default(),
        acts: Act::ALL.iter().copied().filter(|act| may_handle && is_possible(act)).collect(),
        next: Act::next(standing).filter(|_| may_handle),
        undo: undo.filter(|_| may_handle).map(|event| {
            let until = local(event.at + Duration::minutes(UNDO_MINUTES));
            (event.kind, until.split_once(' ').map_or_else(String::new, |(_, time)| time.to_owned()))
        }),
        may_handle,
        case: CaseRow {
            unit: name(tree, record.unit),
            kind: record.kind,
            category: record.category,
            channel: record.channel,
            severity: record.severity,
            stage: record.stage,
            happened_on: record.happened_on,
            reference: record.reference.clone(),
            what: record.what.clone(),
            version: record.version,
            left,
            owner,
        },
    })
}

fn name(tree: &Tree, unit: UnitId) -> String {
    tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

/// The newest run of each clock, as it stands at the moment of looking.
fn shown_clocks(
    runs: &[clocks::Run],
    calendar: &Calendar,
    tree: &Tree,
    now: DateTime<Utc>,
) -> Vec<ClockShown> {
    let newest = ClockKind::ALL.iter().filter_map(|kind| runs.iter().rfind(|run| run.kind == *kind));
    newest
        .map(|run| {
            let local = |at: DateTime<Utc>| {
                at.with_timezone(&calendar.timezone()).format("%Y-%m-%d %H:%M").to_string()
            };
            let state = match (run.budget, run.stopped_at, run.due_at) {
                (None, ..) => ClockState::NeverOpen,
                (_, Some(_), _) if run.is_late => ClockState::Missed,
                (_, Some(_), _) => ClockState::Kept,
                (_, None, None) => ClockState::Paused,
                (_, None, Some(due)) if run.late_at.is_some_and(|late| now >= late) => {
                    ClockState::Late(calendar.working_seconds(due, now))
                }
                (_, None, Some(due)) => ClockState::Running(calendar.working_seconds(now, due)),
            };
            let shares = match run.shares.as_slice() {
                [_] => Vec::new(),
                shares => shares.iter().map(|(unit, seconds)| (name(tree, *unit), *seconds)).collect(),
            };
            ClockShown {
                kind: run.kind,
                state,
                due: run.due_at.map(local),
                is_warned: run.warn_at.is_some_and(|warn| now >= warn),
                shares,
            }
        })
        .collect()
}

/// What it takes to show events.
struct Shown<'a> {
    organisation: &'a Organisation,
    tree: &'a Tree,
    undone: BTreeSet<i64>,
    /// Kinds of events by version.
    kinds: HashMap<i64, EventKind>,
    /// Texts of notes and of messages by id: the two number theirs apart.
    texts: Texts,
    /// References of cases by id.
    others: HashMap<i64, String>,
}

#[derive(Default)]
struct Texts {
    notes: HashMap<i64, String>,
    messages: HashMap<i64, String>,
}

impl Shown<'_> {
    fn event(&self, event: &Event) -> EventShown {
        let texts = if is_message(event) { &self.texts.messages } else { &self.texts.notes };
        let data = &event.data;
        let mended = [
            (data.text, Field::What),
            (data.category.is_some(), Field::Category),
            (data.severity.is_some(), Field::Severity),
            (data.unit.is_some(), Field::Unit),
            (data.day.is_some(), Field::HappenedOn),
            (data.contact, Field::Contact),
        ];
        let fields = match event.kind {
            EventKind::Corrected => mended
                .iter()
                .filter(|(is_mended, _)| *is_mended)
                .map(|(_, field)| *field)
                .chain(data.mended.iter().copied())
                .map(|field| field.name().to_owned())
                .collect(),
            _ => Vec::new(),
        };
        EventShown {
            kind: event.kind,
            at: self.organisation.local_minute(event.at),
            role: (event.role != ITSELF).then(|| event.role.clone()),
            text: event.text.and_then(|id| texts.get(&id).cloned()).unwrap_or_default(),
            how: data.how,
            severity: data
                .severity
                .filter(|_| matches!(event.kind, EventKind::Assessed | EventKind::Regraded)),
            unit: data.unit.filter(|_| event.kind != EventKind::Corrected).map(|unit| name(self.tree, unit)),
            by: data.by,
            end_reason: data.end_reason,
            clock: data.clock,
            mention: data.mention,
            of: data.of.and_then(|of| self.kinds.get(&of).copied()),
            handed_to: data.handed_to.map(|role| role.name().to_owned()),
            other: data.other.and_then(|other| self.others.get(&other).cloned()),
            fields,
            is_undone: self.undone.contains(&event.version),
        }
    }
}

/// Whether the text of an event is what the customer wrote or got. Steps of an earlier version, which did not say how the
/// customer was told, came with a note.
const fn is_message(event: &Event) -> bool {
    match event.kind {
        EventKind::Wrote | EventKind::Heard => true,
        EventKind::Acknowledged
        | EventKind::Answered
        | EventKind::Paused
        | EventKind::Investigating
        | EventKind::Extended => event.data.how.is_some(),
        _ => false,
    }
}

#[derive(FromQueryResult)]
struct Text {
    id: i64,
    text: String,
}

async fn texts(db: &impl ConnectionTrait, record: &Record) -> Result<Texts> {
    let mut texts = Texts::default();
    for (table, into) in [("case_note", &mut texts.notes), ("case_message", &mut texts.messages)] {
        let sql = format!("SELECT id, text FROM {table} WHERE complaint_id = $1");
        let rows: Vec<Text> = all(db, &sql, [record.id.into()]).await?;
        into.extend(rows.into_iter().map(|row| (row.id, row.text)));
    }
    Ok(texts)
}

/// References of the cases that this one was tied to, by id.
async fn others(db: &impl ConnectionTrait, record: &Record) -> Result<HashMap<i64, String>> {
    let ids: BTreeSet<i64> = record.events.iter().filter_map(|event| event.data.other).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<i64> = ids.into_iter().collect();
    let sql = format!("SELECT id, reference AS text FROM complaint WHERE id IN ({})", join_ids(&ids));
    let rows: Vec<Text> = all(db, &sql, []).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.text)).collect())
}

#[derive(FromQueryResult)]
struct StoredIssue {
    category: String,
    outcome: Option<String>,
    cause: Option<String>,
}

/// What a case is about. What came from elsewhere is about its category alone.
async fn issues(db: &impl ConnectionTrait, record: &Record) -> Result<Vec<Issue>> {
    let sql = "SELECT category, outcome, cause FROM case_issue WHERE complaint_id = $1";
    let rows: Vec<StoredIssue> = all(db, sql, [record.id.into()]).await?;
    let mut issues = rows
        .into_iter()
        .map(|row| {
            let outcome = |word: &str| {
                Outcome::from_name(word).ok_or_else(|| Error::stored("case_issue.outcome", word))
            };
            Ok(Issue {
                category: crate::stored_words::category(&row.category)?,
                outcome: row.outcome.as_deref().map(outcome).transpose()?,
                cause: row.cause.as_deref().map(crate::stored_words::cause).transpose()?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    if issues.is_empty() && record.kind == Kind::Complaint {
        issues.push(Issue { category: record.category, outcome: None, cause: None });
    }
    issues.sort_unstable_by_key(|issue| issue.category);
    Ok(issues)
}

#[derive(FromQueryResult)]
struct StoredContact {
    name: String,
    phone: String,
    email: String,
    delete_on: NaiveDate,
}

pub(crate) async fn contact(db: &impl ConnectionTrait, complaint: i64) -> Result<Option<Contact>> {
    let sql = "SELECT name, phone, email, delete_on FROM customer WHERE complaint_id = $1";
    let row: Option<StoredContact> = one(db, sql, [complaint.into()]).await?;
    Ok(row.map(|StoredContact { name, phone, email, delete_on }| Contact { name, phone, email, delete_on }))
}

#[derive(FromQueryResult)]
struct StoredApology {
    is_given: bool,
    how: Option<String>,
    reason_not: String,
}

async fn apology(db: &impl ConnectionTrait, complaint: i64) -> Result<Option<Apology>> {
    let sql =
        "SELECT is_given, how, reason_not FROM apology WHERE complaint_id = $1 ORDER BY version DESC LIMIT 1";
    let row: Option<StoredApology> = one(db, sql, [complaint.into()]).await?;
    let how = |word: &str| How::from_name(word).ok_or_else(|| Error::stored("apology.how", word));
    row.map(|row| {
        Ok(Apology {
            is_given: row.is_given,
            how: row.how.as_deref().map(how).transpose()?,
            reason_not: row.reason_not,
        })
    })
    .transpose()
}

#[derive(FromQueryResult)]
struct StoredRemedy {
    remedy: String,
    cost_minor: Option<i64>,
}

async fn remedy(db: &impl ConnectionTrait, complaint: i64) -> Result<Option<RemedyDone>> {
    let sql =
        "SELECT type AS remedy, cost_minor FROM remedy WHERE complaint_id = $1 ORDER BY version DESC LIMIT 1";
    let row: Option<StoredRemedy> = one(db, sql, [complaint.into()]).await?;
    row.map(|row| {
        Ok(RemedyDone {
            remedy: Remedy::from_name(&row.remedy)
                .ok_or_else(|| Error::stored("remedy.type", &row.remedy))?,
            cost: row.cost_minor,
        })
    })
    .transpose()
}

/// What happened to a case since a version.
fn since(events: &[Event], version: i64) -> impl Iterator<Item = &Event> {
    events.iter().filter(move |event| event.version > version)
}
