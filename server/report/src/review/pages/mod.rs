//! A pack as pages: words and drawn figures. Nothing is reckoned here that a page prints.

mod course;
mod customers;
mod dialogue;
mod differences;
mod front;
mod organisation;
mod statements;
mod tables;
mod unit;
mod words;

use domain::{
    Lang,
    insight::{pack::Pack, pack_pages::Run},
    text::tv,
};

pub use dialogue::dialogue;
pub use differences::differences;
pub use organisation::{factor_rows, organisation};
pub(crate) use unit::is_below;
pub use unit::unit;

pub(super) use words::{inside, label, long_day};

use super::words::{day, quarter};

/// What is known of a document beside its pack.
#[derive(Clone, Debug, Default)]
pub struct Stamp {
    /// Version and ISO day of the approval; none of a draft.
    pub approved: Option<(i64, String)>,
    /// The document's id.
    pub id: Option<String>,
}

/// What stands on every sheet.
fn run(pack: &Pack, kind: &str, about: &str, stamp: &Stamp, lang: Lang) -> Run {
    let name = quarter(lang, &pack.quarter);
    let kind = domain::text::t(lang, &format!("review-kind-{kind}"));
    let tag = match &stamp.approved {
        Some((version, on)) => {
            let values = [("date", words::long_day(lang, on).into()), ("version", (*version).into())];
            tv(lang, "review-approved", &values)
        }
        None => tv(lang, "review-draft", &[("date", words::long_day(lang, &pack.dated).into())]),
    };
    Run {
        what: format!("{kind} · {name}"),
        tag,
        is_draft: stamp.approved.is_none(),
        about: format!("{about} · {name}"),
        id: stamp.id.clone(),
        picture: None,
        look_up: String::new(),
        quarter: pack.quarter.clone(),
        version: stamp.approved.as_ref().map(|(version, _)| *version),
    }
}
