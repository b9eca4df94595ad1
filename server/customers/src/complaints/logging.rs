//! Logging what a customer said.

use domain::{
    Lang, Period, Problem, Resolution, Right,
    customers::{
        complaint::{ComplaintForm, Contact, Logged, NewComplaint, NewPage, Repeated},
        related::{email_key, phone_key},
        words::{EventKind, How, Kind, Stage},
    },
    field::{Field, Why},
};
use sea_orm::{ConnectionTrait, Value};
use sha2::{Digest, Sha256};

use super::{
    events::Data,
    new_reference,
    page::contact,
    record::{Change, Record},
    related, typed_reference,
};
use crate::{
    members,
    mentions::{self, Hand, Key},
    paths,
    rollup::{Counts, RollupChange},
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{execute, value},
};
use organisation::{Organisation, Tree, within};

/// Longest token of a form that is read, in bytes.
const LONGEST_TOKEN: usize = 100;

/// The units that the 30-second form offers; with the reference of a case that it repeats, what is known of that one.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a case that is not this person's to see.
pub async fn new_page(base: &Base, actor: Option<&Actor>, repeats: Option<&str>) -> Result<NewPage> {
    let (_, tops) = authorize(actor, Right::LogComplaint)?;
    let db = &base.db.reader;
    let tree = organisation::tree(base, db).await?;
    let repeats = match repeats {
        None => None,
        Some(reference) => {
            let record = Record::find(db, &tree, &tops, &typed_reference(reference)).await?;
            Some(Repeated {
                contact: contact(db, record.id).await?,
                reference: record.reference,
                unit: record.unit,
                category: record.category,
            })
        }
    };
    Ok(NewPage { units: tree.open_below(&tops), repeats })
}

/// Logs what a customer said and gives the reference. The same form sent again gives the same reference.
///
/// # Errors
/// `Invalid` names every refused field; nothing is written then.
pub async fn log(base: &Base, actor: Option<&Actor>, form: &ComplaintForm) -> Result<Logged> {
    let (actor, tops) = authorize(actor, Right::LogComplaint)?;
    let organisation = organisation::find(&base.db.reader).await?;
    let new = form.parse(organisation.local_day(base.now()))?;
    let tree = organisation::tree(base, &base.db.reader).await?;
    let is_open = tree.get(new.unit).is_some_and(|unit| unit.closed_on.is_none());
    if !is_open || within(&tree, &tops, new.unit).is_err() {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let repeat_of = match form.repeat_of.as_str() {
        "" => None,
        reference => Some(related::known(&base.db.reader, &tree, &tops, reference).await?),
    };
    let role = actor.role_for(Right::LogComplaint).map_or("service", domain::Role::name);
    let form_hash = form_hash(&form.token, actor, &new.what);
    // Before the transaction: a store of keys may be a table of the same database.
    let key = match new.about_whom.is_empty() {
        true => None,
        false => Some(Key::fresh(base).await?),
    };
    let logging = Logging {
        base,
        organisation: &organisation,
        tree: &tree,
        role,
        new: &new,
        key: key.as_ref(),
        repeat_of,
    };
    let written = logging.write(form_hash.as_deref()).await;
    if let (Some(key), Err(_) | Ok(Written { is_new: false, .. })) = (key, &written) {
        key.give_up(base).await?;
    }
    Ok(Logged { reference: written?.reference })
}

/// What takes part in logging.
pub(crate) struct Logging<'a> {
    pub(crate) base: &'a Base,
    pub(crate) organisation: &'a Organisation,
    pub(crate) tree: &'a Tree,
    pub(crate) role: &'a str,
    pub(crate) new: &'a NewComplaint,
    /// What the name of somebody who works here is sealed under.
    pub(crate) key: Option<&'a Key>,
    /// Id of the case that it repeats.
    pub(crate) repeat_of: Option<i64>,
}

/// A complaint that is stored.
pub(crate) struct Written {
    pub(crate) reference: String,
    /// Whether it is now: the same form may have come before.
    pub(crate) is_new: bool,
}

