"""Names made fit for a format that cannot hold them: one name always in the same way, never two alike."""

from __future__ import annotations

import re

from annotations.formats.base import Losses


class Names:
    """The names of one export as a format can hold them.

    `unfit` is a pattern of the characters that must not stand in a name; "" allows all.
    """

    def __init__(self, unfit: str, losses: Losses) -> None:
        self._unfit = re.compile(unfit) if unfit else None
        self._losses = losses
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def fit(self, name: str, kind: str = "labels") -> str:
        """Return the name as it is written; a change is noted once a name."""
        if self._unfit is None:
            return name
        if name not in self._given:
            made = self._unfit.sub("_", name)
            bare = made.strip("_")
            left = bare if bare.strip() else kind.removesuffix("s")
            self._given[name] = self._free(name if made == name else left)
            if self._given[name] != name:
                self._losses.note(f"{kind} renamed", f"{name} is {self._given[name]}")
        return self._given[name]

    def _free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self._taken:
            name, number = f"{wanted}_{number}", number + 1
        self._taken.add(name)
        return name
