//! The built site: style sheet, scripts, typefaces, icons; what is the same for everybody. A released program has it
//! inside ([`carry`]), so that one file is all there is to copy; a folder that the settings name goes before it.

use std::{
    borrow::Cow,
    convert::Infallible,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header},
};
use sha2::{Digest, Sha256};
use tower::{
    Layer, ServiceBuilder, service_fn,
    util::{BoxCloneSyncService, MapResponseLayer},
};
use tower_http::{
    services::{ServeDir, ServeFile},
    set_header::SetResponseHeaderLayer,
};

use super::{AppState, security};
use crate::config::Config;

/// Finds a file of the site that a program has inside, by its path.
pub type Inside = fn(&str) -> Option<Cow<'static, [u8]>>;

static INSIDE: OnceLock<Inside> = OnceLock::new();

/// Says that this program has the site inside; what is said first holds. The program says it, not this crate: so the
/// site can be built while everything else is.
pub fn carry(files: Inside) {
    INSIDE.get_or_init(|| files);
}

/// A file that is inside.
fn inside(path: &str) -> Option<Cow<'static, [u8]>> {
    INSIDE.get().and_then(|files| files(path))
}

/// Where the site is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    /// In a folder.
    Folder(PathBuf),
    /// In the program.
    Inside,
}

/// What answers with a file.
type Files = BoxCloneSyncService<Request<Body>, Response<Body>, Infallible>;

impl Site {
    /// The site of these settings: the folder they name, else what is inside, else where it is built.
    pub fn of(config: &Config) -> Self {
        match &config.site {
            Some(folder) => Self::Folder(folder.clone()),
            None if inside("hash.txt").is_some() => Self::Inside,
            None => Self::Folder("target/site".into()),
        }
    }

    /// The file that says what the others are called.
    ///
    /// # Errors
    /// One line with a remedy where there is no site.
    pub fn names(&self) -> Result<String, String> {
        match self {
            Self::Folder(folder) => std::fs::read_to_string(folder.join("hash.txt")).map_err(|error| {
                format!(
                    "there is no built site at {} ({error}); build it with `make run` or name its folder with --site",
                    folder.display()
                )
            }),
            Self::Inside => {
                let names = inside("hash.txt").unwrap_or_default();
                String::from_utf8(names.into_owned()).map_err(|error| error.to_string())
            }
        }
    }

    /// Answers for files below a folder of the site, or for one of its files.
    fn files(&self, path: &'static str) -> Files {
        match self {
            Self::Folder(site) => {
                let at = site.join(path);
                let to_body = MapResponseLayer::new(|answer: Response<_>| answer.map(Body::new));
                match is_file(path) {
                    true => BoxCloneSyncService::new(to_body.layer(ServeFile::new(at))),
                    false => {
                        let files = ServeDir::new(at).precompressed_br().precompressed_gzip();
                        BoxCloneSyncService::new(to_body.layer(files))
                    }
                }
            }
            Self::Inside => BoxCloneSyncService::new(service_fn(move |request: Request<Body>| async move {
                Ok(answer(inside, path, &request))
            })),
        }
    }

    /// The routes of all its files.
    pub(super) fn router(&self) -> Router<AppState> {
        let year = HeaderValue::from_static("public, max-age=31536000, immutable");
        let day = HeaderValue::from_static("public, max-age=86400");
        let kept = |time: &HeaderValue, path| {
            ServiceBuilder::new().layer(cached(time.clone())).service(self.files(path))
        };
        let policy = HeaderValue::from_static(security::WORKER_POLICY);
        Router::new()
            .nest_service("/pkg", kept(&year, "pkg"))
            .nest_service("/fonts", kept(&day, "fonts"))
            .nest_service("/icons", kept(&day, "icons"))
            .route_service("/favicon.svg", kept(&day, "favicon.svg"))
            .route_service("/manifest.webmanifest", kept(&day, "manifest.webmanifest"))
            // Asked for anew each time, so that a mended one reaches every device.
            .route_service(
                "/sw.js",
                ServiceBuilder::new()
                    .layer(SetResponseHeaderLayer::overriding(header::CONTENT_SECURITY_POLICY, policy))
                    .service(kept(&HeaderValue::from_static("no-cache"), "sw.js")),
            )
    }
}

