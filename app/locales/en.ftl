# Every text a reader sees, in English. Same ids in the same order as nb.ftl.

# Periods and small words
period-week = week { $week }, { $year }
period-quarter = Q{ $quarter } { $year }
resolution-day = Day
resolution-week = Week
resolution-month = Month
resolution-quarter = Quarter
teams =
    { $count ->
        [1] 1 team
       *[other] { $count } teams
    }
released-on = released { $date }
show = Show
search = Search
choose = Choose
cancel = Cancel
pager = Pages
pager-back = Previous page
pager-on = Next page
pager-place = Page { $page } of { $pages }

# Numbers as words, used inside other messages
spelled-count =
    { $count ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $count }
    }
spelled-open =
    { $open ->
        [1] One
        [2] Two
        [3] Three
        [4] Four
        [5] Five
        [6] Six
        [7] Seven
        [8] Eight
        [9] Nine
       *[other] { $open }
    }
spelled-urgent =
    { $urgent ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $urgent }
    }
spelled-span =
    { $resolution ->
        [day] { spelled-count } days
        [week] { spelled-count } weeks
        [month] { spelled-count } months
       *[quarter] { spelled-count } quarters
    }

# Frame of every page
site-description = Trivsel asks staff how work is, counts what customers say, and shows honestly whether the two move together.
skip = Skip to the content
synthetic-title = Made-up data.
synthetic-text = Every person, team, customer and figure here was generated for this demo.
nav-label = Main menu
nav-check-in = Check-in
nav-trends = Trends
nav-complaints = Complaints
nav-review = Review
nav-imports = Import
theme-auto = Colours follow your device. Switch to dark.
theme-dark = Dark colours. Switch to light.
theme-light = Light colours. Switch to what your device uses.
sign-out = Sign out
foot-promise = Trivsel keeps counts. It never keeps one person’s answers.
foot-label = About Trivsel
foot-help = Help
foot-privacy = Privacy
foot-numbers = How the numbers are made

# Signing in
sign-in-title = Sign in
sign-in-needed = Sign in to open this page. You come straight back here afterwards.
sign-in-signed-out = You are signed out.
sign-in-email = E-mail address or employee number
sign-in-password = Password
sign-in-submit = Sign in
sign-in-provider = Sign in with { $provider }
leading-on = Go on to sign in
sign-in-demo-title = Try the demo
sign-in-demo-text = Pick a role and look around. Everyone here is made up. The password is the same for all:
sign-in-demo-role = Role
sign-in-use = Sign in
sign-in-use-label = Sign in as { $role }, { $unit }

# Roles
role-employee = Employee
role-manager = Manager
role-service = Customer service
role-hr = HR
role-staff-representative = Staff representative
role-admin = Administrator

# Check-in
check-in-title = How is work?
check-in-eyebrow = { $period } · about 20 seconds
check-in-promise = Nobody can see who answered what: not your manager, not us. Your answers are added to the count for { $unit }, and then they are gone.
check-in-comment = Anything we should know? Please leave out names.
check-in-submit = Send my answers
check-in-final = Once sent, answers cannot be changed or shown again.
check-in-after = What happens to my answers?
receipt-title = Thank you
receipt-eyebrow = Round { $round }
receipt-lead = Your answers are counted. Here is what happens now.
receipt-counted = Your answers were added to the counts. They no longer exist on their own.
receipt-closes = The round stays open to the end of { $date }.
receipt-shown = When it has closed, figures are shown only for groups where at least { $k } have answered.
receipt-final = Nobody can change your answers or look them up again: not you, not your manager, not us.
receipt-to-team = See how your team is doing

# The questions, bank trivsel-1: the wording never changes without a new tag
item-c1 = How did the amount of work fit the time you had since your last check-in?
item-c2 = All in all, how good or bad has work been since your last check-in?
item-r1 = When I make an extra effort, someone here sees it and says so.
item-r2 = Considering what my job asks of me, the pay is reasonable.
item-r3 = Extra hours and extra duties are handled fairly here.
item-r4 = Among the people I work with, I am one of the group.
item-r5 = When things go well for this business, I notice that it is good for me too.
item-r6 = I get enough time to recover between shifts.
item-r7 = I rarely have to guess what matters most right now.
item-r8 = After a hard meeting with a customer, I get help to put it behind me.
item-r9 = If I get stuck, I can get hold of someone who helps.
item-r10 = The person leading me treats customers the way we are asked to.
item-r11 = I am trusted to put things right for a customer on the spot.
item-r12 = When we report a problem, we hear what came of it.
scale-workload-1 = Far too little
scale-workload-2 = A bit too little
scale-workload-3 = About right
scale-workload-4 = A bit too much
scale-workload-5 = Far too much
scale-quality-1 = Very bad
scale-quality-2 = Bad
scale-quality-3 = So-so
scale-quality-4 = Good
scale-quality-5 = Very good
scale-agreement-1 = Strongly disagree
scale-agreement-2 = Disagree
scale-agreement-3 = Neither
scale-agreement-4 = Agree
scale-agreement-5 = Strongly agree
scale-skip = Prefer not to say

# What is measured
measure-response-rate = Response rate
measure-strain = Strain
measure-overloaded = Too much to do
measure-underloaded = Too little to do
measure-satisfaction = Satisfaction
measure-valued = Effort is seen
measure-fair-pay = Fair pay
measure-not-exploited = Extra work is handled fairly
measure-belonging = Belonging
measure-shared-fate = Shared success
measure-recovery = Recovery between shifts
measure-clarity = Clear priorities
measure-emotional-load = Help after hard meetings
measure-support = Support
measure-leader-models-service = Leader sets the example
measure-room-to-put-it-right = Room to put it right
measure-being-heard = Being heard
measure-complaints = Complaints

# Trends: the sentence first
headline-nothing = Nothing to show yet.
headline-strain-high =
    { $count ->
        [1] Strain was high in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] Strain has been high for { spelled-span }.
    }
headline-strain-low =
    { $count ->
        [1] Strain was lower than usual in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] Strain has been lower than usual for { spelled-span }.
    }
headline-satisfaction-low =
    { $count ->
        [1] Satisfaction was low in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] Satisfaction has been low for { spelled-span }.
    }
headline-satisfaction-high =
    { $count ->
        [1] Satisfaction was higher than usual in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] Satisfaction has been higher than usual for { spelled-span }.
    }
headline-staff-usual = Nothing unusual among staff.
headline-complaints-high = Complaints are higher than usual.
headline-complaints-low = Complaints are lower than usual.
headline-complaints-not-yet = Complaints have not moved yet.
headline-complaints-usual = Complaints are about as usual.
headline-complaints-none = There is no complaint rate yet.
lead-nothing = Figures appear here when a round is released or customer data are imported.
lead-no-rate = A complaint rate needs two counts for the same days: complaints and customer contacts.
lead-rate =
    Latest, { $period }: { $rate } complaints per { $per } customer contacts ({ $complaints ->
        [1] 1 complaint
       *[other] { $complaints } complaints
    }, { $contacts ->
        [1] 1 contact
       *[other] { $contacts } contacts
    }). The usual level is { $usual }.
trends-chart = Chart of staff figures and complaints
trends-resolution = Length of a period
trends-table = The same figures as a table
trends-empty-title = Nothing to draw yet
trends-empty-text = The first points appear when a round has closed and its figures are released, or when complaints and contacts are imported.
tools-table = Table
legend-concern = worth a look
legend-better = better than usual
legend-hidden = hidden: too few answers
note-coarser =
    { $count ->
        [1] One record covers a longer period than the points here. Choose a longer period to see it.
       *[other] { $count } records cover longer periods than the points here. Choose a longer period to see them.
    }
note-weeks = A whole week counts in the period that holds its Thursday.
note-without-contacts =
    { $count ->
        [1] One period has complaints but no customer contacts, so it has no rate.
       *[other] { $count } periods have complaints but no customer contacts, so they have no rate.
    }
note-provisional = The usual range of the complaint rate is provisional: it rests on fewer than 20 points.
note-cut = The chart shows the latest { $count } periods. Older ones are kept, and longer periods reach further back.

# Trends: chart and table
chart-staff = Staff
chart-staff-note = points from 0 to 100
chart-staff-note-turnout = 0–100 · latest round: { $rate } % answered, { $turnout } people
chart-customers = Customers
chart-customers-note =
    { $contacts ->
        [0] complaints per 1,000 contacts
       *[other] complaints per 1,000 contacts · about { $contacts } a { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }
    }
chart-usual = usual { $value }
chart-all-hidden = Hidden: too few answers to show safely
chart-no-data = No figures for these periods
point-value = { $label }, { $period }: { $value }.
point-hidden = { $label }, { $period }: hidden, because there are too few answers to show it safely.
point-usual = Usual level { $usual }, usual range { $low } to { $high }.
rule-outside-high = Marked because it lies above the usual range.
rule-outside-low = Marked because it lies below the usual range.
rule-trend-high = Marked because seven or more points in a row have gone up.
rule-trend-low = Marked because seven or more points in a row have gone down.
rule-near-limit-high = Marked because two of three points in a row are close to the top of the usual range.
rule-near-limit-low = Marked because two of three points in a row are close to the bottom of the usual range.
rule-shift-high = Marked because seven or more points in a row are above the usual level.
rule-shift-low = Marked because seven or more points in a row are below the usual level.
mark-concern = { $label }: worth a look
mark-better = { $label }: better than usual
column-period = Period
column-channel = Channel
column-answered = Answered
column-complaints = Complaints
column-contacts = Contacts
column-rate = Per 1,000 contacts
column-mark = Marks
cell-hidden = hidden
cell-no-data = no data

# The link: what goes together, never what brings about what
link-title = The link between work and complaints
link-how = How we know, and what we don’t
link-word-strain = strain
link-word-satisfaction = satisfaction
link-step =
    { $step ->
        [1] 1 point
       *[other] { $step } points
    }
link-no-change = no change
link-more = In the weeks after a team’s { $predictor } had been { $step } above its own usual level, complaints per 1,000 contacts were { $change } % higher (95 % range: { $low } % to { $high } % higher). This compares the same weeks across { $units } teams.
link-fewer = In the weeks after a team’s { $predictor } had been { $step } above its own usual level, complaints per 1,000 contacts were { $change } % lower (95 % range: { $low } % to { $high } % lower). This compares the same weeks across { $units } teams.
link-unclear = No clear link found. After weeks with { $predictor } { $step } above a team’s usual level, the data fit anything from { $low } % fewer to { $high } % more complaints per 1,000 contacts.
link-unclear-more = No clear link found. After weeks with { $predictor } { $step } above a team’s usual level, the data lean towards more complaints per 1,000 contacts ({ $low } % to { $high } % more), but not firmly enough to count as a finding.
link-unclear-fewer = No clear link found. After weeks with { $predictor } { $step } above a team’s usual level, the data lean towards fewer complaints per 1,000 contacts ({ $high } % to { $low } % fewer), but not firmly enough to count as a finding.
link-detectable = With this much data, a difference of { $change } % or more would be found four times out of five.
link-early = This is an early signal: too few are compared to build on it yet.
link-slow-trends = It may be two unrelated slow trends: shifted in time, they look just as close.
link-scope = Worked out across the teams of { $unit }.
link-pending = Not worked out yet. That happens by itself after a round is released or customer data are imported.
link-gate-units =
    { $have ->
        [1] Too few teams for an answer: only one has enough data, and { $needed } are needed.
       *[other] Too few teams for an answer: { $have } have enough data, and { $needed } are needed.
    }
link-gate-periods = Too early for an answer: a typical team has { $have } rounds that can be used, and { $needed } are needed.
link-gate-events =
    { $have ->
        [1] Too few complaints for an answer: there is one, and { $needed } are needed.
       *[other] Too few complaints for an answer: there are { $have }, and { $needed } are needed.
    }
link-gate-variation = No answer yet: the teams’ { $predictor } has hardly moved, so there is nothing to compare.
link-gate-separable = No answer yet: strain and satisfaction have moved so closely together that they cannot be told apart.
link-gate-estimable = No answer: the calculation did not settle on a number that can be trusted.
link-gate-data = No answer yet: it takes released staff figures, and then complaints and contacts from the weeks after, in the same teams.
link-small-print =
    { $units ->
        [1] 1 team
       *[other] { $units } teams
    }, { $periods ->
        [1] 1 round
       *[other] { $periods } rounds
    }, { $events ->
        [1] 1 complaint
       *[other] { $events } complaints
    }{ $dropped ->
        [0] .
        [1] ; one row left out.
       *[other] ; { $dropped } rows left out.
    } These things go together; that is not proof of cause. About teams, never about persons.

# The same for any table, on the command line
panel-more = Where { $predictor } was { $step } above a unit’s own usual level, its rate was { $change } % higher (95 % range: { $low } % to { $high } % higher), across { $units } units and { $periods } periods. These go together; that is not proof of cause.
panel-fewer = Where { $predictor } was { $step } above a unit’s own usual level, its rate was { $change } % lower (95 % range: { $low } % to { $high } % lower), across { $units } units and { $periods } periods. These go together; that is not proof of cause.
panel-unclear = No clear link found across { $units } units and { $periods } periods. For { $predictor } { $step } above a unit’s usual level, the data fit anything from { $low } % lower to { $high } % higher rates.
panel-unclear-more = No clear link found across { $units } units and { $periods } periods. For { $predictor } { $step } above a unit’s usual level, the data lean towards higher rates ({ $low } % to { $high } % higher), but not firmly enough to count as a finding.
panel-unclear-fewer = No clear link found across { $units } units and { $periods } periods. For { $predictor } { $step } above a unit’s usual level, the data lean towards lower rates ({ $high } % to { $low } % lower), but not firmly enough to count as a finding.
panel-gate-units =
    { $have ->
        [1] Too few units for an answer: only one has enough data, and { $needed } are needed.
       *[other] Too few units for an answer: { $have } have enough data, and { $needed } are needed.
    }
panel-gate-periods = Too few periods for an answer: a typical unit has { $have } that can be used, and { $needed } are needed.
panel-gate-events = Too few events for an answer: there are { $have }, and { $needed } are needed.
panel-gate-variation = No answer: { $predictor } hardly moves within the units, so there is nothing to compare.
panel-gate-separable = No answer: the predictors move so closely together that they cannot be told apart.
panel-gate-estimable = No answer: the calculation did not settle on a number that can be trusted.
panel-gate-data = No answer: the table holds too few rows that can be used.

# Complaints: list
cases-heading =
    { $open ->
        [0] Nothing waits for you
        [1] { $urgent ->
            [0] One to look at
           *[other] One to look at, and it is urgent
        }
       *[other] { $urgent ->
            [0] { spelled-open } to look at
            [1] { spelled-open } to look at, one is urgent
           *[other] { spelled-open } to look at, { spelled-urgent } are urgent
        }
    }
cases-keys = Press N for a new complaint and / to search.
cases-new = New complaint
cases-search = Search complaints
cases-search-hint = Words or reference
cases-show = Which complaints to show
cases-show-open = Open
cases-show-closed = Done
cases-show-all = All
cases-reference = Reference
cases-age = Age
cases-days =
    { $days ->
        [0] today
        [1] 1 day
       *[other] { $days } days
    }
cases-empty-title = No complaints here
cases-empty-text = When a customer is unhappy, log it straight away. It takes half a minute, and the rest can wait.
cases-none-found = Nothing matches your search
cases-none-found-text = Try fewer or other words, a reference such as K-12, or look among all complaints.

