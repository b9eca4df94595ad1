# People: every text a reader sees, in English. Same ids in the same order as people.nb.ftl.

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
role-customer = Customer

# The own account, passwords, second factor, mail
event-account-closed = Own account closed
account-link = Your account, { $name }
sign-in-forgot = Forgot your password?
sign-in-code = I have a code on paper
sign-in-closed = Your account is closed. Thank you for your time with us.
code-title = One more step
code-lead = Your account has two-step sign-in. Open your app and type the six digits it shows now.
code-label = Six digits, or a recovery code
code-hint = The digits change every half minute. Each code works once.
code-cancel = Sign in as somebody else
forgot-title = Forgot your password?
forgot-lead = We send a link to the e-mail address of your account. It works once, for 15 minutes.
forgot-submit = Send me a link
forgot-sent-title = Look in your e-mail
forgot-sent-text = If there is such an account with an e-mail address, a link is on its way. It takes a minute or two.
forgot-sent-else = Nothing there? Look in your spam folder. Without an e-mail address in Trivsel, ask your administrator for a code on paper.
forgot-back = Back to sign-in
welcome-title = Welcome, { $name }
welcome-lead = Choose a password, and you are in.
welcome-reset-title = Choose a new password
welcome-reset-lead = You are signed out everywhere else when it is saved.
welcome-code-title = Sign in with your code
welcome-code-lead = You got a code on paper. Type it here once; after that you can answer here without it.
welcome-code-label = Code on paper
welcome-code-hint = Sixteen letters and digits. Spaces, dashes and small letters do not matter.
welcome-submit = Save and go on
welcome-answer-lead = After this you can answer here, without a password.
welcome-answer = Go on without a password
welcome-answer-text = For your answers and your team’s page, on this device, for 90 days. Your account page lists it, and you can end it there.
welcome-password = Choose a password as well
welcome-password-text = With a password you can sign in on any device. You are signed out everywhere else when it is saved.
password-hint = At least { $shortest } characters. A few words in a row are easy to remember and hard to guess.
proof-password-label = Your password, once more
proof-password = So that nobody else can do this at a screen you left open.
proof-code-label = Code from your app
proof-code = Six digits from your app, or a recovery code. So that nobody else can do this at a screen you left open.
proof-again = Your last sign-in was a while ago. Sign out and in again, then come back here.
account-eyebrow = Your account
account-changed-password = Your password is changed. You are signed out everywhere else.
account-changed-factor = Two-step sign-in is turned off.
account-who = Who you are here
account-mail = E-mail goes to
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
account-factor = Two-step sign-in
account-factor-chip = On
account-factor-on = { $left ->
    [0] You sign in with password and app. You have no recovery codes left: make new ones.
    [one] You sign in with password and app. One recovery code is left.
   *[other] You sign in with password and app. { $left } recovery codes are left.
}
account-factor-off = Off. With an app on your phone, a stolen password is not enough to get in.
account-factor-waived = Off. Your role needs it; only this demo lets you in without.
account-factor-add = Turn on
account-factor-remove = Turn off two-step sign-in
account-recovery-new = New recovery codes
account-sessions = Where you are signed in
account-device = { $browser } on { $system }
account-device-unknown = Unknown device
account-session-times = Since { $since }, last used { $seen }
account-session-answers = Signed in to answer, nothing else, until { $until }
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
account-data-codes = { $count ->
    [one] one quarter in which a printed code opened or reset your sign-in
   *[other] { $count } quarters in which a printed code opened or reset your sign-in
}
account-data-imports = { $count ->
    [one] one import you started
   *[other] { $count } imports you started
}
account-data-exports = { $count ->
    [one] one file you downloaded
   *[other] { $count } files you downloaded
}
account-data-entries = { $count ->
    [one] one entry in the log of who did what
   *[other] { $count } entries in the log of who did what
}
account-data-not = No answer, no comment and no step of a complaint is kept with your name. What customers said about you is in the file, too.
account-data-take = Download your data
account-leave = Leaving
account-leave-text = When your job ends, your administrator or HR closes your account. You can also close it yourself. What you have answered stays counted: nobody can tell which answers were yours.
account-close = Close my account
factor-title = Turn on two-step sign-in
factor-lead = A password can be guessed or stolen. With two-step sign-in, nobody gets in without your phone, even with the password.
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
factor-remove-hint = Without two-step sign-in it needs at least 15 characters. If yours is shorter, change it first.
recovery-title = Recovery codes
recovery-lead = Each lets you in once when you do not have your phone. New codes replace all old ones.
recovery-made = Each lets you in once when you do not have your phone. They are shown only now: print this page or write them down.
recovery-keep = Keep them where you keep important papers, not on the phone itself.
recovery-on = I have kept them, go on
my-data-lead = You get a file with everything Trivsel keeps with your name or account. The log shows that you downloaded it.
my-data-submit = Download the file
close-lead = Nobody can open it again but your administrator.
close-1 = You are signed out everywhere. Your password, two-step sign-in and e-mail address are erased.
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

    Somebody asked for a new password for your account in Trivsel. Open this link to choose one. It works once, for 15 minutes:

    { $link }

    Wasn’t you? You can ignore this: your password is unchanged.
mail-changed-password = Your password for Trivsel was changed
mail-changed-password-text =
    Hello { $name }

    The password of your account in Trivsel was just changed, and you were signed out everywhere else.

    Wasn’t you? Ask for a new password at { $address } and tell your administrator.
mail-changed-factor =
    { $count ->
        [0] Two-step sign-in for Trivsel was turned off
       *[other] Two-step sign-in for Trivsel was turned on
    }
mail-changed-factor-text =
    Hello { $name }

    { $count ->
        [0] Two-step sign-in was just turned off for your account in Trivsel. It is no longer in use.
       *[other] Two-step sign-in was just turned on for your account in Trivsel. It is in use from now on.
    }

    Wasn’t you? Change your password at { $address } and tell your administrator.

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
person-invite-text = The person gets an e-mail with a link. Earlier links stop working.
person-invite-submit = Send the invitation
person-act-code = Print a code
person-code-title = A one-time code for { $person }
person-code-text = With the code, the person can set a new password. It is shown once, for you to print. Earlier codes and links stop working.
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
person-act-remove = Written down by mistake
person-remove-title = Remove { $person }
person-remove-text = For somebody who was written down by mistake and never signed in. Name, place and account are gone as if they had never been; the audit log keeps the number.
person-remove-submit = Remove the person
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
person-done-remove = The person is removed.

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
codes-invite-text = Each of them gets an e-mail with a link to set a password.
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
