"""Says how pages, facts and sources are cited, and writes the data as files for other programs.

Does not know templates.
"""
