"""Reads YAML files strictly and reports mistakes with file, line, column and a remedy.

Does not know what a key or a value means.
"""
