# Base: every text a reader sees, in English. Same ids in the same order as base.nb.ftl.

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
skip-figures = Skip to the figures
synthetic-title = Made-up data.
synthetic-text = Every person, team, customer and figure here was generated for this demo.
nav-label = Main menu
nav-check-in = Check-in
nav-trends = Trends
nav-complaints = Complaints
nav-cases = Cases
nav-contacts = Contacts
nav-review = Review
nav-imports = Import
theme-auto = Colours follow your device. Switch to dark.
theme-dark = Dark colours. Switch to light.
theme-light = Light colours. Switch to what your device uses.
sign-out = Sign out
foot-promise = Trivsel shows groups, never one person’s answers.
draft-back = What you had begun is filled in again.
draft-empty = Empty the form
words-kept-title = You are signed in again
words-kept-text = What you sent while you were signed out has not been stored. It is still here, and comes back filled in.
words-kept-go-on = Go on with it
words-kept-drop = Start over without it
offline-title = No network
offline-text = This page cannot be shown until the network is back. What you have sent before is safe.
offline-unsent = What you just sent did not get through. It is kept, locked, on this device: open the page again when the network is back, and it is filled in.
offline-lost = What you just sent did not get through, and it is not kept on this device. Go back to find it as you left it, and send it when the network is back.
offline-again = Try again
offline-check-in = The check-in works without network
foot-label = About Trivsel
foot-help = Help
foot-privacy = Privacy
foot-numbers = How the numbers are made

# What is wrong with a field
why-missing = Please fill this in.
title-refused = Error: { $title }
why-no-day = Please choose a day.
why-not-sure = Please tick the box to confirm.
why-no-file = Please choose a file.
why-too-long = This is too long. Please shorten it.
why-not-a-choice = Please choose one of the options.
why-not-released = The staff representative has not approved a sheet for this team yet.
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
why-not-a-phone = This is not a telephone number. Write its digits, for a number abroad with + and the country first.
why-would-loop = A unit cannot be below itself. Please choose another unit.
why-round-begun = A round that began on or after this day has counted who belonged where. Please choose a later day.
why-not-closable = Open units or people still belong to it. Move or close them first.
why-not-removable = Something that is kept belongs to it: people, units, rounds, figures or cases. It can be closed, not removed.
why-own-role = Nobody can change their own roles. Ask another administrator.
why-last-admin = Somebody must be able to administer the organisation. Give another person the role first.

