# Rapporter: det som sies om sammenhengen, kontrolldiagrammer og trakter, på sider og på kommandolinjen. Samme id-er i
# samme rekkefølge som report.en.ftl.

# Ord og tall som både sider og rapporter bruker
link-range = { $low } til { $high }
link-no-estimate = ikke noe anslag
link-column-range = 95 %-intervall
link-column-p = p
link-column-q = q
link-column-comparison = Sammenligning
link-column-rows = Rader
link-column-number = Antall
chart-usual = vanlig { $value }
rate-with-range = { $rate } (95 %-intervall { $low } til { $high })

# Sammenhengen: hva som opptrer sammen, aldri hva som skaper hva
link-word-strain = belastningen
link-word-satisfaction = tilfredsheten
link-step =
    { $step ->
        [1] 1 poeng
       *[other] { $step } poeng
    }
# Det som letes etter: flere og én, med artikkel, som rate, og av hvor mange
link-things-complaints = klager
link-things-smiles = smilefjes
link-things-compliments = rosende tilbakemeldinger
link-those-complaints = klagene
link-those-smiles = smilefjesene
link-those-compliments = de rosende tilbakemeldingene
link-thing-complaints = klage
link-thing-smiles = smilefjes
link-thing-compliments = rosende tilbakemelding
link-rate-complaints = klager per 1 000 kundekontakter
link-rate-smiles = smilefjes per 100 trykk
link-rate-compliments = rosende tilbakemeldinger per 1 000 kundekontakter
link-chances-complaints = kundekontakter
link-chances-smiles = trykk på fjesene
link-chances-compliments = kundekontakter
link-more = I ukene etter at { $predictor } i et team hadde ligget { $step } over teamets eget vanlige nivå, var det { $change } % flere { $rate } (95 %-intervall: { $low } % til { $high } % flere). De samme ukene er sammenlignet på tvers av { $units } team.
link-fewer = I ukene etter at { $predictor } i et team hadde ligget { $step } over teamets eget vanlige nivå, var det { $change } % færre { $rate } (95 %-intervall: { $low } % til { $high } % færre). De samme ukene er sammenlignet på tvers av { $units } team.
link-unclear = Vi fant ingen klar sammenheng. Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, passer dataene med alt fra { $low } % færre til { $high } % flere { $rate }.
link-unclear-more = Vi fant ingen klar sammenheng. Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, peker dataene mot flere { $rate } ({ $low } % til { $high } % flere), men ikke sikkert nok til å regnes som et funn.
link-unclear-fewer = Vi fant ingen klar sammenheng. Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, peker dataene mot færre { $rate } ({ $high } % til { $low } % færre), men ikke sikkert nok til å regnes som et funn.
link-early = Dette er et tidlig tegn: Det er sammenlignet for få til å bygge på det ennå.
link-direction = Det er uklart hva som kommer først: { $predictor } og { $those } følges ad, men det ansatte svarer etter { $those }, sier noe om { $those } som svarene før ikke sier.
link-wide = Ikke nok til et svar: Etter uker der { $predictor } lå { $step } over teamets vanlige nivå, er øvre ende av 95 %-intervallet for { $those } { $times } ganger den nedre.
link-more-than = mer enn { $times }
link-held-own-rate-before = teamets eget nivå av { $things } i de fire rundene før
link-held-exposure = hvor mange { $chances } det var
link-held-own-season-and-trend = en egen sesong og utvikling i hvert team
link-slow-trends = Det kan være to langsomme utviklinger uten sammenheng: Forskyver vi dem i tid, ligner de like mye.
link-gate-units =
    { $have ->
        [1] For få team til å gi et svar: Bare ett har nok data, og det trengs { $needed }.
       *[other] For få team til å gi et svar: { $have } har nok data, og det trengs { $needed }.
    }