# Complaints: the 30-second form
case-new-title = New complaint
case-new-eyebrow = About 30 seconds
case-new-what-hint = In the customer’s own words if you can. Leave out names.
case-new-more = When and how serious
case-new-when = When did it happen? Empty means today.
case-new-submit = Log complaint
field-what = What happened
field-category = What is it about?
field-channel = How did it reach us?
field-severity = How serious is it?
field-unit = Unit
field-happened-on = Happened on
field-note = Note
field-stage = Stage
field-file = File
field-comment = Comment
field-answer = Answer
field-login = E-mail address or employee number
field-password = Password
field-new-password = New password
field-repeat = New password once more
field-code = Code
field-name = Name
field-number = Number
field-email = E-mail address
field-role = Role
field-parent = Unit above
field-kind = Kind of unit
field-from-on = From
field-into = Merge into
field-search = Search
category-system = Systems and machines
category-process = How things are done
category-product = Product or result
category-price = Price and payment
category-waiting = Waiting time
category-facilities = Rooms and facilities
category-information = Information
category-staff_conduct = How somebody behaved
channel-in_person = In person
channel-phone = Phone
channel-email = E-mail
channel-mail = Letter
channel-web_card = Web card
channel-social = Social media
channel-other = Other
severity-low = Minor
severity-normal = Ordinary
severity-high = Serious
severity-safety = Safety
severity-discrimination = Discrimination

# Complaints: the case
stage-received = Received
stage-acknowledged = Acknowledged
stage-assessed = Assessed
stage-investigating = Investigating
stage-answered = Answered
stage-closed = Closed
stage-reopened = Reopened
case-to-acknowledged = The customer knows we have it
case-to-assessed = Mark as assessed
case-to-investigating = Start investigating
case-to-answered = The customer has our answer
case-to-closed = Close the case
case-to-reopened = Reopen the case
case-logged = The complaint is logged. Reference and code:
case-logged-text = Write both down for the customer now. The code is stored scrambled, so nobody can look it up later.
case-received = received { $at }
case-steps = Steps so far
case-note = Note
case-next = comes next
case-note-hint = What was done or found. Saved with the step you choose.
case-add-note = Save note only

# Review
review-title = Review of { $quarter }
review-quarter = Quarter
review-csv = Download CSV
review-xlsx = Download Excel
review-meta =
    { $rounds ->
        [0] no released rounds
        [1] 1 released round
       *[other] { $rounds } released rounds
    } · shown from { $k } answers
review-empty-title = No released rounds in this quarter
review-empty-text = A quarter can be reviewed as soon as one of its rounds has been released. Choose another quarter, or come back later.
review-table = Units, with released figures and complaints
review-rounds-shown = Rounds shown
review-shown = { $shown } of { $of }
review-note = Strain and satisfaction are points from 0 to 100: the mean of the rounds that may be shown. A round is hidden when too few answered, or when showing it would give away a smaller group.
export-unit-number = Unit number
export-unit = Unit
export-round = Round starts
export-measure = Measure
export-measure-label = Measure in words
export-value = Value
export-lower = Lower 95 %
export-upper = Upper 95 %
export-turnout = Answered
export-state = State

# Import: start and list
imports-title = Import
imports-lead = Choose a file. You see what would happen before anything is saved.
imports-kind = What the file holds
imports-file-hint = CSV with column names in the first row; comma, semicolon or tab between the cells. At most 10 MB.
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
imports-done =
    { $rows ->
        [1] Done: 1 row is saved.
       *[other] Done: { $rows } rows are saved.
    }
imports-failed = The import stopped, and not a single row was saved. What was stored before is unchanged. Mend what is listed below, if anything, and upload the file again.
imports-back = Back to imports
imports-discard = Throw this import away
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
       *[other] And { $more } more. Mend these first: the rest often go with them.
    }
imports-at-row = Row { $row }, column { $column }
imports-columns = Which column is what
imports-field = We need
imports-column = Column in your file
imports-example = For example
imports-no-column = Not in the file
imports-encoding = Text encoding
imports-creates-units = Make new teams for unit numbers we do not know (only for administrators of the whole organisation)
imports-check-again = Check again

# Import: what can be wrong with a row
row-empty = The cell is empty.
row-empty-remedy = Fill it in, or remove the row.
row-wrong-encoding = The text has characters that this encoding does not have.
row-wrong-encoding-remedy = Choose the other encoding (UTF-8 or Windows-1252), or save the file as UTF-8.
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
file-wrong-encoding = Row { $row } has characters that this encoding does not have.
file-wrong-encoding-remedy = Choose the other encoding (UTF-8 or Windows-1252) and check again, or save the file as UTF-8.
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
file-not-csv = The file cannot be read as CSV from row { $row } on.
file-not-csv-remedy = Look at row { $row } and the one before it: a quotation mark may be missing. Save spreadsheets as CSV first.

# What is wrong with a field
why-missing = Please fill this in.
why-too-long = This is too long. Please shorten it.
why-not-a-choice = Please choose one of the options.
why-not-a-date = This is not a date in the calendar.
why-in-future = This lies in the future. Please use today or earlier.
why-too-old = This lies too far back. Please check the year.
why-unprintable = This holds hidden characters. Please type it again as plain text.
why-too-short = This is too short for a password. Use more characters; a few words in a row are easy to remember.
why-too-common = Others would guess this password early. Please choose another.
why-not-same = This differs from the field above. Please type it again.
why-wrong = This is not right. Please check it.
why-taken = This is in use already. Please choose another.
why-not-an-address = This is not an e-mail address.
why-would-loop = A unit cannot hang below itself. Please choose another unit.
why-round-begun = A round that began on or after this day has counted who belonged where. Please choose a later day.
why-not-closable = Open units or people still belong to it. Move or close them first.
why-own-role = Nobody changes their own roles. Ask another administrator.
why-last-admin = Somebody has to be left who keeps the organisation. Give another person the role first.

# What can go wrong: what happened, what is safe, what to try
problem-sign-in-needed = Please sign in
problem-sign-in-needed-text = This page needs you to be signed in, or you were signed out after a while without use. Nothing was changed. Sign in and try again.
problem-wrong-sign-in = That did not match
problem-wrong-sign-in-text = What you typed to sign in and the password do not belong together. Your account is unchanged. Check both, mind capital letters, and try again.
problem-provider-refused = Signing in with the provider did not work
problem-provider-refused-text = Either it was not finished in time and in this browser, or you have no open account here. Nothing was changed. Try once more; if it happens again, ask your administrator.
problem-too-many-attempts = Too many attempts
problem-too-many-attempts-text = Signing in with this address is paused, to keep guessers out. Your account is safe. Wait a quarter of an hour and try again.
problem-forbidden = This is not open to you
problem-forbidden-text = Your role does not include this, so nothing was shown or changed. If you need it for your work, ask your administrator.
problem-not-found = We cannot find this
problem-not-found-text = Either it does not exist, or it belongs to a unit you do not have access to. Nothing was changed. Check the address, or start again from the front page.
problem-already-answered = You have already answered
problem-already-answered-text = Your vote in this round is used and your answers are counted. Nothing was counted twice. A new round will come.
problem-no-open-round = No round is open
problem-no-open-round-text = There is nothing to answer just now. What you have sent before is counted. Come back when the next round opens.
problem-round-closed = That round has closed
problem-round-closed-text = The form belonged to an earlier round, so these answers were not counted and not kept. Open the check-in again to answer the round that is open now.
problem-round-voided = That round does not count
problem-round-voided-text = The round was declared void while you answered, so these answers were not counted and not kept. The reason stands beside the charts. Open the check-in again when the next round opens.
problem-answers-by-code = Your team answers on the tablet
problem-answers-by-code-text = In this round your team uses one-time codes on a shared tablet. Take a code from the sheet and enter it there. Nothing was saved here.
problem-code-unknown = That code is not in use
problem-code-unknown-text = Check the letters and digits on the slip. Codes work once and in one round only, and a newer sheet replaces the older one. Take another code if this one does not work.
problem-code-used = That code has been used
problem-code-used-text = Each code works once. What was answered with it is counted. If you have not answered yet, take another code from the sheet.
problem-not-on-roster = You are not on the list for this round
problem-not-on-roster-text = Your account belongs to no team in this round, so there is no count to add your answers to. Nothing was saved. Ask your manager or HR to put you on the list.
problem-case-moved-on = A colleague was faster
problem-case-moved-on-text = The case has moved on since you opened it. The case is safe, but your step and note were not saved. Open it again and see where it stands now.
problem-invalid = Please check these fields
problem-invalid-text = Nothing was saved yet. Correct the fields that are marked, and send again.
problem-too-large = That was too large
problem-too-large-text = What you sent is larger than we can take, so nothing was saved. Files can be up to 10 MB. Divide or shorten it and try again; an administrator can import larger files on the server itself.
problem-address-too-long = That address is too long
problem-address-too-long-text = What stands in the address bar is longer than we read, so nothing was looked up. Begin on the front page and choose anew what you want to see.
problem-too-slow = That took too long to arrive
problem-too-slow-text = What you sent did not reach us whole in time, so nothing was saved. If the network is weak, try again where it is better; a large file can be divided.
problem-took-too-long = This took too long
problem-took-too-long-text = We could not finish the answer in time. What you just sent may or may not have been saved: look before you send it again.
problem-crowded = Too many at once
problem-crowded-text = More is being asked for from your network right now than we answer at the same time. What you just sent was not saved. Wait a few seconds and try again.
problem-unreadable = We could not read that
problem-unreadable-text = What arrived was incomplete or in a form we do not know. Nothing was saved. Go back, load the page again, and try once more.
problem-import-not-ready = This import cannot go on
problem-import-not-ready-text = Either some rows still have problems, or the import was started already. Nothing was saved twice. Open the import to see where it stands.
problem-busy = The database is busy
problem-busy-text = Something long is being saved right now, such as an import. What you typed is still here: wait a moment and send it again.
problem-busy-plain = Something long is being saved right now, or the database is just starting. Nothing of what you sent was saved: go back, wait a moment and send it again.
problem-cannot-store-plain = Nothing of what you sent was saved. Go back and send it again in a few minutes. If it goes on, tell whoever runs Trivsel that the disk may be full.
kept-send-again = Send again
problem-cannot-store = Nothing can be saved right now
problem-cannot-store-text = What you just sent was not saved. What you typed is still here: send it again in a few minutes. If it goes on, tell whoever runs Trivsel that the disk may be full.
problem-wrong-code = That code did not match
problem-wrong-code-text = The code is not right, or it was used before. Your account is unchanged. Wait for the next code in your app, or use a recovery code.
problem-proof-needed = Please show that it is you
problem-proof-needed-text = This needs your password or code once more. Nothing was changed yet. Fill it in below and send again.
problem-second-factor-needed = A second factor is needed
problem-second-factor-needed-text = Your role sees or changes things that a password alone does not protect enough. Nothing was changed. Set up the second factor, then go on.
problem-link-expired = This link or code no longer works
problem-link-expired-text = It was used before, is too old, or was replaced by a newer one. Your account is unchanged. Ask for a new one.
problem-account-closed = This account is closed
problem-account-closed-text = It was locked, or belongs to somebody who has left. What was answered before stays counted. Ask your administrator.
problem-changed-meanwhile = Somebody else changed this meanwhile
problem-changed-meanwhile-text = What you saw is no longer how it is. Your change was not saved, and theirs was. Look at it again and repeat what is still needed.
problem-internal = Something broke on our side
problem-internal-text = This is not your fault, and the error has been logged. What was saved before is safe; what you just sent may not have been saved. Wait a minute and try again.
problem-to-start = To the front page
problem-to-receipt = To the receipt
problem-to-cases = To the complaints

# Help
help-title = What Trivsel does, and what it does not
help-privacy = Your answers and your privacy
help-privacy-1 = When you send a check-in, Trivsel adds one to a count for each of your answers and one to the number of people who have answered, and marks that your vote in this round is used. Your answers are never written down together, and no name and no time stands beside the counts. That is why nobody can look up what you answered, and why you cannot change it afterwards. No page shows who has answered and who has not.
help-privacy-2 = A comment is stored on its own, without your name and apart from your answers. Managers of your unit and of those above it, HR and staff representatives can read it, in one unit only and only where enough people have answered and written; the check-in page says how many.
help-privacy-3 = Figures come after the round has closed and a waiting time is over. A group’s figures are shown only when enough people have answered: five, unless your organisation has chosen another number, and never fewer than three. They are also hidden when somebody could take one group away from another and work out a smaller group that way. Scores are rounded, very high and very low ones are pulled in a little, and the number of people is shown as a range. A manager’s own answers count in the unit above the one they manage.
help-privacy-4 = No method is perfect, and you should know the limits. If everyone else in your group told each other what they answered, they could work out your part. When somebody joins or leaves a small team, a change in the figures can hint at that person’s answers. A comment can be known by its style. And somebody with full control of the server could compare the counts before and after one person answers. Somebody with full control of the machine the database runs on could watch while answers arrive; no program can rule that out.
help-numbers = How the numbers are made
help-numbers-1 = Answers on a scale of five become points from 0 to 100: all on the lowest answer would be 0, all on the highest 100. Shown scores stay between 13 and 87, so that a team in which all agree does not give each person’s answer away. Figures for a month or a quarter are the mean of the rounds that were shown.
help-numbers-2 = Workload can go wrong both ways, so it has three numbers: the share with too much to do, the share with too little, and strain. Strain is 0 when nobody has too much to do, and 100 when everybody has far too much.
help-numbers-3 = The response rate is the share of the people on the list who answered, in steps of 10 %. The more who answer, the more the figures say. The British Health and Safety Executive uses 50, 60, 70 and 80 % as rough steps; below 50 %, read the figures with care, because those who did not answer may feel differently.
help-numbers-4 = The complaint rate is complaints per 1,000 customer contacts. The quiet band in a chart is the usual range: how much a figure moves by chance. A point is marked when one of four rules from NHS England’s “Making Data Count” applies: it lies outside the band; seven in a row go the same way; two of three are close to the edge; or seven in a row lie on the same side of the usual level. The band needs 12 points and is provisional until there are 20. More recorded complaints can also mean that more customers dare to speak up.
help-link = The link between work and complaints
help-link-1 = Trivsel compares each team with itself. When a team’s strain or satisfaction over the four rounds before was above the team’s own usual level, were its complaints per 1,000 contacts different from usual? Teams are compared in the same weeks, so that a busy season or a holiday they all share does not count. A finding is only ever worded with its range: what else still fits the data.
help-link-2 = What comes out is that two things go together, not why. Something else can lie behind both, and angry customers can wear out staff just as well as the other way round. The sentence is about teams. It says nothing about any one person.
help-link-3 = An answer takes at least 6 teams with complaints, customer contacts and staff figures, 12 rounds for a typical team, and 100 complaints. From 6 to 11 teams it is called an early signal. “No clear link” does not mean that there is none: the sentence says which differences still fit the data. When something is missing, the page says what.
help-link-4 = Studies of many workplaces (such as Harter, Schmidt and Hayes, 2002, with 7,939 units) have found that where staff are more content, customers tend to be somewhat more content too, but the effects are modest and later studies disagree on which way they run.
help-questions = The questions
help-questions-1 = The wording of the questions is our own. They are not a validated instrument, so do not compare the results with those of other surveys.
help-questions-2 = Two core questions come in every round: the amount of work, and how work has been all in all. Twelve others take turns, two in each round, the same two for everybody; six rounds cover them all. You can leave any question open.

