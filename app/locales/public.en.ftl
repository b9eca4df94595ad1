# Public: what customers read without signing in, and the pages on which it is kept. Same ids in the same order as public.nb.ftl.

# What all of it shares
public-promise = No cookies, nothing about who you are.
public-not-found = This address leads nowhere
public-not-found-text = The poster may be an old one, or a letter is wrong. Look at the address again, or write to us here.
problem-send-again = Please send it once more
problem-send-again-text = What you wrote is still here. The page had been open for long, or was sent very fast, so we ask you to press the button again.
problem-too-many-cards = Many cards have come from here within an hour
problem-too-many-cards-text = What you wrote is still here, but not sent. Please try again in an hour, call us, or speak to somebody who works here.
problem-receipt-unknown = Reference and secret do not belong together
problem-receipt-unknown-text = Look at both again: capitals, spaces and dashes do not matter. After ten wrong tries a reference is closed for an hour.
problem-receipt-unknown-plain = Look at both again: capitals, spaces and dashes do not matter.

# The card
card-title = What do you think of us?
card-lead = Praise, a complaint or an idea: all of it is read. You need not say who you are.
card-kind = What would you like to leave?
card-what = What would you like to say?
card-what-hint = In your own words.
card-contact = I want an answer from you
card-contact-hint = Leave it empty to stay anonymous: you can read our answer with the slip you get. What you fill in here is deleted after half a year at the latest.
card-name = Your name
card-about = It is about somebody who works here
card-about-hint = Praise reaches them. In a complaint the name is kept apart, locked and deleted; the person is told what was said.
card-about-who = Who is it about?
card-about-manager = It is the manager
card-more = What it is about
card-category = What is it about?
card-category-none = I would rather not say
card-send = Send
card-after = You get a slip with which you can follow it.
card-leave-empty = Leave this empty
card-phone = You can also call us: { $phone }

# The complaint form
complain-title = Make a complaint
complain-lead = Tell us what went wrong and what would put it right. You need not say who you are.
complain-where = Where did it happen?
complain-put-right = What would put it right?
complain-nowhere = No place takes complaints here yet. Please speak to somebody who works there.

# The receipt
receipt-card-title = We have your complaint
receipt-card-thanks = Thank you, we have it
receipt-promise = You hear that we have begun by { $acknowledged }, and get an answer by { $answered }.
receipt-no-promise = We look into it and write our answer on the page of your case.
receipt-read = It is read by those who work at { $unit }.
receipt-slip = Your slip
receipt-slip-text = With these two you see how it goes, read our answer and write to us. Keep them: nobody can find the secret again for you.
receipt-lost = Whoever has both can read your case.
receipt-where = Both are asked for at
receipt-kept = I have kept it
receipt-file = Save as a file
receipt-look = See the case
receipt-print = You can print this page, take a picture of it or write the letters down.
complain-files = Pictures and documents can be added as soon as this is sent.

# A slip from the desk
slip-open = Slip for the customer
slip-title = Slip for the customer
slip-lead = With it the customer sees how the case goes, reads your answer and writes to you. It is shown once.
slip-check = Who left the case: { $contact }
slip-again = There is a slip already. The new one takes its place: the old one opens nothing any more.
slip-anonymous = Nobody left a name with this case, and somebody has its slip. Whose it is cannot be checked, so there is no other.
slip-erased = What was said has been deleted, so there is nothing to open.
slip-sure = This is the customer who told us
slip-sure-checked = I have checked by name or number that this is the customer
slip-give = Make the slip
slip-given-title = Give this to the customer now
slip-given-lead = Print the page, or let the customer take a picture of it. It is not shown again.

