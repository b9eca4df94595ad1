//! CSV bytes → typed rows, one at a time, with a reason for every row that cannot be taken.

use std::{
    collections::{HashMap, HashSet},
    io::Read,
};

use csv::ByteRecord;
use domain::{
    Period,
    customers::complaint::{Category, Channel, LONGEST_WHAT, Severity},
    exchange::import::{
        FileEncoding, FileProblem, ImportField, ImportKind, LONGEST_HEAD, MOST_COLUMNS, MOST_ROWS,
        RowProblem, RowWhy, shorten,
    },
    field::{Why, free_text},
};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::{NewUnits, Row, Target, UnitRef};
use organisation::Tree;

/// Longest unit number and longest reference, in characters.
const LONGEST_KEY: usize = 200;
/// Bytes within which a head row ends that is not refused: so many columns of so long a name, in characters of
/// four bytes, take fewer.
pub(super) const LARGEST_HEAD: u64 = 256 * 1024;
/// Largest count: a million million.
const LARGEST_COUNT: i64 = 1_000_000_000_000;

/// The bytes as UTF-8. With UTF-8 as the encoding nothing is replaced: a wrong byte reaches the row
/// reader, which says where it stands.
fn decoded<R: Read>(file: R, encoding: FileEncoding) -> impl Read {
    let mut builder = DecodeReaderBytesBuilder::new();
    match encoding {
        FileEncoding::Utf8 => builder.utf8_passthru(true).strip_bom(true),
        FileEncoding::Windows1252 => builder.encoding(Some(encoding_rs::WINDOWS_1252)),
    };
    builder.build(file)
}

/// The separator of a CSV file that begins like this: the one that a first line `sep=;` says, as spreadsheets write
/// it, else the one of `,` `;` and tab that occurs most often in its head outside quotation marks.
pub fn separator(start: &[u8]) -> u8 {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let line = start.split(|b| *b == b'\n').next().unwrap_or_default();
    if let Some(said) = said_separator(line) {
        return said;
    }
    let mut is_quoted = false;
    let mut often = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    for byte in line {
        is_quoted ^= *byte == b'"';
        if let Some((_, count)) = often.iter_mut().find(|(mark, _)| !is_quoted && mark == byte) {
            *count += 1;
        }
    }
    often.into_iter().max_by_key(|(mark, count)| (*count, *mark == b',')).map_or(b',', |(mark, _)| mark)
}

/// The separator that a line says, and is there for nothing else.
fn said_separator(line: &[u8]) -> Option<u8> {
    let said = line.strip_prefix(b"sep=").or_else(|| line.strip_prefix(b"SEP="))?;
    match said.strip_suffix(b"\r").unwrap_or(said) {
        [mark @ (b',' | b';' | b'\t' | b'|')] => Some(*mark),
        _ => None,
    }
}

/// Bytes of a first line that says the separator, its end included; none where the head is the first line.
fn before_head(start: &[u8]) -> usize {
    let line = start.split(|b| *b == b'\n').next().unwrap_or_default();
    if said_separator(line).is_some() { (line.len() + 1).min(start.len()) } else { 0 }
}

/// A file whose head was read.
struct Opened<R> {
    reader: csv::Reader<R>,
    heads: Vec<String>,
    /// The sheet row of the head.
    head_row: u64,
}

/// Reads the head of a CSV file and finds out its separator. Every file is opened here.
fn open<R: Read>(file: R, encoding: FileEncoding) -> Result<Opened<impl Read>, FileProblem> {
    let mut source = decoded(file, encoding);
    let mut start = Vec::new();
    source.by_ref().take(LARGEST_HEAD).read_to_end(&mut start).map_err(|_| FileProblem::NotCsv { row: 1 })?;
    if start.starts_with(b"PK\x03\x04") {
        return Err(FileProblem::Workbook);
    }
    let mut csv = csv::ReaderBuilder::new();
    csv.delimiter(separator(&start)).flexible(true);
    let before_head = before_head(&start);
    start.drain(..before_head);
    // A head that would go on beyond this start has too many columns or one that is too long.
    let mut first = ByteRecord::new();
    csv.has_headers(false)
        .from_reader(start.as_slice())
        .read_byte_record(&mut first)
        .map_err(|_| FileProblem::NotCsv { row: 1 })?;
    let heads = heads(&first)?;
    let mut reader = csv.has_headers(true).from_reader(std::io::Cursor::new(start).chain(source));
    reader.byte_headers().map_err(|_| FileProblem::NotCsv { row: 1 })?;
    Ok(Opened { reader, heads, head_row: 1 + u64::from(before_head > 0) })
}

