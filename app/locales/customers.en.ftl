# Customers: every text a reader sees, in English. Same ids in the same order as customers.nb.ftl.

# Complaints: list
cases-heading =
    { $open ->
        [0] Nothing waits for you
        [1] { $urgent ->
            [0] One case to look at
           *[other] One case to look at, and it is urgent
        }
       *[other] { $urgent ->
            [0] { spelled-open } cases to look at
            [1] { spelled-open } cases to look at, one is urgent
           *[other] { spelled-open } cases to look at, { spelled-urgent } are urgent
        }
    }
cases-late =
    { $count ->
        [1] 1 is late
       *[other] { $count } are late
    }
cases-keys = Keys
cases-key-move = Move down and up in the list
cases-key-open = Open the case
cases-key-new = New complaint
cases-key-take = Take the case
cases-key-put_away = Put praise or an idea away as read
cases-key-letter = Write to the customer
cases-key-note = Write a note
cases-key-pause = Ask the customer and wait
cases-key-search = Search
cases-key-keys = Show these keys
cases-new = New complaint
cases-search = Search complaints
cases-search-hint = Words or reference
cases-show = Which complaints to show
cases-show-open = Open
cases-show-closed = Done
cases-show-all = All
cases-filter = Narrow the list
cases-filter-any = Any
cases-filter-out = Show all again
cases-severity = Severity
cases-kind = Kind
cases-reference = Reference
cases-time = Time left
cases-owner = Who has it
time-left = { $time } left
time-late = { $time } late
time-waits = Waiting for the customer
time-none = No deadline
time-done = Done
working-hours = { $hours } h
working-minutes = { $minutes } min
cases-empty-title = No complaints here
cases-empty-text = When a customer is unhappy, log it straight away. It takes half a minute, and the rest can wait.
cases-none-found = Nothing matches your search
cases-none-found-text = Try fewer or other words, a reference such as K-7QMRX2D, or look among all complaints.

# Complaints: the 30-second form
case-new-title = New complaint
case-new-eyebrow = About 30 seconds
case-new-what-hint = In the customer’s own words if you can. Leave out names.
case-new-more = When, how serious, what would put it right
case-new-contact = How we can reach the customer
case-new-contact-text = Only if the customer wants an answer. It is deleted on the day below; what happened stays.
case-new-delete-hint = Empty means half a year from now.
case-new-when = When did it happen? Empty means today.
case-new-told = The customer has been told that we have it
case-new-told-hint = Face to face or by phone only. It counts as the first answer; give them the reference when it shows.
case-new-submit = Log it
field-what = What happened
field-category = What is it about?
field-channel = How did it reach us?
field-severity = How serious is it?
field-unit = Unit
field-happened-on = When it happened
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
field-voice-kind = What is it?
field-put-right = What would put it right, in the customer’s eyes?
field-case-outcome = Was the customer right?
field-case-lang = Language of our answer
field-customer-name = The customer’s name
field-contact = How the customer can be reached
field-phone = Telephone
field-delete-on = Delete on
field-issues = What is it about?
field-holder = Who has it
field-how = How was the customer told?
field-letter = Message to the customer
field-apology = Apology
field-reason-not = Why not?
field-remedy = How do we put it right?
field-cost = Cost in kroner
field-by = Working days
field-end-reason = Why does it end?
voice-kind-complaint = Complaint
voice-kind-compliment = Compliment
voice-kind-comment = Idea
category-system = Systems and machines
category-process = How things are done
category-product = Product or service
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
case-received = received { $at }
case-about = What happened
case-steps = History
case-next = Next
case-next-none = Nothing more to do
case-next-acknowledge = Tell the customer that we have it, and when they will hear from us.
case-next-assess = Decide how serious it is, what it is about and who has it.
case-next-answer = Say sorry, say what came of it, and put it right.
case-next-close = The customer has our answer. If nothing is left to do, close the case.
case-next-put_away = Read it, tell those it is about, and file it.
case-comes-next = comes next
case-more-acts = More you can do
case-undo = { $what }. Can be undone until { $until }.
case-undone = undone
case-owner = { $name } has this case.
case-owner-you = You have this case.
case-owner-none = Nobody has taken this case yet. It is with { $unit }.
case-meanwhile = Meanwhile this has happened
case-meanwhile-text = What you wrote is still in the form below. Press the button again to go ahead all the same.
case-contact = The customer
case-contact-until = deleted { $date }
case-apology-given = Given
case-apology-not = Not given: { $reason }
case-read = Read it
case-note-label = Note for colleagues
case-note-hint = What was done or found out. Customers never see notes.
case-add-note = Save note
case-reason = Why?
case-promises = What we have promised
case-promises-text = Counted in opening hours.
kroner = NOK { $amount }

