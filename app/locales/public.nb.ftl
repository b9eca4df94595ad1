# Public: det kunder leser uten å logge inn, og sidene der det holdes ved like. Samme id-er i samme rekkefølge som public.en.ftl.

# Felles
public-promise = Ingen informasjonskapsler, ingenting om hvem du er.
public-not-found = Adressen fører ingen steder
public-not-found-text = Kanskje er plakaten gammel, eller en bokstav er feil. Se på adressen en gang til, eller skriv til oss her.
problem-send-again = Send det en gang til
problem-send-again-text = Det du skrev, står her fortsatt. Siden hadde vært åpen lenge, eller den ble sendt veldig fort, så vi ber deg trykke på knappen igjen.
problem-too-many-cards = Det har kommet mange kort herfra den siste timen
problem-too-many-cards-text = Det du skrev, står her fortsatt, men er ikke sendt. Prøv igjen om en time, ring oss, eller snakk med noen som jobber her.
problem-receipt-unknown = Referansen og hemmeligheten hører ikke sammen
problem-receipt-unknown-text = Se på begge en gang til. Store og små bokstaver, mellomrom og bindestreker spiller ingen rolle. Etter ti feil er referansen sperret i en time.
problem-receipt-unknown-plain = Se på begge en gang til. Store og små bokstaver, mellomrom og bindestreker spiller ingen rolle.

# Kortet
card-title = Hva synes du om oss?
card-lead = Ros, klage eller idé: alt blir lest. Du trenger ikke å si hvem du er.
card-kind = Hva vil du gi oss?
card-what = Hva vil du si?
card-what-hint = Med dine egne ord.
card-contact = Jeg vil ha svar fra dere
card-contact-hint = La det stå tomt hvis du vil være anonym. Svaret vårt kan du lese med lappen du får. Det du fyller inn her, slettes senest etter et halvt år.
card-name = Navnet ditt
card-about = Det gjelder noen som jobber her
card-about-hint = Ros når fram. I en klage holdes navnet atskilt, låses ned og slettes, og den det gjelder, får vite hva som ble sagt.
card-about-who = Hvem gjelder det?
card-about-manager = Det er lederen
card-more = Hva det gjelder
card-category = Hva gjelder det?
card-category-none = Vil ikke si
card-send = Send
card-after = Du får en lapp som du kan følge saken med.
card-leave-empty = La dette stå tomt
card-phone = Du kan også ringe oss: { $phone }

# Klageskjemaet
complain-title = Send en klage
complain-lead = Fortell hva som gikk galt, og hva som kan rette det opp. Du trenger ikke å si hvem du er.
complain-where = Hvor skjedde det?
complain-put-right = Hva kan rette det opp?
complain-nowhere = Ingen steder tar imot klager her ennå. Snakk med noen som jobber der.

# Kvitteringen
receipt-card-title = Vi har klagen din
receipt-card-thanks = Takk, vi har det
receipt-promise = Du hører at vi er i gang innen { $acknowledged }, og får svar innen { $answered }.
receipt-no-promise = Vi ser på den og skriver svaret på siden til saken din.
receipt-read = Det blir lest av dem som jobber hos { $unit }.
receipt-slip = Lappen din
receipt-slip-text = Med disse to ser du hvordan det går, leser svaret vårt og skriver til oss. Ta vare på dem: Ingen kan finne hemmeligheten igjen for deg.
receipt-lost = Den som har begge, kan lese saken din.
receipt-where = Du blir bedt om begge på
receipt-kept = Jeg har tatt vare på den
receipt-file = Lagre som fil
receipt-look = Se saken
receipt-print = Du kan skrive ut siden, ta bilde av den eller skrive ned bokstavene.
complain-files = Bilder og dokumenter kan du legge til så snart dette er sendt.

# A slip from the desk
slip-open = Lapp til kunden
slip-title = Lapp til kunden
slip-lead = Med den ser kunden hvordan det går med saken, leser svaret og skriver til dere. Den vises bare én gang.
slip-check = Saken kom fra: { $contact }
slip-again = Kunden har fått en lapp før. Den nye tar over, og den gamle åpner ingenting lenger.
slip-anonymous = Ingen la igjen navn i denne saken, og noen har lappen til den. Det går ikke an å sjekke hvem, så det lages ingen ny.
slip-erased = Det som ble sagt, er slettet, så det er ingenting å åpne.
slip-sure = Dette er kunden som fortalte oss om saken
slip-sure-checked = Jeg har sjekket navn eller nummer: Dette er kunden
slip-give = Lag lappen
slip-given-title = Gi denne til kunden nå
slip-given-lead = Skriv ut siden, eller la kunden ta et bilde av den. Den vises ikke igjen.