# What can go wrong: what happened, what is safe, what to try
problem-sign-in-needed = Please sign in
problem-sign-in-needed-text = This page needs you to be signed in, or you were signed out after a while without use. Nothing was changed. Sign in and try again.
problem-wrong-sign-in = That did not match
problem-wrong-sign-in-text = What you typed to sign in and the password do not belong together. Your account is unchanged. Check both, mind capital letters, and try again.
problem-provider-refused = Signing in with the provider did not work
problem-provider-refused-text = Either it was not finished in time and in this browser, or you have no open account here. Nothing was changed. Try once more; if it happens again, ask your administrator.
problem-too-many-attempts = Too many attempts
problem-too-many-attempts-text = Signing in with this address is paused, to keep guessers out. Your account is safe. Wait 15 minutes and try again.
problem-forbidden = This is not open to you
problem-forbidden-text = Your role does not include this, so nothing was shown or changed. If you need it for your work, ask your administrator.
problem-not-found = We cannot find this
problem-not-found-text = Either it does not exist, or it belongs to a unit you do not have access to. Nothing was changed. Check the address, or start again from the front page.
problem-already-answered = You have already answered
problem-already-answered-text = Your first answers in this round are the ones that count. They are sealed, and counted once, when the round is released. You can answer again in the next round.
problem-no-open-round = No round is open
problem-no-open-round-text = Between rounds nothing can be answered and nothing handed out. Nothing was changed. Come back when the next round opens.
problem-round-closed = That round has closed
problem-round-closed-text = The form belonged to an earlier round, so these answers were not counted and not kept. Open the check-in again to answer the round that is open now.
problem-round-voided = That round does not count
problem-round-voided-text = The round was declared void while you answered, so these answers were not counted and not kept. The reason stands beside the charts. Open the check-in again when the next round opens.
problem-answers-by-code = Your team answers on the tablet
problem-answers-by-code-text = In this round your team uses one-time codes on a shared tablet. Take a code from the sheet and enter it there. Nothing was saved here.
problem-code-unknown = That code is not in use
problem-code-unknown-text = Check the letters and digits on the slip. Codes work once and in one round only, and a newer sheet replaces the older one. Take another code if this one does not work.
problem-not-on-roster = You are not on the list for this round
problem-not-on-roster-text = Your account belongs to no team in this round, so there is no count to add your answers to. Nothing was saved. Ask your manager or HR to put you on the list.
problem-case-moved-on = The case has moved on
problem-case-moved-on-text = A colleague, the customer or you in another window did something with it since you opened it. The case is as they left it; what you just sent was not saved. Open it again and see where it stands now.
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
problem-import-stays = This import can no longer be undone
problem-import-stays-text = An import can be undone for a day, and only as long as nobody has worked on its complaints. Nothing was changed.
problem-import-not-ready = This import cannot go on
problem-import-not-ready-text = Either some rows still have problems, or the import was started already. Nothing was saved twice. Open the import to see where it stands.
problem-busy = The database is busy
problem-busy-text = Something long is being saved right now, such as an import. What you typed is still here: wait a moment and send it again.
problem-busy-plain = Something long is being saved right now, or the database is just starting. Nothing of what you sent was saved: go back, wait a moment and send it again.
problem-cannot-store-plain = Nothing of what you sent was saved. Go back and send it again in a few minutes. If it goes on, tell whoever runs Trivsel that the disk may be full.
kept-send-again = Send again
problem-cannot-store = Nothing can be saved right now
problem-cannot-store-text = What you just sent was not saved. What you typed is still here: send it again in a few minutes. If it goes on, tell whoever runs Trivsel that the disk may be full.
problem-keys-missing = No answers can be taken right now
problem-keys-missing-text = The key of the ballot box is missing, and nothing is kept that could not be opened. If you have just sent your answers, they were not saved, and what you typed is still here. Whoever runs Trivsel has to put the key back: try again later.
problem-keys-missing-plain = The key of the ballot box is missing, and nothing is kept that could not be opened. Nothing of what you sent was saved. Whoever runs Trivsel has to put the key back: try again later.
problem-wrong-code = That code did not match
problem-wrong-code-text = The code is not right, or it was used before. Your account is unchanged. Wait for the next code in your app, or use a recovery code.
problem-proof-needed = Please confirm that it is you
problem-proof-needed-text = This needs your password or code once more. Nothing was changed yet. Fill it in below and send again.
problem-second-factor-needed = You need two-step sign-in
problem-second-factor-needed-text = Your role sees or changes things that a password alone does not protect enough. Nothing was changed. Turn on two-step sign-in, then go on.
problem-link-expired = This link or code no longer works
problem-link-expired-text = It was used before, is too old, or was replaced by a newer one. Your account is unchanged. Ask for a new one.
problem-account-closed = This account is closed
problem-account-closed-text = It was locked, or belongs to somebody who has left. What was answered before stays counted. Ask your administrator.
problem-changed-meanwhile = Somebody else changed this meanwhile
problem-changed-meanwhile-text = What you saw is no longer how it is. Your change was not saved, and theirs was. Look at it again and repeat what is still needed.
problem-internal = Something broke on our side
problem-internal-text = This is not your fault, and the error has been logged. What was saved before is safe; what you just sent may not have been saved. Wait a minute and try again.
problem-to-check-in = To the check-in
problem-to-start = To the front page
problem-to-receipt = To the receipt
problem-to-cases = To the complaints

