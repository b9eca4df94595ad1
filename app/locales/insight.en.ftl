# Insight: every text a reader sees, in English. Same ids in the same order as insight.nb.ftl.

# What is measured
measure-response-rate = Response rate
measure-strain = Strain
measure-overloaded = High workload
measure-underloaded = Low workload
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
headline-below = { $others ->
        [0] { $unit } stands out.
        [1] { $unit } and one other team stand out.
       *[other] { $unit } and { $others } other teams stand out.
    }
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
headline-complaints-more = More complaints than usual ({ $rate } against { $usual } per { $per } contacts), but not more than chance can give.
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
legend-hidden = hidden
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
note-rare =
    There is less than one complaint a { $resolution ->
        [day] day
        [week] week
       *[month] month
    } here, so few that even twice as many would mostly go unmarked. Longer periods say more.
note-false-alarms = Complaints: { $about }
note-provisional = The usual range of the complaint rate is provisional: it rests on fewer than 20 points.
note-cut = The chart shows the latest { $count } periods. Older ones are kept, and longer periods reach further back.

# Trends: chart and table
chart-staff = Staff
chart-staff-note = points from 0 to 100
chart-staff-note-turnout = 0–100 · latest round: { $rate } % answered, { $turnout } people
chart-staff-note-response = 0–100 · latest round: { $low } to { $high } % answered
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
chart-all-hidden = Hidden: none of these figures can be shown safely
chart-no-data = No figures for these periods
point-value = { $label }, { $period }: { $value }.
point-hidden = { $label }, { $period }: hidden, because it cannot be shown safely.
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
link-no-change = no change
link-scope = Worked out across the teams of { $unit }.
link-pending = Not worked out yet. That happens by itself after a round is released or customer data are imported.
link-small-print =
    { $units ->
        [1] 1 team
       *[other] { $units } teams
    }, { $periods ->
        [1] 1 round
       *[other] { $periods } rounds
    }, { $events ->
        [1] 1 { $thing }
       *[other] { $events } { $things }
    }{ $dropped ->
        [0] .
        [1] ; one row left out.
       *[other] ; { $dropped } rows left out.
    } These things go together; that is not proof of cause. About teams, never about persons.

# Review
review-title = Review of { $quarter }
review-quarter = Quarter
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
export-measure-label = Measure in words

# Pages of trends

nav-today = Today
nav-actions = Actions
trends-tabs = Ways to look at trends
trends-tab-trend = Trend
trends-tab-teams = Teams
trends-tab-map = Heat map
trends-tab-sites = Sites
trends-tab-load = Workload
trends-tab-drivers = What matters most
trends-tab-link = The link
trends-tab-notes = Notes
stored-name-annotation = Notes on the time axis
stored-table-annotation = Events, campaigns and what competitors do, with their days. They stand beside the charts.
stored-name-matter-reply = Answers about what stands out
stored-table-matter-reply = For a unit and a measure that is worse than usual: that it was seen, or put aside until a day and why. No name.
stored-name-agreed-action = Actions
stored-table-agreed-action = What a team tries, what it is meant to move, which role looks after it, when it began and when it is reviewed. No name.
stored-name-link-run = Work on the link
stored-table-link-run = How far the link has been computed. One row.
place-label = Where this is
place-below = Below
place-beside = Beside

# Heat map and teams

stored-name-unit-signal = Marks of units
stored-table-unit-signal = For each unit, whether its newest figures differ from its own usual level, and the last points of its small charts. Made from released figures and complaint rates.
stored-name-attempt = Wrong sign-ins
stored-table-attempt = Wrong passwords and codes of the last 15 minutes, so that nobody can guess on. Whom they count for is stored as a hash, and all is deleted after 15 minutes.
stored-name-job-run = Work on the calendar
stored-table-job-run = When rounds were last looked after. One row.
stored-name-signal-run = Work on the marks
stored-table-signal-run = Whether marks are being made right now. One row.

map-chart = Heat map
map-measure = Measure
map-reach = Number of rounds
map-narrow = The chart has the latest { $shown } of { $all } rounds; the table has all of them.
map-note-marks = A triangle is worth a look, a square better than usual, beside the unit’s own usual level.
map-mark-concern = Worth a look beside the unit’s own usual level.
map-mark-better = Better than the unit’s own usual level.
map-cell-concern = { $value }, worth a look
map-cell-better = { $value }, better than usual
map-rounds = { $rounds } rounds
map-headline =
    { $count ->
        [0] { $measure }: nothing worth a look now
        [1] { $measure }: one of { $units } units is worth a look
       *[other] { $measure }: { $count } of { $units } units are worth a look
    }
