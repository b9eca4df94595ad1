//! Signing in through a provider: whose token is believed, and whose is not.

use std::sync::Arc;

use crate::common::{now, number, on_both, run};
use crate::provider::{Draft, Signing, TestProvider, query};
use chrono::Duration;
use domain::Problem;
use serde_json::json;
use service::{
    Error, Services,
    clock::StoppedClock,
    oidc::{self, Callback, Finished, Oidc, Secret},
    sign_in,
};

fn later(services: &Services, seconds: i64) -> Services {
    services.with_clock(Arc::new(StoppedClock(services.now() + Duration::seconds(seconds))))
}

/// From the button to the answer, with a token that is right but for `change`.
async fn go(
    services: &Services,
    provider: &TestProvider,
    change: impl FnOnce(&mut Draft),
) -> service::Result<Finished> {
    let started = oidc::begin(&services.people, "/trends").await?;
    let code = provider.vouch(&started.address, services.now().timestamp(), change);
    let state = query(&started.address, "state");
    let callback =
        Callback { state: &state, bound_state: &started.state, code: Some(&code), ..Callback::default() };
    oidc::finish(&services.people, callback).await
}

fn is_refused<T>(result: &service::Result<T>) -> bool {
    matches!(result, Err(Error::Problem(Problem::ProviderRefused)))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_token_makes_a_person_an_account_and_a_session() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = services.with_oidc(provider.oidc());
        let finished = go(&services, &provider, |_| ()).await.unwrap();
        let identity = finished.identity;
        assert_eq!((identity.issuer.as_str(), identity.subject.as_str()), (provider.issuer.as_str(), "p-17"));
        assert_eq!((identity.email.as_deref(), identity.email_verified), (Some("kari@example.org"), true));
        assert_eq!((finished.next.as_str(), identity.roles.as_ref()), ("/trends", None));
        let account = oidc::sign_in(&services.people, &identity).await.unwrap();
        let token = sign_in::begin_session(&services, account, "").await.unwrap();
        let actor = sign_in::actor(&services, token.as_str()).await.unwrap().unwrap();
        assert_eq!((actor.account, actor.name.as_str(), actor.person.is_some()), (account, "Kari Lie", true));
        let usable = "SELECT COUNT(*) FROM account WHERE login = 'kari@example.org' AND email = login
                      AND password_hash = '!' AND state = 'active'";
        assert_eq!(number(&services, usable).await, 1);
        assert_eq!(
            oidc::sign_in(&services.people, &identity).await.unwrap(),
            account,
            "the same person again"
        );
        assert_eq!(number(&services, "SELECT COUNT(*) FROM account").await, 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM oidc_flow").await, 0);
    })
    .await;
}

type Change = fn(&mut Draft);

