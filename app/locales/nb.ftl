# Alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som en.ftl.

# Perioder og småord
period-week = uke { $week }, { $year }
period-quarter = { $quarter }. kvartal { $year }
resolution-day = Dag
resolution-week = Uke
resolution-month = Måned
resolution-quarter = Kvartal
teams =
    { $count ->
        [1] 1 team
       *[other] { $count } team
    }
released-on = publisert { $date }
show = Vis
search = Søk
choose = Velg
cancel = Avbryt
pager = Sider
pager-back = Forrige side
pager-on = Neste side
pager-place = Side { $page } av { $pages }

# Tall som ord, brukt inne i andre meldinger
spelled-count =
    { $count ->
        [1] én
        [2] to
        [3] tre
        [4] fire
        [5] fem
        [6] seks
        [7] sju
        [8] åtte
        [9] ni
       *[other] { $count }
    }
spelled-open =
    { $open ->
        [1] Én
        [2] To
        [3] Tre
        [4] Fire
        [5] Fem
        [6] Seks
        [7] Sju
        [8] Åtte
        [9] Ni
       *[other] { $open }
    }
spelled-urgent =
    { $urgent ->
        [1] én
        [2] to
        [3] tre
        [4] fire
        [5] fem
        [6] seks
        [7] sju
        [8] åtte
        [9] ni
       *[other] { $urgent }
    }
spelled-span =
    { $resolution ->
        [day] { spelled-count } dager
        [week] { spelled-count } uker
        [month] { spelled-count } måneder
       *[quarter] { spelled-count } kvartaler
    }

# Rammen rundt hver side
site-description = Trivsel spør ansatte hvordan de har det på jobb, teller det kundene sier, og viser ærlig om de to følger hverandre.
skip = Hopp til innholdet
synthetic-title = Oppdiktede data.
synthetic-text = Alle personer, team, kunder og tall her er laget for denne demoen.
nav-label = Hovedmeny
nav-check-in = Innsjekk
nav-trends = Utvikling
nav-complaints = Klager
nav-review = Gjennomgang
nav-imports = Import
theme-auto = Fargene følger enheten din. Bytt til mørke.
theme-dark = Mørke farger. Bytt til lyse.
theme-light = Lyse farger. Bytt til det enheten din bruker.
sign-out = Logg ut
foot-promise = Trivsel lagrer opptellinger. Aldri svarene til én person.
foot-label = Om Trivsel
foot-help = Hjelp
foot-privacy = Personvern
foot-numbers = Slik blir tallene til

# Innlogging
sign-in-title = Logg inn
sign-in-needed = Logg inn for å åpne denne siden. Du kommer rett tilbake hit etterpå.
sign-in-signed-out = Du er logget ut.
sign-in-email = E-postadresse eller ansattnummer
sign-in-password = Passord
sign-in-submit = Logg inn
sign-in-provider = Logg inn med { $provider }
leading-on = Gå videre for å logge inn
sign-in-demo-title = Prøv demoen
sign-in-demo-text = Velg en rolle og se deg rundt. Alle her er oppdiktet. Passordet er det samme for alle:
sign-in-demo-role = Rolle
sign-in-use = Logg inn
sign-in-use-label = Logg inn som { $role }, { $unit }

# Roller
role-employee = Ansatt
role-manager = Leder
role-service = Kundeservice
role-hr = HR
role-staff-representative = Tillitsvalgt
role-admin = Administrator

# Innsjekk
check-in-title = Hvordan er det på jobb?
check-in-eyebrow = { $period } · omtrent 20 sekunder
check-in-promise = Ingen kan se hvem som har svart hva: ikke lederen din, ikke vi. Svarene dine legges til i opptellingen for { $unit }, og så er de borte.
check-in-comment = Er det noe vi bør vite? Ikke skriv navn.
check-in-submit = Send svarene mine
check-in-final = Når svarene er sendt, kan de verken endres eller vises igjen.
check-in-after = Hva skjer med svarene mine?
receipt-title = Takk
receipt-eyebrow = Runde { $round }
receipt-lead = Svarene dine er telt med. Dette skjer nå.
receipt-counted = Svarene dine er lagt til i opptellingen. De finnes ikke lenger hver for seg.
receipt-closes = Runden er åpen ut { $date }.
receipt-shown = Når den er lukket, vises tall bare for grupper der minst { $k } har svart.
receipt-final = Ingen kan endre svarene dine eller slå dem opp igjen: ikke du, ikke lederen din, ikke vi.
receipt-to-team = Se hvordan det går i teamet ditt

# Spørsmålene, bank trivsel-1: ordlyden endres aldri uten et nytt merke
item-c1 = Hvordan passet arbeidsmengden til tiden du hadde siden forrige innsjekk?
item-c2 = Alt i alt, hvor bra eller dårlig har det vært på jobb siden forrige innsjekk?
item-r1 = Når jeg gjør en ekstra innsats, er det noen her som ser det og sier det.
item-r2 = Ut fra det jobben krever av meg, er lønna rimelig.
item-r3 = Ekstra timer og ekstra oppgaver blir håndtert rettferdig her.
item-r4 = Blant dem jeg jobber sammen med, er jeg en del av gjengen.
item-r5 = Når det går bra for bedriften, merker jeg at det kommer meg til gode også.
item-r6 = Jeg får hentet meg nok inn mellom arbeidsøktene.
item-r7 = Jeg må sjelden gjette hva som er viktigst akkurat nå.
item-r8 = Etter et vanskelig møte med en kunde får jeg hjelp til å legge det bak meg.
item-r9 = Hvis jeg står fast, får jeg tak i noen som hjelper.
item-r10 = Den som leder meg, behandler kundene slik vi selv blir bedt om å gjøre.
item-r11 = Jeg har fullmakt til å ordne opp for en kunde der og da.
item-r12 = Når vi sier fra om et problem, får vi høre hva det førte til.
scale-workload-1 = Altfor lite
scale-workload-2 = Litt for lite
scale-workload-3 = Omtrent passe
scale-workload-4 = Litt for mye
scale-workload-5 = Altfor mye
scale-quality-1 = Veldig dårlig
scale-quality-2 = Dårlig
scale-quality-3 = Sånn passe
scale-quality-4 = Bra
scale-quality-5 = Veldig bra
scale-agreement-1 = Helt uenig
scale-agreement-2 = Uenig
scale-agreement-3 = Verken eller
scale-agreement-4 = Enig
scale-agreement-5 = Helt enig
scale-skip = Vil ikke svare

# Det som måles
measure-response-rate = Svarprosent
measure-strain = Belastning
measure-overloaded = For mye å gjøre
measure-underloaded = For lite å gjøre
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
measure-room-to-put-it-right = Rom for å ordne opp
measure-being-heard = Å bli hørt
measure-complaints = Klager

# Utvikling: setningen først
headline-nothing = Ingenting å vise ennå.
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
legend-concern = verdt å se på
legend-better = bedre enn vanlig
legend-hidden = skjult: for få svar
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
note-provisional = Det vanlige området for klageraten er foreløpig: det bygger på færre enn 20 punkter.
note-cut = Diagrammet viser de siste { $count } periodene. Eldre tall er tatt vare på, og lengre perioder rekker lenger tilbake.

# Utvikling: diagram og tabell
chart-staff = Ansatte
chart-staff-note = poeng fra 0 til 100
chart-staff-note-turnout = 0–100 · siste runde: { $rate } % svarte, { $turnout } personer
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
chart-usual = vanlig { $value }
chart-all-hidden = Skjult: for få svar til å vise det trygt
chart-no-data = Ingen tall for disse periodene
point-value = { $label }, { $period }: { $value }.
point-hidden = { $label }, { $period }: skjult, fordi det er for få svar til å vise det trygt.
point-usual = Vanlig nivå { $usual }, vanlig område { $low } til { $high }.
rule-outside-high = Merket fordi det ligger over det vanlige området.
rule-outside-low = Merket fordi det ligger under det vanlige området.
rule-trend-high = Merket fordi sju eller flere punkter på rad har gått opp.
rule-trend-low = Merket fordi sju eller flere punkter på rad har gått ned.
rule-near-limit-high = Merket fordi to av tre punkter på rad ligger nær toppen av det vanlige området.
rule-near-limit-low = Merket fordi to av tre punkter på rad ligger nær bunnen av det vanlige området.
rule-shift-high = Merket fordi sju eller flere punkter på rad ligger over det vanlige nivået.
rule-shift-low = Merket fordi sju eller flere punkter på rad ligger under det vanlige nivået.
mark-concern = { $label }: verdt å se på
mark-better = { $label }: bedre enn vanlig
column-period = Periode
column-channel = Kanal
column-answered = Har svart
column-complaints = Klager
column-contacts = Kundekontakter
column-rate = Per 1 000 kontakter
column-mark = Merker
cell-hidden = skjult
cell-no-data = ingen data

# Sammenhengen: hva som opptrer sammen, aldri hva som skaper hva
link-title = Sammenhengen mellom jobb og klager
link-how = Hva vi vet, og hva vi ikke vet
link-word-strain = belastningen
link-word-satisfaction = tilfredsheten
link-step =
    { $step ->
        [1] 1 poeng
       *[other] { $step } poeng
    }
link-no-change = ingen endring
link-more = I ukene etter at { $predictor } i et team hadde ligget { $step } over teamets eget vanlige nivå, var det { $change } % flere klager per 1 000 kundekontakter (95 %-intervall: { $low } % til { $high } % flere). De samme ukene er sammenlignet på tvers av { $units } team.
link-fewer = I ukene etter at { $predictor } i et team hadde ligget { $step } over teamets eget vanlige nivå, var det { $change } % færre klager per 1 000 kundekontakter (95 %-intervall: { $low } % til { $high } % færre). De samme ukene er sammenlignet på tvers av { $units } team.
link-unclear = Vi fant ingen klar sammenheng. Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, passer dataene med alt fra { $low } % færre til { $high } % flere klager per 1 000 kundekontakter.
link-unclear-more = Vi fant ingen klar sammenheng. Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, peker dataene mot flere klager per 1 000 kundekontakter ({ $low } % til { $high } % flere), men ikke sikkert nok til å regnes som et funn.
link-unclear-fewer = Vi fant ingen klar sammenheng. Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, peker dataene mot færre klager per 1 000 kundekontakter ({ $high } % til { $low } % færre), men ikke sikkert nok til å regnes som et funn.
link-detectable = Med så mye data ville en forskjell på { $change } % eller mer blitt funnet fire av fem ganger.
link-early = Dette er et tidlig tegn: for få er sammenlignet til å bygge på det ennå.
link-slow-trends = Det kan være to langsomme utviklinger uten sammenheng: forskjøvet i tid ser de like nære ut.
link-scope = Regnet ut på tvers av teamene i { $unit }.
link-pending = Ikke regnet ut ennå. Det skjer av seg selv etter at en runde er publisert eller kundedata er importert.
link-gate-units =
    { $have ->
        [1] For få team til å gi et svar: bare ett har nok data, og det trengs { $needed }.
       *[other] For få team til å gi et svar: { $have } har nok data, og det trengs { $needed }.
    }
link-gate-periods = For tidlig til å gi et svar: et vanlig team har { $have } runder som kan brukes, og det trengs { $needed }.
link-gate-events =
    { $have ->
        [1] For få klager til å gi et svar: det er én, og det trengs { $needed }.
       *[other] For få klager til å gi et svar: det er { $have }, og det trengs { $needed }.
    }
link-gate-variation = Ikke noe svar ennå: { $predictor } i teamene har nesten ikke endret seg, så det er ingenting å sammenligne.
link-gate-separable = Ikke noe svar ennå: belastning og tilfredshet har fulgt hverandre så tett at de ikke kan skilles.
link-gate-estimable = Ikke noe svar: beregningen ga ikke et tall som er til å stole på.
link-gate-data = Ikke noe svar ennå: det trengs publiserte tall fra ansatte, og så klager og kundekontakter fra ukene etter, i de samme teamene.
link-small-print =
    { $units ->
        [1] 1 team
       *[other] { $units } team
    }, { $periods ->
        [1] 1 runde
       *[other] { $periods } runder
    }, { $events ->
        [1] 1 klage
       *[other] { $events } klager
    }{ $dropped ->
        [0] .
        [1] ; én rad utelatt.
       *[other] ; { $dropped } rader utelatt.
    } Dette opptrer sammen; det er ikke bevis for årsak. Det handler om team, aldri om enkeltpersoner.

# Det samme for en hvilken som helst tabell, på kommandolinjen
panel-more = Der { $predictor } lå { $step } over enhetens eget vanlige nivå, var raten { $change } % høyere (95 %-intervall: { $low } % til { $high } % høyere), på tvers av { $units } enheter og { $periods } perioder. Dette opptrer sammen; det er ikke bevis for årsak.
panel-fewer = Der { $predictor } lå { $step } over enhetens eget vanlige nivå, var raten { $change } % lavere (95 %-intervall: { $low } % til { $high } % lavere), på tvers av { $units } enheter og { $periods } perioder. Dette opptrer sammen; det er ikke bevis for årsak.
panel-unclear = Vi fant ingen klar sammenheng på tvers av { $units } enheter og { $periods } perioder. For { $predictor } { $step } over enhetens vanlige nivå passer dataene med alt fra { $low } % lavere til { $high } % høyere rate.
panel-unclear-more = Vi fant ingen klar sammenheng på tvers av { $units } enheter og { $periods } perioder. For { $predictor } { $step } over enhetens vanlige nivå peker dataene mot høyere rate ({ $low } % til { $high } % høyere), men ikke sikkert nok til å regnes som et funn.
panel-unclear-fewer = Vi fant ingen klar sammenheng på tvers av { $units } enheter og { $periods } perioder. For { $predictor } { $step } over enhetens vanlige nivå peker dataene mot lavere rate ({ $high } % til { $low } % lavere), men ikke sikkert nok til å regnes som et funn.
panel-gate-units =
    { $have ->
        [1] For få enheter til å gi et svar: bare én har nok data, og det trengs { $needed }.
       *[other] For få enheter til å gi et svar: { $have } har nok data, og det trengs { $needed }.
    }
panel-gate-periods = For få perioder til å gi et svar: en vanlig enhet har { $have } som kan brukes, og det trengs { $needed }.
panel-gate-events = For få hendelser til å gi et svar: det er { $have }, og det trengs { $needed }.
panel-gate-variation = Ikke noe svar: { $predictor } endrer seg nesten ikke innenfor enhetene, så det er ingenting å sammenligne.
panel-gate-separable = Ikke noe svar: forklaringstallene følger hverandre så tett at de ikke kan skilles.
panel-gate-estimable = Ikke noe svar: beregningen ga ikke et tall som er til å stole på.
panel-gate-data = Ikke noe svar: tabellen har for få rader som kan brukes.

# Klager: listen
cases-heading =
    { $open ->
        [0] Ingenting venter på deg
        [1] { $urgent ->
            [0] Én å se på
           *[other] Én å se på, og den haster
        }
       *[other] { $urgent ->
            [0] { spelled-open } å se på
            [1] { spelled-open } å se på, én haster
           *[other] { spelled-open } å se på, { spelled-urgent } haster
        }
    }
cases-keys = Trykk N for ny klage og / for å søke.
cases-new = Ny klage
cases-search = Søk i klager
cases-search-hint = Ord eller referanse
cases-show = Hvilke klager som vises
cases-show-open = Åpne
cases-show-closed = Ferdige
cases-show-all = Alle
cases-reference = Referanse
cases-age = Alder
cases-days =
    { $days ->
        [0] i dag
        [1] 1 dag
       *[other] { $days } dager
    }
cases-empty-title = Ingen klager her
cases-empty-text = Er en kunde misfornøyd, registrer det med en gang. Det tar et halvt minutt, og resten kan vente.
cases-none-found = Ingenting passer med søket
cases-none-found-text = Prøv færre eller andre ord, en referanse som K-12, eller let blant alle klager.

# Klager: skjemaet på 30 sekunder
case-new-title = Ny klage
case-new-eyebrow = Omtrent 30 sekunder
case-new-what-hint = Helst med kundens egne ord. Ikke skriv navn.
case-new-more = Når det skjedde og hvor alvorlig det er
case-new-when = Når skjedde det? Tomt betyr i dag.
case-new-submit = Registrer klagen
field-what = Hva skjedde
field-category = Hva gjelder det?
field-channel = Hvordan nådde den oss?
field-severity = Hvor alvorlig er det?
field-unit = Enhet
field-happened-on = Skjedde
field-note = Notat
field-stage = Trinn
field-file = Fil
field-comment = Kommentar
field-answer = Svar
field-login = E-postadresse eller ansattnummer
field-password = Passord
field-new-password = Nytt passord
field-repeat = Nytt passord en gang til
field-code = Kode
field-name = Navn
field-number = Nummer
field-email = E-postadresse
field-role = Rolle
field-parent = Enhet over
field-kind = Type enhet
field-from-on = Fra
field-into = Slå sammen med
field-search = Søk
category-system = Systemer og maskiner
category-process = Måten ting gjøres på
category-product = Vare eller resultat
category-price = Pris og betaling
category-waiting = Ventetid
category-facilities = Lokaler
category-information = Informasjon
category-staff_conduct = Måten noen oppførte seg på
channel-in_person = Personlig
channel-phone = Telefon
channel-email = E-post
channel-mail = Brev
channel-web_card = Nettkort
channel-social = Sosiale medier
channel-other = Annet
severity-low = Mindre alvorlig
severity-normal = Vanlig
severity-high = Alvorlig
severity-safety = Sikkerhet
severity-discrimination = Diskriminering

# Klager: saken
stage-received = Mottatt
stage-acknowledged = Bekreftet
stage-assessed = Vurdert
stage-investigating = Undersøkes
stage-answered = Besvart
stage-closed = Lukket
stage-reopened = Gjenåpnet
case-to-acknowledged = Kunden vet at vi har den
case-to-assessed = Merk som vurdert
case-to-investigating = Begynn å undersøke
case-to-answered = Kunden har fått svaret vårt
case-to-closed = Lukk saken
case-to-reopened = Åpne saken igjen
case-logged = Klagen er registrert. Referanse og kode:
case-logged-text = Skriv begge ned til kunden nå. Koden lagres bare i uleselig form, så ingen kan finne den igjen senere.
case-received = mottatt { $at }
case-steps = Det som er gjort
case-note = Notat
case-next = er neste steg
case-note-hint = Hva som er gjort eller funnet ut. Lagres sammen med steget du velger.
case-add-note = Lagre bare notatet

# Gjennomgang
review-title = Gjennomgang av { $quarter }
review-quarter = Kvartal
review-csv = Last ned CSV
review-xlsx = Last ned Excel
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
export-unit-number = Enhetsnummer
export-unit = Enhet
export-round = Runden starter
export-measure = Mål
export-measure-label = Mål med ord
export-value = Verdi
export-lower = Nedre 95 %
export-upper = Øvre 95 %
export-turnout = Har svart
export-state = Status

# Import: start og liste
imports-title = Import
imports-lead = Velg en fil. Du ser hva som vil skje, før noe blir lagret.
imports-kind = Hva filen inneholder
imports-file-hint = CSV med kolonnenavn i første rad; komma, semikolon eller tabulator mellom cellene. Høyst 10 MB.
imports-check = Sjekk filen
imports-none = Du har ikke importert noe ennå.
imports-recent = Dine siste importer
imports-rows = Rader
imports-at = Lastet opp
imports-state = Status
import-kind-complaints = Enkeltklager
import-kind-contacts = Kundekontakter per enhet og dag
import-kind-history = Historikk: klager og kundekontakter per enhet og periode
import-state-checked = Venter på deg
import-state-queued = Venter på tur
import-state-running = Lagres nå
import-state-done = Lagret
import-state-failed = Ikke lagret
import-field-unit = Enhetsnummer
import-field-date = Dato
import-field-period = Periode (dag, uke, måned eller kvartal)
import-field-complaints = Antall klager
import-field-contacts = Antall kundekontakter
import-field-what = Hva skjedde
import-field-category = Kategori
import-field-channel = Kanal
import-field-severity = Alvorlighet
import-field-reference = Deres egen referanse

