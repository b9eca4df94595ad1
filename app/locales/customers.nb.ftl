# Customers: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som customers.en.ftl.

# Klager: listen
cases-heading =
    { $open ->
        [0] Ingenting venter på deg
        [1] { $urgent ->
            [0] Én sak å se på
           *[other] Én sak å se på, og den haster
        }
       *[other] { $urgent ->
            [0] { spelled-open } saker å se på
            [1] { spelled-open } saker å se på, én haster
           *[other] { spelled-open } saker å se på, { spelled-urgent } haster
        }
    }
cases-late =
    { $count ->
        [1] 1 er over fristen
       *[other] { $count } er over fristen
    }
cases-keys = Hurtigtaster
cases-key-move = Flytt ned og opp i lista
cases-key-open = Åpne saken
cases-key-new = Ny klage
cases-key-take = Ta saken
cases-key-put_away = Arkiver ros eller en idé
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
cases-filter = Avgrens lista
cases-filter-any = Alle
cases-filter-out = Vis alle igjen
cases-severity = Alvorlighet
cases-kind = Type
cases-reference = Referanse
cases-time = Tid igjen
cases-owner = Hvem som har den
time-left = { $time } igjen
time-late = { $time } over fristen
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
case-new-told = Kunden har fått vite at vi har mottatt saken
case-new-told-hint = Bare ansikt til ansikt eller på telefon. Det teller som første svar; gi kunden referansen når den vises.
case-new-submit = Registrer
field-what = Hva skjedde
field-category = Hva gjelder det?
field-channel = Hvordan nådde den oss?
field-severity = Hvor alvorlig er det?
field-unit = Enhet
field-happened-on = Når det skjedde
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
field-case-outcome = Hadde kunden rett?
field-case-lang = Språk vi svarer på
field-customer-name = Kundens navn
field-contact = Kontakt med kunden
field-phone = Telefon
field-delete-on = Slettes
field-issues = Hva gjelder det?
field-holder = Hvem som har den
field-how = Hvordan fikk kunden vite det?
field-letter = Melding til kunden
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
case-next-acknowledge = Si til kunden at vi har klagen, og når svaret kommer.
case-next-assess = Avgjør hvor alvorlig det er, hva det gjelder og hvem som har den.
case-next-answer = Be om unnskyldning, si hva vi fant ut, og rett det opp.
case-next-close = Kunden har fått svaret vårt. Er det ikke mer å gjøre, kan saken lukkes.
case-next-put_away = Les den, fortell det til dem det gjelder, og arkiver den.
case-comes-next = er neste steg
case-more-acts = Mer du kan gjøre
case-undo = { $what }. Kan angres til kl. { $until }.
case-undone = angret
case-owner = { $name } har saken.
case-owner-you = Du har saken.
case-owner-none = Ingen har tatt saken ennå. Den ligger hos { $unit }.
case-meanwhile = Dette har skjedd i mellomtiden
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
case-event-regraded = Vurdert på nytt
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
case-event-put_away = Lest og arkivert
case-event-undone = Angret
case-event-warned = Fristen nærmer seg
case-event-late = Over fristen
event-by-days =
    { $days ->
        [1] 1 arbeidsdag
       *[other] { $days } arbeidsdager
    }

