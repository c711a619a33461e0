"""The sheets of the workbook of near-optimal ranges."""
