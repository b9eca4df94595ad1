//! A poster for a wall, a table or a till: a code for a telephone's camera, its address in letters, a few words in two
//! languages. One page of A4 or A6, tagged, so that it is read aloud in its order.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr, types::StructRole};

use crate::{
    slips::wrapped,
    winansi::{encoded, width},
};

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PosterSize {
    /// For a wall or a door.
    A4,
    /// For a table or a till.
    A6,
}

impl PosterSize {
    /// Reads the name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "A4" => Some(Self::A4),
            "A6" => Some(Self::A6),
            _ => None,
        }
    }

    /// The name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A6 => "A6",
        }
    }

    /// Points of 1/72 inch.
    const fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::A6 => (297.64, 419.53),
        }
    }
}

/// A picture for a telephone's camera, row by row without its margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules in a row.
    pub width: usize,
    /// Which of them are dark.
    pub is_dark: Vec<bool>,
}

/// What a poster says in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PosterText {
    /// The language, as a tag such as `nb`.
    pub lang: String,
    /// In large letters.
    pub title: String,
    /// What to do.
    pub how: String,
    /// What becomes of it.
    pub promise: String,
}

/// What stands on a poster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// Paper.
    pub size: PosterSize,
    /// Whose it is.
    pub organisation: String,
    /// Where it hangs.
    pub unit: String,
    /// The address, as somebody types it.
    pub address: String,
    /// Two languages, the first in larger letters.
    pub texts: [PosterText; 2],
    /// What the picture is, for those who do not see it.
    pub picture: String,
    /// The picture.
    pub qr: Qr,
}

/// Light modules around a code, so that a camera finds it (ISO/IEC 18004).
const QUIET: f32 = 4.0;
/// Accent colour of the band at the top.
const ACCENT: (f32, f32, f32) = (0.078, 0.345, 0.302);
/// Bold letters are a little wider than the ones that are measured.
const BOLD_WIDER: f32 = 1.09;

const PLAIN: &[u8] = b"P";
const BOLD: &[u8] = b"B";

/// A part of the page as it is read aloud.
struct Part {
    role: StructRole,
    lang: String,
    alt: Option<String>,
}

/// A line that stands in the middle.
struct Line<'a> {
    face: &'static [u8],
    size: f32,
    grey: f32,
    text: &'a str,
}

struct Sheet {
    content: Content,
    parts: Vec<Part>,
    width: f32,
    /// How large everything is, beside A4.
    scale: f32,
}