clock-acknowledge = Confirm receipt
clock-answer = Answer
clock-update = Be heard from again
clock-kept = in time
clock-missed = too late
clock-never-open = never open
clock-due = by { $at }

case-event-received = Received
case-event-acknowledged = The customer knows we have it
case-event-assessed = Assessed
case-event-regraded = Assessed anew
case-event-investigating = Being investigated
case-event-answered = Answered
case-event-closed = Closed
case-event-ended = Ended without an answer
case-event-reopened = Reopened
case-event-paused = The customer was asked
case-event-resumed = Went on
case-event-extended = Postponed
case-event-handed_over = Handed over
case-event-taken = Taken on
case-event-let_go = Given back
case-event-corrected = Corrected
case-event-noted = Note
case-event-wrote = Wrote to the customer
case-event-heard = Heard from the customer
case-event-put_away = Read and filed
case-event-undone = Undone
case-event-warned = Soon due
case-event-late = Late
event-by-days =
    { $days ->
        [1] 1 working day
       *[other] { $days } working days
    }

act-acknowledge = The customer knows we have it
act-assess = Assess
act-assess-text = Decide how serious it is, what it is about and who has it.
act-assess-do = Save the assessment
act-regrade = Assess anew
act-regrade-text = More is known by now: decide anew how serious it is and what it is about. Why stays in the history.
act-regrade-do = Save the new assessment
act-investigate = Investigate first
act-investigate-text = When facts have to be found, the answer may take twenty working days instead of five, counted from the same start. The customer is told the new date.
act-investigate-due = The answer is then due on { $date }.
act-investigate-do = Start investigating
act-answer = Answer the customer
act-answer-text = What came of it, an apology if one is due, what we do about it, and the message itself.
act-answer-do = The answer is sent
act-close = Close the case
act-end = End without an answer
act-end-text = For what cannot be answered. What never was a complaint counts nowhere; everything else still counts.
act-end-do = End the case
act-reopen = Reopen
act-reopen-text = The customer is not satisfied. The deadlines start again. After 90 days, log a new complaint instead.
act-reopen-do = Reopen the case
act-pause = Ask the customer
act-pause-text = The deadlines stand still until the customer answers.
act-pause-do = The question is sent
act-resume = Go on without waiting
act-extend = Postpone the answer
act-extend-text = Once, by at most ten working days. The customer is told why and until when.
act-extend-due = { $days ->
    [one] With one working day more, the answer is due on { $date }.
   *[other] With { $days } working days more, the answer is due on { $date }.
}
act-extend-do = Postpone it
act-hand_over = Hand over
act-hand_over-text = The promise to the customer stays as it is.
act-hand_over-do = Hand it over
act-take = Take it
act-let_go = Give it back
act-note = Note
act-letter = Write to the customer
act-letter-text = The first message also says that we have the complaint.
act-letter-do = The message is sent
act-hear = The customer wrote or called
act-hear-text = If we were waiting for the customer, the deadlines run on.
act-hear-what = What the customer wrote or said
act-hear-do = Save it
act-correct = Correct what was written down
act-correct-text = What stood there before stays in the history.
act-correct-do = Save the correction
act-contact = Change the contact
act-contact-text = What stood there before is deleted. Empty all of it when the customer does not want to be known any more.
act-contact-do = Save the contact
act-put_away = Read, file it
act-undo = Undo
act-outcome-of = Was the customer right about this? { $issue }
act-apology = Did we say that we are sorry?
act-reason-not-more = If not: why
act-not-possible = The case does not allow this where it stands now.
apology-given = Yes
apology-not_given = No, because …
issue-outcome-upheld = Right
issue-outcome-not_upheld = Not right
case-outcome-upheld = The customer was right
case-outcome-partly = Partly right
case-outcome-not_upheld = The customer was not right
end-reason-withdrawn = The customer took it back
end-reason-not_a_complaint = It was no complaint
end-reason-unreachable = Asked twice, no answer for twenty working days
how-spoken = Spoken
how-mail = E-mail
how-letter = Letter
remedy-none = The answer is enough
remedy-repair = Repair
remedy-replacement = Replacement
remedy-refund = Money back
remedy-voucher = Voucher
remedy-correction = Correction
remedy-other = Something else

