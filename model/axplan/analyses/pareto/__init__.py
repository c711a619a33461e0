"""What one aim costs in terms of another: the Pareto frontier (효율 변경)."""