link-gate-periods = For tidlig til å gi et svar: Et vanlig team har { $have } runder som kan brukes, og det trengs { $needed }.
link-gate-events =
    { $have ->
        [1] For få { $things } til å gi et svar: Det er funnet 1, og det trengs { $needed }.
       *[other] For få { $things } til å gi et svar: Det er { $have }, og det trengs { $needed }.
    }
link-gate-variation = Ikke noe svar ennå: { $predictor } i teamene har nesten ikke endret seg, så det er ingenting å sammenligne.
link-gate-separable = Ikke noe svar ennå: Belastning og tilfredshet har fulgt hverandre så tett at de ikke kan skilles.
link-gate-estimable = Ikke noe svar: Beregningen ga ikke et tall som er til å stole på.
link-gate-data =
    { $outcome ->
        [smiles] Ikke noe svar ennå: Det trengs publiserte tall fra ansatte, og så fjes fra ukene etter, i de samme teamene.
       *[other] Ikke noe svar ennå: Det trengs publiserte tall fra ansatte, og så { $things } og kundekontakter fra ukene etter, i de samme teamene.
    }
link-gate-follows = Ikke noe svar ennå: { $predictor } følger av teamet og runden alene, så det er ingenting å sammenligne.
link-gate-no-events = Ikke noe svar ennå: I rundene som kan brukes, finnes det ikke noen { $things }.
link-gate-separated = Ikke noe svar: Team uten { $things } skiller seg så fullstendig fra de andre at forskjellen ikke kan avgrenses.
link-gate-freedom = Ikke noe svar ennå: Det er så få tall at hva som helst ville passe.
link-gate-constant = Ikke noe svar: Antallet { $things } følger teamenes vanlige nivåer helt nøyaktig, så det er ingenting igjen å sammenligne.
link-section-estimate = Hvor stor er forskjellen?
link-section-firm = Hvor sikkert er det?
link-section-data = Data som er brukt og utelatt
link-nb2-agrees = En annen modell for ujevne antall (negativ binomisk) sier det samme.
link-nb2-differs = Følsomt for valg av modell: En annen for ujevne antall (negativ binomisk) sier noe annet.
link-method-title = Slik er det regnet ut

# Det samme for en hvilken som helst tabell, på kommandolinjen
panel-more = Der { $predictor } lå { $step } over enhetens eget vanlige nivå, var raten { $change } % høyere (95 %-intervall: { $low } % til { $high } % høyere), på tvers av { $units } enheter og { $periods } perioder. De to følges ad; det er ikke bevis for årsak.
panel-fewer = Der { $predictor } lå { $step } over enhetens eget vanlige nivå, var raten { $change } % lavere (95 %-intervall: { $low } % til { $high } % lavere), på tvers av { $units } enheter og { $periods } perioder. De to følges ad; det er ikke bevis for årsak.
panel-unclear = Vi fant ingen klar sammenheng på tvers av { $units } enheter og { $periods } perioder. For { $predictor } { $step } over enhetens vanlige nivå passer dataene med alt fra { $low } % lavere til { $high } % høyere rate.
panel-unclear-more = Vi fant ingen klar sammenheng på tvers av { $units } enheter og { $periods } perioder. For { $predictor } { $step } over enhetens vanlige nivå peker dataene mot høyere rate ({ $low } % til { $high } % høyere), men ikke sikkert nok til å regnes som et funn.
panel-unclear-fewer = Vi fant ingen klar sammenheng på tvers av { $units } enheter og { $periods } perioder. For { $predictor } { $step } over enhetens vanlige nivå peker dataene mot lavere rate ({ $high } % til { $low } % lavere), men ikke sikkert nok til å regnes som et funn.
panel-direction = Uklar retning: { $predictor } og { $count } følges ad, men { $count } kan komme først. Senere verdier av { $predictor } sier fortsatt noe om { $count } når de tidligere er kjent.
panel-wide = Ikke nok til et svar: For { $predictor } { $step } høyere er øvre ende av 95 %-intervallet { $times } ganger den nedre.
panel-gate-units =
    { $have ->
        [1] For få enheter til å gi et svar: Bare én har nok data, og det trengs { $needed }.
       *[other] For få enheter til å gi et svar: { $have } har nok data, og det trengs { $needed }.
    }
