from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.search.concordance import as_csv, as_html, as_markdown, cells, in_columns, write_concordance
from annotations.search.hits import FoundPlace, InContext, LabelNow
from annotations.search.query import SearchTarget

FAMILY = "👩\u200d👩\u200d👧"


def line(
    before: str, words: str, behind: str = "", now: str = "", title: str = "T", sentence: str = ""
) -> InContext:
    place = FoundPlace("a", 0, len(words), SearchTarget.WORDS, "anna")
    return InContext(
        place, (before, words, behind), (LabelNow(now),) if now else (), title, "2024-01-13", "BBC", sentence
    )


@pytest.mark.parametrize(
    ("text", "many"), [("abc", 3), ("東京", 4), ("e\u0301", 1), ("", 0), ("a\u200db", 2), ("صنعاء", 5)]
)
def test_wide_signs_take_two_cells_and_marks_none(text: str, many: int) -> None:
    assert cells(text) == many


@pytest.mark.parametrize("before", ["", "the", "東京" * 30, "far " * 30, "e\u0301" * 40, FAMILY * 20])
def test_the_words_stand_below_each_other(before: str) -> None:
    shown = in_columns(line(before, "hit", "behind"), 20)
    left, _, rest = shown.partition("[")
    assert cells(left) in (21, 20 if "東" in before else 21)
    assert rest.startswith("hit] behind")
    assert not left.strip().startswith(("\u0301", "\u200d"))


def test_a_fact_has_its_sentence_in_a_line_of_its_own() -> None:
    first, second = in_columns(line("a", "struck", sentence="They struck it"), 10).split("\n")
    assert (first.index("["), second) == (11, " " * 11 + "They struck it")


def test_no_cell_is_a_formula() -> None:
    hostile = line("=1+1", "@cmd", "\tx\u202e", title='"quoted",\n-1')
    (row,) = csv.DictReader(io.StringIO("".join(as_csv([hostile], "x"))))
    assert (row["left"], row["words"], row["right"], row["title"]) == (
        "'=1+1",
        "'@cmd",
        "'\tx\\u202e",
        '"quoted",\n-1',
    )


def test_no_text_is_markup() -> None:
    hostile = line("<script>", "a|b", "[x](http://a.org)", title="*t*\n| x")
    table = "".join(as_markdown([hostile], "# <b>"))
    assert len(table.splitlines()) == 5
    assert "<script>" not in table
    page = "".join(as_html([hostile], "</title><script>"))
    assert "<script>" not in page
    assert "&lt;/title&gt;" in page


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("before", "utf-8")

    def lines():
        yield line("a", "b")
        raise UserError("It went wrong.")

    with pytest.raises(UserError, match=r"It went wrong\."):
        write_concordance(path, lines(), "x")
    assert path.read_text("utf-8") == "before"
    assert write_concordance(path, [line("a", "b")] * 3, "x") == 3
    assert [one.name for one in tmp_path.iterdir()] == ["x.md"]


@pytest.mark.parametrize(
    ("name", "sentence"), [("x.txt", "A concordance is written as"), ("d.csv", "This is a folder")]
)
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "d.csv").mkdir()
    with pytest.raises(UserError, match=sentence):
        write_concordance(tmp_path / name, [], "x")
