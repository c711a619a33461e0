"""The sheets of the comparison workbook."""
