"""From inputs to a certified plan: optimise, choose among equals, certify, round, and say what the optimum depends on."""
