# People: alle tekster en leser ser, på bokmål. Samme id-er i samme rekkefølge som people.en.ftl.

# Innlogging
sign-in-title = Logg inn
sign-in-needed = Logg inn for å åpne denne siden. Du kommer rett tilbake hit etterpå.
sign-in-signed-out = Du er logget ut.
sign-in-email = E-postadresse eller ansattnummer
sign-in-password = Passord
sign-in-submit = Logg inn
sign-in-provider = Logg inn med { $provider }
leading-on = Gå videre for å logge inn
sign-in-demo-title = Prøv demoen
sign-in-demo-text = Velg en rolle og se deg rundt. Alle her er oppdiktet. Passordet er det samme for alle:
sign-in-demo-role = Rolle
sign-in-use = Logg inn
sign-in-use-label = Logg inn som { $role }, { $unit }

# Roller
role-employee = Ansatt
role-manager = Leder
role-service = Kundeservice
role-hr = HR
role-staff-representative = Tillitsvalgt
role-admin = Administrator
role-customer = Kunden

# Egen konto, passord, to-trinns innlogging, e-post
event-account-closed = Egen konto lukket
account-link = Kontoen din, { $name }
sign-in-forgot = Glemt passordet?
sign-in-code = Jeg har en kode på papir
sign-in-closed = Kontoen din er lukket. Takk for tiden sammen med oss.
code-title = Ett steg til
code-lead = Kontoen din har totrinnsinnlogging. Åpne appen og skriv inn de seks sifrene den viser nå.
code-label = Seks sifre eller en gjenopprettingskode
code-hint = Sifrene skifter hvert halve minutt. Hver kode virker én gang.
code-cancel = Logg inn som noen andre
forgot-title = Glemt passordet?
forgot-lead = Vi sender en lenke til e-postadressen på kontoen din. Den virker én gang, i 15 minutter.
forgot-submit = Send meg en lenke
forgot-sent-title = Se i e-posten din
forgot-sent-text = Hvis det finnes en slik konto med e-postadresse, er en lenke på vei. Det tar et minutt eller to.
forgot-sent-else = Kommer det ikke noe? Se i søppelposten. Har du ingen e-postadresse i Trivsel, kan du be administratoren om en kode på papir.
forgot-back = Tilbake til innlogging
welcome-title = Velkommen, { $name }
welcome-lead = Velg et passord, så er du inne.
welcome-reset-title = Velg et nytt passord
welcome-reset-lead = Når det er lagret, blir du logget ut alle andre steder.
welcome-code-title = Logg inn med koden din
welcome-code-lead = Du har fått en kode på papir. Skriv den inn her én gang. Etterpå kan du svare her uten den.
welcome-code-label = Kode på papir
welcome-code-hint = Seksten bokstaver og sifre. Mellomrom, bindestreker og små bokstaver spiller ingen rolle.
welcome-submit = Lagre og gå videre
welcome-answer-lead = Etter dette kan du svare her, uten passord.
welcome-answer = Fortsett uten passord
welcome-answer-text = Gjelder svarene dine og siden til teamet ditt, i denne nettleseren, i 90 dager. Du ser den på kontosiden din og kan avslutte den der.
welcome-password = Velg et passord i tillegg
welcome-password-text = Med passord kan du logge inn hvor som helst. Når det er lagret, blir du logget ut alle andre steder.
password-hint = Minst { $shortest } tegn. Noen ord etter hverandre er lette å huske og vanskelige å gjette.
proof-password-label = Passordet ditt en gang til
proof-password = Slik at ingen andre kan gjøre dette på en skjerm du har gått fra.
proof-code-label = Kode fra appen
proof-code = Seks sifre fra appen eller en gjenopprettingskode. Slik at ingen andre kan gjøre dette på en skjerm du har gått fra.
proof-again = Det er en stund siden du logget inn. Logg ut og inn igjen, og kom tilbake hit.
account-eyebrow = Kontoen din
account-changed-password = Passordet er byttet. Du er logget ut alle andre steder.
account-changed-factor = Totrinnsinnlogging er slått av.
account-who = Hvem du er her
account-mail = E-post går til
account-no-mail = Ingen e-postadresse
account-units = Du hører til
account-no-unit = Ingen enhet i dag
account-roles = Rollene dine
account-who-text = Stemmer noe ikke? Administratoren kan endre det.
account-look = Språk og farger
account-look-text = Lagres med kontoen, for alle enhetene dine.
account-lang = Språk
account-theme = Farger
account-theme-auto = Som på enheten
account-theme-light = Lyse
account-theme-dark = Mørke
account-look-save = Lagre
account-sign-in = Slik logger du inn
account-password-on = Du har et passord.
account-password-off = Du har ikke noe passord: Du logger inn gjennom en annen tjeneste.
account-password-change = Bytt passord
account-password-lead = Når det er lagret, blir du logget ut alle andre steder.
account-password-now = Passordet ditt nå
account-factor = Totrinnsinnlogging
account-factor-chip = På
account-factor-on = { $left ->
    [0] Du logger inn med passord og app. Du har ingen gjenopprettingskoder igjen: Lag nye.
    [one] Du logger inn med passord og app. Du har én gjenopprettingskode igjen.
   *[other] Du logger inn med passord og app. Du har { $left } gjenopprettingskoder igjen.
}
account-factor-off = Av. Med en app på telefonen er ikke et stjålet passord nok til å komme inn.
account-factor-waived = Av. Rollen din krever det; bare denne demoen slipper deg inn uten.
account-factor-add = Slå på
account-factor-remove = Slå av totrinnsinnlogging
account-recovery-new = Nye gjenopprettingskoder
account-sessions = Her er du logget inn
account-device = { $browser } på { $system }
account-device-unknown = Ukjent enhet
account-session-times = Siden { $since }, sist brukt { $seen }
account-session-answers = Logget inn for å svare, ikke noe annet, til { $until }
account-session-this = Denne
account-session-end = Logg ut
account-session-end-label = Logg ut { $device }
account-sessions-end-others = Logg ut alle andre steder
account-data = Det som er lagret om deg
account-data-text = Alt Trivsel lagrer med navnet eller kontoen din:
account-data-account = navnet ditt, hvordan du logger inn, rollene dine og hvor du er logget inn
account-data-places = { $count ->
    [one] én plass på lista til en enhet, nå eller tidligere
   *[other] { $count } plasser på listene til enheter, nå eller tidligere
}
account-data-codes = { $count ->
    [one] ett kvartal da en utskrevet kode åpnet eller tilbakestilte innloggingen din
   *[other] { $count } kvartaler da en utskrevet kode åpnet eller tilbakestilte innloggingen din
}
account-data-imports = { $count ->
    [one] én import du har startet
   *[other] { $count } importer du har startet
}
account-data-exports = { $count ->
    [one] én fil du har lastet ned
   *[other] { $count } filer du har lastet ned
}
account-data-entries = { $count ->
    [one] én linje i loggen over hvem som har gjort hva
   *[other] { $count } linjer i loggen over hvem som har gjort hva
}
account-data-not = Ingen svar, ingen kommentarer og ingen steg i en klagesak lagres med navnet ditt. Det kunder har sagt om deg, er også med i filen.
account-data-take = Last ned dataene dine
account-leave = Når du slutter
account-leave-text = Når jobben tar slutt, lukker administratoren eller HR kontoen din. Du kan også lukke den selv. Det du har svart, er fortsatt med i tallene: Ingen kan se hvilke svar som var dine.
account-close = Lukk kontoen min
factor-title = Slå på totrinnsinnlogging
factor-lead = Et passord kan gjettes eller stjeles. Med totrinnsinnlogging kommer ingen inn uten telefonen din, selv med passordet.
factor-lead-required = Rollen din ser eller endrer ting som gjelder andre, så et passord alene er ikke nok. Dette tar to minutter, én gang.
factor-step-1 = 1. Finn en app
factor-step-1-text = Alle apper for sekssifrede koder kan brukes, for eksempel den i passordbehandleren din, Aegis, Google Authenticator eller Microsoft Authenticator.
factor-step-2 = 2. Skann dette bildet
factor-step-2-text = Er du på telefonen allerede? Skriv dette inn i appen i stedet:
factor-picture = Bilde som appen skal skanne; det samme står ved siden av som tekst
factor-step-3 = 3. Skriv det appen viser
factor-code = Seks sifre
factor-code-hint = De skifter hvert halve minutt.
factor-submit = Slå på
factor-remove-lead = Etterpå er passordet alt som trengs for å komme inn.
factor-remove-hint = Uten totrinnsinnlogging må det ha minst 15 tegn. Er ditt kortere, må du bytte det først.
recovery-title = Gjenopprettingskoder
recovery-lead = Hver av dem slipper deg inn én gang når du ikke har telefonen. Nye koder erstatter alle gamle.
recovery-made = Hver av dem slipper deg inn én gang når du ikke har telefonen. De vises bare nå: Skriv ut siden eller noter dem.
recovery-keep = Legg dem der du har viktige papirer, ikke på selve telefonen.
recovery-on = Jeg har tatt vare på dem, gå videre
my-data-lead = Du får en fil med alt Trivsel lagrer med navnet eller kontoen din. Loggen viser at du har lastet den ned.
my-data-submit = Last ned filen
close-lead = Bare administratoren kan åpne den igjen.
close-1 = Du blir logget ut overalt. Passordet, totrinnsinnlogging og e-postadressen slettes.
close-2 = Plassen din på lista til enheten tar slutt i dag.
close-3 = Det du har svart, er fortsatt med i tallene. Navnet ditt blir stående i loggen over hvem som har gjort hva.
close-confirm = Ja, lukk kontoen min
mail-invite = Velkommen til Trivsel hos { $organisation }
mail-invite-text =
    Hei, { $name }

    { $organisation } bruker Trivsel for å høre hvordan dere har det på jobb. Åpne denne lenken for å velge et passord. Den virker én gang, i sju dager:

    { $link }

    Ventet du ikke dette? Da trenger du ikke gjøre noe.
