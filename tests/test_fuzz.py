"""The short form of `make fuzz`: some mutated files of every trade, without the limits of memory and time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import formats
from tests.fuzz.corpus import corpus
from tests.fuzz.mutations import mutated
from tests.fuzz.trades import TRADES, Materials
from tests.fuzzing import DATABASES, Unforeseen, cases, look


@pytest.fixture
def seen() -> Iterator[Unforeseen]:
    handler = Unforeseen()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def test_no_mutated_file_ends_in_more_than_a_sentence(tmp_path: Path, seen: Unforeseen) -> None:
    given = Materials.made(tmp_path)
    wanted = cases(files=48, databases=3, only="", first=0)
    told = [look(given, case, 5, tmp_path / f"{case[0]}{case[1]}", seen, limited=False) for case in wanted]
    assert {one.case: one.fault for one in told if one.fault} == {}
    assert {one.case[0] for one in told} == {*TRADES, DATABASES}


def test_every_format_that_is_read_is_mutated(tmp_path: Path) -> None:
    seeds = corpus(tmp_path)
    assert seeds.keys() == set(formats.names(to="read"))
    assert min(map(len, seeds.values())) >= 1


def test_the_same_seed_makes_the_same_file() -> None:
    from random import Random

    made = [
        mutated(b'{"text": "a", "n": 12}\n' * 9, Random(f"7 {n}"), [b"x"]) for n in (*range(40), *range(40))
    ]
    assert made[:40] == made[40:]
    assert len(set(made)) > 30
