//! The own case: what a customer sees with reference and secret, and does.
//!
//! Architecture invariant: notes, drafts, mentions, files and names of colleagues are not read here.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    Field, Problem, Why,
    customers::{
        act::{LONGEST_NOTE, REOPEN_DAYS},
        card::{CaseSlip, OwnAct, OwnCase, OwnForm, OwnMessage},
        words::{ClockKind, EndReason, EventKind, How, Kind, Stage},
    },
    field::free_text,
    letters::{in_groups, typed_letters},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    intake::first_promise,
    receipt::{self, typed_reference},
};
use crate::{
    calendars,
    complaints::{
        SENT_AGAIN,
        events::{CUSTOMER, Data},
        record::{Change, Record},
        retention,
        state::live,
    },
    files,
    mentions::{Hand, Heard},
    surveys,
};
use base::{
    Base, Error, Result,
    db::{all, execute, one, value},
};
use organisation::{Organisation, Tree};

/// Messages that the page shows: the newest.
const MOST_MESSAGES: i64 = 200;

/// What came of something that a customer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnDone {
    /// The case as it is now.
    Shown(Box<OwnCase>),
    /// What is stored of it, to take away.
    Export(Vec<u8>),
    /// What opens it, to take away.
    Slip(CaseSlip),
    /// It is deleted; nothing opens it any more.
    Erased,
}

/// The case that reference and secret open.
///
/// # Errors
/// `ReceiptUnknown` when they open none, whatever the reason.
pub async fn open(base: &Base, form: &OwnForm) -> Result<OwnCase> {
    let reference = receipt::open(base, &form.reference, &form.secret).await?;
    let db = base.db.snapshot().await?;
    let record = Record::by_reference(&db, &reference).await?.ok_or(Problem::ReceiptUnknown)?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let look = Look { base, db: &db, tree: &tree, organisation: &organisation, now: base.now() };
    look.own(&record, &form.secret).await
}

/// Does something with the own case.
///
/// # Errors
/// `ReceiptUnknown` as for [`open`]; `NotFound` for a word that is no act; `ChangedMeanwhile` for what the case does not allow
/// where it stands; `Invalid` for what the form lacks.
pub async fn act(base: &Base, form: &OwnForm) -> Result<OwnDone> {
    let act = match form.act.as_str() {
        "" => OwnAct::Look,
        name => OwnAct::from_name(name).ok_or(Problem::NotFound)?,
    };
    let case = open(base, form).await?;
    match act {
        OwnAct::Look => return Ok(OwnDone::Shown(Box::new(case))),
        OwnAct::Slip => return Ok(OwnDone::Slip(case.slip())),
        OwnAct::Export => return Ok(OwnDone::Export(exported(&case)?)),
        // It comes by a form of its own.
        OwnAct::File => return Err(Problem::NotFound.into()),
        OwnAct::Reply | OwnAct::Fine | OwnAct::NotSatisfied | OwnAct::Withdraw | OwnAct::Erase => {}
    }
    let heard = match act {
        OwnAct::Reply | OwnAct::NotSatisfied => {
            let reply =
                free_text(&form.reply, LONGEST_NOTE).map_err(|why| Problem::invalid(Field::Reply, why))?;
            Some(Heard::read(base, &case.reference, &reply).await?.ok_or(Problem::ReceiptUnknown)?)
        }
        _ => None,
    };
    let written = write(base, form, act, heard.as_ref()).await;
    if let (Some(heard), Err(_) | Ok(Written { is_new: false, .. })) = (heard, &written) {
        heard.give_up(base).await?;
    }
    written.map(|written| written.done)
}

/// What came of an act that changes something.
struct Written {
    done: OwnDone,
    /// False where the same words had come before, and nothing was stored.
    is_new: bool,
}

