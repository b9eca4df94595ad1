//! A report as one HTML file: figures inside, no scripts, nothing fetched, light and dark, for screen and
//! paper.

use std::fmt::Write as _;

use charts::{PALETTE, Svg};
use domain::Lang;
use html_escape::encode_quoted_attribute;

/// What every report shares; colours come from the figures' own table.
const STYLE: &str = "\
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Inter,system-ui,sans-serif}
main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.2rem;margin:2.5rem 0 .5rem}
h3{font-size:1rem;margin:1.5rem 0 .25rem}
p,ul{margin:.5rem 0;max-width:42rem}
.lead{font-size:1.1rem}
.note{color:var(--ink-2)}
figure{margin:1rem 0;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
figure svg{display:block;width:100%;height:auto;overflow:visible}
figcaption{margin-top:.5rem;color:var(--ink-2);font-size:.9rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--ink-2);padding:.25rem 0}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
th:first-child,td:first-child,.text{text-align:left}
thead th{color:var(--ink-2);font-weight:600}
.pt:focus-visible{outline:none}
.pt:focus-visible circle{stroke:var(--ink);stroke-width:2}
@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}
figure,tr{break-inside:avoid}.scroll{overflow:visible}}
";

/// The head of a column.
pub struct Head {
    text: String,
    holds_words: bool,
}

impl Head {
    /// Of a column of words.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), holds_words: true }
    }

    /// Of a column of numbers, which are set below each other.
    pub fn numbers(text: impl Into<String>) -> Self {
        Self { text: text.into(), holds_words: false }
    }
}

/// A document under construction. Text is escaped on the way in; figures only come from the charts crate.
pub struct Document {
    lang: Lang,
    title: String,
    body: String,
}

impl Document {
    /// A document with its title as the first heading.
    pub fn new(lang: Lang, title: &str) -> Self {
        let mut document = Self { lang, title: title.to_owned(), body: String::new() };
        document.element("h1", "", title);
        document
    }

    /// Begins a section.
    pub fn section(&mut self, heading: &str) {
        self.element("h2", "", heading);
    }

    /// Begins a part of a section.
    pub fn part(&mut self, heading: &str) {
        self.element("h3", "", heading);
    }

    /// The sentence a reader who stops here should take along.
    pub fn lead(&mut self, text: &str) {
        self.element("p", "lead", text);
    }

    /// A paragraph.
    pub fn say(&mut self, text: &str) {
        self.element("p", "", text);
    }

    /// A paragraph of small print.
    pub fn note(&mut self, text: &str) {
        self.element("p", "note", text);
    }

    /// A list.
    pub fn list(&mut self, items: impl IntoIterator<Item = String>) {
        self.body.push_str("<ul>\n");
        for item in items {
            self.element("li", "", &item);
        }
        self.body.push_str("</ul>\n");
    }

    /// A figure with what it says in words.
    pub fn figure(&mut self, svg: &Svg, summary: &str) {
        let _ = writeln!(
            self.body,
            "<figure>{svg}<figcaption>{}</figcaption></figure>",
            encode_quoted_attribute(summary)
        );
    }

    /// A table; the first cell of each row is its name.
    pub fn table(&mut self, caption: &str, heads: &[Head], rows: &[Vec<String>]) {
        let _ = write!(
            self.body,
            "<div class=\"scroll\"><table><caption>{}</caption>",
            encode_quoted_attribute(caption)
        );
        self.body.push_str("<thead><tr>");
        for Head { text, holds_words } in heads {
            let class = if *holds_words { " class=\"text\"" } else { "" };
            let head = encode_quoted_attribute(text);
            let _ = write!(self.body, "<th scope=\"col\"{class}>{head}</th>");
        }
        self.body.push_str("</tr></thead><tbody>\n");
        for row in rows {
            self.body.push_str("<tr>");
            for (place, cell) in row.iter().enumerate() {
                let cell = encode_quoted_attribute(cell);
                let _ = match (place, heads.get(place).is_some_and(|head| head.holds_words)) {
                    (0, _) => write!(self.body, "<th scope=\"row\">{cell}</th>"),
                    (_, true) => write!(self.body, "<td class=\"text\">{cell}</td>"),
                    (_, false) => write!(self.body, "<td>{cell}</td>"),
                };
            }
            self.body.push_str("</tr>\n");
        }
        self.body.push_str("</tbody></table></div>\n");
    }

    fn element(&mut self, tag: &str, class: &str, text: &str) {
        let text = encode_quoted_attribute(text);
        let _ = if class.is_empty() {
            writeln!(self.body, "<{tag}>{text}</{tag}>")
        } else {
            writeln!(self.body, "<{tag} class=\"{class}\">{text}</{tag}>")
        };
    }

    /// The whole document.
    pub fn finish(self) -> String {
        let (lang, title) = (self.lang.tag(), encode_quoted_attribute(&self.title));
        let mut style = String::from(":root{color-scheme:light dark;");
        PALETTE.iter().for_each(|(role, light, _)| {
            let _ = write!(style, "--{role}:{light};");
        });
        style.push_str("}\n@media screen and (prefers-color-scheme:dark){:root{");
        PALETTE.iter().for_each(|(role, _, dark)| {
            let _ = write!(style, "--{role}:{dark};");
        });
        style.push_str("}}\n");
        style.push_str(STYLE);
        for (role, light, _) in PALETTE {
            let _ = writeln!(style, "[fill=\"{light}\"]{{fill:var(--{role})}}");
            let _ = writeln!(style, "[stroke=\"{light}\"]{{stroke:var(--{role})}}");
        }
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
            self.body
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_a_table_stay_text() {
        let mut document = Document::new(Lang::Nb, "<b>");
        document.table(
            "<i>",
            &[Head::numbers("a"), Head::words("b")],
            &[vec!["</td><script>".into(), "\"x\"".into()]],
        );
        let text = document.finish();
        assert!(!text.contains("<script>") && !text.contains("<b>") && !text.contains("<i>"));
        assert!(
            text.contains("<html lang=\"nb\">") && text.contains("<td class=\"text\">&quot;x&quot;</td>")
        );
    }

    #[test]
    fn nothing_is_fetched_and_both_themes_are_there() {
        let text = Document::new(Lang::En, "Report").finish();
        for outside in ["http://", "https://", "src=", "href=", "url(", "@import", "<script"] {
            assert!(!text.contains(outside), "{outside}");
        }
        assert!(text.contains("prefers-color-scheme:dark") && text.contains("@media print"));
    }
}
