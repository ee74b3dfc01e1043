"""Writes the JSON Schemas with which editors complete and check the data files, from the models and the vocabulary.

Does not know pages.
"""