/// What changes something. `heard` is what the customer wrote, where the act carries words.
async fn write(base: &Base, form: &OwnForm, act: OwnAct, heard: Option<&Heard>) -> Result<Written> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let look = Look { base, db: &transaction, tree: &tree, organisation: &organisation, now: base.now() };
    let record = Record::lock_by_reference(&transaction, &typed_reference(&form.reference)).await?;
    let mut record = record.ok_or(Problem::ReceiptUnknown)?;
    // A form that was sent twice, or again from a page gone back to, is one message.
    if let Some(heard) = heard
        && look.has_heard(&record, heard).await?
    {
        let done = OwnDone::Shown(Box::new(look.own(&record, &form.secret).await?));
        return Ok(Written { done, is_new: false });
    }
    // Somebody may have done something since the page was opened.
    if !look.acts(&record).contains(&act) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    match act {
        OwnAct::Reply => look.hear(&mut record, heard).await?,
        OwnAct::Fine => look.happen(&mut record, EventKind::Content, Data::default(), None).await?,
        OwnAct::NotSatisfied => {
            let around = (&tree, &organisation);
            come_back(base, &transaction, around, &mut record, heard).await?;
            surveys::withdraw(&transaction, record.id).await?;
        }
        OwnAct::Withdraw => look.withdraw(&mut record).await?,
        OwnAct::Erase => {
            if form.sure.is_empty() {
                return Err(Problem::invalid(Field::Sure, Why::Missing).into());
            }
            if record.kind == Kind::Complaint && record.stage.is_open() {
                look.withdraw(&mut record).await?;
            }
            retention::erase(&transaction, record.id, base).await?;
            let sql = "DELETE FROM receipt WHERE reference = $1";
            execute(&transaction, sql, [record.reference.as_str().into()]).await?;
            transaction.commit().await?;
            return Ok(Written { done: OwnDone::Erased, is_new: true });
        }
        OwnAct::Look | OwnAct::Slip | OwnAct::Export | OwnAct::File => {}
    }
    let own = look.own(&record, &form.secret).await?;
    transaction.commit().await?;
    Ok(Written { done: OwnDone::Shown(Box::new(own)), is_new: true })
}

/// All that is stored of a case and came from or went to its customer.
fn exported(case: &OwnCase) -> Result<Vec<u8>> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let messages: Vec<_> = case
        .messages
        .iter()
        .map(|message| {
            serde_json::json!({
                "from": if message.is_own { "customer" } else { "organisation" },
                "how": message.how.name(),
                "on": message.on.to_string(),
                "text": message.text,
            })
        })
        .collect();
    let files: Vec<_> = case
        .files
        .iter()
        .map(|file| {
            serde_json::json!({
                "name": file.name,
                "type": file.kind.name(),
                "bytes": file.bytes,
                "added_at": file.at,
            })
        })
        .collect();
    let contact = case.contact.as_ref().map(|[name, phone, email]| {
        serde_json::json!({ "name": name, "phone": phone, "email": email, "deleted_on": day(case.contact_until) })
    });
    let all = serde_json::json!({
        "reference": case.reference,
        "kind": case.kind.name(),
        "stage": case.stage.name(),
        "withdrawn": case.is_withdrawn,
        "unit": case.unit,
        "received_on": case.received_on.to_string(),
        "what": case.what,
        "put_right": case.put_right,
        "acknowledged_by": day(case.acknowledged_by),
        "answered_by": day(case.answered_by),
        "heard_by": day(case.heard_by),
        "contact": contact,
        "messages": messages,
        "files": files,
    });
    Ok(serde_json::to_vec_pretty(&all)?)
}