mail-reset = Nytt passord til Trivsel
mail-reset-text =
    Hei, { $name }

    Noen har bedt om et nytt passord til kontoen din i Trivsel. Åpne denne lenken for å velge et. Den virker én gang, i 15 minutter:

    { $link }

    Var det ikke deg? Da trenger du ikke gjøre noe: Passordet ditt er uendret.
mail-changed-password = Passordet ditt til Trivsel er byttet
mail-changed-password-text =
    Hei, { $name }

    Passordet til kontoen din i Trivsel er nettopp byttet, og du er logget ut alle andre steder.

    Var det ikke deg? Be om et nytt passord på { $address }, og si fra til administratoren.
mail-changed-factor =
    { $count ->
        [0] Totrinnsinnlogging til Trivsel er slått av
       *[other] Totrinnsinnlogging til Trivsel er slått på
    }
mail-changed-factor-text =
    Hei, { $name }

    { $count ->
        [0] Totrinnsinnlogging for kontoen din i Trivsel er nettopp slått av. Den er ikke lenger i bruk.
       *[other] Totrinnsinnlogging for kontoen din i Trivsel er nettopp slått på. Den er i bruk fra nå av.
    }

    Var det ikke deg? Bytt passord på { $address }, og si fra til administratoren.

# Ansatte
people-count =
    { $count ->
        [0] Ingen
        [1] 1 person
       *[other] { $count } personer
    }
