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
cases-late =
    { $count ->
        [1] 1 er for sen
       *[other] { $count } er for sene
    }
cases-keys = Hurtigtaster
cases-key-move = Flytt ned og opp i lista
cases-key-open = Åpne saken
cases-key-new = Ny klage
cases-key-take = Ta saken
cases-key-letter = Skriv til kunden
cases-key-note = Skriv et notat
cases-key-pause = Spør kunden og vent
cases-key-search = Søk
cases-key-keys = Vis hurtigtastene
cases-new = Ny klage
cases-search = Søk i klager
cases-search-hint = Ord eller referanse
cases-show = Hvilke klager som vises
cases-show-open = Åpne
cases-show-closed = Ferdige
cases-show-all = Alle
cases-filter = Vis færre
cases-filter-any = Alle
cases-filter-out = Vis alle igjen
cases-severity = Alvorlighet
cases-kind = Type
cases-reference = Referanse
cases-time = Tid igjen
cases-owner = Hvem som har den
time-left = { $time } igjen
time-late = { $time } for sent
time-waits = Venter på kunden
time-none = Ingen frist
time-done = Ferdig
working-hours = { $hours } t
working-minutes = { $minutes } min
cases-empty-title = Ingen klager her
cases-empty-text = Er en kunde misfornøyd, registrer det med en gang. Det tar et halvt minutt, og resten kan vente.
cases-none-found = Ingenting passer med søket
cases-none-found-text = Prøv færre eller andre ord, en referanse som K-7QMRX2D, eller let blant alle klager.

# Klager: skjemaet på 30 sekunder
case-new-title = Ny klage
case-new-eyebrow = Omtrent 30 sekunder
case-new-what-hint = Helst med kundens egne ord. Ikke skriv navn.
case-new-more = Når, hvor alvorlig og hva som kan rette det opp
case-new-contact = Slik når vi kunden
case-new-contact-text = Bare hvis kunden vil ha svar. Det slettes på dagen under; det som skjedde, blir stående.
case-new-delete-hint = Tomt betyr om et halvt år.
case-new-when = Når skjedde det? Tomt betyr i dag.
case-new-submit = Registrer
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
field-voice-kind = Hva er det?
field-put-right = Hva skal til for at kunden blir fornøyd?
field-case-lang = Språk vi svarer på
field-customer-name = Kundens navn
field-phone = Telefon
field-delete-on = Slettes
field-issues = Hva gjelder det?
field-holder = Hvem som har den
field-how = Hvordan fikk kunden vite det?
field-letter = Brev
field-apology = Unnskyldning
field-reason-not = Hvorfor ikke?
field-remedy = Hvordan retter vi det opp?
field-cost = Kostnad i kroner
field-by = Arbeidsdager
field-end-reason = Hvorfor avsluttes den?
voice-kind-complaint = Klage
voice-kind-compliment = Ros
voice-kind-comment = Idé
category-system = Systemer og utstyr
category-process = Rutiner
category-product = Vare eller tjeneste
category-price = Pris og betaling
category-waiting = Ventetid
category-facilities = Lokaler
category-information = Informasjon
category-staff_conduct = Oppførsel
channel-in_person = Ansikt til ansikt
channel-phone = Telefon
channel-email = E-post
channel-mail = Brev
channel-web_card = Kommentarkort på nett
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
case-received = mottatt { $at }
case-about = Det som skjedde
case-steps = Historikk
case-next = Neste steg
case-next-none = Ingenting mer å gjøre
case-next-acknowledge = Si til kunden at vi har klagen, og når de hører fra oss.
case-next-assess = Avgjør hvor alvorlig det er, hva det gjelder og hvem som har den.
case-next-answer = Be om unnskyldning, si hva vi fant ut, og rett det opp.
case-next-close = Kunden har fått svaret vårt. Er det ikke mer å gjøre, kan saken lukkes.
case-next-put_away = Les den, fortell det til dem det gjelder, og legg den bort.
case-comes-next = er neste steg
case-more-acts = Mer du kan gjøre
case-undo = { $what }. Kan angres til klokka { $until }.
case-undone = angret
case-owner = { $name } har saken.
case-owner-you = Du har saken.
case-owner-none = Ingen har tatt saken ennå. Den ligger hos { $unit }.
case-meanwhile = Dette har skjedd i mellomtida
case-meanwhile-text = Det du skrev, står fortsatt i skjemaet under. Trykk på knappen en gang til hvis du vil gjøre det likevel.
case-contact = Kunden
case-contact-until = slettes { $date }
case-apology-given = Gitt
case-apology-not = Ikke gitt: { $reason }
case-read = Les
case-note-label = Notat til kolleger
case-note-hint = Hva som er gjort eller funnet ut. Kunder ser aldri notater.
case-add-note = Lagre notatet
case-reason = Hvorfor?
case-promises = Det vi har lovet
case-promises-text = Regnet i åpningstid.
kroner = { $amount } kr

