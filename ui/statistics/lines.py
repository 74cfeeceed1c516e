"""The searches that lie behind the figures: a line for the view Search of the spans, or facts, that a figure counts."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.search.query import AskedField, Query, Term, TermKind
from annotations.search.writing import write
from annotations.statistics.shapes import EVERYONE
from ui.plots.plots import NOTHING, Behind

DECIDED = ("confirmed", "rejected")


@dataclass(frozen=True)
class Whose:
    """Whose figures they are: an annotator, gold or everyone; `own` is the name of who looks at them."""

    annotator: str
    own: str

    @property
    def is_everyone(self) -> bool:
        """Return whether it is nobody's work alone, which no search finds."""
        return self.annotator == EVERYONE

    def behind(self, **asked: str | tuple[str, ...]) -> Behind:
        """Return the search for what has all of that in that person's work; a field in capitals is negated."""
        return self.found((), **asked)

    def found(self, words: tuple[str, ...], **asked: str | tuple[str, ...]) -> Behind:
        """Return the same, with phrases that stand in it."""
        if self.is_everyone:
            return NOTHING
        fields = [
            AskedField(name.lower(), (value,) if isinstance(value, str) else value, name.isupper())
            for name, value in asked.items()
        ]
        if self.annotator != self.own:
            fields.append(AskedField("annotator", (self.annotator,)))
        terms = tuple(Term(TermKind.PHRASE, phrase) for phrase in words)
        return Behind(query=write(Query(terms, tuple(fields))))
