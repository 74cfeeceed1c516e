"""The rows of the fact panel: what they say, which are kept, and what of the list is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotations.fact_attributes import Modality
from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, RoleType, Schema
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from tests.making import span
from ui.facts.fact_rows import FactRow, FactRows, Rowing

ROLES = {"actor": RoleType("actor", required=True)}
SCHEMA = Schema("Rows", facts={"ATTACK": FactType("ATTACK", roles=ROLES)})
TEXT = "One. Oslo struck at dawn. Two.\n\U0001f6a2\u200d\U0001f6a2 struck\u2028hard.\r\n"


def rows(*facts: Fact, text: str = TEXT) -> list[FactRow]:
    return Rowing(text, SCHEMA).rows(sheet(*facts))


def sheet(*items: object) -> Sheet:
    return Sheet((), AnnotationSet.of("a", "anna", items))


def of(start: int, end: int, id_: str = "f") -> Fact:
    return Fact(id_, "ATTACK", (start, end))


@pytest.mark.parametrize(
    ("fact", "evidence"),
    [
        (of(10, 16), "Oslo struck at dawn."),
        (of(0, 3), "One."),
        (of(26, 29), "Two."),
        (of(35, 41), "\U0001f6a2\u200d\U0001f6a2 struck hard."),
        (replace(of(0, 1), trigger=None, roles=(Role("actor", (Filler(5, 9),)),)), "Oslo struck at dawn."),
        (of(500, 510), ""),
    ],
)
def test_the_evidence_is_the_sentence_of_the_trigger_or_first_filler(fact: Fact, evidence: str) -> None:
    assert rows(fact)[0].evidence == evidence


def test_of_an_endless_sentence_what_is_near_the_fact_is_shown() -> None:
    (row,) = rows(of(250_000, 250_006), text="word " * 100_000)
    assert 400 < len(row.evidence) < 1_000


def test_a_row_says_what_is_not_plain() -> None:
    (row,) = rows(of(10, 16).stating(modality=Modality.DENIED, negated=True))
    assert str(row) == "ATTACK “struck”, confirmed, denied · negated · no actor"


def test_a_fact_of_a_type_that_the_schema_lacks_has_a_row() -> None:
    (row,) = rows(replace(of(10, 16), type="PARTY"))
    assert (row.missing, row.chips) == ((), ())


def test_a_row_is_made_anew_only_for_another_fact_or_label() -> None:
    held = replace(of(10, 16), roles=(Role("actor", (Filler(5, 9, "s"),)),))
    rowing = Rowing(TEXT, SCHEMA)
    first = rowing.rows(sheet(held, of(0, 3, "g"), span(5, 9, "GPE", "s")))
    relabelled = rowing.rows(sheet(held, of(0, 3, "g"), span(5, 9, "ORG", "s")))
    assert [old is new for old, new in zip(first, relabelled, strict=True)] == [True, False]
    assert relabelled[1].chips[0].label == "ORG"


ROWS = {id_: rows(of(0, 3, id_))[0] for id_ in "abcdef"}


def test_only_what_is_another_is_touched(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = FactRows(parent)
    model.show([ROWS[id_] for id_ in "abcd"])
    touched: list[tuple[str, int, int]] = []
    model.rowsRemoved.connect(lambda _, low, high: touched.append(("out", low, high)))
    model.rowsInserted.connect(lambda _, low, high: touched.append(("in", low, high)))
    model.dataChanged.connect(lambda low, high: touched.append(("anew", low.row(), high.row())))
    model.show([ROWS[id_] for id_ in "acd"])
    model.show([ROWS[id_] for id_ in "acde"])
    model.show([ROWS["a"], replace(ROWS["c"]), ROWS["d"], ROWS["e"]])
    assert touched == [("out", 1, 1), ("in", 3, 3), ("anew", 1, 1)]


@given(st.lists(st.permutations("abcdef").map(lambda order: order[:4]), max_size=6))
def test_whatever_was_shown_the_model_shows_what_it_is_told(qapp, orders: list[list[str]]) -> None:
    parent = QWidget()
    model = FactRows(parent)
    for order in orders:
        model.show([ROWS[id_] for id_ in order])
        assert [row.fact.id for row in model.rows] == order
        assert model.rowCount() == len(order)
