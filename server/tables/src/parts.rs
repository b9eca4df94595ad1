//! What a workbook is made of, looked at before it is read: a file is what somebody sends, and a small one can
//! unpack to more than there is memory. What is counted here is what the reader of workbooks keeps.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Cursor, Read},
};

use crate::{
    file_limits::Limits,
    problem::{Fault, Problem},
};

/// What was seen of the sheets, by what the reader of workbooks does not tell.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Whether the program that wrote the file leaves computing to the next one.
    pub(crate) is_uncomputed: bool,
    /// The relation of each sheet, by its name, and where relations lead.
    sheets: Vec<(String, String)>,
    relations: HashMap<String, String>,
    found: HashMap<String, Found>,
}

/// What was seen of one sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Rows that are not shown, first and last.
    pub(crate) hidden: Vec<(u64, u64)>,
    /// Formulas without a value, with an empty one, and with one.
    formulas: [bool; 3],
}

impl Found {
    /// Whether formulas without a value were never computed. Among others that were, an empty value is an empty
    /// text.
    pub(crate) const fn lacks_values(&self) -> bool {
        let [without, empty, with] = self.formulas;
        without || (empty && !with)
    }

    /// Whether a row is not shown.
    pub(crate) fn hides(&self, row: u64) -> bool {
        let after = self.hidden.partition_point(|(first, _)| *first <= row);
        after.checked_sub(1).and_then(|place| self.hidden.get(place)).is_some_and(|(_, last)| row <= *last)
    }
}

impl Parts {
    /// What was seen of a sheet; of one that cannot be told from others, nothing.
    pub(crate) fn found(&self, sheet: &str) -> Option<&Found> {
        let (_, relation) = self.sheets.iter().find(|(name, _)| name == sheet)?;
        let target = self.relations.get(relation)?.to_lowercase();
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        };
        self.found.get(&path)
    }
}

/// Most parts of a workbook.
const MOST: usize = 10_000;
/// Bytes that a kept element takes beside its text: the largest of those kept.
const ELEMENT: u64 = 72;
const STYLE: u64 = 400;

/// Looks at all parts: what kind of workbook it is, and what they unpack to in truth.
///
/// # Errors
/// When it is another kind of workbook, has macros, is broken, or takes more memory than the limits say.
pub(crate) fn look(bytes: &[u8], limits: &Limits) -> Result<Parts, Problem> {
    let broken = || Problem::of_file(Fault::BrokenWorkbook);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .map(|name| name.replace('\\', "/").to_lowercase())
        .collect();
    if names.len() > MOST {
        return Err(large(limits.unpacked_bytes));
    }
    let has = |name: &str| names.iter().any(|other| other == name);
    // Macros are a part of their own, or sheets of their own as before 1993.
    let is_macro = |part: &str| part.starts_with("vbaproject") || part.starts_with("macro");
    if names.iter().any(|name| name.split('/').any(is_macro)) {
        return Err(Problem::of_file(Fault::Macros));
    }
    if has("xl/workbook.bin") || has("content.xml") || !has("[content_types].xml") {
        return Err(Problem::of_file(Fault::OtherWorkbook));
    }
    let mut look = Look { limits, left: limits.unpacked_bytes, kept: 0, parts: Parts::default() };
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| broken())?;
        let name = part.name().map_err(|_| broken())?.replace('\\', "/").to_lowercase();
        look.part(name.trim_start_matches('/'), part)?;
    }
    Ok(look.parts)
}

fn large(bytes: u64) -> Problem {
    Problem::of_file(Fault::LargeWorkbook { megabytes: bytes >> 20 })
}

struct Look<'a> {
    limits: &'a Limits,
    /// Bytes that may still be unpacked.
    left: u64,
    /// Bytes that the reader of workbooks keeps.
    kept: u64,
    parts: Parts,
}

/// One part, from tag to tag.
#[derive(Default)]
struct Scan {
    /// Bytes so far.
    at: u64,
    has_rows: bool,
    is_rows: bool,
    /// Where a cell, or a text that cells share, begins.
    start: Option<u64>,
    is_shared: bool,
    /// Whether the cell has a formula, and which kind of value.
    has_formula: bool,
    value: usize,
    row: u64,
    found: Found,
    styles: u64,
    longest_style: u64,
}

