# Insight: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som insight.en.ftl.

# Det som måles
measure-response-rate = Svarprosent
measure-strain = Belastning
measure-overloaded = Høy arbeidsmengde
measure-underloaded = Lav arbeidsmengde
measure-satisfaction = Tilfredshet
measure-valued = Innsats blir sett
measure-fair-pay = Rimelig lønn
measure-not-exploited = Ekstraarbeid håndteres rettferdig
measure-belonging = Tilhørighet
measure-shared-fate = Felles framgang
measure-recovery = Hvile mellom øktene
measure-clarity = Tydelige prioriteringer
measure-emotional-load = Hjelp etter vanskelige møter
measure-support = Støtte
measure-leader-models-service = Lederen går foran
measure-room-to-put-it-right = Fullmakt til å ordne opp
measure-being-heard = Å bli hørt
measure-complaints = Klager

# Utvikling: setningen først
headline-nothing = Ingenting å vise ennå.
headline-below = { $others ->
        [0] { $unit } skiller seg ut.
        [1] { $unit } og ett annet team skiller seg ut.
       *[other] { $unit } og { $others } andre team skiller seg ut.
    }
headline-strain-high =
    { $count ->
        [1] Belastningen var høy { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] Belastningen har vært høy i { spelled-span }.
    }
headline-strain-low =
    { $count ->
        [1] Belastningen var lavere enn vanlig { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] Belastningen har vært lavere enn vanlig i { spelled-span }.
    }
headline-satisfaction-low =
    { $count ->
        [1] Tilfredsheten var lav { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] Tilfredsheten har vært lav i { spelled-span }.
    }
headline-satisfaction-high =
    { $count ->
        [1] Tilfredsheten var høyere enn vanlig { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] Tilfredsheten har vært høyere enn vanlig i { spelled-span }.
    }
headline-staff-usual = Ingenting uvanlig blant de ansatte.
headline-complaints-high = Det er flere klager enn vanlig.
headline-complaints-low = Det er færre klager enn vanlig.
headline-complaints-not-yet = Klagene har ikke endret seg ennå.
headline-complaints-more = Det er flere klager enn vanlig ({ $rate } mot { $usual } per { $per } kundekontakter), men ikke flere enn tilfeldigheter kan gi.
headline-complaints-usual = Klagene er omtrent som vanlig.
headline-complaints-none = Det finnes ingen klagerate ennå.
lead-nothing = Tallene kommer hit når en runde er publisert eller kundedata er importert.
lead-no-rate = En klagerate trenger to tall for de samme dagene: klager og kundekontakter.
lead-rate =
    Siste tall, { $period }: { $rate } klager per { $per } kundekontakter ({ $complaints ->
        [1] 1 klage
       *[other] { $complaints } klager
    }, { $contacts ->
        [1] 1 kundekontakt
       *[other] { $contacts } kundekontakter
    }). Det vanlige nivået er { $usual }.
trends-chart = Diagram over tall fra ansatte og klager
trends-resolution = Lengde på en periode
trends-table = De samme tallene som tabell
trends-empty-title = Ingenting å tegne ennå
trends-empty-text = De første punktene kommer når en runde er lukket og tallene er publisert, eller når klager og kundekontakter er importert.
tools-table = Tabell
legend-concern = bør ses på
legend-better = bedre enn vanlig
legend-hidden = skjult
note-coarser =
    { $count ->
        [1] Én registrering dekker en lengre periode enn punktene her. Velg en lengre periode for å se den.
       *[other] { $count } registreringer dekker lengre perioder enn punktene her. Velg en lengre periode for å se dem.
    }
note-weeks = En hel uke telles i perioden der torsdagen ligger.
note-without-contacts =
    { $count ->
        [1] Én periode har klager, men ingen kundekontakter, og har derfor ingen rate.
       *[other] { $count } perioder har klager, men ingen kundekontakter, og har derfor ingen rate.
    }
note-rare =
    Her er det mindre enn én klage per { $resolution ->
        [day] dag
        [week] uke
       *[month] måned
    }, så få at selv dobbelt så mange som regel ikke ville blitt merket. Lengre perioder sier mer.
note-false-alarms = Klager: { $about }
note-provisional = Det vanlige området for klageraten er foreløpig: Det bygger på færre enn 20 punkter.
note-cut = Diagrammet viser de siste { $count } periodene. Eldre tall er tatt vare på, og lengre perioder rekker lenger tilbake.

# Utvikling: diagram og tabell
chart-staff = Ansatte
chart-staff-note = poeng fra 0 til 100
chart-staff-note-turnout = 0–100 · siste runde: { $rate } % svarte, { $turnout } personer
chart-staff-note-response = 0–100 · siste runde: { $low } til { $high } % svarte
chart-customers = Kunder
chart-customers-note =
    { $contacts ->
        [0] klager per 1 000 kundekontakter
       *[other] klager per 1 000 kundekontakter · rundt { $contacts } { $resolution ->
            [day] om dagen
            [week] i uka
            [month] i måneden
           *[quarter] i kvartalet
        }
    }
chart-all-hidden = Skjult: Ingen av disse tallene kan vises trygt
chart-no-data = Ingen tall for disse periodene
point-value = { $label }, { $period }: { $value }.
point-hidden = { $label }, { $period }: skjult, fordi det ikke kan vises trygt.
point-usual = Vanlig nivå { $usual }, vanlig område { $low } til { $high }.
rule-outside-high = Merket fordi det ligger over det vanlige området.
rule-outside-low = Merket fordi det ligger under det vanlige området.
rule-trend-high = Merket fordi sju eller flere punkter på rad har gått opp.
rule-trend-low = Merket fordi sju eller flere punkter på rad har gått ned.
rule-near-limit-high = Merket fordi to av tre punkter på rad ligger nær toppen av det vanlige området.
rule-near-limit-low = Merket fordi to av tre punkter på rad ligger nær bunnen av det vanlige området.
rule-shift-high = Merket fordi sju eller flere punkter på rad ligger over det vanlige nivået.
rule-shift-low = Merket fordi sju eller flere punkter på rad ligger under det vanlige nivået.
mark-concern = { $label }: bør ses på
mark-better = { $label }: bedre enn vanlig
column-period = Periode
column-channel = Kanal
column-answered = Har svart
column-complaints = Klager
column-contacts = Kundekontakter
column-rate = Per 1 000 kundekontakter
column-mark = Merker
cell-hidden = skjult
cell-no-data = ingen data

# Sammenhengen: hva som opptrer sammen, aldri hva som skaper hva
link-title = Sammenhengen mellom jobb og klager
link-how = Hva vi vet, og hva vi ikke vet
link-no-change = ingen endring
link-scope = Regnet ut på tvers av teamene i { $unit }.
link-pending = Ikke regnet ut ennå. Det skjer av seg selv etter at en runde er publisert eller kundedata er importert.
link-small-print =
    { $units ->
        [1] 1 team
       *[other] { $units } team
    }, { $periods ->
        [1] 1 runde
       *[other] { $periods } runder
    }, { $events ->
        [1] 1 { $thing }
       *[other] { $events } { $things }
    }{ $dropped ->
        [0] .
        [1] ; én rad utelatt.
       *[other] ; { $dropped } rader utelatt.
    } De to følges ad; det er ikke bevis for årsak. Det handler om team, aldri om enkeltpersoner.

# Gjennomgang
review-title = Gjennomgang av { $quarter }
review-quarter = Kvartal
review-meta =
    { $rounds ->
        [0] ingen publiserte runder
        [1] 1 publisert runde
       *[other] { $rounds } publiserte runder
    } · vises fra { $k } svar
review-empty-title = Ingen publiserte runder i dette kvartalet
review-empty-text = Et kvartal kan gjennomgås så snart en av rundene er publisert. Velg et annet kvartal, eller kom tilbake senere.
review-table = Enheter med publiserte tall og klager
review-rounds-shown = Viste runder
review-shown = { $shown } av { $of }
review-note = Belastning og tilfredshet er poeng fra 0 til 100: gjennomsnittet av rundene som kan vises. En runde skjules når for få har svart, eller når tallet ville røpet en mindre gruppe.
export-measure-label = Mål med ord

