//! The numbers of a pack as plain JSON, for another program to check: digits with a scale become numbers, and what is
//! printed is also there as each language writes it.

use domain::{
    Lang,
    insight::pack::{Decimal, Pack},
};
use serde_json::{Map, Value, json};

/// The numbers.
pub fn numbers(pack: &Pack) -> Value {
    let whole = serde_json::to_value(pack).unwrap_or_default();
    let part = |name: &str| plain(whole.get(name).cloned().unwrap_or_default());
    let mut out = Map::new();
    out.insert("schema".to_owned(), json!("trivsel-review-numbers/1"));
    for name in [
        "quarter",
        "previous",
        "rounds",
        "tests",
        "units",
        "drivers",
        "complaints",
        "cases",
        "matrix_4_3",
        "hidden",
    ] {
        out.insert(name.to_owned(), part(name));
    }
    Value::Object(out)
}

fn decimal(value: &Value) -> Option<Decimal> {
    let fields = value.as_object().filter(|fields| fields.len() == 2)?;
    let scale = u8::try_from(fields.get("scale")?.as_u64()?).ok()?;
    Some(Decimal { digits: fields.get("digits")?.as_i64()?, scale })
}

fn plain(value: Value) -> Value {
    if let Some(decimal) = decimal(&value) {
        return json!(decimal.value());
    }
    match value {
        Value::Array(values) => Value::Array(values.into_iter().map(plain).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().flat_map(|(key, value)| field(key, value)).collect())
        }
        other => other,
    }
}

/// A field; what is printed stands in both languages.
fn field(key: String, value: Value) -> Vec<(String, Value)> {
    let first = value.get(0).and_then(decimal);
    if key == "printed"
        && let Some(decimal) = first.or_else(|| decimal(&value))
    {
        let prefix = if first.is_some() { "rate_printed" } else { "printed" };
        let written = [("nb", Lang::Nb), ("en", Lang::En)];
        return written.map(|(name, lang)| (format!("{prefix}_{name}"), json!(decimal.text(lang)))).into();
    }
    let value = plain(value);
    vec![(key, value)]
}
