//! Which network address a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap},
};

/// The address that attempts are counted for: that of the peer or, behind `proxies` trusted proxies,
/// the one that the outermost of them saw. Values further left were written by whoever asks and are
/// never read. Empty when nothing is known.
pub(super) fn client(headers: &HeaderMap, extensions: &Extensions, proxies: usize) -> String {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let values: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let forwarded = (proxies > 0)
        .then(|| values.len().checked_sub(proxies).and_then(|place| values[place].parse::<IpAddr>().ok()))
        .flatten();
    forwarded.or(peer).map(network).unwrap_or_default()
}

/// What counts as one address. A household or phone has a whole /64 of IPv6 addresses to change between.
pub(super) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn seen(forwarded: &[&'static str], proxies: usize) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_static(value));
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 5000))));
        client(&headers, &extensions, proxies)
    }

    #[test]
    fn a_header_counts_only_as_far_as_proxies_are_trusted() {
        assert_eq!(seen(&["203.0.113.7"], 0), "192.0.2.1");
        assert_eq!(seen(&["203.0.113.7"], 1), "203.0.113.7");
        assert_eq!(seen(&["198.51.100.1, 203.0.113.7"], 1), "203.0.113.7", "the left one is anybody's claim");
        assert_eq!(seen(&["198.51.100.1", "203.0.113.7, 10.0.0.2"], 2), "203.0.113.7");
        assert_eq!(seen(&["203.0.113.7"], 2), "192.0.2.1", "not from as far as that");
        assert_eq!(seen(&["nonsense"], 1), "192.0.2.1");
        assert_eq!(seen(&["2001:db8:1:2:3:4:5:6"], 1), "2001:db8:1:2::");
    }
}
