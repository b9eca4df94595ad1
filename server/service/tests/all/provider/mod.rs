//! A small OpenID Connect provider on a loopback port. It issues whatever token a test crafts.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test")]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use axum::{
    Form, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use ring::{
    hmac,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use service::oidc::{Oidc, Provider, Provisioning, RoleRule, Secret};

pub const CLIENT: &str = "trivsel";
pub const SECRET: &str = "very hush hush";

/// How a token is signed.
pub enum Signing {
    /// With the key that the provider publishes.
    Published,
    /// With another key.
    Other,
    /// With a shared secret.
    Shared(Vec<u8>),
    /// Not at all.
    Nothing,
}

/// A token before it is signed; right in every respect until a test changes it.
pub struct Draft {
    pub header: Value,
    pub claims: Value,
    pub signing: Signing,
    /// Changes the claims after they were signed.
    pub is_altered: bool,
    /// The published key, as an attacker can fetch it.
    pub public_key: Vec<u8>,
}

struct Issued {
    challenge: String,
    token: String,
}

struct Shared {
    issuer: String,
    key: EcdsaKeyPair,
    other: EcdsaKeyPair,
    kid: String,
    codes: HashMap<String, Issued>,
    keys_asked_for: usize,
    is_redirecting: bool,
    padding: usize,
    names_itself: bool,
    discovery: Value,
    answer: Value,
}

/// The provider.
#[derive(Clone)]
pub struct TestProvider {
    pub issuer: String,
    shared: Arc<Mutex<Shared>>,
}

fn new_key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap()
}

fn base64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A value of an address's query.
pub fn query(address: &str, name: &str) -> String {
    let (_, query) = address.split_once('?').unwrap();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(n, _)| n == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

impl TestProvider {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Mutex::new(Shared {
            issuer: issuer.clone(),
            key: new_key(),
            other: new_key(),
            kid: "first".to_owned(),
            codes: HashMap::new(),
            keys_asked_for: 0,
            is_redirecting: false,
            padding: 0,
            names_itself: false,
            discovery: json!({}),
            answer: json!({}),
        }));
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { issuer, shared }
    }

    /// The settings of a client that this provider knows.
    pub fn settings(&self) -> Provider {
        Provider {
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            client_secret: Some(Secret::new(SECRET)),
            redirect_url: "http://127.0.0.1:3000/sign-in/provider/callback".to_owned(),
            label: "Testkjeden".to_owned(),
            scopes: vec!["email".to_owned(), "profile".to_owned()],
            trusted_audiences: Vec::new(),
            role_claim: None,
            role_mapping: Vec::new(),
            provisioning: Provisioning::JustInTime,
        }
    }

    /// The same with the roles of `groups`.
    pub fn settings_with_roles(&self) -> Provider {
        let rule =
            |value: &str, role, unit: &str| RoleRule { value: value.to_owned(), role, unit: unit.to_owned() };
        Provider {
            role_claim: Some("groups".to_owned()),
            role_mapping: vec![
                rule("hr", domain::Role::Hr, "ROOT"),
                rule("team-a", domain::Role::Employee, "A"),
                rule("site-s", domain::Role::Manager, "S"),
            ],
            ..self.settings()
        }
    }

    pub fn oidc(&self) -> Oidc {
        Oidc::new(self.settings()).unwrap()
    }

    /// Signs with a new key from now on.
    pub fn change_key(&self, kid: &str) {
        let mut shared = self.shared.lock().unwrap();
        (shared.key, shared.kid) = (new_key(), kid.to_owned());
    }

    pub fn keys_asked_for(&self) -> usize {
        self.shared.lock().unwrap().keys_asked_for
    }

    /// Says that its answers name it (RFC 9207).
    pub fn name_itself(&self) {
        self.shared.lock().unwrap().names_itself = true;
    }

    /// Answers the question for its keys with a redirect.
    pub fn redirect(&self) {
        self.shared.lock().unwrap().is_redirecting = true;
    }

    /// Makes its discovery document this many bytes longer.
    pub fn pad(&self, bytes: usize) {
        self.shared.lock().unwrap().padding = bytes;
    }

    /// Says something else in its discovery document.
    pub fn describe(&self, member: &str, value: Value) {
        self.shared.lock().unwrap().discovery[member] = value;
    }

    /// Says something else beside a token.
    pub fn answer(&self, member: &str, value: Value) {
        self.shared.lock().unwrap().answer[member] = value;
    }

    /// Somebody has signed in here, having come by `address`: the code they go back with. It is
    /// exchanged for a token that is right but for what `change` does to it.
    pub fn vouch(&self, address: &str, now: i64, change: impl FnOnce(&mut Draft)) -> String {
        let mut shared = self.shared.lock().unwrap();
        let mut draft = Draft {
            header: json!({ "alg": "ES256", "kid": shared.kid }),
            claims: json!({
                "iss": self.issuer, "sub": "p-17", "aud": CLIENT, "exp": now + 300, "iat": now,
                "nonce": query(address, "nonce"), "email": "Kari@Example.org", "email_verified": true,
                "name": "Kari Lie",
            }),
            signing: Signing::Published,
            is_altered: false,
            public_key: shared.key.public_key().as_ref().to_vec(),
        };
        change(&mut draft);
        let message = format!("{}.{}", base64(draft.header.to_string()), base64(draft.claims.to_string()));
        let random = SystemRandom::new();
        let signature = match &draft.signing {
            Signing::Published => shared.key.sign(&random, message.as_bytes()).unwrap().as_ref().to_vec(),
            Signing::Other => shared.other.sign(&random, message.as_bytes()).unwrap().as_ref().to_vec(),
            Signing::Shared(secret) => {
                hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), message.as_bytes()).as_ref().to_vec()
            }
            Signing::Nothing => Vec::new(),
        };
        let message = if draft.is_altered {
            draft.claims["sub"] = json!("p-1");
            format!("{}.{}", base64(draft.header.to_string()), base64(draft.claims.to_string()))
        } else {
            message
        };
        let token = format!("{message}.{}", base64(signature));
        let code = format!("code-{}", shared.codes.len());
        assert_eq!(query(address, "code_challenge_method"), "S256");
        shared.codes.insert(code.clone(), Issued { challenge: query(address, "code_challenge"), token });
        code
    }
}

