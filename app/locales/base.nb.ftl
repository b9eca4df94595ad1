# Base: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som base.en.ftl.

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
skip-figures = Hopp til tallene
synthetic-title = Oppdiktede data.
synthetic-text = Alle personer, team, kunder og tall her er laget for denne demoen.
nav-label = Hovedmeny
nav-check-in = Innsjekk
nav-trends = Utvikling
nav-complaints = Klager
nav-cases = Saker
nav-contacts = Kundekontakter
nav-review = Gjennomgang
nav-imports = Import
theme-auto = Fargene følger enheten din. Bytt til mørke.
theme-dark = Mørke farger. Bytt til lyse.
theme-light = Lyse farger. Bytt til det enheten din bruker.
sign-out = Logg ut
foot-promise = Trivsel viser grupper, aldri svarene til én person.
draft-back = Det du hadde begynt på, er fylt inn igjen.
draft-empty = Tøm skjemaet
words-kept-title = Du er logget inn igjen
words-kept-text = Det du sendte mens du var logget ut, er ikke lagret. Det er her fortsatt, og kommer tilbake ferdig utfylt.
words-kept-go-on = Gå videre med det
words-kept-drop = Begynn på nytt uten det
offline-title = Ingen nettforbindelse
offline-text = Denne siden kan ikke vises før nettet er tilbake. Det du har sendt før, er trygt.
offline-unsent = Det du nettopp sendte, kom ikke fram. Det ligger låst på denne enheten: Åpne siden igjen når nettet er tilbake, så er det fylt inn.
offline-lost = Det du nettopp sendte, kom ikke fram, og det ligger ikke på denne enheten. Gå tilbake, så finner du det slik du forlot det, og send det når nettet er tilbake.
offline-again = Prøv igjen
offline-check-in = Innsjekken virker uten nett
foot-label = Om Trivsel
foot-help = Hjelp
foot-privacy = Personvern
foot-numbers = Slik blir tallene til

# Hva som er galt med et felt
why-missing = Fyll ut dette.
title-refused = Feil: { $title }
why-no-day = Velg en dag.
why-not-sure = Kryss av for å bekrefte.
why-no-file = Velg en fil.
why-too-long = Dette er for langt. Gjør det kortere.
why-not-a-choice = Velg et av alternativene.
why-not-released = Den tillitsvalgte har ikke godkjent et ark til dette teamet ennå.
why-not-a-date = Dette er ikke en dato i kalenderen.
why-in-future = Dette er fram i tid. Bruk i dag eller tidligere.
why-too-old = Dette er for langt tilbake. Sjekk årstallet.
why-unprintable = Dette inneholder skjulte tegn. Skriv det på nytt som ren tekst.
why-too-short = Dette er for kort til å være et passord. Bruk flere tegn; noen ord på rad er lette å huske.
why-too-common = Dette passordet er lett å gjette. Velg et annet.
why-not-same = Dette er ikke likt feltet over. Skriv det på nytt.
why-wrong = Dette stemmer ikke. Sjekk det.
why-taken = Dette er i bruk fra før. Velg noe annet.
why-not-an-address = Dette er ikke en e-postadresse.
why-not-a-phone = Dette er ikke et telefonnummer. Skriv sifrene, og begynn med + og landkode hvis nummeret er utenlandsk.
why-would-loop = En enhet kan ikke ligge under seg selv. Velg en annen enhet.
why-round-begun = En runde som begynte denne dagen eller senere, har telt hvem som hørte til hvor. Velg en senere dag.
why-not-closable = Her er det fortsatt åpne enheter eller personer. Flytt eller lukk dem først.
why-not-removable = Det finnes noe her som blir tatt vare på: personer, enheter, runder, tall eller saker. Da kan det lukkes, men ikke fjernes.
why-own-role = Ingen kan endre sine egne roller. Spør en annen administrator.
why-last-admin = Minst én må kunne administrere organisasjonen. Gi rollen til en annen først.

