"""Workbooks read without losing a cell: the archive, the gate, its parts, the cells of a sheet."""
