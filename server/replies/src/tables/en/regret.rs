//! English: apologies and thanks, and what only sounds like them.

use crate::tables::Mark::{self, *};

pub(super) const PATTERNS: &[(Mark, &[&str])] = &[
    (
        Sorry,
        &[
            "sorry|apologise|apologises|apologised|apologising|apologize|apologizes|apologized|apologizing",
            "apology|apologies",
            "@we ~3 regret|regretted",
            "@our ~2 regret|regrets",
            "forgive us|me",
            "@our|your forgiveness",
            "< ~2 pardon us|our|my|the",
            "excuse our|my",
            "@we am|are|feel ~2 ashamed|mortified",
            "feel|feels ~2 terrible|awful|dreadful|wretched ~1 about|that|for",
            "regrettable",
        ],
    ),
    (
        SorryAfterAll,
        &[
            "not ~3 @sorry ~3 enough",
            "not begin to apologise|apologize",
            "not ..3 how ~1 sorry",
            "not only|just|merely|simply ~1 @sorry",
            "no apology ~2 enough|can|could|will",
            "if ~2 not ~2 @sorry",
        ],
    ),
    (
        NotSorry,
        &[
            "not|never|neither|nor|no|nothing|hardly|refuse|refused|decline|declined|without|cannot ~5 @sorry",
            "not|nothing|no ..2 @we|us|me|them ~3 @sorry",
            "far from sorry",
            "love to ~2 @sorry",
            "you ~2 like|seek|await ..2 apology",
            "@sorry ~1 for nothing",
            "sorry not sorry",
            "why ..4 @sorry",
            "should|must|do @we ~2 @sorry",
            "you|customer ~2 should|must|ought|owe|owes|demand|demanded|ask|asked|expect|want|wanted ..5 @sorry",
            "accept ~2 your apology|apologies",
            "accepted your apology|apologies",
            "your apology|apologies",
            "sorry state|sight|affair|tale|story|excuse|mess",
            "safe than sorry",
            "apology|apologies ~1 @be ~1 not ~2 needed|necessary|due|called|warranted|appropriate|required|owed",
        ],
    ),
    (Hollow, HOLLOW_FEELINGS),
    (Hollow, HOLLOW_PERHAPS),
    (Hollow, HOLLOW_POLITE),
    (
        If,
        &[
            "if|unless|whether",
            "< should @you|@we|anyone|anybody|any|this|it|there",
            "in case|so far|as far|insofar",
            "in the event|unlikely",
            "to the extent",
            "to whatever extent",
        ],
    ),
    (
        NotIf,
        &[
            "as|even|ask|asked|see|check|know|wonder|wondered|asking|checking if|whether",
            "if|should you|customer ~1 need|wish|like|want|prefer|bring|send|call|contact|come|let|allow|give|tell",
            "if ~1 you would|'d",
            "if you have any|questions|more|further|the",
            "if possible|necessary|needed|so|not",
        ],
    ),
    (
        Reported,
        &[
            "you|customer ~1 say|says|said|write|wrote|claim|claims|claimed|allege|alleged|suggest|suggested|argue|believe",
            "you|customer ~1 think|thought|feel|felt|mean|complain|complained|ask|asked|demand|imply|accuse|state|stated",
            "your ~2 claim|claims|allegation|accusation|view|opinion|impression",
            "not ~2 think|believe|agree|accept|find|see|consider|feel",
            "not ~1 true|correct|right|so|case that",
        ],
    ),
    (SaidYou, &["< you ~1 wrote|write|said|say|told|tell", "< as|so|in|to your|you ~1 wrote|put|said|words"]),
    (
        Thanks,
        &[
            "thank you",
            "thank ~1 you",
            "thanks|thankyou",
            "@we ~3 grateful ~2 for|that|to",
            "@we ~3 appreciate|appreciated",
            "@be ~2 appreciated",
            "@we ~2 @be ~2 glad|pleased ~1 that? you ~2 told|wrote|said|called|raised|spoke|let|contacted|asked",
            "good|right|kind|helpful|decent|generous|brave of you to",
        ],
    ),
    (
        NotThanks,
        &[
            "thank|thanks ..6 advance",
            "thank|thanks you? ~3 for nothing",
            "thanks to",
            "thank our|my|the|him|her|them",
            "no ,? thanks|thank",
            "thank|thanks you? ,? but no",
            "thank|thanks you? ~4 for ~3 @unthanked",
            "thank|thanks you? ~4 for you|your? ~2 @unthanked",
            "appreciate|appreciated|grateful ~2 for? ~2 @unthanked",
            "appreciate|grateful ..2 if",
            "would|'d ~2 appreciate|grateful|appreciated",
            "not ~3 appreciate|grateful|thank",
            "appreciate this|it|there|the",
            "appreciate that this|it|that|there|the|@we|@our",
            "appreciate @our|how|why",
            "appreciate that you ~1 @be|may|might|can|will|feel|have",
            "thanks|thank you? >",
            "thanks|thank you? ,",
            "thanks|thank you? ~1 again >",
            "thanks|thank you? ~2 very|so much >",
        ],
    ),
];

