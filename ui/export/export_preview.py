"""The right half of an export: numbers, records, counts and the command; then what was written, and what holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.export.export_words import Wanted, golds_said, in_full, left_out, verdict
from ui.export.promises import Promises
from ui.look.layouts import column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments
from ui.plain_text import tip

COUNTED = {"articles_by_state": "Articles", "spans_by_label": "Spans", "facts_by_type": "Facts"}
RECORDS, COUNTS, COMMAND, REPORT = "records", "counts", "command", "report"
SHOWN = {RECORDS: "The first record", COUNTS: "All counts", COMMAND: "The command", REPORT: "What was done"}
Preview = Mapping[str, Any]


class CountTile(QWidget):
    """A number, and what it counts."""

    def __init__(self, one: str, many: str, *, gives_way: bool = False) -> None:
        super().__init__()
        self._one, self._many = one, many
        self.number = Words("–", px=20, weight=600)
        self.name = Elided(many, px=12, role="text2") if gives_way else Words(many, px=12, role="text2")
        wide = QSizePolicy.Policy.Preferred if gives_way else QSizePolicy.Policy.Fixed
        self.name.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setLayout(column(self.number, self.name, gap=0))

    def tell(self, count: int | None, *, names: tuple[str, str] | None = None) -> None:
        """Show the number, under other names than the usual if they are given; None while it is counted."""
        one, many = names or (self._one, self._many)
        words = one if count == 1 else many
        self.number.setText("–" if count is None else f"{count:,}")
        self.name.setText(words)
        self.setAccessibleName(words if count is None else f"{count:,} {words}")


class ExportPreview(QWidget):
    """The right half of the page; `file` is the row of the file, which it only places."""

    def __init__(self, file: QWidget) -> None:
        super().__init__()
        self.title = Words("What will be written", px=16, weight=600)
        self.tiles = {
            "articles_by_state": CountTile("article", "articles"),
            "spans_by_label": CountTile("span", "spans"),
            "facts_by_type": CountTile("fact", "facts"),
            "not_carried": CountTile("lost in this format", "lost in this format", gives_way=True),
        }
        self.verdict, self.left = Words(wraps=True), Words(px=12, role="text2", wraps=True)
        self.verdict.setAccessibleName("What would leave")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sample, self.command = plain("The first records"), plain("The command that does the same")
        self.report, self.counts, self.promises = plain("What was done"), QTreeWidget(), Promises()
        self.counts.setUniformRowHeights(True)
        self.counts.setHeaderLabels(["", "leave", "left out"])
        self.counts.setAccessibleName("Counts")
        self.counts.setFrameShape(QFrame.Shape.NoFrame)
        self.counts.header().setStretchLastSection(False)
        self.counts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.shown, self._stack = Segments("Shown", SHOWN), QStackedWidget()
        for shown in (self.sample, self.counts, self.command, self.report):
            self._stack.addWidget(shown)
        self.shown.changed.connect(self._turn)
        self.shown.segments[-1].hide()
        card = Card(column(row(self.shown, None), self._stack, gap=8, margins=(12, 12, 12, 12)))
        numbers = row(*self.tiles.values(), None, gap=28)
        whole = column(self.title, numbers, self.verdict, self.left, gap=10, margins=(28, 20, 24, 16))
        whole.add(card, 1)
        for part in (self.promises, file):
            whole.add(part)
        self.setLayout(whole)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        for field in (self.sample, self.command, self.report):
            field.setStyleSheet(
                f"border: none; background: transparent; font-family: '{family}'; font-size: {px(12)}px"
            )
        self._stack.setMinimumHeight(px(120))
        for place in (1, 2):
            self.counts.setColumnWidth(place, px(80))

    def _turn(self) -> None:
        self._stack.setCurrentIndex(list(SHOWN).index(self.shown.value or RECORDS))

    # --- before

    def show_command(self, line: str) -> None:
        """Show the command for what is wanted now; what was written before is no longer said."""
        self.command.setPlainText(line)
        self.title.setText("What will be written")
        self.promises.promise()
        self.shown.segments[-1].hide()
        if self.shown.value == REPORT:
            self.shown.choose(RECORDS)

    def show_counting(self, sentence: str = "Counting…") -> None:
        """Say that it is counted."""
        self._say(sentence, is_odd=False)

    def show_preview(self, found: Preview, wanted: Wanted) -> None:
        """Show what would leave."""
        self._say(verdict(found, wanted), is_odd=not found["records"] or bool(found["refused"]))
        self.left.setText("\n".join(filter(None, [left_out(found), *golds_said(found, most=2)])))
        names = ("record", "records") if wanted.choice.annotator == "all" else None  # several of one article
        for name in COUNTED:
            count = sum(one["leave"] for one in found[name].values())
            self.tiles[name].tell(count, names=names if name == "articles_by_state" else None)
        self.tiles["not_carried"].tell(sum(one["count"] for one in found["not_carried"].values()))
        self.sample.setPlainText(found["sample"])
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

    def show_trouble(self, why: str) -> None:
        """Show why nothing can be counted."""
        self._say(why, is_odd=True)
        self.left.setText("")
        for tile in self.tiles.values():
            tile.tell(None)
        self.counts.clear()
        self.sample.clear()

    def says(self) -> str:
        """Return the numbers in a line, as the foot has them; "" while they are counted."""
        said = [tile.accessibleName() for tile in list(self.tiles.values())[:3]]
        return ", ".join(said) if all(said) else ""

    # --- afterwards

    def show_written(self, manifest: Mapping[str, Any], out: Path) -> None:
        """Show what was written and proved."""
        self.title.setText("What was written")
        self.report.setPlainText(in_full(manifest, out))
        self.promises.keep(out, is_proved=bool(manifest["proved"]))
        self.shown.segments[-1].show()
        self.shown.choose(REPORT)

    # --- the counts

    def _say(self, sentence: str, *, is_odd: bool) -> None:
        self.verdict.set_role("warn" if is_odd else "text2")
        self.verdict.set_weight(600 if is_odd else 400)
        self.verdict.setText(sentence)

    def _count(self, title: str, rows: Mapping[str, Mapping[str, int]]) -> None:
        sums = [sum(row[name] for row in rows.values()) for name in ("leave", "left_out")]
        top = self._row(self.counts.invisibleRootItem(), title, *sums)
        for name, row_ in rows.items():
            self._row(top, name, row_["leave"], row_["left_out"])
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
        for place in (1, 2):
            made.setTextAlignment(place, Qt.AlignmentFlag.AlignRight)
        return made


def plain(name: str) -> QPlainTextEdit:
    """Return a field for text that is read and copied, in letters of one width; Tab leaves it."""
    field = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
    field.setAccessibleName(name)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return field
