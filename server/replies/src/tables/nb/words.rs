//! Norwegian word lists: Bokmål first, then Nynorsk forms.

pub(super) const LISTS: &[(&str, &str)] = &[
    ("conjunction", "og men eller så for fordi"),
    ("break", "men fordi siden ettersom"),
    ("subject", "vi jeg du dere de han hun det den dette der kunden me eg dykk ho"),
    (
        "stop",
        "ikke ikkje aldri ingen ingenting intet verken neppe uten utan og men eller hvis dersom fordi som at du dere de han \
         hun det den kunden kundene kunder gjesten gjestene dykk ho noe noko kan kunne ville vil skal",
    ),
    ("we", "vi jeg me eg"),
    ("us", "oss meg"),
    // What a customer hands in.
    (
        "sent_in",
        "klagen klaga anken anka skjemaet søknaden kravet kvitteringen dokumentasjonen innsigelsen svaret",
    ),
    ("our", "vår vårt våre min mitt mine våres"),
    ("you", "du dere kunden kundene gjesten gjestene de dykk"),
    ("your", "din ditt dine deres dykkar"),
    ("not", "ikke ikkje aldri"),
    ("be", "er var ble blir vert vart blei"),
    ("sorry", "beklag* unnskyld* orsak* lei leit sorry angrer tilgi"),
    (
        "feel",
        "føler følte føl kjente opplever opplevde opplevd oppfatter oppfattet oppfatta synes syntes synest tykkjer mener \
         mente meiner meinte tror trodde anser tolker tolket reagerer reagerte kjenner oppleve",
    ),
    (
        "hurt",
        "misfornøyd misnøgd skuffet skuffa krenket krenka såret såra fornærmet fornærma støtt opprørt sint irritert \
         frustrert lei sur uenig utilfreds trist forbannet provosert",
    ),
    (
        "feelings",
        "skuffelse* frustrasjon* opplevelse* oppleving* misnøye* følelse* oppfatning* inntrykk* irritasjon* misforståelse*",
    ),
    (
        "fault",
        "feil feilen feila skyld skylda skylden skuld skulda ansvar ansvaret tabbe tabben bommert glipp glippen svikt \
         svikten miss slurv rot forsømmelse forglemmelse unnlatelse uoppmerksomhet feilvurdering feiltakelse mistak klabb \
         feilene tabbene manglene mangelen feillesing feillevering feilbestilling blunder sløvhet",
    ),
    (
        "erred",
        "glemte gløymde glemt gløymt sviktet svikta rotet rota surret surra overså oversett oversåg misforsto misforstod \
         misforstått bommet bomma somlet somla mistet mista ødela øydela ødelagt knuste knust forla forlagt forsømte \
         forsømt feiltolket feiltolka feilberegnet feilinformerte feilinformert dobbeltbooket dobbeltbooka skuffet skuffa \
         brøt brutt forsov slurvet slurva feilet feila feilet feilvurderte feilvurdert forvekslet forveksla blingset \
         feilleste feilsendte feilregistrerte feilregistrert feilberegna unnlot unnlatt forsømde tabbet dummet dumma kranglet krangla tvilte ropte kjeftet kjefta løy beskyldte avbrøt avviste såret såra fornærmet fornærma \
         skremte blandet blanda glapp",
    ),
    (
        "acted",
        "sendte sende ga gav leverte serverte bestilte solgte selde skrev trykte pakket pakka la satte sette tok tek viste \
         registrerte førte kjørte regnet rekna leste las lagde laget laga sa oppga fakturerte trakk belastet ringte \
         behandlet behandla gjorde gjort håndterte oppførte kom kjørte merket merka priset booket booka monterte \
         reparerte handlet handla sendt gitt levert servert bestilt solgt skrevet trykt lagt satt tatt vist registrert \
         ført regnet lest sagt oppgitt fakturert trukket belastet behandlet håndtert kommet møtte møtt svarte svart \
         parkerte hadde brukte brukt fylte tastet tasta lovet lova planla plasserte hentet henta",
    ),
    (
        "done",
        "ha hatt fått gjort ringt sagt svart sett sjekket sjekka gitt sendt varslet varsla fulgt holdt lyttet lytta vært \
         vore kommet tatt lest spurt passet passa ryddet rydda stengt tenkt oppdaget forklart informert meldt latt møtt \
         blitt levert merket behandlet behandla hørt opplyst satt skrevet skiltet skilta forstått byttet advart",
    ),
    // What was done, told in the past alone.
    (
        "deed",
        "sendte sende ga gav leverte serverte bestilte solgte selde skrev trykte pakket pakka la satte sette viste førte kjørte \
         regnet rekna lagde laget laga trakk belastet behandlet behandla gjorde merket merka priset monterte byttet \
         bytta flyttet flytta stengte lovet lova lovte plasserte hevet lot kastet kasta kuttet kutta slapp rev klippet \
         klippa avlyste avbestilte slettet sletta signerte fjernet delte fylte vasket skar sa brukte nektet nekta \
         parkerte trodde",
    ),
    (
        "poor",
        "kaldt kald dårlig dårleg sent seint tregt treg uklart uklar galt feil uhøflig uhøflige slurvete mangelfull mangelfullt \
      misvisende uakseptabelt uakseptabel utilstrekkelig avvisende brysk frekt skittent skitten ødelagt lite for altfor",
    ),
    (
        "neglected",
        "ringt svart sjekket sjekka gitt varslet varsla fulgt holdt lyttet lytta passet passa ryddet rydda stengt tenkt \
         oppdaget forklart informert meldt skiltet skilta lest spurt klart vasket vaska slått",
    ),
    // What a business owes; not doing it is a failing.
    (
        "dutied",
        "svarte ringte sjekket sjekka sjekket holdt heldt hørte høyrde fulgte følgde leste sa ga gav sendte tok passet passa \
         varslet varsla informerte kom leverte ryddet rydda tenkte klarte greide møtte spurte lyttet lytta forklarte \
         meldte oppdaget oppdaga merket gjorde fikset fiksa stilte strakk håndterte innfridde betalte var rakk",
    ),
    (
        "staff",
        "vikaren vikar sommervikaren sommervikar lærlingen kollegaen kollega kollegaer medarbeideren medarbeider \
         medarbeiderne ekspeditøren selgeren sjåføren kokken servitøren kelneren budet resepsjonisten teknikeren mekanikeren \
         montøren frisøren ansatte tilsette betjeningen betjeninga personalet damen dama mannen jenta jenten gutten \
         ekstrahjelpen ekstrahjelpa nyansatte bartenderen rørleggeren legen sykepleieren vaskehjelpen studenten kassereren \
         butikkmedarbeideren saksbehandleren saksbehandlaren håndverkeren elektrikeren personen praktikanten deltidsansatte \
         vakta vakten badevakten dørvakten renholderen instruktøren læreren",
    ),
    (
        "outside",
        "leverandør* produsent* posten postnord bring transportør* transportøren transportselskap* budfirma* underleverandør* \
         grossist* fabrikk* været vêret snø* storm* uvær* trafikk* streik* system* datasystem* dataprogram* nettside* \
         nettbutikk* maskin* kassaapparat* bank* flyselskap* jernbane* utleier* huseier* kommune* tollvesenet tollen \
         importør* speditør* samarbeidspartner* server* it-* data* lager* programvare*",
    ),
    (
        "strain",
        "sykdom sjukdom sjukdommen sykdommen sykefravær* sjukefråvær* fravær* bemanning* underbemann* mannskapsmangel \
         personalmangel travel* hektisk* pågang* trykk etterspørsel* ferie* ferietid* jul* påske* høytid* helg* kø* kapasitet* \
         pandemi* streik* vær* snø* uvær* kolonnekjøring trafikk* tekniske teknisk systemfeil datasystem* datafeil \
         leverandør* transportør* posten produsent* omorganisering* permisjon* omstendighet* uforutsett* strømbrudd* \
         forsinkelse* mangel* stress* arbeidspress* oppussing* sesong*",
    ),
    (
        "rules",
        "vilkår* kjøpsvilkår* betingelse* regler reglene reglar reglane regelverk* retningslinje* rutine* avtalen \
      kontrakt* prosedyre* instruks* husregl*",
    ),
    (
        "weekday",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag mandagen tirsdagen onsdagen \
         torsdagen fredagen lørdagen søndagen",
    ),
    (
        "month",
        "januar februar mars april mai juni juli august september oktober november desember jan feb apr aug sept okt \
      nov des",
    ),
    (
        "count",
        "#n en ei et ein eit én to tre fire fem seks sju syv åtte ni ti elleve tolv fjorten tjue tretti par",
    ),
    (
        "unit",
        "min minutt minutter minuttar time timer timar timen døgn dag dager dagar dagen uke uker uka uken veke veker veka måned \
         måneder månad månader virkedag virkedager virkedagar yrkedagar arbeidsdag arbeidsdager arbeidsdagar hverdag \
         hverdager kvardagar yrkedager ukes dagers fjortendager",
    ),
    (
        "period",
        "dagen uka uken veka helga helgen helgi måneden månaden timen kvelden kvelds ettermiddagen formiddagen natta natten \
         morgenen morgendagen året arbeidsdagen virkedagen middag lunsj lunsjtid jul påske pinse nyttår jula påska sommeren \
         ferien stengetid kontortid midnatt",
    ),
    ("part", "kveld natt morgen morgon ettermiddag formiddag føremiddag"),
    (
        "doing",
        "sjekke undersøke undersøkje ringe ringje sende betale refundere reparere bytte bytta rette endre kontakte besøke \
         levere gi gje ta snakke følge følgje gå gjennomgå behandle behandla svare lage ordne fikse sørge \
         skrive komme erstatte dekke hente montere rydde vaske innføre bestille melde gjennomføre starte begynne prøve \
         trene opplære justere kreditere trekke tilby finne spørre informere oppdatere stenge åpne avklare få vurdere stille \
         snu slette legge sette diskutere drøfte skifte prate møte",
    ),
    (
        "does",
        "sjekker undersøker undersøkjer ringer sender betaler refunderer reparerer bytter byter retter endrer kontakter \
         besøker leverer gir gjev tar tek snakker følger følgjer går behandler behandlar svarer svarar ordner ordnar fikser \
         fiksar sørger skriver skriv kommer kjem erstatter dekker hentar henter monterer rydder vasker innfører bestiller \
         melder starter begynner justerer krediterer trekker tilbyr finner spør oppdaterer stenger åpner avklarer jobber \
         arbeider ser lager lagar setter legger trener skifter møter holder",
    ),
    // The same, where they alone make a step.
    (
        "acts",
        "sjekker undersøker undersøkjer ringer sender refunderer reparerer bytter byter retter kontakter behandler erstatter \
         bestiller ordner ordnar fikser fiksar betaler krediterer monterer skifter avklarer",
    ),
    (
        "righted",
        "sendt refundert tilbakebetalt betalt overført satt kreditert byttet bytta erstattet erstatta reparert rettet retta \
         fikset fiksa endret endra innført ryddet rydda vasket vaska fjernet fjerna montert skiftet skifta ordnet ordna \
         justert slettet sletta oppdatert postlagt utbetalt ansatt limt lima",
    ),
    (
        "remedied",
        "sendt refundert tilbakebetalt betalt overført satt kreditert byttet bytta erstattet erstatta reparert rettet retta \
         fikset fiksa endret endra bestilt levert trukket innført lagt ryddet rydda vasket vaska fjernet fjerna montert \
         skiftet skifta ordnet ordna snakket snakka ringt skrevet tatt justert slettet sletta oppdatert åpnet stengt \
         opprettet oppretta registrert gitt booket postlagt utbetalt ansatt trent snudd holdt rett opp sytt informert",
    ),
    (
        "remedy",
        "sendte refunderte tilbakebetalte betalte overførte satte krediterte byttet bytta erstattet erstatta reparerte \
         rettet retta fikset fiksa endret endra bestilte leverte trakk innførte ryddet rydda vasket vaska fjernet fjerna \
         monterte skiftet skifta ordnet ordna snakket snakka ringte skrev justerte slettet sletta oppdaterte åpnet \
         opprettet ga gav gikk tok la hentet henta",
    ),
    (
        "asked",
        "ring send kom stikk gå kontakt skriv svar ta gi lever bring sjekk fyll meld hent vis legg bruk spør se les besøk oppgi gje \
         husk",
    ),
    (
        "unthanked",
        "forståelse* forståing* kjøpet kjøp handel handelen bestilling* ordre* besøket besøk interesse* lojalitet* kundeforhold* \
         ingenting ingen handlet handla handler valgte velger valde oppholdet støtten kjefting kjeften kjeft skjenn \
         skjellsord* trusler truslene truslar fornærmelse* utskjelling* samarbeid*",
    ),
];
