//! Which browser on which system, for the list of one's own sessions.

/// Browsers by a word of their `User-Agent`; the first that fits, so those that pretend stand first.
const BROWSERS: [(&str, &str); 9] = [
    ("SamsungBrowser", "Samsung Internet"),
    ("EdgA/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
    ("X11", "Linux"),
];

/// `Firefox/Android` of a `User-Agent`. The rest of it is not kept: version and model tell more about
/// a person than the list of sessions needs.
pub fn device(user_agent: &str) -> String {
    let find = |words: &[(&str, &'static str)]| {
        words.iter().find(|(word, _)| user_agent.contains(word)).map_or("", |(_, name)| name)
    };
    format!("{}/{}", find(&BROWSERS), find(&SYSTEMS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_named_by_browser_and_system() {
        let phone = "Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0";
        assert_eq!(device(phone), "Firefox/Android");
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(device(edge), "Edge/Windows");
        assert_eq!(device("<script>"), "/");
    }
}