letter-hint = Language: { $lang }. Fill in what stands in brackets. Spoken answers: sum up what was said.
letter-is-draft = This is your draft.
letter-keep = Save draft
letter-discard = Throw the draft away
letter-check = Look it over
letter-check-title = The message
letter-check-text = The check helps you write. It stops nothing, and nothing of it is stored.
letter-greeting = Dear { $name },
letter-greeting-nobody = Hello,
letter-end =
    Kind regards
    { "[" }your name]
    { $organisation }
letter-proposal-acknowledge =
    Thank you for telling us about what happened at { $unit } on { $day }. We are sorry that [what the customer went through].

    Your complaint has the number { $reference }. You will have our answer by { $due }.
letter-proposal-update =
    Thank you for your patience. We are still working on complaint { $reference }.

    So far we have [what has been done]. You will have our answer by { $due }.
letter-proposal-pause =
    Thank you for telling us about what happened at { $unit } on { $day }. We want to answer you properly, and need to know one thing:

    { "[" }your question]

    As soon as we have your answer, we go on. Your complaint has the number { $reference }.
letter-proposal-answer =
    Thank you for telling us about what happened at { $unit } on { $day }.

    We are sorry that [what the customer went through]. That was our mistake: [what we did wrong].

    We have [what has been put right]. By [day] we will [what happens next].

    If you are not satisfied, reply to this message, and we will look at it again. Your complaint has the number { $reference }.
check-sorry = Says sorry
check-no-sorry = No apology yet
check-hollow = Sounds like an apology, but is none
check-owns = Owns what happened
check-not-owned = Does not say that we did wrong
check-no-excuse = Makes no excuses
check-excuse = Sounds like an excuse
check-dated = Says what happens next, and when
check-undated = Says what happens next, but not when
check-no-step = Does not say what happens next
check-thanks = Thanks the customer
check-no-thanks = No thanks yet

case-done-logged = It is logged. Give the customer the reference.
case-done-kept = The draft is saved. Only you see it.
case-done-discarded = The draft is gone.
case-done-acknowledge = Noted: the customer knows we have it.
case-done-assess = The assessment is saved.
case-done-regrade = The new assessment is saved.
case-done-investigate = The case is being investigated.
case-done-answer = The answer is saved.
case-done-close = The case is closed.
case-done-end = The case has ended.
case-done-reopen = The case is open again.
case-done-pause = The deadlines wait for the customer.
case-done-resume = The deadlines run on.
case-done-extend = The answer is postponed.
case-done-hand_over = The case is handed over.
case-done-take = You have the case.
case-done-let_go = The case is given back.
case-done-note = The note is saved.
case-done-letter = The message is saved.
case-done-hear = It is saved.
case-done-correct = The correction is saved.
case-done-contact = The contact is saved.
case-done-put_away = It is filed.
case-done-undo = The step is undone.

# How cases went
quality-title = How cases went
quality-days = { $from } – { $to }
quality-heading =
    { $praise ->
        [1] One compliment
       *[other] { $praise } compliments
    }, { $complaints ->
        [1] one complaint
       *[other] { $complaints } complaints
    }
quality-lead = The last 90 days of the unit and all below it. Nothing here is about any one person.
quality-empty = Nothing has come in yet
quality-empty-text = As soon as customers’ complaints, compliments and ideas are logged, you see here how they were handled.
quality-voices = What came in
quality-open =
    { $count } open, { $late ->
        [0] none late
       *[other] { $late } late
    }
