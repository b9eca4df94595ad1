//! A book as CSV files in a ZIP archive, with what another program needs to read them (W3C CSV on the Web).

use std::io::{Seek, Write};

use serde_json::{Value, json};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    book::{Book, Field, Sheet},
    csv::{BYTE_ORDER_MARK, CsvWriter, Dialect},
    error::ExportError,
    table::ColumnKind,
};

/// Name of the metadata in the archive.
pub const METADATA: &str = "csvw-metadata.json";
/// Name of the notes in the archive.
pub const NOTES: &str = "README.txt";

/// Writes a book as an archive: notes, one CSV file a table, metadata. The same book gives the same bytes: entries
/// stand in order and all have the time that is the first a ZIP file can tell.
///
/// # Errors
/// As [`CsvWriter::row`], with the writer's own.
pub fn archive<W: Write + Seek>(book: Book<'_>, dialect: Dialect, writer: W) -> Result<W, ExportError> {
    let mut zip = ZipWriter::new(writer);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(NOTES, options)?;
    zip.write_all(BYTE_ORDER_MARK)?;
    zip.write_all(notes(&book).as_bytes())?;
    let metadata = metadata(&book, dialect);
    for sheet in book.sheets {
        zip.start_file(format!("{}.csv", sheet.file), options)?;
        zip.write_all(BYTE_ORDER_MARK)?;
        let columns: Vec<_> = sheet.fields.iter().map(|field| field.column.clone()).collect();
        let mut out = CsvWriter::with_dialect(&columns, dialect, &mut zip)?;
        for row in sheet.rows {
            out.row(&row)?;
        }
        out.finish()?;
    }
    zip.start_file(METADATA, options)?;
    let text = serde_json::to_string_pretty(&metadata).map_err(std::io::Error::from)?;
    zip.write_all(text.as_bytes())?;
    Ok(zip.finish()?)
}

/// What to know before reading, as plain lines.
fn notes(book: &Book<'_>) -> String {
    let mut text = format!("{}\r\n\r\n", book.title);
    for (label, line) in &book.notes.lines {
        let line = if label.is_empty() { line.clone() } else { format!("{label}: {line}") };
        text.push_str(&line);
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    for sheet in &book.sheets {
        text.push_str(&format!("{}.csv: {}\r\n", sheet.file, sheet.about));
    }
    text
}

fn metadata(book: &Book<'_>, dialect: Dialect) -> Value {
    let table = |sheet: &Sheet<'_>| {
        let columns: Vec<Value> = sheet.fields.iter().map(|field| column(field, dialect)).collect();
        json!({
            "url": format!("{}.csv", sheet.file),
            "dc:title": sheet.name,
            "dc:description": sheet.about,
            "tableSchema": { "columns": columns },
        })
    };
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": book.lang }],
        "dc:title": book.title,
        "dc:date": book.dated,
        "dialect": {
            "delimiter": char::from(dialect.separator).to_string(),
            "encoding": "utf-8",
            "lineTerminators": ["\r\n"],
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
            "headerRowCount": 1,
        },
        "tables": book.sheets.iter().map(table).collect::<Vec<_>>(),
    })
}

fn column(field: &Field, dialect: Dialect) -> Value {
    let datatype = match field.column.kind {
        ColumnKind::Text => json!("string"),
        ColumnKind::Integer | ColumnKind::Change | ColumnKind::Percent | ColumnKind::ChangePercent => {
            json!("integer")
        }
        ColumnKind::Number | ColumnKind::Fine => json!({
            "base": "decimal",
            "format": { "decimalChar": char::from(dialect.decimal).to_string() },
        }),
        ColumnKind::Date => json!({ "base": "date", "format": "yyyy-MM-dd" }),
    };
    json!({ "name": field.id, "titles": field.column.title, "datatype": datatype, "null": "" })
}
