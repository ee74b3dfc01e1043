"""Writes what a new country or a new record begins with, from ISO 3166-1 and the Unicode CLDR, all or nothing.

Does not know pages.
"""
