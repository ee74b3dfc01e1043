"""Writes what a new country or a new record begins with: files that say by comments what belongs where.

What the files claim comes from ISO 3166-1 (through pycountry) and from the Unicode CLDR (through Babel), cited as such;
all else stands as not researched or as a comment.
"""

from __future__ import annotations


class ScaffoldError(Exception):
    """Nothing was written; the message says why, on one line."""
