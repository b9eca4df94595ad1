//! Reading an ID token: every check has to pass before anything in it is believed.

use chrono::{DateTime, Duration, Utc};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, ClientId, IdToken, IdTokenClaims, IdTokenVerifier, Nonce,
    SignatureVerificationError,
    core::{CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Provider, discovery::Metadata, roles};

/// How far the provider's clock may be ahead of ours.
const SKEW: Duration = Duration::minutes(1);
/// How old a token may be that was issued a moment ago.
const OLDEST: Duration = Duration::minutes(10);
/// Longest subject, in bytes (OpenID Connect Core § 2).
const LONGEST_SUBJECT: usize = 255;

/// Signatures that need the provider's private key. Those with a shared secret are left out: whoever
/// reads our settings could sign with it, and with `none` everybody could.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Claims besides the standard ones, among them that of the roles.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Extra(Map<String, Value>);

impl AdditionalClaims for Extra {}

pub(super) type Claims = IdTokenClaims<Extra, CoreGenderClaim>;
pub(super) type Token =
    IdToken<Extra, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// Who the provider says somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The person, as the provider numbers them; with the issuer the only key.
    pub subject: String,
    /// E-mail address, in lower case.
    pub email: Option<String>,
    /// Whether the provider has made sure that the address is the person's.
    pub email_verified: bool,
    /// Name.
    pub name: Option<String>,
    /// Values of the role claim; none where no claim is configured.
    pub roles: Option<Vec<String>>,
}

/// Why a token is not believed.
pub(super) enum Refusal {
    /// It is signed with a key that is not among those known.
    UnknownKey,
    /// Anything else.
    Wrong(String),
}

fn wrong<T>(why: &str) -> Result<T, Refusal> {
    Err(Refusal::Wrong(why.to_owned()))
}

/// What a token says, if it is the provider's, for us, for this sign-in and of now.
pub(super) fn verify(
    provider: &Provider,
    metadata: &Metadata,
    token: &Token,
    nonce: &Nonce,
    now: DateTime<Utc>,
) -> Result<Identity, Refusal> {
    let client = ClientId::new(provider.client_id.clone());
    // A public client's verifier has no secret, so that it cannot take a shared-secret signature.
    let keys = metadata.jwks().clone();
    let verifier = IdTokenVerifier::new_public_client(client.clone(), metadata.issuer().clone(), keys)
        .set_allowed_algs(ALGORITHMS)
        .set_other_audience_verifier_fn(|_| false)
        .set_time_fn(move || now)
        .set_issue_time_verifier_fn(move |issued| match now - issued {
            age if age < -SKEW => Err("issued in the future".to_owned()),
            age if age > OLDEST => Err("issued too long ago".to_owned()),
            _ => Ok(()),
        });
    let claims: &Claims = token.claims(&verifier, nonce).map_err(|error| match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            Refusal::UnknownKey
        }
        error => Refusal::Wrong(super::discovery::with_causes(&error)),
    })?;
    if claims.audiences().len() != 1 {
        return wrong("not for us alone");
    }
    if claims.authorized_party().is_some_and(|party| *party != client) {
        return wrong("issued to another client");
    }
    let Extra(extra) = claims.additional_claims();
    let is_early = |from: &Value| from.as_i64().is_none_or(|from| from > (now + SKEW).timestamp());
    if extra.get("nbf").is_some_and(is_early) {
        return wrong("not valid yet");
    }
    let subject = claims.subject().as_str();
    if subject.trim().is_empty() || subject.len() > LONGEST_SUBJECT {
        return wrong("no usable subject");
    }
    // Letters beyond ASCII keep their case: some of them turn into another address's letters.
    let email = claims.email().map(|email| email.trim().to_ascii_lowercase());
    Ok(Identity {
        issuer: claims.issuer().as_str().to_owned(),
        subject: subject.to_owned(),
        email: email.filter(|email| email.contains('@') && email.len() <= 320),
        email_verified: claims.email_verified() == Some(true),
        name: claims.name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned()),
        roles: provider.role_claim.as_deref().map(|claim| roles::values(extra, claim)),
    })
}
