# Reports: what is said of the link, control charts and funnels, on pages and on the command line alike. Same ids in the
# same order as report.nb.ftl.

# Words and numbers that both pages and reports use
link-range = { $low } to { $high }
link-no-estimate = no estimate
link-column-range = 95 % range
link-column-p = p
link-column-q = q
link-column-comparison = Comparison
link-column-rows = Rows
link-column-number = Number
chart-usual = usual { $value }
rate-with-range = { $rate } (95 % range { $low } to { $high })

# The link: what goes together, never what causes what
link-word-strain = strain
link-word-satisfaction = satisfaction
link-step =
    { $step ->
        [1] 1 point
       *[other] { $step } points
    }
# What is looked for: its name in many and in one, with the article, as a rate, and out of what
link-things-complaints = complaints
link-things-smiles = happy faces
link-things-compliments = compliments
link-those-complaints = the complaints
link-those-smiles = the faces
link-those-compliments = the compliments
link-thing-complaints = complaint
link-thing-smiles = happy face
link-thing-compliments = compliment
link-rate-complaints = complaints per 1,000 contacts
link-rate-smiles = happy faces per 100 touched
link-rate-compliments = compliments per 1,000 contacts
link-chances-complaints = contacts
link-chances-smiles = faces touched
link-chances-compliments = contacts
link-more = In the weeks after a team’s { $predictor } had been { $step } above its own usual level, { $rate } were { $change } % higher (95 % range: { $low } % to { $high } % higher). This compares the same weeks across { $units } teams.
link-fewer = In the weeks after a team’s { $predictor } had been { $step } above its own usual level, { $rate } were { $change } % lower (95 % range: { $low } % to { $high } % lower). This compares the same weeks across { $units } teams.
link-unclear = No clear link found. After weeks with { $predictor } { $step } above a team’s usual level, the data fit anything from { $low } % fewer to { $high } % more { $rate }.
link-unclear-more = No clear link found. After weeks with { $predictor } { $step } above a team’s usual level, the data lean towards more { $rate } ({ $low } % to { $high } % more), but not firmly enough to count as a finding.
link-unclear-fewer = No clear link found. After weeks with { $predictor } { $step } above a team’s usual level, the data lean towards fewer { $rate } ({ $high } % to { $low } % fewer), but not firmly enough to count as a finding.
link-early = This is an early signal: too few are compared to build on it yet.
link-direction = It is unclear which comes first: { $predictor } and { $those } go together, but what staff say after { $those } still tells something about them when what they said before is known.
link-wide = Not enough for an answer: after weeks with { $predictor } { $step } above a team’s usual level, the upper end of the 95 % range of { $those } is { $times } times the lower one.
link-more-than = more than { $times }
link-held-own-rate-before = the team’s own rate of { $things } in the four rounds before
link-held-exposure = how many { $chances } there were
link-held-own-season-and-trend = a season and a trend of each team’s own
link-slow-trends = It may be two unrelated slow trends: shifted in time, they look just as close.
link-gate-units =
    { $have ->
        [1] Too few teams for an answer: only one has enough data, and { $needed } are needed.
       *[other] Too few teams for an answer: { $have } have enough data, and { $needed } are needed.
    }
link-gate-periods = Too early for an answer: a typical team has { $have } rounds that can be used, and { $needed } are needed.
link-gate-events =
    { $have ->
        [1] Too few { $things } for an answer: there is one, and { $needed } are needed.
       *[other] Too few { $things } for an answer: there are { $have }, and { $needed } are needed.
    }
link-gate-variation = No answer yet: the teams’ { $predictor } has hardly moved, so there is nothing to compare.
link-gate-separable = No answer yet: strain and satisfaction have moved so closely together that they cannot be told apart.
link-gate-estimable = No answer: the calculation did not settle on a number that can be trusted.
link-gate-data =
    { $outcome ->
        [smiles] No answer yet: it takes released staff figures, and then faces from the weeks after, in the same teams.
       *[other] No answer yet: it takes released staff figures, and then { $things } and contacts from the weeks after, in the same teams.
    }
