"""Tables as they are declared, the dictionary of result columns, and the same as CSV."""
