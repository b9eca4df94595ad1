# Pakken for et kvartal: setninger

review-said =
    { $staff ->
        [nothing_shown] Ingen tall fra de ansatte kan vises.
        [moved] Flyttet i kvartalet. Ikke sammenlignet.
        [group_changed] Ny gruppe fra { $date }. Ikke sammenlignet.
        [too_few_people] For få til å si om noe er endret.
        [grain_changed] Tallene vises i andre trinn enn før. Ikke sammenlignet.
        [no_comparison] Ingenting å sammenligne med.
        [strain_up] { $rate ->
            [up] Tydelig høyere belastning og klagerate.
            [down] Tydelig høyere belastning, lavere klagerate.
           *[other] Tydelig høyere belastning.
        }
        [strain_up_satisfaction_down] { $rate ->
            [up] Tydelig høyere belastning og klagerate, lavere tilfredshet.
            [down] Tydelig høyere belastning, lavere tilfredshet og klagerate.
           *[other] Tydelig høyere belastning, lavere tilfredshet.
        }
        [satisfaction_down] { $rate ->
            [up] Tydelig lavere tilfredshet, høyere klagerate.
            [down] Tydelig lavere tilfredshet og klagerate.
           *[other] Tydelig lavere tilfredshet.
        }
        [strain_down] { $rate ->
            [up] Tydelig lavere belastning, høyere klagerate.
            [down] Tydelig lavere belastning og klagerate.
           *[other] Tydelig lavere belastning.
        }
        [strain_down_satisfaction_up] { $rate ->
            [up] Tydelig lavere belastning, høyere tilfredshet og klagerate.
            [down] Tydelig lavere belastning og klagerate, høyere tilfredshet.
           *[other] Tydelig lavere belastning, høyere tilfredshet.
        }
        [satisfaction_up] { $rate ->
            [up] Tydelig høyere tilfredshet og klagerate.
            [down] Tydelig høyere tilfredshet, lavere klagerate.
           *[other] Tydelig høyere tilfredshet.
        }
       *[other] { $rate ->
            [up] Tydelig høyere klagerate.
            [down] Tydelig lavere klagerate.
            [uncertain] Ingen sikker endring hos ansatte eller kunder.
           *[other] Ingen sikker endring.
        }
    }
review-headline =
    { $staff ->
        [nothing_shown] Ingen tall fra de ansatte kan vises dette kvartalet.
        [moved] Enheten flyttet i kvartalet, så tallene sammenlignes ikke.
        [group_changed] Gruppen er en annen enn i forrige kvartal, så tallene sammenlignes ikke.
        [too_few_people] Tallene viser hvor dere står, ikke om noe er endret.
        [grain_changed] Tallene vises i andre trinn enn før, så de sammenlignes ikke.
        [no_comparison] Det finnes ikke noe kvartal å sammenligne med ennå.
        [strain_up] { $rate ->
            [up] Belastningen er tydelig høyere enn i forrige kvartal. Det er klageraten også.
            [down] Belastningen er tydelig høyere enn i forrige kvartal, klageraten tydelig lavere.
           *[other] Belastningen er tydelig høyere enn i forrige kvartal.
        }
        [strain_up_satisfaction_down] { $rate ->
            [up] Belastningen er tydelig høyere og tilfredsheten lavere. Klageraten er også høyere.
            [down] Belastningen er tydelig høyere og tilfredsheten lavere. Klageraten er lavere.
           *[other] Belastningen er tydelig høyere og tilfredsheten tydelig lavere enn i forrige kvartal.
        }
        [satisfaction_down] { $rate ->
            [up] Tilfredsheten er tydelig lavere enn i forrige kvartal, klageraten tydelig høyere.
            [down] Tilfredsheten er tydelig lavere enn i forrige kvartal. Det er klageraten også.
           *[other] Tilfredsheten er tydelig lavere enn i forrige kvartal.
        }
        [strain_down] { $rate ->
            [up] Belastningen er tydelig lavere enn i forrige kvartal, klageraten tydelig høyere.
            [down] Belastningen er tydelig lavere enn i forrige kvartal. Det er klageraten også.
           *[other] Belastningen er tydelig lavere enn i forrige kvartal.
        }
        [strain_down_satisfaction_up] { $rate ->
            [up] Belastningen er tydelig lavere og tilfredsheten høyere. Klageraten er høyere.
            [down] Belastningen er tydelig lavere og tilfredsheten høyere. Klageraten er også lavere.
           *[other] Belastningen er tydelig lavere og tilfredsheten tydelig høyere enn i forrige kvartal.
        }
        [satisfaction_up] { $rate ->
            [up] Tilfredsheten er tydelig høyere enn i forrige kvartal. Det er klageraten også.
            [down] Tilfredsheten er tydelig høyere enn i forrige kvartal, klageraten tydelig lavere.
           *[other] Tilfredsheten er tydelig høyere enn i forrige kvartal.
        }
       *[other] { $rate ->
            [up] Ingen sikker endring hos de ansatte. Klageraten er tydelig høyere.
            [down] Ingen sikker endring hos de ansatte. Klageraten er tydelig lavere.
           *[other] Lite er sikkert endret fra forrige kvartal.
        }
    }