# Den egne saken
follow-title = Følg saken din
follow-lead = Skriv inn det som står på lappen din.
follow-reference-hint = Begynner på K, for eksempel K-7QMRX2D.
follow-secret-hint = Seksten bokstaver og sifre. Store og små bokstaver, mellomrom og bindestreker spiller ingen rolle.
follow-open = Åpne
follow-lost = Har du mistet lappen? Har du gitt oss navnet ditt, kan du spørre dem som jobber der. Ellers må du skrive til oss på nytt.
follow-erased = Alt du skrev, er slettet. Ingenting åpner saken lenger.
follow-received = Kom inn { $day }
follow-says-received = Vi har den
follow-says-acknowledged = Vi har den og skal se på den
follow-says-assessed = Noen ser på den
follow-says-investigating = Vi finner ut hva som skjedde
follow-says-answered = Du har fått svaret vårt
follow-says-closed = Saken er lukket
follow-says-reopened = Vi ser på den en gang til
follow-says-waits = Vi har spurt deg om noe
follow-says-withdrawn = Du har trukket den
follow-says-here = Vi har det
follow-says-read = Det er lest
follow-step-received = Kommet inn
follow-step-acknowledged = Du vet at vi har den
follow-step-looked = Sett på
follow-step-answered = Besvart
follow-step-closed = Lukket
follow-acknowledged-by = Vi bekrefter den innen { $day }
follow-answered-by = Du får svar innen { $day }
follow-heard-by = Du hører fra oss igjen innen { $day }
follow-messages = Det som er skrevet
follow-you = Du
follow-us = Vi
follow-no-text = Teksten er slettet.
follow-reply-what = Skriv til oss
follow-reply = Send
follow-file = Legg til et bilde eller et dokument
follow-files = Bildene og dokumentene dine
follow-not-satisfied-what = Er noe fortsatt ikke i orden? Fortell oss hva
follow-not-satisfied = Jeg er ikke fornøyd
follow-fine = Bra, takk
follow-contact = Slik når vi deg
follow-withdraw-title = Trekk klagen
follow-withdraw-text = Da ser ingen på den lenger. Det du skrev, blir stående til du sletter det eller tiden er ute.
follow-withdraw = Trekk den
follow-data = Dine data
follow-data-text = Last ned det vi har lagret om saken din, eller få slettet alt du skrev. At det var en sak, teller fortsatt.
follow-export = Lagre som fil
follow-erase-sure = Ja, slett det jeg skrev. Det kan ikke angres.
follow-erase = Slett
follow-close = Lukk siden når du er ferdig: Den som går tilbake til den, kan lese saken din.
follow-done-reply = Vi har det du skrev.
follow-done-fine = Så bra. Takk for at du sa fra.
follow-done-not_satisfied = Vi ser på den en gang til.
follow-done-withdraw = Du har trukket den.
follow-done-look = Slik står den nå.
follow-done-file = Vi har fått filen.
field-reference = Referanse
field-secret = Hemmelighet

# Hva som lagres
voice-title = Hva vi lagrer
voice-lead = Du kan rose oss, klage eller ha en idé uten å si hvem du er. Dette skjer med det.
voice-what = Det som lagres
voice-what-text = Det du skriver, hvor og hvilken dag det skjedde, og hva vi svarte. Navn, telefon og e-post bare hvis du gir oss det.
voice-not = Det som ikke lagres
voice-not-text = Ingen informasjonskapsler, ingen IP-adresse, ingenting om enheten din. Noen tall i minnet til serveren teller hvor mye som kommer fra samme nett i løpet av en time, så ingen oversvømmer oss. De skrives aldri ned og er borte innen en dag.
voice-who = Hvem som leser det
voice-who-text = De som tar seg av kundesaker der det skjedde, og lederen deres. Ingen utenfor, hvis ikke loven sier det.
voice-long = Hvor lenge
voice-long-text = Tekstene dine slettes { $months } måneder etter at saken ble lukket, navn og kontakt senest etter et halvt år. At det var en sak, og om hva, telles uten ordene dine.
voice-named = Når du nevner noen som jobber her
voice-named-text = Navnet holdes atskilt fra teksten og låses ned. Få kan åpne det, hvert blikk skrives ned, og det slettes etter 90 dager. Den det gjelder, får vite hva som ble sagt, ord for ord. Det finnes ingen liste og ingen tall om én enkelt ansatt.
voice-yours = Det du kan gjøre
voice-yours-text = Med referanse og hemmelighet kan du når som helst se saken din, svare, trekke den, laste ned det som er lagret, og få det slettet.