map-headline-whole = { $measure }: as a whole, the { $units } units are as usual.
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
        } hidden.
    }
map-newest-one =
    In { $period } it was { $low } { $hidden ->
        [0] wherever there is a new figure.
       *[other] wherever there is a new figure; { $hidden } { $hidden ->
            [1] unit is
           *[other] units are
        } hidden.
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
teams-no-figures = No figures yet
teams-first = The first can come from { $date }.
teams-first-due = The first can come any minute.
teams-first-none = No round is under way. The first figures come some days after the first round.
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
teams-note = Small charts show the last 26 periods. The dotted line is the team’s usual level. A dotted box is a hidden figure. Teams with something worth a look even among so many stand first, otherwise by site and name.
teams-behind = New figures have come in. The marks follow within a few minutes.
teams-pending = The figures of this team are being worked out, and follow within a few minutes.
teams-complaints = Complaints per 1,000
teams-of = from { $period }
teams-mark-concern = worth a look since { $period }
teams-mark-better = better than usual since { $period }
teams-mark-of-many = marked in its chart, but among so many teams chance alone makes such marks

# Today

today-title = Today in { $unit }
today-since = New since { $date }, when you were last here.
today-since-week = New in the last seven days, since { $date }.
today-how = New is what has come since the last earlier day you were signed in, that day included. Looking at this page changes nothing.
chart-to-table = To its row in the table
chart-skip = Skip the chart
matters-title =
    { $count ->
        [one] One matter waits for you
       *[other] { $count } matters wait for you
    }
matters-none = Nothing stands out. The newest figures of every team are as usual or better.
matters-in-hand-only = Nothing waits
matters-in-hand =
    { $count ->
        [one] One matter is in hand
       *[other] { $count } matters are in hand
    }
matters-more =
    { $count ->
        [one] One more matter
       *[other] { $count } more matters
    }
matter-strain = Strain { $value }, usually { $usual }
matter-satisfaction = Satisfaction { $value }, usually { $usual }
matter-complaints = { $value } complaints per 1,000 contacts, usually { $usual }
matter-running =
    { $count ->
        [one] Worse than usual in { $period }
       *[other] { $resolution ->
            [day] Worse than usual for { $count } days, since { $period }
            [month] Worse than usual for { $count } months, since { $period }
            [quarter] Worse than usual for { $count } quarters, since { $period }
           *[week] Worse than usual for { $count } weeks, since { $period }
        }
    }
matter-unseen = Nobody has dealt with it yet
matter-acted = An action is under way, to be reviewed on { $date }
matter-seen = Marked as seen on { $date }
matter-aside = Put aside until { $date }: { $reason }
matter-was-aside = Was put aside until { $date }: { $reason }
matter-act = Start an action
matter-see = I have seen it
matter-put-aside = Put aside
matter-open-again = Take it up again
matter-aside-title = Put a matter aside
matter-aside-lead = It leaves the list for that long, for everybody who looks after the team. They read your reason. If the figures become usual and then worse again, it is back at once.
matter-how-long = For how long?
matter-weeks = { $count } weeks
matter-reason-hint = Without names. For example: stocktaking, known, over in two weeks.
matter-done-seen = Marked as seen.
matter-done-aside = Put aside.
matter-done-open = It is on the list again.
worse-below =
    { $count ->
        [one] One team stands out:
       *[other] { $count } teams stand out:
    }
worse-below-more = { $count } more
today-news = New since last time
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
today-mark-strain-better = strain lower than usual since { $period }
today-mark-satisfaction-better = satisfaction higher than usual since { $period }
today-mark-complaints-better = fewer complaints per contact than usual since { $period }
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
today-open-cases = See the cases
today-open-trend = See the trend
today-open-teams = See the teams
today-open-action = See the action
today-open-actions = See the actions
today-open-link = See the link
stored-name-link-verdict = What the link says
stored-table-link-verdict = For each unit one word for what the link says, and since which day it has said so.

# Units side by side, and drivers

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
sites-headline-few = Too few { compare-kinds } for limits.
sites-headline-no-contacts = No customer contacts in these days.
sites-lead = Each dot is a { compare-kind }. The band is where one of that size can lie by chance and by as much as { compare-kinds } differ anyway. To lie outside is a reason to look, not a verdict on anybody.
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
sites-axis-contacts = customer contacts
sites-why-above = { $rate } complaints per 1,000 contacts, above the upper limit for its size, { $limit } (complaints: { $complaints }, contacts: { $contacts }).
sites-why-below = { $rate } complaints per 1,000 contacts, below the lower limit for its size, { $limit } (complaints: { $complaints }, contacts: { $contacts }).
sites-why-inside = { $rate } complaints per 1,000 contacts, within the limits for its size (complaints: { $complaints }, contacts: { $contacts }).
sites-why-none = { $rate } complaints per 1,000 contacts (complaints: { $complaints }, contacts: { $contacts }).
sites-note-small = Small { compare-kinds } nearly always lie inside: with few contacts chance alone moves a rate far, so their limits are wide.
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
        [1] One { compare-kind } is not drawn, because its strain is hidden.
       *[other] { $count } { compare-kinds } are not drawn, because their strain is hidden.
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
load-note-lines = The lines are the organisation’s own levels over the last year of rounds. What lies on a line counts as calm, or as few complaints.
load-note-size = A small dot has fewer than { $medium } contacts, a large one { $large } or more.
column-driver = Statement
column-now = Now
column-usual = Usual here
column-target = Measured against
column-gap = Gap
column-association = Satisfaction per 10 points
column-room = To gain
column-standing = How clear
drivers-chart = Chart of what matters most, by what there is to gain
drivers-headline-nothing = No statement has been released here yet.
drivers-headline-room = Most to gain: { $driver }.
drivers-headline-unclear = No statement clearly goes together with satisfaction yet.
drivers-headline-too-little = Too little to compare the statements yet.
drivers-headline-no-room = Nothing to gain where statements clearly go together with satisfaction.
drivers-lead =
    { $clear ->
        [0] None of { $all } statements clearly goes together with satisfaction{ $unclear ->
            [0] .
            [1] ; one is not clear yet.
           *[other] ; { $unclear } are not clear yet.
        }
        [1] One of { $all } statements clearly goes together with satisfaction{ $unclear ->
            [0] .
            [1] ; one is not clear yet.
           *[other] ; { $unclear } are not clear yet.
        }
       *[other] { $clear } of { $all } statements clearly go together with satisfaction{ $unclear ->
            [0] .
            [1] ; one is not clear yet.
           *[other] ; { $unclear } are not clear yet.
        }
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
drivers-note-range = “To gain” is the gap times the association with satisfaction. Its 95 % range is that of the association; the gap is taken as it stands. Where the range includes 0, the statement stands below the line.
drivers-note-basis = Worked out across the teams of { $unit }: at most { $teams } teams with { $pairs } figures for one statement. A statement comes back every sixth round and is laid beside the satisfaction of that round in the same team. Figures made over several rounds are left out.
drivers-note-same-people = Both answers come from the same people in the same week, so a good or a bad week moves both. They go together; that is not proof of cause. It is about teams, not persons.
drivers-note-many = Of twenty statements that have nothing to do with satisfaction, about one looks clear by chance.
stands-out-title = What stands out
stands-out-none = Nothing stands out: the statements stand about where they usually do here.
stands-out-above = { $points } above what is usual here
stands-out-below = { $points } below what is usual here
stands-out-all = See all statements
stored-name-driver-result = How much the statements matter
stored-table-driver-result = For each unit, how statements and satisfaction go together in its teams. Made from released figures.

# Actions

action-agree = Start an action
action-agree-submit = Start
action-edit = Change the action
action-save = Save
actions-lead = What the team tries, when it looks at it again, and how it stood before and after.
actions-open = Under way
actions-open-none = No actions under way.
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
action-done-agree = The action has started. Whoever manages the unit gets an e-mail on the review date.
action-done-edit = The action was changed.
action-done-review = The review is saved.
action-card =
    { $count ->
        [0] Actions
        [one] Action running
       *[other] Actions running
    }
action-card-none = No actions under way.
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
action-effect-beside =
    In the { $after } { $unit ->
        [month] months
        [quarter] quarters
       *[week] weeks
    } { $ran ->
        [ended] it ran
       *[runs] since
    }, { $amount } the { $before } { $unit ->
        [month] months
        [quarter] quarters
       *[week] weeks
    } before and the other units lead one to expect (95 % range: { $low } to { $high }).
action-beside =
    Compared with { $sisters ->
        [1] one unit
       *[other] { $sisters } units
    } that tried nothing in the same time, so that season and whatever all share drop out.
action-alone = Without comparison: there are no other units to stand beside it, so season, trend and whatever all share are in it.
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
        [1] Only one earlier date can be compared, too little to say how often this happens by chance.
       *[other] Only { $dates } earlier dates can be compared, too few to say how often this happens by chance.
    }
action-figures-rate = Before: { $beforeEvents } complaints in { $beforeExposure } contacts, { $before } per 1,000. Since: { $afterEvents } in { $afterExposure }, { $after } per 1,000.
action-figures-score = Before: { $before } on average. Since: { $after }.
action-caution = Whatever else changed here at the same time is in it too, so it is no proof that the action did it. About a team, never about a person.
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
mail-weekly =
    { $count ->
        [one] One matter waits for you at { $organisation }
       *[other] { $count } matters wait for you at { $organisation }
    }
mail-weekly-text =
    Hello { $name }

    The newest figures of these teams are worse than usual, and nobody has started an action or put it aside:

    { $lines }

    Figures and what you can do:

    { $link }

    This e-mail comes once a week, on Monday, and only when something waits. You can switch it off on your account page: { $account }
account-weekly = Weekly e-mail to managers
account-weekly-text = On Mondays, if a team of yours stands out and nobody has dealt with it. It names the team and what it is about, but no figures.
account-weekly-on = E-mail me when something waits
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

    You get this e-mail on the review date and once a week after it, three times at most.

# Notes on the time axis, chosen measures, and the way from a point to its cases

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
note-ours = Ours
note-theirs = Theirs
note-sides = { $topic }. Ours: { $ours } Theirs: { $theirs }
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
why-too-late = The promised time is over already, so it cannot be moved.
why-no-new-day = The letter does not name the new day. Tell the customer by when the answer comes.
why-not-asked-twice = Ask the customer twice first; they have twenty working days to answer the second time.
why-open-place = Something in [brackets] is still to be filled in.
why-before-first-day = This comes before the first day. Please check both.
axis-title = On the time axis
axis-all = All notes, and writing new ones
legend-neutral = unusual
legend-baseline = usual range computed anew from here
mark-neutral = { $label }: unusual
chart-in-turn = asked every sixth round
cell-not-asked = not asked
note-most-measures = At most { $most } staff measures are drawn at once. The first { $most } of those chosen are shown.
measures-choose = Choose measures
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
link-outcomes = What is looked for
link-outcomes-note = Answers to surveys and the visits of members are kept by the month, so they cannot be laid beside a round.
link-choice-complaints = Complaints
link-choice-smiles = Happy faces
link-choice-compliments = Compliments
link-headline-pending = The link has not been worked out yet
link-headline-none = No answer yet
link-headline-unclear = No clear link found
link-headline-early = Early signal:
link-headline-strain-more = Higher strain and more { $things } go together
link-headline-strain-fewer = Higher strain and fewer { $things } go together
link-headline-strain-direction = Strain and { $things } go together, but { $those } may come first
link-headline-satisfaction-direction = Satisfaction and { $things } go together, but { $those } may come first
link-headline-satisfaction-more = Higher satisfaction and more { $things } go together
link-headline-satisfaction-fewer = Higher satisfaction and fewer { $things } go together
link-eyebrow = Teams of { $unit } · worked out { $day }
link-eyebrow-since = { $eyebrow } · says so since { $day }
link-progress = A newer result is being worked out: { $done } of { $total } units are done. What you see is the one before.
link-progress-first = The first result is being worked out: { $done } of { $total } units are done. Load this page again in a minute.
link-waits = New figures have come in since. A newer result is worked out by itself in the next minutes.
link-missing-title = What is missing
link-missing-early = { $have } teams can be compared. From { $needed } on, a finding is no longer called early.
link-missing-wide = The range for { $predictor } is too wide: its upper end is more than three times its lower one.
link-remedy-wide = More rounds with figures, { $chances } and { $things } make it narrower. A unit higher up has more teams.
link-remedy-units =
    { $outcome ->
        [smiles] Teams join in when their staff figures are released and a screen with faces stands where their customers are. Look at a unit higher up to compare more of them.
       *[other] Teams join in when their staff figures are released and their { $things } and contacts are recorded. Look at a unit higher up to compare more of them.
    }
link-remedy-early = Look at a unit higher up to compare more teams, or wait for more rounds before you build on it.
link-remedy-periods =
    { $outcome ->
        [complaints] It comes by itself as rounds are released. Import contacts and complaints of earlier weeks that rounds cover.
       *[other] It comes by itself as rounds are released.
    }
link-remedy-events =
    { $outcome ->
        [complaints] Record complaints where they are told, small ones too. Look at a unit higher up to count more of them.
        [smiles] Put the screen with faces where more customers pass. Look at a unit higher up to count more of them.
       *[other] Record compliments where they are told, small ones too. Look at a unit higher up to count more of them.
    }
link-remedy-no-events =
    { $outcome ->
        [complaints] Record complaints where they are told, or import them. If there really are none, there is nothing to explain.
        [smiles] Check that the screen with faces is switched on where customers pass.
       *[other] Record compliments where they are told. If there really are none, there is nothing to explain.
    }
link-remedy-variation = Nothing needs to be done. An answer comes if this figure begins to move within the teams.
link-remedy-separable = More rounds help, in which one of the two moves without the other.
link-remedy-separated = More rounds with { $things } in more teams help. Check that { $chances } are recorded for the teams without { $things }.
link-remedy-freedom = It comes by itself as rounds are released.
link-remedy-constant = Check the counts: real { $things } vary from week to week.
link-remedy-estimable = Check the counts for very large or very small numbers of { $chances }.
link-remedy-data =
    { $outcome ->
        [complaints] Release rounds, and import the complaints and contacts of the weeks after, for the same teams.
        [smiles] Release rounds, and let screens with faces count in the weeks after, in the same teams.
       *[other] Release rounds, and record the compliments and contacts of the weeks after, for the same teams.
    }
link-scale = change in { $rate }, %
link-section-mind = What would change our mind
link-mind-order-nothing-against = If what staff say after { $those } told as much about them as what they said before, { $those } might come first. It does not (p { $p }).
link-mind-order-unclear = What staff say after { $those } tells something about them that what they said before does not (p { $p }). So { $those } may come first.
link-mind-order-untested = Which of the two comes first could not be tested.
link-mind-many = It would count as a finding alone, but not among { $units } units that are looked at together, where some stand out by chance (q { $q }).
link-mind-range = A finding takes a range without “no change” in it, at every look. This one reaches from { $range }.
link-mind-simple = The simplest comparison, which leaves more open, says { $change } ({ $range }).
link-mind-held = Held fixed: { $held }. Whatever else changes in a team in the same weeks is not, and could change the answer.
link-mind-contacts =
    { $outcome ->
        [smiles] Faces: those that smile do not grow in step with all that are touched; a tenth more touched go with { $change } happy faces. The comparison allows for it.
       *[other] Contacts: { $things } do not grow in step with them; a tenth more contacts go with { $change } { $things }. The comparison allows for it.
    }
link-mind-looks = Repeated looks: the figures are looked at after every round, so a finding has to hold up each time. Today that takes a p below { $level } instead of 0.05.
link-mind-clusters = Sites: what the teams of a site share makes them less than independent. With { $have } sites instead of { $needed } that is hard to measure, so the wider of two ranges is shown.
link-section-lags = When?
link-section-between = Within teams and between teams
link-section-teams = Does it hang on one team?
link-section-forecast = Do staff figures help to forecast { $things }?
link-section-reverse = The other way round
link-column-predictor = Staff figure, 10 points higher
link-column-change = Change in { $things }
link-column-distance = Staff figure
link-column-without = Without
link-column-rival = Compared with
link-column-skill =
    { $horizon ->
        [1] One round ahead
       *[other] { $horizon } rounds ahead
    }
link-estimate-sentence = Each line is the 95 % range of the change in { $things } when the staff figure had been 10 points higher; a line across the dotted one fits no change too.
link-estimate-caption = p holds at every look and is corrected for looking at two figures; it can be above 0.050 where a range leaves out no change.
link-estimate-simple = { $predictor }, the simplest comparison
link-lags-sentence = The change in { $things } by the time between staff figure and { $those }; on the grey ground the staff figure comes after { $those }, as a check.
link-lags-caption = One row of time at a time, for 10 points more. q is corrected for looking many times; below 0.050 it is marked.
link-lags-before = Staff figure before { $those }
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
        [1] { $predictor }: the link is clearest one round before { $those } ({ $change }, range { $range }).
       *[other] { $predictor }: the link is clearest { $rounds } rounds before { $those } ({ $change }, range { $range }).
    }