review-kind-unit = Enhetspakke
review-kind-organisation = Organisasjonspakke
review-kind-sheet = Dialogark
review-kind-hse = Dokumentasjon etter arbeidsmiljøloven § 4-3

review-cli-unit = { $name }: { $sentence }
review-cli-figures = belastning { $strain }, tilfredshet { $satisfaction }, klager per 1 000 { $rate }
review-cli-rounds = { $organisation }, { $quarter }: { $rounds } publiserte runder, { $clear } tydelige av { $tests } sammenligninger

# Pakken for et kvartal: sidene

review-quarter-short = { $n }. kvartal
review-approved =
    { $version ->
        [1] Godkjent { $date }
       *[other] Godkjent { $date }, versjon { $version }
    }
review-draft = Kladd, tall fra { $date }
review-month-1 = jan.
review-month-2 = feb.
review-month-3 = mars
review-month-4 = april
review-month-5 = mai
review-month-6 = juni
review-month-7 = juli
review-month-8 = aug.
review-month-9 = sep.
review-month-10 = okt.
review-month-11 = nov.
review-month-12 = des.
review-list = { $rest } og { $last }
review-change-up = opp { $by }
review-change-clear = tydelig { $change }
review-percent-range = { $low } til { $high } %
review-change-down = ned { $by }
review-rate-up = { $by } % flere
review-rate-down = { $by } % færre
review-rate-uncertain = { $by } ({ $low } til { $high }) · usikkert
review-verdict-up = tydelig opp
review-verdict-down = tydelig ned
review-verdict-uncertain = usikkert
review-verdict-group-changed = ny gruppe
review-verdict-grain-changed = andre trinn
review-verdict-no-comparison = ikke sammenlignet
review-verdict-too-few-people = for få
review-verdict-one-round = bare én runde
review-verdict-not-tested = ikke vurdert
review-verdict-few = for få klager
review-from-to = fra { $before } til { $now }
review-usual = vanlig { $value }
review-from-in = fra { $value } i { $quarter }
review-of-100 = { $label }, 0–100
review-complaints-per = Klager per 1 000
review-complaints-per-long = Klager per 1 000 kundekontakter
review-between = mellom { $low } og { $high } %
review-complaints-in =
    { $count ->
        [1] 1 klage i kvartalet
       *[other] { $count } klager i kvartalet
    }
review-response = Svar
review-response-low = få
review-response-middle = middels
review-response-high = mange
review-few-protects = Når få svarer sammen, vises verken svarandel, usikkerhet eller endring. Det er det som beskytter dere.
review-rounds-can-be-shown = { $shown } av { $of } runder kan vises.
review-round-void =
    { $others ->
        [0] Runden { $date } er ugyldig.
        [1] Runden { $date } og én til er ugyldige.
       *[other] Runden { $date } og { $others } til er ugyldige.
    }
