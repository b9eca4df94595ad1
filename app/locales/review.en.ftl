# The pack of a quarter: sentences

review-said =
    { $staff ->
        [nothing_shown] No staff figures can be shown.
        [moved] Moved in the quarter. Not compared.
        [group_changed] A new group from { $date }. Not compared.
        [too_few_people] Too few to say whether anything changed.
        [grain_changed] Figures come in other steps than before. Not compared.
        [no_comparison] Nothing to compare with.
        [strain_up] { $rate ->
            [up] Clearly higher strain and complaint rate.
            [down] Clearly higher strain, lower complaint rate.
           *[other] Clearly higher strain.
        }
        [strain_up_satisfaction_down] { $rate ->
            [up] Clearly higher strain and complaint rate, lower satisfaction.
            [down] Clearly higher strain, lower satisfaction and complaint rate.
           *[other] Clearly higher strain, lower satisfaction.
        }
        [satisfaction_down] { $rate ->
            [up] Clearly lower satisfaction, higher complaint rate.
            [down] Clearly lower satisfaction and complaint rate.
           *[other] Clearly lower satisfaction.
        }
        [strain_down] { $rate ->
            [up] Clearly lower strain, higher complaint rate.
            [down] Clearly lower strain and complaint rate.
           *[other] Clearly lower strain.
        }
        [strain_down_satisfaction_up] { $rate ->
            [up] Clearly lower strain, higher satisfaction and complaint rate.
            [down] Clearly lower strain and complaint rate, higher satisfaction.
           *[other] Clearly lower strain, higher satisfaction.
        }
        [satisfaction_up] { $rate ->
            [up] Clearly higher satisfaction and complaint rate.
            [down] Clearly higher satisfaction, lower complaint rate.
           *[other] Clearly higher satisfaction.
        }
       *[other] { $rate ->
            [up] Clearly higher complaint rate.
            [down] Clearly lower complaint rate.
            [uncertain] No clear change among staff or customers.
           *[other] No clear change.
        }
    }
review-headline =
    { $staff ->
        [nothing_shown] No staff figures can be shown this quarter.
        [moved] The unit moved in the quarter, so its figures are not compared.
        [group_changed] The group is another than last quarter, so its figures are not compared.
        [too_few_people] The figures show where you stand, not whether anything changed.
        [grain_changed] Figures come in other steps than before, so they are not compared.
        [no_comparison] There is no quarter to compare with yet.
        [strain_up] { $rate ->
            [up] Strain is clearly higher than last quarter. So is the complaint rate.
            [down] Strain is clearly higher than last quarter, the complaint rate clearly lower.
           *[other] Strain is clearly higher than last quarter.
        }
        [strain_up_satisfaction_down] { $rate ->
            [up] Strain is clearly higher and satisfaction lower. The complaint rate is higher too.
            [down] Strain is clearly higher and satisfaction lower. The complaint rate is lower.
           *[other] Strain is clearly higher and satisfaction clearly lower than last quarter.
        }
        [satisfaction_down] { $rate ->
            [up] Satisfaction is clearly lower than last quarter, the complaint rate clearly higher.
            [down] Satisfaction is clearly lower than last quarter. So is the complaint rate.
           *[other] Satisfaction is clearly lower than last quarter.
        }
        [strain_down] { $rate ->
            [up] Strain is clearly lower than last quarter, the complaint rate clearly higher.
            [down] Strain is clearly lower than last quarter. So is the complaint rate.
           *[other] Strain is clearly lower than last quarter.
        }
        [strain_down_satisfaction_up] { $rate ->
            [up] Strain is clearly lower and satisfaction higher. The complaint rate is higher.
            [down] Strain is clearly lower and satisfaction higher. The complaint rate is lower too.
           *[other] Strain is clearly lower and satisfaction clearly higher than last quarter.
        }
        [satisfaction_up] { $rate ->
            [up] Satisfaction is clearly higher than last quarter. So is the complaint rate.
            [down] Satisfaction is clearly higher than last quarter, the complaint rate clearly lower.
           *[other] Satisfaction is clearly higher than last quarter.
        }
       *[other] { $rate ->
            [up] No clear change among staff. The complaint rate is clearly higher.
            [down] No clear change among staff. The complaint rate is clearly lower.
           *[other] Little has clearly changed since last quarter.
        }
    }
