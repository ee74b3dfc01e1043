"""Ties the pages to MkDocs: generated files, navigation, and the list of mistakes while serving.

It is the only room that imports MkDocs, and does not know what a page says.
"""
