//! What the provider says about itself: addresses, keys, abilities. Kept, and asked for again when it
//! grows old or a key turns up that is not among those known.

use std::sync::{Arc, PoisonError};

use base::http_out::Url;
use chrono::{DateTime, Duration, Utc};
use openidconnect::core::CoreJsonWebKey;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Oidc, fetch::Fetcher, members::Members};

/// After this long the provider is asked again.
const FRESH: Duration = Duration::hours(1);
/// For this long its old answer serves while it gives no new one.
const USABLE: Duration = Duration::hours(24);
/// It is never asked more often than this, whatever tokens and people turn up.
const BETWEEN: Duration = Duration::seconds(30);

/// What a discovery document says (OpenID Connect Discovery § 3), as far as it is needed.
#[derive(Debug)]
pub(super) struct Document {
    /// Where people sign in.
    pub(super) authorization_endpoint: Url,
    /// Where a code is exchanged for a token.
    pub(super) token_endpoint: Url,
    /// Where its keys are.
    keys_at: Url,
    /// Whether it takes our secret in the body of a request alone (RFC 6749 § 2.3.1).
    pub(super) takes_secret_in_body_only: bool,
    /// RFC 9207: its answers name it, against mixing up two providers.
    pub(super) names_itself: bool,
}

impl Document {
    fn read(members: &Map<String, Value>, issuer: &str, fetcher: &Fetcher) -> Result<Self, String> {
        let members = Members::new("the discovery document", members);
        if members.needed("issuer", members.text("issuer")?)? != issuer {
            return Err("the discovery document: \"issuer\" is not the one in the settings".to_owned());
        }
        let address = |name: &str| {
            let text = members.needed(name, members.text(name)?)?;
            fetcher.address(text).map_err(|error| format!("the discovery document: {name:?} {error}"))
        };
        let methods = members.texts("token_endpoint_auth_methods_supported")?.unwrap_or_default();
        Ok(Self {
            authorization_endpoint: address("authorization_endpoint")?,
            token_endpoint: address("token_endpoint")?,
            keys_at: address("jwks_uri")?,
            takes_secret_in_body_only: methods.contains(&"client_secret_post")
                && !methods.contains(&"client_secret_basic"),
            names_itself: members.flag("authorization_response_iss_parameter_supported")?.unwrap_or(false),
        })
    }
}

/// A discovery document with the keys it points to.
pub(super) struct Metadata {
    pub(super) document: Document,
    pub(super) keys: Vec<CoreJsonWebKey>,
}

/// The keys of a set (RFC 7517 § 5); those of kinds that nobody here knows are left out.
fn keys(members: &Map<String, Value>) -> Result<Vec<CoreJsonWebKey>, String> {
    let members = Members::new("the key set", members);
    let keys = members.needed("keys", members.get("keys"))?;
    let list = keys.as_array().ok_or_else(|| members.misshapen("keys", "a list", keys))?;
    Ok(list.iter().filter_map(|key| CoreJsonWebKey::deserialize(key).ok()).collect())
}

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
        let metadata = Arc::new(self.fetch().await?);
        let known = Known { metadata: metadata.clone(), since: now };
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(known);
        Ok(metadata)
    }
    async fn fetch(&self) -> Result<Metadata, String> {
        let issuer = &self.provider.issuer;
        // OpenID Connect Discovery § 4: a slash at the end goes first.
        let at = format!("{}/.well-known/openid-configuration", issuer.strip_suffix('/').unwrap_or(issuer));
        let at = self.fetcher.address(&at).map_err(|error| format!("the issuer {error}"))?;
        let members = self.fetcher.get("discovery", &at).await?;
        let document = Document::read(&members, issuer, &self.fetcher)?;
        let keys = keys(&self.fetcher.get("keys", &document.keys_at).await?)?;
        Ok(Metadata { document, keys })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ISSUER: &str = "https://login.example.org/realms/shops";

    fn right() -> Value {
        json!({
            "issuer": ISSUER,
            "authorization_endpoint": "https://login.example.org/authorize",
            "token_endpoint": "https://login.example.org/token",
            "jwks_uri": "https://login.example.org/keys",
        })
    }

    fn read(members: &Value) -> Result<Document, String> {
        Document::read(members.as_object().unwrap(), ISSUER, &Fetcher::new(false, Vec::new()).unwrap())
    }

    #[test]
    fn a_discovery_document_may_say_anything_of_what_nobody_reads() {
        let mut members = right();
        for (name, value) in [
            ("op_policy_uri", json!("")),
            ("claims_supported", json!("sub email")),
            ("response_types_supported", json!(7)),
            ("scopes_supported", json!({ "openid": true })),
            ("id_token_signing_alg_values_supported", json!([["RS256"]])),
            ("userinfo_endpoint", json!("somewhere")),
            ("end_session_endpoint", json!(null)),
            ("request_parameter_supported", json!("perhaps")),
        ] {
            members[name] = value;
        }
        assert!(read(&members).is_ok());
        members["authorization_response_iss_parameter_supported"] = json!("true");
        members["token_endpoint_auth_methods_supported"] = json!("client_secret_post");
        let document = read(&members).unwrap();
        assert!(document.names_itself && document.takes_secret_in_body_only);
    }

    #[test]
    fn a_needed_member_of_a_discovery_document_is_refused_by_name() {
        for (name, value) in [
            ("issuer", json!(["https://login.example.org/realms/shops"])),
            ("issuer", json!("https://login.example.org/realms/shops/")),
            ("issuer", json!(null)),
            ("authorization_endpoint", json!("http://login.example.org/authorize")),
            ("authorization_endpoint", json!("javascript:alert(1)")),
            ("token_endpoint", json!({ "url": "https://login.example.org/token" })),
            ("token_endpoint", json!("/token")),
            ("jwks_uri", json!(17)),
            ("jwks_uri", json!("file:///etc/hostname")),
            ("token_endpoint_auth_methods_supported", json!(false)),
            ("authorization_response_iss_parameter_supported", json!("now and then")),
        ] {
            let mut members = right();
            members[name] = value.clone();
            let refused = read(&members).unwrap_err();
            assert!(refused.contains(&format!("{name:?}")), "{value}: {refused}");
            assert!(!refused.contains('\n'), "one line");
        }
    }

    #[test]
    fn a_key_of_an_unknown_kind_keeps_no_other_key_out() {
        let known = json!({ "kty": "OKP", "crv": "Ed25519", "kid": "a", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
        let set =
            json!({ "keys": [{ "kty": "AKP", "alg": "ML-DSA-44" }, "odd", { "kid": 1 }, known], "more": 1 });
        assert_eq!(keys(set.as_object().unwrap()).unwrap().len(), 1);
        for set in [json!({}), json!({ "keys": { "a": 1 } })] {
            assert!(keys(set.as_object().unwrap()).unwrap_err().contains("\"keys\""), "{set}");
        }
    }
}