review-kind-unit = Unit pack
review-kind-organisation = Organisation pack
review-kind-sheet = Dialogue sheet
review-kind-hse = Documentation under the working environment act § 4-3

review-cli-unit = { $name }: { $sentence }
review-cli-figures = strain { $strain }, satisfaction { $satisfaction }, complaints per 1,000 { $rate }
review-cli-rounds = { $organisation }, { $quarter }: { $rounds } released rounds, { $clear } clear of { $tests } comparisons

# The pack of a quarter: its pages

review-quarter-short = { $n ->
        [1] 1st quarter
        [2] 2nd quarter
        [3] 3rd quarter
       *[other] 4th quarter
    }
review-approved =
    { $version ->
        [1] Approved { $date }
       *[other] Approved { $date }, version { $version }
    }
review-draft = Draft, figures of { $date }
review-month-1 = Jan
review-month-2 = Feb
review-month-3 = March
review-month-4 = April
review-month-5 = May
review-month-6 = June
review-month-7 = July
review-month-8 = Aug
review-month-9 = Sept
review-month-10 = Oct
review-month-11 = Nov
review-month-12 = Dec
review-list = { $rest } and { $last }
review-change-up = up { $by }
review-change-clear = clearly { $change }
review-percent-range = { $low } to { $high }%
review-change-down = down { $by }
review-rate-up = { $by }% more
review-rate-down = { $by }% fewer
review-rate-uncertain = { $by } ({ $low } to { $high }) · uncertain
review-verdict-up = clearly up
review-verdict-down = clearly down
review-verdict-uncertain = uncertain
review-verdict-group-changed = new group
review-verdict-grain-changed = other steps
review-verdict-no-comparison = not compared
review-verdict-too-few-people = too few
review-verdict-one-round = one round only
review-verdict-not-tested = not tested
review-verdict-few = too few complaints
review-from-to = from { $before } to { $now }
review-usual = usual { $value }
review-from-in = from { $value } in the { $quarter }
review-of-100 = { $label }, 0–100
review-complaints-per = Complaints per 1,000
review-complaints-per-long = Complaints per 1,000 contacts
review-between = between { $low } and { $high }%
review-complaints-in =
    { $count ->
        [1] 1 complaint in the quarter
       *[other] { $count } complaints in the quarter
    }
review-response = Answers
review-response-low = few
review-response-middle = middling
review-response-high = many
review-few-protects = Where few answer together, neither response nor uncertainty nor change is shown. That is what protects you.
review-rounds-can-be-shown = { $shown } of { $of } rounds can be shown.
review-round-void =
    { $others ->
        [0] The round of { $date } is void.
        [1] The round of { $date } and one more are void.
       *[other] The round of { $date } and { $others } more are void.
    }
review-together-not-cause = The figures show what goes together, not what is the cause.
review-lead-strain =
    { $verdict ->
        [up] Strain went from { $before } to **{ $value }** of 100{ $has-child ->
            [yes] , most in { $child } (from { $child-before } to { $child-now }).
           *[no] .
        }
        [down] Strain went from { $before } to **{ $value }** of 100{ $has-child ->
            [yes] , most in { $child } (from { $child-before } to { $child-now }).
           *[no] .
        }
        [uncertain] Strain is **{ $value }** of 100 and has not clearly changed.
       *[other] Strain is **{ $value }** of 100.
    }
