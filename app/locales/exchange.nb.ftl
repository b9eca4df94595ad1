# Exchange: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som exchange.en.ftl.

# Import: start og liste
imports-title = Import
imports-lead = Velg en fil. Du ser hva som vil skje, før noe blir lagret.
imports-kind = Hva filen inneholder
imports-file-hint = En CSV-fil eller en arbeidsbok (.xlsx) med kolonnenavn øverst. Høyst 10 MB.
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
imports-understood = Slik leser vi filen
imports-reading = Slik skal filen leses
imports-found-out = Finn det ut fra filen
imports-separator = Mellom kolonnene
imports-decimal = Foran desimaler
imports-dates = Datoer
imports-sheet = Ark
imports-separator-bar = Loddrett strek ( | )
imports-decimal-point = Punktum: 3.5
imports-decimal-comma = Komma: 3,5
imports-dates-dmy = Dag, måned, år
imports-dates-mdy = Måned, dag, år
imports-dates-ymd = År, måned, dag
imports-dates-yyyymm = Måneder med seks sifre: 202611
imports-dates-yyyyww = Uker med seks sifre: 202647
imports-separator-comma = Komma
imports-separator-semicolon = Semikolon
imports-separator-tab = Tabulator
imports-first-rows = De første radene i filen
imports-undo = Angre denne importen
imports-undo-text = Kan gjøres fram til { $until }. Alt denne filen la til, blir fjernet. Enheter den opprettet, blir stående. Ingenting annet endres.
imports-undone = Importen er angret. Det den la til, er borte fra alle tall.
imports-done =
    { $rows ->
        [1] Ferdig: 1 rad er lagret.
       *[other] Ferdig: { $rows } rader er lagret.
    }
imports-failed = Importen stanset, og ingen rader ble lagret. Det som var lagret fra før, er uendret. Rett det som eventuelt står under, og last opp filen på nytt.
imports-back = Tilbake til import
imports-discard = Forkast denne importen
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
       *[other] Og { $more } til. Rett disse først: Resten følger ofte med.
    }
imports-at-row = Rad { $row }, kolonne { $column }
imports-columns = Hva hver kolonne er
imports-field = Vi trenger
imports-column = Kolonne i filen din
imports-example = For eksempel
imports-no-column = Finnes ikke i filen
imports-creates-units = Opprett nye team for enhetsnumre vi ikke kjenner (bare for administratorer av hele organisasjonen)
imports-check-again = Sjekk på nytt

# Import: hva som kan være galt med en rad
row-empty = Cellen er tom.
row-empty-remedy = Fyll den ut, eller fjern raden.
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
row-too-large-remedy = Sjekk at riktig kolonne er valgt, og at ikke flere tall har havnet i samme celle.
row-unknown-unit = Ingen enhet har nummeret «{ $cell }».
row-unknown-unit-remedy = Rett det, eller be en administrator legge til enheten.
row-foreign-unit = Du kan ikke importere for enheten «{ $cell }».
row-foreign-unit-remedy = Utelat raden, eller be noen som jobber med enheten, om å importere den.
row-duplicate = Det samme står allerede i rad { $row }.
row-duplicate-remedy = Behold én av de to radene.
row-already-stored = Dette er importert før.
row-already-stored-remedy = Utelat raden: Den er allerede telt med.
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
file-wrong-encoding = Rad { $row } har tegn som verken er UTF-8 eller Windows-1252, eller filen blander de to.
file-wrong-encoding-remedy = Lagre filen som UTF-8, og velg den på nytt.
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
imports-totals = Rader som kalles sum
imports-totals-leave-out = Hopp over dem
imports-totals-keep = Tell dem som andre rader
imports-missing = Manglende tall
imports-missing-hint = Det som står der et tall mangler, med mellomrom mellom, for eksempel .. eller :. Tomme celler og NA regnes alltid som manglende.
file-total-unclear = Rad { $row }: «{ $cell }» kalles en sum, men er ikke summen av de andre radene.
file-total-unclear-remedy = Si under hva som skal skje med slike rader, og sjekk på nytt.
file-number-unclear = Rad { $row }, kolonne { $column }: «{ $cell }» kan være { $one } eller { $other }, og ingen annen rad avgjør det.
file-number-unclear-remedy = Si under hva som står foran desimalene, og sjekk på nytt.
file-date-unclear = Rad { $row }, kolonne { $column }: «{ $cell }» kan være { $one } eller { $other }, og ingen annen rad avgjør det.
file-date-unclear-remedy = Si under hvordan datoene er skrevet, og sjekk på nytt.
file-workbook = Denne arbeidsboken kan ikke leses: Den er av et annet slag enn .xlsx, har passord eller er ødelagt.
file-workbook-remedy = Lagre den som .xlsx uten passord, eller lagre arket som CSV, og velg den filen.
file-separator-unclear = To tegn deler radene like godt.
file-separator-unclear-remedy = Si under hva som står mellom kolonnene, og sjekk på nytt.
file-week-or-month = Rad { $row }, kolonne { $column }: «{ $cell }» kan være en uke eller en måned, og ingen annen rad avgjør det.
file-week-or-month-remedy = Si under hvordan datoene er skrevet, og sjekk på nytt.
file-unreadable = { $said }.
file-unreadable-remedy = Rett filen, og velg den på nytt.
file-not-csv = Filen kan ikke leses som en tabell fra rad { $row }.
file-not-csv-remedy = Se på rad { $row } og raden før: Det kan mangle et anførselstegn.

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
imports-templates-text = Filer med de riktige kolonnene og to oppdiktede rader. I dem for enheter og personer avgjør nummeret hvem eller hva en rad gjelder; samme fil en gang til endrer ingenting.
imports-template-complaints = Mal for klager (CSV)
imports-template-contacts = Mal for kundekontakter (CSV)
imports-template-history = Mal for tall fra tidligere perioder (CSV)
imports-template-units = Mal for enheter (CSV)
imports-template-people = Mal for personer (CSV)
imports-not-in-file = Ikke i filen
imports-complete-units = Filen er hele lista: Enheter som ikke står i den, blir lukket
imports-complete-people = Filen er hele lista: De som ikke står i den, har sluttet (du selv blir alltid værende)
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
diff-none = Ingenting vil bli endret: Alt i filen er allerede slik det skal være. Rader lest: { $unchanged }.
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
diff-sure-people =
    { $gone ->
        [1] Én av { $of } personer står ikke i filen og blir regnet som sluttet. Kontoen lukkes, og rollene opphører. Er dette riktig fil, og er den fullstendig?
       *[other] { $gone } av { $of } personer står ikke i filen og blir regnet som sluttet. Kontoene deres lukkes, og rollene opphører. Er dette riktig fil, og er den fullstendig?
    }
