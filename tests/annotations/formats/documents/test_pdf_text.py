"""The text of PDFs: words and lines joined, columns in their order, heads and page numbers apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from annotations.articles import PAGES
from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.documents.given_titles import real_title
from annotations.formats.documents.pages.hyphens import KnownWords
from annotations.formats.reading.how_read import HowRead
from tests.printed import Line, column, printed, width

MET = "The Foreign Secretary met Mr. Schmidt-Weber in Reykjavik on Tuesday. The talks lasted two hours."
STORY = [
    (
        "The Foreign Sec|re|tary met Mr. Schmidt-Weber in Reyk|javik on Tuesday and spoke for two hours about fish. "
        "Both sides said that the talks were use|ful and would go on in the spring."
    ),
    (
        "Nobody from the press was let in, and the harbour was closed to visitors while the meet|ing lasted. A second "
        "round is planned in Oslo, the min|is|try said in a state|ment that was read out late at night."
    ),
    (
        "The well-known tug Marta waited outside, as she had done the year before, when the talks broke down after only "
        "a few minutes. Her crew said the well-known master was asleep."
    ),
    (
        "Prices rose again. Fish|er|men from the north said they would not sail before the end of the month, what|ever "
        "the Foreign Sec|re|tary may say about it, and blocked the road to the airport for an hour."
    ),
]
PLAIN = [paragraph.replace("|", "") for paragraph in STORY]


def entry(path: Path, pages: Iterable[Iterable[Line]], title: str = "") -> Record:
    path.write_bytes(printed(pages, title=title))
    (found,) = read(path)
    assert isinstance(found, Record), found
    return found


def columns(count: int, *, wide: float, y: float = 100) -> list[Line]:
    """The story in so many columns beside one another."""
    lines = list(column("\n".join(STORY), x=0, y=0, wide=wide, indent=10))
    each = -(-len(lines) // count)
    tops = [lines[each * n].y for n in range(count)]
    return [
        Line(60 + (n // each) * (wide + 22) + line.x, y + line.y - tops[n // each], line.text)
        for n, line in enumerate(lines)
    ]


def edges(number: int) -> list[Line]:
    """A running head of two parts, and a page number below."""
    return [
        Line(60, 40, "The Harbour Report", 8),
        Line(480, 40, "May 2024", 8),
        Line(290, 810, f"- {number} -", 8),
    ]


def test_lines_become_a_paragraph_and_divided_words_one(tmp_path: Path) -> None:
    lines = ("The Foreign Secre-", "tary met Mr. Schmidt-", "Weber in Reyk-", "javik on Tuesday. The talks")
    page = [Line(72, 80 + 16 * n, line, 12) for n, line in enumerate((*lines, "lasted two hours."))]
    found = entry(tmp_path / "a.pdf", [page], "untitled").article
    assert (found.text, found.title) == (MET, MET.partition(". The talks")[0] + ".")


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("Schmidt-", "Weber", "Schmidt-Weber"),
        ("Secre-", "tary", "Secretary"),
        ("a well-", "known tug", "a well-known tug"),
        ("a non-", "profit body", "a nonprofit body"),
        ("the Covid-", "19 rules", "the Covid-19 rules"),
        ("MINIS-", "TRY", "MINISTRY"),
        ("Reyk\xad", "Javik", "ReykJavik"),
        ("a tug –", "the Marta", "a tug – the Marta"),
        ("and/", "or", "and/or"),
        ("東京", "都は", "東京都は"),
        ("state-", "owned", "state-owned"),
    ],
)
def test_a_hyphen_stays_where_it_belongs_to_the_word(above: str, below: str, said: str) -> None:
    words = KnownWords(
        ["The well-known tug of a nonprofit.", "The state of Qatar owned it, state-", "owned since."]
    )
    assert words.joined(above, below) == said


@pytest.mark.parametrize(("count", "wide"), [(1, 450), (2, 220), (3, 140)])
def test_columns_are_read_one_after_the_other(tmp_path: Path, count: int, wide: float) -> None:
    found = entry(tmp_path / "a.pdf", [[*columns(count, wide=wide), *edges(1)]]).article
    assert [line for line in found.text.split("\n") if len(line) > 40] == PLAIN


def test_a_wide_headline_comes_before_both_columns(tmp_path: Path) -> None:
    headline = "Talks on fish in Reykjavik end without a word"
    page = [*columns(2, wide=220, y=140), Line(60, 90, headline, 20)]
    assert entry(tmp_path / "a.pdf", [page]).article.text.split("\n") == [headline, *PLAIN]


def test_a_line_across_two_columns_parts_what_is_above_from_what_is_below(tmp_path: Path) -> None:
    below = [
        Line(x, 300 + 12 * n, f"{side} column line number {n}")
        for x, side in ((60, "First"), (310, "Second"))
        for n in range(4)
    ]
    wide = Line(60, 270, "A line that runs across both of the columns of this page and is set larger", 13)
    text = entry(tmp_path / "a.pdf", [[*columns(2, wide=220), wide, *below]]).article.text
    places = [
        text.index(part)
        for part in ("Foreign", "Prices rose", "runs across", "First column", "Second column")
    ]
    assert places == sorted(places)


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [("Ship", "Tons"), ("Marta", "310"), ("Ada", "220"), ("Ines", "90"), ("Obi", "80"), ("Holt", "7")]
    page = [Line(60 + 200 * n, 80 + 14 * k, cell) for k, row in enumerate(rows) for n, cell in enumerate(row)]
    assert entry(tmp_path / "a.pdf", [page]).article.text.split("\n") == ["\t".join(row) for row in rows]


def test_running_heads_and_page_numbers_stay_but_are_marked(tmp_path: Path) -> None:
    bodies = [
        [Line(60, 100 + 12 * n, f"{word} sails on day {n}.") for n in range(9)]
        for word in ("Marta", "Ada", "Obi")
    ]
    found = entry(tmp_path / "a.pdf", [[*edges(n), *body] for n, body in enumerate(bodies, 1)])
    marked = [found.article.text[mark.start : mark.end] for mark in found.pool_boilerplate()]
    assert marked == [word for n in (1, 2, 3) for word in ("The Harbour Report", "May 2024", f"- {n} -")]
    assert [found.article.text[at : at + 11] for at in found.article.meta[PAGES]] == ["The Harbour"] * 3


def test_a_paragraph_that_runs_over_a_page_is_whole_and_the_page_begins_within_it(tmp_path: Path) -> None:
    lines = list(column(" ".join(STORY), x=60, y=100, wide=400))
    half = len(lines) // 2
    pages = [
        [*edges(1), *lines[:half]],
        [*edges(2), *(line._replace(y=line.y - 12 * half) for line in lines[half:])],
    ]
    found = entry(tmp_path / "a.pdf", [*pages, [*edges(3), Line(60, 100, "The end.")]]).article
    assert " ".join(PLAIN) in found.text
    starts = found.meta[PAGES]
    assert found.text[starts[1] :].startswith(lines[half].text.rstrip("-")[:20])
    assert all(before < after for before, after in pairwise(starts))


@pytest.mark.parametrize(("gap", "indent"), [(8, 0), (0, 14)])
def test_paragraphs_are_told_by_gaps_or_by_indents(tmp_path: Path, gap: float, indent: float) -> None:
    page = column("\n".join(STORY), x=60, y=100, wide=420, gap=gap, indent=indent)
    assert entry(tmp_path / "a.pdf", [page]).article.text.split("\n") == PLAIN


def test_list_items_are_paragraphs_whatever_their_lines(tmp_path: Path) -> None:
    lines = [
        "\x95 the tug Marta of Holt Shipping, which",
        "  was sold",
        "\x95 the tug Ada",
        "\x95 nobody else",
    ]
    page = [Line(60, 100 + 12 * n, line.encode("latin-1").decode("cp1252")) for n, line in enumerate(lines)]
    text = entry(tmp_path / "a.pdf", [page]).article.text
    assert text.split("\n") == [
        "• the tug Marta of Holt Shipping, which was sold",
        "• the tug Ada",
        "• nobody else",
    ]


def test_letters_drawn_twice_for_boldness_are_there_once(tmp_path: Path) -> None:
    page = [Line(60, 100, "Marta sank."), Line(60.3, 100, "Marta sank.")]
    assert entry(tmp_path / "a.pdf", [page]).article.text == "Marta sank."


def test_words_set_apart_by_places_alone_have_blanks(tmp_path: Path) -> None:
    words = ["Marta", "sank", "off", "Oslo"]
    starts = [60 + sum(width(word, 10) + 3 for word in words[:n]) for n in range(len(words))]
    page = [Line(start, 100, word) for start, word in zip(starts, words, strict=True)]
    assert entry(tmp_path / "a.pdf", [page]).article.text == "Marta sank off Oslo"


@pytest.mark.parametrize(
    "title",
    [
        "untitled",
        "Microsoft Word - talks.docx",
        "Word Document",
        "Document1",
        "PowerPoint Presentation",
        "scan 003",
        "a.pdf",
        "()",
    ],
)
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert (real_title(title), real_title(f"The {title} of Oslo")) == ("", f"The {title} of Oslo")


def test_a_reader_tells_how_many_pages_there_are_and_each_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed([[Line(60, 100, "One.")], [Line(60, 100, "Two.")]]))
    told: list[object] = []
    list(read(tmp_path / "a.pdf", HowRead(ahead=told.append, tick=lambda: told.append("page"))))
    assert told == [2, "page", "page"]
