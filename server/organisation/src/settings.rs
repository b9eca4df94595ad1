//! Name, time zone and language of letters, and whether mail arrives.

use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    Lang, Right,
    audit::Event,
    organisation::settings::{Removed, Retention, SettingsForm, SettingsPage},
    text::{t, tv},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{Organisation, find, kept, whole};
use base::{
    Actor, Base, Error, Result,
    audit::{self, Entry},
    authorize,
    db::{all, execute, value},
    outbox::Letter,
};

/// How long a mail server may take over the test letter.
const LONGEST: Duration = Duration::from_secs(20);

/// The page.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation.
pub async fn page(base: &Base, actor: Option<&Actor>) -> Result<SettingsPage> {
    let (actor, units) = authorize(actor, Right::ManageSettings)?;
    let db = base.db.snapshot().await?;
    whole(&db, &units).await?;
    let organisation = find(&db).await?;
    Ok(SettingsPage {
        name: organisation.name.clone(),
        timezone: organisation.timezone.name().to_owned(),
        letters_lang: organisation.letters_lang,
        zones: zones(),
        turn_to: organisation.turn_to.clone(),
        retention: organisation.retention,
        removed: removed(&db, &organisation).await?,
        changes: kept::last(&db, &organisation, Event::SettingsChanged, None).await?,
        has_mail: base.post.is_some(),
        own_address: address(&db, actor).await?,
    })
}

/// Deletions that the page shows.
const MOST_REMOVALS: i64 = 10;

#[derive(FromQueryResult)]
struct Removal {
    at: DateTime<Utc>,
    cases: i64,
    texts: i64,
    contacts: i64,
    drafts: i64,
}

async fn removed(db: &impl ConnectionTrait, organisation: &Organisation) -> Result<Vec<Removed>> {
    let sql = "SELECT at, cases, texts, contacts, drafts FROM removal ORDER BY id DESC LIMIT $1";
    let rows: Vec<Removal> = all(db, sql, [MOST_REMOVALS.into()]).await?;
    let told = |row: Removal| Removed {
        at: organisation.local_minute(row.at),
        cases: row.cases,
        texts: row.texts,
        contacts: row.contacts,
        drafts: row.drafts,
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Zones that are named after a place; abbreviations and offsets know no summer time.
pub fn zones() -> Vec<String> {
    let is_place = |zone: &&Tz| zone.name().contains('/') && !zone.name().starts_with("Etc/");
    TZ_VARIANTS.iter().filter(is_place).map(|zone| zone.name().to_owned()).collect()
}

async fn address(db: &impl ConnectionTrait, actor: &Actor) -> Result<Option<String>> {
    let sql = "SELECT email FROM account WHERE id = $1 AND email IS NOT NULL";
    Ok(value(db, sql, [actor.account.into()]).await?)
}

/// Changes the settings; what was changed stands in the log.
///
/// # Errors
/// `Invalid` names every refused field; `Forbidden` for whoever keeps only a part of the organisation.
pub async fn change(base: &Base, actor: Option<&Actor>, form: &SettingsForm) -> Result<()> {
    let (actor, units) = authorize(actor, Right::ManageSettings)?;
    let new = form.parse(|zone| zones().iter().any(|known| known == zone))?;
    let transaction = base.db.begin().await?;
    whole(&transaction, &units).await?;
    let old = find(&transaction).await?;
    let tag = |lang: Option<Lang>| lang.map_or("en + nb", Lang::tag);
    let terms = |retention: Retention| format!("{} / {}", retention.months, retention.draft_days);
    let (keeps, will_keep) = (terms(old.retention), terms(new.retention));
    let changes = [
        (old.name.as_str(), new.name.as_str()),
        (old.timezone.name(), new.timezone.as_str()),
        (tag(old.letters_lang), tag(new.letters_lang)),
        (&old.turn_to.en, &new.turn_to.en),
        (&old.turn_to.nb, &new.turn_to.nb),
        (&old.turn_to.address, &new.turn_to.address),
        (&keeps, &will_keep),
    ];
    let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let said: Vec<String> = changes
        .into_iter()
        .filter(|(before, after)| before != after)
        .map(|(before, after)| format!("{} → {}", shown(before), shown(after)))
        .collect();
    if said.is_empty() {
        return Ok(());
    }
    execute(
        &transaction,
        "UPDATE organisation SET name = $1, timezone = $2, letters_lang = $3, turn_en = $4, turn_nb = $5,
             turn_address = $6, keep_months = $7, draft_days = $8",
        [
            new.name.as_str().into(),
            new.timezone.as_str().into(),
            new.letters_lang.map(Lang::tag).into(),
            new.turn_to.en.into(),
            new.turn_to.nb.into(),
            new.turn_to.address.into(),
            new.retention.months.into(),
            new.retention.draft_days.into(),
        ],
    )
    .await?;
    let entry = Entry { detail: &said.join(", "), ..Entry::new(Event::SettingsChanged, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// What came of a test letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tested {
    /// The mail server took it.
    Sent,
    /// There is no way for mail to leave.
    NoMail,
    /// The account has no address.
    NoAddress,
    /// The mail server refused it or took too long; the log has its words.
    Refused,
}

/// Sends a letter to oneself, at once.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation.
pub async fn test_mail(base: &Base, actor: Option<&Actor>, lang: Lang) -> Result<Tested> {
    let (actor, units) = authorize(actor, Right::ManageSettings)?;
    whole(&base.db.reader, &units).await?;
    let Some(post) = &base.post else { return Ok(Tested::NoMail) };
    let Some(address) = address(&base.db.reader, actor).await? else { return Ok(Tested::NoAddress) };
    let organisation = find(&base.db.reader).await?.name;
    let letter = Letter {
        name: actor.name.clone(),
        address,
        subject: tv(lang, "mail-test", &[("organisation", organisation.as_str().into())]),
        body: format!("{}\n", t(lang, "mail-test-text")),
    };
    let sent = tokio::time::timeout(LONGEST, post.mailer.send(&letter)).await;
    match sent.map_err(|_| "it took too long".to_owned()).flatten() {
        Ok(()) => Ok(Tested::Sent),
        Err(error) => {
            tracing::warn!(error, "the test letter was not sent");
            Ok(Tested::Refused)
        }
    }
}

/// The language of letters as it is stored.
pub(super) fn letters_lang(tag: Option<&str>) -> Result<Option<Lang>> {
    let read = |tag: &str| Lang::from_tag(tag).ok_or_else(|| Error::stored("organisation.letters_lang", tag));
    tag.map(read).transpose()
}
