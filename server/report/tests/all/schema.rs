//! The model's JSON against the schema that is served beside it.

use boon::{Compiler, Schemas};
use report::review::{SCHEMA_FILE, file, pack};
use serde_json::{Value, json};

const QUARTER: &str = include_str!("../data/quarter.json");
const NAME: &str = "https://trivsel.example/schemas/review-1.json";

/// What a schema says of a document.
fn errors(schema: &Value, document: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource(NAME, schema.clone()).unwrap();
    let index = compiler.compile(NAME, &mut schemas).unwrap();
    schemas.validate(document, index).err().map(|error| format!("{error:#}"))
}

/// The schema with every field that it does not name refused.
fn strict(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") && fields.contains_key("required") {
                fields.insert("additionalProperties".to_owned(), json!(false));
            }
            fields.values_mut().for_each(strict);
        }
        Value::Array(all) => all.iter_mut().for_each(strict),
        _ => {}
    }
}

fn document() -> Value {
    serde_json::to_value(pack(&file::read(QUARTER).unwrap())).unwrap()
}

#[test]
fn the_model_is_what_its_schema_says_and_has_no_field_that_the_schema_does_not_name() {
    let mut schema: Value = serde_json::from_str(SCHEMA_FILE).unwrap();
    assert_eq!(errors(&schema, &document()), None);
    strict(&mut schema);
    assert_eq!(errors(&schema, &document()), None);
}

#[test]
fn what_is_not_the_model_is_refused() {
    let schema: Value = serde_json::from_str(SCHEMA_FILE).unwrap();
    let mut other = document();
    other["schema"] = json!("trivsel-review/2");
    assert!(errors(&schema, &other).is_some());
    let mut other = document();
    other["units"][0]["measures"]["strain"]["value"] = json!(27.4);
    assert!(errors(&schema, &other).is_some(), "a number that is not whole");
    let mut other = document();
    other["units"][0]["measures"]["strain"]["verdict"] = json!("below_k");
    assert!(errors(&schema, &other).is_some());
    let mut other = document();
    let hidden =
        other["cells"].as_array().unwrap().iter().position(|cell| cell["state"] == "hidden").unwrap();
    other["cells"][hidden]["value"] = json!(40);
    assert!(errors(&schema, &other).is_some(), "a hidden cell with a value");
    let mut other = document();
    other.as_object_mut().unwrap().remove("hidden");
    assert!(errors(&schema, &other).is_some());
}

#[test]
fn a_sentence_of_either_language_goes_with_each_unit() {
    for unit in document()["units"].as_array().unwrap() {
        for lang in ["en", "nb"] {
            assert!(unit["said"][lang].as_str().unwrap().ends_with('.'), "{unit}");
        }
    }
}