# Complaints of the demo
demo-complaint-system-1 = The card terminal was down again, and I had no cash on me.
demo-complaint-system-2 = The app said my order was ready, but nobody behind the counter could find it.
demo-complaint-system-3 = The booking page sent me two confirmations with different times.
demo-complaint-process-1 = I had to explain the same thing to three different people before anyone could help.
demo-complaint-process-2 = I asked for a refund two weeks ago and have heard nothing since.
demo-complaint-process-3 = My table was booked for six people, but the booking said four.
demo-complaint-product-1 = The jacket came apart at the seam the second time I wore it.
demo-complaint-product-2 = The soup was lukewarm, and the bread was from yesterday.
demo-complaint-product-3 = I got the wrong size, sent it back, and got the wrong size again.
demo-complaint-price-1 = The price at the till was higher than the one on the shelf.
demo-complaint-price-2 = I was charged twice for the same purchase.
demo-complaint-price-3 = The campaign price was not taken off until I pointed it out.
demo-complaint-waiting-1 = I stood in the queue for 40 minutes while only one till was open.
demo-complaint-waiting-2 = I waited on the phone for half an hour, and then the line went dead.
demo-complaint-waiting-3 = Our food came more than an hour after we had ordered.
demo-complaint-facilities-1 = The toilets were dirty and there was no soap.
demo-complaint-facilities-2 = The lift was out of order, so I could not get in with the pram.
demo-complaint-facilities-3 = It was so cold in the waiting room that we kept our coats on.
demo-complaint-information-1 = The web page said you were open until eight, but the door was locked at seven.
demo-complaint-information-2 = Nobody told me that the item would have to be ordered first.
demo-complaint-information-3 = The sign in the car park says three hours, but I got a fine after two.
demo-complaint-staff-conduct-1 = The person at the desk rolled their eyes when I asked a question.
demo-complaint-staff-conduct-2 = I was told that it was my own fault, and nobody said sorry.
demo-complaint-staff-conduct-3 = Two members of staff went on talking to each other while I stood there waiting.

## Audit log
nav-audit = Log
audit-title = Audit log
audit-lead = Who changed people, roles, units and settings, who took files out, and who signed in with more than the role of an employee. Nothing about check-ins is ever written here, nor when somebody signs in only to check in. Rows can be added, never changed or removed.
audit-event = Event
audit-all = All events
audit-check = Check that nothing was changed
audit-whole = The log is whole: { $rows } rows, each fitting the one before.
audit-whole-text = To see later whether rows were cut off at the end, keep this fingerprint of the newest row:
audit-broken = The log is broken at row { $row }.
audit-broken-text = This row, or the one before it, was changed or taken out behind the program's back. Keep a copy of the database as it is, and tell whoever runs it and the staff representatives.
audit-empty-title = Nothing is written here yet
audit-empty-text = Sign-ins, changes and files taken out will be listed here, the newest first.
audit-number = No.
audit-when = When
audit-what = What
audit-who = Who
audit-about = About
audit-older = Older
audit-newest = Newest
event-signed-in = Signed in
event-sign-in-refused = Sign-in refused
event-signed-out = Signed out
event-denied = Turned away
event-password-changed = Password set
event-second-factor-added = Second factor added
event-second-factor-removed = Second factor removed
event-recovery-codes-made = Recovery codes made
event-recovery-code-used = Recovery code used
event-sessions-ended = Sessions ended
event-link-asked = Link sent
event-code-printed = One-time code printed
event-provider-linked = Other sign-in joined
event-account-made = Account made
event-account-locked = Account locked
event-account-unlocked = Account opened again
event-person-left = Left
event-person-changed = Details changed
event-person-moved = Place changed
event-role-given = Role given
event-role-taken = Role taken away
event-unit-opened = Unit opened
event-unit-renamed = Unit renamed
event-unit-moved = Unit moved
event-unit-closed = Unit closed
event-unit-merged = Unit merged
event-imported = File imported
event-exported = File taken out
event-own-data-taken = Own data taken out
event-round-changed = Round changed
event-jobs-resumed = Date confirmed, rounds go on
event-threshold-changed = Rules of the release
# The own account, passwords, second factor, mail
event-account-closed = Own account closed
account-link = Your account, { $name }
sign-in-forgot = Forgot your password?
sign-in-code = I have a code on paper
sign-in-closed = Your account is closed. Thank you for your time with us.
code-title = One more step
code-lead = Your account has a second factor. Open your app and type the six digits it shows now.
code-label = Six digits, or a recovery code
code-hint = The digits change every half minute. Each code works once.
code-cancel = Sign in as somebody else
forgot-title = Forgot your password?
forgot-lead = We send a link to the e-mail address of your account. It works once, for a quarter of an hour.
forgot-submit = Send me a link
forgot-sent-title = Look in your mail
forgot-sent-text = If there is such an account with an e-mail address, a link is on its way. It takes a minute or two.
forgot-sent-else = Nothing there? Look among unwanted mail. Without an e-mail address in Trivsel, ask your administrator for a code on paper.
forgot-back = Back to sign-in
welcome-title = Welcome, { $name }
welcome-lead = Choose a password, and you are in.
welcome-reset-title = Choose a new password
welcome-reset-lead = You are signed out everywhere else when it is saved.
welcome-code-title = Sign in with your code
welcome-code-lead = You got a code on paper. Type it here once, and choose a password of your own.
welcome-code-label = Code on paper
welcome-code-hint = Sixteen letters and digits. Spaces, dashes and small letters do not matter.
welcome-submit = Save and go on
password-hint = At least { $shortest } characters. A few words in a row are easy to remember and hard to guess.
proof-password-label = Your password, once more
proof-password = So that nobody else can do this at a screen you left open.
proof-code-label = Code of your second factor
proof-code = Six digits from your app, or a recovery code. So that nobody else can do this at a screen you left open.
proof-again = Your last sign-in was a while ago. Sign out and in again, then come back here.
account-eyebrow = Your account
account-changed-password = Your password is changed. You are signed out everywhere else.
account-changed-factor = Your second factor is removed.
account-who = Who you are here
account-mail = Mail goes to
account-no-mail = No e-mail address
account-units = You belong to
account-no-unit = No unit today
account-roles = You may act as
account-who-text = Something wrong? Your administrator can change it.
account-look = Language and colours
account-look-text = Saved with your account, for all your devices.
account-lang = Language
account-theme = Colours
account-theme-auto = As on the device
account-theme-light = Light
account-theme-dark = Dark
account-look-save = Save
account-sign-in = How you sign in
account-password-on = You have a password.
account-password-off = You have none: you sign in through another service.
account-password-change = Change password
account-password-lead = You are signed out everywhere else when it is saved.
account-password-now = Your password now
account-factor = Second factor
account-factor-chip = On
account-factor-on = { $left ->
    [0] You sign in with password and app. You have no recovery codes left: make new ones.
    [one] You sign in with password and app. One recovery code is left.
   *[other] You sign in with password and app. { $left } recovery codes are left.
}
account-factor-off = Off. With an app on your phone, a stolen password is not enough to get in.
account-factor-waived = Off. Your role needs one; only this demo lets you in without.
account-factor-add = Set up
account-factor-remove = Remove second factor
account-recovery-new = New recovery codes
account-sessions = Where you are signed in
account-device = { $browser } on { $system }
account-device-unknown = Unknown device
account-session-times = Since { $since }, last used { $seen }
account-session-this = This one
account-session-end = Sign out
account-session-end-label = Sign out { $device }
account-sessions-end-others = Sign out everywhere else
account-data = What is stored about you
account-data-text = Everything Trivsel keeps with your name or account:
account-data-account = your name, how you sign in, your roles and where you are signed in
account-data-places = { $count ->
    [one] one place on the list of a unit, now or earlier
   *[other] { $count } places on the lists of units, now or earlier
}
account-data-rounds = { $count ->
    [one] that your vote was used in one round, not what you answered
   *[other] that your vote was used in { $count } rounds, not what you answered
}
account-data-imports = { $count ->
    [one] one import you started
   *[other] { $count } imports you started
}
account-data-exports = { $count ->
    [one] one file you took out
   *[other] { $count } files you took out
}
account-data-entries = { $count ->
    [one] one entry in the log of who did what
   *[other] { $count } entries in the log of who did what
}
account-data-not = No answer, no comment and no step of a complaint is kept with your name.
account-data-take = Take your data out
account-leave = Leaving
account-leave-text = When your job ends, your administrator or HR closes your account. You can also close it yourself. What you have answered stays counted: nobody can tell which answers were yours.
account-close = Close my account
factor-title = Set up your second factor
factor-lead = A password can be guessed or stolen. With a second factor, whoever has it still cannot get in without your phone.
factor-lead-required = Your role sees or changes things about others, so a password alone is not enough. This takes two minutes, once.
factor-step-1 = 1. Get an app
factor-step-1-text = Any app for six-digit codes will do, such as the one in your password manager, Aegis, Google Authenticator or Microsoft Authenticator.
factor-step-2 = 2. Scan this picture
factor-step-2-text = On this phone already? Type this into the app instead:
factor-picture = Picture for your app to scan; the same stands beside it as text
factor-step-3 = 3. Type what the app shows
factor-code = Six digits
factor-code-hint = They change every half minute.
factor-submit = Turn it on
factor-remove-lead = Afterwards your password is all it takes to get in.
factor-remove-hint = Without a second factor it needs at least 15 characters. If yours is shorter, change it first.
recovery-title = Recovery codes
recovery-lead = Each lets you in once when you do not have your phone. New codes replace all old ones.
recovery-made = Each lets you in once when you do not have your phone. They are shown only now: print this page or write them down.
recovery-keep = Keep them where you keep important papers, not on the phone itself.
recovery-on = I have kept them, go on
my-data-lead = You get a file with everything Trivsel keeps with your name or account. It is noted in the log that you took it.
my-data-submit = Download the file
close-lead = Nobody can open it again but your administrator.
close-1 = You are signed out everywhere. Your password, second factor and e-mail address are erased.
close-2 = Your place on the list of your unit ends today.
close-3 = What you have answered stays counted. Your name stays in the log of who did what.
close-confirm = Yes, close my account
mail-invite = Welcome to Trivsel at { $organisation }
mail-invite-text =
    Hello { $name }

    { $organisation } uses Trivsel to hear how work is. Open this link to choose a password. It works once, for seven days:

    { $link }

    You did not expect this? Then you need not do anything.
mail-reset = New password for Trivsel
mail-reset-text =
    Hello { $name }

    Somebody asked for a new password for your account in Trivsel. Open this link to choose one. It works once, for a quarter of an hour:

    { $link }

    That was not you? Then you need not do anything: your password is unchanged.
mail-changed-password = Your password for Trivsel was changed
mail-changed-password-text =
    Hello { $name }

    The password of your account in Trivsel was just changed, and you were signed out everywhere else.

    That was not you? Ask for a new password at { $address } and tell your administrator.
mail-changed-factor = Your second factor for Trivsel was changed
mail-changed-factor-text =
    Hello { $name }

    The second factor of your account in Trivsel was just set up or removed.

    That was not you? Change your password at { $address } and tell your administrator.
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
imports-templates-text = Files with the right columns and two made-up rows. The number decides who or what a row is about; the same file again changes nothing.
imports-template-units = Template for units (CSV)
imports-template-people = Template for people (CSV)
imports-not-in-file = Not in the file
imports-complete-units = The file is the complete list: units that are not in it are closed
imports-complete-people = The file is the complete list: whoever is not in it has left (you yourself always stay)
imports-rule-parent = An empty cell for the unit above hangs the unit directly below the organisation.
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
diff-sure-people = { $gone } of { $of } people are not in the file and would leave. Their accounts are closed and their roles end. Is this the right file, and is it complete?
diff-sure-people-label = Yes, { $gone } people have left
diff-sure-units = { $gone } of { $of } units are not in the file and would be closed. Is this the right file, and is it complete?
diff-sure-units-label = Yes, { $gone } units are closed
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
row-kind-does-not-fit = A unit of the kind “{ $cell }” cannot hang there.
row-kind-does-not-fit-remedy = From the top: organisation, region, site, team. A unit hangs below one of a kind further up; there is one organisation only.
row-kind-fixed = This unit exists already and is of another kind than “{ $cell }”.
row-kind-fixed-remedy = Use the kind it has, or give the new unit a number of its own.
row-parent-loop = By way of “{ $cell }”, the unit would hang below itself.
row-parent-loop-remedy = Correct the number of the unit above in one of the rows.
row-unit-closed = The unit “{ $cell }” is closed, or would be closed by this file.
row-unit-closed-remedy = Use the number of an open unit, or add a row for it.
row-not-closable = People still belong to the unit “{ $cell }”, so it cannot be closed.
row-not-closable-remedy = Add a row for the unit, or move its people first.
row-foreign-person = You cannot change this for “{ $cell }”: the person belongs, or has a role, outside your units.
row-foreign-person-remedy = Leave that out, or ask somebody who keeps the whole organisation.
row-duplicate-address = The same e-mail address stands in row { $row } already.
row-duplicate-address-remedy = Two people cannot share an address. Give each their own, or leave the cell empty: without an address one signs in with the number.
row-address-taken = Somebody else signs in with “{ $cell }” already.
row-address-taken-remedy = Check the number and the address. If the address really passes from one person to another, take it from the first one and import, then give it to the second.
row-not-an-address = “{ $cell }” is not an e-mail address.
row-not-an-address-remedy = Write it as name@example.org, or leave the cell empty.
row-unknown-kind = “{ $cell }” is not a kind of unit.
row-unknown-kind-remedy = Write organisation, region, site or team.
row-unknown-role = “{ $cell }” is not a role.
row-unknown-role-remedy = Roles are manager, service, hr, staff_representative and admin, for another unit such as manager:S1. That somebody is an employee comes with the unit.
row-foreign-role = You cannot give the role “{ $cell }” there: it lies outside your units.
row-foreign-role-remedy = Name one of your units, such as hr:S1, or ask somebody who keeps the whole organisation.
row-role-without-unit = The role “{ $cell }” holds in the person’s own unit, and the person has none.
row-role-without-unit-remedy = Name the unit, such as manager:S1.
row-own-role = This row would change your own roles.
row-own-role-remedy = Leave the cell for roles empty in this row, or ask another administrator to import it.
row-last-admin = Nobody would be left who keeps the organisation.
row-last-admin-remedy = Let somebody keep the role admin for the whole organisation.
row-round-begun = A round that began on or after { $cell } has counted who belonged where.
row-round-begun-remedy = Use a later day; what a round has counted stays as it was.
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

# People
people-count =
    { $count ->
        [0] Nobody
        [1] 1 person
       *[other] { $count } people
    }
