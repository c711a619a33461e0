"""What every room stands on: words in two languages, problems and errors, files that appear whole, work shared among
processes."""