review-together-not-cause = Tallene viser hva som går sammen, ikke hva som er årsaken.
review-lead-strain =
    { $verdict ->
        [up] Belastningen gikk fra { $before } til **{ $value }** av 100{ $has-child ->
            [yes] , mest i { $child } (fra { $child-before } til { $child-now }).
           *[no] .
        }
        [down] Belastningen gikk fra { $before } til **{ $value }** av 100{ $has-child ->
            [yes] , mest i { $child } (fra { $child-before } til { $child-now }).
           *[no] .
        }
        [uncertain] Belastningen er **{ $value }** av 100 og ikke sikkert endret.
       *[other] Belastningen er **{ $value }** av 100.
    }
review-lead-satisfaction =
    { $verdict ->
        [up] Tilfredsheten gikk fra { $before } til **{ $value }**.
        [down] Tilfredsheten gikk fra { $before } til **{ $value }**.
        [uncertain] Tilfredsheten er ikke sikkert endret.
       *[other] Tilfredsheten er **{ $value }**.
    }
review-lead-rate =
    { $verdict ->
        [up] Kundene klaget **{ $percent } % oftere** (mellom { $low } og { $high } %).
        [down] Kundene klaget **{ $percent } % sjeldnere** (mellom { $low } og { $high } %).
        [uncertain] Klageraten er ikke sikkert endret.
        [few] Det kom for få klager til å sammenligne raten.
       *[other] {""}
    }
review-lead-unit = I **{ $unit }**: { $sentence }
review-lead-down = På tvers av alle er { $names } tydelig ned.
review-lead-up = Tydelig opp er { $names }.
review-headline-below =
    { $count ->
        [1] Samlet er lite sikkert endret. { $names } skiller seg ut.
        [2] Samlet er lite sikkert endret. { $names } skiller seg ut.
       *[other] Samlet er lite sikkert endret. { $count } enheter skiller seg ut.
    }
review-course = Halvåret, runde for runde
review-course-name = { $unit }: tilfredshet, belastning og klager gjennom to kvartaler
review-course-say =
    { $strain ->
        [up] Belastningen ligger tydelig høyere enn i forrige kvartal.
        [down] Belastningen ligger tydelig lavere enn i forrige kvartal.
       *[other] Kvartalets nivå er den prikkede linja.
    } { $signals ->
        [0] { $better ->
            [0] Ingen enkelt runde med klager er utenfor det vanlige.
           *[other] Ingen runde har flere klager enn vanlig.
        }
        [1] Én runde med klager bør ses på.
       *[other] { $signals } runder med klager bør ses på.
    }{ $better ->
        [0] {""}
        [1] {" "}Én ligger lavere enn vanlig.
       *[other] {" "}{ $better } ligger lavere enn vanlig.
    }
review-legend-levels = kvartalets nivå
review-legend-intervals = usikkerhet, 95 %
review-legend-limits = vanlig variasjon
review-legend-void = ugyldig runde
review-legend-hidden = skjult
review-legend-better = lavere enn vanlig
review-legend-signal = bør ses på
review-down = Tydelig ned
review-up = Tydelig opp
review-nothing-clear = Ingenting er sikkert endret.
review-tried = Prøves nå
review-tried-none = Ingen tiltak er avtalt.
review-tried-more =
    { $count ->
        [one] Ett tiltak til står under Tiltak.
       *[other] { $count } tiltak til står under Tiltak.
    }
