"""The report of an import, filled while its records come."""

from __future__ import annotations

from dataclasses import field

from annotations.problems import Noted, Problem
from annotations.processes.quick_dataclass import dataclass


@dataclass
class ImportReport:
    """The report of an import: what came, what was there already, and what could not come."""

    articles: int = 0
    sets: int = 0
    across: int = 0  # statements across articles
    already: list[str] = field(default_factory=list)  # what was there before, unchanged
    changed: Noted = field(default_factory=Noted)  # what was taken otherwise than it stands in a file
    refused: Noted = field(default_factory=Noted)
    labels: set[str] = field(default_factory=set)  # all that occur
    labels_added: list[str] = field(default_factory=list)

    @property
    def notices(self) -> list[str]:
        return self.changed.lines()

    @property
    def problems(self) -> list[Problem]:
        """Return what could not come; of very many of one kind in a file the first."""
        return [*self.refused]
