"""The export view: what would leave and why not more, the command that does the same, the writing and its report."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from annotations import formats
from tests.ui.article.article_views import LEFT
from tests.ui.export.exporting import (  # noqa: F401 - a fixture
    PATIENCE,
    Opened,
    choose,
    counted,
    export,
    opened_page,
    rows,
    shown,
    write_split,
)
from tests.ui.windows import by_key, is_sentence, press, run, said, tab_to
from ui.main_window import MainWindow


@by_key(["Ctrl+E"])
def test_the_view_says_at_once_why_nothing_would_leave(
    qtbot: QtBot, window: MainWindow, folder: Path, key: str
) -> None:
    press(window, key)
    counted(qtbot, window)
    page = shown(window)
    assert page.preview.verdict.text() == "Nothing would leave: no article is finished: choose all."
    assert page.preview.verdict.font().bold()
    assert rows(page)["Articles / new"] == ["", "2"]
    assert rows(page)["Left out, since / articles new"] == ["", "2"]
    assert not list(folder.glob("dataset*"))


def test_counts_by_state_and_label_and_reasons_follow_what_is_chosen(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    press(window, "Tab", "Return", "X")
    page = opened()
    choose(page.form.articles, "all")
    counted(qtbot, window)
    found = rows(page)
    assert (found["Articles / started"], found["Articles / new"]) == (["1", ""], ["1", ""])
    labels = [found[f"Spans / {label}"] for label in ("PERSON", "ORG", "GPE")]
    assert labels == [["1", ""], ["", "1"], ["", "2"]]
    assert found["Left out, since / spans rejected"] == ["", "1"]
    assert "Maria Ruiz" in page.preview.sample.toPlainText()
    assert page.preview.verdict.text() == "2 records with 1 span and 0 facts would leave."


def test_that_no_span_is_confirmed_is_said_with_what_to_choose(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    page = opened()
    choose(page.form.articles, "all")
    counted(qtbot, window)
    assert page.preview.verdict.text().endswith("none is confirmed: choose suggested too.")
    choose(page.form.spans, "suggested")
    counted(qtbot, window)
    assert rows(page)["Spans"] == ["4", ""]


def test_a_decision_made_meanwhile_is_counted(qtbot: QtBot, window: MainWindow, opened: Opened) -> None:
    page = opened()
    choose(page.form.articles, "all")
    press(window, "Escape", "Tab", "Return", "Ctrl+E")
    counted(qtbot, window)
    assert rows(page)["Spans / PERSON"] == ["1", ""]


def test_only_what_the_format_has_can_be_chosen(window: MainWindow, opened: Opened) -> None:
    form = opened().form

    def there(name: str) -> list[bool]:
        choose(form.format, name)
        return [box.isVisible() for box in (form.offsets, form.overlaps, form.misaligned)]

    assert [there(name) for name in ("jsonl", "conll", "webanno", "doccano")] == [
        [True, False, False],
        [False, True, True],
        [True, False, False],
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
    choice = opened().form.format
    assert sorted(card.value for card in choice.cards) == sorted(formats.names(to="write"))
    assert [card.isVisible() for card in choice.cards].count(True) == 6
    QTest.mouseClick(choice.more, LEFT)
    assert all(card.isVisible() for card in choice.cards)
    carried = [card.accessibleDescription() for card in choice.cards]
    assert all(is_sentence(words) for words in carried)
    assert carried[0] == "Overlapping spans; facts; attributes: all; offsets in code points."


def test_all_of_the_view_is_reached_by_tab_and_has_a_name(opened: Opened) -> None:
    page = opened()
    form, preview = page.form, page.preview
    for widget in (form.articles.segments[0], form.strict, preview.sample, form.path):
        tab_to(page, widget)
        assert widget.accessibleName()
    for place, widget in ((1, preview.counts), (2, preview.command)):
        QTest.mouseClick(preview.shown.segments[place], LEFT)
        tab_to(page, widget)
        assert widget.accessibleName()


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
    page, out = opened(), tmp_path / "it's a  file.out"
    choose(page.form.format, name)
    for row, value in options.items():
        box = getattr(page.form, row)
        box.setChecked(value) if isinstance(box, QCheckBox) else choose(box, value)
    page.form.path.setText(str(out))
    press(window, "Ctrl+Shift+C")
    command = QGuiApplication.clipboard().text()
    export(qtbot, window, page)
    ours = out.read_bytes()
    out.unlink()
    subprocess.run(command, shell=True, check=True, cwd="/", capture_output=True)
    assert (out.read_bytes(), len(ours) > 50) == (ours, True)
    assert shlex.split(command)[0] == sys.executable


def test_the_report_says_what_was_written_and_proved_and_what_was_not_carried(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    press(window, "Tab", "Return")
    page = opened()
    choose(page.form.format, "brat")
    choose(page.form.articles, "all")
    page.form.path.setText(str(tmp_path / "out"))
    export(qtbot, window, page)
    assert page.preview.report.isVisible()
    text = page.preview.report.toPlainText()
    assert text.startswith("Wrote 2 records with 1 span to ")
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
    page, old = opened(), tmp_path / "out" / "d.train.jsonl"
    old.parent.mkdir()
    old.write_text("as it was")
    choose(page.form.articles, "all")
    write_split(page, "50/50")
    page.form.path.setText(str(tmp_path / "out" / "d.jsonl"))
    counted(qtbot, window)
    at_phase = lambda doing, done, of: doing == phase and of and QTest.mouseClick(window.status.cancel, LEFT)
    window.commands.progress.connect(at_phase)
    export(qtbot, window, page)
    assert said(window) == "Cancelled; nothing was changed."
    qtbot.waitUntil(lambda: [p.name for p in old.parent.iterdir()] == [old.name])
    assert old.read_text() == "as it was"


def test_a_strict_export_that_would_lose_something_is_told_before_and_leaves_the_old_file(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    press(window, "Tab", "Return")
    page, out = opened(), tmp_path / "old.conll"
    out.write_text("as it was")
    choose(page.form.format, "conll")
    choose(page.form.articles, "all")
    page.form.strict.setChecked(True)
    page.form.path.setText(str(out))
    counted(qtbot, window)
    assert "--strict writes nothing: the format cannot carry" in page.preview.verdict.text()
    export(qtbot, window, page)
    assert said(window).startswith("Nothing was written: ")
    assert out.read_text() == "as it was"


def test_a_place_where_nothing_can_be_written_is_told_before(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    page = opened()
    page.form.path.setText(str(tmp_path))
    counted(qtbot, window)
    assert page.preview.verdict.text().endswith("This is a folder; name a file to write.")
    page.form.path.setText(str(tmp_path / "d.jsonl"))
    write_split(page, "80/30")
    counted(qtbot, window)
    assert page.preview.verdict.text().startswith("80/30 is no split")


def test_a_split_groups_by_a_field_that_the_articles_have(
    qtbot: QtBot, window: MainWindow, opened: Opened, folder: Path, tmp_path: Path
) -> None:
    record = {"text": "Third.", "meta": {"desk": "sport"}, "annotator": "bo", "state": "done", "spans": []}
    (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
    assert run("import", folder, tmp_path / "in.jsonl") == 0
    page = opened()
    write_split(page, "50/50")
    choose(page.form.group_by, "desk")
    choose(page.form.annotator, "bo")
    assert "--annotator=bo --split=50/50 --group-by=desk" in page.preview.command.toPlainText()
    counted(qtbot, window)
    assert "Split, articles" in rows(page)


@by_key(["Esc"])
def test_leaving_the_view_ends_the_counting(qtbot: QtBot, window: MainWindow, key: str) -> None:
    press(window, "Ctrl+E")
    page = shown(window)
    press(window, key)
    assert not page.counting.is_busy
    assert window.view.hasFocus()