review-tried-until = Siden { $from }. Vurderes { $review }.
review-overdue = vurdering på overtid
review-statements = Påstandene, etter faktorene i arbeidsmiljøloven § 4-3
review-statements-short = Påstandene
review-complaints-short = Klager
review-matrix-short = Faktorene i § 4-3
review-rows-more = { $count } rader til står i regnearket.
review-statements-say =
    { $down ->
        [0] Ingen påstander er tydelig ned
        [1] Én påstand er tydelig ned
       *[other] { $down } påstander er tydelig ned
    }, { $up ->
        [0] ingen er tydelig opp.
        [1] én er tydelig opp.
       *[other] { $up } er tydelig opp.
    } Utfylt merke er dette kvartalet, åpen ring er forrige, streken er hele { $organisation }.
review-statements-note = Hver påstand spørres hver sjette runde, altså to eller tre ganger i kvartalet. «Tydelig» betyr at endringen er større enn usikkerheten (±), også når det er tatt høyde for at mange ting er sammenlignet. «Bare én runde» vurderes ikke.
review-factor-a = Uklare eller motstridende krav
review-factor-b = Følelsesmessige krav i møte med mennesker
review-factor-c = Arbeidsmengde og tidspress
review-factor-d = Støtte og hjelp
review-factor-outside = Utenfor § 4-3
review-low-is-good = { $label } (lavt er bra)
review-why-hidden = skjult
review-why-void = ugyldig
review-why-no-data = ikke spurt
review-why-too-few-rounds = for få runder
review-column-now = Nå
review-column-before = Før
review-column-change = Endring
review-column-half = ± 95 %
review-column-verdict = Vurdering
review-column-rounds = Runder vist
review-column-round = Runde
review-column-usual = Vanlig variasjon
review-below = Slik er det under
review-below-say = Jo færre folk, desto grovere tall. Slik kan ingen lese ut hva en enkelt har svart.
review-below-more = { $count } enheter til er ikke tegnet.
review-small-note =
    { $knows ->
        [yes] { $people } på lista.
       *[no] {""}
    } { $window ->
        [1] Hver runde, { $step ->
            [1] hele poeng.
           *[other] i trinn på { $step }.
        }
        [4] Fire runder om gangen, i trinn på { $step }.
        [13] Ett tall for kvartalet, i trinn på { $step }.
       *[other] I trinn på { $step }.
    }
review-kicker =
    { $knows ->
        [yes] { $unit } · { $people } på lista · runder fra { $from } til { $to }
       *[no] { $unit } · runder fra { $from } til { $to }
    }
review-kicker-organisation =
    { $knows ->
        [yes] { $organisation } · { $people } på lista · { $sites } steder, { $teams } team · for HR og arbeidsmiljøutvalget
       *[no] { $organisation } · { $sites } steder, { $teams } team · for HR og arbeidsmiljøutvalget
    }
review-customers-title = Kundene: hva de klaget på, og hvordan de ble svart
review-customers =
    { $complaints ->
        [0] Ingen klager på { $contacts } kundekontakter.
        [1] 1 klage på { $contacts } kundekontakter.
       *[other] { $complaints } klager på { $contacts } kundekontakter.
    }
review-customers-no-contacts =
    { $complaints ->
        [0] Ingen klager, og ingen kundekontakter er registrert.
       *[other] { $complaints } klager. Ingen kundekontakter er registrert, så raten er tom.
    }
review-cause-first = Det vanligste er { $cause }: { $share } % av det saker gjelder.
review-no-cases = Klagene er ført som antall. Årsaker og svartider er derfor ikke kjent.
review-lines-more-page = En setning per enhet, fortsatt
review-handling = Klagebehandlingen
review-handling-none = Ingen saker med frister er lukket i kvartalet.
review-handling-kept = { $label }: { $value }.
review-contents = I pakken
review-causes = Årsaker
review-causes-note = saker kan ha flere
review-kept = Holdt vi det vi lovet?
review-kept-note = andel, med usikkerhet
review-kept-few = { $kept } av { $ended }
review-apology = Beklaget i tide
review-content = Fornøyd etterpå (n = { $n })
review-decided =
    { $count ->
        [1] 1 avgjort sak
       *[other] { $count } avgjorte saker
    }
