//! A form of a case that was sent twice, or once more from a page gone back to.

use domain::{
    customers::{
        case::{Act, LONGEST_LETTER, LONGEST_NOTE},
        words::EventKind,
    },
    field::free_text,
};
use sea_orm::ConnectionTrait;

use super::Deed;
use crate::{
    complaints::{SENT_AGAIN, events::event_of, record::Record, state::live},
    mentions::Heard,
};
use base::{Result, db::value};

impl<C: ConnectionTrait> Deed<'_, C> {
    /// Whether this very form was carried out before: what happened first after its page was opened is what it asks
    /// for, by the same role and in the same words. Whoever sent it sees the case then, and nobody gets a letter twice.
    pub(super) async fn is_sent_again(&self, record: &Record, act: Act) -> Result<bool> {
        let form = self.form;
        let said = |text: &str, longest| free_text(text, longest).ok();
        let (table, text) = match act {
            Act::Letter | Act::Pause | Act::Answer => ("case_message", said(&form.letter, LONGEST_LETTER)),
            Act::Hear => ("case_message", self.heard.map(Heard::text).map(str::to_owned)),
            Act::Note => ("case_note", said(&form.note, LONGEST_NOTE).map(|note| self.nameless(&note))),
            _ => return Ok(false),
        };
        // What was taken back did not happen.
        let first = form
            .version
            .parse()
            .ok()
            .and_then(|seen: i64| live(&record.events).into_iter().find(|event| event.version > seen));
        let (Some(text), Some(first)) = (text, first) else { return Ok(false) };
        // The first letter says that we have it.
        let is_that =
            first.kind == event_of(act) || (act == Act::Letter && first.kind == EventKind::Acknowledged);
        let (true, Some(id)) = (is_that, first.text) else { return Ok(false) };
        if first.role != self.role() || self.now - first.at > SENT_AGAIN {
            return Ok(false);
        }
        let sql = format!("SELECT text FROM {table} WHERE id = $1");
        let before: Option<String> = value(self.db, &sql, [id.into()]).await?;
        Ok(before.is_some_and(|before| before == text))
    }
}
