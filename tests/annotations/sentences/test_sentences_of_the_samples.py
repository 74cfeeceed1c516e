"""A sentence for every fact of the samples: those of the gold, as confirmed, and all that are suggested."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from annotations.facts import Fact, Filler, Role
from annotations.sentences import PieceKind, open_needed, sentence_of
from annotations.spans import Span
from annotations.suggest import facts as fact_proposals
from tests.facts.measure import GOLD, HERE, NEWS, ROOT, given

Told = tuple[Fact, str, dict[str, Span]]


@cache
def suggested() -> list[Told]:
    """The facts that are proposed on the samples, each with its text and the spans."""
    told: list[Told] = []
    for article, spans, marks in given(sorted((ROOT / "samples").glob("*.txt"))):
        known = {span.id: span for span in spans}
        told += [(fact, article.text, known) for fact in fact_proposals.propose(article, spans, NEWS, marks)]
    return told


def confirmed() -> list[Told]:
    """The facts of the gold, with bare ranges as fillers."""
    rows = [json.loads(line) for line in (HERE / GOLD).read_text("utf-8").splitlines()]
    return [_fact(row) for row in rows if row["type"]]


def _fact(row: dict[str, Any]) -> Told:
    text = (ROOT / "samples" / row["file"]).read_bytes().decode("utf-8-sig")
    place = text.index(row["at"])

    def filler(words: str) -> Filler:
        at = text.find(words, place) if words in text[place:] else text.find(words)
        return Filler(max(0, at), max(0, at) + len(words))

    roles = tuple(Role(name, tuple(map(filler, words))) for name, words in row.get("roles", {}).items())
    trigger = filler(row["trigger"])
    return Fact("f", row["type"], (trigger.start, trigger.end), roles), text, {}


def is_odd(told: Told) -> bool:
    fact, text, spans = told
    words = sentence_of(fact, text, NEWS, spans).words
    fillers = (" ".join(text[f.start : f.end].split()) for f in fact.fillers())
    return not words or "  " in words or " ," in words or any(one not in words for one in fillers)


def test_every_fact_of_the_samples_has_a_sentence_with_all_its_fillers() -> None:
    every = [*confirmed(), *suggested()]
    assert [fact for fact, text, spans in every if is_odd((fact, text, spans))] == []
    assert {fact.type for fact, _, _ in every} == {*NEWS.facts}


def test_open_words_stand_for_needed_roles_that_are_open() -> None:
    for fact, text, spans in [*confirmed(), *suggested()]:
        pieces = sentence_of(fact, text, NEWS, spans).pieces
        assert {p.role for p in pieces if p.kind is PieceKind.OPEN} <= {*open_needed(fact, NEWS)}


def test_the_lead_of_the_first_sample_reads_so() -> None:
    said = [sentence_of(*told[:2], NEWS, told[2]).words for told in suggested()[:7]]
    assert said[0] == "British forces hit Houthi sites across Yemen"
    assert "five people were killed, group says" in said
    assert "More than 60 targets were hit, U.S. Air Forces Central says" in said
