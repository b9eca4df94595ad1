//! What was understood of a file, in words.

use domain::{Lang, Resolution};

use crate::{
    calendar::Calendar,
    digits::Digits,
    encoding::Encoding,
    numbers::{Group, NumberLayout},
    periods::{PeriodLayout, TakenFrom},
    understood::{LineEnd, Understood, UnderstoodColumn, Why},
    words::{decimal_name, order_name, pick, quoted, separator_name},
};

impl Understood {
    /// What was understood, a sentence each: first what the file is, then what was chosen or left out.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let mut lines = vec![self.file(lang)];
        if let Some((row, title)) = self.titles.first() {
            let (title, head) = (quoted(lang, title), self.head_row);
            lines.push(match lang {
                Lang::En => format!("the head is row {head}; above it stands text, in row {row}: {title}"),
                Lang::Nb => {
                    format!("overskriften er rad {head}; over den står det tekst, i rad {row}: {title}")
                }
            });
        }
        if self.hidden_rows > 0 {
            let rows = self.hidden_rows;
            lines.push(match lang {
                Lang::En => format!(
                    "rows that the sheet does not show, by a filter or by hand: {rows}; they were read like the others"
                ),
                Lang::Nb => format!(
                    "rader som arket ikke viser, filtrert eller skjult: {rows}; de er lest som de andre"
                ),
            });
        }
        if self.has_merged_head {
            let (en, nb) = (
                "the head has two rows, of which the upper one has merged cells; names are put together of both",
                "overskriften har to rader, den øverste med sammenslåtte celler; navnene settes sammen av begge",
            );
            lines.push(pick(lang, en, nb).to_owned());
        }
        lines.extend(self.columns.iter().filter_map(|column| column.sentence(lang)));
        lines.extend(self.left_out.iter().map(|left_out| {
            let (row, text) = (left_out.row, quoted(lang, &left_out.text));
            let why = left_out.why.words(lang);
            match lang {
                Lang::En => format!("left out, row {row}: {text} {why}"),
                Lang::Nb => format!("utelatt, rad {row}: {text} {why}"),
            }
        }));
        lines.extend(self.suspected_totals.iter().map(|(name, row)| {
            let name = quoted(lang, name);
            match lang {
                Lang::En => format!(
                    "row {row}: {name} is the sum of the others and was kept; if it is a total, leave the row out of the file"
                ),
                Lang::Nb => format!(
                    "rad {row}: {name} er summen av de andre og ble beholdt; er det en totalrad, ta den ut av filen"
                ),
            }
        }));
        lines.extend(self.named_like_totals.iter().map(|(name, row)| {
            let name = quoted(lang, name);
            match lang {
                Lang::En => format!(
                    "row {row}: {name} has a name as a sum, is the sum of no rows next to it and was kept as a unit"
                ),
                Lang::Nb => format!(
                    "rad {row}: {name} har navn som en sum, er ikke summen av rader ved siden av og ble beholdt som en enhet"
                ),
            }
        }));
        lines.extend(self.spellings.iter().map(|(one, other)| {
            let (one, other) = (quoted(lang, one), quoted(lang, other));
            match lang {
                Lang::En => format!("{other} is taken for the same name as {one}"),
                Lang::Nb => format!("{other} regnes som samme navn som {one}"),
            }
        }));
        lines
    }

    /// What kind of file it is.
    fn file(&self, lang: Lang) -> String {
        let mut parts = Vec::new();
        if let Some(sheet) = &self.sheet {
            let name = quoted(lang, &sheet.name);
            parts.push(format!("{} {name}", pick(lang, "workbook, sheet", "arbeidsbok, ark")));
            let names =
                |names: &[String]| names.iter().map(|name| quoted(lang, name)).collect::<Vec<_>>().join(", ");
            if !sheet.others.is_empty() {
                let others = names(&sheet.others);
                parts.push(format!("{} {others}", pick(lang, "not read:", "ikke lest:")));
            }
            if !sheet.hidden.is_empty() {
                let hidden = names(&sheet.hidden);
                parts
                    .push(format!("{} {hidden}", pick(lang, "hidden and not read:", "skjult og ikke lest:")));
            }
        }
        parts.extend(self.encoding.map(|encoding| encoding.words(lang).to_owned()));
        if let Some(separator) = self.separator {
            let name = separator_name(lang, separator.character);
            let said = if separator.is_said {
                pick(lang, ", as its first line says", ", slik første linje sier")
            } else {
                ""
            };
            parts.push(match lang {
                Lang::En => format!("cells parted by {name}{said}"),
                Lang::Nb => format!("celler skilt med {name}{said}"),
            });
        }
        if let Some(LineEnd::Cr | LineEnd::Mixed) = self.line_ends {
            parts.push(pick(lang, "unusual line ends", "uvanlige linjeskift").to_owned());
        }
        parts.push(match (lang, self.rows) {
            (Lang::En, 1) => "1 row".to_owned(),
            (Lang::Nb, 1) => "1 rad".to_owned(),
            (Lang::En, rows) => format!("{rows} rows"),
            (Lang::Nb, rows) => format!("{rows} rader"),
        });
        parts.join("; ")
    }
}

impl Encoding {
    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Mark => pick(lang, "UTF-8 with a byte order mark", "UTF-8 med byterekkefølgemerke"),
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

impl Why {
    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Footnote => {
                pick(lang, "is a line of text below the table", "er en tekstlinje under tabellen")
            }
            Self::Total => pick(lang, "is the sum of the others", "er summen av de andre"),
            Self::Subtotal => pick(lang, "is the sum of rows next to it", "er summen av rader ved siden av"),
            Self::CalledTotal => pick(lang, "is called a sum", "har navn som en sum"),
            Self::SumOfOthers => pick(
                lang,
                "is the sum of the others in every column; --totals keep takes it all the same",
                "er summen av de andre i alle kolonner; --totals keep tar den med likevel",
            ),
        }
    }
}

