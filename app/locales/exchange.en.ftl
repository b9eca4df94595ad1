# Exchange: every text a reader sees, in English. Same ids in the same order as exchange.nb.ftl.

# Import: start and list
imports-title = Import
imports-lead = Choose a file. You see what would happen before anything is saved.
imports-kind = What the file holds
imports-file-hint = A CSV file or a workbook (.xlsx) with column names on top. At most 10 MB.
imports-check = Check the file
imports-none = You have not imported anything yet.
imports-recent = Your latest imports
imports-rows = Rows
imports-at = Uploaded
imports-state = State
import-kind-complaints = Single complaints
import-kind-contacts = Customer contacts per unit and day
import-kind-history = History: complaints and contacts per unit and period
import-state-checked = Waiting for you
import-state-queued = Waiting its turn
import-state-running = Being saved
import-state-done = Saved
import-state-failed = Not saved
import-field-unit = Unit number
import-field-date = Date
import-field-period = Period (day, week, month or quarter)
import-field-complaints = Number of complaints
import-field-contacts = Number of contacts
import-field-what = What happened
import-field-category = Category
import-field-channel = Channel
import-field-severity = Severity
import-field-reference = Your own reference

# Import: one file
imports-step-file = File
imports-step-check = Check
imports-step-done = Saved
imports-clean =
    { $rows ->
        [1] The one row in the file can be imported. Nothing is saved until you say so.
       *[other] All { $rows } rows can be imported. Nothing is saved until you say so.
    }
imports-confirm =
    { $rows ->
        [1] Import 1 row
       *[other] Import { $rows } rows
    }
imports-working = Saving: { $done } of { $rows } rows so far. You can leave this page; the work goes on.
imports-progress = Rows saved so far
imports-understood = How the file is read
imports-reading = How to read the file
imports-found-out = Found out from the file
imports-separator = Between columns
imports-decimal = Before decimals
imports-dates = Dates
imports-sheet = Sheet
imports-separator-bar = Vertical bar ( | )
imports-decimal-point = Point: 3.5
imports-decimal-comma = Comma: 3,5
imports-dates-dmy = Day, month, year
imports-dates-mdy = Month, day, year
imports-dates-ymd = Year, month, day
imports-dates-yyyymm = Months in six digits: 202611
imports-dates-yyyyww = Weeks in six digits: 202647
imports-separator-comma = Comma
imports-separator-semicolon = Semicolon
imports-separator-tab = Tab
imports-first-rows = The first rows of the file
imports-undo = Undo this import
imports-undo-text = Possible until { $until }. Everything this file added is removed. Units it made stay. Nothing else changes.
imports-undone = The import is undone. What it had added is gone from all figures.
imports-done =
    { $rows ->
        [1] Done: 1 row is saved.
       *[other] Done: { $rows } rows are saved.
    }
imports-failed = The import stopped, and not a single row was saved. What was stored before is unchanged. Correct what is listed below, if anything, and upload the file again.
imports-back = Back to imports
imports-discard = Discard this import
imports-units = Units in the file
imports-new-units = Units that are new
imports-span = Time covered
imports-problems =
    { $problems ->
        [0] No row has a problem of its own.
        [1] 1 problem, rows read: { $rows }. Nothing has been saved.
       *[other] { $problems } problems, rows read: { $rows }. Nothing has been saved.
    }
imports-more =
    { $more ->
        [1] And 1 more.
       *[other] And { $more } more. Correct these first: the rest often go with them.
    }
imports-at-row = Row { $row }, column { $column }
imports-columns = Which column is what
imports-field = We need
imports-column = Column in your file
imports-example = For example
imports-no-column = Not in the file
imports-creates-units = Make new teams for unit numbers we do not know (only for administrators of the whole organisation)
imports-check-again = Check again

