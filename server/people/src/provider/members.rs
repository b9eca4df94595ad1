//! Reading what a provider writes: a member that is needed must have its shape, any other may have none.

use serde_json::{Map, Value};

/// The members of a JSON object, with what it is called in messages. A member that is `null` is absent.
#[derive(Clone, Copy)]
pub(super) struct Members<'a> {
    of: &'static str,
    map: &'a Map<String, Value>,
}

impl<'a> Members<'a> {
    pub(super) fn new(of: &'static str, map: &'a Map<String, Value>) -> Self {
        Self { of, map }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    /// What was read of a member, which must be there.
    pub(super) fn needed<T>(&self, name: &str, read: Option<T>) -> Result<T, String> {
        read.ok_or_else(|| format!("{} has no {name:?}", self.of))
    }

    /// What is wrong with a member: its shape and not its value, which may be about a person.
    pub(super) fn misshapen(&self, name: &str, wanted: &str, found: &Value) -> String {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        format!("{}: {name:?} must be {wanted}, and is {found}", self.of)
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Result<Option<&'a str>, String> {
        let read = |value: &'a Value| value.as_str().ok_or_else(|| self.misshapen(name, "a text", value));
        self.get(name).map(read).transpose()
    }

    /// An instant in seconds since 1970, with or without a fraction (RFC 7519 § 2, `NumericDate`).
    pub(super) fn seconds(&self, name: &str) -> Result<Option<f64>, String> {
        let read =
            |value: &Value| value.as_f64().ok_or_else(|| self.misshapen(name, "a number of seconds", value));
        self.get(name).map(read).transpose()
    }

    /// True or false; some providers write it as a text.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, String> {
        let read = |value: &Value| match value {
            Value::Bool(flag) => Ok(*flag),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
            Value::String(_) => {
                Err(format!("{}: {name:?} must be true or false, and is another word", self.of))
            }
            _ => Err(self.misshapen(name, "true or false", value)),
        };
        self.get(name).map(read).transpose()
    }

    /// A text, or a list of texts.
    pub(super) fn texts(&self, name: &str) -> Result<Option<Vec<&'a str>>, String> {
        let read = |value: &'a Value| match value {
            Value::String(text) => Ok(vec![text.as_str()]),
            Value::Array(list) => list
                .iter()
                .map(|entry| entry.as_str().ok_or_else(|| self.misshapen(name, "a list of texts", entry)))
                .collect(),
            _ => Err(self.misshapen(name, "a text or a list of texts", value)),
        };
        self.get(name).map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_flag_written_as_a_text_is_read_and_any_other_word_refused() {
        for (value, expected) in [
            (json!(true), Some(true)),
            (json!("true"), Some(true)),
            (json!("True"), Some(true)),
            (json!(false), Some(false)),
            (json!("false"), Some(false)),
            (json!(null), None),
        ] {
            let object = json!({ "flag": value });
            let members = Members::new("the token", object.as_object().unwrap());
            assert_eq!(members.flag("flag"), Ok(expected), "{value}");
        }
        for value in [json!("yes"), json!(""), json!(1), json!([true]), json!({})] {
            let object = json!({ "flag": value });
            let refused = Members::new("the token", object.as_object().unwrap()).flag("flag").unwrap_err();
            assert!(refused.starts_with("the token: \"flag\" must be true or false, and is "), "{refused}");
        }
    }

    #[test]
    fn a_member_of_another_shape_is_refused_by_name_and_its_value_not_told() {
        let object = json!({ "a": ["kari"], "b": "kari", "c": ["kari", { "kari": 1 }], "d": { "kari": 1 } });
        let members = Members::new("the token", object.as_object().unwrap());
        for (refused, expected) in [
            (members.text("a").unwrap_err(), "the token: \"a\" must be a text, and is a list"),
            (
                members.seconds("b").unwrap_err(),
                "the token: \"b\" must be a number of seconds, and is a text",
            ),
            (members.texts("c").unwrap_err(), "the token: \"c\" must be a list of texts, and is an object"),
            (
                members.texts("d").unwrap_err(),
                "the token: \"d\" must be a text or a list of texts, and is an object",
            ),
            (members.needed::<()>("e", None).unwrap_err(), "the token has no \"e\""),
        ] {
            assert_eq!(refused, expected);
        }
    }
}
