//! An address as a picture for a telephone's camera.

use domain::people::account::QrPicture;
use leptos::prelude::*;

/// Light squares around a code, so that an app finds it (ISO/IEC 18004).
const MARGIN: u32 = 4;

/// The picture, dark on light in either theme.
#[component]
pub fn Qr(
    /// What is drawn.
    picture: QrPicture,
    /// What it says, for those who do not see it.
    label: String,
) -> impl IntoView {
    let size = picture.modules + 2 * MARGIN;
    view! {
        <svg class="qr" role="img" aria-label=label shape-rendering="crispEdges"
            viewBox=format!("-{MARGIN} -{MARGIN} {size} {size}")>
            <rect x=format!("-{MARGIN}") y=format!("-{MARGIN}") width=size.to_string() height=size.to_string() fill="#fff"></rect>
            <path d=picture.path fill="#000"></path>
        </svg>
    }
}
