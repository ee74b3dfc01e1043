"""Puts records, questions, figures and the worklist into the order in which pages show them.

Does not know templates, addresses of the site or HTML.
"""
