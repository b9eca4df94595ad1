//! Asking other servers over HTTP: over TLS, without following redirects, within a time and a size.
//!
//! A server counts as itself when the operating system's certificate authorities say so, or those built in: a
//! company's own authority is known to the system alone, and a bare container has no list of its own. The proxy is
//! that of the environment (`HTTPS_PROXY`, `NO_PROXY`).

use std::{sync::Arc, time::Duration};

pub use http::{Request, Response};
pub use reqwest::Url;
use reqwest::redirect;
use rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::CertificateDer};

/// How long an answer may take, from the name look-up to the last byte.
const PATIENCE: Duration = Duration::from_secs(10);
/// Largest answer in bytes; a provider's description of itself has a few thousand.
const LARGEST_ANSWER: usize = 256 * 1024;

/// Whether another server may be asked at this address: `https`, or plain `http` on this very machine where the
/// settings have chosen that.
pub fn is_safe(url: &Url, allows_plain: bool) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => allows_plain && is_loopback(url),
        _ => false,
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// Asks other servers.
pub struct Client {
    inner: reqwest::Client,
    allows_plain: bool,
}

impl Client {
    /// A client that takes plain `http` on this very machine if `allows_plain`; it then goes past any proxy, which
    /// would carry what it sends off the machine.
    ///
    /// # Errors
    /// One line, when TLS cannot be set up.
    pub fn new(allows_plain: bool) -> Result<Self, String> {
        Self::trusting(allows_plain, Vec::new())
    }

    /// The same, which also believes these certificate authorities (DER).
    ///
    /// # Errors
    /// One line, when TLS cannot be set up with them.
    pub fn trusting(allows_plain: bool, authorities: Vec<Vec<u8>>) -> Result<Self, String> {
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls(authorities)?)
            .redirect(redirect::Policy::none())
            .referer(false)
            .https_only(!allows_plain)
            // Few and far between: a connection that was kept would have ended meanwhile.
            .pool_max_idle_per_host(0)
            .user_agent("trivsel");
        let builder = if allows_plain { builder.no_proxy() } else { builder };
        let inner = builder.build().map_err(|error| format!("HTTP: {}", with_causes(&error)))?;
        Ok(Self { inner, allows_plain })
    }

    /// Whether the server may be asked at this address.
    pub fn takes(&self, url: &Url) -> bool {
        is_safe(url, self.allows_plain)
    }

    /// Sends a request, and reads the answer whole. A redirect is an answer like any other.
    ///
    /// # Errors
    /// One line: an address that may not be asked, no answer within ten seconds, one over 256 KiB, or what went
    /// wrong on the way.
    pub async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        tokio::time::timeout(PATIENCE, self.exchange(request))
            .await
            .unwrap_or_else(|_| Err("no answer within ten seconds".to_owned()))
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        let request = reqwest::Request::try_from(request).map_err(|error| with_causes(&error))?;
        if !self.takes(request.url()) {
            return Err("the address is not https".to_owned());
        }
        let mut answer = self.inner.execute(request).await.map_err(failed)?;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return Err(format!("the answer is longer than {LARGEST_ANSWER} bytes"));
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = Response::new(body);
        *response.status_mut() = answer.status();
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        Ok(response)
    }
}

/// Without the address, whose query may hold what is nobody's business.
fn failed(error: reqwest::Error) -> String {
    with_causes(&error.without_url())
}

fn tls(authorities: Vec<Vec<u8>>) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let system = rustls_native_certs::load_native_certs();
    for error in &system.errors {
        tracing::warn!(%error, "some certificate authorities of this system cannot be read");
    }
    // One that cannot be read helps nobody in, and must not keep the others out.
    roots.add_parsable_certificates(system.certs);
    for authority in authorities {
        roots
            .add(CertificateDer::from(authority))
            .map_err(|error| format!("certificate authority: {error}"))?;
    }
    // Named, because other crates may bring another implementation along.
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("TLS: {error}"))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// An error with what caused it, in one line.
pub fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_taken_on_loopback_alone_and_only_where_the_issuer_is_plain_too() {
        let safe = |address: &str, allows_plain| is_safe(&Url::parse(address).unwrap(), allows_plain);
        assert!(safe("https://login.example.org/", false));
        for address in ["http://127.0.0.1:9/", "http://[::1]:9/", "http://localhost:9/"] {
            assert!(safe(address, true), "{address}");
            assert!(!safe(address, false), "{address}");
        }
        for address in ["http://login.example.org/", "http://127.0.0.1.example.org/", "file:///etc/hostname"]
        {
            assert!(!safe(address, true), "{address}");
        }
    }
}
