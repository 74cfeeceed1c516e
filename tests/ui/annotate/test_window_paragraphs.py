"""Bounds: at paragraph breaks, trimmed when a span is made, and what stays when they move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.facts import Fact
from annotations.spans import Span
from models.project import Project
from tests.ui.windows import FIRST, focused, press, run, said, shown, stored
from ui.main_window import MainWindow

BREAK = FIRST.index("\n")
OVER = {"id": "over", "start": BREAK - 8, "end": BREAK + 9, "label": "NOTE"}  # "Tuesday.\nThe Navy"


@pytest.fixture
def folder(folder: Path, tmp_path: Path) -> Path:
    """Anna's imported work: a span over a paragraph break, and a fact with a span that came from a pipeline."""
    at = FIRST.rindex("Navy")
    navy = {"id": "navy", "start": at, "end": at + 4, "label": "ORG", "origin": "en_news 1.0", "score": 0.7}
    filler = {"span": "navy", "start": at, "end": at + 4}
    fact = {"id": "f", "type": "STATEMENT", "roles": [{"role": "speaker", "fillers": [filler]}]}
    record: dict[str, Any] = {"id": "first", "text": FIRST, "annotator": "anna"}
    record |= {"spans": [OVER, navy], "facts": [fact]}
    (tmp_path / "work.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    assert run("import", folder, tmp_path / "work.jsonl") == 0
    return folder


def of_fact(folder: Path) -> tuple[Span, Fact]:
    project = Project(folder)
    made = project.annotation_set("first", "anna")
    project.close()
    return made.spans["navy"], made.facts["f"]


def boxes(window: MainWindow, index: int) -> list[str]:
    """The ids of the spans that have a box in a paragraph."""
    return [box.piece.span.id for box in window.view.article.chunk(index).boxes]


def test_an_imported_span_over_a_paragraph_break_is_kept(window: MainWindow, folder: Path) -> None:
    assert ("Tuesday.\nThe Navy", "NOTE") in stored(folder)
    assert ("Tuesday.\nThe Navy", "NOTE", "confirmed") in shown(window)


def test_it_is_drawn_in_both_paragraphs_and_open_towards_the_break(window: MainWindow) -> None:
    sides = []
    for index in (0, 1):
        (box,) = (b for b in window.view.article.chunk(index).boxes if b.piece.span.id == "over")
        sides.append((box.piece.begins, box.piece.ends))
    assert sides == [(True, False), (False, True)]


def test_it_goes_from_both_paragraphs_and_comes_back(window: MainWindow) -> None:
    window.view.set_focus("over")
    press(window, "X")
    assert "over" not in boxes(window, 0) + boxes(window, 1)
    press(window, "Ctrl+Z")
    assert "over" in boxes(window, 0)
    assert "over" in boxes(window, 1)


def test_it_is_listed_by_lint(window: MainWindow) -> None:
    window.verbs["lint_panel"].trigger()
    found = [row.why for row in window.work.panels.here().places.rows.rows]
    assert "“Tuesday. The Navy” runs over a paragraph break." in found


def test_it_can_be_mended_by_the_keys_of_bounds(window: MainWindow, folder: Path) -> None:
    window.view.set_focus("over")
    press(window, "Alt+Left", "Alt+Left", "Alt+Left")
    assert ("Tuesday", "NOTE") in stored(folder)


@pytest.mark.parametrize("key", ["1", "Space"])
def test_a_span_over_a_paragraph_break_is_not_made(window: MainWindow, folder: Path, key: str) -> None:
    before = stored(folder)
    window.view.set_selection(BREAK - 4, BREAK + 4)
    press(window, key)
    assert said(window) == "A span cannot run over a paragraph break; label each part by itself."
    assert stored(folder) == before


def test_a_span_is_not_moved_over_a_paragraph_break(window: MainWindow, folder: Path) -> None:
    window.view.set_focus("navy")
    press(window, "Ctrl+Left", "Ctrl+Left")
    assert said(window) == "A span cannot run over a paragraph break; label each part by itself."
    assert ("The Navy", "ORG") in stored(folder)


@pytest.mark.parametrize("around", ["left Oslo ", " left Oslo", "left Oslo on Tuesday."])
def test_white_space_and_closing_punctuation_are_trimmed_when_a_span_is_made(
    window: MainWindow, folder: Path, around: str
) -> None:
    start = FIRST.index(around)
    window.view.set_selection(start, start + len(around))
    press(window, "1")
    assert focused(window) == around.strip(" .")
    assert (around.strip(" ."), "PERSON") in stored(folder)


@pytest.mark.parametrize("keys", [["Ctrl+Left"], ["Alt+Right"], ["Alt+Right", "Alt+Left"]])
def test_a_moved_bound_keeps_id_origin_score_and_fact(
    window: MainWindow, folder: Path, keys: list[str]
) -> None:
    before, fact = of_fact(folder)
    window.view.set_focus("navy")
    press(window, *keys)
    after, moved = of_fact(folder)
    assert (after.id, after.origin, after.score) == (before.id, before.origin, before.score)
    (filler,) = moved.fillers()
    assert (filler.span, filler.start, filler.end) == ("navy", after.start, after.end)
    assert moved.roles[0].role == fact.roles[0].role


def test_a_moved_bound_is_undone_with_the_filler(window: MainWindow, folder: Path) -> None:
    before = of_fact(folder)
    window.view.set_focus("navy")
    press(window, "Ctrl+Left")
    assert of_fact(folder) != before
    press(window, "Ctrl+Z")
    assert of_fact(folder) == before
