//! Claims as providers send them: others than the standard's, in other shapes, or none.

use crate::common::{number, on_both};
use crate::provider::{CLIENT, TestProvider, query};
use domain::{AccountId, Problem};
use serde_json::{Value, json};
use service::{
    Error, Services,
    oidc::{self, Callback, Oidc, Provider},
};

/// From the button to the account, with these claims besides those that every token has.
async fn sign_in(services: &Services, provider: &TestProvider, claims: &Value) -> service::Result<AccountId> {
    let started = oidc::begin(&services.people, "/").await?;
    let code = provider.vouch(&started.address, services.now().timestamp(), |draft| {
        for (name, value) in claims.as_object().unwrap() {
            draft.claims[name] = value.clone();
        }
    });
    let state = query(&started.address, "state");
    let callback =
        Callback { state: &state, bound_state: &started.state, code: Some(&code), ..Callback::default() };
    let finished = oidc::finish(&services.people, callback).await?;
    oidc::sign_in(&services.people, &finished.identity).await
}

fn is_refused(result: &service::Result<AccountId>) -> bool {
    matches!(result, Err(Error::Problem(Problem::ProviderRefused)))
}

fn with_roles(services: Services, provider: &TestProvider) -> Services {
    services.with_oidc(Oidc::new(provider.settings_with_roles()).unwrap())
}

async fn roles(services: &Services, account: AccountId) -> i64 {
    number(services, &format!("SELECT COUNT(*) FROM role_grant WHERE account_id = {account}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_in_too_many_groups_for_the_token_keeps_the_role_and_an_empty_claim_takes_it() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with_roles(services, &provider);
        let account = sign_in(&services, &provider, &json!({ "groups": ["site-s"] })).await.unwrap();
        assert_eq!(roles(&services, account).await, 1);
        let sources = json!({ "src1": { "endpoint": "https://graph.example.org/me/getMemberObjects" } });
        for overage in [
            json!({ "_claim_names": { "groups": "src1" }, "_claim_sources": sources }),
            json!({ "_claim_names": { "groups": "src1" }, "groups": [] }),
            json!({ "hasgroups": true }),
            json!({ "groups": null }),
            json!({}),
        ] {
            assert_eq!(sign_in(&services, &provider, &overage).await.unwrap(), account, "{overage}");
            assert_eq!(roles(&services, account).await, 1, "{overage}");
        }
        let told = "SELECT COUNT(*) FROM audit WHERE event = 'roles_kept'";
        assert_eq!(number(&services, told).await, 5, "administrators can see why no role follows");
        let unreadable = sign_in(&services, &provider, &json!({ "groups": { "site-s": true } })).await;
        assert!(
            is_refused(&unreadable) && roles(&services, account).await == 1,
            "nor does one of another shape"
        );
        assert_eq!(sign_in(&services, &provider, &json!({ "groups": [] })).await.unwrap(), account);
        assert_eq!(roles(&services, account).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_token_without_the_role_claim_makes_no_account() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with_roles(services, &provider);
        assert!(is_refused(&sign_in(&services, &provider, &json!({ "hasgroups": true })).await));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM account").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_verified_in_words_is_verified_and_one_that_is_not_is_not() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with_roles(services, &provider);
        for (subject, word, known) in [("p-1", "true", 1), ("p-2", "false", 0)] {
            let email = format!("{subject}@example.org");
            let claims =
                json!({ "sub": subject, "email": email, "email_verified": word, "groups": ["site-s"] });
            let account = sign_in(&services, &provider, &claims).await.unwrap();
            let with_address =
                format!("SELECT COUNT(*) FROM account WHERE id = {account} AND email = '{email}'");
            assert_eq!(number(&services, &with_address).await, known, "{word}");
        }
        let claims = json!({ "email_verified": "perhaps", "groups": ["site-s"] });
        assert!(is_refused(&sign_in(&services, &provider, &claims).await));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn claims_that_nobody_reads_let_people_in_whatever_their_shape() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    let services = with_roles(services, &provider);
    for mut claims in [
        json!({ "updated_at": "2024-01-15T10:00:00.000Z" }),
        json!({ "address": "Storgata 1" }),
        json!({ "phone_number_verified": "true" }),
        json!({ "locale": 47, "picture": "", "birthdate": { "year": 1990 }, "auth_time": "long ago", "amr": "pwd" }),
    ] {
        claims["groups"] = json!(["site-s"]);
        assert!(sign_in(&services, &provider, &claims).await.is_ok(), "{claims}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_names_the_providers_project_too_is_taken_when_it_was_issued_to_us() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    let both = json!([CLIENT, "329836626744180738"]);
    let ours = json!({ "aud": both, "azp": CLIENT });
    let theirs = json!({ "aud": both, "azp": "somebody-else" });
    let nobodys = json!({ "aud": both });
    let plain = services.clone().with_oidc(provider.oidc());
    assert!(sign_in(&plain, &provider, &ours).await.is_ok());
    assert!(is_refused(&sign_in(&plain, &provider, &theirs).await));
    assert!(is_refused(&sign_in(&plain, &provider, &nobodys).await));
    let settings =
        Provider { trusted_audiences: vec!["329836626744180738".to_owned()], ..provider.settings() };
    let trusting = services.with_oidc(Oidc::new(settings).unwrap());
    assert!(sign_in(&trusting, &provider, &nobodys).await.is_ok());
    assert!(is_refused(&sign_in(&trusting, &provider, &theirs).await), "trusted, but issued to another");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_whose_times_have_a_fraction_is_taken() {
    let (services, _folder) = crate::common::on_sqlite().await;
    let provider = TestProvider::start().await;
    let services = services.with_oidc(provider.oidc());
    let now = services.now().timestamp() as f64;
    for claims in [json!({ "nbf": now + 0.25 }), json!({ "iat": now - 0.5 }), json!({ "exp": now + 0.75 })] {
        assert!(sign_in(&services, &provider, &claims).await.is_ok(), "{claims}");
    }
    assert!(is_refused(&sign_in(&services, &provider, &json!({ "nbf": now + 90.5 })).await));
}
