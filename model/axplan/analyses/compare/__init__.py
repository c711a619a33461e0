"""Two cases beside each other: which input cells differ, what that does to the plan, and how much each difference
made."""