panel-gate-periods = For få perioder til å gi et svar: En vanlig enhet har { $have } som kan brukes, og det trengs { $needed }.
panel-gate-events = For få hendelser til å gi et svar: Det er { $have }, og det trengs { $needed }.
panel-gate-variation = Ikke noe svar: { $predictor } endrer seg nesten ikke innenfor enhetene, så det er ingenting å sammenligne.
panel-gate-separable = Ikke noe svar: Forklaringstallene følger hverandre så tett at de ikke kan skilles.
panel-gate-estimable = Ikke noe svar: Beregningen ga ikke et tall som er til å stole på.
panel-gate-data = Ikke noe svar: Tabellen har for få rader som kan brukes.
panel-gate-follows = Ikke noe svar: { panel-limit-follows }
panel-gate-no-events = Ikke noe svar: { panel-limit-no-events }
panel-gate-separated = Ikke noe svar: { panel-limit-separated }
panel-gate-freedom = Ikke noe svar: { panel-limit-freedom }
panel-gate-constant = Ikke noe svar: { panel-limit-constant }
panel-limit-data = ingen rader er igjen som kan brukes.
panel-limit-no-events = det er ikke én hendelse i radene.
panel-limit-units = { $have } enheter har nok data; det trengs { $needed }.
panel-limit-no-variation = { $predictor } endrer seg aldri innenfor en enhet.
panel-limit-separable = forklaringstallene og periodene kan ikke skilles fra hverandre.
panel-limit-separable-inflated = forklaringstallene og periodene kan ikke skilles fra hverandre (variansinflasjon: { $inflations }).
panel-limit-follows = { $predictor } følger av enheten og perioden, så det er ingenting å sammenligne.
panel-limit-separated = { $predictors } skiller { $rows } rader uten hendelser fullstendig fra dem med, slik at forskjellen ikke kan avgrenses.
panel-limit-freedom = { $rows } rader er for få til { $parameters } nivåer og stigningstall: alt ville passe.
panel-limit-constant = raten varierer ikke ut over nivåene til enheter og perioder, så det er ingenting å sammenligne.
panel-limit-estimable = beregningen ga ikke et tall som er til å stole på.
panel-limit-descriptive = { $have } enheter er nok til å beskrive, ikke til å teste; det trengs { $needed }.
panel-limit-periods = en vanlig enhet har { $have } perioder; det trengs { $needed }.
panel-limit-events = det er { $have } hendelser; det trengs { $needed }.
panel-limit-variation = { $predictor } endrer seg bare med { $have } innenfor enhetene; det trengs { $needed }.
panel-limit-early = et tidlig tegn: { $have } enheter; fra { $needed } kan det bygges på.
panel-limit-season = det alle enhetene har felles over tid, er bare delvis tatt ut.
panel-inflated-entirely = helt
panel-levels = nivået til en enhet eller periode
panel-and = { $one } og { $other }
panel-note = Merk: { $limit }
panel-association = En samvariasjon, ikke bevis for årsak, og om enheter, ikke personer.
panel-title = { $predictors } og { $count }
panel-step = { $predictor }, { $step } høyere
panel-line = { $step }: { $verdict }
panel-line-rate = { $step }: { $verdict }; rate { $change }
panel-line-range = { $line } (95 %-intervall { $low } til { $high })
panel-line-p = { $line }, p { $p }
panel-rows = { $rows } rader, { $units } enheter, { $periods } perioder ({ $from } – { $to }), { $events } hendelser; { $dropped } rader utelatt
panel-rows-sentence = { $rows } rader fra { $units } enheter i { $periods } perioder ({ $from } – { $to }) med { $events } hendelser; { $dropped } rader utelatt.
panel-verdict-finding = følges ad
panel-verdict-early = tidlig tegn
panel-verdict-unclear = ingen klar sammenheng funnet
panel-verdict-direction = uklar retning
panel-verdict-not-enough = ikke nok til et svar
panel-flag-reversal = En reversering: På tvers av alle rader er fortegnet motsatt av det innenfor enhetene. Bare sammenligningen innenfor enhetene svarer på spørsmålet; enheter med høye verdier skiller seg fra de andre på flere måter enn denne.
panel-flag-opposite = På tvers av alle rader og innenfor enhetene er fortegnene ulike, men minst ett av dem kan være null.
panel-flag-differ = Enheter sammenlignet med hverandre sier noe annet enn enheter sammenlignet med seg selv.
panel-flag-consistent = Enheter sammenlignet med hverandre og med seg selv motsier ikke hverandre.
panel-dropped-idle = verken eksponering eller hendelser
panel-dropped-without-exposure = hendelser uten eksponering: se på disse
panel-dropped-missing = for få tidligere verdier av et forklaringstall
panel-dropped-no-events = enheter uten én hendelse ({ $units } enheter)
panel-dropped-constant = enheter der forklaringstallene aldri endrer seg ({ $units } enheter)
panel-dropped-period = perioder uten én hendelse
panel-dropped-separated = rader som nivåene til enhet og periode treffer nøyaktig
panel-used = rader brukt
panel-used-above = brukt, med flere hendelser enn eksponering
panel-distance =
    { $length ->
        [day] { $number ->
            [1] 1 dag
           *[other] { $number } dager
        }
        [week] { $number ->
            [1] 1 uke
           *[other] { $number } uker
        }
        [month] { $number ->
            [1] 1 måned
           *[other] { $number } måneder
        }
        [quarter] { $number ->
            [1] 1 kvartal
           *[other] { $number } kvartaler
        }
       *[year] { $number ->
            [1] 1 år
           *[other] { $number } år
        }
    }
