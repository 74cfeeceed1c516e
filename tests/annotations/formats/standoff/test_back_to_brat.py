"""A file of brat's that goes back to brat: the same lines when nothing changed, and what an edit changes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.sets import AnnotationSet
from tests.annotations.formats.standoff.standoffs import (
    BUY,
    PLACES,
    SAY,
    back,
    fact_of,
    given,
    span_at,
)
from tests.making import span
from tests.round_trips import exported

RELATION = "R1\tSeller Arg1:T2 Arg2:T3"
FILES = {
    "relations": [*PLACES, RELATION, "R7\tSeller Arg2:T1 Arg1:T3\t", "R2\tCoref Anaphora:T2 Antecedent:T1"],
    "several from one head": [*PLACES, "R1\tSeller Arg1:T2 Arg2:T3", "R2\tSeller Arg1:T2 Arg2:T1"],
    "numbers and order": ["T30\tOrg 40 50\tPort Lines", "R5\tOwns Arg1:T30 Arg2:T3", "T3\tShip 29 34\tMarta"],
    "nested events": [*SAY, *PLACES, *BUY, "T6\tBuy 14 20\tbought", "E3\tBuy:T6 Why:E2 Why2:E1 Item:T3 Why3:T1"],
    "relations of events": [*PLACES, *BUY, *SAY, "R1\tAfter Arg1:E2 Arg2:E1"],
    "one trigger of two": [*PLACES, *BUY, "E2\tBuy:T4 Item:T3"],
    "a circle": [*PLACES, BUY[0], SAY[0], "E1\tBuy:T4 Why:E2", "E2\tSay:T5 What:E1"],
    "attributes": [*PLACES, *BUY, "A4\tNegation E1", "A2\tCertainty E1 High", "A3\tChecked T1", "M1\tSpeculation E1"],
    "attributes of relations": [*PLACES, RELATION, "A1\tNegation R1", "A2\tConfidence R1 Low"],
    "notes": [*PLACES, *BUY, "#1\tAnnotatorNotes E1\tone  two", "#2\tAnnotatorNotes E1\tmore", "#5\tNote T1\tx\ty"],
    "notes on attributes": [*PLACES, *BUY, "A1\tNegation E1", "#1\tAnnotatorNotes A1\twhy", "#2\tAnnotatorNotes #1\tso"],
    "notes on the document": [*PLACES, "#1\tAnnotatorNotes wire\tread twice", "#2\tDone *"],
    "references and equals": [*PLACES, "N1\tReference T1 W:5\tHolt", "*\tEquiv T1 T3", "*\tEquiv T2 T1"],
    "in pieces": ["T1\tOrg 0 4;40 44\tHolt Port", "T2\tOrg 0 4;14 20\tHolt bought"],
    "twice the same": [*PLACES, "T9\tOrg 0 13\tHolt Shipping", "R1\tSame Arg1:T1 Arg2:T9", "N1\tReference T9 W:1\tx"],
    "old names": [*PLACES, *BUY, "A1\tNegated E1", "A2\tModality E1 claimed"],
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_nobody_changed_goes_back_line_by_line(name: str, tmp_path: Path) -> None:
    assert back(tmp_path, *FILES[name]) == FILES[name]


def test_lines_that_end_as_in_dos_go_back_without_that_alone(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert back(tmp_path / "one", *(f"{line}\r" for line in PLACES)) == list(PLACES)


def moved(made: AnnotationSet) -> AnnotationSet:
    """Marta begins four letters earlier, and so does whatever she fills."""
    wider = span_at(made, 29).changed(start=25)
    return made.having(wider, *(fact.with_fillers({wider.id: wider}) for fact in made.facts.values()))


def test_a_span_that_was_moved_keeps_its_id_and_all_that_is_about_it(tmp_path: Path) -> None:
    about = [RELATION, "N1\tReference T2 W:5\tMarta"]
    lines = back(tmp_path, *PLACES, *about, change=moved)
    assert lines == [PLACES[0], "T2\tShip 25 34\ttug Marta", PLACES[2], *about]


def test_a_span_that_was_deleted_takes_along_what_is_about_it(tmp_path: Path) -> None:
    others = [
        "N1\tReference T1 W:5\tHolt",
        "#1\tAnnotatorNotes N1\tsure",
        "*\tEquiv T1 T2 T3",
        "*\tEquiv T1 T2",
    ]
    lines = back(tmp_path, *PLACES, *others, change=lambda made: made.lacking(span_at(made, 0)))
    assert lines == [*PLACES[1:], "*\tEquiv T2 T3"]


def test_what_is_new_stands_behind_with_free_numbers(tmp_path: Path) -> None:
    new = Fact(
        "f", "Seller", None, (Role("head", (Filler(52, 55, "new"),)), Role("child", (Filler(29, 34),)))
    )
    lines = back(
        tmp_path,
        *PLACES,
        "R8\tSeller From:T2 To:T3",
        change=lambda m: m.having(span(52, 55, "P", "new"), new),
    )
    added = ["T4\tP 52 55\tRex", "T5\tRange 29 34\tMarta", "R9\tSeller From:T4 To:T5"]
    assert lines == [*PLACES, "R8\tSeller From:T2 To:T3", *added]


def test_an_attribute_that_is_gone_goes_and_another_value_stands_in_its_line(tmp_path: Path) -> None:
    said = ["A7\tNegation E1", "A8\tModality E1 claimed", "#9\tAnnotatorNotes A7\twhy"]
    lines = back(
        tmp_path,
        *(*PLACES, *BUY, *said),
        change=lambda made: made.having(
            fact_of(made, "Buy").stating(negated=False, modality="denied", note="n")
        ),
    )
    assert lines == [*PLACES, *BUY, "A8\tModality E1 denied", "#10\tAnnotatorNotes E1\tn"]


def test_an_event_whose_inner_event_is_gone_keeps_the_place(tmp_path: Path) -> None:
    lines = back(tmp_path, *PLACES, *BUY, *SAY, change=lambda made: made.lacking(fact_of(made, "Buy")))
    assert lines == [*PLACES, SAY[0], "E2\tSay:T5 What:T6", "T6\tRange 14 20\tbought"]


def test_an_event_of_another_type_keeps_its_id_and_gets_a_trigger_of_that_type(tmp_path: Path) -> None:
    change = lambda made: made.having(replace(fact_of(made, "Buy"), type="Sell"))
    lines = back(tmp_path, *PLACES, *BUY, change=change)
    assert lines == [*PLACES, "E1\tSell:T5 Buyer:T1 Item:T2", "T5\tSell 14 20\tbought"]


def test_a_relation_that_got_a_trigger_is_an_event_and_its_line_is_gone(tmp_path: Path) -> None:
    change = lambda made: made.having(replace(fact_of(made, "Seller"), trigger=(35, 39)))
    lines = back(tmp_path, *PLACES, RELATION, "A1\tCertainty R1 High", change=change)
    assert lines == [*PLACES, "T4\tSeller 35 39\tfrom", "E1\tSeller:T4 head:T2 child:T3"]


def test_a_new_fact_about_a_fact_is_an_event_within_an_event(tmp_path: Path) -> None:
    said = Fact("f", "Say", (56, 60), (Role("What", (Filler(14, 20),)),))
    lines = back(tmp_path, *PLACES, *BUY, change=lambda made: made.having(said))
    assert lines == [*PLACES, *BUY, "T5\tSay 56 60\tsaid", "E2\tSay:T5 What:E1"]


def test_the_configuration_names_relations_with_their_arguments_and_attributes_that_came(
    tmp_path: Path,
) -> None:
    back(
        tmp_path,
        *PLACES,
        *BUY,
        RELATION,
        "R2\tCoref Anaphora:T1 Antecedent:T3",
        "A1\tCertainty E1 High",
        "A2\tOk T1",
    )
    conf = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    assert "[relations]\nSeller\tArg1:" in conf
    assert "Coref\tAnaphora:" in conf
    assert "Certainty\tArg:<EVENT>, Value:High\nOk\tArg:<ENTITY>\n" in conf
    assert "Buy" not in conf.split("[events]")[0]


def test_metadata_that_somebody_made_up_spoils_nothing(tmp_path: Path) -> None:
    record, _ = given(tmp_path, *PLACES)
    work = {"work": {"lines": [3, None, "T1", "T1\tx", "E1\tA:T1"]}, "items": {"x": 5}}
    held = {"came_from": {"tool": "brat", "works": {"": work}}}
    made_up = replace(record, article=replace(record.article, meta=held))
    assert exported([made_up], "brat", tmp_path)["proved"]
    assert (tmp_path / "out" / "wire.ann").read_text("utf-8").count("\tOrg ") == 2


def test_relations_that_an_older_version_took_in_leave_as_relations(tmp_path: Path) -> None:
    old = Fact("f", "Seller", None, (Role("Arg1", (Filler(29, 34),)), Role("Arg2", (Filler(40, 50),))))
    lines = back(tmp_path, *PLACES, change=lambda made: made.having(old))
    assert lines[3:] == [
        "T4\tRange 29 34\tMarta",
        "T5\tRange 40 50\tPort Lines",
        "R1\tSeller Arg1:T4 Arg2:T5",
    ]