# Fjes
faces-question = Hvordan var det i dag?
faces-promise = Ingenting lagres utover hvor mange ganger hvert fjes er trykket på.
face-very_good = Veldig bra
face-good = Bra
face-bad = Ikke bra
face-very_bad = Dårlig
faces-thanks = Takk!
faces-why = Hva kunne vært bedre?
faces-done = Ferdig
faces-title = Fjes
faces-lead = Den som trykker på et fjes, velger det selv og kan gjøre det flere ganger. Det viser en stemning, ikke hva alle kunder mener.
faces-none = Ingen har trykket på fjes her
faces-none-text = Sett et nettbrett ved døra eller kassa, og åpne adressen til fjesene for en kode på det. Kodene finner du under Kort.
faces-screen = Skjerm
faces-all = Alle
faces-happy = Andel av de to som smiler
faces-answers = Trykk
faces-reasons = Det som kunne vært bedre
faces-share = { $share } % ({ $lower }–{ $upper })
faces-too-few = færre enn fem

# Koder for steder
nav-cards = Kort
cards-lead = Kunder gir ros, klager og ideer med en kode på en plakat. En enhet kan ha flere, så kortet forteller hvor det kom fra.
cards-none = Ingen kode ennå
cards-none-text = Lag den første ved siden av, skriv ut plakaten og heng den opp.
cards-new = Ny kode
field-place = Hvor plakaten henger
cards-place-hint = For eksempel dør, bord 4 eller kasse. Kan stå tomt; høyst { $longest } tegn.
cards-make = Lag en kode
cards-no-place = Hele enheten
cards-facts =
    { $cards ->
        [0] Laget { $day }. Ingen kort ennå.
        [1] Laget { $day }. Ett kort.
       *[other] Laget { $day }. { $cards } kort.
    }
cards-picture = Koden { $code } for kameraet på en telefon
cards-poster-a4 = Plakat A4
cards-poster-a6 = Plakat A6
cards-faces = Fjes
cards-revoke = Trekk tilbake
cards-revoke-text = Plakater med koden fører ingen steder fra da av. Kort som har kommet med den, blir stående.
cards-revoke-do = Trekk koden tilbake
cards-phone = Nummer kunder kan ringe
cards-phone-hint = Vises på kortet. La det stå tomt hvis det ikke skal vises noe.
cards-phone-above = Tomt: Nummeret til enheten over vises, { $phone }.
cards-phone-save = Lagre nummeret
cards-done-make = Koden er laget. Skriv ut plakaten.
cards-done-revoke = Koden er trukket tilbake.
cards-done-phone = Nummeret er lagret.
event-card-codes-changed = Koder for kort endret
poster-title = Hva synes du om oss?
poster-how = Pek med kameraet på koden, eller skriv adressen.
poster-promise = Ros, klage eller idé. Du trenger ikke å si hvem du er.
poster-picture = QR-kode som fører til kommentarkortet

# Det som holdes tilbake
held-title = Holdt tilbake
held-lead = Kort som kommer raskere enn vanlig, eller med samme tekst, venter her og teller ikke med. Én avgjørelse er nok for hele gruppen.
held-none = Ingenting er holdt tilbake
held-none-text = Kort dukker opp blant klagene som vanlig.
held-group-many = { $cards ->
        [1] Ett kort mer enn vanlig hos { $unit }
       *[other] { $cards } kort mer enn vanlig hos { $unit }
    }
held-group-same = { $cards ->
        [1] Samme tekst én gang til hos { $unit }
       *[other] Samme tekst { $cards } ganger til hos { $unit }
    }
held-when = Fra { $from } til { $to }
hold-reason-many = Mer enn vanlig
hold-reason-same = Samme tekst
hold-decision-real = Kundene mener det
hold-decision-not_real = Ingen mener det
held-done-real = De er sluppet gjennom og teller med. Fristene løper fra da de kom inn.
held-done-not_real = De er lukket og teller ikke med.
event-held-decided = Avgjort hva som ble holdt tilbake
case-event-held = Holdt tilbake
case-event-let_through = Ikke lenger holdt tilbake
case-event-content = Kunden er fornøyd
how-page = På siden til saken
card-source-card = Kort
card-source-form = Klageskjema
follow-act-look = Se
follow-act-reply = Svar
follow-act-fine = Bra
follow-act-not_satisfied = Ikke fornøyd
follow-act-withdraw = Trekk
follow-act-export = Last ned
follow-act-erase = Slett
follow-act-slip = Lapp
follow-act-file = Legg til fil

