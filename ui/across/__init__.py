"""What other articles have to do with the one in Annotate: the entity in focus, and facts that they contradict."""