impl Look<'_> {
    fn part(&mut self, name: &str, part: impl Read) -> Result<(), Problem> {
        let limit = self.limits.row_bytes as u64;
        let mut file = BufReader::with_capacity(64 * 1024, part);
        let mut scan = Scan::default();
        let mut gap = Vec::new();
        loop {
            gap.clear();
            let most = limit.min(self.left) + 1;
            let read = (&mut file).take(most).read_until(b'<', &mut gap);
            let read = read.map_err(|_| Problem::of_file(Fault::BrokenWorkbook))? as u64;
            // What the file says of its own size is not believed.
            self.left = self.left.checked_sub(read).ok_or_else(|| large(self.limits.unpacked_bytes))?;
            if read > limit {
                return Err(large(self.limits.unpacked_bytes));
            }
            if read == 0 {
                break;
            }
            let first = scan.at == 0;
            scan.at += read;
            if !first {
                self.tag(name, &gap, &mut scan)?;
            }
        }
        self.keep(scan.styles * scan.longest_style)?;
        if scan.has_rows {
            self.parts.found.insert(name.to_owned(), scan.found);
        }
        Ok(())
    }

    fn keep(&mut self, bytes: u64) -> Result<(), Problem> {
        self.kept += bytes;
        if self.kept > self.limits.kept_bytes { Err(large(self.limits.kept_bytes)) } else { Ok(()) }
    }

    /// Takes a tag without its first mark, and the text behind it.
    fn tag(&mut self, part: &str, gap: &[u8], scan: &mut Scan) -> Result<(), Problem> {
        let end = gap
            .iter()
            .position(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'>'))
            .unwrap_or(gap.len());
        let (is_end, name) = match &gap[..end] {
            [b'/', name @ ..] => (true, name),
            name => (false, name.strip_suffix(b"/").unwrap_or(name)),
        };
        let name = memchr::memrchr(b':', name).map_or(name, |colon| &name[colon + 1..]);
        let length = gap.len() as u64;
        if scan.start.is_some_and(|start| scan.at - start > self.limits.row_bytes as u64) {
            return Err(large(self.limits.unpacked_bytes));
        }
        match (is_end, name) {
            (false, b"sheetData") => (scan.has_rows, scan.is_rows) = (true, true),
            (true, b"sheetData") => scan.is_rows = false,
            (false, b"row") if scan.is_rows => {
                scan.start = None;
                scan.row = number(gap, "r").unwrap_or(scan.row + 1);
                if matches!(value(gap, "hidden"), Some(b"1" | b"true")) {
                    self.keep(16)?;
                    scan.hide();
                }
            }
            (false, b"c") if scan.is_rows => {
                scan.start = Some(scan.at);
                (scan.has_formula, scan.value) = (false, 0);
            }
            (false, b"f") if scan.is_rows => scan.has_formula = true,
            (false, b"v" | b"is") if scan.is_rows => {
                scan.value = if name == b"is" || !gap.ends_with(b"><") { 2 } else { 1 };
            }
            (true, b"c") if scan.is_rows => {
                scan.start = None;
                scan.found.formulas[scan.value] |= scan.has_formula;
            }
            _ if scan.is_rows => {}
            (false, b"si") => {
                (scan.start, scan.is_shared) = (Some(scan.at), true);
                self.keep(ELEMENT + length)?;
            }
            (true, b"si") => (scan.start, scan.is_shared) = (None, false),
            _ if scan.is_shared => self.keep(length)?,
            (false, b"sst") => {
                // So many places are made room for at once.
                let texts = number(gap, "uniqueCount").unwrap_or_default();
                if texts.saturating_mul(ELEMENT) > self.limits.kept_bytes {
                    return Err(large(self.limits.kept_bytes));
                }
            }
            (false, b"xf") => {
                scan.styles += 1;
                self.keep(STYLE)?;
            }
            (false, b"numFmt" | b"name") => {
                scan.longest_style = scan.longest_style.max(length);
                self.keep(ELEMENT + length)?;
            }
            (false, b"font" | b"fill" | b"border") => self.keep(STYLE)?,
            (false, b"mergeCell") => self.keep(ELEMENT)?,
            (false, b"definedName") => self.keep(ELEMENT + length)?,
            (false, b"calcPr") => {
                self.parts.is_uncomputed |= matches!(value(gap, "fullCalcOnLoad"), Some(b"1" | b"true"));
            }
            (false, b"sheet") => {
                self.keep(4 * ELEMENT + 4 * length)?;
                self.parts.sheets.push((text(gap, "name"), text(gap, "id")));
            }
            (false, b"Relationship") => {
                self.keep(4 * ELEMENT + 4 * length)?;
                if part.ends_with("workbook.xml.rels") {
                    self.parts.relations.insert(text(gap, "Id"), text(gap, "Target"));
                }
            }
            (false, b"Override" | b"Default") if part == "[content_types].xml" => {
                let kind = text(gap, "ContentType").to_lowercase();
                if kind.contains("macroenabled") || kind.contains("macrosheet") || kind.contains("vbaproject")
                {
                    return Err(Problem::of_file(Fault::Macros));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Scan {
    fn hide(&mut self) {
        match self.found.hidden.last_mut() {
            Some((_, last)) if *last + 1 == self.row => *last = self.row,
            _ => self.found.hidden.push((self.row, self.row)),
        }
    }
}

/// The value of an attribute of a tag, whatever its prefix.
fn value<'a>(tag: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&tag[from..], name.as_bytes()) {
        let (start, end) = (from + found, from + found + name.len());
        let is_name = start > 0 && matches!(tag[start - 1], b' ' | b'\t' | b'\n' | b'\r' | b':');
        let rest = tag[end..].trim_ascii_start();
        if let Some(rest) = rest.strip_prefix(b"=").filter(|_| is_name)
            && let [mark @ (b'"' | b'\''), rest @ ..] = rest.trim_ascii_start()
        {
            return memchr::memchr(*mark, rest).map(|end| &rest[..end]);
        }
        from = end;
    }
    None
}

fn number(tag: &[u8], name: &str) -> Option<u64> {
    std::str::from_utf8(value(tag, name)?.trim_ascii()).ok()?.parse().ok()
}

/// The text of an attribute; names of sheets have no more marks than these.
fn text(tag: &[u8], name: &str) -> String {
    let text = String::from_utf8_lossy(value(tag, name).unwrap_or_default());
    ["&quot;\"", "&apos;'", "&lt;<", "&gt;>", "&amp;&"].iter().fold(text.into_owned(), |text, mark| {
        let (written, meant) = mark.split_at(mark.len() - 1);
        if text.contains(written) { text.replace(written, meant) } else { text }
    })
}