review-lead-satisfaction =
    { $verdict ->
        [up] Satisfaction went from { $before } to **{ $value }**.
        [down] Satisfaction went from { $before } to **{ $value }**.
        [uncertain] Satisfaction has not clearly changed.
       *[other] Satisfaction is **{ $value }**.
    }
review-lead-rate =
    { $verdict ->
        [up] Customers complained **{ $percent }% more often** (between { $low } and { $high }%).
        [down] Customers complained **{ $percent }% less often** (between { $low } and { $high }%).
        [uncertain] The complaint rate has not clearly changed.
        [few] There were too few complaints to compare the rate.
       *[other] {""}
    }
review-lead-unit = In **{ $unit }**: { $sentence }
review-lead-down = Across all, { $names } clearly went down.
review-lead-up = Clearly up: { $names }.
review-headline-below =
    { $count ->
        [1] Little has clearly changed overall. { $names } stands out.
        [2] Little has clearly changed overall. { $names } stand out.
       *[other] Little has clearly changed overall. { $count } units stand out.
    }
review-course = The half-year, round by round
review-course-name = { $unit }: satisfaction, strain and complaints over two quarters
review-course-say =
    { $strain ->
        [up] Strain lies clearly higher than last quarter.
        [down] Strain lies clearly lower than last quarter.
       *[other] The dotted line is the level of the quarter.
    } { $signals ->
        [0] { $better ->
            [0] No single round of complaints is outside the usual.
           *[other] No round has more complaints than usual.
        }
        [1] One round of complaints is worth a look.
       *[other] { $signals } rounds of complaints are worth a look.
    }{ $better ->
        [0] {""}
        [1] {" "}One is lower than usual.
       *[other] {" "}{ $better } are lower than usual.
    }
review-legend-levels = level of the quarter
review-legend-intervals = uncertainty, 95%
review-legend-limits = usual variation
review-legend-void = void round
review-legend-hidden = hidden
review-legend-better = lower than usual
review-legend-signal = worth a look
review-down = Clearly down
review-up = Clearly up
review-nothing-clear = Nothing has clearly changed.
review-tried = Being tried
review-tried-none = No action has been agreed.
review-tried-more =
    { $count ->
        [one] One more stands under Actions.
       *[other] { $count } more stand under Actions.
    }
review-tried-until = Since { $from }. Reviewed { $review }.
review-overdue = review overdue
review-statements = Statements, by factor of the working environment act § 4-3
review-statements-short = Statements
review-complaints-short = Complaints
review-matrix-short = Factors of § 4-3
review-rows-more = { $count } more rows are in the workbook.
review-statements-say =
    { $down ->
        [0] No statement is clearly down
        [1] One statement is clearly down
       *[other] { $down } statements are clearly down
    }, { $up ->
        [0] none is clearly up.
        [1] one is clearly up.
       *[other] { $up } are clearly up.
    } A filled mark is this quarter, an open ring the one before, the tick all of { $organisation }.
review-statements-note = Each statement is asked every sixth round, two or three times a quarter. “Clearly” means that the change is larger than its uncertainty (±), also when it is counted in that many things were compared. “One round only” is not judged.
review-factor-a = Unclear or conflicting demands
review-factor-b = Emotional demands in work with people
review-factor-c = Workload and time pressure
review-factor-d = Support and help
review-factor-outside = Outside § 4-3
review-low-is-good = { $label } (low is good)
review-why-hidden = hidden
review-why-void = void
review-why-no-data = not asked
review-why-too-few-rounds = too few rounds
review-column-now = Now
review-column-before = Before
review-column-change = Change
review-column-half = ± 95%
review-column-verdict = Verdict
review-column-rounds = Rounds shown
review-column-round = Round
review-column-usual = Usual variation
review-below = The units below
review-below-say = The fewer people, the coarser the figures. So nobody can read out what one person answered.
review-below-more = { $count } more units are not drawn.
review-small-note =
    { $knows ->
        [yes] { $people } on the list.
       *[no] {""}
    } { $window ->
        [1] Every round, { $step ->
            [1] in whole points.
           *[other] in steps of { $step }.
        }
        [4] Four rounds at a time, in steps of { $step }.
        [13] One figure for the quarter, in steps of { $step }.
       *[other] In steps of { $step }.
    }