/// The heads of a file, each once. A file is what somebody sends: before anything is compared or kept, there
/// are not too many of them and none is too long.
fn heads(record: &ByteRecord) -> Result<Vec<String>, FileProblem> {
    if record.len() > MOST_COLUMNS {
        return Err(FileProblem::TooManyColumns);
    }
    let mut heads = Vec::with_capacity(record.len());
    let mut seen = HashSet::with_capacity(record.len());
    for head in record {
        if head.len() > 4 * LONGEST_HEAD {
            return Err(FileProblem::LongHead { column: echo(head) });
        }
        let head = std::str::from_utf8(head).map_err(|_| FileProblem::WrongEncoding { row: 1 })?;
        if head.chars().count() > LONGEST_HEAD {
            return Err(FileProblem::LongHead { column: shorten(head) });
        }
        let head = head.trim();
        if !head.is_empty() && !seen.insert(head) {
            return Err(FileProblem::DoubleColumn { column: shorten(head) });
        }
        heads.push(head.to_owned());
    }
    if heads.iter().all(String::is_empty) {
        return Err(FileProblem::Empty);
    }
    Ok(heads)
}

/// A cell of whatever bytes, [shortened](shorten); of a long one only the start is looked at.
fn echo(cell: &[u8]) -> String {
    shorten(&String::from_utf8_lossy(cell.get(..1000).unwrap_or(cell)))
}

/// The heads and the first rows of a file, as they stand; cells are shortened, and those beyond the heads left
/// out.
///
/// # Errors
/// What is wrong with the file as a whole.
pub fn heads_and_sample<R: Read>(
    file: R,
    encoding: FileEncoding,
) -> Result<(Vec<String>, Vec<Vec<String>>), FileProblem> {
    let Opened { mut reader, heads, .. } = open(file, encoding)?;
    let mut sample = Vec::new();
    for record in reader.byte_records().take(5) {
        let record = record.map_err(|_| FileProblem::NotCsv { row: sample.len() as u64 + 2 })?;
        sample.push(record.iter().take(heads.len()).map(echo).collect());
    }
    Ok((heads, sample))
}

/// Reads rows one after another.
pub(super) struct RowReader<'a, R> {
    reader: csv::Reader<R>,
    heads: Vec<String>,
    columns: HashMap<ImportField, usize>,
    target: &'a Target,
    units: HashMap<String, i64>,
    /// The same by what spellings of one number have in common; none where several units share it.
    folded: HashMap<String, Option<i64>>,
    /// Units met that do not exist yet.
    pub(super) new_units: NewUnits,
    /// Rows read so far.
    pub(super) rows: u64,
    /// The sheet row of the record read last; the head is 1.
    pub(super) row: u64,
    /// Line ends read so far.
    lines: u64,
    record: ByteRecord,
}

/// Opens a file for reading rows.
///
/// # Errors
/// When the head does not have the columns that the mapping needs.
pub(super) fn rows<'a, R: Read + 'a>(
    file: R,
    target: &'a Target,
) -> Result<RowReader<'a, impl Read + 'a>, FileProblem> {
    let Opened { reader, heads, head_row } = open(file, target.mapping.encoding)?;
    let mut columns = HashMap::new();
    for (field, column) in &target.mapping.columns {
        let place = heads
            .iter()
            .position(|head| head == column.trim())
            .ok_or_else(|| FileProblem::NoSuchColumn { column: shorten(column) })?;
        columns.insert(*field, place);
    }
    for (field, is_needed) in target.kind.fields() {
        if *is_needed && !columns.contains_key(field) {
            return Err(FileProblem::MissingColumn { field: *field });
        }
    }
    let lines = reader.position().line();
    let units = target.tree.iter().map(|unit| (unit.external_id.clone(), unit.id)).collect();
    let mut folded = HashMap::new();
    for unit in target.tree.iter() {
        let one = folded.entry(tables::folded(&unit.external_id)).or_insert(Some(unit.id));
        *one = one.filter(|id| *id == unit.id);
    }
    Ok(RowReader {
        reader,
        heads,
        columns,
        target,
        units,
        folded,
        new_units: NewUnits::default(),
        rows: 0,
        row: head_row,
        lines,
        record: ByteRecord::new(),
    })
}

