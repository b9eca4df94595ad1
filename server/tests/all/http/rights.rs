//! Who may do what where: the table `rights.md` against the program, over HTTP.
//!
//! Every role is held for site S. Each right is then tried on S itself, on team A below it, on the
//! organisation above it and on site T beside it.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{Right, Role, UnitId};

use super::{Answer, PASSWORD, Server};

const TABLE: &str = include_str!("../../rights.md");

/// A unit, as seen from the one a role is held for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Own,
    Below,
    Above,
    Beside,
}

impl Place {
    const ALL: [Self; 4] = [Self::Own, Self::Below, Self::Above, Self::Beside];

    /// Id, external number and name of the unit.
    const fn unit(self) -> (i64, &'static str, &'static str) {
        match self {
            Self::Own => (2, "S", "Site S"),
            Self::Below => (3, "A", "Team A"),
            Self::Above => (1, "ROOT", "Testkjeden"),
            Self::Beside => (5, "T", "Site T"),
        }
    }
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// As if the unit did not exist.
    Hidden,
    /// The role does not include it.
    Denied,
}

/// The table as the program has it.
fn table() -> String {
    let mut lines = vec![
        "| right | employee | manager | service | hr | staff_representative | admin |".to_owned(),
        "|---|---|---|---|---|---|---|".to_owned(),
    ];
    for right in Right::ALL {
        let cells = Role::ALL.map(|role| match right.roles().contains(&role) {
            false => "–",
            true if right.is_about_oneself() => "oneself",
            true if matches!(
                right,
                Right::ApproveReview | Right::ManageRounds | Right::ManageRules | Right::ManageSettings
            ) =>
            {
                "whole organisation"
            }
            true if matches!(
                right,
                Right::ViewRounds
                    | Right::ViewRules
                    | Right::ViewSetUp
                    | Right::ViewTeam
                    | Right::LookUpMember
                    | Right::KeepMembers
            ) =>
            {
                "any unit"
            }
            true => "own unit and below",
        });
        lines.push(format!("| {} | {} |", right.name(), cells.join(" | ")));
    }
    lines.join("\n") + "\n"
}

/// What the table in the repository says about a right, a role and a place.
fn expected(right: Right, role: Role, place: Place) -> Outcome {
    let line = TABLE.lines().find(|line| line.starts_with(&format!("| {} |", right.name()))).unwrap();
    let column = Role::ALL.iter().position(|other| *other == role).unwrap();
    match line.split('|').nth(column + 2).unwrap().trim() {
        "–" => Outcome::Denied,
        "oneself" | "any unit" => Outcome::Done,
        // Held for site S, which is not the whole.
        "whole organisation" => Outcome::Denied,
        "own unit and below" if matches!(place, Place::Own | Place::Below) => Outcome::Done,
        "own unit and below" => Outcome::Hidden,
        other => panic!("{other}"),
    }
}

#[test]
fn the_table_of_rights_is_the_one_in_the_repository() {
    assert!(TABLE.contains(&table()), "server/tests/rights.md is not what the program does:\n{}", table());
}

/// A complaint in each unit, a released cell in each unit, and somebody of each role in site S.
async fn prepare(server: &Server) {
    let run = async |statement: &str| crate::common::run(&server.services, statement).await;
    for place in Place::ALL {
        let (unit, number, _) = place.unit();
        run(&format!(
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-{number}', {unit}, 'process', 'phone', 'normal', 'Text', '2026-11-20', '2026-11-20 10:00:00+00:00', 'received')"
        ))
        .await;
        run(&format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, rule_version, params_hash, input_digest, released_on)
             VALUES ({unit}, 'strain', 1, 1, 'below_k', FALSE, 1, '', '', '2026-11-17')"
        ))
        .await;
    }
    run("UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    for role in Role::ALL {
        let login = format!("{}@role.example", role.name());
        service::sign_in::create_account(&server.services.people, &login, role.name(), role, "S", PASSWORD)
            .await
            .unwrap();
    }
    run("UPDATE roster SET from_on = '2026-01-01'").await;
    crate::common::write_rolls(&server.services).await;
}

