# Customers: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som customers.en.ftl.

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
