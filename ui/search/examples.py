"""Searches that show what can be asked, made of the project's own labels, fact types and words."""

from __future__ import annotations

import re

from annotations.schema.types import Schema
from annotations.search.query import AskedField, Query, Term, TermKind
from annotations.search.writing import write

COUNT = 3
LEAST_WORD = 4  # letters of a word that is worth an example
WORDS = re.compile(r"[^\W\d_]+")


def examples(schema: Schema, text: str) -> list[str]:
    """Return three lines: of words of the text, of a label, of a fact type; fewer where the project has none.

    >>> examples(Schema("Empty"), "Oslo waits.")
    ['Oslo', 'wait*', '/\\\\d+/']
    """
    found = [write(query) for query in (*_words(text), *_labels(schema), *_facts(schema))]
    if len(found) < COUNT:
        found += [write(Query((term,))) for term in _more_words(text)]
    return list(dict.fromkeys(found))[:COUNT]


def _words(text: str) -> list[Query]:
    word = next((one[0] for one in WORDS.finditer(text) if len(one[0]) >= LEAST_WORD), "")
    return [Query((Term(TermKind.WORD, word),))] if word else []


def _labels(schema: Schema) -> list[Query]:
    """Return a search for suggestions of the first label that are hardly sure."""
    name = next((label.name for label in schema.labels.values() if not label.archived), "")
    asked = (AskedField("label", (name,)), AskedField("status", ("suggested",)))
    return [Query(asked=asked)] if name else []


def _facts(schema: Schema) -> list[Query]:
    """Return a search for facts of the first type with its first role filled."""
    kind = next((one for one in schema.facts.values() if not one.archived), None)
    if kind is None:
        return []
    role = next(iter(kind.roles), "")
    asked = (AskedField("fact", (kind.name,)), *((AskedField("role", (role,)),) if role else ()))
    return [Query(asked=asked)]


def _more_words(text: str) -> list[Term]:
    """Return a prefix and a regular expression, for a project without labels or facts."""
    words = [one[0] for one in WORDS.finditer(text) if len(one[0]) >= LEAST_WORD]
    prefix = [Term(TermKind.WORD, words[-1][:-1], goes_on=True)] if words else []
    return [*prefix, Term(TermKind.PATTERN, r"\d+")]