link-clearest-none = { $predictor }: at no single distance is the link clear.
link-almon = Added up over the same round and the eight before, 10 points more of { $predictor } throughout go with a change in { $things } of { $change } (range { $range }).
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
link-side-more = More { $things } with higher { $predictor }.
link-side-fewer = Fewer { $things } with higher { $predictor }.
link-teams-sentence = The change in { $things } with all teams, and with one team left out at a time; the teams that matter most, by name.
link-teams-range = With any one team left out, the change for { $predictor } 10 points higher lies between { $low } and { $high }.
link-teams-leans = It leans on one team: without { $unit } it would be { $change }.
link-teams-leans-unnamed = It leans on one team: without that one it would be { $change }.
link-teams-firm = No single team decides the answer.
link-teams-caption = One team left out at a time, out of { $units }; at most the forty that matter most, by name. How much a result leans on a team says nothing about how good the team is.
link-teams-all = All teams
link-teams-without = Without { $unit }
link-forecast-how = For every round, { $those } are forecast from what was known before it, with the staff figures and in three ways without them.
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
link-reverse-how =
    { $outcome ->
        [complaints] Angry customers can wear people out. So the question is turned round: after rounds with clearly more complaints than a team is used to (one standard deviation), are its staff figures different from usual?
       *[other] Content customers can cheer people up. So the question is turned round: after rounds with clearly more { $things } than a team is used to (one standard deviation), are its staff figures different from usual?
    }
