//! The one value that a template is given: the pages as they are, the words around them, and what is counted in a
//! sentence.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::Datelike;
use domain::{
    Lang,
    customers::poster::Poster,
    insight::pack_pages::{NumberTable, OrganisationPack, Run, TriedRow, UnitPack},
    people::account::QrPicture,
    staff::slips::Slips,
    text::{t, tv},
};
use serde_json::{Map, Value, json};

use crate::{
    About, PackError,
    signs::{isolated, settable},
    world::TEMPLATES,
};

/// Sentences on the organisation's first sheet.
const LINES_ON_FRONT: usize = 9;
/// Rows of a table; the rest of a large organisation stands in the workbook.
const MOST_ROWS: usize = 108;
/// Units of which it is said why they are not compared.
const MOST_NOT_COMPARED: usize = 36;
/// Actions that leave room for the matrix.
const MOST_TRIED_BESIDE: usize = 6;
/// Light squares around a code, so that a camera finds it (ISO/IEC 18004).
const QUIET: u32 = 4;

/// Names of the fields that somebody wrote: each in a direction of its own.
const WRITTEN: [&str; 3] = ["what", "unit", "name"];

/// Ids of the messages that the templates ask for.
static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let asked = |text: &'static str| text.split("w(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut ids: BTreeSet<&str> = TEMPLATES.iter().flat_map(|(_, text)| asked(text)).collect();
    // Put together from parts, or handed on.
    ids.extend([
        "review-legend-levels",
        "review-legend-intervals",
        "review-legend-limits",
        "review-legend-hidden",
        "review-legend-void",
        "review-legend-signal",
        "review-legend-better",
        "review-down",
        "review-up",
        "review-causes",
        "review-causes-note",
        "review-kept",
        "review-kept-note",
        "review-column-what",
        "review-column-where",
        "review-column-aim",
        "review-column-role",
        "review-column-since",
        "review-column-review",
        "review-made",
        "review-method-scores",
        "review-method-tests",
        "review-method-rates",
        "review-method-limits",
    ]);
    ids.retain(|id| !id.ends_with('-'));
    ids
});

/// A unit's pack.
pub(crate) fn unit(page: &UnitPack, about: &About<'_>) -> Result<Value, PackError> {
    let lang = about.lang;
    let trying: Vec<Value> = page
        .tried_on_first()
        .iter()
        .map(|row| json!({ "what": row.what, "until": until(row, lang) }))
        .collect();
    let (first, rest) = page.tried_on_meeting();
    let own = json!({
        "trying": trying,
        // Three lines to write on, fewer where actions take their room: the sheet is one page.
        "lines": 4 - first.len().clamp(1, 3),
        "tried": first,
        "tried_more": more(lang, "review-tried-more", rest),
        "has_own_sheet": page.has_own_sheet(),
        "below_more": more(lang, "review-below-more", page.below_more as usize),
    });
    all(serde_json::to_value(page)?, own, &page.run, about)
}

/// The organisation's pack.
pub(crate) fn organisation(page: &OrganisationPack, about: &About<'_>) -> Result<Value, PackError> {
    let lang = about.lang;
    let mut page = page.clone();
    let further = page.lines.split_off(page.lines.len().min(LINES_ON_FRONT));
    let is_one_sheet = further.is_empty();
    let lines_more = more(lang, "review-lines-more", page.lines_more as usize);
    let kept = page.customers.kept.iter().map(|row| {
        let values = [("label", row.label.as_str().into()), ("value", row.value.as_str().into())];
        tv(lang, "review-handling-kept", &values)
    });
    let mut handling = vec![kept.collect::<Vec<_>>().join(" ")];
    if page.customers.kept.is_empty() {
        handling = vec![t(lang, "review-handling-none")];
    }
    handling.extend(page.customers.say.get(1).cloned());
    let is_short = page.tried.len() <= MOST_TRIED_BESIDE;
    let [actions, matrix] = ["review-actions", "review-matrix-short"].map(|id| t(lang, id));
    let own = json!({
        "front_lines": std::mem::take(&mut page.lines),
        "front_more": if is_one_sheet { lines_more.as_str() } else { "" },
        "further_lines": further,
        "lines_more": lines_more,
        "handling": handling,
        "clear_more": cut(&mut page.clear, lang),
        "hidden_more": cut(&mut page.hidden, lang),
        "not_compared": page.not_compared.iter().take(MOST_NOT_COMPARED).collect::<Vec<_>>(),
        "units_more": more(lang, "review-units-more", page.units_more as usize),
        "is_short": is_short,
        "actions_title": if is_short { format!("{actions}, {matrix}") } else { actions },
    });
    let run = page.run.clone();
    all(serde_json::to_value(page)?, own, &run, about)
}