# The own case
follow-title = Follow your case
follow-lead = Enter what stands on your slip.
follow-reference-hint = Begins with K, such as K-7QMRX2D.
follow-secret-hint = Sixteen letters and digits. Capitals, spaces and dashes do not matter.
follow-open = Open
follow-lost = Have you lost the slip? If you gave us your name, ask those who work there. Otherwise please write to us anew.
follow-erased = All that you wrote is deleted. Nothing opens the case any more.
follow-received = Came in on { $day }
follow-says-received = We have it
follow-says-acknowledged = We have it and are about to look into it
follow-says-assessed = Somebody is looking into it
follow-says-investigating = We are finding out what happened
follow-says-answered = You have our answer
follow-says-closed = The case is closed
follow-says-reopened = We are looking into it once more
follow-says-waits = We have asked you something
follow-says-withdrawn = You took it back
follow-says-here = We have it
follow-says-read = It has been read
follow-step-received = Came in
follow-step-acknowledged = You know that we have it
follow-step-looked = Looked into
follow-step-answered = Answered
follow-step-closed = Closed
follow-acknowledged-by = We confirm it by { $day }
follow-answered-by = You get an answer by { $day }
follow-heard-by = You hear from us again by { $day }
follow-messages = What was written
follow-you = You
follow-us = Us
follow-no-text = The text has been deleted.
follow-reply-what = Write to us
follow-reply = Send
follow-file = Add a picture or a document
follow-files = Your pictures and documents
follow-not-satisfied-what = Is something still not right? Tell us what
follow-not-satisfied = I am not satisfied
follow-fine = Fine, thank you
follow-contact = How we reach you
follow-withdraw-title = Take the complaint back
follow-withdraw-text = Then nobody looks into it any more. What you wrote stays until you delete it or its time is over.
follow-withdraw = Take it back
follow-data = Your data
follow-data-text = Download what we have stored about your case, or have all that you wrote deleted. That there was a case still counts.
follow-export = Save as a file
follow-erase-sure = Yes, delete what I wrote. It cannot be undone.
follow-erase = Delete
follow-close = Close this page when you are done: whoever goes back to it can read your case.
follow-done-reply = We have what you wrote.
follow-done-fine = Good to hear. Thank you for telling us.
follow-done-not_satisfied = We look into it once more.
follow-done-withdraw = You took it back.
follow-done-look = This is how it stands.
follow-done-file = We have the file.
field-reference = Reference
field-secret = Secret

# What is stored
voice-title = What we store
voice-lead = You can praise us, complain or have an idea without saying who you are. This is what becomes of it.
voice-what = What is stored
voice-what-text = What you write, where and on which day it happened, and how it was answered. Name, telephone and e-mail only if you give them.
voice-not = What is not stored
voice-not-text = No cookies, no IP address, nothing about your device. A few figures in the memory of the server count how much comes from one network within an hour, so that nobody floods us; they are never written down and are gone within a day.
voice-who = Who reads it
voice-who-text = Those who look after customers’ cases where it happened, and their manager. Nobody outside, unless the law says so.
voice-long = For how long
voice-long-text = Your texts are deleted { $months } months after the case was closed, name and contact after half a year at the latest. That there was a case, and about what, is counted without your words.
voice-named = When you name somebody who works here
voice-named-text = The name is kept apart from the text and locked. Few can open it, each look is written down, and it is deleted after 90 days. The person is told what was said, word for word. No list and no figure about a single employee exists.
voice-yours = What you can do
voice-yours-text = With reference and secret you see your case, answer, take it back, download what is stored and have it deleted, at any time.

# Faces
faces-question = How was it today?
faces-promise = Nothing is stored but how often each face is touched.
face-very_good = Very good
face-good = Good
face-bad = Not good
face-very_bad = Bad
faces-thanks = Thank you!
faces-why = What could be better?
faces-done = Done
faces-title = Faces
faces-lead = Who touches a face chooses to, and can do so more than once. It shows a mood, not what all customers think.
faces-none = No faces have been touched here
faces-none-text = Put a tablet by the door or the till and open the address of a code’s faces on it. The codes are under Cards.
faces-screen = Screen
faces-all = All
faces-happy = Share of the two that smile
faces-answers = Touches
faces-reasons = What could be better
faces-share = { $share } % ({ $lower }–{ $upper })
faces-too-few = fewer than five