# Hva som kan gå galt: hva som skjedde, hva som er trygt, hva du kan prøve
problem-sign-in-needed = Logg inn
problem-sign-in-needed-text = Du må være logget inn for å se denne siden, eller du ble logget ut etter en stund uten bruk. Ingenting er endret. Logg inn og prøv igjen.
problem-wrong-sign-in = Det stemte ikke
problem-wrong-sign-in-text = Adressen eller nummeret og passordet hører ikke sammen. Kontoen din er uendret. Sjekk begge deler, også store og små bokstaver, og prøv igjen.
problem-provider-refused = Innloggingen via leverandøren mislyktes
problem-provider-refused-text = Enten ble den ikke fullført i tide i denne nettleseren, eller så har du ingen åpen konto her. Ingenting er endret. Prøv en gang til. Skjer det igjen, så spør administratoren din.
problem-too-many-attempts = For mange forsøk
problem-too-many-attempts-text = Innlogging med denne adressen er satt på pause for å stenge ute dem som gjetter. Kontoen din er trygg. Vent 15 minutter og prøv igjen.
problem-forbidden = Dette har du ikke tilgang til
problem-forbidden-text = Rollen din omfatter ikke dette, så ingenting ble vist eller endret. Spør administratoren hvis du trenger det i jobben.
problem-not-found = Vi fant ikke dette
problem-not-found-text = Enten finnes det ikke, eller så hører det til en enhet du ikke har tilgang til. Ingenting er endret. Sjekk adressen, eller begynn på nytt fra forsiden.
problem-already-answered = Du har allerede svart
problem-already-answered-text = Det er de første svarene dine i denne runden som gjelder. De ligger forseglet og telles én gang, når runden publiseres. Du kan svare igjen i neste runde.
problem-no-open-round = Ingen runde er åpen
problem-no-open-round-text = Mellom rundene kan ingen svare, og det deles ikke ut koder. Ingenting er endret. Kom tilbake når neste runde åpner.
problem-round-closed = Den runden er lukket
problem-round-closed-text = Skjemaet hørte til en tidligere runde, så disse svarene ble verken telt eller lagret. Åpne innsjekken på nytt for å svare i runden som er åpen nå.
problem-round-voided = Denne runden teller ikke
problem-round-voided-text = Runden ble erklært ugyldig mens du svarte, så svarene er ikke telt og ikke lagret. Begrunnelsen står ved diagrammene. Åpne innsjekken igjen når neste runde åpner.
problem-answers-by-code = Teamet ditt svarer på nettbrettet
problem-answers-by-code-text = I denne runden bruker teamet ditt engangskoder på et felles nettbrett. Ta en kode fra arket og tast den inn der. Ingenting er lagret her.
problem-code-unknown = Koden er ikke i bruk
problem-code-unknown-text = Se etter om bokstavene og tallene stemmer med lappen. En kode virker én gang og bare i én runde, og et nytt ark erstatter det gamle. Ta en annen kode hvis denne ikke virker.
problem-not-on-roster = Du står ikke på lista for denne runden
problem-not-on-roster-text = Kontoen din hører ikke til noe team i denne runden, så det er ingen opptelling å legge svarene til i. Ingenting er lagret. Be lederen din eller HR sette deg på lista.
problem-case-moved-on = Saken har gått videre
problem-case-moved-on-text = En kollega, kunden eller du selv i et annet vindu har gjort noe med den siden du åpnet den. Saken er slik de forlot den, og det du nettopp sendte, ble ikke lagret. Åpne den igjen og se hvor den står nå.
problem-invalid = Se over disse feltene
problem-invalid-text = Ingenting er lagret ennå. Rett feltene som er merket, og send på nytt.
problem-too-large = Det var for stort
problem-too-large-text = Det du sendte, er større enn vi kan ta imot, så ingenting er lagret. Filer kan være opptil 10 MB. Del eller forkort det og prøv igjen; en administrator kan importere større filer på selve serveren.
problem-address-too-long = Adressen er for lang
problem-address-too-long-text = Det som står i adressefeltet, er lengre enn vi kan lese, så ingenting ble slått opp. Begynn på forsiden, og velg på nytt hva du vil se.
problem-too-slow = Det tok for lang tid å komme fram
problem-too-slow-text = Det du sendte, kom ikke helt fram i tide, så ingenting er lagret. Er nettet dårlig, kan du prøve igjen der det er bedre. En stor fil kan deles opp.
problem-took-too-long = Dette tok for lang tid
problem-took-too-long-text = Vi ble ikke ferdige med svaret i tide. Det du nettopp sendte, er kanskje lagret, kanskje ikke: Se etter før du sender det på nytt.
problem-crowded = For mange på én gang
problem-crowded-text = Akkurat nå kommer det flere forespørsler fra nettverket ditt enn vi svarer på samtidig. Det du nettopp sendte, er ikke lagret. Vent noen sekunder og prøv igjen.
problem-unreadable = Vi kunne ikke lese det
problem-unreadable-text = Det som kom fram, var ufullstendig eller i en form vi ikke kjenner. Ingenting er lagret. Gå tilbake, last siden på nytt, og prøv en gang til.
problem-import-stays = Denne importen kan ikke lenger angres
problem-import-stays-text = En import kan angres i ett døgn, og bare så lenge ingen har arbeidet med klagene i den. Ingenting er endret.
problem-import-not-ready = Denne importen kan ikke gå videre
problem-import-not-ready-text = Enten har noen rader fortsatt feil, eller så er importen allerede satt i gang. Ingenting er lagret to ganger. Åpne importen for å se hvor den står.
problem-busy = Databasen er opptatt
problem-busy-text = Akkurat nå lagres noe som tar tid, for eksempel en import. Det du skrev, står her fortsatt: Vent litt og send på nytt.
problem-busy-plain = Akkurat nå lagres noe som tar tid, eller databasen holder på å starte. Ingenting av det du sendte, ble lagret: Gå tilbake, vent litt og send på nytt.
problem-cannot-store-plain = Ingenting av det du sendte, ble lagret. Gå tilbake og send det på nytt om noen minutter. Fortsetter det, så si fra til den som drifter Trivsel, at disken kan være full.
kept-send-again = Send på nytt
problem-cannot-store = Ingenting kan lagres akkurat nå
problem-cannot-store-text = Det du nettopp sendte, ble ikke lagret. Det du skrev, står her fortsatt: Send det på nytt om noen minutter. Fortsetter det, så si fra til den som drifter Trivsel, at disken kan være full.
problem-keys-missing = Svar kan ikke tas imot akkurat nå
problem-keys-missing-text = Nøkkelen til stemmeurnen mangler, og det tas ikke vare på noe som ikke kan åpnes. Har du nettopp sendt svarene dine, ble de ikke lagret, men det du skrev, står her fortsatt. Den som drifter Trivsel, må legge nøkkelen tilbake. Prøv igjen senere.
problem-keys-missing-plain = Nøkkelen til stemmeurnen mangler, og det tas ikke vare på noe som ikke kan åpnes. Ingenting av det du sendte, ble lagret. Den som drifter Trivsel, må legge nøkkelen tilbake. Prøv igjen senere.
problem-wrong-code = Koden stemte ikke
problem-wrong-code-text = Koden er feil eller brukt før. Kontoen din er uendret. Vent på neste kode i appen, eller bruk en gjenopprettingskode.
problem-proof-needed = Bekreft at det er deg
problem-proof-needed-text = Dette krever passordet eller koden din en gang til. Ingenting er endret ennå. Fyll inn under og send på nytt.
problem-second-factor-needed = Du trenger totrinnsinnlogging
problem-second-factor-needed-text = Rollen din ser eller endrer ting som et passord alene ikke beskytter godt nok. Ingenting er endret. Slå på totrinnsinnlogging, og gå videre.
problem-link-expired = Lenken eller koden virker ikke lenger
problem-link-expired-text = Den er brukt før, for gammel eller erstattet av en nyere. Kontoen din er uendret. Be om en ny.
problem-account-closed = Denne kontoen er lukket
problem-account-closed-text = Den er låst eller tilhører noen som har sluttet. Det du har svart før, er fortsatt med i tallene. Spør administratoren din.
problem-changed-meanwhile = Noen andre har endret dette i mellomtiden
problem-changed-meanwhile-text = Det du så, gjelder ikke lenger. Den andre endringen er lagret, din er det ikke. Se på det igjen, og endre det som fortsatt trengs.
problem-internal = Noe gikk i stykker hos oss
problem-internal-text = Det er ikke din feil, og feilen er logget. Det som var lagret fra før, er trygt; det du nettopp sendte, er kanskje ikke lagret. Vent et minutt og prøv igjen.
problem-to-check-in = Til innsjekken
problem-to-start = Til forsiden
problem-to-receipt = Til kvitteringen
problem-to-cases = Til klagene

