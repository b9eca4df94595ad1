//! HTTP tests, one module per address, against the whole router on a fresh SQLite database.

mod account;
mod actions;
mod cards;
mod carry;
mod check_in;
mod codes;
mod compare;
mod complaints;
mod connections;
mod device;
mod everywhere;
mod help;
mod imports;
mod keeping;
mod kiosk;
mod known_bugs;
mod leading_back;
mod link;
mod map;
mod members;
mod newcomers;
mod notes;
mod packs;
mod patience;
mod people;
mod places;
mod privacy;
mod questions;
mod review;
mod rights;
mod rounds;
mod sign_in;
mod sign_in_provider;
mod surveys;
mod team;
mod today;
mod trouble;
mod units;

use crate::{common, running::write_site};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use clap::Parser;
use domain::Role;
use server::{
    config::{Config, ConfigArgs},
    web::{AppState, Patience, router},
};
use service::Services;
use testing::Made;
use tokio::sync::OnceCell;
use tower::ServiceExt;

const PASSWORD: &str = "regn over fjellet";

/// A server with the small organisation and the sign-ins `hr@`, `desk@` (service of site S),
/// `other@` (service of site T), `admin@` and `one@` (an employee, person 1 of team A).
struct Server {
    router: Router,
    services: Services,
    config: Config,
    _folders: (tempfile::TempDir, tempfile::TempDir),
}

/// Keeps letters instead of sending them.
#[derive(Default)]
struct Postbox(std::sync::Mutex<Vec<service::mail::Letter>>);

#[async_trait::async_trait]
impl service::mail::Mailer for Postbox {
    async fn send(&self, letter: &service::mail::Letter) -> Result<(), String> {
        self.0.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

/// An answer, read to its end.
struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    body: String,
    /// The same as it was sent.
    content: axum::body::Bytes,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    config: ConfigArgs,
}

/// The small organisation with the sign-ins of a [`Server`].
async fn made() -> Made {
    let (services, _folder) = common::on_sqlite().await;
    for (email, role, unit) in [
        ("hr", Role::Hr, "ROOT"),
        ("desk", Role::Service, "S"),
        ("other", Role::Service, "T"),
        ("admin", Role::Admin, "ROOT"),
        ("one", Role::Employee, "A"),
    ] {
        let email = format!("{email}@example.org");
        service::sign_in::create_account(&services.people, &email, "Kari Lie", role, unit, PASSWORD)
            .await
            .unwrap();
    }
    // The employee has been on the roster since before the open round began.
    common::run(&services, "UPDATE roster SET from_on = '2026-01-01'").await;
    common::write_rolls(&services).await;
    Made::of(&services.db).await
}

impl Server {
    async fn start() -> Self {
        Self::start_with(|services| services, &[]).await
    }

    /// The same with services and arguments of its own.
    async fn start_with(with: impl FnOnce(Services) -> Services, arguments: &[&str]) -> Self {
        // Passwords take their time: they are hashed once for all tests.
        static MADE: OnceCell<Made> = OnceCell::const_new();
        let (base, folder) = MADE.get_or_init(made).await.fresh().await;
        let services = with(Services::on(base));
        let site = tempfile::tempdir().unwrap();
        write_site(site.path());
        let site_arguments = ["test", "--site", site.path().to_str().unwrap()];
        let args = Args::parse_from(site_arguments.iter().chain(arguments));
        let config = Config::load(&args.config).unwrap();
        let router = router(AppState::new(services.clone(), &config), &config);
        Self { router, services, config, _folders: (folder, site) }
    }

    /// The same with other time-outs.
    fn with_patience(mut self, patience: Patience) -> Self {
        let state = AppState::new(self.services.clone(), &self.config).with_patience(patience);
        self.router = router(state, &self.config);
        self
    }

    /// The path of the database's file.
    fn database(&self) -> String {
        self._folders.0.path().join("test.db").display().to_string()
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            // Marks between the pieces of a view are no part of what a page says.
            body: String::from_utf8_lossy(&body).replace("<!>", ""),
            content: body,
        }
    }

    async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// Posts a form as a browser on this site does.
    async fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Signs in; gives the cookie.
    async fn sign_in(&self, name: &str) -> String {
        self.sign_in_as(&format!("{name}@example.org")).await
    }

    /// Signs in as a new manager of site S; gives the cookie.
    async fn boss(&self) -> String {
        let (address, name) = ("boss@example.org", "Ola Berg");
        service::sign_in::create_account(&self.services.people, address, name, Role::Manager, "S", PASSWORD)
            .await
            .unwrap();
        self.sign_in("boss").await
    }

    /// Signs in with an address; gives the cookie.
    async fn sign_in_as(&self, login: &str) -> String {
        let answer =
            self.post("/sign-in", "", &[("login", login), ("password", PASSWORD), ("next", "/")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        // As if through a provider: the second factor, which some roles need, has tests of its own.
        common::run(&self.services, "UPDATE session SET is_by_provider = TRUE").await;
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }
}
