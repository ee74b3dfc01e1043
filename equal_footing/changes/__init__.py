"""Compares two states of the data by what they mean, and makes and keeps editions.

Does not know how a difference is drawn on a page.
"""
