"""Formats of the whole project: entities, fact groups and stories across articles, as an annotator has them."""