people-new = Legg til en person
people-new-submit = Legg til personen
people-search = Søk etter navn, nummer eller adresse
people-all-units = Alle enheter
people-all-states = Alle som er her
people-none-found = Ingen passer
people-none-found-text = Søk etter en del av navnet, eller velg en annen enhet eller tilstand.
people-empty-title = Her er det ingen ennå
people-empty-text = Legg til én og én, eller hent dem fra en fil.
account-state-none = ingen konto
account-state-none-text = Det finnes ingen konto. Ingen kan logge inn.
account-state-new = ikke invitert
account-state-new-text = Personen kan ikke logge inn før hun eller han får en invitasjon eller en kode.
account-state-invited = invitert
account-state-invited-text = En invitasjon eller kode er på vei. Personen har ikke logget inn ennå.
account-state-active = aktiv
account-state-active-text = Personen har valgt passord og kan logge inn.
account-state-locked = låst
account-state-locked-text = Ingen kan logge inn med denne kontoen før du åpner den igjen.
account-state-left = sluttet
account-state-left-text = Kontoen er lukket, og rollene er borte.
person-account = Konto
person-details = Opplysninger
person-number = Ansattnummer
person-number-hint = Nummeret de andre systemene deres bruker. De som ikke har e-post, logger inn med det.
person-email = E-postadresse (hvis den finnes)
person-email-hint = La feltet stå tomt for dem som ikke har. De får en kode på papir i stedet.
person-email-change-hint = Med ny adresse logger personen inn med den, og lenker til den gamle slutter å virke.
person-no-email = ingen
person-first-day = Første dag der
person-first-day-hint = Runder som har begynt, endres ikke.
person-last-day = Siste dag her
person-nowhere-yet = Ingen enhet ennå
person-place = Hvor personen hører til
person-no-place = Ikke på noen liste ennå, så personen kan ikke sjekke inn.
person-from = siden { $from }
person-from-to = { $from } til { $to }
person-roles = Roller
person-no-roles = Ingen rolle utenom å sjekke inn.
person-role-unit = For denne enheten og alle under
person-role-since = gitt { $date }
person-take-role-label = Ta bort: { $role }, { $unit }
person-self = Dette er deg. Noen andre må endre rollene og kontoen din.
person-foreign = Personen hører til, eller har en rolle i, enheter som ikke er dine. Bare en administrator for de enhetene kan endre opplysningene og kontoen.
person-left-notice = Denne personen har sluttet. Siste dag var { $date }.
person-return = Sett på en liste igjen
person-act-change = Endre
person-change-title = Opplysninger om { $person }
person-change-text = Tall som er laget før, endres ikke.
person-change-submit = Lagre
person-act-move = Flytt
person-move-title = Hvor hører { $person } til?
person-move-text = Fra den første dagen i den nye enheten står personen på den nye lista og ikke lenger på den gamle. Runder som har begynt, teller personen fortsatt der hun eller han var.
person-move-submit = Lagre flyttingen
person-act-give-role = Gi en rolle
person-give-role-title = Gi { $person } en rolle
person-give-role-text = Rollen gjelder for enheten du velger og alle enheter under den. Personen blir logget ut overalt og logger inn igjen med den nye rollen.
person-give-role-submit = Gi rollen
person-act-take-role = Ta bort
person-take-role-title = Ta en rolle fra { $person }
person-take-role-text = Personen blir logget ut overalt og logger inn igjen uten rollen.
person-take-role-submit = Ta bort rollen
person-act-invite = Send en invitasjon
person-invite-title = Inviter { $person }
person-invite-text = Personen får en e-post med en lenke. Tidligere lenker slutter å virke.
person-invite-submit = Send invitasjonen
person-act-code = Skriv ut en kode
person-code-title = En engangskode til { $person }
person-code-text = Med koden kan personen velge et nytt passord. Den vises én gang, så du kan skrive den ut. Tidligere koder og lenker slutter å virke.
person-code-submit = Lag koden
person-act-sessions = Logg ut overalt
person-sessions-title = Logg { $person } ut overalt
person-sessions-text = Personen blir logget ut i alle nettlesere, men kan logge inn igjen.
person-sessions-submit = Logg ut overalt
person-act-lock = Lås
person-lock-title = Lås kontoen til { $person }
person-lock-text = Personen blir logget ut overalt og kan ikke logge inn. Enhet og roller blir som de er, og du kan åpne kontoen igjen.
person-lock-submit = Lås kontoen
person-act-unlock = Åpne igjen
person-unlock-title = Åpne kontoen til { $person } igjen
person-unlock-text = Personen kan logge inn som før, med de samme rollene.
person-unlock-submit = Åpne kontoen
person-act-leave = Har sluttet
person-leave-title = Har { $person } sluttet?
person-leave-text = Kontoen lukkes med en gang, og alle roller tas bort. Etter den siste dagen står personen ikke på noen liste. Det personen har svart, er fortsatt telt med.
person-leave-submit = Lukk kontoen
person-act-remove = Registrert ved en feil
person-remove-title = Fjern { $person }
person-remove-text = For noen som ble registrert ved en feil og aldri har logget inn. Navn, plass og konto blir borte som om de aldri hadde vært der; loggen beholder nummeret.
person-remove-submit = Fjern personen
person-done-new = Personen er lagt til.
person-done-change = Opplysningene er lagret.
person-done-move = Flyttingen er lagret.
person-done-give-role = Rollen er gitt.
person-done-take-role = Rollen er tatt bort.
person-done-invite = Invitasjonen er på vei.
person-done-invite-all = Invitasjonene er på vei.
person-done-sessions = Personen er logget ut overalt.
person-done-lock = Kontoen er låst.
person-done-unlock = Kontoen er åpnet igjen.
person-done-leave = Kontoen er lukket.
person-done-remove = Personen er fjernet.

