//! Which character parts the cells: counted outside quotes, over many rows.

use serde::Serialize;

use crate::{
    delimited::Delimited,
    encoding::{Encoding, decoded},
    file_limits::Limits,
    names::{folded, trimmed},
    problem::{Fault, Problem},
    record::Record,
};

/// Characters that are tried.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows looked at.
const ROWS: usize = 200;

/// How the cells of a text file are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Separator {
    /// The character.
    pub character: char,
    /// Whether the first line, as `sep=;`, says so.
    pub is_said: bool,
}

/// Finds the separator in the beginning of a file.
///
/// # Errors
/// When two characters part all rows alike and the columns asked for do not tell.
pub(crate) fn find(
    start: &[u8],
    is_whole: bool,
    encoding: Encoding,
    wanted: &[&str],
    chosen: Option<u8>,
    limits: &Limits,
) -> Result<Separator, Problem> {
    if let Some(separator) = sep_line(start, encoding) {
        let character = char::from(chosen.unwrap_or(separator));
        return Ok(Separator { character, is_said: true });
    }
    if let Some(separator) = chosen {
        return Ok(Separator { character: char::from(separator), is_said: false });
    }
    let fits: Vec<Fit> = CANDIDATES
        .into_iter()
        .map(|candidate| Fit::of(start, is_whole, encoding, candidate, wanted, limits))
        .collect();
    let has_columns = !wanted.is_empty() && fits.iter().any(|fit| fit.has_columns);
    let rows = |fit: &&Fit| if has_columns && !fit.has_columns { 0 } else { fit.rows };
    let most = fits.iter().map(|fit| rows(&fit)).max().unwrap_or(0);
    let mut best = fits.iter().filter(|fit| most > 0 && rows(fit) == most);
    match (best.next(), best.next()) {
        (Some(one), Some(other)) => Err(Problem::of_file(Fault::SeparatorUnclear {
            one: char::from(one.separator),
            other: char::from(other.separator),
        })),
        (Some(fit), None) => Ok(Separator { character: char::from(fit.separator), is_said: false }),
        // One column.
        (None, _) => Ok(Separator { character: ',', is_said: false }),
    }
}

/// The separator that a first line such as `sep=;` names.
fn sep_line(start: &[u8], encoding: Encoding) -> Option<u8> {
    let mut line = Vec::new();
    std::io::Read::read_to_end(
        &mut std::io::Read::take(decoded(start.get(..64).unwrap_or(start), encoding), 64),
        &mut line,
    )
    .ok()?;
    let line = line.split(|byte| *byte == b'\n').next()?;
    let line = line.strip_prefix(b"\"").map_or(line, |line| line.strip_suffix(b"\"").unwrap_or(line));
    let (name, rest) = line.split_at_checked(4)?;
    match rest {
        [separator] if name.eq_ignore_ascii_case(b"sep=") && !separator.is_ascii_alphanumeric() => {
            Some(*separator)
        }
        // Cells of the rows below make the line as wide as they are: sep=;;;
        [separator, rest @ ..]
            if name.eq_ignore_ascii_case(b"sep=")
                && CANDIDATES.contains(separator)
                && rest.iter().all(|byte| byte == separator) =>
        {
            Some(*separator)
        }
        _ => None,
    }
}

/// How well a separator parts the rows.
struct Fit {
    separator: u8,
    /// Rows of the usual width; 0 where that is one cell.
    rows: usize,
    /// Whether a row has all the columns asked for.
    has_columns: bool,
}

impl Fit {
    fn of(
        start: &[u8],
        is_whole: bool,
        encoding: Encoding,
        separator: u8,
        wanted: &[&str],
        limits: &Limits,
    ) -> Self {
        let mut reader = Delimited::new(decoded(start, encoding), separator, limits);
        let mut record = Record::default();
        let mut widths: Vec<usize> = Vec::new();
        let mut has_columns = false;
        let wanted: Vec<String> = wanted.iter().map(|name| folded(name)).collect();
        while widths.len() < ROWS && matches!(reader.next(&mut record), Ok(true)) {
            widths.push(record.len());
            if !has_columns && record.len() >= wanted.len() {
                let cells: Vec<String> = record.cells().map(folded).collect();
                has_columns = wanted.iter().all(|name| cells.contains(name));
            }
        }
        // The last row of a beginning may be cut.
        if !is_whole && widths.len() < ROWS {
            widths.pop();
        }
        let often = |width: usize| widths.iter().filter(|other| **other == width).count();
        let rows = widths.iter().map(|width| if *width > 1 { often(*width) } else { 0 }).max().unwrap_or(0);
        Self { separator, rows, has_columns }
    }
}

/// Reads what is given as a separator: one character, or a name of one that is hard to type.
///
/// # Errors
/// When it is neither.
pub fn parse_separator(text: &str) -> Result<u8, String> {
    match trimmed(text).to_lowercase().as_str() {
        "comma" | "komma" => return Ok(b','),
        "semicolon" | "semikolon" => return Ok(b';'),
        "tab" | "tabulator" | "\\t" => return Ok(b'\t'),
        "space" | "mellomrom" => return Ok(b' '),
        _ => {}
    }
    match text.as_bytes() {
        [byte]
            if byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\n' | b'\r') =>
        {
            Ok(*byte)
        }
        _ => Err("write one character, or tab, comma or semicolon".to_owned()),
    }
}