# Import: én fil
imports-step-file = Fil
imports-step-check = Sjekk
imports-step-done = Lagret
imports-clean =
    { $rows ->
        [1] Den ene raden i filen kan importeres. Ingenting lagres før du sier ja.
       *[other] Alle { $rows } radene kan importeres. Ingenting lagres før du sier ja.
    }
imports-confirm =
    { $rows ->
        [1] Importer 1 rad
       *[other] Importer { $rows } rader
    }
imports-working = Lagrer: { $done } av { $rows } rader så langt. Du kan gå fra siden; arbeidet fortsetter.
imports-progress = Rader lagret så langt
imports-done =
    { $rows ->
        [1] Ferdig: 1 rad er lagret.
       *[other] Ferdig: { $rows } rader er lagret.
    }
imports-failed = Importen stanset, og ingen rader ble lagret. Det som var lagret fra før, er uendret. Rett det som eventuelt står under, og last opp filen på nytt.
imports-back = Tilbake til import
imports-discard = Kast denne importen
imports-units = Enheter i filen
imports-new-units = Enheter som er nye
imports-span = Tidsrom
imports-problems =
    { $problems ->
        [0] Ingen rader har egne feil.
        [1] 1 feil, leste rader: { $rows }. Ingenting er lagret.
       *[other] { $problems } feil, leste rader: { $rows }. Ingenting er lagret.
    }
imports-more =
    { $more ->
        [1] Og 1 til.
       *[other] Og { $more } til. Rett disse først: resten følger ofte med.
    }
imports-at-row = Rad { $row }, kolonne { $column }
imports-columns = Hva hver kolonne er
imports-field = Vi trenger
imports-column = Kolonne i filen din
imports-example = For eksempel
imports-no-column = Finnes ikke i filen
imports-encoding = Tegnkoding
imports-creates-units = Lag nye team for enhetsnumre vi ikke kjenner (bare for administratorer av hele organisasjonen)
imports-check-again = Sjekk på nytt

# Import: hva som kan være galt med en rad
row-empty = Cellen er tom.
row-empty-remedy = Fyll den ut, eller fjern raden.
row-wrong-encoding = Teksten har tegn som ikke finnes i denne tegnkodingen.
row-wrong-encoding-remedy = Velg den andre tegnkodingen (UTF-8 eller Windows-1252), eller lagre filen som UTF-8.
row-wrong-width = Raden har { $cell } celler, og det er ikke like mange som i den første raden.
row-wrong-width-remedy = Se etter et skilletegn som mangler eller er for mye; sett anførselstegn rundt tekst som inneholder et.
row-not-a-date = «{ $cell }» er ikke en dato.
row-not-a-date-remedy = Skriv år, måned og dag, slik: 2026-11-17.
row-not-a-period = «{ $cell }» er ikke en dag, uke, måned eller et kvartal.
row-not-a-period-remedy = Skriv det som 2026-11-17, 2026-W47, 2026-11 eller 2026Q4.
row-in-future = «{ $cell }» har ikke begynt ennå.
row-in-future-remedy = Rett datoen, eller vent med raden til da.
row-not-a-number = «{ $cell }» er ikke et helt tall.
row-not-a-number-remedy = Bruk bare sifre: ingen desimaler, mellomrom eller benevning.
row-negative = «{ $cell }» er under null.
row-negative-remedy = Et antall er null eller mer. Rett tallet.
row-too-large = «{ $cell }» er for stort til å være et antall.
row-too-large-remedy = Sjekk at riktig kolonne er valgt, og at ikke flere tall har glidd sammen.
row-unknown-unit = Ingen enhet har nummeret «{ $cell }».
row-unknown-unit-remedy = Rett det, eller be en administrator legge til enheten.
row-foreign-unit = Du kan ikke importere for enheten «{ $cell }».
row-foreign-unit-remedy = Utelat raden, eller be noen som jobber med enheten, om å importere den.
row-duplicate = Det samme står allerede i rad { $row }.
row-duplicate-remedy = Behold én av de to radene.
row-already-stored = Dette er importert før.
row-already-stored-remedy = Utelat raden: den er allerede telt med.
row-overlaps = Det finnes allerede tall for noen av disse dagene, i perioder av en annen lengde.
row-overlaps-remedy = Bruk samme periodelengde som før; ellers ville dagene blitt telt to ganger.
row-not-a-choice = «{ $cell }» er ikke et av navnene vi kjenner.
row-not-a-choice-remedy = Kategori: system, process, product, price, waiting, facilities, information eller staff_conduct. Kanal: in_person, phone, email, mail, web_card, social eller other. Alvorlighet: low, normal, high, safety eller discrimination. Eller velg ingen kolonne for dette feltet.
row-too-long = Teksten er for lang.
row-too-long-remedy = Gjør den kortere.
row-unprintable = Teksten inneholder skjulte styretegn.
row-unprintable-remedy = Skriv teksten på nytt, eller lim den inn som ren tekst.

# Import: hva som kan være galt med en fil
file-empty = Filen er tom.
file-empty-remedy = Velg en annen fil, eller eksporter den på nytt.
file-no-rows = Filen har kolonnenavn, men ingen rader under.
file-no-rows-remedy = Legg til radene, eller velg en annen fil.
file-wrong-encoding = Rad { $row } har tegn som ikke finnes i denne tegnkodingen.
file-wrong-encoding-remedy = Velg den andre tegnkodingen (UTF-8 eller Windows-1252) og sjekk på nytt, eller lagre filen som UTF-8.
file-missing-column = Det er ikke valgt noen kolonne for «{ $column }».
file-missing-column-remedy = Si hvilken kolonne som er «{ $column }», og sjekk på nytt.
file-no-such-column = Filen har ingen kolonne som heter «{ $column }».
file-no-such-column-remedy = Velg en kolonne som finnes i filen, i stedet for «{ $column }», og sjekk på nytt.
file-double-column = To kolonner heter «{ $column }».
file-double-column-remedy = Gi en av kolonnene «{ $column }» et nytt navn i filen, og last den opp igjen.
file-too-many-rows = Filen har flere rader enn én import kan ta.
file-too-many-rows-remedy = Del den i filer på høyst fem millioner rader.
file-too-many-columns = Filen har mer enn 200 kolonner.
file-too-many-columns-remedy = Fjern kolonnene som ikke trengs, og last den opp igjen. Skulle den hatt færre, så sjekk at det er en CSV-fil, og at radene slutter med linjeskift.
file-long-head = Et kolonnenavn er lengre enn 200 tegn: «{ $column }».
file-long-head-remedy = Den første raden må ha korte kolonnenavn i stedet for «{ $column }». Har den det, så sjekk at raden slutter med linjeskift, og last opp filen igjen.
file-not-csv = Filen kan ikke leses som CSV fra rad { $row }.
file-not-csv-remedy = Se på rad { $row } og raden før: det kan mangle et anførselstegn. Regneark må lagres som CSV først.

# Hva som er galt med et felt
why-missing = Fyll ut dette.
why-too-long = Dette er for langt. Gjør det kortere.
why-not-a-choice = Velg et av alternativene.
why-not-a-date = Dette er ikke en dato i kalenderen.
why-in-future = Dette er fram i tid. Bruk i dag eller tidligere.
why-too-old = Dette er for langt tilbake. Sjekk årstallet.
why-unprintable = Dette inneholder skjulte tegn. Skriv det på nytt som ren tekst.
why-too-short = Dette er for kort til å være et passord. Bruk flere tegn; noen ord på rad er lette å huske.
why-too-common = Andre ville gjettet dette passordet tidlig. Velg et annet.
why-not-same = Dette er ikke likt feltet over. Skriv det på nytt.
why-wrong = Dette stemmer ikke. Se over det.
why-taken = Dette er i bruk fra før. Velg noe annet.
why-not-an-address = Dette er ikke en e-postadresse.
why-would-loop = En enhet kan ikke ligge under seg selv. Velg en annen enhet.
why-round-begun = En runde som begynte denne dagen eller senere, har telt hvem som hørte til hvor. Velg en senere dag.
why-not-closable = Åpne enheter eller folk hører fortsatt til her. Flytt eller lukk dem først.
why-own-role = Ingen endrer sine egne roller. Spør en annen administrator.
why-last-admin = Noen må være igjen til å styre organisasjonen. Gi rollen til en annen først.

# Hva som kan gå galt: hva som skjedde, hva som er trygt, hva du kan prøve
problem-sign-in-needed = Logg inn
problem-sign-in-needed-text = Du må være logget inn for å se denne siden, eller du ble logget ut etter en stund uten bruk. Ingenting er endret. Logg inn og prøv igjen.
problem-wrong-sign-in = Det stemte ikke
problem-wrong-sign-in-text = Det du skrev for å logge inn, og passordet hører ikke sammen. Kontoen din er uendret. Sjekk begge, pass på store bokstaver, og prøv igjen.
problem-provider-refused = Innloggingen via leverandøren gikk ikke
problem-provider-refused-text = Enten ble den ikke fullført i tide og i denne nettleseren, eller så har du ingen åpen konto her. Ingenting er endret. Prøv en gang til; skjer det igjen, så spør administratoren din.
problem-too-many-attempts = For mange forsøk
problem-too-many-attempts-text = Innlogging med denne adressen er satt på pause for å stenge ute dem som gjetter. Kontoen din er trygg. Vent et kvarter og prøv igjen.
problem-forbidden = Dette har du ikke tilgang til
problem-forbidden-text = Rollen din omfatter ikke dette, så ingenting ble vist eller endret. Spør administratoren hvis du trenger det i jobben.
problem-not-found = Vi finner ikke dette
problem-not-found-text = Enten finnes det ikke, eller så hører det til en enhet du ikke har tilgang til. Ingenting er endret. Sjekk adressen, eller begynn på nytt fra forsiden.
problem-already-answered = Du har allerede svart
problem-already-answered-text = Stemmen din i denne runden er brukt, og svarene dine er telt med. Ingenting er telt to ganger. Det kommer en ny runde.
problem-no-open-round = Ingen runde er åpen
problem-no-open-round-text = Det er ingenting å svare på akkurat nå. Det du har sendt før, er telt med. Kom tilbake når neste runde åpner.
problem-round-closed = Den runden er lukket
problem-round-closed-text = Skjemaet hørte til en tidligere runde, så disse svarene ble verken telt eller lagret. Åpne innsjekken på nytt for å svare i runden som er åpen nå.
problem-round-voided = Denne runden teller ikke
problem-round-voided-text = Runden ble erklært ugyldig mens du svarte, så svarene er ikke talt og ikke lagret. Begrunnelsen står ved diagrammene. Åpne innsjekken igjen når neste runde åpner.
problem-answers-by-code = Teamet ditt svarer på nettbrettet
problem-answers-by-code-text = I denne runden bruker teamet ditt engangskoder på et felles nettbrett. Ta en kode fra arket og tast den inn der. Ingenting er lagret her.
problem-code-unknown = Koden er ikke i bruk
problem-code-unknown-text = Se etter om bokstavene og tallene stemmer med lappen. En kode virker én gang og bare i én runde, og et nytt ark erstatter det gamle. Ta en annen kode hvis denne ikke virker.
problem-code-used = Koden er brukt
problem-code-used-text = Hver kode virker én gang. Det som ble svart med den, er talt. Har du ikke svart ennå, tar du en annen kode fra arket.
problem-not-on-roster = Du står ikke på listen for denne runden
problem-not-on-roster-text = Kontoen din hører ikke til noe team i denne runden, så det er ingen opptelling å legge svarene til i. Ingenting er lagret. Be lederen din eller HR sette deg på listen.
problem-case-moved-on = En kollega var raskere
problem-case-moved-on-text = Saken har gått videre siden du åpnet den. Saken er trygg, men steget og notatet ditt ble ikke lagret. Åpne den igjen og se hvor den står nå.
problem-invalid = Se over disse feltene
problem-invalid-text = Ingenting er lagret ennå. Rett feltene som er merket, og send på nytt.
problem-too-large = Det var for stort
problem-too-large-text = Det du sendte, er større enn vi kan ta imot, så ingenting er lagret. Filer kan være opptil 10 MB. Del eller forkort det og prøv igjen; en administrator kan importere større filer på selve serveren.
problem-address-too-long = Adressen er for lang
problem-address-too-long-text = Det som står i adressefeltet, er lengre enn vi leser, så ingenting ble slått opp. Begynn på forsiden og velg på nytt hva du vil se.
problem-too-slow = Det tok for lang tid å komme fram
problem-too-slow-text = Det du sendte, kom ikke helt fram i tide, så ingenting er lagret. Er nettet dårlig, prøv igjen der det er bedre; en stor fil kan deles opp.
problem-took-too-long = Dette tok for lang tid
problem-took-too-long-text = Vi ble ikke ferdige med svaret i tide. Det du nettopp sendte, kan være lagret eller ikke: se etter før du sender det på nytt.
problem-crowded = For mange på én gang
problem-crowded-text = Akkurat nå kommer det flere forespørsler fra nettverket ditt enn vi svarer på samtidig. Det du nettopp sendte, er ikke lagret. Vent noen sekunder og prøv igjen.
problem-unreadable = Vi kunne ikke lese det
problem-unreadable-text = Det som kom fram, var ufullstendig eller i en form vi ikke kjenner. Ingenting er lagret. Gå tilbake, last siden på nytt, og prøv en gang til.
problem-import-not-ready = Denne importen kan ikke gå videre
problem-import-not-ready-text = Enten har noen rader fortsatt feil, eller så er importen allerede satt i gang. Ingenting er lagret to ganger. Åpne importen for å se hvor den står.
problem-busy = Databasen er opptatt
problem-busy-text = Akkurat nå lagres noe som tar tid, for eksempel en import. Det du skrev, står her fortsatt: vent litt og send på nytt.
problem-busy-plain = Akkurat nå lagres noe som tar tid, eller databasen holder på å starte. Ingenting av det du sendte, ble lagret: gå tilbake, vent litt og send på nytt.
problem-cannot-store-plain = Ingenting av det du sendte, ble lagret. Gå tilbake og send det på nytt om noen minutter. Fortsetter det, så si fra til den som drifter Trivsel, at disken kan være full.
kept-send-again = Send på nytt
problem-cannot-store = Ingenting kan lagres akkurat nå
problem-cannot-store-text = Det du nettopp sendte, ble ikke lagret. Det du skrev, står her fortsatt: send det på nytt om noen minutter. Fortsetter det, så si fra til den som drifter Trivsel, at disken kan være full.
problem-wrong-code = Koden stemte ikke
problem-wrong-code-text = Koden er feil eller brukt før. Kontoen din er uendret. Vent på neste kode i appen, eller bruk en gjenopprettingskode.
problem-proof-needed = Vis at det er deg
problem-proof-needed-text = Dette krever passordet eller koden din en gang til. Ingenting er endret ennå. Fyll inn under og send på nytt.
problem-second-factor-needed = Du trenger to-trinns innlogging
problem-second-factor-needed-text = Rollen din ser eller endrer ting som et passord alene ikke beskytter godt nok. Ingenting er endret. Slå på to-trinns innlogging, og gå videre.
problem-link-expired = Lenken eller koden virker ikke lenger
problem-link-expired-text = Den er brukt før, for gammel eller erstattet av en nyere. Kontoen din er uendret. Be om en ny.
problem-account-closed = Denne kontoen er stengt
problem-account-closed-text = Den er låst eller tilhører noen som har sluttet. Det som er svart før, er fortsatt talt med. Spør administratoren din.
problem-changed-meanwhile = Noen andre har endret dette i mellomtiden
problem-changed-meanwhile-text = Det du så, er ikke slik lenger. Endringen din ble ikke lagret, men deres ble det. Se på det igjen og gjør om det som fortsatt trengs.
problem-internal = Noe gikk i stykker hos oss
problem-internal-text = Det er ikke din feil, og feilen er logget. Det som var lagret fra før, er trygt; det du nettopp sendte, er kanskje ikke lagret. Vent et minutt og prøv igjen.
problem-to-start = Til forsiden
problem-to-receipt = Til kvitteringen
problem-to-cases = Til klagene

# Hjelp
help-title = Hva Trivsel gjør, og hva det ikke gjør
help-privacy = Svarene dine og personvernet ditt
help-privacy-1 = Når du sender en innsjekk, legger Trivsel til én i en opptelling for hvert av svarene dine og én i antallet som har svart, og merker at stemmen din i denne runden er brukt. Svarene dine skrives aldri ned samlet, og det står verken navn eller tidspunkt ved opptellingene. Derfor kan ingen slå opp hva du svarte, og derfor kan du heller ikke endre det etterpå. Ingen side viser hvem som har svart og hvem som ikke har det.
help-privacy-2 = En kommentar lagres for seg, uten navnet ditt og atskilt fra svarene. Ledere for enheten din og for enhetene over, HR og tillitsvalgte kan lese den, i én enhet og bare der mange nok har svart og skrevet; innsjekksiden sier hvor mange.
help-privacy-3 = Tallene kommer når runden er lukket og en ventetid er over. Tallene for en gruppe vises bare når nok personer har svart: fem, hvis ikke organisasjonen har valgt et annet tall, og aldri færre enn tre. De skjules også når noen kunne trukket en gruppe fra en annen og slik regnet seg fram til en mindre gruppe. Poeng rundes av, svært høye og svært lave trekkes litt innover, og antall personer vises som et område. Svarene til en leder telles i enheten over den lederen styrer.
help-privacy-4 = Ingen metode er perfekt, og du bør kjenne grensene. Hvis alle andre i gruppen din fortalte hverandre hva de svarte, kunne de regne ut din del. Når noen begynner eller slutter i et lite team, kan en endring i tallene gi et hint om hva den personen svarte. En kommentar kan kjennes igjen på skrivemåten. Og noen med full kontroll over serveren kunne sammenligne opptellingene før og etter at én person svarer. Den som har full kontroll over maskinen databasen går på, kunne fulgt med mens svarene kommer inn; det kan ikke noe program utelukke.
help-numbers = Slik blir tallene til
help-numbers-1 = Svar på en skala med fem trinn blir til poeng fra 0 til 100: alle på det laveste svaret ville gitt 0, alle på det høyeste 100. Poengene vi viser, ligger mellom 13 og 87, slik at et team der alle er enige, ikke røper hva hver enkelt svarte. Tall for en måned eller et kvartal er gjennomsnittet av rundene som ble vist.
help-numbers-2 = Arbeidsmengden kan bli feil begge veier, så den har tre tall: andelen med for mye å gjøre, andelen med for lite, og belastning. Belastningen er 0 når ingen har for mye å gjøre, og 100 når alle har altfor mye.
help-numbers-3 = Svarprosenten er andelen av dem på listen som svarte, i trinn på 10 %. Jo flere som svarer, desto mer sier tallene. Det britiske arbeidstilsynet (HSE) bruker 50, 60, 70 og 80 % som grove trinn; under 50 % bør tallene leses med forsiktighet, for de som ikke svarte, kan mene noe annet.
help-numbers-4 = Klageraten er klager per 1 000 kundekontakter. Det rolige båndet i et diagram er det vanlige området: hvor mye et tall svinger tilfeldig. Et punkt merkes når en av fire regler fra NHS Englands «Making Data Count» slår inn: det ligger utenfor båndet; sju på rad går samme vei; to av tre ligger nær kanten; eller sju på rad ligger på samme side av det vanlige nivået. Båndet trenger 12 punkter og er foreløpig til det er 20. Flere registrerte klager kan også bety at flere kunder tør å si fra.
help-link = Sammenhengen mellom jobb og klager
help-link-1 = Trivsel sammenligner hvert team med seg selv. Når belastningen eller tilfredsheten i et team over de fire rundene før lå over teamets eget vanlige nivå, var klagene per 1 000 kundekontakter annerledes enn vanlig? Teamene sammenlignes i de samme ukene, slik at en travel sesong eller en helligdag som alle deler, ikke teller med. Et funn skrives aldri uten usikkerheten sin: hva annet som fortsatt passer med dataene.
help-link-2 = Det som kommer ut, er at to ting opptrer sammen, ikke hvorfor. Noe annet kan ligge bak begge, og sinte kunder kan slite på ansatte like gjerne som omvendt. Setningen handler om team. Den sier ingenting om én bestemt person.
help-link-3 = Et svar krever minst 6 team med klager, kundekontakter og tall fra ansatte, 12 runder for et vanlig team, og 100 klager. Med 6 til 11 team kalles det et tidlig tegn. «Ingen klar sammenheng» betyr ikke at det ikke finnes noen: setningen sier hvilke forskjeller som fortsatt passer med dataene. Mangler det noe, sier siden hva.
help-link-4 = Studier av mange arbeidsplasser (for eksempel Harter, Schmidt og Hayes, 2002, med 7 939 enheter) har funnet at der ansatte er mer fornøyde, er kundene gjerne litt mer fornøyde også, men utslagene er beskjedne, og senere studier er uenige om hvilken vei de går.
help-questions = Spørsmålene
help-questions-1 = Ordlyden i spørsmålene er vår egen. De er ikke et validert måleinstrument, så ikke sammenlign resultatene med dem fra andre undersøkelser.
help-questions-2 = To kjernespørsmål kommer i hver runde: arbeidsmengden, og hvordan det har vært på jobb alt i alt. Tolv andre går på rundgang, to i hver runde, de samme to for alle; seks runder dekker alle. Du kan la være å svare på et hvilket som helst spørsmål.

