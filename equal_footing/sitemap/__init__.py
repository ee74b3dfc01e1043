"""Says which pages, addresses and anchors the site has, and which published addresses or built links are dead.

Does not know what a page shows.
"""
