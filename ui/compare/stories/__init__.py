"""The stories of the view Compare: which articles are compared in one table."""