# Klagene i demoen
demo-complaint-system-1 = Kortterminalen var nede igjen, og jeg hadde ikke kontanter på meg.
demo-complaint-system-2 = Appen sa at bestillingen var klar, men ingen bak disken kunne finne den.
demo-complaint-system-3 = Bestillingssiden sendte meg to bekreftelser med hver sitt klokkeslett.
demo-complaint-process-1 = Jeg måtte forklare det samme til tre forskjellige før noen kunne hjelpe.
demo-complaint-process-2 = Jeg ba om å få pengene tilbake for to uker siden og har ikke hørt noe.
demo-complaint-process-3 = Bordet mitt var bestilt til seks, men i boka sto det fire.
demo-complaint-product-1 = Jakka gikk opp i sømmen andre gang jeg brukte den.
demo-complaint-product-2 = Suppa var lunken, og brødet var fra dagen før.
demo-complaint-product-3 = Jeg fikk feil størrelse, sendte den i retur og fikk feil størrelse igjen.
demo-complaint-price-1 = Prisen i kassa var høyere enn den på hylla.
demo-complaint-price-2 = Jeg ble belastet to ganger for det samme kjøpet.
demo-complaint-price-3 = Kampanjeprisen ble ikke trukket fra før jeg sa fra om det.
demo-complaint-waiting-1 = Jeg sto i kø i 40 minutter mens bare én kasse var åpen.
demo-complaint-waiting-2 = Jeg ventet i telefonen i en halvtime, og så ble linja brutt.
demo-complaint-waiting-3 = Maten kom mer enn en time etter at vi hadde bestilt.
demo-complaint-facilities-1 = Toalettene var skitne, og det var tomt for såpe.
demo-complaint-facilities-2 = Heisen var ute av drift, så jeg kom ikke inn med barnevogna.
demo-complaint-facilities-3 = Det var så kaldt på venterommet at vi beholdt jakkene på.
demo-complaint-information-1 = På nettsiden sto det åpent til åtte, men døra var låst klokka sju.
demo-complaint-information-2 = Ingen sa fra om at varen måtte bestilles først.
demo-complaint-information-3 = Skiltet på parkeringsplassen sier tre timer, men jeg fikk bot etter to.
demo-complaint-staff-conduct-1 = Den som satt i skranken, himlet med øynene da jeg spurte om noe.
demo-complaint-staff-conduct-2 = Jeg fikk høre at det var min egen feil, og ingen sa unnskyld.
demo-complaint-staff-conduct-3 = To ansatte fortsatte å prate med hverandre mens jeg sto der og ventet.

## Audit log
nav-audit = Logg
audit-title = Revisjonslogg
audit-lead = Hvem som har endret folk, roller, enheter og innstillinger, hvem som har tatt ut filer, og hvem som har logget inn med mer enn rollen som ansatt. Ingenting om innsjekker skrives her, heller ikke når noen bare logger inn for å sjekke inn. Rader kan legges til, aldri endres eller fjernes.
audit-event = Hendelse
audit-all = Alle hendelser
audit-check = Sjekk at ingenting er endret
audit-whole = Loggen er hel: { $rows } rader, og hver passer med den før.
audit-whole-text = For å se senere om rader er kuttet på slutten, ta vare på dette fingeravtrykket av den nyeste raden:
audit-broken = Loggen er brutt ved rad { $row }.
audit-broken-text = Denne raden, eller den før, er endret eller tatt bort bak programmets rygg. Ta en kopi av databasen slik den er, og si fra til den som drifter den, og til de tillitsvalgte.
audit-empty-title = Her står det ingenting ennå
audit-empty-text = Innlogginger, endringer og filer som tas ut, listes her med de nyeste først.
audit-number = Nr.
audit-when = Når
audit-what = Hva
audit-who = Hvem
audit-about = Om
audit-older = Eldre
audit-newest = Nyeste
event-signed-in = Logget inn
event-sign-in-refused = Innlogging avvist
event-signed-out = Logget ut
event-denied = Avvist
event-password-changed = Passord satt
event-second-factor-added = Ekstra faktor lagt til
event-second-factor-removed = Ekstra faktor fjernet
event-recovery-codes-made = Gjenopprettingskoder laget
event-recovery-code-used = Gjenopprettingskode brukt
event-sessions-ended = Økter avsluttet
event-link-asked = Lenke sendt
event-code-printed = Engangskode skrevet ut
event-provider-linked = Annen innlogging koblet til
event-account-made = Konto laget
event-account-locked = Konto låst
event-account-unlocked = Konto åpnet igjen
event-person-left = Sluttet
event-person-changed = Opplysninger endret
event-person-moved = Plass endret
event-role-given = Rolle gitt
event-role-taken = Rolle tatt bort
event-unit-opened = Enhet åpnet
event-unit-renamed = Enhet fikk nytt navn
event-unit-moved = Enhet flyttet
event-unit-closed = Enhet lukket
event-unit-merged = Enhet slått sammen
event-imported = Fil importert
event-exported = Fil tatt ut
event-own-data-taken = Egne data tatt ut
event-round-changed = Runde endret
event-jobs-resumed = Datoen bekreftet, rundene går videre
event-threshold-changed = Regler for frigivelse
# Egen konto, passord, to-trinns innlogging, e-post
event-account-closed = Egen konto lukket
account-link = Kontoen din, { $name }
sign-in-forgot = Glemt passordet?
sign-in-code = Jeg har en kode på papir
sign-in-closed = Kontoen din er lukket. Takk for tiden sammen med oss.
code-title = Ett steg til
code-lead = Kontoen din har to-trinns innlogging. Åpne appen og skriv inn de seks sifrene den viser nå.
code-label = Seks sifre eller en gjenopprettingskode
code-hint = Sifrene skifter hvert halve minutt. Hver kode virker én gang.
code-cancel = Logg inn som noen andre
forgot-title = Glemt passordet?
forgot-lead = Vi sender en lenke til e-postadressen på kontoen din. Den virker én gang, i et kvarter.
forgot-submit = Send meg en lenke
forgot-sent-title = Se i e-posten din
forgot-sent-text = Hvis det finnes en slik konto med e-postadresse, er en lenke på vei. Det tar et minutt eller to.
forgot-sent-else = Kommer det ikke noe? Se i søppelposten. Har du ingen e-postadresse i Trivsel, kan du be administratoren om en kode på papir.
forgot-back = Tilbake til innlogging
welcome-title = Velkommen, { $name }
welcome-lead = Velg et passord, så er du inne.
welcome-reset-title = Velg et nytt passord
welcome-reset-lead = Når det er lagret, blir du logget ut alle andre steder.
welcome-code-title = Logg inn med koden din
welcome-code-lead = Du har fått en kode på papir. Skriv den inn her én gang, og velg ditt eget passord.
welcome-code-label = Kode på papir
welcome-code-hint = Seksten bokstaver og sifre. Mellomrom, bindestreker og små bokstaver spiller ingen rolle.
welcome-submit = Lagre og gå videre
password-hint = Minst { $shortest } tegn. Noen ord etter hverandre er lette å huske og vanskelige å gjette.
proof-password-label = Passordet ditt en gang til
proof-password = Slik at ingen andre kan gjøre dette på en skjerm du har gått fra.
proof-code-label = Kode fra appen
proof-code = Seks sifre fra appen eller en gjenopprettingskode. Slik at ingen andre kan gjøre dette på en skjerm du har gått fra.
proof-again = Det er en stund siden du logget inn. Logg ut og inn igjen, og kom tilbake hit.
account-eyebrow = Kontoen din
account-changed-password = Passordet er byttet. Du er logget ut alle andre steder.
account-changed-factor = To-trinns innlogging er slått av.
account-who = Hvem du er her
account-mail = E-post går til
account-no-mail = Ingen e-postadresse
account-units = Du hører til
account-no-unit = Ingen enhet i dag
account-roles = Rollene dine
account-who-text = Stemmer noe ikke? Administratoren kan endre det.
account-look = Språk og farger
account-look-text = Lagres med kontoen, for alle enhetene dine.
account-lang = Språk
account-theme = Farger
account-theme-auto = Som på enheten
account-theme-light = Lyse
account-theme-dark = Mørke
account-look-save = Lagre
account-sign-in = Slik logger du inn
account-password-on = Du har et passord.
account-password-off = Du har ikke noe passord: du logger inn gjennom en annen tjeneste.
account-password-change = Bytt passord
account-password-lead = Når det er lagret, blir du logget ut alle andre steder.
account-password-now = Passordet ditt nå
account-factor = To-trinns innlogging
account-factor-chip = På
account-factor-on = { $left ->
    [0] Du logger inn med passord og app. Du har ingen gjenopprettingskoder igjen: lag nye.
    [one] Du logger inn med passord og app. Du har én gjenopprettingskode igjen.
   *[other] Du logger inn med passord og app. Du har { $left } gjenopprettingskoder igjen.
}
account-factor-off = Av. Med en app på telefonen er ikke et stjålet passord nok til å komme inn.
account-factor-waived = Av. Rollen din krever det; bare denne demoen slipper deg inn uten.
account-factor-add = Slå på
account-factor-remove = Slå av to-trinns innlogging
account-recovery-new = Nye gjenopprettingskoder
account-sessions = Her er du logget inn
account-device = { $browser } på { $system }
account-device-unknown = Ukjent enhet
account-session-times = Siden { $since }, sist brukt { $seen }
account-session-this = Denne
account-session-end = Logg ut
account-session-end-label = Logg ut { $device }
account-sessions-end-others = Logg ut alle andre steder
account-data = Det som er lagret om deg
account-data-text = Alt Trivsel lagrer med navnet eller kontoen din:
account-data-account = navnet ditt, hvordan du logger inn, rollene dine og hvor du er logget inn
account-data-places = { $count ->
    [one] én plass på listen til en enhet, nå eller tidligere
   *[other] { $count } plasser på listene til enheter, nå eller tidligere
}
account-data-rounds = { $count ->
    [one] at stemmen din er brukt i én runde, ikke hva du svarte
   *[other] at stemmen din er brukt i { $count } runder, ikke hva du svarte
}
account-data-imports = { $count ->
    [one] én import du har startet
   *[other] { $count } importer du har startet
}
account-data-exports = { $count ->
    [one] én fil du har tatt ut
   *[other] { $count } filer du har tatt ut
}
account-data-entries = { $count ->
    [one] én linje i loggen over hvem som har gjort hva
   *[other] { $count } linjer i loggen over hvem som har gjort hva
}
account-data-not = Ingen svar, ingen kommentarer og ingen steg i en klagesak lagres med navnet ditt.
account-data-take = Ta ut dataene dine
account-leave = Når du slutter
account-leave-text = Når jobben tar slutt, lukker administratoren eller HR kontoen din. Du kan også lukke den selv. Det du har svart, blir stående i tallene: ingen kan se hvilke svar som var dine.
account-close = Lukk kontoen min
factor-title = Slå på to-trinns innlogging
factor-lead = Et passord kan gjettes eller stjeles. Med to-trinns innlogging kommer ingen inn uten telefonen din, selv med passordet.
factor-lead-required = Rollen din ser eller endrer ting som gjelder andre, så et passord alene er ikke nok. Dette tar to minutter, én gang.
factor-step-1 = 1. Finn en app
factor-step-1-text = Alle apper for sekssifrede koder kan brukes, for eksempel den i passordbehandleren din, Aegis, Google Authenticator eller Microsoft Authenticator.
factor-step-2 = 2. Skann dette bildet
factor-step-2-text = Er du på telefonen allerede? Skriv dette inn i appen i stedet:
factor-picture = Bilde som appen skal skanne; det samme står ved siden av som tekst
factor-step-3 = 3. Skriv det appen viser
factor-code = Seks sifre
factor-code-hint = De skifter hvert halve minutt.
factor-submit = Slå på
factor-remove-lead = Etterpå er passordet alt som trengs for å komme inn.
factor-remove-hint = Uten to-trinns innlogging må det ha minst 15 tegn. Er ditt kortere, må du bytte det først.
recovery-title = Gjenopprettingskoder
recovery-lead = Hver av dem slipper deg inn én gang når du ikke har telefonen. Nye koder erstatter alle gamle.
recovery-made = Hver av dem slipper deg inn én gang når du ikke har telefonen. De vises bare nå: skriv ut siden eller noter dem.
recovery-keep = Legg dem der du har viktige papirer, ikke på selve telefonen.
recovery-on = Jeg har tatt vare på dem, gå videre
my-data-lead = Du får en fil med alt Trivsel lagrer med navnet eller kontoen din. Det noteres i loggen at du tok den ut.
my-data-submit = Last ned filen
close-lead = Bare administratoren kan åpne den igjen.
close-1 = Du blir logget ut overalt. Passordet, to-trinns innlogging og e-postadressen slettes.
close-2 = Plassen din på listen til enheten tar slutt i dag.
close-3 = Det du har svart, blir stående i tallene. Navnet ditt blir stående i loggen over hvem som har gjort hva.
close-confirm = Ja, lukk kontoen min
mail-invite = Velkommen til Trivsel hos { $organisation }
mail-invite-text =
    Hei, { $name }

    { $organisation } bruker Trivsel for å høre hvordan dere har det på jobb. Åpne denne lenken for å velge et passord. Den virker én gang, i sju dager:

    { $link }

    Ventet du ikke dette? Da trenger du ikke gjøre noe.
mail-reset = Nytt passord til Trivsel
mail-reset-text =
    Hei, { $name }

    Noen har bedt om et nytt passord til kontoen din i Trivsel. Åpne denne lenken for å velge et. Den virker én gang, i et kvarter:

    { $link }

    Var det ikke deg? Da trenger du ikke gjøre noe: passordet ditt er uendret.
mail-changed-password = Passordet ditt til Trivsel er byttet
mail-changed-password-text =
    Hei, { $name }

    Passordet til kontoen din i Trivsel er nettopp byttet, og du er logget ut alle andre steder.

    Var det ikke deg? Be om et nytt passord på { $address }, og si fra til administratoren.
mail-changed-factor = To-trinns innlogging til Trivsel er endret
mail-changed-factor-text =
    Hei, { $name }

    To-trinns innlogging for kontoen din i Trivsel er nettopp slått på eller av.

    Var det ikke deg? Bytt passord på { $address }, og si fra til administratoren.
# Import: enheter og personer
import-kind-units = Enheter i organisasjonen
import-kind-people = Personer: hvor de hører til og hva de har tilgang til
import-field-number = Nummer
import-field-name = Navn
import-field-kind = Type enhet
import-field-parent = Nummer på enheten over
import-field-email = E-postadresse
import-field-roles = Roller
import-field-from = Første dag i enheten
field-sure = Bekreftelsen din
imports-templates = Maler
imports-templates-text = Filer med de riktige kolonnene og to oppdiktede rader. Nummeret avgjør hvem eller hva en rad gjelder; samme fil en gang til endrer ingenting.
imports-template-units = Mal for enheter (CSV)
imports-template-people = Mal for personer (CSV)
imports-not-in-file = Ikke i filen
imports-complete-units = Filen er hele listen: enheter som ikke står i den, blir lagt ned
imports-complete-people = Filen er hele listen: de som ikke står i den, har sluttet (du selv blir alltid værende)
imports-rule-parent = En tom celle for enheten over plasserer enheten rett under organisasjonen.
imports-rule-kinds = Typene er organisasjon, region, sted og team. Enheter som finnes, beholder typen sin.
imports-rule-empty = En tom celle for adresse eller roller lar dem være som de er; en strek (-) tar dem bort.
imports-rule-roles = Roller er leder, kundeservice, hr, tillitsvalgt og administrator, flere med mellomrom. Leder og kundeservice gjelder i personens egen enhet, de andre i hele organisasjonen; leder:S1 nevner en annen enhet. Cellen lister opp alle rollene personen har.
imports-rule-nowhere = En strek (-) som enhetsnummer betyr at personen ikke hører til noen enhet.
imports-rule-from = Første dag kan ligge fram i tid. Uten den gjelder en ny plass fra i dag.
diff-clean =
    { $rows ->
        [1] Den ene raden i filen kan importeres. Se hva som vil bli endret; ingenting lagres før du sier ja.
       *[other] Alle { $rows } radene kan importeres. Se hva som vil bli endret; ingenting lagres før du sier ja.
    }
diff-none = Ingenting vil bli endret: alt i filen er allerede slik det skal være. Rader vi har sett på: { $unchanged }.
diff-confirm =
    { $changes ->
        [1] Gjør 1 endring
       *[other] Gjør { $changes } endringer
    }
diff-done =
    { $changes ->
        [1] Ferdig: 1 endring er gjort.
       *[other] Ferdig: { $changes } endringer er gjort.
    }
diff-changed-since = Organisasjonen er endret siden du bekreftet, så ingenting ble lagret. Under står det filen ville gjort nå. Se på det, og bekreft på nytt.
diff-next-people = Nye personer har en konto som ingen kan logge inn på ennå. Inviter dem, eller skriv ut koder til dem som ikke har e-postadresse.
diff-to-people = Til personene
diff-sure-people = { $gone } av { $of } personer står ikke i filen og vil slutte. Kontoene deres stenges, og rollene opphører. Er dette riktig fil, og er den fullstendig?
diff-sure-people-label = Ja, { $gone } personer har sluttet
diff-sure-units = { $gone } av { $of } enheter står ikke i filen og vil bli lagt ned. Er dette riktig fil, og er den fullstendig?
diff-sure-units-label = Ja, { $gone } enheter er lagt ned
diff-more =
    { $more ->
        [1] Og 1 endring til av samme slag.
       *[other] Og { $more } endringer til av samme slag.
    }
