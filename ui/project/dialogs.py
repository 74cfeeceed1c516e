"""Dialogs: what is known of an article, a new project, and a message too long for a notice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotations.articles import Article
from annotations.schema import reader as schema_reader
from ui.keys_in_force import IN_FORCE
from ui.look.dialog import Dialog
from ui.look.layouts import Scroll
from ui.look.lines import Words
from ui.look.scale import px
from ui.plain_text import message_box

ROWS = 8  # of what is known of an article, that are seen at once
LONGEST = 1500  # characters that are told at once; all of them are there to be asked for


class ArticleInfo(Dialog):
    """The dialog with an article's title, its publication date, and whether that can be relied on.

    It stays open until somebody who wrote what was `edited` accepts it.  The article's metadata `found` says which of them a program found.
    """

    edited = Signal(str, dict)  # title, metadata

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__("Article info", parent)
        self._article = article
        found = article.meta.get("found") or []
        self.title = QLineEdit(article.title)
        self.published = QLineEdit(article.published, placeholderText="YYYY-MM-DD")
        self.trusted = QCheckBox("I know that this is the date of publication")
        self.trusted.setChecked(article.published_trusted)
        for caption, field in (("title", self.title), ("published", self.published)):
            how = " (found in the text)" if caption in found else ""
            self.add(self.field(f"&{caption.capitalize()}{how}", field))
        self.add(self.trusted)
        self.add(_known(article), 1)
        self.end_with("Save", self._save)

    def _save(self) -> None:
        date = self.published.text().strip()
        if date and not QDate.fromString(date[:10], Qt.DateFormat.ISODate).isValid():
            self.wrong.setText("The date should be written like 2024-01-23.")
            return
        title, meta = self.title.text().strip(), dict(self._article.meta)
        changed = {"title": title != self._article.title, "published": date != self._article.published}
        changed["published"] |= self.trusted.isChecked()
        meta["found"] = [name for name in meta.get("found") or [] if not changed.get(name)]
        meta |= {"published": date, "published_trusted": bool(date) and self.trusted.isChecked()}
        self.edited.emit(title, meta)


class NewProject(QDialog):
    """The dialog of a new project: its folder, and the labels to start with.

    It stays open until somebody who made what was `chosen` accepts it.
    """

    chosen = Signal(str, str)  # folder, schema

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New project")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.path = QLineEdit(str(folder))
        self.path.setAccessibleName("Folder")
        self.schema = _combo({name: _labels(name) for name in schema_reader.SHIPPED})
        form = QFormLayout()
        form.addRow("Folder (will be created)", path_row(self.path, self._browse))
        form.addRow("&Labels", self.schema)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        buttons = _buttons(self, self._make)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Create project")
        layout.addWidget(buttons)
        self.resize(px(560), px(150))

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, "Where the project's folder is made"):
            self.path.setText(str(Path(folder) / "project"))

    def _make(self) -> None:
        self.chosen.emit(self.path.text(), self.schema.currentData())


def _labels(name: str) -> str:
    """Return the words for the labels of a schema that comes with the program."""
    schema = schema_reader.parse(schema_reader.shipped(name), name)
    if not schema.facts:
        return "Own labels"
    return f"{name.capitalize()} ({len(schema.labels):,} labels, {len(schema.facts):,} fact types)"


def _known(article: Article) -> Scroll:
    """Return what else is known of the article, to be read and copied; it scrolls where that is much."""
    hidden = ("published", "published_trusted", "found")
    known = {name: str(value) for name, value in article.meta.items() if name not in hidden}
    known |= {"id": article.id, "length": f"{len(article.text):,} characters"}
    rows, form = QWidget(), QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setContentsMargins(0, 0, 0, 0)
    for name, value in known.items():
        told = Words(value, px=12, wraps=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(Words(name, px=12, role="text2"), told)
    rows.setLayout(form)
    held = Scroll(rows)
    held.setMinimumHeight(px(min(len(known), ROWS) * 24))
    return held


def tell(window: QWidget, title: str, sentences: str) -> None:
    """Show a message that is longer than a notice can hold."""
    sentences = IN_FORCE.fill(sentences)
    box = message_box(QMessageBox.Icon.Warning, "Factmark", title, window, more=sentences[:LONGEST])
    if len(sentences) > LONGEST:
        box.setDetailedText(sentences)
    box.open()


def _combo(choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, words in choices.items():
        box.addItem(words, value)
    return box


def _buttons(dialog: QDialog, accepted: Any) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.accepted.connect(accepted)
    box.rejected.connect(dialog.reject)
    return box


def path_row(path: QLineEdit, browse: Callable[[], object]) -> QHBoxLayout:
    """Return the field of a path with its button *Browse…*."""
    button = QPushButton("Browse…", autoDefault=False)
    button.clicked.connect(lambda: browse())
    row = QHBoxLayout()
    row.addWidget(path, 1)
    row.addWidget(button)
    return row
