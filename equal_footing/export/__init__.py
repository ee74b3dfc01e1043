"""Publishes what the pages say as JSON, tables and catalogues, and describes the form of these files.

Does not know templates.
"""