# Pages of trends

nav-today = I dag
nav-actions = Tiltak
trends-tabs = Måter å se utviklingen på
trends-tab-trend = Utvikling
trends-tab-teams = Team
trends-tab-map = Varmekart
trends-tab-sites = Steder
trends-tab-load = Arbeidsmengde
trends-tab-drivers = Det som betyr mest
trends-tab-link = Sammenhengen
trends-tab-notes = Notater
stored-name-annotation = Notater på tidsaksen
stored-table-annotation = Hendelser, kampanjer og hva konkurrenter gjør, med datoer. De står ved diagrammene.
stored-name-matter-reply = Svar på det som skiller seg ut
stored-table-matter-reply = For en enhet og et mål som er verre enn vanlig: at det er sett, eller lagt til side til en dag og hvorfor. Ingen navn.
stored-name-agreed-action = Tiltak
stored-table-agreed-action = Hva et team prøver, hva det skal påvirke, hvilken rolle som følger det opp, når det begynte og når det vurderes. Ingen navn.
stored-name-link-run = Arbeid med sammenhengen
stored-table-link-run = Hvor langt beregningen av sammenhengen er kommet. Én rad.
place-label = Hvor dette er
place-below = Under
place-beside = Ved siden av

# Varmekart og team

stored-name-unit-signal = Merker på enheter
stored-table-unit-signal = For hver enhet: om de nyeste tallene skiller seg fra det som er vanlig for enheten, og de siste punktene i de små diagrammene. Laget av publiserte tall og klagerater.
stored-name-attempt = Feil ved innlogging
stored-table-attempt = Feil passord og koder fra de siste 15 minuttene, så ingen kan gjette i vei. Hvem de gjelder, er lagret som en hash, og alt slettes etter 15 minutter.
stored-name-job-run = Arbeid med kalenderen
stored-table-job-run = Når rundene sist ble fulgt opp. Én rad.
stored-name-signal-run = Arbeid med merkene
stored-table-signal-run = Om merkene lages akkurat nå. Én rad.

map-chart = Varmekart
map-measure = Mål
map-reach = Antall runder
map-narrow = Diagrammet viser de siste { $shown } av { $all } rundene; tabellen har alle.
map-note-marks = En trekant betyr at noe bør ses på, en firkant at noe er bedre enn vanlig, målt mot enhetens eget vanlige nivå.
map-mark-concern = Bør ses på, målt mot enhetens eget vanlige nivå.
map-mark-better = Bedre enn enhetens eget vanlige nivå.
map-cell-concern = { $value }, bør ses på
map-cell-better = { $value }, bedre enn vanlig
map-rounds = { $rounds } runder
map-headline =
    { $count ->
        [0] { $measure }: ikke noe som bør ses på nå
        [1] { $measure }: én av { $units } enheter bør ses på
       *[other] { $measure }: { $count } av { $units } enheter bør ses på
    }
map-headline-whole = { $measure }: Samlet sett er de { $units } enhetene som vanlig.
map-headline-plain = { $measure }, runde for runde
map-concern =
    { $more ->
        [0] Bør ses på, målt mot det som er vanlig for enheten selv: { $names }.
       *[other] Bør ses på, målt mot det som er vanlig for enheten selv: { $names } og { $more } til.
    }
map-newest =
    I { $period } lå tallet mellom { $low } og { $high } { $hidden ->
        [0] i de { $shown } enhetene som har et nytt tall.
       *[other] i de { $shown } enhetene som har et nytt tall; { $hidden } til er skjult.
    }
map-newest-one =
    I { $period } var tallet { $low } { $hidden ->
        [0] overalt der det finnes et nytt tall.
       *[other] overalt der det finnes et nytt tall; { $hidden } { $hidden ->
            [1] enhet er
           *[other] enheter er
        } skjult.
    }
map-newest-none = For { $period } finnes det ikke noe tall som kan vises.
map-nothing = Det finnes ingen tall ennå.
map-empty-text = De første rutene kommer når en runde er lukket og tallene er publisert.
map-description = { $measure } for { $units } enheter i { $unit } i de siste { $rounds } rundene, mørkere eller lysere der tallet er høyere.
map-percent = { $value } %
map-held = { $label }, { $period }: det tidligere tallet { $value } er beholdt, fordi noen få har begynt eller sluttet.
map-periods = { $first } til { $last } samlet
map-key-held = tidligere tall beholdt
map-key-empty = ikke noe tall
map-cell-together = { $value } (samlet)
map-note-scale = Trinnene passer til tallene på denne siden. Pek på en rute for å lese den, eller åpne tabellen.
map-note-window = En lang stolpe er ett tall for flere runder samlet: Enheten er for liten til å vises i hver runde.
map-note-held = En strek: Noen få har begynt eller sluttet, og det tidligere tallet beholdes til flere har gjort det.
teams-no-figures = Ingen tall ennå
teams-first = De første kan komme fra { $date }.
teams-first-due = De første kan komme når som helst.
teams-first-none = Ingen runde er i gang. De første tallene kommer noen dager etter den første runden.
teams-heading =
    { $concern ->
        [0] Ikke noe som bør ses på { $teams ->
            [1] i det ene teamet
           *[other] i { $teams } team
        }
        [1] Ett av { $teams } team har noe som bør ses på
       *[other] { $concern } av { $teams } team har noe som bør ses på
    }
teams-lead =
    { $better ->
        [0] Hvert team sammenlignes med det som er vanlig for teamet selv, aldri med andre team.
        [1] I ett team er noe bedre enn vanlig. Hvert team sammenlignes med det som er vanlig for teamet selv, aldri med andre team.
       *[other] I { $better } team er noe bedre enn vanlig. Hvert team sammenlignes med det som er vanlig for teamet selv, aldri med andre team.
    }
teams-show = Hvilke team
teams-show-all = Alle ({ $count })
teams-show-concern = Bør ses på ({ $count })
teams-show-better = Bedre enn vanlig ({ $count })
teams-search = Søk etter team eller sted
teams-found =
    { $count ->
        [0] Ingen team passer til «{ $search }».
        [1] Ett team passer til «{ $search }».
       *[other] { $count } team passer til «{ $search }».
    }
teams-none = Ingen team her
teams-none-text = Prøv et annet ord, eller vis alle team.
teams-none-all = Vis alle team
teams-note = De små diagrammene viser de siste 26 periodene. Den prikkede linja er det som er vanlig for teamet. En prikket rute er et skjult tall. Team med noe som bør ses på også når så mange team ses under ett, står først, ellers etter sted og navn.
teams-behind = Det er kommet nye tall. Merkene følger etter i løpet av noen minutter.
teams-pending = Tallene for dette teamet regnes ut nå og kommer i løpet av noen minutter.
teams-complaints = Klager per 1 000
teams-of = fra { $period }
teams-mark-concern = bør ses på siden { $period }
teams-mark-better = bedre enn vanlig siden { $period }
teams-mark-of-many = merket i diagrammet, men blant så mange team gir tilfeldigheter alene slike merker

# I dag

today-title = I dag i { $unit }
today-since = Nytt siden { $date }, da du var innom sist.
today-since-week = Nytt de siste sju dagene, siden { $date }.
today-how = Nytt er det som har kommet siden forrige dag du var logget inn, den dagen medregnet. At du ser på denne siden, endrer ingenting.
chart-to-table = Til raden i tabellen
chart-skip = Hopp over diagrammet
matters-title =
    { $count ->
        [one] Én ting venter på deg
       *[other] { $count } ting venter på deg
    }
matters-none = Ingenting skiller seg ut. De nyeste tallene for hvert team er som vanlig eller bedre.
matters-in-hand-only = Ingenting venter
matters-in-hand =
    { $count ->
        [one] Én ting er tatt hånd om
       *[other] { $count } ting er tatt hånd om
    }
matters-more =
    { $count ->
        [one] Én ting til
       *[other] { $count } ting til
    }