impl<R: Read> RowReader<'_, R> {
    /// The next row: `None` at the end; the inner result tells whether it can be taken.
    ///
    /// # Errors
    /// When the file cannot be read further at all.
    pub(super) fn next(&mut self) -> Result<Option<Result<Row, RowProblem>>, FileProblem> {
        let Some(read) = self.advance()? else { return Ok(None) };
        if let Err(problem) = read {
            return Ok(Some(Err(problem)));
        }
        let record = std::mem::take(&mut self.record);
        let row = self.typed(&record);
        self.record = record;
        Ok(Some(row))
    }

    /// The next row as it stands, for those who read its cells themselves.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub(super) fn next_record(&mut self) -> Result<Option<Result<ByteRecord, RowProblem>>, FileProblem> {
        let read = self.advance()?;
        Ok(read.map(|read| read.map(|()| self.record.clone())))
    }

    fn advance(&mut self) -> Result<Option<Result<(), RowProblem>>, FileProblem> {
        loop {
            let more = self
                .reader
                .read_byte_record(&mut self.record)
                .map_err(|_| FileProblem::NotCsv { row: self.row + 1 })?;
            if !more {
                return Ok(None);
            }
            self.count_lines();
            if !self.is_left_out() {
                return self.taken().map(Some);
            }
        }
    }

    /// Sums of other rows, and lines of text below the table.
    fn is_left_out(&self) -> bool {
        let fields = [ImportField::Unit, ImportField::Date, ImportField::Period];
        let places = fields.iter().filter_map(|field| self.columns.get(field));
        let cells = places.filter_map(|place| std::str::from_utf8(self.record.get(*place)?).ok());
        self.target.layouts.leave_out(self.row, cells.map(str::trim))
    }

    fn count_lines(&mut self) {
        // Empty lines are skipped and still are rows of the sheet; line ends inside a cell are none.
        let lines = self.reader.position().line();
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        self.row += (lines - self.lines).saturating_sub(inside).max(1);
        self.lines = lines;
    }

    /// Takes the record read last for a row, if it is as wide as the head.
    fn taken(&mut self) -> Result<Result<(), RowProblem>, FileProblem> {
        self.rows += 1;
        if self.rows > MOST_ROWS {
            return Err(FileProblem::TooManyRows);
        }
        if self.record.len() != self.heads.len() {
            let column = self.heads.last().cloned().unwrap_or_default();
            let cell = self.record.len().to_string();
            return Ok(Err(RowProblem { row: self.row, column, cell, why: RowWhy::WrongWidth }));
        }
        Ok(Ok(()))
    }

    /// The head of a field's column; empty when none is mapped to it.
    pub(super) fn column(&self, field: ImportField) -> String {
        self.columns.get(&field).and_then(|place| self.heads.get(*place)).cloned().unwrap_or_default()
    }

    /// A row of records; units and people have [rows of their own](super::structure).
    fn typed(&mut self, record: &ByteRecord) -> Result<Row, RowProblem> {
        let unit = self.unit(record)?;
        Ok(match self.target.kind {
            ImportKind::Contacts => Row::Contacts {
                unit,
                day: self.day(record)?,
                contacts: self.count(record, ImportField::Contacts)?,
            },
            ImportKind::History => Row::History {
                unit,
                period: self.period(record)?,
                complaints: self.count(record, ImportField::Complaints)?,
                contacts: self.count(record, ImportField::Contacts)?,
            },
            _ => Row::Complaint {
                unit,
                day: self.day(record)?,
                what: self.text(record, ImportField::What)?,
                category: self.choice(
                    record,
                    ImportField::Category,
                    Category::from_name,
                    Category::Process,
                )?,
                channel: self.choice(record, ImportField::Channel, Channel::from_name, Channel::Other)?,
                severity: self.choice(
                    record,
                    ImportField::Severity,
                    Severity::from_name,
                    Severity::Normal,
                )?,
                reference: self.reference(record)?,
            },
        })
    }

    pub(super) fn refuse(&self, field: ImportField, cell: &str, why: RowWhy) -> RowProblem {
        RowProblem { row: self.row, column: self.column(field), cell: shorten(cell), why }
    }

    /// A cell without the space around it; none when it is empty or its field has no column.
    pub(super) fn cell<'r>(
        &self,
        record: &'r ByteRecord,
        field: ImportField,
    ) -> Result<Option<&'r str>, RowProblem> {
        let Some(bytes) = self.columns.get(&field).and_then(|place| record.get(*place)) else {
            return Ok(None);
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
            Err(_) => Err(self.refuse(field, &echo(bytes), RowWhy::WrongEncoding)),
        }
    }

    fn needed<'r>(&self, record: &'r ByteRecord, field: ImportField) -> Result<&'r str, RowProblem> {
        self.cell(record, field)?.ok_or_else(|| self.refuse(field, "", RowWhy::Empty))
    }

    fn unit(&mut self, record: &ByteRecord) -> Result<UnitRef, RowProblem> {
        let field = ImportField::Unit;
        let written = self.needed(record, field)?;
        let name = match free_text(written, LONGEST_KEY) {
            Ok(name) if !name.contains(['\n', '\t']) => name,
            Ok(_) => return Err(self.refuse(field, written, RowWhy::Unprintable)),
            Err(why) => return Err(self.refuse(field, written, row_why(why))),
        };
        if let Some(id) = self.units.get(&name).or_else(|| self.folded.get(&tables::folded(&name))?.as_ref())
        {
            let tree: &Tree = &self.target.tree;
            return if self.target.tops.iter().any(|top| tree.is_within(*id, *top)) {
                Ok(UnitRef::Known(*id))
            } else {
                Err(self.refuse(field, &name, RowWhy::ForeignUnit))
            };
        }
        if !self.target.mapping.creates_units {
            return Err(self.refuse(field, &name, RowWhy::UnknownUnit));
        }
        Ok(UnitRef::New(self.new_units.place(&name)))
    }

    fn period(&self, record: &ByteRecord) -> Result<Period, RowProblem> {
        let field = ImportField::Period;
        let text = self.needed(record, field)?;
        let layouts = &self.target.layouts;
        let usual = || Period::parse(text).ok();
        let period = match layouts.are_longer(field) {
            true => layouts.period(field, text),
            false => usual().or_else(|| layouts.period(field, text)),
        };
        let period = period.ok_or_else(|| self.refuse(field, text, RowWhy::NotAPeriod))?;
        if period.start() > self.target.today {
            return Err(self.refuse(field, text, RowWhy::InFuture));
        }
        Ok(period)
    }

    fn day(&self, record: &ByteRecord) -> Result<chrono::NaiveDate, RowProblem> {
        let field = ImportField::Date;
        let text = self.needed(record, field)?;
        let usual = Period::parse(text).ok().filter(|period| period.resolution() == domain::Resolution::Day);
        let day = usual.map(|period| period.start()).or_else(|| self.target.layouts.day(field, text));
        match day {
            Some(day) if day > self.target.today => Err(self.refuse(field, text, RowWhy::InFuture)),
            Some(day) => Ok(day),
            None => Err(self.refuse(field, text, RowWhy::NotADate)),
        }
    }

    fn count(&self, record: &ByteRecord, field: ImportField) -> Result<i64, RowProblem> {
        let text = self.needed(record, field)?;
        let written;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let text = if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            text
        } else {
            match self.target.layouts.number(field, text) {
                Some(number) if number.fract() == 0.0 => {
                    written = format!("{number:.0}");
                    &written
                }
                _ => return Err(self.refuse(field, text, RowWhy::NotANumber)),
            }
        };
        match text.trim_start_matches('-').parse::<i64>() {
            Ok(0) => Ok(0),
            Ok(_) | Err(_) if text.starts_with('-') => Err(self.refuse(field, text, RowWhy::Negative)),
            Ok(count) if count <= LARGEST_COUNT => Ok(count),
            _ => Err(self.refuse(field, text, RowWhy::TooLarge)),
        }
    }

    fn text(&self, record: &ByteRecord, field: ImportField) -> Result<String, RowProblem> {
        let text = self.needed(record, field)?;
        free_text(text, LONGEST_WHAT).map_err(|why| self.refuse(field, text, row_why(why)))
    }

    fn reference(&self, record: &ByteRecord) -> Result<Option<String>, RowProblem> {
        let field = ImportField::Reference;
        let Some(text) = self.cell(record, field)? else { return Ok(None) };
        free_text(text, LONGEST_KEY).map(Some).map_err(|why| self.refuse(field, text, row_why(why)))
    }

    fn choice<T>(
        &self,
        record: &ByteRecord,
        field: ImportField,
        read: impl Fn(&str) -> Option<T>,
        otherwise: T,
    ) -> Result<T, RowProblem> {
        match self.cell(record, field)? {
            None => Ok(otherwise),
            Some(text) => read(&text.to_lowercase().replace([' ', '-'], "_"))
                .ok_or_else(|| self.refuse(field, text, RowWhy::NotAChoice)),
        }
    }

    /// A problem of the row read last, found by looking at other rows.
    pub(super) fn refuse_key(&self, row: u64, field: ImportField, cell: &str, why: RowWhy) -> RowProblem {
        RowProblem { row, ..self.refuse(field, cell, why) }
    }
}

pub(super) const fn row_why(why: Why) -> RowWhy {
    match why {
        Why::TooLong => RowWhy::TooLong,
        Why::Unprintable => RowWhy::Unprintable,
        _ => RowWhy::Empty,
    }
}