act-acknowledge = Kunden vet at vi har den
act-assess = Vurder
act-assess-text = Avgjør hvor alvorlig det er, hva det gjelder og hvem som har den.
act-assess-do = Lagre vurderingen
act-regrade = Vurder på nytt
act-regrade-text = Vi vet mer nå: Bestem på nytt hvor alvorlig saken er, og hva den gjelder. Begrunnelsen blir stående i historikken.
act-regrade-do = Lagre den nye vurderingen
act-investigate = Undersøk først
act-investigate-text = Når saken må undersøkes, kan svaret ta tjue arbeidsdager i stedet for fem, regnet fra samme start. Kunden får vite den nye datoen.
act-investigate-due = Da er fristen for svaret { $date }.
act-investigate-do = Begynn å undersøke
act-answer = Svar kunden
act-answer-text = Hva vi fant ut, en unnskyldning når kunden skal ha en, hva vi gjør med det, og selve meldingen.
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
act-extend-due = { $days ->
    [one] Med én arbeidsdag til blir fristen for svaret { $date }.
   *[other] Med { $days } arbeidsdager til blir fristen for svaret { $date }.
}
act-extend-do = Utsett
act-hand_over = Gi videre
act-hand_over-text = Det vi har lovet kunden, gjelder som før.
act-hand_over-do = Gi den videre
act-take = Ta den
act-let_go = Gi den tilbake
act-note = Notat
act-letter = Skriv til kunden
act-letter-text = Den første meldingen sier også at vi har klagen.
act-letter-do = Meldingen er sendt
act-hear = Kunden skrev eller ringte
act-hear-text = Ventet vi på kunden, går fristene videre.
act-hear-what = Det kunden skrev eller sa
act-hear-do = Lagre
act-correct = Rett det som er skrevet ned
act-correct-text = Det som sto der før, blir stående i historikken.
act-correct-do = Lagre rettelsen
act-contact = Endre kontaktopplysningene
act-contact-text = Det som sto der før, blir slettet. Tøm alle feltene når kunden ikke lenger vil være kjent.
act-contact-do = Lagre kontaktopplysningene
act-put_away = Lest, arkiver
act-undo = Angre
act-outcome-of = Hadde kunden rett? Det gjaldt: { $issue }
act-apology = Har vi sagt unnskyld?
act-reason-not-more = Hvis ikke: hvorfor
act-not-possible = Det går ikke slik saken står nå.
apology-given = Ja
apology-not_given = Nei, fordi …
issue-outcome-upheld = Kunden hadde rett
issue-outcome-not_upheld = Kunden hadde ikke rett
case-outcome-upheld = Kunden hadde rett
case-outcome-partly = Kunden hadde delvis rett
case-outcome-not_upheld = Kunden hadde ikke rett
end-reason-withdrawn = Kunden trakk den
end-reason-not_a_complaint = Det var ingen klage
end-reason-unreachable = Spurt to ganger, ingen svar på tjue arbeidsdager
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

letter-hint = Språk: { $lang }. Fyll inn det som står i klammer. Muntlig svar: Skriv kort hva som ble sagt.
letter-is-draft = Dette er utkastet ditt.
letter-keep = Lagre utkast
letter-discard = Forkast utkastet
letter-check = Se over meldingen
letter-check-title = Meldingen
letter-check-text = Sjekken hjelper deg å skrive. Den stopper ingenting, og ingenting av den lagres.
letter-greeting = Hei, { $name }
letter-greeting-nobody = Hei
letter-end =
    Vennlig hilsen
    { "[" }navnet ditt]
    { $organisation }
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

    Er du ikke fornøyd, svar på denne meldingen, så ser vi på saken en gang til. Klagen din har nummer { $reference }.
check-sorry = Ber om unnskyldning
check-no-sorry = Ingen unnskyldning ennå
check-hollow = Høres ut som en unnskyldning, men er det ikke
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
case-done-discarded = Utkastet er forkastet.
case-done-acknowledge = Notert: Kunden vet at vi har den.
case-done-assess = Vurderingen er lagret.
case-done-regrade = Den nye vurderingen er lagret.
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
case-done-letter = Meldingen er lagret.
case-done-hear = Det er lagret.
case-done-correct = Rettelsen er lagret.
case-done-contact = Kontaktopplysningene er lagret.
case-done-put_away = Den er arkivert.
case-done-undo = Steget er angret.

# Slik gikk det med sakene
quality-title = Slik gikk det med sakene
quality-days = { $from } – { $to }
quality-heading =
    { $praise ->
        [1] Ros én gang
       *[other] Ros { $praise } ganger
    }, { $complaints ->
        [1] én klage
       *[other] { $complaints } klager
    }
quality-lead = De siste 90 dagene i enheten og alt under den. Ingenting her handler om enkeltpersoner.
quality-empty = Ingenting har kommet inn ennå
quality-empty-text = Når klager, ros og ideer fra kunder blir registrert, ser du her hvordan de ble behandlet.
quality-voices = Det som kom inn
quality-open =
    { $count ->
        [1] 1 åpen
       *[other] { $count } åpne
    }, { $late ->
        [0] ingen over fristen
       *[other] { $late } over fristen
    }
quality-kept = Løfter vi holdt
quality-kept-text = Av løfter med frist disse dagene, og av dem som er over fristen nå. Intervallet er der andelen ville ligget i 95 av 100 slike perioder.
quality-apologies = Svar med unnskyldning i tide
quality-outcomes = Hadde kunden rett?
quality-cost = Hva det kostet å rette opp
quality-causes = Det besvarte saker gjaldt
quality-none-answered = Ingen sak ble besvart disse dagene.
quality-share = { $share } % av { $of }
quality-range = { $lower }–{ $upper } %
quality-few = { $of } så langt; andelen vises fra { $fewest }

