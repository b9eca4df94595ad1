# Organisation: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som organisation.en.ftl.

# Organisasjon og ansatte: felter
why-before-last-change = Enheten ble endret etter denne dagen. Velg en senere dag.
why-too-many = Det blir for mye på én gang. Velg færre.
nav-units = Organisasjon
nav-people = Personer
unit-kind-organisation = Organisasjon
unit-kind-region = Region
unit-kind-site = Sted
unit-kind-team = Team
unit-closed = lukket
from-on-earliest = Tidligste dag er { $date }: Runder som har begynt, blir som de var.

# Treet av enheter
units-lead = Alle enheter, og de som hører til der i dag.
units-new = Opprett en enhet
units-new-submit = Opprett enheten
units-number-hint = Nummeret de andre systemene deres bruker. Filer du importerer, bruker det til å finne enheten.
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
units-fresh-text = Foreløpig finnes bare selve organisasjonen. Opprett regioner, steder og team ett for ett, eller hent dem fra en fil.
units-fresh-import = Importer en fil
units-none-found = Ingen enhet passer
units-none-found-text = Søk etter en del av navnet eller etter nummeret.
units-show-all = Vis alle enheter
units-cut = Dette er de første 100. Skriv ett ord til for å avgrense.

# En enhet
unit-path = Enheter over
unit-people = Personer
unit-people-in-all = { $count } med enhetene under
unit-managers = Ledere
unit-no-manager = ingen ennå
unit-below = Enheter under
unit-new-below = Opprett en enhet under
unit-none-below = Ingen ennå.
unit-history = Hva som er endret
unit-no-history = Ingenting er endret siden enheten ble satt opp.
unit-closed-notice = Denne enheten har vært lukket siden { $date }. Tallene og sakene er tatt vare på.
unit-change-opened = Opprettet som «{ $from }»
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
unit-move-nowhere = Det finnes ingen annen enhet den passer under. Opprett en først.
unit-act-merge = Slå sammen
unit-act-merge-title = Slå { $unit } sammen med en annen enhet
unit-act-merge-text =
    { $people ->
        [0] Enheten lukkes, og enhetene under den flyttes til den andre enheten.
        [1] Den ene på lista og alle enhetene under flyttes til den andre enheten, og denne lukkes.
       *[other] De { $people } på lista og alle enhetene under flyttes til den andre enheten, og denne lukkes.
    } Det som er telt og registrert før, blir hos denne enheten. Roller for enheten følger ikke med: Gi dem på nytt for den andre enheten. Dette kan ikke angres.
unit-act-merge-submit = Slå sammen og lukk
unit-merge-nowhere = Det finnes ingen annen åpen enhet av samme type.
unit-act-close = Lukk
unit-act-close-title = Lukk { $unit }
unit-act-close-text = Ingen kan settes på en lukket enhet, og den får ikke nye klager. Tallene og sakene blir tatt vare på. Dette kan ikke angres.
unit-act-close-submit = Lukk enheten
unit-close-blocked = Personer her: { $people }. Åpne enheter under: { $units }. Flytt dem først, eller slå enheten sammen med en annen.
unit-act-remove = Fjern
unit-act-remove-title = Fjern { $unit }
unit-act-remove-text = For en enhet som ble opprettet ved en feil. Den blir borte som om den aldri hadde vært der; bare loggen vet om den. En enhet med personer, tall eller saker kan lukkes i stedet.
unit-act-remove-submit = Fjern enheten
unit-done-open = Enheten er opprettet.
unit-done-rename = Enheten har fått nytt navn.
unit-done-move = Enheten er flyttet.
unit-done-merge = Enheten er slått sammen med den andre og lukket.
unit-done-close = Enheten er lukket.
unit-done-remove = Enheten er fjernet.

# Det som gjenstår å sette opp, og innstillingene
nav-start = Kom i gang
nav-settings = Innstillinger
start-title =
    { $count ->
        [one] Ett steg gjenstår
       *[other] { $count } steg gjenstår
    }
start-title-done = Alt er satt opp
start-lead = Herfra til de første tallene. Den som har rollen, tar steget. Alle som administrerer organisasjonen, ser den samme lista.
start-lead-running = Tallene kommer inn. Dette er hva en ny organisasjon trenger, og hvordan det står til hos dere.
start-shared = Administratorer, HR og tillitsvalgte ser denne siden.
start-when = Runden varer fra { $from } til { $to }. Tallene kommer etter den siste dagen.
start-done = Gjort
start-open = Gjenstår
start-optional = Nyttig
start-who = Gjøres av: { $role }
start-teams = Team
start-teams-count =
    { $count ->
        [0] Ingen team ennå. Opprett dem ett for ett, eller importer en fil.
        [one] Ett team
       *[other] { $count } team
    }
start-teams-go = Opprett team
start-people = Personer i teamene
start-people-count =
    { $count ->
        [0] Ingen hører til et team ennå. Legg til én og én, eller importer en fil.
        [one] Én person
       *[other] { $count } personer
    }
