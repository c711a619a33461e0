"""The plan as it is printed: in whole units of money and persons, so that every total is the sum of its parts.

Not the totals are rounded but the amounts of the single lines (a commitment of a cell, a training course, an outlay),
once, and every table of the book adds these up. `controlled` chooses which lines go up and which down; `amounts` says
which sums are to stay near, and `bounds` how far a line may go; `ledgers` keeps the ledgers balanced; `printed` puts
the plan together and proves that no constraint was broken.
"""