review-kicker =
    { $knows ->
        [yes] { $unit } · { $people } on the list · rounds from { $from } to { $to }
       *[no] { $unit } · rounds from { $from } to { $to }
    }
review-kicker-organisation =
    { $knows ->
        [yes] { $organisation } · { $people } on the list · { $sites } sites, { $teams } teams · for HR and the working environment committee
       *[no] { $organisation } · { $sites } sites, { $teams } teams · for HR and the working environment committee
    }
review-customers-title = Customers: what they complained about, and how they were answered
review-customers =
    { $complaints ->
        [0] No complaints in { $contacts } customer contacts.
        [1] 1 complaint in { $contacts } customer contacts.
       *[other] { $complaints } complaints in { $contacts } customer contacts.
    }
review-customers-no-contacts =
    { $complaints ->
        [0] No complaints, and no contacts have been recorded.
       *[other] { $complaints } complaints. No contacts have been recorded, so there is no rate.
    }
review-cause-first = The most frequent is { $cause }: { $share }% of what cases are about.
review-no-cases = The complaints were entered as counts. So causes and times to answer are not known.
review-lines-more-page = One sentence a unit, continued
review-handling = Handling of complaints
review-handling-none = No case with a promise ended in the quarter.
review-handling-kept = { $label }: { $value }.
review-contents = In this pack
review-causes = Causes
review-causes-note = cases can have several
review-kept = Did we keep our promises?
review-kept-note = share, with its uncertainty
review-kept-few = { $kept } of { $ended }
review-apology = Apologised in time
review-content = Content afterwards (n = { $n })
review-decided =
    { $count ->
        [1] 1 case decided
       *[other] { $count } cases decided
    }
review-outcome-upheld = upheld
review-outcome-partly = partly
review-outcome-not-upheld = not upheld
review-open =
    { $open ->
        [1] 1 case is open
       *[other] { $open } cases are open
    }, { $waiting ->
        [0] none waits to be acknowledged.
        [1] one waits to be acknowledged.
       *[other] { $waiting } wait to be acknowledged.
    }
review-reopened =
    { $count ->
        [1] 1 case was reopened.
       *[other] { $count } cases were reopened.
    }
review-praise =
    { $count ->
        [1] 1 customer gave praise.
       *[other] { $count } customers gave praise.
    }
