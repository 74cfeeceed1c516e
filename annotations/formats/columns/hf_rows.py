"""Rows of tokens as data sets have them: with a tag each, as text or as a number with a name, or with spans of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotations.facts import Fact
from annotations.formats.arcs import Arc, ArcEnd, facts_of
from annotations.formats.columns.tag_words import SPELLINGS, TagWords, spelling
from annotations.formats.columns.tagged import OUTSIDE
from annotations.formats.lines.json_broken import wrong
from annotations.formats.lines.loose_spans import span, spans
from annotations.formats.reading.given import Found, Given
from annotations.json_fields import BadItem, Json, listed
from annotations.problems import Notice, Problem, worded

TOKENS = ("tokens", "words", "tokenized_text", "token_list")
TAGS = (  # the more usual first
    *("ner_tags", "ner", "ner_labels", "tags", "labels", "ner_tag", "label", "iob_tags", "bio_tags"),
    *("entity_tags", "named_entities", "fine_ner_tags"),
)
SPANS = ("entities", "spans", "ner")  # spans of tokens, where there are no tags
NAMELESS = "its tags are numbers without names; the dataset card README.md must lie beside it"
OTHERS = "What was said of the tokens in {names} was not read."
INCLUSIVE = "The spans of tokens were taken to end with the last token that they name."
Names = Mapping[str, Sequence[str]]  # of the numbers, by the field that has them


def row(path: Path, line: int, value: Json, names: Names) -> Iterator[Given | Problem]:
    """Yield the record of a row, then what was left out of it."""
    try:
        tokens = _tokens(value)
        field = next((name for name in TAGS if _is_of_tags(value.get(name), tokens)), "")
        left: list[str] = []
        said: list[str] = []
        facts: list[Fact] = []
        text, places = _laid_out(value, tokens)
        if field:
            tags, written = _tagged(value[field], names.get(field, ()))
            found = [_found(place, places) for place in tags.spans(written)]
            said = [*tags.notices()]
        else:
            found, facts, left = _of_spans(value, places)
    except BadItem as error:
        yield Problem(path, line, wrong(error))
        return
    id_, meta, others = _beside(value, field, tokens)
    yield Given(text, id_, meta=meta, spans=found, facts=facts, line=line)
    yield from (Problem(path, line, why) for why in left)
    if others:
        said.append(worded(OTHERS, names=", ".join(others)))
    yield from (Notice(path, line, one) for one in said)


def _tokens(value: Json) -> list[str]:
    tokens = listed(value, next((name for name in TOKENS if name in value), TOKENS[0]))
    if not tokens or set(map(type, tokens)) != {str} or "" in tokens:
        raise BadItem("it has no tokens with a tag each")
    return tokens


def _is_of_tags(found: Any, tokens: list[str]) -> bool:
    """Return whether a field has a tag for each token."""
    return isinstance(found, list) and len(found) == len(tokens) and set(map(type, found)) in ({str}, {int})


def _tagged(found: list[Any], names: Sequence[str]) -> tuple[TagWords, list[str]]:
    """Return how the tags are read, and the tags."""
    if type(found[0]) is int:
        if not 0 <= min(found) <= max(found) < len(names):
            raise BadItem(NAMELESS)
        found = [names[number] for number in found]
        way = spelling(set(names))
    else:
        way = spelling(set(found)) or (SPELLINGS[0] if set(found) == {OUTSIDE} else None)
    return TagWords(way), found


def _laid_out(value: Json, tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text and where the tokens lie: the row's own text when they all lie in it, else they with blanks."""
    own = value.get("text")
    if isinstance(own, str) and (places := _in_text(own, tokens)):
        return own, places
    places, at = [], 0
    for token in tokens:
        places.append((at, at + len(token)))
        at += len(token) + 1
    return " ".join(tokens), places


def _in_text(text: str, tokens: list[str]) -> list[tuple[int, int]] | None:
    places, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        if start < 0:
            return None
        at = start + len(token)
        places.append((start, at))
    return places


def _found(place: tuple[int, int, str], places: list[tuple[int, int]], key: str = "") -> Found:
    first, last, label = place
    return Found(places[first][0], places[last - 1][1], label, key=key)


def _of_spans(value: Json, places: list[tuple[int, int]]) -> tuple[list[Found], list[Fact], list[str]]:
    """Return the spans of tokens as spans of the text, the relations between them, and what was left out."""
    field = next((name for name in SPANS if isinstance(value.get(name), list)), "")
    if not field:
        raise BadItem("it has no tokens with a tag each")
    raw = [one for one in value[field] if isinstance(one, list | dict)]
    closed = field == "ner" or any(_ends(one)[0] == _ends(one)[1] for one in raw)  # ends are last tokens
    opened = [_open(one) for one in raw] if closed else raw
    numbers, left = spans(opened, span)
    found = []
    for number, one in enumerate(numbers):
        if one.end > len(places):
            left.append(f"A span was left out: there is no token {one.end - 1}.")
            continue
        found.append(_found((one.start, one.end, one.label), places, str(number)))
    if len(numbers) < len(raw):  # relations count what was left out too
        return found, [], left
    return found, _relations(value, {one.key: one for one in found}, left), left


def _ends(raw: Any) -> tuple[Any, Any]:
    if isinstance(raw, dict):
        return raw.get("start", 0), raw.get("end", 1)
    return (raw[0], raw[1]) if len(raw) > 1 else (0, 1)


def _open(raw: Any) -> Any:
    """Return the span with its end behind its last token."""
    start, end = _ends(raw)
    if type(end) is not int:
        return raw
    return {**raw, "end": end + 1} if isinstance(raw, dict) else [start, end + 1, *raw[2:]]


def _relations(value: Json, found: dict[str, Found], left: list[str]) -> list[Fact]:
    """Return the relations between spans by their number: a head and a tail."""
    arcs = []
    for raw in value.get("relations") or []:
        said = raw if isinstance(raw, dict) else {}
        ends = [
            found.get(str(said.get(name, said.get(other))))
            for name, other in (("head", "from"), ("tail", "to"))
        ]
        label = said.get("type", said.get("label"))
        if not isinstance(label, str) or None in ends:
            left.append("A relation was left out: an end of it, or its name, is not there.")
            continue
        head, child = (ArcEnd(one.key, one.start, one.end, one.label, one.key) for one in ends if one)
        arcs.append(Arc(label, head, child))
    return facts_of(arcs)


def _beside(value: Json, field: str, tokens: list[str]) -> tuple[str, Json, list[str]]:
    """Return the id, the metadata, and the names of fields of tokens that are not read."""
    id_ = value.get("id", value.get("doc_id", value.get("orig_id")))
    read = {field, *TOKENS, "text", "relations", *(SPANS if not field else ())}
    meta: Json = {}
    others: list[str] = []
    for name, one in value.items():
        if name in read or one is None or (name == "id" and isinstance(id_, str)):
            continue
        if isinstance(one, list) and len(one) == len(tokens) > 1:
            others.append(name)
        elif isinstance(one, str | int | float) or (
            isinstance(one, list) and all(isinstance(x, str) for x in one)
        ):
            meta[name] = one
    return (id_ if isinstance(id_, str) else ""), meta, others
