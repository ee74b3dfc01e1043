"""The MkDocs plugin `equal-footing`: adds the pages that come from the data, and their navigation, to a MkDocs site.

It is the only room that imports MkDocs, and does not know what a page says.
"""