panel-lag-same = samme periode
panel-lag-before = { $distance } før
panel-lag-after = { $distance } etter (kontroll)
panel-window-same = Hvert forklaringstall er tatt fra samme periode som hendelsene.
panel-window-one = Hvert forklaringstall er tatt fra én periode: { $first }.
panel-window = Hvert forklaringstall er gjennomsnittet av verdiene fra { $first } til { $last }.
panel-time-each = Hver periode har sitt eget nivå, så sesong, utvikling og alt annet enhetene har felles, er tatt ut.
panel-time-season = Med så få enheter må en jevn sesong og en rett utvikling dekke det enhetene har felles.
panel-time-trend = Med så få enheter må en rett utvikling dekke det enhetene har felles.
panel-time-none = Det enhetene har felles over tid, er ikke tatt ut.
panel-rival-last-four = de siste fire periodene
panel-rival-last-year = samme tid i fjor
panel-rival-unit-rate = enhetens vanlige rate
panel-held-own-rate-before = enhetens egen rate i de fire periodene før
panel-held-exposure = eksponeringen, ved siden av at den inngår i raten
panel-held-own-season-and-trend = en egen sesong og utvikling for hver enhet
panel-scale = endring i raten, prosent
panel-column-predictor = Forklaringstall
panel-column-change = Endring i raten
panel-column-verdict = Vurdering
panel-column-measured = Målt
panel-estimate-sentence = Hver linje er 95 %-intervallet for endringen i raten; intervaller som krysser den prikkede linja, passer også med ingen endring.
panel-estimate-caption = p er korrigert for antall forklaringstall og for at tallene vurderes på nytt når det kommer flere. Derfor kan p være over 0,05 selv om intervallet utelukker ingen endring.
panel-leaning = { $predictor }: Uten enheten { $unit } ville endringen vært { $change }.
panel-inflated = { $predictor }: De andre forklaringstallene følger det tett og øker variansen { $times } ganger.
panel-lumpy-as-expected = Antallene er så ujevne som tilfeldigheter tilsier (spredning { $dispersion }); intervallene tar høyde for det.
panel-lumpy = Antallene er mer ujevne enn tilfeldigheter tilsier (spredning { $dispersion }); intervallene tar høyde for det.
panel-lumpy-very = Antallene er mye mer ujevne enn tilfeldigheter tilsier (spredning { $dispersion }); intervallene tar høyde for det.
panel-method-rate = Raten er { $count } over { $exposure }. Hver enhet er sammenlignet med sitt eget vanlige nivå, så varige forskjeller mellom enheter spiller ingen rolle.
panel-method-each-row = 1 i hver rad
panel-method-held = Holdt fast ved siden av nivåene: { $held }.
panel-method-poisson = En Poisson-modell for rater er tilpasset med største sannsynlighet; den trenger bare at middelverdien er riktig, ikke spredningen.
panel-method-range = Intervallene kommer av å utelate én enhet om gangen (klynge-jackknife) og Students t med én frihetsgrad mindre enn enheter.
panel-method-p = p er den største av to: denne t-testen, korrigert for at tallene vurderes på nytt når det kommer flere, og en test der fortegnet snus for hele enheter; Holms metode korrigerer for antall forklaringstall.
panel-method-seed = Alle tilfeldige trekninger starter fra frøet { $seed }.
panel-section-lags = Når, og hva kommer først?
panel-lags-sentence = Hver avstand i tid for seg, på de samme radene. De første radene ser bakover som kontroll: Et tall målt etter hendelsene kan ikke ha kommet først.
panel-lags-caption = q er p korrigert for antall avstander (Benjamini og Hochberg).
panel-direction-unclear = Retningen er uklar: Verdier målt etter hendelsene følger dem omtrent like tett som tidligere verdier, så hendelsene kan komme først, eller begge følger noe annet.
panel-reverse = Den andre veien: Etter perioder med en rate ett standardavvik over det vanlige for enheten var { $predictor } { $estimate } høyere (95 %-intervall { $low } til { $high }).
panel-section-between = Mellom enheter og innenfor dem
panel-between-pooled = alle rader under ett
panel-between-units = enheter med hverandre
panel-between-within = hver enhet med seg selv
panel-between-caption = Dette forklaringstallet alene i modellen. Svaret bygger på den siste raden.
panel-section-forecast = Hjelper det til å forutsi?
panel-forecast-ahead = Perioder fram: { $horizon }
panel-forecast-yes = Forutsier: I { $forecasts } forutsigelser av det som ennå ikke var kjent, var modellen med forklaringstallene bedre enn alle uten dem.
panel-forecast-no = Ikke vist å forutsi: I { $forecasts } forutsigelser av det som ennå ikke var kjent, var modellen med forklaringstallene ikke klart bedre enn alle uten dem.
panel-forecast-short = Ingen kontroll: En forutsigelse trenger mer enn { $training } perioder å lære av.
panel-forecast-scale = reduksjon i feil mot hvert alternativ, prosent
panel-forecast-with = med forklaringstallene
panel-forecast-caption = Lavere er bedre. Reduksjonen i feil gjelder gjennomsnittlig devians; p er ensidig (Diebold og Mariano).
panel-column-forecast = Forutsigelse
panel-column-deviance = Gj.snittlig devians
panel-column-error = Gj.snittlig feil i raten
panel-column-scaled = MASE
panel-column-saved = Reduksjon i feil

