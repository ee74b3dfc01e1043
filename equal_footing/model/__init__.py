"""Says what the files in `data/` may hold, and links what they hold into one dataset.

Does not know the rules that hold between facts, records and files, nor how anything is shown.
"""