review-outcome-upheld = medhold
review-outcome-partly = delvis
review-outcome-not-upheld = ikke medhold
review-open =
    { $open ->
        [1] 1 sak er åpen
       *[other] { $open } saker er åpne
    }, { $waiting ->
        [0] ingen venter på bekreftelse.
        [1] én venter på bekreftelse.
       *[other] { $waiting } venter på bekreftelse.
    }
review-reopened =
    { $count ->
        [1] 1 sak ble åpnet igjen.
       *[other] { $count } saker ble åpnet igjen.
    }
review-praise =
    { $count ->
        [1] 1 kunde ga ros.
       *[other] { $count } kunder ga ros.
    }
review-remedy = Utbetalt og erstattet: { $amount } kr.
review-actions = Tiltak
review-column-what = Hva vi prøver
review-column-where = Hvor
review-column-aim = Skal påvirke
review-column-role = Følges opp av
review-column-since = Siden
review-column-review = Vurderes
review-meeting = Til teammøtet
review-meeting-say = Tre spørsmål, tjue minutter. Ingen trenger å si hva de selv svarte.
review-question-1 = Hva kjenner vi igjen, og hva mangler i tallene?
review-question-2 = Hva i måten arbeidet er lagt opp på, ligger bak?
review-question-2-hint = Vakter, bemanning, rutiner, prioriteringer. Ikke hvem.
review-question-3 = Hvilken ene ting prøver vi fram til neste gjennomgang?
review-question-3-hint = Hvilken rolle følger det opp, og hva skal vi se etter?
review-begin-with = Begynn med { $names }.
review-hidden-title = Hva som ikke vises, og hvorfor
review-hidden-of = { $unit }: { $hidden } av { $of } tall er skjult.
review-hidden-no-window = { $unit }: runden { $days } er ikke med i noe vindu.
review-days-more = { $date } og { $others } til
review-hidden-none = Ingen tall er skjult.
review-hidden-why = Skjult betyr at for få svarte, eller at tallet ville røpet en mindre gruppe. Hvilken av delene står ikke her, for det er i seg selv en nøkkel.
review-hidden-void = Ugyldig og ikke med i noe tall: runden { $days }.
review-made-title = Slik er tallene laget
review-made = Belastning: gjennomsnittet av «for mye» på en skala til 100. Tilfredshet: gjennomsnitt fra 1–5, regnet om til 0–100. Kvartalets nivå er snittet av rundene som kan vises. ± er 95 %, og forsiktig regnet: som om de samme bommet likt hver runde. Spørsmålene er våre egne og ikke et validert skjema.
review-numbers = Tallene bak figurene
review-table-rounds = Runde for runde
review-table-rounds-note = Med * : et tall for hele vinduet som runden ligger i. I parentes: usikkerhet, 95 %.
review-table-measures = Kvartalet, mål for mål
review-table-clear = Alle tydelige endringer
review-table-hidden = Vist og skjult, enhet for enhet
review-column-shown = Vist
review-column-hidden = Skjult
review-column-void = Ugyldig
review-column-no-window = Runder uten vindu
review-nothing-title = Ingenting kan vises ennå
review-nothing-why = Så langt har for få svart til at tall kan vises uten å røpe hva enkelte har svart.
review-nothing-changes = Det endrer seg når flere svarer, eller når enheten rapporterer over flere runder.
review-lines = En setning per enhet
review-column-sentence = Enhet, og hva som er sikkert
review-lines-more = { $count } enheter til uten tydelig endring står i regnearket.
review-lines-note = «Tydelig»: endringen er større enn usikkerheten (±, 95 %) og holder når alle sammenligninger av samme slag regnes med. Grå endringer er ikke sikre. «For få»: under 12 personer, tall i trinn på fem, aldri en påstand om endring.
review-see-below = se under
review-tests = { $clear ->
        [0] Ingen endringer er tydelige.
        [1] Én endring er tydelig.
       *[other] { $clear } endringer er tydelige.
    } Sammenlignet er { $core } tall for belastning og tilfredshet, { $items } for påstander og { $rates } klagerater. Rettet for at så mange er sammenlignet.