# Åpningstider
nav-hours = Åpningstider
cases-tabs = Om sakene fra kundene
cases-group-daily = Det daglige
cases-group-reports = Slik går det
cases-group-set-up = Oppsett
hours-lead = Det vi lover kundene, regnes i disse timene. En sak beholder åpningstidene til enheten som tok imot den, uansett hvem den gis videre til.
hours-own = Dette er enhetens egne åpningstider.
hours-above = Dette er åpningstidene til { $unit }. Lagrer du andre her, gjelder de for denne enheten og alle under som ikke har egne.
hours-usual = Ingen har lagt inn åpningstider ennå. Inntil videre er det mandag til fredag fra åtte til fire, stengt på helligdager.
hours-week = En vanlig uke
hours-week-hint = For eksempel 08:00–16:00, eller 08:00–12:00, 12:30–16:00. En tom dag er stengt. 22:00–06:00 slutter neste morgen.
hours-holidays-closed = Stengt
hours-holidays-open = Åpent som ellers
hours-eves = Dager før helligdager som slutter tidlig
hours-eves-hint = Når dagen slutter. Tomt betyr som andre dager.
hours-from-hint = I dag eller senere. Det som er lovet og gjort før, står som det var.
hours-save = Lagre åpningstidene
hours-look = Se hva det betyr
hours-follow = Bruk åpningstidene til enheten over igjen
hours-closed = stengt
hours-next-day = til neste dag
hours-means-title = Hva det betyr
hours-at = { $day } klokka { $time }
hours-means = Svaret på en klage som kommer { $received }, skal være hos kunden innen { $answered }. At vi har klagen, sier vi innen { $acknowledged }.
hours-means-nothing = Enheten ville aldri ha åpent, så vi kunne ikke love noe.
hours-per-week =
    { $hours ->
        [1] 1 time i en vanlig uke
       *[other] { $hours } timer i en vanlig uke
    }
hours-planned = Planlagt
hours-planned-from = Fra { $date }:
hours-planned-above = som enheten over
hours-drop = Ta tilbake
hours-exceptions = Dager med andre åpningstider
hours-exception = En dag med andre åpningstider
hours-exception-hint = Tomt betyr stengt.
hours-except = Lagre dagen
hours-ordinary = Som vanlig igjen
hours-kept-by = lagt inn av { $unit }
hours-done-save = Åpningstidene er lagret. Frister som løper, regnes på nytt i løpet av noen minutter.
hours-done-follow = Åpningstidene til enheten over gjelder igjen.
hours-done-drop = Det som var planlagt, er tatt tilbake.
hours-done-except = Dagen er lagret.
hours-done-ordinary = Dagen er som vanlig igjen.
event-hours-changed = Åpningstider endret
event-wording-changed = Ordlyd i brev endret
field-mon = Mandag
field-tue = Tirsdag
field-wed = Onsdag
field-thu = Torsdag
field-fri = Fredag
field-sat = Lørdag
field-sun = Søndag
field-easter-wednesday = Onsdag før påske
field-easter-eve = Påskeaften
field-whitsun-eve = Pinseaften
field-christmas-eve = Julaften
field-new-years-eve = Nyttårsaften
field-holidays = På helligdager
field-day = Dag
field-intervals = Åpningstid
why-not-a-time = Skriv åpningstiden som 08:00–16:00, flere med komma mellom.
why-ends-first = Dette slutter før det begynner. Skriv det tidligste klokkeslettet først; over midnatt høyst femten timer.
why-runs-into = Dette går inn i andre åpningstider. Rett den ene av dem.
why-never-open = En uke uten åpningstid kan vi ikke love noe i. Fyll inn minst én dag.