review-remedy = Paid and replaced: NOK { $amount }.
review-actions = Actions
review-column-what = What we try
review-column-where = Where
review-column-aim = Is meant for
review-column-role = Followed up by
review-column-since = Since
review-column-review = Reviewed
review-meeting = For the team meeting
review-meeting-say = Three questions, twenty minutes. Nobody needs to say what they answered.
review-question-1 = What do we recognise, and what do the figures miss?
review-question-2 = What in the way the work is set up lies behind it?
review-question-2-hint = Shifts, staffing, routines, priorities. Not who.
review-question-3 = Which one thing do we try until the next review?
review-question-3-hint = Which role follows it up, and what shall we look for?
review-begin-with = Begin with { $names }.
review-hidden-title = What is not shown, and why
review-hidden-of = { $unit }: { $hidden } of { $of } figures are hidden.
review-hidden-no-window = { $unit }: the round of { $days } lies in no window.
review-days-more = { $date } and { $others } more
review-hidden-none = No figure is hidden.
review-hidden-why = Hidden means that too few answered, or that the figure would give away a smaller group. Which of the two is not said: that is a key in itself.
review-hidden-void = Void and in no figure: the round of { $days }.
review-made-title = How the figures are made
review-made = Strain: the mean of “too much” on a scale to 100. Satisfaction: the mean of 1–5, turned into 0–100. The level of the quarter is the mean of the rounds that can be shown. ± is 95%, and cautious: as if the same people erred alike in every round. The questions are our own and no validated instrument.
review-numbers = The numbers behind the figures
review-table-rounds = Round by round
review-table-rounds-note = With *: one figure for the whole window that the round lies in. In brackets: uncertainty, 95%.
review-table-measures = The quarter, measure by measure
review-table-clear = Every clear change
review-table-hidden = Shown and hidden, unit by unit
review-column-shown = Shown
review-column-hidden = Hidden
review-column-void = Void
review-column-no-window = Rounds in no window
review-nothing-title = Nothing can be shown yet
review-nothing-why = So far too few have answered for figures that do not give away what one person answered.
review-nothing-changes = That changes when more people answer, or when the unit reports over several rounds.
review-lines = One sentence per unit
review-column-sentence = Unit, and what is certain
review-lines-more = { $count } more units without a clear change are in the workbook.
review-lines-note = “Clearly”: the change is larger than its uncertainty (±, 95%) and holds when all comparisons of its kind are counted in. Grey changes are not certain. “Too few”: under 12 people, figures in steps of five, never a claim of change.
review-see-below = see below
review-tests = { $clear ->
        [0] No change is clear.
        [1] One change is clear.
       *[other] { $clear } changes are clear.
    } Compared were { $core } figures of strain and satisfaction, { $items } of statements and { $rates } complaint rates. Corrected for so many comparisons.
review-changes = What changed
review-not-compared = Not compared
review-widths = How much uncertainty is usual?
review-width-of = { $people } on the list: ±{ $half } in strain
review-units = The units
review-units-more = { $count } units are not drawn.
review-complaints-title = Complaints and how they were answered
review-complaints-say = More complaints can also mean more trust: that customers think it helps to speak up.
review-matrix = The factors of the working environment act § 4-3
review-matrix-say = The figures are a basis. Assessment, measure and responsibility are yours to write. The act's list is of examples; what matters in your workplace decides. Harassment, violence and threats are not measured here.
review-column-worst = Lowest team (highest for strain)
review-column-teams = Teams shown
review-hidden-page = What is not shown
review-method = Method and limits
review-method-scores = Each round has four questions: two fixed ones and two of twelve statements. Scores go from 0 to 100. Of fewer than 12 people steps of five are shown, of 12 to 29 steps of two, of 30 or more whole points.
review-method-tests = A change is called clear when it is larger than its uncertainty as printed, and q is at most 5% by Benjamini and Hochberg, over the whole organisation.
review-method-rates = Complaint rates have exact intervals (Garwood). Control limits are exact and widened by σz from 20 points; fewer than 12 points have none. Signals are NHS England's rules.
review-method-limits = This is no validated instrument. Those who do not answer may think otherwise. That two things go together does not say which comes of which. Whether the law is kept is for you to judge, not for the program.
review-versions = Versions
review-version = Version { $version }, approved { $date }
review-version-shown = shown here
review-draft-link = See the draft
review-approve = Approve this pack
review-approve-text = The figures are frozen as they are now. If something changes later, it becomes a new version beside this one.
review-approve-submit = Approve
review-done-approved = The pack is approved.
review-changed-meanwhile = The figures have changed since you looked at them. Look through them again before you approve.
review-differences = Changed since the version before
review-differences-none = No figure has changed.
review-difference = { $unit }, { $label }: { $before } before, { $now } now
review-differences-more = { $count } more changes.
review-json = JSON
review-pdf = PDF
review-pdf-model = The figures that { $id } was made from
review-zip = CSV files
review-workbook = Workbook (Excel)
review-files = Download
review-print = Print this page to have the pack on paper or as a PDF.
review-id = Document ID
review-page-of = { $page } / { $pages }
review-to-organisation = The whole organisation

