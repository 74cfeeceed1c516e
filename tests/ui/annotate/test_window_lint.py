"""Lint in the window: what it finds as one works, in the article and in the whole project, and the way there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QProcess, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.windows import SCHEMA, focused, here, press, project_with, said, selected, stored
from ui.annotate.lint_panel import LintPanel
from ui.main_window import MainWindow

TEXT = "Oslo waits for the Navy.\nThe Navy left Oslo, said Ana of Bergen and Ana."
FACTS = "  OLD: {archived: true}\nfacts:\n  STATEMENT: {roles: {speaker: {labels: [ORG]}}}\n"
SPANS = [
    ("Oslo", 0, "GPE", "oslo"),
    ("Navy.\nThe", 0, "ORG", "over"),
    ("Navy", 26, "ORG", "twice1"),
    ("Navy", 26, "ORG", "twice2"),
    ("Oslo", 26, "ORG", "two"),
    (" said ", 0, "NOTE", "white"),
    ("An", 0, "NOTE", "off"),
    ("Bergen", 0, "OLD", "old"),
    ("waits", 0, "ODD", "odd"),
    ("Ana", 60, "PERSON", "ana"),
]


def bounds(quote: str, after: int) -> dict[str, int]:
    start = TEXT.index(quote, after)
    return {"start": start, "end": start + len(quote)}


def record(id_: str) -> dict[str, Any]:
    spans = [{**bounds(quote, after), "label": label, "id": name} for quote, after, label, name in SPANS]
    filler = {"span": "ana", **bounds("Ana", 60)}
    fact = {"id": "f", "type": "STATEMENT", "roles": [{"role": "speaker", "fillers": [filler]}]}
    return {
        "id": id_,
        "title": id_.title(),
        "text": TEXT,
        "annotator": "anna",
        "spans": spans,
        "facts": [fact],
    }


@pytest.fixture
def records() -> list[dict[str, Any]]:
    return [
        record("faulty"),
        {"id": "sound", "title": "Sound", "text": "Lund left Lund.", "annotator": "anna"},
    ]


@pytest.fixture
def folder(tmp_path: Path, records: list[dict[str, Any]]) -> Path:
    """Anna's work, with a slip of each kind in the first article."""
    project = project_with(tmp_path, SCHEMA + FACTS, records)
    schema = project / "project.yaml"  # the import has added the label: somebody takes it out
    schema.write_text(
        "".join(x for x in schema.read_text("utf-8").splitlines(True) if "ODD" not in x), "utf-8"
    )
    return project


def opened(window: MainWindow) -> LintPanel:
    window.verbs["lint_panel"].trigger()
    panel: LintPanel = window.work.panels.here()
    panel.list.setFocus()
    return panel


def sentences(panel: LintPanel) -> list[str]:
    return [row.why for row in panel.places.rows.rows]


LOOKS = {
    "“said” begins or ends with white space.": " said ",
    "“An” begins or ends inside a token.": "An",
    "“Navy. The” runs over a paragraph break.": "Navy.\nThe",
    "“Navy” is labelled ORG twice here.": "Navy",
    "“Oslo” is ORG here and GPE once elsewhere.": "Oslo",
    "“waits” is ODD, a label the schema lacks.": "waits",
    "“Bergen” is OLD, a label that is archived.": "Bergen",
    "“Ana”, the speaker of STATEMENT, is PERSON; it may be ORG.": "Ana",
}


@pytest.mark.parametrize("sentence", LOOKS)
def test_each_look_has_its_row_and_enter_goes_there(window: MainWindow, sentence: str) -> None:
    panel = opened(window)
    at = sentences(panel).index(sentence)
    press(window, "Home", *["Down"] * at, "Return")
    assert LOOKS[sentence] == (focused(window) or selected(window))
    assert window.view.hasFocus()


def test_a_click_on_a_row_goes_there(window: MainWindow) -> None:
    panel = opened(window)
    at = sentences(panel).index("“waits” is ODD, a label the schema lacks.")
    place = panel.list.visualRect(panel.places.rows.index(at, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert focused(window) == "waits"


def test_an_unlabelled_repeat_comes_and_goes_as_one_works(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    window.view.setFocus()
    press(window, "Ctrl+PgDown")
    qtbot.waitUntil(lambda: sentences(panel) == [])
    assert panel.nothing.isVisible()
    assert panel.nothing.words.text() == "No slips in this article."
    press(window, "O")
    qtbot.waitUntil(lambda: sentences(panel) == ["“Lund” is labelled GPE elsewhere, and not here."])
    panel.list.setFocus()
    press(window, "Return")
    assert (selected(window), window.view.selection) == ("Lund", (10, 14))
    press(window, "3")
    assert stored(folder, "sound") == [("Lund", "GPE"), ("Lund", "ORG")]
    qtbot.waitUntil(lambda: "“Lund” is ORG here and GPE once elsewhere." in sentences(panel))


def test_a_slip_that_is_mended_leaves_the_list(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    sentence = "“Navy” is labelled ORG twice here."
    press(window, "Home", *["Down"] * sentences(panel).index(sentence), "Return", "X")
    qtbot.waitUntil(lambda: sentence not in sentences(panel))
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: sentence in sentences(panel))


def test_without_an_article_nothing_is_listed(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    assert sentences(panel) != []
    window.session.opened.leave_article()
    qtbot.waitUntil(lambda: sentences(panel) == [])


def test_the_whole_project_is_looked_at_by_a_command(qtbot: QtBot, window: MainWindow) -> None:
    window.session.open_article("sound")
    window.work.annotating.edits.label(0, 4, "NOTE")
    panel = opened(window)
    panel.whole.setChecked(True)
    qtbot.waitUntil(lambda: len(sentences(panel)) > 8, timeout=30_000)
    assert set(LOOKS) - {"“Oslo” is ORG here and GPE once elsewhere."} <= set(sentences(panel))
    panel.list.setFocus()
    press(window, "End", "Return")
    assert (here(window), selected(window)) == ("sound", "Lund")


def test_the_button_let_go_shows_the_article_again(qtbot: QtBot, window: MainWindow) -> None:
    window.session.open_article("sound")
    panel = opened(window)
    panel.whole.setChecked(True)
    panel.whole.setChecked(False)
    assert sentences(panel) == []
    assert panel.nothing.isVisible()
    assert panel.nothing.words.text() == "No slips in this article."


def test_the_command_ends_with_the_program_even_when_another_panel_is_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(window)
    panel.whole.setChecked(True)
    (job,) = panel.findChildren(QProcess)
    qtbot.waitUntil(lambda: job.state() is QProcess.ProcessState.Running)
    window.verbs["doubt_panel"].trigger()
    assert job.state() is QProcess.ProcessState.Running
    QCoreApplication.instance().aboutToQuit.emit()
    assert job.state() is QProcess.ProcessState.NotRunning


def test_a_command_that_fails_says_so(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    (folder / "project.yaml").write_text("labels: [", "utf-8")
    panel.whole.setChecked(True)
    qtbot.waitUntil(lambda: not panel.whole.isChecked(), timeout=30_000)
    assert "project.yaml" in said(window)
