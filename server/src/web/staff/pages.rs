//! Pages of the staff's side: check-in, rounds, questions, rules, comments, and what is stored.

use app::staff::{
    check_in, comments, kiosk, kiosk_codes, my_history, personal_link, privacy, questions, round, round_new,
    rounds, stored,
};
use domain::{
    Problem,
    staff::{
        comments::{AllCommentsQuery, CommentQuery},
        rounds::RoundAct,
    },
};
use leptos::prelude::*;
use service::Error;

use crate::web::pages::{Ask, View, show};

/// The comments of a unit and a quarter.
pub(in crate::web) async fn comments(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let query = CommentQuery {
        // An address that names no unit at all is not the same as one that names none.
        unit: here.number("unit")?,
        quarter: here.query("quarter").map(str::to_owned),
    };
    let page = service::comments::page(&ask.services, ask.actor(), &query).await?;
    Ok(show(move || view! { <comments::Page page/> }))
}

/// All comments of a quarter, unit by unit.
pub(in crate::web) async fn all_comments(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let query = AllCommentsQuery {
        quarter: here.query("quarter").map(str::to_owned),
        search: here.query("search").unwrap_or_default().chars().take(100).collect(),
        page: here.number("page")?.unwrap_or(1),
    };
    let page = service::comments::all_page(&ask.services, ask.actor(), &query).await?;
    Ok(show(move || view! { <comments::All page/> }))
}

/// Teams and their sheets; or a sheet.
pub(in crate::web) async fn kiosk_codes(ask: Ask) -> service::Result<View> {
    let page = service::rounds::codes::page(&ask.services, ask.actor(), &ask.public_url).await?;
    Ok(show(move || view! { <kiosk_codes::Teams page/> }))
}

/// Sheets that wait for the staff representative.
pub(in crate::web) async fn kiosk_sheets(ask: Ask) -> service::Result<View> {
    let page = service::rounds::codes::sheets(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <kiosk_codes::Sheets page/> }))
}

/// The questions.
pub(in crate::web) async fn check_in_link(ask: Ask) -> service::Result<View> {
    let page = service::rounds::personal_links::page(&ask.services, ask.context.pass.as_ref()).await?;
    Ok(show(move || view! { <check_in::Form page path=personal_link::PATH/> }))
}

/// The page.
pub(in crate::web) async fn privacy(ask: Ask) -> service::Result<View> {
    let page = service::privacy::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <privacy::Rules page/> }))
}

/// All questions.
pub(in crate::web) async fn questions(ask: Ask) -> service::Result<View> {
    let page = service::rounds::own_items::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <questions::ListPage page/> }))
}

/// The form for a new statement.
pub(in crate::web) async fn questions_new(ask: Ask) -> service::Result<View> {
    let page = service::rounds::own_items::new_page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <questions::NewPage page/> }))
}

/// Something that can be done to a statement.
pub(in crate::web) async fn question_act(ask: Ask) -> service::Result<View> {
    let (id, act) = (ask.number_after("/questions/")?, ask.last().to_owned());
    let page = service::rounds::own_items::act_page(&ask.services, ask.actor(), id, &act).await?;
    Ok(show(move || view! { <questions::ActPage page/> }))
}

/// One round.
pub(in crate::web) async fn round(ask: Ask) -> service::Result<View> {
    let number = ask.number_after("/rounds/")?;
    let page = service::rounds::calendar::page(&ask.services, ask.actor(), number).await?;
    Ok(show(move || view! { <round::OnePage page/> }))
}

/// Something that can be done to a round.
pub(in crate::web) async fn round_act(ask: Ask) -> service::Result<View> {
    let (number, name) = (ask.number_after("/rounds/")?, ask.last());
    let act = RoundAct::from_name(name).ok_or(Problem::NotFound)?;
    let page = service::rounds::calendar::act_page(&ask.services, ask.actor(), number, name).await?;
    Ok(show(move || view! { <round::ActPage page act/> }))
}

/// The calendar.
pub(in crate::web) async fn rounds(ask: Ask) -> service::Result<View> {
    let page = service::rounds::calendar::calendar(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <rounds::CalendarView page/> }))
}

/// The form for a new round.
pub(in crate::web) async fn rounds_new(ask: Ask) -> service::Result<View> {
    let page = service::rounds::calendar::new_page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <round_new::NewView page/> }))
}

/// The page.
pub(in crate::web) async fn stored(ask: Ask) -> service::Result<View> {
    let page = service::privacy::stored(&ask.services.staff, ask.context.actor.is_some()).await?;
    Ok(show(move || view! { <stored::Tables page/> }))
}

/// One screen, four taps.
pub(in crate::web) async fn check_in(ask: Ask) -> service::Result<View> {
    // Ballots that wait on the device are there whatever the round says.
    let page = service::rounds::now(&ask.services, ask.actor()).await.map_err(Error::into_problem);
    Ok(show(move || view! { <check_in::CheckIn page/> }))
}

/// What happens now; the server no longer knows what was answered.
pub(in crate::web) async fn check_in_receipt(ask: Ask) -> service::Result<View> {
    let receipt = match service::rounds::receipt(&ask.services, ask.actor()).await {
        Ok(receipt) if receipt.is_answered => receipt,
        Ok(_) | Err(Error::Problem(Problem::NoOpenRound)) => return check_in(ask).await,
        Err(error) => return Err(error),
    };
    Ok(show(move || view! { <check_in::ReceiptText receipt/> }))
}

/// The start: a code is asked for.
pub(in crate::web) async fn kiosk(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <kiosk::Start/> }))
}

/// The questions; or another code, when the one they were sent with does not count.
pub(in crate::web) async fn kiosk_form(ask: Ask) -> service::Result<View> {
    if let Some(problem @ (Problem::CodeUnknown | Problem::TooManyAttempts)) = ask.refused {
        return Ok(show(move || view! { <kiosk::OtherCode problem/> }));
    }
    let context = &ask.context;
    let page =
        service::rounds::kiosk::page(&ask.services.staff, context.pass.as_ref(), &context.address).await?;
    Ok(show(move || view! { <kiosk::Form page/> }))
}

/// Thanks, and back to the start.
pub(in crate::web) async fn kiosk_thanks(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <kiosk::Thanks/> }))
}

/// What happens now.
pub(in crate::web) async fn check_in_link_receipt(ask: Ask) -> service::Result<View> {
    let receipt = service::rounds::personal_links::receipt(&ask.services).await?;
    Ok(show(move || view! { <check_in::ReceiptText receipt/> }))
}

/// The page is an empty frame: what it shows never was on the server.
pub(in crate::web) async fn check_in_history(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <my_history::MyHistory/> }))
}