start-people-go = Legg til personer
start-keepers = HR, tillitsvalgt og leder
start-keepers-text = Noen har hver av rollene. HR planlegger rundene, og den tillitsvalgte ser de samme tallene.
start-keepers-missing = Ingen har rollen: { $roles }. Bare HR planlegger runder, etter å ha snakket med den tillitsvalgte.
start-keepers-go = Gi roller
start-ways-in = En vei inn for alle
start-ways-in-count =
    { $count ->
        [0] Alle i et team er invitert, har en kode eller svarer på nettbrett.
        [one] Én person er ikke invitert og har ikke nettbrett. Inviter, skriv ut en kode eller la teamet svare på nettbrett.
       *[other] { $count } personer er ikke invitert og har ikke nettbrett. Inviter, skriv ut koder eller la teamene svare på nettbrett.
    }
start-ways-in-go = Se hvem
start-mail = E-post
start-mail-text = Invitasjoner, beskjed om ny runde og påminnelser går på e-post. Uten e-post må de ansatte ha koder på papir eller et nettbrett.
start-mail-go = Slik settes e-post opp
start-round-text = Trenger et formål, dagen det ble drøftet med de tillitsvalgte, og en dag for ny vurdering.
start-round = Den første runden
start-round-go = Planlegg den første runden
start-contacts = Hvor mange kunder dere har
start-contacts-text = Besøk, ordrer eller samtaler for hver enhet og dag. Uten dem telles klagene, men får ingen rate.
start-contacts-go = Skriv inn eller importer kundetall
start-left =
    { $count ->
        [one] Ett steg gjenstår før de første tallene.
       *[other] { $count } steg gjenstår før de første tallene.
    }
settings-lead = Det som gjelder for hele organisasjonen.
settings-name = Navnet på organisasjonen
settings-timezone-hint = Dager og runder begynner ved midnatt der. En runde som er åpen, lukkes ved den nye midnatten.
field-timezone = Tidssone
field-letters-lang = Språk i e-post til dem som ikke har valgt
settings-both = Begge
settings-turn = Hvor en kunde kan gå videre
settings-turn-hint = Det står i svaret til en kunde som ikke får medhold. Fyll ut alle tre eller ingen.
field-turn-nb = Navn på bokmål
field-turn-en = Navn på engelsk
field-turn-address = Adresse, i posten eller på nettet
settings-retention = Hvor lenge teksten i saker blir tatt vare på
settings-retention-hint = Tekster, kontaktopplysninger og filer slettes. Det som skjedde, og tallene blir stående.
field-keep-months = Måneder etter at saken ble lukket
settings-months-hint = Fra 1 til 120.
field-draft-days = Dager for utkast
settings-days-hint = Fra 1 til 365.
settings-removed = Det som er slettet
settings-removed-nothing = Ingenting ennå.
settings-removed-line = { $cases } saker: { $texts } notater og svar, { $contacts } kontaktopplysninger, { $drafts } utkast
kept-changes = Hvem som endret hva
why-out-of-range = Skriv et tall innenfor grensene som står ved feltet.
settings-save = Lagre
settings-done-saved = Lagret.
settings-done-sent = E-posttjeneren tok imot. Sjekk om e-posten kom fram.
settings-failed-no-mail = Programmet sender ikke e-post.
settings-failed-no-address = Kontoen din har ingen e-postadresse, så vi kan ikke sende deg en prøve.
settings-failed-refused = E-posttjeneren tok ikke imot. Svaret står i programmets logg.
settings-mail = E-post
settings-no-mail = Programmet sender ikke e-post. Den som drifter det, oppgir en e-posttjener når det startes; README forteller hvordan.
settings-mail-text = Sender en e-post til { $address } med en gang.
settings-mail-test = Send en prøve
settings-logged = Hver endring står i loggen, med hvem som gjorde den.
event-mention-read = Lest hvem en kunde nevnte
event-settings-changed = Innstillinger endret
mail-test = E-post fra { $organisation } kommer fram
mail-test-text = Dette er prøven du ba om på innstillingssiden. Du trenger ikke å gjøre noe.
round-asked-title =
    { $people ->
        [0] Ingen ville bli spurt ennå
        [one] Én person ville bli spurt
       *[other] { $people } personer i { $teams ->
            [one] én enhet
           *[other] { $teams } enheter
        } ville bli spurt
    }
round-asked-mail = På e-post, eller ved å logge inn
round-asked-sign-in = Ved å logge inn; ingen adresse å skrive til
round-asked-tablet = På nettbrett
round-asked-without = Ingen vei inn ennå
round-asked-without-text = Den som ikke har noen vei inn, kan ikke svare. En administrator inviterer eller skriver ut en kode, eller HR lar teamet svare på nettbrett fra neste runde.
round-asked-never = For få til egne tall (det trengs { $k } svar): { $names }. Svarene deres teller i enhetene over.
round-asked-more = { " og " }{ $count } til
round-asked-rarely =
    { $count ->
        [one] Én enhet har færre enn { $people } personer. Tallene kommer for flere runder samlet.
       *[other] { $count } enheter har færre enn { $people } personer. Tallene kommer for flere runder samlet.
    }
round-asked-text = Etter hvem som hører til hvor i dag. Det som teller, er hvem som hører til hvor den første dagen i runden.
# Choosing a unit
places-title = Velg enhet
places-search = En del av navnet på enheten
places-find = Søk
places-none = Ingen enhet har dette i navnet. Prøv færre bokstaver, eller en annen del av det.
places-some = { $shown } av { $total } enheter. Skriv mer av navnet for å se færre.
places-all =
    { $total ->
        [one] Én enhet
       *[other] { $total } enheter
    }
places-more =
    { $count ->
        [one] Én enhet til
       *[other] { $count } enheter til
    }
