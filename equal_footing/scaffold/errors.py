"""The error that stops the scaffold before it writes anything."""


class ScaffoldError(Exception):
    """Nothing was written; the message says why, on one line."""
