//! A date or period taken apart into numbers and words, with what stands between them.

/// A number with its digits, or a word in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Value and number of digits.
    Number(u32, usize),
    Word(String),
}

/// A token and the mark before it: a space where there is only space, `\0` where there is nothing.
pub(crate) type Marked = (char, Token);

/// Most tokens of a date: more is a text.
const MOST: usize = 6;

/// Takes a text apart; none when it holds anything else, or too much.
pub(crate) fn tokens(text: &str) -> Option<Vec<Marked>> {
    let mut found: Vec<Marked> = Vec::new();
    let mut mark = '\0';
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_digit = c.is_ascii_digit();
        if !is_digit && !c.is_alphabetic() {
            mark = match (mark, c) {
                ('\0' | ' ', c) if c.is_whitespace() => ' ',
                (mark, c) if c.is_whitespace() => mark,
                ('\0' | ' ', '-' | '/' | '.' | ',' | '–') => {
                    if c == '–' {
                        '-'
                    } else {
                        c
                    }
                }
                // "Sept. 2025" and "1., 2025" keep the first of two.
                ('.', '-' | ',') => '.',
                _ => return None,
            };
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if found.len() == MOST {
            return None;
        }
        let end = rest
            .find(|c: char| c.is_ascii_digit() != is_digit || (!is_digit && !c.is_alphabetic()))
            .unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        let token = if is_digit {
            Token::Number(token.parse().ok()?, token.len())
        } else {
            Token::Word(token.to_lowercase())
        };
        found.push((mark, token));
        mark = '\0';
        rest = after;
    }
    // What stands before the first and after the last says nothing, but a full stop may.
    let is_clean = found.first().is_some_and(|first| first.0 == '\0') && matches!(mark, '\0' | '.');
    is_clean.then_some(found)
}

/// The number of a month's name, whole or short, in English or a Nordic language or German.
pub(crate) fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "january", "januar", "januari"],
        &["feb", "february", "februar", "februari"],
        &["mar", "march", "mars", "marts", "märz", "mär", "mrz"],
        &["apr", "april"],
        &["may", "mai", "maj"],
        &["jun", "june", "juni"],
        &["jul", "july", "juli"],
        &["aug", "august", "augusti"],
        &["sep", "sept", "september"],
        &["oct", "october", "okt", "oktober"],
        &["nov", "november"],
        &["dec", "december", "des", "desember", "dez", "dezember"],
    ];
    MONTHS.iter().position(|names| names.contains(&word)).map(|place| place as u32 + 1)
}

/// Whether a word is a day of the week, whole or short.
pub(crate) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 36] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "mandag",
        "tirsdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lørdag",
        "søndag",
        "man",
        "tir",
        "tirs",
        "ons",
        "tor",
        "tors",
        "fre",
        "lør",
        "søn",
        "måndag",
        "lördag",
        "söndag",
    ];
    DAYS.contains(&word)
}

/// Words that count the months, quarters or weeks of a year.
pub(crate) const MONTHS: [&str; 4] = ["m", "mnd", "måned", "month"];
pub(crate) const QUARTERS: [&str; 6] = ["q", "k", "kv", "kvartal", "qtr", "quarter"];
pub(crate) const WEEKS: [&str; 9] = ["w", "u", "v", "uke", "week", "wk", "kw", "vecka", "uge"];

/// Whether a text counts parts of a year of two digits, in whatever order: 25W60, Q4'24, 1H24, 9M24.
fn has_a_short_year(text: &str) -> bool {
    const OTHERS: [&str; 8] = ["h", "halvår", "half", "t", "tertial", "p", "periode", "period"];
    let plain = text.replace(['\'', '’', '_'], " ");
    let Some(found) = tokens(&plain) else { return false };
    let is_short = |marked: &&Marked| matches!(marked, (mark, Token::Number(_, 2)) if *mark != '.');
    let numbers = found.iter().filter(|marked| matches!(marked.1, Token::Number(..))).count();
    let words: Vec<&str> = found
        .iter()
        .filter_map(|(_, token)| match token {
            Token::Word(word) => Some(word.as_str()),
            Token::Number(..) => None,
        })
        .collect();
    let counts = |word: &str| [&MONTHS[..], &QUARTERS, &WEEKS, &OTHERS].concat().contains(&word);
    matches!(words.as_slice(), [word] if counts(word))
        && numbers == 2
        && found.iter().any(|marked| is_short(&marked))
}

