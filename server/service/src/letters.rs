//! What letters say.

use customers::complaints::digest::{self, DueCase};

use base::{
    Base, Result,
    db::{one, value},
    outbox::{Kind, Letter, Post, Writer},
};
use chrono::NaiveDate;
use domain::{AccountId, Lang, format, insight::matters::Matter as Waiting, text};
use insight::matters::weekly;
use organisation::Organisation;
use people::accounts::account_tokens::{self, Purpose};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Writes the letters of all areas.
pub(crate) struct Letters;

#[async_trait::async_trait]
impl Writer for Letters {
    async fn write(
        &self,
        base: &Base,
        post: &Post,
        kind: Kind,
        account: AccountId,
    ) -> Result<Option<Letter>> {
        let transaction = base.db.begin().await?;
        let Some(addressee) = Addressee::find(&transaction, account).await? else { return Ok(None) };
        let address = post.public_url.trim_end_matches('/');
        let Some(matter) = matter(base, &transaction, kind, account, address).await? else { return Ok(None) };
        let organisation = organisation::find(&transaction).await?;
        transaction.commit().await?;
        Ok(Some(addressee.letter(kind, &matter, &organisation, post)))
    }
}

/// Whom a letter goes to.
#[derive(FromQueryResult)]
struct Addressee {
    name: String,
    email: String,
    lang: Option<String>,
}

/// What a letter is about, beside its kind.
#[derive(Default)]
struct Matter {
    /// Where its link leads.
    link: Option<String>,
    /// The last day to answer.
    closes: Option<NaiveDate>,
    /// How many.
    count: usize,
    /// What waits.
    waiting: Vec<Waiting>,
    /// Cases that are soon due or late.
    cases: Vec<DueCase>,
}

/// What there is to say; none when nothing is left.
async fn matter(
    base: &Base,
    db: &impl ConnectionTrait,
    kind: Kind,
    account: AccountId,
    address: &str,
) -> Result<Option<Matter>> {
    Ok(match kind {
        Kind::Invite => with_token(base, db, Purpose::Invite, account, address).await?,
        Kind::Reset => with_token(base, db, Purpose::Reset, account, address).await?,
        Kind::PasswordChanged => Some(Matter::default()),
        Kind::SecondFactorChanged => {
            let on = "SELECT has_second_factor FROM account WHERE id = $1";
            let is_on: bool = value(db, on, [account.into()]).await?.unwrap_or_default();
            Some(Matter { count: usize::from(is_on), ..Matter::default() })
        }
        Kind::CheckIn | Kind::Reminder => {
            let invited = staff::rounds::reminders::invite(base, db, account).await?;
            invited.map(|(ends_on, token)| Matter {
                link: Some(format!("{address}/check-in/link?token={token}")),
                closes: Some(ends_on),
                ..Matter::default()
            })
        }
        Kind::ActionReview => {
            let today = organisation::find(db).await?.local_day(base.now());
            let due = insight::actions::reminders::due_for(db, account, today).await?;
            due.map(|count| Matter { link: Some(format!("{address}/actions")), count, ..Matter::default() })
        }
        Kind::Named => {
            Some(Matter { link: Some(format!("{address}/account/mentions")), ..Matter::default() })
        }
        Kind::Weekly => {
            let today = organisation::find(db).await?.local_day(base.now());
            let tree = organisation::Tree::load(db).await?;
            let list = weekly::waiting_for(db, &tree, account, today).await?;
            let count = list.open.len() + usize::try_from(list.more).unwrap_or(usize::MAX);
            let link = Some(format!("{address}/today"));
            (count > 0).then(|| Matter { link, count, waiting: list.open, ..Matter::default() })
        }
        Kind::Digest | Kind::Urgent => {
            let organisation = organisation::find(db).await?;
            let tree = organisation::Tree::load(db).await?;
            let is_urgent = kind == Kind::Urgent;
            let cases = digest::waiting_for(db, &tree, &organisation, account, base.now(), is_urgent).await?;
            let link = Some(format!("{address}/complaints"));
            (!cases.is_empty()).then(|| Matter { link, count: cases.len(), cases, ..Matter::default() })
        }
    })
}

async fn with_token(
    base: &Base,
    db: &impl ConnectionTrait,
    purpose: Purpose,
    account: AccountId,
    address: &str,
) -> Result<Option<Matter>> {
    let token = account_tokens::issue(db, base.now(), account, purpose).await?;
    Ok(token.map(|token| Matter {
        link: Some(format!("{address}/welcome?{}={token}", purpose.name())),
        ..Matter::default()
    }))
}

impl Addressee {
    async fn find(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Self>> {
        let addressee = one(
            db,
            "SELECT name, email, lang FROM account WHERE id = $1 AND email IS NOT NULL",
            [account.into()],
        )
        .await?;
        Ok(addressee)
    }

    fn letter(&self, kind: Kind, matter: &Matter, organisation: &Organisation, post: &Post) -> Letter {
        let name = one_line(&self.name);
        // Where nobody asked the person yet, the organisation may say which language it is; else both are written.
        let lang = self.lang.as_deref().and_then(Lang::from_tag).or(organisation.letters_lang);
        let langs = lang.map_or(vec![Lang::Nb, Lang::En], |lang| vec![lang]);
        let say = |part: &str, between: &str| {
            let id = format!("mail-{}{part}", kind.name());
            let say_in = |lang: &Lang| {
                let closes = matter.closes.map(|day| format::long_date(*lang, day)).unwrap_or_default();
                let waiting = matter.waiting.iter().map(|waiting| weekly::line(waiting, *lang));
                let lines: Vec<String> =
                    waiting.chain(matter.cases.iter().map(|case| case.line(*lang))).collect();
                let account = format!("{}/account", post.public_url.trim_end_matches('/'));
                let values = [
                    ("name", name.as_str().into()),
                    ("organisation", organisation.name.as_str().into()),
                    ("link", matter.link.as_deref().unwrap_or_default().into()),
                    ("address", post.public_url.as_str().into()),
                    ("account", account.into()),
                    ("closes", closes.into()),
                    ("count", matter.count.into()),
                    ("lines", lines.join("\n").into()),
                ];
                text::tv(*lang, &id, &values)
            };
            langs.iter().map(say_in).collect::<Vec<_>>().join(between)
        };
        Letter {
            address: one_line(&self.email),
            subject: one_line(&say("", " / ")),
            body: format!("{}\n", say("-text", "\n\n—\n\n")),
            name,
        }
    }
}

/// A text that cannot begin a header of its own.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}