stored-name-card-code = Koder for kort
stored-table-card-code = Koder på plakatene som fører til kortet, med hvor plakaten henger og dagen koden ble laget.
stored-name-unit-phone = Nummer å ringe
stored-table-unit-phone = Telefonnummeret som kunder av en enhet får.
stored-name-receipt = Kvitteringer
stored-table-receipt = For hver sak en kunde har sendt: en hash av hemmeligheten som åpner den, og hvor ofte noe annet er prøvd. Ingenting sier hvem.
stored-name-burst = Kort som er holdt tilbake
stored-table-burst = Grupper av kort som kom for fort eller med samme tekst: hvor, når, hvor mange, og hva som ble avgjort.
stored-name-card-mark = Tekster som kjennes igjen
stored-table-card-mark = En hash av teksten på et kort, i ett døgn, så samme tekst en gang til blir lagt merke til.
stored-name-face-count = Fjes
stored-table-face-count = Hvor mange ganger hvert fjes er trykket på en dag ved en skjerm. Ingenting om hvem eller når på dagen.

# Spørreskjemaer
survey-title-visit = Hvordan var besøket?
survey-title-closed = Hvordan behandlet vi saken din?
survey-lead-visit = Tre spørsmål. Hopp over det du vil.
survey-lead-closed = Fire spørsmål. Hopp over det du vil.
survey-ask-satisfaction-visit = Alt i alt, hvor fornøyd er du med besøket?
survey-ask-effort-visit = Hvor lett var det å få det du kom for?
survey-ask-recommendation-visit = Hvor sannsynlig er det at du anbefaler oss til noen du kjenner?
survey-ask-satisfaction-closed = Alt i alt, hvor fornøyd er du med hvordan det endte?
survey-ask-fair-closed = Ble du rettferdig behandlet?
survey-ask-fast-closed = Gikk det fort nok?
survey-ask-apology-closed = Hvis vi sa unnskyld: Var det ment?
survey-lowest-satisfaction = Slett ikke fornøyd
survey-highest-satisfaction = Svært fornøyd
survey-lowest-effort = Svært vanskelig
survey-highest-effort = Svært lett
survey-lowest-recommendation = Slett ikke sannsynlig
survey-highest-recommendation = Svært sannsynlig
survey-lowest-fair = Slett ikke
survey-highest-fair = Helt og fullt
survey-lowest-fast = Slett ikke
survey-highest-fast = Helt og fullt
survey-lowest-apology = Slett ikke
survey-highest-apology = Helt og fullt
survey-send = Send
survey-promise = Svarene telles for måneden. Hvem som svarte, om hvilken sak og når, lagres ingen steder.
survey-thanks = Takk!
survey-thanks-text = Svaret ditt er talt med.
survey-thanks-sorry = Svaret ditt er talt med. Vi beklager at noe ikke var som det skulle, og vil gjerne høre hva.
survey-used = Du har svart allerede
survey-used-text = Takk. Vi spør én gang om hver sak.
survey-reopen-title = Er noe fortsatt ikke bra?
survey-reopen-what = Fortell hva som fortsatt ikke er bra
survey-reopen = Se på det igjen
survey-reopened = Vi ser på det en gang til
survey-reopened-text = Saken er åpnet igjen. Med lappen din ser du hvordan det går.
survey-to-card = Skriv et kort i stedet
follow-survey = Hvordan gikk det? Fire spørsmål
field-satisfaction = Hvor fornøyd
field-recommendation = Anbefale oss
field-effort = Hvor lett
field-fair = Rettferdig behandlet
field-fast = Fort nok
mail-survey = { $organisation }: Hvordan behandlet vi sak { $reference }?
mail-survey-text =
    Hei,

    sak { $reference } er lukket. Vil du fortelle oss hvordan vi behandlet den? Det er fire spørsmål:
    { $link }

    Å åpne siden gir ikke noe svar, bare å sende skjemaet. Svaret telles for måneden, og ingen ser hvem det kom fra. Er noe fortsatt ikke bra, kan du få saken åpnet igjen der.

    Dette er den eneste e-posten om saken. Den kan ikke besvares.
    { $organisation }