quality-kept = Promises kept
quality-kept-text = Of promises due in these days, and of those that are late now. The range is where the share would lie in 95 of 100 such periods.
quality-apologies = Answers with an apology in time
quality-outcomes = Was the customer right?
quality-cost = Cost of putting it right
quality-causes = What answered cases were about
quality-none-answered = No case was answered in these days.
quality-share = { $share } % of { $of }
quality-range = { $lower }–{ $upper } %
quality-few = { $of } so far; a share is shown from { $fewest } on

# Opening hours
nav-hours = Opening hours
cases-tabs = About customers’ cases
cases-group-daily = Day to day
cases-group-reports = How it goes
cases-group-set-up = Set-up
hours-lead = Promises to customers are counted in these hours. A case keeps the hours of the unit that received it, wherever it is handed over to.
hours-own = These are the unit’s own hours.
hours-above = These are the hours of { $unit }. Save others here, and they hold for this unit and all below that keep none.
hours-usual = Nobody has kept hours yet. Until then it is Monday to Friday from eight to four, closed on public holidays.
hours-week = An ordinary week
hours-week-hint = For example 08:00–16:00, or 08:00–12:00, 12:30–16:00. An empty day is closed. 22:00–06:00 ends the next morning.
hours-holidays-closed = Closed
hours-holidays-open = Open as in any week
hours-eves = Days before holidays that end early
hours-eves-hint = When the day ends. Empty means as on any other day.
hours-from-hint = Today or later. What was promised and done before stays as it was.
hours-save = Save the hours
hours-look = See what it means
hours-follow = Use the hours of the unit above again
hours-closed = closed
hours-next-day = until the next day
hours-means-title = What it means
hours-at = { $day } at { $time }
hours-means = An answer to a complaint received on { $received } is due on { $answered }. We say that we have it by { $acknowledged }.
hours-means-nothing = The unit would never be open, so nothing could be promised.
hours-per-week =
    { $hours ->
        [1] 1 hour in an ordinary week
       *[other] { $hours } hours in an ordinary week
    }
hours-planned = Planned
hours-planned-from = From { $date }:
hours-planned-above = as the unit above
hours-drop = Take back
hours-exceptions = Days with other hours
hours-exception = A day with other hours
hours-exception-hint = Empty means closed.
hours-except = Save the day
hours-ordinary = As usual again
hours-kept-by = kept by { $unit }
hours-done-save = The hours are saved. Promises that run are counted anew within a few minutes.
hours-done-follow = The hours of the unit above hold again.
hours-done-drop = What was planned is taken back.
hours-done-except = The day is saved.
hours-done-ordinary = The day is as usual again.
event-hours-changed = Opening hours changed
event-wording-changed = Wording of letters changed
field-mon = Monday
field-tue = Tuesday
field-wed = Wednesday
field-thu = Thursday
field-fri = Friday
field-sat = Saturday
field-sun = Sunday
field-easter-wednesday = Wednesday before Easter
field-easter-eve = Easter Saturday
field-whitsun-eve = Saturday before Whitsun
field-christmas-eve = Christmas Eve
field-new-years-eve = New Year’s Eve
field-holidays = On public holidays
field-day = Day
field-intervals = Hours
why-not-a-time = Please write hours as 08:00–16:00, several with commas between them.
why-ends-first = This ends before it begins. Please write the earlier time first; after midnight, at most fifteen hours.
why-runs-into = This runs into other hours. Please mend one of them.
why-never-open = A week without any hours would promise nothing. Please fill in at least one day.

