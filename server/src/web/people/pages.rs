//! Pages about people, accounts and signing in.

use app::people::{account, account_forms, passwords, person, register, sign_in};
use domain::people::register::{AccountState, PersonFilter};
use leptos::prelude::*;

use crate::web::pages::{Ask, View, show};

/// The own account.
pub(in crate::web) async fn account(ask: Ask) -> service::Result<View> {
    let page = service::accounts::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <account::AccountView page/> }))
}

/// Setting up a second factor.
pub(in crate::web) async fn account_second_factor(ask: Ask) -> service::Result<View> {
    use service::sign_in::second_factor::{keeper, set_up_page};
    let keeper = keeper(ask.actor(), ask.context.waiting.as_ref())?;
    let page = set_up_page(&ask.services, &keeper).await?;
    Ok(show(move || view! { <account_forms::FactorForm page/> }))
}

/// A password set by the token of a letter, or by login and printed code.
pub(in crate::web) async fn welcome(ask: Ask) -> service::Result<View> {
    let by_code = ask.here.query("code").is_some();
    let token = ask.context.account_token.as_ref().filter(|_| !by_code);
    let page = service::accounts::account_tokens::welcome_page(&ask.services, token).await?;
    Ok(show(move || view! { <passwords::WelcomeForm page/> }))
}

/// The own password, changed.
pub(in crate::web) async fn account_password(ask: Ask) -> service::Result<View> {
    let page = service::accounts::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <passwords::ChangeForm page/> }))
}

/// The list.
pub(in crate::web) async fn people(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let filter = PersonFilter {
        search: here.query("search").unwrap_or_default().to_owned(),
        unit: here.word("unit", |id| id.parse().ok())?,
        state: here.word("state", AccountState::from_name)?,
        page: here.page()?,
    };
    let shown = filter.clone();
    let list = service::people::list::list(&ask.services, ask.actor(), &filter).await?;
    Ok(show(move || view! { <register::ListPage list filter=shown/> }))
}

/// The form for a new person.
pub(in crate::web) async fn people_new(ask: Ask) -> service::Result<View> {
    let page = service::people::pages::new_page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <register::NewPage page/> }))
}

/// Codes and invitations.
pub(in crate::web) async fn people_codes(ask: Ask) -> service::Result<View> {
    let page = service::people::printed_codes::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <register::CodesForm page/> }))
}

/// One person.
pub(in crate::web) async fn person(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/people/")?;
    let page = service::people::pages::page(&ask.services, ask.actor(), id).await?;
    Ok(show(move || view! { <person::OnePage page/> }))
}

/// Something that can be done to a person.
pub(in crate::web) async fn person_act(ask: Ask) -> service::Result<View> {
    let (id, act) = (ask.number_after("/people/")?, ask.last().to_owned());
    let page = service::people::pages::act_page(&ask.services, ask.actor(), id, &act).await?;
    Ok(show(move || view! { <person::ActPage page/> }))
}

/// Taking the second factor away.
pub(in crate::web) async fn account_second_factor_remove(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <account_forms::RemoveFactor/> }))
}

/// Recovery codes: shown once after they were made, else made anew.
pub(in crate::web) async fn account_recovery_codes(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <account_forms::RecoveryCodes/> }))
}

/// Taking out what is stored about oneself.
pub(in crate::web) async fn account_my_data(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <account_forms::MyData/> }))
}

/// Closing the own account.
pub(in crate::web) async fn account_close(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <account_forms::Close/> }))
}

/// Somebody forgot the password.
pub(in crate::web) async fn forgot(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <passwords::Forgot/> }))
}

/// The sign-in page; in demo mode with the demo's accounts.
pub(in crate::web) async fn sign_in(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <sign_in::SignIn/> }))
}

/// The code of the second factor, after the password.
pub(in crate::web) async fn sign_in_code(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <sign_in::Code/> }))
}