link-reverse-higher = Yes: { $predictor } was { $points } points higher (range { $low } to { $high }). Both directions can be true at once.
link-reverse-lower = Yes: { $predictor } was { $points } points lower (range { $low } to { $high }). Both directions can be true at once.
link-reverse-unclear = No clear link found for { $predictor }: the data fit anything from { $low } to { $high } points.
link-lumpy-as-expected = { $title } come about as unevenly as chance makes them (dispersion { $dispersion }).
link-lumpy = { $title } come in lumps, more than chance makes them (dispersion { $dispersion }). The ranges allow for it.
link-lumpy-very = { $title } come in large lumps (dispersion { $dispersion }): one event may bring many. The ranges allow for it, and are wide.
link-time-each = What all teams share in a round, such as season, holidays and weather, is taken out.
link-time-season = With so few teams, the season is only partly taken out.
link-time-trend = With so few teams and rounds, only a straight trend is taken out; a season stays in.
link-time-none = What all teams share over time is not taken out.
link-data-used =
    { $units ->
        [1] One team, { $periods } rounds and { $events } { $things } are used.
       *[other] { $units } teams, { $periods } rounds and { $events } { $things } are used.
    } One row is one team in one round. Hidden and old figures are not used.
link-data-above = In { $rows } rows there are more { $things } than { $chances }. They are used; check the counts.
link-data-caption = Rows by what became of them
link-rows-used = Used
link-dropped-idle = Left out: neither { $chances } nor { $things }
link-dropped-without-contacts = Left out: { $things } without { $chances }; check the counts
link-dropped-missing = Left out: fewer than two released figures in the four rounds before
link-dropped-no-complaints = Left out: teams without { $things } ({ $units })
link-dropped-constant = Left out: teams whose figures never moved ({ $units })
link-dropped-period = Left out: rounds without { $things } ({ $units })
link-dropped-separated = Left out: rows that say nothing about a difference
link-method-1 = Each team is compared with itself: did its customers complain, smile or praise more or less than usual in rounds after its strain or satisfaction was above its own usual level? Lasting differences between teams play no part.
link-method-2 = Teams are compared in the same rounds, so that what all of them share drops out.
link-method-3 = The staff figure is the mean of the four rounds before, if at least two of them were released. Complaints and compliments count on the day they were about, faces on the day they were touched.
link-method-4 = The range shows what else fits the data: in 95 of 100 such studies it holds the true number. It is never left out.
link-method-5 = What comes out is that two things go together. It says nothing about why, and nothing about any one person.
link-expert-title = Details for statisticians
link-expert-1 = Poisson pseudo-maximum likelihood with team and round effects (with fewer than six teams a trend, and a season from two years on), contacts as exposure; for happy faces, all faces touched.
link-expert-2 = Intervals from the linearised cluster jackknife (CV3L) and Student’s t with one degree of freedom less than clusters: the units above the teams where there are at least six of them, else teams or those units, whichever range is wider. p is the larger of that test, made valid at every look by spending over the logarithm of the number of rounds (Lan and DeMets), and a sign-flip test; corrected by Holm’s method for two figures and by Benjamini and Hochberg’s over the units that are worked out together (q 0.10).
link-expert-3 = Held fixed beside teams and rounds: the team’s own rate of the four rounds before, the logarithm of the exposure, and from 52 rounds on a wave and a trend of each team’s own, where they are worth their parameters. Which comes first: four leads beside four lags, and the mean of eight leads, combined by Cauchy’s method; below 0.05 customers may come first. The distances are fitted one at a time on common rows, eighteen lags corrected by Benjamini and Hochberg’s method; the leads apart. The sum is an Almon polynomial of degree two over nine rounds.
link-expert-4 = A circular shift of each team’s figures guards against two unrelated slow trends.
link-expert-5 = Within, between and pooled: each figure alone, CR1 errors; between by Mundlak’s device.
link-expert-6 = Forecasts: rolling origin after 52 rounds, refitted every four; Diebold and Mariano’s test with Harvey’s correction, one-sided. Predictive only with skill above zero against all three and p below 0.10 over at least 26 rounds.
link-expert-7 = Nothing is estimated below three teams and nothing tested below six; 100 complaints (or happy faces, or compliments) are needed, and a range whose upper end is more than three times its lower one is no answer. The simplest comparison holds only teams and rounds fixed.