review-changes = Hva som er endret
review-not-compared = Ikke sammenlignet
review-widths = Hvor mye usikkerhet er vanlig?
review-width-of = { $people } på lista: ±{ $half } i belastning
review-units = Enhetene
review-units-more = { $count } enheter er ikke tegnet.
review-complaints-title = Klager og hvordan de ble svart
review-complaints-say = Flere klager kan også bety mer tillit: at kundene tror det nytter å si fra.
review-matrix = Faktorene i arbeidsmiljøloven § 4-3
review-matrix-say = Tallene er et grunnlag. Vurderingen, tiltaket og hvem som har ansvaret, skriver dere selv. Lovens liste er eksempler; det som betyr noe hos dere, avgjør. Trakassering, vold og trusler måles ikke her.
review-column-worst = Lavest team (for belastning høyest)
review-column-teams = Team vist
review-hidden-page = Hva som ikke vises
review-method = Metode og forbehold
review-method-scores = Hver runde har fire spørsmål: to faste og to av tolv påstander. Poeng går fra 0 til 100. Av under 12 personer vises trinn på fem, av 12–29 trinn på to, av 30 eller flere hele poeng.
review-method-tests = En endring kalles tydelig når den er større enn usikkerheten slik den er skrevet, og q er høyst 5 % etter Benjamini og Hochberg, regnet over hele organisasjonen.
review-method-rates = Klagerater har eksakt intervall (Garwood). Kontrollgrensene er eksakte og utvidet med σz fra 20 punkter; færre enn tolv punkter har ingen grenser. Signalene er NHS Englands regler.
review-method-limits = Dette er ikke et validert instrument. De som ikke svarer, kan mene noe annet. At to ting går sammen, sier ikke hva som kommer av hva. Om loven følges, avgjør dere, ikke programmet.
review-versions = Versjoner
review-version = Versjon { $version }, godkjent { $date }
review-version-shown = vises her
review-draft-link = Se kladden
review-approve = Godkjenn denne pakken
review-approve-text = Tallene fryses slik de er nå. Endres noe senere, blir det en ny versjon ved siden av.
review-approve-submit = Godkjenn
review-done-approved = Pakken er godkjent.
review-changed-meanwhile = Tallene er endret siden du så på dem. Se gjennom dem igjen før du godkjenner.
review-differences = Endret fra versjonen før
review-differences-none = Ingen tall er endret.
review-difference = { $unit }, { $label }: { $before } før, { $now } nå
review-differences-more = { $count } endringer til.
review-json = JSON
review-pdf = PDF
review-pdf-model = Tallene som { $id } er laget av
review-zip = CSV-filer
review-workbook = Arbeidsbok (Excel)
review-files = Last ned
review-print = Skriv ut siden for å få pakken på papir eller som PDF.
review-id = Dokument-ID
review-page-of = { $page } / { $pages }
review-to-organisation = Hele organisasjonen

# Hva som er lagret

stored-name-review-pack = Godkjente gjennomganger
stored-table-review-pack = Tallene i et kvartals gjennomgang, slik de var da den ble godkjent.
stored-name-review-document = Dokumenter fra gjennomganger
stored-table-review-document = Hvilket dokument en nedlastet fil hører til: enhet, kvartal, versjon og språk.

# Kontroll av en fil

review-look-up = Dokument-ID: se hvem som tok det ut, og om fila er ekte, på { $address }
review-to-check = Er denne fila ekte?
review-approved-already = Tallene er godkjent slik de er nå. Det er ingenting nytt å godkjenne.
review-difference-gone = { $unit } er ikke lenger med.
review-document =
    { $kind ->
        [unit] Enhetspakke for { $unit }, { $quarter }
        [sheet] Dialogark for { $unit }, { $quarter }
        [hse] Dokumentasjon etter § 4-3, { $unit }, { $quarter }
        [packs] Pakker for alle enheter, { $quarter }
        [figures] Tallene i gjennomgangen, { $quarter }
       *[other] Organisasjonspakke, { $quarter }
    }