/// What can be wrong with a token.
const TAMPERED: &[(&str, Change)] = &[
    ("signed with another key under the known key's id", |draft| draft.signing = Signing::Other),
    ("altered after it was signed", |draft| draft.is_altered = true),
    ("not signed, and says so", |draft| {
        draft.header = json!({ "alg": "none" });
        draft.signing = Signing::Nothing;
    }),
    ("not signed, and says otherwise", |draft| draft.signing = Signing::Nothing),
    ("signed with the public key as a shared secret", |draft| {
        draft.header["alg"] = json!("HS256");
        draft.signing = Signing::Shared(draft.public_key.clone());
    }),
    ("signed with the client's secret", |draft| {
        draft.header["alg"] = json!("HS256");
        draft.signing = Signing::Shared(crate::provider::SECRET.as_bytes().to_vec());
    }),
    ("an algorithm that nobody knows", |draft| draft.header["alg"] = json!("ES257")),
    ("an extension that must be understood", |draft| draft.header["crit"] = json!(["x"])),
    ("signed with an unknown key", |draft| {
        draft.header["kid"] = json!("other");
        draft.signing = Signing::Other;
    }),
    ("another issuer", |draft| draft.claims["iss"] = json!("https://login.example.org")),
    ("an issuer that differs by a slash", |draft| {
        draft.claims["iss"] = json!(format!("{}/", draft.claims["iss"].as_str().unwrap()));
    }),
    ("for another client", |draft| draft.claims["aud"] = json!("wiki")),
    ("for another client besides us", |draft| draft.claims["aud"] = json!([crate::provider::CLIENT, "wiki"])),
    ("for nobody", |draft| draft.claims["aud"] = json!([])),
    ("issued to another client", |draft| draft.claims["azp"] = json!("wiki")),
    ("expired", |draft| draft.claims["exp"] = json!(now().timestamp())),
    ("without an end", |draft| drop(draft.claims.as_object_mut().unwrap().remove("exp"))),
    ("issued in the future", |draft| draft.claims["iat"] = json!(now().timestamp() + 120)),
    ("issued long ago", |draft| draft.claims["iat"] = json!(now().timestamp() - 3600)),
    ("without a time of issue", |draft| drop(draft.claims.as_object_mut().unwrap().remove("iat"))),
    ("not valid yet", |draft| draft.claims["nbf"] = json!(now().timestamp() + 120)),
    ("the nonce of another sign-in", |draft| draft.claims["nonce"] = json!("abc")),
    ("without a nonce", |draft| drop(draft.claims.as_object_mut().unwrap().remove("nonce"))),
    ("without a subject", |draft| drop(draft.claims.as_object_mut().unwrap().remove("sub"))),
    ("an empty subject", |draft| draft.claims["sub"] = json!("")),
    ("a subject longer than any", |draft| draft.claims["sub"] = json!("x".repeat(256))),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_was_tampered_with_is_refused() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = services.with_oidc(provider.oidc());
        for (case, change) in TAMPERED {
            assert!(is_refused(&go(&services, &provider, change).await), "{case}");
        }
        assert!(go(&services, &provider, |_| ()).await.is_ok(), "and the same token untouched is taken");
        let azp = |draft: &mut Draft| draft.claims["azp"] = json!(crate::provider::CLIENT);
        assert!(go(&services, &provider, azp).await.is_ok(), "issued to us by name");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM oidc_identity").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_serves_once_and_in_the_browser_that_began_alone() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = services.with_oidc(provider.oidc());
        let begun = async || {
            let started = oidc::begin(&services.people, "/").await.unwrap();
            let code = provider.vouch(&started.address, now().timestamp(), |_| ());
            (started.state, code)
        };
        let finish = async |services: &Services, state: &str, bound_state: &str, code: &str| {
            let callback = Callback { state, bound_state, code: Some(code), ..Callback::default() };
            oidc::finish(&services.people, callback).await
        };
        let (state, code) = begun().await;
        assert!(finish(&services, &state, &state, &code).await.is_ok());
        assert!(is_refused(&finish(&services, &state, &state, &code).await), "a second time");

        let ((state, code), (other, _)) = (begun().await, begun().await);
        assert!(is_refused(&finish(&services, &state, &other, &code).await), "another browser's state");
        assert!(is_refused(&finish(&services, &state, &state, &code).await), "and it is spent by that");
        let (state, code) = begun().await;
        assert!(is_refused(&finish(&services, &state, "", &code).await), "no cookie");
        assert!(is_refused(&finish(&services, "", "", &code).await), "no state at all");
        assert!(is_refused(&finish(&services, "made up", "made up", &code).await), "a state never given out");

        let (state, code) = begun().await;
        assert!(is_refused(&finish(&later(&services, 601), &state, &state, &code).await), "too late");

        let (state, code) = begun().await;
        run(&services, &format!("UPDATE oidc_flow SET verifier = '{}'", "v".repeat(64))).await;
        assert!(is_refused(&finish(&services, &state, &state, &code).await), "another browser's verifier");

        let (state, _) = begun().await;
        let hash =
            format!("SELECT COUNT(*) FROM oidc_flow WHERE LENGTH(state_hash) = 32 AND nonce <> '{state}'");
        assert!(number(&services, &hash).await > 0, "only the hash of a state is stored");
        assert!(is_refused(&finish(&services, &state, &state, "no such code").await));
        let (state, _) = begun().await;
        let refusal = Callback {
            state: &state,
            bound_state: &state,
            error: Some("access_denied"),
            ..Callback::default()
        };
        assert!(is_refused(&oidc::finish(&services.people, refusal).await), "the person said no");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_must_come_from_the_provider_that_was_asked() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    let answered = async |services: &Services, issuer: Option<&str>| {
        let started = oidc::begin(&services.people, "/").await.unwrap();
        let code = provider.vouch(&started.address, now().timestamp(), |_| ());
        let state = started.state.as_str();
        let callback = Callback { state, bound_state: state, code: Some(&code), issuer, error: None };
        oidc::finish(&services.people, callback).await
    };
    let silent = services.clone().with_oidc(provider.oidc());
    assert!(answered(&silent, None).await.is_ok());
    assert!(is_refused(&answered(&silent, Some("https://login.example.org")).await));
    provider.name_itself();
    let naming = services.with_oidc(provider.oidc());
    assert!(is_refused(&answered(&naming, None).await), "it says that it names itself, and did not");
    assert!(answered(&naming, Some(&provider.issuer)).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_key_is_asked_for_but_not_again_and_again() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    let services = services.with_oidc(provider.oidc());
    assert!(go(&services, &provider, |_| ()).await.is_ok());
    assert!(go(&services, &provider, |_| ()).await.is_ok());
    assert_eq!(provider.keys_asked_for(), 1, "the answer is kept");
    provider.change_key("second");
    let services = later(&services, 60);
    assert!(go(&services, &provider, |_| ()).await.is_ok());
    assert_eq!(provider.keys_asked_for(), 2);
    let unknown = |draft: &mut Draft| draft.header["kid"] = json!("none such");
    for _ in 0..5 {
        assert!(is_refused(&go(&services, &provider, unknown).await));
    }
    assert_eq!(provider.keys_asked_for(), 2, "unknown keys do not make us ask at will");
    assert!(go(&later(&services, 3601), &provider, |_| ()).await.is_ok());
    assert_eq!(provider.keys_asked_for(), 3, "after an hour it is asked again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_describes_itself_in_its_own_way_lets_people_in_all_the_same() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    provider.describe("op_policy_uri", json!(""));
    provider.describe("response_types_supported", json!("code"));
    provider.describe("claims_supported", json!({ "sub": true }));
    provider.describe("authorization_response_iss_parameter_supported", json!("false"));
    provider.answer("expires_in", json!("3599"));
    provider.answer("scope", json!(["openid", "email"]));
    provider.answer("token_type", json!("JWT"));
    provider.answer("access_token", json!(null));
    assert!(go(&services.with_oidc(provider.oidc()), &provider, |_| ()).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_leaves_out_what_is_needed_lets_nobody_in() {
    let (services, _folder) = crate::common::on_sqlite().await;
    for (member, value) in [
        ("token_endpoint", json!(null)),
        ("token_endpoint", json!(["https://login.example.org/token"])),
        ("token_endpoint", json!("http://login.example.org/token")),
        ("jwks_uri", json!({})),
        ("issuer", json!("https://login.example.org")),
    ] {
        let provider = TestProvider::start().await;
        provider.describe(member, value.clone());
        let services = services.clone().with_oidc(provider.oidc());
        assert!(is_refused(&oidc::begin(&services.people, "/").await), "{member}: {value}");
    }
    let provider = TestProvider::start().await;
    let services = services.with_oidc(provider.oidc());
    for token in [json!(null), json!({ "jwt": "a.b.c" }), json!("a.b"), json!("a.b.c.d"), json!("")] {
        provider.answer("id_token", token.clone());
        assert!(is_refused(&go(&services, &provider, |_| ()).await), "{token}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_are_not_followed_and_long_answers_not_read() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    provider.redirect();
    let redirected = services.clone().with_oidc(provider.oidc());
    assert!(is_refused(&oidc::begin(&redirected.people, "/").await));
    assert_eq!(provider.keys_asked_for(), 1);
    let provider = TestProvider::start().await;
    provider.pad(1024 * 1024);
    assert!(is_refused(&oidc::begin(&services.with_oidc(provider.oidc()).people, "/").await));
    assert_eq!(provider.keys_asked_for(), 0);
}

#[test]
fn a_plain_address_elsewhere_is_no_issuer_and_the_secret_never_shows() {
    for issuer in ["http://login.example.org", "login.example.org", "ftp://127.0.0.1", ""] {
        assert!(oidc::trustworthy_issuer(issuer).is_err(), "{issuer}");
    }
    assert!(oidc::trustworthy_issuer("https://login.example.org/realms/shops").is_ok());
    let settings = oidc::Provider {
        issuer: "https://login.example.org".to_owned(),
        client_id: "trivsel".to_owned(),
        client_secret: Some(Secret::new("hemmelig")),
        redirect_url: "https://trivsel.example/sign-in/provider/callback".to_owned(),
        label: String::new(),
        scopes: Vec::new(),
        trusted_audiences: Vec::new(),
        role_claim: None,
        role_mapping: Vec::new(),
        provisioning: oidc::Provisioning::default(),
    };
    assert!(!format!("{settings:?}").contains("hemmelig"));
    assert!(Oidc::new(settings).is_ok());
}
