"""From inputs to a certified plan: optimise, choose among equals, certify, round, and show what the plan rests on."""
