# Staff: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som staff.en.ftl.

# Innsjekk
check-in-title = Hvordan er det på jobb?
check-in-eyebrow = { $period } · omtrent 20 sekunder
check-in-promise = Ingen kan slå opp hvem som har svart, eller hva, verken lederen din eller HR. Svarene dine forsegles før de lagres, og telles i { $unit }.
check-in-company =
    { $people ->
        [1] Én person telles i denne enheten: du.
       *[other] { $people } personer telles i denne enheten.
    }
check-in-company-since =
    { $new ->
        [0] { $people } personer telles i denne enheten, ingen nye siden { $since }.
        [1] { $people } personer telles i denne enheten, én av dem ny siden { $since }. Ingen tall hviler på det svaret ennå.
       *[other] { $people } personer telles i denne enheten, { $new } av dem nye siden { $since }. Ingen tall hviler på svarene deres ennå.
    }
check-in-company-code =
    { $people ->
        [1] Én kom inn med en utskrevet kode i dette kvartalet; ingen tall hviler på det svaret heller.
       *[other] { $people } kom inn med utskrevne koder i dette kvartalet; ingen tall hviler på svarene deres heller.
    }
check-in-comment = Er det noe vi bør vite? Ikke skriv navn.
check-in-first = Dette er din første innsjekk: Tenk på den siste uka, eller på dagene siden du begynte.
check-in-submit = Send svarene mine
check-in-send-empty = Send det tomt
check-in-final = Når svarene er sendt, kan de verken endres eller vises igjen.
check-in-after = Hva skjer med svarene mine?
receipt-title = Takk
receipt-eyebrow = Runde { $round }
receipt-lead = Svarene dine i denne runden ligger forseglet i urna. Dette skjer nå.
receipt-counted = De ble forseglet før de ble lagret. Sender du inn en gang til, er det de første som teller.
receipt-closes = Runden er åpen til og med { $date }.
receipt-shown = Tallene kommer fra { $date }, og bare for grupper der minst { $k } har svart. Små team får sine for flere runder samlet.
receipt-final = Trivsel kan verken endre svarene dine eller vise dem igjen, heller ikke for deg eller lederen din. Når runden publiseres, blir nøkkelen til dem ødelagt.
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

# Egen enhet: innsjekk uten nett, egne svar som blir liggende, app på startskjermen
device-keep = Ta vare på svarene mine på denne enheten
device-keep-hint = De blir liggende i denne nettleseren og sendes aldri. De låses når du logger ut. Alle som kan bruke nettleseren mens du er logget inn, kan lese dem.
device-offline = Ingen nettforbindelse: Svarene dine blir tatt vare på her på enheten og sendt når nettet er tilbake.
device-sent = Det som lå på denne enheten, er nå sendt.
device-kept-label = Svar som ligger på denne enheten
device-kept-title = Svarene dine ligger på denne enheten
device-kept-text = De er ikke sendt ennå. De sendes én gang, så snart det er nett og du er logget inn.
device-kept-sign-in = Det ligger svar og venter på denne enheten. Logg inn som den som svarte, så blir de sendt.
device-kept-answers = Dette blir sendt
device-kept-wait = Du kan lukke denne siden. Åpne den igjen senere, så du er sikker på at svarene blir sendt før runden lukkes.
device-sign-in-title = Logg inn for å sende svarene dine
device-sign-in-text = Du ble logget ut før de kunne sendes. Ingenting er gått tapt.
device-closed-title = Runden ble lukket før svarene dine kunne sendes
device-closed-text = De ble ikke telt med, og de sendes ikke til noen annen runde. Dette svarte du:
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
history-cannot = Denne nettleseren lar ikke Trivsel ta vare på noe, for eksempel fordi vinduet er privat. Derfor er det ingen svar å vise.
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
history-export = Last ned
history-erase = Slett
history-erase-ask = Slette alle svarene dine fra denne enheten? Det finnes ingen kopi noe sted.
history-erase-yes = Slett alle sammen
history-erase-no = Behold dem
history-back = Tilbake til innsjekken
help-device = På din egen enhet
help-device-1 = Uten nett åpner innsjekken seg slik den sist ble vist på enheten. Det du sender, blir liggende der og sendes én gang når nettet er tilbake. Er runden lukket innen da, telles svarene ikke med, og du får beskjed om det.
help-device-2 = Hvis du vil, tar nettleseren vare på dine egne svar, under «Mine egne svar». De kommer aldri tilbake til oss. Du kan laste dem ned og slette dem. Når du logger ut, blir de låst, men ikke slettet. Det du holder på å skrive i et lengre skjema, ligger også der, låst, til du sender det, men høyst i sju dager. På et felles nettbrett blir ingenting liggende.
help-device-3 = Vil du ha Trivsel for hånden som en app, velger du «Legg til på startskjermen» eller «Installer» i menyen i nettleseren.
help-device-4 = En kode på papir eller lenken i en invitasjon kan logge deg inn i en nettleser i 90 dager, uten passord: til innsjekken, siden til teamet ditt og kontoen din. Alt annet ber deg logge inn. Du ser disse nettleserne på kontosiden din og avslutter dem der.

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
rounds-held-text = Klokka viser { $since }, mer enn to døgn etter at rundene sist ble fulgt opp ({ $last }). Inntil du sier at datoen stemmer, åpnes, lukkes og publiseres ingen runde av seg selv.
rounds-held-resume = Datoen stemmer, gå videre
round-done-resume = Rundene åpnes, lukkes og publiseres av seg selv igjen.
rounds-lead = Når de ansatte blir spurt, hvorfor, og hva som skjer videre.
rounds-new = Planlegg en runde
rounds-open-eyebrow = Åpen nå
rounds-open-title = Runde { $number }, { $from } til { $to }
rounds-closes = Lukkes
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
rounds-next-interrupted = Ingen runde følger av seg selv, for den siste var over for mer enn fire uker siden. Planlegg en runde for å fortsette.
rounds-next-pause = Vil dere ha en pause, planlegger dere runden etter den: Dagene før en planlagt runde blir stående fri.
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
round-open-text = Den tar imot svar til den lukkes.
rounds-keys-lost-title = Nøkkelen til runde { $number } kan ikke leses
rounds-keys-lost-text = Ingen kan åpne det som ble svart i den, før den som drifter serveren, legger nøkkelen tilbake. Spør først. Er nøkkelen borte for godt, må runden erklæres ugyldig: Svarene er tapt, og neste runde får nye nøkler.
rounds-keys-left-title = Nøkkelen til runde { $number } er ikke ødelagt ennå
rounds-keys-left-here = Runden er over, men nøkkelen lot seg ikke ødelegge. Det prøves igjen hvert halve minutt. Blir dette stående, må du spørre den som drifter serveren: trivsel doctor sier hvor nøkkelen er.
rounds-keys-left-elsewhere = Runden er over, men nøkkelen er ikke der denne serveren leter, så den kan ligge et annet sted. Be den som drifter serveren, om å ødelegge den der: trivsel doctor sier hvordan.
rounds-keys-lost-to-round = Til runde { $number }
round-unopened =
    { $count ->
        [1] 1 stemmeseddel i denne runden lot seg ikke åpne da runden ble publisert, og er ikke telt med. Noen har endret den, eller databasen er gjenopprettet fra en kopi.
       *[other] { $count } stemmesedler i denne runden lot seg ikke åpne da runden ble publisert, og er ikke telt med. Noen har endret dem, eller databasen er gjenopprettet fra en kopi.
    }
