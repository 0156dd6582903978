"""The published page in a real browser."""
