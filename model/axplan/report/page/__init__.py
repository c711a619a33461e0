"""A worksheet and how it falls on paper: widths, heights, pages, charts side by side, text that stays text."""