/// What goes with every document, and the pages with signs that can be set.
fn all(page: Value, own: Value, run: &Run, about: &About<'_>) -> Result<Value, PackError> {
    let lang = about.lang;
    let words: Map<String, Value> =
        WORDS.iter().map(|id| ((*id).to_owned(), Value::String(t(lang, id)))).collect();
    let page_of = tv(lang, "review-page-of", &[("page", "\u{1}".into()), ("pages", "\u{1}".into())]);
    let mut data = json!({
        "lang": lang.tag(),
        "region": if lang == Lang::Nb { "no" } else { "gb" },
        "title": format!("{} · {}", run.about, run.tag),
        "description": format!("{} · {} · {}", run.what, run.tag, about.id),
        "keywords": [about.id, about.model_hash],
        "date": [about.dated.year(), about.dated.month(), about.dated.day()],
        "model_words": tv(lang, "review-pdf-model", &[("id", about.id.into())]),
        "page_of": page_of.split('\u{1}').collect::<Vec<_>>(),
        "look_up": tv(lang, "review-look-up", &[("address", run.look_up.as_str().into())]),
        "qr": run.picture.as_ref().map(code),
        "words": words,
        "page": page,
    });
    if let (Value::Object(data), Value::Object(own)) = (&mut data, own) {
        data.extend(own);
    }
    clean(&mut data, "");
    // The attachment is a file of its own, with the bytes that it has.
    data["model"] = Value::String(about.model.to_owned());
    Ok(data)
}

/// A poster: its own words in two languages.
pub(crate) fn poster(poster: &Poster) -> Result<Value, PackError> {
    let title = format!("{} · {}", poster.texts[0].title, poster.unit);
    let mut page = serde_json::to_value(poster)?;
    page["qr"] = Value::String(code(&poster.qr));
    Ok(alone(page, &title, &poster.texts[0].lang))
}

/// Slips.
pub(crate) fn slips(slips: &Slips) -> Result<Value, PackError> {
    Ok(alone(serde_json::to_value(slips)?, &slips.title, &slips.lang))
}

/// A document that is no pack.
fn alone(page: Value, title: &str, lang: &str) -> Value {
    let mut data = json!({ "title": title, "lang": lang, "page": page });
    clean(&mut data, "");
    data
}

/// Makes every text one that can be set, and every figure a picture with its name.
fn clean(value: &mut Value, name: &str) {
    match value {
        Value::String(text) if text.starts_with("<svg") => *value = figure(text),
        Value::String(text) if WRITTEN.contains(&name) => *text = isolated(text),
        Value::String(text) => *text = together(&settable(text)),
        Value::Array(all) => all.iter_mut().for_each(|own| clean(own, name)),
        Value::Object(all) => all.iter_mut().for_each(|(name, own)| clean(own, name)),
        _ => {}
    }
}

/// A number stays with its percent sign.
fn together(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(" %") {
        made.push_str(before);
        made.push_str(if before.ends_with(|sign: char| sign.is_ascii_digit()) { "\u{a0}%" } else { " %" });
        rest = after;
    }
    made.push_str(rest);
    made
}

/// A figure of a page, as a picture that stands alone, with the name that it has there.
fn figure(svg: &str) -> Value {
    let head = svg.split('>').next().unwrap_or_default();
    let name = head.split("aria-label=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let alone = svg.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    json!({
        "svg": settable(&alone),
        "alt": settable(&html_escape::decode_html_entities(name)),
    })
}

/// A code for a telephone's camera.
fn code(picture: &QrPicture) -> String {
    let side = picture.modules + 2 * QUIET;
    format!(
        "<svg viewBox=\"-{QUIET} -{QUIET} {side} {side}\" shape-rendering=\"crispEdges\"><path d=\"{}\"/></svg>",
        picture.path
    )
}

fn until(row: &TriedRow, lang: Lang) -> String {
    let values = [("from", row.from.as_str().into()), ("review", row.review.as_str().into())];
    tv(lang, "review-tried-until", &values)
}

/// How many more there are, in a sentence; nothing where there are none.
fn more(lang: Lang, id: &str, count: usize) -> String {
    if count == 0 { String::new() } else { tv(lang, id, &[("count", (count as u64).into())]) }
}

/// Cuts a table to the rows that it may have, and says how many are left out.
fn cut(table: &mut NumberTable, lang: Lang) -> String {
    let rest = table.rows.len().saturating_sub(MOST_ROWS);
    table.rows.truncate(MOST_ROWS);
    more(lang, "review-rows-more", rest)
}
