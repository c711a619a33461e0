"""What one aim costs in terms of another: the Pareto frontier (파레토 경계)."""