# Ordlyden i brev
nav-letters = Brev
letters-said-save = { $kind } ({ $lang }): ordlyden er endret
letters-said-reset = { $kind } ({ $lang }): tilbake til felles ordlyd
template-acknowledge = Vi har klagen din
template-question = Et spørsmål
template-update = Hvor langt vi er kommet
template-delay = Det tar lengre tid
template-answer = Svaret vårt
template-refusal = Svaret vårt når kunden ikke hadde rett
template-follow_up = I etterkant
place-greeting = hilsen, med kundens navn når vi vet det
place-name = kundens navn
place-reference = referansen til saken
place-date = i dag
place-day = dagen det skjedde
place-unit = hvor det skjedde
place-due = når vi svarer senest
place-next = hvor kunden kan gå videre
place-writer = navnet ditt
place-organisation = navnet på organisasjonen
wording-lead = Brev til kunder begynner med disse ordene. Språket i saken avgjør hvilket av de to språkene som brukes, aldri språket til den som skriver.
wording-own = Dette er enhetens egne ord.
wording-above = Dette er ordene til { $unit }. Lagrer du andre her, gjelder de for denne enheten og alle under som ikke har egne.
wording-built-in = Dette er ordene som følger med produktet.
wording-lang = Språk
wording-text = Brevet
wording-text-hint = Skriv felt i krøllparenteser, som { "{" }reference{ "}" }: De fylles ut av seg selv. Det som står i [klammer], er til den som skriver.
wording-save = Lagre brevet
wording-look = Se brevet
wording-reset = Bruk ordene ovenfra igjen
wording-preview = Brevet
wording-open = Ikke fylt ut ennå: { $places }
wording-places = Felt
wording-example-name = Kari Nordmann
wording-done-save = Brevet er lagret.
wording-done-reset = Ordene ovenfra gjelder igjen.
why-unknown-place = Dette feltet finnes ikke. Alle står i lista ved siden av brevet.
letter-begin = Begynn med andre ord
letter-open = Må fylles ut: { $places }
letter-open-next = Hvor en kunde kan gå videre, står på siden med innstillinger.
letter-proposal-delay =
    Takk for at du venter. Klagen { $reference } tar lengre tid enn vi sa, fordi [hvorfor].

    Du får svar fra oss innen { $due }. Vi beklager at du må vente.
letter-proposal-refusal =
    Takk for at du sa fra om det som skjedde hos { $unit } { $day }.

    Vi har sett på saken: [det vi fant]. Vi kan ikke gi deg det du ba om, fordi [hvorfor].

    Vi beklager at [det kunden opplevde].

    Er du ikke enig, kan du ta saken videre til { $next }. Klagen din har nummer { $reference }.
letter-proposal-follow-up =
    For en tid siden sa du fra om det som skjedde hos { $unit } { $day }, klage { $reference }.

    Vi sa at vi skulle [det vi lovet]. Er alt i orden nå? Hvis ikke, svar på denne meldingen, så ser vi på saken en gang til.

# Det som gjenstår, og hvorfor det skjedde
case-actions = Gjenstår
case-action-add = Lagre
case-action-due = innen { $date }
case-action-late = for sent, skulle vært gjort innen { $date }
case-action-done-on = gjort { $date }
case-action-handed = gjøres av: { $role }
case-hand-on-nobody = Ingen ennå
case-erased = Tekstene ble slettet { $date }
case-erased-row = Teksten er slettet
act-add_action = Noter noe som gjenstår
act-finish_action = Gjort
act-cause = Hvorfor skjedde det?
act-cause-unknown = Vet ikke
field-open-action = Hva skal gjøres?
field-due-on = Innen
field-handed-to = Hvem gjør det som gjenstår?
why-still-to-do = Noe gjenstår. Si hvem som gjør det, eller gjør det først.
case-event-action_added = Noe gjenstår
case-event-action_done = Gjort
case-done-add_action = Det er notert.
case-done-finish_action = Det er gjort.
cause-staffing = For få på jobb
cause-training = Manglende opplæring
cause-routine = Rutinen vår
cause-equipment = System eller utstyr
cause-product = Varen
cause-supplier = Leverandør eller transport
cause-information = Informasjon
cause-promise = Lovet for mye
cause-slip = En glipp
cause-other = Noe annet
cases-voices =
    Siste { $days } dager: { $complaints ->
        [1] 1 klage
       *[other] { $complaints } klager
    }, ros { $praise ->
        [1] 1 gang
       *[other] { $praise } ganger
    }, { $ideas ->
        [1] 1 idé
       *[other] { $ideas } ideer
    }
quality-reasons = Hvorfor det skjedde
quality-no-reasons = Ingen årsak er notert disse dagene.
quality-held = Hvem som hadde sakene
quality-held-line = { $time } ({ $share } %)
quality-held-text = Åpningstid fram til svaret. Ingenting begynner på nytt når en sak gis videre.

# E-post til dem som har sakene
mail-digest =
    { $count ->
        [1] Én sak trenger deg hos { $organisation }
       *[other] { $count } saker trenger deg hos { $organisation }
    }
mail-digest-text =
    Hei, { $name }

    Disse sakene har snart frist eller er for sene:

    { $lines }

    Alle sammen:

    { $link }

    Denne e-posten kommer én gang om morgenen, på dager da enheten din har åpent, og bare når noe venter. Du kan slå den av på kontosiden din: { $account }
mail-urgent = En sak om sikkerhet eller diskriminering trenger deg hos { $organisation }
mail-urgent-text =
    Hei, { $name }

    Dette har snart frist eller er for sent:

    { $lines }

    Se på det nå:

    { $link }
