//! Sites, teams, people and sign-ins of the demo.

use chrono::NaiveDate;
use domain::{
    AccountId, Lang, PersonId, Role, UnitId, access::DemoSignIn, organisation::unit::UnitKind, text::tv,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::PASSWORD;
use crate::{
    Error, Result,
    db::{all, column, execute, insert, one, value},
    organisation::Tree,
    sign_in::hash_password,
};

/// Sites with their teams, as the catalogue calls them, and head counts.
const SITES: [(&str, [(&str, u32); 4]); 4] = [
    ("Bryggen", [("till", 14), ("floor", 16), ("webshop", 10), ("evening", 12)]),
    ("Sentrum", [("till", 13), ("floor", 16), ("desk", 13), ("evening", 12)]),
    ("Strandgaten", [("till", 12), ("floor", 14), ("collect", 8), ("weekend", 15)]),
    ("Lagunen", [("till", 14), ("floor", 17), ("desk", 13), ("weekend", 14)]),
];

/// External number of the team that answers on a tablet: Lagunen weekend.
pub(super) const TABLET_TEAM: &str = "S4-T4";

const FIRST_NAMES: [&str; 20] = [
    "Aisha", "Anders", "Astrid", "Bjørn", "Camilla", "Dag", "Eirin", "Farid", "Guro", "Henrik", "Ingrid",
    "Jonas", "Kari", "Leila", "Marius", "Nora", "Ola", "Petra", "Sindre", "Thea",
];
const LAST_NAMES: [&str; 12] =
    ["Aas", "Berg", "Dahl", "Eide", "Fjeld", "Haugen", "Khan", "Lie", "Moen", "Nygård", "Solberg", "Vik"];

/// People in each region's office and in the head office. A single person there would be the difference between
/// a region and its sites, and nothing of it could be shown.
const OFFICE: usize = 7;

/// Sign-ins: e-mail address, role, external number of the unit.
const SIGN_INS: [(&str, Role, &str); 8] = [
    ("employee@demo.example", Role::Employee, "S1-T1"),
    ("colleague@demo.example", Role::Employee, "S1-T2"),
    ("manager@demo.example", Role::Manager, "S1"),
    ("region@demo.example", Role::Manager, "R1"),
    ("service@demo.example", Role::Service, "S1"),
    ("hr@demo.example", Role::Hr, "ROOT"),
    ("representative@demo.example", Role::StaffRepresentative, "ROOT"),
    ("admin@demo.example", Role::Admin, "ROOT"),
];

/// Where whoever has a sign-in works, when that is not the unit it is for: the desk is one of the teams.
const DESK: (Role, &str) = (Role::Service, "S1-T1");

/// Sites beyond the four: places that every town has, numbered when they come again.
const PLACES: [&str; 36] = [
    "Torget",
    "Havna",
    "Elvebredden",
    "Jernbanen",
    "Nygata",
    "Storgata",
    "Kirkegata",
    "Skogen",
    "Fjellet",
    "Dalen",
    "Øya",
    "Neset",
    "Vika",
    "Odden",
    "Lia",
    "Haugen",
    "Moen",
    "Sletta",
    "Broen",
    "Fossen",
    "Sundet",
    "Stranda",
    "Kaia",
    "Parken",
    "Kvartalet",
    "Hjørnet",
    "Galleriet",
    "Smia",
    "Mølla",
    "Fabrikken",
    "Verftet",
    "Fyret",
    "Kollen",
    "Lunden",
    "Tunet",
    "Enga",
];
const REGIONS: [&str; 5] = ["Vest", "Øst", "Nord", "Sør", "Midt"];
const TEAMS_OF_SITE: usize = 4;
const SITES_OF_REGION: usize = 25;

/// A name from a list that begins anew, with a number from the second time on.
fn numbered(names: &[&str], place: usize) -> String {
    match (names[place % names.len()], place / names.len()) {
        (name, 0) => name.to_owned(),
        (name, times) => format!("{name} {}", times + 1),
    }
}

async fn insert_unit(
    db: &impl ConnectionTrait,
    external: &str,
    parent: UnitId,
    kind: UnitKind,
    name: &str,
) -> Result<UnitId> {
    let unit = value(
        db,
        "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ($1, $2, $3, $4) RETURNING id",
        [external.into(), parent.into(), kind.name().into(), name.into()],
    )
    .await?;
    unit.ok_or_else(gone)
}

fn gone() -> Error {
    Error::Internal("a row just written is gone".to_owned())
}

async fn unit_id(db: &impl ConnectionTrait, external: &str) -> Result<UnitId> {
    let unit = value(db, "SELECT id FROM unit WHERE external_id = $1", [external.into()]).await?;
    unit.ok_or_else(gone)
}

/// Teams in the order in which the story is told: of each site by their English names, whatever language they bear.
/// Otherwise chance would fall on other teams in the other language, and the same story would not be told.
pub(super) fn teams_as_told(tree: &Tree) -> Vec<UnitId> {
    let mut teams = tree.root().map(|root| tree.leaves(root)).unwrap_or_default();
    let unit = |id: &UnitId| tree.get(*id);
    for of_site in teams.chunk_by_mut(|a, b| unit(a).map(|a| a.parent_id) == unit(b).map(|b| b.parent_id)) {
        of_site.sort_by_cached_key(|id| unit(id).and_then(|unit| english_name(&unit.external_id)));
    }
    teams
}

/// What a team of the demo with this number is called in English, without its site.
fn english_name(external: &str) -> Option<String> {
    let (site, team) = external.strip_prefix('S')?.split_once("-T")?;
    let (site, team): (usize, usize) = (site.parse().ok()?, team.parse().ok()?);
    let (_, teams) = &SITES[site.checked_sub(1)? % SITES.len()];
    let (name, _) = teams.get(team.checked_sub(1)?)?;
    Some(tv(Lang::En, &format!("demo-team-{name}"), &[("site", "".into())]))
}

/// Makes units, people, rosters and sign-ins.
pub(super) async fn create(db: &impl ConnectionTrait, teams: u32, from: NaiveDate, lang: Lang) -> Result<()> {
    let root = unit_id(db, "ROOT").await?;
    let (mut region, mut site) = (root, (root, String::new()));
    let (mut homes, mut offices): (Vec<UnitId>, _) = (Vec::new(), vec![root; OFFICE]);
    for place in 0..usize::try_from(teams).unwrap_or(0) {
        let (s, t) = (place / TEAMS_OF_SITE, place % TEAMS_OF_SITE);
        let (own_name, own_teams) = &SITES[s % SITES.len()];
        if t == 0 && s.is_multiple_of(SITES_OF_REGION) {
            let r = s / SITES_OF_REGION;
            let name = numbered(&REGIONS, r);
            region = insert_unit(db, &format!("R{}", r + 1), root, UnitKind::Region, &name).await?;
            offices.extend([region; OFFICE]);
        }
        if t == 0 {
            let name = match s.checked_sub(SITES.len()) {
                None => (*own_name).to_owned(),
                Some(further) => numbered(&PLACES, further),
            };
            site = (insert_unit(db, &format!("S{}", s + 1), region, UnitKind::Site, &name).await?, name);
        }
        let (team, size) = own_teams[t];
        let external = format!("S{}-T{}", s + 1, t + 1);
        let name = tv(lang, &format!("demo-team-{team}"), &[("site", site.1.as_str().into())]);
        let team = insert_unit(db, &external, site.0, UnitKind::Team, &name).await?;
        homes.extend((0..size).map(|_| team));
    }
    homes.extend(offices);
    insert_people(db, &homes, from).await?;
    let mut people = homes.len();
    let hash = hash_password(PASSWORD)?;
    for (email, role, unit) in SIGN_INS {
        insert_account(db, email, role, unit_id(db, unit).await?, &hash, from, &mut people).await?;
    }
    give_everybody_an_account(db).await
}

/// Somebody of the demo.
#[derive(FromQueryResult)]
struct Person {
    id: PersonId,
    external_id: String,
    name: String,
}

/// Everybody without a sign-in of the demo gets an account that nobody can sign in to: most with a made-up
/// address and invited, one in seven with nothing but the number.
async fn give_everybody_an_account(db: &impl ConnectionTrait) -> Result<()> {
    const STEP: usize = 100;
    let people: Vec<Person> = all(
        db,
        "SELECT id, external_id, name FROM person
         WHERE id NOT IN (SELECT person_id FROM account WHERE person_id IS NOT NULL) ORDER BY id",
        [],
    )
    .await?;
    for some in people.chunks(STEP) {
        let mut values = Vec::with_capacity(some.len() * 5);
        for Person { id, external_id, name } in some {
            // Whom chance would pick, the same in every demo.
            let luck = i64::from(*id);
            let number = external_id.to_lowercase();
            let email = (luck % 7 != 3).then(|| format!("{}.{number}@demo.example", plain(name)));
            let state = if email.is_some() && (luck / 7) % 5 != 1 { "invited" } else { "new" };
            let login = email.clone().unwrap_or(number);
            values.extend([(*id).into(), login.into(), email.into(), name.as_str().into(), state.into()]);
        }
        let rows: Vec<String> = (0..some.len())
            .map(|n| {
                let at = n * 5;
                format!("(${}, ${}, ${}, ${}, '!', ${})", at + 1, at + 2, at + 3, at + 4, at + 5)
            })
            .collect();
        let sql = format!(
            "INSERT INTO account (person_id, login, email, name, password_hash, state) VALUES {}",
            rows.join(", ")
        );
        execute(db, &sql, values).await?;
    }
    Ok(())
}

/// A name as it stands in an address.
fn plain(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|c| match c {
            ' ' => '.',
            'å' => 'a',
            'ø' => 'o',
            'æ' => 'e',
            c => c,
        })
        .collect()
}

