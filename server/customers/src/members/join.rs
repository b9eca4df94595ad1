//! Somebody becomes a member: with a yes, at the desk.

use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    db::{execute, exists},
    tokens::random,
};
use domain::{
    Field, Problem, Right, Why,
    audit::Event,
    customers::{
        complaint::Contact,
        member::{CONSENT_VERSION, MemberForm, MemberSlip},
        related::{email_key, phone_key},
    },
};
use sea_orm::{ConnectionTrait, Value};

use super::handle::{NONCE, address};
use crate::cards::key::Key;

/// Whether somebody may take members in.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub fn join_page(actor: Option<&Actor>) -> Result<()> {
    authorize(actor, Right::KeepMembers).map(drop)
}

/// Takes a member in. `public_url` is where the site is reached.
///
/// # Errors
/// `Invalid` names every refused field: without a yes there is no member, and a number is one member's.
pub async fn join(
    base: &Base,
    actor: Option<&Actor>,
    form: &MemberForm,
    public_url: &str,
) -> Result<MemberSlip> {
    let (actor, _) = authorize(actor, Right::KeepMembers)?;
    let new = form.parse()?;
    // Before the transaction: a store of keys may be a table of the same database.
    let key = Key::of(base).await?;
    let transaction = base.db.begin().await?;
    let sql = "SELECT 1 AS one FROM member WHERE number = $1";
    if exists(&transaction, sql, [new.number.as_str().into()]).await? {
        return Err(Problem::invalid(Field::MemberNumber, Why::Taken).into());
    }
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let nonce = random::<NONCE>()?;
    let yes = |is_said: bool| -> [Value; 3] {
        match is_said {
            true => [today.into(), new.how.name().into(), CONSENT_VERSION.into()],
            false => [Value::ChronoDate(None), Value::String(None), Value::BigInt(None)],
        }
    };
    let mut values: Vec<Value> = vec![
        new.number.as_str().into(),
        new.name.as_str().into(),
        new.phone.as_str().into(),
        new.email.as_str().into(),
        phone_key(&new.phone).into(),
        email_key(&new.email).into(),
        new.lang.tag().into(),
        nonce.to_vec().into(),
        today.into(),
    ];
    values.extend(yes(new.recognise));
    values.extend(yes(new.follow));
    let sql = "INSERT INTO member (number, name, phone, email, phone_key, email_key, lang, nonce, joined_on, recognise_on,
                   recognise_how, recognise_version, follow_on, follow_how, follow_version)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
               ON CONFLICT (number) DO NOTHING";
    if execute(&transaction, sql, values).await?.rows_affected() == 0 {
        return Err(Problem::invalid(Field::MemberNumber, Why::Taken).into());
    }
    let entry = Entry::new(Event::MemberJoined, Some(actor.account));
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    let address = address(&key, &nonce, public_url, new.lang.tag())?;
    Ok(MemberSlip { name: new.name, address, lang: new.lang, is_anew: false })
}

/// Ties a case that was just written down at the desk to the member whose number or address was left with it, where it is
/// one member's and no other's. What somebody sent by themselves is tied to nobody: anybody can write down another's number.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn tie(db: &impl ConnectionTrait, reference: &str, contact: &Contact) -> Result<()> {
    let (phone, email) = (phone_key(&contact.phone), email_key(&contact.email));
    let sql = "UPDATE complaint SET member_id = (SELECT MIN(id) FROM member WHERE phone_key = $2 OR email_key = $3)
               WHERE reference = $1 AND (SELECT COUNT(*) FROM member WHERE phone_key = $2 OR email_key = $3) = 1";
    execute(db, sql, [reference.into(), phone.into(), email.into()]).await?;
    Ok(())
}