people-new = Add a person
people-new-submit = Add the person
people-search = Search for a name, number or address
people-all-units = All units
people-all-states = Everybody who is here
people-none-found = Nobody fits
people-none-found-text = Look for a part of the name, or choose another unit or state.
people-empty-title = Nobody is here yet
people-empty-text = Add people one by one, or bring them in from a file.
account-state-none = no account
account-state-none-text = There is no account. Nobody can sign in.
account-state-new = not invited
account-state-new-text = The person cannot sign in before they get an invitation or a code.
account-state-invited = invited
account-state-invited-text = An invitation or a code is on its way. The person has not signed in yet.
account-state-active = active
account-state-active-text = The person has set a password and can sign in.
account-state-locked = locked
account-state-locked-text = Nobody can sign in with this account until you open it again.
account-state-left = left
account-state-left-text = The account is closed and its roles are gone.
person-account = Account
person-details = Details
person-number = Employee number
person-number-hint = The number your other systems use. People without an address sign in with it.
person-email = E-mail address (if there is one)
person-email-hint = Leave it empty for people without one. They get a printed code instead.
person-email-change-hint = With a new address the person signs in with that one, and links sent to the old one stop working.
person-no-email = none
person-first-day = First day there
person-first-day-hint = Rounds that have begun do not change.
person-last-day = Last day here
person-nowhere-yet = Nowhere yet
person-place = Where the person belongs
person-no-place = On no list yet, so the person cannot check in.
person-from = since { $from }
person-from-to = { $from } to { $to }
person-roles = Roles
person-no-roles = No role besides checking in.
person-role-unit = For this unit and all below
person-role-since = given { $date }
person-take-role-label = Take away: { $role }, { $unit }
person-self = This is you. Somebody else has to change your roles and your account.
person-foreign = A place or role of this person lies outside your units. Only an administrator for those units can change the details and the account.
person-left-notice = This person has left. The last day was { $date }.
person-return = Put back on a list
person-act-change = Change
person-change-title = Details of { $person }
person-change-text = What was counted before does not change.
person-change-submit = Save
person-act-move = Move
person-move-title = Where does { $person } belong?
person-move-text = From the first day there, the person is on the new list and no longer on the old one. Rounds that have begun still count them where they were.
person-move-submit = Save the place
person-act-give-role = Give a role
person-give-role-title = Give { $person } a role
person-give-role-text = The role holds for the unit you choose and all units below it. The person is signed out everywhere and signs in again with the new role.
person-give-role-submit = Give the role
person-act-take-role = Take away
person-take-role-title = Take a role from { $person }
person-take-role-text = The person is signed out everywhere and signs in again without the role.
person-take-role-submit = Take the role away
person-act-invite = Send an invitation
person-invite-title = Invite { $person }
person-invite-text = A letter with a link goes to the e-mail address. Links from before stop working.
person-invite-submit = Send the invitation
person-act-code = Print a code
person-code-title = A one-time code for { $person }
person-code-text = With the code, the person can set a new password. It is shown once, for you to print. Codes and links from before stop working.
person-code-submit = Make the code
person-act-sessions = Sign out everywhere
person-sessions-title = Sign { $person } out everywhere
person-sessions-text = Every browser in which the person is signed in is signed out. They can sign in again.
person-sessions-submit = Sign out everywhere
person-act-lock = Lock
person-lock-title = Lock the account of { $person }
person-lock-text = The person is signed out everywhere and cannot sign in. Their place and roles stay, and you can open the account again.
person-lock-submit = Lock the account
person-act-unlock = Open again
person-unlock-title = Open the account of { $person } again
person-unlock-text = The person can sign in as before, with the same roles.
person-unlock-submit = Open the account
person-act-leave = Has left
person-leave-title = Has { $person } left?
person-leave-text = The account closes at once, and all roles are taken away. The person is on no list after the last day. What they answered stays counted.
person-leave-submit = Close the account
person-done-new = The person has been added.
person-done-change = The details are saved.
person-done-move = The place is saved.
person-done-give-role = The role is given.
person-done-take-role = The role is taken away.
person-done-invite = The invitation is on its way.
person-done-invite-all = The invitations are on their way.
person-done-sessions = The person is signed out everywhere.
person-done-lock = The account is locked.
person-done-unlock = The account is open again.
person-done-leave = The account is closed.

# One-time codes and invitations
codes-link = Codes and invitations
codes-title = Codes and invitations
codes-print-title = Codes on paper
codes-print-text =
    { $count ->
        [0] Nobody without an e-mail address is waiting for a code.
        [1] 1 person without an e-mail address has not signed in yet. Print a code, and hand it over in person.
       *[other] { $count } people without an e-mail address have not signed in yet. Print codes by team, and hand them over in person.
    }
codes-units = Teams
codes-print-warning = The sheet is shown once. Codes that these people got before stop working.
codes-print-submit = Make the codes
codes-invite-title = Invitations by e-mail
codes-invite-count =
    { $count ->
        [0] Everybody with an e-mail address has been invited.
        [1] 1 person with an e-mail address has not been invited yet.
       *[other] { $count } people with an e-mail address have not been invited yet.
    }
codes-invite-open = Invite everybody
codes-invite-text = Each of them gets a letter with a link to set a password.
codes-invite-submit = Send all the invitations
codes-sheet-title =
    { $count ->
        [0] Nobody needs a code
        [1] 1 code to print
       *[other] { $count } codes to print
    }
codes-sheet-text = Print this page now. The codes are not kept anywhere and cannot be shown again. Cut along the lines and give each slip to its owner only.
codes-sheet-back = Back to codes and invitations
codes-slip-address = Open in a browser:
codes-slip-login = Sign in with
codes-slip-until = Works once, until { $date }.

# The own device: check-in without network, own answers kept, app on the home screen
device-keep = Keep my answers on this device
device-keep-hint = They stay in this browser and are never sent. Whoever can open this browser can read them, so do this on a device of your own only.
device-offline = No network: your answers are kept on this device and sent when it returns.
device-kept-label = Answers kept on this device
device-kept-title = Your answers are kept on this device
device-kept-text = They have not been counted yet. They are sent once, as soon as there is a network and you are signed in.
device-kept-sign-in = Answers are waiting on this device. Sign in as the person who gave them, and they are sent.
device-kept-answers = This will be sent
device-kept-wait = You can close this page. Open it again later to be sure that your answers are sent before the round closes.
device-sign-in-title = Sign in to send your answers
device-sign-in-text = You were signed out before they could be sent. Nothing is lost.
device-closed-title = The round closed before your answers could be sent
device-closed-text = They were not counted, and they are not sent to any other round. This is what you answered:
device-answered-title = You have already answered this round
device-answered-text = Your first answers count. These here were not added:
device-refused-title = Your answers could not be counted
device-refused-text = Nothing is lost. Send them again to see what has to be mended:
device-send-now = Send now
device-send-again = Send again
device-drop = Remove from this device
history-title = My own answers
history-link = My own answers on this device
history-where = Only this browser has them. The server never stored them and cannot show them, on this or any other device.
history-offline = No network. Your answers are here all the same.
history-no-script = Your own answers live in this browser. Turn on JavaScript to see them.
history-cannot = This browser does not let Trivsel keep anything, for example because the window is private. There are no answers to show.
history-empty-title = Nothing is kept here yet
history-empty-text = Tick “Keep my answers on this device” before you send a check-in. From then on your answers appear here.
history-to-check-in = Go to the check-in
history-summary = Rounds kept on this device: { $count }. First: { $first }. Latest: { $last }.
history-latest = Latest answer: { $answer }
history-table = All answers kept here, the latest round first
history-question = Question
history-answer = Answer
history-round = Round { $round }, { $day }
history-skipped = No question answered
history-export = Take away as a file
history-erase = Erase
history-erase-ask = Erase all your answers from this device? There is no copy anywhere.
history-erase-yes = Erase all of them
history-erase-no = Keep them
history-back = Back to the check-in
help-device = On your own device
help-device-1 = Without network the check-in opens as it was last shown on the device. What you send is kept there and sent once when the network returns. If the round has closed by then, it is not counted, and you are told so.
help-device-2 = If you wish, the browser keeps your own answers, under “My own answers”. They never reach us again. You can take them away as a file and erase them. Signing out does not erase them.
help-device-3 = To have Trivsel at hand like an app, choose “Add to home screen” or “Install” in the browser’s menu.

# Rounds: calendar, planning, closing, declaring void
nav-rounds = Rounds
field-starts-on = First day
field-weeks = Length
field-purpose = Purpose
field-discussed-on = Discussed with the staff’s representatives on
field-review-on = Review date
field-reason = Reason
why-in-past = This lies in the past. Please use today or later.
why-too-far = This lies too far ahead. Please check the year.
why-overlaps = Another round has some of these days. Choose a first day after it ends, or a shorter length.
why-before-start = This comes before the first day. No round opens after its review date, so choose a later day.
why-only-earlier = The review date can only be brought forward here. To go on for longer, plan the next round with a new discussion.
note-void = The round from { $from } to { $to } was declared void and does not count. Reason: { $reason }
rounds-held-title = Rounds are on hold
rounds-held-text = The clock says { $since }, more than two days after rounds were last looked after ({ $last }). Until you say that the date is right, no round opens, closes or is released by itself.
rounds-held-resume = The date is right, go on
round-done-resume = Rounds open, close and are released by themselves again.
rounds-lead = When employees are asked, why, and what happens next.
rounds-new = Plan a round
rounds-open-eyebrow = Open now
rounds-open-title = Round { $number }, { $from } to { $to }
rounds-closes = Closes
rounds-released = Released from
rounds-time-zone = Times are those of { $zone }.
rounds-purpose = Purpose
rounds-questions = What is asked
rounds-nothing-live = This page does not say how many have answered, and no other page does while a round is open. A number that moves would tell whoever watches it who has just answered.
rounds-none-open = No round is open
rounds-none-open-next = The next one opens by itself on { $date }.
rounds-none-open-planned = Round { $number } opens on { $date }.
rounds-none-open-text = None is planned either.
rounds-next-title = What comes next
rounds-next-planned = Round { $number } is planned from { $from } to { $to }.
rounds-next-from =
    { $weeks ->
        [1] After the last round in the calendar, the next one begins by itself on { $date }. It lasts 1 week and has the same purpose. So it goes on until the review date, { $review }.
       *[other] After the last round in the calendar, the next one begins by itself on { $date }. It lasts { $weeks } weeks and has the same purpose. So it goes on until the review date, { $review }.
    }
rounds-next-review = No round follows by itself: the review date, { $review }, comes first. To go on, discuss the purpose again and plan a round.
rounds-next-interrupted = No round follows by itself, because the last one ended more than four weeks ago. Plan a round to go on.
rounds-next-pause = For a pause, plan the round after it: the days before a planned round stay free.
rounds-review-soon =
    { $days ->
        [0] The review date is today. No round opens after it.
        [1] The review date is tomorrow, { $date }. No round opens after it. Discuss the purpose with the representatives in time.
       *[other] The review date is in { $days } days, on { $date }. No round opens after it. Discuss the purpose with the representatives in time.
    }
rounds-review-over = The review date, { $date }, has passed: no round opens by itself any more. Discuss the purpose with the representatives, then plan a round.
rounds-gap = No round from { $from } to { $to }.
rounds-year = The year in weeks
rounds-week = Week { $week }, from { $date }
rounds-week-none = no round
rounds-week-round = round { $number }, { $state }
rounds-week-now = this week
rounds-table = All rounds
rounds-earlier =
    { $count ->
        [1] 1 earlier round
       *[other] { $count } earlier rounds
    }
rounds-column-round = Round
rounds-column-days = Days
rounds-column-state = State
rounds-column-discussed = Discussed
rounds-column-review = Review
rounds-days = { $from } – { $to }
rounds-weeks =
    { $count ->
        [1] 1 week
       *[other] { $count } weeks
    }
round-state-planned = planned
round-state-open = open
round-state-closed = closed
round-state-released = released
round-state-voided = void
round-state-missed = did not open
round-state-none = no round
round-planned-text = It opens by itself on its first day.
round-open-text = Answers are taken until it closes.
round-closed-text = No more answers are taken. Figures are released from { $time }.
round-released-text = What may be shown was released on { $date }.
round-voided-text = It does not count. The answers, the comments and the marks of who had used their vote are deleted. Figures that were released are shown no more.
round-missed-text = It did not open, because its days or its review date went by first. Plan another round, or delete this one.
round-title = Round { $number }
round-reason = Declared void because
rounds-fresh-title = Plan the first round
rounds-fresh-text = A round is some days in which employees answer four short questions. Three things come first.
rounds-fresh-1 = Write down why you ask: one or two sentences that everybody understands.
rounds-fresh-2 = Discuss that with the staff’s representatives, and note the day.
rounds-fresh-3 = Agree on a day on which you look at the purpose again, at most a year from now.
rounds-fresh-view = Nobody has planned a round yet. HR does that, after a discussion with the staff’s representatives.
round-new-title = Plan a round
round-new-lead = It opens by itself on its first day. When it has ended, the next one follows with the same settings, until the review date.
round-new-submit = Plan the round
round-new-share-title = How often would each length have shown figures?
round-new-share-text = Reckoned from the rounds released in the last half year: in how many of all teams and rounds enough people would have answered. A longer round shows more teams, but tells of a change later.
round-new-share-no-rounds = Nothing has been released in the last half year, so the lengths cannot be compared yet. Small teams are shown more often with longer rounds.
round-new-share-too-few = There are fewer than ten teams: one number for all of them would say something about a single team. Small teams are shown more often with longer rounds.
round-new-share = about { $share } %
round-new-share-unknown = cannot be told from the rounds so far
round-starts-on-hint = A Monday fits best with charts by week.
round-weeks-hint = Longer rounds show more small teams; shorter ones tell of a change sooner.
round-purpose-hint = The staff’s representatives read it here.
round-discussed-on-hint = A round needs this discussion before it can be planned.
round-review-on-hint = No round opens after this day.
round-edit = Change
round-edit-title = Change round { $number }
round-edit-text = The round has not opened, so everything about it can still be changed.
round-edit-submit = Save
round-delete = Delete
round-delete-title = Delete round { $number }?
round-delete-text = It is taken out of the calendar. Codes that were printed for it stop working.
round-delete-submit = Delete the round
round-close = Close now
round-close-title = Close round { $number } before its last day?
round-close-text = No more answers are taken from now on. What was answered counts, and is released from { $time } as planned. The round cannot be opened again.
round-close-submit = Close the round
round-stop = Stop the rounds
round-stop-title = Stop the rounds
round-stop-text = Bring the review date forward. Rounds that have begun go on to their last day; none follows by itself after the review date.
round-stop-submit = Save the review date
round-stop-hint = From today to { $date }, the date in force.
round-void = Declare void
round-void-title = Declare round { $number } void?
round-void-text = Do this when the round as a whole cannot be trusted, for example because codes came into the wrong hands.
round-void-1 = Its answers, its comments and the marks of who had used their vote are deleted at once.
round-void-2 = Figures that were released from it disappear from all pages and files made from now on.
round-void-3 = The reason is shown in the calendar and beside the charts, where employees read it too.
round-void-4 = This cannot be undone. The days can be used for another round.
round-void-reason-hint = Without names.
round-void-sure = I want this round not to count and its answers to be deleted.
round-void-submit = Declare the round void
round-done-plan = The round is planned.
round-done-edit = The round is changed.
round-done-delete = The round is deleted.
round-done-close = The round is closed.
round-done-stop = The review date is saved.
round-done-void = The round is declared void.

# The rules of the release, and what is stored
nav-privacy = Privacy
foot-stored = What is stored
help-to-stored = See every table of the database, with what stands in it
field-k = Answers for a figure
field-k-comment = Answers for comments
field-authors = Authors of comments
field-grace-hours = Wait in hours
field-guard = When a few people join or leave
why-not-a-number = Please write a whole number, without a sign.
why-below-floor = This is too low. The program takes 3 as the lowest, whoever asks.
why-too-high = This is too high. Please stay within the limits named beside the field.
why-below-k = Comments need at least as many answers as figures. Please raise this, or lower the other.
why-more-authors-than-answers = There cannot be more authors than answers. Please lower this.
why-unchanged = These are the rules already in force. Change at least one.
problem-second-admin-needed = Another administrator has to confirm this
problem-second-admin-needed-text = You proposed the change yourself. Ask another administrator of the organisation to sign in and look at it here.
problem-proposal-waiting = A proposal is waiting already
problem-proposal-waiting-text = Only one change can wait at a time. Have it confirmed, or withdraw it, and propose again.
privacy-title = Rules that protect answers
privacy-lead = Which figures are shown, from how many answers, and what remains hidden. The rules hold for everybody who looks.
privacy-to-stored = What is stored, table by table
privacy-rules = In force
privacy-since = Since { $date }.
privacy-since-start = Since the beginning.
privacy-rule = Rule
privacy-value = Value
privacy-fixed = Nobody can set a number of people below 3: the program refuses it here, on the command line and in the database.
rule-k = A figure is shown from
rule-k-text = Fewer answers in a group, and its figures stay hidden. A larger group is hidden too where taking one from the other would give the small one away.
rule-k-range = 3 to 50
rule-value-k = { $number } answers
rule-k-comment = Comments are shown from
rule-k-comment-text = Comments are read in the smallest unit above their writers in which this many have answered.
rule-k-comment-range = 3 to 50, and no fewer than for a figure
rule-value-k-comment = { $number } answers
rule-authors = Comments come from at least
rule-authors-text = With fewer authors their comments wait for the unit above.
rule-authors-range = 3 to 50, and no more than answers for comments
rule-value-authors = { $number } people
rule-grace-hours = Figures come
rule-grace-hours-text = The wait between the end of a round and its figures.
rule-grace-hours-range = 0 to 168
rule-value-grace-hours =
    { $number ->
        [0] as soon as the round has closed
        [1] 1 hour after the round
       *[other] { $number } hours after the round
    }
