"""Makes the index in which the site's search looks: what pages are called and say, in pieces that a browser fetches.

It does not know how a page is drawn, nor how results are shown.
"""