# Import: what can be wrong with a row
row-empty = The cell is empty.
row-empty-remedy = Fill it in, or remove the row.
row-wrong-width = The row has { $cell } cells, which is not the number the first row has.
row-wrong-width-remedy = Look for a missing or extra separator; put quotes around text that holds one.
row-not-a-date = “{ $cell }” is not a date.
row-not-a-date-remedy = Write year, month and day, such as 2026-11-17.
row-not-a-period = “{ $cell }” is not a day, week, month or quarter.
row-not-a-period-remedy = Write it as 2026-11-17, 2026-W47, 2026-11 or 2026Q4.
row-in-future = “{ $cell }” has not begun yet.
row-in-future-remedy = Correct the date, or leave the row out until then.
row-not-a-number = “{ $cell }” is not a whole number.
row-not-a-number-remedy = Use digits only: no decimals, spaces or units.
row-negative = “{ $cell }” is below zero.
row-negative-remedy = Counts are zero or more. Correct the number.
row-too-large = “{ $cell }” is too large to be a count.
row-too-large-remedy = Check that the right column was chosen and that no digits run together.
row-unknown-unit = No unit has the number “{ $cell }”.
row-unknown-unit-remedy = Correct it, or ask an administrator to add the unit.
row-foreign-unit = You cannot import for the unit “{ $cell }”.
row-foreign-unit-remedy = Leave the row out, or ask somebody who works with that unit to import it.
row-duplicate = The same record stands in row { $row } already.
row-duplicate-remedy = Keep one of the two rows.
row-already-stored = This record was imported before.
row-already-stored-remedy = Leave the row out: it is counted already.
row-overlaps = There are counts already for some of these days, in periods of another length.
row-overlaps-remedy = Use the same length of period as before; otherwise the days would count twice.
row-not-a-choice = “{ $cell }” is not one of the names we know.
row-not-a-choice-remedy = Category: system, process, product, price, waiting, facilities, information or staff_conduct. Channel: in_person, phone, email, mail, web_card, social or other. Severity: low, normal, high, safety or discrimination. Or choose no column for this field.
row-too-long = The text is too long.
row-too-long-remedy = Shorten it.
row-unprintable = The text holds hidden control characters.
row-unprintable-remedy = Type the text again, or paste it as plain text.

# Import: what can be wrong with a file
file-empty = The file is empty.
file-empty-remedy = Choose another file, or export it again.
file-no-rows = The file has column names, but no rows below them.
file-no-rows-remedy = Add the rows, or choose another file.
file-wrong-encoding = Row { $row } has characters that are neither UTF-8 nor Windows-1252, or the file mixes the two.
file-wrong-encoding-remedy = Save the file as UTF-8, and choose it again.
file-missing-column = No column is chosen for “{ $column }”.
file-missing-column-remedy = Say which column holds “{ $column }”, and check again.
file-no-such-column = The file has no column called “{ $column }”.
file-no-such-column-remedy = Choose a column that is in the file instead of “{ $column }”, and check again.
file-double-column = Two columns are called “{ $column }”.
file-double-column-remedy = Rename one of the columns “{ $column }” in the file, and upload it again.
file-too-many-rows = The file has more rows than one import can take.
file-too-many-rows-remedy = Divide it into files of at most five million rows.
file-too-many-columns = The file has more than 200 columns.
file-too-many-columns-remedy = Take away the columns that are not needed, and upload it again. If it should have fewer, check that it is a CSV file and that its rows end with line breaks.
file-long-head = A column name is longer than 200 characters: “{ $column }”.
file-long-head-remedy = The first row must hold short column names instead of “{ $column }”. If it does, check that it ends with a line break, and upload the file again.
imports-totals = Rows called sums
imports-totals-leave-out = Leave them out
imports-totals-keep = Count them like any other
imports-missing = Missing figures
imports-missing-hint = What stands where a figure is missing, with spaces between, such as .. or :. Empty cells and NA always do.
file-total-unclear = Row { $row }: “{ $cell }” is called a sum, but is not the sum of the other rows.
file-total-unclear-remedy = Say below what is to become of such rows, and check again.
file-number-unclear = Row { $row }, column { $column }: “{ $cell }” may be { $one } or { $other }, and no other row tells which.
file-number-unclear-remedy = Say below what stands before the decimals, and check again.
file-date-unclear = Row { $row }, column { $column }: “{ $cell }” may be { $one } or { $other }, and no other row tells which.
file-date-unclear-remedy = Say below how dates are written, and check again.
file-workbook = This is not a workbook that can be read: it is of another kind than .xlsx, has a password, or is damaged.
file-workbook-remedy = Save it as .xlsx without a password, or save the sheet as CSV, and choose that file.
file-separator-unclear = Two characters divide the rows equally well.
file-separator-unclear-remedy = Say below what stands between the columns, and check again.
file-week-or-month = Row { $row }, column { $column }: “{ $cell }” may be a week or a month, and no other row tells which.
file-week-or-month-remedy = Say below how dates are written, and check again.
file-unreadable = { $said }.
file-unreadable-remedy = Mend the file, and choose it again.
file-not-csv = The file cannot be read as a table from row { $row } on.
file-not-csv-remedy = Look at row { $row } and the one before it: a quotation mark may be missing.