/// Regret about how the customer takes it.
const HOLLOW_FEELINGS: &[&str] = &[
    "@sorry ~3 that? @you ~3 @feel",
    "@sorry ~3 that? @you ~2 not ~2 happy|satisfied|pleased|content",
    "@sorry ~3 that? @you ~2 see|saw|find|found|view|experience|experienced it|this|that|things|us|our|the ..5 way|so|like|that|as|rude|unsatisfactory",
    "@sorry ~4 how you ..4 feel|felt|feeling|see|perceived|took",
    "@sorry ~4 way you ..2 feel|felt|see|perceived|took|experienced",
    "@sorry ~3 for|about your ~1 @feelings",
    "@sorry ..10 your expectations|liking|taste",
    "@sorry ..8 what you expected|hoped|wanted|imagined",
    "@sorry ..3 came across|over",
    "@sorry ~2 to hear|learn|read|see|find",
    "@sorry ~2 that? your experience|visit|stay|meal ..3 not",
    "sorry for you|him|her|them|people|anyone",
    "regrettable",
];

/// Regret about what may have been.
const HOLLOW_PERHAPS: &[&str] = &[
    "@sorry ~3 for|about|over any|whatever|possible|potential",
    "regret any",
    "@sorry ..3 to|towards anyone|anybody|whoever|someone",
    "@sorry ..4 those|people|everyone who ..2 feel|felt|may|might|took|were",
    "@sorry ..12 may|might|could have",
    "@sorry , if anyone|anybody|someone|somebody|anything|that|this|it|you|@we",
];

/// Politeness before a refusal, and irony.
const HOLLOW_POLITE: &[&str] = &[
    "@sorry ~1 to say|inform|tell|report|advise|announce|disappoint|ask|bother|trouble|interrupt",
    "sorry|apologies ,? but",
    "@sorry ,? that? we|i|it|that|this|there ~2 can|are|is|am|do|does not",
    "@sorry ,? that? @we|it|this|that|there|the|your|these|those ..3 @be ~2 unable|closed|sold|full|out|unavailable|impossible|declined|rejected|@only",
    "sorry , no|closed|sold|full|nothing|only|out",
    "sorry no",
    "regret ~1 that? @we|your|this|the ~2 can|are|is|must|has|have",
    "@sorry ~1 for ~1 expecting|assuming|believing|thinking|existing|breathing|living|caring|enforcing|following|applying|asking|trying",
    "@sorry ..3 the? weather|rain|sun|world|life|universe",
    "@sorry ~2 that? not everyone|everybody|everything|all",
    "sorry ,? wrong department|number|address|person|office",
    "sorry , not @our|everyone|possible|today",
    "excuse me",
    // wrung out of the writer
    "sorry|apologies ,? @we suppose|guess|imagine",
    "sorry then|already",
    "fine|okay|ok|alright|well ,? ~1 sorry",
    "fine|okay|ok|alright|well ,? @we|i'm ~2 sorry",
];
