//! What is printed, as PDF: the packs of a quarter, posters, slips with codes; made already, set with Typst. One value
//! in, bytes out.
//!
//! Architecture invariant: no query, no computation, no input or output, no clock. The pages come with every word and
//! number as it is printed; what stands here is where it stands. The same pages give the same bytes.
//!
//! * `world`: templates and typefaces, built in; `data`: the one value that a template is given;
//! * `signs`: what a text is made into before it is set; `set`: the setting itself.

mod data;
mod set;
mod signs;
mod world;

use chrono::NaiveDate;
use domain::{
    Lang,
    customers::poster::Poster,
    insight::pack_pages::{OrganisationPack, UnitPack},
    staff::slips::Slips,
};

use serde::Serialize;
use serde_json::Value;
pub use set::PackError;
use set::Standard;
use world::Template;

/// What is known of a document beside its pages.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its language.
    pub lang: Lang,
    /// The day that it carries: of the approval, of a draft that of the newest release in it.
    pub dated: NaiveDate,
    /// What it is identified by: the same for the same figures.
    pub id: &'a str,
    /// The model that the pages were made from, as JSON: a part of the file.
    pub model: &'a str,
    /// Hash of the whole model.
    pub model_hash: &'a str,
}

/// A unit's pack.
///
/// # Errors
/// When it cannot be set, which is a flaw of a template.
pub fn unit(page: &UnitPack, about: &About<'_>) -> Result<Vec<u8>, PackError> {
    set::pdf(Template::Unit, data::unit(page, about)?, about.id, Standard::Archive)
}

/// The whole organisation's pack.
///
/// # Errors
/// As [`unit`].
pub fn organisation(page: &OrganisationPack, about: &About<'_>) -> Result<Vec<u8>, PackError> {
    set::pdf(Template::Organisation, data::organisation(page, about)?, about.id, Standard::Archive)
}

/// Texts of a document with a sign that no typeface has, each once: in the PDF a replacement stands in its place.
///
/// # Errors
/// When the pages cannot be read, which none are.
pub fn unprintable(pages: &impl Serialize) -> Result<Vec<String>, PackError> {
    let mut found = Vec::new();
    look(&serde_json::to_value(pages).map_err(PackError::Data)?, &mut found);
    Ok(found)
}

fn look(value: &Value, found: &mut Vec<String>) {
    match value {
        // A drawn figure says again what stands beside it.
        Value::String(text)
            if !text.starts_with('<') && signs::has_unknown(text) && !found.contains(text) =>
        {
            found.push(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| look(value, found)),
        Value::Object(values) => values.values().for_each(|value| look(value, found)),
        _ => {}
    }
}

/// A poster.
///
/// # Errors
/// As [`unit`].
pub fn poster(poster: &Poster) -> Result<Vec<u8>, PackError> {
    set::pdf(Template::Poster, data::poster(poster)?, &poster.address, Standard::Read)
}

/// Slips to cut.
///
/// # Errors
/// As [`unit`].
pub fn slips(slips: &Slips) -> Result<Vec<u8>, PackError> {
    set::pdf(Template::Slips, data::slips(slips)?, &slips.title, Standard::Read)
}
