//! English: days, limits, and what is done by them.

use crate::tables::Mark::{self, *};

pub(super) const TIMES: &[(Mark, &[&str])] = &[
    (
        Ahead,
        &[
            "tomorrow",
            "tonight",
            "day after tomorrow",
            "within|inside the? ~1 next? @count ~3 @unit",
            "within the ~1 hour|day|week|month|fortnight",
            "in @count ~1 @unit",
            "in @count ~1 days'|weeks'|hours'|minutes'|day's|week's|hour's|month's|months' time",
            "in|over|during the ~1 next|coming @count ~2 @unit",
            "next week|month|@weekday|@month",
            "@weekday week",
            "@count week|weeks|fortnight from|on today|tomorrow|now|@weekday",
            "by|before|until|till ~2 tomorrow|tonight|noon|midday|lunchtime|lunch",
            "no|not later than ~3 @weekday|#day|#date|#clock|tomorrow|today|@unit|week|@month|end",
            "at the latest",
            "latest ~1 @weekday|#day|#date|tomorrow",
            "first thing",
            "later today|this",
            "this ~1 afternoon|evening|week|month|weekend",
            "this @weekday",
            "coming @weekday|week|weekend",
        ],
    ),
    (
        Limit,
        &[
            "before|by|over ~1 @feast",
            "by|before|until|till ~1 @weekday|#date|#clock|@month",
            "by|before|until|till ~2 #day am|pm|o'clock|@month",
            "by|before|until|till ~1 @month #day",
            "by|before|until|till the? end|close|start|beginning of",
            "by|before|until|till next|this ~1 @weekday|week|month|weekend|afternoon|evening|morning",
            "from|as of? ~1 tomorrow|today|now|next|@weekday",
        ],
    ),
    (
        Day,
        &[
            "today",
            "@weekday",
            "the? #day of? @month #year?",
            "@month #day",
            "#date",
            "week #n",
            "the #day >",
            "in @month",
            "this|same day|morning",
            "at|before|by|after|until|from #day|#clock am|pm|o'clock",
            "the same day|week|hour",
        ],
    ),
    (
        Behind,
        &[
            "yesterday",
            "last ~1 week|month|year|night|@weekday|@month",
            "@count ~1 @unit ago",
            "the other day",
            "earlier this|today",
            "this ~1 morning",
        ],
    ),
    (
        NotDay,
        &[
            "every|each|any @weekday",
            "a|an|ruined|spoiled|spoilt ~2 @weekday",
            "since ~3 @weekday|@month|#day|#date|yesterday|last|today",
            "after ~1 @weekday|@month|yesterday",
            "letter|email|mail|message|invoice|receipt|order|visit|bill|booking|complaint|incident|event|evening|dinner|delivery|stay|experience|call|conversation|mistake|error|delay|treatment|meal|service|happened|dated ~1 of|from|on|dated|last|yesterday|today ~2 @weekday|#day|#date|@month|morning|week|month|night|today|yesterday",
            "delivery|event|booking|course|concert|visit|order|dinner|appointment @be ~2 for",
            "@weekday to|and|- @weekday",
            "writing|write ..4 today",
            "today @we|it ~2 know|understand|see|is",
            "within @count ~2 @unit of|from|after",
            "may @we|i|you|it|this|have|be|not|also",
            "@we|you|it|that|this|they|and may",
            "thank|thanks ..8 today|yesterday|@weekday",
        ],
    ),
];

