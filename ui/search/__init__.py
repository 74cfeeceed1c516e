"""The view Search: the line and form of a search, its hits in their context, counts beside them."""