matter-strain = Belastning { $value }, vanligvis { $usual }
matter-satisfaction = Tilfredshet { $value }, vanligvis { $usual }
matter-complaints = { $value } klager per 1 000 kundekontakter, vanligvis { $usual }
matter-running =
    { $count ->
        [one] Verre enn vanlig i { $period }
       *[other] { $resolution ->
            [day] Verre enn vanlig i { $count } dager, siden { $period }
            [month] Verre enn vanlig i { $count } måneder, siden { $period }
            [quarter] Verre enn vanlig i { $count } kvartaler, siden { $period }
           *[week] Verre enn vanlig i { $count } uker, siden { $period }
        }
    }
matter-unseen = Ingen har tatt tak i det ennå
matter-acted = Et tiltak er i gang og skal vurderes { $date }
matter-seen = Merket som sett { $date }
matter-aside = Lagt til side til { $date }: { $reason }
matter-was-aside = Var lagt til side til { $date }: { $reason }
matter-act = Start et tiltak
matter-see = Jeg har sett det
matter-put-aside = Legg til side
matter-open-again = Ta det opp igjen
matter-aside-title = Legg en ting til side
matter-aside-lead = Den blir borte fra lista så lenge, for alle som følger opp teamet. De ser begrunnelsen din. Blir tallene som vanlig og så verre igjen, er den tilbake med en gang.
matter-how-long = Hvor lenge?
matter-weeks = { $count } uker
matter-reason-hint = Uten navn. For eksempel: varetelling, kjent, over om to uker.
matter-done-seen = Merket som sett.
matter-done-aside = Lagt til side.
matter-done-open = Den er på lista igjen.
worse-below =
    { $count ->
        [one] Ett team skiller seg ut:
       *[other] { $count } team skiller seg ut:
    }
worse-below-more = { $count } til
today-news = Nytt siden sist
today-urgent =
    { $count ->
        [1] 1 åpen sak gjelder sikkerhet eller diskriminering.
       *[other] { $count } åpne saker gjelder sikkerhet eller diskriminering.
    }
today-old =
    { $count ->
        [1] 1 sak har vært åpen i mer enn { $days } dager.
       *[other] { $count } saker har vært åpne i mer enn { $days } dager.
    }
today-signal = { $unit }: { $what }.
today-mark-strain-better = lavere belastning enn vanlig siden { $period }
today-mark-satisfaction-better = høyere tilfredshet enn vanlig siden { $period }
today-mark-complaints-better = færre klager per kundekontakt enn vanlig siden { $period }
today-signals-better =
    { $count ->
        [1] 1 team har noe nytt som er bedre enn vanlig.
       *[other] { $count } team har noe nytt som er bedre enn vanlig.
    }
today-calm = Nye tall for { $period }: Ikke noe nytt skiller seg ut i { $unit }.
today-calm-teams =
    { $count ->
        [1] Nye tall for { $period }: Ikke noe nytt skiller seg ut i 1 team.
       *[other] Nye tall for { $period }: Ikke noe nytt skiller seg ut i { $count } team.
    }
today-review = { $unit } har et tiltak som skal vurderes.
today-reviews =
    { $count ->
        [1] 1 tiltak skal vurderes.
       *[other] { $count } tiltak skal vurderes.
    }
today-link = Sammenhengen mellom ansatte og klager: For { $unit } sier tallene noe annet enn før.
today-quiet = Ikke noe nytt siden da.
today-open-cases = Se sakene
today-open-trend = Se utviklingen
today-open-teams = Se teamene
today-open-action = Se tiltaket
today-open-actions = Se tiltakene
today-open-link = Se sammenhengen
stored-name-link-verdict = Hva sammenhengen sier
stored-table-link-verdict = For hver enhet ett ord for hva sammenhengen sier, og siden hvilken dag.

# Enheter side om side, og drivere

compare-eyebrow = { $unit } · { compare-kinds } · { $from } til { $to }
compare-names-more = { $names } og { $more } til
compare-axis-rate = klager per 1 000 kundekontakter
compare-nothing-below = Her er det ingenting å legge side om side.
compare-nothing-below-lead = Denne enheten har ingen åpne enheter under seg. Velg en enhet lenger opp.
compare-level = Hvilke enheter
compare-stretch = Hvilke dager
compare-rounds = Hvor langt tilbake
compare-rounds-count = { $count } runder
stretch-quarters = 4 kvartaler
stretch-months = 12 måneder
stretch-quarter = Siste kvartal
stretch-weeks = 13 uker
compare-column-unit = Enhet
column-limits = Grenser for størrelsen
column-corner = Hvor den ligger
sites-headline-few = For få { compare-kinds } til å trekke grenser.
sites-headline-no-contacts = Ingen kundekontakter disse dagene.
sites-lead = Hver prikk er én enhet. Båndet viser hvor en enhet av den størrelsen kan ligge ved en tilfeldighet, når enheter ellers er så ulike som de er. Å ligge utenfor er en grunn til å se nærmere, ikke en dom over noen.
sites-lead-few =
    { $known ->
        [1] Grenser kan trekkes når minst { $needed } { compare-kinds } har kundekontakter og det er kommet minst én klage. Her er det bare 1.
       *[other] Grenser kan trekkes når minst { $needed } { compare-kinds } har kundekontakter og det er kommet minst én klage. Her er det { $known }.
    }
sites-lead-no-contacts = En klagerate trenger kundekontakter fra de samme dagene. Hent dem inn, eller velg andre dager.
sites-outside = Utenfor grensene, etter navn
sites-mark-above = over grensene
sites-mark-below = under grensene
sites-legend-above = over grensene for størrelsen: bør ses på
sites-legend-below = under grensene for størrelsen: bedre enn de andre
sites-axis-contacts = kundekontakter
sites-why-above = { $rate } klager per 1 000 kundekontakter, over den øvre grensen for størrelsen, { $limit } (klager: { $complaints }, kundekontakter: { $contacts }).
sites-why-below = { $rate } klager per 1 000 kundekontakter, under den nedre grensen for størrelsen, { $limit } (klager: { $complaints }, kundekontakter: { $contacts }).
sites-why-inside = { $rate } klager per 1 000 kundekontakter, innenfor grensene for størrelsen (klager: { $complaints }, kundekontakter: { $contacts }).
sites-why-none = { $rate } klager per 1 000 kundekontakter (klager: { $complaints }, kundekontakter: { $contacts }).
sites-note-small = Små { compare-kinds } ligger nesten alltid innenfor: Med få kundekontakter flytter tilfeldigheter alene raten langt, så grensene deres er vide.
sites-note-without =
    { $count ->
        [1] 1 { compare-kind } har ingen kundekontakter disse dagene, og dermed ingen rate: { $names }.
       *[other] { $count } { compare-kinds } har ingen kundekontakter disse dagene, og dermed ingen rate: { $names }.
    }
load-headline =
    { $count ->
        [0] Ingen { compare-kinds } har både mye å gjøre og mange klager.
        [1] 1 av { $drawn } { compare-kinds } har både mye å gjøre og mange klager.
       *[other] { $count } av { $drawn } { compare-kinds } har både mye å gjøre og mange klager.
    }
load-headline-plain = Belastning og klager, { compare-kind } for { compare-kind }.
load-headline-nothing = Ingenting å tegne ennå.
load-lead = Mye å gjøre og mange klager: { $much-many }. Mye å gjøre, få klager: { $much-few }. Rolig, mange klager: { $calm-many }. Rolig, få klager: { $calm-few }.
load-lead-picture = Dette er et bilde av { compare-kinds } side om side, ikke sammenhengen: De er ulike i mye annet enn hvor mye det er å gjøre.
load-lead-nothing = Det trengs publiserte tall for belastning fra minst halvparten av rundene, og kundekontakter fra de samme ukene.
load-corner-calm-many = Rolig, mange klager
load-corner-much-many = Mye å gjøre, mange klager
load-corner-calm-few = Rolig, få klager
load-corner-much-few = Mye å gjøre, få klager
load-axis-strain = belastning, 0 til 100
load-point = { $unit }: belastning { $strain }, { $rate } klager per 1 000 kundekontakter, { $contacts } kundekontakter.
load-note-hidden =
    { $count ->
        [1] 1 { compare-kind } er ikke tegnet, fordi belastningen er skjult.
       *[other] { $count } { compare-kinds } er ikke tegnet, fordi belastningen er skjult.
    }
