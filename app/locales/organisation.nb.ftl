# Organisation: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som organisation.en.ftl.

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
        [1] Den ene på lista og alle enhetene under flyttes til den andre enheten, og denne lukkes.
       *[other] De { $people } på lista og alle enhetene under flyttes til den andre enheten, og denne lukkes.
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