rule-guard = When a few people join or leave
rule-step = { $rule }: { $after } (before: { $before })
guard-mark = Show the new figure and mark a break
guard-mark-text = The curve is cut there, and nothing is said about what changed across the cut.
guard-hold = Keep showing the earlier figure
guard-hold-text = Until enough people have come or gone, or a quarter has passed. The figure is marked as held.
privacy-next = From { $date }
privacy-next-text = Decided by two administrators. Employees read it above the check-in. Rounds that begin earlier are not touched.
privacy-cancel = Call it off
privacy-proposal = Waiting for a second administrator
privacy-proposal-by = Proposed by { $who }, { $at }
privacy-proposal-when = Confirmed today, it would hold for rounds that begin on { $from } or later. It lapses after { $until }.
privacy-proposal-own = You proposed this. Another administrator has to confirm it.
privacy-confirm = Confirm the change
privacy-withdraw = Withdraw the proposal
privacy-change = Change the rules
privacy-change-text = Stricter rules hold at once, also for the round that is open. If any rule becomes less strict, a second administrator has to confirm all of it, it holds from the next round, and employees are told. Think before you raise a number: lowering it again takes two.
privacy-change-submit = Save the rules
rules-done-raised = The rules are stricter from now on.
rules-done-proposed = Your proposal waits for another administrator. Nothing has changed yet.
rules-done-confirmed = The change is confirmed. It holds from the next round that has not begun.
rules-done-withdrawn = The proposal is withdrawn.
rules-done-cancelled = The change is called off. The rules stay as they are.
privacy-states = What was shown and what was hidden
privacy-states-text = Figures of the newest rounds, one for each unit and question. The words in small type stand in the exports too.
privacy-states-meaning = What the words mean
privacy-round = Round
privacy-round-name = { $round } · { $date }
state-published = Shown
state-published-text = Enough answered, and nothing smaller can be worked out from it.
state-held = Held
state-held-text = The earlier figure is shown until enough people have come or gone.
state-below-k = Too few answers
state-below-k-text = Fewer answers, or fewer people, than the rules ask for. A unit where nobody answered looks the same.
state-complement = Would give a group away
state-complement-text = Enough answered here. Shown beside the figures of other units, it would lay bare a group that is too small.
state-no-data = Nobody there
state-no-data-text = The unit had no people of its own or below it in this round.
privacy-units = Unit by unit, in the newest round
privacy-units-text = How often a unit reports is chosen before each quarter from how many belong to it and how many used to answer, never from what they answered. These are the windows of { $quarter }.
privacy-window = Reports
privacy-hidden = Not shown, and why
window-rounds =
    { $rounds ->
        [1] every round: enough answer each time
       *[other] every { $rounds } rounds together: too few answer in one
    }
window-never = not on its own: too few in a whole quarter
window-unset = not chosen for this quarter
privacy-risks = What the rules cannot rule out
privacy-risks-text = Nobody should promise more than this.
risk-colluding-title = Colleagues who compare
risk-colluding = If all others in a group tell each other what they answered, they can work out the last one’s part.
risk-style-title = The way somebody writes
risk-style = No name stands beside a comment. Whoever knows the writer may know the style.
risk-leaver-title = A trend around somebody who left
risk-leaver = When one person leaves or joins a small team, the figures before and after hint at what that person answered. Whole points and ranges make the hint weaker. They do not remove it.
risk-mark-title = What a marked break leaves open
risk-mark = Both sides of the break are shown. Whoever compares them over many rounds can still make a better guess about one who left than without any figures.
risk-hold-title = What a held figure leaves open
risk-hold = A held figure is old, and that it is held says that a few people changed. When the wait is over, the new figure is shown even if only one person changed.
risk-two-accounts-title = Two accounts are not always two people
risk-two-accounts = An administrator could make a second account and confirm with it. The log shows who made which account and who confirmed, and nobody can change the log unseen.
risk-machine-title = Whoever runs the machine
risk-machine = Somebody with full control of the server could watch answers as they arrive. No program can rule that out.
privacy-history = Changes so far
privacy-history-empty = Nobody has changed the rules.
privacy-from = For rounds from { $date }
deed-raised = Made stricter
deed-proposed = Proposed
deed-confirmed = Confirmed
deed-withdrawn = Proposal withdrawn
deed-cancelled = Called off
lowering-title = Looser rules from { $date }
lowering-k = Figures are shown from { $after } answers; before, from { $before }.
lowering-k-comment = Comments are shown from { $after } answers; before, from { $before }.
lowering-authors = Comments need { $after } authors; before, { $before }.
lowering-grace-hours = Figures wait { $after } hours after a round; before, { $before }.
lowering-guard = When a few people join or leave, the new figure is shown with a break; before, the earlier figure stayed.
lowering-text = Two administrators have decided this. What was released before that day stays as it is.
stored-title = What is stored
stored-lead = Every table of the database, in plain words, and how much stands in it. Nothing is left out.
stored-way = What happens to an answer
stored-step-1 = You send the form. While the server works on it, your answers are together in its memory, and nowhere else.
stored-step-2 = The server marks that your vote in this round is used. It notes no time.
stored-step-3 = It adds one to a count for each question you answered, and one to the number of people in your unit who have answered. A comment is put down by itself under a random number.
stored-step-4 = All of this is saved in one go, and the form is forgotten. From here on, nothing knows which answers came together or whose they were.
stored-step-5 = When the round has closed and a wait is over, the rules decide which figures may be shown. They are written down once, and no one can change them.
stored-numbers = About the numbers
stored-numbers-text = Rows near your answers are counted without rounds that are open or not released yet, so that no number here moves when somebody answers. These and some others are rounded down to a multiple of { $step }, and below { $few } nothing more is said. Counts may be some minutes old.
stored-numbers-stranger = You are not signed in, so all numbers are rounded.
stored-row = 1 row
stored-rows = { $rows } rows
stored-rows-at-least = at least { $rows } rows
stored-rows-few = fewer than { $few } rows
stored-example = An example, made up:
stored-own = Name, places, roles, rounds in which your vote is used, entries of the log: you can read and keep them. Answers are not among them; the server has none that are yours.
stored-own-stranger = Sign in to read and keep what stands here with your name. Answers are not among it; the server has none that are yours.
stored-group-answers = About answers
stored-group-answers-text = The ballot box. No table here holds both a person and an answer.
stored-group-you = About you
stored-group-you-text = Who works where, who may do what, and who has signed in.
stored-group-customers = About customers
stored-group-customers-text = What customers said, and how many there were.
stored-group-running = Keeping things running
stored-group-running-text = The organisation, its rules and its rounds.
stored-name-roll = Who may answer
stored-table-roll = For each round, who may answer and in which unit they are counted. Written when the round opens.
stored-columns-roll = Round | Person | Unit | Answers with a code
stored-example-roll = 12 | Kim Example | Harbour, evenings | no
stored-name-participation = Used votes
stored-table-participation = That a person’s vote in a round is used: no time, no answer. The fingerprint tells a form sent twice from a second vote.
stored-columns-participation = Round | Person | Fingerprint of the form’s random key
stored-example-participation = 12 | Kim Example | 7c1f…e0
stored-name-turnout = How many answered
stored-table-turnout = One number for each unit and round.
stored-columns-turnout = Round | Unit | People
stored-example-turnout = 12 | Harbour, evenings | 9
stored-name-tally = Counts of answers
stored-table-tally = For each unit, round and question, how many chose each answer. This is all that is left of answers.
stored-columns-tally = Round | Unit | Question | Answer | People
stored-example-tally = 12 | Harbour, evenings | If I get stuck, I can get hold of someone who helps. | 4 | 3
stored-name-ballot-comment = Comments
stored-table-ballot-comment = The text, the unit and the round, under a random number. No name, no time, no answer stands beside it.
stored-columns-ballot-comment = Random number | Round | Unit | Text
stored-example-ballot-comment = a41b…93 | 12 | Harbour, evenings | The new till is slow.
stored-name-comment-home = Where comments are read
stored-table-comment-home = For each unit and round, the unit in which comments may be read. Decided at the release from how many answered and wrote.
stored-columns-comment-home = Round | Unit of the writers | Read in
stored-example-comment-home = 12 | Harbour, evenings | Harbour
stored-name-kiosk-code = One-time codes
stored-table-kiosk-code = Fingerprints of the codes that a team uses at a shared tablet. A code belongs to a team, never to a person. They are removed when the round is released.
stored-columns-kiosk-code = Fingerprint of the code | Round | Unit | Used | Fingerprint of the form’s random key
stored-example-kiosk-code = 19d0…5a | 12 | Harbour, evenings | yes | b2e4…71
stored-name-check-in-link = Personal links
stored-table-check-in-link = Fingerprints of the links sent by mail, with whom each was sent to. They are removed with the round.
stored-columns-check-in-link = Fingerprint of the link | Round | Person
stored-example-check-in-link = f083…c2 | 12 | Kim Example
stored-name-released-figure = Released figures
stored-table-released-figure = What the rules let through: rounded figures of units, and for hidden ones the reason. Every chart and export reads this and nothing else.
stored-columns-released-figure = Round | Unit | Measure | State | Value | People
stored-example-released-figure = 12 | Harbour | Satisfaction | shown | 64 | 15–19
stored-name-person = People
stored-table-person = Name, employee number and, when it is over, the last day.
stored-name-roster = Places
stored-table-roster = Who belongs to which unit, from when to when.
stored-name-account = Accounts
stored-table-account = What somebody signs in with, a scrambled password, language, theme, and whether reminders are wanted.
stored-name-role-grant = Roles
stored-table-role-grant = Which account has which role in which unit.
stored-name-session = Sign-ins that are open
stored-table-session = When it began and was last used, and the kind of browser. Gone after signing out.
stored-name-account-token = Invitations and password links
stored-table-account-token = Fingerprints of links and printed codes that have not been used.
stored-name-recovery-code = Recovery codes
stored-table-recovery-code = Fingerprints of codes for when the phone is lost.
stored-name-oidc-identity = Sign-in by a provider
stored-table-oidc-identity = Which account belongs to which user of the organisation’s own sign-in.
stored-name-oidc-flow = Sign-ins under way
stored-table-oidc-flow = What has to be remembered for some minutes while somebody is at the provider.
stored-name-mail = Mail
stored-table-mail = Which kind of letter goes to which account, and whether it was sent. The text is not kept.
stored-name-audit = Log
stored-table-audit = Who signed in, changed something or took something out, and when. Nothing about check-ins.
stored-name-export-log = Exports
stored-table-export-log = Who took which file out, when, and its fingerprint.
stored-name-complaint = Complaints
stored-table-complaint = What happened, when, where, how it reached us and how serious it is.
stored-name-case-step = Steps of a complaint
stored-table-case-step = What was done about it, when and in which role. No name.
stored-name-contact-day = Customer contacts
stored-table-contact-day = How many customers a unit met on a day.
stored-name-history = Older counts
stored-table-history = Complaints and contacts from before Trivsel, by unit and period.
stored-name-voice-rollup = Sums for the charts
stored-table-voice-rollup = Complaints and contacts added up for every unit and period.
stored-name-organisation = The organisation
stored-table-organisation = Its name and time zone.
stored-name-unit = Units
stored-table-unit = Regions, sites and teams.
stored-name-unit-change = Changes of units
stored-table-unit-change = When a unit was opened, renamed, moved or closed.
stored-name-round = Rounds
stored-table-round = First and last day, purpose, and when it was discussed with the staff’s representatives.
stored-name-own-item = Questions of your own
stored-table-own-item = Statements that the organisation asks beside the usual ones.
stored-name-release-rules = Rules
stored-table-release-rules = From how many answers figures and comments are shown, and since when.
stored-name-rules-proposal = Proposed rules
stored-table-rules-proposal = Looser rules that wait for a second administrator.
stored-name-quarter-window = How often units report
stored-table-quarter-window = Over how many rounds together a unit’s figures are made in a quarter.
stored-name-link-result = Link between staff and complaints
stored-table-link-result = For each unit, what the comparison of figures and complaint rates says.
stored-name-import-job = Imports
stored-table-import-job = Files brought in, by whom, and what became of them.
stored-name-import-row = Rows being imported
stored-table-import-row = Rows of an import while it is being saved. Once all of them are in place, none is left here.
stored-name-seaql-migrations = Version of the tables
stored-table-seaql-migrations = Which changes of the database have been made.

# Codes for the tablet, personal links, letters about the round
event-codes-chosen = Codes for a team: on or off
event-codes-made = Sheet of codes made
event-codes-revoked = Codes revoked
nav-kiosk = Tablet codes
kiosk-lead = Type the code on your slip.
kiosk-code = Your code
kiosk-code-hint = Eight letters and digits. Capitals, spaces and dashes do not matter.
kiosk-start = Start
kiosk-promise = A code belongs to a team, not to a person. Nobody can see who answered what.
kiosk-demo = This is the demo: sign in as HR and make a sheet of codes for Lagunen weekend, then try one here.
kiosk-demo-link = Make codes
kiosk-form-promise = Your answers are added to the count for { $unit }, and then they are gone. Nobody can see that they are yours.
kiosk-idle = After two minutes this page clears itself and goes back to the start.
kiosk-more = More time
kiosk-more-done = You have two more minutes. Your answers are still here.
kiosk-stop = Stop and clear
kiosk-thanks = Thank you
kiosk-thanks-lead = Your answers are counted. Nothing of them is left on this tablet.
kiosk-thanks-next = When the round has closed, figures are shown only for groups where enough people have answered.
kiosk-thanks-back = This page goes back to the start after 20 seconds.
kiosk-again = To the start
kiosk-other-code = A code from your slip
kiosk-code-unknown-text = Check the slip: a code works in one round only, and a newer sheet replaces the older one. If it still does not work, take another slip or ask for a new sheet.
kiosk-code-used-text = Your answers are not counted yet. Take another slip and type its code: they go out with it, as you gave them.
kiosk-code-revoked-text = Your answers are not counted yet. Look at the slip again, or take one from the newest sheet, and type its code: your answers go out with it, as you gave them.
kiosk-too-many-text = Too many wrong codes were typed here. Nothing was counted. Wait a quarter of an hour and try again, or use another device.
kiosk-round-closed-text = The slip belongs to a round that has closed. Nothing was counted and nothing is kept. Take a slip from the sheet for the new round.
kiosk-round-voided-text = The slip belongs to a round that was declared void. Nothing was counted and nothing is kept. Ask for a sheet when the next round opens.
kiosk-no-open-round-text = Nothing can be answered right now. Codes come with the next round.
link-expired = This link does not work
link-expired-text = It may be cut off, or the account it was sent to is closed. Open it once more from the letter, or sign in to answer.
link-round-closed-text = The link belongs to a round that has closed, so nothing was counted and nothing is kept. A new letter comes when the next round opens.
link-round-voided-text = The link belongs to a round that was declared void, so nothing was counted and nothing is kept. A new letter comes when the next round opens.
problem-to-kiosk = Type a code
tablet-title = Codes for the tablet
tablet-lead = A team without addresses of its own answers on a shared tablet. Each slip holds a code that works once, for anybody in the team.
tablet-where = The tablet opens this address:
tablet-no-round = No round is open. Sheets are made for a round that is open.
tablet-round = Round { $round }: { $from } to { $to }
tablet-teams = Teams that answer by code
tablet-empty = No team answers by code yet. Choose one below; it begins with the next round.
tablet-slips =
    { $count ->
        [1] 1 slip in this round
       *[other] { $count } slips in this round
    }