load-note-no-answers =
    { $count ->
        [1] 1 { compare-kind } er ikke tegnet, fordi det mangler tall for minst halvparten av disse rundene.
       *[other] { $count } { compare-kinds } er ikke tegnet, fordi det mangler tall for minst halvparten av disse rundene.
    }
load-note-no-contacts =
    { $count ->
        [1] 1 { compare-kind } er ikke tegnet, fordi det mangler kundekontakter i disse ukene.
       *[other] { $count } { compare-kinds } er ikke tegnet, fordi det mangler kundekontakter i disse ukene.
    }
load-note-lines = Linjene er organisasjonens egne nivåer det siste året med runder. Det som ligger på en linje, regnes som rolig eller som få klager.
load-note-size = En liten prikk har færre enn { $medium } kundekontakter, en stor { $large } eller flere.
column-driver = Påstand
column-now = Nå
column-usual = Vanlig her
column-target = Målt mot
column-gap = Avstand
column-association = Tilfredshet per 10 poeng
column-room = Å hente
column-standing = Hvor klart
drivers-chart = Diagram over det som betyr mest, etter hva det er å hente
drivers-headline-nothing = Ingen påstander er publisert her ennå.
drivers-headline-room = Mest å hente: { $driver }.
drivers-headline-unclear = Ingen påstand henger klart sammen med tilfredshet ennå.
drivers-headline-too-little = For lite til å sammenligne påstandene ennå.
drivers-headline-no-room = Ingenting å hente der påstandene klart henger sammen med tilfredshet.
drivers-lead =
    { $clear ->
        [0] Ingen av { $all } påstander henger klart sammen med tilfredshet{ $unclear ->
            [0] .
            [1] ; for én er det ikke klart ennå.
           *[other] ; for { $unclear } er det ikke klart ennå.
        }
        [1] Én av { $all } påstander henger klart sammen med tilfredshet{ $unclear ->
            [0] .
            [1] ; for én er det ikke klart ennå.
           *[other] ; for { $unclear } er det ikke klart ennå.
        }
       *[other] { $clear } av { $all } påstander henger klart sammen med tilfredshet{ $unclear ->
            [0] .
            [1] ; for én er det ikke klart ennå.
           *[other] ; for { $unclear } er det ikke klart ennå.
        }
    }
drivers-lead-nothing = Påstandene kommer på omgang, to i hver runde. De vises her når en runde som spør om dem, er publisert.
drivers-pending = Ikke regnet ut ennå. Det skjer av seg selv etter at en runde er publisert.
drivers-gate-units =
    { $have ->
        [1] For få team til et svar: Bare ett har egne tall i flere runder, og det trengs { $needed }.
       *[other] For få team til et svar: { $have } har egne tall i flere runder, og det trengs { $needed }.
    }
drivers-gate-rounds = For tidlig til et svar: Et vanlig team har svart på den samme påstanden i { $have } runder, og det trengs { $needed }.
drivers-gate-variation = Ikke noe svar ennå: Tallene i teamene har nesten ikke endret seg, så det er ingenting å sammenligne.
drivers-gate-data = Ikke noe svar ennå: Det trengs tall fra enkeltrunder, for påstander og for tilfredshet, i de samme teamene.
drivers-axis = å hente, i poeng tilfredshet
drivers-clear = klart
drivers-unclear = ikke klart ennå
drivers-too-little = for lite å gå etter
drivers-about = Når et team lå { $step } poeng over sitt eget vanlige nivå for «{ $driver }», skilte tilfredsheten i den samme runden seg fra det vanlige med { $points } poeng (95 %-intervall { $low } til { $high }).
drivers-range = { $estimate } ({ $low } til { $high })
drivers-note-gap = Avstanden er hvor langt tallet nå ligger under organisasjonens, som viser hva som kan nås på de samme vilkårene. En avstand under 0 betyr at enheten ligger foran.
drivers-note-gap-root = Avstanden er hvor langt tallet nå ligger under 100: Organisasjonen har ingenting over seg å måles mot.
drivers-note-range = «Å hente» er avstanden ganger sammenhengen med tilfredshet. 95 %-intervallet er sammenhengens; avstanden er tatt som den er. Der intervallet omfatter 0, står påstanden under streken.
drivers-note-basis = Regnet ut på tvers av teamene i { $unit }: høyst { $teams } team med { $pairs } tall for én påstand. En påstand kommer igjen hver sjette runde og legges ved siden av tilfredsheten i den runden, i det samme teamet. Tall for flere runder samlet er ikke med.
drivers-note-same-people = Begge svarene kommer fra de samme menneskene i den samme uka, så en god eller dårlig uke flytter begge. De henger sammen; det er ikke bevis for årsak. Det handler om team, ikke om personer.
drivers-note-many = Av tjue påstander som ikke har noe med tilfredshet å gjøre, vil omtrent én se klar ut ved en tilfeldighet.
stands-out-title = Dette skiller seg ut
stands-out-none = Ingenting skiller seg ut: Påstandene står omtrent der de pleier her.
stands-out-above = { $points } over det vanlige her
stands-out-below = { $points } under det vanlige her
stands-out-all = Se alle påstandene
stored-name-driver-result = Hvor mye påstandene betyr
stored-table-driver-result = For hver enhet, hvordan påstander og tilfredshet henger sammen i teamene. Laget av publiserte tall.

# Actions

action-agree = Start et tiltak
action-agree-submit = Start
action-edit = Endre tiltaket
action-save = Lagre
actions-lead = Hva teamet prøver, når dere ser på det igjen, og hvordan det sto til før og etter.
actions-open = I gang
actions-open-none = Ingen tiltak i gang.
actions-closed = Vurdert
actions-closed-none = Ingenting er vurdert ennå.
actions-more = Eldre tiltak står ikke her.
actions-empty = Ingen tiltak ennå
actions-empty-text = Et tiltak er én ting teamet prøver en stund, for eksempel to i kassa etter klokka fire. Det sier hva det skal påvirke, hvilken rolle som følger det opp, og når dere ser på det igjen.
action-form-lead = Bli enige om det sammen med teamet. Én ting om gangen er lettere å vurdere.
field-tried = Hva vi prøver
field-driver = Hva det skal påvirke
field-owner = Hvem som følger det opp
field-outcome = Hva som skjer nå
field-learned = Hva det førte til
action-tried-hint = Én ting, i én setning. Ikke skriv navn.
action-review-hint = Etter første dag. Seks til tolv uker gir tallene tid til å vise noe.
action-learned-hint = En setning som teamet forstår også neste år. Ikke skriv navn.
action-owner-manager = Leder
action-owner-employee = Teamet
action-owner-service = Kundeservice
action-owner-hr = HR
action-owner-staff-representative = Tillitsvalgt
action-owner-admin = Administrator
action-since = siden { $date }
action-starts = begynner { $date }
action-ran = { $from } til { $to }
action-review-on = Vurderes { $date }
action-review-due = Skulle vært vurdert { $date }
action-state-kept = Beholdt
action-state-changed = Endret
action-state-stopped = Avsluttet
action-outcome-kept = Behold det
action-outcome-changed = Gjør noe annet
action-outcome-stopped = Avslutt det
action-review = Vurdering
action-review-text = Snakk om det med teamet først. Så lukkes tiltaket, og siden blir stående.
action-review-submit = Lukk med denne vurderingen
action-reviewed-on = Vurdert { $date }
action-done-agree = Tiltaket er avtalt. Den som leder enheten, får en e-post den dagen det skal vurderes.
action-done-edit = Tiltaket er endret.
action-done-review = Vurderingen er lagret.
action-card =
    { $count ->
        [0] Tiltak
        [one] Tiltak i gang
       *[other] Tiltak i gang
    }
action-card-none = Ingen tiltak i gang.
action-card-all = Alle tiltak
action-chart = Diagram fra før til etter
action-chart-summary = { $unit } før og etter { $date }, da dette begynte: { $tried } De prikkede linjene er nivået før.
action-chart-before = før { $value }
action-column-side = Når
action-side-before = før
action-side-across = start
action-side-since = siden
action-side-past = etterpå
action-complaints = Klager per 1 000 kundekontakter
action-effects = Før og etter
action-effect =
    I de { $after } { $unit ->
        [month] månedene
        [quarter] kvartalene
        [round] rundene
       *[week] ukene
    } { $ran ->
        [ended] det varte
       *[runs] siden
    }: { $amount } i de { $before } { $unit ->
        [month] månedene
        [quarter] kvartalene
        [round] rundene
       *[week] ukene
    } før (95 %-intervall: { $low } til { $high }).
