"""B and R: what is no article, and suggesting again with what was learned."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.windows import by_key, point, press, said, shown, stored
from ui.main_window import MainWindow


def marked(folder: Path) -> list[tuple[str, str]]:
    project = Project(folder)
    text, made = project.article("first").text, project.annotation_set("first", "anna")
    project.close()
    return [(text[mark.start : mark.end], mark.status.value) for mark in made.boilerplate.values()]


@by_key(["B"])
def test_the_carets_paragraph_is_marked_and_nothing_is_suggested_there(
    window: MainWindow, folder: Path, key: str
) -> None:
    point(window, "Oslo")
    press(window, key)
    assert marked(folder) == [("Maria Ruiz of the Navy left Oslo on Tuesday.", "confirmed")]
    assert shown(window) == []
    press(window, "Ctrl+Z")
    assert (marked(folder), len(shown(window))) == ([], 3)


def test_marking_twice_takes_the_mark_away(window: MainWindow, folder: Path) -> None:
    point(window, "Oslo")
    press(window, "B", "B")
    assert marked(folder) == []
    assert len(shown(window)) == 3


def test_a_selection_is_marked_and_part_of_it_taken_back(window: MainWindow, folder: Path) -> None:
    window.view.set_selection(0, 22)
    press(window, "B")
    assert marked(folder) == [("Maria Ruiz of the Navy", "confirmed")]
    window.view.set_selection(0, 10)
    press(window, "B")
    assert marked(folder) == [(" of the Navy", "confirmed")]
    assert [quote for quote, *_ in shown(window)] == ["Maria Ruiz", "Oslo"]


def test_a_blank_line_is_not_marked(window: MainWindow, folder: Path) -> None:
    window.view.set_selection(10, 11)
    press(window, "B")
    assert said(window) == "There is nothing here to mark; select some words."


def asked_here(qtbot: QtBot, window: MainWindow) -> str:
    """Presses R and gives the answer."""
    press(window, "R")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    return said(window)


def test_looking_for_more_always_answers(qtbot: QtBot, window: MainWindow) -> None:
    window.session.project.set_schema(window.session.project.schema.using("rules"))
    window.session.open_article("second")
    window.session.opened.take_pools([("second", [])], "rules")
    assert asked_here(qtbot, window) == "1 span found."
    assert asked_here(qtbot, window) == "Nothing new."


def test_without_a_pipeline_wordings_seen_are_found_and_imported_suggestions_stay(
    qtbot: QtBot, window: MainWindow
) -> None:
    point(window, "Navy")
    press(window, "Return")
    assert asked_here(qtbot, window) == "1 span found."
    at = [(quote, status) for quote, _, status in shown(window)]
    assert at == [
        ("Maria Ruiz", "suggested"),
        ("Navy", "confirmed"),
        ("Oslo", "suggested"),
        ("Navy", "suggested"),
    ]
    assert asked_here(qtbot, window) == "Nothing new."


def test_the_answer_names_the_article_when_another_is_open_by_then(qtbot: QtBot, window: MainWindow) -> None:
    window.session.project.set_schema(window.session.project.schema.using("rules"))
    window.session.open_article("second")
    window.session.opened.take_pools([("second", [])], "rules")
    told: list[str] = []
    window.session.noted.connect(told.append)
    press(window, "R", "Ctrl+PgUp")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert told == ["1 span found in “Second”."]


def test_one_that_was_cancelled_claims_nothing(qtbot: QtBot, window: MainWindow) -> None:
    told: list[str] = []
    window.session.noted.connect(told.append)
    press(window, "R")
    window.suggesting.cancel()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert "Nothing new." not in told


@by_key(["R"])
def test_suggesting_again_brings_what_was_learned(
    qtbot: QtBot, window: MainWindow, folder: Path, key: str
) -> None:
    window.session.project.set_schema(window.session.project.schema.using("rules"))
    window.session.open_article("second")
    point(window, "waits")
    press(window, "3", "Ctrl+PgUp", key)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    window.session.open_article("second")
    press(window, key)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert ("Oslo", "GPE") in {(quote, label) for quote, label, *_ in shown(window)}
    assert ("waits", "ORG") in stored(folder, "second")