/// Draws a poster.
pub fn poster(poster: &Poster) -> Vec<u8> {
    let (page_width, page_height) = poster.size.points();
    let scale = page_width / 595.28;
    let mut sheet = Sheet { content: Content::new(), parts: Vec::new(), width: page_width, scale };
    sheet.draw(poster, page_height);
    let Sheet { content, parts, .. } = sheet;
    let [catalog, tree, info, page, stream, plain, bold, root, document] =
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map(Ref::new);
    let ids: Vec<Ref> = (10..).take(parts.len()).map(Ref::new).collect();
    let mut pdf = Pdf::new();
    let mut written = pdf.catalog(catalog);
    written.pages(tree).lang(TextStr(&poster.texts[0].lang));
    written.mark_info().marked(true);
    written.viewer_preferences().display_doc_title(true);
    written.pair(Name(b"StructTreeRoot"), root);
    written.finish();
    pdf.document_info(info).title(TextStr(&format!("{} · {}", poster.texts[0].title, poster.unit)));
    pdf.pages(tree).kids([page]).count(1);
    for (font, name) in [(plain, b"Helvetica".as_slice()), (bold, b"Helvetica-Bold")] {
        pdf.type1_font(font).base_font(Name(name)).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    let mut sheet = pdf.page(page);
    sheet.media_box(Rect::new(0.0, 0.0, page_width, page_height)).parent(tree).contents(stream);
    sheet.struct_parents(0);
    let mut resources = sheet.resources();
    resources.fonts().pair(Name(PLAIN), plain).pair(Name(BOLD), bold);
    resources.finish();
    sheet.finish();
    // The parts in the order in which they are read.
    let mut written = pdf.indirect(root).dict();
    written.pair(Name(b"Type"), Name(b"StructTreeRoot")).pair(Name(b"K"), document);
    let mut parents = written.insert(Name(b"ParentTree")).dict();
    let mut numbers = parents.insert(Name(b"Nums")).array();
    numbers.item(0);
    numbers.push().array().items(ids.iter().copied());
    numbers.finish();
    parents.finish();
    written.finish();
    let mut whole = pdf.struct_element(document);
    whole.kind(StructRole::Document).parent(root);
    let mut children = whole.children();
    for id in &ids {
        children.struct_element(*id);
    }
    children.finish();
    whole.finish();
    for ((number, part), id) in (0..).zip(&parts).zip(&ids) {
        let mut element = pdf.struct_element(*id);
        element.kind(part.role).parent(document).page(page).lang(TextStr(&part.lang));
        if let Some(alt) = &part.alt {
            element.alt(TextStr(alt));
        }
        element.children().marked_content_id(number);
    }
    pdf.stream(stream, &content.finish());
    pdf.finish()
}

impl Sheet {
    fn draw(&mut self, poster: &Poster, height: f32) {
        let s = self.scale;
        let [first, second] = &poster.texts;
        // The band with the question; what only decorates is no part of what is read.
        let band = 232.0 * s;
        self.content.begin_marked_content(Name(b"Artifact"));
        self.content.set_fill_rgb(ACCENT.0, ACCENT.1, ACCENT.2);
        self.content.rect(0.0, height - band, self.width, band).fill_nonzero();
        self.content.end_marked_content();
        let mut y = height - 46.0 * s;
        let line = |face, size, grey, text| Line { face, size: size * s, grey, text };
        y = self.part(StructRole::P, &first.lang, y, &[line(PLAIN, 15.0, 1.0, poster.organisation.as_str())]);
        y -= 20.0 * s;
        y = self.part(StructRole::H1, &first.lang, y, &[line(BOLD, 44.0, 1.0, first.title.as_str())]);
        y -= 4.0 * s;
        self.part(StructRole::H1, &second.lang, y, &[line(PLAIN, 24.0, 1.0, second.title.as_str())]);
        // The picture.
        let side = 272.0 * s;
        let module = side / (poster.qr.width as f32 + 2.0 * QUIET);
        let (left, top) = ((self.width - side) / 2.0, height - band - 14.0 * s);
        self.begin(StructRole::Figure, &first.lang, Some(poster.picture.clone()));
        self.content.set_fill_gray(0.0);
        for (row, modules) in poster.qr.is_dark.chunks(poster.qr.width.max(1)).enumerate() {
            let mut column = 0;
            while column < modules.len() {
                let run = modules[column..].iter().take_while(|is_dark| **is_dark).count();
                if run > 0 {
                    let x = left + (QUIET + column as f32) * module;
                    let below = top - (QUIET + row as f32 + 1.0) * module;
                    self.content.rect(x, below, run as f32 * module, module);
                }
                column += run.max(1);
            }
        }
        self.content.fill_nonzero();
        self.content.end_marked_content();
        let mut y = top - side - 12.0 * s;
        y = self.part(StructRole::P, &first.lang, y, &[line(BOLD, 19.0, 0.1, poster.address.as_str())]);
        y -= 14.0 * s;
        for (text, size) in [(first, 16.0), (second, 13.5)] {
            let lines = [
                line(PLAIN, size, 0.1, text.how.as_str()),
                line(PLAIN, size - 2.5, 0.35, text.promise.as_str()),
            ];
            y = self.part(StructRole::P, &text.lang, y, &lines) - 9.0 * s;
        }
        let foot = [line(PLAIN, 12.0, 0.35, poster.unit.as_str())];
        self.part(StructRole::P, &first.lang, 40.0 * s, &foot);
    }

    fn begin(&mut self, role: StructRole, lang: &str, alt: Option<String>) {
        let tag: &[u8] = match role {
            StructRole::H1 => b"H1",
            StructRole::Figure => b"Figure",
            _ => b"P",
        };
        let number = i32::try_from(self.parts.len()).unwrap_or(i32::MAX);
        self.content.begin_marked_content_with_properties(Name(tag)).properties().identify(number);
        self.parts.push(Part { role, lang: lang.to_owned(), alt });
    }

    /// Writes lines one below the other, each in the middle; gives where the next one begins.
    fn part(&mut self, role: StructRole, lang: &str, from: f32, lines: &[Line<'_>]) -> f32 {
        let measure = self.width - 72.0 * self.scale;
        let mut y = from;
        self.begin(role, lang, None);
        for Line { face, size, grey, text } in lines {
            let wider = if *face == BOLD { BOLD_WIDER } else { 1.0 };
            self.content.set_fill_gray(*grey);
            for text in wrapped(&encoded(text), *size * wider, measure) {
                let x = (self.width - width(&text, *size * wider)) / 2.0;
                y -= size * 1.02;
                self.content.begin_text().set_font(Name(face), *size).next_line(x.max(0.0), y);
                self.content.show(Str(&text)).end_text();
                y -= size * 0.26;
            }
        }
        self.content.end_marked_content();
        y
    }
}
