//! Small organisations whose release can be followed with a pencil. The threshold is five unless said.

use disclosure::State::{BelowK, Complement, Held, NoData, Published};
use disclosure::{Direct, State, Threshold, Unit, release, release_among};

/// A unit with everybody on its roster answering.
fn unit(id: i64, parent: i64, answered: u32) -> Unit {
    Unit {
        id,
        parent: (parent != 0).then_some(parent),
        direct: Direct { roster: answered, answered, ..Direct::default() },
    }
}

fn states(units: &[Unit]) -> Vec<State> {
    states_at(units, Threshold::DEFAULT)
}

fn states_at(units: &[Unit], threshold: Threshold) -> Vec<State> {
    release(units, threshold).into_iter().flatten().map(|decision| decision.state).collect()
}

#[test]
fn no_units_make_no_decisions() {
    assert_eq!(release::<i64>(&[], Threshold::DEFAULT), Ok(vec![]));
}

#[test]
fn a_team_is_shown_from_the_threshold_on() {
    assert_eq!(states(&[unit(1, 0, 0)]), [NoData]);
    assert_eq!(states(&[unit(1, 0, 1)]), [BelowK]);
    assert_eq!(states(&[unit(1, 0, 4)]), [BelowK]);
    assert_eq!(states(&[unit(1, 0, 5)]), [Published]);
    assert_eq!(states_at(&[unit(1, 0, 5)], Threshold::DISTRIBUTION_DEFAULT), [BelowK]);
}

#[test]
fn people_who_did_not_answer_do_not_count() {
    let silent =
        Unit { id: 1, parent: None, direct: Direct { roster: 30, answered: 4, ..Direct::default() } };
    let mute = Unit { id: 1, parent: None, direct: Direct { roster: 30, answered: 0, ..Direct::default() } };
    assert_eq!(states(&[silent]), [BelowK]);
    assert_eq!(states(&[mute]), [NoData]);
}

#[test]
fn decisions_carry_the_totals_of_everything_below() {
    let site = Unit { id: 1, parent: None, direct: Direct { roster: 6, answered: 2, ..Direct::default() } };
    let team =
        Unit { id: 2, parent: Some(1), direct: Direct { roster: 9, answered: 8, ..Direct::default() } };
    let decisions = release(&[site, team], Threshold::DEFAULT).unwrap();
    assert_eq!(
        decisions.iter().map(|each| (each.id, each.roster, each.answered)).collect::<Vec<_>>(),
        [(1, 15, 10), (2, 9, 8)]
    );
}

#[test]
fn two_people_at_the_top_are_not_left_over_from_a_subtraction() {
    assert_eq!(states(&[unit(1, 0, 2), unit(2, 1, 7)]), [Published, Complement]);
}

#[test]
fn a_hidden_team_is_not_what_the_site_has_more_than_the_other_team() {
    assert_eq!(states(&[unit(1, 0, 0), unit(2, 1, 5), unit(3, 1, 4)]), [Published, Complement, BelowK]);
}

#[test]
fn two_hidden_teams_protect_each_other_once_they_reach_the_threshold() {
    let site = [unit(1, 0, 0), unit(2, 1, 9), unit(3, 1, 3), unit(4, 1, 2)];
    assert_eq!(states(&site), [Published, Published, BelowK, BelowK]);
    let smaller = [unit(1, 0, 0), unit(2, 1, 9), unit(3, 1, 2), unit(4, 1, 2)];
    assert_eq!(states(&smaller), [Published, Complement, BelowK, BelowK]);
}

#[test]
fn the_smallest_team_is_given_up_and_no_other() {
    let site = [unit(1, 0, 3), unit(2, 1, 8), unit(3, 1, 6), unit(4, 1, 7)];
    assert_eq!(states(&site), [Published, Published, Complement, Published]);
}

#[test]
fn of_equal_teams_the_one_with_the_lower_id_is_given_up() {
    let site = [unit(1, 0, 3), unit(30, 1, 6), unit(20, 1, 6), unit(100, 1, 6)];
    assert_eq!(states(&site), [Published, Published, Complement, Published]);
}

