//! A member leaves: what is stored about them goes, and what is left tells of nobody.

use base::{
    Base, Result,
    db::{column, execute},
    tokens::random,
};
use chrono::NaiveDate;
use domain::customers::{
    follow_up::FollowUpOutcome,
    words::{EndReason, EventKind, Kind},
};
use organisation::{Organisation, Tree};
use sea_orm::ConnectionTrait;

use super::{Stored, handle::pseudonym};
use crate::{
    cards::key::Key,
    complaints::{
        events::{CUSTOMER, Data},
        record::{Change, Record},
        retention,
    },
    follow_ups,
};

/// What takes part in it.
pub(super) struct Leaving<'a, C> {
    pub(super) base: &'a Base,
    pub(super) db: &'a C,
    pub(super) key: &'a Key,
    pub(super) tree: &'a Tree,
    pub(super) organisation: &'a Organisation,
}

impl<C: ConnectionTrait> Leaving<'_, C> {
    /// Lets a member go. Member, visits, contacts and the texts of their cases are deleted; cases that are open are
    /// withdrawn, follow-ups that are open end; that somebody was there in a month is kept and cut loose.
    pub(super) async fn let_go(&self, member: &Stored) -> Result<()> {
        self.end_follow_ups(member.id).await?;
        let sql = "SELECT id FROM complaint WHERE member_id = $1 ORDER BY id";
        for case in column::<i64>(self.db, sql, [member.id.into()]).await? {
            self.empty(case).await?;
        }
        let id = || [member.id.into()];
        execute(self.db, "UPDATE complaint SET member_id = NULL WHERE member_id = $1", id()).await?;
        execute(self.db, "DELETE FROM visit WHERE member_id = $1", id()).await?;
        self.cut_loose(&member.number).await?;
        execute(self.db, "DELETE FROM member WHERE id = $1", id()).await?;
        retention::note_contact(self.db, self.base.now()).await
    }

    /// No follow-up of theirs is open any more, and none says whose it was.
    pub(super) async fn end_follow_ups(&self, member: i64) -> Result<()> {
        let today = self.organisation.local_day(self.base.now());
        let sql = format!(
            "UPDATE follow_up SET outcome = $2, done_on = $3, {} WHERE member_id = $1 AND outcome IS NULL",
            follow_ups::EMPTIED
        );
        let values = [member.into(), FollowUpOutcome::Declined.name().into(), today.into()];
        execute(self.db, &sql, values).await?;
        Ok(())
    }

    /// Deletes the texts of a case; one that is open is withdrawn first.
    async fn empty(&self, case: i64) -> Result<()> {
        if let Some(mut record) = Record::lock_by_id(self.db, case).await?
            && record.kind == Kind::Complaint
            && record.state().stage.is_open()
        {
            let data = Data { end_reason: Some(EndReason::Withdrawn), ..Data::default() };
            let change = Change { kind: EventKind::Ended, role: CUSTOMER, data, text: None };
            record.happen(self.db, self.tree, self.organisation, self.base.now(), change).await?;
        }
        retention::erase(self.db, case, self.base).await
    }

    /// What stands for the member among past months becomes chance. Within a month it is one, so that whoever was in two
    /// teams of a site goes on counting once.
    async fn cut_loose(&self, number: &str) -> Result<()> {
        let known = pseudonym(self.key, number)?;
        let sql = "SELECT DISTINCT month FROM visit_month WHERE pseudonym = $1";
        let months: Vec<NaiveDate> = column(self.db, sql, [known.clone().into()]).await?;
        for month in months {
            let fresh = random::<16>()?.to_vec();
            let sql = "UPDATE visit_month SET pseudonym = $1 WHERE pseudonym = $2 AND month = $3";
            execute(self.db, sql, [fresh.into(), known.clone().into(), month.into()]).await?;
        }
        Ok(())
    }
}