round-closed-text = Den tar ikke imot flere svar. Tallene publiseres fra { $time }.
round-released-text = Det som kan vises, ble publisert { $date }.
round-voided-text = Den teller ikke. Stemmesedlene, kommentarene, merkene for brukte stemmer og nøkkelen er ødelagt. Tall som var publisert, vises ikke lenger.
round-missed-text = Den ble ikke åpnet, for dagene eller datoen for ny vurdering var allerede passert. Planlegg en annen runde, eller slett denne.
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
round-new-share-text = Regnet ut fra rundene som er publisert det siste halvåret: i hvor mange av alle team og runder et tall for den ene runden ble vist. En lengre runde viser flere team, men forteller senere om en endring.
round-new-share-no-rounds = Ingenting er publisert det siste halvåret, så lengdene kan ikke sammenlignes ennå. Små team vises oftere med lengre runder.
round-new-share-too-few = Det er færre enn ti team: Ett tall for alle ville si noe om et enkelt team. Små team vises oftere med lengre runder.
round-new-share = omtrent { $share } %
round-new-share-unknown = kan ikke leses ut av rundene til nå
round-starts-on-hint = En mandag passer best med diagrammer per uke.
round-weeks-hint = Lengre runder viser flere små team; kortere runder forteller tidligere om en endring.
round-purpose-hint = De tillitsvalgte leser det her.
round-discussed-on-hint = Drøftingen må være holdt før en runde kan planlegges.
round-review-on-hint = Senest ett år etter den første dagen. Ingen runde åpner etter den.
round-edit = Endre
round-edit-title = Endre runde { $number }
round-edit-text = Runden er ikke åpnet, så alt ved den kan fortsatt endres.
round-edit-submit = Lagre
round-delete = Slett
round-delete-title = Slette runde { $number }?
round-delete-text = Den fjernes fra kalenderen. Koder som er skrevet ut for den, slutter å virke.
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
round-void-1 = Stemmesedlene, kommentarene, merkene for brukte stemmer og nøkkelen blir ødelagt med én gang.
round-void-2 = Tall som er publisert fra runden, forsvinner fra alle sider og fra filer som lages heretter.
round-void-3 = Begrunnelsen vises i kalenderen og ved diagrammene, der også de ansatte leser den.
round-void-4 = Dette kan ikke angres. Dagene kan brukes til en annen runde.
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
field-authors = Antall som har skrevet
field-k-dist = Svar for andeler
field-every-round-from = Personer for rapport hver runde
field-grace-hours = Ventetid i timer
field-guard = Når noen få begynner eller slutter
why-not-a-number = Skriv et helt tall uten fortegn.
why-below-floor = Dette er for lavt. Programmet godtar ikke under tre, uansett hvem som spør.
why-too-high = Dette er for høyt. Hold deg innenfor grensene som står ved feltet.
why-below-k = Kommentarer krever minst like mange svar som tall. Sett denne høyere eller den andre lavere.
why-below-eight = Dette er for lavt. Programmet godtar ikke under åtte, uansett hvem som spør.
why-shares-below-k = Andeler krever minst like mange svar som tall. Sett denne høyere eller den andre lavere.
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
privacy-fixed = Ingen kan sette et antall svar eller forfattere under tre, eller la en enhet med færre enn åtte personer rapportere hver runde: Programmet avviser det her, på kommandolinjen og i databasen.
rule-k = Et tall vises fra
rule-k-text = Har færre svart, er tallene for gruppen skjult. En større gruppe skjules også når noen kunne trukket den ene fra den andre og regnet seg fram til den lille. Settes grensen til 3, verner den dårligere enn 5: I opptil 3 av 100 runder i et lite team kan en som kjenner sitt eget svar, være sikker på at en annen ga det mest ytterliggående. Med 4 gjelder det 1 av 100, med 5 færre.
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
rule-k-dist = Andeler vises fra
rule-k-dist-text = Hvor mange som har for mye eller for lite å gjøre. Bare i enheter med mer enn 30 personer som rapporterer hver runde, og aldri når mer enn ni av ti svarte likt.
rule-k-dist-range = 3 til 50, og ikke færre enn for et tall
rule-value-k-dist = { $number } svar
rule-every-round-from = En enhet rapporterer hver runde fra
rule-every-round-from-text = Mindre enheter rapporterer for en tredel av kvartalet om gangen. Ellers ville en uke der én var borte, fortelle hva den ene pleier å svare.
rule-every-round-from-range = 8 til 50
rule-value-every-round-from = { $number } personer
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
guard-hold-text = Til mange nok har begynt eller sluttet, eller et kvartal er gått. Tallet er merket som beholdt.
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
privacy-change-text = Strengere regler gjelder med en gang, også for runden som er åpen. Blir en regel mindre streng, må en annen administrator bekrefte det hele, det gjelder fra neste runde, og de ansatte får vite det. Tenk deg om før du øker et tall: Det må to administratorer til for å senke det igjen.
privacy-change-submit = Lagre reglene
privacy-printing = Hvor nøyaktig tallene vises
privacy-printing-text = Etter hvor mange som hører til en enhet, fast for kvartalet. Hvem som svarer, spiller ingen rolle. Et tall i store steg passer med mange sett av svar, så ingen kan regne seg fram til én.
privacy-printing-size = Personer
privacy-printing-score = Poeng
privacy-printing-interval = Intervall
privacy-printing-response = Hvor mange som svarte
privacy-printing-shares = Andeler
privacy-printing-few = under 12
privacy-printing-few-score = steg på 5; belastning i steg på 10
privacy-printing-few-interval = ikke noe
privacy-printing-few-response = sies ikke
privacy-printing-few-shares = ingen
privacy-printing-some = 12 til 29
privacy-printing-some-score = steg på 2 (4 under 14 personer); belastning det dobbelte
privacy-printing-some-interval = ut fra hvor mye svarene spriker i hele organisasjonen
privacy-printing-some-response = ett av tre bånd: under 60 %, 60 til 79 %, 80 % og mer
privacy-printing-some-shares = ingen
privacy-printing-many = 30 og flere
privacy-printing-many-score = hele poeng; belastning i steg på 2
privacy-printing-many-interval = som over; fra 100 personer ut fra enhetens egne svar
privacy-printing-many-response = i steg på 10 %, med et spenn for antall personer
privacy-printing-many-shares = over 30 personer, i tre bånd
privacy-carrying = Hvilke svar et tall hviler på
privacy-carrying-text = Et tall vises bare når mange nok har svart som har vært i enheten de siste { $rounds } rundene, og som ikke fikk innloggingen åpnet eller tilbakestilt med en utskrevet kode i dette kvartalet. Stemmesedler uten noe svar teller ikke. Svarene fra andre er med i tallet, men tallet hviler ikke på dem. Team som svarer med utskrevne koder på et nettbrett, trenger tre svar til, enten noen har brukt en kode eller ikke. Personer i en gruppe som er for liten til å vises, regnes ikke med blant dem.
privacy-carrying-waived = Dette er organisasjonens første kvartal: Hvor lenge noen har vært i enheten, spiller ingen rolle ennå.
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
state-held = Beholdt
state-held-text = Det forrige tallet vises til mange nok har begynt eller sluttet.
state-hidden = Skjult
state-hidden-text = For få svarte, eller tallet ville avslørt en mindre gruppe ved siden av tallene til andre enheter. Ingen får vite hvilken av de to grunnene det er, for det ville røpet hvor mange som svarte.
state-no-data = Ingen i enheten
state-no-data-text = Enheten hadde ingen personer, heller ikke under seg, i denne runden.
privacy-units = Enhet for enhet i den nyeste runden
privacy-units-text = Hvor ofte en enhet rapporterer, ligger fast for et kvartal: etter hvor mange som hører til, og hvor mye som kunne vises i kvartalet før. Hvem som svarer nå, spiller ingen rolle. Dette er vinduene for { $quarter }.
privacy-window = Rapporterer
privacy-hidden = Ikke vist
window-each-round = hver runde
window-third = en tredel av kvartalet samlet
window-quarter = hele kvartalet samlet
window-never = ikke for seg selv: for få i et helt kvartal
window-unset = ikke valgt for dette kvartalet
privacy-risks = Hva reglene ikke kan utelukke
privacy-risks-text = Ingen bør love mer enn dette.
risk-colluding-title = Kolleger som sammenligner
risk-colluding = Hvis alle andre i en gruppe forteller hverandre hva de svarte, kan de regne ut hva den siste svarte. Det samme kan den som styrer de andre stemmesedlene, med kontoer eller koder til personer som ikke finnes. Derfor hviler ingen tall på svarene til nyansatte, og derfor står det over skjemaet hvem du telles sammen med.
risk-style-title = Måten noen skriver på
risk-style = Det står ikke noe navn ved en kommentar. Den som kjenner forfatteren, kan kjenne igjen stilen.
risk-leaver-title = En utvikling rundt en som sluttet
risk-leaver = Når én person slutter eller begynner i et lite team, gir tallene før og etter et hint om hva vedkommende svarte. Grove steg og lange vinduer svekker hintet. De fjerner det ikke.
risk-pattern-title = Om noen har svart
risk-pattern = Et tall som vises den ene gangen og er skjult den neste, sier at for få svarte. Over små team kan det røpe om en enslig leder eller renholder var blant dem: med team på åtte til ti i høyst 15 av 100 vinduer, og i omtrent en fjerdedel av rundene der slike team rapporterer hver runde. Hva noen svarte, sier det ikke.
risk-mark-title = Hva et markert brudd ikke skjuler
risk-mark = Begge sider av bruddet vises. Den som sammenligner dem over mange runder, kan fortsatt gjette bedre om en som sluttet, enn uten tall.
risk-hold-title = Hva et beholdt tall ikke skjuler
risk-hold = Et beholdt tall er gammelt, og at det er beholdt, forteller at noen få har begynt eller sluttet. Når ventetiden er over, vises det nye tallet selv om det bare gjelder én.
risk-two-accounts-title = To kontoer er ikke alltid to personer
risk-two-accounts = En administrator kan lage en konto til og bekrefte med den. Loggen viser hvem som laget hvilken konto og hvem som bekreftet, og ingen kan endre loggen usett.
risk-machine-title = Den som drifter maskinen
risk-machine = Den som har full kontroll over serveren mens en runde er åpen, kan følge med på minnet og nøklene og slik lese stemmesedlene i runder som ikke er publisert ennå. Det kan ikke noe program utelukke. Når en runde er publisert, kan ingen åpne stemmesedlene.
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
lowering-k-dist = Andeler av svarene vises fra { $after } svar; før fra { $before }.
lowering-every-round-from = Enheter rapporterer hver runde fra { $after } personer; før fra { $before }.
lowering-grace-hours = Tallene venter { $after } t etter en runde; før { $before } t.
lowering-guard = Når noen få begynner eller slutter, vises det nye tallet med et brudd; før ble det forrige tallet stående.
lowering-text = To administratorer har bestemt dette. Det som ble publisert før den dagen, er som det var.
stored-title = Dette er lagret
stored-lead = Hver tabell i databasen, med vanlige ord, og hvor mye som står i den. Ingenting er utelatt.
stored-way = Hva som skjer med et svar
stored-step-1 = Du sender skjemaet. Mens serveren behandler det, ligger svarene dine samlet i minnet der og ingen andre steder.
stored-step-2 = Serveren merker av at du har svart i denne runden. Merket er et fingeravtrykk som det trengs en nøkkel for å lage eller kjenne igjen, og nøkkelen er ikke i databasen. Det noteres ikke noe tidspunkt.
stored-step-3 = Den forsegler enheten, svarene og kommentaren din i en boks. Alle bokser er like store, uansett hva som er i dem, og bare rundens nøkkel åpner dem. Ingenting telles ennå.
stored-step-4 = Merket og boksen lagres på én gang, og skjemaet glemmes. Så lenge runden er åpen, kan ingen lese her hvem som har svart, hvor mange, eller hva.
stored-step-5 = Når runden er lukket og en ventetid er over, åpnes og telles boksene i minnet. Reglene bestemmer hvilke tall og kommentarer som kan vises. De skrives ned én gang, og ingen kan endre dem.
stored-step-6 = Bokser, merker og nøkkel blir ødelagt. Fra da av kan ingen åpne en stemmeseddel, ikke engang den som drifter serveren. Opptellinger som små team trenger over flere runder, og hvem som er med i dem, er forseglet til kvartalet er over, senest 100 dager etter kvartalets slutt; da ødelegges den nøkkelen også.
stored-numbers = Om tallene
stored-numbers-text = I tabeller som har med svar å gjøre, telles ikke runder som er åpne eller ikke publisert ennå, slik at ingen tall her endrer seg når noen svarer. Disse tallene og noen andre rundes ned til nærmeste { $step }, og under { $few } sies det ikke mer. Tallene kan være noen minutter gamle.
stored-numbers-stranger = Du er ikke logget inn, og derfor er alle tall avrundet.
stored-row = 1 rad
stored-rows = { $rows } rader
stored-rows-at-least = minst { $rows } rader
stored-rows-few = færre enn { $few } rader
stored-example = Et eksempel, diktet opp:
stored-own = Navn, plasser, roller og oppføringer i loggen kan du lese og ta vare på. Svar er ikke blant dem, og heller ikke om du har svart: Serveren har ingen av delene med navnet ditt.
stored-own-stranger = Logg inn for å lese og ta vare på det som står her med navnet ditt. Svar er ikke blant det: Serveren har ingen svar med navnet ditt.
stored-group-answers = Om svar
stored-group-answers-text = Urna med stemmesedlene. Ingen tabell her forteller hvem som har svart i en runde, eller hvordan.
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
stored-name-used-vote = Brukte stemmer
stored-table-used-vote = At en stemme i en runde er brukt: et fingeravtrykk av hvem den tilhører, og et av skjemaet, begge laget med en nøkkel som ikke er i databasen. Det andre skiller et skjema som sendes to ganger, fra et annet. Ødelegges når runden publiseres.
stored-columns-used-vote = Runde | Fingeravtrykk av hvem | Fingeravtrykk av skjemaet
stored-example-used-vote = 12 | 7c1f…e0 | b2e4…71
stored-name-sealed-ballot = Forseglede stemmesedler
stored-table-sealed-ballot = Enhet, svar og kommentar i en forseglet boks av én størrelse. Ødelegges når runden publiseres, sammen med nøkkelen som åpner den.
stored-columns-sealed-ballot = Tilfeldig nummer | Runde | Boks
stored-example-sealed-ballot = a41b…93 | 12 | 5d0e…c8 (4 656 byte)
stored-name-carried-counts = Overtatt fra en eldre versjon
stored-table-carried-counts = Det en eldre versjon hadde telt opp av runder som ikke var publisert, forseglet da programmet ble byttet ut. Ødelegges når rundene publiseres.
stored-name-kept-counts = Beholdt for lengre perioder
stored-table-kept-counts = Opptellinger av en publisert runde som små team trenger over flere runder, og hvem som er med i dem, så ingen telles to ganger: forseglet. Ødelegges når kvartalet er over, senest 100 dager etter kvartalets slutt.
stored-name-released-comment = Kommentarer
stored-table-released-comment = Kommentarer som kan leses, hver med den ene enheten der det er. Enheten til den som skrev, er ikke lenger kjent. Kommentarer som ikke kan leses noe sted, er slettet.
stored-columns-released-comment = Tilfeldig nummer | Runde | Leses i | Tekst
stored-example-released-comment = a41b…93 | 12 | Havna | Den nye kassa er treg.
stored-name-participation = Brukte stemmer, før
stored-table-participation = Her noterte eldre versjoner hvem som hadde svart. Tom etter at stemmesedlene ble forseglet.
stored-name-turnout = Hvor mange som svarte, før
stored-table-turnout = Her telte eldre versjoner hvor mange som hadde svart. Tom etter at stemmesedlene ble forseglet.
stored-name-tally = Opptellinger av svar, før
stored-table-tally = Her telte eldre versjoner svar. Tom etter at stemmesedlene ble forseglet.
stored-name-ballot-comment = Kommentarer, før
stored-table-ballot-comment = Her lagret eldre versjoner kommentarer, med enheten til den som skrev. Tom etter at stemmesedlene ble forseglet.
stored-name-kiosk-code = Engangskoder
stored-table-kiosk-code = Fingeravtrykk av kodene som et team bruker på et felles nettbrett. En kode hører til et team, aldri til en person, og raden er den samme før og etter at koden er brukt. De fjernes når runden publiseres.
stored-columns-kiosk-code = Fingeravtrykk av koden | Runde | Enhet | Avløst av et nyere ark
stored-example-kiosk-code = 19d0…5a | 12 | Havna, kveld | nei
stored-name-code-sheet = Ark med koder
stored-table-code-sheet = Hvilket team det er bedt om et ark til, av hvem, og hvem som godkjente det. Slettes når arket er skrevet ut.
stored-name-check-in-link = Personlige lenker
stored-table-check-in-link = Fingeravtrykk av lenkene som er sendt på e-post, én for hver person som får e-post om innsjekken, enten de har svart eller ikke. De fjernes sammen med runden.
stored-columns-check-in-link = Fingeravtrykk av lenken | Runde | Person
stored-example-check-in-link = f083…c2 | 12 | Kim Eksempel
stored-name-released-figure = Publiserte tall
stored-table-released-figure = Det reglene slapp gjennom: avrundede tall for enheter, og hvilke som er skjult. Alle diagrammer og eksporter leser dette og ikke noe annet.
stored-columns-released-figure = Runde | Enhet | Mål | Status | Verdi | Personer
stored-example-released-figure = 12 | Havna | Tilfredshet | vist | 64 | 15–19
stored-name-person = Personer
stored-table-person = Navn, ansattnummer og siste dag når den er kommet.
stored-name-roster = Plasser
stored-table-roster = Hvem som hører til hvilken enhet, fra når til når.
stored-name-opened-by-code = Innlogginger med utskrevet kode
stored-table-opened-by-code = Hvem som fikk innloggingen åpnet eller tilbakestilt med en utskrevet kode, og i hvilket kvartal. Ingen tall hviler på svarene deres i det kvartalet. Slettes ved første publisering i neste kvartal.
stored-name-account = Kontoer
stored-table-account = Det noen logger inn med, et kodet passord, språk, tema og om påminnelser er ønsket.
stored-name-role-grant = Roller
stored-table-role-grant = Hvilken konto som har hvilken rolle i hvilken enhet.
stored-name-session = Åpne innlogginger
stored-table-session = Når den begynte og sist ble brukt, og hva slags nettleser. For den som bare er logget inn for å svare, bare dagen den begynte. Borte etter utlogging.
stored-name-account-token = Invitasjoner og passordlenker
stored-table-account-token = Fingeravtrykk av lenker og trykte koder som ikke er brukt.
stored-name-recovery-code = Gjenopprettingskoder
stored-table-recovery-code = Fingeravtrykk av koder til når telefonen er borte.
stored-name-device-secret = Låser på enheter
stored-table-device-secret = Ett tall for hele organisasjonen. Av det lages nøkkelen som nettleseren din bruker til å låse det den har om deg. Det som er låst med den, kommer aldri hit.
stored-name-oidc-identity = Innlogging hos en leverandør
stored-table-oidc-identity = Hvilken konto som hører til hvilken bruker i organisasjonens egen innlogging.
stored-name-oidc-flow = Innlogginger som pågår
stored-table-oidc-flow = Det som må huskes i noen minutter mens noen er hos leverandøren.
stored-name-mail = E-post
stored-table-mail = Hva slags e-post som går til hvilken konto, og om den er sendt. Teksten tas ikke vare på.
stored-name-audit = Logg
stored-table-audit = Hvem som logget inn, endret noe eller lastet ned noe, og når. Ingenting om innsjekker.
stored-name-export-log = Eksporter
stored-table-export-log = Hvem som lastet ned hvilken fil, når, og fingeravtrykket av den.
stored-name-complaint = Klager
stored-table-complaint = Hva som skjedde, når, hvor, hvordan det nådde oss, hvor alvorlig det er, og hvor saken står.
stored-name-case-event = Det som skjedde med en sak
stored-table-case-event = Hva som ble gjort, når, i hvilken rolle og enhet. Bare ord, tall og dager: ingen tekst, ikke noe navn. Rader endres aldri.
stored-name-case-note = Notater til saker
stored-table-case-note = Det kolleger skriver til hverandre. Kunder ser det aldri.
stored-name-case-message = Meldinger til og fra kunder
stored-table-case-message = Det en kunde skrev til oss eller fikk fra oss.
stored-name-case-draft = Utkast
stored-table-case-draft = Det noen har begynt å skrive til en kunde. Bare den som skriver, ser det. Det slettes når det er sendt, og ellers etter tretti dager.
stored-name-case-issue = Det sakene gjelder
stored-table-case-issue = Hver ting en kunde klaget på, og om kunden hadde rett.
stored-name-apology = Unnskyldninger
stored-table-apology = Om et svar kom med en unnskyldning, og hvis ikke, hvorfor.
stored-name-remedy = Slik ble det rettet opp
stored-table-remedy = Hva som ble gjort, hva det kostet og når.
stored-name-case-words = Ord i sakene
stored-table-case-words = Ordene i det kundene sa, i alfabetisk rekkefølge, slik at en sak kan finnes igjen. De slettes sammen med teksten.
stored-name-named-person = Kolleger som kunder nevner
stored-table-named-person = At en kunde nevnte noen som jobber her, navnet og svaret i låst form, og dagen de slettes.
stored-name-attachment = Filer i saker
stored-table-attachment = Bilder og dokumenter som kunder hadde med. For bilder lagres det ikke hvor og når de er tatt.
stored-name-customer = Slik når vi kunder
stored-table-customer = Navn, telefon og e-post til en kunde som ville ha svar, og dagen det slettes.
stored-name-case-clock = Løfter
stored-table-case-clock = For hver sak: når kunden skal høre fra oss, og om vi holdt fristen. Laget av det som skjedde.
stored-name-case-clock-share = Fordeling av frister
stored-table-case-clock-share = Hvor stor del av fristen hver enhet hadde saken. Aldri en person.
stored-name-calendar = Åpningstider
stored-table-calendar = De vanlige åpningstidene til en enhet, fra en dag av.
stored-name-calendar-exception = Dager med andre åpningstider
stored-table-calendar-exception = En dag da en enhet er stengt eller har andre åpningstider.
stored-name-template = Ordlyden i brev
stored-table-template = Ordene som brev til kunder begynner med i en enhet.
stored-name-open-action = Gjenstår
stored-table-open-action = Det som er lovet en kunde, og som følges til det er gjort.
stored-name-case-link = Saker som er knyttet sammen
stored-table-case-link = Hvilke saker noen har knyttet til hverandre.
stored-name-removal = Slettinger
stored-table-removal = Hvor mange tekster, kontaktopplysninger og utkast som er slettet fordi tiden var ute.
stored-name-voice-path = Hvor klager er lagt til
stored-table-voice-path = Hvilke enheter en klage er lagt til i tallene for, så den kan trekkes fra igjen.
stored-name-contact-day = Kundekontakter
stored-table-contact-day = Hvor mange kunder en enhet møtte på en dag.
stored-name-history = Eldre tall
stored-table-history = Klager og kundekontakter fra før Trivsel, etter enhet og periode.
stored-name-voice-rollup = Summer til diagrammene
stored-table-voice-rollup = Klager og kundekontakter lagt sammen for hver enhet og periode.
stored-name-organisation = Organisasjonen
stored-table-organisation = Navn og tidssone.
stored-name-unit = Enheter
stored-table-unit = Regioner, steder og team.
stored-name-unit-change = Endringer av enheter
stored-table-unit-change = Når en enhet ble opprettet, fikk nytt navn, ble flyttet eller lukket.
stored-name-round = Runder
stored-table-round = Første og siste dag, formål, og når den ble drøftet med de tillitsvalgte.
stored-name-own-item = Egne spørsmål
stored-table-own-item = Påstander som organisasjonen spør om ved siden av de vanlige.
stored-name-release-rules = Regler
stored-table-release-rules = Fra hvor mange svar tall, andeler og kommentarer vises, fra hvor mange personer en enhet rapporterer hver runde, og siden når.
stored-name-box-key = Navn på nøkler
stored-table-box-key = Navnet på og den offentlige halvdelen av nøklene til runder og kvartaler som ikke er over. De hemmelige halvdelene er utenfor databasen og sikkerhetskopiene.
stored-name-wrapped-key = Innpakkede nøkler
stored-table-wrapped-key = Hemmelige halvdeler for dem som kjører flere servere, hver forseglet med en hemmelighet som ikke er i databasen. Ellers tom.
stored-name-scrub-due = Opprydding som gjenstår
stored-table-scrub-due = Et merke så lenge filen fortsatt skal renses for rader som er slettet.
stored-name-rules-proposal = Foreslåtte regler
stored-table-rules-proposal = Løsere regler som venter på en annen administrator.
stored-name-quarter-window = Hvor ofte enheter rapporterer
stored-table-quarter-window = Hvor mange runder tallene til en enhet samles over i et kvartal, og hvor mange som hørte til da det ble bestemt.
stored-name-link-result = Sammenhengen mellom ansatte og klager
stored-table-link-result = Hva sammenligningen av tall fra ansatte med klager, smilefjes og ros sier for hver enhet.
stored-name-import-job = Importer
stored-table-import-job = Filer som er hentet inn, av hvem, og hva som ble av dem.
stored-name-import-path = Hvor importer ble lagt til
stored-table-import-path = Enhetene i en import og de over dem, så den kan angres. Borte etter et døgn.
stored-name-import-row = Rader som hentes inn
stored-table-import-row = Radene i en import mens den lagres; for antall også i et døgn etterpå, så den kan angres.
stored-name-seaql-migrations = Versjonen av tabellene
stored-table-seaql-migrations = Hvilke endringer av databasen som er gjort.

