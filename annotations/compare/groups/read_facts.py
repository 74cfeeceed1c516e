"""Facts as they are compared: values that `fact_reading` makes of facts and `scoring` holds beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from annotations.compare.groups.counts import Counted
from annotations.compare.groups.days import DaySpan
from annotations.processes.quick_dataclass import dataclass

Part = Literal["agents", "objects", "means", "places"]
# What a filler gives, each with a weight: `e:` an entity, `c:` a country, `w:` a stem, `v:` words for anybody.
Keys = dict[str, float]


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact as it is compared; `article` and `sentence` are places, `words` is a unit vector of the sentence.

    `where`: its places and those that its objects name; `around`: keys of what these lie in; `weekdays`: 0 is Monday.
    `pinned`: something tells its occasion; `running`: it goes on since a day; `ordinal`: of "the 26th attack".
    """

    key: str
    article: int
    sentence: int
    type: str
    sense: str
    parts: Mapping[Part, Keys]
    where: Keys
    around: frozenset[str]
    counts: tuple[Counted, ...]
    days: tuple[DaySpan, ...]
    weekdays: frozenset[int]
    words: dict[str, float]
    speech: bool
    pinned: bool
    running: bool
    ordinal: int | None
    former: bool = False
    several: bool = False
    written: Mapping[str, str] = field(default_factory=dict)  # how a key is written, for reasons
    keys: tuple[str, ...] = ()  # what another fact of the same event may have in common
