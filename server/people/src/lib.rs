//! People: the register of who belongs to the organisation, their accounts, and how they sign in.
//!
//! Architecture invariant: neither rounds nor customers are known here.

pub mod accounts;
pub mod provider;
pub mod register;
pub mod sign_in;
mod stored_words;

use std::{ops::Deref, sync::Arc};

use base::Base;
use domain::access::DemoSignIn;

/// What the use cases about people need beside the base.
#[derive(Clone)]
pub struct People {
    base: Base,
    /// Sign-ins of the demo, in demo mode only.
    pub demo_sign_ins: Arc<Vec<DemoSignIn>>,
    /// Provider that people can sign in with, where one is configured.
    pub oidc: Option<Arc<provider::Oidc>>,
    /// Password hashing takes 19 MiB a time: never more at once than this allows.
    hashing: Arc<sign_in::Hashing>,
}

impl People {
    /// Without demo and without provider.
    pub fn new(base: Base) -> Self {
        Self { base, demo_sign_ins: Arc::default(), oidc: None, hashing: Arc::new(sign_in::Hashing::new(2)) }
    }

    /// The same over another base.
    #[must_use]
    pub fn over(&self, base: Base) -> Self {
        Self { base, ..self.clone() }
    }
}

impl Deref for People {
    type Target = Base;

    fn deref(&self) -> &Base {
        &self.base
    }
}