# Koder til nettbrettet, personlige lenker, brev om runden
event-codes-chosen = Koder for et team: på eller av
event-codes-asked = Bedt om ark med koder
event-codes-released = Ark med koder godkjent
event-codes-made = Ark med koder laget
event-codes-revoked = Koder trukket tilbake
nav-sheets = Ark med koder
nav-kiosk = Koder
kiosk-lead = Skriv koden på lappen din.
kiosk-code = Koden din
kiosk-code-hint = Åtte bokstaver og sifre. Store bokstaver, mellomrom og bindestreker spiller ingen rolle.
kiosk-start = Start
kiosk-promise = En kode hører til et team, ikke til en person. Ingen kan se hvem som har svart hva.
kiosk-demo = Dette er demoen: Logg inn som HR, lag et ark med koder til Lagunen helg, og prøv en her.
kiosk-demo-link = Lag koder
kiosk-form-promise = Svarene dine forsegles før de lagres, og telles i { $unit }. Ingen kan se at de er dine.
kiosk-warn-title = Er du her fortsatt?
kiosk-warn-text = Om { $seconds } sekunder tømmer siden seg selv, og det du har fylt ut, blir borte.
kiosk-warn-stay = Jeg er her
kiosk-idle = Etter fem minutter tømmer siden seg selv og går tilbake til start.
kiosk-more = Mer tid
kiosk-more-done = Du har fem minutter til. Svarene dine står her fortsatt.
kiosk-stop = Avbryt og tøm
kiosk-thanks = Takk
kiosk-thanks-lead = De første svarene med denne koden teller. Ingenting av det du svarte, er igjen på nettbrettet.
kiosk-thanks-next = Når runden er slutt, vises tall bare for grupper der nok har svart.
kiosk-thanks-back = Siden går tilbake til start etter 20 sekunder.
kiosk-again = Til start
kiosk-other-code = En kode fra lappen din
kiosk-code-unknown-text = Se på lappen: En kode virker bare i én runde, og et nytt ark erstatter det gamle. Virker den fortsatt ikke, så ta en annen lapp eller be om et nytt ark.
kiosk-code-revoked-text = Svarene dine er ikke sendt ennå. Se på lappen en gang til, eller ta en fra det nyeste arket, og skriv koden: Da blir svarene sendt slik du ga dem.
kiosk-too-many-text = Det er skrevet for mange feil koder her. Ingenting er telt med. Vent 15 minutter og prøv igjen, eller bruk en annen enhet.
kiosk-round-closed-text = Lappen hører til en runde som er slutt. Ingenting er telt med eller tatt vare på. Ta en lapp fra arket for den nye runden.
kiosk-round-voided-text = Lappen hører til en runde som er erklært ugyldig. Ingenting er telt med eller tatt vare på. Be om et ark når neste runde åpner.
kiosk-no-open-round-text = Det er ikke mulig å svare akkurat nå. Det kommer nye koder med neste runde.
check-in-too-late = Det du nettopp sendte, ble ikke telt med
check-in-too-late-text = Runden det hørte til, ble lukket før det kom fram. Det ble heller ikke tatt vare på, og det går ikke til noen annen runde. På innsjekken står det når du kan svare neste gang.
between-title = Ingenting å svare på akkurat nå
between-next = Neste runde åpner { $date }.
between-next-none = Neste runde har ingen dato ennå.
between-figures = Tallene fra runden som nettopp er lukket, kommer fra { $date }.
between-to-actions = Se hva teamet ditt prøver ut
link-expired = Denne lenken virker ikke
link-expired-text = Lenken kan være avkortet, eller kontoen den ble sendt til, er lukket. Åpne den en gang til fra e-posten, eller logg inn for å svare.
link-round-closed-text = Lenken hører til en runde som er slutt, så ingenting er telt med eller tatt vare på. Du får en ny e-post når neste runde åpner.
link-round-voided-text = Lenken hører til en runde som er erklært ugyldig, så ingenting er telt med eller tatt vare på. Du får en ny e-post når neste runde åpner.
problem-to-kiosk = Skriv en kode
tablet-title = Koder til nettbrettet
tablet-lead = Et team uten egne e-postadresser svarer på et felles nettbrett. Hver lapp har en kode som virker én gang, for hvem som helst i teamet.
tablet-where = Nettbrettet åpner denne adressen:
tablet-picture = { $address } for kameraet på nettbrettet
tablet-picture-text = Kameraet på nettbrettet leser den fra skjermen eller fra papir.
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
tablet-ask = Be om et ark
tablet-ask-new = Be om et nytt ark
tablet-ask-text = Det skal to til: Den tillitsvalgte godkjenner arket, så skriver du det ut.
tablet-ask-warning = Den tillitsvalgte godkjenner det først. Når du skriver det ut, slutter lappene du har delt ut, å virke.
tablet-ask-submit = Be om arket
tablet-asked = Venter på den tillitsvalgte
tablet-asked-text = Den tillitsvalgte finner det under «Ark med koder». Så snart det er godkjent, kan du skrive det ut her, én gang. Er det ingen som har den rollen, kan en administrator gi den til noen.
tablet-make = Lag et ark
tablet-make-new = Lag et nytt ark
tablet-make-warning = Lappene du har delt ut, slutter å virke. Et nytt ark har alltid én lapp for hver person i teamet.
tablet-make-text = Det er godkjent. Du får én lapp for hver person i teamet. Kodene vises én gang og blir ikke lagret noe sted.
tablet-pdf = PDF til utskrift
tablet-browser = Vis i nettleseren
tablet-revoke = Trekk kodene tilbake
tablet-revoke-text = Ingen lapp for dette teamet virker lenger, før du lager et nytt ark. Det som er sendt, blir stående.
tablet-end = Slutt etter denne runden
tablet-end-text = Fra neste runde logger disse personene inn for å svare.
tablet-add = La et team svare med kode
tablet-add-text = Fra neste runde svarer teamet bare på nettbrettet. Runden som er åpen, fortsetter slik den begynte.
tablet-add-unit = Team
tablet-add-submit = Svar med kode
tablet-secret = Mens runden er åpen, får ingen vite hvor mange som har brukt koden sin, heller ikke du.
tablet-done-ask = Den tillitsvalgte er bedt om å godkjenne arket.
tablet-done-begin = Teamet svarer med kode fra neste runde.
tablet-done-end = Teamet svarer ikke lenger med kode fra neste runde.
tablet-done-revoke = Kodene er trukket tilbake. Lag et nytt ark når teamet skal svare igjen.
tablet-sheet-text = Skriv ut denne siden nå. Kodene er ikke lagret noe sted og kan ikke vises igjen. Klipp langs linjene, og la alle i teamet trekke en lapp.
tablet-sheet-back = Tilbake til teamene
sheets-title = Ark med koder
sheets-lead = HR ber om ark med koder til team som svarer på nettbrettet. Du godkjenner dem, HR skriver dem ut.
sheets-empty = Ingen ark venter på deg.
sheets-release = Godkjenn arket
sheets-why = Et ark har én lapp til hver i teamet, ikke flere. Den som skriver ut lapper alene, kan holde noen tilbake, svare med dem og lese hva den siste svarte. Vær til stede når de deles ut, eller spør hvordan det ble gjort.
sheets-done-release = Arket er godkjent. HR kan skrive det ut én gang.
slips-title = Koder til { $team }
slips-round = { $from } til { $to }
slips-how = Skriv koden på nettbrettet, eller i en nettleser på
slips-promise = Virker én gang. Koden hører til teamet: Ingen vet hvem den tilhører.
account-letters = E-post om innsjekken
account-letters-text = Når en runde åpner, får du en e-post med en lenke til å svare uten å logge inn, og en påminnelse på dag 5. Begge går til alle som får e-post, enten de har svart eller ikke: Programmet vet det ikke. Ingen kan se om du får dem.
account-letters-on = Send meg e-post når en runde åpner
account-letters-save = Lagre
account-changed-letters = Lagret.
mail-check-in = Hvordan er det på jobb? Ny runde hos { $organisation }
mail-check-in-text =
    Hei, { $name }

    En ny runde er åpen til og med { $closes }. Det tar rundt tjue sekunder. Denne lenken åpner spørsmålene, uten innlogging:

    { $link }

    Den er bare din: Ikke send den videre. Ingen kan slå opp hva du svarer. Vil du ikke ha slike e-poster? Slå dem av på { $account }