diff-unchanged = Uendret
diff-no-unit = ingen enhet
diff-no-address = ingen adresse
diff-from = { $change } fra { $day }
diff-closed = Lagt ned
diff-closed-line = { $number } { $name }
diff-left = Slutter
diff-left-line = { $number } { $name }, { $old }
diff-role-taken = Roller som tas bort
diff-role-taken-line = { $number } { $name }: ikke lenger { $role } i { $old }
diff-role-given = Roller som gis
diff-role-given-line = { $number } { $name }: { $role } i { $new }
diff-relocated = Enheter som flyttes
diff-relocated-line = { $number } { $name }: { $old } → { $new }
diff-moved = Personer som flytter
diff-moved-line = { $number } { $name }: { $old } → { $new }
diff-unplaced = Uten enhet
diff-unplaced-line = { $number } { $name }: { $old } → { $new }
diff-renamed = Nytt navn
diff-renamed-line = { $number } får nytt navn: { $old } → { $new }
diff-changed = Navn eller adresse endret
diff-changed-line = { $number } { $name }: { $old } → { $new }
diff-returned = Tilbake igjen
diff-returned-line = { $number } { $name }: { $new }
diff-opened = Nye enheter
diff-opened-line = { $number } { $name }, under { $new }
diff-added = Nye personer
diff-added-line = { $number } { $name }: { $new }
row-unknown-parent = Verken filen eller organisasjonen har en enhet med nummeret «{ $cell }».
row-unknown-parent-remedy = Rett nummeret på enheten over, eller legg til en rad for den enheten.
row-kind-does-not-fit = En enhet av typen «{ $cell }» kan ikke plasseres der.
row-kind-does-not-fit-remedy = Ovenfra og ned: organisasjon, region, sted, team. En enhet ligger under en av en type lenger opp; det er bare én organisasjon.
row-kind-fixed = Enheten finnes fra før og er av en annen type enn «{ $cell }».
row-kind-fixed-remedy = Bruk typen den har, eller gi den nye enheten et eget nummer.
row-parent-loop = Gjennom «{ $cell }» ville enheten ligget under seg selv.
row-parent-loop-remedy = Rett nummeret på enheten over i én av radene.
row-unit-closed = Enheten «{ $cell }» er lagt ned, eller ville blitt det med denne filen.
row-unit-closed-remedy = Bruk nummeret på en åpen enhet, eller legg til en rad for den.
row-not-closable = Det er fortsatt personer som hører til enheten «{ $cell }», så den kan ikke legges ned.
row-not-closable-remedy = Legg til en rad for enheten, eller flytt personene først.
row-foreign-person = Du kan ikke endre dette for «{ $cell }»: personen hører til, eller har en rolle, utenfor enhetene dine.
row-foreign-person-remedy = Utelat det, eller spør noen som administrerer hele organisasjonen.
row-duplicate-address = Den samme e-postadressen står allerede i rad { $row }.
row-duplicate-address-remedy = To personer kan ikke dele en adresse. Gi dem hver sin, eller la cellen stå tom: uten adresse logger man inn med nummeret.
row-address-taken = Noen andre logger allerede inn med «{ $cell }».
row-address-taken-remedy = Sjekk nummeret og adressen. Skal adressen virkelig gå fra én person til en annen, så ta den fra den første og importer, og gi den deretter til den andre.
row-not-an-address = «{ $cell }» er ikke en e-postadresse.
row-not-an-address-remedy = Skriv den som navn@example.org, eller la cellen stå tom.
row-unknown-kind = «{ $cell }» er ikke en type enhet.
row-unknown-kind-remedy = Skriv organisasjon, region, sted eller team.
row-unknown-role = «{ $cell }» er ikke en rolle.
row-unknown-role-remedy = Roller er leder, kundeservice, hr, tillitsvalgt og administrator, for en annen enhet slik: leder:S1. At noen er ansatt, følger av enheten.
row-foreign-role = Du kan ikke gi rollen «{ $cell }» der: det ligger utenfor enhetene dine.
row-foreign-role-remedy = Nevn en av enhetene dine, slik: hr:S1, eller spør noen som administrerer hele organisasjonen.
row-role-without-unit = Rollen «{ $cell }» gjelder i personens egen enhet, og personen har ingen.
row-role-without-unit-remedy = Nevn enheten, slik: leder:S1.
row-own-role = Denne raden ville endret dine egne roller.
row-own-role-remedy = La cellen for roller stå tom i denne raden, eller be en annen administrator importere den.
row-last-admin = Ingen ville vært igjen til å administrere organisasjonen.
row-last-admin-remedy = La noen beholde rollen administrator for hele organisasjonen.
row-round-begun = En runde som begynte { $cell } eller senere, har talt opp hvem som hørte til hvor.
row-round-begun-remedy = Bruk en senere dag; det en runde har talt opp, blir stående.
# Organisasjon og ansatte: felter
why-before-last-change = Enheten ble endret etter denne dagen. Velg en senere dag.
why-too-many = Det blir for mye på én gang. Velg færre.
nav-units = Organisasjon
nav-people = Ansatte
unit-kind-organisation = Organisasjon
unit-kind-region = Region
unit-kind-site = Sted
unit-kind-team = Team
unit-closed = lukket
from-on-earliest = Tidligste dag er { $date }: Runder som har begynt, blir som de var.

# Treet av enheter
units-lead = Alle enheter, og de som hører til der i dag.
units-new = Åpne en enhet
units-new-submit = Åpne enheten
units-number-hint = Nummeret de andre systemene deres bruker. Filer du importerer, finner enheten med det.
units-search = Søk etter navn eller nummer
units-closed-show =
    { $count ->
        [1] Vis den lukkede enheten
       *[other] Vis { $count } lukkede enheter
    }
units-closed-hide =
    { $count ->
        [1] Skjul den lukkede enheten
       *[other] Skjul { $count } lukkede enheter
    }
units-people =
    { $count ->
        [0] ingen
        [1] 1 person
       *[other] { $count } personer
    }
units-below =
    { $count ->
        [1] 1 enhet
       *[other] { $count } enheter
    }
units-below-of = under { $unit }
units-fresh-title = Begynn med den første enheten
units-fresh-text = Foreløpig finnes bare selve organisasjonen. Åpne regioner, steder og team én etter én, eller hent dem fra en fil.
units-fresh-import = Importer en fil
units-none-found = Ingen enhet passer
units-none-found-text = Søk etter en del av navnet eller etter nummeret.
units-show-all = Vis alle enheter
units-cut = Dette er de første 100. Skriv ett ord til for å finne færre.

# En enhet
unit-path = Enheter over
unit-people = Personer
unit-people-in-all = { $count } med enhetene under
unit-managers = Ledere
unit-no-manager = ingen ennå
unit-below = Enheter under
unit-new-below = Åpne en enhet under
unit-none-below = Ingen ennå.
unit-history = Hva som er endret
unit-no-history = Ingenting er endret siden enheten ble satt opp.
unit-closed-notice = Denne enheten har vært lukket siden { $date }. Tallene og sakene er beholdt.
unit-change-opened = Åpnet som «{ $from }»
unit-change-renamed = Byttet navn fra «{ $from }» til «{ $to }»
unit-change-moved = Flyttet fra { $from } til { $to }
unit-change-closed = Lukket
unit-change-merged = Slått sammen med { $to }
unit-change-absorbed = { $from } ble slått sammen med denne enheten
unit-act-rename = Gi nytt navn
unit-act-rename-title = Gi { $unit } nytt navn
unit-act-rename-text = Runder som har begynt, beholder det gamle navnet i tallene sine. Nummeret er det samme, så importer finner fortsatt enheten.
unit-act-rename-submit = Lagre navnet
unit-act-move = Flytt
unit-act-move-title = Flytt { $unit }
unit-act-move-text = Enheten flyttes med alle og alt under seg. Runder som har begynt, telles fortsatt der enheten var på rundens første dag. Roller for enheten blir som de er.
unit-act-move-submit = Flytt enheten
unit-move-nowhere = Det finnes ingen annen enhet den passer under. Åpne en først.
unit-act-merge = Slå sammen
unit-act-merge-title = Slå { $unit } sammen med en annen enhet
unit-act-merge-text =
    { $people ->
        [0] Enheten lukkes, og enhetene under den flyttes til den andre enheten.
        [1] Den ene på listen og alle enhetene under flyttes til den andre enheten, og denne lukkes.
       *[other] De { $people } på listen og alle enhetene under flyttes til den andre enheten, og denne lukkes.
    } Det som er telt og registrert før, blir hos denne enheten. Roller for enheten følger ikke med: Gi dem på nytt for den andre enheten. Dette kan ikke angres.
unit-act-merge-submit = Slå sammen og lukk
unit-merge-nowhere = Det finnes ingen annen åpen enhet av samme slag.
unit-act-close = Lukk
unit-act-close-title = Lukk { $unit }
unit-act-close-text = En lukket enhet tar ikke imot flere ansatte eller klager. Tallene og sakene beholdes. Dette kan ikke angres.
unit-act-close-submit = Lukk enheten
unit-close-blocked = Personer her: { $people }. Åpne enheter under: { $units }. Flytt dem først, eller slå enheten sammen med en annen.
unit-done-open = Enheten er åpnet.
unit-done-rename = Enheten har fått nytt navn.
unit-done-move = Enheten er flyttet.
unit-done-merge = Enheten er slått sammen med den andre og lukket.
unit-done-close = Enheten er lukket.

# Ansatte
people-count =
    { $count ->
        [0] Ingen
        [1] 1 person
       *[other] { $count } personer
    }
people-new = Legg til en person
people-new-submit = Legg til personen
people-search = Søk etter navn, nummer eller adresse
people-all-units = Alle enheter
people-all-states = Alle som er her
people-none-found = Ingen passer
people-none-found-text = Søk etter en del av navnet, eller velg en annen enhet eller tilstand.
people-empty-title = Her er det ingen ennå
people-empty-text = Legg til folk én etter én, eller hent dem fra en fil.
account-state-none = ingen konto
account-state-none-text = Det finnes ingen konto. Ingen kan logge inn.
account-state-new = ikke invitert
account-state-new-text = Personen kan ikke logge inn før hun eller han får en invitasjon eller en kode.
account-state-invited = invitert
account-state-invited-text = En invitasjon eller kode er på vei. Personen har ikke logget inn ennå.
account-state-active = aktiv
account-state-active-text = Personen har valgt passord og kan logge inn.
account-state-locked = låst
account-state-locked-text = Ingen kan logge inn med denne kontoen før du åpner den igjen.
account-state-left = sluttet
account-state-left-text = Kontoen er stengt, og rollene er borte.
person-account = Konto
person-details = Opplysninger
person-number = Ansattnummer
person-number-hint = Nummeret de andre systemene deres bruker. De som ikke har e-post, logger inn med det.
person-email = E-postadresse (hvis den finnes)
person-email-hint = La feltet stå tomt for dem som ikke har. De får en kode på papir i stedet.
person-email-change-hint = Med ny adresse logger personen inn med den, og lenker til den gamle slutter å virke.
person-no-email = ingen
person-first-day = Første dag der
person-first-day-hint = Runder som har begynt, endres ikke.
person-last-day = Siste dag her
person-nowhere-yet = Ingen steder ennå
person-place = Hvor personen hører til
person-no-place = Ikke på noen liste ennå, så personen kan ikke sjekke inn.
person-from = siden { $from }
person-from-to = { $from } til { $to }
person-roles = Roller
person-no-roles = Ingen rolle utenom å sjekke inn.
person-role-unit = For denne enheten og alle under
person-role-since = gitt { $date }
person-take-role-label = Ta bort: { $role }, { $unit }
person-self = Dette er deg. Noen andre må endre rollene og kontoen din.
person-foreign = Personen har et sted eller en rolle utenfor enhetene dine. Bare en administrator for de enhetene kan endre opplysningene og kontoen.
person-left-notice = Denne personen har sluttet. Siste dag var { $date }.
person-return = Sett på en liste igjen
person-act-change = Endre
person-change-title = Opplysninger om { $person }
person-change-text = Det som er telt før, endres ikke.
person-change-submit = Lagre
person-act-move = Flytt
person-move-title = Hvor hører { $person } til?
person-move-text = Fra den første dagen der står personen på den nye listen og ikke lenger på den gamle. Runder som har begynt, teller personen fortsatt der hun eller han var.
person-move-submit = Lagre stedet
person-act-give-role = Gi en rolle
person-give-role-title = Gi { $person } en rolle
person-give-role-text = Rollen gjelder for enheten du velger og alle enheter under den. Personen blir logget ut overalt og logger inn igjen med den nye rollen.
person-give-role-submit = Gi rollen
person-act-take-role = Ta bort
person-take-role-title = Ta en rolle fra { $person }
person-take-role-text = Personen blir logget ut overalt og logger inn igjen uten rollen.
person-take-role-submit = Ta bort rollen
person-act-invite = Send en invitasjon
person-invite-title = Inviter { $person }
person-invite-text = Et brev med en lenke går til e-postadressen. Tidligere lenker slutter å virke.
person-invite-submit = Send invitasjonen
person-act-code = Skriv ut en kode
person-code-title = En engangskode til { $person }
person-code-text = Med koden kan personen velge et nytt passord. Den vises én gang, så du kan skrive den ut. Tidligere koder og lenker slutter å virke.
person-code-submit = Lag koden
person-act-sessions = Logg ut overalt
person-sessions-title = Logg { $person } ut overalt
person-sessions-text = Personen blir logget ut i alle nettlesere, men kan logge inn igjen.
person-sessions-submit = Logg ut overalt
person-act-lock = Lås
person-lock-title = Lås kontoen til { $person }
person-lock-text = Personen blir logget ut overalt og kan ikke logge inn. Sted og roller blir som de er, og du kan åpne kontoen igjen.
person-lock-submit = Lås kontoen
person-act-unlock = Åpne igjen
person-unlock-title = Åpne kontoen til { $person } igjen
person-unlock-text = Personen kan logge inn som før, med de samme rollene.
person-unlock-submit = Åpne kontoen
person-act-leave = Har sluttet
person-leave-title = Har { $person } sluttet?
person-leave-text = Kontoen stenges med en gang, og alle roller tas bort. Etter den siste dagen står personen ikke på noen liste. Det personen har svart, er fortsatt telt med.
person-leave-submit = Steng kontoen
person-done-new = Personen er lagt til.
person-done-change = Opplysningene er lagret.
person-done-move = Stedet er lagret.
person-done-give-role = Rollen er gitt.
person-done-take-role = Rollen er tatt bort.
person-done-invite = Invitasjonen er på vei.
person-done-invite-all = Invitasjonene er på vei.
person-done-sessions = Personen er logget ut overalt.
person-done-lock = Kontoen er låst.
person-done-unlock = Kontoen er åpnet igjen.
person-done-leave = Kontoen er stengt.

# Engangskoder og invitasjoner
codes-link = Koder og invitasjoner
codes-title = Koder og invitasjoner
codes-print-title = Koder på papir
codes-print-text =
    { $count ->
        [0] Ingen uten e-postadresse venter på en kode.
        [1] 1 person uten e-postadresse har ikke logget inn ennå. Skriv ut en kode, og lever den personlig.
       *[other] { $count } personer uten e-postadresse har ikke logget inn ennå. Skriv ut koder for hvert team, og lever dem personlig.
    }
codes-units = Team
codes-print-warning = Arket vises én gang. Koder de har fått før, slutter å virke.
codes-print-submit = Lag kodene
codes-invite-title = Invitasjoner på e-post
codes-invite-count =
    { $count ->
        [0] Alle med e-postadresse er invitert.
        [1] 1 person med e-postadresse er ikke invitert ennå.
       *[other] { $count } personer med e-postadresse er ikke invitert ennå.
    }
codes-invite-open = Inviter alle
codes-invite-text = Hver av dem får et brev med en lenke til å velge passord.
codes-invite-submit = Send alle invitasjonene
codes-sheet-title =
    { $count ->
        [0] Ingen trenger en kode
        [1] 1 kode å skrive ut
       *[other] { $count } koder å skrive ut
    }
codes-sheet-text = Skriv ut denne siden nå. Kodene lagres ingen steder og kan ikke vises igjen. Klipp langs linjene, og gi hver lapp bare til den den er til.
codes-sheet-back = Tilbake til koder og invitasjoner
codes-slip-address = Åpne i en nettleser:
codes-slip-login = Logg inn med
codes-slip-until = Virker én gang, til og med { $date }.

# Egen enhet: innsjekk uten nett, egne svar som blir liggende, app på startskjermen
device-keep = Ta vare på svarene mine på denne enheten
device-keep-hint = De blir liggende i denne nettleseren og sendes aldri. Alle som kan åpne nettleseren, kan lese dem. Gjør det derfor bare på din egen enhet.
device-offline = Ingen nettforbindelse: Svarene dine blir tatt vare på her på enheten og sendt når nettet er tilbake.
device-kept-label = Svar som ligger på denne enheten
device-kept-title = Svarene dine ligger på denne enheten
device-kept-text = De er ikke talt med ennå. De sendes én gang, så snart det er nett og du er logget inn.
device-kept-sign-in = Det ligger svar og venter på denne enheten. Logg inn som den som svarte, så blir de sendt.
device-kept-answers = Dette blir sendt
device-kept-wait = Du kan lukke denne siden. Åpne den igjen senere, så du er sikker på at svarene blir sendt før runden stenger.
device-sign-in-title = Logg inn for å sende svarene dine
device-sign-in-text = Du ble logget ut før de kunne sendes. Ingenting er gått tapt.
device-closed-title = Runden stengte før svarene dine kunne sendes
device-closed-text = De ble ikke talt med, og de sendes ikke til noen annen runde. Dette svarte du:
device-answered-title = Du har allerede svart i denne runden
device-answered-text = Det er de første svarene dine som teller. Disse ble ikke lagt til:
device-refused-title = Svarene dine kunne ikke telles med
device-refused-text = Ingenting er gått tapt. Send dem på nytt for å se hva som må rettes:
device-send-now = Send nå
device-send-again = Send på nytt
device-drop = Fjern fra denne enheten
history-title = Mine egne svar
history-link = Mine egne svar på denne enheten
history-where = Bare denne nettleseren har dem. Serveren har aldri lagret dem og kan ikke vise dem, verken på denne eller noen annen enhet.
history-offline = Ingen nettforbindelse. Svarene dine er her likevel.
history-no-script = Dine egne svar ligger i denne nettleseren. Slå på JavaScript for å se dem.
history-cannot = Denne nettleseren lar ikke Trivsel ta vare på noe, for eksempel fordi vinduet er privat. Det er ingen svar å vise.
history-empty-title = Her ligger det ingenting ennå
history-empty-text = Kryss av for «Ta vare på svarene mine på denne enheten» før du sender en innsjekk. Fra da av dukker svarene dine opp her.
history-to-check-in = Gå til innsjekken
history-summary = Runder på denne enheten: { $count }. Første: { $first }. Siste: { $last }.
history-latest = Siste svar: { $answer }
history-table = Alle svar som ligger her, siste runde først
history-question = Spørsmål
history-answer = Svar
history-round = Runde { $round }, { $day }
history-skipped = Ingen spørsmål besvart
history-export = Ta med som fil
history-erase = Slett
history-erase-ask = Slette alle svarene dine fra denne enheten? Det finnes ingen kopi noe sted.
history-erase-yes = Slett alle sammen
history-erase-no = Behold dem
history-back = Tilbake til innsjekken
help-device = På din egen enhet
help-device-1 = Uten nett åpner innsjekken seg slik den sist ble vist på enheten. Det du sender, blir liggende der og sendes én gang når nettet er tilbake. Har runden stengt innen da, telles svarene ikke med, og du får beskjed om det.
help-device-2 = Hvis du vil, tar nettleseren vare på dine egne svar, under «Mine egne svar». De kommer aldri tilbake til oss. Du kan ta dem med som fil og slette dem. De slettes ikke når du logger ut.
help-device-3 = Vil du ha Trivsel for hånden som en app, velger du «Legg til på startskjermen» eller «Installer» i menyen i nettleseren.

