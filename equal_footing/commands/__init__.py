"""The command line, `python -m equal_footing`, which `Makefile` calls.

Only hands on to the other rooms and prints; knows nothing of its own.
"""