stop-title = Vil du slippe oppfølging?
stop-lead = Da verken ringer eller skriver vi til deg om dette, og sletter navnet og nummeret ditt med en gang.
stop-do = Ingen oppfølging
stop-done = Vi tar ikke kontakt om dette
stop-done-text = Navnet og nummeret ditt er slettet.
cards-survey = Spørreskjema

# Hva spørreskjemaene sier
surveys-title = Spørreskjemaer
surveys-lead = Svar fra de siste tolv månedene i enheten og alt under den. Ved siden av hvert tall står hvor mange som svarte, og intervallet tallet ville ligget i 95 av 100 slike år.
surveys-none = Ingen har svart ennå
surveys-none-text = Kunder svarer på adressen til en kodes spørreskjema, som står under Kort, og blir spurt én gang når saken deres er avsluttet.
surveys-about-closed = Spurt én gang når en sak er lukket og kunden kan nås.
surveys-about-visit = De som svarer, har valgt det selv. Det viser en stemning, ikke hva alle kunder mener.
surveys-about-call = Spurt når kunder som har sagt ja til det, blir ringt opp.
surveys-question = Spørsmål
surveys-score = Resultat
surveys-mean = Gjennomsnitt
surveys-answers = Svar
surveys-few = færre enn { $fewest } svar
surveys-range = { $lower } til { $upper }
surveys-agree = alle likt
surveys-of = av { $n }
surveys-counts-satisfaction = Andel 4 og 5, av 5
surveys-counts-recommendation = Anbefalingsscore fra −100 til 100: andel 9 og 10 minus andel 0 til 6
surveys-counts-effort = Andel 5 til 7, av 7
surveys-counts-fair = Andel 4 og 5, av 5
surveys-counts-fast = Andel 4 og 5, av 5
surveys-counts-apology = Andel 4 og 5, av 5
surveys-recovery = Avsluttede saker ved siden av besøk
surveys-recovery-text = Om kunder som har klaget, til slutt er like fornøyde som andre.
surveys-recovery-few = Ikke nok svar ennå: { $closed } om lukkede saker og { $visits } om besøk. Fra { $fewest } av hver blir de sammenlignet.
surveys-recovery-more = Etter en lukket sak er { $points } prosentpoeng flere fornøyde enn etter et besøk ({ $lower } til { $upper }; { $closed } og { $visits } svar).
surveys-recovery-fewer = Etter en lukket sak er { $points } prosentpoeng færre fornøyde enn etter et besøk ({ $lower } til { $upper }; { $closed } og { $visits } svar).
surveys-recovery-alike = Ingen forskjell å se: { $lower } til { $upper } prosentpoeng, ut fra { $closed } svar om lukkede saker og { $visits } om besøk.
surveys-months = Fornøyde, måned for måned
surveys-month = Måned
survey-kind-closed = Avsluttede saker
survey-kind-visit = Besøk
survey-kind-call = Samtaler
survey-question-satisfaction = Fornøyd
survey-question-recommendation = Anbefaling
survey-question-effort = Lett
survey-question-fair = Rettferdig behandlet
survey-question-fast = Fort nok
survey-question-apology = Ment unnskyldning

# Oppfølging
nav-follow-ups = Oppfølging
follow-ups-heading =
    { $due ->
        [0] Ingen å ringe i dag
        [1] Én å ringe i dag
       *[other] { $due } å ringe i dag
    }
