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
problem-receipt-unknown-text = Se på begge en gang til. Store og små bokstaver, mellomrom og bindestreker spiller ingen rolle. Etter ti feil stenges referansen i en time.
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
receipt-kept = Jeg har tatt vare på den
receipt-file = Lagre som fil
receipt-look = Se saken
receipt-print = Du kan skrive ut siden, ta bilde av den eller skrive ned bokstavene.

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
follow-not-satisfied-what = Er noe fortsatt ikke i orden? Fortell oss hva
follow-not-satisfied = Jeg er ikke fornøyd
follow-fine = Bra, takk
follow-contact = Slik når vi deg
follow-withdraw-title = Trekk klagen
follow-withdraw-text = Da ser ingen på den lenger. Det du skrev, blir stående til du sletter det eller tiden er ute.
follow-withdraw = Trekk den
follow-data = Dine data
follow-data-text = Ta ut det vi har lagret om saken din, eller få slettet alt du skrev. At det var en sak, teller fortsatt.
follow-export = Lagre som fil
follow-erase-sure = Ja, slett det jeg skrev. Det kan ikke angres.
follow-erase = Slett
follow-close = Lukk siden når du er ferdig: Den som går tilbake til den, kan lese saken din.
follow-done-reply = Vi har det du skrev.
follow-done-fine = Så bra. Takk for at du sa fra.
follow-done-not_satisfied = Vi ser på den en gang til.
follow-done-withdraw = Du har trukket den.
follow-done-look = Slik står den nå.
field-reference = Referanse
field-secret = Hemmelighet

# Hva som lagres
voice-title = Hva vi lagrer
voice-lead = Du kan rose oss, klage eller ha en idé uten å si hvem du er. Dette skjer med det.
voice-what = Det som lagres
voice-what-text = Det du skriver, hvor og hvilken dag det skjedde, og hva vi svarte. Navn, telefon og e-post bare hvis du gir oss det.
voice-not = Det som ikke lagres
voice-not-text = Ingen informasjonskapsler, ingen nettadresse, ingenting om enheten din. Noen tall i minnet til serveren teller hvor mye som kommer fra samme nett i løpet av en time, så ingen oversvømmer oss. De skrives aldri ned og er borte innen en dag.
voice-who = Hvem som leser det
voice-who-text = De som tar seg av kundesaker der det skjedde, og lederen deres. Ingen utenfor, hvis ikke loven sier det.
voice-long = Hvor lenge
voice-long-text = Tekstene dine slettes { $months } måneder etter at saken ble lukket, navn og kontakt senest etter et halvt år. At det var en sak, og om hva, telles uten ordene dine.
voice-named = Når du nevner noen som jobber her
voice-named-text = Navnet holdes atskilt fra teksten og låses ned. Få kan åpne det, hvert blikk skrives ned, og det slettes etter 90 dager. Den det gjelder, får vite hva som ble sagt, ord for ord. Det finnes ingen liste og ingen tall om én enkelt ansatt.
voice-yours = Det du kan gjøre
voice-yours-text = Med referanse og hemmelighet kan du når som helst se saken din, svare, trekke den, ta ut det som er lagret, og få det slettet.

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
cards-lead = Kunder gir ros, klager og idéer med en kode på en plakat. En enhet kan ha flere, så kortet forteller hvor det kom fra.
cards-none = Ingen kode ennå
cards-none-text = Lag den første ved siden av, skriv ut plakaten og heng den opp.
cards-new = Ny kode
field-place = Sted
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
follow-act-export = Ta ut
follow-act-erase = Slett
follow-act-slip = Lapp

stored-name-card-code = Koder for kort
stored-table-card-code = Koder for steder der kunder kan gi et kort, med stedet og dagen de ble laget.
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
