//! A mention as it is stored, and what changes it.
//!
//! Architecture invariant: a state is entered through [`Named::enter`] alone, which follows the table of states, takes the
//! name away where nobody may read it any more, and puts the event down that the rates follow.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::customers::{
    mention::{MENTION_DAYS, Mention},
    words::{Category, EventKind},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::seal::{Key, Part};
use crate::complaints::{
    events::Data,
    record::{Change, Record},
};
use base::{
    Base, Error, Result,
    db::{execute, one},
};
use organisation::{Organisation, Tree};

#[derive(FromQueryResult)]
struct Row {
    complaint_id: i64,
    key_name: Option<String>,
    mention: Option<Vec<u8>>,
    reply: Option<Vec<u8>>,
    person_id: Option<i64>,
    is_of_manager: bool,
    is_shared: bool,
    state: String,
    told_at: Option<DateTime<Utc>>,
    delete_on: NaiveDate,
}

/// A mention.
pub(super) struct Named {
    pub(super) complaint: i64,
    key_name: Option<String>,
    mention: Option<Vec<u8>>,
    reply: Option<Vec<u8>>,
    pub(super) person: Option<i64>,
    pub(super) is_of_manager: bool,
    pub(super) is_shared: bool,
    pub(super) state: Mention,
    pub(super) told_at: Option<DateTime<Utc>>,
    pub(super) delete_on: NaiveDate,
}

/// What was sealed, opened.
#[derive(Default)]
pub(super) struct Opened {
    pub(super) mention: Option<String>,
    pub(super) reply: Option<String>,
}

/// Who changes a case, and when.
pub(crate) struct Hand<'a, C> {
    pub(crate) db: &'a C,
    pub(crate) tree: &'a Tree,
    pub(crate) organisation: &'a Organisation,
    pub(crate) now: DateTime<Utc>,
    pub(crate) role: &'a str,
}

/// Writes down that a case names somebody.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn begin<C: ConnectionTrait>(
    hand: &Hand<'_, C>,
    record: &mut Record,
    key: &Key,
    mention: &str,
    is_of_manager: bool,
) -> Result<()> {
    let state = Mention::first(record.kind);
    let received = hand.organisation.local_day(record.received_at);
    execute(
        hand.db,
        "INSERT INTO named_person (complaint_id, key_name, mention, is_of_manager, state, delete_on)
         VALUES ($1, $2, $3, $4, $5, $6)",
        [
            record.id.into(),
            key.name.as_str().into(),
            key.seal(Part::Mention, record.id, mention)?.into(),
            is_of_manager.into(),
            state.name().into(),
            (received + Days::new(MENTION_DAYS)).into(),
        ],
    )
    .await?;
    put_down(hand, record, state, None).await
}

async fn put_down<C: ConnectionTrait>(
    hand: &Hand<'_, C>,
    record: &mut Record,
    state: Mention,
    category: Option<(Category, Category)>,
) -> Result<()> {
    let data = Data { mention: Some(state), category, ..Data::default() };
    let change = Change { kind: EventKind::Mentioned, role: hand.role, data, text: None };
    record.happen(hand.db, hand.tree, hand.organisation, hand.now, change).await.map(drop)
}

impl Named {
    /// The mention of a case; none when it names nobody.
    ///
    /// # Errors
    /// When the database refuses or holds a state that this version does not know.
    pub(super) async fn find(db: &impl ConnectionTrait, complaint: i64) -> Result<Option<Self>> {
        let sql = "SELECT complaint_id, key_name, mention, reply, person_id, is_of_manager, is_shared, state, told_at,
                       delete_on
                   FROM named_person WHERE complaint_id = $1";
        let row: Option<Row> = one(db, sql, [complaint.into()]).await?;
        row.map(Self::read).transpose()
    }

    fn read(row: Row) -> Result<Self> {
        Ok(Self {
            state: state(&row.state)?,
            complaint: row.complaint_id,
            key_name: row.key_name,
            mention: row.mention,
            reply: row.reply,
            person: row.person_id,
            is_of_manager: row.is_of_manager,
            is_shared: row.is_shared,
            told_at: row.told_at,
            delete_on: row.delete_on,
        })
    }

