//! Texts that are written to a case later: once it names somebody, no name of theirs stands in one again.

use domain::{Lang, Problem, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    names::{mention_of, names_in, roster_names, stand_in, without},
    seal::Key,
    stored::{Hand, Named, begin},
};
use crate::complaints::record::Record;
use base::{
    Base, Result,
    db::{all, column, execute, one},
};

/// Names that do not stand in the texts of a case: those of everybody who works around there, and those of the mention.
pub(crate) struct Names {
    names: Vec<String>,
    stand_in: &'static str,
}

#[derive(FromQueryResult)]
struct Case {
    id: i64,
    unit_id: UnitId,
    lang: Option<String>,
}

impl Case {
    async fn find(base: &Base, reference: &str) -> Result<Option<Self>> {
        let sql = "SELECT id, unit_id, lang FROM complaint WHERE reference = $1";
        Ok(one(&base.db.reader, sql, [reference.into()]).await?)
    }
}

impl Names {
    /// The names for a case; none as long as it names nobody. Before the transaction that writes the text: a store of keys
    /// may be a table of the same database.
    ///
    /// # Errors
    /// `Keys` when the store cannot be read.
    pub(crate) async fn of(base: &Base, reference: &str) -> Result<Option<Self>> {
        let Some(case) = Case::find(base, reference).await? else { return Ok(None) };
        match Named::find(&base.db.reader, case.id).await? {
            Some(named) => Ok(Some(Self::around(base, &case, Some(&named)).await?)),
            None => Ok(None),
        }
    }

    async fn around(base: &Base, case: &Case, named: Option<&Named>) -> Result<Self> {
        let db = &base.db.reader;
        let tree = organisation::tree(base, db).await?;
        let today = organisation::today(base).await?;
        let mut names = roster_names(db, &tree, case.unit_id, today).await?;
        if let Some(named) = named {
            names.extend(named.opened(base).await?.mention.map(|mention| names_in(&mention)));
            // Whoever was picked may belong somewhere else by now.
            let sql = "SELECT name FROM person WHERE id = $1";
            names.extend(column::<String>(db, sql, [named.person.into()]).await?);
        }
        let lang = case.lang.as_deref().and_then(Lang::from_tag).unwrap_or_default();
        Ok(Self { names, stand_in: stand_in(lang) })
    }

    /// A text without them.
    pub(crate) fn out_of(&self, text: &str) -> String {
        without(text, &self.names, self.stand_in).0
    }
}

#[derive(FromQueryResult)]
struct Text {
    id: i64,
    text: String,
}

/// Takes names out of what was written to a case before anybody said that it names somebody: notes, what the customer
/// wrote, what is to be done, why nobody apologised. What we wrote to the customer is theirs and stays.
///
/// # Errors
/// When the database refuses.
pub(super) async fn clean(
    db: &impl ConnectionTrait,
    complaint: i64,
    names: &[String],
    lang: Lang,
) -> Result<()> {
    for (table, key, text, which) in [
        ("case_note", "id", "text", ""),
        ("case_message", "id", "text", "AND direction = 'in'"),
        ("open_action", "id", "what", ""),
        ("apology", "version", "reason_not", ""),
    ] {
        let sql = format!("SELECT {key} AS id, {text} AS text FROM {table} WHERE complaint_id = $1 {which}");
        let rows: Vec<Text> = all(db, &sql, [complaint.into()]).await?;
        for row in rows {
            let (clean, found) = without(&row.text, names, stand_in(lang));
            if !found.is_empty() {
                let sql = format!("UPDATE {table} SET {text} = $3 WHERE complaint_id = $1 AND {key} = $2");
                execute(db, &sql, [complaint.into(), row.id.into(), clean.into()]).await?;
            }
        }
    }
    Ok(())
}

/// What a customer writes to a case of theirs, or says and the desk writes down. A name in it is left out; where the case
/// names nobody yet, it does from then on. Nobody asks: the question would tell a stranger who works here, and at the desk
/// it can be taken back as a mistake.
pub(crate) struct Heard {
    text: String,
    /// The names that were found, and the key that they are sealed under.
    mention: Option<(String, Key)>,
}

impl Heard {
    /// Reads it, before the transaction that stores it; none for a case that is gone.
    ///
    /// # Errors
    /// `Keys` when the store refuses.
    pub(crate) async fn read(base: &Base, reference: &str, text: &str) -> Result<Option<Self>> {
        let Some(case) = Case::find(base, reference).await? else { return Ok(None) };
        let named = Named::find(&base.db.reader, case.id).await?;
        let names = Names::around(base, &case, named.as_ref()).await?;
        let (text, found) = without(text, &names.names, names.stand_in);
        let mention = match named.is_some() || found.is_empty() {
            true => None,
            false => Some((mention_of(found.into_iter()), Key::fresh(base).await?)),
        };
        Ok(Some(Self { text, mention }))
    }

    /// What is stored of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Puts down that the case names somebody, if it does since.
    ///
    /// # Errors
    /// `ChangedMeanwhile` when somebody else has put that down since it was read; sent again, it is read anew.
    pub(crate) async fn put_down<C: ConnectionTrait>(
        &self,
        hand: &Hand<'_, C>,
        record: &mut Record,
    ) -> Result<()> {
        match &self.mention {
            Some(_) if record.state().mention.is_some() => Err(Problem::ChangedMeanwhile.into()),
            Some((mention, key)) => begin(hand, record, key, mention, false).await,
            None => Ok(()),
        }
    }

    /// Destroys the key: nothing came to be sealed under it.
    ///
    /// # Errors
    /// `Keys` when the store cannot be written.
    pub(crate) async fn give_up(self, base: &Base) -> Result<()> {
        match self.mention {
            Some((_, key)) => key.give_up(base).await,
            None => Ok(()),
        }
    }
}