# Runder: kalender, planlegging, lukking, ugyldige runder
nav-rounds = Runder
field-starts-on = Første dag
field-weeks = Lengde
field-purpose = Formål
field-discussed-on = Drøftet med de tillitsvalgte
field-review-on = Dato for ny vurdering
field-reason = Begrunnelse
why-in-past = Dette er tilbake i tid. Bruk dagen i dag eller en senere dag.
why-too-far = Dette er for langt fram. Sjekk årstallet.
why-overlaps = En annen runde har noen av disse dagene. Velg en første dag etter at den er over, eller en kortere lengde.
why-before-start = Dette er før den første dagen. Ingen runde åpner etter datoen for ny vurdering, så velg en senere dag.
why-only-earlier = Her kan datoen bare flyttes nærmere. Skal rundene vare lenger, planlegger du neste runde med en ny drøfting.
note-void = Runden fra { $from } til { $to } er erklært ugyldig og teller ikke. Begrunnelse: { $reason }
rounds-held-title = Rundene er satt på vent
rounds-held-text = Klokken viser { $since }, mer enn to døgn etter at rundene sist ble fulgt opp ({ $last }). Inntil du sier at datoen stemmer, åpnes, lukkes og publiseres ingen runde av seg selv.
rounds-held-resume = Datoen stemmer, gå videre
round-done-resume = Rundene åpnes, lukkes og publiseres av seg selv igjen.
rounds-lead = Når de ansatte blir spurt, hvorfor, og hva som skjer videre.
rounds-new = Planlegg en runde
rounds-open-eyebrow = Åpen nå
rounds-open-title = Runde { $number }, { $from } til { $to }
rounds-closes = Lukker
rounds-released = Publiseres fra
rounds-time-zone = Klokkeslettene gjelder { $zone }.
rounds-purpose = Formål
rounds-questions = Spørsmålene
rounds-nothing-live = Denne siden viser ikke hvor mange som har svart, og det gjør heller ingen annen side mens en runde er åpen. Et tall som endrer seg, ville røpet hvem som nettopp svarte.
rounds-none-open = Ingen runde er åpen
rounds-none-open-next = Den neste åpner av seg selv { $date }.
rounds-none-open-planned = Runde { $number } åpner { $date }.
rounds-none-open-text = Det er heller ingen planlagt.
rounds-next-title = Veien videre
rounds-next-planned = Runde { $number } er planlagt fra { $from } til { $to }.
rounds-next-from =
    { $weeks ->
        [1] Etter den siste runden i kalenderen begynner den neste av seg selv { $date }. Den varer i 1 uke og har samme formål. Slik fortsetter det fram til datoen for ny vurdering, { $review }.
       *[other] Etter den siste runden i kalenderen begynner den neste av seg selv { $date }. Den varer i { $weeks } uker og har samme formål. Slik fortsetter det fram til datoen for ny vurdering, { $review }.
    }
rounds-next-review = Ingen runde følger av seg selv: Datoen for ny vurdering, { $review }, kommer først. Skal rundene fortsette, drøfter dere formålet på nytt og planlegger en runde.
rounds-next-interrupted = Ingen runde følger av seg selv, for den siste tok slutt for mer enn fire uker siden. Planlegg en runde for å fortsette.
rounds-next-pause = Vil dere ha en pause, planlegger du runden etter den: Dagene før en planlagt runde blir stående fri.
rounds-review-soon =
    { $days ->
        [0] I dag er datoen for ny vurdering. Ingen runde åpner etter den.
        [1] I morgen, { $date }, er datoen for ny vurdering. Ingen runde åpner etter den. Drøft formålet med de tillitsvalgte i tide.
       *[other] Om { $days } dager, { $date }, er datoen for ny vurdering. Ingen runde åpner etter den. Drøft formålet med de tillitsvalgte i tide.
    }
rounds-review-over = Datoen for ny vurdering, { $date }, er passert: Ingen runde åpner av seg selv lenger. Drøft formålet med de tillitsvalgte, og planlegg så en runde.
rounds-gap = Ingen runde fra { $from } til { $to }.
rounds-year = Året i uker
rounds-week = Uke { $week }, fra { $date }
rounds-week-none = ingen runde
rounds-week-round = runde { $number }, { $state }
rounds-week-now = denne uka
rounds-table = Alle runder
rounds-earlier =
    { $count ->
        [1] 1 tidligere runde
       *[other] { $count } tidligere runder
    }
rounds-column-round = Runde
rounds-column-days = Dager
rounds-column-state = Tilstand
rounds-column-discussed = Drøftet
rounds-column-review = Ny vurdering
rounds-days = { $from } – { $to }
rounds-weeks =
    { $count ->
        [1] 1 uke
       *[other] { $count } uker
    }
round-state-planned = planlagt
round-state-open = åpen
round-state-closed = lukket
round-state-released = publisert
round-state-voided = ugyldig
round-state-missed = ble ikke åpnet
round-state-none = ingen runde
round-planned-text = Den åpner av seg selv på den første dagen.
round-open-text = Den tar imot svar til den lukker.
round-closed-text = Den tar ikke imot flere svar. Tallene publiseres fra { $time }.
round-released-text = Det som kan vises, ble publisert { $date }.
round-voided-text = Den teller ikke. Svarene, kommentarene og merkene for hvem som hadde brukt stemmen sin, er slettet. Tall som var publisert, vises ikke lenger.
round-missed-text = Den ble ikke åpnet, for dagene eller datoen for ny vurdering gikk først. Planlegg en annen runde, eller slett denne.
round-title = Runde { $number }
round-reason = Erklært ugyldig fordi
rounds-fresh-title = Planlegg den første runden
rounds-fresh-text = En runde er noen dager der de ansatte svarer på fire korte spørsmål. Tre ting kommer først.
rounds-fresh-1 = Skriv ned hvorfor dere spør: én eller to setninger som alle forstår.
rounds-fresh-2 = Drøft det med de tillitsvalgte, og noter dagen.
rounds-fresh-3 = Bli enige om en dag da dere vurderer formålet på nytt, senest om et år.
rounds-fresh-view = Ingen har planlagt en runde ennå. Det gjør HR, etter en drøfting med de tillitsvalgte.
round-new-title = Planlegg en runde
round-new-lead = Den åpner av seg selv på den første dagen. Når den er over, følger den neste med de samme innstillingene, fram til datoen for ny vurdering.
round-new-submit = Planlegg runden
round-new-share-title = Hvor ofte ville hver lengde ha vist tall?
round-new-share-text = Regnet ut fra rundene som er publisert det siste halvåret: i hvor mange av alle team og runder det ville ha kommet nok svar. En lengre runde viser flere team, men forteller senere om en endring.
round-new-share-no-rounds = Ingenting er publisert det siste halvåret, så lengdene kan ikke sammenlignes ennå. Små team vises oftere med lengre runder.
round-new-share-too-few = Det er færre enn ti team: Ett tall for alle ville si noe om et enkelt team. Små team vises oftere med lengre runder.
round-new-share = omtrent { $share } %
round-new-share-unknown = kan ikke leses ut av rundene til nå
round-starts-on-hint = En mandag passer best med diagrammer per uke.
round-weeks-hint = Lengre runder viser flere små team; kortere runder forteller tidligere om en endring.
round-purpose-hint = De tillitsvalgte leser det her.
round-discussed-on-hint = Drøftingen må være holdt før en runde kan planlegges.
round-review-on-hint = Ingen runde åpner etter denne dagen.
round-edit = Endre
round-edit-title = Endre runde { $number }
round-edit-text = Runden er ikke åpnet, så alt ved den kan fortsatt endres.
round-edit-submit = Lagre
round-delete = Slett
round-delete-title = Slette runde { $number }?
round-delete-text = Den tas ut av kalenderen. Koder som er skrevet ut for den, slutter å virke.
round-delete-submit = Slett runden
round-close = Lukk nå
round-close-title = Lukke runde { $number } før den siste dagen?
round-close-text = Fra nå av tas det ikke imot flere svar. Det som er svart, teller, og publiseres fra { $time } som planlagt. Runden kan ikke åpnes igjen.
round-close-submit = Lukk runden
round-stop = Stopp rundene
round-stop-title = Stopp rundene
round-stop-text = Flytt datoen for ny vurdering nærmere. Runder som har begynt, varer til den siste dagen; ingen følger av seg selv etter datoen for ny vurdering.
round-stop-submit = Lagre datoen
round-stop-hint = Fra i dag til { $date }, som er datoen nå.
round-void = Erklær ugyldig
round-void-title = Erklære runde { $number } ugyldig?
round-void-text = Gjør dette når runden som helhet ikke er til å stole på, for eksempel fordi koder har kommet på avveie.
round-void-1 = Svarene, kommentarene og merkene for hvem som hadde brukt stemmen sin, slettes med én gang.
round-void-2 = Tall som er publisert fra runden, forsvinner fra alle sider og fra filer som lages heretter.
round-void-3 = Begrunnelsen vises i kalenderen og ved diagrammene, der også de ansatte leser den.
round-void-4 = Dette kan ikke gjøres om. Dagene kan brukes til en annen runde.
round-void-reason-hint = Uten navn.
round-void-sure = Jeg vil at denne runden ikke skal telle, og at svarene slettes.
round-void-submit = Erklær runden ugyldig
round-done-plan = Runden er planlagt.
round-done-edit = Runden er endret.
round-done-delete = Runden er slettet.
round-done-close = Runden er lukket.
round-done-stop = Datoen for ny vurdering er lagret.
round-done-void = Runden er erklært ugyldig.

# The rules of the release, and what is stored
nav-privacy = Personvern
foot-stored = Dette er lagret
help-to-stored = Se hver tabell i databasen, og hva som står i den
field-k = Svar for et tall
field-k-comment = Svar for kommentarer
field-authors = Forfattere av kommentarer
field-grace-hours = Ventetid i timer
field-guard = Når noen få begynner eller slutter
why-not-a-number = Skriv et helt tall uten fortegn.
why-below-floor = Dette er for lavt. Programmet godtar ikke under 3, uansett hvem som spør.
why-too-high = Dette er for høyt. Hold deg innenfor grensene som står ved feltet.
why-below-k = Kommentarer krever minst like mange svar som tall. Sett denne høyere eller den andre lavere.
why-more-authors-than-answers = Det kan ikke være flere forfattere enn svar. Sett denne lavere.
why-unchanged = Disse reglene gjelder allerede. Endre minst én.
problem-second-admin-needed = En annen administrator må bekrefte dette
problem-second-admin-needed-text = Du foreslo endringen selv. Be en annen administrator for organisasjonen logge inn og se på den her.
problem-proposal-waiting = Et forslag venter allerede
problem-proposal-waiting-text = Bare én endring kan vente om gangen. Få den bekreftet eller trekk den, og foreslå på nytt.
privacy-title = Regler som beskytter svar
privacy-lead = Hvilke tall som vises, fra hvor mange svar, og hva som forblir skjult. Reglene gjelder for alle som ser på tallene.
privacy-to-stored = Hva som er lagret, tabell for tabell
privacy-rules = Gjelder nå
privacy-since = Siden { $date }.
privacy-since-start = Fra begynnelsen.
privacy-rule = Regel
privacy-value = Verdi
privacy-fixed = Ingen kan sette et antall personer under 3: Programmet avviser det her, på kommandolinjen og i databasen.
rule-k = Et tall vises fra
rule-k-text = Med færre svar i en gruppe er tallene skjult. En større gruppe skjules også når den ene trukket fra den andre ville røpet den lille.
rule-k-range = 3 til 50
rule-value-k = { $number } svar
rule-k-comment = Kommentarer vises fra
rule-k-comment-text = Kommentarer leses i den minste enheten over dem som skrev, der så mange har svart.
rule-k-comment-range = 3 til 50, og ikke færre enn for et tall
rule-value-k-comment = { $number } svar
rule-authors = Kommentarer kommer fra minst
rule-authors-text = Med færre forfattere venter kommentarene på enheten over.
rule-authors-range = 3 til 50, og ikke flere enn svar for kommentarer
rule-value-authors = { $number } personer
rule-grace-hours = Tallene kommer
rule-grace-hours-text = Ventetiden fra runden er slutt til tallene vises.
rule-grace-hours-range = 0 til 168
rule-value-grace-hours =
    { $number ->
        [0] så snart runden er lukket
        [1] 1 time etter runden
       *[other] { $number } timer etter runden
    }
rule-guard = Når noen få begynner eller slutter
rule-step = { $rule }: { $after } (før: { $before })
guard-mark = Vis det nye tallet og marker et brudd
guard-mark-text = Kurven brytes der, og ingenting sies om hva som endret seg over bruddet.
guard-hold = Behold det forrige tallet
guard-hold-text = Til mange nok har kommet eller gått, eller et kvartal er gått. Tallet er merket som holdt.
privacy-next = Fra { $date }
privacy-next-text = Bestemt av to administratorer. De ansatte leser det over innsjekken. Runder som begynner tidligere, berøres ikke.
privacy-cancel = Avlys endringen
privacy-proposal = Venter på en annen administrator
privacy-proposal-by = Foreslått av { $who }, { $at }
privacy-proposal-when = Hvis det bekreftes i dag, gjelder det runder som begynner { $from } eller senere. Forslaget faller bort etter { $until }.
privacy-proposal-own = Du foreslo dette. En annen administrator må bekrefte det.
privacy-confirm = Bekreft endringen
privacy-withdraw = Trekk forslaget
privacy-change = Endre reglene
privacy-change-text = Strengere regler gjelder med en gang, også for runden som er åpen. Blir en regel mindre streng, må en annen administrator bekrefte det hele, det gjelder fra neste runde, og de ansatte får vite det. Tenk deg om før du øker et tall: Det trengs to for å senke det igjen.
privacy-change-submit = Lagre reglene
rules-done-raised = Reglene er strengere fra nå av.
rules-done-proposed = Forslaget ditt venter på en annen administrator. Ingenting er endret ennå.
rules-done-confirmed = Endringen er bekreftet. Den gjelder fra neste runde som ikke har begynt.
rules-done-withdrawn = Forslaget er trukket.
rules-done-cancelled = Endringen er avlyst. Reglene er som før.
privacy-states = Hva som ble vist, og hva som ble skjult
privacy-states-text = Tallene i de nyeste rundene, ett for hver enhet og hvert spørsmål. Ordene med liten skrift står også i eksportene.
privacy-states-meaning = Hva ordene betyr
privacy-round = Runde
privacy-round-name = { $round } · { $date }
state-published = Vist
state-published-text = Mange nok svarte, og ingenting mindre kan regnes ut av tallet.
state-held = Holdt
state-held-text = Det forrige tallet vises til mange nok har kommet eller gått.
state-below-k = For få svar
state-below-k-text = Færre svar, eller færre personer, enn reglene krever. En enhet der ingen svarte, ser likedan ut.
state-complement = Ville røpet en gruppe
state-complement-text = Mange nok svarte her. Ved siden av tallene til andre enheter ville det avslørt en gruppe som er for liten.
state-no-data = Ingen der
state-no-data-text = Enheten hadde ingen personer, heller ikke under seg, i denne runden.
privacy-units = Enhet for enhet i den nyeste runden
privacy-units-text = Hvor ofte en enhet rapporterer, velges før hvert kvartal ut fra hvor mange som hører til og hvor mange som pleide å svare, aldri ut fra hva de svarte. Dette er vinduene for { $quarter }.
privacy-window = Rapporterer
privacy-hidden = Ikke vist, og hvorfor
window-rounds =
    { $rounds ->
        [1] hver runde: mange nok svarer hver gang
       *[other] { $rounds } runder samlet: for få svarer i én
    }