link-gate-follows = No answer yet: { $predictor } follows from the team and the round alone, so there is nothing to compare.
link-gate-no-events = No answer yet: in the rounds that can be used, there are no { $things }.
link-gate-separated = No answer: teams without { $things } are told apart from the others so fully that the size of the difference has no bound.
link-gate-freedom = No answer yet: there are so few figures that any number would fit them.
link-gate-constant = No answer: the number of { $things } follows the teams’ usual levels exactly, so there is nothing left to compare.
link-section-estimate = How large is the difference?
link-section-firm = How firm is it?
link-section-data = Data used and left out
link-nb2-agrees = Another model for uneven counts (negative binomial) says the same.
link-nb2-differs = Sensitive to the choice of model: another one for uneven counts (negative binomial) says something else.
link-method-title = How it is worked out

# The same for any table, on the command line
panel-more = Where { $predictor } was { $step } above a unit’s own usual level, its rate was { $change } % higher (95 % range: { $low } % to { $high } % higher), across { $units } units and { $periods } periods. These go together; that is not proof of cause.
panel-fewer = Where { $predictor } was { $step } above a unit’s own usual level, its rate was { $change } % lower (95 % range: { $low } % to { $high } % lower), across { $units } units and { $periods } periods. These go together; that is not proof of cause.
panel-unclear = No clear link found across { $units } units and { $periods } periods. For { $predictor } { $step } above a unit’s usual level, the data fit anything from { $low } % lower to { $high } % higher rates.
panel-unclear-more = No clear link found across { $units } units and { $periods } periods. For { $predictor } { $step } above a unit’s usual level, the data lean towards higher rates ({ $low } % to { $high } % higher), but not firmly enough to count as a finding.
panel-unclear-fewer = No clear link found across { $units } units and { $periods } periods. For { $predictor } { $step } above a unit’s usual level, the data lean towards lower rates ({ $high } % to { $low } % lower), but not firmly enough to count as a finding.
panel-direction = Direction unclear: { $predictor } and { $count } go together, but { $count } may come first: later values of { $predictor } still tell something about { $count } when the earlier ones are known.
panel-wide = Not enough for an answer: for { $predictor } { $step } higher, the upper end of the 95 % range is { $times } times the lower one.
panel-gate-units =
    { $have ->
        [1] Too few units for an answer: only one has enough data, and { $needed } are needed.
       *[other] Too few units for an answer: { $have } have enough data, and { $needed } are needed.
    }