diff-sure-people-label =
    { $gone ->
        [1] Ja, én person har sluttet
       *[other] Ja, { $gone } personer har sluttet
    }
diff-sure-units =
    { $gone ->
        [1] Én av { $of } enheter står ikke i filen og blir lukket. Er dette riktig fil, og er den fullstendig?
       *[other] { $gone } av { $of } enheter står ikke i filen og blir lukket. Er dette riktig fil, og er den fullstendig?
    }
diff-sure-units-label =
    { $gone ->
        [1] Ja, én enhet er lukket
       *[other] Ja, { $gone } enheter er lukket
    }
diff-more =
    { $more ->
        [1] Og 1 endring til av samme slag.
       *[other] Og { $more } endringer til av samme slag.
    }
diff-unchanged = Uendret
diff-no-unit = ingen enhet
diff-no-address = ingen adresse
diff-from = { $change } fra { $day }
diff-closed = Lukket
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
row-unit-closed = Enheten «{ $cell }» er lukket, eller ville blitt det med denne filen.
row-unit-closed-remedy = Bruk nummeret på en åpen enhet, eller legg til en rad for den.
row-not-closable = Det er fortsatt personer som hører til enheten «{ $cell }», så den kan ikke lukkes.
row-not-closable-remedy = Legg til en rad for enheten, eller flytt personene først.
row-foreign-person = Du kan ikke endre dette for «{ $cell }»: Personen hører til, eller har en rolle, utenfor enhetene dine.
row-foreign-person-remedy = Utelat det, eller spør noen som administrerer hele organisasjonen.
row-duplicate-address = Den samme e-postadressen står allerede i rad { $row }.
row-duplicate-address-remedy = To personer kan ikke dele en adresse. Gi dem hver sin, eller la cellen stå tom: Uten adresse logger man inn med nummeret.
row-address-taken = Noen andre logger allerede inn med «{ $cell }».
row-address-taken-remedy = Sjekk nummeret og adressen. Skal adressen virkelig gå fra én person til en annen, så ta den fra den første og importer, og gi den deretter til den andre.
row-not-an-address = «{ $cell }» er ikke en e-postadresse.
row-not-an-address-remedy = Skriv den som navn@example.org, eller la cellen stå tom.
row-unknown-kind = «{ $cell }» er ikke en type enhet.
row-unknown-kind-remedy = Skriv organisasjon, region, sted eller team.
row-unknown-role = «{ $cell }» er ikke en rolle.
row-unknown-role-remedy = Roller er leder, kundeservice, hr, tillitsvalgt og administrator, for en annen enhet slik: leder:S1. At noen er ansatt, følger av enheten.
row-foreign-role = Du kan ikke gi rollen «{ $cell }» der: Det ligger utenfor enhetene dine.
row-foreign-role-remedy = Nevn en av enhetene dine, slik: hr:S1, eller spør noen som administrerer hele organisasjonen.
row-role-without-unit = Rollen «{ $cell }» gjelder i personens egen enhet, og personen har ingen.
row-role-without-unit-remedy = Nevn enheten, slik: leder:S1.
row-own-role = Denne raden ville endret dine egne roller.
row-own-role-remedy = La cellen for roller stå tom i denne raden, eller be en annen administrator importere den.
row-last-admin = Da ville ingen kunne administrere organisasjonen.
row-last-admin-remedy = La noen beholde rollen administrator for hele organisasjonen.
row-round-begun = En runde som begynte { $cell } eller senere, har telt opp hvem som hørte til hvor.
row-round-begun-remedy = Bruk en senere dag; det en runde har telt opp, blir stående.

# Besøk av medlemmer
import-kind-visits = Besøk av medlemmer, etter nummer
import-field-member = Medlemsnummer
imports-left-out = Utelatte rader: ikke medlem, finnes fra før eller for gamle
imports-template-visits = Mal for besøk av medlemmer (CSV)
