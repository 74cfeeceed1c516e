"""Boilerplate: found on pages written for this test, never in what is article, in linear time.

A page's lines begin with what they are: A article, B boilerplate, E either; "+" glues the next line on. The
pages in `held_out` were written last and measured before they were read.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.suggest.boilerplate.find import find
from annotations.suggest.boilerplate.site_lines import lines

PAGES = sorted((Path(__file__).parent / "pages").glob("*/*.txt"))
SAMPLES = Path(__file__).parents[4] / "samples"
STORY = """Dam gates opened after three days of rain
The authorities opened eleven gates of the dam on Thursday after three days of heavy rain in the hills.
Villagers below the dam were moved to schools by noon, and the river rose by more than two metres.
Engineers said the gates of the dam would stay open until the rain in the hills had stopped.
"""


def read(page: Path) -> tuple[str, str]:
    """The text, and for each code point of it A, B, E or a space."""
    text, marks = "", ""
    for row in page.read_text("utf-8").splitlines():
        mark, _, words = row.partition("|")
        end = "" if mark.endswith("+") else "\n"
        text, marks = text + words + end, marks + (mark[:1] * len(words)) + " " * len(end)
    return text, marks


def counts(page: Path) -> tuple[int, int, int, int]:
    """Code points of boilerplate; those found; code points of article; those dimmed."""
    text, marks = read(page)
    dimmed = {i for start, end in find(text) for i in range(start, end)}
    boilerplate, article = ({i for i, mark in enumerate(marks) if mark == kind} for kind in "BA")
    return len(boilerplate), len(boilerplate & dimmed), len(article), len(article & dimmed)


def quotes(text: str, title: str = "") -> list[str]:
    return [text[start:end] for start, end in find(text, title)]


def test_nineteen_of_twenty_characters_of_boilerplate_are_found_over_all_pages() -> None:
    boilerplate, found, article, dimmed = (sum(column) for column in zip(*map(counts, PAGES), strict=True))
    assert found >= 0.95 * boilerplate
    assert dimmed <= 0.005 * article


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_on_each_page_most_boilerplate_and_hardly_any_article_is_dimmed(page: Path) -> None:
    boilerplate, found, article, dimmed = counts(page)
    assert found >= 0.5 * boilerplate
    assert dimmed <= 0.01 * article


@pytest.mark.parametrize("name", ["01", "04", "05", "06", "07", "08", "10"])
def test_samples_without_boilerplate_stay_whole(name: str) -> None:
    assert find(next(SAMPLES.glob(f"{name}*.txt")).read_text("utf-8")) == []


def test_navigation_glued_to_the_headline_is_found_without_the_headline() -> None:
    headline = "U.S. Hits Radar Site a Day After Raids"
    assert quotes(f"HomeWorldPoliticsSport{headline}\n{STORY}") == ["HomeWorldPoliticsSport"]


def test_an_advertisement_glued_to_a_sentence_is_found_without_the_sentence() -> None:
    assert quotes(STORY.replace("metres.", "metres.Advertisement")) == ["Advertisement"]


def test_teasers_after_most_popular_are_boilerplate() -> None:
    teasers = "Most Popular\nBeekeeper wins prize\nThe old man had never thought that his honey would...\n"
    assert quotes(STORY + teasers) == teasers.splitlines()


def test_the_story_returns_after_related_headlines() -> None:
    first, *rest = STORY.splitlines(keepends=True)
    text = first + rest[0] + "Also Read\nActor weds in Goa\n" + "".join(rest[1:])
    assert quotes(text) == ["Also Read", "Actor weds in Goa"]


@pytest.mark.parametrize(
    "line",
    [
        "What Happens When the Rain Stops",
        "“Share the road, subscribe to nothing, read more,” the old man said.",
        "Rain in the hills… pic.twitter.com/aB3dEf9hIj — Weather Office (@weather) November 14, 2023",
        "14:32",
        "YouTube and TikTok",
        "The owner of the dam said that all rights reserved by treaty would be kept until the rain stopped.",
    ],
)
def test_what_belongs_to_the_story_is_not_boilerplate(line: str) -> None:
    first, second, *rest = STORY.splitlines(keepends=True)
    assert line not in quotes(first + second + line + "\n" + "".join(rest))


def test_a_line_that_stands_in_other_articles_is_boilerplate() -> None:
    slogan = "The voice of the valley"
    text = STORY + slogan + "\n"
    assert quotes(text) == []
    assert [text[start:end] for start, end in find(text, repeated={"the voice of the valley"})] == [slogan]
    assert "the voice of the valley" in lines(f"  The  voice of\u00a0the Valley \n\n{STORY}")


def test_the_given_title_is_never_boilerplate() -> None:
    assert quotes("Read More\n" + STORY, title="Read More") == ["Read More"]
    assert quotes("Sport\nTravel\nHeat\n" + STORY, title="Heat") == ["Sport", "Travel"]


@pytest.mark.parametrize("text", ["", " \n\u2029\r\n", "?!", "Share", "🙂\n" * 3])
def test_next_to_nothing_gives_ranges_inside_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in find(text))


@given(
    st.lists(st.sampled_from(["Share", "HomeWorldSport", *STORY.splitlines(), "🙂 é", "", "Most Read", "a…"]))
)
def test_ranges_are_sorted_disjoint_and_without_outer_white_space(rows: list[str]) -> None:
    text = " \r\n".join(rows)
    found = find(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@pytest.mark.parametrize(
    "make",
    [
        lambda n: ".,;!?-(" * (n // 7),
        lambda n: "word went on. " * (n // 14),
        lambda n: "aB" * (n // 2),
        lambda n: "x facebook (" * (n // 12),
        lambda n: "".join(f"Line {i} goes on\n" for i in range(n // 40)),
        lambda n: "Most Popular\nShort words\n" * (n // 100),
    ],
)
def test_a_nasty_text_of_a_million_signs_gives_ranges_in_order(make: Callable[[int], str]) -> None:
    text = make(1_000_000)
    bounds = [bound for found in find(text) for bound in found]
    assert bounds == sorted(bounds)
    assert not bounds or bounds[-1] <= len(text)


def test_two_million_marks_and_a_very_long_line_hold_nothing() -> None:
    assert find("!?" * 1_000_000) == find("word, " * 83_000) == []
