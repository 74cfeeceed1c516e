"""Hits as rows: what is read of them, left out, and said of another look; and work in slices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from annotations.errors import UserError
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.search.hits import FoundPlace, InContext, LabelNow
from annotations.search.parsing import parse
from annotations.search.query import SearchTarget
from ui.look.scripts import without_pictographs
from ui.search.examples import examples
from ui.search.hits.found_list import difference
from ui.search.hits.found_rows import ARTICLE, BLOCK, KEPT, WORDS, FoundRows
from ui.search.hits.slices import Slices

ODD = "😀 \u202eab\ud800c ١٢"


def place(number: int, label: str = "ORG", item: str = "x") -> FoundPlace:
    return FoundPlace(
        "a", number, number + 1, SearchTarget.SPANS, "anna", f"{item}{number}", label, "suggested"
    )


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


@pytest.fixture
def read() -> list[int]:
    """How many contexts were read at a time."""
    return []


@pytest.fixture
def rows(owner: QObject, read: list[int]) -> FoundRows:
    def fetch(places: Sequence[FoundPlace]) -> list[InContext]:
        read.append(len(places))
        return [
            InContext(one, ("before", ODD, "behind"), (LabelNow("ORG", is_open=True),), "Title")
            for one in places
        ]

    made = FoundRows(owner, fetch)
    made.begin(SearchTarget.SPANS, forget=True)
    made.take([place(number) for number in range(100_000)])
    return made


def test_contexts_are_read_for_the_rows_that_are_asked_for_alone(rows: FoundRows, read: list[int]) -> None:
    for row in (50_000, 50_001, 50_000 + BLOCK):
        assert rows.data(rows.index(row, WORDS)) == ODD
    assert read == [BLOCK, BLOCK]


def test_no_more_contexts_are_kept_than_that(rows: FoundRows, read: list[int]) -> None:
    for row in range(0, KEPT * 2, BLOCK):
        rows.context(row)
    before = len(read)
    assert rows.words_of(place(0)) is None
    rows.context(KEPT * 2 - 1)
    assert len(read) == before


def test_what_cannot_be_read_is_said_and_blank(qtbot: QtBot, owner: QObject) -> None:
    def fail(places: Sequence[FoundPlace]) -> list[InContext]:
        raise UserError("The disk is gone.")

    made = FoundRows(owner, fail)
    made.take([place(1)])
    with qtbot.waitSignal(made.failed) as said:
        assert made.data(made.index(0, WORDS)) == ""
    assert said.args == ["The disk is gone."]


def test_rows_are_left_out_until_all_of_them_are(rows: FoundRows) -> None:
    rows.veto([1, 2])
    rows.veto([2, 3])
    assert (rows.out, rows.chosen([0, 1, 2, 3])) == (3, [place(0)])
    rows.veto([1, 2, 3])
    assert (rows.out, len(rows.chosen())) == (0, 100_000)
    rows.veto([0])
    assert rows.data(rows.index(0, WORDS), Qt.ItemDataRole.AccessibleTextRole).endswith(", left out")


DIFFERENT = {
    "": ([place(1)], [place(1)]),
    "1 new": ([], [place(1)]),
    "1 new, 2 gone": ([place(1), place(2)], [place(3)]),
    "1 changed": ([place(1)], [place(1, "GPE")]),
    "1 more than before": ([place(n) for n in range(20_000)], [place(n) for n in range(20_001)]),
}


@pytest.mark.parametrize(("said", "lists"), DIFFERENT.items())
def test_another_look_says_what_is_different(
    said: str, lists: tuple[list[FoundPlace], list[FoundPlace]]
) -> None:
    assert difference(*lists) == said


def test_work_in_slices_gives_all_or_says_why_not(qtbot: QtBot, owner: QObject) -> None:
    def steps(most: int) -> Iterator[int]:
        yield from range(most)
        if most == 3:
            raise UserError("Enough.")

    slices, came = Slices(owner), list[int]()
    slices.came.connect(came.append)
    with qtbot.waitSignal(slices.ended):
        slices.start(steps(2_000))
    assert came == [*range(2_000)]
    with qtbot.waitSignal(slices.failed) as said:
        slices.start(steps(3))
    assert (said.args, slices.is_running, slices.stop()) == (["Enough."], False, False)


def test_the_examples_are_searches_of_any_schema() -> None:
    roles = {"who, what": RoleType("who, what")}
    schema = Schema("S", labels={'A "b": c': Label('A "b": c')}, facts={"x:y": FactType("x:y", roles=roles)})
    for text in ("", "Oslo waits.", ODD, "مرحبا بالعالم", "2024 — 1,234"):
        for line in (*examples(schema, text), *examples(Schema("E"), text)):
            assert parse(line)


def test_a_title_is_without_the_pictographs_that_no_font_has(owner: QObject) -> None:
    title = "🛬 LIVE: News"

    def fetch(places: Sequence[FoundPlace]) -> list[InContext]:
        return [InContext(one, ("", "x", ""), (), title) for one in places]

    rows = FoundRows(owner, fetch)
    rows.begin(SearchTarget.SPANS, forget=True)
    rows.take([place(1)])
    assert rows.data(rows.index(0, ARTICLE)) == without_pictographs(title)
    assert title in rows.data(rows.index(0, ARTICLE), Qt.ItemDataRole.ToolTipRole)