window-never = ikke for seg selv: for få i et helt kvartal
window-unset = ikke valgt for dette kvartalet
privacy-risks = Hva reglene ikke kan utelukke
privacy-risks-text = Ingen bør love mer enn dette.
risk-colluding-title = Kolleger som sammenligner
risk-colluding = Hvis alle andre i en gruppe forteller hverandre hva de svarte, kan de regne ut hva den siste svarte.
risk-style-title = Måten noen skriver på
risk-style = Det står ikke noe navn ved en kommentar. Den som kjenner forfatteren, kan kjenne igjen stilen.
risk-leaver-title = En utvikling rundt en som sluttet
risk-leaver = Når én person slutter eller begynner i et lite team, gir tallene før og etter et hint om hva vedkommende svarte. Hele poeng og intervaller svekker hintet. De fjerner det ikke.
risk-mark-title = Hva et markert brudd lar stå åpent
risk-mark = Begge sider av bruddet vises. Den som sammenligner dem over mange runder, kan fortsatt gjette bedre om en som sluttet enn uten tall.
risk-hold-title = Hva et holdt tall lar stå åpent
risk-hold = Et holdt tall er gammelt, og at det holdes, forteller at noen få er byttet ut. Når ventetiden er over, vises det nye tallet selv om bare én er byttet ut.
risk-two-accounts-title = To kontoer er ikke alltid to personer
risk-two-accounts = En administrator kan lage en konto til og bekrefte med den. Loggen viser hvem som laget hvilken konto og hvem som bekreftet, og ingen kan endre loggen usett.
risk-machine-title = Den som driver maskinen
risk-machine = Noen med full kontroll over serveren kan følge med mens svar kommer inn. Det kan ikke noe program utelukke.
privacy-history = Endringer så langt
privacy-history-empty = Ingen har endret reglene.
privacy-from = For runder fra { $date }
deed-raised = Gjort strengere
deed-proposed = Foreslått
deed-confirmed = Bekreftet
deed-withdrawn = Forslag trukket
deed-cancelled = Avlyst
lowering-title = Løsere regler fra { $date }
lowering-k = Tall vises fra { $after } svar; før fra { $before }.
lowering-k-comment = Kommentarer vises fra { $after } svar; før fra { $before }.
lowering-authors = Kommentarer krever { $after } forfattere; før { $before }.
lowering-grace-hours = Tallene venter { $after } timer etter en runde; før { $before }.
lowering-guard = Når noen få begynner eller slutter, vises det nye tallet med et brudd; før ble det forrige tallet stående.
lowering-text = To administratorer har bestemt dette. Det som ble frigitt før den dagen, er som det var.
stored-title = Dette er lagret
stored-lead = Hver tabell i databasen, med vanlige ord, og hvor mye som står i den. Ingenting er utelatt.
stored-way = Hva som skjer med et svar
stored-step-1 = Du sender skjemaet. Mens serveren behandler det, er svarene dine samlet i minnet dens og ingen andre steder.
stored-step-2 = Serveren noterer at stemmen din i denne runden er brukt. Den noterer ikke noe tidspunkt.
stored-step-3 = Den legger én til en opptelling for hvert spørsmål du svarte på, og én til antallet i enheten din som har svart. En kommentar legges for seg selv under et tilfeldig nummer.
stored-step-4 = Alt dette lagres på én gang, og skjemaet glemmes. Fra nå av vet ingenting hvilke svar som kom sammen, eller hvem de kom fra.
stored-step-5 = Når runden er lukket og en ventetid er over, bestemmer reglene hvilke tall som kan vises. De skrives ned én gang, og ingen kan endre dem.
stored-numbers = Om tallene
stored-numbers-text = Rader i nærheten av svarene dine telles uten runder som er åpne eller ikke frigitt ennå, slik at ingen tall her rører seg når noen svarer. Disse og noen andre rundes ned til nærmeste { $step }, og under { $few } sies det ikke mer. Tallene kan være noen minutter gamle.
stored-numbers-stranger = Du er ikke logget inn, og derfor er alle tall avrundet.
stored-row = 1 rad
stored-rows = { $rows } rader
stored-rows-at-least = minst { $rows } rader
stored-rows-few = færre enn { $few } rader
stored-example = Et eksempel, diktet opp:
stored-own = Navn, plasser, roller, runder der stemmen din er brukt, oppføringer i loggen: Du kan lese og ta vare på dem. Svar er ikke blant dem; serveren har ingen som er dine.
stored-own-stranger = Logg inn for å lese og ta vare på det som står her med navnet ditt. Svar er ikke blant det; serveren har ingen som er dine.
stored-group-answers = Om svar
stored-group-answers-text = Stemmeurnen. Ingen tabell her har både en person og et svar.
stored-group-you = Om deg
stored-group-you-text = Hvem som arbeider hvor, hvem som kan gjøre hva, og hvem som har logget inn.
stored-group-customers = Om kunder
stored-group-customers-text = Hva kundene sa, og hvor mange de var.
stored-group-running = For at alt skal virke
stored-group-running-text = Organisasjonen, reglene og rundene.
stored-name-roll = Hvem som kan svare
stored-table-roll = For hver runde: hvem som kan svare, og i hvilken enhet de telles. Skrives når runden åpner.
stored-columns-roll = Runde | Person | Enhet | Svarer med kode
stored-example-roll = 12 | Kim Eksempel | Havna, kveld | nei
stored-name-participation = Brukte stemmer
stored-table-participation = At stemmen til en person i en runde er brukt: ikke noe tidspunkt, ikke noe svar. Fingeravtrykket skiller et skjema som sendes to ganger, fra en stemme nummer to.
stored-columns-participation = Runde | Person | Fingeravtrykk av skjemaets tilfeldige nøkkel
stored-example-participation = 12 | Kim Eksempel | 7c1f…e0
stored-name-turnout = Hvor mange som svarte
stored-table-turnout = Ett tall for hver enhet og runde.
stored-columns-turnout = Runde | Enhet | Personer
stored-example-turnout = 12 | Havna, kveld | 9
stored-name-tally = Opptellinger av svar
stored-table-tally = For hver enhet, runde og hvert spørsmål: hvor mange som valgte hvert svar. Dette er alt som er igjen av svar.
stored-columns-tally = Runde | Enhet | Spørsmål | Svar | Personer
stored-example-tally = 12 | Havna, kveld | Hvis jeg står fast, får jeg tak i noen som hjelper. | 4 | 3
stored-name-ballot-comment = Kommentarer
stored-table-ballot-comment = Teksten, enheten og runden, under et tilfeldig nummer. Ved siden av står det verken navn, tidspunkt eller svar.
stored-columns-ballot-comment = Tilfeldig nummer | Runde | Enhet | Tekst
stored-example-ballot-comment = a41b…93 | 12 | Havna, kveld | Den nye kassa er treg.
stored-name-comment-home = Hvor kommentarer leses
stored-table-comment-home = For hver enhet og runde: enheten der kommentarene kan leses. Bestemmes når runden frigis, ut fra hvor mange som svarte og skrev.
stored-columns-comment-home = Runde | Forfatternes enhet | Leses i
stored-example-comment-home = 12 | Havna, kveld | Havna
stored-name-kiosk-code = Engangskoder
stored-table-kiosk-code = Fingeravtrykk av kodene som et team bruker på et felles nettbrett. En kode hører til et team, aldri til en person. De fjernes når runden frigis.
stored-columns-kiosk-code = Fingeravtrykk av koden | Runde | Enhet | Brukt | Fingeravtrykk av skjemaets tilfeldige nøkkel
stored-example-kiosk-code = 19d0…5a | 12 | Havna, kveld | ja | b2e4…71
stored-name-check-in-link = Personlige lenker
stored-table-check-in-link = Fingeravtrykk av lenkene som er sendt på e-post, og hvem hver av dem ble sendt til. De fjernes sammen med runden.
stored-columns-check-in-link = Fingeravtrykk av lenken | Runde | Person
stored-example-check-in-link = f083…c2 | 12 | Kim Eksempel
stored-name-released-figure = Frigitte tall
stored-table-released-figure = Det reglene slapp gjennom: avrundede tall for enheter, og grunnen for dem som er skjult. Alle diagrammer og eksporter leser dette og ikke noe annet.
stored-columns-released-figure = Runde | Enhet | Mål | Status | Verdi | Personer
stored-example-released-figure = 12 | Havna | Tilfredshet | vist | 64 | 15–19
stored-name-person = Personer
stored-table-person = Navn, ansattnummer og siste dag når den er kommet.
stored-name-roster = Plasser
stored-table-roster = Hvem som hører til hvilken enhet, fra når til når.
stored-name-account = Kontoer
stored-table-account = Det noen logger inn med, et kodet passord, språk, tema og om påminnelser er ønsket.
stored-name-role-grant = Roller
stored-table-role-grant = Hvilken konto som har hvilken rolle i hvilken enhet.
stored-name-session = Åpne innlogginger
stored-table-session = Når den begynte og sist ble brukt, og hva slags nettleser. Borte etter utlogging.
stored-name-account-token = Invitasjoner og passordlenker
stored-table-account-token = Fingeravtrykk av lenker og trykte koder som ikke er brukt.
stored-name-recovery-code = Gjenopprettingskoder
stored-table-recovery-code = Fingeravtrykk av koder til når telefonen er borte.
stored-name-oidc-identity = Innlogging hos en leverandør
stored-table-oidc-identity = Hvilken konto som hører til hvilken bruker i organisasjonens egen innlogging.
stored-name-oidc-flow = Innlogginger som pågår
stored-table-oidc-flow = Det som må huskes i noen minutter mens noen er hos leverandøren.
stored-name-mail = E-post
stored-table-mail = Hva slags brev som går til hvilken konto, og om det er sendt. Teksten tas ikke vare på.
stored-name-audit = Logg
stored-table-audit = Hvem som logget inn, endret noe eller tok noe ut, og når. Ingenting om innsjekker.
stored-name-export-log = Eksporter
stored-table-export-log = Hvem som tok ut hvilken fil, når, og fingeravtrykket av den.
stored-name-complaint = Klager
stored-table-complaint = Hva som skjedde, når, hvor, hvordan det nådde oss, og hvor alvorlig det er.
stored-name-case-step = Trinn i en klage
stored-table-case-step = Hva som ble gjort, når og i hvilken rolle. Ikke noe navn.
stored-name-contact-day = Kundekontakter
stored-table-contact-day = Hvor mange kunder en enhet møtte på en dag.
stored-name-history = Eldre tall
stored-table-history = Klager og kontakter fra før Trivsel, etter enhet og periode.
stored-name-voice-rollup = Summer til diagrammene
stored-table-voice-rollup = Klager og kontakter lagt sammen for hver enhet og periode.
stored-name-organisation = Organisasjonen
stored-table-organisation = Navn og tidssone.
stored-name-unit = Enheter
stored-table-unit = Regioner, steder og team.
stored-name-unit-change = Endringer av enheter
stored-table-unit-change = Når en enhet ble åpnet, fikk nytt navn, ble flyttet eller lukket.
stored-name-round = Runder
stored-table-round = Første og siste dag, formål, og når den ble drøftet med de ansattes representanter.
stored-name-own-item = Egne spørsmål
stored-table-own-item = Påstander som organisasjonen spør om ved siden av de vanlige.
stored-name-release-rules = Regler
stored-table-release-rules = Fra hvor mange svar tall og kommentarer vises, og siden når.
stored-name-rules-proposal = Foreslåtte regler
stored-table-rules-proposal = Løsere regler som venter på en annen administrator.
stored-name-quarter-window = Hvor ofte enheter rapporterer
stored-table-quarter-window = Over hvor mange runder samlet tallene til en enhet lages i et kvartal.
stored-name-link-result = Sammenhengen mellom ansatte og klager
stored-table-link-result = Hva sammenligningen av tall og klagerate sier for hver enhet.
stored-name-import-job = Importer
stored-table-import-job = Filer som er hentet inn, av hvem, og hva som ble av dem.
stored-name-import-row = Rader som hentes inn
stored-table-import-row = Radene i en import mens den lagres. Når alle er på plass, står ingen igjen her.
stored-name-seaql-migrations = Versjonen av tabellene
stored-table-seaql-migrations = Hvilke endringer av databasen som er gjort.

# Koder til nettbrettet, personlige lenker, brev om runden
event-codes-chosen = Koder for et team: på eller av
event-codes-made = Ark med koder laget
event-codes-revoked = Koder trukket tilbake
nav-kiosk = Koder
kiosk-lead = Skriv koden på lappen din.
kiosk-code = Koden din
kiosk-code-hint = Åtte bokstaver og tall. Store bokstaver, mellomrom og bindestreker spiller ingen rolle.
kiosk-start = Start
kiosk-promise = En kode hører til et team, ikke til en person. Ingen kan se hvem som har svart hva.
kiosk-demo = Dette er demoen: Logg inn som HR, lag et ark med koder til Lagunen weekend, og prøv en her.
kiosk-demo-link = Lag koder
kiosk-form-promise = Svarene dine blir lagt til tallene for { $unit }, og så er de borte. Ingen kan se at de er dine.
kiosk-idle = Etter to minutter tømmer siden seg selv og går tilbake til start.
kiosk-more = Mer tid
kiosk-more-done = Du har to minutter til. Svarene dine står her fortsatt.
kiosk-stop = Avbryt og tøm
kiosk-thanks = Takk
kiosk-thanks-lead = Svarene dine er talt med. Ingenting av dem ligger igjen på nettbrettet.
kiosk-thanks-next = Når runden er slutt, vises tall bare for grupper der nok har svart.
kiosk-thanks-back = Siden går tilbake til start etter 20 sekunder.
kiosk-again = Til start
kiosk-other-code = En kode fra lappen din
kiosk-code-unknown-text = Se på lappen: En kode virker bare i én runde, og et nytt ark erstatter det gamle. Virker den fortsatt ikke, så ta en annen lapp eller be om et nytt ark.
kiosk-code-used-text = Svarene dine er ikke talt med ennå. Ta en annen lapp og skriv koden på den: Da blir svarene sendt slik du ga dem.
kiosk-code-revoked-text = Svarene dine er ikke talt med ennå. Se på lappen en gang til, eller ta en fra det nyeste arket, og skriv koden: Da blir svarene sendt slik du ga dem.
kiosk-too-many-text = Det er skrevet for mange feil koder her. Ingenting er talt med. Vent et kvarter og prøv igjen, eller bruk en annen enhet.
kiosk-round-closed-text = Lappen hører til en runde som er slutt. Ingenting er talt med eller tatt vare på. Ta en lapp fra arket for den nye runden.
kiosk-round-voided-text = Lappen hører til en runde som er erklært ugyldig. Ingenting er talt med eller tatt vare på. Be om et ark når neste runde åpner.
kiosk-no-open-round-text = Det går ikke an å svare akkurat nå. Koder kommer med neste runde.
link-expired = Denne lenken virker ikke
link-expired-text = Den kan være kuttet av, eller kontoen den ble sendt til, er lukket. Åpne den en gang til fra brevet, eller logg inn for å svare.
link-round-closed-text = Lenken hører til en runde som er slutt, så ingenting er talt med eller tatt vare på. Et nytt brev kommer når neste runde åpner.
link-round-voided-text = Lenken hører til en runde som er erklært ugyldig, så ingenting er talt med eller tatt vare på. Et nytt brev kommer når neste runde åpner.
problem-to-kiosk = Skriv en kode
tablet-title = Koder til nettbrettet
tablet-lead = Et team uten egne e-postadresser svarer på et felles nettbrett. Hver lapp har en kode som virker én gang, for hvem som helst i teamet.
tablet-where = Nettbrettet åpner denne adressen:
tablet-no-round = Ingen runde er åpen. Ark lages til en runde som er åpen.
tablet-round = Runde { $round }: { $from } til { $to }
tablet-teams = Team som svarer med kode
tablet-empty = Ingen team svarer med kode ennå. Velg et under; det begynner med neste runde.
tablet-slips =
    { $count ->
        [1] 1 lapp i denne runden
       *[other] { $count } lapper i denne runden
    }
tablet-from-next = Begynner med neste runde
tablet-last = Siste runde med koder
tablet-sheet-on = Ark laget
tablet-sheet-off = Ikke noe ark ennå
tablet-make = Lag et ark
tablet-make-new = Lag et nytt ark
tablet-make-warning = Lappene du har delt ut, slutter å virke. Et nytt ark har alltid én lapp for hver person i teamet.
tablet-make-text = Du får én lapp for hver person i teamet. Kodene vises én gang og blir ikke lagret noe sted.
tablet-pdf = PDF til utskrift
tablet-browser = Vis i nettleseren
tablet-revoke = Trekk kodene tilbake
tablet-revoke-text = Ingen lapp for dette teamet virker lenger, før du lager et nytt ark. Det som er talt med, står.
tablet-end = Slutt etter denne runden
tablet-end-text = Fra neste runde logger disse personene inn for å svare.
tablet-add = La et team svare med kode
tablet-add-text = Fra neste runde svarer teamet bare på nettbrettet. Runden som er åpen, fortsetter slik den begynte.
tablet-add-unit = Team
tablet-add-submit = Svar med kode
tablet-secret = Hvor mange som har brukt koden sin, får ingen vite mens runden er åpen, heller ikke du.
tablet-done-begin = Teamet svarer med kode fra neste runde.
tablet-done-end = Teamet svarer ikke lenger med kode fra neste runde.
tablet-done-revoke = Kodene er trukket tilbake. Lag et nytt ark når teamet skal svare igjen.
tablet-sheet-text = Skriv ut denne siden nå. Kodene er ikke lagret noe sted og kan ikke vises igjen. Klipp langs linjene, og la alle i teamet trekke en lapp.
tablet-sheet-back = Tilbake til teamene
slips-title = Koder til { $team }
slips-round = { $from } til { $to }
slips-how = Skriv koden på nettbrettet, eller i en nettleser på
slips-promise = Virker én gang. Koden hører til teamet: Ingen vet hvem den tilhører.
account-letters = Brev om innsjekken
account-letters-text = Når en runde åpner, får du et brev med en lenke til å svare uten å logge inn, og en påminnelse på dag 3 og dag 5 hvis du ikke har svart. Ingen kan se om du får et.
account-letters-on = Send meg e-post når en runde åpner
account-letters-save = Lagre
account-changed-letters = Lagret.
mail-check-in = Hvordan er det på jobb? Ny runde hos { $organisation }
mail-check-in-text =
    Hei, { $name }

    En ny runde er åpen til og med { $closes }. Det tar rundt tjue sekunder. Denne lenken åpner spørsmålene, uten innlogging:

    { $link }

    Den er bare din: ikke send den videre. Ingen kan se hva du svarer. Vil du ikke ha slike brev? Slå dem av på { $account }
mail-check-in-reminder = Påminnelse: hvordan er det på jobb?
mail-check-in-reminder-text =
    Hei, { $name }

    Runden hos { $organisation } er åpen til og med { $closes }, og vi vil gjerne høre fra deg. Denne lenken åpner spørsmålene, uten innlogging:

    { $link }

    Den er bare din: ikke send den videre. Ingen kan se hva du svarer. Vil du ikke ha slike brev? Slå dem av på { $account }
mail-check-in-last = Siste påminnelse: hvordan er det på jobb?
mail-check-in-last-text =
    Hei, { $name }

    Runden hos { $organisation } er åpen til og med { $closes }. Dette er det siste brevet om den. Denne lenken åpner spørsmålene, uten innlogging:

    { $link }

    Den er bare din: ikke send den videre. Ingen kan se hva du svarer. Vil du ikke ha slike brev? Slå dem av på { $account }

# Tall for små team og team i endring
cell-held = { $value } (beholdt)
point-break = Noen få kom til eller sluttet før dette, så endringen omtales ikke.
note-window = Dette teamet er for lite til å vises hver runde. Noen av tallene gjelder { $rounds } runder sammen; de står ved den siste av dem.
note-break = Der linjen er brutt, kom noen få til eller sluttet. Tallene på begge sider vises, men endringen mellom dem blir ikke vurdert.

## Teamet mitt, det lederen min ser, kommentarer, og rådet under en kommentar
nav-team = Teamet mitt
nav-comments = Kommentarer
and = og
problem-look-again = Se på kommentaren en gang til
problem-look-again-text = Den kan inneholde noe som viser hvem den gjelder; merknaden under feltet sier hva. Ingenting er sendt ennå. Endre kommentaren, eller send den på nytt som den er.
hint-name = «{ $word }» ser ut som et navn. Kan du si det uten? Du kan også sende det som det er.
hint-contact = «{ $word }» kan vise hvem det gjelder. Kan du si det uten? Du kan også sende det som det er.
hint-health = «{ $word }» kan handle om noens helse. Kan du la det stå ute, også når det gjelder deg selv? Du kan også sende det som det er.
check-in-readers = Hvem kan lese dette: ledere for { $units }, HR og tillitsvalgte, og bare der minst { $k } personer har svart og { $authors } har skrevet. Verken navnet ditt eller svarene dine står ved siden av.
team-title = Slik går det i { $unit }
team-eyebrow = Runde { $round } · publisert { $date }
team-lead = Dette er tallene lederne dine får, samtidig med deg.
team-newest = Nyeste tall
team-above = Enhetene over
team-empty = Ingen tall er publisert ennå.
team-percent = { $value } %
team-hidden = Skjult: for få har svart
team-carried = Tall fra runde { $round }, ført videre
team-window = Over { $count } runder: { $since }–{ $round }
team-change = { $change } siden runde { $round }
team-people = { $people } personer
team-low-response = Færre enn halvparten svarte, så les med forsiktighet
team-history =
    { $count ->
        [1] Den siste runden
       *[other] De siste { $count } rundene
    }
team-chart =
    { $count ->
        [1] Tilfredshet og belastning i { $unit } i den siste runden.
       *[other] Tilfredshet og belastning i { $unit } i de siste { $count } rundene.
    }
team-breaks = Et brudd i linja: Noen har kommet til eller sluttet, så det som kommer etter, sammenlignes ikke med det som kom før.
team-cell-carried = { $value } (runde { $round })
team-next-title = De neste tallene
team-next = Runde { $round }: fra { $date } kl. { $time }. Du og lederne dine får dem samtidig.
team-next-due = Runde { $round }: når som helst nå. Du og lederne dine får dem samtidig.
team-next-none = Ingen runde er i gang.
team-to-check-in = Til innsjekken
preview-link = Dette ser lederen min
preview-title = Dette ser lederen min
preview-back = Tilbake til teamet mitt
preview-banner = siden «Utvikling» for { $unit }, slik ledere for { $unit } og for enhetene over får den: samme diagram, samme tall. Bare valget mellom enhetene deres og diagrammet som fil er utelatt.
preview-never = Det ledere aldri ser
preview-never-who = Hvem som har svart, og hvem som ikke har svart.
preview-never-answers = Hva noen enkeltperson har svart. En slik liste finnes ikke.
preview-never-open = Noe om en runde som ikke er publisert ennå, ikke engang hvor mange som har svart.
preview-never-hidden = Et tall som er skjult for deg. Skjult er skjult for alle.
preview-also = Det ledere ser i tillegg
preview-also-figures = Tallene på din egen side, Teamet mitt.
preview-also-comments = Kommentarer, der mange nok har svart og skrevet. De kommer i tilfeldig rekkefølge, uten navn, svar eller tidspunkt.
preview-also-complaints = Hva kunder har klaget på.
comments-title = Kommentarer i { $unit }
comments-lead = Vises bare der minst { $k } personer har svart og { $authors } har skrevet. Rekkefølgen er tilfeldig og sier ikke noe om hvem som skrev når, eller i hvilket team.
comments-round = Runde { $round } · { $period }
comments-empty-title = Ingen kommentarer å vise her
comments-empty-text = Kommentarer kommer når en runde er publisert og minst { $k } personer har svart og { $authors } har skrevet. Er det færre, vises de for en større enhet eller ikke i det hele tatt. Velg en annen enhet eller et annet kvartal.

