//! The areas put together, for the server and its commands.

pub mod demo;
pub mod health;
pub mod jobs;
mod letters;

use std::{ops::Deref, sync::Arc};

pub use ::organisation;
pub use ::people::{accounts, provider as oidc, register as people, sign_in};
pub use base::{
    access::{self, Actor, authorize},
    audit, clock, db,
    error::{self, Error, Result},
    keys, outbox as mail, private,
};
pub use customers::{
    cards, complaints, contacts, files, follow_ups, hours, members, mentions, quality, rollup, surveys,
    wording,
};
pub use exchange::imports;
pub use insight::{
    actions, competitors, figures, hse, link, matters, notes, overview, pack, review, set_up, today,
};
pub use staff::{ballots, comments, privacy, release, rounds};

use ::people::People;
use base::{Base, clock::Clock, db::Db, outbox::Post};
use domain::access::DemoSignIn;
use exchange::Exchange;
use staff::Staff;

/// The areas over one base.
#[derive(Clone)]
pub struct Services {
    base: Base,
    /// The staff's side.
    pub staff: Staff,
    /// People and how they sign in.
    pub people: People,
    /// Files from other systems.
    pub exchange: Exchange,
}

impl Deref for Services {
    type Target = Base;

    fn deref(&self) -> &Base {
        &self.base
    }
}

impl Services {
    /// Puts the pieces together.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self::on(Base::new(db, clock))
    }

    /// The areas over a base.
    pub fn on(base: Base) -> Self {
        Self {
            staff: Staff::new(base.clone()),
            people: People::new(base.clone()),
            exchange: Exchange::new(base.clone()),
            base,
        }
    }

    /// The same services over a changed base.
    #[must_use]
    pub fn with_base(&self, change: impl FnOnce(&mut Base)) -> Self {
        let mut base = self.base.clone();
        change(&mut base);
        self.over(base)
    }

    fn over(&self, base: Base) -> Self {
        Self {
            staff: self.staff.over(base.clone()),
            people: self.people.over(base.clone()),
            exchange: self.exchange.over(base.clone()),
            base,
        }
    }

    /// The same services, showing these sign-ins on the sign-in page.
    #[must_use]
    pub fn with_demo_sign_ins(mut self, sign_ins: Vec<DemoSignIn>) -> Self {
        self.people.demo_sign_ins = Arc::new(sign_ins);
        self
    }

    /// The same services, letting people sign in with this provider.
    #[must_use]
    pub fn with_oidc(mut self, oidc: oidc::Oidc) -> Self {
        self.people.oidc = Some(Arc::new(oidc));
        self
    }

    /// The same services, sending letters.
    #[must_use]
    pub fn with_post(self, post: Post) -> Self {
        self.with_base(|base| base.post = Some(post))
    }

    /// The same services with their keys elsewhere.
    #[must_use]
    pub fn with_keys(&self, keys: keys::Keys) -> Self {
        self.with_base(|base| base.keys = keys)
    }

    /// The same services under another clock.
    #[must_use]
    pub fn with_clock(&self, clock: Arc<dyn Clock>) -> Self {
        self.with_base(|base| base.clock = clock)
    }

    /// The same services for work that nobody waits for: a statement may take long.
    #[must_use]
    pub fn for_jobs(&self) -> Self {
        self.over(self.base.for_jobs())
    }

    /// The same services for answering requests: nobody waits for long.
    #[must_use]
    pub fn for_requests(&self) -> Self {
        self.over(self.base.for_requests())
    }
}

/// Makes the organisation, its root unit and the parameters of its releases when there are none yet.
///
/// # Errors
/// When the database refuses.
pub async fn set_up(db: &impl sea_orm::ConnectionTrait, name: &str, is_synthetic: bool) -> Result<()> {
    if organisation::create(db, name, is_synthetic).await? {
        release::rules::create(db).await?;
    }
    Ok(())
}
