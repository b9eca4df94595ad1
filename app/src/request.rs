//! What pages know about the request they answer.

use std::{
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use domain::{
    Field, Lang, Problem, UnitId, Viewer,
    access::DemoSignIn,
    text::{self, FluentValue},
};
use leptos::prelude::use_context;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// Addresses of what a browser loads beside a page. Each carries a hash of its content, so that it may be kept for good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// Style sheet.
    pub style: String,
    /// Script of every page.
    pub script: String,
    /// Script that brings the islands in, with [`wasm`](Self::wasm).
    pub islands: String,
    /// The islands.
    pub wasm: String,
    /// Script that advises on a comment, with [`hint_wasm`](Self::hint_wasm).
    pub hint: String,
    /// The advice.
    pub hint_wasm: String,
}

impl Assets {
    /// From what the build noted down: a line for each kind, `css: 0123abcd`.
    pub fn named(hashes: &str) -> Self {
        let mut assets = Self::default();
        for (kind, hash) in hashes.lines().filter_map(|line| line.split_once(": ")) {
            let (named, ending) = match kind {
                "css" => (&mut assets.style, "css"),
                "page" => (&mut assets.script, "js"),
                "js" => (&mut assets.islands, "js"),
                "wasm" => (&mut assets.wasm, "wasm"),
                "hintjs" => (&mut assets.hint, "js"),
                "hintwasm" => (&mut assets.hint_wasm, "wasm"),
                _ => continue,
            };
            *named = format!("/pkg/trivsel.{}.{ending}", hash.trim());
        }
        assets
    }

    /// Whether all of them are known.
    pub fn is_whole(&self) -> bool {
        [&self.style, &self.script, &self.islands, &self.wasm, &self.hint, &self.hint_wasm]
            .iter()
            .all(|name| !name.is_empty())
    }
}

/// Where the request was sent: path and query, for links that come back here.
#[derive(Clone, Debug, Default)]
pub struct Here {
    /// Path.
    pub path: String,
    /// Names and values of the query.
    pub query: Vec<(String, String)>,
    /// Whether a form was sent here, rather than the page asked for.
    pub is_sent: bool,
    /// Something the form before had to hand over, once.
    pub flash: Option<String>,
    /// Unit in which something happened that was logged here last.
    pub last_unit: Option<UnitId>,
}

impl Here {
    /// The address of this request.
    pub fn find() -> Self {
        use_context().unwrap_or_default()
    }

    /// Path and query, to come back here.
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        let query: Vec<String> =
            self.query.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        format!("{}?{}", self.path, query.join("&"))
    }

    /// A value of the query.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// A number of the query; none where the query does not have it.
    ///
    /// # Errors
    /// `NotFound` for what is no number: an address that names nothing is not one that names none.
    pub fn number<T: FromStr>(&self, name: &str) -> Result<Option<T>, Problem> {
        self.query(name).map(|number| number.parse().map_err(|_| Problem::NotFound)).transpose()
    }

    /// A word of the query; none where the query does not have it, or has it empty, as a form with a choice left open.
    ///
    /// # Errors
    /// `NotFound` for a word that `read` does not know.
    pub fn word<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Problem> {
        match self.query(name) {
            None | Some("") => Ok(None),
            Some(word) => read(word).map(Some).ok_or(Problem::NotFound),
        }
    }

    /// The page of a list, from 1; the first where the query does not say.
    ///
    /// # Errors
    /// `NotFound` for what is no number.
    pub fn page(&self) -> Result<u32, Problem> {
        Ok(self.number("page")?.unwrap_or(1))
    }

    /// All values of the query that have this name.
    pub fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h str> {
        self.query.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Where to go on afterwards: a path on this site, else the front page.
    pub fn next(&self) -> String {
        local(self.query("next").unwrap_or_default())
    }

    /// The part of the path after a prefix, such as the reference of a case.
    pub fn rest(&self, prefix: &str) -> &str {
        self.path.strip_prefix(prefix).unwrap_or_default()
    }
}

/// What an address cannot hold as it is; letters beyond ASCII are not in it either.
const NO_PLACE_IN_ADDRESSES: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');
/// Everything but letters, digits and `-._~` (RFC 3986 § 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The longest address that a form or a sign-in leads back to, in bytes. Three times as much, which is
/// what encoding once more can make of it, still fits into the longest query that is read.
const LONGEST_NEXT: usize = 1200;