mail-check-in-reminder = Påminnelse: Hvordan er det på jobb?
mail-check-in-reminder-text =
    Hei, { $name }

    Har du svart i denne runden? Da takker vi for det. Hvis ikke, er den åpen hos { $organisation } til og med { $closes }, og vi vil gjerne høre fra deg. Denne lenken åpner spørsmålene, uten innlogging:

    { $link }

    Alle får denne e-posten; vi vet ikke hvem som har svart. Lenken er bare din: Ikke send den videre. Vil du ikke ha slike e-poster? Slå dem av på { $account }

# Tall for små team og team i endring
cell-held = { $value } (beholdt)
point-break = Noen få begynte eller sluttet før dette, så endringen omtales ikke.
note-window = Dette teamet er for lite til å vises hver runde. Noen av tallene gjelder { $rounds } runder sammen; de står ved den siste av dem.
note-break = Der linja er brutt, var det noen få som begynte eller sluttet. Tallene på begge sider vises, men endringen mellom dem blir ikke vurdert.

# Teamet mitt, det lederen min ser, kommentarer, og rådet under en kommentar
nav-team = Teamet mitt
nav-comments = Kommentarer
and = og
problem-nothing-answered = Du har ikke svart på noe. Vil du sende det tomt?
problem-nothing-answered-text = Ingenting er sendt ennå. Du kan svare én gang i denne runden, og et tomt skjema bruker opp den ene gangen. Svar på det du vil, eller send det tomt med den andre knappen nederst.
problem-look-again = Se på kommentaren en gang til
problem-look-again-text = Den kan inneholde noe som viser hvem den gjelder; merknaden under feltet sier hva. Ingenting er sendt ennå. Endre kommentaren, eller send den på nytt som den er.
hint-name = «{ $word }» ser ut som et navn. Kan du si det uten? Du kan også sende det som det er.
hint-contact = «{ $word }» kan vise hvem det gjelder. Kan du si det uten? Du kan også sende det som det er.
hint-health = «{ $word }» kan handle om noens helse. Kan du utelate det, også når det gjelder deg selv? Du kan også sende det som det er.
check-in-readers = Hvem kan lese dette: ledere for { $units }, HR og tillitsvalgte, og bare der minst { $k } personer har svart og { $authors } har skrevet. Verken navnet ditt eller svarene dine står ved siden av.
team-title = Slik går det i { $unit }
team-eyebrow = Runde { $round } · publisert { $date }
team-lead = Dette er tallene lederne dine får, samtidig med deg.
team-loop = Det vi sa, det vi prøver, det som kom ut av det
team-said = Det vi sa
team-said-strain = Belastning
team-said-satisfaction = Tilfredshet
team-said-complaints = Klager per 1 000 kundekontakter
team-said-concern = verre enn vanlig
team-said-better = bedre enn vanlig
team-tried = Det vi prøver
team-tried-none = Ingenting akkurat nå. Ta det opp på neste teammøte.
team-tried-until = vurderes { $date }
team-came = Det som kom ut av det
team-came-none = Vi har ikke sett tilbake på noe ennå.
team-came-on = vurdert { $date }
team-newest = Nyeste tall
team-above = Enhetene over
team-empty = Ingen tall er publisert ennå.
team-percent = { $value } %
team-percent-band = { $low } til { $high } %
team-response-never = Sies ikke i enheter med færre enn tolv personer
team-hidden = Skjult: Det kan ikke vises trygt
team-carried = Tall fra runde { $round }, beholdt
team-window = Over { $count } runder: { $since }–{ $round }
team-usual = vanligvis { $value }
team-further = Mer om teamet
team-to-trends = Utviklingen i alle tallene, med klager
team-to-actions = Hva teamet prøver, og hva som kom ut av det
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
team-breaks = Et brudd i linja: Noen har begynt eller sluttet, så det som kommer etter, sammenlignes ikke med det som kom før.
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
comments-all-link = Alle kommentarene i kvartalet, enhet for enhet
comments-all-title = Alle kommentarer du kan lese
comments-all-export = Kommentarer er ikke med i noen fil som lastes ned. De leses her.
comments-all-search = Søk
comments-all-found =
    { $found ->
        [1] 1 kommentar
       *[other] { $found } kommentarer
    } i { $units ->
        [1] én enhet
       *[other] { $units } enheter
    }