    /// Whether the person has replied.
    pub(super) const fn has_reply(&self) -> bool {
        self.reply.is_some()
    }

    /// The day on which the name is deleted, of what has a name and no case about conduct around it.
    pub(super) fn deleted_on(&self) -> Option<NaiveDate> {
        (self.state.has_name() && self.state != Mention::Conduct).then_some(self.delete_on)
    }

    /// Opens what is sealed; nothing where the name or the key is gone.
    ///
    /// # Errors
    /// `Keys` when the store cannot be read.
    pub(super) async fn opened(&self, base: &Base) -> Result<Opened> {
        let Some(key) = self.key(base).await? else { return Ok(Opened::default()) };
        let open = |part, sealed: &Option<Vec<u8>>| key.open(part, self.complaint, sealed.as_deref()?);
        Ok(Opened { mention: open(Part::Mention, &self.mention), reply: open(Part::Reply, &self.reply) })
    }

    /// The key that mention and reply are sealed under.
    ///
    /// # Errors
    /// `Keys` when the store cannot be read.
    pub(super) async fn key(&self, base: &Base) -> Result<Option<Key>> {
        match &self.key_name {
            Some(name) if self.mention.is_some() => Key::kept(base, name).await,
            _ => Ok(None),
        }
    }

    /// Keeps what the person replies.
    ///
    /// # Errors
    /// When the database refuses.
    pub(super) async fn keep_reply(&self, db: &impl ConnectionTrait, key: &Key, reply: &str) -> Result<()> {
        let sealed = key.seal(Part::Reply, self.complaint, reply)?;
        let sql = "UPDATE named_person SET reply = $2 WHERE complaint_id = $1";
        execute(db, sql, [self.complaint.into(), sealed.into()]).await?;
        Ok(())
    }

    /// Says who it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub(super) async fn is_about(
        &mut self,
        db: &impl ConnectionTrait,
        person: i64,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let sql = "UPDATE named_person SET person_id = $2, told_at = $3 WHERE complaint_id = $1";
        execute(db, sql, [self.complaint.into(), person.into(), now.into()]).await?;
        (self.person, self.told_at) = (Some(person), Some(now));
        Ok(())
    }

    /// Lets the staff representative read it, or no longer.
    ///
    /// # Errors
    /// When the database refuses.
    pub(super) async fn share(&self, db: &impl ConnectionTrait, is_shared: bool) -> Result<()> {
        let sql = "UPDATE named_person SET is_shared = $2 WHERE complaint_id = $1";
        execute(db, sql, [self.complaint.into(), is_shared.into()]).await?;
        Ok(())
    }

    /// Enters a state. Where nobody may read the name any more, it goes in the same statement; its key follows, see
    /// [`forget_keys`](super::upkeep::forget_keys).
    ///
    /// # Errors
    /// `Internal` for a state that cannot follow: whoever calls has looked.
    pub(super) async fn enter<C: ConnectionTrait>(
        &mut self,
        hand: &Hand<'_, C>,
        record: &mut Record,
        next: Mention,
        category: Option<(Category, Category)>,
    ) -> Result<()> {
        if !self.state.leads_to(next) {
            let message = format!("a mention went from {} to {}", self.state.name(), next.name());
            return Err(Error::Internal(message));
        }
        let gone = match next.has_name() {
            true => "",
            false => ", mention = NULL, reply = NULL, person_id = NULL, is_shared = FALSE",
        };
        let sql = format!("UPDATE named_person SET state = $2{gone} WHERE complaint_id = $1");
        execute(hand.db, &sql, [self.complaint.into(), next.name().into()]).await?;
        self.state = next;
        put_down(hand, record, next, category).await
    }
}

/// How far a mention has come.
///
/// # Errors
/// For a word that this version does not know.
pub(super) fn state(word: &str) -> Result<Mention> {
    Mention::from_name(word).ok_or_else(|| Error::stored("named_person.state", word))
}
