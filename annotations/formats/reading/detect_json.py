"""Detection of JSON of other tools by its shape, where the names of its fields alone do not tell."""

from __future__ import annotations

import re
from typing import Any

from annotations.errors import UserError
from annotations.formats.columns.hf_rows import TAGS, TOKENS
from annotations.formats.lines.json_stream import DECODER
from annotations.formats.reading.recognised import SENTENCE
from annotations.formats.reading.recognised_json import refused

TRAINING = "it has texts with entities as spaCy is trained on"
LISTED = re.compile(r'"(?:entities|spans)"\s*:\s*\[\s*\[')  # spans as lists
OBJECTS = re.compile(r'"entities"\s*:\s*\[\s*\{([^{}]*)\}')  # the first of entities that are objects
PAIR = re.compile(r'\[?\s*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*[\[{]')
INTENTS = re.compile(r'"cats"\s*:\s*\[')  # categories as doccano lists them
CATEGORIES = re.compile(r'"cats"\s*:\s*\{')
GROUPS = re.compile(r'"spans"\s*:\s*\{')
ARGILLA = ("annotation_agent", "prediction_agent")
ANSWERS = ("accept", "reject", "ignore")
STATES = ("Default", "Validated", "Edited", "Discarded")


def shape(text: str) -> tuple[str, str] | None:
    """Return the format that the first value's shape tells, and why; None when it tells none of those here.

    UserError when it is of a kind that is not read.
    `text` is the file's beginning, which may end within the first value.
    """
    if PAIR.match(text):
        return "spacy-json", TRAINING
    value = _first(text)
    if kind := refused(value, text):
        raise UserError(SENTENCE.format(what=kind[0], instead=kind[1]))
    if "denotations" in value or ("tracks" in value and '"denotations"' in text):
        return "pubannotation", "its first record has denotations"
    if _is_argilla(value):
        return "argilla", "its first record has the fields of Argilla's"
    if "paragraphs" in value and ("sentences" in text or '"raw"' in text):
        return "spacy-json", "it has paragraphs with sentences, as spaCy 2 was trained on"
    if "annotations" in value and "text" not in value and "data" not in value and PAIR.match(_behind(text)):
        return "spacy-json", TRAINING
    if _is_row(value):
        return "hf", "its first record has tokens with tags"
    return _of_texts(text, value)


def _of_texts(text: str, value: dict[str, Any]) -> tuple[str, str] | None:
    """Return the format of records with a text and spans as lists, or as objects that doccano does not write."""
    if "text" not in value:
        return None
    if value.get("answer") in ANSWERS and isinstance(value.get("label", ""), str):
        return "prodigy", "its first record has an answer of Prodigy's"
    if INTENTS.search(text):
        return "doccano-relation", "its first record has entities and a list of cats"
    objects = OBJECTS.search(text) if "relations" not in value else None
    strange = objects is not None and "start_offset" not in objects[1]
    if (
        GROUPS.search(text)
        or CATEGORIES.search(text)
        or (LISTED.search(text) and "label" not in value)
        or strange
    ):
        return "spacy-json", "its first record has spans as [start, end, label], or as objects of these"
    return None


def _is_argilla(value: dict[str, Any]) -> bool:
    """Return whether a record is Argilla's: of version 1 by its agents or state, of version 2 by what was answered."""
    has_text = "text" in value or "inputs" in value or "tokens" in value
    if has_text and ("annotation" in value or "prediction" in value):
        return any(name in value for name in ARGILLA) or value.get("status") in STATES or "tokens" in value
    if isinstance(value.get("fields"), dict) and ("responses" in value or "suggestions" in value):
        return True
    return any(name.endswith((".responses", ".suggestion")) for name in value)


def _is_row(value: dict[str, Any]) -> bool:
    """Return whether a record is a row of tokens; one with tokens beside its text is Prodigy's, or has spans of the text."""
    has = any(name in value for name in TOKENS) and any(
        name in value for name in (*TAGS, "spans", "entities")
    )
    return has and "text" not in value


def _behind(text: str) -> str:
    """Return what stands behind the name of the list of annotations."""
    return text[text.find('"annotations"') + len('"annotations"') :].lstrip().removeprefix(":").lstrip()


def _first(text: str) -> dict[str, Any]:
    """Return the first object; its fields' names alone when it is too long to be seen whole."""
    inner = text.removeprefix("[").lstrip() if text.startswith("[") else text
    try:
        value, _ = DECODER.raw_decode(inner)
    except (ValueError, RecursionError):
        return dict.fromkeys(re.findall(r'"([^"\\]{1,40})"\s*:', inner))
    return value if isinstance(value, dict) else {}