/// A path on this site as it can stand in a `Location` header, or `/`. Letters beyond ASCII are
/// percent-encoded, as browsers do; what has control characters was never a link of ours.
pub fn local(path: &str) -> String {
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control());
    if !is_local {
        return "/".to_owned();
    }
    let encoded = utf8_percent_encode(path, NO_PLACE_IN_ADDRESSES).to_string();
    if encoded.len() > LONGEST_NEXT { "/".to_owned() } else { encoded }
}

/// Percent-encodes everything but letters, digits and `-._~` (RFC 3986 § 2.3).
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// How people can sign in besides with a password.
#[derive(Clone, Debug, Default)]
pub struct SignInWays {
    /// The demo's sign-ins; empty outside demo mode.
    pub demo: Vec<DemoSignIn>,
    /// What the provider is called that people can sign in with; none where none is configured.
    pub provider: Option<String>,
}

impl SignInWays {
    /// Those of this request.
    pub fn find() -> Self {
        use_context().unwrap_or_default()
    }
}

/// A form that was sent while nobody was signed in, packed for the way through signing in; empty where there is none.
#[derive(Clone, Debug, Default)]
pub struct Carried(pub String);

impl Carried {
    /// What came along with this request, or with the form of the page before.
    pub fn find() -> String {
        let here = use_context::<Self>().unwrap_or_default().0;
        if here.is_empty() { Refill::find().value("carried") } else { here }
    }
}

/// Whether the page has a form whose content goes along when language or theme change. The page is made before the
/// header above it, which has to know.
#[derive(Clone, Debug, Default)]
pub struct LongForms(Arc<AtomicBool>);

impl LongForms {
    /// The first form that asks is the one.
    pub fn claim() -> bool {
        use_context::<Self>().is_some_and(|forms| !forms.0.swap(true, Ordering::Relaxed))
    }

    /// Whether there is one.
    pub fn has_one(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A form that was refused: what was typed, and why.
#[derive(Clone, Debug)]
pub struct Submitted {
    /// Names and values as they arrived.
    pub values: Vec<(String, String)>,
    /// Why it was refused; none when only its page is shown anew.
    pub problem: Option<Problem>,
}

/// The refused form of this request, or an empty one.
#[derive(Clone, Debug, Default)]
pub struct Refill(Option<Submitted>);

impl Refill {
    /// What this request's form held.
    pub fn find() -> Self {
        Self(use_context())
    }

    /// What was typed into a field; empty on a fresh page.
    pub fn value(&self, name: &str) -> String {
        let values = self.0.iter().flat_map(|submitted| &submitted.values);
        values.into_iter().find(|(n, _)| n == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Everything that was typed.
    pub fn values(&self) -> Vec<(String, String)> {
        self.0.as_ref().map(|submitted| submitted.values.clone()).unwrap_or_default()
    }

    /// Whether the page shows what was typed before.
    pub const fn is_again(&self) -> bool {
        self.0.is_some()
    }

    /// Why the form was refused.
    pub fn problem(&self) -> Option<&Problem> {
        self.0.as_ref().and_then(|submitted| submitted.problem.as_ref())
    }

    /// Message id of why a field was refused.
    pub fn why(&self, field: Field) -> Option<&'static str> {
        match self.problem() {
            Some(Problem::Invalid(fields)) => fields.iter().find(|f| f.field == field).map(|f| f.text_id()),
            _ => None,
        }
    }
}

/// The signed-in person of this request, or a stranger.
pub fn viewer() -> Viewer {
    use_context().unwrap_or_else(|| Viewer {
        name: None,
        rights: Vec::new(),
        lang: Lang::default(),
        theme: domain::access::Theme::default(),
        is_synthetic: false,
        organisation: String::new(),
        proof: domain::access::Proof::default(),
        shelf: None,
    })
}

/// Texts in the language of this request.
#[derive(Clone, Copy, Debug)]
pub struct Words(pub Lang);

impl Words {
    /// Texts in the language of this request.
    pub fn find() -> Self {
        Self(viewer().lang)
    }

    /// A text without variables.
    pub fn t(self, id: &str) -> String {
        text::t(self.0, id)
    }

    /// A text with variables.
    pub fn tv(self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        text::tv(self.0, id, values)
    }
}
