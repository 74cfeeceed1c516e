"""Of many wordings those that may stand in a text: none is missed, whatever blanks and scripts there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.suggest.mentions import Learned, SeenAs, TokenBounds, seen
from annotations.text.wording_index import WordingIndex

PARTS = st.sampled_from(
    [
        "Oslo",
        "New",
        "York",
        "U.S.",
        "don't",
        "東京",
        "กรุง",
        "🛳",
        " ",
        "  ",
        "\n",
        "\t\x1f ",
        ",",
        "é",
        "e\u0301",
        "10",
    ]
)
TEXTS = st.lists(PARTS, max_size=12).map("".join)


@given(TEXTS, st.lists(TEXTS, max_size=12))
def test_every_wording_that_stands_in_the_text_is_among_them(text: str, wordings: list[str]) -> None:
    bounds = TokenBounds(text)
    standing = [wording for wording in dict.fromkeys(wordings) if list(bounds.of_wording(wording))]
    found = bounds.wordings(WordingIndex(wordings))
    assert [wording for wording in found if wording in standing] == standing
    assert len(found) == len(set(found))


@given(TEXTS, st.lists(TEXTS, max_size=12))
def test_many_wordings_of_a_script_without_blanks_are_found_as_few_are(text: str, few: list[str]) -> None:
    bounds, more = TokenBounds(text), [f"กรุ{chr(0x4E00 + n)}" for n in range(3_000)]
    standing = [wording for wording in dict.fromkeys(few) if list(bounds.of_wording(wording))]
    found = bounds.wordings(WordingIndex([*few, *more]))
    assert [wording for wording in found if wording in standing] == standing


def test_other_wordings_do_not_come_into_it() -> None:
    index = WordingIndex([f"The word {n}" for n in range(10_000)] + ["The ship"])
    assert TokenBounds("The  ship and the word").wordings(index) == ["The ship"]


def test_lessons_with_more_that_is_stopped_find_the_same() -> None:
    learned = Learned({"Oslo": SeenAs("GPE", 3, 3)})
    stopped = learned.stopping([("Oslo", "GPE")])
    assert learned.stopping([]) is learned
    assert stopped.is_stopped("Oslo", "GPE")
    assert list(seen("In Oslo", learned)) == list(seen("In Oslo", stopped))


def test_lessons_for_some_texts_find_there_what_all_lessons_find() -> None:
    learned = Learned({f"Word{n}": SeenAs("GPE", 3, 3) for n in range(50)})
    few = learned.among(["Word7 met Word9.", "Nothing."])
    assert list(few.seen) == ["Word7", "Word9"]
    assert list(seen("Word7 met Word9.", few)) == list(seen("Word7 met Word9.", learned))
