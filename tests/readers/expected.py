"""What the readers must find: our lossless record, read as plain JSON, and told in tokens by spaCy itself."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

MADE = Path(__file__).parents[2] / "build" / "readers"
RECORDS: list[dict[str, Any]] = [json.loads(line) for line in (MADE / "dataset.jsonl").open(encoding="utf-8")]
BY_ID = {record["id"]: record for record in RECORDS}
LABELS = sorted({span["label"] for record in RECORDS for span in record["spans"]})
NLP = spacy.blank("en")
Place = tuple[int, int, str]  # code points


def spans(record: dict[str, Any]) -> list[Place]:
    return sorted((span["start"], span["end"], span["label"]) for span in record["spans"])


def units(record: dict[str, Any]) -> list[Place]:
    """The spans in UTF-16 units."""
    text = record["text"]

    def at(place: int) -> int:
        return len(text[:place].encode("utf-16-le")) // 2

    return sorted((at(start), at(end), label) for start, end, label in spans(record))


@cache
def doc(id_: str) -> Doc:
    """spaCy's tokens of the article, every span covering those that it touches."""
    made = NLP(BY_ID[id_]["text"])
    found = [made.char_span(*place, alignment_mode="expand") for place in spans(BY_ID[id_])]
    made.spans["all"] = sorted({(one.start, one.end, one.label_): one for one in found}.values())
    made.set_ents(filter_spans(made.spans["all"]))
    return made


def words(some: Doc | Span) -> list[str]:
    """Tokens that are not white space, which is what columns hold."""
    return [token.text for token in some if not token.is_space]


def told(id_: str) -> list[tuple[list[str], str]]:
    """The article's entities as words and label, in text order, none overlapping."""
    return [(words(one), one.label_) for one in doc(id_).ents]
