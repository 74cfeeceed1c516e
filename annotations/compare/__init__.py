"""Comparing articles: which mentions are one entity, which facts report one event, and how their values go together.

Pure: nothing here reads a database or draws.  `items` are what a person decides, `material` and `proposed` what
goes into and comes out of the search for proposals, `comparison` what the two together say.
"""