# Help
help-title = What Trivsel does, and what it does not
help-start = Start here
help-more = More about the rest of Trivsel
start-employee-check-in = Check in
start-employee-check-in-why = when a round is open. Four questions, about 20 seconds.
start-employee-team = See how your team is doing
start-employee-team-why = as soon as your manager can, and what is being tried.
start-employee-stored = See what is stored about you
start-employee-stored-why = table by table, with examples.
start-manager-today = Begin with Today
start-manager-today-why = and see what stands out, and what waits for you.
start-manager-trends = Look at the trend
start-manager-trends-why = of your unit: staff above, customers below, on one time axis.
start-manager-actions = Start an action
start-manager-actions-why = with the team, and see before and after.
start-manager-complaints = Go through the complaints
start-manager-complaints-why = of your unit: each has its next step.
start-manager-contacts = Type in your customers
start-manager-contacts-why = where no till sends a file: a number a day is enough for complaints per 1,000 of them.
start-manager-hours = Keep your opening hours
start-manager-hours-why = so that promises to customers are counted in them.
start-service-complaints-new = Write down a complaint
start-service-complaints-new-why = in half a minute, while the customer is still there.
start-service-complaints = Follow it up
start-service-complaints-why = in the list, the most urgent first.
start-service-contacts = Type in the customers of a day
start-service-contacts-why = when it is you who counts them.
start-hr-rounds = Plan a round
start-hr-rounds-why = with its purpose, the day it was discussed, and the day it is looked at again.
start-hr-questions = Choose the questions
start-hr-questions-why = to be asked: the bank has four for each round, and you can add two of your own.
start-hr-kiosk-codes = Set up a tablet
start-hr-kiosk-codes-why = for teams without e-mail, before their round opens.
start-hr-review = Prepare the review
start-hr-review-why = of the quarter, as a document and as a file.
start-staff-representative-privacy = Read the rules in force
start-staff-representative-privacy-why = for what may be shown, and who changed them.
start-staff-representative-kiosk-sheets = Approve sheets of codes
start-staff-representative-kiosk-sheets-why = so that nobody prints them alone.
start-staff-representative-audit = Look into the log
start-staff-representative-audit-why = for who downloaded files, and who changed what.
start-admin-units = Build the organisation
start-admin-units-why = from regions, sites and teams, one by one or from a file.
start-admin-people = Add the people
start-admin-people-why = and give the roles: only HR can plan rounds.
start-admin-people-codes = Give everybody a way in
start-admin-people-codes-why = with a link by e-mail or a code on paper.
start-admin-imports = Bring in figures
start-admin-imports-why = about customers and complaints from other systems.
help-privacy = Your answers and your privacy
help-privacy-1 = When you send a check-in, Trivsel seals your unit, your answers and your comment in a box before anything is stored. All boxes are the same size, and only the round’s key opens them. Beside the boxes are marks that say which votes are used; a mark names nobody. When the round is released, the boxes are opened and counted all at once, in memory. The figures are written down, and boxes, marks and key are destroyed. From then on nobody can open a ballot, not even whoever runs the server. No page shows who has answered and who has not.
help-privacy-2 = When the round is released, a comment is stored on its own, without your name and apart from your answers. Managers of your unit and of those above it, HR and staff representatives can read it. It is shown in one unit, and only where enough people have answered and written; the check-in says how many.
help-privacy-3 = Figures come after the round has closed and a waiting time is over. A group’s figures are shown only when enough people have answered: five, unless your organisation has chosen another number, and never fewer than three. Answers of people who have just joined, or whose sign-in was opened with a printed code, are in a figure but do not count towards that number. Otherwise somebody could make up colleagues around you. Figures are also hidden when somebody could take one group away from another and so work out a smaller one. Units of fewer than 12 people report for a third of a quarter at a time, in steps of five points, and how many answered is not told. A manager’s own answers count in the unit above the one they manage.
help-privacy-4 = No method is perfect, and you should know the limits. If everyone else in your group told each other what they answered, they could work out what you answered. When somebody joins or leaves a small team, a change in the figures can hint at that person’s answers. A comment can be known by its style. Whoever has both the database and the round’s key could open ballots until the round is released. Whoever has full control of the machine could watch while answers arrive. No program can rule that out.
help-numbers = How the numbers are made
help-numbers-1 = Answers on a scale of five become points from 0 to 100: all on the lowest answer would be 0, all on the highest 100. The fewer people belong to a unit, the wider the steps in which points are shown, and very high and very low ones are pulled in, so that a team in which all agree does not give each person’s answer away. Where an interval is shown, it comes from how much answers differ in the whole organisation; only units of 100 people and more have their own. Figures for a month or a quarter are the mean of what was shown.
help-numbers-2 = Workload can go wrong both ways. Strain is 0 when nobody has too much to do, and 100 when everybody has far too much; neither end is ever shown. Units of more than 30 people have two more numbers, where answers differ enough: the share with too much to do and the share with too little.
help-numbers-3 = The response rate is the share of the people on the list who answered: in steps of 10 % in units of 30 people and more, as one of three bands from 12 people on, and not at all below. The more who answer, the more the figures say. The British Health and Safety Executive uses 50, 60, 70 and 80 % as rough steps; below 50 %, read the figures with care, because those who did not answer may feel differently.
help-numbers-4 = The complaint rate is complaints per 1,000 customer contacts. The quiet band in a chart is the usual range: how much a figure moves by chance. A point is marked when one of four rules from NHS England’s “Making Data Count” applies: it lies outside the band; seven in a row go the same way; two of three are close to the edge; or seven in a row lie on the same side of the usual level. The band needs 12 points and is provisional until there are 20. More recorded complaints can also mean that more customers dare to speak up.
help-link = The link between work and complaints
help-link-1 = Trivsel compares each team with itself. When a team’s strain or satisfaction over the four rounds before was above the team’s own usual level, were its complaints per 1,000 contacts different from usual? Teams are compared in the same weeks, so that a busy season or a holiday they all share does not count. A finding is only ever worded with its range: what else still fits the data.
help-link-2 = What comes out is that two things go together, not why. Something else can lie behind both, and angry customers can wear out staff just as well as the other way round. The sentence is about teams. It says nothing about any one person.
help-link-3 = An answer takes at least 6 teams with complaints, customer contacts and staff figures, 12 rounds for a typical team, and 100 complaints. From 6 to 11 teams it is called an early signal. “No clear link” does not mean that there is none: the sentence says which differences still fit the data. When something is missing, the page says what. The same is asked of happy faces and of compliments, where they are counted.
help-link-4 = Studies of many workplaces (such as Harter, Schmidt and Hayes, 2002, with 7,939 units) have found that where staff are more content, customers tend to be somewhat more content too, but the effects are modest and later studies disagree on which way they run.
help-questions = The questions
help-questions-1 = The wording of the questions is our own. They are not a validated instrument, so do not compare the results with those of other surveys.
help-questions-2 = Two core questions come in every round: the amount of work, and how work has been all in all. Twelve others take turns, two in each round, the same two for everybody; six rounds cover them all. You can leave any question open.

