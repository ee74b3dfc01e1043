"""Says again as JSON, tables and catalogues what the pages of the site say, and describes the form of these.

Does not know templates.
"""