tablet-from-next = Begins with the next round
tablet-last = The last round with codes
tablet-sheet-on = Sheet made
tablet-sheet-off = No sheet yet
tablet-make = Make a sheet
tablet-make-new = Make a new sheet
tablet-make-warning = The slips you have handed out stop working. A new sheet always has one slip for each person in the team.
tablet-make-text = You get one slip for each person in the team. The codes are shown once and kept nowhere.
tablet-pdf = PDF to print
tablet-browser = Show in the browser
tablet-revoke = Revoke the codes
tablet-revoke-text = No slip of this team works any more, until you make a new sheet. What is counted stays counted.
tablet-end = Stop after this round
tablet-end-text = From the next round on these people sign in to answer.
tablet-add = Let a team answer by code
tablet-add-text = From the next round on its people answer on the tablet only. The round that is open goes on as it began.
tablet-add-unit = Team
tablet-add-submit = Answer by code
tablet-secret = How many have used their code is told to nobody while the round is open, not even to you.
tablet-done-begin = The team answers by code from the next round on.
tablet-done-end = The team no longer answers by code from the next round on.
tablet-done-revoke = The codes are revoked. Make a new sheet when the team should answer again.
tablet-sheet-text = Print this page now. The codes are kept nowhere and cannot be shown again. Cut along the lines, and let everybody in the team draw a slip.
tablet-sheet-back = Back to the teams
slips-title = Codes for { $team }
slips-round = { $from } to { $to }
slips-how = Type the code on the tablet, or in any browser at
slips-promise = Works once. The code belongs to the team: nobody knows whose it is.
account-letters = Letters about the check-in
account-letters-text = When a round opens you get a letter with a link to answer without signing in, and a reminder on day 3 and day 5 if you have not answered. Nobody can see whether you get one.
account-letters-on = Mail me when a round opens
account-letters-save = Save
account-changed-letters = Saved.
mail-check-in = How is work? A new round at { $organisation }
mail-check-in-text =
    Hello { $name }

    A new round is open until the end of { $closes }. It takes about twenty seconds. This link opens the questions, without signing in:

    { $link }

    It is yours alone: do not pass it on. Nobody can see what you answer. You need no such letters? Switch them off at { $account }
mail-check-in-reminder = Reminder: how is work?
mail-check-in-reminder-text =
    Hello { $name }

    The round at { $organisation } is open until the end of { $closes }, and your answer is welcome. This link opens the questions, without signing in:

    { $link }

    It is yours alone: do not pass it on. Nobody can see what you answer. You need no such letters? Switch them off at { $account }
mail-check-in-last = Last reminder: how is work?
mail-check-in-last-text =
    Hello { $name }

    The round at { $organisation } is open until the end of { $closes }. This is the last letter about it. This link opens the questions, without signing in:

    { $link }

    It is yours alone: do not pass it on. Nobody can see what you answer. You need no such letters? Switch them off at { $account }

# Figures of small and changing teams
cell-held = { $value } (held)
point-break = A few people joined or left before this, so nothing is said about the change.
note-window = This team is too small to be shown every round. Some of its figures cover { $rounds } rounds together; they stand at the last of them.
note-break = Where the line is cut, a few people joined or left. The figures on both sides are shown, but the change between them is not judged.

## My team, what my manager sees, comments, and the hint below a comment
nav-team = My team
nav-comments = Comments
and = and
problem-look-again = Have another look at your comment
problem-look-again-text = It may hold something that shows who it is about; the note below the box says what. Nothing has been sent yet. Change the comment, or send again as it is.
hint-name = “{ $word }” looks like a name. Can you say it without? You may also send it as it is.
hint-contact = “{ $word }” can show who is meant. Can you say it without? You may also send it as it is.
hint-health = “{ $word }” sounds like somebody’s health. Can you leave it out, also your own? You may also send it as it is.
check-in-readers = Who can read this: managers of { $units }, HR and staff representatives, and only where at least { $k } people have answered and { $authors } have written. Your name and your answers do not stand beside it.
team-title = How { $unit } is doing
team-eyebrow = Round { $round } · released { $date }
team-lead = These are the figures that your managers get, at the same time as they do.
team-newest = Newest figures
team-above = The units above
team-empty = No figures have been released yet.
team-percent = { $value } %
team-hidden = Hidden: too few answered
team-carried = Figure of round { $round }, carried forward
team-window = Over { $count } rounds: { $since }–{ $round }
team-change = { $change } since round { $round }
team-people = { $people } people
team-low-response = Fewer than half answered, so read with care
team-history =
    { $count ->
        [1] The last round
       *[other] The last { $count } rounds
    }
team-chart =
    { $count ->
        [1] Satisfaction and strain of { $unit } in the last round.
       *[other] Satisfaction and strain of { $unit } in the last { $count } rounds.
    }
team-breaks = A gap in the line: people joined or left, so what comes after is not compared with what came before.
team-cell-carried = { $value } (round { $round })
team-next-title = Next figures
team-next = Round { $round }: from { $date } at { $time }. You and your managers get them at the same time.
team-next-due = Round { $round }: any minute now. You and your managers get them at the same time.
team-next-none = No round is under way.
team-to-check-in = To the check-in
preview-link = What my manager sees
preview-title = What my manager sees
preview-back = Back to my team
preview-banner = the page “Trends” for { $unit }, as managers of { $unit } and of the units above it get it: the same chart, the same numbers. Nothing is left out but the choice between their units and the chart as a file.
preview-never = What managers never see
preview-never-who = Who has answered, and who has not.
preview-never-answers = What any one person answered. No such list exists.
preview-never-open = Anything about a round that has not been released yet, not even how many have answered.
preview-never-hidden = A figure that is hidden for you. Hidden is hidden for everybody.
preview-also = What managers see besides this
preview-also-figures = The figures on your own page, My team.
preview-also-comments = Comments, where enough people have answered and written. They come in a random order, without name, answers or time.
preview-also-complaints = What customers have complained about.
comments-title = Comments at { $unit }
comments-lead = Shown only where at least { $k } people have answered and { $authors } have written. The order is random and says nothing about who wrote when or in which team.
comments-round = Round { $round } · { $period }
comments-empty-title = No comments to show here
comments-empty-text = Comments appear when a round has been released and at least { $k } people have answered and { $authors } have written. Where there are fewer, they are shown for a larger unit, or not at all. Choose another unit or quarter.

# The questions: bank and own statements
nav-questions = Questions
questions-title = Questions
questions-lead = Everybody in a round is asked the same: four questions of the bank and at most two statements of your own.
questions-own = Your own statements
questions-own-none = None so far. A statement of your own can ask about something that matters in your places only, such as how early the rota comes.
questions-full = The next round has no room for another: it already asks two statements of your own. Stop asking one first.
questions-read-only = Everybody is asked the same, so only HR for the whole organisation can change this.
questions-past = No longer asked
questions-bank = The bank
questions-bank-text = The wording is our own and fixed, so that rounds can be compared. The questions are not a validated instrument. Letters name the factor of § 4-3 in the Norwegian working environment act that a question speaks to.
questions-every-round = Every round
questions-turn = In { $round }
questions-not-soon = No round in sight
questions-round = round { $round }, from { $date }
questions-round-unseen = a later round
questions-workload = Workload
questions-factor-a = § 4-3 a: clear demands
questions-factor-b = § 4-3 b: emotional demands
questions-factor-c = § 4-3 c: workload and time
questions-factor-d = § 4-3 d: support and help
questions-state-coming = First asked in { $since }
questions-state-asked = Asked since { $since }
questions-state-ending = Last asked in { $until }
questions-state-past = Last asked in { $until }
questions-from = This takes effect in { $round }. Rounds that have begun stay as they are.
questions-from-unseen = This takes effect in the next round. Rounds that have begun stay as they are.
questions-most = A round asks at most { $most } statements of your own, so that a check-in still takes twenty seconds.
questions-advice = Before you write
questions-advice-one-thing = One thing in each statement. “Fair and clear” is two.
questions-advice-positive = Say what is good, so that agreeing is good news. Answers run from 1, strongly disagree, to 5, strongly agree.
questions-advice-no-names = No names of people or teams.
questions-advice-rights = Do not copy from a questionnaire unless you have the right to use its wording. Many are licensed.
questions-advice-release = The same rules decide what is shown: nothing from small groups, and no single answers.
questions-tag-hint = A short name for the series, such as rota. Small letters a to z, digits and dashes.
questions-statement-hint = One line of at most { $most } characters.
questions-add-submit = Add the statement
question-act-add = Add a statement
question-act-reword = Change wording
question-act-stop = Stop asking
question-act-delete = Delete
question-reword-text = The new wording is a new version with a series of its own. Figures so far stay with the old wording.
question-reword-coming-text = Nobody has been asked this wording yet, so the new one takes its place.
question-reword-submit = Save the wording
question-stop-text = Figures so far stay where they are. To ask about the same again later, add a statement with another tag.
question-stop-submit = Stop asking
question-delete-text = Nobody has been asked this statement. It will be gone, and its tag can be used again.
question-delete-version-text = Nobody has been asked this wording. It will be gone, and the version before is asked on.
question-delete-submit = Delete
question-done-add = The statement is added.
question-done-reword = The new wording is saved.
question-done-stop = The statement is no longer asked from the next round on.
question-done-delete = The statement is deleted.
field-tag = Tag
field-en = Statement in English
field-nb = Statement in Bokmål
why-not-a-tag = Please use small letters a to z, digits and dashes, and begin with a letter.
why-no-room = The next round already asks two statements of your own. Stop asking one first.
why-same-words = These are the words asked now. Please change one of the two languages.
event-question-changed = Own statement changed

rounds-tabs = About the check-in

## Pages of trends

nav-today = Today
nav-actions = Actions
trends-tabs = Ways to look at trends
trends-tab-trend = Trend
trends-tab-teams = Teams
trends-tab-map = Heat map
trends-tab-sites = Sites
trends-tab-load = Workload
trends-tab-drivers = Drivers
trends-tab-link = The link
trends-tab-notes = Notes
stored-name-annotation = Notes on the time axis
stored-table-annotation = Events, campaigns and what competitors do, with their days. They stand beside the charts.
stored-name-agreed-action = Actions
stored-table-agreed-action = What a team tries, for which driver, which role looks after it, when it began and when it is reviewed. No name.
stored-name-link-run = Work on the link
stored-table-link-run = How far the link has been computed. One row.
place-label = Where this is
place-go = Go to
place-below = Below
place-beside = Beside

## Heat map and teams

stored-name-unit-signal = Marks of units
stored-table-unit-signal = For each unit, whether its newest figures differ from its own usual level, and the last points of its small charts. Made from released figures and complaint rates.
stored-name-attempt = Wrong sign-ins
stored-table-attempt = Wrong passwords and codes of the last quarter of an hour, so that nobody can guess on. Whom they count for is stored as a hash, and all is deleted after a quarter of an hour.
stored-name-job-run = Work on the calendar
stored-table-job-run = When rounds were last looked after. One row.
stored-name-signal-run = Work on the marks
stored-table-signal-run = Whether marks are being made right now. One row.

map-chart = Heat map
map-measure = Measure
map-reach = Number of rounds
map-rounds = { $rounds } rounds
map-headline =
    { $count ->
        [0] { $measure }: nothing worth a look now
        [1] { $measure }: one of { $units } units is worth a look
       *[other] { $measure }: { $count } of { $units } units are worth a look
    }
map-headline-plain = { $measure }, round by round
map-concern =
    { $more ->
        [0] Worth a look beside their own usual level: { $names }.
       *[other] Worth a look beside their own usual level: { $names } and { $more } more.
    }
map-newest =
    In { $period } it lay between { $low } and { $high } { $hidden ->
        [0] in the { $shown } units with a new figure.
       *[other] in the { $shown } units with a new figure; { $hidden } more { $hidden ->
            [1] is
           *[other] are
        } hidden, because too few answered.
    }
map-newest-one =
    In { $period } it was { $low } { $hidden ->
        [0] wherever there is a new figure.
       *[other] wherever there is a new figure; { $hidden } { $hidden ->
            [1] unit is
           *[other] units are
        } hidden, because too few answered.
    }
map-newest-none = For { $period } there is no figure that can be shown.
map-nothing = There are no figures yet.
map-empty-text = The first squares appear when a round has closed and its figures are released.
map-description = { $measure } of { $units } units in { $unit } over the last { $rounds } rounds, darker or brighter where it is higher.
map-percent = { $value } %
map-held = { $label }, { $period }: the earlier figure { $value } is kept, because few people have joined or left.
map-periods = { $first } to { $last } together
map-key-held = earlier figure kept
map-key-empty = no figure
map-cell-together = { $value } (together)
map-note-scale = The steps fit the values on this page. Point at a square to read it, or open the table.
map-note-window = A long bar is one figure for several rounds together: the unit is too small to be shown every round.
map-note-held = A dash: a few people joined or left, so the earlier figure is kept until more have.
teams-heading =
    { $concern ->
        [0] Nothing worth a look { $teams ->
            [1] in the one team
           *[other] in { $teams } teams
        }
        [1] One of { $teams } teams has something worth a look
       *[other] { $concern } of { $teams } teams have something worth a look
    }
teams-lead =
    { $better ->
        [0] Each team is compared with its own usual level, never with other teams.
        [1] In one team something is better than usual. Each team is compared with its own usual level, never with other teams.
       *[other] In { $better } teams something is better than usual. Each team is compared with its own usual level, never with other teams.
    }
teams-show = Which teams
teams-show-all = All ({ $count })
teams-show-concern = Worth a look ({ $count })
teams-show-better = Better than usual ({ $count })
teams-search = Search for a team or site
teams-found =
    { $count ->
        [0] No team matches “{ $search }”.
        [1] One team matches “{ $search }”.
       *[other] { $count } teams match “{ $search }”.
    }
teams-none = No team here
teams-none-text = Try another word, or show all teams.
teams-none-all = Show all teams
teams-note = Small charts show the last 26 periods. The dotted line is the team’s usual level. A dotted box is hidden: too few answers. Teams with something worth a look stand first, otherwise by site and name.
teams-behind = New figures have come in. The marks follow within a few minutes.
teams-pending = This team is being looked at. Its figures follow within a few minutes.
teams-complaints = Complaints per 1,000
teams-of = from { $period }
teams-mark-concern = worth a look since { $period }
teams-mark-better = better than usual since { $period }
## Today

today-title = Today in { $unit }
today-since = New since { $date }, when you were last here.
today-since-week = New in the last seven days, since { $date }.
today-how = New is what came after your last sign-in on an earlier day, that day included. Looking at this page changes nothing.
today-urgent =
    { $count ->
        [1] 1 open case is about safety or discrimination.
       *[other] { $count } open cases are about safety or discrimination.
    }
today-old =
    { $count ->
        [1] 1 case has been open for more than { $days } days.
       *[other] { $count } cases have been open for more than { $days } days.
    }
today-signal = { $unit }: { $what }.
today-mark-strain-concern = strain higher than usual since { $period }
today-mark-strain-better = strain lower than usual since { $period }
today-mark-satisfaction-concern = satisfaction lower than usual since { $period }
today-mark-satisfaction-better = satisfaction higher than usual since { $period }
today-mark-complaints-concern = more complaints per contact than usual since { $period }
today-mark-complaints-better = fewer complaints per contact than usual since { $period }
today-signals-concern =
    { $count ->
        [1] 1 team has something new that is worth a look.
       *[other] { $count } teams have something new that is worth a look.
    }
today-signals-better =
    { $count ->
        [1] 1 team has something new that is better than usual.
       *[other] { $count } teams have something new that is better than usual.
    }
today-calm = New figures for { $period }: nothing new stands out in { $unit }.
today-calm-teams =
    { $count ->
        [1] New figures for { $period }: nothing new stands out in 1 team.
       *[other] New figures for { $period }: nothing new stands out in { $count } teams.
    }
today-review = { $unit } has an action to review.
today-reviews =
    { $count ->
        [1] 1 action is due for review.
       *[other] { $count } actions are due for review.
    }
today-link = The link between staff and complaints: for { $unit } the figures say something else than before.
today-quiet = Nothing new since then.
today-ongoing =
    { $count ->
        [1] 1 unit still stands out from before.
       *[other] { $count } units still stand out from before.
    }