# The wording of letters
nav-letters = Letters
letters-said-save = { $kind } ({ $lang }): wording changed
letters-said-reset = { $kind } ({ $lang }): back to the shared wording
template-acknowledge = We have your complaint
template-question = A question
template-update = How far we have come
template-delay = It takes longer
template-answer = Our answer
template-refusal = Our answer, when the customer was not right
template-follow_up = Afterwards
place-greeting = greeting, with the customer’s name where we know it
place-name = the customer’s name
place-reference = reference of the case
place-date = today
place-day = the day it happened
place-unit = where it happened
place-due = by when we answer
place-next = where the customer may turn next
place-writer = your name
place-organisation = name of the organisation
wording-lead = Letters to customers begin with these words. The language of the case decides which of the two is used, never that of the writer.
wording-own = These are the unit’s own words.
wording-above = These are the words of { $unit }. Save others here, and they hold for this unit and all below that keep none.
wording-built-in = These are the words that come with the product.
wording-lang = Language
wording-text = The letter
wording-text-hint = Write places in braces, such as { "{" }reference{ "}" }: they are filled in. What stands in [brackets] is left for the writer.
wording-save = Save the letter
wording-look = See the letter
wording-reset = Use the words from above again
wording-preview = The letter
wording-open = Not filled in yet: { $places }
wording-places = Places
wording-example-name = Kari Nordmann
wording-done-save = The letter is saved.
wording-done-reset = The words from above hold again.
why-unknown-place = There is no such place. The list beside the letter has them all.
letter-begin = Begin with other words
letter-open = Still to be filled in: { $places }
letter-open-next = Where a customer may turn next is kept on the settings page.
letter-proposal-delay =
    Thank you for your patience. Complaint { $reference } takes us longer than we told you, because [why].

    You will have our answer by { $due }. We are sorry that you have to wait.
letter-proposal-refusal =
    Thank you for telling us about what happened at { $unit } on { $day }.

    We have looked into it: [what we found]. We cannot give you what you asked for, because [why].

    We are sorry that [what the customer went through].

    If you do not agree, you can turn to { $next }. Your complaint has the number { $reference }.
letter-proposal-follow-up =
    Some time ago you told us about what happened at { $unit } on { $day }, complaint { $reference }.

    We said that we would [what was promised]. Is all well now? If not, reply to this message, and we will look at it again.

# What is still to be done, and why it happened
case-actions = Still to be done
case-action-add = Save
case-action-due = by { $date }
case-action-late = late, was to be done by { $date }
case-action-done-on = done { $date }
case-action-handed = done by: { $role }
case-hand-on-nobody = Nobody yet
case-erased = The texts were deleted on { $date }
case-erased-row = The text is deleted
act-add_action = Note down what is still to be done
act-finish_action = Done
act-cause = Why did it happen?
act-cause-unknown = Not known
field-open-action = What is to be done?
field-due-on = By when
field-handed-to = Who does what is still to be done?
why-still-to-do = Something is still to be done. Say who does it, or do it first.
case-event-action_added = Still to be done
case-event-action_done = Done
case-done-add_action = It is noted down.
case-done-finish_action = It is done.
cause-staffing = Too few people
cause-training = Lack of training
cause-routine = Our routine
cause-equipment = System or machine
cause-product = The product
cause-supplier = Supplier or carrier
cause-information = Information
cause-promise = Promised too much
cause-slip = A slip
cause-other = Something else
cases-voices =
    Last { $days } days: { $complaints ->
        [1] 1 complaint
       *[other] { $complaints } complaints
    }, { $praise ->
        [1] 1 word of praise
       *[other] { $praise } words of praise
    }, { $ideas ->
        [1] 1 idea
       *[other] { $ideas } ideas
    }
quality-reasons = Why it happened
quality-no-reasons = No cause was noted in these days.
quality-held = Who had the cases
quality-held-line = { $time } ({ $share } %)
quality-held-text = Opening hours until the answer. A hand-over starts nothing anew.

# Letters to those who look after cases
mail-digest =
    { $count ->
        [1] One case needs you at { $organisation }
       *[other] { $count } cases need you at { $organisation }
    }
mail-digest-text =
    Hello { $name }

    These cases are soon due, or late:

    { $lines }

    All of them:

    { $link }

    This e-mail comes once in the morning, on days on which your unit is open, and only when something waits. You can switch it off on your account page: { $account }
mail-urgent = A case about safety or discrimination needs you at { $organisation }
mail-urgent-text =
    Hello { $name }

    This is soon due, or late:

    { $lines }

    Please look at it now:

    { $link }
mail-case-late = late
mail-case-soon = soon due
mail-case-due = due { $date }
account-digest = Morning e-mail about cases
account-digest-text = On days on which your unit is open, if a case of yours is soon due or late. It names the case, and nothing that the customer said. About safety and discrimination an e-mail comes at once, also when this is off.
account-digest-on = E-mail me in the morning when a case needs me

