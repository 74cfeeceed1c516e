"""The tables of the figures, as text, Markdown and LaTeX: whole, and with names that mean something there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.agreement.report import Agreement
from annotations.agreement.tables import tables
from annotations.agreement.text import written
from annotations.facts import Fact
from annotations.sets import GOLD
from tests.annotations.agreement.two_people import article, by_chance, figures

WHO = ("anna", "ben", "cy")
MANY = by_chance(12, (*WHO, GOLD))
BATCHES = {one.article: "first" if n < 4 else "" for n, one in enumerate(MANY)}


def everything() -> dict:
    """A report with each table that there is."""
    fact = Fact("f", "ATTACK", (0, 6))
    articles = [
        replace(one, sets={who: one.sets[who].having(fact) for who in WHO}, gold=one.sets[GOLD])
        for one in MANY
    ]
    return Agreement(articles, WHO, groups={"batch": BATCHES}, times=50).as_json()


FOUND = everything()


def cells(title: str) -> list[list[str]]:
    (table,) = (one for one in tables(FOUND, {}) if one.title == title)
    return [[cell.words for cell in row] for row in table.rows]


def test_kappa_of_more_than_two_is_called_lights_and_fleiss_stands_beside_it() -> None:
    (table,) = (t for t in tables(FOUND, {}) if t.title == "Over all" and "words" in t.question)
    names = [row[0].words for row in table.rows]
    assert {"Tokens: Light’s kappa", "Tokens: Fleiss’ kappa", "Tokens: Light’s kappa, O left out"} <= set(
        names
    )
    assert "Tokens: kappa" in [row[0].words for row in tables(figures(MANY), {})[0].rows]


def test_each_batch_has_a_row_with_its_own_figures_and_rough_intervals_say_so() -> None:
    none, first = cells("By batch")
    assert (none[:2], first[:2]) == (["no batch", "8"], ["first", "4"])
    part = figures([one for one in MANY if BATCHES[one.article]], *WHO)["spans"]["exact"]["micro"]
    low, high = part["f1_interval"]
    assert first[2] == f"{part['f1']:.3f} [{low:.3f}, {high:.3f}] rough"


def test_each_annotator_stands_against_gold() -> None:
    rows = {(row[0], row[1]): row[2:] for row in cells("Each annotator")}
    assert {who for who, _ in rows} == set(WHO)
    exact = FOUND["gold"]["ben"]["spans"]["exact"]["micro"]
    told = rows["ben", "Spans, exact bounds"]
    assert [cell[:5] for cell in told] == [f"{exact[name]:.3f}" for name in ("precision", "recall", "f1")]


@pytest.mark.parametrize("format", ["text", "markdown", "latex"])
def test_every_table_but_that_of_articles_is_written_row_by_row(format: str) -> None:
    said = written(FOUND, format)
    for table in tables(FOUND, {}):
        assert (table.title in said) == (table.title != "By article")
    assert "nan" not in said
    wide = {"text": "  ", "markdown": " | ", "latex": " & "}[format]
    row = next(line for line in said.splitlines() if "Tokens: Light’s kappa" in line.replace("'", "’"))
    assert len([part for part in row.strip("| \\").split(wide) if part.strip()]) == 3


def test_markdown_has_as_many_cells_in_each_row_of_a_table() -> None:
    blocks = [
        block.splitlines() for block in written(FOUND, "markdown").split("\n\n") if block.startswith("|")
    ]
    assert len(blocks) == len(tables(FOUND, {})) - 1
    assert all(len({line.count(" | ") for line in block}) == 1 for block in blocks)


def test_names_are_told_letter_by_letter() -> None:
    odd = [article(**{"a|b_<i>": [(0, 6, "R&D")], "c\nd": [(0, 6, "R&D")]})]
    found = figures(odd, "a|b_<i>", "c\nd")
    assert r"a\|b\_\<i\> and c d" in written(found, "markdown")
    assert r"R\&D" in written(found, "latex")
    assert r"a|b\_<i> and c d" in written(found, "latex")
    assert "\na|b_<i> and c d" in written(found, "text")


def test_a_minus_in_latex_is_one() -> None:
    found = figures([article(anna=[(0, 6, "ORG")], ben=[(7, 13, "GPE")])])
    assert "$-$0." in written(found, "latex")