#[test]
fn text_ids_decide_ties_by_their_bytes() {
    let text = |id: &str, parent: Option<&str>, answered| Unit {
        id: id.to_owned(),
        parent: parent.map(str::to_owned),
        direct: Direct { roster: answered, answered, ..Direct::default() },
    };
    let site = [text("site", None, 3), text("b", Some("site"), 6), text("a", Some("site"), 6)];
    let decided: Vec<State> =
        release(&site, Threshold::DEFAULT).into_iter().flatten().map(|decision| decision.state).collect();
    assert_eq!(decided, [Published, Published, Complement]);
}

#[test]
fn a_team_without_people_costs_the_others_nothing() {
    assert_eq!(states(&[unit(1, 0, 0), unit(2, 1, 5), unit(3, 1, 0)]), [Published, Published, NoData]);
}

#[test]
fn a_site_that_consists_of_one_team_shows_both() {
    assert_eq!(states(&[unit(1, 0, 0), unit(2, 1, 0), unit(3, 2, 6)]), [Published, Published, Published]);
}

#[test]
fn a_larger_unit_with_members_of_its_own_goes_before_a_smaller_one_without() {
    // Giving up the region of ten would bring nobody to the two at the top: its ten stay in two published
    // teams.
    let organisation = [unit(1, 0, 2), unit(2, 1, 0), unit(3, 2, 5), unit(4, 2, 5), unit(5, 1, 12)];
    assert_eq!(states(&organisation), [Published, Published, Published, Published, Complement]);
}

#[test]
fn where_all_regions_are_empty_themselves_one_opens_up_and_a_team_of_it_is_given_up() {
    let organisation = [
        unit(1, 0, 2),
        unit(2, 1, 0),
        unit(3, 2, 6),
        unit(4, 2, 6),
        unit(5, 1, 0),
        unit(6, 5, 5),
        unit(7, 5, 5),
    ];
    assert_eq!(
        states(&organisation),
        [Published, Published, Published, Published, Complement, Complement, Published]
    );
}

#[test]
fn a_block_repaired_at_a_site_is_whole_when_the_region_is_looked_at() {
    let organisation = [unit(1, 0, 0), unit(2, 1, 3), unit(3, 2, 6)];
    assert_eq!(states(&organisation), [Published, Published, Complement]);
}

#[test]
fn what_was_given_up_below_stays_given_up_when_the_unit_above_goes_too() {
    let organisation = [unit(1, 0, 2), unit(2, 1, 3), unit(3, 2, 6)];
    assert_eq!(states(&organisation), [Published, Complement, Complement]);
}

#[test]
fn teams_under_a_unit_given_up_stay_visible_when_the_sums_allow_it() {
    // The site of 16 has 6 members of its own; with the 2 at the top they are 8, and its team of 10 can stay.
    let organisation = [unit(1, 0, 2), unit(2, 1, 6), unit(3, 2, 10)];
    assert_eq!(states(&organisation), [Published, Complement, Published]);
}

#[test]
fn a_residual_block_of_exactly_the_threshold_is_enough() {
    assert_eq!(states(&[unit(1, 0, 5), unit(2, 1, 5)]), [Published, Published]);
    assert_eq!(states(&[unit(1, 0, 4), unit(2, 1, 5)]), [Published, Complement]);
    let three = Threshold::try_from(3).unwrap_or_default();
    assert_eq!(states_at(&[unit(1, 0, 3), unit(2, 1, 3)], three), [Published, Published]);
    assert_eq!(states_at(&[unit(1, 0, 2), unit(2, 1, 3)], three), [Published, Complement]);
}

#[test]
fn an_organisation_below_the_threshold_shows_nothing_at_all() {
    assert_eq!(states(&[unit(1, 0, 1), unit(2, 1, 3), unit(3, 1, 0)]), [BelowK, BelowK, NoData]);
}

#[test]
fn organisations_in_one_list_do_not_touch_each_other() {
    let both = [unit(1, 0, 2), unit(2, 1, 7), unit(11, 0, 5), unit(12, 11, 7)];
    assert_eq!(states(&both), [Published, Complement, Published, Published]);
}

#[test]
fn the_order_of_the_list_changes_nothing() {
    let mut units = vec![
        unit(1, 0, 2),
        unit(2, 1, 0),
        unit(3, 2, 6),
        unit(4, 2, 6),
        unit(5, 1, 0),
        unit(6, 5, 6),
        unit(7, 5, 6),
        unit(8, 1, 1),
    ];
    let by_id = |units: &[Unit]| {
        let mut decided: Vec<_> = release(units, Threshold::DEFAULT).into_iter().flatten().collect();
        decided.sort_by_key(|decision| decision.id);
        decided
    };
    let expected = by_id(&units);
    units.reverse();
    assert_eq!(by_id(&units), expected);
    units.rotate_left(3);
    assert_eq!(by_id(&units), expected);
}

