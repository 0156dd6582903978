"""A saved web page, from markup to pieces of text with a place on the page.

tree -> structure (what is hidden, marginal, main) -> walk (pieces and pictures in reading order)
-> roles (the kind of each piece) -> assembly by the HTML reader.
"""
