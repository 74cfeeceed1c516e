"""Names: which wordings are of one entity, and which must stay apart."""