/// Tries a right on a unit.
async fn attempt(server: &Server, cookie: &str, right: Right, place: Place) -> Outcome {
    let (id, number, name) = place.unit();
    let unit = id.to_string();
    let answer = match right {
        Right::CheckIn => server.get("/check-in", cookie).await,
        Right::ViewFigures => server.get(&format!("/trends?unit={unit}"), cookie).await,
        Right::ViewReview => return listed(&server.get("/review?quarter=2026Q4", cookie).await, name),
        Right::ApproveReview => {
            let form = [("model", ""), ("version", "0")];
            server.post("/review/2026Q4/approve", cookie, &form).await
        }
        Right::WriteHse => {
            let newest = format!(
                "SELECT COALESCE(MAX(n), 0) FROM hse_version WHERE document_id IN
                     (SELECT id FROM hse_document WHERE unit_id = {unit} AND quarter = '2026-10-01')"
            );
            let newest = crate::common::number(&server.services, &newest).await.to_string();
            let form = [("version", newest.as_str()), ("relevance", "relevant")];
            server.post(&format!("/review/2026Q4/unit/{unit}/4-3/row/a"), cookie, &form).await
        }
        Right::RemarkHse => {
            let sql = format!(
                "INSERT INTO hse_document (unit_id, quarter) VALUES ({unit}, '2026-07-01') ON CONFLICT DO NOTHING"
            );
            crate::common::run(&server.services, &sql).await;
            let sql = format!(
                "INSERT INTO hse_version (document_id, n, state, made_by, made_on, goals, responsible, deviations,
                     kept_where)
                 SELECT id, 1, 'shared', 'hr', '2026-11-20', '', '', '', '' FROM hse_document
                 WHERE unit_id = {unit} AND quarter = '2026-07-01' ON CONFLICT DO NOTHING"
            );
            crate::common::run(&server.services, &sql).await;
            server.post(&format!("/review/2026Q3/unit/{unit}/4-3/reading"), cookie, &[("version", "1")]).await
        }
        Right::ExportReview => server.get(&format!("/review/2026Q4.json?unit={unit}"), cookie).await,
        Right::LogComplaint => {
            let form = [
                ("what", "Ventet lenge"),
                ("category", "waiting"),
                ("channel", "phone"),
                ("severity", "normal"),
                ("unit", unit.as_str()),
                ("happened_on", "2026-11-20"),
            ];
            server.post("/complaints/new", cookie, &form).await
        }
        Right::ViewVoiceReports => server.get(&format!("/complaints/quality?unit={unit}"), cookie).await,
        Right::KeepVoice => server.get(&format!("/hours?unit={unit}"), cookie).await,
        Right::ViewCases => server.get(&format!("/complaints/K-{number}"), cookie).await,
        Right::ReadMention => {
            let mention = format!(
                "INSERT INTO named_person (complaint_id, mention, is_of_manager, state, delete_on)
                 SELECT id, NULL, FALSE, 'unverified', '2027-02-18' FROM complaint WHERE reference = 'K-{number}'
                 ON CONFLICT DO NOTHING"
            );
            crate::common::run(&server.services, &mention).await;
            return listed(&server.get("/complaints/mentions", cookie).await, &format!("K-{number}<"));
        }
        Right::HandleCase => {
            let form = [("act", "note"), ("version", "0"), ("note", "A note")];
            server.post(&format!("/complaints/K-{number}"), cookie, &form).await
        }
        Right::ImportVoice => {
            let answer = server.send(history(cookie, number)).await;
            if answer.status != StatusCode::SEE_OTHER {
                return of_status(&answer);
            }
            let page = server.get(answer.header("location"), cookie).await;
            return if page.body.contains("row-errors") { Outcome::Hidden } else { Outcome::Done };
        }
        Right::ViewAudit => {
            let entry = service::audit::Entry {
                unit: Some(UnitId::new(id)),
                ..service::audit::Entry::new(domain::audit::Event::UnitRenamed, None)
            };
            service::audit::note(&server.services, &entry).await.unwrap();
            return listed(&server.get("/audit?event=unit_renamed", cookie).await, name);
        }
        Right::ManageRounds => server.get("/rounds/new", cookie).await,
        Right::ViewRounds => server.get("/rounds", cookie).await,
        Right::ManageCodes => server.post("/kiosk/codes", cookie, &[("act", "end"), ("unit", &unit)]).await,
        Right::ReleaseCodes => {
            let asked = format!(
                "INSERT INTO code_sheet (round_id, unit_id, asked_by)
                 SELECT id, {unit}, 0 FROM round WHERE state = 'open' ON CONFLICT (round_id, unit_id) DO UPDATE SET released_by = NULL"
            );
            crate::common::run(&server.services, &asked).await;
            server.post("/kiosk/sheets", cookie, &[("unit", &unit)]).await
        }
        Right::ReadComments => server.get(&format!("/comments?unit={unit}"), cookie).await,
        Right::ViewToday => server.get(&format!("/today?unit={unit}"), cookie).await,
        Right::ViewActions => server.get(&format!("/actions?unit={unit}"), cookie).await,
        Right::ManageActions => {
            let form = [
                ("unit", unit.as_str()),
                ("driver", "strain"),
                ("tried", "Two on the till after four"),
                ("owner", "manager"),
                ("starts_on", "2026-11-23"),
                ("review_on", "2027-01-18"),
            ];
            server.post("/actions/new", cookie, &form).await
        }
        Right::ManageNotes => {
            let form = [
                ("unit", unit.as_str()),
                ("note_kind", "event"),
                ("label", "New rota"),
                ("starts_on", "2026-06-01"),
            ];
            server.post(&format!("/trends/notes/new?unit={unit}"), cookie, &form).await
        }
        Right::KeepAccount => server.get("/account", cookie).await,
        Right::ViewSetUp => server.get("/start", cookie).await,
        Right::KeepContacts => server.get(&format!("/contacts?unit={unit}"), cookie).await,
        Right::ViewTeam => server.get("/team", cookie).await,
        Right::LookUpMember => server.get("/members", cookie).await,
        Right::KeepMembers => server.get("/members/new", cookie).await,
        Right::ManageSettings => server.get("/settings", cookie).await,
        Right::ViewRules => server.get("/privacy", cookie).await,
        Right::ManageRules => server.post("/privacy", cookie, &[("act", "cancel")]).await,
        Right::ManageUnits => server.get(&format!("/units/{unit}"), cookie).await,
        Right::ManagePeople => {
            // Somebody who belongs to the unit: the last one on its roster, or a new one.
            let person = crate::common::number(
                &server.services,
                &format!("SELECT COALESCE(MAX(person_id), 0) FROM roster WHERE unit_id = {unit}"),
            )
            .await;
            server.get(&format!("/people/{person}"), cookie).await
        }
    };
    of_status(&answer)
}

