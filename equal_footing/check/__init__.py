"""Holds the dataset against the rules, one small function a rule, and explains every rule with an example.

Does not know pages or wording.
"""