struct Look<'a, C> {
    base: &'a Base,
    db: &'a C,
    tree: &'a Tree,
    organisation: &'a Organisation,
    now: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Message {
    direction: String,
    how: String,
    text: String,
    sent_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Contact {
    name: String,
    phone: String,
    email: String,
    delete_on: NaiveDate,
}

#[derive(FromQueryResult)]
struct Clock {
    kind: String,
    due_at: DateTime<Utc>,
}

/// Days by which something was promised, as long as it is open.
#[derive(Default)]
struct Promised {
    acknowledged: Option<NaiveDate>,
    answered: Option<NaiveDate>,
    heard: Option<NaiveDate>,
}

impl<C: ConnectionTrait> Look<'_, C> {
    async fn own(&self, record: &Record, secret: &str) -> Result<OwnCase> {
        let state = record.state();
        let promised = self.promised(record).await?;
        let contact: Option<Contact> = one(
            self.db,
            "SELECT name, phone, email, delete_on FROM customer WHERE complaint_id = $1",
            [record.id.into()],
        )
        .await?;
        Ok(OwnCase {
            reference: record.reference.clone(),
            secret: in_groups(&typed_letters(secret)),
            kind: record.kind,
            stage: state.stage,
            waits: state.is_paused,
            is_withdrawn: state.end_reason == Some(EndReason::Withdrawn),
            is_fine: is_fine(record),
            organisation: self.organisation.name.clone(),
            unit: self.tree.get(record.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
            received_on: self.organisation.local_day(record.received_at),
            what: record.what.clone(),
            put_right: record.put_right.clone(),
            acknowledged_by: promised.acknowledged,
            answered_by: promised.answered,
            heard_by: promised.heard,
            messages: self.messages(record.id).await?,
            files: files::shown(self.db, self.organisation, record.id).await?,
            contact_until: contact.as_ref().map(|contact| contact.delete_on),
            contact: contact.map(|contact| [contact.name, contact.phone, contact.email]),
            survey: match state.stage {
                Stage::Closed => {
                    let today = self.organisation.local_day(self.now);
                    surveys::address_of(self.base, self.db, record.id, today).await?
                }
                _ => None,
            },
            acts: self.acts(record),
        })
    }

    async fn messages(&self, complaint: i64) -> Result<Vec<OwnMessage>> {
        let sql = "SELECT direction, how, text, sent_at FROM case_message WHERE complaint_id = $1
                   ORDER BY id DESC LIMIT $2";
        let rows: Vec<Message> = all(self.db, sql, [complaint.into(), MOST_MESSAGES.into()]).await?;
        rows.into_iter()
            .rev()
            .map(|row| {
                Ok(OwnMessage {
                    is_own: match row.direction.as_str() {
                        "in" => true,
                        "out" => false,
                        other => return Err(Error::stored("case_message.direction", other)),
                    },
                    how: How::from_name(&row.how)
                        .ok_or_else(|| Error::stored("case_message.how", &row.how))?,
                    on: self.organisation.local_day(row.sent_at),
                    text: row.text,
                })
            })
            .collect()
    }

    async fn promised(&self, record: &Record) -> Result<Promised> {
        let state = record.state();
        if record.kind != Kind::Complaint || !state.stage.is_open() || state.is_paused {
            return Ok(Promised::default());
        }
        if state.is_in_burst {
            // That it is held back is nothing that a sender is told.
            let unit = record.received_by();
            let (acknowledged, answered) =
                first_promise(self.db, self.tree, self.organisation, unit, record.received_at).await?;
            return Ok(Promised { acknowledged, answered, heard: None });
        }
        let sql = "SELECT kind, due_at FROM case_clock WHERE complaint_id = $1 AND stopped_at IS NULL AND due_at IS NOT NULL";
        let rows: Vec<Clock> = all(self.db, sql, [record.id.into()]).await?;
        let unit = record.received_by();
        let zone = calendars::of(self.db, self.tree, self.organisation, unit).await?.calendar.timezone();
        let mut promised = Promised::default();
        for row in rows {
            let kind =
                ClockKind::from_name(&row.kind).ok_or_else(|| Error::stored("case_clock.kind", &row.kind))?;
            let day = Some(row.due_at.with_timezone(&zone).date_naive());
            match kind {
                ClockKind::Acknowledge => promised.acknowledged = day,
                ClockKind::Answer => promised.answered = day,
                ClockKind::Update => promised.heard = day,
            }
        }
        Ok(promised)
    }

    /// What a customer can do where the case stands.
    fn acts(&self, record: &Record) -> Vec<OwnAct> {
        let state = record.state();
        let is_complaint = record.kind == Kind::Complaint;
        let is_possible = |act: OwnAct| match act {
            OwnAct::Reply | OwnAct::File => is_complaint && state.stage != Stage::Closed,
            OwnAct::Fine => is_complaint && state.stage == Stage::Answered && !is_fine(record),
            OwnAct::NotSatisfied => may_come_back(record, self.now),
            OwnAct::Withdraw => is_complaint && state.stage.is_open(),
            OwnAct::Look | OwnAct::Slip | OwnAct::Export | OwnAct::Erase => true,
        };
        OwnAct::ALL.iter().copied().filter(|act| is_possible(*act)).collect()
    }

    async fn happen(
        &self,
        record: &mut Record,
        kind: EventKind,
        data: Data,
        text: Option<i64>,
    ) -> Result<()> {
        let change = Change { kind, role: CUSTOMER, data, text };
        record.happen(self.db, self.tree, self.organisation, self.now, change).await.map(drop)
    }

    /// Whether the newest message of the case is the same words, from the customer, not long ago.
    async fn has_heard(&self, record: &Record, heard: &Heard) -> Result<bool> {
        let sql = "SELECT direction, how, text, sent_at FROM case_message WHERE complaint_id = $1
                   ORDER BY id DESC LIMIT 1";
        let newest: Option<Message> = one(self.db, sql, [record.id.into()]).await?;
        Ok(newest.is_some_and(|newest| {
            newest.direction == "in" && newest.text == heard.text() && self.now - newest.sent_at < SENT_AGAIN
        }))
    }

    /// Keeps what the customer writes.
    async fn hear(&self, record: &mut Record, heard: Option<&Heard>) -> Result<()> {
        let text = heard.map_or("", Heard::text);
        let sql = "INSERT INTO case_message (complaint_id, direction, how, text, sent_at)
                   VALUES ($1, 'in', $2, $3, $4) RETURNING id";
        let values = [record.id.into(), How::Page.name().into(), text.into(), self.now.into()];
        let id: Option<i64> = value(self.db, sql, values).await?;
        let id = id.ok_or_else(|| Error::Internal("a text just written is gone".to_owned()))?;
        let data = Data { how: Some(How::Page), ..Data::default() };
        self.happen(record, EventKind::Heard, data, Some(id)).await?;
        let Some(heard) = heard else { return Ok(()) };
        let Self { db, tree, organisation, now, .. } = *self;
        heard.put_down(&Hand { db, tree, organisation, now, role: CUSTOMER }, record).await
    }

    async fn withdraw(&self, record: &mut Record) -> Result<()> {
        let data = Data { end_reason: Some(EndReason::Withdrawn), ..Data::default() };
        self.happen(record, EventKind::Ended, data, None).await
    }
}

/// Whether a customer can say that something is still not right, and have the case opened again.
pub(crate) fn may_come_back(record: &Record, now: DateTime<Utc>) -> bool {
    let state = record.state();
    let is_done = state.answered_at.is_some() || state.closed_at.is_some();
    let done = state.closed_at.or(state.answered_at).unwrap_or(record.received_at);
    record.kind == Kind::Complaint
        && !state.stage.is_open()
        && is_done
        && state.end_reason != Some(EndReason::NotAComplaint)
        && now - done <= Duration::days(REOPEN_DAYS)
}

/// The customer says what is still not right: the case is open again.
///
/// # Errors
/// `ChangedMeanwhile` for a case that cannot be; `Invalid` without words.
pub(crate) async fn come_back(
    base: &Base,
    db: &impl ConnectionTrait,
    (tree, organisation): (&Tree, &Organisation),
    record: &mut Record,
    heard: Option<&Heard>,
) -> Result<()> {
    if !may_come_back(record, base.now()) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let look = Look { base, db, tree, organisation, now: base.now() };
    look.hear(record, heard).await?;
    look.happen(record, EventKind::Reopened, Data::default(), None).await
}

/// Whether the customer has said since the last answer that all is well.
fn is_fine(record: &Record) -> bool {
    let last = live(&record.events)
        .into_iter()
        .rfind(|event| matches!(event.kind, EventKind::Answered | EventKind::Content | EventKind::Reopened));
    last.is_some_and(|event| event.kind == EventKind::Content)
}