# Stored

stored-name-review-pack = Approved reviews
stored-table-review-pack = The figures of a quarter’s review as they were when it was approved.
stored-name-review-document = Documents of reviews
stored-table-review-document = Which document a downloaded file is of: unit, quarter, version and language.

# Checking a file

review-look-up = Document ID: who took it out, and is this file real? { $address }
review-to-check = Is this file the real one?
review-approved-already = The figures are approved as they are now. There is nothing new to approve.
review-difference-gone = { $unit } is no longer in it.
review-document =
    { $kind ->
        [unit] Unit pack of { $unit }, { $quarter }
        [sheet] Dialogue sheet of { $unit }, { $quarter }
        [hse] Documentation under § 4-3, { $unit }, { $quarter }
        [packs] All unit packs, { $quarter }
        [figures] Figures of the review, { $quarter }
       *[other] Organisation pack, { $quarter }
    }
check-title = Is this file the one that was downloaded?
check-lead = Choose the file, or paste its SHA-256. The file is not stored. The answer says whether it was downloaded here, never by whom.
check-file-hint = At most 20 MB.
field-sha256 = SHA-256
check-hash-hint = 64 characters, instead of the file.
check-submit = Check
check-id-hint = At the foot of each sheet, such as G-7K2M-4XQD.
check-id-submit = Look up
check-id-nothing = There is nothing to show you here. If you have the file, check it above. If you may see the review, sign in first.
check-yes = Yes, this file is the real one
check-yes-draft = Yes, but it is a draft
check-yes-replaced = Yes, but version { $version } has replaced it
check-taken-on = Downloaded { $date }.
check-no = No file with these bytes was downloaded here
check-no-text = Saving or printing a file anew changes its bytes, and so does any edit. Ask for the original and try again.
check-taken = Files that were downloaded
check-taken-none = No file of this document was downloaded.
check-column-when = When
check-column-who = By whom
check-column-format = Format
check-column-size = Size
check-bytes = { $bytes } bytes

review-unprintable =
    { $more ->
        [0] The PDF has no letter shape for a sign in { $texts }. A replacement sign stands there; the workbook, CSV and JSON have it as it was written.
       *[other] The PDF has no letter shape for a sign in { $texts } and { $more } other texts. A replacement sign stands there; the workbook, CSV and JSON have it as it was written.
    }

# The packs of all units in one file

packs-link = All units’ packs
packs-title = All units’ packs
packs-back = Back to the review
packs-lead =
    { $units ->
        [one] The pack of one unit as a PDF, in one ZIP file.
       *[other] The packs of { $units } units, each a PDF of its own, in one ZIP file.
    }
packs-logged = Each pack and the file itself are written in the log of downloads.
packs-version = Version { $version }, as it was approved.
packs-draft = The draft: figures that nobody has approved yet.
packs-ask = Prepare the file
packs-fetch = Download
packs-follow = Follow the progress
packs-cancel = Cancel
packs-again = Prepare it again
packs-progress = Packs in the file
packs-state-ready = Ready to download: { $total } packs. The file is made while it is downloaded, so the download lasts until the last pack is in it.
packs-state-waiting = Two others are being served. Yours begins after them; leave the download running.
packs-state-running = { $done } of { $total } packs are in the file.
packs-state-complete = All { $total } packs were downloaded.
packs-state-cancelled = Cancelled after { $done } of { $total } packs. What was downloaded cannot be opened.
packs-state-failed = It stopped after { $done } of { $total } packs. What was downloaded cannot be opened; prepare it again.
packs-minutes =
    { $minutes ->
        [one] About one more minute.
       *[other] About { $minutes } more minutes.
    }
check-not-whole = not whole
stored-name-pack-export = Files with the packs of all units
stored-table-pack-export = Who asked for the packs of all units, and how far the file is; for 30 days.
