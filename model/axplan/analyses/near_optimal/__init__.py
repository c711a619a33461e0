"""How firm a plan is: near-optimal ranges and alternatives (MGA, modelling to generate alternatives)."""