comments-all-empty-title = Ingen kommentarer å vise
comments-all-empty-text = Kommentarer vises når en runde er publisert og minst { $k } har svart og { $authors } har skrevet. Velg et annet kvartal.
comments-all-none-text = Ingen kommentar har alle disse ordene. Prøv færre ord eller et annet kvartal.

# Spørsmålene: banken og egne påstander
nav-questions = Spørsmål
questions-title = Spørsmål
questions-lead = Alle i en runde får de samme spørsmålene: fire fra banken og høyst to egne påstander.
questions-own = Egne påstander
questions-own-none = Ingen ennå. En egen påstand kan spørre om noe som bare gjelder hos dere, for eksempel hvor tidlig vaktlista kommer.
questions-full = Neste runde har ikke plass til flere: Den har allerede to egne påstander. Slutt å spørre om en av dem først.
questions-read-only = Alle får de samme spørsmålene, så bare HR for hele organisasjonen kan endre dette.
questions-past = Ikke med lenger
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
questions-advice-positive = Formuler det positivt, slik at det er bra når folk er enige. Svarene går fra 1, helt uenig, til 5, helt enig.
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
question-stop-text = Tallene til nå blir stående. Vil dere spørre om det samme igjen senere, legger dere til en påstand med et annet kortnavn.
question-stop-submit = Slutt å spørre
question-delete-text = Ingen har fått denne påstanden. Den blir borte, og kortnavnet kan brukes på nytt.
question-delete-version-text = Ingen har fått denne ordlyden. Den blir borte, og dere fortsetter å spørre med versjonen før.
question-delete-submit = Slett
question-done-add = Påstanden er lagt til.
question-done-reword = Den nye ordlyden er lagret.
question-done-stop = Påstanden er ikke med fra og med neste runde.
question-done-delete = Påstanden er slettet.
field-tag = Kortnavn
field-en = Påstand på engelsk
field-nb = Påstand på bokmål
why-not-a-tag = Bruk små bokstaver a til z, sifre og bindestrek, og begynn med en bokstav.
why-no-room = Neste runde har allerede to egne påstander. Slutt å spørre om en av dem først.
why-same-words = Dette er ordlyden nå. Endre teksten på minst ett av språkene.
event-question-changed = Egen påstand endret

rounds-tabs = Om innsjekken
