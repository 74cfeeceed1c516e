"""Sentences on proposals that are not those that a search would make now."""

from __future__ import annotations

MADE_FOR = "The proposals were made for {annotator}'s work; search again."
OLD = "Articles or suggestions have changed since the last search."
TAKEN_BACK = "Decisions were taken back since the last search; it may find more now."