action-effect-beside =
    I de { $after } { $unit ->
        [month] månedene
        [quarter] kvartalene
       *[week] ukene
    } { $ran ->
        [ended] det varte
       *[runs] siden
    }: { $amount } de { $before } { $unit ->
        [month] månedene
        [quarter] kvartalene
       *[week] ukene
    } før og de andre enhetene skulle tilsi (95 %-intervall: { $low } til { $high }).
action-beside =
    Sammenlignet med { $sisters ->
        [1] én enhet
       *[other] { $sisters } enheter
    } som ikke prøvde noe i samme tid, slik at sesong og alt de har felles, faller bort.
action-alone = Uten sammenligning: Det er ingen andre enheter å sammenligne med, så sesong, utvikling og alt annet enhetene har felles, er med i tallet.
action-effect-unclear = Intervallet passer også med ingen endring.
action-amount-rate =
    { $direction ->
        [down] { $value } % færre enn
        [none] omtrent like mange som
       *[up] { $value } % flere enn
    }
action-amount-score =
    { $direction ->
        [down] { $value } poeng lavere enn
        [none] omtrent likt som
       *[up] { $value } poeng høyere enn
    }
action-end-rate =
    { $direction ->
        [down] { $value } % færre
        [none] ingen endring
       *[up] { $value } % flere
    }
action-end-score =
    { $direction ->
        [down] { $value } lavere
        [none] ingen endring
       *[up] { $value } høyere
    }
action-placebo-chance = Like store endringer fantes også ved { $count } av { $dates } tidligere datoer, så det kan være tilfeldig.
action-placebo-rare =
    { $count ->
        [0] En like stor endring fantes ikke ved noen av { $dates } tidligere datoer.
       *[other] Like store endringer fantes bare ved { $count } av { $dates } tidligere datoer.
    }
action-placebo-few =
    { $dates ->
        [0] Det er ingen tidligere datoer å sammenligne med, så ingen kan si hvor ofte dette skjer tilfeldig.
        [1] Bare én tidligere dato kan sammenlignes. Det er for lite til å si hvor ofte dette skjer tilfeldig.
       *[other] Bare { $dates } tidligere datoer kan sammenlignes. Det er for få til å si hvor ofte dette skjer tilfeldig.
    }
action-figures-rate = Før: { $beforeEvents } klager på { $beforeExposure } kundekontakter, { $before } per 1 000. Siden: { $afterEvents } på { $afterExposure }, { $after } per 1 000.
action-figures-score = Før: { $before } i gjennomsnitt. Siden: { $after }.
action-caution = Alt annet som endret seg her samtidig, er også med, så det er ikke bevis for at det var tiltaket. Om et team, aldri om en person.
action-reason-before =
    Det er for lite fra før å sammenligne med: { $count } av minst { $needed } { $unit ->
        [month] måneder
        [quarter] kvartaler
        [round] runder
       *[week] uker
    }.
action-reason-after =
    For tidlig å si: { $count } av minst { $needed } { $unit ->
        [month] måneder
        [quarter] kvartaler
        [round] runder med tall
       *[week] uker
    } siden starten er over.
action-reason-contacts = Ingen kundekontakter er registrert for denne enheten, så det er ingen rate å sammenligne.
action-reason-events = Det er for få klager før eller etter til å sammenligne.
action-reason-constant = Tallene har aldri endret seg, så ingen kan si hvor mye de svinger tilfeldig.
action-reason-broken = Noen begynte eller sluttet omkring starten, så tallene før og etter blir ikke sammenlignet.
action-reason-number = Disse tallene kan ikke sammenlignes.
why-not-after-start = Vurderingen kommer etter første dag. Velg en senere dag.
why-over-a-year = Dette er mer enn ett år etter første dag. Velg en tidligere dag.
event-action-changed = Tiltak avtalt, endret eller vurdert
mail-weekly =
    { $count ->
        [one] Én ting venter på deg hos { $organisation }
       *[other] { $count } ting venter på deg hos { $organisation }
    }
mail-weekly-text =
    Hei, { $name }

    De nyeste tallene for disse teamene er verre enn vanlig, og ingen har startet et tiltak eller lagt det til side:

    { $lines }

    Tallene, og hva du kan gjøre:

    { $link }

    Denne e-posten kommer én gang i uka, på mandag, og bare når noe venter. Du kan slå den av på kontosiden din: { $account }
account-weekly = Ukentlig e-post til ledere
account-weekly-text = På mandager, hvis et team du leder, skiller seg ut og ingen har tatt tak i det. E-posten nevner teamet og hva det gjelder, men ingen tall.
account-weekly-on = Send meg e-post når noe venter
mail-action-review =
    { $count ->
        [one] Et tiltak skal vurderes
       *[other] { $count } tiltak skal vurderes
    }
mail-action-review-text =
    Hei, { $name }

    { $count ->
        [one] Et tiltak du følger opp i { $organisation }, har nådd datoen for vurdering.
       *[other] { $count } tiltak du følger opp i { $organisation }, har nådd datoen for vurdering.
    } Snakk om det med teamet, se på før og etter, og si om dere beholder det, endrer det eller avslutter det:

    { $link }

    Du får denne e-posten på vurderingsdatoen og én gang i uka etterpå, høyst tre ganger.

# Notes on the time axis, chosen measures, and the way from a point to its cases

nav-notes = Notater
notes-title = Notater
notes-lead = Hva som skjedde her og rundt oss: hendelser, kampanjer, konkurrenter. Et notat er et flagg på diagrammene for enheten og alle enheter under den. At to ting skjer samtidig, betyr ikke at det ene førte til det andre.
notes-add = Skriv et notat
notes-empty-title = Ingen notater ennå
notes-empty-text = Skriv ned det den som leser diagrammet om et år, bør vite: en kampanje, en ny vaktliste, en stengt vei, nye åpningstider hos en konkurrent.
notes-cut = De siste 200 notatene vises.
note-from-above = fra { $unit }
note-kind-event = Hendelse
note-kind-campaign = Kampanje
note-kind-competitor = Konkurrent
note-kind-action = Tiltak
topic-price = Pris
topic-service = Service
topic-range = Utvalg
topic-hours = Åpningstider
topic-returns = Retur og bytte
note-act-add = Skrevet
note-act-change = Endre
note-act-remove = Fjern
note-form-lead = Alle som ser utviklingen for { $unit } eller en enhet under den, leser dette notatet. Skriv om det som skjedde, aldri om en person.
field-note-kind = Type notat
field-label = Tekst på flagget
note-label-hint = Noen få ord, høyst { $most } tegn.
field-detail = Mer om det
note-detail-hint = Valgfritt. Det en leser bør vite om et år.
field-ends-on = Siste dag
note-ends-on = Siste dag, hvis det varte
field-topic = Hva som skiller
field-ours = Slik er det hos oss
field-theirs = Slik er det hos dem
note-sides-legend = Vi og de
note-sides-hint = For en konkurrent: hva vi gjør og hva de gjør, side om side.
note-ours = Hos oss
note-theirs = Hos dem
note-sides = { $topic }. Hos oss: { $ours } Hos dem: { $theirs }
note-baseline-label = Nytt utgangspunkt fra og med første dag
note-baseline-hint = For en varig endring som gjør tiden før til en dårlig målestokk: Diagrammene regner det vanlige området på nytt fra denne dagen, og trenger tolv punkter til det. Tallene selv blir som de er.
note-baseline-chip = nytt utgangspunkt
note-baseline = Herfra regnes det vanlige området på nytt.
note-add-submit = Lagre notatet
note-change-title = Endre notatet
note-change-submit = Lagre endringene
note-remove-title = Fjerne dette notatet?
note-remove-text = Det forsvinner fra lista og fra alle diagrammer. Loggen beholder dagen og teksten på flagget.
note-remove-submit = Fjern notatet
note-done-add = Notatet er lagret og står på diagrammene.
note-done-change = Notatet er endret.
note-done-remove = Notatet er fjernet.
event-note-changed = Notat på tidsaksen
why-too-late = Fristen har allerede gått ut og kan ikke flyttes.
why-no-new-day = Brevet nevner ikke den nye datoen. Fortell kunden når svaret kommer.
why-not-asked-twice = Spør kunden to ganger først. Etter den andre gangen har kunden tjue arbeidsdager på å svare.
why-open-place = Det står fortsatt noe i [klammer] som skal fylles ut.
why-before-first-day = Dette er før den første dagen. Sjekk begge.
axis-title = På tidsaksen
axis-all = Alle notater, og skriv nye
legend-neutral = uvanlig
legend-baseline = vanlig område regnet på nytt herfra
mark-neutral = { $label }: uvanlig
chart-in-turn = spurt hver sjette runde
cell-not-asked = ikke spurt
note-most-measures = Høyst { $most } mål fra de ansatte tegnes samtidig. De første { $most } av de valgte vises.
measures-choose = Velg måltall
measures-place = Mål { $place }
measures-none = ingen
cases-behind = klager: vis sakene
cases-found =
    { $count ->
        [1] 1 sak i dette utvalget
       *[other] { $count } saker i dette utvalget
    }
