"""Chains in the columns of CoNLL-2012: brackets as the format has them, and everything read back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.formats.coref.conll2012 import (
    ChainMention,
    CorefStory,
    crossing,
    in_text_order,
    read_coref,
    write_coref,
)

WORDS = ("Peru", "'s", "navy", "said", "it", ".")


def story(*mentions: tuple[int, int, int], name: str = "strike") -> CorefStory:
    """A story of one sentence; mentions are first and last token and chain."""
    return CorefStory(name, (WORDS,), tuple(ChainMention(0, *one) for one in mentions))


def cells(*mentions: tuple[int, int, int]) -> list[str]:
    rows = [line.split("\t") for line in write_coref([story(*mentions)]) if line[0] not in "#\n"]
    return [row[-1].rstrip("\n") for row in rows]


@st.composite
def stories(draw: st.DrawFn) -> CorefStory:
    """Stories with any mentions in any of four chains, those left out that brackets cannot tell."""
    word = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda one: not re.search(r"\s", one)
    )
    sentences = draw(st.lists(st.lists(word, min_size=1, max_size=6), max_size=4))
    places = [
        (n, first, last)
        for n, one in enumerate(sentences)
        for last in range(len(one))
        for first in range(last + 1)
    ]
    chosen = (
        draw(st.lists(st.tuples(st.sampled_from(places), st.integers(0, 3)), max_size=12)) if places else []
    )
    mentions = {ChainMention(*place, chain) for place, chain in chosen}
    told = in_text_order(mentions - set(crossing(mentions)))
    return CorefStory(draw(st.sampled_from(["a", "b_2", "Ü-1"])), tuple(map(tuple, sentences)), tuple(told))


@given(st.lists(stories(), max_size=4, unique_by=lambda one: one.name))
def test_what_is_written_is_read_back(given: list[CorefStory]) -> None:
    assert list(read_coref(write_coref(given))) == given


def test_a_document_is_written_as_scorers_read_it() -> None:
    *lines, end = write_coref(
        [CorefStory("tide", (("He", "left"), ("Ann", "too")), (ChainMention(1, 0, 0, 7),))]
    )
    assert lines == [
        "#begin document (tide); part 000\n",
        "tide\t0\t0\tHe\t-\t*\t-\t-\t-\t-\t*\t-\n",
        "tide\t0\t1\tleft\t-\t*\t-\t-\t-\t-\t*\t-\n",
        "\n",
        "tide\t0\t0\tAnn\t-\t*\t-\t-\t-\t-\t*\t(7)\n",
        "tide\t0\t1\ttoo\t-\t*\t-\t-\t-\t-\t*\t-\n",
        "\n",
    ]
    assert end == "#end document\n"


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([(0, 2, 3)], ["(3", "-", "3)", "-", "-", "-"]),
        ([(0, 2, 3), (0, 0, 4)], ["(3|(4)", "-", "3)", "-", "-", "-"]),  # nested, one beginning
        ([(0, 2, 3), (2, 2, 4)], ["(3", "-", "(4)|3)", "-", "-", "-"]),  # nested, one end
        ([(0, 3, 3), (1, 3, 4)], ["(3", "(4", "-", "4)|3)", "-", "-"]),
        ([(0, 1, 3), (2, 3, 3)], ["(3", "3)", "(3", "3)", "-", "-"]),  # adjacent, of one chain
        ([(0, 2, 3), (2, 4, 4)], ["(3", "-", "(4|3)", "-", "4)", "-"]),  # crossing, of two chains
        ([(0, 4, 3), (0, 2, 3), (0, 0, 3)], ["(3|(3|(3)", "-", "3)", "-", "3)", "-"]),
    ],
)
def test_brackets(mentions: list[tuple[int, int, int]], expected: list[str]) -> None:
    assert cells(*mentions) == expected


def test_a_mention_given_twice_is_written_once() -> None:
    assert cells((4, 4, 1), (4, 4, 1)) == ["-", "-", "-", "-", "(1)", "-"]


def test_of_two_mentions_of_a_chain_that_cross_the_later_is_left_out() -> None:
    crossed = story((0, 2, 3), (2, 4, 3), (4, 5, 3))
    assert crossing(crossed.mentions) == [ChainMention(0, 2, 4, 3)]
    (back,) = read_coref(write_coref([crossed]))
    assert back == story((0, 2, 3), (4, 5, 3))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Strikes (12 May); part 001", "Strikes_12_May_part_001"),
        ("../../etc\\passwd", "etc_passwd"),
        ("# [3] {x}\n#end document", "3_x_end_document"),
        ("حديث 🇮🇶\u202e\ud800", "حديث"),
        ("", "story"),
        (")(" * 500_000, "story"),
        ("x" * 500_000, "x" * 50),
    ],
)
def test_names_are_such_as_scorers_and_files_can_have(name: str, written: str) -> None:
    assert [one.name for one in read_coref(write_coref([story(name=name)]))] == [written]


def test_no_two_documents_have_one_name() -> None:
    written = write_coref(story(name=name) for name in ("a b", "A_b", "a_b_2", "a(b)"))
    assert [one.name for one in read_coref(written)] == ["a_b", "A_b_2", "a_b_2_2", "a_b_3"]


@pytest.mark.parametrize(
    "word", ["", " ", "\n#end document", "a\u2028b", "\x1c", "\u00a0", "\ud800", "(3)", "#"]
)
def test_any_word_is_one_column(word: str) -> None:
    lines = "".join(write_coref([CorefStory("a", ((word, "b"),), (ChainMention(0, 1, 1, 0),))]))
    (back,) = read_coref(lines.encode().decode().splitlines())
    assert (len(back.sentences[0]), back.mentions) == (2, (ChainMention(0, 1, 1, 0),))


def test_a_story_without_words_is_an_empty_document() -> None:
    lines = list(write_coref([CorefStory("a", ((), ()))]))
    assert lines == ["#begin document (a); part 000\n", "#end document\n"]
    assert list(read_coref(lines)) == [CorefStory("a", ())]


@pytest.mark.parametrize("place", [(0, 0, 6, 1), (0, 3, 2, 1), (0, -1, 0, 1), (1, 0, 0, 1), (0, 0, 0, -1)])
def test_no_story_has_a_mention_outside_of_its_sentences(place: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="lies in no sentence"):
        CorefStory("a", (WORDS,), (ChainMention(*place),))


def test_the_columns_may_be_parted_by_blanks_and_be_fewer() -> None:
    given = "# a comment\n#begin document (wb/a2e); part 003\na2e 3 0 It PRP (0)\n\na2e 3 0 ran VBD _\n#end document"
    expected = CorefStory("wb/a2e", (("It",), ("ran",)), (ChainMention(0, 0, 0, 0),))
    assert list(read_coref(given.split("\n"))) == [expected]


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        ("a 0 0 It -", 1, "stands in no document"),
        ("#end document", 1, "none was begun"),
        ("#begin document (a); part 000/a 0 0 It -", 2, "“a” has no line #end document"),
        ("#begin document (a); part 000/#begin document (b); part 000", 2, "“a” has no line #end"),
        ("#begin document (a); part 000/a 0 0 It", 2, "too few columns"),
        ("#begin document (a); part 000/a 0 0 It - x", 2, "“x” names no chain"),
        ("#begin document (a); part 000/a 0 0 It - 3", 2, "“3” names no chain"),
        ("#begin document (a); part 000/a 0 0 It - (" + "9" * 5000, 2, "names no chain"),
        ("#begin document (a); part 000/a 0 0 It - 3)", 2, "Chain 3 is closed here"),
        ("#begin document (a); part 000/a 0 0 It - (3/a 0 1 ran - -//", 2, "Chain 3 is opened here"),
        ("#begin document (a); part 000/a 0 0 It - (3/#end document", 2, "Chain 3 is opened here"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(lines: str, line: int, says: str) -> None:
    with pytest.raises(UserError) as error:
        list(read_coref(lines.split("/"), where="x.conll"))
    assert str(error.value).startswith(f"x.conll:{line}: ")
    assert says in str(error.value)
    assert len(str(error.value)) < 200