# Import: units and people
import-kind-units = Units of the organisation
import-kind-people = People: where they belong and what they may do
import-field-number = Number
import-field-name = Name
import-field-kind = Kind of unit
import-field-parent = Number of the unit above
import-field-email = E-mail address
import-field-roles = Roles
import-field-from = First day in the unit
field-sure = Your confirmation
imports-templates = Templates
imports-templates-text = Files with the right columns and two made-up rows. In those of units and people the number decides who or what a row is about; the same file again changes nothing.
imports-template-complaints = Template for complaints (CSV)
imports-template-contacts = Template for contacts (CSV)
imports-template-history = Template for counts of earlier periods (CSV)
imports-template-units = Template for units (CSV)
imports-template-people = Template for people (CSV)
imports-not-in-file = Not in the file
imports-complete-units = The file is the complete list: units that are not in it are closed
imports-complete-people = The file is the complete list: whoever is not in it has left (you yourself always stay)
imports-rule-parent = An empty cell for the unit above puts the unit directly below the organisation.
imports-rule-kinds = Kinds are organisation, region, site and team. What exists keeps its kind.
imports-rule-empty = An empty cell for address or roles leaves them as they are; a dash (-) takes them away.
imports-rule-roles = Roles are manager, service, hr, staff_representative and admin, several with a space between them. Manager and service hold in the person’s own unit, the others in the whole organisation; manager:S1 names another unit. The cell lists all roles the person has.
imports-rule-nowhere = A dash (-) as unit number means that the person belongs to no unit.
imports-rule-from = The first day may lie ahead. Without one, a new place holds from today.
diff-clean =
    { $rows ->
        [1] The one row in the file can be imported. Look at what would change; nothing is saved until you say so.
       *[other] All { $rows } rows can be imported. Look at what would change; nothing is saved until you say so.
    }
diff-none = Nothing would change: everything in the file is as it should be. Rows looked at: { $unchanged }.
diff-confirm =
    { $changes ->
        [1] Make 1 change
       *[other] Make { $changes } changes
    }
diff-done =
    { $changes ->
        [1] Done: 1 change is made.
       *[other] Done: { $changes } changes are made.
    }
diff-changed-since = The organisation has changed since you confirmed, so nothing was saved. Below is what the file would do now. Look at it and confirm again.
diff-next-people = New people have an account that nobody can sign in to yet. Invite them, or print codes for those without an e-mail address.
diff-to-people = To the people
diff-sure-people =
    { $gone ->
        [1] One of { $of } people is not in the file and would count as having left. The account is closed and the roles end. Is this the right file, and is it complete?
       *[other] { $gone } of { $of } people are not in the file and would count as having left. Their accounts are closed and their roles end. Is this the right file, and is it complete?
    }
diff-sure-people-label =
    { $gone ->
        [1] Yes, one person has left
       *[other] Yes, { $gone } people have left
    }
diff-sure-units =
    { $gone ->
        [1] One of { $of } units is not in the file and would be closed. Is this the right file, and is it complete?
       *[other] { $gone } of { $of } units are not in the file and would be closed. Is this the right file, and is it complete?
    }
diff-sure-units-label =
    { $gone ->
        [1] Yes, one unit is closed
       *[other] Yes, { $gone } units are closed
    }
diff-more =
    { $more ->
        [1] And 1 more change like these.
       *[other] And { $more } more changes like these.
    }