field-contacts = Customers of a day
contacts-title = Customer contacts
contacts-lead = How many customers { $unit } had, day by day. Complaints are shown per 1,000 of them.
contacts-import = Import several weeks from a file
contacts-weeks = Weeks
contacts-earlier = ‹ Week before
contacts-later = Next week ›
contacts-day = Day
contacts-before = The week before
contacts-now = This week
contacts-total = Total
contacts-hint = Count what fits you: guests, receipts, visits, calls. Leave a day empty when nobody counted; 0 means that nobody came.
contacts-counted = in imported history
contacts-in-history = Imported figures for a longer period count these days already. They cannot be typed in as well.
contacts-ahead = not yet
contacts-save = Save the week
contacts-saved = The week is saved.

# People who work here and are named by customers
field-about-whom = Is it about somebody who works here?
field-person = Who is it?
field-finding = What did you find?
field-reply = Your reply
mention-about-hint = Whom they named, in their words. Leave it empty if it is about nobody. The name is kept apart from the text, locked, and deleted after a while.
mention-about-manager = It is the manager
mention-fact = Somebody who works here
mention-look = Open
mention-mark = It is about somebody who works here
mention-title = Whom the customer named
mentions-title = Named colleagues
mentions-lead = Cases that name somebody who works here and have not been looked into. They count in no figure until they are.
mentions-none = Nothing waits
mentions-none-text = No open case names anybody of the units you look after.
mention-received = Received
mention-due = Next step by
mention-named = In the customer’s words
mention-person = Told
mention-replied = Their reply
mention-until = The name is deleted on { $date }.
mention-written-down = Each look at this page is written down in the audit log.
mention-praise = Praise for somebody who works here
mention-praise-text = The unit may read whom it is for, and so may the person.
mention-unverified = Names somebody, not looked into
mention-unverified-text = It counts in no figure yet. Within two working days, choose the person: they then read word for word what was said.
mention-told = The person has been told
mention-told-text = It counts in no figure yet. The person can reply. It can be looked into when they have, or after ten working days.
mention-about_work = It was about the work
mention-about_work-text = How the work is set up was at fault, not the person. The name is gone; the complaint counts under its new category.
mention-alone = One customer alone
mention-alone-text = The complaint counts as one about conduct in the unit, without a name. If no second customer says the same on their own, the name is deleted.
mention-conduct = About conduct
mention-conduct-text = A second customer said so on their own, or the customer gave their name. The name is deleted ninety days after the case is closed.
mention-unfounded = It was not so
mention-unfounded-text = It counts in no figure, and the name is gone.
mention-deleted = The name is deleted
mention-deleted-text = Nobody can read it any more.
mention-mark-text = Write whom the customer named. The name leaves the text of the case, and only the manager, HR and the person can read it from then on.
mention-mark-do = Lock the name away
mention-tell-text = Choose the person. They will find what the customer said, word for word, on their own page, and can reply there.
mention-tell-praise = Choose the person, and they will find the praise on their own page.
mention-tell-do = Tell the person
mention-wait = The person has until { $date } to reply. After that, or when the reply is here, you say what you found.
mention-assess-text = Decide with the person’s reply before you. Trivsel itself works out whether a complaint about conduct stands alone.
mention-assess-do = Save what you found
mention-finding-work = The work was at fault, not the person
mention-finding-conduct = It is about how somebody behaved
mention-finding-unfounded = It was not so
mention-work-category = If the work was at fault: what is it about?
mention-done-tell = The person can read it on their own page now.
mention-done-assess = It is saved.
mention-done-self = It is about you. You read it here and can reply; somebody else decides.
mention-done-reply = Your reply is saved.
mention-done-share = It is saved.
mention-done-remove = Your name is deleted.
case-done-marked = The name is locked away.
case-event-mentioned = Somebody who works here
said-about-title = What customers said about you
said-about-lead = Word for word. You may reply; your reply is shown wherever your name is. Nobody can list or count complaints by person.
said-about-none = Nothing
said-about-none-text = No customer has named you, or the name is deleted.
said-one-when = { $date }, { $unit }
said-one-reply-hint = Your manager and HR read it. It is deleted with your name.
said-one-reply-do = Save the reply
said-one-shared = The staff representative can read this.
said-one-unshared = The staff representative cannot read this unless you want them to.
said-one-share-do = Let the staff representative read it
said-one-unshare-do = Stop letting the staff representative read it
said-one-remove-do = Delete my name
quality-mentions = Colleagues named, quarter { $quarter } of { $year }
quality-mentions-none = Nobody was named.
problem-name-found = The text may name a colleague
problem-name-found-text = A name from the roster stood in it. We have taken it out and put it in its own field below. Nothing has been logged yet: look at both and send again, as they are or as you want them.
mail-named = A customer has named you
mail-named-text =
    Hello { $name }

    A customer has said something about you at { $organisation }. You find it word for word on your own page, and you can reply there:

    { $link }

    Nobody can list or count complaints by person.

