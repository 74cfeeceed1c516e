"""Packages dropped on the window and from the File menu, and articles given out."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet
from annotations.spans import Span
from models.project import Project
from models.transfer import assignments
from tests.making import edit
from tests.ui.article.article_views import LEFT
from tests.ui.windows import active, press, row, run, said, stored, tab_to
from ui.main_window import MainWindow
from ui.project.exchange_dialogs import AssignDialog, WorkDialog

PATIENCE = 30_000  # milliseconds


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


def drop(window: MainWindow, *paths: Path) -> None:
    """Drags the files onto the window and lets them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(600, 400).toPoint(), *rest))
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *rest))


def told(window: MainWindow) -> str:
    """What the last box on the screen says; nothing when there is none."""
    boxes = window.findChildren(QMessageBox)
    return boxes[-1].informativeText() if boxes else ""


def titles(window: MainWindow) -> list[str]:
    return [row(window, number)[0] for number in range(window.work.list.model().rowCount())]


@pytest.fixture
def package(folder: Path, tmp_path: Path) -> Path:
    """Some of anna's work, made in another copy of the project.

    To be asked for before the window: reading an open database as a file drops this process's locks on it.
    """
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    project = Project(copy)
    edit(project, "label", AnnotationSet.of("first", "anna", [Span("a1", 28, 32, "LAKE", origin="anna")]))
    project.close()
    assert run("pack", copy, tmp_path / "work.zip", "--annotator", "anna") == 0
    return tmp_path / "work.zip"


def test_a_dropped_package_is_merged_and_the_open_article_shows_it(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    drop(window, package)
    assert window.status.doing.text() == "merging"
    idle(qtbot, window)
    assert stored(folder) == [("Oslo", "LAKE")]
    assert "LAKE" in {span.label for span in window.view.spans.values()}
    assert row(window, 0)[1] == "◐ started"
    assert said(window).startswith("Merged 1 piece of work: 2 items added")
    assert "Labels added to the schema, without keys: LAKE." in told(window)


def test_a_mixed_drop_imports_first_and_merges_then(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "third.txt").write_text("Third\n\nThird, it rained in Oslo.", "utf-8")
    drop(window, package, tmp_path / "third.txt")
    assert window.status.doing.text() == "importing"
    idle(qtbot, window)
    assert (titles(window), stored(folder)) == (["First", "Second", "Third"], [("Oslo", "LAKE")])


def test_a_bad_package_is_refused_with_its_sentence_and_the_good_one_is_merged(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "cut").write_bytes(package.read_bytes()[:300])
    drop(window, tmp_path / "cut", package)
    idle(qtbot, window)
    assert f"{tmp_path / 'cut'}: This package was not taken" in told(window)
    assert "Merged 1 piece of work" in told(window)
    assert stored(folder) == [("Oslo", "LAKE")]


def test_after_each_of_several_bad_packages_the_window_goes_on(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    whole, bad = package.read_bytes(), [tmp_path / f"bad{n}.zip" for n in range(4)]
    for path, content in zip(bad, (b"", whole[:-5], whole[:60], whole.replace(b"PK", b"KP")), strict=True):
        path.write_bytes(content)
    drop(window, *bad[:2], package, *bad[2:])
    idle(qtbot, window)
    lines = told(window).splitlines()
    assert [line.partition(": ")[0] for line in lines if "was not taken" in line] == list(map(str, bad))
    assert any(line.startswith("Merged 1 piece of work") for line in lines)
    assert stored(folder) == [("Oslo", "LAKE")]


def test_a_dropped_zip_of_files_is_imported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as made:
        made.writestr("in/third.txt", "Third\n\nThird, it rained in Oslo.")
    drop(window, tmp_path / "more.zip")
    idle(qtbot, window)
    assert (len(titles(window)), told(window)) == (3, "")


def test_a_dropped_project_opens(window: MainWindow, tmp_path: Path) -> None:
    assert run("new", tmp_path / "other") == 0
    drop(window, tmp_path / "other")
    assert (window.windowTitle(), titles(window), window.view.text) == ("other - Factmark", [], "")


def test_what_is_skipped_is_named(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.verbs["remove_article"].trigger()
    box = window.findChildren(QMessageBox)[-1]
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Yes), LEFT)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(package)], ""))
    window.verbs["merge"].trigger()
    idle(qtbot, window)
    assert "(first): it is not in this project." in told(window)


