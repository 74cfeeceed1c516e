"""The export view: what would leave, what not and why, how it looks, the command for it; and the report.

It only shows and asks: `ui.export.export` counts in a process of its own and writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.export.export_form import ExportForm
from ui.export.export_words import Wanted, command_line, verdict
from ui.plain_text import PlainLabel, tip, window_title

COUNTED = {"articles_by_state": "Articles", "spans_by_label": "Spans", "facts_by_type": "Facts"}
Preview = Mapping[str, Any]


class ExportView(QDialog):
    """The dialog of an export.

    `changed`: something else is wanted, and what is shown no longer holds.  `chosen`: write it, a Wanted.
    """

    changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._project = project
        self.form = ExportForm(project)
        self.verdict = PlainLabel(wordWrap=True)
        self.verdict.setAccessibleName("What would leave")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.counts = QTreeWidget()
        self.counts.setUniformRowHeights(True)
        self.counts.setHeaderLabels(["", "leave", "left out"])
        self.counts.setAccessibleName("Counts")
        self.sample, self.command = plain("The first records"), plain("The command that does the same")
        self.command.setFixedHeight(self.fontMetrics().height() * 4)
        self.write = QPushButton("&Export", default=True)
        self._lay_out()
        self.form.changed.connect(self._change)
        self.resize(1080, 680)
        self.form.format.setFocus()

    def begin(self) -> None:
        """Ask for the first count."""
        self._change()

    # --- what is shown

    def show_progress(self, doing: str, done: int, of: int) -> None:
        share = f" {min(done, of) * 100 // of} %" if of else ""
        self.verdict.setText(f"{doing.capitalize()}…{share}")

    def show_preview(self, found: Preview) -> None:
        """Show what would leave, for what is wanted now."""
        self.form.offer(found["annotators"], found["fields"])
        self._say(verdict(found, self.form.wanted()), is_odd=not found["records"] or bool(found["refused"]))
        self.counts.clear()
        for key, title in COUNTED.items():
            if found[key]:
                self._count(title, found[key])
        self._list("Left out, since", {reason: (n, []) for reason, n in found["left_out"].items()})
        lost = {kind: (one["count"], one["examples"]) for kind, one in found["not_carried"].items()}
        self._list("The format cannot carry", lost)
        if split := found["split"]:
            self._list(
                "Split, articles", {side: (n, []) for side, n in split["articles"].items()}, leave=True
            )
            self._list("Leaks", {leak: (0, []) for leak in split["leaks"]})
        self.sample.setPlainText(found["sample"])

    def show_trouble(self, why: str) -> None:
        """Show why nothing can be counted."""
        self._say(why, is_odd=True)
        self.counts.clear()
        self.sample.clear()

    def _say(self, sentence: str, *, is_odd: bool) -> None:
        font = QFont(self.font())
        font.setBold(is_odd)
        self.verdict.setFont(font)
        self.verdict.setText(sentence)

    def _count(self, title: str, rows: Mapping[str, Mapping[str, int]]) -> None:
        sums = [sum(row[name] for row in rows.values()) for name in ("leave", "left_out")]
        top = self._row(self.counts.invisibleRootItem(), title, *sums)
        for name, row in rows.items():
            self._row(top, name, row["leave"], row["left_out"])
        top.setExpanded(True)

    def _list(self, title: str, rows: Mapping[str, tuple[int, list[str]]], *, leave: bool = False) -> None:
        """Add a part with rows of its own, each with its examples below it; no part without rows."""
        if not rows:
            return
        top = self._row(self.counts.invisibleRootItem(), title)
        for name, (count, examples) in rows.items():
            made = self._row(top, name, *((count, 0) if leave else (0, count)))
            for example in examples:
                self._row(made, example)
        top.setExpanded(True)

    def _row(self, above: QTreeWidgetItem, title: str, *counts: int) -> QTreeWidgetItem:
        made = QTreeWidgetItem(above, [title, *(f"{count:,}" if count else "" for count in counts)])
        made.setToolTip(0, tip(title))
        for column in (1, 2):
            made.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        return made

    # --- what is done

    def _change(self) -> None:
        wanted = self.form.wanted()
        self.command.setPlainText(command_line(wanted, self._project))
        self._say("Counting…", is_odd=False)
        self.changed.emit(wanted)

    def _export(self) -> None:
        wanted: Wanted = self.form.wanted()
        self.accept()
        self.chosen.emit(wanted)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.toPlainText())

    def _lay_out(self) -> None:
        right = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        right.addWidget(_titled("What would &leave", self.counts))
        right.addWidget(_titled("The first &records", self.sample))
        self.counts.setColumnWidth(0, 330)
        middle = QHBoxLayout()
        middle.addWidget(self.form, 2, Qt.AlignmentFlag.AlignTop)
        middle.addWidget(right, 3)
        copy, close = QPushButton("&Copy", autoDefault=False), QPushButton("Close", autoDefault=False)
        copy.setAccessibleName("Copy the command")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        self.write.clicked.connect(self._export)
        line, buttons = QHBoxLayout(), QHBoxLayout()
        line.addWidget(_titled("The co&mmand that does the same", self.command), 1)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.verdict, 1)
        buttons.addWidget(self.write)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addLayout(line)
        layout.addLayout(buttons)


class ReportBox(QDialog):
    """A window with what a command did, to be scrolled and copied; it does not take the keyboard."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.text = plain("What was done")
        self.text.setPlainText(text)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(box)
        self.resize(720, 380)


def plain(name: str) -> QPlainTextEdit:
    """Return a field for text that is read and copied, in letters of one width; Tab leaves it."""
    field = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setAccessibleName(name)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return field


def _titled(title: str, widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    label = PlainLabel(title)
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget, 1)
    return box
