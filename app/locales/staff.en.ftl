# Staff: every text a reader sees, in English. Same ids in the same order as staff.nb.ftl.

# Check-in
check-in-title = How is work?
check-in-eyebrow = { $period } · about 20 seconds
check-in-promise = Nobody can look up who has answered, or what: not your manager, not HR. Your answers are sealed before they are stored, and count in { $unit }.
check-in-company =
    { $people ->
        [1] One person is counted in this unit: you.
       *[other] { $people } people are counted in this unit.
    }
check-in-company-since =
    { $new ->
        [0] { $people } people are counted in this unit, nobody new since { $since }.
        [1] { $people } people are counted in this unit, one of them new since { $since }. No figure rests on that answer yet.
       *[other] { $people } people are counted in this unit, { $new } of them new since { $since }. No figure rests on their answers yet.
    }
check-in-company-code =
    { $people ->
        [1] One came in with a printed code this quarter; no figure rests on that answer either.
       *[other] { $people } came in with printed codes this quarter; no figure rests on their answers either.
    }
check-in-comment = Anything we should know? Please leave out names.
check-in-first = This is your first check-in: think of the last week, or of the days since you began.
check-in-submit = Send my answers
check-in-send-empty = Send it empty
check-in-final = Once sent, answers cannot be changed or shown again.
check-in-after = What happens to my answers?
receipt-title = Thank you
receipt-eyebrow = Round { $round }
receipt-lead = Your ballot for this round is in the box. Here is what happens now.
receipt-counted = It was sealed before it was stored. If you send another, the first one counts.
receipt-closes = The round stays open to the end of { $date }.
receipt-shown = Figures come from { $date } on, and only for groups where at least { $k } have answered. Small teams get theirs for several rounds together.
receipt-final = Trivsel can neither change your answers nor show them again, not even to you or your manager. When the round is released, the key to them is destroyed.
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

# The own device: check-in without network, own answers kept, app on the home screen
device-keep = Keep my answers on this device
device-keep-hint = They stay in this browser and are never sent. Signing out locks them. Whoever can use this browser while you are signed in can read them.
device-offline = No network: your answers are kept on this device and sent when it returns.
device-sent = What was kept on this device has now been sent.
device-kept-label = Answers kept on this device
device-kept-title = Your answers are kept on this device
device-kept-text = They have not been sent yet. They are sent once, as soon as there is a network and you are signed in.
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
device-refused-text = Nothing is lost. Send them again to see what has to be corrected:
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
history-export = Download
history-erase = Erase
history-erase-ask = Erase all your answers from this device? There is no copy anywhere.
history-erase-yes = Erase all of them
history-erase-no = Keep them
history-back = Back to the check-in
help-device = On your own device
help-device-1 = Without network the check-in opens as it was last shown on the device. What you send is kept there and sent once when the network returns. If the round has closed by then, it is not counted, and you are told so.
help-device-2 = If you wish, the browser keeps your own answers, under “My own answers”. They never reach us again. You can download them and erase them. Signing out locks them, but does not erase them. What you are writing in a longer form stays there too, locked, until you send it, seven days at most. Nothing stays on a shared tablet.
help-device-3 = To have Trivsel at hand like an app, choose “Add to home screen” or “Install” in the browser’s menu.
help-device-4 = A code on paper, or the link of an invitation, can sign a device in for 90 days, without a password: for your check-in, your team’s page and your account. Everything else asks you to sign in. Your account page lists such devices, and you end them there.

# Rounds: calendar, planning, closing, declaring void
nav-rounds = Rounds
field-starts-on = First day
field-weeks = Length
field-purpose = Purpose
field-discussed-on = Discussed with the staff representatives on
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
        [1] The review date is tomorrow, { $date }. No round opens after it. Discuss the purpose with the staff representatives in time.
       *[other] The review date is in { $days } days, on { $date }. No round opens after it. Discuss the purpose with the staff representatives in time.
    }
rounds-review-over = The review date, { $date }, has passed: no round opens by itself any more. Discuss the purpose with the staff representatives, then plan a round.
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
rounds-keys-lost-title = The key of round { $number } cannot be read
rounds-keys-lost-text = Nobody can open what was answered in it until whoever runs the server puts the key back. Ask them first. If the key is gone for good, declare the round void: its answers are lost, and the next round gets new keys.
rounds-keys-left-title = The key of round { $number } is not destroyed yet
rounds-keys-left-here = The round is over, but its key could not be destroyed. It is tried again every half minute. If this stays, ask whoever runs the server: trivsel doctor says where the key is.
rounds-keys-left-elsewhere = The round is over, but its key is not where this server looks, so that it may lie elsewhere. Ask whoever runs the server to destroy it there: trivsel doctor says how.
rounds-keys-lost-to-round = To round { $number }
round-unopened =
    { $count ->
        [1] 1 ballot of this round did not open at the release and is not counted. Somebody has changed it, or the database was restored from a copy.
       *[other] { $count } ballots of this round did not open at the release and are not counted. Somebody has changed them, or the database was restored from a copy.
    }
