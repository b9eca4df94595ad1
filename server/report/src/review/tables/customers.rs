//! What the tables say of customers.

use domain::{
    insight::pack::{Cases, Complaints, Decimal, RatePoint},
    text::{has, t},
};
use export::{Cell, ColumnKind as Kind, Sheet};

use super::{Known, date, decimal, percent, text, whole};

/// Columns of the table of complaints that charts draw.
pub(super) const DAY: u16 = 3;
pub(super) const RATE: u16 = 6;
pub(super) const CENTRE: u16 = 7;
pub(super) const LIMITS: [u16; 2] = [8, 9];

/// One row a unit and round.
pub(super) fn complaints<'a>(known: &Known<'a>) -> Sheet<'a> {
    let fields = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("round", Kind::Integer),
        known.field("day", Kind::Date),
        known.field("contacts", Kind::Integer),
        known.field("complaints", Kind::Integer),
        known.field("rate", Kind::Number),
        known.field("centre", Kind::Number),
        known.field("limit_lower", Kind::Number),
        known.field("limit_upper", Kind::Number),
        known.field("sigma_z", Kind::Fine),
        known.field("signal", Kind::Text),
    ];
    let (pack, lang) = (known.pack, known.lang);
    let days = known.days();
    let rows = pack.places.iter().flat_map(move |place| {
        let own = pack.complaints.get(&place.unit);
        let days = days.clone();
        own.into_iter().flat_map(|own| own.points.iter().map(move |point| (own, point))).map(
            move |(own, point)| {
                let (centre, sigma) = level(own, point);
                vec![
                    text(&place.number),
                    text(&place.name),
                    whole(point.round),
                    date(days.get(&point.round).copied()),
                    whole(point.contacts),
                    whole(point.complaints),
                    decimal(point.printed),
                    decimal(centre),
                    decimal(point.lower),
                    decimal(point.upper),
                    decimal(sigma),
                    point.signal.as_deref().map_or(Cell::Empty, |name| {
                        let id = format!("rule-{}", name.replace('_', "-"));
                        Cell::Text(if has(lang, &id) { t(lang, &id) } else { name.to_owned() })
                    }),
                ]
            },
        )
    });
    let sheet = known.sheet("complaints", fields, Box::new(rows));
    Sheet { names: vec![("c_rate", usize::from(RATE))], ..sheet }
}

/// The level of the stretch that a point lies in, and how many times as much as by chance neighbours differ in it.
fn level(own: &Complaints, point: &RatePoint) -> (Option<Decimal>, Option<Decimal>) {
    let stretch =
        own.segments.iter().find(|part| (part.first_round..=part.last_round).contains(&point.round));
    stretch.map_or((None, None), |part| (part.centre_per_1000, part.sigma_z))
}

/// A row of the table of cases.
#[derive(Default)]
struct Row {
    subject: &'static str,
    key: String,
    what: String,
    n: Option<i64>,
    of: Option<i64>,
    /// Share with its ends.
    share: [Option<i32>; 3],
    cumulative: Option<i32>,
    minutes: [Option<i64>; 2],
    mean: [Option<Decimal>; 3],
}

