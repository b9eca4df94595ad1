# Organisation: every text a reader sees, in English. Same ids in the same order as organisation.nb.ftl.

# Organisation and people: fields
why-before-last-change = The unit was changed after this day. Please choose a later day.
why-too-many = That is too much at once. Please choose fewer.
nav-units = Organisation
nav-people = People
unit-kind-organisation = Organisation
unit-kind-region = Region
unit-kind-site = Site
unit-kind-team = Team
unit-closed = closed
from-on-earliest = The earliest day is { $date }: rounds that have begun stay as they were.

# The tree of units
units-lead = All units, and the people who belong to them today.
units-new = Open a unit
units-new-submit = Open the unit
units-number-hint = The number your other systems use for it. Files that you import find the unit by it.
units-search = Search for a name or number
units-closed-show =
    { $count ->
        [1] Show the closed unit
       *[other] Show { $count } closed units
    }
units-closed-hide =
    { $count ->
        [1] Hide the closed unit
       *[other] Hide { $count } closed units
    }
units-people =
    { $count ->
        [0] nobody
        [1] 1 person
       *[other] { $count } people
    }
units-below =
    { $count ->
        [1] 1 unit
       *[other] { $count } units
    }
units-below-of = below { $unit }
units-fresh-title = Begin with your first unit
units-fresh-text = So far there is only the organisation itself. Open its regions, sites and teams one by one, or bring them in from a file.
units-fresh-import = Import a file
units-none-found = No unit fits
units-none-found-text = Look for a part of the name or for the number.
units-show-all = Show all units
units-cut = These are the first 100. Add a word to find fewer.

# A unit
unit-path = Units above
unit-people = People
unit-people-in-all = { $count } with the units below
unit-managers = Managers
unit-no-manager = nobody yet
unit-below = Units below
unit-new-below = Open a unit below
unit-none-below = None yet.
unit-history = What has changed
unit-no-history = Nothing has changed since the unit was set up.
unit-closed-notice = This unit has been closed since { $date }. Its figures and cases are kept.
unit-change-opened = Opened as “{ $from }”
unit-change-renamed = Renamed from “{ $from }” to “{ $to }”
unit-change-moved = Moved from { $from } to { $to }
unit-change-closed = Closed
unit-change-merged = Merged into { $to }
unit-change-absorbed = { $from } was merged into this unit
unit-act-rename = Rename
unit-act-rename-title = Rename { $unit }
unit-act-rename-text = Rounds that have begun keep the old name in their figures. The number stays the same, so imports still find the unit.
unit-act-rename-submit = Rename the unit
unit-act-move = Move
unit-act-move-title = Move { $unit }
unit-act-move-text = The unit moves with everybody and everything below it. Rounds that have begun are still counted where the unit was on their first day. Roles held for the unit stay as they are.
unit-act-move-submit = Move the unit
unit-move-nowhere = There is no other unit that it fits below. Open one first.
unit-act-merge = Merge
unit-act-merge-title = Merge { $unit } into another unit
unit-act-merge-text =
    { $people ->
        [0] The unit is closed, and units below it move to the other unit.
        [1] The person on its list and all units below it move to the other unit, and this one is closed.
       *[other] The { $people } people on its list and all units below it move to the other unit, and this one is closed.
    } What was counted and logged before stays with this unit. Roles that were given for it are not moved: give them again for the other unit. This cannot be undone.
unit-act-merge-submit = Merge and close
unit-merge-nowhere = There is no other open unit of the same kind.
unit-act-close = Close
unit-act-close-title = Close { $unit }
unit-act-close-text = A closed unit takes no new people and no new complaints. Its figures and cases are kept. This cannot be undone.
unit-act-close-submit = Close the unit
unit-close-blocked = People here: { $people }. Open units below: { $units }. Move them first, or merge the unit into another one.
unit-done-open = The unit is open.
unit-done-rename = The unit has its new name.
unit-done-move = The unit has been moved.
unit-done-merge = The unit has been merged and is closed.
unit-done-close = The unit is closed.

# Choosing a unit
places-title = Choose a unit
places-search = Part of a unit’s name
places-find = Search
places-none = No unit has this in its name. Try fewer letters, or another part of it.
places-some = { $shown } of { $total } units. Write more of the name to see fewer.
places-all =
    { $total ->
        [one] One unit
       *[other] { $total } units
    }
places-more =
    { $count ->
        [one] One more unit
       *[other] { $count } more units
    }
