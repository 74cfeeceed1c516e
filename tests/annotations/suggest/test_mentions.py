"""Wordings that recur: learned ones, full names and their short forms."""

from __future__ import annotations

import pytest

from annotations.suggest.mentions import Learned, repeats, seen

ROWS = [
    ("Rubymar", "PRODUCT", 12, 0),
    ("Aden", "GPE", 3, 0),
    ("Aden", "LOC", 1, 0),
    ("Red Sea", "LOC", 5, 1),
    ("March", "DATE", 0, 2),
]


def named(text: str, *quotes: tuple[str, str]) -> list[tuple[int, int, str]]:
    return [(text.index(q), text.index(q) + len(q), label) for q, label in quotes]


def quotes(text: str, places) -> list[tuple[str, str]]:
    return [(text[place.start : place.end], place.label) for place in places]


def test_only_a_wording_with_one_label_that_was_never_rejected_is_learned() -> None:
    assert dict(Learned.of(ROWS).seen) == {"Rubymar": ("PRODUCT", 12)}


def test_a_wording_rejected_twice_is_stopped_with_that_label() -> None:
    assert Learned.of(ROWS).stopped == {("March", "DATE")}


def test_what_was_learned_goes_to_the_worker_and_comes_back() -> None:
    learned = Learned.of(ROWS)
    assert Learned.from_json(learned.to_json()) == learned


def test_a_learned_wording_is_found_on_token_bounds_and_says_how_often_it_was_seen() -> None:
    text = "The Rubymar sank. Rubymarine did not; 😀Rubymar’s crew left."
    found = list(seen(text, Learned.of(ROWS)))
    assert [text[p.start : p.end] for p in found] == ["Rubymar", "Rubymar"]
    assert {(p.label, p.origin) for p in found} == {("PRODUCT", "seen 12 times")}


def test_a_full_name_marks_its_later_surname_but_no_earlier_one() -> None:
    text = "Ruiz? Maria Ruiz came. Then Ruiz left."
    found = list(repeats(text, named(text, ("Maria Ruiz", "PERSON"))))
    assert [p.start for p in found if text[p.start : p.end] == "Ruiz"] == [28]


def test_an_acronym_in_brackets_is_marked_there_and_later() -> None:
    text = "Northern Port Authority (NPA) said so. The NPA added more."
    found = repeats(text, named(text, ("Northern Port Authority", "ORG")))
    assert quotes(text, found) == [("Northern Port Authority", "ORG"), ("NPA", "ORG"), ("NPA", "ORG")]


@pytest.mark.parametrize("bracket", ["(2024)", "(XYZ)", "(he)", "(A)"])
def test_other_brackets_are_no_acronyms(bracket: str) -> None:
    text = f"Northern Port Authority {bracket} said so."
    found = repeats(text, named(text, ("Northern Port Authority", "ORG")))
    assert quotes(text, found) == [("Northern Port Authority", "ORG")]


def test_a_wording_with_two_labels_is_no_guide() -> None:
    text = "Georgia and Georgia. Georgia!"
    spans = [(0, 7, "GPE"), (12, 19, "PERSON")]
    assert list(repeats(text, spans)) == []


def test_numbers_and_dates_mark_nothing() -> None:
    text = "Tuesday and Tuesday"
    assert list(repeats(text, [(0, 7, "DATE")])) == []


@pytest.mark.parametrize("text", ["", " ", "(((", "\n\n", "😀" * 50])
def test_odd_texts_have_no_mentions(text: str) -> None:
    assert list(seen(text, Learned.of(ROWS))) == []
    assert list(repeats(text, [])) == []