/// States where the units with these ids do not report.
fn states_without(silent: &[i64], units: &[Unit]) -> Vec<State> {
    let decisions = release_among(units, Threshold::DEFAULT, |id| !silent.contains(id));
    decisions.into_iter().flatten().map(|decision| decision.state).collect()
}

#[test]
fn a_unit_that_does_not_report_is_told_from_one_with_too_few() {
    assert_eq!(
        states_without(&[1, 2, 3], &[unit(1, 0, 5), unit(2, 1, 4), unit(3, 1, 0)]),
        [Held, BelowK, NoData]
    );
}

#[test]
fn a_team_may_be_shown_under_a_site_that_does_not_report() {
    let organisation = [unit(1, 0, 5), unit(2, 1, 0), unit(3, 2, 6)];
    assert_eq!(states_without(&[2], &organisation), [Published, Held, Published]);
}

#[test]
fn members_of_a_silent_site_are_left_over_from_the_unit_above_it() {
    let organisation = |own| [unit(1, 0, 0), unit(2, 1, own), unit(3, 2, 6)];
    assert_eq!(states_without(&[2], &organisation(3)), [Published, Held, Complement]);
    assert_eq!(states_without(&[2], &organisation(5)), [Published, Held, Published]);
}

#[test]
fn two_people_in_a_silent_organisation_need_no_protection() {
    let organisation = [unit(1, 0, 2), unit(2, 1, 7), unit(3, 1, 8)];
    assert_eq!(states_without(&[1], &organisation), [Held, Published, Published]);
}

#[test]
fn of_teams_below_silent_sites_the_smallest_is_given_up() {
    let organisation = [
        unit(1, 0, 2),
        unit(2, 1, 0),
        unit(3, 1, 0),
        unit(4, 2, 8),
        unit(5, 2, 7),
        unit(6, 3, 6),
        unit(7, 3, 9),
    ];
    assert_eq!(states_without(&[2, 3], &organisation)[3..], [Published, Published, Complement, Published]);
}

/// A unit of which not everybody answered.
fn of_roster(id: i64, parent: i64, roster: u32, answered: u32) -> Unit {
    let direct = Direct { roster, answered, ..Direct::default() };
    Unit { id, parent: (parent != 0).then_some(parent), direct }
}

#[test]
fn the_only_manager_above_three_teams_is_protected_whether_they_answered_or_not() {
    let with_manager = |answered| {
        let teams = [of_roster(2, 1, 9, 7), of_roster(3, 1, 8, 8), of_roster(4, 1, 10, 6)];
        states(&[vec![of_roster(1, 0, 1, answered)], teams.to_vec()].concat())
    };
    assert_eq!(with_manager(0), [Published, Published, Complement, Published]);
    assert_eq!(with_manager(1), with_manager(0));
}

#[test]
fn a_team_that_kept_silent_is_not_told_from_one_with_few_answers() {
    let beside = |silent| states(&[unit(1, 0, 0), unit(2, 1, 5), of_roster(3, 1, 6, silent)])[1];
    assert_eq!([0, 1, 4, 5].map(beside), [Complement, Complement, Complement, Published]);
}

#[test]
fn who_is_given_up_follows_from_rosters_and_not_from_answers() {
    let site = [unit(1, 0, 3), of_roster(2, 1, 12, 6), of_roster(3, 1, 10, 9), of_roster(4, 1, 11, 7)];
    assert_eq!(states(&site), [Published, Published, Complement, Published]);
    // Of two of the same roster the one with the lower id, with whatever answers.
    let equal = [unit(1, 0, 3), of_roster(2, 1, 10, 9), of_roster(3, 1, 10, 6)];
    assert_eq!(states(&equal), [Published, Complement, Published]);
}

