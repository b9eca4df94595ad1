//! Signing in through a provider: whose account it is, and with which roles.

use crate::common::{number, on_both, run};
use crate::provider::TestProvider;
use domain::{AccountId, Problem};
use service::{
    Error, Services,
    oidc::{self, Identity, Oidc, Provisioning},
};

/// Account 1 of the small organisation; `state` is put in.
async fn account_is(services: &Services, state: &str) {
    run(services, &format!("UPDATE account SET email = login, state = '{state}' WHERE id = 1")).await;
}

fn somebody(provider: &TestProvider, email: &str, email_verified: bool) -> Identity {
    Identity {
        issuer: provider.issuer.clone(),
        subject: "p-17".to_owned(),
        email: Some(email.to_owned()),
        email_verified,
        name: Some("Kari Lie".to_owned()),
        roles: None,
    }
}

async fn is_refused(services: &Services, identity: &Identity) -> bool {
    matches!(oidc::sign_in(&services.people, identity).await, Err(Error::Problem(Problem::ProviderRefused)))
}

async fn roles(services: &Services, account: AccountId) -> i64 {
    number(services, &format!("SELECT COUNT(*) FROM role_grant WHERE account_id = {account}")).await
}

const MANAGER: &str = "manager@example.org";
const LINKS: &str = "SELECT COUNT(*) FROM oidc_identity";
const ACCOUNTS: &str = "SELECT COUNT(*) FROM account";

fn with(services: &Services, provider: &TestProvider, provisioning: Provisioning) -> Services {
    services.clone().with_oidc(Oidc::new(oidc::Provider { provisioning, ..provider.settings() }).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_e_mail_address_takes_nobodys_account_over() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        for provisioning in [Provisioning::JustInTime, Provisioning::PreProvisionedOnly] {
            let services = with(&services, &provider, provisioning);
            for (state, is_verified) in [
                ("active", false),
                ("active", true),
                ("new", false),
                ("invited", false),
                ("locked", true),
                ("left", true),
            ] {
                account_is(&services, state).await;
                let refused = is_refused(&services, &somebody(&provider, MANAGER, is_verified)).await;
                assert!(refused, "{provisioning:?}, {state}, verified: {is_verified}");
            }
        }
        assert_eq!(number(&services, LINKS).await, 0);
        assert_eq!(number(&services, ACCOUNTS).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verified_address_opens_the_account_that_waits_for_it_once() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with(&services, &provider, Provisioning::PreProvisionedOnly);
        account_is(&services, "invited").await;
        run(
            &services,
            "INSERT INTO account_token (token_hash, account_id, purpose, expires_at)
                        SELECT state_hash, 1, 'invite', created_at FROM oidc_flow",
        )
        .await;
        let kari = somebody(&provider, MANAGER, true);
        assert_eq!(oidc::sign_in(&services.people, &kari).await.unwrap(), AccountId::new(1));
        assert_eq!(roles(&services, AccountId::new(1)).await, 2, "no claim is configured: the roles stay");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM account WHERE state = 'active'").await, 1);
        // From now on the subject is the key: the address may change, and opens nothing any more.
        let moved = Identity { email: Some("other@example.org".to_owned()), ..kari.clone() };
        assert_eq!(oidc::sign_in(&services.people, &moved).await.unwrap(), AccountId::new(1));
        let stranger = Identity { subject: "p-18".to_owned(), ..kari.clone() };
        assert!(is_refused(&services, &stranger).await);
        run(&services, "UPDATE account SET state = 'invited' WHERE id = 1").await;
        assert!(is_refused(&services, &stranger).await, "it is linked already");
        let elsewhere = Identity { issuer: "https://login.example.org".to_owned(), ..kari };
        assert!(is_refused(&services, &elsewhere).await, "the same number at another provider");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_two_accounts_have_opens_neither() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with(&services, &provider, Provisioning::JustInTime);
        account_is(&services, "new").await;
        run(
            &services,
            "INSERT INTO account (login, email, name, state, password_hash)
             VALUES ('1042', 'manager@example.org', 'Shared mailbox', 'new', '!')",
        )
        .await;
        assert!(is_refused(&services, &somebody(&provider, MANAGER, true)).await);
        assert_eq!(number(&services, LINKS).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_account_and_one_that_was_left_stay_shut() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with(&services, &provider, Provisioning::JustInTime);
        let kari = somebody(&provider, "kari@example.org", true);
        let account = oidc::sign_in(&services.people, &kari).await.unwrap();
        for state in ["locked", "left"] {
            run(&services, &format!("UPDATE account SET state = '{state}' WHERE id = {account}")).await;
            assert!(is_refused(&services, &kari).await, "{state}");
        }
        assert_eq!(number(&services, ACCOUNTS).await, 2, "and no other account is made instead");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_unknown_gets_in_where_accounts_are_made_by_hand() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with(&services, &provider, Provisioning::PreProvisionedOnly);
        assert!(is_refused(&services, &somebody(&provider, "kari@example.org", true)).await);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 17);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unverified_address_is_not_taken_over_into_a_new_account() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with(&services, &provider, Provisioning::JustInTime);
        let account =
            oidc::sign_in(&services.people, &somebody(&provider, "kari@example.org", false)).await.unwrap();
        let clean = format!(
            "SELECT COUNT(*) FROM account WHERE id = {account} AND email IS NULL AND login LIKE 'provider:%'"
        );
        assert_eq!(number(&services, &clean).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_follow_the_claim_at_each_sign_in() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = services.with_oidc(Oidc::new(provider.settings_with_roles()).unwrap());
        let with_groups = |groups: &[&str]| Identity {
            roles: Some(groups.iter().map(|group| (*group).to_owned()).collect()),
            ..somebody(&provider, "kari@example.org", true)
        };
        assert!(is_refused(&services, &with_groups(&["canteen"])).await, "no role, no account");
        let account =
            oidc::sign_in(&services.people, &with_groups(&["team-a", "hr", "canteen"])).await.unwrap();
        assert_eq!(roles(&services, account).await, 1, "the role of an employee comes with the roster");
        let roster = format!(
            "SELECT COUNT(*) FROM roster JOIN account ON account.person_id = roster.person_id
             WHERE account.id = {account} AND roster.unit_id = 3"
        );
        assert_eq!(number(&services, &roster).await, 1, "an employee is on the team's roster");
        run(
            &services,
            &format!("INSERT INTO role_grant (account_id, role, unit_id) VALUES ({account}, 'admin', 1)"),
        )
        .await;
        let held = |role: &str| {
            format!("SELECT COUNT(*) FROM role_grant WHERE account_id = {account} AND role = '{role}'")
        };
        oidc::sign_in(&services.people, &with_groups(&["site-s"])).await.unwrap();
        for (role, count) in [("hr", 0), ("employee", 0), ("manager", 1), ("admin", 1)] {
            assert_eq!(number(&services, &held(role)).await, count, "{role}");
        }
        oidc::sign_in(&services.people, &with_groups(&[])).await.unwrap();
        assert_eq!(roles(&services, account).await, 1, "what no rule names is not the claim's to take");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_at_the_first_sign_in_make_one_account() {
    on_both(async |services| {
        let provider = TestProvider::start().await;
        let services = with(&services, &provider, Provisioning::JustInTime);
        let kari = somebody(&provider, "kari@example.org", true);
        let (one, other) =
            tokio::join!(oidc::sign_in(&services.people, &kari), oidc::sign_in(&services.people, &kari));
        assert_eq!(one.unwrap(), other.unwrap());
        assert_eq!(number(&services, ACCOUNTS).await, 2);
    })
    .await;
}
