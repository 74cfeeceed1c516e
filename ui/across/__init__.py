"""The article in Annotate among the others: the entity in focus, and the facts that they contradict."""
