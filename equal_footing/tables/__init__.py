"""Says which tables the data are published as, and writes them as CSV, SQLite and Parquet with their description.

Does not know pages, templates or the address of the site.
"""
