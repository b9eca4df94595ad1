//! The way to the provider and back.

use std::sync::Arc;

use crate::People;
use chrono::{DateTime, Duration, Utc};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use domain::Problem;
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::{
    Oidc, Provider,
    discovery::{Document, Metadata},
    fetch,
    members::Members,
    provider_of, refused, signature,
    signature::Refusal,
    token::{self, Identity},
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
    let state = hex(&random::<32>()?);
    let nonce = hex(&random::<32>()?);
    let verifier = hex(&random::<32>()?);
    let address = address(&oidc.provider, &metadata.document, &state, &nonce, &verifier);
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
    Ok(Started { address, state })
}

/// Where the browser goes (OpenID Connect Core § 3.1.2.1, with PKCE: RFC 7636 § 4.3).
fn address(provider: &Provider, document: &Document, state: &str, nonce: &str, verifier: &str) -> String {
    let scopes = provider.scopes.iter().map(String::as_str).filter(|scope| *scope != "openid");
    let scopes: Vec<&str> = std::iter::once("openid").chain(scopes).collect();
    let mut url = document.authorization_endpoint.clone();
    url.query_pairs_mut().extend_pairs([
        ("response_type", "code"),
        ("client_id", &provider.client_id),
        ("redirect_uri", &provider.redirect_url),
        ("scope", &scopes.join(" ")),
        ("state", state),
        ("nonce", nonce),
        ("code_challenge", &BASE64URL_NOPAD.encode(&Sha256::digest(verifier.as_bytes()))),
        ("code_challenge_method", "S256"),
    ]);
    url.into()
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
        None => !metadata.document.names_itself,
    };
    if !is_named {
        return Err(refused("another provider answered"));
    }
    if let Some(error) = callback.error {
        return Err(refused(&format!("the provider says {}", fetch::code(error))));
    }
    let code = callback.code.ok_or_else(|| refused("no code"))?;
    let identity = redeem(&oidc, metadata, code, &flow, now).await?;
    Ok(Finished { identity, next: flow.next })
}

/// Exchanges the code for a token, and believes the token if it stands every check.
async fn redeem(
    oidc: &Oidc,
    metadata: Arc<Metadata>,
    code: &str,
    flow: &Flow,
    now: DateTime<Utc>,
) -> Result<Identity> {
    let token =
        exchange(oidc, &metadata.document, code, &flow.verifier).await.map_err(|why| refused(&why))?;
    let claims = match signature::claims(&token, &metadata.keys) {
        // The provider may have changed its keys since it was asked.
        Err(Refusal::UnknownKey) => {
            let metadata = oidc.newer(&metadata, now).await.map_err(|error| refused(&error))?;
            signature::claims(&token, &metadata.keys)
        }
        claims => claims,
    };
    let claims = claims.map_err(|refusal| match refusal {
        Refusal::UnknownKey => refused("the ID token is signed with an unknown key"),
        Refusal::Wrong(why) => refused(&why),
    })?;
    token::identity(&oidc.provider, &claims, &flow.nonce, now).map_err(|why| refused(&why))
}

/// The ID token for a code (OpenID Connect Core § 3.1.3). Nothing else of the answer is needed: what
/// its other tokens open is none of our business.
async fn exchange(
    oidc: &Oidc,
    document: &Document,
    code: &str,
    verifier: &str,
) -> std::result::Result<String, String> {
    let provider = &oidc.provider;
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", &provider.redirect_url),
        ("code_verifier", verifier),
    ];
    let mut authorization = None;
    match &provider.client_secret {
        // In the header unless the provider takes it in the body alone (RFC 6749 § 2.3.1).
        Some(secret) if !document.takes_secret_in_body_only => {
            let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            let login = format!("{}:{}", encode(&provider.client_id), encode(&secret.0));
            authorization = Some(format!("Basic {}", BASE64.encode(login.as_bytes())));
        }
        Some(secret) => form.extend([("client_id", &*provider.client_id), ("client_secret", &secret.0)]),
        None => form.push(("client_id", &provider.client_id)),
    }
    let answer = oidc.fetcher.post("token", &document.token_endpoint, authorization, &form).await?;
    let answer = Members::new("the token answer", &answer);
    answer.needed("id_token", answer.text("id_token")?).map(str::to_owned)
}

fn unreachable(error: &str) -> Error {
    tracing::warn!(error, "the sign-in provider does not answer");
    Problem::ProviderRefused.into()
}