# Hjelp
help-title = Hva Trivsel gjør, og hva det ikke gjør
help-start = Start her
help-more = Mer om resten av Trivsel
start-employee-check-in = Sjekk inn
start-employee-check-in-why = når en runde er åpen. Fire spørsmål, omtrent 20 sekunder.
start-employee-team = Se hvordan det går i teamet ditt
start-employee-team-why = like tidlig som lederen din, og hva dere prøver ut.
start-employee-stored = Se hva som er lagret om deg
start-employee-stored-why = tabell for tabell, med eksempler.
start-manager-today = Begynn med I dag
start-manager-today-why = og se hva som skiller seg ut, og hva som venter på deg.
start-manager-trends = Se på utviklingen
start-manager-trends-why = i enheten din: ansatte øverst, kunder nederst, på én tidsakse.
start-manager-actions = Start et tiltak
start-manager-actions-why = sammen med teamet, og se hvordan det sto til før og etter.
start-manager-complaints = Gå gjennom klagene
start-manager-complaints-why = i enheten din: Hver har sitt neste steg.
start-manager-contacts = Skriv inn kundene deres
start-manager-contacts-why = hvis kassa ikke leverer en fil: Ett tall om dagen er nok til å vise klager per 1 000 kunder.
start-manager-hours = Hold åpningstidene oppdatert
start-manager-hours-why = så frister overfor kunder regnes etter dem.
start-service-complaints-new = Skriv ned en klage
start-service-complaints-new-why = på et halvt minutt, mens kunden fortsatt er der.
start-service-complaints = Følg den opp
start-service-complaints-why = i lista, der det som haster mest, står øverst.
start-service-contacts = Skriv inn dagens kunder
start-service-contacts-why = når det er du som teller dem.
start-hr-rounds = Planlegg en runde
start-hr-rounds-why = med formålet, dagen det ble drøftet, og dagen dere ser på det igjen.
start-hr-questions = Velg spørsmålene
start-hr-questions-why = som skal være med: Banken har fire til hver runde, og dere kan legge til to egne.
start-hr-kiosk-codes = Sett opp et nettbrett
start-hr-kiosk-codes-why = for team uten e-post, før runden deres åpner.
start-hr-review = Forbered gjennomgangen
start-hr-review-why = av kvartalet, som dokument og som fil.
start-staff-representative-privacy = Les reglene som gjelder
start-staff-representative-privacy-why = for hva som kan vises, og hvem som har endret dem.
start-staff-representative-kiosk-sheets = Godkjenn ark med koder
start-staff-representative-kiosk-sheets-why = så ingen skriver dem ut alene.
start-staff-representative-audit = Se i loggen
start-staff-representative-audit-why = hvem som har lastet ned filer, og hvem som har endret hva.
start-admin-units = Bygg opp organisasjonen
start-admin-units-why = med regioner, steder og team, ett for ett eller fra en fil.
start-admin-people = Legg til personene
start-admin-people-why = og gi rollene: Bare HR kan planlegge runder.
start-admin-people-codes = Gi alle en vei inn
start-admin-people-codes-why = med en lenke på e-post eller en kode på papir.
start-admin-imports = Hent inn tall
start-admin-imports-why = for kunder og klager fra andre systemer.
help-privacy = Svarene dine og personvernet ditt
help-privacy-1 = Når du sender en innsjekk, forsegler Trivsel enheten, svarene og kommentaren din i en boks før noe lagres. Alle bokser er like store, og bare nøkkelen til runden åpner dem. Ved siden av ligger merker som sier hvilke stemmer som er brukt; et merke sier ikke hvem. Når runden publiseres, åpnes og telles alle boksene på én gang, i minnet. Tallene skrives ned, og bokser, merker og nøkkel slettes for godt. Etter det kan ingen åpne en stemmeseddel, heller ikke den som drifter serveren. Ingen side viser hvem som har svart, og hvem som ikke har det.
help-privacy-2 = En kommentar lagres for seg, uten navnet ditt og atskilt fra svarene, når runden publiseres. Ledere for enheten din og for enhetene over, HR og tillitsvalgte kan lese den. Den vises i én enhet, og bare der mange nok har svart og skrevet; innsjekken sier hvor mange.
help-privacy-3 = Tallene kommer når runden er lukket og en ventetid er over. Tallene for en gruppe vises bare når nok personer har svart: fem, hvis ikke organisasjonen har valgt et annet tall, og aldri færre enn tre. Svarene fra dem som nettopp har begynt, eller som fikk innloggingen åpnet med en utskrevet kode, er med i tallet, men teller ikke mot det antallet. Ellers kunne noen dikte opp kolleger rundt deg. Tall skjules også når noen kunne trukket en gruppe fra en annen og slik regnet seg fram til en mindre. Enheter med færre enn tolv personer får tall for en tredel av kvartalet om gangen, i steg på fem poeng, og det sies ikke hvor mange som svarte. Svarene til en leder telles i enheten over den lederen styrer.
help-privacy-4 = Ingen metode er perfekt, og du bør kjenne grensene. Hvis alle andre i gruppen din fortalte hverandre hva de svarte, kunne de regne ut hva du svarte. Når noen begynner eller slutter i et lite team, kan en endring i tallene gi et hint om hva den personen svarte. En kommentar kan kjennes igjen på skrivemåten. Den som har både databasen og nøkkelen til runden, kan åpne stemmesedler fram til runden publiseres. Den som har full kontroll over maskinen, kan følge med mens svarene kommer inn. Det kan ikke noe program utelukke.
help-numbers = Slik blir tallene til
help-numbers-1 = Svar på en skala med fem trinn blir til poeng fra 0 til 100: Hvis alle ga det laveste svaret, ville det blitt 0, og hvis alle ga det høyeste, 100. Jo færre som hører til en enhet, desto større steg vises poengene i. Svært høye og svært lave tall trekkes innover, slik at et team der alle er enige, ikke røper hva hver enkelt svarte. Der et intervall vises, kommer det av hvor mye svarene spriker i hele organisasjonen; bare enheter med 100 personer eller flere har sitt eget. Tall for en måned eller et kvartal er gjennomsnittet av det som ble vist.
help-numbers-2 = Arbeidsmengden kan være feil begge veier. Belastningen er 0 når ingen har for mye å gjøre, og 100 når alle har altfor mye. Den vises aldri helt ut til noen av endene. Enheter med mer enn 30 personer har to tall til, der svarene spriker nok: andelen med for mye å gjøre og andelen med for lite.
help-numbers-3 = Svarprosenten er andelen av dem på lista som svarte. Den vises i steg på 10 % i enheter med 30 personer eller flere, som ett av tre bånd fra tolv personer, og ikke i det hele tatt for færre. Jo flere som svarer, desto mer sier tallene. Det britiske arbeidstilsynet (HSE) bruker 50, 60, 70 og 80 % som grove trinn. Under 50 % bør tallene leses med forsiktighet, for de som ikke svarte, kan mene noe annet.
help-numbers-4 = Klageraten er klager per 1 000 kundekontakter. Båndet i et diagram er det vanlige området: hvor mye et tall svinger tilfeldig. Et punkt merkes etter fire regler fra NHS Englands «Making Data Count»: når det ligger utenfor båndet, når sju på rad går samme vei, når to av tre ligger nær kanten, eller når sju på rad ligger på samme side av det vanlige nivået. Båndet trenger tolv punkter og er foreløpig til det er 20. Flere registrerte klager kan også bety at flere kunder tør å si fra.
help-link = Sammenhengen mellom jobb og klager
help-link-1 = Trivsel sammenligner hvert team med seg selv. Når belastningen eller tilfredsheten i et team har ligget over teamets eget vanlige nivå i de fire rundene før, er klagene per 1 000 kundekontakter da annerledes enn vanlig? Teamene sammenlignes i de samme ukene, slik at en travel sesong eller en helligdag som alle deler, ikke teller med. Et funn står aldri uten usikkerheten: hva annet som også passer med dataene.
help-link-2 = Svaret sier at to ting følges ad, ikke hvorfor. Noe annet kan ligge bak begge, og sinte kunder kan slite på ansatte like gjerne som omvendt. Setningen handler om team. Den sier ingenting om én bestemt person.
help-link-3 = Et svar krever minst seks team med klager, kundekontakter og tall fra ansatte, tolv runder for et vanlig team, og 100 klager. Med seks til elleve team kalles det et tidlig tegn. «Ingen klar sammenheng» betyr ikke at det ikke finnes noen: Setningen sier hvilke forskjeller som fortsatt passer med dataene. Mangler det noe, sier siden hva. Det samme spørres det om for smilefjes og ros, der de telles.
help-link-4 = Studier av mange arbeidsplasser (for eksempel Harter, Schmidt og Hayes, 2002, med 7 939 enheter) har funnet at der ansatte er mer fornøyde, er kundene gjerne litt mer fornøyde også, men utslagene er små, og senere studier er uenige om hva som påvirker hva.
help-questions = Spørsmålene
help-questions-1 = Ordlyden i spørsmålene er vår egen. De er ikke et validert måleinstrument, så resultatene bør ikke sammenlignes med andre undersøkelser.
help-questions-2 = To kjernespørsmål kommer i hver runde: arbeidsmengden, og hvordan det har vært på jobb alt i alt. Tolv andre kommer på omgang, to i hver runde og de samme for alle, så det tar seks runder å komme gjennom dem. Du kan hoppe over alle spørsmål.

