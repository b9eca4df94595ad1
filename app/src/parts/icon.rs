//! The icons: our own, drawn in the current colour, silent for screen readers.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// The smile of the brand.
    Brand,
    /// Half a disc: light and dark.
    Theme,
    /// Head and shoulders: the own account.
    Person,
    /// Orange triangle of a chart.
    Concern,
    /// Blue square of a chart.
    Better,
    /// Dotted square of a chart.
    Hidden,
    /// Above the usual level.
    Up,
    /// Below the usual level.
    Down,
    /// Ochre diamond of a chart.
    Neutral,
    /// Dotted upright line of a chart.
    Baseline,
}

/// An icon.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
) -> impl IntoView {
    match name {
        IconName::Brand => view! {
            <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" aria-hidden="true">
                <path d="M4 13c1.6 4.2 4.6 6.2 8 6.2s6.4-2 8-6.2"></path>
                <path d="M7 8.4c.5-.9 1.6-.9 2.1 0M14.9 8.4c.5-.9 1.6-.9 2.1 0"></path>
            </svg>
        }
        .into_any(),
        IconName::Theme => view! {
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"></circle>
                <path d="M8 2a6 6 0 010 12z" fill="currentColor"></path>
            </svg>
        }
        .into_any(),
        IconName::Person => view! {
            <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true">
                <circle cx="8" cy="5.2" r="3"></circle>
                <path d="M2.4 14c.7-2.9 2.8-4.3 5.6-4.3s4.9 1.4 5.6 4.3"></path>
            </svg>
        }
        .into_any(),
        IconName::Concern => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M6 1l5 9.5H1z" fill="#b4470a"></path></svg>
        }
        .into_any(),
        IconName::Better => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect x="1.5" y="1.5" width="9" height="9" fill="#1f62a8"></rect></svg>
        }
        .into_any(),
        IconName::Up => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M6 1l5 9.5H1z" fill="currentColor"></path></svg>
        }
        .into_any(),
        IconName::Down => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M6 11L1 1.5h10z" fill="currentColor"></path></svg>
        }
        .into_any(),
        IconName::Neutral => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M6 1l5 5-5 5-5-5z" fill="#8a7a2f"></path></svg>
        }
        .into_any(),
        IconName::Baseline => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d="M6 0v12" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="1.5 2.5"></path>
            </svg>
        }
        .into_any(),
        IconName::Hidden => view! {
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" stroke-dasharray="2 2"></rect>
            </svg>
        }
        .into_any(),
    }
}
