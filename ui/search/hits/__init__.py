"""The hits of a search: how they come, their table, the counts beside it, and the ways into the articles."""