# Spørsmålene: banken og egne påstander
nav-questions = Spørsmål
questions-title = Spørsmål
questions-lead = Alle i en runde får de samme spørsmålene: fire fra banken og høyst to egne påstander.
questions-own = Egne påstander
questions-own-none = Ingen ennå. En egen påstand kan spørre om noe som bare gjelder hos dere, for eksempel hvor tidlig vaktlista kommer.
questions-full = Neste runde har ikke plass til flere: den har allerede to egne påstander. Slutt å spørre om en av dem først.
questions-read-only = Alle får de samme spørsmålene, så bare HR for hele organisasjonen kan endre dette.
questions-past = Ikke lenger med
questions-bank = Banken
questions-bank-text = Ordlyden er vår egen og ligger fast, slik at runder kan sammenlignes. Spørsmålene er ikke et validert måleinstrument. Bokstavene viser hvilken faktor i arbeidsmiljøloven § 4-3 et spørsmål handler om.
questions-every-round = Hver runde
questions-turn = I { $round }
questions-not-soon = Ingen runde i sikte
questions-round = runde { $round }, fra { $date }
questions-round-unseen = en senere runde
questions-workload = Arbeidsmengde
questions-factor-a = § 4-3 a: klare krav
questions-factor-b = § 4-3 b: emosjonelle krav
questions-factor-c = § 4-3 c: arbeidsmengde og tid
questions-factor-d = § 4-3 d: støtte og hjelp
questions-state-coming = Første gang i { $since }
questions-state-asked = Med siden { $since }
questions-state-ending = Siste gang i { $until }
questions-state-past = Siste gang i { $until }
questions-from = Dette gjelder fra { $round }. Runder som har begynt, blir som de er.
questions-from-unseen = Dette gjelder fra neste runde. Runder som har begynt, blir som de er.
questions-most = En runde har høyst { $most } egne påstander, slik at en innsjekk fortsatt tar tjue sekunder.
questions-advice = Før du skriver
questions-advice-one-thing = Bare én ting i hver påstand. «Rettferdig og tydelig» er to.
questions-advice-positive = Si det som er bra, slik at det er godt nytt når folk er enige. Svarene går fra 1, helt uenig, til 5, helt enig.
questions-advice-no-names = Ingen navn på personer eller team.
questions-advice-rights = Ikke kopier fra et spørreskjema uten at dere har rett til å bruke ordlyden. Mange krever lisens.
questions-advice-release = De samme reglene avgjør hva som vises: ingenting fra små grupper, og ingen enkeltsvar.
questions-tag-hint = Et kort navn på serien, for eksempel vaktliste. Små bokstaver a til z, sifre og bindestrek.
questions-statement-hint = Én linje på høyst { $most } tegn.
questions-add-submit = Legg til påstanden
question-act-add = Legg til en påstand
question-act-reword = Endre ordlyd
question-act-stop = Slutt å spørre
question-act-delete = Slett
question-reword-text = Den nye ordlyden blir en ny versjon med en egen serie. Tallene til nå blir stående under den gamle.
question-reword-coming-text = Ingen har fått denne ordlyden ennå, så den nye tar plassen.
question-reword-submit = Lagre ordlyden
question-stop-text = Tallene til nå blir stående. Vil dere spørre om det samme igjen senere, legger dere til en påstand med et annet merke.
question-stop-submit = Slutt å spørre
question-delete-text = Ingen har fått denne påstanden. Den blir borte, og merket kan brukes på nytt.
question-delete-version-text = Ingen har fått denne ordlyden. Den blir borte, og versjonen før blir stående.
question-delete-submit = Slett
question-done-add = Påstanden er lagt til.
question-done-reword = Den nye ordlyden er lagret.
question-done-stop = Påstanden er ikke med fra og med neste runde.
question-done-delete = Påstanden er slettet.
field-tag = Merke
field-en = Påstand på engelsk
field-nb = Påstand på bokmål
why-not-a-tag = Bruk små bokstaver a til z, sifre og bindestrek, og begynn med en bokstav.
why-no-room = Neste runde har allerede to egne påstander. Slutt å spørre om en av dem først.
why-same-words = Dette er ordlyden nå. Endre teksten på minst ett av språkene.
event-question-changed = Egen påstand endret

rounds-tabs = Om innsjekken

## Pages of trends

nav-today = I dag
nav-actions = Tiltak
trends-tabs = Måter å se utviklingen på
trends-tab-trend = Utvikling
trends-tab-teams = Team
trends-tab-map = Varmekart
trends-tab-sites = Steder
trends-tab-load = Arbeidsmengde
trends-tab-drivers = Drivere
trends-tab-link = Sammenhengen
trends-tab-notes = Notater
stored-name-annotation = Notater på tidsaksen
stored-table-annotation = Hendelser, kampanjer og hva konkurrenter gjør, med datoer. De står ved diagrammene.
stored-name-agreed-action = Tiltak
stored-table-agreed-action = Hva et team prøver, for hvilken driver, hvilken rolle som følger det opp, når det begynte og når det vurderes. Ingen navn.
stored-name-link-run = Arbeid med sammenhengen
stored-table-link-run = Hvor langt beregningen av sammenhengen er kommet. Én rad.
place-label = Hvor dette er
place-go = Gå til
place-below = Under
place-beside = Ved siden av

## Varmekart og team

stored-name-unit-signal = Merker på enheter
stored-table-unit-signal = For hver enhet: om de nyeste tallene skiller seg fra det som er vanlig for enheten, og de siste punktene i de små diagrammene. Laget av frigitte tall og klagerater.
stored-name-attempt = Feil ved innlogging
stored-table-attempt = Feil passord og koder fra det siste kvarteret, så ingen kan gjette i vei. Hvem de gjelder, er lagret som en hash, og alt slettes etter et kvarter.
stored-name-job-run = Arbeid med kalenderen
stored-table-job-run = Når rundene sist ble fulgt opp. Én rad.
stored-name-signal-run = Arbeid med merkene
stored-table-signal-run = Om merkene lages akkurat nå. Én rad.

map-chart = Varmekart
map-measure = Mål
map-reach = Antall runder
map-rounds = { $rounds } runder
map-headline =
    { $count ->
        [0] { $measure }: ikke noe som bør ses på nå
        [1] { $measure }: én av { $units } enheter bør ses på
       *[other] { $measure }: { $count } av { $units } enheter bør ses på
    }
map-headline-plain = { $measure }, runde for runde
map-concern =
    { $more ->
        [0] Bør ses på, målt mot det som er vanlig for enheten selv: { $names }.
       *[other] Bør ses på, målt mot det som er vanlig for enheten selv: { $names } og { $more } til.
    }
map-newest =
    I { $period } lå tallet mellom { $low } og { $high } { $hidden ->
        [0] i de { $shown } enhetene som har et nytt tall.
       *[other] i de { $shown } enhetene som har et nytt tall; { $hidden } til er skjult fordi for få har svart.
    }
map-newest-one =
    I { $period } var tallet { $low } { $hidden ->
        [0] overalt der det finnes et nytt tall.
       *[other] overalt der det finnes et nytt tall; { $hidden } { $hidden ->
            [1] enhet er
           *[other] enheter er
        } skjult fordi for få har svart.
    }
map-newest-none = For { $period } finnes det ikke noe tall som kan vises.
map-nothing = Det finnes ingen tall ennå.
map-empty-text = De første rutene kommer når en runde er avsluttet og tallene er frigitt.
map-description = { $measure } for { $units } enheter i { $unit } i de siste { $rounds } rundene, mørkere eller lysere der tallet er høyere.
map-percent = { $value } %
map-held = { $label }, { $period }: det tidligere tallet { $value } er beholdt, fordi noen få har begynt eller sluttet.
map-periods = { $first } til { $last } samlet
map-key-held = tidligere tall beholdt
map-key-empty = ikke noe tall
map-cell-together = { $value } (samlet)
map-note-scale = Trinnene passer til tallene på denne siden. Pek på en rute for å lese den, eller åpne tabellen.
map-note-window = En lang stolpe er ett tall for flere runder samlet: enheten er for liten til å vises i hver runde.
map-note-held = En strek: noen få har begynt eller sluttet, og det tidligere tallet beholdes til flere har gjort det.
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
teams-note = De små diagrammene viser de siste 26 periodene. Den prikkede linjen er det som er vanlig for teamet. En prikket boks er skjult: for få svar. Team med noe som bør ses på, står først, ellers etter sted og navn.
teams-behind = Det er kommet nye tall. Merkene følger etter i løpet av noen minutter.
teams-pending = Dette teamet blir regnet på. Tallene kommer i løpet av noen minutter.
teams-complaints = Klager per 1000
teams-of = fra { $period }
teams-mark-concern = bør ses på siden { $period }
teams-mark-better = bedre enn vanlig siden { $period }
## I dag

today-title = I dag i { $unit }
today-since = Nytt siden { $date }, da du var innom sist.
today-since-week = Nytt de siste sju dagene, siden { $date }.
today-how = Nytt er det som kom etter at du sist logget inn en tidligere dag, den dagen medregnet. Å se på denne siden endrer ingenting.
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
today-mark-strain-concern = høyere belastning enn vanlig siden { $period }
today-mark-strain-better = lavere belastning enn vanlig siden { $period }
today-mark-satisfaction-concern = lavere tilfredshet enn vanlig siden { $period }
today-mark-satisfaction-better = høyere tilfredshet enn vanlig siden { $period }
today-mark-complaints-concern = flere klager per kundekontakt enn vanlig siden { $period }
today-mark-complaints-better = færre klager per kundekontakt enn vanlig siden { $period }
today-signals-concern =
    { $count ->
        [1] 1 team har noe nytt som er verdt å se på.
       *[other] { $count } team har noe nytt som er verdt å se på.
    }
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
today-ongoing =
    { $count ->
        [1] 1 enhet skiller seg fortsatt ut.
       *[other] { $count } enheter skiller seg fortsatt ut.
    }
today-open-cases = Se sakene
today-open-trend = Se utviklingen
today-open-teams = Se teamene
today-open-action = Se tiltaket
today-open-actions = Se tiltakene
today-open-link = Se sammenhengen
stored-name-link-verdict = Hva sammenhengen sier
stored-table-link-verdict = For hver enhet ett ord for hva sammenhengen sier, og siden hvilken dag.
## Enheter side om side, og drivere

compare-kind =
    { $kind ->
        [region] region
        [site] sted
       *[team] team
    }
compare-kinds =
    { $kind ->
        [region] regioner
        [site] steder
       *[team] team
    }
compare-kinds-title =
    { $kind ->
        [region] Regioner
        [site] Steder
       *[team] Team
    }
compare-eyebrow = { $unit } · { compare-kinds } · { $from } til { $to }
compare-names-more = { $names } og { $more } til
compare-axis-rate = klager per 1 000 kontakter
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
sites-headline =
    { $count ->
        [0] Ingen { compare-kinds } skiller seg fra alle samlet mer enn tilfeldigheter gjør.
        [1] Én av enhetene skiller seg fra alle samlet mer enn tilfeldigheter gjør.
       *[other] { $count } { compare-kinds } skiller seg fra alle samlet mer enn tilfeldigheter gjør.
    }
sites-headline-few = For få { compare-kinds } til grenser.
sites-headline-no-contacts = Ingen kundekontakter i disse dagene.
sites-lead = Hver prikk er én enhet. Båndet er det tilfeldigheter alene gjør med klageraten når størrelsen er slik. Å ligge utenfor er en grunn til å se nærmere, ikke en dom over noen.
sites-lead-few =
    { $known ->
        [1] Grenser krever minst { $needed } { compare-kinds } med kundekontakter, og en klage. Her er det én.
       *[other] Grenser krever minst { $needed } { compare-kinds } med kundekontakter, og en klage. Her er det { $known }.
    }
sites-lead-no-contacts = En klagerate trenger kundekontakter fra de samme dagene. Hent dem inn, eller velg andre dager.
sites-outside = Utenfor grensene, etter navn
sites-mark-above = over grensene
sites-mark-below = under grensene
sites-legend-above = over grensene for størrelsen: verdt å se på
sites-legend-below = under grensene for størrelsen: bedre enn de andre
sites-all-together = alle samlet { $rate }
sites-axis-contacts = kundekontakter
sites-why-above = { $rate } klager per 1 000 kontakter, over den øvre grensen for størrelsen, { $limit } ({ $complaints } klager, { $contacts } kontakter).
sites-why-below = { $rate } klager per 1 000 kontakter, under den nedre grensen for størrelsen, { $limit } ({ $complaints } klager, { $contacts } kontakter).
sites-why-inside = { $rate } klager per 1 000 kontakter, innenfor grensene for størrelsen ({ $complaints } klager, { $contacts } kontakter).
sites-why-none = { $rate } klager per 1 000 kontakter ({ $complaints } klager, { $contacts } kontakter).
sites-note-small = Små { compare-kinds } ligger nesten alltid innenfor: med få kontakter flytter tilfeldigheter alene raten langt, så grensene deres er vide.
sites-note-wide = Forskjellene er større enn tilfeldigheter alene forklarer. Grensene tar høyde for det: De er { $width } ganger så vide.
sites-note-without =
    { $count ->
        [1] Én enhet har ingen kundekontakter i disse dagene, og dermed ingen rate: { $names }.
       *[other] { $count } { compare-kinds } har ingen kundekontakter i disse dagene, og dermed ingen rate: { $names }.
    }
load-headline =
    { $count ->
        [0] Ingen { compare-kinds } har både mye å gjøre og mange klager.
        [1] Én av { $drawn } enheter har både mye å gjøre og mange klager.
       *[other] { $count } av { $drawn } { compare-kinds } har både mye å gjøre og mange klager.
    }
load-headline-plain = Belastning og klager, { compare-kind } for { compare-kind }.
load-headline-nothing = Ingenting å tegne ennå.
load-lead = Mye å gjøre og mange klager: { $much-many }. Mye å gjøre, få klager: { $much-few }. Rolig, mange klager: { $calm-many }. Rolig, få klager: { $calm-few }.
load-lead-picture = Dette er et bilde av { compare-kinds } side om side, ikke sammenhengen: De er ulike i mye annet enn hvor mye det er å gjøre.
load-lead-nothing = Det trengs frigitte tall for belastning fra minst halvparten av rundene, og kundekontakter fra de samme ukene.
load-corner-calm-many = Rolig, mange klager
load-corner-much-many = Mye å gjøre, mange klager
load-corner-calm-few = Rolig, få klager
load-corner-much-few = Mye å gjøre, få klager
load-axis-strain = belastning, 0 til 100
load-point = { $unit }: belastning { $strain }, { $rate } klager per 1 000 kontakter, { $contacts } kontakter.
load-note-hidden =
    { $count ->
        [1] Én enhet er ikke tegnet, fordi for få svarte til at belastningen kan vises trygt.
       *[other] { $count } { compare-kinds } er ikke tegnet, fordi for få svarte til at belastningen kan vises trygt.
    }
load-note-no-answers =
    { $count ->
        [1] Én enhet er ikke tegnet, fordi den ikke har tall for minst halvparten av disse rundene.
       *[other] { $count } { compare-kinds } er ikke tegnet, fordi de ikke har tall for minst halvparten av disse rundene.
    }
load-note-no-contacts =
    { $count ->
        [1] Én enhet er ikke tegnet, fordi den ikke har kundekontakter i disse ukene.
       *[other] { $count } { compare-kinds } er ikke tegnet, fordi de ikke har kundekontakter i disse ukene.
    }
load-note-lines = Linjene er organisasjonens egne nivåer det siste året med runder. På en linje regnes som rolig, eller som få klager.
load-note-size = En liten prikk har færre enn { $medium } kontakter, en stor { $large } eller flere.
column-driver = Driver
column-now = Nå
column-usual = Vanlig her
column-target = Målt fra
column-gap = Avstand
column-association = Tilfredshet per 10 poeng
column-room = Rom
column-standing = Hvor klart
drivers-chart = Diagram over drivere etter rom
drivers-headline-nothing = Ingen påstander er frigitt her ennå.
drivers-headline-room = Mest rom der det henger sammen med tilfredshet: { $driver }.
drivers-headline-unclear = Ingen driver henger klart sammen med tilfredshet ennå.
drivers-headline-too-little = For lite til å veie drivere ennå.
drivers-headline-no-room = Ingen avstand der drivere klart henger sammen med tilfredshet.
drivers-lead =
    { $clear ->
        [0] Ingen av { $all } drivere henger klart sammen med tilfredshet; for { $unclear } er det ikke klart ennå.
        [1] Én av { $all } drivere henger klart sammen med tilfredshet; for { $unclear } er det ikke klart ennå.
       *[other] { $clear } av { $all } drivere henger klart sammen med tilfredshet; for { $unclear } er det ikke klart ennå.
    }
drivers-lead-nothing = Påstandene kommer på omgang, to i hver runde. De står her når en runde som spør om dem, er frigitt.
drivers-pending = Ikke regnet ut ennå. Det skjer av seg selv etter at en runde er frigitt.
drivers-gate-units =
    { $have ->
        [1] For få team til et svar: bare ett har egne tall i flere runder, og det trengs { $needed }.
       *[other] For få team til et svar: { $have } har egne tall i flere runder, og det trengs { $needed }.
    }
drivers-gate-rounds = For tidlig til et svar: et vanlig team har svart på den samme påstanden i { $have } runder, og det trengs { $needed }.
drivers-gate-variation = Ikke noe svar ennå: tallene i teamene har nesten ikke endret seg, så det er ingenting å sammenligne.
drivers-gate-data = Ikke noe svar ennå: det trengs tall fra enkeltrunder, for påstander og for tilfredshet, i de samme teamene.
drivers-axis = poeng tilfredshet for avstanden
drivers-clear = klart
drivers-unclear = ikke klart ennå
drivers-too-little = for lite å gå etter
drivers-about = Når et team lå { $step } poeng over sitt eget vanlige nivå for «{ $driver }», skilte tilfredsheten i den samme runden seg fra det vanlige med { $points } poeng (95 %-område { $low } til { $high }).
drivers-range = { $estimate } ({ $low } til { $high })
drivers-note-gap = Avstanden er hvor langt tallet nå ligger under organisasjonens, som viser hva som kan nås på de samme vilkårene. En avstand under 0 betyr at enheten ligger foran.
drivers-note-gap-root = Avstanden er hvor langt tallet nå ligger under 100: Organisasjonen har ingenting over seg å måles mot.
drivers-note-range = Rom er avstanden ganger sammenhengen med tilfredshet. 95 %-området er sammenhengens; avstanden er tatt som den er. Der området omfatter 0, står driveren under streken.
drivers-note-basis = Regnet ut på tvers av teamene i { $unit }: høyst { $teams } team med { $pairs } tall for én påstand. En påstand kommer igjen hver sjette runde og legges ved siden av tilfredsheten i den runden, i det samme teamet. Tall for flere runder samlet er ikke med.
drivers-note-same-people = Begge svarene kommer fra de samme menneskene i den samme uka, så en god eller dårlig uke flytter begge. De henger sammen; det er ikke bevis på årsak. Det handler om team, ikke om personer.
drivers-note-many = Av tjue drivere som ikke har noe med tilfredshet å gjøre, ser omtrent én klar ut ved en tilfeldighet.
stands-out-title = Dette skiller seg ut
stands-out-none = Ingenting skiller seg ut: påstandene står omtrent der de pleier her.
stands-out-above = { $points } over det vanlige her
stands-out-below = { $points } under det vanlige her
stands-out-all = Alle drivere
stored-name-driver-result = Vekt av drivere
stored-table-driver-result = For hver enhet, hvordan påstander og tilfredshet henger sammen i teamene. Laget av frigitte tall.
## Actions

action-agree = Avtal et tiltak
action-agree-submit = Avtal
action-edit = Endre tiltaket
action-save = Lagre
actions-lead = Hva teamet prøver, når dere ser på det igjen, og hvordan det sto til før og etter.
actions-open = Åpne
actions-open-none = Her prøves ingenting akkurat nå.
actions-closed = Vurdert
actions-closed-none = Ingenting er vurdert ennå.
actions-more = Eldre tiltak står ikke her.
actions-empty = Ingen tiltak ennå
actions-empty-text = Et tiltak er én ting teamet prøver en stund, for eksempel to i kassen etter klokka fire. Det sier hva det skal påvirke, hvilken rolle som følger det opp, og når dere ser på det igjen.
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
action-review-due = Skulle vurderes { $date }
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
action-done-agree = Tiltaket er avtalt. Den som leder enheten, får et brev den dagen det skal vurderes.
action-done-edit = Tiltaket er endret.
action-done-review = Vurderingen er lagret.
action-card =
    { $count ->
        [0] Tiltak
        [one] Tiltak i gang
       *[other] Tiltak i gang
    }
action-card-none = Her prøves ingenting akkurat nå.
action-card-all = Alle tiltak
action-chart = Diagram fra før til etter
action-chart-summary = { $unit } før og etter { $date }, da dette begynte: { $tried } De prikkede linjene er nivået før.
action-chart-before = før { $value }
action-column-side = Når
action-side-before = før
action-side-across = start
action-side-since = siden
action-side-past = etterpå
action-complaints = Klager per 1 000 kundekontakter
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
action-effect-unclear = Intervallet rommer også ingen endring.
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
action-placebo-chance = Så store endringer fantes også ved { $count } av { $dates } tidligere datoer, så det kan være tilfeldig.
action-placebo-rare =
    { $count ->
        [0] En så stor endring fantes ikke ved noen av { $dates } tidligere datoer.
       *[other] Så store endringer fantes bare ved { $count } av { $dates } tidligere datoer.
    }
