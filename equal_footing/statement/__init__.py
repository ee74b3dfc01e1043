"""Resolves a fact into one frozen value, and words it as plain text, as Markdown and as a credit of its source.

Does not know which page, file, edition or rule asks for it.
"""