panel-gate-periods = Too few periods for an answer: a typical unit has { $have } that can be used, and { $needed } are needed.
panel-gate-events = Too few events for an answer: there are { $have }, and { $needed } are needed.
panel-gate-variation = No answer: { $predictor } hardly moves within the units, so there is nothing to compare.
panel-gate-separable = No answer: the predictors move so closely together that they cannot be told apart.
panel-gate-estimable = No answer: the calculation did not settle on a number that can be trusted.
panel-gate-data = No answer: the table holds too few rows that can be used.
panel-gate-follows = No answer: { panel-limit-follows }
panel-gate-no-events = No answer: { panel-limit-no-events }
panel-gate-separated = No answer: { panel-limit-separated }
panel-gate-freedom = No answer: { panel-limit-freedom }
panel-gate-constant = No answer: { panel-limit-constant }
panel-limit-data = no row is left that can be used.
panel-limit-no-events = there is not one event in the rows.
panel-limit-units = { $have } units have enough data; { $needed } are needed.
panel-limit-no-variation = { $predictor } never moves within a unit.
panel-limit-separable = the predictors and the periods cannot be told apart.
panel-limit-separable-inflated = the predictors and the periods cannot be told apart (variance inflation: { $inflations }).
panel-limit-follows = { $predictor } follows from the unit and the period, so there is nothing to compare.
panel-limit-separated = { $predictors } tells { $rows } rows without events perfectly from those with, so that no bound can be put on the difference.
panel-limit-freedom = { $rows } rows are too few for { $parameters } levels and slopes: anything would fit.
panel-limit-constant = the rate does not vary beyond the levels of units and periods, so there is nothing to compare.
panel-limit-estimable = the calculation did not settle on a number that can be trusted.
panel-limit-descriptive = { $have } units are enough to describe, not to test; { $needed } are needed.
panel-limit-periods = a typical unit has { $have } periods; { $needed } are needed.
panel-limit-events = there are { $have } events; { $needed } are needed.
panel-limit-variation = { $predictor } moves by only { $have } within units; { $needed } is needed.
panel-limit-early = an early signal: { $have } units; from { $needed } on it can be built on.
panel-limit-season = what all units share over time is only partly taken out.
panel-inflated-entirely = entirely
panel-levels = the level of a unit or period
panel-and = { $one } and { $other }
panel-note = Note: { $limit }
panel-association = An association, not proof of cause, and about units, not persons.
panel-title = { $predictors } and { $count }
panel-step = { $predictor }, { $step } higher
panel-line = { $step }: { $verdict }
panel-line-rate = { $step }: { $verdict }; rate { $change }
panel-line-range = { $line } (95 % range { $low } to { $high })
panel-line-p = { $line }, p { $p }
panel-rows = { $rows } rows, { $units } units, { $periods } periods ({ $from } – { $to }), { $events } events; { $dropped } rows left out
panel-rows-sentence = { $rows } rows of { $units } units in { $periods } periods ({ $from } – { $to }) with { $events } events; { $dropped } rows left out.
panel-verdict-finding = goes together
panel-verdict-early = early signal
panel-verdict-unclear = no clear link found
panel-verdict-direction = direction unclear
panel-verdict-not-enough = not enough for an answer
panel-flag-reversal = A reversal: across all rows the sign is the opposite of that within units. Only the comparison within units answers the question; units with high values differ from the others in more ways than this one.
panel-flag-opposite = Across all rows and within units the signs differ, but at least one of the two could be nothing.
panel-flag-differ = Units compared with each other say something else than units compared with themselves.
panel-flag-consistent = Units compared with each other and with themselves do not contradict each other.
panel-dropped-idle = neither exposure nor events
panel-dropped-without-exposure = events without exposure: look at these
panel-dropped-missing = too few earlier values of a predictor
panel-dropped-no-events = units without a single event ({ $units } units)
panel-dropped-constant = units whose predictors never move ({ $units } units)
panel-dropped-period = periods without a single event
panel-dropped-separated = rows that the levels of unit and period fit exactly
panel-used = rows used
panel-used-above = used, with more events than exposure
panel-distance =
    { $length ->
        [day] { $number ->
            [1] 1 day
           *[other] { $number } days
        }
        [week] { $number ->
            [1] 1 week
           *[other] { $number } weeks
        }
        [month] { $number ->
            [1] 1 month
           *[other] { $number } months
        }
        [quarter] { $number ->
            [1] 1 quarter
           *[other] { $number } quarters
        }
       *[year] { $number ->
            [1] 1 year
           *[other] { $number } years
        }
    }
