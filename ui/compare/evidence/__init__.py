"""The evidence of the view Compare: the articles of the cells in hand, at their facts."""