/// The number and the name of the person at a place.
fn person(place: usize) -> (String, String) {
    let first = FIRST_NAMES[place % FIRST_NAMES.len()];
    let last = LAST_NAMES[(place / FIRST_NAMES.len() + place) % LAST_NAMES.len()];
    (format!("P{:04}", place + 1), format!("{first} {last}"))
}

/// Everybody of the teams: a person for each home.
async fn insert_people(db: &impl ConnectionTrait, homes: &[UnitId], from: NaiveDate) -> Result<()> {
    let people = (0..homes.len()).map(|place| {
        let (number, name) = person(place);
        [number.into(), name.into()]
    });
    insert(db, "person (external_id, name)", people.collect()).await?;
    let ids: Vec<PersonId> = column(db, "SELECT id FROM person ORDER BY id", []).await?;
    let mut roster: Vec<[Value; 3]> = Vec::with_capacity(homes.len());
    for (id, home) in ids.into_iter().zip(homes) {
        roster.push([id.into(), (*home).into(), from.into()]);
    }
    Ok(insert(db, "roster (person_id, unit_id, from_on)", roster).await?)
}

async fn insert_person(
    db: &impl ConnectionTrait,
    place: usize,
    unit: UnitId,
    from: NaiveDate,
) -> Result<PersonId> {
    let (number, name) = person(place);
    let person = value(
        db,
        "INSERT INTO person (external_id, name) VALUES ($1, $2) RETURNING id",
        [number.into(), name.into()],
    )
    .await?;
    let person: PersonId = person.ok_or_else(gone)?;
    execute(
        db,
        "INSERT INTO roster (person_id, unit_id, from_on, to_on) VALUES ($1, $2, $3, NULL)",
        [person.into(), unit.into(), from.into()],
    )
    .await?;
    Ok(person)
}

