"""Says how pages, facts and sources are cited.

Does not know templates.
"""