# Audit log
nav-audit = Logg
audit-title = Logg
audit-lead = Hvem som har endret personer, roller, enheter og innstillinger, hvem som har lastet ned filer, og hvem som har logget inn med mer enn rollen som ansatt. Ingenting om innsjekker skrives her, heller ikke når noen bare logger inn for å sjekke inn. Rader kan legges til, aldri endres eller fjernes.
audit-event = Hendelse
audit-all = Alle hendelser
audit-check = Sjekk at ingenting er endret
audit-whole = Loggen er hel: { $rows } rader, og hver av dem stemmer med raden før.
audit-whole-text = Ta vare på dette fingeravtrykket av den nyeste raden hvis du senere vil se om rader er kuttet på slutten:
audit-broken = Loggen er brutt ved rad { $row }.
audit-broken-text = Denne raden, eller den før, er endret eller tatt bort utenom programmet. Ta en kopi av databasen slik den er, og si fra til den som drifter den, og til de tillitsvalgte.
audit-empty-title = Her står det ingenting ennå
audit-empty-text = Innlogginger, endringer og filer som lastes ned, listes her med de nyeste først.
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
event-device-opened = Logget inn for å svare
event-second-factor-added = Totrinnsinnlogging slått på
event-second-factor-removed = Totrinnsinnlogging slått av
event-recovery-codes-made = Gjenopprettingskoder laget
event-recovery-code-used = Gjenopprettingskode brukt
event-sessions-ended = Økter avsluttet
event-link-asked = Lenke sendt
event-code-printed = Engangskode skrevet ut
event-provider-linked = Annen innlogging koblet til
event-roles-kept = Annen innlogging oppga ingen roller; de ble stående
event-account-made = Konto laget
event-account-locked = Konto låst
event-account-unlocked = Konto åpnet igjen
event-person-left = Sluttet
event-person-removed = Person fjernet
event-person-changed = Opplysninger endret
event-person-moved = Plass endret
event-role-given = Rolle gitt
event-role-taken = Rolle tatt bort
event-unit-opened = Enhet opprettet
event-unit-renamed = Enhet fikk nytt navn
event-unit-moved = Enhet flyttet
event-unit-closed = Enhet lukket
event-unit-merged = Enhet slått sammen
event-unit-removed = Enhet fjernet
event-import-undone = Import angret
event-imported = Fil importert
event-exported = Fil lastet ned
event-export-started = Bedt om pakker for alle enheter
event-review-approved = Gjennomgang godkjent
event-own-data-taken = Egne data lastet ned
event-round-changed = Runde endret
event-jobs-resumed = Datoen bekreftet, rundene går videre
event-threshold-changed = Regler for publisering