clock-acknowledge = Bekrefte at vi har den
clock-answer = Svare
clock-update = La høre fra oss igjen
clock-kept = i tide
clock-missed = for sent
clock-never-open = aldri åpent
clock-due = innen { $at }

case-event-received = Mottatt
case-event-acknowledged = Kunden vet at vi har den
case-event-assessed = Vurdert
case-event-investigating = Undersøkes
case-event-answered = Besvart
case-event-closed = Lukket
case-event-ended = Avsluttet uten svar
case-event-reopened = Gjenåpnet
case-event-paused = Kunden ble spurt
case-event-resumed = Gikk videre
case-event-extended = Utsatt
case-event-handed_over = Gitt videre
case-event-taken = Tatt
case-event-let_go = Gitt tilbake
case-event-corrected = Rettet
case-event-noted = Notat
case-event-wrote = Skrev til kunden
case-event-heard = Hørte fra kunden
case-event-put_away = Lest og lagt bort
case-event-undone = Angret
case-event-warned = Fristen nærmer seg
case-event-late = For sent
event-by-days =
    { $days ->
        [1] 1 arbeidsdag
       *[other] { $days } arbeidsdager
    }

act-acknowledge = Kunden vet at vi har den
act-assess = Vurder
act-assess-text = Avgjør hvor alvorlig det er, hva det gjelder og hvem som har den.
act-assess-do = Lagre vurderingen
act-investigate = Undersøk først
act-investigate-text = Når noe må finnes ut, kan svaret ta tjue arbeidsdager i stedet for fem, regnet fra samme start. Kunden får vite den nye datoen.
act-investigate-do = Begynn å undersøke
act-answer = Svar kunden
act-answer-text = Hva vi fant ut, en unnskyldning når kunden skal ha en, hva vi gjør med det, og brevet.
act-answer-do = Svaret er sendt
act-close = Lukk saken
act-end = Avslutt uten svar
act-end-text = For det som ikke kan besvares. Det som aldri var en klage, teller ikke med; alt annet teller fortsatt.
act-end-do = Avslutt saken
act-reopen = Åpne igjen
act-reopen-text = Kunden er ikke fornøyd. Fristene begynner på nytt. Etter 90 dager registrerer du en ny klage i stedet.
act-reopen-do = Åpne saken igjen
act-pause = Spør kunden
act-pause-text = Fristene står stille til kunden svarer.
act-pause-do = Spørsmålet er sendt
act-resume = Gå videre uten å vente
act-extend = Utsett svaret
act-extend-text = Én gang, med høyst ti arbeidsdager. Kunden får vite hvorfor og til når.
act-extend-due = Nå er fristen for svaret { $date }.
act-extend-do = Utsett
act-hand_over = Gi videre
act-hand_over-text = Det vi har lovet kunden, gjelder som før.
act-hand_over-do = Gi den videre
act-take = Ta den
act-let_go = Gi den tilbake
act-note = Notat
act-letter = Skriv til kunden
act-letter-text = Det første brevet sier også at vi har klagen.
act-letter-do = Brevet er sendt
act-hear = Kunden skrev eller ringte
act-hear-text = Ventet vi på kunden, går fristene videre.
act-hear-what = Det kunden skrev eller sa
act-hear-do = Lagre
act-correct = Rett det som er skrevet ned
act-correct-text = Det som sto der før, blir stående i historikken.
act-correct-do = Lagre rettelsen
act-put_away = Lest, legg bort
act-undo = Angre
act-outcome-of = Hadde kunden rett? Det gjaldt: { $issue }
act-apology = Har vi sagt unnskyld?
act-reason-not-more = Hvis ikke: hvorfor
act-not-possible = Saken står ikke slik at dette går nå.
apology-given = Ja
apology-not_given = Nei, fordi …
issue-outcome-upheld = Rett
issue-outcome-not_upheld = Ikke rett
case-outcome-upheld = Kunden hadde rett
case-outcome-partly = Kunden hadde delvis rett
case-outcome-not_upheld = Kunden hadde ikke rett
end-reason-withdrawn = Kunden trakk den
end-reason-not_a_complaint = Det var ingen klage
end-reason-unreachable = Spurt to ganger, ikke svar på tjue arbeidsdager
how-spoken = Muntlig
how-mail = E-post
how-letter = Brev
remedy-none = Svaret er nok
remedy-repair = Reparasjon
remedy-replacement = Ny vare
remedy-refund = Pengene tilbake
remedy-voucher = Gavekort
remedy-correction = Rettelse
remedy-other = Noe annet

