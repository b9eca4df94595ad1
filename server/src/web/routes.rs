//! Every address of the server, with who may ask for it. What is not listed here does not exist.
//!
//! In front of each stands its guard (see [`super::guard`]).

use axum::routing::{MethodRouter, get, post};
use domain::{Right, exchange::import::ImportKind};

use super::{
    AppState, customers, exchange, files, insight, organisation,
    pages::{self, Page, page},
    people, staff,
};

/// Where anybody asks whether a file is one that was taken out.
pub(super) const CHECK_PAGE: &str = "/e";
/// Where a sign-in that waits for a code goes on.
pub(super) const CODE_PAGE: &str = "/sign-in/code";
/// Where one goes on that waits for a second factor.
pub(super) const FACTOR_PAGE: &str = "/account/second-factor";

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever holds this right somewhere.
    May(Right),
    /// Whoever keeps an account, also before the second factor is set up that the role asks for.
    SettingUp,
    /// Whoever holds one of these somewhere.
    MayAny(&'static [Right]),
}

impl Access {
    /// The rights of which one is needed; none when anybody may ask.
    pub fn rights(self) -> Option<Vec<Right>> {
        match self {
            Self::Public => None,
            Self::May(right) => Some(vec![right]),
            Self::MayAny(rights) => Some(rights.to_vec()),
            Self::SettingUp => Some(vec![Right::KeepAccount]),
        }
    }
}

/// What is behind an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of the app.
    Page,
    /// A form, posted to its page's address.
    Form,
    /// A form with a file.
    Upload,
    /// A file to take away.
    File,
    /// Leads elsewhere.
    Redirect,
}

/// An address.
pub struct Route {
    /// Path, with `{names}` for what varies.
    pub path: &'static str,
    /// What is behind it.
    pub kind: Kind,
    /// Who may ask for it.
    pub access: Access,
    pub(super) page: Option<Page>,
    pub(super) handler: MethodRouter<AppState>,
}

impl Route {
    fn page(path: &'static str, access: Access, page: Page) -> Self {
        Self { path, kind: Kind::Page, access, page: Some(page), handler: get(pages::shown) }
    }

    fn form(path: &'static str, access: Access, handler: MethodRouter<AppState>) -> Self {
        Self { path, kind: Kind::Form, access, page: None, handler }
    }

    fn upload(path: &'static str, access: Access, handler: MethodRouter<AppState>) -> Self {
        Self { path, kind: Kind::Upload, access, page: None, handler }
    }

    fn file(path: &'static str, access: Access, handler: MethodRouter<AppState>) -> Self {
        Self { path, kind: Kind::File, access, page: None, handler }
    }

    fn redirect(path: &'static str, handler: MethodRouter<AppState>) -> Self {
        Self { path, kind: Kind::Redirect, access: Access::Public, page: None, handler }
    }

    /// The same with a handler of its own, which decides whether the page is shown.
    fn with(self, handler: MethodRouter<AppState>) -> Self {
        Self { handler, ..self }
    }
}

/// Whoever may import anything.
const IMPORT: Access = Access::MayAny(ImportKind::RIGHTS);

/// Whoever may read notes on the time axis.
const NOTES: Access = Access::MayAny(&[Right::ViewFigures, Right::ManageNotes]);

/// Whoever may see a page that is about one unit.
const PLACES: Access = Access::MayAny(&[
    Right::ViewFigures,
    Right::ManageNotes,
    Right::ViewToday,
    Right::ViewActions,
    Right::ViewCases,
    Right::KeepContacts,
]);

/// Whoever may see a unit's pack: drafts with the review, what was approved with the unit's figures.
const UNIT_PACK: Access = Access::MayAny(&[Right::ViewReview, Right::ViewFigures]);

/// Whoever can come to read what is written of the working environment: drafts, what was shared, what was approved.
const HSE: Access = Access::MayAny(&[Right::WriteHse, Right::RemarkHse, Right::ViewFigures]);
/// Whoever may take a unit's pack or workbook out: drafts with the review, what was approved to agree on actions with.
const UNIT_FILE: Access = Access::MayAny(&[Right::ExportReview, Right::ManageActions]);

/// Whoever can come to read whom a customer named.
const MENTION: Access = Access::MayAny(&[Right::ReadMention, Right::HandleCase, Right::ViewVoiceReports]);

