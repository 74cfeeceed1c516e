"""brat's lines as Factmark takes them in: relations, nested events, attributes, and what one broken line costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.fact_attributes import Modality
from annotations.formats import read
from annotations.formats.base import Record
from annotations.problems import Notice, Problem
from tests.annotations.formats.standoff.standoffs import BUY, PLACES, SAY, WIRE, fact_of, given, shown


def test_a_relation_is_a_fact_from_head_to_child(tmp_path: Path) -> None:
    record, problems = given(tmp_path, *PLACES, "R1\tSeller Arg1:T2 Arg2:T3")
    fact = fact_of(record.set, "Seller")
    assert (fact.trigger, shown(fact)) == (None, {"head": ["Marta"], "child": ["Port Lines"]})
    assert problems == []


def test_the_head_is_arg1_wherever_it_stands_else_what_is_named_first(tmp_path: Path) -> None:
    record, _ = given(tmp_path, *PLACES, "R1\tSeller Arg2:T3 Arg1:T2", "R2\tCoref Anaphora:T2 Antecedent:T1")
    assert shown(fact_of(record.set, "Seller"))["head"] == ["Marta"]
    assert shown(fact_of(record.set, "Coref")) == {"head": ["Marta"], "child": ["Holt Shipping"]}


def test_an_event_that_is_an_argument_stands_there_by_its_trigger(tmp_path: Path) -> None:
    record, problems = given(tmp_path, *PLACES, *BUY, *SAY, "R1\tAfter Arg1:E2 Arg2:E1")
    assert shown(fact_of(record.set, "Say")) == {"What": ["bought"]}
    assert shown(fact_of(record.set, "After")) == {"head": ["said"], "child": ["bought"]}
    assert problems == []


def test_events_in_a_circle_are_named(tmp_path: Path) -> None:
    _, (notice,) = given(tmp_path, *PLACES, BUY[0], SAY[0], "E1\tBuy:T4 Why:E2", "E2\tSay:T5 What:E1")
    assert "E1 and E2 are arguments of one another in a circle" in notice.reason


@pytest.mark.parametrize("line", ["A1\tNegation E1", "A1\tNegated E1", "M1\tNegation E1"])
def test_negation_has_several_names(line: str, tmp_path: Path) -> None:
    record, problems = given(tmp_path, *PLACES, *BUY, line)
    assert fact_of(record.set, "Buy").negated
    assert problems == []


def test_speculation_is_a_modality_and_a_note_a_note(tmp_path: Path) -> None:
    record, _ = given(tmp_path, *PLACES, *BUY, "A1\tSpeculation E1", "#1\tAnnotatorNotes E1\twho  says?")
    fact = fact_of(record.set, "Buy")
    assert (fact.modality, fact.note) == (Modality.SPECULATED, "who  says?")


def test_what_nothing_shows_is_said_to_be_kept(tmp_path: Path) -> None:
    others = [
        "A1\tCertainty E1 High",
        "#1\tAnnotatorNotes T2\tx",
        "N1\tReference T1 W:1\tHolt",
        "*\tEquiv T1 T3",
    ]
    _, (notice,) = given(tmp_path, *PLACES, *BUY, *others)
    assert (
        "kept for the way back to brat: 1 of kind #, 1 of kind *, 1 of kind A, 1 of kind N." in notice.reason
    )


BROKEN = [
    ("T9", "no line of brat's"),
    ("T9\tOrg 5\tx", "no line of brat's"),
    ("T9\tOrg 5 5\t", "no line of brat's"),
    ("T9\tOrg 5 99\tx", "T9 was left out: it is no range of the text"),
    (f"T9\tOrg 0 {'9' * 5000}\tx", "no line of brat's"),
    (f"T9\tOrg 0 {'9' * 500}\tx", "T9 was left out: it is no range"),
    ("T9\tOrg 0 4\tPort", "the text there is 'Holt', not 'Port'"),
    ("T1\tOrg 0 4\tHolt", "T1 was left out: there is another of that id"),
    ("E9\tBuy", "no line of brat's"),
    ("R9\tSeller Arg1:T1", "no line of brat's"),
    ("R9\tSeller Arg1:T1 Arg2:T77", "R9 was left out: T77 is no range or event of this file"),
    ("A9\tNegation", "no line of brat's"),
    ("nothing of the kind", "no line of brat's"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN, ids=[line[:24] for line, _ in BROKEN])
def test_a_broken_line_is_listed_and_loses_only_itself(line: str, reason: str, tmp_path: Path) -> None:
    record, (problem,) = given(tmp_path, PLACES[0], line, *PLACES[1:], *BUY)
    assert (problem.line, reason in problem.reason) == (2, True)
    assert len(record.spans()) == 3
    assert shown(fact_of(record.set, "Buy")) == {"Buyer": ["Holt Shipping"], "Item": ["Marta"]}


def test_an_event_loses_the_argument_that_is_not_there_and_keeps_the_others(tmp_path: Path) -> None:
    record, (problem,) = given(tmp_path, *PLACES, BUY[0], "E1\tBuy:T4 Buyer:T1 Item:T77")
    assert "E1 lacks its Item: T77 is no range" in problem.reason
    assert shown(fact_of(record.set, "Buy")) == {"Buyer": ["Holt Shipping"]}


def test_ten_thousand_events_one_within_the_other_are_read(tmp_path: Path) -> None:
    nested = [f"E{n}\tBuy:T4 Why:E{n + 1}" for n in range(1, 10_000)]
    record, problems = given(tmp_path, *PLACES, BUY[0], *nested, "E10000\tBuy:T4 Why:E1")
    assert len(record.facts()) == 10_000
    assert "E1 and E2 and E3 and E4 and E5 …" in problems[0].reason


def test_byte_order_marks_before_text_and_lines_are_no_part_of_them(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("\ufeff" + WIRE, "utf-8")
    (tmp_path / "wire.ann").write_text("\ufeff" + "\n".join(PLACES), "utf-8")
    record, notice = read(tmp_path / "wire.ann")
    assert isinstance(notice, Notice)
    assert "a byte order mark" in notice.reason
    assert isinstance(record, Record)
    assert (record.article.text, len(record.spans())) == (WIRE, 3)


def test_offsets_of_triggers_are_put_right_with_the_others(tmp_path: Path) -> None:
    lines = ["T1\tOrg 3 7\tHolt", "T2\tBuy 8 11\tbuy", "E1\tBuy:T2 Buyer:T1"]
    record, (notice,) = given(tmp_path, *lines, text="👍 Holt buys.")
    assert "put right by the text they quote: offsets in UTF-16 units" in notice.reason
    assert fact_of(record.set, "Buy").trigger == (7, 10)


def test_a_line_that_is_no_text_loses_only_itself(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "wire.ann").write_bytes("\n".join(PLACES).encode() + b"\nT9\tOrg 0 4\tH\xf6lt\n")
    record, problem = read(tmp_path / "wire.ann")
    assert isinstance(record, Record)
    assert isinstance(problem, Problem)
    assert (len(record.spans()), problem.line, "not in the encoding" in problem.reason) == (3, 4, True)
