"""The view Compare: stories and entities on the left, the table of groups by articles, evidence beside it."""