# Audit log
nav-audit = Log
audit-title = Audit log
audit-lead = Who changed people, roles, units and settings, who downloaded files, and who signed in with more than the role of an employee. Nothing about check-ins is ever written here, nor when somebody signs in only to check in. Rows can be added, never changed or removed.
audit-event = Event
audit-all = All events
audit-check = Check that nothing was changed
audit-whole = The log is whole: { $rows } rows, each fitting the one before.
audit-whole-text = To see later whether rows were cut off at the end, keep this fingerprint of the newest row:
audit-broken = The log is broken at row { $row }.
audit-broken-text = This row, or the one before it, was changed or removed from outside the program. Keep a copy of the database as it is, and tell whoever runs it and the staff representatives.
audit-empty-title = Nothing is written here yet
audit-empty-text = Sign-ins, changes and downloaded files will be listed here, the newest first.
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
event-device-opened = Device signed in to answer
event-second-factor-added = Two-step sign-in turned on
event-second-factor-removed = Two-step sign-in turned off
event-recovery-codes-made = Recovery codes made
event-recovery-code-used = Recovery code used
event-sessions-ended = Sessions ended
event-link-asked = Link sent
event-code-printed = One-time code printed
event-provider-linked = Other sign-in joined
event-roles-kept = Other sign-in told no roles; they stayed
event-account-made = Account made
event-account-locked = Account locked
event-account-unlocked = Account opened again
event-person-left = Left
event-person-removed = Person removed
event-person-changed = Details changed
event-person-moved = Place changed
event-role-given = Role given
event-role-taken = Role taken away
event-unit-opened = Unit added
event-unit-renamed = Unit renamed
event-unit-moved = Unit moved
event-unit-closed = Unit closed
event-unit-merged = Unit merged
event-unit-removed = Unit removed
event-import-undone = Import undone
event-imported = File imported
event-exported = File downloaded
event-export-started = Packs of all units asked for
event-review-approved = Review approved
event-own-data-taken = Own data downloaded
event-round-changed = Round changed
event-jobs-resumed = Date confirmed, rounds go on
event-threshold-changed = Rules of the release
