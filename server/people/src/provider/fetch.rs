//! Fetching from the provider: over TLS, without following redirects, within a time and a size.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use http_body_util::{BodyExt, Full, Limited};
use hyper::{body::Bytes, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use openidconnect::{
    AsyncHttpClient, HttpRequest, HttpResponse,
    http::{HeaderValue, Uri},
    url::{Host, Url},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

/// How long an answer may take, from the name look-up to the last byte.
const PATIENCE: Duration = Duration::from_secs(10);
/// Largest answer in bytes; a discovery document has a few thousand.
const LARGEST_ANSWER: usize = 256 * 1024;

/// Why there is no answer.
#[derive(Debug)]
pub(super) struct FetchError(String);

impl std::fmt::Display for FetchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FetchError {}

fn failed(what: &'static str) -> impl Fn(Box<dyn std::error::Error + Send + Sync>) -> FetchError {
    move |error| FetchError(format!("{what}: {error}"))
}

/// Whether a provider may be asked at this address: `https`, or plain `http` on this very machine
/// where the settings have chosen that.
pub(super) fn is_safe(url: &Url, allows_plain: bool) -> bool {
    let is_loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => url.has_host(),
        "http" => allows_plain && is_loopback,
        _ => false,
    }
}

/// Asks the provider.
pub(super) struct Fetcher {
    tls: TlsConnector,
    allows_plain: bool,
}

impl Fetcher {
    pub(super) fn new(allows_plain: bool) -> Result<Self, String> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        // Named, because other crates may bring another implementation along.
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("TLS: {error}"))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), allows_plain })
    }

    /// Whether the provider may be asked at this address.
    pub(super) fn takes(&self, url: &Url) -> bool {
        is_safe(url, self.allows_plain)
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        tokio::time::timeout(PATIENCE, self.exchange(request))
            .await
            .unwrap_or_else(|_| Err(FetchError("no answer within ten seconds".to_owned())))
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let url = Url::parse(&request.uri().to_string()).map_err(|error| failed("address")(error.into()))?;
        if !self.takes(&url) {
            return Err(FetchError("the address is not https".to_owned()));
        }
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let port = url.port_or_known_default().unwrap_or(443);
        let stream = TcpStream::connect((host.as_str(), port))
            .await
            .map_err(|error| failed("connection")(error.into()))?;
        if url.scheme() == "http" {
            return speak(stream, request, &url).await;
        }
        let name = ServerName::try_from(host).map_err(|error| failed("server name")(error.into()))?;
        let stream = self.tls.connect(name, stream).await.map_err(|error| failed("TLS")(error.into()))?;
        speak(stream, request, &url).await
    }
}

/// One request and its answer over a connection of their own. A redirect is an answer like any other.
async fn speak(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: HttpRequest,
    url: &Url,
) -> Result<HttpResponse, FetchError> {
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| failed("handshake")(error.into()))?;
    // Ends the connection when this function ends, however it does.
    let mut tasks = JoinSet::new();
    tasks.spawn(connection);
    let mut request = request.map(|body| Full::new(Bytes::from(body)));
    let authority = &url[openidconnect::url::Position::BeforeHost..openidconnect::url::Position::AfterPort];
    let host = HeaderValue::from_str(authority).map_err(|error| failed("host")(error.into()))?;
    request.headers_mut().insert(header::HOST, host);
    request.headers_mut().insert(header::USER_AGENT, HeaderValue::from_static("trivsel"));
    *request.uri_mut() = url
        [openidconnect::url::Position::BeforePath..openidconnect::url::Position::AfterQuery]
        .parse::<Uri>()
        .map_err(|error| failed("path")(error.into()))?;
    let answer = sender.send_request(request).await.map_err(|error| failed("request")(error.into()))?;
    let (parts, body) = answer.into_parts();
    let body = Limited::new(body, LARGEST_ANSWER).collect().await.map_err(failed("answer"))?;
    Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
}

impl<'c> AsyncHttpClient<'c> for Fetcher {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
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
