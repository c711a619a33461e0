"""A scenario from its file to its results on disk, one or many, and the record of how it was made."""
