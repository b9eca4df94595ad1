period-week = week { $week }, { $year }
period-quarter = Q{ $quarter } { $year }
