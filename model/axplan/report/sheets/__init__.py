"""The sheets of the result workbook, one file each; a file has one function `write(book)`."""