# Codes of places
nav-cards = Cards
cards-lead = Customers leave praise, complaints and ideas by a code on a poster. A unit can have several, so that a card tells the place.
cards-none = No code yet
cards-none-text = Make the first one beside this, print its poster and hang it up.
cards-new = New code
field-place = Place
cards-place-hint = Such as door, table 4 or till. May be empty; { $longest } characters at most.
cards-make = Make a code
cards-no-place = The whole unit
cards-facts =
    { $cards ->
        [0] Made { $day }. No cards yet.
        [1] Made { $day }. One card.
       *[other] Made { $day }. { $cards } cards.
    }
cards-picture = Code { $code } for a telephone’s camera
cards-poster-a4 = Poster A4
cards-poster-a6 = Poster A6
cards-faces = Faces
cards-revoke = Revoke
cards-revoke-text = Posters with this code lead nowhere from then on. Cards that came by it stay.
cards-revoke-do = Revoke the code
cards-phone = Number customers can call
cards-phone-hint = Shown on the card. Leave it empty to show none.
cards-phone-above = Empty: the number of the unit above is shown, { $phone }.
cards-phone-save = Save the number
cards-done-make = The code is made. Print its poster.
cards-done-revoke = The code is revoked.
cards-done-phone = The number is saved.
event-card-codes-changed = Codes for cards changed
poster-title = What do you think of us?
poster-how = Point your camera at the code, or type the address.
poster-promise = Praise, a complaint or an idea. You need not say who you are.
poster-picture = QR code that leads to the comment card

# What is held back
held-title = Held back
held-lead = Cards that come faster than usual, or with the same text, wait here and count nowhere. One decision is enough for the whole group.
held-none = Nothing is held back
held-none-text = Cards show up among the complaints as usual.
held-group-many = { $cards ->
        [1] One card more than usual at { $unit }
       *[other] { $cards } cards more than usual at { $unit }
    }
held-group-same = { $cards ->
        [1] The same text once more at { $unit }
       *[other] The same text { $cards } times more at { $unit }
    }
held-when = From { $from } to { $to }
hold-reason-many = More than usual
hold-reason-same = The same text
hold-decision-real = Customers mean it
hold-decision-not_real = Nobody means it
held-done-real = They are let through and count. Their promises run from when they came in.
held-done-not_real = They are closed and count nowhere.
event-held-decided = Decided what was held back
case-event-held = Held back
case-event-let_through = No longer held back
case-event-content = The customer is content
how-page = On the page of the case
card-source-card = Card
card-source-form = Complaint form
follow-act-look = Look
follow-act-reply = Reply
follow-act-fine = Fine
follow-act-not_satisfied = Not satisfied
follow-act-withdraw = Take back
follow-act-export = Download
follow-act-erase = Delete
follow-act-slip = Slip
follow-act-file = Add a file

stored-name-card-code = Codes for cards
stored-table-card-code = Codes of places where customers can leave a card, with the place and the day they were made.
stored-name-unit-phone = Numbers to call
stored-table-unit-phone = The telephone number that customers of a unit are told.
stored-name-receipt = Receipts
stored-table-receipt = For each case that a customer sent: a hash of the secret that opens it, and how often something else was tried. Nothing tells who.
stored-name-burst = Cards held back
stored-table-burst = Groups of cards that came too fast or with the same text: where, when, how many, and what was decided.
stored-name-card-mark = Texts known again
stored-table-card-mark = A hash of a card’s text, kept for a day, so that the same text again is noticed.
stored-name-face-count = Faces
stored-table-face-count = How often each face was touched on a day at a screen. Nothing about who or when.

