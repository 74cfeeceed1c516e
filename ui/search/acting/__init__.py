"""What is done to the hits of a search: the row of verbs, and the list that shows before what would be."""