/// Whether a path of the site is a file rather than a folder.
fn is_file(path: &str) -> bool {
    Path::new(path).extension().is_some()
}

/// How long browsers and proxies keep a file. What is not there yet, or could not be read, may be there
/// the next time.
fn cached<B>(
    value: HeaderValue,
) -> SetResponseHeaderLayer<impl FnMut(&Response<B>) -> Option<HeaderValue> + Clone> {
    let or_none = HeaderValue::from_static("no-store");
    SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, move |response: &Response<B>| {
        let is_there = matches!(
            response.status(),
            StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED
        );
        Some(if is_there { value.clone() } else { or_none.clone() })
    })
}

/// A file from inside, in the smallest form that the browser takes.
fn answer(
    find: impl Fn(&str) -> Option<Cow<'static, [u8]>>,
    path: &str,
    request: &Request<Body>,
) -> Response<Body> {
    let plain = |status: StatusCode| {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        response
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED);
    }
    // A file has its own address; below a folder the request says the rest.
    let name = if is_file(path) { path.to_owned() } else { format!("{path}{}", request.uri().path()) };
    let forms = [("br", ".br"), ("gzip", ".gz"), ("", "")];
    let taken = forms.into_iter().filter(|(coding, _)| coding.is_empty() || takes(request.headers(), coding));
    let found = taken
        .into_iter()
        .find_map(|(coding, ending)| find(&format!("{name}{ending}")).map(|bytes| (coding, bytes)));
    let Some((coding, bytes)) = found else { return plain(StatusCode::NOT_FOUND) };
    let tag = format!("\"{}\"", data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes)[..16]));
    let is_known =
        request.headers().get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = plain(if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::ETAG, &tag);
    set(header::VARY, "accept-encoding");
    if !is_known {
        set(header::CONTENT_TYPE, mime_guess::from_path(&name).first_or_octet_stream().as_ref());
        set(header::CONTENT_LENGTH, &bytes.len().to_string());
        if !coding.is_empty() {
            set(header::CONTENT_ENCODING, coding);
        }
        if *request.method() == Method::GET {
            *response.body_mut() = Body::from(bytes.into_owned());
        }
    }
    response
}

/// Whether a browser takes a coding.
fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let said = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        words.next() == Some(coding) && words.next() != Some("q=0")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(path: &str) -> Option<Cow<'static, [u8]>> {
        let bytes: &[u8] = match path {
            "pkg/a.js" => b"plain",
            "pkg/a.js.br" => b"small",
            "pkg/b.wasm" => b"wasm",
            "favicon.svg" => b"<svg/>",
            _ => return None,
        };
        Some(Cow::Borrowed(bytes))
    }

    fn ask(path: &str, address: &str, headers: &[(&str, &str)]) -> Response<Body> {
        let mut request = Request::get(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(find, path, &request.body(Body::empty()).unwrap())
    }

    fn header(response: &Response<Body>, name: &str) -> String {
        response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    #[test]
    fn the_smallest_form_that_is_taken_is_sent_under_its_own_kind() {
        let small = ask("pkg", "/a.js", &[("accept-encoding", "gzip, br")]);
        assert_eq!(
            (header(&small, "content-encoding"), header(&small, "content-type")),
            ("br".into(), "text/javascript".into())
        );
        let plain = ask("pkg", "/a.js", &[("accept-encoding", "br;q=0, gzip")]);
        assert_eq!(
            (header(&plain, "content-encoding"), header(&plain, "content-length")),
            (String::new(), "5".into())
        );
        assert_eq!(header(&ask("pkg", "/b.wasm", &[]), "content-type"), "application/wasm");
        assert_eq!(header(&ask("favicon.svg", "/", &[]), "content-type"), "image/svg+xml");
    }

    #[test]
    fn what_is_known_is_not_sent_again_and_what_is_not_there_is_not_found() {
        let tag = header(&ask("pkg", "/a.js", &[]), "etag");
        let again = ask("pkg", "/a.js", &[("if-none-match", &tag)]);
        assert_eq!(
            (again.status(), header(&again, "content-length")),
            (StatusCode::NOT_MODIFIED, String::new())
        );
        for address in ["/c.js", "/", "/../pkg/a.js", "/a.js/"] {
            assert_eq!(ask("pkg", address, &[]).status(), StatusCode::NOT_FOUND, "{address}");
        }
    }
}
