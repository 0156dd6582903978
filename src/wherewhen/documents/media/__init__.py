"""Pictures and films: what they say about themselves, and prints by which copies are known."""
