# The pack of a quarter: sentences

review-said =
    { $staff ->
        [nothing_shown] No staff figures can be shown.
        [moved] Moved in the quarter. Not compared.
        [group_changed] A new group from { $date }. Not compared.
        [too_few_people] Too few to say whether anything changed.
        [grain_changed] Figures come in other steps than before. Not compared.
        [no_comparison] Nothing to compare with.
        [strain_up] { $rate ->
            [up] Clearly higher strain and complaint rate.
            [down] Clearly higher strain, lower complaint rate.
           *[other] Clearly higher strain.
        }
        [strain_up_satisfaction_down] { $rate ->
            [up] Clearly higher strain and complaint rate, lower satisfaction.
            [down] Clearly higher strain, lower satisfaction and complaint rate.
           *[other] Clearly higher strain, lower satisfaction.
        }
        [satisfaction_down] { $rate ->
            [up] Clearly lower satisfaction, higher complaint rate.
            [down] Clearly lower satisfaction and complaint rate.
           *[other] Clearly lower satisfaction.
        }
        [strain_down] { $rate ->
            [up] Clearly lower strain, higher complaint rate.
            [down] Clearly lower strain and complaint rate.
           *[other] Clearly lower strain.
        }
        [strain_down_satisfaction_up] { $rate ->
            [up] Clearly lower strain, higher satisfaction and complaint rate.
            [down] Clearly lower strain and complaint rate, higher satisfaction.
           *[other] Clearly lower strain, higher satisfaction.
        }
        [satisfaction_up] { $rate ->
            [up] Clearly higher satisfaction and complaint rate.
            [down] Clearly higher satisfaction, lower complaint rate.
           *[other] Clearly higher satisfaction.
        }
       *[other] { $rate ->
            [up] Clearly higher complaint rate.
            [down] Clearly lower complaint rate.
            [uncertain] No clear change among staff or customers.
           *[other] No clear change.
        }
    }
review-headline =
    { $staff ->
        [nothing_shown] No staff figures can be shown this quarter.
        [moved] The unit moved in the quarter, so its figures are not compared.
        [group_changed] The group is another than last quarter, so its figures are not compared.
        [too_few_people] The figures show where you stand, not whether anything changed.
        [grain_changed] Figures come in other steps than before, so they are not compared.
        [no_comparison] There is no quarter to compare with yet.
        [strain_up] { $rate ->
            [up] Strain is clearly higher than last quarter. So is the complaint rate.
            [down] Strain is clearly higher than last quarter, the complaint rate clearly lower.
           *[other] Strain is clearly higher than last quarter.
        }
        [strain_up_satisfaction_down] { $rate ->
            [up] Strain is clearly higher and satisfaction lower. The complaint rate is higher too.
            [down] Strain is clearly higher and satisfaction lower. The complaint rate is lower.
           *[other] Strain is clearly higher and satisfaction clearly lower than last quarter.
        }
        [satisfaction_down] { $rate ->
            [up] Satisfaction is clearly lower than last quarter, the complaint rate clearly higher.
            [down] Satisfaction is clearly lower than last quarter. So is the complaint rate.
           *[other] Satisfaction is clearly lower than last quarter.
        }
        [strain_down] { $rate ->
            [up] Strain is clearly lower than last quarter, the complaint rate clearly higher.
            [down] Strain is clearly lower than last quarter. So is the complaint rate.
           *[other] Strain is clearly lower than last quarter.
        }
        [strain_down_satisfaction_up] { $rate ->
            [up] Strain is clearly lower and satisfaction higher. The complaint rate is higher.
            [down] Strain is clearly lower and satisfaction higher. The complaint rate is lower too.
           *[other] Strain is clearly lower and satisfaction clearly higher than last quarter.
        }
        [satisfaction_up] { $rate ->
            [up] Satisfaction is clearly higher than last quarter. So is the complaint rate.
            [down] Satisfaction is clearly higher than last quarter, the complaint rate clearly lower.
           *[other] Satisfaction is clearly higher than last quarter.
        }
       *[other] { $rate ->
            [up] No clear change among staff. The complaint rate is clearly higher.
            [down] No clear change among staff. The complaint rate is clearly lower.
           *[other] Little has clearly changed since last quarter.
        }
    }
review-kind-unit = Unit pack
review-kind-organisation = Organisation pack
review-kind-sheet = Dialogue sheet
review-kind-hse = Documentation under the working environment act § 4-3

review-cli-unit = { $name }: { $sentence }
review-cli-figures = strain { $strain }, satisfaction { $satisfaction }, complaints per 1,000 { $rate }
review-cli-rounds = { $organisation }, { $quarter }: { $rounds } released rounds, { $clear } clear of { $tests } comparisons