mail-case-late = for sent
mail-case-soon = snart frist
mail-case-due = frist { $date }
account-digest = E-post om saker om morgenen
account-digest-text = På dager da enheten din har åpent, hvis en sak du har, snart har frist eller er for sen. Den nevner saken, men ingenting av det kunden sa. Om sikkerhet og diskriminering kommer e-post med en gang, også når denne er av.
account-digest-on = Send meg e-post om morgenen når en sak trenger meg

field-contacts = Kunder en dag
contacts-title = Kundekontakter
contacts-lead = Hvor mange kunder { $unit } hadde, dag for dag. Klager vises per 1 000 kunder.
contacts-import = Importer flere uker fra en fil
contacts-weeks = Uker
contacts-earlier = ‹ Uka før
contacts-later = Neste uke ›
contacts-day = Dag
contacts-before = Uka før
contacts-now = Denne uka
contacts-total = Sum
contacts-hint = Tell det som passer hos dere: gjester, kvitteringer, besøk, samtaler. La dagen stå tom når ingen har talt; 0 betyr at ingen kom.
contacts-counted = i importert historikk
contacts-in-history = Importerte tall for en lengre periode teller allerede disse dagene. De kan ikke skrives inn i tillegg.
contacts-ahead = ikke ennå
contacts-save = Lagre uka
contacts-saved = Uka er lagret.

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
mention-done-self = Den handler om deg. Her kan du lese den og svare, og noen andre avgjør saken.
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
    Hei, { $name }

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
why-too-many-files = Saken har allerede fem filer og tar ikke flere.
why-no-amount = Skriv et beløp i kroner, for eksempel 250 eller 250,50, uten fortegn.
why-no-days = Skriv et helt antall virkedager, fra 1 til 10.
why-no-such-count = Dette er flere enn en enhet kan ha hatt på en dag eller uke. Se over sifrene.

end-reason-merged = Den er en del av en annen sak
case-event-merged = Slått sammen med en annen sak
case-event-took_in = En annen sak er slått sammen med denne
case-event-linked = Knyttet sammen
case-event-repeats = Det samme igjen
case-event-repeated = Kunden kom tilbake
case-event-parted = Skilt igjen
relation-merge = Samme sak, fortalt to ganger: Slå dem sammen
relation-repeat = Det samme igjen, etter at vi svarte
relation-link = De har noe med hverandre å gjøre
tie-part_of = Del av
tie-took_in = Også fortalt i
tie-repeat_of = Det samme igjen som
tie-repeated_by = Kom tilbake som
tie-linked_to = Knyttet til
hint-customer = Samme nummer eller adresse
hint-words = Nesten samme ord
related-title = Hører sammen
related-open = Hører sammen med en annen sak
related-signpost = Denne saken er en del av en annen. Alt skjer der:
related-proposed = Kan høre sammen
related-proposed-text = Funnet på nummer, adresse eller sjeldne ord. Det er du som avgjør.
related-tie = Knytt til denne saken
related-other-hint = For eksempel K-7QMRX2D
related-merge-text = Når to saker slås sammen, avsluttes den siste og viser til den første. Den første beholder fristene sine, og de to teller som én klage. Du kan skille dem igjen når som helst.
related-part = Skill
related-part-one = Skill fra { $reference }
related-save = Lagre
field-other-case = Referansen til den andre saken
field-relation = Hvordan hører de sammen?
field-same-customer = Jeg har sjekket at det er samme kunde
why-no-such-case = Det finnes ingen slik sak, eller den hører til en annen enhet. Sjekk referansen.
why-same-case = Dette er saken selv. Skriv referansen til den andre.
why-tied-already = De er knyttet sammen fra før.
why-other-customer = De to kundene har forskjellige numre eller adresser. Saker fra to kunder slås ikke sammen: Knytt dem til hverandre.
why-customer-not-sure = Ingenting her viser at det er samme kunde. Sjekk, og kryss av.
why-case-closed = En av dem er lukket. Gjenåpne den først, eller knytt dem til hverandre.
why-no-complaint = Bare klager slås sammen. Knytt dem til hverandre.
case-done-merge = De er én sak nå.
case-done-repeat = Det er notert som det samme igjen.
case-done-link = De er knyttet sammen.
case-done-part = De er skilt igjen.
case-repeat-anew = Kunden kom tilbake: ny sak
case-new-repeats = Kunden kom tilbake. Den nye saken knyttes til { $reference }, som ble lukket for lenge siden til å gjenåpnes.
case-new-submit-files = Registrer og legg til filer