def test_a_merge_that_brings_nothing_odd_is_a_notice_alone(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    press(window, "Tab", "Return")
    assert run("pack", folder, tmp_path / "mine.zip", "--annotator", "anna") == 0
    drop(window, tmp_path / "mine.zip")
    idle(qtbot, window)
    assert (told(window), "unchanged: 1." in said(window)) == ("", True)


def test_a_drop_while_something_runs_is_refused(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    drop(window, package)
    drop(window, package)
    assert said(window) == "Something is running already; wait for it, or cancel it."
    idle(qtbot, window)
    assert stored(folder) == [("Oslo", "LAKE")]


def test_cancel_drops_what_waits_too(
    package: Path, qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "third.txt").write_text("Third\n\nThird, it rained in Oslo.", "utf-8")
    drop(window, tmp_path / "third.txt", package)
    QTest.mouseClick(window.status.cancel, LEFT)
    idle(qtbot, window)
    assert (said(window), stored(folder), told(window)) == ("Cancelled; nothing was changed.", [], "")


def test_ones_work_is_packed_from_the_menu(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, folder: Path
) -> None:
    press(window, "Tab", "Return")
    window.verbs["pack"].trigger()
    dialog = active(qtbot, WorkDialog)
    assert (dialog.annotator.currentText(), Path(dialog.path.text()).name) == ("anna", "anna.factmark")
    dialog.path.setText(str(tmp_path / "mine.zip"))
    press(dialog, "Return")
    idle(qtbot, window)
    assert said(window) == f"Packed 1 piece of work of anna in {tmp_path / 'mine.zip'}."
    assert run("merge", folder, tmp_path / "mine.zip") == 0


def test_packing_nothing_is_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    window.sharing.pack_to("nobody", "x.zip")
    idle(qtbot, window)
    assert "nobody has no work in this project" in said(window)


# --- assignment


def assign(qtbot: QtBot, window: MainWindow, names: str, overlap: float = 0, seed: int = 0) -> AssignDialog:
    window.verbs["assign"].trigger()
    dialog = active(qtbot, AssignDialog)
    dialog.names.setText(names)
    dialog.overlap.setValue(overlap)
    dialog.seed.setValue(seed)
    return dialog


def test_articles_are_given_out_and_the_list_can_be_narrowed_to_them(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    dialog = assign(qtbot, window, "anna, ben, -x", 50, seed=8)
    assert dialog.count.text() == (
        "Of those that nobody has, all 2 articles go to 3 people: about 1 of them to 2 annotators each, "
        "the others to one each."
    )
    press(dialog, "Return")
    idle(qtbot, window)
    assert said(window).startswith("Gave out 2 articles: ")
    box, found = window.work.filters.details.assigned, {}
    for place in range(box.count()):
        box.setCurrentIndex(place)
        found[box.itemText(place)] = titles(window)
    counts = assignments.counts(window.session.project)
    assert len(found["assigned to anyone"]) == 2
    assert len(found["assigned to me"]) == counts["anna"]
    assert len(found["assigned to ben"]) == counts["ben"]


def test_the_dialog_says_why_nothing_can_be_given_out(qtbot: QtBot, window: MainWindow) -> None:
    dialog = assign(qtbot, window, "anna", 50)
    ok = dialog.primary
    assert (dialog.count.text(), ok.isEnabled()) == ("Articles cannot go to 2 of 1 annotators.", False)
    dialog.names.setText("anna, anna")
    assert dialog.count.text() == "An annotator is named twice; name each once."
    dialog.names.setText("anna, ben")
    tab_to(dialog, ok)
    assert ok.isEnabled()


def test_what_everybody_has_can_be_given_out_anew(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    assert run("assign", folder, "ben") == 0
    dialog = assign(qtbot, window, "anna")
    assert "all 0 articles" in dialog.count.text()
    dialog.again.click()
    press(dialog, "Return")
    idle(qtbot, window)
    assert said(window) == "Gave out 2 articles: anna has 2."


def test_clear_asks_for_everybodys_articles_again(window: MainWindow, folder: Path) -> None:
    window.work.filters.details.assigned.setCurrentIndex(1)
    assert titles(window) == []
    window.work.filters.clear_all.click()
    assert (titles(window), window.work.filters.details.assigned.currentText()) == (
        ["First", "Second"],
        "assigned to anyone",
    )


def test_the_report_is_the_one_of_the_command(package: Path, folder: Path, capsys) -> None:
    capsys.readouterr()
    assert run("merge", folder, package, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["labels_added"] == ["LAKE"]


def test_the_project_s_own_database_is_never_opened_as_a_file(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return")
    log = folder / "project.db-wal"
    before = log.stat().st_ino
    drop(window, folder / "project.db")
    idle(qtbot, window)
    assert log.stat().st_ino == before, "the command thought that nobody has the project open"