# Surveys
survey-title-visit = How was your visit?
survey-title-closed = How did we handle your case?
survey-lead-visit = Three questions. Leave out what you like.
survey-lead-closed = Four questions. Leave out what you like.
survey-ask-satisfaction-visit = All in all, how content are you with your visit?
survey-ask-effort-visit = How easy was it to get what you came for?
survey-ask-recommendation-visit = How likely are you to recommend us to somebody you know?
survey-ask-satisfaction-closed = All in all, how content are you with how it ended?
survey-ask-fair-closed = Were you treated fairly?
survey-ask-fast-closed = Was it fast enough?
survey-ask-apology-closed = If we said sorry: was it meant?
survey-lowest-satisfaction = Not at all content
survey-highest-satisfaction = Very content
survey-lowest-effort = Very hard
survey-highest-effort = Very easy
survey-lowest-recommendation = Not at all likely
survey-highest-recommendation = Very likely
survey-lowest-fair = Not at all
survey-highest-fair = Entirely
survey-lowest-fast = Not at all
survey-highest-fast = Entirely
survey-lowest-apology = Not at all
survey-highest-apology = Entirely
survey-send = Send
survey-promise = Answers are counted for the month. Whose they are, of which case and when is stored nowhere.
survey-thanks = Thank you!
survey-thanks-text = Your answer is counted.
survey-thanks-sorry = Your answer is counted. We are sorry that something was not right, and would like to hear what.
survey-used = You have answered already
survey-used-text = Thank you. Each case is asked about once.
survey-reopen-title = Is something still not right?
survey-reopen-what = Tell us what is still not right
survey-reopen = Look into it again
survey-reopened = We look into it once more
survey-reopened-text = Your case is open again. With your slip you see how it goes.
survey-to-card = Leave a card instead
follow-survey = How did we handle it? Four questions
field-satisfaction = How content
field-recommendation = Recommend us
field-effort = How easy
field-fair = Fairly treated
field-fast = Fast enough
mail-survey = { $organisation }: how did we handle your case { $reference }?
mail-survey-text =
    Hello,

    your case { $reference } is closed. Would you tell us how we handled it? It is four questions:
    { $link }

    Opening the page answers nothing; only sending the form does. Your answer is counted for the month, and nobody sees whose it is. If something is still not right, you can have the case opened again there.

    This is the only letter about it. Please do not reply to it.
    { $organisation }
stop-title = No follow-up, please?
stop-lead = Then we neither call nor write to you about it, and delete your name and number at once.
stop-do = No follow-up
stop-done = We do not contact you about it
stop-done-text = Your name and number are deleted.
cards-survey = Survey

# What surveys say
surveys-title = Surveys
surveys-lead = Answers of the last twelve months in the unit and all below it. Beside each score stands how many answered, and the range in which it would lie in 95 of 100 such years.
surveys-none = Nobody has answered yet
surveys-none-text = Customers answer by the address of a code’s survey, which stands under Cards, and are asked once when their case is closed.
surveys-about-closed = Asked once when a case is closed and its customer can be reached.
surveys-about-visit = Who answers chooses to. It shows a mood, not what all customers think.
surveys-about-call = Asked when customers who agreed to it are called.
surveys-question = Question
surveys-score = Score
surveys-mean = Mean
surveys-answers = Answers
surveys-few = fewer than { $fewest } answers
surveys-range = { $lower } to { $upper }
surveys-agree = all alike
surveys-of = of { $n }
surveys-counts-satisfaction = Share of 4 and 5, of 5
surveys-counts-recommendation = Recommendation score from −100 to 100: share of 9 and 10 less share of 0 to 6
surveys-counts-effort = Share of 5 to 7, of 7
surveys-counts-fair = Share of 4 and 5, of 5
surveys-counts-fast = Share of 4 and 5, of 5
surveys-counts-apology = Share of 4 and 5, of 5
surveys-recovery = Closed cases beside visits
surveys-recovery-text = Whether customers who complained end up as content as others.
surveys-recovery-few = Not enough answers yet: { $closed } about closed cases and { $visits } about visits. From { $fewest } of each on they are compared.
surveys-recovery-more = After a closed case { $points } percentage points more are content than after a visit ({ $lower } to { $upper }; { $closed } and { $visits } answers).
surveys-recovery-fewer = After a closed case { $points } percentage points fewer are content than after a visit ({ $lower } to { $upper }; { $closed } and { $visits } answers).
surveys-recovery-alike = No difference can be told: { $lower } to { $upper } percentage points, from { $closed } answers about closed cases and { $visits } about visits.
surveys-months = Content, month by month
surveys-month = Month
survey-kind-closed = Closed cases
survey-kind-visit = Visits
survey-kind-call = Calls
survey-question-satisfaction = Content
survey-question-recommendation = Recommendation
survey-question-effort = Easy
survey-question-fair = Fairly treated
survey-question-fast = Fast enough
survey-question-apology = Apology meant

