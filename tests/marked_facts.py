"""Facts written into their text: `[actor:NORP British] jets [* struck] [target sites] in [place:GPE Yemen]`."""

from __future__ import annotations

import re
from dataclasses import replace

from annotations.fact_attributes import Modality
from annotations.facts import Fact, Filler, Role
from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.sentences import PieceKind, Sentence, sentence_of
from annotations.spans import Span

NEWS = schema_reader.parse(schema_reader.shipped("news"))
MARK = re.compile(r"\[(\*|[\w ]+?)(?::(\w+))? ([^\[\]]+)\]")


def marked(type_: str, written: str) -> tuple[Fact, str, dict[str, Span]]:
    """The fact, its text without the marks, and the spans of the fillers that have a label."""
    text, last = "", 0
    trigger: tuple[int, int] | None = None
    fillers: dict[str, list[Filler]] = {}
    spans: dict[str, Span] = {}
    for mark in MARK.finditer(written):
        text += written[last : mark.start()]
        start, last = len(text), mark.end()
        text += mark[3]
        if mark[1] == "*":
            trigger = (start, len(text))
            continue
        id_ = f"s{start}" if mark[2] else None
        fillers.setdefault(mark[1], []).append(Filler(start, len(text), id_))
        if id_:
            spans[id_] = Span(id_, start, len(text), mark[2])
    roles = tuple(Role(name, tuple(found)) for name, found in fillers.items())
    return Fact("f", type_, trigger, roles), text + written[last:], spans


def told(
    type_: str,
    written: str,
    modality: Modality = Modality.ASSERTED,
    *,
    negated: bool = False,
    schema: Schema = NEWS,
) -> Sentence:
    """The sentence of the fact."""
    fact, text, spans = marked(type_, written)
    return sentence_of(fact.stating(modality=modality, negated=negated), text, schema, spans)


def shown(sentence: Sentence) -> str:
    """The sentence with its open words in underscores."""
    return "".join(f"_{p.words}_" if p.kind is PieceKind.OPEN else p.words for p in sentence.pieces)


def with_sentence(written: str, type_: str = "ATTACK", schema: Schema = NEWS) -> Schema:
    """The schema in which the fact type is said so."""
    return replace(schema, facts={**schema.facts, type_: replace(schema.facts[type_], sentence=written)})
