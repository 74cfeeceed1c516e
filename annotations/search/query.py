"""A search as values: words, and what is asked of spans, facts and articles; docs/search.md says what each means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from annotations.processes.quick_dataclass import dataclass

ANY = "*"  # the value that means any, and what ends a word that may go on


class SearchTarget(StrEnum):
    """The kind of thing that a search finds."""

    WORDS = "words"
    SPANS = "spans"
    FACTS = "facts"


class TermKind(StrEnum):
    """The way in which a part of words is looked for."""

    WORD = "word"
    PHRASE = "phrase"
    PATTERN = "pattern"


@dataclass(frozen=True)
class Term:
    """A part of words: a word, a phrase or a regular expression.

    `goes_on`: the last word may go on (of WORD and PHRASE); `any_case`: capitals count as small letters (of
    PATTERN: the others always do so).
    """

    kind: TermKind
    text: str
    negated: bool = False
    goes_on: bool = False
    any_case: bool = False


@dataclass(frozen=True)
class AskedField:
    """One field with the values of which any must hold, each without its quotes; (ANY,) means any."""

    field: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True)
class SearchField:
    """A row of the table of fields: what it is asked of, and what it is called in the form."""

    of: str  # spans, facts, marks (both), work, articles, places
    title: str


FIELDS: Mapping[str, SearchField] = {
    "label": SearchField("spans", "Label"),
    "was": SearchField("spans", "Corrected from"),
    "origin": SearchField("marks", "Found by"),
    "score": SearchField("marks", "Score"),
    "status": SearchField("marks", "Status"),
    "fact": SearchField("facts", "Fact type"),
    "role": SearchField("facts", "Role"),
    "filler": SearchField("facts", "Words in a role"),
    "value": SearchField("facts", "Value"),
    "modality": SearchField("facts", "Modality"),
    "negated": SearchField("facts", "Negated"),
    "according": SearchField("facts", "According to"),
    "annotator": SearchField("work", "Annotator"),
    "state": SearchField("articles", "State"),
    "topic": SearchField("articles", "Topic"),
    "source": SearchField("articles", "Source"),
    "date": SearchField("articles", "Date"),
    "article": SearchField("articles", "Article"),
    "boilerplate": SearchField("places", "Boilerplate"),
}


@dataclass(frozen=True)
class Query:
    """A search: all of its terms and fields must hold."""

    terms: tuple[Term, ...] = ()
    asked: tuple[AskedField, ...] = ()

    @property
    def target(self) -> SearchTarget:
        """Return the kind of thing that it finds."""
        asked = {FIELDS[one.field].of for one in self.asked}
        if "facts" in asked:
            return SearchTarget.FACTS
        return SearchTarget.SPANS if asked & {"spans", "marks"} else SearchTarget.WORDS

    def about(self, field: str) -> tuple[AskedField, ...]:
        """Return all that is asked of that field."""
        return tuple(one for one in self.asked if one.field == field)