cases-since = siden { $date }
cases-until = til og med { $date }
cases-drilled-text = Bare det som skjedde disse dagene, i denne enheten og enhetene under den. Klager som ble importert som en sum, har ingen saker.
cases-drilled-out = Vis saker fra alle enheter og dager
cases-to-trend = Tilbake til utviklingen
headline-measure-concern =
    { $count ->
        [1] «{ $label }» var dårligere enn vanlig { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] «{ $label }» var dårligere enn vanlig i de siste { $count } tallene.
    }
headline-measure-better =
    { $count ->
        [1] «{ $label }» var bedre enn vanlig { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] «{ $label }» var bedre enn vanlig i de siste { $count } tallene.
    }
headline-measure-neutral =
    { $count ->
        [1] «{ $label }» var uvanlig { $resolution ->
            [day] siste dag
            [week] siste uke
            [month] siste måned
           *[quarter] siste kvartal
        }.
       *[other] «{ $label }» var uvanlig i de siste { $count } tallene.
    }

# Siden om sammenhengen
link-open = Alt om sammenhengen
link-outcomes = Hva det letes etter
link-outcomes-note = Svar på spørreundersøkelser og medlemmenes besøk lagres per måned, så de kan ikke legges ved siden av en runde.
link-choice-complaints = Klager
link-choice-smiles = Smilefjes
link-choice-compliments = Ros
link-headline-pending = Sammenhengen er ikke regnet ut ennå
link-headline-none = Ikke noe svar ennå
link-headline-unclear = Vi fant ingen klar sammenheng
link-headline-early = Tidlig tegn:
link-headline-strain-more = Høyere belastning og flere { $things } følges ad
link-headline-strain-fewer = Høyere belastning og færre { $things } følges ad
link-headline-strain-direction = Belastning og { $things } følges ad, men { $those } kan komme først
link-headline-satisfaction-direction = Tilfredshet og { $things } følges ad, men { $those } kan komme først
link-headline-satisfaction-more = Høyere tilfredshet og flere { $things } følges ad
link-headline-satisfaction-fewer = Høyere tilfredshet og færre { $things } følges ad
link-eyebrow = Teamene i { $unit } · regnet ut { $day }
link-eyebrow-since = { $eyebrow } · samme svar siden { $day }
link-progress = Et nyere resultat regnes ut nå: { $done } av { $total } enheter er ferdige. Det du ser, er det forrige.
link-progress-first = Det første resultatet regnes ut nå: { $done } av { $total } enheter er ferdige. Last siden på nytt om et minutt.
link-waits = Det har kommet nye tall siden. Et nyere resultat regnes ut av seg selv i løpet av de neste minuttene.
link-missing-title = Hva som mangler
link-missing-early = { $have } team kan sammenlignes. Fra { $needed } team regnes ikke et funn lenger som et tidlig tegn.
link-missing-wide = Intervallet for { $predictor } er for vidt: Øvre ende er mer enn tre ganger den nedre.
link-remedy-wide = Flere runder med tall, { $chances } og { $things } gjør det smalere. En enhet lenger opp har flere team.
link-remedy-units =
    { $outcome ->
        [smiles] Et team blir med når tallene fra de ansatte er publisert og det står en skjerm med fjes der kundene deres er. Se på en enhet lenger opp for å sammenligne flere.
       *[other] Et team blir med når tallene fra de ansatte er publisert og { $things } og kundekontakter er registrert. Se på en enhet lenger opp for å sammenligne flere.
    }
link-remedy-early = Se på en enhet lenger opp for å sammenligne flere team, eller vent på flere runder før du bygger på det.
link-remedy-periods =
    { $outcome ->
        [complaints] Det kommer av seg selv når runder publiseres. Importer kundekontakter og klager fra tidligere uker som rundene dekker.
       *[other] Det kommer av seg selv når runder publiseres.
    }
link-remedy-events =
    { $outcome ->
        [complaints] Registrer klager der de kommer inn, også de små. Se på en enhet lenger opp for å telle flere.
        [smiles] Sett skjermen med fjes der flere kunder går forbi. Se på en enhet lenger opp for å telle flere.
       *[other] Registrer ros der den kommer inn, også den lille. Se på en enhet lenger opp for å telle mer.
    }
link-remedy-no-events =
    { $outcome ->
        [complaints] Registrer klager der de kommer inn, eller importer dem. Finnes det virkelig ingen, er det ingenting å forklare.
        [smiles] Sjekk at skjermen med fjes er slått på der kundene går forbi.
       *[other] Registrer ros der den kommer inn. Finnes det virkelig ingen, er det ingenting å forklare.
    }
link-remedy-variation = Ingenting trenger å gjøres. Et svar kommer hvis tallet begynner å endre seg i teamene.
link-remedy-separable = Det hjelper med flere runder der det ene endrer seg uten det andre.
link-remedy-separated = Det hjelper med flere runder med { $things } i flere team. Sjekk at { $chances } er registrert for team uten { $things }.
link-remedy-freedom = Det kommer av seg selv når runder publiseres.
link-remedy-constant = Sjekk tallene: I virkeligheten varierer antallet { $things } fra uke til uke.
link-remedy-estimable = Sjekk om de registrerte tallene har svært mange eller svært få { $chances }.
link-remedy-data =
    { $outcome ->
        [complaints] Publiser runder, og importer klager og kundekontakter fra ukene etter, for de samme teamene.
        [smiles] Publiser runder, og la skjermer med fjes telle i ukene etter, i de samme teamene.
       *[other] Publiser runder, og registrer ros og kundekontakter fra ukene etter, for de samme teamene.
    }
link-scale = endring i { $rate }, %
link-section-mind = Hva som ville fått oss til å endre mening
link-mind-order-nothing-against = Hvis det ansatte svarer etter { $those }, sa like mye om dem som det de svarte før, kunne { $those } komme først. Det gjør det ikke (p { $p }).
link-mind-order-unclear = Det ansatte svarer etter { $those }, sier noe om { $those } som svarene før ikke sier (p { $p }). Derfor kan { $those } komme først.
link-mind-order-untested = Hva som kommer først, lot seg ikke teste.
link-mind-many = Alene ville det vært et funn, men ikke blant { $units } enheter som vurderes samtidig: Da skiller noen seg ut ved en tilfeldighet (q { $q }).
link-mind-range = Et funn krever et intervall uten «ingen endring» hver gang tallene vurderes. Dette går fra { $range }.
link-mind-simple = Den enkleste sammenligningen, som lar mer stå åpent, sier { $change } ({ $range }).
link-mind-held = Holdt fast: { $held }. Alt annet som endrer seg i et team i de samme ukene, er ikke holdt fast og kan endre svaret.
link-mind-contacts =
    { $outcome ->
        [smiles] Fjes: De som smiler, vokser ikke i takt med alle det trykkes på; en tidel flere trykk følges av { $change } smilefjes. Sammenligningen tar høyde for det.
       *[other] Kundekontakter: Antallet { $things } vokser ikke i takt med dem; en tidel flere kundekontakter følges av { $change } { $things }. Sammenligningen tar høyde for det.
    }
