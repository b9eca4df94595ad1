//! Whether a token is the provider's: a JSON Web Signature in its compact form (RFC 7515 § 5.2).
//!
//! The claims are given as they stand, and not through the library's own type for them: that one asks
//! for a shape of every claim of the standard, also of those that nobody reads, and lets nobody in
//! whose provider has another notion of one.

use data_encoding::BASE64URL_NOPAD;
use openidconnect::{
    JsonWebKey, JsonWebKeyUse, JwsSigningAlgorithm,
    core::{CoreJsonWebKey, CoreJwsSigningAlgorithm as Algorithm},
};
use serde_json::{Map, Value};

use super::members::Members;

/// Signatures that need the provider's private key. Those with a shared secret are left out: whoever
/// reads our settings could sign with it, and with `none` everybody could.
const ALGORITHMS: [(&str, Algorithm); 9] = [
    ("RS256", Algorithm::RsaSsaPkcs1V15Sha256),
    ("RS384", Algorithm::RsaSsaPkcs1V15Sha384),
    ("RS512", Algorithm::RsaSsaPkcs1V15Sha512),
    ("PS256", Algorithm::RsaSsaPssSha256),
    ("PS384", Algorithm::RsaSsaPssSha384),
    ("PS512", Algorithm::RsaSsaPssSha512),
    ("ES256", Algorithm::EcdsaP256Sha256),
    ("ES384", Algorithm::EcdsaP384Sha384),
    ("EdDSA", Algorithm::EdDsa),
];

/// Why a token is not believed.
#[derive(Debug)]
pub(super) enum Refusal {
    /// It is signed with a key that is not among those known.
    UnknownKey,
    /// Anything else, in one line.
    Wrong(String),
}

impl From<String> for Refusal {
    fn from(why: String) -> Self {
        Self::Wrong(why)
    }
}

/// What a token says, if one of these keys has signed it.
pub(super) fn claims(token: &str, keys: &[CoreJsonWebKey]) -> Result<Map<String, Value>, Refusal> {
    let [head, body, signature] = token.split('.').collect::<Vec<_>>()[..] else {
        return Err("the ID token does not have three parts".to_owned().into());
    };
    let header = object("the ID token's header", head)?;
    let header = Members::new("the ID token's header", &header);
    let algorithm = algorithm(header)?;
    let kid = header.text("kid")?;
    let signature = BASE64URL_NOPAD
        .decode(signature.as_bytes())
        .map_err(|error| format!("the ID token's signature: {error}"))?;
    let signed = &token[..=head.len() + body.len()];
    let mut keys = keys.iter().filter(|key| fits(key, kid, &algorithm)).peekable();
    if keys.peek().is_none() {
        return Err(Refusal::UnknownKey);
    }
    if !keys.any(|key| key.verify_signature(&algorithm, signed.as_bytes(), &signature).is_ok()) {
        return Err("the ID token's signature is not the provider's".to_owned().into());
    }
    Ok(object("the ID token", body)?)
}

/// The algorithm of a token whose header asks for nothing that is not understood here.
fn algorithm(header: Members<'_>) -> Result<Algorithm, String> {
    // RFC 7515 § 4.1.9: `application/` may be left out. Access tokens are of another type.
    let kind = header.text("typ")?.unwrap_or("JWT").to_ascii_lowercase();
    if !matches!(kind.strip_prefix("application/").unwrap_or(&kind), "jwt" | "jose") {
        return Err("the ID token's header: \"typ\" is that of something else".to_owned());
    }
    for name in ["crit", "cty"] {
        if header.get(name).is_some() {
            return Err(format!("the ID token's header asks for {name:?}, which is not understood here"));
        }
    }
    let name = header.needed("alg", header.text("alg")?)?;
    let known = ALGORITHMS.into_iter().find(|(known, _)| *known == name);
    known.map(|(_, algorithm)| algorithm).ok_or_else(|| {
        "the ID token's header: \"alg\" is none that needs the provider's private key".to_owned()
    })
}

fn fits(key: &CoreJsonWebKey, kid: Option<&str>, algorithm: &Algorithm) -> bool {
    kid.is_none_or(|kid| key.key_id().is_some_and(|id| id.as_str() == kid))
        && key.key_use().is_none_or(JsonWebKeyUse::allows_signature)
        && algorithm.key_type().as_ref() == Some(key.key_type())
}

fn object(what: &str, part: &str) -> Result<Map<String, Value>, String> {
    let bytes = BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|error| format!("{what}: {error}"))?;
    serde_json::from_slice(&bytes).map_err(|error| format!("{what} is no JSON object: {error}"))
}