today-open-cases = See the cases
today-open-trend = See the trend
today-open-teams = See the teams
today-open-action = See the action
today-open-actions = See the actions
today-open-link = See the link
stored-name-link-verdict = What the link says
stored-table-link-verdict = For each unit one word for what the link says, and since which day it has said so.
## Units side by side, and drivers

compare-kind =
    { $kind ->
        [region] region
        [site] site
       *[team] team
    }
compare-kinds =
    { $kind ->
        [region] regions
        [site] sites
       *[team] teams
    }
compare-kinds-title =
    { $kind ->
        [region] Regions
        [site] Sites
       *[team] Teams
    }
compare-eyebrow = { $unit } · { compare-kinds } · { $from } to { $to }
compare-names-more = { $names } and { $more } more
compare-axis-rate = complaints per 1,000 contacts
compare-nothing-below = There is nothing to lay side by side here.
compare-nothing-below-lead = This unit has no open units below it. Choose a unit further up.
compare-level = Which units
compare-stretch = Over which days
compare-rounds = How far back
compare-rounds-count = { $count } rounds
stretch-quarters = 4 quarters
stretch-months = 12 months
stretch-quarter = Last quarter
stretch-weeks = 13 weeks
compare-column-unit = Unit
column-limits = Limits for its size
column-corner = Where it lies
sites-headline =
    { $count ->
        [0] No { compare-kind } differs from all together by more than chance.
        [1] One { compare-kind } differs from all together by more than chance.
       *[other] { $count } { compare-kinds } differ from all together by more than chance.
    }
sites-headline-few = Too few { compare-kinds } for limits.
sites-headline-no-contacts = No customer contacts in these days.
sites-lead = Each dot is a { compare-kind }. The band is what chance alone does to the complaint rate of a { compare-kind } of that size. To lie outside is a reason to look, not a verdict on anybody.
sites-lead-few =
    { $known ->
        [1] Limits take at least { $needed } { compare-kinds } with customer contacts, and a complaint. Here there is one.
       *[other] Limits take at least { $needed } { compare-kinds } with customer contacts, and a complaint. Here there are { $known }.
    }
sites-lead-no-contacts = A complaint rate needs customer contacts of the same days. Import them, or choose other days.
sites-outside = Outside the limits, by name
sites-mark-above = above its limits
sites-mark-below = below its limits
sites-legend-above = above the limits for its size: worth a look
sites-legend-below = below the limits for its size: better than the others
sites-all-together = all together { $rate }
sites-axis-contacts = customer contacts
sites-why-above = { $rate } complaints per 1,000 contacts, above the upper limit for its size, { $limit } ({ $complaints } complaints, { $contacts } contacts).
sites-why-below = { $rate } complaints per 1,000 contacts, below the lower limit for its size, { $limit } ({ $complaints } complaints, { $contacts } contacts).
sites-why-inside = { $rate } complaints per 1,000 contacts, within the limits for its size ({ $complaints } complaints, { $contacts } contacts).
sites-why-none = { $rate } complaints per 1,000 contacts ({ $complaints } complaints, { $contacts } contacts).
sites-note-small = Small { compare-kinds } nearly always lie inside: with few contacts chance alone moves a rate far, so their limits are wide.
sites-note-wide = These { compare-kinds } differ more than chance alone explains. The limits allow for that: they are { $width } times as wide.
sites-note-without =
    { $count ->
        [1] One { compare-kind } has no customer contacts in these days, and so no rate: { $names }.
       *[other] { $count } { compare-kinds } have no customer contacts in these days, and so no rate: { $names }.
    }
load-headline =
    { $count ->
        [0] No { compare-kind } has both much to do and many complaints.
        [1] One of { $drawn } { compare-kinds } has both much to do and many complaints.
       *[other] { $count } of { $drawn } { compare-kinds } have both much to do and many complaints.
    }
load-headline-plain = Strain and complaints, { compare-kind } by { compare-kind }.
load-headline-nothing = Nothing to draw yet.
load-lead = Much to do and many complaints: { $much-many }. Much to do, few complaints: { $much-few }. Calm, many complaints: { $calm-many }. Calm, few complaints: { $calm-few }.
load-lead-picture = This is a picture of { compare-kinds } side by side, not the link: they differ in much else than how much there is to do.
load-lead-nothing = It takes released strain figures for at least half of the rounds, and customer contacts in the same weeks.
load-corner-calm-many = Calm, many complaints
load-corner-much-many = Much to do, many complaints
load-corner-calm-few = Calm, few complaints
load-corner-much-few = Much to do, few complaints
load-axis-strain = strain, 0 to 100
load-point = { $unit }: strain { $strain }, { $rate } complaints per 1,000 contacts, { $contacts } contacts.
load-note-hidden =
    { $count ->
        [1] One { compare-kind } is not drawn, because too few answered to show its strain safely.
       *[other] { $count } { compare-kinds } are not drawn, because too few answered to show their strain safely.
    }
load-note-no-answers =
    { $count ->
        [1] One { compare-kind } is not drawn, because it has no figures for at least half of these rounds.
       *[other] { $count } { compare-kinds } are not drawn, because they have no figures for at least half of these rounds.
    }
load-note-no-contacts =
    { $count ->
        [1] One { compare-kind } is not drawn, because it has no customer contacts in these weeks.
       *[other] { $count } { compare-kinds } are not drawn, because they have no customer contacts in these weeks.
    }
load-note-lines = The lines are the organisation’s own levels over the last year of rounds. On a line counts as calm, or as few complaints.
load-note-size = A small dot has fewer than { $medium } contacts, a large one { $large } or more.
column-driver = Driver
column-now = Now
column-usual = Usual here
column-target = Measured from
column-gap = Gap
column-association = Satisfaction per 10 points
column-room = Room
column-standing = How clear
drivers-chart = Chart of drivers by room
drivers-headline-nothing = No statement has been released here yet.
drivers-headline-room = Most room where it goes together with satisfaction: { $driver }.
drivers-headline-unclear = No driver goes together with satisfaction clearly yet.
drivers-headline-too-little = Too little to weigh drivers by yet.
drivers-headline-no-room = No gap where drivers clearly go together with satisfaction.
drivers-lead =
    { $clear ->
        [0] None of { $all } drivers goes together with satisfaction clearly; { $unclear } are not clear yet.
        [1] One of { $all } drivers goes together with satisfaction clearly; { $unclear } are not clear yet.
       *[other] { $clear } of { $all } drivers go together with satisfaction clearly; { $unclear } are not clear yet.
    }
drivers-lead-nothing = The statements take turns, two in a round. They appear here when a round that asks them is released.
drivers-pending = Not worked out yet. That happens by itself after a round is released.
drivers-gate-units =
    { $have ->
        [1] Too few teams for an answer: only one has figures of its own in several rounds, and { $needed } are needed.
       *[other] Too few teams for an answer: { $have } have figures of their own in several rounds, and { $needed } are needed.
    }
drivers-gate-rounds = Too early for an answer: a typical team has answered the same statement in { $have } rounds, and { $needed } are needed.
drivers-gate-variation = No answer yet: the teams’ figures have hardly moved, so there is nothing to compare.
drivers-gate-data = No answer yet: it takes figures of single rounds, for statements and for satisfaction, in the same teams.
drivers-axis = points of satisfaction for the gap
drivers-clear = clear
drivers-unclear = not clear yet
drivers-too-little = too little to go by
drivers-about = When a team stood { $step } points above its own usual level in “{ $driver }”, its satisfaction in the same round differed from its usual level by { $points } points (95 % range { $low } to { $high }).
drivers-range = { $estimate } ({ $low } to { $high })
drivers-note-gap = The gap is how far the score now lies below the organisation’s, which shows what can be reached under the same terms. A gap below 0 means ahead of it.
drivers-note-gap-root = The gap is how far the score now lies below 100: the organisation has nothing above it to be measured by.
drivers-note-range = Room is the gap times the association with satisfaction. Its 95 % range is that of the association; the gap is taken as it stands. Where the range includes 0, the driver stands below the line.
drivers-note-basis = Worked out across the teams of { $unit }: at most { $teams } teams with { $pairs } figures for one statement. A statement comes back every sixth round and is laid beside the satisfaction of that round in the same team. Figures made over several rounds are left out.
drivers-note-same-people = Both answers come from the same people in the same week, so a good or a bad week moves both. They go together; that is not proof of cause. It is about teams, not persons.
drivers-note-many = Of twenty drivers that have nothing to do with satisfaction, about one looks clear by chance.
stands-out-title = What stands out
stands-out-none = Nothing stands out: the statements stand about where they usually do here.
stands-out-above = { $points } above what is usual here
stands-out-below = { $points } below what is usual here
stands-out-all = All drivers
stored-name-driver-result = Weight of drivers
stored-table-driver-result = For each unit, how statements and satisfaction go together in its teams. Made from released figures.
## Actions

action-agree = Agree an action
action-agree-submit = Agree
action-edit = Change the action
action-save = Save
actions-lead = What the team tries, when it looks at it again, and how it stood before and after.
actions-open = Open
actions-open-none = Nothing is being tried here just now.
actions-closed = Reviewed
actions-closed-none = Nothing has been reviewed yet.
actions-more = Older ones are not listed.
actions-empty = No action yet
actions-empty-text = An action is one thing the team tries for a while, such as two people on the till after four. It says what it is meant to move, which role looks after it, and when you look at it again.
action-form-lead = Agree on it together with the team. One thing at a time is easier to judge.
field-tried = What we try
field-driver = What it is meant to move
field-owner = Who looks after it
field-outcome = What happens now
field-learned = What came of it
action-tried-hint = One thing, in a sentence. Please leave out names.
action-review-hint = After the first day. Six to twelve weeks give the figures time to show something.
action-learned-hint = A sentence that the team will understand next year. Please leave out names.
action-owner-manager = Manager
action-owner-employee = The team
action-owner-service = Customer service
action-owner-hr = HR
action-owner-staff-representative = Staff representative
action-owner-admin = Administrator
action-since = since { $date }
action-starts = starts { $date }
action-ran = { $from } to { $to }
action-review-on = Review { $date }
action-review-due = Review due since { $date }
action-state-kept = Kept
action-state-changed = Changed
action-state-stopped = Stopped
action-outcome-kept = Keep it
action-outcome-changed = Do something else
action-outcome-stopped = Stop it
action-review = Review
action-review-text = Talk about it with the team first. Then it closes, and the page stays.
action-review-submit = Close with this review
action-reviewed-on = Reviewed { $date }
action-done-agree = The action is agreed. Whoever manages the unit gets a letter on the review date.
action-done-edit = The action was changed.
action-done-review = The review is saved.
action-card =
    { $count ->
        [0] Actions
        [one] Action running
       *[other] Actions running
    }
action-card-none = Nothing is being tried here just now.
action-card-all = All actions
action-chart = Chart from before to after
action-chart-summary = { $unit } before and after { $date }, when this began: { $tried } The dotted lines are the levels before.
action-chart-before = before { $value }
action-column-side = When
action-side-before = before
action-side-across = start
action-side-since = since
action-side-past = afterwards
action-complaints = Complaints per 1,000 contacts
action-effects = Before and after
action-effect =
    In the { $after } { $unit ->
        [month] months
        [quarter] quarters
        [round] rounds
       *[week] weeks
    } { $ran ->
        [ended] it ran
       *[runs] since
    }, { $amount } in the { $before } { $unit ->
        [month] months
        [quarter] quarters
        [round] rounds
       *[week] weeks
    } before (95 % range: { $low } to { $high }).
action-effect-unclear = That range includes no change.
action-amount-rate =
    { $direction ->
        [down] { $value } % fewer than
        [none] about the same number as
       *[up] { $value } % more than
    }
action-amount-score =
    { $direction ->
        [down] { $value } points lower than
        [none] about the same as
       *[up] { $value } points higher than
    }
action-end-rate =
    { $direction ->
        [down] { $value } % fewer
        [none] no change
       *[up] { $value } % more
    }
action-end-score =
    { $direction ->
        [down] { $value } lower
        [none] no change
       *[up] { $value } higher
    }
action-placebo-chance = Changes this large also turned up at { $count } of { $dates } earlier dates, so it may be chance.
action-placebo-rare =
    { $count ->
        [0] A change this large turned up at none of { $dates } earlier dates.
       *[other] Changes this large turned up at only { $count } of { $dates } earlier dates.
    }
action-placebo-few =
    { $dates ->
        [0] There are no earlier dates to compare with, so nobody can say how often this happens by chance.
       *[other] Only { $dates } earlier dates can be compared, too few to say how often this happens by chance.
    }
action-figures-rate = Before: { $beforeEvents } complaints in { $beforeExposure } contacts, { $before } per 1,000. Since: { $afterEvents } in { $afterExposure }, { $after } per 1,000.
action-figures-score = Before: { $before } on average. Since: { $after }.
action-caution = This compares the unit with itself. Season, campaigns and whatever else changed at the same time are in it too, so it is no proof that the action did it. About a team, never about a person.
action-reason-before =
    There is too little from before to compare with: { $count } of at least { $needed } { $unit ->
        [month] months
        [quarter] quarters
        [round] rounds
       *[week] weeks
    }.
action-reason-after =
    Too early to tell: { $count } of at least { $needed } { $unit ->
        [month] months
        [quarter] quarters
        [round] rounds with figures
       *[week] weeks
    } since the start are over.
action-reason-contacts = No contacts are recorded for this unit, so there is no rate to compare.
action-reason-events = There are too few complaints on one of the two sides to compare.
action-reason-constant = The figures never moved, so nothing tells how much they do by chance.
action-reason-broken = People joined or left around the start, so the figures on both sides are not compared.
action-reason-number = These figures cannot be compared.
why-not-after-start = The review comes after the first day. Please choose a later day.
why-over-a-year = This is more than a year after the first day. Please choose an earlier day.
event-action-changed = Action agreed, changed or reviewed
mail-action-review =
    { $count ->
        [one] The review of an action is due
       *[other] Reviews of { $count } actions are due
    }
mail-action-review-text =
    Hello { $name }

    { $count ->
        [one] An action that you look after at { $organisation } has reached its review date.
       *[other] { $count } actions that you look after at { $organisation } have reached their review date.
    } Talk about it with the team, look at before and after, and say whether you keep it, change it or stop it:

    { $link }

    You get this letter on the review date and once a week after it, three times at most.
## Notes on the time axis, chosen measures, and the way from a point to its cases

nav-notes = Notes
notes-title = Notes
notes-lead = What happened around here: events, campaigns, competitors. A note is a flag on the charts of its unit and of all units below it. That two things come together does not say that one brought about the other.
notes-add = Write a note
notes-empty-title = No notes yet
notes-empty-text = Write down what a reader of the chart should know in a year: a campaign, a new rota, a road closed, a competitor’s new opening hours.
notes-cut = The latest 200 notes are shown.
note-from-above = from { $unit }
note-kind-event = Event
note-kind-campaign = Campaign
note-kind-competitor = Competitor
note-kind-action = Action
topic-price = Price
topic-service = Service
topic-range = Range
topic-hours = Opening hours
topic-returns = Returns and exchanges
note-act-add = Written
note-act-change = Change
note-act-remove = Remove
note-form-lead = Everybody who sees trends of { $unit } or of a unit below it reads this note. Write about what happened, never about a person.
field-note-kind = Kind of note
field-label = Label on the flag
note-label-hint = A few words, at most { $most } characters.
field-detail = More about it
note-detail-hint = Optional. What a reader should know in a year.
field-ends-on = Last day
note-ends-on = Last day, if it lasted
field-topic = What differs
field-ours = How we do it
field-theirs = How they do it
note-sides-legend = Ours and theirs
note-sides-hint = For a competitor: what we do and what they do, side by side.
note-ours = We
note-theirs = They
note-sides = { $topic }. We: { $ours } They: { $theirs }
note-baseline-label = New baseline from the first day on
note-baseline-hint = For a lasting change that makes the time before a poor measure: charts compute the usual range anew from this day on, and need 12 points for it. The figures themselves stay as they are.
note-baseline-chip = new baseline
note-baseline = From here on, the usual range is computed anew.
note-add-submit = Save note
note-change-title = Change the note
note-change-submit = Save changes
note-remove-title = Remove this note?
note-remove-text = It disappears from the list and from all charts. The audit log keeps its day and label.
note-remove-submit = Remove note
note-done-add = The note is saved and stands on the charts.
note-done-change = The note is changed.
note-done-remove = The note is removed.
event-note-changed = Note on the time axis
why-before-first-day = This comes before the first day. Please check both.
axis-title = On the time axis
axis-all = All notes, and writing new ones
legend-neutral = unusual
legend-baseline = usual range computed anew from here
mark-neutral = { $label }: unusual
chart-in-turn = asked every sixth round
cell-not-asked = not asked
note-most-measures = At most { $most } staff measures are drawn at once. The first { $most } of those chosen are shown.
measures-choose = Choose staff measures
measures-place = Measure { $place }
measures-none = none
cases-behind = complaints: show the cases
cases-found =
    { $count ->
        [1] 1 case in this view
       *[other] { $count } cases in this view
    }
