"""The command line, `python -m equal_footing`, which the Makefile calls.

Only passes on to the other rooms and prints what they answer; knows nothing of its own.
"""