#[test]
fn a_unit_in_whose_own_block_all_kept_silent_is_given_up_before_one_without_people() {
    let silent_region =
        [unit(1, 0, 2), of_roster(2, 1, 0, 0), unit(3, 2, 6), unit(4, 2, 6), of_roster(5, 1, 20, 20)];
    assert_eq!(states(&silent_region)[4], Complement);
    let with_members = [unit(1, 0, 2), of_roster(2, 1, 7, 5), unit(3, 2, 6), unit(4, 2, 6), unit(5, 1, 25)];
    assert_eq!(states(&with_members), [Published, Complement, Published, Published, Published]);
}

/// A team whose answers are in part those of newcomers or given by code.
fn with(id: i64, parent: i64, answered: u32, fresh: u32, by_code: u32) -> Unit {
    let direct = Direct { roster: answered + 2, answered, fresh, by_code };
    Unit { id, parent: (parent != 0).then_some(parent), direct }
}

#[test]
fn newcomers_are_in_the_figure_and_do_not_carry_it() {
    assert_eq!(states(&[with(1, 0, 7, 2, 0)]), [Published]);
    assert_eq!(states(&[with(1, 0, 7, 3, 0)]), [BelowK]);
    let decisions = release(&[with(1, 0, 7, 2, 0)], Threshold::DEFAULT).unwrap();
    assert_eq!((decisions[0].roster, decisions[0].answered), (9, 7));
    // More newcomers than answers carry nothing away from others.
    assert_eq!(states(&[with(1, 0, 6, 0, 0), with(2, 1, 1, 3, 0)])[0], Published);
}

#[test]
fn a_team_that_answers_by_code_needs_three_more() {
    assert_eq!(states(&[with(1, 0, 7, 0, 7)]), [BelowK]);
    assert_eq!(states(&[with(1, 0, 8, 0, 8)]), [Published]);
    assert_eq!(states(&[with(1, 0, 7, 0, 1)]), [BelowK]);
    assert_eq!(states(&[with(1, 0, 9, 1, 4)]), [Published]);
    assert_eq!(states(&[with(1, 0, 9, 2, 4)]), [BelowK]);
}

#[test]
fn what_remains_of_a_unit_is_carried_by_those_who_are_not_new_and_needs_three_more_with_codes() {
    let beside = |rest: Unit| states(&[unit(1, 0, 0), unit(2, 1, 9), rest])[1];
    assert_eq!(beside(with(3, 1, 6, 1, 0)), Published);
    assert_eq!(beside(with(3, 1, 6, 2, 0)), Complement);
    assert_eq!(beside(with(3, 1, 7, 0, 2)), Complement);
    assert_eq!(beside(with(3, 1, 8, 0, 2)), Published);
}

#[test]
fn a_decision_tells_how_many_are_on_the_roster_of_what_remains() {
    let units = [of_roster(1, 0, 6, 5), of_roster(2, 1, 9, 8), of_roster(3, 1, 4, 3)];
    let decisions = release(&units, Threshold::DEFAULT).unwrap();
    assert_eq!(decisions.iter().map(|each| each.residual).collect::<Vec<_>>(), [10, 9, 4]);
}

#[test]
fn who_is_alone_above_a_team_that_answers_by_code_does_not_make_up_for_its_missing_answer() {
    let with_manager = |answered, of_team| {
        let manager = Unit { direct: Direct { roster: 1, answered, ..Direct::default() }, ..unit(1, 0, 0) };
        let team = |id, answered| Unit {
            direct: Direct { roster: 8, answered, by_code: 8, ..Direct::default() },
            ..unit(id, 1, 0)
        };
        let other = Unit { direct: Direct { roster: 9, answered: 9, by_code: 9, fresh: 0 }, ..unit(4, 1, 0) };
        states(&[manager, team(2, of_team), team(3, 8), other])
    };
    assert_eq!(
        [0, 1].map(|manager| with_manager(manager, 7)),
        [[Published, BelowK, Complement, Published]; 2]
    );
    assert_eq!(
        [0, 1].map(|manager| with_manager(manager, 8)),
        [[Published, Complement, Published, Published]; 2]
    );
}

#[test]
fn whether_anybody_used_a_code_is_not_asked() {
    let beside = |answered, by_code| {
        let rest = Direct { roster: 9, answered, by_code, ..Direct::default() };
        states(&[unit(1, 0, 0), unit(2, 1, 9), Unit { direct: rest, ..unit(3, 1, 0) }])[1]
    };
    // More people have codes than answered.
    assert_eq!([beside(5, 0), beside(5, 9), beside(8, 9)], [Published, Complement, Published]);
}