fn of_status(answer: &Answer) -> Outcome {
    match answer.status {
        StatusCode::OK | StatusCode::SEE_OTHER => Outcome::Done,
        StatusCode::NOT_FOUND | StatusCode::UNPROCESSABLE_ENTITY => Outcome::Hidden,
        StatusCode::FORBIDDEN => Outcome::Denied,
        other => panic!("{other}: {}", answer.body),
    }
}

/// For lists: whether the unit is on them.
fn listed(answer: &Answer, unit: &str) -> Outcome {
    match of_status(answer) {
        Outcome::Done if !main_of(&answer.body).contains(unit) => Outcome::Hidden,
        outcome => outcome,
    }
}

/// The page without the name of the organisation around it.
fn main_of(body: &str) -> String {
    match body.split_once("<tbody") {
        Some((_, rows)) => rows.to_owned(),
        None => body.to_owned(),
    }
}

fn history(cookie: &str, number: &str) -> Request<Body> {
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nhistory\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"h.csv\"\r\n\r\n\
         unit,period,complaints,contacts\n{number},2025Q1,1,10\n\r\n--x--\r\n"
    );
    Request::post("/imports")
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_can_do_what_the_table_says_where_it_says_and_nothing_else() {
    let server = Server::start().await;
    prepare(&server).await;
    let mut tried = 0;
    let mut deviations = Vec::new();
    for role in Role::ALL {
        let login = format!("{}@role.example", role.name());
        let cookie = server.sign_in_as(&login).await;
        for right in Right::ALL {
            for place in Place::ALL {
                let (is, should) =
                    (attempt(&server, &cookie, right, place).await, expected(right, role, place));
                tried += 1;
                if is != should {
                    deviations.push(format!(
                        "{} {} {place:?}: {is:?}, should be {should:?}",
                        role.name(),
                        right.name()
                    ));
                }
            }
        }
    }
    assert_eq!(tried, Role::ALL.len() * Right::ALL.len() * Place::ALL.len());
    assert!(deviations.is_empty(), "{} of {tried} deviate:\n{}", deviations.len(), deviations.join("\n"));
}