letter-hint = Språk: { $lang }. Fyll inn det som står i klammer. Muntlig svar: skriv kort hva som ble sagt.
letter-is-draft = Dette er utkastet ditt.
letter-keep = Lagre utkast
letter-check = Se over brevet
letter-check-title = Brevet
letter-check-text = Sjekken hjelper deg å skrive. Den stopper ingenting, og ingenting av den lagres.
letter-greeting = Hei, { $name }
letter-greeting-nobody = Hei
letter-end =
    Vennlig hilsen
    { "[" }navnet ditt]
    { $organisation }
letter-place-day = [dag]
letter-proposal-acknowledge =
    Takk for at du sa fra om det som skjedde hos { $unit } { $day }. Vi beklager at [det kunden opplevde].

    Klagen din har nummer { $reference }. Du får svar fra oss innen { $due }.
letter-proposal-update =
    Takk for at du venter. Vi arbeider fortsatt med klagen { $reference }.

    Til nå har vi [det som er gjort]. Du får svar fra oss innen { $due }.
letter-proposal-pause =
    Takk for at du sa fra om det som skjedde hos { $unit } { $day }. Vi vil gi deg et ordentlig svar og trenger å vite én ting:

    { "[" }spørsmålet ditt]

    Så snart vi har svaret ditt, går vi videre. Klagen din har nummer { $reference }.
letter-proposal-answer =
    Takk for at du sa fra om det som skjedde hos { $unit } { $day }.

    Vi beklager at [det kunden opplevde]. Det var vår feil: [det vi gjorde galt].

    Vi har [det som er rettet opp]. Innen [dag] skal vi [det som skjer videre].

    Er du ikke fornøyd, svar på dette brevet, så ser vi på saken en gang til. Klagen din har nummer { $reference }.
check-sorry = Ber om unnskyldning
check-no-sorry = Ingen unnskyldning ennå
check-hollow = Høres ut som en unnskyldning, men er ingen
check-owns = Tar ansvar for det som skjedde
check-not-owned = Sier ikke at vi gjorde feil
check-no-excuse = Kommer ikke med bortforklaringer
check-excuse = Høres ut som en bortforklaring
check-dated = Sier hva som skjer videre, og når
check-undated = Sier hva som skjer videre, men ikke når
check-no-step = Sier ikke hva som skjer videre
check-thanks = Takker kunden
check-no-thanks = Ingen takk ennå

case-done-logged = Det er registrert. Gi kunden referansen.
case-done-kept = Utkastet er lagret. Bare du ser det.
case-done-acknowledge = Notert: Kunden vet at vi har den.
case-done-assess = Vurderingen er lagret.
case-done-investigate = Saken undersøkes.
case-done-answer = Svaret er lagret.
case-done-close = Saken er lukket.
case-done-end = Saken er avsluttet.
case-done-reopen = Saken er åpen igjen.
case-done-pause = Fristene venter på kunden.
case-done-resume = Fristene går videre.
case-done-extend = Svaret er utsatt.
case-done-hand_over = Saken er gitt videre.
case-done-take = Du har saken.
case-done-let_go = Saken er gitt tilbake.
case-done-note = Notatet er lagret.
case-done-letter = Brevet er lagret.
case-done-hear = Det er lagret.
case-done-correct = Rettelsen er lagret.
case-done-put_away = Den er lagt bort.
case-done-undo = Steget er angret.

# Slik gikk det med sakene
quality-title = Slik gikk det med sakene
quality-days = { $from } – { $to }
quality-heading =
    { $praise ->
        [1] Én gang ros
       *[other] { $praise } ganger ros
    }, { $complaints ->
        [1] én klage
       *[other] { $complaints } klager
    }