panel-lag-same = the same period
panel-lag-before = { $distance } before
panel-lag-after = { $distance } after (check)
panel-window-same = Each predictor is taken from the same period as the events.
panel-window-one = Each predictor is taken from one period: { $first }.
panel-window = Each predictor is the mean of its values from { $first } to { $last }.
panel-time-each = Each period has a level of its own, so that season, trend and anything else that all units share is taken out.
panel-time-season = With so few units, a smooth season and a straight trend stand in for what all units share.
panel-time-trend = With so few units, a straight trend stands in for what all units share.
panel-time-none = What all units share over time is not taken out.
panel-rival-last-four = the last four periods
panel-rival-last-year = the same time last year
panel-rival-unit-rate = the unit’s usual rate
panel-held-own-rate-before = the unit’s own rate of the four periods before
panel-held-exposure = the exposure, beside its place in the rate
panel-held-own-season-and-trend = a season and a trend of each unit’s own
panel-scale = change of the rate, per cent
panel-column-predictor = Predictor
panel-column-change = Change of the rate
panel-column-verdict = Verdict
panel-column-measured = Measured
panel-estimate-sentence = Each line is the 95 % range of the change in the rate; ranges across the dotted line fit no change as well.
panel-estimate-caption = p is corrected for the number of predictors and for looking again as figures come in, so that it can be above 0.05 where a range leaves out no change.
panel-leaning = { $predictor }: without unit { $unit } the change would be { $change }.
panel-inflated = { $predictor }: the other predictors follow it closely and inflate its variance { $times } times.
panel-lumpy-as-expected = The counts are as lumpy as chance makes them (dispersion { $dispersion }); the ranges allow for it.
panel-lumpy = The counts are lumpier than chance makes them (dispersion { $dispersion }); the ranges allow for it.
panel-lumpy-very = The counts are much lumpier than chance makes them (dispersion { $dispersion }); the ranges allow for it.
panel-method-rate = The rate is { $count } over { $exposure }. Each unit is compared with its own usual level, so that lasting differences between units play no part.
panel-method-each-row = 1 in each row
panel-method-held = Held fixed beside the levels: { $held }.
panel-method-poisson = A Poisson model for rates is fitted by maximum likelihood; it needs only the mean to be right, not the spread.
panel-method-range = Ranges come from leaving out one unit at a time (cluster jackknife) and Student’s t with one degree of freedom less than units.
panel-method-p = p is the larger of that t-test, corrected for looking again as figures come in, and of flipping the signs of whole units; Holm’s method corrects it for the number of predictors.
panel-method-seed = Everything drawn at random starts from the seed { $seed }.
panel-section-lags = When, and which comes first?
panel-lags-sentence = Each distance in time by itself, on the same rows. The first rows look backwards as a check: a predictor measured after the events cannot have come first.
panel-lags-caption = q is p corrected for the number of distances (Benjamini and Hochberg).
panel-direction-unclear = Direction unclear: values measured after the events go together with them about as closely as earlier ones, so the events may come first, or both follow something else.
panel-reverse = The other way round: after periods with a rate one standard deviation above the unit’s usual, { $predictor } was { $estimate } higher (95 % range { $low } to { $high }).
panel-section-between = Between units and within them
panel-between-pooled = all rows alike
panel-between-units = units with each other
panel-between-within = each unit with itself
panel-between-caption = This predictor alone in the model. The last row is the one the answer rests on.
panel-section-forecast = Does it help to forecast?
panel-forecast-ahead = Periods ahead: { $horizon }
panel-forecast-yes = Predictive: in { $forecasts } forecasts of what was not yet known, the model with the predictors was better than every forecast without them.
panel-forecast-no = Not shown to be predictive: in { $forecasts } forecasts of what was not yet known, the model with the predictors was not clearly better than every forecast without them.
panel-forecast-short = No check: a forecast takes more than { $training } periods to learn from.
panel-forecast-scale = error saved against each rival, per cent
panel-forecast-with = with the predictors
panel-forecast-caption = Lower is better. Error saved is about the mean deviance; p is one-sided (Diebold and Mariano).
panel-column-forecast = Forecast
panel-column-deviance = Mean deviance
panel-column-error = Mean error of the rate
panel-column-scaled = MASE
panel-column-saved = Error saved

# Control charts
spc-kind-u = u chart (events per exposure)
spc-kind-laney = u′ chart (events per exposure, limits widened where periods differ)
spc-kind-p = p chart (shares)
spc-kind-laney-p = p′ chart (shares, limits widened where periods differ)
spc-kind-xmr = XmR chart (single measurements)
spc-kind-g = g chart (what is counted between events)
spc-kind-t = t chart (what is measured between events)
spc-title = { $value } per { $exposure }
spc-title-per = { $value } per { $per } { $exposure }
spc-title-between = { $exposure } between { $value }
spc-outside-high = { $value } is above the upper limit, { $limit }
spc-outside-low = { $value } is below the lower limit, { $limit }
spc-trend-high = { $points } points in a row that rise each time
spc-trend-low = { $points } points in a row that fall each time
spc-near-high = near the upper limit, two of three points in a row
spc-near-low = near the lower limit, two of three points in a row
spc-shift-high = { $points } points in a row above the usual level
spc-shift-low = { $points } points in a row below the usual level
spc-basis = { $kind }: { $points } points, { $gaps } gaps, { $span }.
spc-chosen-t = Chosen because there is less than one event a period: what lies between events says more than their number.
spc-no-point = There is no point with a value.
spc-usual = The usual level is { $level }.
spc-usual-wait = The usual level is { $level }: half of all waits are longer.
spc-rate-whole = { $title }: { $rate } over the whole time.
spc-width-wide = The limits lie { $width } times as far out as chance alone would put them (σz), because periods differ from each other.
spc-width-short = Neighbouring points differ { $sigma } times as much as chance makes them (σz). { $points } points say little about that: a dozen points of a steady series give anything from 0.6 to 1.5. So the limits are those of chance alone.
spc-width-chance = Neighbouring points differ { $sigma } times as much as chance makes them (σz), so the limits are those of chance alone; they are never narrower.
spc-rare = { $events } events are less than one a period; what lies between them says more: --chart t.
spc-rare-few = { $events } events in all: so few that even twice as many would mostly go unmarked.
spc-firm-few = With fewer than 12 points there is a line, but no limits and no signals.
spc-firm-flat = The points do not vary, so there are no limits and no signals.
spc-firm-provisional = Provisional limits: they rest on fewer than 20 points and will still move.
spc-run = { $run } points in a row on one side of the usual level are a signal.
spc-run-off = Rows of points on one side are no signal here: most points must lie on one side.
spc-false-alarms = Of steady series like this one, { $share } % would show a signal all the same, by chance.
spc-verdict =
    { $count ->
        [0] No signals: everything seen is within everyday variation.
        [1] One signal: more than everyday variation is probably at work.
       *[other] { $count } signals: more than everyday variation is probably at work.
    }
