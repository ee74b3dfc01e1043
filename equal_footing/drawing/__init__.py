"""Draws pages with Jinja templates from what the earlier rooms worked out.

Does not know MkDocs.
"""
