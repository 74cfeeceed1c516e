"""The table of the view Compare: a row a group of facts, a column an article; only what is in view is laid out."""