cases-since = since { $date }
cases-until = until { $date }
cases-drilled-text = Only what happened in these days, in this unit and the units below it. Complaints that were imported as a sum have no cases.
cases-drilled-out = Show cases of all units and days
cases-to-trend = Back to the trend
headline-measure-concern =
    { $count ->
        [1] “{ $label }” was worse than usual in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] “{ $label }” was worse than usual in the latest { $count } figures.
    }
headline-measure-better =
    { $count ->
        [1] “{ $label }” was better than usual in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] “{ $label }” was better than usual in the latest { $count } figures.
    }
headline-measure-neutral =
    { $count ->
        [1] “{ $label }” was unusual in the latest { $resolution ->
            [day] day
            [week] week
            [month] month
           *[quarter] quarter
        }.
       *[other] “{ $label }” was unusual in the latest { $count } figures.
    }
# The page about the link
link-open = All about the link
link-gate-no-events = No answer yet: in the rounds that can be used, there is not one complaint.
link-gate-separated = No answer: teams without complaints are told apart from the others so fully that the size of the difference has no bound.
link-gate-freedom = No answer yet: there are so few figures that any number would fit them.
link-gate-constant = No answer: complaint rates follow the teams’ usual levels exactly, so there is nothing left to compare.
panel-gate-no-events = No answer: there is not one event in the rows that can be used.
panel-gate-separated = No answer: rows without events are told apart from the others so fully that the size of the difference has no bound.
panel-gate-freedom = No answer: there are so few rows that any number would fit them.
panel-gate-constant = No answer: rates follow the levels of units and periods exactly, so there is nothing left to compare.
link-headline-pending = The link has not been worked out yet
link-headline-none = No answer yet
link-headline-unclear = No clear link found
link-headline-early = Early signal:
link-headline-strain-more = Higher strain and more complaints go together
link-headline-strain-fewer = Higher strain and fewer complaints go together
link-headline-satisfaction-more = Higher satisfaction and more complaints go together
link-headline-satisfaction-fewer = Higher satisfaction and fewer complaints go together
link-eyebrow = Teams of { $unit } · worked out { $day }
link-progress = A newer result is being worked out: { $done } of { $total } units are done. What you see is the one before.
link-progress-first = The first result is being worked out: { $done } of { $total } units are done. Load this page again in a minute.
link-waits = New figures have come in since. A newer result is worked out by itself in the next minutes.
link-missing-title = What is missing
link-missing-early = { $have } teams can be compared. From { $needed } on, a finding is no longer called early.
link-remedy-units = Teams join in when their staff figures are released and their complaints and contacts are recorded. Look at a unit higher up to compare more of them.
link-remedy-early = Look at a unit higher up to compare more teams, or wait for more rounds before you build on it.
link-remedy-periods = It comes by itself as rounds are released. Import contacts and complaints of earlier weeks that rounds cover.
link-remedy-events = Record complaints where they are told, small ones too. Look at a unit higher up to count more of them.
link-remedy-no-events = Record complaints where they are told, or import them. If there really are none, there is nothing to explain.
link-remedy-variation = Nothing needs to be done. An answer comes if this figure begins to move within the teams.
link-remedy-separable = More rounds help, in which one of the two moves without the other.
link-remedy-separated = More rounds with complaints in more teams help. Check that contacts are recorded for the teams without complaints.
link-remedy-freedom = It comes by itself as rounds are released.
link-remedy-constant = Check the imported counts: real complaints vary from week to week.
link-remedy-estimable = Check the imported counts for very large or very small numbers of contacts.
link-remedy-data = Release rounds, and import the complaints and contacts of the weeks after, for the same teams.
link-range = { $low } to { $high }
link-no-estimate = no estimate
link-scale = change in complaints per 1,000 contacts, %
link-section-estimate = How large is the difference?
link-section-lags = When?
link-section-between = Within teams and between teams
link-section-teams = Does it hang on one team?
link-section-forecast = Do staff figures help to forecast complaints?
link-section-reverse = The other way round
link-section-firm = How firm is it?
link-section-data = Data used and left out
link-column-predictor = Staff figure, 10 points higher
link-column-change = Change in complaints
link-column-range = 95 % range
link-column-p = p
link-column-q = q
link-column-seen = Would have been found from
link-column-distance = Staff figure
link-column-comparison = Comparison
link-column-without = Without
link-column-rival = Compared with
link-column-skill =
    { $horizon ->
        [1] One round ahead
       *[other] { $horizon } rounds ahead
    }
link-column-rows = Rows
link-column-number = Number
link-estimate-sentence = Each line is the 95 % range of the change in complaints when the staff figure had been 10 points higher; a line across the dotted one fits no change too.
link-estimate-caption = p is corrected for looking at two figures. The last column is the difference that this much data finds four times out of five.
link-more-months =
    { $months ->
        [1] To find a difference of 10 % for { $predictor } four times out of five would take about one more month with these teams.
       *[other] To find a difference of 10 % for { $predictor } four times out of five would take about { $months } more months with these teams.
    }
link-more-years = To find a difference of 10 % for { $predictor } four times out of five would take more than ten years with these teams; more teams would help sooner.
link-lags-sentence = The change in complaints by the time between staff figure and complaints; on the grey ground the staff figure comes after the complaints, as a check.
link-lags-caption = One row of time at a time, for 10 points more. q is corrected for looking many times; below 0.050 it is marked.
link-lags-before = Staff figure before the complaints
link-lags-after = After: a check
link-lags-distance = rounds between the two
link-distance-same = in the same round
link-distance-before =
    { $rounds ->
        [1] 1 round before
       *[other] { $rounds } rounds before
    }
link-distance-after =
    { $rounds ->
        [1] 1 round after (check)
       *[other] { $rounds } rounds after (check)
    }
link-clearest =
    { $rounds ->
        [1] { $predictor }: the link is clearest one round before the complaints ({ $change }, range { $range }).
       *[other] { $predictor }: the link is clearest { $rounds } rounds before the complaints ({ $change }, range { $range }).
    }
link-clearest-none = { $predictor }: at no single distance is the link clear.
link-direction-nothing-against = As a check, the staff figure of the rounds after the complaints is looked at too. It shows nothing nearly as strong, so nothing speaks against the staff figure moving first.
link-direction-unclear =
    { $rounds ->
        [1] Direction unclear for { $predictor }: the figure one round after the complaints goes with them about as closely. Complaints may come first, or something else may lie behind both.
       *[other] Direction unclear for { $predictor }: the figure { $rounds } rounds after the complaints goes with them about as closely. Complaints may come first, or something else may lie behind both.
    }
link-almon = Added up over the same round and the eight before, 10 points more of { $predictor } throughout go with a change in complaints of { $change } (range { $range }).
link-almon-closed = The sum over all distances is not worked out.
link-closed-periods = It takes { $needed } rounds for a typical team; there are { $have }.
link-closed-units = It takes { $needed } teams; there are { $have }.
link-closed-data = The data do not allow it yet.
link-within = within teams
link-between = between teams
link-pooled = all lumped together
link-between-sentence = The same difference from three comparisons: each team with itself, teams with each other, and all rows lumped together. The answer of this page is the one within teams. Here each staff figure stands alone, without the other, so the numbers differ from those above.
link-between-caption = Each figure by itself, for 10 points more.
link-flag-reversal = { $predictor }: the picture turns round. Within teams it points one way, with all lumped together the other.
link-flag-opposite = { $predictor }: within teams and with all lumped together the signs differ, but at least one of the two could be nothing.
link-flag-differ = { $predictor }: teams compared with each other say something else than teams compared with themselves.
link-flag-consistent = { $predictor }: teams compared with each other and with themselves do not contradict each other.
link-reversal-why = Teams differ in more than this one figure: a busy street, an older building, other customers. Lumped together, such lasting differences pass for the link. Within a team they stay the same and drop out, so that only the left answer belongs to the question.
link-side-within = Each team against its own usual level
link-side-pooled = All teams and rounds lumped together
link-side-more = More complaints with higher { $predictor }.
link-side-fewer = Fewer complaints with higher { $predictor }.
link-teams-sentence = The change in complaints with all teams, and with one team left out at a time; the teams that matter most, by name.
link-teams-range = With any one team left out, the change for { $predictor } 10 points higher lies between { $low } and { $high }.
link-teams-leans = It leans on one team: without { $unit } it would be { $change }.
link-teams-leans-unnamed = It leans on one team: without that one it would be { $change }.
link-teams-firm = No single team decides the answer.
link-teams-caption = One team left out at a time, out of { $units }; at most the forty that matter most, by name. How much a result leans on a team says nothing about how good the team is.
link-teams-all = All teams
link-teams-without = Without { $unit }
link-forecast-how = For every round, complaints are forecast from what was known before it, with the staff figures and in three ways without them.
link-forecast-yes =
    { $horizon ->
        [1] One round ahead, over { $rounds } rounds, forecasts with staff figures were better than all three.
       *[other] { $horizon } rounds ahead, over { $rounds } rounds, forecasts with staff figures were better than all three.
    }
link-forecast-no =
    { $horizon ->
        [1] One round ahead, over { $rounds } rounds, forecasts with staff figures were not clearly better than all three.
       *[other] { $horizon } rounds ahead, over { $rounds } rounds, forecasts with staff figures were not clearly better than all three.
    }
link-forecast-short = { $have } rounds have been forecast; it takes { $needed } for a verdict.
link-forecast-caption = Share of the forecast error (Poisson deviance) that staff figures save; below zero the other way was better.
link-predictive = predictive
link-rival-last-four = The team’s last four rounds
link-rival-last-year = The same time last year
link-rival-unit-rate = The team’s usual rate
link-reverse-how = Angry customers can wear people out. So the question is turned round: after rounds with clearly more complaints than a team is used to (one standard deviation), are its staff figures different from usual?
link-reverse-higher = Yes: { $predictor } was { $points } points higher (range { $low } to { $high }). Both directions can be true at once.
link-reverse-lower = Yes: { $predictor } was { $points } points lower (range { $low } to { $high }). Both directions can be true at once.
link-reverse-unclear = No clear link found for { $predictor }: the data fit anything from { $low } to { $high } points.
link-lumpy-as-expected = Complaints come about as unevenly as chance makes them (dispersion { $dispersion }).
link-lumpy = Complaints come in lumps, more than chance makes them (dispersion { $dispersion }). The ranges allow for it.
link-lumpy-very = Complaints come in large lumps (dispersion { $dispersion }): one event may bring many. The ranges allow for it, and are wide.
link-nb2-agrees = Another model for uneven counts (negative binomial) says the same.
link-nb2-differs = Sensitive to the choice of model: another one for uneven counts (negative binomial) says something else.
link-time-each = What all teams share in a round, such as season, holidays and weather, is taken out.
link-time-season = With so few teams, the season is only partly taken out.
link-time-trend = With so few teams and rounds, only a straight trend is taken out; a season stays in.
link-time-none = What all teams share over time is not taken out.
link-data-used =
    { $units ->
        [1] One team, { $periods } rounds and { $events } complaints are used.
       *[other] { $units } teams, { $periods } rounds and { $events } complaints are used.
    } One row is one team in one round. Hidden and old figures are not used.
link-data-above = In { $rows } rows there are more complaints than contacts. They are used; check the counts.
link-data-caption = Rows by what became of them
link-rows-used = Used
link-dropped-idle = Left out: neither contacts nor complaints
link-dropped-without-contacts = Left out: complaints without contacts; check the counts
link-dropped-missing = Left out: fewer than two released figures in the four rounds before
link-dropped-no-complaints = Left out: teams without a single complaint ({ $units })
link-dropped-constant = Left out: teams whose figures never moved ({ $units })
link-dropped-period = Left out: rounds without a single complaint ({ $units })
link-dropped-separated = Left out: rows that say nothing about a difference
link-method-title = How it is worked out
link-method-1 = Each team is compared with itself: was its complaint rate different from usual in rounds after its strain or satisfaction was above its own usual level? Lasting differences between teams play no part.
link-method-2 = Teams are compared in the same rounds, so that what all of them share drops out.
link-method-3 = The staff figure is the mean of the four rounds before, if at least two of them were released. Complaints count on the day they were about.
link-method-4 = The range shows what else fits the data: in 95 of 100 such studies it holds the true number. It is never left out.
link-method-5 = What comes out is that two things go together. It says nothing about why, and nothing about any one person.
link-expert-title = Details for statisticians
link-expert-1 = Poisson pseudo-maximum likelihood with team and round effects (with fewer than six teams a trend, and a season from two years on), contacts as exposure.
link-expert-2 = Intervals from the linearised cluster jackknife (CV3L) by team and Student’s t with one degree of freedom less than teams. p is the larger of that test and a sign-flip test of the teams’ scores, corrected by Holm’s method for two figures.
link-expert-3 = The distances are fitted one at a time on common rows, both figures together, eighteen lags corrected by Benjamini and Hochberg’s method; the leads apart. A lead with q below 0.05 and at least 0.7 of the strongest lag leaves the direction unclear. The sum is an Almon polynomial of degree two over nine rounds.
link-expert-4 = A circular shift of each team’s figures guards against two unrelated slow trends.
link-expert-5 = Within, between and pooled: each figure alone, CR1 errors; between by Mundlak’s device.
link-expert-6 = Forecasts: rolling origin after 52 rounds, refitted every four; Diebold and Mariano’s test with Harvey’s correction, one-sided. Predictive only with skill above zero against all three and p below 0.10 over at least 26 rounds.
link-expert-7 = Nothing is estimated below three teams and nothing tested below six; 12 rounds for the median team, 100 complaints and a standard deviation of 4 points within teams are needed.

help-views = Ways to look at it
help-views-1 = Teams shows every team beside its own usual level. The heat map shows one figure of many units, round by round: a dotted box is hidden because too few answered, an empty place has no figure.
help-views-2 = Sites lays complaint rates side by side. The band is what chance alone does to a unit of that size, so small units nearly always lie inside. Workload sets strain beside complaints of the same weeks. Both are pictures of units side by side; only the link compares each team with itself.
help-views-3 = Drivers weighs each statement: how far its score lies from the organisation’s, times how much satisfaction differs in rounds when a team stands above its own usual level in it. The same people answer both in the same week, so the two go together easily.
help-views-4 = An action has a first day. Its page compares the level since then with the level before, with a range, and makes the same comparison at earlier days, when nothing began. If changes as large turn up there often, it may be chance. Season and whatever else changed at the same time are in it too.
help-views-5 = A note is a flag on the charts of its unit and of those below. It can begin a new baseline: from there on the usual level is reckoned anew.