async fn insert_account(
    db: &impl ConnectionTrait,
    email: &str,
    role: Role,
    unit: UnitId,
    hash: &str,
    from: NaiveDate,
    people: &mut usize,
) -> Result<()> {
    // The employee is one of the team's people; managers and service staff are on their unit's roster.
    let person = if role == Role::Employee {
        let person: Option<PersonId> = value(
            db,
            "SELECT person_id FROM roster WHERE unit_id = $1 ORDER BY person_id LIMIT 1",
            [unit.into()],
        )
        .await?;
        person.ok_or_else(gone)?
    } else {
        let home = if role == DESK.0 { unit_id(db, DESK.1).await? } else { unit };
        let person = insert_person(db, *people, home, from).await?;
        *people += 1;
        person
    };
    let account = value(
        db,
        "INSERT INTO account (person_id, login, email, name, password_hash)
         SELECT $1, $2, $2, name, $3 FROM person WHERE id = $1 RETURNING id",
        [person.into(), email.into(), hash.into()],
    )
    .await?;
    let account: AccountId = account.ok_or_else(gone)?;
    if role != Role::Employee {
        execute(
            db,
            "INSERT INTO role_grant (account_id, role, unit_id) VALUES ($1, $2, $3)",
            [account.into(), role.name().into(), unit.into()],
        )
        .await?;
    }
    if role == Role::Admin {
        // Whoever only keeps the system has no team to check in for.
        execute(db, "DELETE FROM roster WHERE person_id = $1", [person.into()]).await?;
    }
    Ok(())
}

/// Name and kind of a unit.
#[derive(FromQueryResult)]
struct NamedUnit {
    name: String,
    kind: String,
}

/// The sign-ins as the sign-in page shows them.
pub(super) async fn sign_ins(db: &impl ConnectionTrait) -> Result<Vec<DemoSignIn>> {
    let mut found = Vec::new();
    for (email, role, number) in SIGN_INS {
        let unit: Option<NamedUnit> = one(
            db,
            "SELECT unit.name, unit.kind FROM unit, account WHERE unit.external_id = $1 AND account.login = $2",
            [number.into(), email.into()],
        )
        .await?;
        let Some(unit) = unit else { continue };
        found.push(DemoSignIn {
            email: email.to_owned(),
            password: PASSWORD.to_owned(),
            role,
            unit: unit.name,
            unit_kind: UnitKind::from_name(&unit.kind)
                .ok_or_else(|| Error::stored("unit.kind", &unit.kind))?,
        });
    }
    Ok(found)
}
