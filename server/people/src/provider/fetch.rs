//! Asking the provider: its answers are JSON objects.

use base::http_out::{Client, Request, Response, Url};
use serde_json::{Map, Value};

/// Asks the provider.
pub(super) struct Fetcher(Client);

impl Fetcher {
    pub(super) fn new(allows_plain: bool, authorities: Vec<Vec<u8>>) -> Result<Self, String> {
        Client::trusting(allows_plain, authorities).map(Self)
    }

    /// Reads an address that the provider gives; it must be one that may be asked.
    pub(super) fn address(&self, text: &str) -> Result<Url, String> {
        let url = Url::parse(text).map_err(|error| format!("is no address: {error}"))?;
        if self.0.takes(&url) { Ok(url) } else { Err("is not https".to_owned()) }
    }

    pub(super) async fn get(&self, what: &str, url: &Url) -> Result<Map<String, Value>, String> {
        let request = Request::get(url.as_str()).header("accept", "application/json").body(Vec::new());
        self.ask(what, request).await
    }

    /// Posts a form, with the header `authorization` where there is one.
    pub(super) async fn post(
        &self,
        what: &str,
        url: &Url,
        authorization: Option<String>,
        form: &[(&str, &str)],
    ) -> Result<Map<String, Value>, String> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let mut request = Request::post(url.as_str())
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        self.ask(what, request.body(body.into_bytes())).await
    }

    async fn ask<E: std::fmt::Display>(
        &self,
        what: &str,
        request: Result<Request<Vec<u8>>, E>,
    ) -> Result<Map<String, Value>, String> {
        let request = request.map_err(|error| format!("{what}: {error}"))?;
        let answer = self.0.send(request).await.map_err(|error| format!("{what}: {error}"))?;
        read(&answer).map_err(|error| format!("{what}: {error}"))
    }
}

fn read(answer: &Response<Vec<u8>>) -> Result<Map<String, Value>, String> {
    let body = serde_json::from_slice::<Value>(answer.body());
    if !answer.status().is_success() {
        let error = body.ok().and_then(|body| body.get("error")?.as_str().map(code)).unwrap_or_default();
        return Err(format!("the provider answers {} {error}", answer.status().as_u16())
            .trim_end()
            .to_owned());
    }
    match body {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err("the answer is no JSON object".to_owned()),
        Err(error) => Err(format!("the answer is no JSON: {error}")),
    }
}

/// An error code (RFC 6749 § 5.2). The text comes from outside: only what such a code can be made of
/// reaches the log.
pub(super) fn code(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(40).collect()
}
