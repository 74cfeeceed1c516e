"""The entities of a story: their list, the one in hand with its mentions, and the verbs on them."""
