"""Holds the dataset against the rules, one small function a rule, and explains every rule with an example.

Comes after the room `statement`, from which it has the points of figures. Does not know pages or wording.
"""