quality-lead = De siste 90 dagene i enheten og alt under den. Ingenting her handler om en enkelt person.
quality-empty = Ingenting har kommet inn ennå
quality-empty-text = Når klager, ros og ideer fra kunder blir registrert, ser du her hvordan de ble behandlet.
quality-voices = Det som kom inn
quality-open =
    { $count } åpne, { $late ->
        [0] ingen for sene
       *[other] { $late } for sene
    }
quality-kept = Løfter vi holdt
quality-kept-text = Av løfter som tok slutt disse dagene, og av dem som er for sene nå. Spennet er der andelen ville ligge i 95 av 100 slike perioder.
quality-apologies = Svar med unnskyldning
quality-outcomes = Hadde kunden rett?
quality-cost = Kostnad for å rette det opp
quality-causes = Det besvarte saker gjaldt
quality-none-answered = Ingen sak ble besvart disse dagene.
quality-share = { $share } % av { $of }
quality-range = { $lower }–{ $upper } %
quality-few = { $of } så langt; andelen vises fra { $fewest }

# Klagene i demoen
demo-praise-1 = Hun i kassa så at jeg hadde glemt veska, og løp etter meg. Tusen takk!
demo-praise-2 = Raske, hyggelige, og de visste hva de snakket om.
demo-praise-3 = Jeg fikk hjelp med returen på to minutter, med et smil.
demo-praise-4 = Kelneren så at vi hadde det travelt, og ordnet alt.
demo-praise-5 = Så rent og trivelig her. Vi kommer igjen hver uke.
demo-praise-6 = Jeg ringte, fikk svar med en gang, og så var saken ordnet.
demo-reason-not = Prisen sto på skiltet og var riktig; vi forklarte hvordan den blir til.
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

