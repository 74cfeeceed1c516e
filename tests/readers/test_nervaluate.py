"""nervaluate reads the tags of the columns, and finds in them what spaCy's entities say."""

from __future__ import annotations

import pytest
from expected import BY_ID, LABELS, MADE, told
from nervaluate import Evaluator
from nervaluate.loaders import ConllLoader

NAMES = ("data.conll2003", "data.iob", "data.iob1")  # it does not know BILUO


def columns(name: str) -> str:
    """The first and the last column, parted by a tab as nervaluate wants them."""
    lines = (line.split(" ") for line in (MADE / name).read_bytes().decode().split("\n"))
    return "\n".join(f"{line[0]}\t{line[-1]}" if len(line) > 1 else "" for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_its_loader_finds_every_entity_in_its_place(name: str) -> None:
    text = columns(name)
    sentences = [[line.split("\t")[0] for line in part.split("\n")] for part in text.rstrip().split("\n\n")]
    found = [
        (words[one.start : one.end + 1], one.label)
        for words, entities in zip(sentences, ConllLoader().load(text), strict=True)
        for one in entities
    ]
    assert found == [one for id_ in BY_ID for one in told(id_)]


def test_its_figures_hold_one_scheme_against_another() -> None:
    scores = Evaluator(columns("data.iob"), columns("data.iob1"), tags=LABELS, loader="conll").evaluate()
    strict = scores["overall"]["strict"]
    assert (strict.f1, strict.correct) == (1, sum(len(told(id_)) for id_ in BY_ID))
