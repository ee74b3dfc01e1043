"""Puts records, questions, figures and the worklist into the order in which pages show them.

Does not know templates or HTML, nor which pages the site has besides those that it names.
"""