follow-ups-lead = Kunder som har sagt ja til det, blir spurt om alt er bra: én gang, og en gang til når ingen svarer.
follow-ups-new = Ny oppfølging
follow-ups-none = Ingen oppfølging er planlagt
follow-ups-none-text = Planlegg en når en kunde sier ja til å bli ringt etter et kjøp, eller fra siden til en sak.
follow-ups-due = Frist
follow-ups-tries = Forsøk
follow-ups-tried = { $tries } av { $most }
follow-ups-outcomes = Hva de siste 90 dagene førte til
follow-ups-done-planned = Oppfølgingen er planlagt.
follow-ups-done-noted = Det er notert.
follow-up-reason-purchase = Kjøp
follow-up-reason-case = Sak
bought-goods = Varer
bought-service = En tjeneste
consent-how-in_person = Ansikt til ansikt
consent-how-phone = På telefonen
consent-how-written = Skriftlig
follow-up-outcome-content = Alt er bra
follow-up-outcome-partly = Delvis
follow-up-outcome-not_content = Ikke bra
follow-up-outcome-no_answer = Ikke svar
follow-up-outcome-declined = Vil ikke ha oppfølging
follow-up-outcome-wrong_number = Feil nummer
follow-up-new-title = Ny oppfølging
follow-up-new-case = Følg opp en sak
follow-up-new-lead = Navn og nummer slettes så snart kunden er snakket med, er forsøkt to ganger eller sier nei, og senest etter en måned.
follow-up-bought-on = Når ble det kjøpt?
follow-up-bought-hint = Tomt betyr i dag. Om varer spør vi etter sju dager, om en tjeneste etter to.
follow-up-about-hint = Noen få ord, for eksempel hva som ble kjøpt. Det blir lest opp.
follow-up-consent = Kunden har sagt ja til å bli ringt eller skrevet til om dette, høyst to ganger.
follow-up-plan = Planlegg
follow-up-case = Følg opp
follow-up-letter = Hva du skriver
follow-up-script = Hva du sier
follow-up-outcome = Hva det førte til
follow-up-what-came = Hvordan er det?
field-call-outcome = Hva det førte til
follow-up-retry = Når ingen svarer, kommer den tilbake i morgen, én gang.
follow-up-last = Dette er andre forsøk. Når ingen svarer, slettes navn og nummer.
follow-up-satisfaction = Hvor fornøyd er kunden?
follow-up-not-well = Hva er ikke bra?
follow-up-not-well-hint = Med kundens egne ord. Det blir en sak, med nummeret til kunden. La det stå tomt når alt er bra.
follow-up-save = Noter
follow-up-say-hello = Hei, dette er { $caller } fra { $organisation }, { $unit }. Snakker jeg med { $name }?
follow-up-say-purchase = Du sa at vi kan spørre om alt er bra etter kjøpet. Har du et minutt?
follow-up-say-case = Du hadde en sak hos oss og sa at vi kan spørre hvordan det endte. Har du et minutt?
follow-up-say-how = Er alt som det skal? Og fra 1, slett ikke fornøyd, til 5, svært fornøyd: Hvor fornøyd er du?
follow-up-say-sorry = Hvis noe ikke er bra: Det beklager jeg. Hva kan rette det opp? Jeg skriver det ned, og du hører fra oss.
follow-up-say-bye = Takk for at du tok deg tid. Er alt i orden, sletter vi nummeret ditt nå. Hvis ikke, beholder vi det til saken er løst.
follow-up-letter-purchase =
    Hei { $name },

    du sa at vi kan spørre om alt er bra etter kjøpet. Er alt som det skal? Svar gjerne og fortell. Er noe ikke bra, retter vi det opp.

    Vil du helst ikke høre fra oss om dette? Åpne da { $stop }

    { $caller }, { $organisation }, { $unit }
follow-up-letter-case =
    Hei { $name },

    du hadde en sak hos oss og sa at vi kan spørre hvordan det endte. Er alt som det skal nå? Svar gjerne og fortell.

    Vil du helst ikke høre fra oss om dette? Åpne da { $stop }

    { $caller }, { $organisation }, { $unit }
field-bought = Hva ble kjøpt?
field-about = Hva det gjelder
field-consent = Kundens ja
field-consent-how = Hvordan sa kunden ja?
why-no-consent = Uten et ja fra kunden blir ingenting lagret eller planlagt

stored-name-survey = Spørreskjemaer om saker
stored-table-survey = Hvilke avsluttede saker vi spør om, i en måned, og om det er besvart. Hva som ble svart, står ikke her.
stored-name-survey-answer = Svar på spørreskjemaer
stored-table-survey-answer = Hvor ofte hvert svar ble gitt, etter enhet og måned. Ingenting om hvem, hvilken sak eller når.
stored-name-survey-mark = Skjemaer vi kjenner igjen
stored-table-survey-mark = En hash av et skjema, i to dager, så det samme skjemaet sendt en gang til teller én gang.
stored-name-follow-up = Oppfølging
stored-table-follow-up = Kunder som har sagt ja til å bli ringt, med navn og nummer til det er gjort. Deretter bare hva det førte til.

