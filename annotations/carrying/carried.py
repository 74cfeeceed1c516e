"""A decision to carry to hits, as a value: a row of the table of decisions, with what it is about."""

from __future__ import annotations

from enum import StrEnum

from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import FactType


class Extent(StrEnum):
    """The stretch around a hit that is made boilerplate."""

    WORDS = "words"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class CarriedDecision:
    """A decision to carry to hits; `kind` names a row of `decisions.DECISIONS`.

    `label`: the label that spans get; `was`: that decided about, "" for whatever stands there.  `fact_type`: the type that facts get.
    `text`, `at`: the words and the time (UTC, ISO 8601) of a comment.  `extent`: what is made boilerplate.  `spares`: confirmed facts are left, unless
    somebody asks.  `in_done`: it is carried into articles that are done.
    """

    kind: str
    label: str = ""
    was: str = ""
    fact_type: FactType | None = None
    text: str = ""
    at: str = ""
    extent: Extent = Extent.WORDS
    spares: bool = False
    in_done: bool = True