# Follow-ups
nav-follow-ups = Follow-ups
follow-ups-heading =
    { $due ->
        [0] Nobody to call today
        [1] One to call today
       *[other] { $due } to call today
    }
follow-ups-lead = Customers who have agreed to it are asked whether all is well: once, and once more when nobody answers.
follow-ups-new = New follow-up
follow-ups-none = No follow-up is planned
follow-ups-none-text = Plan one when a customer says yes to being called after a purchase, or from the page of a case.
follow-ups-due = Due
follow-ups-tries = Tries
follow-ups-tried = { $tries } of { $most }
follow-ups-outcomes = What came of the last 90 days
follow-ups-done-planned = The follow-up is planned.
follow-ups-done-noted = It is noted down.
follow-up-reason-purchase = Purchase
follow-up-reason-case = Case
bought-goods = Goods
bought-service = A service
consent-how-in_person = Face to face
consent-how-phone = On the telephone
consent-how-written = In writing
follow-up-outcome-content = All is well
follow-up-outcome-partly = Partly
follow-up-outcome-not_content = Not well
follow-up-outcome-no_answer = No answer
follow-up-outcome-declined = Wants no follow-up
follow-up-outcome-wrong_number = Wrong number
follow-up-new-title = New follow-up
follow-up-new-case = Follow up a case
follow-up-new-lead = Name and number are deleted as soon as the customer has been spoken with, tried twice or says no, and after a month at the latest.
follow-up-bought-on = When was it bought?
follow-up-bought-hint = Empty means today. Goods are asked about after seven days, a service after two.
follow-up-about-hint = A few words, such as what was bought. It is read out.
follow-up-consent = The customer has said yes to being called or written to about this, twice at most.
follow-up-plan = Plan it
follow-up-case = Follow up
follow-up-letter = What to write
follow-up-script = What to say
follow-up-outcome = What came of it
follow-up-what-came = How is it?
field-call-outcome = What it led to
follow-up-retry = When nobody answers, it comes back tomorrow, once.
follow-up-last = This is the second try. When nobody answers, name and number are deleted.
follow-up-satisfaction = How content is the customer?
follow-up-not-well = What is not well?
follow-up-not-well-hint = In the customer’s own words. It becomes a case, with the customer’s number. Leave it empty when all is well.
follow-up-save = Note it down
follow-up-say-hello = Hello, this is { $caller } from { $organisation }, { $unit }. Am I speaking with { $name }?
follow-up-say-purchase = You said that we may ask whether all is well after your purchase. Do you have a minute?
follow-up-say-case = You had a case with us, and said that we may ask how it ended. Do you have a minute?
follow-up-say-how = Is all as it should be? And from 1, not at all content, to 5, very content: how content are you?
follow-up-say-sorry = If something is not right: I am sorry. What would put it right? I write it down, and you hear from us.
follow-up-say-bye = Thank you for your time. If all is well, we delete your number now; if not, we keep it until this is put right.
follow-up-letter-purchase =
    Hello { $name },

    you said that we may ask whether all is well after your purchase. Is all as it should be? Please reply and tell us; if something is not right, we put it right.

    You would rather not hear from us about it? Then open { $stop }

    { $caller }, { $organisation }, { $unit }
follow-up-letter-case =
    Hello { $name },

    you had a case with us, and said that we may ask how it ended. Is all as it should be now? Please reply and tell us.

    You would rather not hear from us about it? Then open { $stop }

    { $caller }, { $organisation }, { $unit }
