"""The questions asked of a plan, one folder each: its search, its run, its book, its words and its view in the
terminal."""