/// Whether a text names a year, a part of one or the end of a week by two digits: Summer 24, høst-24, FY23, '23, w/e 26.
fn names_a_short_year(text: &str) -> bool {
    const NAMES: [&str; 30] = [
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "easter",
        "christmas",
        "xmas",
        "year",
        "fy",
        "ay",
        "cy",
        "sy",
        "season",
        "term",
        "semester",
        "ye",
        "ending",
        "ended",
        "vår",
        "sommer",
        "høst",
        "haust",
        "vinter",
        "påske",
        "jul",
        "år",
        "sesong",
        "skoleår",
        "regnskapsår",
    ];
    let text = text.to_lowercase();
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let is_one = numbers.next().is_some_and(|digits| digits.len() == 2) && numbers.next().is_none();
    let is_named = || text.contains("w/e") || words(&text).any(|word| NAMES.contains(&word));
    let is_cut = || {
        text.split(|c: char| c.is_ascii_digit())
            .next()
            .is_some_and(|before| before.ends_with(['\'', '’', '‘']))
    };
    is_one && (is_named() || is_cut())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a text is a part of a date that lacks its year: uke 37, Q1, 31/8.
fn lacks_a_year(text: &str) -> bool {
    let counts = |word: &str| [&MONTHS[..], &QUARTERS, &WEEKS].concat().contains(&word);
    match tokens(text).as_deref() {
        Some([(_, Token::Number(..)), ('/' | '.' | '-', Token::Number(..))]) => true,
        Some(
            [(_, Token::Word(word)), (_, Token::Number(..))]
            | [(_, Token::Number(..)), (_, Token::Word(word))],
        ) => counts(word) || month(word).is_some(),
        _ => false,
    }
}

/// Whether a text has something of a date about it: a year, a month's name, numbers parted as dates are, or a
/// date without its year.
pub(crate) fn looks_like_a_date(text: &str) -> bool {
    if lacks_a_year(text) || has_a_short_year(text) || names_a_short_year(text) {
        return true;
    }
    let mut digits = 0;
    let mut year = 0;
    let mut parts = 0;
    let mut last = '\0';
    for c in text.chars().chain([' ']) {
        if let Some(digit) = c.to_digit(10) {
            digits += 1;
            year = (year * 10 + digit) % 1_000_000;
            parts += u32::from(digits == 1 && matches!(last, '/' | '.' | '-'));
        } else {
            let is_number = digits > 0;
            if digits == 4 && (1900..=2099).contains(&year) {
                return true;
            }
            if is_number && parts >= 2 {
                return true;
            }
            if !matches!(c, '/' | '.' | '-') {
                parts = 0;
            }
            (digits, year) = (0, 0);
            last = c;
        }
    }
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let text = text.to_lowercase();
    let is_month = |word: &str| month(word).is_some();
    match words(&text).collect::<Vec<_>>().as_slice() {
        [only] if !has_digit => is_month(only),
        words => has_digit && words.iter().any(|word| is_month(word) || is_weekday(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_year_or_a_month_looks_like_a_date() {
        for text in [
            "01.09.2025",
            "9/1/25",
            "Sep-25",
            "September",
            "spring 2025",
            "2025H1",
            "32/13/99",
            "mai",
            "uke 37",
            "Q1",
            "U37",
            "31/8",
            "31.8",
            "25. sep",
            "3. kvartal",
            "25W60",
            "9M24",
            "Q4'24",
            "1H24",
            "uke 24-25",
            "FY23",
            "'23",
            "’24",
            "Autumn-24",
            "Høst 24",
            "Mon 26 Sep",
            "man 26. sep",
            "w/e 26",
            "Sep 3rd",
        ] {
            assert!(looks_like_a_date(text), "{text}");
        }
        for text in [
            "spring", "before", "phase 2", "v1.2", "12 beds", "Martha", "team 7-3", "", "A1", "before 1",
            "week one",
        ] {
            assert!(!looks_like_a_date(text), "{text}");
        }
    }
}
