"""The explanation in words and tables."""