pub(super) const VERBS: &[(Mark, &[&str])] = &[
    (
        Now,
        &[
            "will|shall|'ll|is|are|am|has|have|can|get|gets|goes|leaves|arrives|comes|starts|begins|ships|takes|reaches",
            "receive|receives|expect|find|going|being|returns|replaces|sends|calls|visits|delivers|opens|runs|applies|pays|refunds",
            "@we refund|send|pay|replace|repair|deliver|call|ring|write|visit|return|start|begin|change|order|meet|come|do|offer|give|close|open|train|credit|deduct",
            "has|have ~3 kept|booked|reserved|saved|made|put|set|sent|left|told|asked|held|@remedied|*ed",
            "is|are|be ~2 kept|held|put|sent|set|made|paid|@remedied|*ed",
            "*s begin|start|arrive|come|go|leave|open|move",
            "meets|travels|sees|holds|brings|moves|closes|lasts",
            "ready|due|booked|scheduled|planned|on|expected for|from|on|to|by",
            "keep|put|save|reserve ~3 for you",
        ],
    ),
    (
        Past,
        &[
            "was|were|did|had|came|went|took|told|sent|gave|left|got|made|said|wrote|bought|met|paid|saw|heard|found|lost|broke|forgot|stood|sat|let|kept|felt|thought|ate|called|rang|waited|ordered|visited|received|arrived|missed|failed|happened|occurred|charged|booked|closed|delivered|asked|stayed|spoke|held|sold|fell|experienced|complained|contacted|returned|tried|refused|opened|took|put|served|ran|brought|'d|noted|registered|answered|replied|stopped|worked|broken|treated",
            "has|have been ~1 waiting|trying|ill",
        ],
    ),
    (
        Remedy,
        &[
            "@we|it|they|which|and|money|amount|payment|refund|replacement|manager|team|technician|colleague|voucher|parcel|one|pair ~4 @remedied",
            "was|were|been ~2 @remedied",
            "refund|payment|transfer|replacement ..6 made|issued|sent|paid",
        ],
    ),
    (
        Promise,
        &[
            "promised|supposed|meant|agreed|intended|planned|scheduled to|for|that|on|by|delivery|it|a|the|you",
            "should|would|could|might|ought ~2 have",
            "was|were due|to|supposed|meant|going|expected",
            "would|needed",
            "promised",
            "said|told|thought|assured ..4 would|by|could",
        ],
    ),
    (
        Hope,
        &[
            "hope|hopes|hoping|try|trying|wish|perhaps|maybe|possibly|hopefully",
            "@we ~1 may|might|could|would",
        ],
    ),
    (
        Customer,
        &[
            "< ~2 please ~1 @asked",
            "< @asked",
            "< you ~2 must|need|should|have ~1 to?",
            "you ~2 can|may|could|are ~3 call|contact|reach|ring|phone|write|email|reply|complain|appeal|welcome",
            "we|i ~1 need|ask|require|expect|want ~1 you|your|to|a",
            "@we ~2 need|require|must|await|expect ~1 to? ~1 receive|have|hear|your",
            "< let us|me know",
            "@be ~2 welcome",
            "thank|thanks you? ~3 for|that",
            "we ~3 look forward",
            "look forward to",
            "@we ~3 hope to ~2 see|welcome|serve",
        ],
    ),
    (
        Hours,
        &[
            "opening|office|phone|telephone|business|working hours ~2 are|is|from|:",
            "@we|phones|lines|shop|store|desk|restaurant|office|reception|service|centre|branch|kiosk ~2 are|is ~1 open|closed|staffed|available|busy",
            "open|closed|available from|on|until|between|monday|every|daily|all|#n|again|at",
        ],
    ),
    (
        General,
        &[
            "all|every|any|each ~1 enquiries|inquiries|enquiry|inquiry|complaints|complaint|letters|emails|messages|requests|questions|claims|customers",
            "normally|usually|generally|typically|ordinarily|always",
            "must|may|can be|only ~2 made|returned|cancelled|lodged|submitted|exchanged|claimed|reported|received",
            "returns|claims|complaints|cancellations|exchanges ~2 close|must|are|should|have|need",
            "deadline|limit|period ~2 is|was|for|expired|ended|of",
            "@rules ~2 say|state|is|are|require|give|allow|mean|within",
            "purchase",
        ],
    ),
    (Amiss, &["@amiss", "too ~1 late|much|early|long|little", "instead of", "without"]),
    (Not, &["not|never|nor|neither|nobody|cannot|unable", "no @we|one|reply|answer|longer"]),
];

pub(super) const STEPS: &[(Mark, &[&str])] = &[
    (
        Step,
        &[
            "@we ~2 @will ~3 @doing",
            "@we ~1 @will ~1 try",
            "@we ~1 are|am ~1 going to ~2 @doing",
            "@we ~1 are|am ~3 looking|investigating|checking|working|reviewing|sending|ordering|arranging|processing|examining|replacing|refunding|changing|handling|considering|discussing|repairing|training",
            "you ~2 @will ~3 get|receive|hear|have|find|be|see",
            "@will ~2 be ~2 sent|refunded|replaced|repaired|contacted|paid|returned|processed|handled|corrected|changed|fixed|delivered|called|informed|answered|reviewed|considered|trained|investigated|ready|posted|in|credited|given|discussed|dealt|looked",
            "@will ~2 contact|call|write|get|ring|visit|reply|come|follow|look|sort|speak|send|repair",
            "on its|their|the way",
            "and|but are|am ~1 working|looking|investigating|checking|reviewing on|into|this|the|it",
            "@we ~1 have ~3 @remedied",
            "has|have ~1 been ~1 @remedied|passed|forwarded|raised|noted|escalated",
            "@we ~1 have ~2 passed|forwarded|raised|escalated|started|begun|asked",
            "@we ~1 refund|replace|repair",
            "you can ~2 collect|exchange|pick|have|swap|choose",
            "@we ~2 refunded|repaid|reimbursed|credited|replaced|repaired|fixed|corrected|reordered",
        ],
    ),
    (
        NotStep,
        &[
            "@will ~2 not|never",
            "@will ~2 always|continue|strive|endeavour",
            "hope to see|welcome",
            "@will ~2 do @our|everything|all best|utmost",
            "@will ~2 be ~2 able|happy|glad|pleased|grateful|delighted",
            "@will ~2 understand|appreciate|see|find|agree|hope|be @be|disappointed|aware",
            "@will take ~3 seriously|account|board|heart|note",
            "@will have to ~1 understand|accept|wait|pay|contact|buy",
            "@will find ~2 answer|information|@rules|it|that",
        ],
    ),
];
