"""Titles of texts whose file gives none: headlines, never the furniture above them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.documents.titles import OPENING_MOST, find_title, opening, shortened
from tests.annotations.formats.documents.openings import BODY, FIRST, HELD_OUT, MORE, NAMED, OPENINGS, OVER

ALL = {**OPENINGS, **HELD_OUT, **MORE}
ARTICLES = Path(__file__).parents[5] / "shared" / "articles"
SAMPLES = Path(__file__).parents[4] / "samples"


@pytest.mark.parametrize("name", ALL)
def test_a_text_is_called_by_its_headline_else_by_its_first_sentence(name: str) -> None:
    text, title = ALL[name]
    assert (find_title(text) or opening(text)) == shortened(title)
    assert len(ALL) == len(OPENINGS) + len(HELD_OUT) + len(MORE)


@pytest.mark.parametrize("line", OVER.strip().splitlines())
def test_a_line_over_a_story_or_headline_is_no_title(line: str) -> None:
    over_story, over_headline = f"{line}\n\n{BODY}", f"{line}\n\n{NAMED}\n\n{BODY}"
    assert (find_title(over_story), opening(over_story)) == ("", FIRST)
    assert find_title(over_headline) == NAMED


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Ferry aground \nText", "Ferry aground"),
        ("A ferry ran.", ""),
        ("x" * 201, ""),
        ("3 May 2021\nT", "T"),
    ],
)
def test_a_title_is_a_short_line_that_is_no_sentence_and_no_date(text: str, title: str) -> None:
    assert find_title(text) == title


def test_an_article_without_title_is_called_by_its_first_words() -> None:
    assert opening("One\ttwo  " + "word " * 40) == "One two " + "word " * 13 + "word…"
    assert opening("東" * 300) == "東" * 79 + "…"
    assert opening("A ferry ran.\nMore") == "A ferry ran."


@pytest.mark.parametrize("text", ["Advertisement", "3 March 2024\nAdvertisement", "1\n2\n3", "\n\n* * *\n"])
def test_a_text_of_nothing_but_furniture_is_called_by_its_first_line(text: str) -> None:
    assert find_title(text) == ""
    assert opening(text) == text.split("\n\n")[-1].split("\n")[0].strip()


@pytest.mark.parametrize(
    "piece", ["a b ", "- ", "(", "By Ann, ", "A.", "\n", "1 ", "Home > ", "Oslo (Agency) — "]
)
def test_no_line_takes_long(piece: str) -> None:
    text = piece * 50_000
    assert len(find_title(text)) <= 200
    assert len(opening(text)) <= OPENING_MOST


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")
def test_the_titles_of_three_articles_are_headlines_or_first_words() -> None:
    found = {
        path.name[:3]: one.article
        for path in sorted(ARTICLES.glob("*.txt"))
        for one in read(path)
        if isinstance(one, Record)
    }
    assert "US Strikes Iranian-Backed Militias in Iraq: A Retaliation" in found["001"].title
    for name in ("002", "003"):
        beginning, shown = (
            found[name].text.removeprefix(" date 2024-02-08 Advertisement").lstrip(),
            found[name].title,
        )
        assert shown.endswith("…")
        assert beginning.startswith(shown[:-1])


def test_each_sample_is_called_by_a_line_or_sentence_of_it() -> None:
    for path in SAMPLES.glob("*.txt"):
        text = path.read_text("utf-8")
        title = find_title(text) or opening(text)
        assert title.rstrip("…") in " ".join(text.split())
