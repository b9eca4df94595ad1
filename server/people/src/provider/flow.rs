//! The way to the provider and back.

use crate::People;
use chrono::{DateTime, Duration, Utc};
use domain::Problem;
use openidconnect::{
    AuthType, AuthenticationFlow, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
        CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreResponseType,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::{
    Oidc, Provider,
    discovery::{Metadata, with_causes},
    provider_of, refused,
    token::{Extra, Identity, Refusal, verify},
};
use base::{
    Base, Error, Result,
    db::{execute, one, value},
    tokens::{hex, random},
};

/// How long somebody may take at the provider.
const LONGEST: Duration = Duration::minutes(10);
/// Most sign-ins under way at once: beginning one costs a stranger nothing, but a row here.
const MOST_UNDER_WAY: i64 = 10_000;
/// Longest address that is kept to go to afterwards.
const LONGEST_NEXT: usize = 2000;

type TokenFields = IdTokenFields<
    Extra,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

type ProviderClient = Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<TokenFields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A sign-in that has begun.
pub struct Started {
    /// Where the browser goes now.
    pub address: String,
    /// What binds this sign-in to the browser; for a cookie.
    pub state: String,
}

/// What the browser brings back from the provider.
#[derive(Clone, Copy, Default)]
pub struct Callback<'a> {
    /// The state, from the address.
    pub state: &'a str,
    /// The state, from the cookie: only the browser that went to the provider has it.
    pub bound_state: &'a str,
    /// What a token is given for.
    pub code: Option<&'a str>,
    /// Why there is none.
    pub error: Option<&'a str>,
    /// Who answers (RFC 9207).
    pub issuer: Option<&'a str>,
}

/// A sign-in that the provider has vouched for.
#[derive(Debug)]
pub struct Finished {
    /// Who it is.
    pub identity: Identity,
    /// Where the person wanted to go.
    pub next: String,
}

fn hash_of(state: &str) -> Vec<u8> {
    Sha256::digest(state.as_bytes()).to_vec()
}

/// Begins a sign-in: where to send the browser, and what to bind it with.
///
/// # Errors
/// `NotFound` without a provider, `ProviderRefused` when it does not answer, `Busy` when very many
/// sign-ins are under way.
pub async fn begin(people: &People, next: &str) -> Result<Started> {
    let oidc = provider_of(people)?;
    let now = people.now();
    let metadata = oidc.metadata(now).await.map_err(|error| unreachable(&error))?;
    let client = client(&oidc.provider, &metadata)?;
    let state = hex(&random::<32>()?);
    let nonce = hex(&random::<32>()?);
    let verifier = hex(&random::<32>()?);
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
    let transaction = people.db.begin().await?;
    execute(&transaction, "DELETE FROM oidc_flow WHERE created_at < $1", [(now - LONGEST).into()]).await?;
    let under_way: Option<i64> = value(&transaction, "SELECT COUNT(*) AS n FROM oidc_flow", []).await?;
    if let Some(under_way) = under_way
        && under_way >= MOST_UNDER_WAY
    {
        tracing::warn!(under_way, "too many sign-ins through the provider are under way");
        return Err(Problem::Busy.into());
    }
    execute(
        &transaction,
        "INSERT INTO oidc_flow (state_hash, nonce, verifier, next, created_at) VALUES ($1, $2, $3, $4, $5)",
        [
            hash_of(&state).into(),
            nonce.as_str().into(),
            verifier.into(),
            if next.len() > LONGEST_NEXT { "/" } else { next }.into(),
            now.into(),
        ],
    )
    .await?;
    transaction.commit().await?;
    let token = CsrfToken::new(state.clone());
    let (address, ..) = client
        .authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || token,
            move || Nonce::new(nonce),
        )
        .add_scopes(oidc.provider.scopes.iter().cloned().map(Scope::new))
        .set_pkce_challenge(challenge)
        .url();
    Ok(Started { address: address.to_string(), state })
}

/// What is kept of a sign-in while somebody is at the provider.
#[derive(FromQueryResult)]
struct Flow {
    nonce: String,
    verifier: String,
    next: String,
    created_at: DateTime<Utc>,
}

