"""Moments: cards that come over the article for a while, and go: under the mouse, at an article's end, first steps."""