# Kontrolldiagrammer
spc-kind-u = u-diagram (hendelser per eksponering)
spc-kind-laney = u′-diagram (hendelser per eksponering, utvidede grenser der periodene er ulike)
spc-kind-p = p-diagram (andeler)
spc-kind-laney-p = p′-diagram (andeler, utvidede grenser der periodene er ulike)
spc-kind-xmr = XmR-diagram (enkeltmålinger)
spc-kind-g = g-diagram (antall mellom hendelser)
spc-kind-t = t-diagram (det som måles mellom hendelser)
spc-title = { $value } per { $exposure }
spc-title-per = { $value } per { $per } { $exposure }
spc-title-between = { $exposure } mellom { $value }
spc-outside-high = { $value } ligger over den øvre grensen, { $limit }
spc-outside-low = { $value } ligger under den nedre grensen, { $limit }
spc-trend-high = { $points } punkter på rad som stiger hver gang
spc-trend-low = { $points } punkter på rad som synker hver gang
spc-near-high = nær den øvre grensen, to av tre punkter på rad
spc-near-low = nær den nedre grensen, to av tre punkter på rad
spc-shift-high = { $points } punkter på rad over det vanlige nivået
spc-shift-low = { $points } punkter på rad under det vanlige nivået
spc-basis = { $kind }: { $points } punkter, { $gaps } hull, { $span }.
spc-chosen-t = Valgt fordi det er mindre enn én hendelse per periode: Det som ligger mellom hendelsene, sier mer enn antallet.
spc-no-point = Ingen punkter har en verdi.
spc-usual = Det vanlige nivået er { $level }.
spc-usual-wait = Det vanlige nivået er { $level }: Halvparten av alle ventetider er lengre.
spc-rate-whole = { $title }: { $rate } over hele tiden.
spc-width-wide = Grensene ligger { $width } ganger så langt ute som ren tilfeldighet tilsier (σz), fordi periodene er ulike.
spc-width-short = Nabopunkter er { $sigma } ganger så ulike som tilfeldigheter tilsier (σz). { $points } punkter sier lite om det: Et dusin punkter av en stabil serie gir alt fra 0,6 til 1,5. Derfor er grensene de som ren tilfeldighet gir.
spc-width-chance = Nabopunkter er { $sigma } ganger så ulike som tilfeldigheter tilsier (σz), så grensene er de som ren tilfeldighet gir; de blir aldri smalere.
spc-rare = { $events } hendelser er mindre enn én per periode; det som ligger mellom dem, sier mer: --chart t.
spc-rare-few = { $events } hendelser i alt: så få at selv dobbelt så mange som regel ikke ville gi signal.
spc-firm-few = Med færre enn 12 punkter er det en linje, men ingen grenser og ingen signaler.
spc-firm-flat = Punktene varierer ikke, så det er ingen grenser og ingen signaler.
spc-firm-provisional = Foreløpige grenser: De bygger på færre enn 20 punkter og vil fortsatt flytte seg.
spc-run = { $run } punkter på rad på samme side av det vanlige nivået er et signal.
spc-run-off = Punkter på rad på samme side er ikke noe signal her: De fleste må ligge på én side.
spc-false-alarms = Av stabile serier som denne ville { $share } % likevel gi et signal, ved tilfeldighet.
spc-verdict =
    { $count ->
        [0] Ingen signaler: Alt ligger innenfor hverdagens variasjon.
        [1] Ett signal: Trolig er det mer enn hverdagens variasjon.
       *[other] { $count } signaler: Trolig er det mer enn hverdagens variasjon.
    }