/// Takes a sign-in out of the database: whatever comes of it, nobody can use it again.
async fn take(base: &Base, state: &str) -> Result<Option<Flow>> {
    let flow = one(
        base.db.writer(),
        "DELETE FROM oidc_flow WHERE state_hash = $1 RETURNING nonce, verifier, next, created_at",
        [hash_of(state).into()],
    )
    .await?;
    Ok(flow)
}

/// Finishes a sign-in: who the provider says it is.
///
/// # Errors
/// `ProviderRefused`, whatever is wrong with what the browser brought or the provider answered.
pub async fn finish(people: &People, callback: Callback<'_>) -> Result<Finished> {
    let oidc = provider_of(people)?;
    let now = people.now();
    let flow = take(people, callback.state).await?;
    // Without this, a link sent to somebody would sign them in as whoever made it.
    if !bool::from(callback.state.as_bytes().ct_eq(callback.bound_state.as_bytes())) {
        return Err(refused("begun in another browser"));
    }
    let flow = flow.ok_or_else(|| refused("not begun, or finished before"))?;
    if (now - flow.created_at).abs() > LONGEST {
        return Err(refused("begun too long ago"));
    }
    let metadata = oidc.metadata(now).await.map_err(|error| unreachable(&error))?;
    let is_named = match callback.issuer {
        Some(issuer) => issuer == oidc.provider.issuer,
        None => !metadata.additional_metadata().names_itself,
    };
    if !is_named {
        return Err(refused("another provider answered"));
    }
    if let Some(error) = callback.error {
        // The text comes from outside: only what an error code can be made of reaches the log.
        let code: String =
            error.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(40).collect();
        return Err(refused(&format!("the provider says {code}")));
    }
    let code = callback.code.ok_or_else(|| refused("no code"))?;
    let identity =
        redeem(&oidc, metadata, code, PkceCodeVerifier::new(flow.verifier), &Nonce::new(flow.nonce), now)
            .await?;
    Ok(Finished { identity, next: flow.next })
}

/// Exchanges the code for a token, and believes the token if it stands every check.
async fn redeem(
    oidc: &Oidc,
    metadata: std::sync::Arc<Metadata>,
    code: &str,
    verifier: PkceCodeVerifier,
    nonce: &Nonce,
    now: DateTime<Utc>,
) -> Result<Identity> {
    let response = client(&oidc.provider, &metadata)?
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|_| refused("the provider names no token endpoint"))?
        .set_pkce_verifier(verifier)
        .request_async(&oidc.fetcher)
        .await
        .map_err(|error| refused(&format!("token: {}", with_causes(&error))))?;
    let token = response.extra_fields().id_token().ok_or_else(|| refused("no ID token"))?;
    let result = match verify(&oidc.provider, &metadata, token, nonce, now) {
        // The provider may have changed its keys since it was asked.
        Err(Refusal::UnknownKey) => {
            let metadata = oidc.newer(&metadata, now).await.map_err(|error| refused(&error))?;
            verify(&oidc.provider, &metadata, token, nonce, now)
        }
        result => result,
    };
    result.map_err(|refusal| match refusal {
        Refusal::UnknownKey => refused("token: signed with an unknown key"),
        Refusal::Wrong(why) => refused(&format!("token: {why}")),
    })
}

fn client(provider: &Provider, metadata: &Metadata) -> Result<ProviderClient> {
    let redirect = RedirectUrl::new(provider.redirect_url.clone())
        .map_err(|error| Error::Internal(format!("the address to come back to: {error}")))?;
    let secret = provider.client_secret.as_ref().map(|secret| ClientSecret::new(secret.0.clone()));
    let methods = metadata.token_endpoint_auth_methods_supported().map_or(&[][..], Vec::as_slice);
    // In the header unless the provider takes it in the body alone (RFC 6749 § 2.3.1).
    let takes_body_only = methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic);
    let client =
        Client::from_provider_metadata(metadata.clone(), ClientId::new(provider.client_id.clone()), secret);
    Ok(client.set_redirect_uri(redirect).set_auth_type(if takes_body_only {
        AuthType::RequestBody
    } else {
        AuthType::BasicAuth
    }))
}

fn unreachable(error: &str) -> Error {
    tracing::warn!(error, "the sign-in provider does not answer");
    Problem::ProviderRefused.into()
}
