"""The cards of facts: what they say, which are kept, where they stand, and what of the list is touched."""

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
from annotations.spans import Status
from tests.making import span
from ui.cards.card_model import CardModel
from ui.cards.card_places import CardPlaces
from ui.cards.fact_card import CardMaker, FactCard
from ui.cards.groups import grouped, halved

ROLES = {"actor": RoleType("actor", required=True)}
SCHEMA = Schema("Cards", facts={"ATTACK": FactType("ATTACK", roles=ROLES)})
TEXT = "One. Oslo struck at dawn. Two.\n\U0001f6a2\u200d\U0001f6a2 struck\u2028hard.\r\n"


def cards(*facts: Fact, text: str = TEXT) -> list[FactCard]:
    return CardMaker(text, SCHEMA).cards(sheet(*facts))


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
    assert cards(fact)[0].evidence == evidence


def test_of_an_endless_sentence_what_is_near_the_fact_is_shown() -> None:
    (card,) = cards(of(250_000, 250_006), text="word " * 100_000)
    assert 400 < len(card.evidence) < 1_000


def test_a_card_says_its_state_its_sentence_and_what_is_open() -> None:
    (card,) = cards(of(10, 16).stating(modality=Modality.DENIED, negated=True))
    assert str(card).startswith("ATTACK, confirmed, denied, negated: ")
    assert str(card).endswith(f"{card.sentence.words}, no actor")
    open_ = replace(card, fact=replace(of(10, 16), status=Status.SUGGESTED, score=0.9))
    assert str(open_).startswith("ATTACK, suggested, 90 per cent: ")


def test_a_fact_of_a_type_that_the_schema_lacks_has_a_card() -> None:
    (card,) = cards(replace(of(10, 16), type="PARTY"))
    assert (card.missing, card.lacks) == ((), "")
    assert str(card).startswith("PARTY, confirmed: ")


def test_a_fact_without_any_words_has_a_card_that_says_so() -> None:
    empty = Fact("f", "PARTY", status=Status.SUGGESTED)
    (card,) = CardMaker(TEXT, SCHEMA).cards(Sheet([empty], AnnotationSet("a", "anna")))
    assert (card.lacks, card.evidence) == ("no trigger", "One.")
    assert halved([card]) == {0: "Incomplete"}


def test_a_card_is_made_anew_only_for_another_fact_or_label() -> None:
    held = replace(of(10, 16), roles=(Role("actor", (Filler(5, 9, "s"),)),))
    maker = CardMaker(TEXT, SCHEMA)
    first = maker.cards(sheet(held, of(0, 3, "g"), span(5, 9, "GPE", "s")))
    relabelled = maker.cards(sheet(held, of(0, 3, "g"), span(5, 9, "ORG", "s")))
    assert [old is new for old, new in zip(first, relabelled, strict=True)] == [True, False]
    assert relabelled[1].labels == ("ORG",)


def test_captions_stand_where_another_sentence_begins() -> None:
    made = cards(of(0, 3, "a"), of(10, 16, "b"), of(17, 19, "c"), of(26, 29, "d"), of(35, 41, "e"))
    maker = CardMaker(TEXT, SCHEMA)
    here = maker.sentence_at(12)
    captions, first = grouped(made, here, maker.sentence_after(here))
    assert captions == {0: "Before", 1: "In this sentence", 3: "In the next", 4: "After"}
    assert first == 1
    assert grouped(made, maker.sentence_at(40), None) == ({0: "Before", 4: "In this sentence"}, 4)
    assert grouped([], here, None) == ({}, None)


def test_incomplete_cards_come_under_a_caption_of_their_own() -> None:
    filled = replace(of(10, 16, "g"), roles=(Role("actor", (Filler(5, 9),)),))
    made = sorted(cards(of(0, 3), filled), key=lambda card: not card.missing)
    assert halved(made) == {0: "Incomplete", 1: "Complete"}
    assert halved(made[:1]) == {0: "Incomplete"}


def test_the_last_sentence_has_none_after_it() -> None:
    maker = CardMaker(TEXT, SCHEMA)
    assert maker.sentence_after(maker.sentence_at(40)) is None
    assert maker.sentence_after(maker.sentence_at(0)) == (5, 25)


def test_cards_have_their_places_one_below_the_other() -> None:
    places = CardPlaces()
    places.lay([50, 70, 50], {0: "Before", 2: "After"}, gap=8, room=26)
    assert (places.tops, places.end) == ([26, 84, 188], 246)
    assert [places.top(n) for n in range(3)] == [0, 84, 162]
    assert [places.at(y) for y in (0, 26, 75, 76, 84, 237, 238)] == [None, 0, 0, None, 1, 2, None]
    assert list(places.between(80, 190)) == [0, 1, 2]


CARDS = {id_: cards(of(0, 3, id_))[0] for id_ in "abcdef"}


def test_only_what_is_another_is_touched(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = CardModel(parent)
    model.show([CARDS[id_] for id_ in "abcd"])
    touched: list[tuple[str, int, int]] = []
    model.rowsRemoved.connect(lambda _, low, high: touched.append(("out", low, high)))
    model.rowsInserted.connect(lambda _, low, high: touched.append(("in", low, high)))
    model.dataChanged.connect(lambda low, high: touched.append(("anew", low.row(), high.row())))
    model.show([CARDS[id_] for id_ in "acd"])
    model.show([CARDS[id_] for id_ in "acde"])
    model.show([CARDS["a"], replace(CARDS["c"]), CARDS["d"], CARDS["e"]])
    assert touched == [("out", 1, 1), ("in", 3, 3), ("anew", 1, 1)]


@given(st.lists(st.permutations("abcdef").map(lambda order: order[:4]), max_size=6))
def test_whatever_was_shown_the_model_shows_what_it_is_told(qapp, orders: list[list[str]]) -> None:
    parent = QWidget()
    model = CardModel(parent)
    for order in orders:
        model.show([CARDS[id_] for id_ in order])
        assert [card.fact.id for card in model.cards] == order
        assert model.rowCount() == len(order)
