# Customers: every text a reader sees, in English. Same ids in the same order as customers.nb.ftl.

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
