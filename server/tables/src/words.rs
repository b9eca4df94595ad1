//! What is wrong with a table, in words: one line that says what, where, and what to write instead.

use domain::Lang;

use crate::{
    numbers::Decimal,
    problem::{Fault, Problem},
    shapes::Order,
};

/// A text of whatever length as a message may echo it: at most forty characters, none that cannot be seen.
pub(crate) fn shorten(text: &str) -> String {
    let visible = |c: char| if c.is_whitespace() { ' ' } else { c };
    let mut start: Vec<char> = text.chars().filter(|c| !c.is_control()).map(visible).take(41).collect();
    if start.len() > 40 {
        start.truncate(39);
        start.push('…');
    }
    start.into_iter().collect()
}

pub(crate) fn quoted(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => format!("\"{}\"", shorten(text)),
        Lang::Nb => format!("«{}»", shorten(text)),
    }
}

pub(crate) const fn pick<'a>(lang: Lang, en: &'a str, nb: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
    }
}

impl Problem {
    /// One line: file, row, column, cell, what is wrong and what to write instead.
    pub fn line(&self, file: &str, lang: Lang) -> String {
        let why = self.fault.words(lang);
        if matches!(self.fault, Fault::Unreadable { .. }) {
            return format!("{file} {why}");
        }
        let row = self.row.map(|row| format!(", {} {row}", pick(lang, "row", "rad"))).unwrap_or_default();
        let column = self.column.as_deref().map(|column| quoted(lang, column)).unwrap_or_default();
        match &self.fault {
            Fault::NoColumn { heads } => {
                let heads: Vec<String> = heads.iter().map(|head| shorten(head)).collect();
                let heads = heads.join(", ");
                match lang {
                    Lang::En => format!("{file}{row}: there is no column {column}; the columns are {heads}"),
                    Lang::Nb => format!("{file}{row}: det er ingen kolonne {column}; kolonnene er {heads}"),
                }
            }
            Fault::ColumnTwice => match lang {
                Lang::En => format!("{file}{row}: column {column} occurs twice; give each a name of its own"),
                Lang::Nb => {
                    format!("{file}{row}: kolonnen {column} finnes to ganger; gi hver sitt eget navn")
                }
            },
            _ => {
                let place = match &self.column {
                    Some(_) => format!(", {} {column}", pick(lang, "column", "kolonne")),
                    None => String::new(),
                };
                match self.cell.as_deref() {
                    Some(cell) => format!("{file}{row}{place}: {} {why}", quoted(lang, cell)),
                    None => format!("{file}{row}{place}: {why}"),
                }
            }
        }
    }
}

