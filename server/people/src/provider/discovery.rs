//! What the provider says about itself: addresses, keys, abilities. Kept, and asked for again when it
//! grows old or a key turns up that is not among those known.

use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Duration, Utc};
use openidconnect::{
    AdditionalProviderMetadata, IssuerUrl, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};

use super::Oidc;

/// After this long the provider is asked again.
const FRESH: Duration = Duration::hours(1);
/// For this long its old answer serves while it gives no new one.
const USABLE: Duration = Duration::hours(24);
/// It is never asked more often than this, whatever tokens and people turn up.
const BETWEEN: Duration = Duration::seconds(30);

/// Abilities that the crate does not know of.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Abilities {
    /// RFC 9207: its answers name it, against mixing up two providers.
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub(super) names_itself: bool,
}

impl AdditionalProviderMetadata for Abilities {}

/// What a discovery document says, with the keys it points to.
pub(super) type Metadata = ProviderMetadata<
    Abilities,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// The provider's last answer.
pub(super) struct Known {
    metadata: Arc<Metadata>,
    since: DateTime<Utc>,
}

impl Oidc {
    /// What is known of the provider; asks it when nothing is, or nothing recent.
    pub(super) async fn metadata(&self, now: DateTime<Utc>) -> Result<Arc<Metadata>, String> {
        if let Some(metadata) = self.younger_than(FRESH, now) {
            return Ok(metadata);
        }
        let mut asked_at = self.asked_at.lock().await;
        // Somebody else may have asked while this one waited.
        if let Some(metadata) = self.younger_than(FRESH, now) {
            return Ok(metadata);
        }
        match self.ask(&mut asked_at, now).await {
            Ok(metadata) => Ok(metadata),
            Err(error) => match self.younger_than(USABLE, now) {
                Some(metadata) => {
                    tracing::warn!(error, "the sign-in provider does not answer; its last answer serves");
                    Ok(metadata)
                }
                None => Err(error),
            },
        }
    }

    /// Something newer than `stale`, for a token signed with a key that is not in it.
    pub(super) async fn newer(
        &self,
        stale: &Arc<Metadata>,
        now: DateTime<Utc>,
    ) -> Result<Arc<Metadata>, String> {
        let mut asked_at = self.asked_at.lock().await;
        match self.younger_than(FRESH, now) {
            Some(metadata) if !Arc::ptr_eq(&metadata, stale) => Ok(metadata),
            _ => self.ask(&mut asked_at, now).await,
        }
    }

    fn younger_than(&self, age: Duration, now: DateTime<Utc>) -> Option<Arc<Metadata>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|known| (now - known.since).abs() < age).map(|known| known.metadata.clone())
    }

    async fn ask(
        &self,
        asked_at: &mut Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Arc<Metadata>, String> {
        if asked_at.is_some_and(|at| (now - at).abs() < BETWEEN) {
            return Err("the provider was asked a moment ago".to_owned());
        }
        *asked_at = Some(now);
        let issuer = IssuerUrl::new(self.provider.issuer.clone()).map_err(|error| error.to_string())?;
        let metadata = Metadata::discover_async(issuer, &self.fetcher)
            .await
            .map_err(|error| format!("discovery: {}", with_causes(&error)))?;
        if !self.fetcher.takes(metadata.authorization_endpoint().url()) {
            return Err("discovery: the sign-in page is not https".to_owned());
        }
        let metadata = Arc::new(metadata);
        let known = Known { metadata: metadata.clone(), since: now };
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(known);
        Ok(metadata)
    }
}

/// An error with what caused it, in one line.
pub(super) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