round-closed-text = No more answers are taken. Figures are released from { $time }.
round-released-text = What may be shown was released on { $date }.
round-voided-text = It does not count. The ballots, the comments, the marks of used votes and the key are destroyed. Figures that were released are no longer shown.
round-missed-text = It did not open, because its days or its review date went by first. Plan another round, or delete this one.
round-title = Round { $number }
round-reason = Declared void because
rounds-fresh-title = Plan the first round
rounds-fresh-text = A round is some days in which employees answer four short questions. Three things come first.
rounds-fresh-1 = Write down why you ask: one or two sentences that everybody understands.
rounds-fresh-2 = Discuss that with the staff representatives, and note the day.
rounds-fresh-3 = Agree on a day on which you look at the purpose again, at most a year from now.
rounds-fresh-view = Nobody has planned a round yet. HR does that, after a discussion with the staff representatives.
round-new-title = Plan a round
round-new-lead = It opens by itself on its first day. When it has ended, the next one follows with the same settings, until the review date.
round-new-submit = Plan the round
round-new-share-title = How often would each length have shown figures?
round-new-share-text = Worked out from the rounds released in the last half year: in how many of all teams and rounds a figure of that round alone was shown. A longer round shows more teams, but a change shows later.
round-new-share-no-rounds = Nothing has been released in the last half year, so the lengths cannot be compared yet. Small teams are shown more often with longer rounds.
round-new-share-too-few = There are fewer than ten teams: one number for all of them would say something about a single team. Small teams are shown more often with longer rounds.
round-new-share = about { $share } %
round-new-share-unknown = cannot be told from the rounds so far
round-starts-on-hint = A Monday fits best with charts by week.
round-weeks-hint = Longer rounds show more small teams; shorter ones show a change sooner.
round-purpose-hint = The staff representatives read it here.
round-discussed-on-hint = A round needs this discussion before it can be planned.
round-review-on-hint = Within a year of the first day. No round opens after it.
round-edit = Change
round-edit-title = Change round { $number }
round-edit-text = The round has not opened, so everything about it can still be changed.
round-edit-submit = Save
round-delete = Delete
round-delete-title = Delete round { $number }?
round-delete-text = It is removed from the calendar. Codes that were printed for it stop working.
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
round-void-1 = Its ballots, its comments, the marks of used votes and its key are destroyed at once.
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
field-authors = People who have written
field-k-dist = Answers for shares
field-every-round-from = People for a report every round
field-grace-hours = Wait in hours
field-guard = When a few people join or leave
why-not-a-number = Please write a whole number, without a sign.
why-below-floor = This is too low. The program takes 3 as the lowest, whoever asks.
why-too-high = This is too high. Please stay within the limits named beside the field.
why-below-k = Comments need at least as many answers as figures. Please raise this, or lower the other.
why-below-eight = This is too low. The program takes 8 as the lowest, whoever asks.
why-shares-below-k = Shares need at least as many answers as figures. Please raise this, or lower the other.
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
privacy-fixed = Nobody can set a number of answers or authors below 3, or let a unit of fewer than 8 people report every round: the program refuses it here, on the command line and in the database.
rule-k = A figure is shown from
rule-k-text = Fewer answers in a group, and its figures stay hidden. A larger group is hidden too where taking one from the other would give the small one away. With 3 it protects less than with 5: in up to 3 of 100 rounds of a small team, whoever knows their own answer can be sure that somebody gave the most extreme one. With 4 it is 1 in 100, with 5 less.
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
rule-k-dist = Shares are shown from
rule-k-dist-text = How many have too much or too little to do. Only in units of more than 30 people that report every round, and never when more than nine in ten answered alike.
rule-k-dist-range = 3 to 50, and no fewer than for a figure
rule-value-k-dist = { $number } answers
rule-every-round-from = A unit reports every round from
rule-every-round-from-text = Smaller units report over a third of the quarter at a time. Else the week in which one of them was away would tell what that one answers.
rule-every-round-from-range = 8 to 50
rule-value-every-round-from = { $number } people
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
privacy-printing = How finely figures are shown
privacy-printing-text = By how many people belong to a unit, fixed for the quarter. Who answers has no part in it. A figure in wide steps fits many sets of answers, so that nobody can solve it for one.
privacy-printing-size = People
privacy-printing-score = Points
privacy-printing-interval = Interval
privacy-printing-response = How many answered
privacy-printing-shares = Shares
privacy-printing-few = under 12
privacy-printing-few-score = steps of 5; strain in steps of 10
privacy-printing-few-interval = none
privacy-printing-few-response = not told
privacy-printing-few-shares = none
privacy-printing-some = 12 to 29
privacy-printing-some-score = steps of 2 (4 under 14 people); strain in twice that
privacy-printing-some-interval = from how much answers differ in the whole organisation
privacy-printing-some-response = one of three bands: under 60 %, 60 to 79 %, 80 % and more
privacy-printing-some-shares = none
privacy-printing-many = 30 and more
privacy-printing-many-score = whole points; strain in steps of 2
privacy-printing-many-interval = as above; from 100 people on, from the unit’s own answers
privacy-printing-many-response = in steps of 10 %, with a range of people
privacy-printing-many-shares = over 30 people, in three bands
privacy-carrying = Whose answers a figure rests on
privacy-carrying-text = A figure is shown only when enough people answered who have been in the unit for the last { $rounds } rounds and whose sign-in was not opened or reset with a printed code this quarter. Ballots without any answer do not count. Others’ answers are in the figure, but do not carry it. Teams that answer by printed code at a tablet need three more, whether anybody used a code or not; people in a group too small to be shown do not count towards them.
privacy-carrying-waived = This is the organisation’s first quarter: it is not asked yet how long somebody has been in the unit.
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
state-hidden = Hidden
state-hidden-text = Too few people answered, or the figure would lay bare a smaller group beside those of other units. Which of the two it was is told to nobody, as it would say how many answered.
state-no-data = Nobody in the unit
state-no-data-text = The unit had no people of its own or below it in this round.
privacy-units = Unit by unit, in the newest round
privacy-units-text = How often a unit reports is fixed for a quarter: by how many belong to it, and by how much of the quarter before could be shown. Who answers now has no part in it. These are the windows of { $quarter }.
privacy-window = Reports
privacy-hidden = Not shown
window-each-round = every round
window-third = a third of the quarter together
window-quarter = the whole quarter together
window-never = not on its own: too few in a whole quarter
window-unset = not chosen for this quarter
privacy-risks = What the rules cannot rule out
privacy-risks-text = Nobody should promise more than this.
risk-colluding-title = Colleagues who compare
risk-colluding = If all others in a group tell each other what they answered, they can work out the last one’s part. So can whoever controls the other ballots, with accounts or codes of people who do not exist. That is why newcomers do not carry a figure, and why you read above the form with whom you are counted.
risk-style-title = The way somebody writes
risk-style = No name stands beside a comment. Whoever knows the writer may know the style.
risk-leaver-title = A trend around somebody who left
risk-leaver = When one person leaves or joins a small team, the figures before and after hint at what that person answered. Coarse steps and long windows make the hint weaker. They do not remove it.
risk-pattern-title = Whether somebody answered
risk-pattern = A figure that is shown once and hidden the next time says that too few answered. Above small teams that can tell whether a lone manager or a lone cleaner was among them: with teams of eight to ten in at most 15 of 100 windows, and in about a quarter of the rounds where such teams report every round. What somebody answered it does not say.
risk-mark-title = What a marked break leaves open
risk-mark = Both sides of the break are shown. Whoever compares them over many rounds can still make a better guess about one who left than without any figures.
risk-hold-title = What a held figure leaves open
risk-hold = A held figure is old, and that it is held says that a few people changed. When the wait is over, the new figure is shown even if only one person changed.
risk-two-accounts-title = Two accounts are not always two people
risk-two-accounts = An administrator could make a second account and confirm with it. The log shows who made which account and who confirmed, and nobody can change the log unseen.
risk-machine-title = Whoever runs the machine
risk-machine = Somebody with full control of the server while a round is open could watch its memory and its keys, and so read the ballots of rounds that are not released yet. No program can rule that out. What has been released can be opened by nobody.
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
lowering-k-dist = Shares of the answers are shown from { $after } answers; before, from { $before }.
lowering-every-round-from = Units report every round from { $after } people; before, from { $before }.
lowering-grace-hours = Figures wait { $after } h after a round; before, { $before } h.
lowering-guard = When a few people join or leave, the new figure is shown with a break; before, the earlier figure stayed.
lowering-text = Two administrators have decided this. What was released before that day stays as it is.
stored-title = What is stored
stored-lead = Every table of the database, in plain words, and how much stands in it. Nothing is left out.
stored-way = What happens to an answer
stored-step-1 = You send the form. While the server works on it, your answers are together in its memory, and nowhere else.
stored-step-2 = The server marks that your vote in this round is used. The mark is a fingerprint that needs a key to be made or matched, and the key is not in the database. No time is noted.
stored-step-3 = It seals your unit, your answers and your comment in a box. All boxes have the same size, whatever is in them, and only the round’s key opens them. Nothing is counted yet.
stored-step-4 = Mark and box are saved in one go, and the form is forgotten. As long as the round is open, nothing here can be read for who has answered, how many, or what.
stored-step-5 = When the round has closed and a wait is over, the boxes are opened and counted in memory. The rules decide which figures and comments may be shown. They are written down once, and no one can change them.
stored-step-6 = Boxes, marks and key are destroyed. From then on nobody can open a ballot, not even whoever runs the server. Counts that small teams need over several rounds, and who is in them, stay sealed until their quarter is over, at the latest 100 days after its end; then that key is destroyed too.
stored-numbers = About the numbers
stored-numbers-text = In tables that have to do with answers, rounds that are open or not released yet are not counted, so that no number here moves when somebody answers. These numbers and some others are rounded down to a multiple of { $step }, and below { $few } nothing more is said. Counts may be some minutes old.
stored-numbers-stranger = You are not signed in, so all numbers are rounded.
stored-row = 1 row
stored-rows = { $rows } rows
stored-rows-at-least = at least { $rows } rows
stored-rows-few = fewer than { $few } rows
stored-example = An example, made up:
stored-own = Name, places, roles, entries of the log: you can read and keep them. Answers are not among them, and whether you have answered is not either; the server has neither with your name.
stored-own-stranger = Sign in to read and keep what stands here with your name. Answers are not among it; the server has none with your name.
stored-group-answers = About answers
stored-group-answers-text = The ballot box. No table here tells who has answered a round, or how.
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
stored-name-used-vote = Used votes
stored-table-used-vote = That a vote in a round is used: a fingerprint of whose it is and one of the form, both made with a key that is not in the database. The second tells a form sent twice from another one. Destroyed when the round is released.
stored-columns-used-vote = Round | Fingerprint of whose vote | Fingerprint of the form
stored-example-used-vote = 12 | 7c1f…e0 | b2e4…71
stored-name-sealed-ballot = Sealed ballots
stored-table-sealed-ballot = Unit, answers and comment in a sealed box of one size. Destroyed when the round is released, with the key that opens it.
stored-columns-sealed-ballot = Random number | Round | Box
stored-example-sealed-ballot = a41b…93 | 12 | 5d0e…c8 (4,656 bytes)
stored-name-carried-counts = Taken over from an older version
stored-table-carried-counts = What an older version had counted of rounds that were not released, sealed when the program was replaced. Destroyed with their release.
stored-name-kept-counts = Kept for longer windows
stored-table-kept-counts = Counts of a released round that small teams need over several rounds, and which votes they hold, so that nobody counts twice: sealed. Destroyed when the quarter is over, at the latest 100 days after its end.
stored-name-released-comment = Comments
stored-table-released-comment = Comments that may be read, each with the one unit where that is. The unit of whoever wrote them is no longer known. Comments that may be read nowhere are deleted.
stored-columns-released-comment = Random number | Round | Read at | Text
stored-example-released-comment = a41b…93 | 12 | Harbour | The new till is slow.
stored-name-participation = Used votes, before
stored-table-participation = Older versions kept here who had answered. Empty since ballots are sealed.
stored-name-turnout = How many answered, before
stored-table-turnout = Older versions counted here how many had answered. Empty since ballots are sealed.
stored-name-tally = Counts of answers, before
stored-table-tally = Older versions counted answers here. Empty since ballots are sealed.
stored-name-ballot-comment = Comments, before
stored-table-ballot-comment = Older versions kept comments here, with the unit of whoever wrote them. Empty since ballots are sealed.
stored-name-kiosk-code = One-time codes
stored-table-kiosk-code = Fingerprints of the codes that a team uses at a shared tablet. A code belongs to a team, never to a person, and its row is the same before and after it is used. They are removed when the round is released.
stored-columns-kiosk-code = Fingerprint of the code | Round | Unit | Ended by a newer sheet
stored-example-kiosk-code = 19d0…5a | 12 | Harbour, evenings | no
stored-name-code-sheet = Sheets of codes
stored-table-code-sheet = Which team a sheet was asked for, by whom, and who approved it. Deleted when the sheet is printed.
stored-name-check-in-link = Personal links
stored-table-check-in-link = Fingerprints of the links sent by e-mail, one for each person who gets e-mail about the check-in, whether or not they have answered. They are removed with the round.
stored-columns-check-in-link = Fingerprint of the link | Round | Person
stored-example-check-in-link = f083…c2 | 12 | Kim Example
stored-name-released-figure = Released figures
stored-table-released-figure = What the rules let through: rounded figures of units, and which are hidden. Every chart and export reads this and nothing else.
stored-columns-released-figure = Round | Unit | Measure | State | Value | People
stored-example-released-figure = 12 | Harbour | Satisfaction | shown | 64 | 15–19
stored-name-person = People
stored-table-person = Name, employee number and, when it is over, the last day.
stored-name-roster = Places
stored-table-roster = Who belongs to which unit, from when to when.
stored-name-opened-by-code = Sign-ins by printed code
stored-table-opened-by-code = Whose sign-in was opened or reset with a printed code, and in which quarter. No figure rests on their answers in that quarter. Gone with the first release of the next one.
stored-name-account = Accounts
stored-table-account = What somebody signs in with, a scrambled password, language, theme, and whether reminders are wanted.
stored-name-role-grant = Roles
stored-table-role-grant = Which account has which role in which unit.
stored-name-session = Sign-ins that are open
stored-table-session = When it began and was last used, and the kind of browser; of a device that is signed in to answer only the day it began. Gone after signing out.
stored-name-account-token = Invitations and password links
stored-table-account-token = Fingerprints of links and printed codes that have not been used.
stored-name-recovery-code = Recovery codes
stored-table-recovery-code = Fingerprints of codes for when the phone is lost.
stored-name-device-secret = Locks of devices
stored-table-device-secret = One number for the whole organisation. Of it the key is made with which your own browser locks what it keeps of you. What is locked with it never comes here.
stored-name-oidc-identity = Sign-in by a provider
stored-table-oidc-identity = Which account belongs to which user of the organisation’s own sign-in.
stored-name-oidc-flow = Sign-ins under way
stored-table-oidc-flow = What has to be remembered for some minutes while somebody is at the provider.
stored-name-mail = E-mail
stored-table-mail = Which kind of e-mail goes to which account, and whether it was sent. The text is not kept.
stored-name-audit = Log
stored-table-audit = Who signed in, changed something or downloaded something, and when. Nothing about check-ins.
stored-name-export-log = Exports
stored-table-export-log = Who downloaded which file, when, and its fingerprint.
stored-name-complaint = Complaints
stored-table-complaint = What happened, when, where, how it reached us, how serious it is, and where its case stands.
stored-name-case-event = What happened to a case
stored-table-case-event = What was done about it, when, in which role and unit. Words, numbers and days alone: no text, no name. Rows are never changed.
stored-name-case-note = Notes on cases
stored-table-case-note = What colleagues write for each other. Customers never see it.
stored-name-case-message = Messages to and from customers
stored-table-case-message = What a customer wrote to us or got from us.
stored-name-case-draft = Drafts
stored-table-case-draft = What somebody has begun to write to a customer. Only they see it; deleted when it is sent, and after thirty days.
stored-name-case-issue = What cases are about
stored-table-case-issue = Each thing a customer complained about, and whether the customer was right.
stored-name-apology = Apologies
stored-table-apology = Whether an answer came with an apology, and if not, why.
stored-name-remedy = How wrongs were put right
stored-table-remedy = What was done, what it cost and when.
stored-name-customer = How we reach customers
stored-name-case-words = Words of cases
stored-table-case-words = The words of what customers said, in alphabetical order, so that a case is found by them. They go when the text goes.
stored-name-named-person = Colleagues named by customers
stored-table-named-person = That a customer named somebody who works here, the name and the reply locked, and the day on which they are deleted.
stored-name-attachment = Files of cases
stored-table-attachment = Pictures and documents that customers brought; of pictures, not where and when they were taken.
stored-table-customer = Name, telephone and e-mail of a customer who wanted an answer, with the day on which they are deleted.
stored-name-case-clock = Promises
stored-table-case-clock = For each case, by when the customer is to hear from us and whether we kept it. Made from what happened.
stored-name-case-clock-share = Shares of promises
stored-table-case-clock-share = How much of a promised time each unit had a case. Never a person.
stored-name-calendar = Opening hours
stored-table-calendar = The ordinary hours of a unit, from a day on.
stored-name-calendar-exception = Days with other hours
stored-table-calendar-exception = A day on which a unit is closed or has other hours.
stored-name-template = Wording of letters
stored-table-template = The words with which letters to customers begin in a unit.
stored-name-open-action = Still to be done
stored-table-open-action = What was promised to a customer and is tracked until it is done.
stored-name-case-link = Linked cases
stored-table-case-link = Which cases somebody linked to each other.
stored-name-removal = Deletions
stored-table-removal = How many texts, contacts and drafts were deleted because their time was over.
stored-name-voice-path = Where complaints were added up
stored-table-voice-path = To which units a complaint was added up, so that it can be taken away again.
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
stored-table-unit-change = When a unit was added, renamed, moved or closed.
stored-name-round = Rounds
stored-table-round = First and last day, purpose, and when it was discussed with the staff representatives.
stored-name-own-item = Questions of your own
stored-table-own-item = Statements that the organisation asks beside the usual ones.
stored-name-release-rules = Rules
stored-table-release-rules = From how many answers figures, shares and comments are shown, from how many people a unit reports every round, and since when.
stored-name-box-key = Names of keys
stored-table-box-key = The name and the public half of the keys of rounds and quarters that are not over. The secret halves are kept outside the database and its backups.
stored-name-wrapped-key = Wrapped keys
stored-table-wrapped-key = Secret halves for those who run several servers, each sealed under a secret that is not in the database. Empty elsewhere.
stored-name-scrub-due = Cleaning that is due
stored-table-scrub-due = A mark, as long as the file still has to be cleaned of rows that were deleted.
stored-name-rules-proposal = Proposed rules
stored-table-rules-proposal = Looser rules that wait for a second administrator.
stored-name-quarter-window = How often units report
stored-table-quarter-window = Over how many rounds together a unit’s figures are made in a quarter, and how many people belonged to it when that was fixed.
stored-name-link-result = Link between staff and complaints
stored-table-link-result = For each unit, what the comparison of staff figures with complaints, happy faces and compliments says.
stored-name-import-job = Imports
stored-table-import-job = Files brought in, by whom, and what became of them.
stored-name-import-path = Where imports were added up
stored-table-import-path = The units of an import and those above them, so that it can be undone. Gone after a day.
stored-name-import-row = Rows being imported
stored-table-import-row = Rows of an import while it is being saved; of counts also for a day after, so that it can be undone.
stored-name-seaql-migrations = Version of the tables
stored-table-seaql-migrations = Which changes of the database have been made.

