"""Keeps on disk what is expensive to make, and lets one process at a time change a folder.

Does not know what it keeps.
"""