# Kort på papir
nav-paper = Papirkort
paper-title = Kort på papir
paper-lead = På en konvolutt står det hvor mange kort den har. Hvert kort skrives inn to ganger, helst av to personer. Det som er ulikt, avgjøres før noe teller.
paper-open = Påbegynt
paper-none = Ingen konvolutt er påbegynt.
paper-new = Ny konvolutt
paper-counted-hint = Tell dem først. Høyst { $most }; legg resten i en konvolutt til.
paper-begin = Begynn
paper-progress = { $typed } av { $counted } skrevet inn
paper-progress-again = { $again } av { $counted } skrevet inn på nytt
paper-card = Kort { $place } av { $counted }
paper-first = Skriv det som står på kortet. Navn på noen som jobber her, lar du stå i teksten: De blir låst ned.
paper-second = De samme kortene en gang til, i samme rekkefølge, uten å se på den første gangen. Teksten står der for å leses over.
paper-second-own = De samme kortene en gang til, i samme rekkefølge. Det er bedre om noen andre gjør det, uten å vite hva du skrev.
paper-what = Hva som står på det
paper-what-hint = Ord for ord.
paper-what-again = Slik det ble skrevet første gang. Les det mot kortet og rett det som er ulikt.
paper-category-none = Kortet sier det ikke
paper-day = Dato på kortet
paper-day-hint = Tomt betyr i dag.
paper-next = Neste
paper-recount = Konvolutten har et annet antall
paper-recount-text = Antallet må stemme før kortene teller. Se etter om to henger sammen, eller om ett ligger under bordet.
paper-recount-do = Endre antallet
paper-discard = Legg bort konvolutten
paper-discard-text = Ingenting av den teller, og det som er skrevet inn, slettes.
paper-discard-do = Slett det som er skrevet inn
paper-compare =
    { $differ ->
        [0] Begge gangene sier det samme
        [1] Ett kort er ulikt
       *[other] { $differ } kort er ulike
    }
paper-compare-text =
    { $counted ->
        [1] Ett kort er i konvolutten, og ett er skrevet inn to ganger. Når det er tatt inn, teller det på sin dag.
       *[other] { $counted } kort er i konvolutten, og like mange er skrevet inn to ganger. Når de er tatt inn, teller de, hvert på sin dag.
    }
paper-which = Kort { $place }: Hva er riktig?
paper-first-time = Slik det ble skrevet første gang
paper-second-time = Slik det ble skrevet andre gang
paper-nothing = ingenting
paper-take-in = Ta dem inn
paper-done-taken = Kortene er tatt inn.
paper-done-discarded = Konvolutten er lagt bort.
field-counted = Hvor mange kort den har

stored-name-paper-batch = Konvolutter
stored-table-paper-batch = Konvolutter med kort på papir: hvor, hvor mange, og hvor mange som var ulike da de ble skrevet inn to ganger.
stored-name-paper-card = Kort som skrives inn
stored-table-paper-card = Det som er skrevet inn av kort på papir, til begge gangene er tatt inn som én; høyst en måned.

# Medlemmer
event-member-looked-up = Slått opp et medlem
event-member-joined = Tatt opp et medlem
event-member-reissued = Gitt et medlem ny adresse
event-slip-given = Gitt en kunde lapp til sin egen sak
event-member-left = Et medlem har meldt seg ut
field-member = Medlemsnummer eller telefon
field-member-number = Medlemsnummer
members-title = Medlemmer
members-lead = De som vil bli gjenkjent, oppgir medlemsnummeret eller telefonnummeret sitt. Du finner ett medlem, eller ingen.
members-hint = Hele nummeret, med eller uten mellomrom og landkode.
members-look-up = Slå opp
members-noted = Hvert oppslag blir loggført, uten det du skrev inn. Du kan gjøre 30 oppslag i timen.
members-nobody = Fant ingen
members-nobody-text = Ingen medlemmer med dette nummeret ønsker å bli gjenkjent.
members-several = Flere medlemmer har dette telefonnummeret
members-several-text = Spør etter medlemsnummeret.
members-visits-label = Besøk
members-visits =
    { $visits ->
        [0] Ingen de siste { $days } dagene. Det siste var { $last }.
        [1] Ett de siste { $days } dagene, { $last }.
       *[other] { $visits } de siste { $days } dagene, det siste { $last }.
    }