impl UnderstoodColumn {
    /// What was chosen for the column; none where there was nothing to choose.
    fn sentence(&self, lang: Lang) -> Option<String> {
        let mut parts = Vec::new();
        parts.extend(self.number.and_then(|layout| numbers(lang, layout)));
        parts.extend(self.period.as_ref().and_then(|layout| periods(lang, layout)));
        parts.extend(self.missing.iter().filter(|(mark, _)| !mark.is_empty()).map(|(mark, often)| {
            let mark = quoted(lang, mark);
            match lang {
                Lang::En => format!("{mark} counts as missing; cells: {often}"),
                Lang::Nb => format!("{mark} regnes som manglende; celler: {often}"),
            }
        }));
        let name = quoted(lang, &self.name);
        let column = pick(lang, "column", "kolonne");
        (!parts.is_empty()).then(|| format!("{column} {name}: {}", parts.join("; ")))
    }
}

fn numbers(lang: Lang, layout: NumberLayout) -> Option<String> {
    let group = layout.group.map(|group| match group {
        Group::Point => pick(lang, "a point", "punktum"),
        Group::Comma => pick(lang, "a comma", "komma"),
        Group::Space => pick(lang, "a space", "mellomrom"),
        Group::Apostrophe => pick(lang, "an apostrophe", "apostrof"),
    });
    let decimal = layout.decimal.map(|decimal| decimal_name(lang, decimal));
    match (decimal, group, lang) {
        (None, None, _) => None,
        (Some(decimal), None, Lang::En) => Some(format!("decimal {decimal}")),
        (Some(decimal), None, Lang::Nb) => Some(format!("desimal{decimal}")),
        (None, Some(group), Lang::En) => Some(format!("thousands parted by {group}")),
        (None, Some(group), Lang::Nb) => Some(format!("tusener skilt med {group}")),
        (Some(decimal), Some(group), Lang::En) => {
            Some(format!("decimal {decimal}, thousands parted by {group}"))
        }
        (Some(decimal), Some(group), Lang::Nb) => {
            Some(format!("desimal{decimal}, tusener skilt med {group}"))
        }
    }
}

fn periods(lang: Lang, layout: &PeriodLayout) -> Option<String> {
    let mut parts = Vec::new();
    let what = length_name(lang, layout.calendar);
    match (layout.taken_from, layout.digits) {
        (Some(from), _) => parts.push(match from {
            TakenFrom::FirstDays => match lang {
                Lang::En => format!("days that are always the first of one are {what}"),
                Lang::Nb => format!("dager som alltid er den første i perioden, er {what}"),
            },
            TakenFrom::LastDays => match lang {
                Lang::En => format!("days that are always the last of one are {what}"),
                Lang::Nb => format!("dager som alltid er den siste i perioden, er {what}"),
            },
            TakenFrom::OneInEach => match lang {
                Lang::En => format!("days, one in each, are {what}"),
                Lang::Nb => format!("dager, én i hver, er {what}"),
            },
            TakenFrom::Weekdays => match lang {
                Lang::En => format!("days that are always the same weekday are {what}"),
                Lang::Nb => format!("dager som alltid er samme ukedag, er {what}"),
            },
            TakenFrom::Said => what.to_owned(),
        }),
        (None, Some(Digits::Count)) => {
            let (en, nb) = ("whole numbers in the order of time", "hele tall i tidens rekkefølge");
            parts.push(pick(lang, en, nb).to_owned());
        }
        (None, None) if layout.calendar == Calendar::Names => {
            parts.push(pick(lang, "names, in the order of the file", "navn, i filens rekkefølge").to_owned());
        }
        (None, None) => {}
        (None, Some(_)) => parts.push(what.to_owned()),
    }
    // Else the head decides, and a head may be wrong.
    if layout.parted.is_some_and(|parted| parted != Resolution::Month) {
        let (en, nb) = ("as the head says", "slik overskriften sier");
        parts.push(format!("{what}, {}", pick(lang, en, nb)));
    }
    if layout.may_be_month {
        let (en, nb) = (
            "all rows are of one day, the first or last of a month; if the whole month is meant, write 2026-11",
            "alle rader er fra én dag, den første eller siste i en måned; menes hele måneden, skriv 2026-11",
        );
        parts.push(pick(lang, en, nb).to_owned());
    }
    parts.extend(layout.order.map(|order| order_name(lang, order).to_owned()));
    if layout.has_offsets && layout.zone.is_none() {
        let (en, nb) = (
            "days as the file writes them, in its own time zone; --zone gives the local day",
            "dager slik filen skriver dem, i dens egen tidssone; --zone gir den lokale dagen",
        );
        parts.push(pick(lang, en, nb).to_owned());
    } else if layout.has_offsets {
        parts.extend(layout.zone.map(|zone| format!("{} {}", pick(lang, "days in", "dager i"), zone.name())));
    }
    if layout.is_newest_first {
        parts.push(pick(lang, "newest first", "nyeste først").to_owned());
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

const fn length_name(lang: Lang, calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Count => pick(lang, "whole numbers", "hele tall"),
        Calendar::Names => pick(lang, "names", "navn"),
        Calendar::Year => pick(lang, "years", "år"),
        Calendar::Of(Resolution::Day) => pick(lang, "days", "dager"),
        Calendar::Of(Resolution::Week) => pick(lang, "weeks", "uker"),
        Calendar::Of(Resolution::Month) => pick(lang, "months", "måneder"),
        Calendar::Of(Resolution::Quarter) => pick(lang, "quarters", "kvartaler"),
    }
}
