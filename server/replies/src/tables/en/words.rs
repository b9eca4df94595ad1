//! English word lists.

pub(super) const LISTS: &[(&str, &str)] = &[
    ("conjunction", "and but or so then because yet"),
    // These begin a clause whatever follows, the others before a subject.
    ("break", "but because so yet"),
    ("subject", "we i you he she they it there that this"),
    // A narrow gap does not pass these: behind them begins another thought, or the sense turns round.
    (
        "stop",
        "not never no nor neither nothing none nobody hardly without and but or if whether unless that because who \
         which what how where why you he she they it customer customers guest guests may might would could can will anything any",
    ),
    ("we", "we i"),
    ("our", "our my"),
    ("you", "you customer customers guest guests"),
    ("be", "is are was were be been being am"),
    (
        "sorry",
        "sorry apologise apologises apologised apologising apologize apologizes apologized apologizing apology \
      apologies regret regrets regretted",
    ),
    // How the customer feels or sees it, as against what happened.
    (
        "feel",
        "feel feels felt feeling unhappy dissatisfied disappointed upset offended annoyed frustrated angry irritated hurt \
         aggrieved insulted uncomfortable think thinks thought believe believes believed perceive perceived consider \
         considered interpret interpreted misunderstood misread took expected hoped unsatisfied displeased",
    ),
    (
        "feelings",
        "disappointment frustration feelings feeling displeasure dissatisfaction annoyance upset perception impression \
         opinion misunderstanding confusion anger",
    ),
    (
        "fault",
        "fault faults mistake mistakes error errors failure failures failing failings oversight blunder blunders slip \
         lapse omission negligence carelessness doing mess muddle mix-up mixup responsibility shortcoming shortcomings \
         wrongdoing misjudgement",
    ),
    // What went wrong is said by the verb alone.
    (
        "erred",
        "forgot forgotten failed missed overlooked neglected misread misunderstood misheard mishandled mislaid misplaced \
         misjudged miscalculated miscounted misinformed misled mistreated misspelled misspelt mixed-up lost broke \
         broken damaged overcharged undercharged ignored botched bungled fumbled muddled mismanaged underestimated \
         disappointed double-booked overbooked erred screwed wronged dropped spilled spilt ruined scratched burnt burned \
         confused wasted misdirected argued doubted shouted yelled laughed snapped lied accused interrupted assumed belittled \
         embarrassed humiliated offended frightened scared inconvenienced dawdled slept dithered blundered patronised \
         brushed fobbed",
    ),
    // What went wrong is said by what follows.
    (
        "acted",
        "sent gave served delivered booked sold wrote printed quoted packed told entered billed put used picked called \
         charged took brought showed made posted ordered typed recorded registered filed cut fitted installed repaired \
         stored refunded paid transferred set read labelled labeled priced arrived came turned replied answered responded \
         acted reacted handled treated dealt shipped dispatched left addressed cooked prepared given written booked \
         assembled processed did done worked measured had were was kept",
    ),
    (
        "poor",
        "cold unhelpful rude poor slow late wrong careless sloppy unclear inadequate unacceptable bad misleading incorrect \
         faulty unfriendly dismissive curt confusing insufficient short dirty broken",
    ),
    (
        "amiss",
        "wrong wrongly incorrect incorrectly mistakenly twice late badly poorly unfairly faulty rudely carelessly",
    ),
    // What a business owes; not doing it is a failing.
    // What a letter tells without owning up to anything.
    (
        "neutral",
        "received read checked looked investigated examined asked wanted hoped tried regretted apologised apologized followed \
         reviewed noted opened discussed understood considered agreed enjoyed appreciated welcomed offered contacted \
         managed learned heard found met decided registered noticed regarded started established confirmed closed",
    ),
    (
        "duty",
        "call tell check answer reply respond listen keep clean warn inform explain look read notice deliver send put act \
         do live train follow take ring write show treat prepare label come turn return repair fix refund pay give make \
         honour meet help hear let get book pack test inspect update let handle serve care think realise plan manage stick \
         test lock close mention pass provide",
    ),
    (
        "dutied",
        "called told checked answered replied responded listened kept cleaned warned informed explained read noticed \
         delivered sent put followed took rang wrote showed came returned repaired fixed refunded paid gave taken given \
         written trained tested inspected updated arrived rung",
    ),
    (
        "staff",
        "waiter waitress driver courier temp trainee apprentice colleague cook chef cashier assistant receptionist \
         technician mechanic nurse salesman saleswoman salesperson seller employee staff intern student worker hairdresser \
         operator agent person man woman lady boy girl lad newcomer team cleaner porter barista bartender plumber \
         electrician fitter member lifeguard doorman guard steward stewardess tutor instructor",
    ),
    (
        "outside",
        "supplier suppliers manufacturer courier carrier post postal subcontractor contractor landlord weather snow ice \
         storm wind traffic strike system systems computer computers software server internet machine till terminal \
         vendor wholesaler bank airline railway council authorities importer warehouse distributor partner haulier \
         factory",
    ),
    (
        "strain",
        "illness sickness sick ill absence absences shortage shortages understaffed short-staffed shorthanded busy rush \
         workload demand pressure holiday holidays christmas easter season weekend volume volumes pandemic strike weather \
         snow ice storm traffic roadworks technical technology system systems computer supplier suppliers courier carrier \
         manufacturer post restructuring leave circumstances unforeseen outage delays queues queue colleague temp",
    ),
    (
        "rules",
        "terms policy policies conditions rules regulations guidelines procedure procedures contract routines protocol",
    ),
    (
        "weekday",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    ),
    (
        "month",
        "january february march april may june july august september october november december jan feb mar apr \
      jun jul aug sep sept oct nov dec",
    ),
    (
        "count",
        "#n a an one two three four five six seven eight nine ten twelve fourteen twenty thirty couple",
    ),
    (
        "unit",
        "minute minutes min mins hrs hour hours day days week weeks fortnight month months weekday weekdays",
    ),
    ("part", "morning afternoon evening night"),
    (
        "feast",
        "christmas easter whitsun pentecost midsummer weekend summer noon midday midnight lunch lunchtime",
    ),
    ("will", "will shall"),
    ("only", "only just"),
    // What nobody is thanked for in earnest, or only out of habit.
    (
        "unthanked",
        "understanding purchase order orders custom business loyalty choosing shopping buying nothing visit interest \
         support shouting screaming yelling insulting insults threats threatening lecture wasting ruining spoiling abuse \
         rudeness continued booking",
    ),
    // Verbs of which a business's step is made.
    (
        "doing",
        "look check investigate examine review get come call ring write send refund repay pay replace repair fix correct \
         change contact visit deliver return give make arrange order put speak talk have raise pass discuss take reply \
         answer respond let tell update follow train process handle book meet reimburse credit exchange clean install \
         collect pick bring find sort remove cancel reduce add introduce be resolve forward email phone go ask offer \
         inform deduct issue finish start move open close sew mend swap",
    ),
    // What customers are asked to do.
    (
        "asked",
        "call contact ring phone write reply send bring come visit return email check let give tell fill complete use see \
         read note remember confirm provide enclose get take keep allow ask speak",
    ),
    // What happened to something was a remedy only with these; one's own deeds also with the wider list.
    (
        "righted",
        "refunded repaid reimbursed credited returned replaced repaired fixed corrected reordered transferred posted shipped \
         dispatched sent deducted cleaned removed added installed exchanged cleared tidied rebooked settled issued paid put \
         changed mended updated adjusted trained hired",
    ),
    (
        "remedied",
        "refunded repaid reimbursed credited returned replaced repaired fixed corrected reordered ordered paid transferred \
         posted shipped sent dispatched deducted changed introduced trained moved cleaned removed spoke \
         spoken called rang rung wrote reviewed added installed put went left issued emailed delivered booked mended \
         exchanged updated mailed hired employed appointed settled handed gave given arranged deposited took adjusted reduced resolved talked \
         received rebooked reopened cleared tidied",
    ),
];
