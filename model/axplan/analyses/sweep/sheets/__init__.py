"""The sheets of the sweep workbook."""
