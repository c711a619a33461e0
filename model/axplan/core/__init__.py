"""What every room stands on: words in two languages, problems and errors, files that appear whole, shared work."""