diff-unchanged = Unchanged
diff-no-unit = no unit
diff-no-address = no address
diff-from = { $change } from { $day }
diff-closed = Closed
diff-closed-line = { $number } { $name }
diff-left = Leaving
diff-left-line = { $number } { $name }, { $old }
diff-role-taken = Roles taken away
diff-role-taken-line = { $number } { $name }: no longer { $role } in { $old }
diff-role-given = Roles given
diff-role-given-line = { $number } { $name }: { $role } in { $new }
diff-relocated = Units moved
diff-relocated-line = { $number } { $name }: { $old } → { $new }
diff-moved = People moved
diff-moved-line = { $number } { $name }: { $old } → { $new }
diff-unplaced = Without a unit
diff-unplaced-line = { $number } { $name }: { $old } → { $new }
diff-renamed = Renamed
diff-renamed-line = { $number } renamed: { $old } → { $new }
diff-changed = Name or address changed
diff-changed-line = { $number } { $name }: { $old } → { $new }
diff-returned = Back again
diff-returned-line = { $number } { $name }: { $new }
diff-opened = New units
diff-opened-line = { $number } { $name }, below { $new }
diff-added = New people
diff-added-line = { $number } { $name }: { $new }
row-unknown-parent = Neither the file nor the organisation has a unit with the number “{ $cell }”.
row-unknown-parent-remedy = Correct the number of the unit above, or add a row for that unit.
row-kind-does-not-fit = A unit of the kind “{ $cell }” cannot go there.
row-kind-does-not-fit-remedy = From the top: organisation, region, site, team. A unit goes below one of a kind further up; there is one organisation only.
row-kind-fixed = This unit exists already and is of another kind than “{ $cell }”.
row-kind-fixed-remedy = Use the kind it has, or give the new unit a number of its own.
row-parent-loop = By way of “{ $cell }”, the unit would be below itself.
row-parent-loop-remedy = Correct the number of the unit above in one of the rows.
row-unit-closed = The unit “{ $cell }” is closed, or would be closed by this file.
row-unit-closed-remedy = Use the number of an open unit, or add a row for it.
row-not-closable = People still belong to the unit “{ $cell }”, so it cannot be closed.
row-not-closable-remedy = Add a row for the unit, or move its people first.
row-foreign-person = You cannot change this for “{ $cell }”: the person belongs, or has a role, outside your units.
row-foreign-person-remedy = Leave that out, or ask somebody who administers the whole organisation.
row-duplicate-address = The same e-mail address stands in row { $row } already.
row-duplicate-address-remedy = Two people cannot share an address. Give each their own, or leave the cell empty: without an address one signs in with the number.
row-address-taken = Somebody else signs in with “{ $cell }” already.
row-address-taken-remedy = Check the number and the address. If the address really passes from one person to another, take it from the first one and import, then give it to the second.
row-not-an-address = “{ $cell }” is not an e-mail address.
row-not-an-address-remedy = Write it as name@example.org, or leave the cell empty.
row-unknown-kind = “{ $cell }” is not a kind of unit.
row-unknown-kind-remedy = Write organisation, region, site or team.
row-unknown-role = “{ $cell }” is not a role.
row-unknown-role-remedy = Roles are manager, service, hr, staff_representative and admin, for another unit such as manager:S1. Being an employee comes with the unit.
row-foreign-role = You cannot give the role “{ $cell }” there: it lies outside your units.
row-foreign-role-remedy = Name one of your units, such as hr:S1, or ask somebody who administers the whole organisation.
row-role-without-unit = The role “{ $cell }” holds in the person’s own unit, and the person has none.
row-role-without-unit-remedy = Name the unit, such as manager:S1.
row-own-role = This row would change your own roles.
row-own-role-remedy = Leave the cell for roles empty in this row, or ask another administrator to import it.
row-last-admin = Nobody would be left to administer the organisation.
row-last-admin-remedy = Let somebody keep the role admin for the whole organisation.
row-round-begun = A round that began on or after { $cell } has counted who belonged where.
row-round-begun-remedy = Use a later day; what a round has counted stays as it was.

# Visits of members
import-kind-visits = Visits of members, by their numbers
import-field-member = Member number
imports-left-out = Rows left out: not a member, already there, or too old
imports-template-visits = Template for visits of members (CSV)
