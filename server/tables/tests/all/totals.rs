//! Rows that add up others, and what was counted twice.

use crate::common::*;
use tables::{Kind, Totals};

const FUNNEL: [(&str, Kind); 3] = [("unit", Kind::Name), ("complaints", VALUE), ("contacts", Kind::Count)];
const EAST: [&str; 3] = ["Alna;25;2987", "Bryn;17;1934", "Carl;63;12500"];
const WEST: [&str; 4] = ["Eik;14;1845", "Fet;16;1100", "Gol;18;1500", "Hov;12;1200"];

fn table(parts: &[&[&str]]) -> Vec<u8> {
    format!("unit;complaints;contacts\n{}\n", parts.concat().join("\n")).into_bytes()
}

fn units(parts: &[&[&str]]) -> Vec<String> {
    column(&table(parts), ask(&FUNNEL), 0)
}

#[test]
fn sums_of_a_region_were_units_of_their_own() {
    let all = ["Alna", "Bryn", "Carl", "Eik", "Fet", "Gol", "Hov"];
    for (east, west) in [
        ("Sum Øst", "Sum Vest"),
        ("Øst totalt", "Vest totalt"),
        ("I alt øst", "I alt vest"),
        ("Hele Øst", "Hele Vest"),
        ("Delsum 1", "Delsum 2"),
    ] {
        let (east, west) = (format!("{east};105;17421"), format!("{west};60;5645"));
        assert_eq!(units(&[&EAST, &[&east], &WEST, &[&west]]), all, "{east}");
        assert_eq!(units(&[&[&east], &EAST, &[&west], &WEST]), all, "{east}");
        let with_total = [&EAST[..], &[&east], &WEST, &[&west], &["Totalt;165;23066"]];
        assert_eq!(units(&with_total), all, "{east}");
        let text = said(&table(&with_total), ask(&FUNNEL));
        assert!(text.contains("is the sum of rows next to it"), "{text}");
        assert!(text.contains("row 11: \"Totalt\" is the sum of the others"), "{text}");
    }
}

#[test]
fn a_rounded_sum_was_no_sum() {
    for total in ["Hele kjeden;165;23000", "Sum alle butikker;165;23100", "Totalt;165;23070"] {
        assert_eq!(units(&[&EAST, &WEST, &[total]]).len(), 7, "{total}");
    }
    let text = "unit;complaints;contacts\nA;10,4;100\nB;20,3;200\nTotalt;31;300\n";
    assert_eq!(column(text.as_bytes(), ask(&FUNNEL), 0), ["A", "B"]);
    for total in ["Totalt;166;23066", "Totalt;165;24000", "Totalt;165;23060"] {
        let line = refused(&table(&[&EAST, &WEST, &[total]]), ask(&FUNNEL));
        assert!(line.contains("is called a sum and is not"), "{line}");
    }
}

#[test]
fn a_shop_whose_name_sounds_like_a_sum_is_kept_and_said() {
    let parts = [&EAST[..], &["Total Energi;14;900"], &WEST, &["Totalt;179;23966"]];
    assert_eq!(units(&parts).len(), 8);
    let text = said(&table(&parts), ask(&FUNNEL));
    assert!(text.contains("row 5: \"Total Energi\" has a name as a sum, is the sum of no rows"), "{text}");
    // Small figures meet by chance.
    let small = "unit;complaints\nA;3\nB;4\nTotal Energi;7\nC;2\n";
    assert_eq!(column(small.as_bytes(), ask(&FUNNEL[..2]), 0).len(), 4);
    let mut request = ask(&FUNNEL);
    request.totals = Totals::Keep;
    assert_eq!(rows(&table(&[&EAST, &["Sum Øst;105;17421"]]), request).len(), 4);
}

#[test]
fn a_sum_one_off_was_the_sum_of_the_others() {
    for (total, is_sum) in [("121", true), ("120", false), ("122", false), ("100", false)] {
        let text = format!("unit;complaints\nA;50\nB;40\nC;31\nTotalt;{total}\n");
        match is_sum {
            true => assert_eq!(column(text.as_bytes(), ask(&FUNNEL[..2]), 0), ["A", "B", "C"]),
            false => {
                let line = refused(text.as_bytes(), ask(&FUNNEL[..2]));
                assert!(line.contains("is called a sum and is not"), "{total}: {line}");
            }
        }
    }
}
