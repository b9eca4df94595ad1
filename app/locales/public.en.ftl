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
receipt-kept = I have kept it
receipt-file = Save as a file
receipt-look = See the case
receipt-print = You can print this page, take a picture of it or write the letters down.

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
follow-not-satisfied-what = Is something still not right? Tell us what
follow-not-satisfied = I am not satisfied
follow-fine = Fine, thank you
follow-contact = How we reach you
follow-withdraw-title = Take the complaint back
follow-withdraw-text = Then nobody looks into it any more. What you wrote stays until you delete it or its time is over.
follow-withdraw = Take it back
follow-data = Your data
follow-data-text = Take out what we have stored about your case, or have all that you wrote deleted. That there was a case still counts.
follow-export = Save as a file
follow-erase-sure = Yes, delete what I wrote. It cannot be undone.
follow-erase = Delete
follow-close = Close this page when you are done: whoever goes back to it can read your case.
follow-done-reply = We have what you wrote.
follow-done-fine = Good to hear. Thank you for telling us.
follow-done-not_satisfied = We look into it once more.
follow-done-withdraw = You took it back.
follow-done-look = This is how it stands.
field-reference = Reference
field-secret = Secret

# What is stored
voice-title = What we store
voice-lead = You can praise us, complain or have an idea without saying who you are. This is what becomes of it.
voice-what = What is stored
voice-what-text = What you write, where and on which day it happened, and how it was answered. Name, telephone and e-mail only if you give them.
voice-not = What is not stored
voice-not-text = No cookies, no network address, nothing about your device. A few figures in the memory of the server count how much comes from one network within an hour, so that nobody floods us; they are never written down and are gone within a day.
voice-who = Who reads it
voice-who-text = Those who look after customers’ cases where it happened, and their manager. Nobody outside, unless the law says so.
voice-long = For how long
voice-long-text = Your texts are deleted { $months } months after the case was closed, name and contact after half a year at the latest. That there was a case, and about what, is counted without your words.
voice-named = When you name somebody who works here
voice-named-text = The name is kept apart from the text and locked. Few can open it, each look is written down, and it is deleted after 90 days. The person is told what was said, word for word. No list and no figure about a single employee exists.
voice-yours = What you can do
voice-yours-text = With reference and secret you see your case, answer, take it back, take out what is stored and have it deleted, at any time.

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
follow-act-export = Take out
follow-act-erase = Delete
follow-act-slip = Slip

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