spc-runs-steady = Runs about the median: steady. The longest run has { $longest } points (up to { $most } is usual) and the median is crossed { $crossings } times (at least { $fewest } is).
spc-runs-unsteady = Runs about the median: not steady. The longest run has { $longest } points (up to { $most } would be usual) and the median is crossed { $crossings } times (at least { $fewest } would be).
spc-caption = The band shows usual variation, the dotted line the usual level. Triangles, squares and diamonds are signals.
spc-blank = No values
spc-section-signals = Signals
spc-section-basis = What it rests on
spc-section-reading = How to read it
spc-section-points = All points
spc-reading-xmr = The limits come from the series itself: three times its own everyday variation around the usual level. A signal says that a stretch is unlikely to be everyday variation; it does not say why.
spc-reading-waits = Each point is what lay between one event and the one before it; a high point is a long time without. Limits are where one wait in 740 would be as long, or as short, if nothing changed. A signal says that a stretch is unlikely to be everyday variation; it does not say why.
spc-reading-counts = The limits are exact at any count: where one period in 740 would lie if nothing changed, further out where periods differ by more than chance. A signal says that a stretch is unlikely to be everyday variation; it does not say why.
spc-column-period = Period
spc-column-value = Value
spc-column-lower = Lower limit
spc-column-upper = Upper limit
spc-column-signal = Signal

# Funnels
compare-kind =
    { $kind ->
        [region] region
        [site] site
        [unit] unit
       *[team] team
    }
compare-kinds =
    { $kind ->
        [region] regions
        [site] sites
        [unit] units
       *[team] teams
    }
compare-kinds-title =
    { $kind ->
        [region] Regions
        [site] Sites
        [unit] Units
       *[team] Teams
    }
sites-headline =
    { $count ->
        [0] No { compare-kind } differs from the others by more than chance.
        [1] One { compare-kind } differs from the others by more than chance.
       *[other] { $count } { compare-kinds } differ from the others by more than chance.
    }
sites-all-together = all together { $rate }
funnel-known = { $known } units; { $missing } without a value or exposure are left out.
funnel-shares = Read as shares, so many of so many; --rates if one exposure can bring several events.
funnel-all = All together: { $rate }.
funnel-no-limits = No limits: they take at least { $needed } units and one event.
funnel-list = So few units are listed with their ranges, from the highest down; where ranges overlap the order may be chance.
funnel-usual = The limits stand around { $usual }, the rate of the { compare-kinds } that agree. Those far off have no part in it.
funnel-wide = { compare-kinds-title } differ { $width } times as much as chance explains, so the limits allow for a standard deviation of { $between } between { compare-kinds }.
funnel-reach = The limits lie { $reach } instead of 3 standard deviations out, because so many { compare-kinds } are judged at once, or so few tell how much they differ.
funnel-above = { $unit }: { $range }, above the upper limit for its size, { $limit }.
funnel-below = { $unit }: { $range }, below the lower limit for its size, { $limit }.
funnel-caption = Each dot is a unit; the band is where a unit of that size can lie by chance and by as much as units differ anyway. Only marked units lie outside it.
funnel-caption-list = Each row is a unit with its 95 % range; the dotted line is all together.
funnel-section-outside = Outside the limits, in the order of the file
funnel-section-units = All units
funnel-reading = A funnel chart is used instead of a ranking: small units swing widely by chance, so their limits are wide. Being outside is a reason to look, not a verdict on anyone.
funnel-blank = No units
funnel-column-unit = Unit
funnel-column-rate = Rate
