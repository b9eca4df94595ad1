//! Message catalogues: every text a person reads, in `app/locales/<area>.{en,nb}.ftl` (Fluent).
//!
//! Pages are rendered on the server, so the catalogues cost the browser nothing; islands get
//! their texts as properties.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use crate::{Lang, format};

pub use fluent_bundle::FluentValue;

/// The catalogues of a language, one an area.
macro_rules! catalogues {
    ($lang:literal: $($area:literal)+) => {
        [$(include_str!(concat!("../../../locales/", $area, ".", $lang, ".ftl"))),+]
    };
}

const AREAS: usize = 13;
const EN: [&str; AREAS] = catalogues!("en": "base" "organisation" "staff" "people" "customers" "public" "insight" "exchange" "report" "review" "book" "hse" "demo");
const NB: [&str; AREAS] = catalogues!("nb": "base" "organisation" "staff" "people" "customers" "public" "insight" "exchange" "report" "review" "book" "hse" "demo");

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 2] = [const { OnceLock::new() }; 2];
    let (slot, sources) = match lang {
        Lang::En => (&BUNDLES[0], EN),
        Lang::Nb => (&BUNDLES[1], NB),
    };
    slot.get_or_init(|| {
        let tag = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Texts go into HTML, where the page's own direction rules; isolation marks would only get
        // in the way of copying and searching.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| number(Lang::En, value),
            Lang::Nb => |value, _| number(Lang::Nb, value),
        }));
        // A resource with an error still yields the messages that parse; the test below is red then.
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// Numbers in messages follow the language: decimal comma and spaced thousands in Bokmål.
fn number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) => {
            let decimals =
                n.options.minimum_fraction_digits.unwrap_or(if n.value.fract() == 0.0 { 0 } else { 1 });
            Some(format::number(lang, n.value, decimals))
        }
        _ => None,
    }
}

/// The text of a message without variables. An unknown id comes back as itself, visibly wrong.
pub fn t(lang: Lang, id: &str) -> String {
    lookup(lang, id, None)
}

/// The text of a message with variables: `tv(lang, "week", &[("week", 47.into())])`.
pub fn tv(lang: Lang, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    lookup(lang, id, Some(&args))
}

/// Whether the catalogue of `lang` has the message.
pub fn has(lang: Lang, id: &str) -> bool {
    bundle(lang).has_message(id)
}

fn lookup(lang: Lang, id: &str, args: Option<&FluentArgs<'_>>) -> String {
    let bundle = bundle(lang);
    match bundle.get_message(id).and_then(|message| message.value()) {
        Some(pattern) => bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
        None => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_catalogues_parse_without_an_error() {
        for source in EN.into_iter().chain(NB) {
            if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                panic!("{errors:?}");
            }
        }
    }

    #[test]
    fn both_catalogues_hold_the_same_messages() {
        let ids = |source: &str| -> Vec<String> {
            let mut ids: Vec<_> = source
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split(" =").next().map(str::to_owned))
                .collect();
            ids.sort();
            ids
        };
        for (en, nb) in EN.into_iter().zip(NB) {
            assert_eq!(ids(en), ids(nb));
        }
    }

    #[test]
    fn no_message_stands_in_two_areas() {
        let all: Vec<&str> = EN
            .iter()
            .flat_map(|source| source.lines())
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| !id.contains(' ') && !id.starts_with('#'))
            .collect();
        let once: std::collections::HashSet<&&str> = all.iter().collect();
        assert_eq!(once.len(), all.len());
    }

    #[test]
    fn an_unknown_message_shows_its_id() {
        assert_eq!(t(Lang::En, "no-such-message"), "no-such-message");
    }
}