spc-runs-steady = Rekker om medianen: stabilt. Den lengste rekka har { $longest } punkter (opptil { $most } er vanlig), og medianen krysses { $crossings } ganger (minst { $fewest } er vanlig).
spc-runs-unsteady = Rekker om medianen: ikke stabilt. Den lengste rekka har { $longest } punkter (opptil { $most } er vanlig), og medianen krysses { $crossings } ganger (minst { $fewest } er vanlig).
spc-caption = Båndet viser vanlig variasjon, den prikkede linja det vanlige nivået. Trekanter, firkanter og ruter er signaler.
spc-blank = Ingen verdier
spc-section-signals = Signaler
spc-section-basis = Hva det bygger på
spc-section-reading = Slik leses det
spc-section-points = Alle punkter
spc-reading-xmr = Grensene kommer fra serien selv: tre ganger dens egen hverdagsvariasjon rundt det vanlige nivået. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.
spc-reading-waits = Hvert punkt er det som lå mellom en hendelse og den forrige; et høyt punkt er lang tid uten. Grensene er der én ventetid av 740 ville vært så lang, eller så kort, om ingenting endret seg. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.
spc-reading-counts = Grensene er eksakte ved ethvert antall: der én periode av 740 ville ligge om ingenting endret seg, lenger ute der periodene er mer ulike enn tilfeldigheter tilsier. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.
spc-column-period = Periode
spc-column-value = Verdi
spc-column-lower = Nedre grense
spc-column-upper = Øvre grense
spc-column-signal = Signal

