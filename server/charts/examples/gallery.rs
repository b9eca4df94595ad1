//! Draws every kind of figure into a folder, to be looked at: `cargo run -p charts --example gallery -- FOLDER`.

#[path = "../tests/all/samples/mod.rs"]
mod samples;

use std::error::Error;
use std::path::Path;

use charts::{Interval, Theme, interval_png, interval_svg, trend_png, trend_svg};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    for (name, trend) in samples::trends() {
        for width in [713, 340] {
            let svg = trend_svg(&trend, trend.comfortable_size(width)?)?;
            std::fs::write(folder.join(format!("{name}-{width}.inline.svg")), svg.as_str())?;
            std::fs::write(folder.join(format!("{name}-{width}.svg")), svg.standalone())?;
        }
    }
    let shop = samples::shop();
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        let size = shop.comfortable_size(713)?;
        std::fs::write(folder.join(format!("shop-{name}.png")), trend_png(&shop, size, theme, 2)?)?;
        let png = interval_png(&samples::link(), Interval::SIZE, theme, 2)?;
        std::fs::write(folder.join(format!("link-{name}.png")), png)?;
    }
    for (name, interval) in samples::intervals() {
        let svg = interval_svg(&interval, Interval::SIZE)?;
        std::fs::write(folder.join(format!("{name}.inline.svg")), svg.as_str())?;
    }
    Ok(())
}