/// One row a unit, subject and key.
pub(super) fn cases<'a>(known: &Known<'a>) -> Sheet<'a> {
    let fields = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("subject", Kind::Text),
        known.field("key", Kind::Text),
        known.field("what", Kind::Text),
        known.field("n", Kind::Integer),
        known.field("of", Kind::Integer),
        known.field("share", Kind::Percent),
        known.field("share_lower", Kind::Percent),
        known.field("share_upper", Kind::Percent),
        known.field("cumulative", Kind::Percent),
        known.field("median_minutes", Kind::Integer),
        known.field("p90_minutes", Kind::Integer),
        known.field("mean", Kind::Fine),
        known.field("mean_lower", Kind::Fine),
        known.field("mean_upper", Kind::Fine),
    ];
    let pack = known.pack;
    let own = Known::of(pack, known.lang);
    let rows = pack.places.iter().flat_map(move |place| {
        let mut rows = Vec::new();
        rows.extend(pack.complaints.get(&place.unit).into_iter().flat_map(|of| own.contacts(of)));
        rows.extend(pack.cases.get(&place.unit).into_iter().flat_map(|of| own.cases(of)));
        let number = |value: Option<i64>| value.map_or(Cell::Empty, Cell::Integer);
        let of = |row: Row| {
            vec![
                text(&place.number),
                text(&place.name),
                text(row.subject),
                text(&row.key),
                text(&row.what),
                number(row.n),
                number(row.of),
                percent(row.share[0]),
                percent(row.share[1]),
                percent(row.share[2]),
                percent(row.cumulative),
                number(row.minutes[0]),
                number(row.minutes[1]),
                decimal(row.mean[0]),
                decimal(row.mean[1]),
                decimal(row.mean[2]),
            ]
        };
        rows.into_iter().map(of).collect::<Vec<_>>()
    });
    known.sheet("cases", fields, Box::new(rows))
}

impl Known<'_> {
    /// A word of the catalogue, or the name as it is.
    fn word(&self, id: &str, name: &str) -> String {
        if has(self.lang, id) { t(self.lang, id) } else { name.replace('_', " ") }
    }

    fn contacts(&self, own: &Complaints) -> Vec<Row> {
        let row = |key: &str, n, of| Row {
            subject: "contacts",
            key: key.to_owned(),
            what: self.word(&format!("book-contacts-{key}"), key),
            n: Some(n),
            of: Some(of),
            ..Row::default()
        };
        vec![
            row("quarter", own.complaints, own.contacts),
            row("previous", own.previous_complaints, own.previous_contacts),
        ]
    }

    fn cases(&self, own: &Cases) -> Vec<Row> {
        let mut rows = Vec::new();
        for (name, clock) in &own.clocks {
            let ends = clock.printed_range.map_or([None; 2], |ends| ends.map(Some));
            rows.push(Row {
                subject: "promise",
                key: name.clone(),
                what: self.word(&format!("clock-{name}"), name),
                n: Some(clock.kept.into()),
                of: Some(clock.ended.into()),
                share: [clock.printed, ends[0], ends[1]],
                minutes: [clock.median_minutes, clock.p90_minutes],
                ..Row::default()
            });
        }
        for cause in &own.pareto {
            rows.push(Row {
                subject: "cause",
                key: cause.cause.clone(),
                what: self.word(&format!("category-{}", cause.cause), &cause.cause),
                n: Some(cause.issues),
                share: [Some(cause.share_percent), None, None],
                cumulative: Some(cause.cumulative_percent),
                ..Row::default()
            });
        }
        let counted =
            [("outcome", "book-outcome-", &own.outcomes), ("open", "stage-", &own.open_at_quarter_end)];
        for (subject, prefix, counts) in counted {
            rows.extend(counts.iter().map(|(key, n)| Row {
                subject,
                key: key.clone(),
                what: self.word(
                    &format!(
                        "{prefix}{}",
                        if subject == "open" { key.clone() } else { key.replace('_', "-") }
                    ),
                    key,
                ),
                n: Some(*n),
                ..Row::default()
            }));
        }
        let count = |key: &str| own.outcomes.get(key).copied();
        rows.extend(own.apology_in_time.iter().map(|share| Row {
            subject: "apology",
            key: "in_time".to_owned(),
            what: t(self.lang, "review-apology"),
            n: count("apology_in_time"),
            of: count("apology_due"),
            share: share.printed.map(Some),
            ..Row::default()
        }));
        rows.extend(own.closure_survey.iter().map(|closure| Row {
            subject: "survey",
            key: "content".to_owned(),
            what: t(self.lang, "book-survey"),
            of: Some(closure.n),
            share: closure.printed.map(Some),
            mean: [closure.mean, closure.mean_lower, closure.mean_upper],
            ..Row::default()
        }));
        rows
    }
}
