"""Which label met which: counts that add up, and the places behind them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement import confusion as module
from annotations.agreement.compared import Compared
from annotations.agreement.confusion import confusion
from annotations.sets import AnnotationSet
from annotations.spans import Status
from tests.making import TEXT, span
from tests.strategies import annotation_sets, articles


def article(mine: list, theirs: list, id_: str = "a", text: str = TEXT) -> Compared:
    made = {who: AnnotationSet.of(id_, who, spans) for who, spans in (("anna", mine), ("ben", theirs))}
    return Compared(id_, text, made)


def counted(found: dict) -> dict:
    return {(cell["one"], cell["other"]): (cell["count"], cell["bounds"]) for cell in found["cells"]}


def test_alike_other_labels_other_bounds_and_nothing_each_have_their_cell() -> None:
    mine = [span(0, 10), span(18, 22, "ORG"), span(28, 32, "GPE"), span(36, 43, "DATE")]
    theirs = [span(0, 10), span(18, 22, "GPE"), span(24, 32, "GPE"), span(14, 17, "ORG")]
    found = confusion([article(mine, theirs)], "anna", "ben")
    assert counted(found) == {
        ("PERSON", "PERSON"): (1, 0), (None, "ORG"): (1, 0), ("ORG", "GPE"): (1, 0), ("GPE", "GPE"): (1, 1),
        ("DATE", None): (1, 0),
    }  # fmt: skip
    assert found["labels"] == ["DATE", "GPE", "ORG", "PERSON"]


def test_a_place_has_the_bounds_of_both_the_quote_and_both_ids() -> None:
    found = confusion([article([span(0, 10, id_="m")], [span(6, 10, "ORG", id_="t")])], "anna", "ben")
    [cell] = found["cells"]
    assert cell["places"] == [
        {"article": "a", "start": 0, "end": 10, "quote": "Maria Ruiz", "ids": ["m", "t"], "bounds": True}
    ]


def test_only_confirmed_spans_and_articles_of_both_are_looked_at() -> None:
    rejected = span(0, 10, status=Status.REJECTED)
    alone = Compared("b", TEXT, {"anna": AnnotationSet.of("b", "anna", [span(0, 10)])})
    assert confusion([article([rejected], []), alone], "anna", "ben")["cells"] == []


def test_a_cell_gives_no_more_places_than_can_be_looked_through(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    found = confusion([article([span(0, 10)], [], f"a{n}", TEXT) for n in range(4)], "anna", "ben")
    [cell] = found["cells"]
    assert (cell["count"], [place["article"] for place in cell["places"]]) == (4, ["a0", "a1"])


def test_of_one_label_the_places_with_other_bounds_come_first() -> None:
    one = article([span(0, 10), span(24, 32)], [span(0, 10), span(28, 32)])
    [cell] = confusion([one], "anna", "ben")["cells"]
    assert [(place["start"], place["bounds"]) for place in cell["places"]] == [(24, True), (0, False)]


def test_a_long_quote_is_cut() -> None:
    [cell] = confusion([article([span(0, 500)], [], text="é" * 600)], "anna", "ben")["cells"]
    assert cell["places"][0]["quote"] == "é" * module.LONGEST + "…"


@given(st.data())
def test_the_other_way_round_it_is_the_same_with_the_sides_changed(data) -> None:
    of = data.draw(articles("a"))
    sets = {who: data.draw(annotation_sets(of, who)) for who in ("anna", "ben")}
    one = Compared("a", of.text, sets)
    there, back = confusion([one], "anna", "ben"), confusion([one], "ben", "anna")
    sums = [{}, {}]
    for of_side, cells, side in ((sums[0], there, "one"), (sums[1], back, "other")):
        for cell in cells["cells"]:
            of_side[cell[side]] = of_side.get(cell[side], 0) + cell["count"]
    labelled = [{k: v for k, v in each.items() if k} for each in sums]
    assert labelled[0] == labelled[1]