# Engangskoder og invitasjoner
codes-link = Koder og invitasjoner
codes-title = Koder og invitasjoner
codes-print-title = Koder på papir
codes-print-text =
    { $count ->
        [0] Ingen uten e-postadresse venter på en kode.
        [1] 1 person uten e-postadresse har ikke logget inn ennå. Skriv ut en kode, og lever den personlig.
       *[other] { $count } personer uten e-postadresse har ikke logget inn ennå. Skriv ut koder for hvert team, og lever dem personlig.
    }
codes-units = Team
codes-print-warning = Arket vises én gang. Koder de har fått før, slutter å virke.
codes-print-submit = Lag kodene
codes-invite-title = Invitasjoner på e-post
codes-invite-count =
    { $count ->
        [0] Alle med e-postadresse er invitert.
        [1] 1 person med e-postadresse er ikke invitert ennå.
       *[other] { $count } personer med e-postadresse er ikke invitert ennå.
    }
codes-invite-open = Inviter alle
codes-invite-text = Hver av dem får en e-post med en lenke til å velge passord.
codes-invite-submit = Send alle invitasjonene
codes-sheet-title =
    { $count ->
        [0] Ingen trenger en kode
        [1] 1 kode å skrive ut
       *[other] { $count } koder å skrive ut
    }
codes-sheet-text = Skriv ut denne siden nå. Kodene lagres ingen steder og kan ikke vises igjen. Klipp langs linjene, og gi hver lapp bare til den den er til.
codes-sheet-back = Tilbake til koder og invitasjoner
codes-slip-address = Åpne i en nettleser:
codes-slip-login = Logg inn med
codes-slip-until = Virker én gang, og senest { $date }.
