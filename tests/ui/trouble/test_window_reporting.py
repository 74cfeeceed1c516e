"""Help, Report a problem: the dialog shows all that is in the report, and saves it where the person says."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.windows import active, press, tab_to
from ui.main_window import MainWindow
from ui.trouble.report_dialog import LOOKING, READY, ReportDialog
from ui.trouble.unexpected import Unexpected

LATER = 60_000


def filled(dialog: ReportDialog, qtbot: QtBot) -> ReportDialog:
    qtbot.waitUntil(lambda: dialog.state.text() != LOOKING, timeout=LATER)
    return dialog


def reported(window: MainWindow, qtbot: QtBot) -> ReportDialog:
    window.verbs["report"].trigger()
    return filled(active(qtbot, ReportDialog), qtbot)


def saved(dialog: ReportDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Press Save and choose the path; give what the dialog says then."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    tab_to(dialog, dialog.save)
    press(dialog, "Space")
    return dialog.state.text()


def test_the_dialog_shows_every_file(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    dialog = reported(window, qtbot)
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert (dialog.state.text(), names[0], names[-1], len(names)) == (READY, "READ-ME.txt", "check.json", 7)
    press(dialog, "End")
    assert '"whole": true' in dialog.content.toPlainText()
    shown = []
    for name in names:
        dialog.list.setCurrentRow(names.index(name))
        shown.append(dialog.content.toPlainText())
    assert [word for word in ("Maria", "anna", str(folder)) if any(word in one for one in shown)] == []
    press(dialog, "Esc")


def test_a_report_is_saved_for_its_owner_alone(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = reported(window, qtbot)
    out = tmp_path / "mine.zip"
    assert saved(dialog, out, monkeypatch) == f"Saved as {out}. Nobody but you can read it; nothing was sent."
    assert os.name == "nt" or oct(out.stat().st_mode & 0o777) == "0o600"
    with zipfile.ZipFile(out) as package:
        assert package.testzip() is None
    press(dialog, "Esc")


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = reported(window, qtbot)
    assert "belongs to the project" in saved(dialog, folder / "project.db", monkeypatch)
    assert "could not be written" in saved(dialog, tmp_path / "none" / "r.zip", monkeypatch)
    assert saved(dialog, tmp_path / "r.zip", monkeypatch).startswith("Saved as")
    press(dialog, "Esc")


def test_closing_the_dialog_ends_the_report_and_leaves_nothing(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    window.verbs["report"].trigger()
    dialog = active(qtbot, ReportDialog)
    assert len(list((tmp_path / "temporary").iterdir())) == 1
    press(dialog, "Esc")
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_project_that_cannot_be_opened_can_be_reported(
    window: MainWindow, launch: Callable[..., MainWindow], folder: Path, qtbot: QtBot
) -> None:
    window.close()
    (folder / "project.yaml").write_text("labels: 3\n", "utf-8")
    dialog = reported(launch(), qtbot)
    assert "The project could not be opened" in dialog.state.text()
    assert dialog.save.isEnabled()
    press(dialog, "Esc")


def test_the_box_for_an_error_leads_to_a_report(window: MainWindow, qtbot: QtBot) -> None:
    hook = window.findChild(Unexpected)
    assert isinstance(hook, Unexpected)
    hook.show(ValueError, ValueError("odd"), None)
    box = active(qtbot, QMessageBox)
    next(button for button in box.buttons() if button.text() == "Report a problem…").setFocus()
    press(box, "Space")
    dialog = filled(active(qtbot, ReportDialog), qtbot)
    dialog.list.setCurrentRow(2)
    assert "ValueError:" in dialog.content.toPlainText()
    assert "odd" not in dialog.content.toPlainText()
    press(dialog, "Esc")
