"""The names of people as a paper shows them: their own, or A1, A2, ... in their place."""

from __future__ import annotations

from collections.abc import Collection

from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD


@dataclass(frozen=True)
class ShownNames:
    """The people of a project in alphabetical order; `hidden`: each is shown by a letter and number."""

    people: tuple[str, ...]
    hidden: bool = False

    def of(self, name: str) -> str:
        """Return the person's name as it is shown; gold is nobody's.  What nobody is called is a name all the same.

        >>> ShownNames(("anna", "bert"), hidden=True).of("bert")
        'A2'
        """
        if not self.hidden or name in ("", GOLD):
            return name
        return f"A{self.people.index(name) + 1}" if name in self.people else "somebody else"

    def origin(self, name: str) -> str:
        """Return a suggestion's origin as it is shown: people are hidden, pipelines and rules are not."""
        return self.of(name) if name in self.people else name

    def all(self, names: Collection[str]) -> list[str]:
        return [self.of(name) for name in names]
