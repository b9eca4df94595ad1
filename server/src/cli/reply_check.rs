//! `trivsel reply-check`: what letters to customers who complained have and what they lack.

use std::path::PathBuf;

use clap::Args;
use domain::Lang;
use replies::{Label, Report, check};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Failure, Outcome, say, words::pick};

pub(super) const EXAMPLES: &str = r#"The file has one JSON object a line; other fields than these are passed over:
  {"id": "a", "lang": "en", "text": "Sorry, we mixed up two orders. Yours comes tomorrow."}
  {"id": "b", "lang": "nb", "text": "Beklager at du føler det slik. Vi tar kontakt snarest."}

Example:
  trivsel reply-check letters.jsonl
    a
      says sorry                "Sorry"
      owns what happened        "we mixed up"
      next step with a date     "tomorrow"
    b
      bare ord om unnskyldning  «Beklager at du føler»
      neste skritt uten dato    «Vi tar kontakt»

With --json one object a line: id; sorry, hollow (words of apology and no real one), owns, excuse
and thanks, true or false; step, which is dated, undated or none; and why, for each of them the
words of the letter that decided it, empty where there are none. It is a mirror for the writer
and no measure of anybody.
Exit code 2: the file cannot be read, or a line is no letter in en or nb."#;

#[derive(Args)]
pub(super) struct ReplyCheckArgs {
    /// JSON Lines file with the letters
    file: PathBuf,
    /// Print JSON, one object a line
    #[arg(long)]
    json: bool,
}

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    id: LetterId,
    lang: String,
    text: String,
}

/// Ids are numbers or texts.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum LetterId {
    Number(i64),
    Text(String),
}

struct Letter {
    id: LetterId,
    lang: Lang,
    text: String,
}

pub(super) fn run(args: &ReplyCheckArgs) -> Outcome {
    let name = args.file.display().to_string();
    let refuse = |line: String| Failure { line, code: 2 };
    let text = std::fs::read_to_string(&args.file)
        .map_err(|error| refuse(format!("{name} cannot be read: {error}")))?;
    // All lines are read before the first is answered: half an answer would look like a whole one.
    for letter in letters(&name, &text).map_err(refuse)? {
        let report = check(&letter.text, letter.lang);
        if args.json {
            say(&object(&letter, &report));
        } else {
            lines(&letter, &report).iter().for_each(say);
        }
    }
    Ok(())
}

/// The letters of a file; empty lines are passed over.
///
/// # Errors
/// One line that names the file and the line.
fn letters(name: &str, text: &str) -> Result<Vec<Letter>, String> {
    let text = text.trim_start_matches('\u{feff}');
    let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let letters: Vec<Letter> = filled
        .map(|(at, line)| letter(line).map_err(|why| format!("{name}, line {}: {why}", at + 1)))
        .collect::<Result<_, _>>()?;
    if letters.is_empty() {
        return Err(format!("{name}: there are no letters"));
    }
    Ok(letters)
}

fn letter(line: &str) -> Result<Letter, String> {
    // Each line is read by itself, so serde calls it line 1.
    let line: Line = serde_json::from_str(line)
        .map_err(|error| error.to_string().replace(" at line 1 column ", ", column "))?;
    let lang = Lang::from_tag(&line.lang)
        .ok_or_else(|| format!("lang is \"{}\"; letters are read in en and nb", line.lang))?;
    Ok(Letter { id: line.id, lang, text: line.text })
}

/// The words of the letter that decided a label first.
fn words<'a>(letter: &'a Letter, report: &Report, label: Label) -> &'a str {
    let finding = report.of(label).next();
    finding.and_then(|finding| letter.text.get(finding.span.bytes.clone())).unwrap_or_default()
}

fn object(letter: &Letter, report: &Report) -> Value {
    let words = |label| words(letter, report, label);
    let step =
        Some(words(Label::Dated)).filter(|day| !day.is_empty()).unwrap_or_else(|| words(Label::Undated));
    json!({
        "id": letter.id,
        "sorry": report.has(Label::Sorry),
        "hollow": report.has(Label::Hollow),
        "owns": report.has(Label::Owns),
        "excuse": report.has(Label::Excuse),
        "step": report.step().id(),
        "thanks": report.has(Label::Thanks),
        "why": {
            "sorry": words(Label::Sorry),
            "hollow": words(Label::Hollow),
            "owns": words(Label::Owns),
            "excuse": words(Label::Excuse),
            "step": step,
            "thanks": words(Label::Thanks),
        },
    })
}

/// The report for people, in the language of the letter.
fn lines(letter: &Letter, report: &Report) -> Vec<String> {
    let quoted = |label| {
        let found = report.of(label).filter_map(|finding| letter.text.get(finding.span.bytes.clone()));
        let marked = found.map(|words| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let (open, close) = (pick(letter.lang, "\"", "«"), pick(letter.lang, "\"", "»"));
            format!("{open}{words}{close}")
        });
        marked.collect::<Vec<_>>().join(", ")
    };
    let id = match &letter.id {
        LetterId::Number(number) => number.to_string(),
        LetterId::Text(text) => text.clone(),
    };
    let found = Label::ALL.into_iter().filter(|label| report.has(*label));
    let rows = found.map(|label| format!("  {:24}  {}", title(label, letter.lang), quoted(label)));
    let mut lines: Vec<String> = std::iter::once(id).chain(rows).collect();
    if lines.len() == 1 {
        lines.push(format!("  {}", pick(letter.lang, "nothing found", "ingenting funnet")));
    }
    lines
}

const fn title(label: Label, lang: Lang) -> &'static str {
    match label {
        Label::Sorry => pick(lang, "says sorry", "sier unnskyld"),
        Label::Hollow => pick(lang, "only words of apology", "bare ord om unnskyldning"),
        Label::Owns => pick(lang, "owns what happened", "tar ansvar"),
        Label::Excuse => pick(lang, "makes excuses", "bortforklarer"),
        Label::Dated => pick(lang, "next step with a date", "neste skritt med dato"),
        Label::Undated => pick(lang, "next step without a date", "neste skritt uten dato"),
        Label::Thanks => pick(lang, "thanks", "takker"),
    }
}