field-bought = What was bought?
field-about = What it is about
field-consent = The customer’s yes
field-consent-how = How did the customer say yes?
why-no-consent = Nothing is kept or planned without the customer’s yes

stored-name-survey = Surveys about cases
stored-table-survey = Which closed cases are asked about, for a month, and whether that was answered. What was answered is not here.
stored-name-survey-answer = Answers of surveys
stored-table-survey-answer = How often each answer was given, by unit and month. Nothing about who, which case or when.
stored-name-survey-mark = Forms known again
stored-table-survey-mark = A hash of a survey’s form, kept for two days, so that the same form sent again counts once.
stored-name-follow-up = Follow-ups
stored-table-follow-up = Customers who said yes to being called, with name and number until that is done. Then only what came of it.

# Cards on paper
nav-paper = Paper cards
paper-title = Cards on paper
paper-lead = An envelope says how many cards it holds. Each is typed in twice, best by two people; what differs is decided before any of them counts.
paper-open = Begun
paper-none = No envelope is begun.
paper-new = A new envelope
paper-counted-hint = Count them first. { $most } at most; put more into a second envelope.
paper-begin = Begin
paper-progress = { $typed } of { $counted } typed in
paper-progress-again = { $again } of { $counted } typed in again
paper-card = Card { $place } of { $counted }
paper-first = Type what stands on the card. Leave names of those who work here to the text: they are locked away.
paper-second = The same cards once more, in the same order, without looking at the first time. The words are there to be read over.
paper-second-own = The same cards once more, in the same order. It is better when somebody else does it, whom you have not told what you typed.
paper-what = What stands on it
paper-what-hint = Word for word.
paper-what-again = As it was typed the first time. Read it against the card and mend what differs.
paper-category-none = The card does not say
paper-day = Day on the card
paper-day-hint = Empty means today.
paper-next = Next
paper-recount = The envelope holds another number
paper-recount-text = The number must be right before the cards count. Look whether two stick together, or one lies under the table.
paper-recount-do = Change the number
paper-discard = Put the envelope away
paper-discard-text = Nothing of it counts, and what was typed in is deleted.
paper-discard-do = Delete what was typed in
paper-compare =
    { $differ ->
        [0] Both times say the same
        [1] One card differs
       *[other] { $differ } cards differ
    }
paper-compare-text =
    { $counted ->
        [1] One card is in the envelope, and one was typed in twice. Taken in, it counts on its day.
       *[other] { $counted } cards are in the envelope, and as many were typed in twice. Taken in, they count, each on its day.
    }
paper-which = Card { $place }: which is right?
paper-first-time = As typed the first time
paper-second-time = As typed the second time
paper-nothing = nothing
paper-take-in = Take them in
paper-done-taken = The cards are taken in.
paper-done-discarded = The envelope is put away.
field-counted = How many cards it holds

stored-name-paper-batch = Envelopes
stored-table-paper-batch = Envelopes with cards on paper: where, how many, and how many differed when typed in twice.
stored-name-paper-card = Cards being typed in
stored-table-paper-card = What was typed in of cards on paper, until both times are taken in as one; a month at most.

# Members
event-member-looked-up = Looked a member up
event-member-joined = Took a member in
event-member-reissued = Gave a member a new address
event-slip-given = Gave a customer a slip for the own case
event-member-left = A member left
field-member = Member number or telephone
field-member-number = Member number
members-title = Members
members-lead = Whoever wants to be recognised says their member number or telephone number. You find one member, or nobody.
members-hint = The whole number, with or without spaces and country code.
members-look-up = Look up
members-noted = Each look-up is noted in the log, without what you typed. You can look up 30 an hour.
members-nobody = Nobody found
members-nobody-text = No member with this number wants to be recognised.
members-several = More than one member has this telephone number
members-several-text = Ask for the member number.
members-visits-label = Visits
members-visits =
    { $visits ->
        [0] None in the last { $days } days. The last was on { $last }.
        [1] One in the last { $days } days, on { $last }.
       *[other] { $visits } in the last { $days } days, the last on { $last }.
    }
