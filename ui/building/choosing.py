"""Words chosen by the arrows: from one token of a sentence to another, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.fact_draft import Range
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class WordChoice:
    """The words from where the choice began to where it stands, either first: ranges of two tokens."""

    anchor: Range
    head: Range

    @property
    def bounds(self) -> Range:
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])


def stepped(
    words: Sequence[Range], choice: WordChoice | None, step: int, near: Range, *, extends: bool
) -> WordChoice | None:
    """Return the choice one word on (1) or back (-1); the first is the one beside the place `near`.

    None where the sentence has no words.
    """
    if not words:
        return None
    if choice is None:
        beside = _beside(words, near, step)
        return WordChoice(beside, beside)
    head = _beside(words, choice.head, step)
    return WordChoice(choice.anchor if extends else head, head)


def _beside(words: Sequence[Range], at: Range, step: int) -> Range:
    """Return the next word behind the place or ahead of it; at the end the last."""
    if step > 0:
        return next((word for word in words if word[0] >= at[1]), words[-1])
    return next((word for word in reversed(words) if word[1] <= at[0]), words[0])