# Codes for the tablet, personal links, letters about the round
event-codes-chosen = Codes for a team: on or off
event-codes-asked = Sheet of codes asked for
event-codes-released = Sheet of codes approved
event-codes-made = Sheet of codes made
event-codes-revoked = Codes revoked
nav-sheets = Sheets of codes
nav-kiosk = Tablet codes
kiosk-lead = Type the code on your slip.
kiosk-code = Your code
kiosk-code-hint = Eight letters and digits. Capitals, spaces and dashes do not matter.
kiosk-start = Start
kiosk-promise = A code belongs to a team, not to a person. Nobody can see who answered what.
kiosk-demo = This is the demo: sign in as HR and make a sheet of codes for Lagunen weekend, then try one here.
kiosk-demo-link = Make codes
kiosk-form-promise = Your answers are sealed before they are stored, and count in { $unit }. Nobody can see that they are yours.
kiosk-warn-title = Are you still there?
kiosk-warn-text = In { $seconds } seconds this page clears itself, and what you have filled in is gone.
kiosk-warn-stay = I am still here
kiosk-idle = After five minutes this page clears itself and goes back to the start.
kiosk-more = More time
kiosk-more-done = You have five more minutes. Your answers are still here.
kiosk-stop = Stop and clear
kiosk-thanks = Thank you
kiosk-thanks-lead = The first answers with this code count. Nothing of yours is left on this tablet.
kiosk-thanks-next = When the round has closed, figures are shown only for groups where enough people have answered.
kiosk-thanks-back = This page goes back to the start after 20 seconds.
kiosk-again = To the start
kiosk-other-code = A code from your slip
kiosk-code-unknown-text = Check the slip: a code works in one round only, and a newer sheet replaces the older one. If it still does not work, take another slip or ask for a new sheet.
kiosk-code-revoked-text = Your answers have not been sent yet. Look at the slip again, or take one from the newest sheet, and type its code: your answers are sent with it, as you gave them.
kiosk-too-many-text = Too many wrong codes were typed here. Nothing was counted. Wait 15 minutes and try again, or use another device.
kiosk-round-closed-text = The slip belongs to a round that has closed. Nothing was counted and nothing is kept. Take a slip from the sheet for the new round.
kiosk-round-voided-text = The slip belongs to a round that was declared void. Nothing was counted and nothing is kept. Ask for a sheet when the next round opens.
kiosk-no-open-round-text = Nothing can be answered right now. Codes come with the next round.
check-in-too-late = What you just sent was not counted
check-in-too-late-text = The round it belonged to had closed before it arrived. It was not kept either, and it goes to no other round. The check-in says when you can answer next.
between-title = Nothing to answer right now
between-next = The next round opens on { $date }.
between-next-none = The next round has no date yet.
between-figures = Figures of the round that has just closed come from { $date } on.
between-to-actions = See what your team is trying
link-expired = This link does not work
link-expired-text = It may be cut off, or the account it was sent to is closed. Open it once more from the e-mail, or sign in to answer.
link-round-closed-text = The link belongs to a round that has closed, so nothing was counted and nothing is kept. A new e-mail comes when the next round opens.
link-round-voided-text = The link belongs to a round that was declared void, so nothing was counted and nothing is kept. A new e-mail comes when the next round opens.
problem-to-kiosk = Type a code
tablet-title = Codes for the tablet
tablet-lead = A team without addresses of its own answers on a shared tablet. Each slip holds a code that works once, for anybody in the team.
tablet-where = The tablet opens this address:
tablet-picture = { $address } for the tablet’s camera
tablet-picture-text = The tablet’s own camera reads it from this screen or from paper.
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
tablet-ask = Ask for a sheet
tablet-ask-new = Ask for a new sheet
tablet-ask-text = It takes two people: the staff representative approves the sheet, then you print it.
tablet-ask-warning = The staff representative approves it first. When you print it, the slips you have handed out stop working.
tablet-ask-submit = Ask for it
tablet-asked = Waiting for the staff representative
tablet-asked-text = The staff representative finds it under “Sheets of codes”. As soon as it is approved, you can print it here, once. If nobody has that role, an administrator can give it to somebody.
tablet-make = Make a sheet
tablet-make-new = Make a new sheet
tablet-make-warning = The slips you have handed out stop working. A new sheet always has one slip for each person in the team.
tablet-make-text = It is approved. You get one slip for each person in the team. The codes are shown once and kept nowhere.
tablet-pdf = PDF to print
tablet-browser = Show in the browser
tablet-revoke = Revoke the codes
tablet-revoke-text = No slip of this team works any more, until you make a new sheet. What has been sent stays.
tablet-end = Stop after this round
tablet-end-text = From the next round on these people sign in to answer.
tablet-add = Let a team answer by code
tablet-add-text = From the next round on its people answer on the tablet only. The round that is open goes on as it began.
tablet-add-unit = Team
tablet-add-submit = Answer by code
tablet-secret = How many have used their code is told to nobody while the round is open, not even to you.
tablet-done-ask = The staff representative is asked to approve the sheet.
tablet-done-begin = The team answers by code from the next round on.
tablet-done-end = The team no longer answers by code from the next round on.
tablet-done-revoke = The codes are revoked. Make a new sheet when the team is to answer again.
tablet-sheet-text = Print this page now. The codes are kept nowhere and cannot be shown again. Cut along the lines, and let everybody in the team draw a slip.
tablet-sheet-back = Back to the teams
sheets-title = Sheets of codes
sheets-lead = HR asks for sheets of codes for teams that answer on the tablet. You approve them, HR prints them.
sheets-empty = No sheet waits for you.
sheets-release = Approve the sheet
sheets-why = A sheet has one slip for each person in the team, no more. Whoever printed slips alone could keep some, answer with them, and read what the last one answered. Be there when they are handed out, or ask how it was done.
sheets-done-release = The sheet is approved. HR can print it once.
slips-title = Codes for { $team }
slips-round = { $from } to { $to }
slips-how = Type the code on the tablet, or in any browser at
slips-promise = Works once. The code belongs to the team: nobody knows whose it is.
account-letters = E-mail about the check-in
account-letters-text = When a round opens you get an e-mail with a link to answer without signing in, and a reminder on day 5. Both go to everybody who gets e-mail, whether or not they have answered: the program does not know. Nobody can see whether you get them.
account-letters-on = E-mail me when a round opens
account-letters-save = Save
account-changed-letters = Saved.
mail-check-in = How is work? A new round at { $organisation }
mail-check-in-text =
    Hello { $name }

    A new round is open until the end of { $closes }. It takes about twenty seconds. This link opens the questions, without signing in:

    { $link }

    It is yours alone: do not pass it on. Nobody can look up what you answer. You do not want such e-mails? Switch them off at { $account }