members-mostly = Most of them at { $unit }.
members-no-visits = None that we know of.
members-case-label = Last case
members-no-case = None
members-speaks = Language: { $language }
members-no-follow-up = Does not want to be called or written to.
members-asks = If the member asks for it
members-reissue-text = For a member who has lost the address of their own page. The old one stops working.
members-leave-text = Name, contact, visits and the texts of their cases are deleted at once. Nobody can undo it.
members-leave-sure = The member wants to leave
members-new = New member
members-new-lead = Only with a yes from the customer. They get the address of a page where they see what is stored and leave whenever they like.
members-number-hint = As on the card or in the app.
members-consents = What does the customer say yes to?
members-consents-hint = Read out what they choose between. One is enough; without a yes nothing is saved.
members-join = Save
members-done-planned = The follow-up is planned.
members-done-left = The member has left, and what was stored about them is deleted.
members-slip-new = The member is saved
members-slip-anew = The member has a new address
members-slip-lead = Give this to the member now: print the page, or let them take a picture. It is not shown again.
members-slip-text = On this page you see what we store about you, take it out as a file, and leave whenever you like:
members-slip-lost = Whoever has the address can open the page. Ask at the desk for a new one if you lose it.
members-slip-done = Done
member-act-follow_up = Plan a follow-up
member-act-reissue = New address of the own page
member-act-leave = Let the member go
member-consent-recognise = You may recognise me: when I say my number at the desk, those who work there see my name, how often I was here, and where my last case stands.
member-consent-follow = You may follow up with me: call or write to me after a purchase to ask whether all was well.
membership-title = My membership
membership-hello = Hello, { $name }
membership-lead = This is what you have said yes to, and what we store about you.
membership-consents = What you have said yes to
membership-yes = Yes, on { $day } ({ $how }, wording { $version })
membership-no = No
membership-stored = What is stored
membership-number = Member number
membership-name = Name
membership-since = Member since
membership-no-visits = No visits are stored.
membership-visits =
    { $visits ->
        [1] One visit, on { $last } at { $unit }.
       *[other] { $visits } visits, the last on { $last } at { $unit }.
    }
membership-visits-text = Single visits are deleted after 13 months. Then only that somebody was there that month, and came back, is counted.
membership-cases = Your cases
membership-leave = Leave
membership-leave-text = Name, contact, visits and the texts of your cases are deleted at once. Counts stay, without you. We cannot undo it.
membership-leave-sure = I want to leave
membership-act-export = Take everything out as a file
membership-act-stop_recognise = Do not recognise me any more
membership-act-stop_follow = Do not follow up with me any more
membership-act-leave = Leave and delete
membership-done-stop_recognise = You are not recognised any more.
membership-done-stop_follow = We do not follow up with you any more.
membership-left = You have left
membership-left-text = What was stored about you is deleted. This address leads nowhere any more.
returns-title = Members who came back
returns-text = Of the members who were here in the month, those who came again anywhere within { $days } days. Fewer than { $fewest } members are not shown.
returns-share = Came back
returns-few = too few
returns-of = of { $n }
stored-name-member = Members
stored-table-member = Customers who said yes to being recognised or followed up: number, name, contact, and what they said yes to. Gone when they leave.
stored-name-visit = Visits
stored-table-visit = On which day a member was where, for thirteen months.
stored-name-visit-month = Visits by month
stored-table-visit-month = That somebody was somewhere in a month, and whether they came back. A code stands for the member; without a key outside the database it leads to nobody.
stored-name-visit-fold = Months to sum up
stored-table-visit-fold = Months whose visits are still to be summed up.
voice-member = If you are a member
voice-member-text = Only if you have said yes. Those at the desk find you by your whole number and see your name, how often you were here and where your last case stands. Visits are deleted after 13 months. On your own page you see everything, take it out and leave; what was stored is then deleted at once.
start-service-members = Recognise a member
start-service-members-why = by the whole number alone; you see the name, the visits, and where the last case stands.