impl Fault {
    /// What is wrong and what to do about it, as it follows a cell or a place.
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Nb => self.norwegian(),
        }
    }

    fn english(&self) -> String {
        let fixed = match self {
            Self::Unreadable { why } => return format!("cannot be read: {why}"),
            Self::MixedEncodings { other } => {
                return format!(
                    "is not UTF-8, and row {other} is; the file mixes two encodings, save it anew as UTF-8"
                );
            }
            Self::SeparatorUnclear { one, other } => {
                return format!(
                    "{} and {} part the rows alike; say which one with --separator",
                    separator_name(Lang::En, *one),
                    separator_name(Lang::En, *other)
                );
            }
            Self::LongRow { bytes } => {
                return format!(
                    "is longer than {}; is the file a table, and are all quotation marks closed?",
                    size(*bytes)
                );
            }
            Self::TooManyRows { most } => return format!("is one too many; a table may have {most} rows"),
            Self::LargeWorkbook { megabytes } => {
                return format!(
                    "the workbook holds more than {megabytes} MB when unpacked; save the sheet as CSV"
                );
            }
            Self::NoSheet { sheets } => {
                return format!("there is no such sheet; the sheets are {}", sheets.join(", "));
            }
            Self::TooManyColumns { most } => return format!("has more than {most} columns"),
            Self::LongHead { most } => return format!("is no head: it has more than {most} characters"),
            Self::Width { cells, heads } => {
                return format!("has {cells} cells where the head has {heads}");
            }
            Self::OtherDecimal { decimal } => {
                return format!("is not a number with a decimal {}", decimal_name(Lang::En, *decimal));
            }
            Self::NumberUnclear { point, comma } => {
                let number = |value: &f64| plain(Lang::En, *value);
                return format!(
                    "may be {} or {}, and nothing else in the column tells; say --decimal point or --decimal comma",
                    number(point),
                    number(comma)
                );
            }
            Self::NumbersMixed { row, other } => {
                return format!(
                    "is a number written another way than {} in row {row}",
                    quoted(Lang::En, other)
                );
            }
            Self::NotAPeriodAs { other } => {
                return format!("is no period, as {} in a row before is", quoted(Lang::En, other));
            }
            Self::PeriodsMixed { other } => {
                return format!("is written another way than {} in a row before", quoted(Lang::En, other));
            }
            Self::DateUnclear { one, other } => {
                return format!(
                    "may be {one} or {other}, and nothing else in the column tells; say --dates dmy, mdy or ymd"
                );
            }
            Self::OtherOrder { order } => {
                return format!("is no date in the order {}", order_name(Lang::En, *order));
            }
            Self::TooManyPeriods { most } => {
                return format!("the column has more than {most} different periods");
            }
            Self::TooManyUnits { most } => {
                return format!("names more units than a table may have; the most is {most}");
            }
            Self::Empty => "the file is empty",
            Self::NoRows => "there are no rows below the head",
            Self::NotText => "is not text; save the table as CSV or as a workbook (.xlsx)",
            Self::NoEncoding => {
                "has characters that neither UTF-8 nor Windows-1252 knows; save the file as UTF-8"
            }
            Self::OtherEncoding => {
                "has signs such as ¾, † or ‘ where letters belong, as files of an old Mac or DOS program have; save the file as UTF-8"
            }
            Self::OpenQuote => "a quotation mark that begins a cell is never closed",
            Self::OldWorkbook => {
                "this is an old workbook (.xls) or one with a password; save it as .xlsx without one, or as CSV"
            }
            Self::OtherWorkbook => "this is no .xlsx workbook; save it as .xlsx or as CSV",
            Self::Macros => "workbooks with macros are not read; save it as .xlsx or as CSV",
            Self::BrokenWorkbook => {
                "the workbook is broken; open it and save it anew, or save the sheet as CSV"
            }
            Self::NotAWorkbook => "this is no workbook: leave --sheet out",
            Self::NoColumn { .. } => "there is no such column",
            Self::ColumnTwice => "the column occurs twice",
            Self::NotANumber => "is not a number",
            Self::MissingMark => "is not a number; if it stands for a missing figure, say so with --missing",
            Self::Formula => {
                "is a formula whose value the file does not have; open it in a spreadsheet program and save it"
            }
            Self::SpreadsheetError => "is an error of the spreadsheet, not a number",
            Self::TooLarge => "is too large; the largest number is 1e15",
            Self::BelowZero => "is below zero",
            Self::NotWhole => "is not a whole number",
            Self::NoName => "names no unit",
            Self::NoPeriod => "is no period: the cell is empty",
            Self::NotAPeriod => "is no period; use whole numbers, 2026-W47, 2026-11, 2026Q4 or 2026-11-17",
            Self::LooksLikeADate => {
                "looks like a date and is none that can be read; write 2026-11-17, 2026-W47, 2026-11, 2026Q4 or 2026"
            }
            Self::SpreadsheetDate => {
                "looks like a date as spreadsheets count days; give the column a date format, or write 2026-11-17"
            }
            Self::SecondsSince1970 => "looks like seconds since 1970; write the day, such as 2026-11-17",
            Self::WeeksOrMonths => {
                "may be a week or a month; write 2026-W11 or 2026-11, or say --dates yyyyww or --dates yyyymm"
            }
            Self::QuartersOrMonths => "may be a quarter or a month; write 2026Q4 or 2026-04",
            Self::YearOfTwo => {
                "looks like a year that begins in one and ends in the next; write the first: 2026"
            }
            Self::NotAsHead => {
                "is not what the head of the column says; write 2026-W47, 2026-11 or 2026Q4, or change the head"
            }
            Self::YearMissing => {
                "jumps back, as weeks, months and quarters do at New Year; write the year too: 2026-W47, 2026-11 or 2026Q4"
            }
            Self::DatesMixed => "is a date in another order than those before; write 2026-11-17",
            Self::TotalUnclear => {
                "is called a sum and is not the sum of the other rows; say --totals leave-out or --totals keep"
            }
        };
        fixed.to_owned()
    }

    fn norwegian(&self) -> String {
        let fixed = match self {
            Self::Unreadable { why } => return format!("kan ikke leses: {why}"),
            Self::MixedEncodings { other } => {
                return format!(
                    "er ikke UTF-8, men rad {other} er det; filen blander to tegnsett, lagre den på nytt som UTF-8"
                );
            }
            Self::SeparatorUnclear { one, other } => {
                return format!(
                    "{} og {} deler radene like godt; velg ett av dem med --separator",
                    separator_name(Lang::Nb, *one),
                    separator_name(Lang::Nb, *other)
                );
            }
            Self::LongRow { bytes } => {
                return format!(
                    "er lengre enn {}; er filen en tabell, og er alle anførselstegn lukket?",
                    size(*bytes)
                );
            }
            Self::TooManyRows { most } => return format!("er én for mye; en tabell kan ha {most} rader"),
            Self::LargeWorkbook { megabytes } => {
                return format!("arbeidsboken er på over {megabytes} MB utpakket; lagre arket som CSV");
            }
            Self::NoSheet { sheets } => {
                return format!("det er ikke noe slikt ark; arkene er {}", sheets.join(", "));
            }
            Self::TooManyColumns { most } => return format!("har mer enn {most} kolonner"),
            Self::LongHead { most } => return format!("er ingen overskrift: den har mer enn {most} tegn"),
            Self::Width { cells, heads } => {
                return format!("har {cells} celler der overskriften har {heads}");
            }
            Self::OtherDecimal { decimal } => {
                return format!("er ikke et tall med desimal{}", decimal_name(Lang::Nb, *decimal));
            }
            Self::NumberUnclear { point, comma } => {
                let number = |value: &f64| plain(Lang::Nb, *value);
                return format!(
                    "kan være {} eller {}, og ingenting annet i kolonnen avgjør det; skriv --decimal point eller --decimal comma",
                    number(point),
                    number(comma)
                );
            }
            Self::NumbersMixed { row, other } => {
                return format!(
                    "er et tall skrevet på en annen måte enn {} i rad {row}",
                    quoted(Lang::Nb, other)
                );
            }
            Self::NotAPeriodAs { other } => {
                return format!("er ingen periode, slik {} i en tidligere rad er", quoted(Lang::Nb, other));
            }
            Self::PeriodsMixed { other } => {
                return format!(
                    "er skrevet på en annen måte enn {} i en tidligere rad",
                    quoted(Lang::Nb, other)
                );
            }
            Self::DateUnclear { one, other } => {
                return format!(
                    "kan være {one} eller {other}, og ingenting annet i kolonnen avgjør det; skriv --dates dmy, mdy eller ymd"
                );
            }
            Self::OtherOrder { order } => {
                return format!("er ingen dato i rekkefølgen {}", order_name(Lang::Nb, *order));
            }
            Self::TooManyPeriods { most } => return format!("kolonnen har mer enn {most} ulike perioder"),
            Self::TooManyUnits { most } => {
                return format!("nevner flere enheter enn en tabell kan ha; det meste er {most}");
            }
            Self::Empty => "filen er tom",
            Self::NoRows => "det er ingen rader under overskriften",
            Self::NotText => "er ikke tekst; lagre tabellen som CSV eller som arbeidsbok (.xlsx)",
            Self::NoEncoding => {
                "har tegn som verken finnes i UTF-8 eller Windows-1252; lagre filen som UTF-8"
            }
            Self::OtherEncoding => {
                "har tegn som ¾, † eller ‘ der det skal stå bokstaver, slik filer fra gamle Mac- eller DOS-programmer har; lagre filen som UTF-8"
            }
            Self::OpenQuote => "et anførselstegn som åpner en celle, blir aldri lukket",
            Self::OldWorkbook => {
                "dette er en gammel arbeidsbok (.xls) eller en med passord; lagre den som .xlsx uten passord, eller som CSV"
            }
            Self::OtherWorkbook => "dette er ingen .xlsx-arbeidsbok; lagre den som .xlsx eller CSV",
            Self::Macros => "arbeidsbøker med makroer leses ikke; lagre den som .xlsx eller CSV",
            Self::BrokenWorkbook => {
                "arbeidsboken er ødelagt; åpne den og lagre den på nytt, eller lagre arket som CSV"
            }
            Self::NotAWorkbook => "dette er ingen arbeidsbok: utelat --sheet",
            Self::NoColumn { .. } => "det er ingen slik kolonne",
            Self::ColumnTwice => "kolonnen finnes to ganger",
            Self::NotANumber => "er ikke et tall",
            Self::MissingMark => "er ikke et tall; står det for et manglende tall, si det med --missing",
            Self::Formula => {
                "er en formel som filen ikke har verdien av; åpne den i et regneark og lagre den"
            }
            Self::SpreadsheetError => "er en feil i regnearket, ikke et tall",
            Self::TooLarge => "er for stort; det største tallet er 1e15",
            Self::BelowZero => "er under null",
            Self::NotWhole => "er ikke et helt tall",
            Self::NoName => "er tom; raden trenger navnet på en enhet",
            Self::NoPeriod => "er ingen periode: cellen er tom",
            Self::NotAPeriod => {
                "er ingen periode; bruk hele tall, 2026-W47, 2026-11, 2026Q4 eller 2026-11-17"
            }
            Self::LooksLikeADate => {
                "ligner en dato, men kan ikke leses som en; skriv 2026-11-17, 2026-W47, 2026-11, 2026Q4 eller 2026"
            }
            Self::SpreadsheetDate => {
                "ligner en dato slik regneark teller dager; gi kolonnen datoformat, eller skriv 2026-11-17"
            }
            Self::SecondsSince1970 => "ligner sekunder siden 1970; skriv datoen, for eksempel 2026-11-17",
            Self::WeeksOrMonths => {
                "kan være en uke eller en måned; skriv 2026-W11 eller 2026-11, eller --dates yyyyww eller --dates yyyymm"
            }
            Self::QuartersOrMonths => "kan være et kvartal eller en måned; skriv 2026Q4 eller 2026-04",
            Self::YearOfTwo => {
                "ligner et år som begynner i det ene og slutter i det neste; skriv det første: 2026"
            }
            Self::NotAsHead => {
                "er ikke det overskriften i kolonnen sier; skriv 2026-W47, 2026-11 eller 2026Q4, eller endre overskriften"
            }
            Self::YearMissing => {
                "hopper tilbake, slik uker, måneder og kvartaler gjør ved nyttår; skriv året også: 2026-W47, 2026-11 eller 2026Q4"
            }
            Self::DatesMixed => "er en dato i en annen rekkefølge enn de foregående; skriv 2026-11-17",
            Self::TotalUnclear => {
                "har navn som en sum, men er ikke summen av de andre radene; skriv --totals leave-out eller --totals keep"
            }
        };
        fixed.to_owned()
    }
}