/// All addresses but static files and health.
pub fn all() -> Vec<Route> {
    use Access::{May, Public, SettingUp};
    use Right::{
        ApproveReview, CheckIn, ExportReview, HandleCase, KeepAccount, KeepContacts, KeepMembers, KeepVoice,
        LogComplaint, LookUpMember, ManageActions, ManageCodes, ManageNotes, ManagePeople, ManageRounds,
        ManageRules, ManageSettings, ManageUnits, ReadComments, ReadMention, ReleaseCodes, RemarkHse,
        ViewActions, ViewAudit, ViewCases, ViewFigures, ViewReview, ViewRounds, ViewRules, ViewSetUp,
        ViewTeam, ViewToday, ViewVoiceReports, WriteHse,
    };
    vec![
        Route::redirect("/", get(pages::home)),
        // Signing in
        Route::page("/sign-in", Public, page!(people::pages::sign_in)),
        Route::form("/sign-in", Public, post(people::sign_in::sign_in)),
        Route::page(CODE_PAGE, Public, page!(people::pages::sign_in_code))
            .with(get(people::sign_in::code_page)),
        Route::form(CODE_PAGE, Public, post(people::sign_in::code)),
        Route::form("/sign-out", Public, post(people::sign_in::sign_out)),
        Route::form("/preferences", Public, post(people::sign_in::preferences)),
        // Beginning is a form, because it changes something here; coming back is where the provider sends
        // the browser.
        Route::form("/sign-in/provider", Public, post(people::provider::begin)),
        Route::redirect("/sign-in/provider/callback", get(people::provider::callback)),
        Route::redirect("/code", get(people::sign_in::code_address)),
        Route::page("/forgot", Public, page!(people::pages::forgot)),
        Route::form("/forgot", Public, post(people::account_tokens::forgot)),
        Route::page("/welcome", Public, page!(people::pages::welcome))
            .with(get(people::account_tokens::welcome)),
        Route::form("/welcome", Public, post(people::account_tokens::set_password)),
        Route::page("/help", Public, page!(pages::help)),
        // The own account
        Route::page("/account", May(KeepAccount), page!(people::pages::account)),
        Route::form("/account", May(KeepAccount), post(people::account::keep)),
        Route::page("/account/password", May(KeepAccount), page!(people::pages::account_password)),
        Route::form("/account/password", May(KeepAccount), post(people::account::change_password)),
        Route::page(FACTOR_PAGE, SettingUp, page!(people::pages::account_second_factor)),
        Route::form(FACTOR_PAGE, SettingUp, post(people::account::add_factor)),
        Route::page(
            "/account/second-factor/remove",
            May(KeepAccount),
            page!(people::pages::account_second_factor_remove),
        ),
        Route::form("/account/second-factor/remove", May(KeepAccount), post(people::account::remove_factor)),
        Route::page(
            "/account/recovery-codes",
            May(KeepAccount),
            page!(people::pages::account_recovery_codes),
        ),
        Route::form("/account/recovery-codes", May(KeepAccount), post(people::account::recovery_codes)),
        Route::page("/account/my-data", May(KeepAccount), page!(people::pages::account_my_data)),
        Route::form("/account/my-data", May(KeepAccount), post(people::account::my_data)),
        Route::page("/account/mentions", May(KeepAccount), page!(customers::mentions::own)),
        Route::form("/account/mentions", May(KeepAccount), post(customers::mentions::own_act)),
        Route::file("/account/my-data.json", May(KeepAccount), get(files::my_data)),
        Route::page("/account/close", May(KeepAccount), page!(people::pages::account_close)),
        Route::form("/account/close", May(KeepAccount), post(people::account::close)),
        // Checking in
        Route::page("/check-in", May(CheckIn), page!(staff::pages::check_in)),
        Route::form("/check-in", May(CheckIn), post(staff::check_in::check_in)),
        Route::page("/check-in/receipt", May(CheckIn), page!(staff::pages::check_in_receipt)),
        Route::file("/check-in/device-key", May(KeepAccount), get(staff::check_in::device_key)),
        Route::page("/check-in/history", May(CheckIn), page!(staff::pages::check_in_history)),
        // A personal link, and the shared tablet: what lets somebody answer is in a cookie.
        Route::page("/check-in/link", Public, page!(staff::pages::check_in_link))
            .with(get(staff::check_in::link)),
        Route::form("/check-in/link", Public, post(staff::check_in::cast_by_link)),
        Route::page("/check-in/link/receipt", Public, page!(staff::pages::check_in_link_receipt)),
        Route::page("/kiosk", Public, page!(staff::pages::kiosk)).with(get(staff::kiosk::start)),
        Route::form("/kiosk", Public, post(staff::kiosk::enter)),
        Route::page("/kiosk/form", Public, page!(staff::pages::kiosk_form))
            .with(get(staff::kiosk::questions)),
        Route::form("/kiosk/form", Public, post(staff::kiosk::cast)),
        Route::page("/kiosk/thanks", Public, page!(staff::pages::kiosk_thanks)),
        Route::page("/kiosk/codes", May(ManageCodes), page!(staff::pages::kiosk_codes)),
        Route::form("/kiosk/codes", May(ManageCodes), post(staff::kiosk::codes)),
        Route::page("/kiosk/sheets", May(ReleaseCodes), page!(staff::pages::kiosk_sheets)),
        Route::form("/kiosk/sheets", May(ReleaseCodes), post(staff::kiosk::sheets)),
        // Figures
        Route::page("/team", May(ViewTeam), page!(insight::pages::team)),
        Route::page("/team/preview", May(ViewTeam), page!(insight::pages::team_preview)),
        Route::page("/today", May(ViewToday), page!(insight::pages::today)),
        Route::page("/today/{unit}/{topic}", May(ManageActions), page!(insight::pages::matter)),
        Route::form("/today/{unit}/{topic}", May(ManageActions), post(insight::matters::reply)),
        Route::page("/trends", May(ViewFigures), page!(insight::pages::trends)),
        Route::page("/trends/map", May(ViewFigures), page!(insight::pages::trends_map)),
        Route::page("/trends/teams", May(ViewFigures), page!(insight::pages::trends_teams)),
        Route::page("/trends/sites", May(ViewFigures), page!(insight::pages::trends_sites)),
        Route::page("/trends/load", May(ViewFigures), page!(insight::pages::trends_load)),
        Route::page("/trends/drivers", May(ViewFigures), page!(insight::pages::trends_drivers)),
        Route::page("/trends/link", May(ViewFigures), page!(insight::pages::trends_link)),
        Route::file("/charts/{file}", May(ViewFigures), get(files::chart)),
        // Notes on the time axis
        Route::page("/trends/notes", NOTES, page!(insight::pages::trends_notes)),
        Route::page("/trends/notes/new", May(ManageNotes), page!(insight::pages::trends_notes_new)),
        Route::form("/trends/notes/new", May(ManageNotes), post(insight::notes::add)),
        Route::page("/trends/notes/{id}/{act}", May(ManageNotes), page!(insight::pages::trends_note_act)),
        Route::form("/trends/notes/{id}/{act}", May(ManageNotes), post(insight::notes::act)),
        Route::page("/competitors", NOTES, page!(insight::pages::competitors)),
        Route::form("/competitors", May(ManageNotes), post(insight::notes::still_so)),
        // The review of a quarter
        Route::page("/review", May(ViewReview), page!(insight::review::page)),
        Route::page("/review/{quarter}/unit/{id}", UNIT_PACK, page!(insight::review::unit)),
        Route::page("/review/{quarter}/unit/{id}/meeting", UNIT_PACK, page!(insight::review::meeting)),
        Route::page("/review/{quarter}/unit/{id}/4-3", HSE, page!(insight::hse::page)),
        Route::page(
            "/review/{quarter}/unit/{id}/4-3/row/{factor}",
            May(WriteHse),
            page!(insight::hse::row_page),
        ),
        Route::form(
            "/review/{quarter}/unit/{id}/4-3/row/{factor}",
            May(WriteHse),
            post(insight::hse::save_row),
        ),
        Route::page("/review/{quarter}/unit/{id}/4-3/about", May(WriteHse), page!(insight::hse::about_page)),
        Route::form("/review/{quarter}/unit/{id}/4-3/about", May(WriteHse), post(insight::hse::save_about)),
        Route::page(
            "/review/{quarter}/unit/{id}/4-3/meeting",
            May(WriteHse),
            page!(insight::hse::meeting_page),
        ),
        Route::form(
            "/review/{quarter}/unit/{id}/4-3/meeting",
            May(WriteHse),
            post(insight::hse::add_meeting),
        ),
        Route::page(
            "/review/{quarter}/unit/{id}/4-3/step/{act}",
            May(WriteHse),
            page!(insight::hse::step_page),
        ),
        Route::form("/review/{quarter}/unit/{id}/4-3/step/{act}", May(WriteHse), post(insight::hse::step)),
        Route::page(
            "/review/{quarter}/unit/{id}/4-3/reading",
            May(RemarkHse),
            page!(insight::hse::reading_page),
        ),
        Route::form("/review/{quarter}/unit/{id}/4-3/reading", May(RemarkHse), post(insight::hse::read)),
        Route::file("/review/{quarter}/unit/{id}/pack.pdf", UNIT_FILE, get(insight::papers::unit)),
        Route::page("/review/{quarter}/approve", May(ApproveReview), page!(insight::review::approve_page)),
        Route::form("/review/{quarter}/approve", May(ApproveReview), post(insight::review::approve)),
        Route::page("/review/{quarter}/packs", May(ExportReview), page!(insight::bundle::page)),
        Route::form("/review/{quarter}/packs", May(ExportReview), post(insight::bundle::ask)),
        Route::page("/review/packs/{id}", May(ExportReview), page!(insight::bundle::progress)),
        Route::form("/review/packs/{id}", May(ExportReview), post(insight::bundle::cancel)),
        Route::file("/review/packs/{id}/packs.zip", May(ExportReview), get(insight::bundle::file)),
        Route::file("/review/{file}", UNIT_FILE, get(files::review)),
        Route::file("/schemas/review-1.json", Public, get(files::review_schema)),
        // Whether a file is one that was taken out: anybody who has a file may ask.
        Route::page(CHECK_PAGE, Public, page!(insight::review::check_page)),
        Route::upload(CHECK_PAGE, Public, post(insight::review::check_file)),
        Route::page("/e/{id}", Public, page!(insight::review::check_page)),
        Route::page("/comments", May(ReadComments), page!(staff::pages::comments)),
        Route::page("/comments/all", May(ReadComments), page!(staff::pages::all_comments)),
        // Actions
        Route::page("/actions", May(ViewActions), page!(insight::pages::actions)),
        Route::page("/actions/new", May(ManageActions), page!(insight::pages::actions_new)),
        Route::form("/actions/new", May(ManageActions), post(insight::actions::agree)),
        Route::page("/actions/{id}", May(ViewActions), page!(insight::pages::action)),
        Route::form("/actions/{id}", May(ManageActions), post(insight::actions::review)),
        Route::page("/actions/{id}/edit", May(ManageActions), page!(insight::pages::action_edit)),
        Route::form("/actions/{id}/edit", May(ManageActions), post(insight::actions::edit)),
        // The customer's own side
        Route::page("/card/{code}", Public, page!(customers::public::card)),
        Route::form("/card/{code}", Public, post(customers::public::send_card)),
        Route::page("/complain", Public, page!(customers::public::card)),
        Route::form("/complain", Public, post(customers::public::send_card)),
        Route::page("/complain/{code}", Public, page!(customers::public::card)),
        Route::form("/complain/{code}", Public, post(customers::public::send_card)),
        Route::page("/case", Public, page!(customers::public::case)),
        Route::form("/case", Public, post(customers::public::own_case)),
        Route::page("/case/file", Public, page!(customers::public::case)),
        Route::upload("/case/file", Public, post(customers::public::bring)),
        Route::page("/voice", Public, page!(customers::public::voice)),
        Route::page("/smileys/{code}", Public, page!(customers::public::faces)),
        Route::form("/smileys/{code}", Public, post(customers::public::touch)),
        Route::page("/survey/{address}", Public, page!(customers::surveys::survey)),
        Route::form("/survey/{address}", Public, post(customers::surveys::answer)),
        Route::page("/stop/{token}", Public, page!(customers::surveys::stop_page)),
        Route::form("/stop/{token}", Public, post(customers::surveys::stop)),
        Route::page("/complaints/surveys", May(ViewVoiceReports), page!(customers::surveys::report)),
        Route::page("/follow-ups", May(HandleCase), page!(customers::surveys::follow_ups)),
        Route::page("/follow-ups/new", May(HandleCase), page!(customers::surveys::follow_up_new)),
        Route::form("/follow-ups/new", May(HandleCase), post(customers::surveys::plan_follow_up)),
        Route::page("/follow-ups/{id}", May(HandleCase), page!(customers::surveys::follow_up)),
        Route::form("/follow-ups/{id}", May(HandleCase), post(customers::surveys::record_follow_up)),
        Route::page("/members", May(LookUpMember), page!(customers::members::desk)),
        Route::form("/members", May(LookUpMember), post(customers::members::at_desk)),
        Route::page("/members/new", May(KeepMembers), page!(customers::members::join_page)),
        Route::form("/members/new", May(KeepMembers), post(customers::members::join)),
        Route::page("/member/{token}", Public, page!(customers::members::own)),
        Route::form("/member/{token}", Public, post(customers::members::own_act)),
        Route::page("/cards", May(KeepVoice), page!(customers::cards::codes)),
        Route::form("/cards", May(KeepVoice), post(customers::cards::change_codes)),
        Route::page("/cards/paper", May(LogComplaint), page!(customers::cards::paper)),
        Route::form("/cards/paper", May(LogComplaint), post(customers::cards::open_paper)),
        Route::page("/cards/paper/{id}", May(LogComplaint), page!(customers::cards::paper_page)),
        Route::form("/cards/paper/{id}", May(LogComplaint), post(customers::cards::act_on_paper)),
        Route::file("/units/{id}/poster.pdf", May(KeepVoice), get(customers::cards::poster)),
        Route::page("/complaints/held", May(HandleCase), page!(customers::cards::held)),
        Route::form("/complaints/held", May(HandleCase), post(customers::cards::decide)),
        Route::page("/complaints/faces", May(ViewVoiceReports), page!(customers::cards::faces)),
        // Complaints
        Route::page("/complaints", May(ViewCases), page!(customers::pages::complaints)),
        Route::page("/complaints/new", May(LogComplaint), page!(customers::pages::complaints_new)),
        Route::form("/complaints/new", May(LogComplaint), post(customers::complaints::log_complaint)),
        Route::page("/contacts", May(KeepContacts), page!(customers::pages::contacts)),
        Route::form("/contacts", May(KeepContacts), post(customers::complaints::keep_contacts)),
        Route::page("/complaints/quality", May(ViewVoiceReports), page!(customers::pages::quality)),
        Route::page("/complaints/mentions", May(ReadMention), page!(customers::mentions::waiting)),
        Route::page("/complaints/{reference}/mention", MENTION, page!(customers::mentions::page)),
        Route::form("/complaints/{reference}/mention", MENTION, post(customers::mentions::act)),
        Route::page(
            "/complaints/{reference}/related",
            May(HandleCase),
            page!(customers::pages::complaint_related),
        ),
        Route::form("/complaints/{reference}/related", May(HandleCase), post(customers::complaints::relate)),
        Route::page("/complaints/{reference}/slip", May(HandleCase), page!(customers::slips::page)),
        Route::form("/complaints/{reference}/slip", May(HandleCase), post(customers::slips::give)),
        Route::page("/complaints/{reference}/files", May(HandleCase), page!(customers::files::page)),
        Route::upload("/complaints/{reference}/files", May(HandleCase), post(customers::files::add)),
        Route::file("/complaints/{reference}/files/{file}", May(ViewCases), get(customers::files::take)),
        Route::form("/complaints/{reference}/files/{file}", May(HandleCase), post(customers::files::remove)),
        Route::page("/complaints/{reference}", May(ViewCases), page!(customers::pages::complaint)),
        Route::form("/complaints/{reference}", May(HandleCase), post(customers::complaints::act_at_once)),
        Route::page("/complaints/{reference}/{act}", May(HandleCase), page!(customers::pages::complaint_act)),
        Route::form("/complaints/{reference}/{act}", May(HandleCase), post(customers::complaints::act)),
        Route::page("/hours", May(KeepVoice), page!(customers::pages::hours)),
        Route::form("/hours", May(KeepVoice), post(customers::keeping::hours)),
        Route::page("/letters", May(KeepVoice), page!(customers::pages::letters)),
        Route::form("/letters", May(KeepVoice), post(customers::keeping::letters)),
        // Imports: each kind of file asks for its own right, in the functions behind these addresses.
        Route::page("/imports", IMPORT, page!(exchange::pages::imports)),
        Route::upload("/imports", IMPORT, post(exchange::imports::upload_import)),
        Route::page("/imports/{id}", IMPORT, page!(exchange::pages::import)),
        Route::form("/imports/{id}", IMPORT, post(exchange::imports::remap_import)),
        Route::form("/imports/{id}/confirm", IMPORT, post(exchange::imports::confirm_import)),
        Route::form("/imports/{id}/discard", IMPORT, post(exchange::imports::discard_import)),
        Route::form("/imports/{id}/undo", IMPORT, post(exchange::imports::undo_import)),
        Route::file("/imports/template/{file}", IMPORT, get(files::import_template)),
        // Rounds
        Route::page("/rounds", May(ViewRounds), page!(staff::pages::rounds)),
        Route::page("/rounds/new", May(ManageRounds), page!(staff::pages::rounds_new)),
        Route::form("/rounds/new", May(ManageRounds), post(staff::rounds::plan)),
        Route::form("/rounds/resume", May(ManageRounds), post(staff::rounds::resume)),
        Route::page("/rounds/{number}", May(ViewRounds), page!(staff::pages::round)),
        Route::page("/rounds/{number}/{act}", May(ManageRounds), page!(staff::pages::round_act)),
        Route::form("/rounds/{number}/{act}", May(ManageRounds), post(staff::rounds::act)),
        // Questions
        Route::page("/questions", May(ManageRounds), page!(staff::pages::questions)),
        Route::page("/questions/new", May(ManageRounds), page!(staff::pages::questions_new)),
        Route::form("/questions/new", May(ManageRounds), post(staff::questions::add)),
        Route::page("/questions/{id}/{act}", May(ManageRounds), page!(staff::pages::question_act)),
        Route::form("/questions/{id}/{act}", May(ManageRounds), post(staff::questions::act)),
        // Choosing a unit
        Route::page("/places", PLACES, page!(organisation::pages::places)),
        // Audit log
        Route::page("/start", May(ViewSetUp), page!(organisation::pages::start)),
        Route::page("/settings", May(ManageSettings), page!(organisation::pages::settings)),
        Route::form("/settings", May(ManageSettings), post(organisation::settings::change)),
        Route::page("/audit", May(ViewAudit), page!(organisation::pages::audit)),
        // Privacy
        Route::page("/privacy", May(ViewRules), page!(staff::pages::privacy)),
        Route::form("/privacy", May(ManageRules), post(staff::privacy::act)),
        Route::page("/offline", Public, page!(pages::offline)),
        Route::page("/stored", Public, page!(staff::pages::stored)),
        // Units
        Route::page("/units", May(ManageUnits), page!(organisation::pages::units)),
        Route::page("/units/new", May(ManageUnits), page!(organisation::pages::units_new)),
        Route::form("/units/new", May(ManageUnits), post(organisation::units::open)),
        Route::page("/units/{id}", May(ManageUnits), page!(organisation::pages::unit)),
        Route::page("/units/{id}/{act}", May(ManageUnits), page!(organisation::pages::unit_act)),
        Route::form("/units/{id}/{act}", May(ManageUnits), post(organisation::units::act)),
        // People
        Route::page("/people", May(ManagePeople), page!(people::pages::people)),
        Route::page("/people/new", May(ManagePeople), page!(people::pages::people_new)),
        Route::form("/people/new", May(ManagePeople), post(people::register::create)),
        Route::page("/people/codes", May(ManagePeople), page!(people::pages::people_codes)),
        Route::form("/people/codes", May(ManagePeople), post(people::register::codes)),
        Route::page("/people/{id}", May(ManagePeople), page!(people::pages::person)),
        Route::page("/people/{id}/{act}", May(ManagePeople), page!(people::pages::person_act)),
        Route::form("/people/{id}/{act}", May(ManagePeople), post(people::register::act)),
    ]
}