members-mostly = De fleste hos { $unit }.
members-no-visits = Ingen vi kjenner til.
members-case-label = Siste sak
members-no-case = Ingen
members-speaks = Språk: { $language }
members-no-follow-up = Ønsker ikke å bli ringt eller skrevet til.
members-asks = Hvis medlemmet ber om det
members-reissue-text = For medlemmer som har mistet adressen til sin egen side. Den gamle slutter å virke.
members-leave-text = Navn, kontaktopplysninger, besøk og tekstene i sakene slettes med en gang. Det kan ikke angres.
members-leave-sure = Medlemmet vil melde seg ut
members-new = Nytt medlem
members-new-lead = Bare med et ja fra kunden. De får adressen til en side der de ser hva som er lagret, og kan melde seg ut når de vil.
members-number-hint = Slik det står på kortet eller i appen.
members-consents = Hva sier kunden ja til?
members-consents-hint = Les opp det de kan velge mellom. Ett er nok; uten et ja lagres ingenting.
members-join = Lagre
members-done-planned = Oppfølgingen er planlagt.
members-done-left = Medlemmet er meldt ut, og det som var lagret, er slettet.
members-slip-new = Medlemmet er lagret
members-slip-anew = Medlemmet har fått ny adresse
members-slip-lead = Gi dette til medlemmet nå: Skriv ut siden, eller la dem ta et bilde. Den vises ikke igjen.
members-slip-text = På denne siden ser du hva vi lagrer om deg, kan ta det ut som en fil og melde deg ut når du vil:
members-slip-lost = Alle som har adressen, kan åpne siden. Spør i skranken etter en ny hvis du mister den.
members-slip-done = Ferdig
member-act-follow_up = Planlegg oppfølging
member-act-reissue = Ny adresse til egen side
member-act-leave = Meld ut medlemmet
member-consent-recognise = Dere kan gjenkjenne meg: Når jeg oppgir nummeret mitt i skranken, ser de som jobber der, navnet mitt, hvor ofte jeg har vært der, og hvor den siste saken min står.
member-consent-follow = Dere kan følge meg opp: ringe eller skrive til meg etter et kjøp for å høre om alt var i orden.
membership-title = Medlemskapet mitt
membership-hello = Hei, { $name }
membership-lead = Dette har du sagt ja til, og dette lagrer vi om deg.
membership-consents = Det du har sagt ja til
membership-yes = Ja, { $day } ({ $how }, ordlyd { $version })
membership-no = Nei
membership-stored = Det som er lagret
membership-number = Medlemsnummer
membership-name = Navn
membership-since = Medlem siden
membership-no-visits = Ingen besøk er lagret.
membership-visits =
    { $visits ->
        [1] Ett besøk, { $last } hos { $unit }.
       *[other] { $visits } besøk, det siste { $last } hos { $unit }.
    }
membership-visits-text = Enkeltbesøk slettes etter 13 måneder. Deretter telles bare at noen var der den måneden, og kom igjen.
membership-cases = Sakene dine
membership-leave = Meld deg ut
membership-leave-text = Navn, kontaktopplysninger, besøk og tekstene i sakene dine slettes med en gang. Tallene blir stående, uten deg. Vi kan ikke angre det.
membership-leave-sure = Jeg vil melde meg ut
membership-act-export = Last ned alt som en fil
membership-act-stop_recognise = Ikke gjenkjenn meg lenger
membership-act-stop_follow = Ikke følg meg opp lenger
membership-act-leave = Meld meg ut og slett
membership-done-stop_recognise = Du blir ikke gjenkjent lenger.
membership-done-stop_follow = Vi følger deg ikke opp lenger.
membership-left = Du er meldt ut
membership-left-text = Det som var lagret om deg, er slettet. Denne adressen fører ingen steder lenger.
returns-title = Medlemmer som kom igjen
returns-text = Av medlemmene som var her den måneden: de som kom igjen, hvor som helst, innen { $days } dager. Færre enn { $fewest } medlemmer vises ikke.
returns-share = Kom igjen
returns-few = for få
returns-of = av { $n }
stored-name-member = Medlemmer
stored-table-member = Kunder som har sagt ja til å bli gjenkjent eller fulgt opp: nummer, navn, kontaktopplysninger og hva de har sagt ja til. Borte når de melder seg ut.
stored-name-visit = Besøk
stored-table-visit = Hvilken dag et medlem var hvor, i tretten måneder.
stored-name-visit-month = Besøk per måned
stored-table-visit-month = At noen var i en enhet en måned, og om de kom igjen. En kode står for medlemmet; uten en nøkkel utenfor databasen fører den ikke til noen.
stored-name-visit-fold = Måneder som skal regnes sammen
stored-table-visit-fold = Måneder der besøkene ennå ikke er regnet sammen.
voice-member = Hvis du er medlem
voice-member-text = Bare hvis du har sagt ja. De i skranken finner deg med hele nummeret ditt og ser navnet, hvor ofte du har vært her, og hvor den siste saken din står. Besøk slettes etter 13 måneder. På din egen side ser du alt, kan ta det ut og melde deg ut; da slettes det som var lagret, med en gang.
start-service-members = Kjenn igjen et medlem
start-service-members-why = bare med hele nummeret; du ser navnet, besøkene og hvor den siste saken står.