# Files of a case
files-title = Files
files-lead = Pictures and documents that the customer brought: five at most, eight megabytes each.
files-none = The customer has brought no files.
files-open = Add or remove files
files-hint = JPEG, PNG, WebP or PDF. Pictures are made anew: where, when and with what they were taken is gone. A PDF stays as it is.
files-add = Add the file
files-back = Back to the case
files-full = The case has { $most } files. Remove one to add another.
attachment-jpeg = Picture
attachment-png = Picture
attachment-pdf = Document
attachment-about = { $kind }, { $size } KB
attachment-remove = Remove
attachment-remove-one = Remove { $name }
attachment-done-added = The file is added.
attachment-done-removed = The file is removed.
case-event-attached = File added
case-event-detached = File removed
why-not-a-file = This is not a picture or PDF that we can read, or it is broken.
why-file-too-large = It is larger than eight megabytes.
why-picture-too-large = The picture has more than 40 megapixels.
why-too-many-files = The case has five files already, and it takes no more.
why-no-amount = Please write an amount in kroner, such as 250 or 250.50, without a sign.
why-no-days = Please write a whole number of working days, 1 to 10.
why-no-such-count = This is more than a unit can have had in a day or week. Please check the digits.

end-reason-merged = It is part of another case
case-event-merged = Merged into another case
case-event-took_in = Another case merged into this one
case-event-linked = Linked
case-event-repeats = The same again
case-event-repeated = Came back
case-event-parted = Separated again
relation-merge = The same matter, told twice: merge them
relation-repeat = The same again, after we answered
relation-link = They have something to do with each other
tie-part_of = Part of
tie-took_in = Also told in
tie-repeat_of = The same again as
tie-repeated_by = Came back as
tie-linked_to = Linked to
hint-customer = The same number or address
hint-words = In much the same words
related-title = Belongs together
related-open = Belongs with another case
related-signpost = This case is part of another. Everything is done there:
related-proposed = May belong together
related-proposed-text = Found by number, address or rare words. You decide.
related-tie = Tie to this case
related-other-hint = For example K-7QMRX2D
related-merge-text = When two cases are merged, the later one ends and points to the earlier. The earlier keeps its promises, and the two count as one complaint. You can separate them again at any time.
related-part = Separate
related-part-one = Separate from { $reference }
related-save = Save
field-other-case = Reference of the other case
field-relation = How do they belong together?
field-same-customer = I have checked that it is the same customer
why-no-such-case = There is no such case, or it belongs to another unit. Check the reference.
why-same-case = This is the case itself. Write the reference of the other one.
why-tied-already = They are tied already.
why-other-customer = The two customers have different numbers or addresses. Cases of two customers are not merged: link them.
why-customer-not-sure = Nothing here shows that it is the same customer. Check, and tick the box.
why-case-closed = One of them is closed. Reopen it first, or link them.
why-no-complaint = Only complaints are merged. Link them.
case-done-merge = They are one case now.
case-done-repeat = It is noted as the same again.
case-done-link = They are linked.
case-done-part = They are separated.
case-repeat-anew = The customer came back: new case
case-new-repeats = The customer came back. The new case is tied to { $reference }, which was closed too long ago to be reopened.
case-new-submit-files = Log and add files