# Trakter
compare-kind =
    { $kind ->
        [region] region
        [site] sted
        [unit] enhet
       *[team] team
    }
compare-kinds =
    { $kind ->
        [region] regioner
        [site] steder
        [unit] enheter
       *[team] team
    }
compare-kinds-title =
    { $kind ->
        [region] Regioner
        [site] Steder
        [unit] Enheter
       *[team] Team
    }
sites-headline =
    { $count ->
        [0] Ingen { compare-kinds } skiller seg fra de andre mer enn tilfeldigheter tilsier.
        [1] 1 { compare-kind } skiller seg fra de andre mer enn tilfeldigheter tilsier.
       *[other] { $count } { compare-kinds } skiller seg fra de andre mer enn tilfeldigheter tilsier.
    }
sites-all-together = alle samlet { $rate }
funnel-known = { $known } enheter; { $missing } uten verdi eller eksponering er utelatt.
funnel-shares = Lest som andeler, så mange av så mange; --rates hvis én eksponering kan gi flere hendelser.
funnel-all = Alle samlet: { $rate }.
funnel-no-limits = Ingen grenser: Det trengs minst { $needed } enheter og én hendelse.
funnel-list = Så få enheter står i en liste med intervaller, fra den høyeste og ned; der intervallene overlapper, kan rekkefølgen være tilfeldig.
funnel-usual = Grensene står rundt { $usual }, raten for enhetene som ligner hverandre. De som ligger langt utenfor, er ikke med på å bestemme den.
funnel-wide = Enhetene er { $width } ganger så ulike som tilfeldigheter tilsier, så grensene gir rom for et standardavvik på { $between } mellom { compare-kinds }.
funnel-reach = Grensene ligger { $reach } i stedet for 3 standardavvik ute, fordi så mange { compare-kinds } vurderes samtidig, eller så få viser hvor ulike de er.
funnel-above = { $unit }: { $range }, over den øvre grensen for sin størrelse, { $limit }.
funnel-below = { $unit }: { $range }, under den nedre grensen for sin størrelse, { $limit }.
funnel-caption = Hver prikk er en enhet; båndet viser hvor en enhet av den størrelsen kan ligge ved en tilfeldighet, når enheter ellers er så ulike som de er. Bare merkede enheter ligger utenfor.
funnel-caption-list = Hver rad er en enhet med 95 %-intervall; den prikkede linja er alle samlet.
funnel-section-outside = Utenfor grensene, i filens rekkefølge
funnel-section-units = Alle enheter
funnel-reading = Et traktdiagram brukes i stedet for en rangering: Små enheter svinger mye ved tilfeldigheter, så grensene deres er vide. Å ligge utenfor er en grunn til å se nærmere, ikke en dom over noen.
funnel-blank = Ingen enheter
funnel-column-unit = Enhet
funnel-column-rate = Rate