link-mind-looks = Gjentatte vurderinger: Tallene vurderes etter hver runde, så et funn må holde hver gang. I dag krever det en p under { $level } i stedet for 0,05.
link-mind-clusters = Steder: Det teamene på et sted har felles, gjør dem mindre uavhengige. Med { $have } steder i stedet for { $needed } er det vanskelig å måle, så vi viser det videste av to intervaller.
link-section-lags = Når?
link-section-between = Innenfor team og mellom team
link-section-teams = Henger det på ett team?
link-section-forecast = Hjelper tall fra ansatte til å forutsi { $things }?
link-section-reverse = Den andre veien
link-column-predictor = Tall fra ansatte, 10 poeng høyere
link-column-change = Endring i { $things }
link-column-distance = Tall fra ansatte
link-column-without = Uten
link-column-rival = Sammenlignet med
link-column-skill =
    { $horizon ->
        [1] Én runde fram
       *[other] { $horizon } runder fram
    }
link-estimate-sentence = Hver linje er 95 %-intervallet for endringen i { $things } når tallet fra ansatte hadde ligget 10 poeng høyere; en linje som krysser den prikkede, passer også med ingen endring.
link-estimate-caption = p gjelder hver gang tallene vurderes, og er korrigert for at det er to tall. Derfor kan p være over 0,050 selv om intervallet utelukker ingen endring.
link-estimate-simple = { $predictor }, den enkleste sammenligningen
link-lags-sentence = Endringen i { $things } etter tiden mellom tallet fra ansatte og { $those }; på grå bunn kommer tallet etter { $those }, som kontroll.
link-lags-caption = Én avstand i tid om gangen, for 10 poeng mer. q er p korrigert for antall avstander; under 0,050 er raden merket.
link-lags-before = Tall fra ansatte før { $those }
link-lags-after = Etter: kontroll
link-lags-distance = runder mellom de to
link-distance-same = i samme runde
link-distance-before =
    { $rounds ->
        [1] 1 runde før
       *[other] { $rounds } runder før
    }
link-distance-after =
    { $rounds ->
        [1] 1 runde etter (kontroll)
       *[other] { $rounds } runder etter (kontroll)
    }
link-clearest =
    { $rounds ->
        [1] { $predictor }: Sammenhengen er klarest én runde før { $those } ({ $change }, intervall { $range }).
       *[other] { $predictor }: Sammenhengen er klarest { $rounds } runder før { $those } ({ $change }, intervall { $range }).
    }
link-clearest-none = { $predictor }: Sammenhengen er ikke klar ved noen av avstandene.
link-almon = Lagt sammen over den samme runden og de åtte før går det å ha { $predictor } 10 poeng høyere hele tiden sammen med en endring i { $things } på { $change } (intervall { $range }).
link-almon-closed = Summen over alle avstander er ikke regnet ut.
link-closed-periods = Det trengs { $needed } runder for et vanlig team; det er { $have }.
link-closed-units = Det trengs { $needed } team; det er { $have }.
link-closed-data = Dataene gir ikke grunnlag for det ennå.
link-within = innenfor team
link-between = mellom team
link-pooled = alt under ett
link-between-sentence = Den samme forskjellen fra tre sammenligninger: hvert team med seg selv, teamene med hverandre, og alle rader under ett. Svaret på denne siden er det første. Her står hvert tall fra ansatte alene, uten det andre, så tallene er andre enn ovenfor.
link-between-caption = Hvert tall for seg, for 10 poeng mer.
link-flag-reversal = { $predictor }: Bildet snur. I teamene peker det én vei, med alt under ett den andre.
link-flag-opposite = { $predictor }: I teamene og med alt under ett er fortegnene ulike, men minst ett av dem kan være null.
link-flag-differ = { $predictor }: Team sammenlignet med hverandre sier noe annet enn team sammenlignet med seg selv.
link-flag-consistent = { $predictor }: Team sammenlignet med hverandre og med seg selv motsier ikke hverandre.
link-reversal-why = Team skiller seg fra hverandre i mer enn dette ene tallet: en travel gate, et eldre bygg, andre kunder. Under ett ser slike varige forskjeller ut som sammenhengen. I ett og samme team er de like hele tiden og faller bort, så bare svaret til venstre hører til spørsmålet.
link-side-within = Hvert team mot sitt eget vanlige nivå
link-side-pooled = Alle team og runder under ett
link-side-more = Flere { $things } når { $predictor } er høyere.
link-side-fewer = Færre { $things } når { $predictor } er høyere.
link-teams-sentence = Endringen i { $things } med alle team, og med ett team utelatt om gangen; teamene som betyr mest, etter navn.
link-teams-range = Med hvilket som helst team utelatt ligger endringen når { $predictor } er 10 poeng høyere, mellom { $low } og { $high }.
link-teams-leans = Det hviler på ett team: Uten { $unit } ville det vært { $change }.
link-teams-leans-unnamed = Det hviler på ett team: Uten det ville det vært { $change }.
link-teams-firm = Ingen av teamene avgjør svaret alene.
link-teams-caption = Ett team utelatt om gangen, av { $units }; høyst de førti som betyr mest, etter navn. Hvor mye et resultat hviler på et team, sier ingenting om hvor godt teamet er.
link-teams-all = Alle team
link-teams-without = Uten { $unit }
link-forecast-how = For hver runde er { $those } forutsagt ut fra det som var kjent før den, med tallene fra ansatte og på tre måter uten dem.
link-forecast-yes =
    { $horizon ->
        [1] Én runde fram, over { $rounds } runder, var forutsigelsene med tall fra ansatte bedre enn alle tre.
       *[other] { $horizon } runder fram, over { $rounds } runder, var forutsigelsene med tall fra ansatte bedre enn alle tre.
    }
link-forecast-no =
    { $horizon ->
        [1] Én runde fram, over { $rounds } runder, var forutsigelsene med tall fra ansatte ikke klart bedre enn alle tre.
       *[other] { $horizon } runder fram, over { $rounds } runder, var forutsigelsene med tall fra ansatte ikke klart bedre enn alle tre.
    }
link-forecast-short = { $have } runder er forutsagt; det trengs { $needed } for å si noe sikkert.
link-forecast-caption = Andelen av feilen i forutsigelsen (Poisson-devians) som tallene fra ansatte tar bort; under null var den andre måten bedre.
link-predictive = forutsier
link-rival-last-four = Teamets siste fire runder
link-rival-last-year = Samme tid i fjor
link-rival-unit-rate = Teamets vanlige rate
link-reverse-how =
    { $outcome ->
        [complaints] Sinte kunder kan slite på folk. Derfor snus spørsmålet: Etter runder med klart flere klager enn teamet er vant til (ett standardavvik), er tallene fra de ansatte annerledes enn vanlig?
       *[other] Fornøyde kunder kan gi folk ny kraft. Derfor snus spørsmålet: Etter runder med klart flere { $things } enn teamet er vant til (ett standardavvik), er tallene fra de ansatte annerledes enn vanlig?
    }
link-reverse-higher = Ja: { $predictor } var { $points } poeng høyere (intervall { $low } til { $high }). Begge retninger kan være riktige samtidig.
link-reverse-lower = Ja: { $predictor } var { $points } poeng lavere (intervall { $low } til { $high }). Begge retninger kan være riktige samtidig.
link-reverse-unclear = Vi fant ingen klar sammenheng for { $predictor }: Dataene passer med alt fra { $low } til { $high } poeng.
link-lumpy-as-expected = { $title } kommer omtrent så ujevnt som tilfeldigheter tilsier (spredning { $dispersion }).
link-lumpy = { $title } kommer mer i klumper enn tilfeldigheter tilsier (spredning { $dispersion }). Intervallene tar høyde for det.
link-lumpy-very = { $title } kommer i store klumper (spredning { $dispersion }): én hendelse kan gi mange. Intervallene tar høyde for det, og er vide.
link-time-each = Det alle teamene har felles i en runde, som sesong, helligdager og vær, er tatt ut.
link-time-season = Med så få team er sesongen bare delvis tatt ut.
link-time-trend = Med så få team og runder er bare en rett utvikling tatt ut; en sesong blir stående.
link-time-none = Det teamene har felles over tid, er ikke tatt ut.
link-data-used =
    { $units ->
        [1] Ett team, { $periods } runder og { $events } { $things } er brukt.
       *[other] { $units } team, { $periods } runder og { $events } { $things } er brukt.
    } Én rad er ett team i én runde. Skjulte og gamle tall er ikke brukt.