action-placebo-few =
    { $dates ->
        [0] Det er ingen tidligere datoer å sammenligne med, så ingen kan si hvor ofte dette skjer tilfeldig.
       *[other] Bare { $dates } tidligere datoer kan sammenlignes. Det er for få til å si hvor ofte dette skjer tilfeldig.
    }
action-figures-rate = Før: { $beforeEvents } klager på { $beforeExposure } kundekontakter, { $before } per 1 000. Siden: { $afterEvents } på { $afterExposure }, { $after } per 1 000.
action-figures-score = Før: { $before } i gjennomsnitt. Siden: { $after }.
action-caution = Dette sammenligner enheten med seg selv. Sesong, kampanjer og alt annet som endret seg samtidig, er også med, så det er ikke bevis for at det var tiltaket. Om et team, aldri om en person.
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
action-reason-events = Det er for få klager på en av de to sidene til å sammenligne.
action-reason-constant = Tallene har aldri beveget seg, så ingenting sier hvor mye de gjør det tilfeldig.
action-reason-broken = Noen begynte eller sluttet omkring starten, så tallene på de to sidene blir ikke sammenlignet.
action-reason-number = Disse tallene kan ikke sammenlignes.
why-not-after-start = Vurderingen kommer etter første dag. Velg en senere dag.
why-over-a-year = Dette er mer enn ett år etter første dag. Velg en tidligere dag.
event-action-changed = Tiltak avtalt, endret eller vurdert
mail-action-review =
    { $count ->
        [one] Et tiltak skal vurderes
       *[other] { $count } tiltak skal vurderes
    }
mail-action-review-text =
    Hei { $name }

    { $count ->
        [one] Et tiltak du følger opp i { $organisation }, har nådd datoen for vurdering.
       *[other] { $count } tiltak du følger opp i { $organisation }, har nådd datoen for vurdering.
    } Snakk om det med teamet, se på før og etter, og si om dere beholder det, endrer det eller avslutter det:

    { $link }

    Du får dette brevet på vurderingsdatoen og én gang i uka etterpå, høyst tre ganger.
## Notes on the time axis, chosen measures, and the way from a point to its cases

nav-notes = Notater
notes-title = Notater
notes-lead = Hva som skjedde her og rundt oss: hendelser, kampanjer, konkurrenter. Et notat er et flagg på diagrammene for enheten og alle enheter under den. At to ting kommer samtidig, sier ikke at det ene førte til det andre.
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
field-ours = Slik gjør vi det
field-theirs = Slik gjør de det
note-sides-legend = Vi og de
note-sides-hint = For en konkurrent: hva vi gjør og hva de gjør, side om side.
note-ours = Vi
note-theirs = De
note-sides = { $topic }. Vi: { $ours } De: { $theirs }
note-baseline-label = Nytt utgangspunkt fra og med første dag
note-baseline-hint = For en varig endring som gjør tiden før til et dårlig mål: diagrammene regner det vanlige området på nytt fra denne dagen, og trenger 12 punkter til det. Tallene selv blir som de er.
note-baseline-chip = nytt utgangspunkt
note-baseline = Herfra regnes det vanlige området på nytt.
note-add-submit = Lagre notatet
note-change-title = Endre notatet
note-change-submit = Lagre endringene
note-remove-title = Fjerne dette notatet?
note-remove-text = Det forsvinner fra listen og fra alle diagrammer. Revisjonsloggen beholder dagen og teksten på flagget.
note-remove-submit = Fjern notatet
note-done-add = Notatet er lagret og står på diagrammene.
note-done-change = Notatet er endret.
note-done-remove = Notatet er fjernet.
event-note-changed = Notat på tidsaksen
why-before-first-day = Dette er før den første dagen. Sjekk begge.
axis-title = På tidsaksen
axis-all = Alle notater, og skriv nye
legend-neutral = uvanlig
legend-baseline = vanlig område regnet på nytt herfra
mark-neutral = { $label }: uvanlig
chart-in-turn = spurt i hver sjette runde
cell-not-asked = ikke spurt
note-most-measures = Høyst { $most } mål fra de ansatte tegnes samtidig. De første { $most } av de valgte vises.
measures-choose = Velg mål fra de ansatte
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
link-gate-no-events = Ikke noe svar ennå: i rundene som kan brukes, er det ikke en eneste klage.
link-gate-separated = Ikke noe svar: team uten klager skiller seg så fullstendig fra de andre at forskjellen ikke kan avgrenses.
link-gate-freedom = Ikke noe svar ennå: det er så få tall at hva som helst ville passe.
link-gate-constant = Ikke noe svar: klagerater følger teamenes vanlige nivåer helt nøyaktig, så det er ingenting igjen å sammenligne.
panel-gate-no-events = Ikke noe svar: det er ikke en eneste hendelse i radene som kan brukes.
panel-gate-separated = Ikke noe svar: rader uten hendelser skiller seg så fullstendig fra de andre at forskjellen ikke kan avgrenses.
panel-gate-freedom = Ikke noe svar: det er så få rader at hva som helst ville passe.
panel-gate-constant = Ikke noe svar: ratene følger nivåene til enheter og perioder helt nøyaktig, så det er ingenting igjen å sammenligne.
link-headline-pending = Sammenhengen er ikke regnet ut ennå
link-headline-none = Ikke noe svar ennå
link-headline-unclear = Vi fant ingen klar sammenheng
link-headline-early = Tidlig tegn:
link-headline-strain-more = Høyere belastning og flere klager følges ad
link-headline-strain-fewer = Høyere belastning og færre klager følges ad
link-headline-satisfaction-more = Høyere tilfredshet og flere klager følges ad
link-headline-satisfaction-fewer = Høyere tilfredshet og færre klager følges ad
link-eyebrow = Teamene i { $unit } · regnet ut { $day }
link-progress = Et nyere resultat regnes ut nå: { $done } av { $total } enheter er ferdige. Det du ser, er det forrige.
link-progress-first = Det første resultatet regnes ut nå: { $done } av { $total } enheter er ferdige. Last siden på nytt om et minutt.
link-waits = Det har kommet nye tall siden. Et nyere resultat regnes ut av seg selv i løpet av de neste minuttene.
link-missing-title = Hva som mangler
link-missing-early = { $have } team kan sammenlignes. Fra { $needed } kalles ikke et funn tidlig lenger.
link-remedy-units = Et team blir med når tallene fra de ansatte er publisert og klager og kundekontakter er registrert. Se på en enhet lenger opp for å sammenligne flere.
link-remedy-early = Se på en enhet lenger opp for å sammenligne flere team, eller vent på flere runder før du bygger på det.
link-remedy-periods = Det kommer av seg selv når runder publiseres. Importer kundekontakter og klager fra tidligere uker som rundene dekker.
link-remedy-events = Registrer klager der de kommer inn, også de små. Se på en enhet lenger opp for å telle flere.
link-remedy-no-events = Registrer klager der de kommer inn, eller importer dem. Finnes det virkelig ingen, er det ingenting å forklare.
link-remedy-variation = Ingenting trenger å gjøres. Et svar kommer hvis tallet begynner å endre seg i teamene.
link-remedy-separable = Det hjelper med flere runder der det ene endrer seg uten det andre.
link-remedy-separated = Det hjelper med flere runder med klager i flere team. Sjekk at kundekontakter er registrert for team uten klager.
link-remedy-freedom = Det kommer av seg selv når runder publiseres.
link-remedy-constant = Sjekk de importerte tallene: virkelige klager varierer fra uke til uke.
link-remedy-estimable = Sjekk om de importerte tallene har svært mange eller svært få kundekontakter.
link-remedy-data = Publiser runder, og importer klager og kundekontakter fra ukene etter, for de samme teamene.
link-range = { $low } til { $high }
link-no-estimate = ikke noe anslag
link-scale = endring i klager per 1 000 kundekontakter, %
link-section-estimate = Hvor stor er forskjellen?
link-section-lags = Når?
link-section-between = I team og mellom team
link-section-teams = Henger det på ett team?
link-section-forecast = Hjelper tall fra ansatte til å forutsi klager?
link-section-reverse = Den andre veien
link-section-firm = Hvor sikkert er det?
link-section-data = Data som er brukt og utelatt
link-column-predictor = Tall fra ansatte, 10 poeng høyere
link-column-change = Endring i klager
link-column-range = 95 %-intervall
link-column-p = p
link-column-q = q
link-column-seen = Ville blitt funnet fra
link-column-distance = Tall fra ansatte
link-column-comparison = Sammenligning
link-column-without = Uten
link-column-rival = Sammenlignet med
link-column-skill =
    { $horizon ->
        [1] Én runde fram
       *[other] { $horizon } runder fram
    }
link-column-rows = Rader
link-column-number = Antall
link-estimate-sentence = Hver linje er 95 %-intervallet for endringen i klager når tallet fra ansatte hadde ligget 10 poeng høyere; en linje over den prikkede passer også med ingen endring.
link-estimate-caption = p er korrigert for at det ses på to tall. Siste kolonne er forskjellen som så mye data finner fire av fem ganger.
link-more-months =
    { $months ->
        [1] Å finne en forskjell på 10 % for { $predictor } fire av fem ganger ville ta omtrent én måned til med disse teamene.
       *[other] Å finne en forskjell på 10 % for { $predictor } fire av fem ganger ville ta omtrent { $months } måneder til med disse teamene.
    }
link-more-years = Å finne en forskjell på 10 % for { $predictor } fire av fem ganger ville ta mer enn ti år med disse teamene; flere team ville hjelpe raskere.
link-lags-sentence = Endringen i klager etter tiden mellom tallet fra ansatte og klagene; på grå bunn kommer tallet etter klagene, som kontroll.
link-lags-caption = Én avstand i tid om gangen, for 10 poeng mer. q er korrigert for at det ses mange ganger; under 0,050 er det merket.
link-lags-before = Tall fra ansatte før klagene
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
        [1] { $predictor }: sammenhengen er klarest én runde før klagene ({ $change }, intervall { $range }).
       *[other] { $predictor }: sammenhengen er klarest { $rounds } runder før klagene ({ $change }, intervall { $range }).
    }
link-clearest-none = { $predictor }: sammenhengen er ikke klar ved noen enkelt avstand.
link-direction-nothing-against = Som kontroll ses det også på tall fra ansatte i rundene etter klagene. De viser ikke noe som er i nærheten av like sterkt, så ingenting taler mot at tallene fra ansatte beveger seg først.
link-direction-unclear =
    { $rounds ->
        [1] Retningen er uklar for { $predictor }: tallet én runde etter klagene følger dem omtrent like tett. Klagene kan komme først, eller noe annet kan ligge bak begge.
       *[other] Retningen er uklar for { $predictor }: tallet { $rounds } runder etter klagene følger dem omtrent like tett. Klagene kan komme først, eller noe annet kan ligge bak begge.
    }
link-almon = Lagt sammen over den samme runden og de åtte før går det å ha { $predictor } 10 poeng høyere hele tiden sammen med en endring i klager på { $change } (intervall { $range }).
link-almon-closed = Summen over alle avstander er ikke regnet ut.
link-closed-periods = Det trengs { $needed } runder for et vanlig team; det er { $have }.
link-closed-units = Det trengs { $needed } team; det er { $have }.
link-closed-data = Dataene gir ikke grunnlag for det ennå.
link-within = i team
link-between = mellom team
link-pooled = alt under ett
link-between-sentence = Den samme forskjellen fra tre sammenligninger: hvert team med seg selv, teamene med hverandre, og alle rader under ett. Svaret på denne siden er det første. Her står hvert tall fra ansatte alene, uten det andre, så tallene er andre enn ovenfor.
link-between-caption = Hvert tall for seg, for 10 poeng mer.
link-flag-reversal = { $predictor }: bildet snur. I teamene peker det én vei, med alt under ett den andre.
link-flag-opposite = { $predictor }: i teamene og med alt under ett er fortegnene ulike, men minst ett av dem kan være ingenting.
link-flag-differ = { $predictor }: team sammenlignet med hverandre sier noe annet enn team sammenlignet med seg selv.
link-flag-consistent = { $predictor }: team sammenlignet med hverandre og med seg selv motsier ikke hverandre.
link-reversal-why = Team skiller seg fra hverandre i mer enn dette ene tallet: en travel gate, et eldre bygg, andre kunder. Under ett ser slike varige forskjeller ut som sammenhengen. I et team er de de samme hele tiden og faller bort, så bare svaret til venstre hører til spørsmålet.
link-side-within = Hvert team mot sitt eget vanlige nivå
link-side-pooled = Alle team og runder under ett
link-side-more = Flere klager når { $predictor } er høyere.
link-side-fewer = Færre klager når { $predictor } er høyere.
link-teams-sentence = Endringen i klager med alle team, og med ett team utelatt om gangen; teamene som betyr mest, etter navn.
link-teams-range = Med hvilket som helst team utelatt ligger endringen når { $predictor } er 10 poeng høyere, mellom { $low } og { $high }.
link-teams-leans = Det hviler på ett team: uten { $unit } ville det vært { $change }.
link-teams-leans-unnamed = Det hviler på ett team: uten det ville det vært { $change }.
link-teams-firm = Ingen av teamene avgjør svaret alene.
link-teams-caption = Ett team utelatt om gangen, av { $units }; høyst de førti som betyr mest, etter navn. Hvor mye et resultat hviler på et team, sier ingenting om hvor godt teamet er.
link-teams-all = Alle team
link-teams-without = Uten { $unit }
link-forecast-how = For hver runde er klagene forutsagt av det som var kjent før den, med tallene fra ansatte og på tre måter uten dem.
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
link-forecast-caption = Andelen av feilen i forutsigelsen (Poisson-devians) som tallene fra ansatte sparer; under null var den andre måten bedre.
link-predictive = forutsier
link-rival-last-four = Teamets siste fire runder
link-rival-last-year = Samme tid i fjor
link-rival-unit-rate = Teamets vanlige rate
link-reverse-how = Sinte kunder kan slite på folk. Derfor snus spørsmålet: etter runder med klart flere klager enn teamet er vant til (ett standardavvik), er tallene fra de ansatte annerledes enn vanlig?
link-reverse-higher = Ja: { $predictor } var { $points } poeng høyere (intervall { $low } til { $high }). Begge retninger kan være riktige samtidig.
link-reverse-lower = Ja: { $predictor } var { $points } poeng lavere (intervall { $low } til { $high }). Begge retninger kan være riktige samtidig.
link-reverse-unclear = Vi fant ingen klar sammenheng for { $predictor }: dataene passer med alt fra { $low } til { $high } poeng.
link-lumpy-as-expected = Klagene kommer omtrent så ujevnt som tilfeldigheter gjør dem (spredning { $dispersion }).
link-lumpy = Klagene kommer i klumper, mer enn tilfeldigheter gjør dem (spredning { $dispersion }). Intervallene tar høyde for det.
link-lumpy-very = Klagene kommer i store klumper (spredning { $dispersion }): én hendelse kan gi mange. Intervallene tar høyde for det, og er vide.
link-nb2-agrees = En annen modell for ujevne antall (negativ binomisk) sier det samme.
link-nb2-differs = Følsomt for valg av modell: en annen for ujevne antall (negativ binomisk) sier noe annet.
link-time-each = Det alle teamene har felles i en runde, som sesong, helligdager og vær, er tatt ut.
link-time-season = Med så få team er sesongen bare delvis tatt ut.
link-time-trend = Med så få team og runder er bare en rett utvikling tatt ut; en sesong blir stående.
link-time-none = Det teamene har felles over tid, er ikke tatt ut.
link-data-used =
    { $units ->
        [1] Ett team, { $periods } runder og { $events } klager er brukt.
       *[other] { $units } team, { $periods } runder og { $events } klager er brukt.
    } Én rad er ett team i én runde. Skjulte og gamle tall er ikke brukt.
link-data-above = I { $rows } rader er det flere klager enn kundekontakter. De er brukt; sjekk tallene.
link-data-caption = Rader etter hva som ble av dem
link-rows-used = Brukt
link-dropped-idle = Utelatt: verken kundekontakter eller klager
link-dropped-without-contacts = Utelatt: klager uten kundekontakter; sjekk tallene
link-dropped-missing = Utelatt: færre enn to publiserte tall i de fire rundene før
link-dropped-no-complaints = Utelatt: team uten en eneste klage ({ $units })
link-dropped-constant = Utelatt: team der tallene aldri endret seg ({ $units })
link-dropped-period = Utelatt: runder uten en eneste klage ({ $units })
link-dropped-separated = Utelatt: rader som ikke sier noe om en forskjell
link-method-title = Slik er det regnet ut
link-method-1 = Hvert team sammenlignes med seg selv: var klageraten annerledes enn vanlig i runder etter at belastningen eller tilfredsheten lå over teamets eget vanlige nivå? Varige forskjeller mellom team spiller ingen rolle.
link-method-2 = Teamene sammenlignes i de samme rundene, slik at det de alle har felles, faller bort.
link-method-3 = Tallet fra de ansatte er gjennomsnittet av de fire rundene før, hvis minst to av dem er publisert. Klager telles på dagen de gjelder.
link-method-4 = Intervallet viser hva annet som passer med dataene: i 95 av 100 slike undersøkelser inneholder det det sanne tallet. Det blir aldri utelatt.
link-method-5 = Det som kommer ut, er at to ting følges ad. Det sier ingenting om hvorfor, og ingenting om én bestemt person.
link-expert-title = Detaljer for statistikere
link-expert-1 = Poisson pseudo-maximum likelihood med effekter for team og runde (med færre enn seks team en utvikling, og en sesong fra to år), kundekontakter som eksponering.
link-expert-2 = Intervaller fra linearisert klynge-jackknife (CV3L) over team og Students t med én frihetsgrad mindre enn team. p er den største av denne testen og en test der fortegnet på teamenes score snus, korrigert med Holms metode for to tall.
link-expert-3 = Avstandene er tilpasset én om gangen på felles rader, begge tall sammen, atten forsinkelser korrigert med Benjamini og Hochbergs metode; kontrollene for seg. En kontroll med q under 0,05 og minst 0,7 av den sterkeste forsinkelsen gjør retningen uklar. Summen er et Almon-polynom av grad to over ni runder.
link-expert-4 = En sirkulær forskyvning av hvert teams tall vokter mot to langsomme utviklinger uten sammenheng.
link-expert-5 = I team, mellom team og under ett: hvert tall alene, CR1-feil; mellom team med Mundlaks grep.
link-expert-6 = Forutsigelser: rullende start etter 52 runder, ny tilpasning hver fjerde; Diebold og Marianos test med Harveys korreksjon, ensidig. Forutsier bare med gevinst over null mot alle tre og p under 0,10 over minst 26 runder.
link-expert-7 = Ingenting anslås under tre team og ingenting testes under seks; det trengs 12 runder for medianteamet, 100 klager og et standardavvik på 4 poeng i teamene.

help-views = Måter å se det på
help-views-1 = Team viser hvert team ved siden av sitt eget vanlige nivå. Varmekartet viser ett tall for mange enheter, runde for runde: en prikket rute er skjult fordi for få svarte, en tom plass har ikke noe tall.
help-views-2 = Steder setter klagerater side om side. Båndet er det tilfeldigheter alene gjør med en enhet av den størrelsen, så små enheter ligger nesten alltid innenfor. Arbeidsmengde setter belastning ved siden av klager i de samme ukene. Begge er bilder av enheter side om side; bare sammenhengen sammenligner hvert team med seg selv.
help-views-3 = Drivere veier hvert utsagn: hvor langt tallet ligger fra organisasjonens, ganger hvor mye tilfredsheten skiller seg i runder der et team ligger over sitt eget vanlige nivå. De samme menneskene svarer på begge i samme uke, så de to følger lett hverandre.
help-views-4 = Et tiltak har en første dag. Siden om det sammenligner nivået siden da med nivået før, med et intervall, og gjør den samme sammenligningen på tidligere dager, da ingenting begynte. Dukker like store endringer ofte opp der, kan det være tilfeldig. Årstid og annet som endret seg samtidig, er også med.
help-views-5 = Et notat er et flagg på diagrammene til enheten og dem under. Det kan begynne et nytt utgangspunkt: derfra regnes det vanlige nivået på nytt.