mail-check-in-reminder = Reminder: how is work?
mail-check-in-reminder-text =
    Hello { $name }

    If you have answered this round: thank you. If not, it is open at { $organisation } until the end of { $closes }, and your answer is welcome. This link opens the questions, without signing in:

    { $link }

    Everybody gets this e-mail; we do not know who has answered. The link is yours alone: do not pass it on. You do not want such e-mails? Switch them off at { $account }

# Figures of small and changing teams
cell-held = { $value } (held)
point-break = A few people joined or left before this, so nothing is said about the change.
note-window = This team is too small to be shown every round. Some of its figures cover { $rounds } rounds together; they stand at the last of them.
note-break = Where the line is cut, a few people joined or left. The figures on both sides are shown, but the change between them is not judged.

# My team, what my manager sees, comments, and the hint below a comment
nav-team = My team
nav-comments = Comments
and = and
problem-nothing-answered = You have answered nothing. Send it empty?
problem-nothing-answered-text = Nothing has been sent yet. You can answer once in this round, and an empty form uses that up. Answer what you like, or send it empty with the second button at the end.
problem-look-again = Have another look at your comment
problem-look-again-text = It may hold something that shows who it is about; the note below the box says what. Nothing has been sent yet. Change the comment, or send again as it is.
hint-name = This looks like a name: “{ $word }”. Can you say it without? You may also send it as it is.
hint-contact = “{ $word }” can show who is meant. Can you say it without? You may also send it as it is.
hint-health = “{ $word }” sounds like somebody’s health. Can you leave it out, also your own? You may also send it as it is.
check-in-readers = Who can read this: managers of { $units }, HR and staff representatives, and only where at least { $k } people have answered and { $authors } have written. Your name and your answers do not stand beside it.
team-title = How { $unit } is doing
team-eyebrow = Round { $round } · released { $date }
team-lead = These are the figures that your managers get, at the same time as they do.
team-loop = What was said, what is tried, what came of it
team-said = What we said
team-said-strain = Strain
team-said-satisfaction = Satisfaction
team-said-complaints = Complaints per 1,000 contacts
team-said-concern = worse than usual
team-said-better = better than usual
team-tried = What we try
team-tried-none = Nothing just now. Talk about it at the next team meeting.
team-tried-until = looked back on { $date }
team-came = What came of it
team-came-none = Nothing has been looked back on yet.
team-came-on = looked back on { $date }
team-newest = Newest figures
team-above = The units above
team-empty = No figures have been released yet.
team-percent = { $value } %
team-percent-band = { $low } to { $high } %
team-response-never = Not told in units of fewer than 12 people
team-hidden = Hidden: it cannot be shown safely
team-carried = Figure of round { $round }, carried forward
team-window = Over { $count } rounds: { $since }–{ $round }
team-usual = usually { $value }
team-further = More about the team
team-to-trends = The trend of all figures, with complaints
team-to-actions = What the team tries, and what came of it
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
comments-all-link = All comments of the quarter, unit by unit
comments-all-title = All comments you may read
comments-all-export = Comments are in no file that can be downloaded. They are read here.
comments-all-search = Search
comments-all-found =
    { $found ->
        [1] 1 comment
       *[other] { $found } comments
    } in { $units ->
        [1] one unit
       *[other] { $units } units
    }
comments-all-empty-title = No comments to show
comments-all-empty-text = Comments appear when a round has been released and at least { $k } people have answered and { $authors } have written. Choose another quarter.
comments-all-none-text = No comment holds all of these words. Try fewer words, or another quarter.

# The questions: bank and own statements
nav-questions = Questions
questions-title = Questions
questions-lead = Everybody in a round is asked the same: four questions of the bank and at most two statements of your own.
questions-own = Your own statements
questions-own-none = None so far. A statement of your own can ask about something that matters only where you work, such as how early the rota comes.
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
question-delete-version-text = Nobody has been asked this wording. It will be gone, and the version before goes on being asked.
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
