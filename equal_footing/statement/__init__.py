"""Resolves a fact into one frozen value, and words it as plain text, as Markdown and as a credit of its source.

Comes before the check, whose rules on figures read the same points as the drawings. Does not know which page, file or
edition asks for it.
"""
