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
units-new = Add a unit
units-new-submit = Add the unit
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
units-fresh-text = So far there is only the organisation itself. Add its regions, sites and teams one by one, or bring them in from a file.
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
unit-new-below = Add a unit below
unit-none-below = None yet.
unit-history = What has changed
unit-no-history = Nothing has changed since the unit was set up.
unit-closed-notice = This unit has been closed since { $date }. Its figures and cases are kept.
unit-change-opened = Added as “{ $from }”
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
unit-move-nowhere = There is no other unit that it fits below. Add one first.
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
unit-act-remove = Remove
unit-act-remove-title = Remove { $unit }
unit-act-remove-text = For a unit that was opened by mistake. It is gone as if it had never been; only the audit log knows. A unit that people, figures or cases belong to can be closed instead.
unit-act-remove-submit = Remove the unit
unit-done-open = The unit has been added.
unit-done-rename = The unit has its new name.
unit-done-move = The unit has been moved.
unit-done-merge = The unit has been merged and is closed.
unit-done-close = The unit is closed.
unit-done-remove = The unit is removed.

# What is left to set up, and the settings
nav-start = Getting started
nav-settings = Settings
start-title =
    { $count ->
        [one] One step left
       *[other] { $count } steps left
    }
start-title-done = Everything is set up
start-lead = From here to the first figures. Whoever has the role does the step. Everybody who administers the organisation sees the same list.
start-lead-running = Figures are coming in. This is what a new organisation needs, and how yours stands.
start-shared = Administrators, HR and the staff representatives see this page.
start-when = The round lasts from { $from } to { $to }. Its figures come after the last day.
start-done = Done
start-open = Left
start-optional = Helpful
start-who = Done by: { $role }
start-teams = Teams
start-teams-count =
    { $count ->
        [0] No teams yet. Add them one by one, or import a file.
        [one] One team
       *[other] { $count } teams
    }
start-teams-go = Add teams
start-people = People in the teams
start-people-count =
    { $count ->
        [0] Nobody belongs to a team yet. Add people one by one, or import a file.
        [one] One person
       *[other] { $count } people
    }
start-people-go = Add people
start-keepers = HR, staff representative and manager
start-keepers-text = Each role is held by somebody. HR plans the rounds and the staff representative sees the same figures.
start-keepers-missing = Nobody holds: { $roles }. Rounds are planned by HR alone, after talking with the staff representative.
start-keepers-go = Give roles
start-ways-in = A way in for everybody
start-ways-in-count =
    { $count ->
        [0] Everybody in a team was invited, has a code or answers on a tablet.
        [one] One person was never invited and has no tablet. Invite them, print a code, or let the team answer on a tablet.
       *[other] { $count } people were never invited and have no tablet. Invite them, print codes, or let their teams answer on a tablet.
    }
start-ways-in-go = See who
start-mail = E-mail
start-mail-text = Invitations, news of a round and reminders go by e-mail. Without it, people need printed codes or a tablet.
start-mail-go = How to set up e-mail
start-round-text = Needs a purpose, the day it was discussed with the staff representatives, and a day of review.
start-round = The first round
start-round-go = Plan the first round
start-contacts = How many customers you have
start-contacts-text = Visits, orders or calls for each unit and day. Without them complaints are counted, but have no rate.
start-contacts-go = Type in or import customers
start-left =
    { $count ->
        [one] One step is left until the first figures.
       *[other] { $count } steps are left until the first figures.
    }
settings-lead = What holds for the whole organisation.
settings-name = Name of the organisation
settings-timezone-hint = Days and rounds begin at midnight there. A round that is open closes at the new midnight.
field-timezone = Time zone
field-letters-lang = Language of e-mail to people who have not chosen one
settings-both = Both
settings-turn = Where a refused customer may turn
settings-turn-hint = It stands in the letter to a customer whom we do not give right. Fill in all three or none.
field-turn-nb = Name in Bokmål
field-turn-en = Name in English
field-turn-address = Address, by post or on the web
settings-retention = How long the texts of cases are kept
settings-retention-hint = Texts, contacts and files are deleted, what happened and the counts stay.
field-keep-months = Months after the case was closed
settings-months-hint = From 1 to 120.
field-draft-days = Days for drafts
settings-days-hint = From 1 to 365.
settings-removed = What was deleted
settings-removed-nothing = Nothing yet.
settings-removed-line = { $cases } cases: { $texts } notes and letters, { $contacts } contacts, { $drafts } drafts
kept-changes = Who changed what
why-out-of-range = Please write a number within the limits named beside the field.
settings-save = Save
settings-done-saved = Saved.
settings-done-sent = The mail server took the e-mail. Check whether it arrived.
settings-failed-no-mail = The program sends no e-mail.
settings-failed-no-address = Your account has no e-mail address, so we cannot send you a test.
settings-failed-refused = The mail server did not take the e-mail. Its answer is in the program’s log.
settings-mail = E-mail
settings-no-mail = The program sends no e-mail. Whoever runs it names a mail server when it starts; the README says how.
settings-mail-text = Sends an e-mail to { $address }, at once.
settings-mail-test = Send a test
settings-logged = Every change stands in the audit log, with who made it.
event-mention-read = Whom a customer named was read
event-settings-changed = Settings changed
mail-test = E-mail from { $organisation } arrives
mail-test-text = This is the test that you asked for on the settings page. You need not do anything.
round-asked-title =
    { $people ->
        [0] Nobody would be asked yet
        [one] One person would be asked
       *[other] { $people } people in { $teams ->
            [one] one unit
           *[other] { $teams } units
        } would be asked
    }
round-asked-mail = By e-mail, or by signing in
round-asked-sign-in = By signing in; no address to write to
round-asked-tablet = On a tablet
round-asked-without = No way in yet
round-asked-without-text = Whoever has no way in cannot answer. An administrator invites them, prints a code, or HR lets the team answer on a tablet from the next round on.
round-asked-never = Too few people for a figure of their own ({ $k } answers are needed): { $names }. Their answers count in the units above.
round-asked-more = { " and " }{ $count } more
round-asked-rarely =
    { $count ->
        [one] One unit has fewer than { $people } people. Its figures come for several rounds together.
       *[other] { $count } units have fewer than { $people } people. Their figures come for several rounds together.
    }
round-asked-text = By the roster as it is today. Who belongs where on the round’s first day counts.
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
