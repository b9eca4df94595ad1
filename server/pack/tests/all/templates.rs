//! What a template may not do.

use std::{fs, path::Path};

#[test]
fn templates_read_nothing_run_nothing_and_fetch_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for word in [
            "eval(",
            "read(",
            "plugin(",
            "json(",
            "yaml(",
            "toml(",
            "xml(",
            "csv(",
            "cbor(",
            "import \"@",
            "include ",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
        seen += 1;
    }
    assert!(seen >= 3, "{seen}");
}
