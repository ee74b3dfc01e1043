"""Says which tables the data are published as, and writes them as CSV, SQLite and Parquet with their description.

Does not know templates or what pages show; the address of the site is handed to it.
"""