check-title = Er dette fila som ble lastet ned?
check-lead = Velg fila, eller lim inn SHA-256-summen av den. Fila lagres ikke. Svaret sier om den er lastet ned her, aldri av hvem.
check-file-hint = Høyst 20 MB.
field-sha256 = SHA-256
check-hash-hint = 64 tegn, i stedet for fila.
check-submit = Sjekk
check-id-hint = Står nederst på hvert ark, for eksempel G-7K2M-4XQD.
check-id-submit = Slå opp
check-id-nothing = Det står ingenting å vise her for deg. Har du fila, kan du sjekke den ovenfor. Har du tilgang til gjennomgangen, logger du inn først.
check-yes = Ja, fila er ekte
check-yes-draft = Ja, men det er en kladd
check-yes-replaced = Ja, men versjon { $version } har erstattet den
check-taken-on = Lastet ned { $date }.
check-no = Nei, ingen fil med dette innholdet er lastet ned her
check-no-text = Fila er annerledes om den er lagret på nytt, skrevet ut på nytt eller endret. Be om originalen og prøv igjen.
check-taken = Filer som er lastet ned
check-taken-none = Ingen fil av dette dokumentet er lastet ned.
check-column-when = Når
check-column-who = Av hvem
check-column-format = Format
check-column-size = Størrelse
check-bytes = { $bytes } byte

review-unprintable =
    { $more ->
        [0] Skriftene i PDF-en mangler et tegn i { $texts }. Der står et erstatningstegn; arbeidsboka, CSV og JSON har det slik det ble skrevet.
       *[other] Skriftene i PDF-en mangler et tegn i { $texts } og { $more } andre tekster. Der står et erstatningstegn; arbeidsboka, CSV og JSON har det slik det ble skrevet.
    }

# Pakkene for alle enheter i én fil

packs-link = Pakker for alle enheter
packs-title = Pakker for alle enheter
packs-back = Tilbake til gjennomgangen
packs-lead =
    { $units ->
        [one] Pakken for én enhet som PDF, i én ZIP-fil.
       *[other] Pakkene for { $units } enheter, hver som egen PDF, i én ZIP-fil.
    }
packs-logged = Hver pakke og selve fila føres i nedlastingsloggen.
packs-version = Versjon { $version }, slik den ble godkjent.
packs-draft = Kladden: tall som ingen har godkjent ennå.
packs-ask = Klargjør fila
packs-fetch = Last ned
packs-follow = Følg fremdriften
packs-cancel = Avbryt
packs-again = Klargjør på nytt
packs-progress = Pakker i fila
packs-state-ready = Klar til nedlasting: { $total } pakker. Fila lages mens den lastes ned, så nedlastingen varer til den siste pakken er med.
packs-state-waiting = To andre er først i køen. Din begynner etter dem; la nedlastingen stå på.
packs-state-running = { $done } av { $total } pakker er i fila.
packs-state-complete = Alle { $total } pakkene er lastet ned.
packs-state-cancelled = Avbrutt etter { $done } av { $total } pakker. Det som ble lastet ned, kan ikke åpnes.
packs-state-failed = Det stoppet etter { $done } av { $total } pakker. Det som ble lastet ned, kan ikke åpnes; klargjør på nytt.
packs-minutes =
    { $minutes ->
        [one] Omtrent ett minutt igjen.
       *[other] Omtrent { $minutes } minutter igjen.
    }
check-not-whole = ikke hel
stored-name-pack-export = Filer med pakkene for alle enheter
stored-table-pack-export = Hvem som ba om pakkene for alle enheter, og hvor langt fila er kommet; i 30 dager.