pub(crate) fn separator_name(lang: Lang, separator: char) -> String {
    match separator {
        ',' => pick(lang, "comma", "komma").to_owned(),
        ';' => pick(lang, "semicolon", "semikolon").to_owned(),
        '\t' => pick(lang, "tab", "tabulator").to_owned(),
        ' ' => pick(lang, "space", "mellomrom").to_owned(),
        other => other.to_string(),
    }
}

pub(crate) const fn decimal_name(lang: Lang, decimal: Decimal) -> &'static str {
    match decimal {
        Decimal::Point => pick(lang, "point", "punktum"),
        Decimal::Comma => pick(lang, "comma", "komma"),
    }
}

pub(crate) const fn order_name(lang: Lang, order: Order) -> &'static str {
    match order {
        Order::Dmy => pick(lang, "day, month, year", "dag, måned, år"),
        Order::Mdy => pick(lang, "month, day, year", "måned, dag, år"),
        Order::Ymd => pick(lang, "year, month, day", "år, måned, dag"),
    }
}

/// A number with all the decimals it has, and nothing between its thousands.
fn plain(lang: Lang, value: f64) -> String {
    let text = value.to_string();
    if lang == Lang::Nb { text.replace('.', ",") } else { text }
}

fn size(bytes: u64) -> String {
    if bytes >= 1 << 20 { format!("{} MB", bytes >> 20) } else { format!("{} kB", bytes >> 10) }
}