link-data-above = I { $rows } rader er det flere { $things } enn { $chances }. De er brukt; sjekk tallene.
link-data-caption = Rader etter hva som ble av dem
link-rows-used = Brukt
link-dropped-idle = Utelatt: verken { $chances } eller { $things }
link-dropped-without-contacts = Utelatt: { $things } uten { $chances }; sjekk tallene
link-dropped-missing = Utelatt: færre enn to publiserte tall i de fire rundene før
link-dropped-no-complaints = Utelatt: team uten { $things } ({ $units })
link-dropped-constant = Utelatt: team der tallene aldri endret seg ({ $units })
link-dropped-period = Utelatt: runder uten { $things } ({ $units })
link-dropped-separated = Utelatt: rader som ikke sier noe om en forskjell
link-method-1 = Hvert team sammenlignes med seg selv: Klaget, smilte eller roste kundene mer eller mindre enn vanlig i runder etter at belastningen eller tilfredsheten lå over teamets eget vanlige nivå? Varige forskjeller mellom team spiller ingen rolle.
link-method-2 = Teamene sammenlignes i de samme rundene, slik at det de alle har felles, faller bort.
link-method-3 = Tallet fra de ansatte er gjennomsnittet av de fire rundene før, hvis minst to av dem er publisert. Klager og ros telles på dagen de gjelder, fjes på dagen noen trykket.
link-method-4 = Intervallet viser hva annet som passer med dataene: I 95 av 100 slike undersøkelser inneholder det det sanne tallet. Det blir aldri utelatt.
link-method-5 = Svaret sier at to ting følges ad. Det sier ingenting om hvorfor, og ingenting om én bestemt person.
link-expert-title = Detaljer for statistikere
link-expert-1 = Poisson pseudo-maximum likelihood med effekter for team og runde (med færre enn seks team en utvikling, og en sesong fra to år), kundekontakter som eksponering; for smilefjes alle trykk på fjesene.
link-expert-2 = Intervaller fra linearisert klynge-jackknife (CV3L) og Students t med én frihetsgrad mindre enn klynger: enhetene over teamene der det er minst seks av dem, ellers team eller disse enhetene, det som gir det videste intervallet. p er den største av denne testen, gjort gyldig hver gang tallene vurderes ved å fordele sannsynligheten over logaritmen av antall runder (Lan og DeMets), og en test der fortegn snus; korrigert med Holms metode for to tall og med Benjamini og Hochbergs over enhetene som regnes ut sammen (q 0,10).
link-expert-3 = Holdt fast ved siden av team og runder: teamets egen rate i de fire rundene før, logaritmen av eksponeringen, og fra 52 runder en egen bølge og utvikling for hvert team, der de er verdt parametrene sine. Hva som kommer først: fire runder etter ved siden av fire før, og gjennomsnittet av åtte etter, slått sammen med Cauchys metode; under 0,05 kan kundene komme først. Avstandene er tilpasset én om gangen på felles rader, atten forsinkelser korrigert med Benjamini og Hochbergs metode; kontrollene for seg. Summen er et Almon-polynom av grad to over ni runder.
link-expert-4 = En sirkulær forskyvning av hvert teams tall vokter mot to langsomme utviklinger uten sammenheng.
link-expert-5 = Innenfor team, mellom team og under ett: hvert tall alene, CR1-feil; mellom team med Mundlaks metode.
link-expert-6 = Forutsigelser: rullende start etter 52 runder, ny tilpasning hver fjerde; Diebold og Marianos test med Harveys korreksjon, ensidig. Forutsier bare med gevinst over null mot alle tre og p under 0,10 over minst 26 runder.
link-expert-7 = Ingenting anslås under tre team og ingenting testes under seks; det trengs 100 klager (eller smilefjes, eller ros), og et intervall der øvre ende er mer enn tre ganger den nedre, er ikke noe svar. Den enkleste sammenligningen holder bare team og runder fast.

help-views = Måter å se det på
help-views-1 = Team viser hvert team ved siden av sitt eget vanlige nivå. Varmekartet viser ett tall for mange enheter, runde for runde: En prikket rute er et skjult tall, en tom plass har ikke noe tall.
help-views-2 = Steder setter klagerater side om side. Båndet viser hvor en enhet av den størrelsen kan ligge ved en tilfeldighet, når enheter ellers er så ulike som de er. Små enheter ligger derfor nesten alltid innenfor. Arbeidsmengde setter belastning ved siden av klager i de samme ukene. Begge er bilder av enheter side om side; bare sammenhengen sammenligner hvert team med seg selv.
help-views-3 = «Det som betyr mest» veier hver påstand: hvor langt tallet ligger fra organisasjonens, ganget med hvor mye tilfredsheten endrer seg når et team ligger over sitt eget vanlige nivå. De samme menneskene svarer på begge i samme uke, så de to følger lett hverandre.
help-views-4 = Et tiltak har en første dag. Siden om det sammenligner nivået siden da med nivået før, med et intervall, og gjør den samme sammenligningen på tidligere dager, da ingenting begynte. Dukker like store endringer ofte opp der, kan det være tilfeldig. Sesong og annet som endret seg samtidig, er også med i tallet.
help-views-5 = Et notat er et flagg på diagrammene for enheten og enhetene under den. Det kan også gi et nytt utgangspunkt: Derfra regnes det vanlige nivået på nytt.

# Vårt ved siden av deres
nav-competitors = Konkurrenter
competitors-title = Vårt ved siden av deres
competitors-heading =
    { $ask ->
        [0] Vårt ved siden av deres
        [1] Gjelder ett notat fortsatt?
       *[other] Gjelder { $ask } notater fortsatt?
    }
competitors-lead = Hva konkurrentene gjør, etter tema, det nyeste først. Etter 90 dager spør vi om det fortsatt gjelder. De samme notatene står som flagg på diagrammene.
competitors-none = Ingenting er sammenlignet ennå
competitors-none-text = Skriv et notat om en konkurrent: hva de gjør, og hva dere gjør, side om side.
competitors-who = Hvem
competitors-when = Når
competitors-since = siden { $day }
competitors-confirmed = gjaldt fortsatt { $day }
competitors-ask = Gjelder det fortsatt?
competitors-still = Gjelder fortsatt
competitors-ended = Ikke lenger
competitors-done-still = Det gjelder fortsatt.
competitors-done-ended = Det gjelder ikke lenger.
competitors-campaigns = Kampanjer
note-act-still = Gjelder fortsatt
note-act-ended = Gjelder ikke lenger

# Det kundene sier ved siden av klager
measure-smiles = Smilefjes (%)
measure-satisfied = Fornøyde etter besøk (%)
measure-compliments = Ros per 1 000 kundekontakter
measure-returns = Medlemmer som kom igjen (%)
measures-customers = Kunder, ved siden av klager
chart-note-smiles = På skjermer med fjes; de som trykker, har valgt det selv, og kan gjøre det igjen
chart-note-satisfied = 4 eller 5 av 5 i spørreskjema etter besøk; de som svarer, har valgt det selv
chart-note-compliments = Ros gitt i skranken, på kort eller på telefon
chart-note-returns = Kom igjen hvor som helst innen 60 dager, av medlemmene som var der
note-customers-monthly = Dette måltallet telles per måned: Velg måneder eller kvartaler for å se det.
help-views-6 = Ved siden av klager viser utviklingen én serie til fra kundene, hvis du velger den: smilefjes, fornøyde etter besøk, ros per 1 000 kundekontakter, medlemmer som kom igjen. Fjes og spørreskjema besvares av dem som velger det selv, og medlemmene er noen få som har sagt ja. Les tallene sammen med klagene, ikke i stedet for dem.
