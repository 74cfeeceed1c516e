"""A search as the line that asks for it: `parse(write(query)) == query` for every query that a line can ask."""

from __future__ import annotations

import re

from annotations.search.parts import NOT
from annotations.search.query import AskedField, Query, Term, TermKind
from annotations.search.values import words_written

_PLAIN_WORD = re.compile(r'(?!["/-])(?![^\W\d_]+:)[^\s*]+')
_PLAIN_VALUE = re.compile(r'[^\s",:]+')


def write(query: Query) -> str:
    """Return the line: the words, then the fields, in their order."""
    return " ".join((*map(written_term, query.terms), *map(written_field, query.asked)))


def written_term(term: Term) -> str:
    """Return the part of words as it stands in a line; a word that cannot stand so as a phrase."""
    sign = NOT if term.negated else ""
    if term.kind == TermKind.PATTERN:
        escaped = re.sub(r"\\.|/", lambda one: "\\/" if one[0] == "/" else one[0], term.text, flags=re.DOTALL)
        return f"{sign}/{escaped}/{'i' if term.any_case else ''}"
    words = words_written(term.text, term.goes_on)
    if term.kind == TermKind.WORD and _PLAIN_WORD.fullmatch(term.text):
        return sign + words
    return sign + quoted(words)


def written_field(asked: AskedField) -> str:
    """Return the field with its values as it stands in a line."""
    return f"{NOT if asked.negated else ''}{asked.field}:{','.join(map(written_value, asked.values))}"


def written_value(value: str) -> str:
    """Return one value as it stands behind a field, in quotes where it must."""
    return value if _PLAIN_VALUE.fullmatch(value) else quoted(value)


def quoted(text: str) -> str:
    r"""Return the text in quotes; a backslash is doubled only where it would take what follows."""
    escaped = re.sub(r'\\(?=[\\"]|\Z)|"', lambda one: "\\" + one[0], text)
    return f'"{escaped}"'
