"""Checks the dataset against the rules, one small function a rule, and explains every rule with an example.

Does not know pages, nor what becomes of data that pass.
"""
