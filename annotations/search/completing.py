"""Completion of a half-typed line: names of fields, and behind a colon their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from annotations.search.form import listed_value
from annotations.search.parsing import FIXED, KnownValues
from annotations.search.parts import LinePart, LinePiece, is_closed, listed, parts_of
from annotations.search.query import ANY, FIELDS
from annotations.search.writing import quoted, written_value

MOST = 100  # completions of one place
TELLING = 2  # letters that are looked for within values too
OF: Mapping[str, str] = {  # what the row of a field says it is asked of
    "spans": "of a span",
    "facts": "of a fact",
    "marks": "of a span or a fact",
    "work": "whose work is looked at",
    "articles": "of the article",
    "places": "of the place",
}
FORMS: Mapping[str, Mapping[str, str]] = {  # of fields whose values are no names: some to begin with
    "score": {"<0.5": "below", ">=0.9": "from there on", "0.5..0.7": "between", "none": "without a score"},
    "date": {">=": "from that day on", "<=": "until that day"},
}
CLOSED = ("annotator", *FORMS, *FIXED)  # fields of which "any" is no question
SIGNS = "then a sign, = != > >= < <=, and "
ANYTHING = "any"


class Completion(NamedTuple):
    """A text for `[start, end)` of the line, in code points, with a few words about it."""

    start: int
    end: int
    text: str
    about: str


def completions(line: str, caret: int, known: KnownValues) -> list[Completion]:
    """Return what may stand where the caret is: what begins as typed first, at most MOST.

    `known`: the values of fields that a project has.
    """
    part = next((one for one in parts_of(line) if one.whole.start < caret <= one.whole.end), None)
    if part is None:
        is_inside = any(one.whole.start <= caret < one.whole.end for one in parts_of(line))
        return [] if is_inside else _fields(LinePiece(caret, caret, ""), "")
    if part.field is None or caret <= part.field.end:
        return _of_word(part, line, caret)
    piece = next(one for one in part.values if caret <= one.end)
    return _values(part, part.field.text.casefold(), piece, line[piece.start : caret], known)


def entry_completions(field: str, text: str, caret: int, known: KnownValues) -> list[Completion]:
    """Return the same for the entry of a field in a form."""
    pieces = list(listed(text))
    piece = next((one for one in pieces if one.start <= caret <= one.end), LinePiece(caret, caret, ""))
    offered = _offered(field, known)
    free = offered.keys() - {one.text.strip('"') for one in pieces if one is not piece}
    return [
        Completion(piece.start, piece.end, f"{one} " if field == "value" else listed_value(one), offered[one])
        for one in _beginning(text[piece.start : caret].strip('"'), free, offered)
    ][:MOST]


def _of_word(part: LinePart, line: str, caret: int) -> list[Completion]:
    """Return the fields that the word before the caret may become; none where it is no plain word."""
    start = part.whole.start + part.negated
    end = part.field.end + 1 if part.field else part.whole.end
    typed, rest = line[start:caret], line[caret:end].rstrip(":")
    if caret < start or not (typed + rest or "a").isalpha():
        return []
    return _fields(LinePiece(start, end, line[start:end]), typed)


def _fields(piece: LinePiece, typed: str) -> list[Completion]:
    about = {f"{name}:": f"{row.title}, {OF[row.of]}" for name, row in FIELDS.items()}
    return [
        Completion(piece.start, piece.end, name, said)
        for name, said in about.items()
        if name.startswith(typed.casefold())
    ]


def _values(part: LinePart, field: str, piece: LinePiece, typed: str, known: KnownValues) -> list[Completion]:
    if field not in FIELDS:
        return []
    is_open = typed.startswith('"') and not is_closed(piece.text, '"')
    end = piece.start + len(typed) if is_open else piece.end  # an open quote has taken the rest of the line
    given = {one.text.strip('"') for one in part.values if one is not piece}
    offered = _offered(field, known)
    return [
        Completion(piece.start, end, _text(field, value), offered[value])
        for value in _beginning(typed.strip('"'), offered.keys() - given, offered)
    ][:MOST]


def _offered(field: str, known: KnownValues) -> Mapping[str, str]:
    """Return the values of a field, each with what is said about it; "any" last."""
    if field == "value":
        return {role: SIGNS + f"a {kind}" for role, kind in known.get(field, {}).items()}
    values = {**known.get(field, dict.fromkeys(FIXED.get(field, ()), "")), **FORMS.get(field, {})}
    return values if field in CLOSED else {**values, ANY: ANYTHING}


def _text(field: str, value: str) -> str:
    if field == "value":  # its quotes stay open for what follows
        return quoted(value)[:-1] + " "
    return value if value == ANY or field in FORMS else written_value(value)


def _beginning(typed: str, free: Iterable[str], order: Mapping[str, str]) -> list[str]:
    """Return those that begin so, then those that hold it, once it says something, each in their order."""
    folded, among = typed.casefold(), set(free)
    values = [one for one in order if one in among]
    begun = [one for one in values if one.casefold().startswith(folded)]
    held = [one for one in values if folded in one.casefold()] if len(folded) >= TELLING else []
    return list(dict.fromkeys((*begun, *held)))
