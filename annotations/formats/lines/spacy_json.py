"""spaCy's training data as JSON: pairs of text and annotations, `entities` as lists, and the documents of version 2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.columns.tag_words import SPELLINGS, TagWords
from annotations.formats.lines.any_json import items, plain_meta
from annotations.formats.lines.json_broken import wrong
from annotations.formats.lines.loose_spans import Taken, span, spans, text_of, topics
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS
from annotations.json_fields import BadItem, Json, listed
from annotations.problems import Problem

OURS = (
    "text",
    "raw",
    "content",
    "entities",
    "spans",
    "ents",
    "label",
    "labels",
    "cats",
    "links",
    "id",
    "meta",
)
UNREAD = "What the record says beside text, entities, spans and categories was not read: {names}."
KEPT = ("links",)  # said of entities, kept in the metadata
UNALIGNED = "The tags of this paragraph do not fit its text, and were left out: {why}."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a text."""
    unit = reading.unit(CODE_POINTS)
    for entry in items(path, file, reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, value = entry
        yield from _one(path, line, value, unit)


def _one(path: Path, line: int, value: Any, unit: str) -> Iterator[Given | Problem]:
    """Yield what one value holds: a pair, a record, a document of version 2, or a list of them under a name."""
    try:
        if isinstance(value, dict) and isinstance(value.get("paragraphs"), list):
            for paragraph in value["paragraphs"]:
                yield from _paragraph(path, line, paragraph)
        elif isinstance(value, dict) and (pairs := _pairs_in(value)) is not None:
            for pair in pairs:
                yield from _one(path, line, pair, unit)
        else:
            text, said = _pair(value)
            found, left = _spans(said)
            meta = {**plain_meta(said, OURS), **_object(said.get("meta"))}
            meta |= {name: said[name] for name in KEPT if said.get(name)}
            id_ = said.get("id")
            whose = id_ if isinstance(id_, str) else ""
            yield Given(
                text, whose, "", meta, spans=found, topics=[*topics(said.get("cats"))], unit=unit, line=line
            )
            yield from (Problem(path, line, why) for why in left)
    except BadItem as error:
        yield Problem(path, line, wrong(error))


def _pairs_in(value: Json) -> list[Any] | None:
    """Return the pairs of an object that holds them under a name, beside the classes."""
    found = value.get("annotations")
    is_list = isinstance(found, list) and "text" not in value
    return [one for one in found if one is not None] if is_list and found is not None else None


def _pair(value: Any) -> tuple[str, Json]:
    """Return a text and what is said of it."""
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str):
        said = {"entities": value[1]} if isinstance(value[1], list) else value[1]
        if isinstance(said, dict):
            return value[0], said
    if isinstance(value, dict):
        return text_of(value, "text", "raw", "content"), value
    raise BadItem("it is no pair of a text and its annotations")


def _spans(said: Json) -> Taken:
    """Return the spans of all that has any, each once."""
    held: dict[tuple[int, int, str], Found] = {}
    left: list[str] = []
    groups = said.get("spans")
    named = list(groups.values()) if isinstance(groups, dict) else [groups]
    for raw in (said.get("entities"), said.get("ents"), said.get("label"), *named):
        found, broken = spans(raw, span)
        held |= {(one.start, one.end, one.label): one for one in found}
        left += broken
    return list(held.values()), left


def _object(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


# --- version 2


def _paragraph(path: Path, line: int, raw: Any) -> Iterator[Given | Problem]:
    """Yield the article of a paragraph: its text, or its tokens with a blank between them."""
    if not isinstance(raw, dict):
        raise BadItem("a paragraph is not an object")
    sentences = [listed(one, "tokens") for one in listed(raw, "sentences") if isinstance(one, dict)]
    tokens = [token for sentence in sentences for token in sentence if isinstance(token, dict)]
    forms = [form for token in tokens if isinstance(form := token.get("orth"), str) and form]
    text = raw.get("raw")
    given = text if isinstance(text, str) and text.strip() else " ".join(forms)
    places = _places(given, forms) if len(forms) == len(tokens) else None
    tags = [tag if isinstance(tag := token.get("ner"), str) else "O" for token in tokens]
    named = TagWords(SPELLINGS[0]).spans(tags) if tokens else []
    found = [Found(places[a][0], places[b - 1][1], label) for a, b, label in named] if places else []
    cats = raw.get("cats")
    chosen = (
        {one.get("label"): one.get("value") for one in cats if isinstance(one, dict)}
        if isinstance(cats, list)
        else cats
    )
    yield Given(given, spans=found, topics=[*topics(chosen)], line=line)
    if places is None and named:
        yield Problem(path, line, UNALIGNED.format(why="a token of it is not there"))


def _places(text: str, forms: list[str]) -> list[tuple[int, int]] | None:
    """Return where the tokens lie in the text; None when one of them is not there."""
    found, at = [], 0
    for form in forms:
        start = text.find(form, at)
        if start < 0:
            return None
        at = start + len(form)
        found.append((start, at))
    return found
