"""The export view: what would leave and why not more, the command that does the same, the writing and its report."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from annotations import formats
from tests.ui.article.article_views import LEFT
from tests.ui.windows import active, become_active, by_key, is_sentence, press, run, said, tab_to
from ui.export.export_view import ExportView, ReportBox
from ui.main_window import MainWindow

PATIENCE = 60_000  # milliseconds
Opened = Callable[[], ExportView]


@pytest.fixture
def opened(qtbot: QtBot, counting_here: None, window: MainWindow) -> Opened:
    """Presses Ctrl+E and gives the view, once it has counted."""

    def open_() -> ExportView:
        press(window, "Ctrl+E")
        view = active(qtbot, ExportView)
        counted(qtbot, window)
        return view

    return open_


def counted(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.exporting.counting.is_busy, timeout=PATIENCE)


def choose(box: QComboBox, value: str) -> None:
    """Takes the value by the keyboard, as one who has come there by Tab."""
    box.setFocus()
    press(box, "Home")
    while box.currentData() != value:
        at = box.currentIndex()
        press(box, "Down")
        assert box.currentIndex() != at


def rows(view: ExportView) -> dict[str, list[str]]:
    """What the counts show, by "part / row"."""
    found = {}
    for n in range(view.counts.topLevelItemCount()):
        top = view.counts.topLevelItem(n)
        found[top.text(0)] = [top.text(1), top.text(2)]
        for m in range(top.childCount()):
            item = top.child(m)
            found[f"{top.text(0)} / {item.text(0)}"] = [item.text(1), item.text(2)]
    return found


def export(qtbot: QtBot, window: MainWindow, view: ExportView) -> None:
    QTest.mouseClick(view.write, LEFT)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


@by_key(["Ctrl+E"])
def test_the_view_says_at_once_why_nothing_would_leave(
    qtbot: QtBot, window: MainWindow, folder: Path, key: str
) -> None:
    press(window, key)
    view = active(qtbot, ExportView)
    counted(qtbot, window)
    assert view.verdict.text() == "Nothing would leave: no article is finished: choose all."
    assert view.verdict.font().bold()
    assert rows(view)["Articles / new"] == ["", "2"]
    assert rows(view)["Left out, since / articles new"] == ["", "2"]
    assert not list(folder.glob("dataset*"))


def test_counts_by_state_and_label_and_reasons_follow_what_is_chosen(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    press(window, "Tab", "Return", "X")
    view = opened()
    choose(view.form.articles, "all")
    counted(qtbot, window)
    found = rows(view)
    assert (found["Articles / started"], found["Articles / new"]) == (["1", ""], ["1", ""])
    labels = [found[f"Spans / {label}"] for label in ("PERSON", "ORG", "GPE")]
    assert labels == [["1", ""], ["", "1"], ["", "2"]]
    assert found["Left out, since / spans rejected"] == ["", "1"]
    assert "Maria Ruiz" in view.sample.toPlainText()
    assert view.verdict.text() == "2 records with 1 spans and 0 facts would leave."


def test_that_no_span_is_confirmed_is_said_with_what_to_choose(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    view = opened()
    choose(view.form.articles, "all")
    counted(qtbot, window)
    assert view.verdict.text().endswith("none is confirmed: choose confirmed and undecided.")
    choose(view.form.spans, "suggested")
    counted(qtbot, window)
    assert rows(view)["Spans"] == ["4", ""]


def test_a_decision_made_while_the_view_is_open_is_counted(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    view = opened()
    choose(view.form.articles, "all")
    become_active(qtbot, window)
    window.view.setFocus()
    press(window.view, "Tab", "Return")
    counted(qtbot, window)
    assert rows(view)["Spans / PERSON"] == ["1", ""]


def test_only_what_the_format_has_can_be_chosen(window: MainWindow, opened: Opened) -> None:
    form = opened().form

    def there(name: str) -> list[bool]:
        choose(form.format, name)
        return [box.isVisible() for box in (form.offsets, form.overlaps, form.misaligned)]

    assert [there(name) for name in ("jsonl", "conll", "webanno", "doccano")] == [
        [True, False, False],
        [False, True, True],
        [True, False, True],
        [True, False, False],
    ]
    assert [form.offsets.itemText(n) for n in range(form.offsets.count())] == ["UTF-16 units", "code points"]
    assert [form.seed.isVisible(), form.group_by.isVisible()] == [False, False]


def test_soft_labels_can_be_had_of_all_annotators_confirmed_spans_in_jsonl(
    window: MainWindow, opened: Opened
) -> None:
    form = opened().form
    form.soft.setChecked(True)
    for box, other, back in (
        (form.format, "prodigy", "jsonl"),
        (form.annotator, "gold", "all"),
        (form.spans, "all", "confirmed"),
    ):
        assert (form.soft.isVisible(), form.wanted().choice.soft) == (True, True)
        choose(box, other)
        assert (form.soft.isVisible(), form.wanted().choice.soft) == (False, False)
        choose(box, back)


def test_every_format_that_is_written_is_offered_with_what_it_carries(opened: Opened) -> None:
    box = opened().form.format
    assert [box.itemData(n) for n in range(box.count())] == formats.names(to="write")
    carried = [box.itemData(n, Qt.ItemDataRole.ToolTipRole) for n in range(box.count())]
    assert all(is_sentence(words) for words in carried)
    assert carried[0] == "Overlapping spans; facts; attributes: all; offsets in code points."


def test_all_of_the_view_is_reached_by_tab_and_has_a_name(opened: Opened) -> None:
    view = opened()
    form = view.form
    stops: list[QWidget] = [form.annotator, form.articles, form.strict, form.path, view.counts, view.sample]
    for widget in (*stops, view.command, view.write):
        tab_to(view, widget)
        assert widget.accessibleName() or widget is view.write


COMMANDS = [
    ("jsonl", {"articles": "all", "spans": "all"}),
    ("jsonl", {"articles": "all", "soft": True}),
    ("doccano", {"articles": "all", "offsets": "codepoints"}),
    ("conll", {"articles": "all", "overlaps": "priority", "misaligned": "drop"}),
    ("csv", {"articles": "all", "safe_cells": True}),
]


@pytest.mark.parametrize(("name", "options"), COMMANDS)
def test_the_command_shown_writes_the_same_bytes_in_a_shell(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    press(window, "Tab", "Return")
    view, out = opened(), tmp_path / "it's a  file.out"
    choose(view.form.format, name)
    for row, value in options.items():
        box = getattr(view.form, row)
        box.setChecked(value) if isinstance(box, QCheckBox) else choose(box, value)
    view.form.path.setText(str(out))
    QTest.mouseClick(
        next(b for b in view.findChildren(QWidget) if b.accessibleName() == "Copy the command"), LEFT
    )
    command = QGuiApplication.clipboard().text()
    export(qtbot, window, view)
    ours = out.read_bytes()
    out.unlink()
    subprocess.run(command, shell=True, check=True, cwd="/", capture_output=True)
    assert (out.read_bytes(), len(ours) > 50) == (ours, True)
    assert shlex.split(command)[0] == sys.executable


def test_the_report_says_what_was_written_and_proved_and_what_was_not_carried(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    press(window, "Tab", "Return")
    view = opened()
    choose(view.form.format, "brat")
    choose(view.form.articles, "all")
    view.form.path.setText(str(tmp_path / "out"))
    export(qtbot, window, view)
    text = window.findChild(ReportBox).text.toPlainText()
    assert text.startswith("Wrote 2 records with 1 spans to ")
    assert "Read again and compared: every record says what was to be written." in text
    assert "Not carried: 1 scores\n    first: 1" in text
    assert "and 1 more; the manifest names them" in text
    assert said(window).startswith("Wrote 2 records")


@pytest.mark.parametrize("phase", ["grouping", "exporting", "proving"])
def test_an_export_cancelled_in_any_phase_leaves_the_old_file_and_nothing_else(
    qtbot: QtBot, window: MainWindow, opened: Opened, folder: Path, tmp_path: Path, phase: str
) -> None:
    records = [{"text": f"Text {n} of " + " ".join(f"w{n * k}" for k in range(1, 60))} for n in range(1_500)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    assert run("import", folder, tmp_path / "in.jsonl") == 0
    view, old = opened(), tmp_path / "out" / "d.train.jsonl"
    old.parent.mkdir()
    old.write_text("as it was")
    choose(view.form.articles, "all")
    view.form.split.setEditText("50/50")
    view.form.path.setText(str(tmp_path / "out" / "d.jsonl"))
    counted(qtbot, window)
    at_phase = lambda doing, done, of: doing == phase and of and QTest.mouseClick(window.status.cancel, LEFT)
    window.commands.progress.connect(at_phase)
    export(qtbot, window, view)
    assert said(window) == "Cancelled; nothing was changed."
    qtbot.waitUntil(lambda: [p.name for p in old.parent.iterdir()] == [old.name])
    assert old.read_text() == "as it was"


def test_a_strict_export_that_would_lose_something_is_told_before_and_leaves_the_old_file(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    press(window, "Tab", "Return")
    view, out = opened(), tmp_path / "old.conll"
    out.write_text("as it was")
    choose(view.form.format, "conll")
    choose(view.form.articles, "all")
    view.form.strict.setChecked(True)
    view.form.path.setText(str(out))
    counted(qtbot, window)
    assert "--strict writes nothing: the format cannot carry" in view.verdict.text()
    export(qtbot, window, view)
    assert said(window).startswith("Nothing was written: ")
    assert out.read_text() == "as it was"


def test_a_place_where_nothing_can_be_written_is_told_before(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    view = opened()
    view.form.path.setText(str(tmp_path))
    counted(qtbot, window)
    assert view.verdict.text().endswith("This is a folder; name a file to write.")
    view.form.path.setText(str(tmp_path / "d.jsonl"))
    view.form.split.setEditText("80/30")
    counted(qtbot, window)
    assert view.verdict.text().startswith("80/30 is no split")


def test_a_split_groups_by_a_field_that_the_articles_have(
    qtbot: QtBot, window: MainWindow, opened: Opened, folder: Path, tmp_path: Path
) -> None:
    record = {"text": "Third.", "meta": {"desk": "sport"}, "annotator": "bo", "state": "done", "spans": []}
    (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
    assert run("import", folder, tmp_path / "in.jsonl") == 0
    view = opened()
    view.form.split.setEditText("50/50")
    choose(view.form.group_by, "desk")
    choose(view.form.annotator, "bo")
    assert "--annotator=bo --split=50/50 --group-by=desk" in view.command.toPlainText()
    counted(qtbot, window)
    assert "Split, articles" in rows(view)


def test_closing_the_view_ends_the_counting(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Ctrl+E")
    view = active(qtbot, ExportView)
    press(view, "Escape")
    assert not window.exporting.counting.is_busy
    assert window.exporting.view is None
