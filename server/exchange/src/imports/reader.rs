//! CSV bytes → typed rows, one at a time, with a reason for every row that cannot be taken.

use std::{
    collections::{HashMap, HashSet},
    io::Read,
};

use csv::ByteRecord;
use domain::{
    Period, UnitId,
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
const LARGEST_HEAD: u64 = 256 * 1024;
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

/// The separator of a CSV file: the one of `,` `;` and tab that occurs most often in its first line.
pub fn separator(line: &[u8]) -> u8 {
    let often = |separator: u8| line.iter().filter(|b| **b == separator).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|s| (often(*s), *s == b',')).unwrap_or(b',')
}

/// Reads the head of a CSV file and finds out its separator. Every file is opened here.
fn open<R: Read>(
    file: R,
    encoding: FileEncoding,
) -> Result<(csv::Reader<impl Read>, Vec<String>), FileProblem> {
    let mut source = decoded(file, encoding);
    let mut start = Vec::new();
    source.by_ref().take(LARGEST_HEAD).read_to_end(&mut start).map_err(|_| FileProblem::NotCsv { row: 1 })?;
    let line = start.split(|b| *b == b'\n').next().unwrap_or_default();
    let mut csv = csv::ReaderBuilder::new();
    csv.delimiter(separator(line)).flexible(true);
    // A head that would go on beyond this start has too many columns or one that is too long.
    let mut first = ByteRecord::new();
    csv.has_headers(false)
        .from_reader(start.as_slice())
        .read_byte_record(&mut first)
        .map_err(|_| FileProblem::NotCsv { row: 1 })?;
    let heads = heads(&first)?;
    let mut reader = csv.has_headers(true).from_reader(std::io::Cursor::new(start).chain(source));
    reader.byte_headers().map_err(|_| FileProblem::NotCsv { row: 1 })?;
    Ok((reader, heads))
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
    let (mut reader, heads) = open(file, encoding)?;
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
    units: HashMap<String, UnitId>,
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
    let (reader, heads) = open(file, target.mapping.encoding)?;
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
    Ok(RowReader {
        reader,
        heads,
        columns,
        target,
        units,
        new_units: NewUnits::default(),
        rows: 0,
        row: 1,
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
        let more = self
            .reader
            .read_byte_record(&mut self.record)
            .map_err(|_| FileProblem::NotCsv { row: self.row + 1 })?;
        if !more {
            return Ok(None);
        }
        self.rows += 1;
        // Empty lines are skipped and still are rows of the sheet; line ends inside a cell are none.
        let lines = self.reader.position().line();
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        self.row += (lines - self.lines).saturating_sub(inside).max(1);
        self.lines = lines;
        if self.rows > MOST_ROWS {
            return Err(FileProblem::TooManyRows);
        }
        if self.record.len() != self.heads.len() {
            let column = self.heads.last().cloned().unwrap_or_default();
            let cell = self.record.len().to_string();
            return Ok(Some(Err(RowProblem { row: self.row, column, cell, why: RowWhy::WrongWidth })));
        }
        Ok(Some(Ok(())))
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
        if let Some(id) = self.units.get(&name) {
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
        let period = Period::parse(text).map_err(|_| self.refuse(field, text, RowWhy::NotAPeriod))?;
        if period.start() > self.target.today {
            return Err(self.refuse(field, text, RowWhy::InFuture));
        }
        Ok(period)
    }

    fn day(&self, record: &ByteRecord) -> Result<chrono::NaiveDate, RowProblem> {
        let field = ImportField::Date;
        let text = self.needed(record, field)?;
        match Period::parse(text) {
            Ok(period) if period.resolution() == domain::Resolution::Day => {
                if period.start() > self.target.today {
                    Err(self.refuse(field, text, RowWhy::InFuture))
                } else {
                    Ok(period.start())
                }
            }
            _ => Err(self.refuse(field, text, RowWhy::NotADate)),
        }
    }

    fn count(&self, record: &ByteRecord, field: ImportField) -> Result<i64, RowProblem> {
        let text = self.needed(record, field)?;
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(self.refuse(field, text, RowWhy::NotANumber));
        }
        match digits.parse::<i64>() {
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
