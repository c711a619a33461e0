"""The questions asked of a plan, one folder each: its search, run, book, words and its view in the terminal."""
