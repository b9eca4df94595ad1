//! One module per screen.

mod account;
mod account_forms;
mod action;
mod actions;
mod audit;
mod check_in;
mod comments;
mod compare;
mod complaints;
mod drivers;
mod help;
mod imports;
mod kiosk;
mod kiosk_codes;
mod link;
mod load;
mod map;
mod my_history;
mod notes;
mod passwords;
mod people;
mod person;
mod preview;
mod privacy;
mod questions;
mod review;
mod round;
mod rounds;
mod sign_in;
mod sites;
mod stored;
mod team;
mod teams;
mod today;
mod trends;
mod trends_link;
mod unit;
mod units;

use domain::Problem;
use leptos::prelude::*;
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};

use crate::components::ProblemPage;
pub(crate) use kiosk::{KioskRefusal, is_kiosk};
pub use kiosk_codes::PrintedCodes;
pub(crate) use link::LinkRefusal;
pub use people::Printed;
pub use sign_in::SignIn;

/// The page of this address.
#[component]
pub fn Pages() -> impl IntoView {
    // A form can be refused before any page can show it again: too large, unreadable, not allowed.
    if let Some(Refused(problem)) = use_context() {
        return view! { <ProblemPage problem/> }.into_any();
    }
    view! {
        <Router>
            <Routes fallback=|| view! { <ProblemPage problem=Problem::NotFound/> }>
                <Route path=path!("/sign-in") view=SignIn/>
                <Route path=path!("/sign-in/code") view=sign_in::Code/>
                <Route path=path!("/forgot") view=passwords::Forgot/>
                <Route path=path!("/welcome") view=passwords::Welcome/>
                <Route path=path!("/account") view=account::Account/>
                <Route path=path!("/account/password") view=passwords::Change/>
                <Route path=path!("/account/second-factor") view=account_forms::AddFactor/>
                <Route path=path!("/account/second-factor/remove") view=account_forms::RemoveFactor/>
                <Route path=path!("/account/recovery-codes") view=account_forms::RecoveryCodes/>
                <Route path=path!("/account/my-data") view=account_forms::MyData/>
                <Route path=path!("/account/close") view=account_forms::Close/>
                <Route path=path!("/check-in") view=check_in::CheckIn/>
                <Route path=path!("/check-in/receipt") view=check_in::ReceiptPage/>
                <Route path=path!("/check-in/history") view=my_history::MyHistory/>
                <Route path=path!("/check-in/link") view=link::Link/>
                <Route path=path!("/check-in/link/receipt") view=link::LinkReceipt/>
                <Route path=path!("/kiosk") view=kiosk::Start/>
                <Route path=path!("/kiosk/form") view=kiosk::Questions/>
                <Route path=path!("/kiosk/thanks") view=kiosk::Thanks/>
                <Route path=path!("/kiosk/codes") view=kiosk_codes::Codes/>
                <Route path=path!("/team") view=team::Team/>
                <Route path=path!("/team/preview") view=preview::Preview/>
                <Route path=path!("/today") view=today::Today/>
                <Route path=path!("/trends") view=trends::Trends/>
                <Route path=path!("/trends/map") view=map::Map/>
                <Route path=path!("/trends/teams") view=teams::Teams/>
                <Route path=path!("/trends/sites") view=sites::Sites/>
                <Route path=path!("/trends/load") view=load::LoadOfUnits/>
                <Route path=path!("/trends/drivers") view=drivers::Drivers/>
                <Route path=path!("/actions") view=actions::List/>
                <Route path=path!("/actions/new") view=actions::New/>
                <Route path=path!("/actions/:id") view=action::One/>
                <Route path=path!("/actions/:id/edit") view=actions::Edit/>
                <Route path=path!("/trends/notes") view=notes::List/>
                <Route path=path!("/trends/notes/new") view=notes::New/>
                <Route path=path!("/trends/notes/:id/:act") view=notes::Act/>
                <Route path=path!("/trends/link") view=trends_link::TrendsLink/>
                <Route path=path!("/comments") view=comments::Comments/>
                <Route path=path!("/complaints") view=complaints::List/>
                <Route path=path!("/complaints/new") view=complaints::New/>
                <Route path=path!("/complaints/:reference") view=complaints::Case/>
                <Route path=path!("/imports") view=imports::List/>
                <Route path=path!("/imports/:id") view=imports::One/>
                <Route path=path!("/review") view=review::Review/>
                <Route path=path!("/rounds") view=rounds::Calendar/>
                <Route path=path!("/rounds/new") view=rounds::New/>
                <Route path=path!("/rounds/:number") view=round::One/>
                <Route path=path!("/rounds/:number/:act") view=round::Act/>
                <Route path=path!("/audit") view=audit::Log/>
                <Route path=path!("/units") view=units::List/>
                <Route path=path!("/units/new") view=units::New/>
                <Route path=path!("/units/:id") view=unit::One/>
                <Route path=path!("/units/:id/:act") view=unit::Act/>
                <Route path=path!("/people") view=people::List/>
                <Route path=path!("/people/new") view=people::New/>
                <Route path=path!("/people/codes") view=people::Codes/>
                <Route path=path!("/people/:id") view=person::One/>
                <Route path=path!("/people/:id/:act") view=person::Act/>
                <Route path=path!("/privacy") view=privacy::Privacy/>
                <Route path=path!("/stored") view=stored::Stored/>
                <Route path=path!("/questions") view=questions::List/>
                <Route path=path!("/questions/new") view=questions::New/>
                <Route path=path!("/questions/:id/:act") view=questions::Act/>
                <Route path=path!("/help") view=help::Help/>
            </Routes>
        </Router>
    }
    .into_any()
}

/// A problem that takes the place of the whole page.
#[derive(Clone, Debug)]
pub struct Refused(pub Problem);
