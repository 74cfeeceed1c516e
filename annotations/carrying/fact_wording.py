"""The wording of a fact: its type and the words of its roles, which make it the same as another."""

from __future__ import annotations

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class FactWording:
    """A fact's type and the words of its roles; the trigger's words where no role is filled."""

    type: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    trigger: str = ""

    @classmethod
    def of(cls, fact: Fact, text: str) -> FactWording:
        """Return the wording of a fact in that text; the order of roles and fillers says nothing."""
        words = {
            role.role: tuple(sorted(_said(text, filler.start, filler.end) for filler in role.fillers))
            for role in fact.roles
            if role.fillers
        }
        trigger = _said(text, *fact.trigger) if fact.trigger and not words else ""
        return cls(fact.type, tuple(sorted(words.items())), trigger)

    @property
    def longest(self) -> str:
        """Return the longest of its words, which the articles that have such a fact must have."""
        return max((self.trigger, *(words for _, several in self.roles for words in several)), key=len)


def _said(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
