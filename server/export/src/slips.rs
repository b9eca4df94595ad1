//! Slips with a code each, to print and cut: a PDF of A4 pages with twelve slips.
//!
//! Drawn from a document model with the typefaces that every reader of PDF brings along, in their Western
//! encoding. The same model gives the same bytes; nothing is read from anywhere.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::winansi::{encoded, width};

/// What stands on the slips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slips {
    /// Language of the texts, as a tag such as `nb`.
    pub lang: String,
    /// Title of the file.
    pub title: String,
    /// First line of each slip.
    pub heading: String,
    /// Second line.
    pub below_heading: String,
    /// What to do with the code; stands below it.
    pub how: String,
    /// Address to open, in bold after that.
    pub address: String,
    /// Last lines, small.
    pub foot: String,
    /// One code a slip, in large letters.
    pub codes: Vec<String>,
}

// Points of 1/72 inch; a page is A4.
const PAGE: (f32, f32) = (595.0, 842.0);
const COLUMNS: usize = 2;
const ROWS: usize = 6;
const MARGIN: f32 = 30.0;
const SLIP: (f32, f32) = ((PAGE.0 - 2.0 * MARGIN) / 2.0, (PAGE.1 - 2.0 * MARGIN) / 6.0);
const PADDING: f32 = 14.0;
/// Room for a line of text.
const MEASURE: f32 = SLIP.0 - 2.0 * PADDING;

/// A typeface: its name in the page's resources, and its name in PDF.
#[derive(Clone, Copy)]
struct Face(&'static [u8], &'static [u8]);

const PLAIN: Face = Face(b"P", b"Helvetica");
const BOLD: Face = Face(b"B", b"Helvetica-Bold");
const CODE: Face = Face(b"C", b"Courier-Bold");
const FACES: [Face; 3] = [PLAIN, BOLD, CODE];

const FIRST_FACE: i32 = 4;
const FIRST_PAGE: i32 = FIRST_FACE + FACES.len() as i32;

/// Draws the slips.
pub fn slips(slips: &Slips) -> Vec<u8> {
    let (catalog, tree, info) = (Ref::new(1), Ref::new(2), Ref::new(3));
    let sheets: Vec<&[String]> = slips.codes.chunks(COLUMNS * ROWS).collect();
    let page = |place: usize| Ref::new(FIRST_PAGE + 2 * place as i32);
    let content = |place: usize| Ref::new(FIRST_PAGE + 2 * place as i32 + 1);
    let mut pdf = Pdf::new();
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(&slips.lang));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(info).title(TextStr(&slips.title));
    pdf.pages(tree).kids((0..sheets.len()).map(page)).count(sheets.len() as i32);
    for (face, id) in FACES.iter().zip(FIRST_FACE..) {
        pdf.type1_font(Ref::new(id)).base_font(Name(face.1)).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for (place, codes) in sheets.iter().enumerate() {
        let mut written = pdf.page(page(place));
        written.media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1)).parent(tree).contents(content(place));
        let mut resources = written.resources();
        let mut fonts = resources.fonts();
        for (face, id) in FACES.iter().zip(FIRST_FACE..) {
            fonts.pair(Name(face.0), Ref::new(id));
        }
        fonts.finish();
        resources.finish();
        written.finish();
        pdf.stream(content(place), &sheet(slips, codes));
    }
    pdf.finish()
}

/// The drawing of one page.
fn sheet(slips: &Slips, codes: &[String]) -> Vec<u8> {
    let mut content = Content::new();
    cut_lines(&mut content, codes.len());
    for (place, code) in codes.iter().enumerate() {
        let left = MARGIN + (place % COLUMNS) as f32 * SLIP.0;
        let top = PAGE.1 - MARGIN - (place / COLUMNS) as f32 * SLIP.1;
        slip(&mut content, slips, code, left + PADDING, top);
    }
    content.finish().into_vec()
}

/// Dashes to cut along, each line once: two on top of each other would look solid.
fn cut_lines(content: &mut Content, slips: usize) {
    let rows = slips.div_ceil(COLUMNS);
    let (top, right) = (PAGE.1 - MARGIN, PAGE.0 - MARGIN);
    content.save_state().set_line_width(0.6).set_stroke_gray(0.55).set_dash_pattern([4.0, 3.0], 0.0);
    for row in 0..=rows {
        let y = top - row as f32 * SLIP.1;
        content.move_to(MARGIN, y).line_to(right, y).stroke();
    }
    for column in 0..=COLUMNS {
        let x = MARGIN + column as f32 * SLIP.0;
        content.move_to(x, top).line_to(x, top - rows as f32 * SLIP.1).stroke();
    }
    content.restore_state();
}

fn slip(content: &mut Content, slips: &Slips, code: &str, x: f32, top: f32) {
    let line = |content: &mut Content, face: Face, size: f32, down: f32, text: &[u8]| {
        content.begin_text().set_font(Name(face.0), size).next_line(x, top - down);
        content.show(Str(text)).end_text();
    };
    let heading = wrapped(&encoded(&slips.heading), 10.5, MEASURE);
    line(content, BOLD, 10.5, 23.0, heading.first().map_or(&[], Vec::as_slice));
    line(content, PLAIN, 9.0, 35.0, &encoded(&slips.below_heading));
    line(content, CODE, 28.0, 66.0, &encoded(code));
    let mut down = 82.0;
    let how = wrapped(&encoded(&slips.how), 9.0, MEASURE);
    let address = wrapped(&encoded(&slips.address), 9.5, MEASURE);
    let foot = wrapped(&encoded(&slips.foot), 7.5, MEASURE);
    let parts = [(PLAIN, 9.0, 11.0, how), (BOLD, 9.0, 12.0, address), (PLAIN, 7.5, 9.5, foot)];
    for (face, size, step, lines) in parts {
        for text in lines {
            // What does not fit is left away rather than printed over the next slip.
            if down <= SLIP.1 - 4.0 {
                line(content, face, size, down, &text);
            }
            down += step;
        }
    }
}

/// A text in lines of at most this width; a word that is wider on its own is broken.
pub(crate) fn wrapped(text: &[u8], size: f32, measure: f32) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    let mut line: Vec<u8> = Vec::new();
    for word in text.split(|byte| *byte == b' ').filter(|word| !word.is_empty()) {
        let mut longer = line.clone();
        if !longer.is_empty() {
            longer.push(b' ');
        }
        longer.extend_from_slice(word);
        if width(&longer, size) <= measure {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for byte in word {
            line.push(*byte);
            if width(&line, size) > measure && line.len() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, vec![*byte]));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_their_measure_and_lose_nothing_but_spaces() {
        let text = encoded(
            "Åpne nettleseren på nettbrettet og skriv koden https://trivsel.eksempel.no/en/ganske/lang/adresse",
        );
        let lines = wrapped(&text, 9.0, 120.0);
        assert!(lines.len() > 3, "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 9.0) <= 120.0));
        let without_spaces =
            |text: &[u8]| -> Vec<u8> { text.iter().copied().filter(|b| *b != b' ').collect() };
        assert_eq!(without_spaces(&lines.concat()), without_spaces(&text));
    }
}