fn as_json(status: StatusCode, value: &Value) -> Response {
    (status, [("content-type", "application/json")], value.to_string()).into_response()
}

type Provided = State<Arc<Mutex<Shared>>>;

async fn discovery(State(shared): Provided) -> Response {
    let shared = shared.lock().unwrap();
    let issuer = &shared.issuer;
    as_json(
        StatusCode::OK,
        &with(
            &shared.discovery,
            json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"),
                "jwks_uri": format!("{issuer}/keys"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
                "authorization_response_iss_parameter_supported": shared.names_itself,
                "padding": "x".repeat(shared.padding),
            }),
        ),
    )
}

/// An object with the members of another put into it.
fn with(changes: &Value, mut object: Value) -> Value {
    for (member, value) in changes.as_object().unwrap() {
        object[member] = value.clone();
    }
    object
}

async fn keys(State(shared): Provided) -> Response {
    let mut shared = shared.lock().unwrap();
    shared.keys_asked_for += 1;
    if shared.is_redirecting {
        return Redirect::temporary("/keys?again").into_response();
    }
    let public = shared.key.public_key().as_ref();
    let (x, y) = (base64(&public[1..33]), base64(&public[33..]));
    let key = json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": shared.kid, "x": x, "y": y });
    as_json(StatusCode::OK, &json!({ "keys": [key] }))
}

async fn token(
    State(shared): Provided,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let field = |name: &str| form.get(name).cloned().unwrap_or_default();
    let secret = form_urlencoded::byte_serialize(SECRET.as_bytes()).collect::<String>();
    let login = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{secret}")));
    let refuse = |error: &str| as_json(StatusCode::BAD_REQUEST, &json!({ "error": error }));
    if headers.get("authorization").is_none_or(|value| value != login.as_str()) {
        return refuse("invalid_client");
    }
    // The entry stays, so that a code used twice is refused by us and not only by the provider.
    let shared = shared.lock().unwrap();
    let Some(issued) = shared.codes.get(&field("code")) else { return refuse("invalid_grant") };
    let digest = ring::digest::digest(&ring::digest::SHA256, field("code_verifier").as_bytes());
    if base64(digest) != issued.challenge {
        return refuse("invalid_grant");
    }
    let answer = json!({ "access_token": "unused", "token_type": "Bearer", "id_token": issued.token });
    as_json(StatusCode::OK, &with(&shared.answer, answer))
}