impl Logging<'_> {
    async fn write(&self, form_hash: Option<&[u8]>) -> Result<Written> {
        let transaction = self.base.db.begin().await?;
        let written = self.write_within(&transaction, form_hash).await?;
        if let (true, Some(contact)) = (written.is_new, &self.new.contact) {
            members::tie(&transaction, &written.reference, contact).await?;
        }
        transaction.commit().await?;
        Ok(written)
    }

    /// The same within a transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn write_within(
        &self,
        transaction: &impl ConnectionTrait,
        form_hash: Option<&[u8]>,
    ) -> Result<Written> {
        let Self { base, organisation, tree, role, new, key, repeat_of } = *self;
        let Some(id) = insert(transaction, base, new, form_hash).await? else {
            let sql = "SELECT reference FROM complaint WHERE form_hash = $1";
            let known: Option<String> =
                value(transaction, sql, [Value::from(form_hash.map(<[u8]>::to_vec))]).await?;
            let reference = known.ok_or(Problem::Busy)?;
            return Ok(Written { reference, is_new: false });
        };
        let mut record = Record::by_id(transaction, id)
            .await?
            .ok_or_else(|| Error::Internal("a complaint just written is gone".to_owned()))?;
        if let Some(contact) = &new.contact {
            write_contact(transaction, id, Some(contact)).await?;
        }
        if new.kind == Kind::Complaint {
            let sql = "INSERT INTO case_issue (complaint_id, category) VALUES ($1, $2)";
            execute(transaction, sql, [id.into(), new.category.name().into()]).await?;
            let path = paths::path_of(transaction, tree, new.unit).await?;
            let sql = "UPDATE complaint SET path_id = $1 WHERE id = $2";
            execute(transaction, sql, [path.into(), id.into()]).await?;
            record.counted_along(path);
            let mut change = RollupChange::default();
            let day = Period::containing(new.happened_on, Resolution::Day);
            change.add(tree, new.unit, day, Counts { complaints: 1, contacts: 0 });
            change.write(transaction).await?;
            organisation::marks::outdate(transaction, &tree.ancestors(new.unit)).await?;
        }
        let data = Data { severity: Some(new.severity), ..Data::default() };
        let change = Change { kind: EventKind::Received, role, data, text: None };
        record.happen(transaction, tree, organisation, base.now(), change).await?;
        if new.is_told && new.kind == Kind::Complaint {
            let data = Data { how: Some(How::Spoken), ..Data::default() };
            let change = Change { kind: EventKind::Acknowledged, role, data, text: None };
            record.happen(transaction, tree, organisation, base.now(), change).await?;
        }
        if let Some(earlier) = repeat_of {
            let hand = Hand { db: transaction, tree, organisation, now: base.now(), role };
            let mut earlier = related::locked(transaction, earlier).await?;
            hand.repeat(&mut record, &mut earlier).await?;
        }
        if let Some(key) = key {
            let hand = Hand { db: transaction, tree, organisation, now: base.now(), role };
            mentions::begin(&hand, &mut record, key, &new.about_whom, new.is_about_manager).await?;
        }
        Ok(Written { reference: record.reference, is_new: true })
    }
}

/// What a form's token is stored as, for this account and these words: another's form is another form, and so is
/// one that somebody went back to and filled in with another complaint.
fn form_hash(token: &str, actor: &Actor, what: &str) -> Option<Vec<u8>> {
    let is_token = !token.is_empty() && token.len() <= LONGEST_TOKEN;
    is_token.then(|| {
        let account = i64::from(actor.account).to_be_bytes();
        let length = token.len().to_be_bytes();
        let form = Sha256::new().chain_update(account).chain_update(length).chain_update(token.as_bytes());
        form.chain_update(what.as_bytes()).finalize().to_vec()
    })
}

/// Writes the row; none when the form was there already.
async fn insert(
    db: &impl ConnectionTrait,
    base: &Base,
    new: &NewComplaint,
    form_hash: Option<&[u8]>,
) -> Result<Option<i64>> {
    let id = value(
        db,
        "INSERT INTO complaint (reference, unit_id, kind, category, channel, severity, what, put_right, lang, happened_on,
             received_at, stage, counts, form_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (form_hash) WHERE form_hash IS NOT NULL DO NOTHING RETURNING id",
        [
            new_reference(db).await?.into(),
            new.unit.into(),
            new.kind.name().into(),
            new.category.name().into(),
            new.channel.name().into(),
            new.severity.name().into(),
            new.what.as_str().into(),
            new.put_right.as_str().into(),
            new.lang.map(Lang::tag).into(),
            new.happened_on.into(),
            base.now().into(),
            Stage::Received.name().into(),
            (new.kind == Kind::Complaint).into(),
            Value::from(form_hash.map(<[u8]>::to_vec)),
        ],
    )
    .await?;
    Ok(id)
}

/// Writes how a customer can be reached in place of what was known.
///
/// # Errors
/// When the database refuses.
pub(super) async fn write_contact(
    db: &impl ConnectionTrait,
    complaint: i64,
    contact: Option<&Contact>,
) -> Result<()> {
    execute(db, "DELETE FROM customer WHERE complaint_id = $1", [complaint.into()]).await?;
    let Some(contact) = contact else { return Ok(()) };
    execute(
        db,
        "INSERT INTO customer (complaint_id, name, phone, email, delete_on, phone_key, email_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            complaint.into(),
            contact.name.as_str().into(),
            contact.phone.as_str().into(),
            contact.email.as_str().into(),
            contact.delete_on.into(),
            phone_key(&contact.phone).into(),
            email_key(&contact.email).into(),
        ],
    )
    .await?;
    Ok(())
}
