"""Wordings that recur: learned ones, full names and their short forms."""

from __future__ import annotations

import pytest

from annotations.suggest.mentions import Learned, SeenAs, repeats, seen

ROWS = [
    ("Rubymar", "PRODUCT", 12, 0),
    ("Aden", "GPE", 4, 0),
    ("Aden", "LOC", 1, 0),
    ("Red Sea", "LOC", 5, 1),
    ("March", "DATE", 0, 2),
]


def named(text: str, *quotes: tuple[str, str]) -> list[tuple[int, int, str]]:
    return [(text.index(q), text.index(q) + len(q), label) for q, label in quotes]


def quotes(text: str, places) -> list[tuple[str, str]]:
    return [(text[place.start : place.end], place.label) for place in places]


def test_a_wording_is_learned_with_its_likeliest_label_unless_it_was_rejected_with_it() -> None:
    assert Learned.of(ROWS).seen == {"Rubymar": SeenAs("PRODUCT", 12, 12), "Aden": SeenAs("GPE", 4, 5)}


def test_a_wording_is_offered_only_with_a_label_that_nearly_all_its_confirmations_have() -> None:
    assert Learned.of([("Aden", "GPE", 3, 0), ("Aden", "LOC", 1, 0)]).seen == {}
    assert Learned.of([("Aden", "GPE", 4, 1), ("Aden", "LOC", 1, 0)]).seen == {}
    assert Learned.of([("Aden", "GPE", 4, 0), ("Aden", "LOC", 1, 1)]).seen == {"Aden": SeenAs("GPE", 4, 5)}


def test_a_wording_that_is_mostly_passed_over_is_not_offered() -> None:
    assert Learned.of([("Aden", "GPE", 4, 0)], unmarked={"Aden"}).seen == {}


def test_how_sure_a_label_is_goes_by_how_often_it_was_given_and_others_were() -> None:
    sure = [SeenAs("DISH", *of).score for of in ((1, 1), (9, 9), (3, 4), (2, 4))]
    assert sure == [1 / 2, 9 / 10, 3 / 5, 2 / 5]
    assert (SeenAs("DISH", 1, 1).origin, SeenAs("DISH", 3, 4).origin) == ("seen 1 time", "seen 3 of 4 times")


@pytest.mark.parametrize("wording", ["a", " ", "7", "the", "of", "é", "́", "", "\n"])
def test_a_single_letter_a_digit_and_a_function_word_are_not_worth_looking_for(wording: str) -> None:
    assert Learned.of([(wording, "DISH", 9, 0)]).seen == {}


@pytest.mark.parametrize("wording", ["🍜", "IT", "Who", "$", "pho", "炒饭"])
def test_an_emoji_an_acronym_and_a_short_word_are_worth_it(wording: str) -> None:
    text = f"Hot {wording} here, {wording}!"
    assert [(p.start, p.label) for p in seen(text, Learned.of([(wording, "DISH", 1, 0)]))] == [
        (4, "DISH"),
        (text.rindex(wording), "DISH"),
    ]


def test_a_run_of_blanks_counts_as_one_but_no_paragraph_break_does() -> None:
    text = "Tom yum. Tom\u00a0 yum. Tom\n\nyum. Tomyum. Tom yums."
    found = seen(text, Learned.of([("Tom yum", "DISH", 1, 0)]))
    assert [text[p.start : p.end] for p in found] == ["Tom yum", "Tom\u00a0 yum"]


@pytest.mark.parametrize(
    ("text", "wording"),
    [("ฉันกินผัดไทยทุกวัน", "ผัดไทย"), ("ຂ້ອຍກິນຕຳໝາກຫຸ່ງ", "ຕຳໝາກຫຸ່ງ"), ("我吃炒饭了", "炒饭")],
    ids=["Thai", "Lao", "Chinese"],
)
def test_a_wording_is_found_where_no_blanks_stand_between_words(text: str, wording: str) -> None:
    found = [text[p.start : p.end] for p in seen(text, Learned.of([(wording, "DISH", 1, 0)]))]
    assert found == [wording]


def test_where_words_run_on_no_character_is_cut() -> None:
    assert list(seen("กินน้ำ", Learned.of([("กินน", "DISH", 1, 0)]))) == []


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
