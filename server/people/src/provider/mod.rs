//! Sign-in through a provider: OpenID Connect with discovery, the authorization code flow and PKCE.
//!
//! [`begin`] sends a browser to the provider, [`finish`] reads what it brings back and trusts nothing
//! of it before the token's signature and claims have been checked, [`sign_in`] finds the account.
//! Whoever is refused gets one answer for every reason; the reason itself stands in the log.

mod accounts;
mod discovery;
mod fetch;
mod flow;
mod members;
mod roles;
mod signature;
mod token;

use crate::People;
use std::sync::{Arc, RwLock};

use domain::{Problem, Role};

pub use accounts::sign_in;
pub use flow::{Callback, Finished, Started, begin, finish};
pub use token::Identity;

use base::{
    Base, Error, Result,
    http_out::{self, Url},
};

/// A text that no log and no settings listing shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a text under guard.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

/// Whom the provider may let in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Provisioning {
    /// People who have an account here already.
    #[default]
    PreProvisionedOnly,
    /// Everybody the provider vouches for: an account is made at the first sign-in.
    JustInTime,
}

/// A role that a value of the role claim stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRule {
    /// Value of the claim, such as the name of a group.
    pub value: String,
    /// Role.
    pub role: Role,
    /// External number of the unit it is held for.
    pub unit: String,
}

/// The provider, as the settings describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its address; what its tokens must name as their issuer, to the letter.
    pub issuer: String,
    /// The name it knows us by.
    pub client_id: String,
    /// What we prove that with; none for a public client.
    pub client_secret: Option<Secret>,
    /// Where it sends people back to.
    pub redirect_url: String,
    /// What the sign-in button calls it.
    pub label: String,
    /// What we ask for besides `openid`.
    pub scopes: Vec<String>,
    /// Audiences that its tokens may have besides us without saying that they were issued to us, such
    /// as the project that some providers always name.
    pub trusted_audiences: Vec<String>,
    /// The claim that names a person's roles.
    pub role_claim: Option<String>,
    /// What its values stand for.
    pub role_mapping: Vec<RoleRule>,
    /// Whom it may let in.
    pub provisioning: Provisioning,
}

/// The provider with what is known of it so far.
pub struct Oidc {
    provider: Provider,
    fetcher: fetch::Fetcher,
    known: RwLock<Option<discovery::Known>>,
    /// When it was last asked; held while it is being asked, so that one request asks for all.
    asked_at: tokio::sync::Mutex<Option<chrono::DateTime<chrono::Utc>>>,
}

impl Oidc {
    /// A provider that has not been asked anything yet.
    ///
    /// # Errors
    /// One line, when an address in it is none that can be trusted.
    pub fn new(provider: Provider) -> std::result::Result<Self, String> {
        Self::trusting(provider, Vec::new())
    }

    /// The same, believing these certificate authorities (DER) besides those of the system.
    ///
    /// # Errors
    /// One line, as [`Oidc::new`], or when one of them cannot be read.
    pub fn trusting(provider: Provider, authorities: Vec<Vec<u8>>) -> std::result::Result<Self, String> {
        let issuer = trustworthy_issuer(&provider.issuer)?;
        Url::parse(&provider.redirect_url)
            .map_err(|error| format!("{:?} is no address to come back to: {error}", provider.redirect_url))?;
        let fetcher = fetch::Fetcher::new(issuer.scheme() == "http", authorities)?;
        Ok(Self { provider, fetcher, known: RwLock::default(), asked_at: tokio::sync::Mutex::default() })
    }

    /// What the sign-in button calls the provider.
    pub fn label(&self) -> &str {
        &self.provider.label
    }

    /// Whether the provider says about itself what a sign-in needs.
    ///
    /// # Errors
    /// One line that says what it does not, or that it does not answer.
    pub async fn check(&self, base: &Base) -> std::result::Result<(), String> {
        self.metadata(base.now()).await.map(|_| ())
    }

    /// Asks the provider about itself, so that the first person need not wait for it.
    pub async fn warm_up(&self, base: &Base) {
        if let Err(error) = self.check(base).await {
            tracing::warn!(error, "the sign-in provider does not answer; it is asked again when needed");
        }
    }
}

/// Reads the address of an issuer: `https`, or plain `http` on loopback.
///
/// # Errors
/// One line that says what is wrong with it.
pub fn trustworthy_issuer(issuer: &str) -> std::result::Result<Url, String> {
    let url = Url::parse(issuer).map_err(|error| format!("the issuer {issuer:?} is no address: {error}"))?;
    if !http_out::is_safe(&url, true) {
        return Err(format!("the issuer {issuer:?} must be an https address (plain http is for loopback)"));
    }
    Ok(url)
}

/// The provider of these base.
fn provider_of(people: &People) -> Result<Arc<Oidc>> {
    people.oidc.clone().ok_or_else(|| Problem::NotFound.into())
}

/// The one answer to everybody who is refused. The reason is for the log and names nobody.
fn refused(reason: &str) -> Error {
    tracing::info!(reason, "sign-in through the provider refused");
    Problem::ProviderRefused.into()
}
