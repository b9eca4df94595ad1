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