# Ansatte som kunder nevner
field-about-whom = Gjelder det noen som jobber her?
field-person = Hvem er det?
field-finding = Hva fant du ut?
field-reply = Svaret ditt
mention-about-hint = Hvem kunden nevnte, med kundens ord. La feltet stå tomt hvis det ikke gjelder noen. Navnet holdes atskilt fra teksten, låses ned og slettes etter en tid.
mention-about-manager = Det er lederen
mention-fact = Noen som jobber her
mention-look = Åpne
mention-mark = Det gjelder noen som jobber her
mention-title = Hvem kunden nevnte
mentions-title = Navngitte kolleger
mentions-lead = Saker som nevner noen som jobber her, og som ingen har sett på ennå. De teller ikke med i noen tall før det er gjort.
mentions-none = Ingenting venter
mentions-none-text = Ingen åpne saker nevner noen i enhetene du har ansvar for.
mention-received = Mottatt
mention-due = Neste steg innen
mention-named = Med kundens ord
mention-person = Har fått vite det
mention-replied = Svaret fra den det gjelder
mention-until = Navnet slettes { $date }.
mention-written-down = Hver gang noen åpner denne siden, blir det ført i loggen.
mention-praise = Ros til noen som jobber her
mention-praise-text = Enheten kan lese hvem rosen gjelder, og det kan den det gjelder også.
mention-unverified = Nevner noen, ikke sett på
mention-unverified-text = Den teller ikke med i noen tall ennå. Velg hvem det gjelder innen to arbeidsdager. Da får vedkommende lese ordrett hva som ble sagt.
mention-told = Den det gjelder, har fått vite det
mention-told-text = Den teller ikke med i noen tall ennå. Den det gjelder, kan svare. Saken kan vurderes når svaret er kommet, eller etter ti arbeidsdager.
mention-about_work = Det handlet om arbeidet
mention-about_work-text = Feilen lå i hvordan arbeidet er lagt opp, ikke hos personen. Navnet er borte, og klagen teller i den nye kategorien.
mention-alone = Én kunde alene
mention-alone-text = Klagen teller som en klage på oppførsel i enheten, uten navn. Hvis ingen andre kunder sier det samme på eget initiativ, slettes navnet.
mention-conduct = Gjelder oppførsel
mention-conduct-text = En annen kunde har sagt det samme på eget initiativ, eller kunden oppga navnet sitt. Navnet slettes nitti dager etter at saken er lukket.
mention-unfounded = Det stemte ikke
mention-unfounded-text = Den teller ikke med i noen tall, og navnet er borte.
mention-deleted = Navnet er slettet
mention-deleted-text = Ingen kan lese det lenger.
mention-mark-text = Skriv hvem kunden nevnte. Navnet tas ut av teksten i saken, og fra da av kan bare lederen, HR og den det gjelder lese det.
mention-mark-do = Lås ned navnet
mention-tell-text = Velg hvem det er. Vedkommende finner det kunden sa, ordrett, på sin egen side og kan svare der.
mention-tell-praise = Velg hvem det er, så finner vedkommende rosen på sin egen side.
mention-tell-do = Gi beskjed
mention-wait = Den det gjelder, har frist til { $date } for å svare. Etter det, eller når svaret er kommet, sier du hva du fant ut.
mention-assess-text = Vurder saken med svaret foran deg. Om en klage på oppførsel står alene, regner Trivsel ut selv.
mention-assess-do = Lagre vurderingen
mention-finding-work = Feilen lå i arbeidet, ikke hos personen
mention-finding-conduct = Det gjelder hvordan noen oppførte seg
mention-finding-unfounded = Det stemte ikke
mention-work-category = Hvis feilen lå i arbeidet: Hva gjelder det?
mention-done-tell = Nå kan den det gjelder, lese det på sin egen side.
mention-done-assess = Vurderingen er lagret.
mention-done-reply = Svaret ditt er lagret.
mention-done-share = Det er lagret.
mention-done-remove = Navnet ditt er slettet.
case-done-marked = Navnet er låst ned.
case-event-mentioned = Noen som jobber her
said-about-title = Det kunder har sagt om deg
said-about-lead = Ordrett. Du kan svare, og svaret vises overalt der navnet ditt vises. Ingen kan liste opp eller telle klager per person.
said-about-none = Ingenting
said-about-none-text = Ingen kunder har nevnt deg, eller så er navnet slettet.
said-one-when = { $date }, { $unit }
said-one-reply-hint = Lederen din og HR leser det. Det slettes sammen med navnet ditt.
said-one-reply-do = Lagre svaret
said-one-shared = Tillitsvalgt kan lese dette.
said-one-unshared = Tillitsvalgt kan ikke lese dette med mindre du vil det.
said-one-share-do = La tillitsvalgt lese det
said-one-unshare-do = Ikke la tillitsvalgt lese det lenger
said-one-remove-do = Slett navnet mitt
quality-mentions = Kolleger som er nevnt, { $quarter }. kvartal { $year }
quality-mentions-none = Ingen er nevnt.
problem-name-found = Teksten kan nevne en kollega
problem-name-found-text = Det sto et navn fra lista over ansatte i den. Vi har tatt det ut og satt det i et eget felt nedenfor. Ingenting er registrert ennå: Se på begge deler og send på nytt, slik de er eller slik du vil ha dem.
mail-named = En kunde har nevnt deg
mail-named-text =
    Hei { $name }

    En kunde har sagt noe om deg hos { $organisation }. Du finner det ordrett på din egen side, og der kan du også svare:

    { $link }

    Ingen kan liste opp eller telle klager per person.

# Filer i en sak
files-title = Filer
files-lead = Bilder og dokumenter som kunden hadde med, høyst fem på inntil åtte megabyte hver.
files-none = Kunden hadde ingen filer med.
files-open = Legg til eller fjern filer
files-hint = JPEG, PNG, WebP eller PDF. Bilder lages på nytt, så hvor, når og med hva de er tatt, er borte. En PDF beholdes som den er.
files-add = Legg til filen
files-back = Tilbake til saken
files-full = Saken har { $most } filer. Fjern én for å legge til en ny.
attachment-jpeg = Bilde
attachment-png = Bilde
attachment-pdf = Dokument
attachment-about = { $kind }, { $size } kB
attachment-remove = Fjern
attachment-remove-one = Fjern { $name }
attachment-done-added = Filen er lagt til.
attachment-done-removed = Filen er fjernet.
case-event-attached = Fil lagt til
case-event-detached = Fil fjernet
why-not-a-file = Dette er ikke et bilde eller en PDF vi kan lese, eller filen er skadet.
why-file-too-large = Den er større enn åtte megabyte.
why-picture-too-large = Bildet har mer enn 40 megapiksler.
why-too-many-files = Saken har allerede fem filer. Fjern én først.