help-views = Ways to look at it
help-views-1 = Teams shows every team beside its own usual level. The heat map shows one figure of many units, round by round: a dotted box is a hidden figure, an empty place has no figure.
help-views-2 = Sites lays complaint rates side by side. The band is where a unit of that size can lie by chance and by as much as units differ anyway, so small units nearly always lie inside. Workload sets strain beside complaints of the same weeks. Both are pictures of units side by side; only the link compares each team with itself.
help-views-3 = “What matters most” weighs each statement: how far its score lies from the organisation’s, times how much satisfaction differs in rounds when a team stands above its own usual level in it. The same people answer both in the same week, so the two go together easily.
help-views-4 = An action has a first day. Its page compares the level since then with the level before, with a range, and makes the same comparison at earlier days, when nothing began. If changes as large turn up there often, it may be chance. Season and whatever else changed at the same time are in it too.
help-views-5 = A note is a flag on the charts of its unit and of those below. It can begin a new baseline: from there on the usual level is worked out anew.

# Ours beside theirs
nav-competitors = Competitors
competitors-title = Ours beside theirs
competitors-heading =
    { $ask ->
        [0] Ours beside theirs
        [1] Is one still so?
       *[other] Are { $ask } still so?
    }
competitors-lead = What competitors do, by topic, the newest first. After 90 days it is asked whether it is still so. The same notes stand as flags on the charts.
competitors-none = Nothing is compared yet
competitors-none-text = Write a note about a competitor: what they do, and what you do, side by side.
competitors-who = Who
competitors-when = When
competitors-since = since { $day }
competitors-confirmed = still so on { $day }
competitors-ask = Still so?
competitors-still = Still so
competitors-ended = No longer
competitors-done-still = It is still so.
competitors-done-ended = It is so no longer.
competitors-campaigns = Campaigns
note-act-still = Still so
note-act-ended = No longer so

# What customers say beside complaints
measure-smiles = Happy faces (%)
measure-satisfied = Satisfied after a visit (%)
measure-compliments = Compliments per 1,000 contacts
measure-returns = Members who came back (%)
measures-customers = Customers, beside complaints
chart-note-smiles = On screens with faces; whoever touches one chose to, and may do so again
chart-note-satisfied = 4 or 5 of 5, from surveys after a visit; whoever answers chose to
chart-note-compliments = Praise that was left at the desk, by card or by telephone
chart-note-returns = Came again anywhere within 60 days, of the members who were there
note-customers-monthly = This measure is counted by the month: choose months or quarters to see it.
help-views-6 = Beside complaints, the trend shows one more series of customers, if you choose it: happy faces, the satisfied after a visit, compliments per 1,000 contacts, members who came back. Faces and surveys are answered by those who choose to; members are few who said yes. Read them beside complaints, not instead of them.
