"""Help: what the menu of that name offers, beside the keys and the report of a problem."""
